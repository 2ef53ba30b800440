import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { instant, type EnterpriseId } from '#kernel'
import { belgiumWith, world } from '../../../test/support/world.ts'
import { decide, pairFacts, type Basis } from './index.ts'

const nothing = {
  records: [],
  stops: [],
  confirmations: [],
  domains: [],
  capacities: [],
  representations: [],
  appointments: [],
  memberships: [],
  blocks: [],
  authorisations: [],
  roles: [],
  standIns: [],
  stoodInFor: [],
}

/** The level and the place of every basis that the answer rests on. */
const grounds = (bases: readonly Basis[]): string[] =>
  bases.map(
    ({ reason, capacity, level, hindrance }) => `${reason} ${capacity ?? '-'} ${level} ${hindrance ?? 'stands'}`,
  )

describe('What is denied at once', () => {
  test('an enterprise of which the register says nothing at that moment is unknown, whatever is asked', async () => {
    const there = world()
    const bakery = there.enterprise().withChief('an').withCapacity('employer')
    assert.equal(await there.reason('an', bakery, 'dimona'), 'permit: office')
    assert.equal(await there.reason('an', bakery, 'dimona', { at: there.days(-731) }), 'deny: enterprise-unknown')
    assert.equal(await there.reason('an', bakery, 'nonsense', { at: there.days(-731) }), 'deny: enterprise-unknown')
    const question = {
      person: there.person('an'),
      enterprise: 'nobody' as EnterpriseId,
      action: { kind: 'service', code: 'dimona' },
      level: 500,
      at: instant(0),
    } as const
    assert.deepEqual(decide(there.catalogue, nothing, question), {
      permit: false,
      reason: 'enterprise-unknown',
      bases: [],
    })
  })

  test('a service, a role or a capacity that the catalogue does not have is said to be unknown', async () => {
    const there = world()
    const bakery = there.enterprise().withChief('an').withCapacity('employer')
    assert.equal(await there.reason('an', bakery, 'nonsense'), 'deny: action-unknown')
    assert.equal(await there.reason('an', bakery, 'role:nonsense'), 'deny: action-unknown')
    assert.equal(await there.reason('an', bakery, 'role:dimona'), 'deny: action-unknown')
    assert.equal(await there.reason('an', bakery, 'dimona', { capacity: 'nonsense' }), 'deny: capacity-unknown')
    assert.equal(await there.reason('an', bakery, 'nonsense', { capacity: 'nonsense' }), 'deny: action-unknown')
  })
})

describe('The order of a decision', () => {
  test('R1 a ceased enterprise opens only what lives on after cessation', async () => {
    for (const traits of [{ status: 'ceased' as const }, { situation: '020' }, { situation: '051' }]) {
      const there = world()
      const bakery = there.enterprise(traits).withChief('an').withCapacity('employer')
      assert.equal(await there.reason('an', bakery, 'dimona'), 'deny: enterprise-ceased')
      assert.equal(await there.reason('an', bakery, 'dmfa'), 'permit: office')
    }
    const there = world()
    const going = there.enterprise({ situation: '050' }).withChief('an').withCapacity('employer')
    assert.equal(await there.reason('an', going, 'dimona'), 'permit: office', 'another effect closes nothing here')
    const odd = there.enterprise({ situation: '999' }).withChief('an').withCapacity('employer')
    assert.equal(await there.reason('an', odd, 'dimona'), 'permit: office', 'an unknown situation closes nothing')
  })

  test('R1 a role lives on after cessation as its service does', async () => {
    const there = world()
    const mill = there
      .enterprise({ status: 'ceased' })
      .withChief('an')
      .withRole('tom', 'fps-fin-own-enterprise')
      .withRole('tom', 'fps-fin-mandate-executor')
    assert.equal(await there.reason('tom', mill, 'role:fps-fin-own-enterprise'), 'permit: role')
    assert.equal(await there.reason('tom', mill, 'role:fps-fin-mandate-executor'), 'deny: enterprise-ceased')
  })

  test('R2 an emergency stop closes everything that is done in the name of the enterprise', async () => {
    const there = world()
    const bakery = there
      .enterprise()
      .withRepresentative('els')
      .withChief('an')
      .withCapacity('employer')
      .withUser('tom', 'employer', ['dimona'])
      .stopped({ from: -1, until: 2 })
    for (const [who, what] of [
      ['els', 'e-box'],
      ['els', 'role:cbe-legal-representative'],
      ['an', 'dimona'],
      ['tom', 'dimona'],
      ['tom', 'contact-data'],
      ['nobody', 'dimona'],
    ] as const)
      assert.equal(await there.reason(who, bakery, what), 'deny: emergency-stop', `${who} ${what}`)
    assert.equal(await there.reason('tom', bakery, 'dimona', { at: there.days(2) }), 'permit: authorisation')
    assert.equal(await there.reason('tom', bakery, 'dimona', { at: there.days(-2) }), 'permit: authorisation')
  })

  test('R2 cessation is told before the stop', async () => {
    const there = world()
    const mill = there.enterprise({ status: 'ceased' }).withChief('an').withCapacity('employer').stopped()
    assert.equal(await there.reason('an', mill, 'dimona'), 'deny: enterprise-ceased')
    assert.equal(await there.reason('an', mill, 'dmfa'), 'deny: emergency-stop')
  })

  test('R11 a standing basis asks its level, and the lowest one is named', async () => {
    const there = world()
    const bakery = there.enterprise().withChief('an').withCapacity('employer').withUser('tom', 'employer', ['dimona'])
    const low = await there.decides('tom', bakery, 'dimona', { level: 300 })
    assert.partialDeepStrictEqual(low, { permit: false, reason: 'level-too-low', levelNeeded: 400 })
    assert.deepEqual(grounds(low.bases), ['authorisation employer 400 stands'])
    assert.equal(await there.reason('tom', bakery, 'dimona', { level: 400 }), 'permit: authorisation')
    assert.partialDeepStrictEqual(await there.decides('tom', bakery, 'dimona', { level: null }), {
      reason: 'level-too-low',
      levelNeeded: 400,
    })
  })

  test('R11 the lowest of several levels is the one to reach, and only what it opens counts', async () => {
    const catalogue = belgiumWith({
      services: { intervat: { level: 300 } },
    })
    const there = world(catalogue)
    const bakery = there
      .enterprise()
      .withChief('an')
      .withCapacity('taxpayer')
      .withUser('tom', 'taxpayer', ['intervat'])
      .withRole('tom', 'fps-fin-own-enterprise')
    const low = await there.decides('tom', bakery, 'intervat', { level: 200 })
    assert.partialDeepStrictEqual(low, { reason: 'level-too-low', levelNeeded: 300 })
    const middle = await there.decides('tom', bakery, 'intervat', { level: 400 })
    assert.deepEqual(grounds(middle.bases), ['authorisation taxpayer 300 stands'])
    const high = await there.decides('tom', bakery, 'intervat', { level: 450 })
    assert.deepEqual(grounds(high.bases), ['authorisation taxpayer 300 stands', 'role - 450 stands'])
  })

  test('R11 a level too low is told only to somebody whose right stands', async () => {
    const there = world()
    const bakery = there
      .enterprise()
      .withChief('an')
      .withCapacity('employer')
      .withUser('tom', 'employer', ['dimona'], { until: -1 })
    assert.equal(await there.reason('tom', bakery, 'dimona', { level: 100 }), 'deny: expired')
    assert.equal(await there.reason('stranger', bakery, 'dimona', { level: 100 }), 'deny: no-right')
    assert.equal(await there.reason('stranger', bakery, 'dimona', { level: null }), 'deny: no-right')
  })

  test('the reason of a permit is the strongest basis, and every capacity of one is listed once, in order', async () => {
    const there = world()
    const bakery = there
      .enterprise()
      .withRepresentative('els')
      .withChief('els')
      .withCapacity('service-provider')
      .withCapacity('employer')
      .withUser('els', 'employer', ['e-box'])
    const all = await there.decides('els', bakery, 'e-box')
    assert.partialDeepStrictEqual(all, {
      permit: true,
      reason: 'representation',
      capacities: ['employer', 'service-provider'],
    })
    const one = await there.decides('els', bakery, 'e-box', { capacity: 'employer' })
    assert.partialDeepStrictEqual(one, { permit: true, reason: 'office', capacities: ['employer'] })
    assert.deepEqual(grounds(one.bases), [
      'office employer 400 stands',
      'automatic employer 400 stands',
      'automatic employer 400 stands',
      'authorisation employer 400 stands',
    ])
  })

  test('a right for the enterprise as a whole does not count in a capacity that is asked for', async () => {
    const there = world()
    const bakery = there.enterprise().withRepresentative('els').withChief('an').withCapacity('employer')
    assert.partialDeepStrictEqual(await there.decides('els', bakery, 'e-box'), { permit: true, capacities: [] })
    assert.equal(await there.reason('els', bakery, 'e-box', { capacity: 'employer' }), 'deny: no-right')
  })

  test('of several hindrances the nearest one is told', async () => {
    const there = world()
    const bakery = there
      .enterprise()
      .withChief('an')
      .withCapacity('employer')
      .withCapacity('service-provider', { until: -1 })
      .withUser('tom', 'employer', ['dimona'], { until: -1 })
    bakery.withUser('tom', 'service-provider', ['dimona'])
    assert.equal(await there.reason('tom', bakery, 'dimona'), 'deny: capacity-closed')
    assert.deepEqual(grounds((await there.decides('tom', bakery, 'dimona')).bases).toSorted(), [
      'authorisation employer 400 expired',
      'authorisation service-provider 400 capacity-closed',
    ])
    bakery.withUser('tom', 'employer', ['dimona'], { from: 1 })
    assert.equal(await there.reason('tom', bakery, 'dimona', { capacity: 'employer' }), 'deny: not-yet')
    bakery.withBlock('tom', 'service-provider', 'chief-access-manager')
    assert.equal(await there.reason('tom', bakery, 'dimona'), 'deny: blocked-in-group')
    bakery.withBlock('tom', '', 'chief-access-manager')
    assert.equal(await there.reason('tom', bakery, 'dimona'), 'deny: blocked')
  })
})

describe('Bases', () => {
  test('R3 a block of all groups covers memberships and roles, but no office and no representation', async () => {
    const there = world()
    const bakery = there.enterprise().withRepresentative('els').withChief('an').withCapacity('employer')
    bakery.withCapacity('taxpayer')
    for (const who of ['els', 'an', 'tom'])
      bakery
        .withUser(who, 'employer', ['dimona'])
        .withRole(who, 'fps-fin-own-enterprise')
        .withBlock(who, '', 'chief-access-manager', { from: 0, until: 2 })
    assert.equal(await there.reason('tom', bakery, 'dimona'), 'deny: blocked')
    assert.equal(await there.reason('tom', bakery, 'contact-data'), 'deny: blocked')
    assert.equal(await there.reason('tom', bakery, 'intervat'), 'deny: blocked')
    assert.equal(await there.reason('tom', bakery, 'role:fps-fin-own-enterprise'), 'deny: blocked')
    assert.equal(await there.reason('an', bakery, 'dimona'), 'permit: office')
    assert.equal(await there.reason('an', bakery, 'contact-data'), 'permit: office')
    assert.equal(await there.reason('els', bakery, 'e-box'), 'permit: representation')
    assert.equal(await there.reason('els', bakery, 'dimona'), 'deny: blocked')
    assert.equal(await there.reason('tom', bakery, 'dimona', { at: there.days(2) }), 'permit: authorisation')
  })

  test('R3 a block of one group covers that membership only', async () => {
    const there = world()
    const bakery = there
      .enterprise()
      .withChief('an')
      .withCapacity('employer')
      .withCapacity('service-provider')
      .withUser('tom', 'employer', ['dimona'])
      .withUser('tom', 'service-provider', ['dimona'])
      .withRole('tom', 'fps-fin-own-enterprise')
      .withBlock('tom', 'employer', 'group-manager')
    const answer = await there.decides('tom', bakery, 'dimona')
    assert.partialDeepStrictEqual(answer, { permit: true, capacities: ['service-provider'] })
    assert.equal(await there.reason('tom', bakery, 'dimona', { capacity: 'employer' }), 'deny: blocked-in-group')
    assert.equal(await there.reason('tom', bakery, 'contact-data', { capacity: 'employer' }), 'deny: blocked-in-group')
    assert.equal(await there.reason('tom', bakery, 'role:fps-fin-own-enterprise'), 'permit: role')
  })

  test('R4 a right counts from its first moment to the one before its last', async () => {
    const there = world()
    const bakery = there
      .enterprise()
      .withChief('an', { from: -3, until: 3 })
      .withCapacity('employer')
      .withUser('tom', 'employer', ['dimona'], { from: -2, until: 2 })
      .withRole('tom', 'fps-fin-own-enterprise', { from: -1, until: 1 })
    const at = async (who: string, what: string, day: number, ms: number) =>
      there.reason(who, bakery, what, { at: instant(there.days(day) + ms) })
    for (const [who, what, day, permit] of [
      ['an', 'dimona', 3, 'permit: office'],
      ['an', 'contact-data', 3, 'permit: office'],
      ['tom', 'dimona', 2, 'permit: authorisation'],
      ['tom', 'contact-data', 2, 'permit: automatic'],
      ['tom', 'role:fps-fin-own-enterprise', 1, 'permit: role'],
    ] as const) {
      assert.equal(await at(who, what, -day, -1), 'deny: not-yet', `${who} ${what}`)
      assert.equal(await at(who, what, -day, 0), permit)
      assert.equal(await at(who, what, day, -1), permit)
      assert.equal(await at(who, what, day, 0), 'deny: expired')
    }
  })

  test('R5 a closed domain or capacity carries nothing, and the domain is told first', async () => {
    const there = world()
    const open = there.enterprise().withDomain('social-security', { until: 3 }).withChief('an')
    open.withCapacity('employer', { until: 1 }).withUser('tom', 'employer', ['dimona'])
    for (const [who, permit] of [
      ['an', 'permit: office'],
      ['tom', 'permit: authorisation'],
    ] as const) {
      assert.equal(await there.reason(who, open, 'dimona'), permit)
      assert.equal(await there.reason(who, open, 'dimona', { at: there.days(1) }), 'deny: capacity-closed')
      assert.equal(await there.reason(who, open, 'dimona', { at: there.days(3) }), 'deny: domain-closed')
    }
    assert.equal(await there.reason('tom', open, 'contact-data', { at: there.days(1) }), 'deny: capacity-closed')
    assert.equal(await there.reason('tom', open, 'contact-data', { at: there.days(3) }), 'deny: domain-closed')
  })

  test('R5 a capacity that the catalogue no longer has is closed', async () => {
    const there = world()
    const bakery = there.enterprise().withChief('an').withCapacity('employer').withUser('tom', 'employer', ['dimona'])
    const facts = await pairFacts(await there.facts(), bakery.id, there.person('tom'))
    const capacities = new Map([...there.catalogue.capacities].filter(([code]) => code !== 'employer'))
    const answer = decide({ ...there.catalogue, capacities }, facts, {
      person: there.person('tom'),
      enterprise: bakery.id,
      action: { kind: 'service', code: 'contact-data' },
      level: 500,
      at: there.now,
    })
    assert.partialDeepStrictEqual(answer, { permit: false, reason: 'capacity-closed' })
  })

  test('R6 an authorisation stands in a capacity that still offers the service, on its membership', async () => {
    const there = world()
    const bakery = there.enterprise().withChief('an').withCapacity('employer').withCapacity('without-staff')
    bakery.withUser('tom', 'employer', ['dimona']).withUser('ines', 'without-staff', ['dimona'])
    assert.partialDeepStrictEqual(await there.decides('tom', bakery, 'dimona'), {
      permit: true,
      reason: 'authorisation',
      capacities: ['employer'],
    })
    assert.equal(await there.reason('ines', bakery, 'dimona'), 'deny: no-right', 'no longer offered there')
    assert.equal(await there.reason('tom', bakery, 'limosa'), 'deny: no-right', 'never given')
  })

  test('R6 an authorisation whose membership does not hold has expired', async () => {
    const there = world()
    const bakery = there.enterprise().withChief('an').withCapacity('employer')
    const by = { by_person: there.person('an'), by_basis: there.person('an') }
    const pair = { enterprise_id: bakery.id, capacity: 'employer', person_id: there.person('tom'), ...by }
    there.given(async (facts) => {
      const period = { from: there.days(-10), until: there.days(-1) }
      const { fact_id: membership_id } = await facts.record('membership', pair, period)
      await facts.record(
        'authorisation',
        { ...pair, membership_id, service: 'dimona' },
        { from: there.days(-10), until: null },
      )
    })
    assert.equal(await there.reason('tom', bakery, 'dimona'), 'deny: expired')
    assert.equal(await there.reason('tom', bakery, 'dimona', { at: there.days(-2) }), 'permit: authorisation')
  })

  test('R6 no authorisation opens what only roles open', async () => {
    const there = world(belgiumWith({ services: { dimona: { openedBy: 'role' } } }))
    const bakery = there.enterprise().withChief('an').withCapacity('employer').withUser('tom', 'employer', ['dimona'])
    assert.equal(await there.reason('tom', bakery, 'dimona'), 'deny: no-right')
    assert.equal(await there.reason('an', bakery, 'dimona'), 'deny: no-right', 'and no office (R7)')
  })

  test('R7 chief and co-chief reach every capacity that offers the service, an access manager those of the domain', async () => {
    const there = world()
    const bakery = there.enterprise().withChief('an').withCoChief('bart').withAccessManager('noor', 'social-security')
    bakery.withAccessManager('greta', 'finance').withGroupManager('lucas', 'employer')
    bakery.withCapacity('employer').withCapacity('service-provider').withCapacity('taxpayer')
    for (const who of ['an', 'bart', 'noor']) {
      const answer = await there.decides(who, bakery, 'dimona')
      assert.partialDeepStrictEqual(answer, { permit: true, capacities: ['employer', 'service-provider'] }, who)
    }
    assert.equal(await there.reason('an', bakery, 'biztax'), 'permit: office')
    assert.equal(await there.reason('greta', bakery, 'biztax'), 'permit: office')
    assert.equal(await there.reason('greta', bakery, 'dimona'), 'deny: no-right')
    assert.equal(await there.reason('noor', bakery, 'biztax'), 'deny: no-right')
    assert.equal(await there.reason('lucas', bakery, 'dimona'), 'deny: no-right', 'a group manager has it given')
  })

  test('R7 what must be given is opened by no office', async () => {
    const there = world()
    const garage = there.enterprise().withChief('an').withCapacity('vehicle-professional')
    garage.withUser('an', 'vehicle-professional', ['webdiv']).withCoChief('bart')
    assert.equal(await there.reason('bart', garage, 'webdiv'), 'deny: no-right')
    assert.equal(await there.reason('an', garage, 'webdiv'), 'permit: authorisation')
  })

  test('R7 a suspended office is hindered, after its dates and before the domain', async () => {
    const there = world()
    const bakery = there.enterprise().withDomain('finance', { until: -1 }).withChief('an', { state: 'suspended' })
    bakery.withCapacity('employer').withAccessManager('greta', 'finance', { state: 'suspended', until: 1 })
    bakery.withCoChief('bart', { state: 'suspended' })
    for (const who of ['an', 'bart']) assert.equal(await there.reason(who, bakery, 'dimona'), 'deny: office-suspended')
    assert.equal(await there.reason('an', bakery, 'contact-data'), 'deny: office-suspended')
    assert.equal(await there.reason('greta', bakery, 'biztax'), 'deny: office-suspended')
    assert.equal(await there.reason('greta', bakery, 'biztax', { at: there.days(1) }), 'deny: expired')
  })

  test('R7 the domain of an access manager closes the office', async () => {
    const there = world()
    const bakery = there.enterprise().withDomain('finance', { until: 1 }).withChief('an')
    bakery.withAccessManager('greta', 'finance').withCapacity('taxpayer')
    assert.equal(await there.reason('greta', bakery, 'biztax'), 'permit: office')
    assert.equal(await there.reason('greta', bakery, 'biztax', { at: there.days(1) }), 'deny: domain-closed')
  })

  test('R7 an office that waits to be accepted is no basis, and neither is the vacancy', async () => {
    const there = world()
    const bakery = there.enterprise().registered().withCapacity('employer')
    bakery.withOffice('chief-access-manager', 'an', { state: 'awaiting-activation' })
    bakery.withCoChief('bart', { state: 'accepted' })
    for (const who of ['an', 'bart', 'nobody'])
      assert.deepEqual(await there.decides(who, bakery, 'contact-data'), {
        permit: false,
        reason: 'no-right',
        bases: [],
      })
  })

  test('R8 automatic rights of chief and co-chief hold as a whole and in every open capacity', async () => {
    const there = world()
    const bakery = there.enterprise().withChief('an').withCoChief('bart').withCapacity('taxpayer')
    bakery.withCapacity('employer', { until: -1 })
    for (const who of ['an', 'bart']) {
      const answer = await there.decides(who, bakery, 'contact-data')
      assert.partialDeepStrictEqual(answer, { permit: true, reason: 'automatic', capacities: ['taxpayer'] })
      assert.deepEqual(grounds(answer.bases), ['automatic - 200 stands', 'automatic taxpayer 200 stands'])
    }
  })

  test('R8 those of an access manager stay in the domain, those of a group manager in the group', async () => {
    const there = world()
    const bakery = there.enterprise().withDomain('finance', { until: 1 }).withChief('an')
    bakery.withAccessManager('noor', 'social-security').withAccessManager('greta', 'finance')
    bakery.withGroupManager('lucas', 'employer').withGroupManager('sofie', 'without-staff', { state: 'suspended' })
    bakery.withCapacity('employer', { until: 1 }).withCapacity('taxpayer').withCapacity('without-staff')
    assert.partialDeepStrictEqual(await there.decides('noor', bakery, 'contact-data'), {
      permit: true,
      reason: 'office',
      capacities: ['employer', 'without-staff'],
    })
    const greta = await there.decides('greta', bakery, 'contact-data')
    assert.deepEqual(grounds(greta.bases), ['automatic - 200 stands', 'automatic taxpayer 200 stands'])
    assert.equal(await there.reason('greta', bakery, 'contact-data', { at: there.days(1) }), 'deny: domain-closed')
    assert.deepEqual(grounds((await there.decides('lucas', bakery, 'contact-data')).bases), [
      'automatic employer 200 stands',
    ])
    assert.equal(await there.reason('lucas', bakery, 'contact-data', { at: there.days(1) }), 'deny: capacity-closed')
    assert.equal(await there.reason('sofie', bakery, 'contact-data'), 'deny: office-suspended')
  })

  test('R8 users have what the service names them for, and nothing else', async () => {
    const there = world()
    const bakery = there.enterprise().withChief('an').withCapacity('employer').withUser('tom', 'employer')
    assert.equal(await there.reason('tom', bakery, 'contact-data'), 'permit: automatic')
    assert.equal(await there.reason('tom', bakery, 'e-box'), 'permit: automatic')
    assert.equal(await there.reason('tom', bakery, 'chaman'), 'deny: no-right', 'Chaman is not for users')
  })

  test('R8 an office that the service does not name has nothing by itself', async () => {
    const there = world(belgiumWith({ services: { 'contact-data': { automaticFor: ['user'], mustBeGiven: true } } }))
    const bakery = there.enterprise().withChief('an').withCapacity('employer').withUser('tom', 'employer')
    assert.equal(await there.reason('an', bakery, 'contact-data'), 'deny: no-right')
    assert.equal(await there.reason('tom', bakery, 'contact-data'), 'permit: automatic')
  })

  test('R9 a representative has what is given to representatives, while the function empowers', async () => {
    const there = world()
    const bakery = there
      .enterprise()
      .withRepresentative('els', { from: -10, until: 10 })
      .withRepresentative('karl', { functionCode: '99999' })
    const answer = await there.decides('els', bakery, 'e-box')
    assert.partialDeepStrictEqual(answer, { permit: true, reason: 'representation', capacities: [] })
    assert.equal(await there.reason('els', bakery, 'e-box', { at: there.days(-11) }), 'deny: no-right')
    assert.equal(await there.reason('els', bakery, 'e-box', { at: there.days(10) }), 'deny: no-right')
    assert.equal(await there.reason('karl', bakery, 'e-box'), 'deny: no-right')
    assert.equal(await there.reason('els', bakery, 'dimona'), 'deny: no-right')
  })

  test('R9 a function that empowers in other legal forms does not empower in this one', async () => {
    const functions = [...world().catalogue.functions.values()]
    const bound = functions.find(({ empowers, legalForms }) => empowers && legalForms !== 'all')
    assert.ok(bound && bound.legalForms !== 'all', 'the catalogue has a function bound to legal forms')
    const there = world()
    const traits = { functionCode: bound.code }
    const fits = there.enterprise({ legal_form: bound.legalForms[0] ?? null }).withRepresentative('els', traits)
    const alien = there.enterprise({ legal_form: '999' }).withRepresentative('els', traits)
    const formless = there.enterprise({ legal_form: null }).withRepresentative('els', traits)
    assert.equal(await there.reason('els', fits, 'e-box'), 'permit: representation')
    assert.equal(await there.reason('els', alien, 'e-box'), 'deny: no-right')
    assert.equal(await there.reason('els', formless, 'e-box'), 'deny: no-right')
  })

  test('R9 a role that representatives hold by themselves opens its service, at the level of the enterprise context', async () => {
    const there = world(belgiumWith({ services: { mandates: { forRepresentatives: false, level: 200 } } }))
    const bakery = there.enterprise().withRepresentative('els')
    assert.equal(await there.reason('els', bakery, 'mandates'), 'permit: representation')
    assert.partialDeepStrictEqual(await there.decides('els', bakery, 'mandates', { level: 400 }), { levelNeeded: 450 })
    const role = 'role:cbe-legal-representative'
    assert.partialDeepStrictEqual(await there.decides('els', bakery, role, { level: 400 }), { levelNeeded: 450 })
  })

  test('R9 a role without an enterprise context is held at strong', async () => {
    const roles = { 'urbain-user-rw': { automaticForRepresentatives: true, opensService: false } }
    const there = world({ ...belgiumWith({ roles }), strength: { code: 200, strong: 500 } })
    const town = there.enterprise().withRepresentative('els')
    const low = await there.decides('els', town, 'role:urbain-user-rw', { level: 450 })
    assert.partialDeepStrictEqual(low, { reason: 'level-too-low', levelNeeded: 500 })
    assert.equal(await there.reason('els', town, 'urbain'), 'deny: no-right', 'a role that opens nothing')
  })

  test('R9 no role opens what only authorisations open', async () => {
    const there = world(
      belgiumWith({
        services: { intervat: { openedBy: 'authorisation' } },
        roles: { 'fps-fin-own-enterprise': { automaticForRepresentatives: true } },
      }),
    )
    const bakery = there
      .enterprise()
      .withRepresentative('els')
      .withChief('an')
      .withRole('tom', 'fps-fin-own-enterprise')
    assert.equal(await there.reason('els', bakery, 'intervat'), 'deny: no-right')
    assert.equal(await there.reason('tom', bakery, 'intervat'), 'deny: no-right')
    assert.equal(await there.reason('tom', bakery, 'role:fps-fin-own-enterprise'), 'permit: role')
  })

  test('R10 a role stands while it is active, in a context that it knows', async () => {
    const there = world()
    const bakery = there.enterprise().withChief('an').withRole('tom', 'fps-fin-own-enterprise')
    bakery.withRole('ines', 'fps-fin-own-enterprise', { state: 'stopped' })
    bakery.withRole('sofie', 'fps-fin-own-enterprise', { context: 'civil-servant' })
    assert.partialDeepStrictEqual(await there.decides('tom', bakery, 'intervat'), { permit: true, capacities: [] })
    assert.equal(await there.reason('tom', bakery, 'intervat'), 'permit: role')
    assert.equal(await there.reason('ines', bakery, 'intervat'), 'deny: role-stopped')
    assert.equal(await there.reason('sofie', bakery, 'intervat'), 'deny: no-right')
    assert.equal(await there.reason('tom', bakery, 'myminfin-pro'), 'deny: no-right', 'another role opens that')
  })

  test('R10 in the enterprise context the domain of the service must be open', async () => {
    const there = world()
    const bakery = there.enterprise().withDomain('finance', { until: -1 }).withChief('an')
    bakery
      .withRole('tom', 'fps-fin-own-enterprise')
      .withRole('ines', 'fps-fin-own-enterprise', { context: 'self-employed' })
    assert.equal(await there.reason('tom', bakery, 'intervat'), 'deny: domain-closed')
    assert.equal(await there.reason('ines', bakery, 'intervat'), 'permit: role')
  })

  test('R10 a role that opens a service is used at the higher of the two levels', async () => {
    for (const [level, needed] of [
      [500, 500],
      [200, 450],
    ] as const) {
      const there = world(belgiumWith({ services: { onegate: { level } } }))
      const bakery = there.enterprise().withDomain('economy').withChief('an').withRole('tom', 'onegate-admin')
      const low = await there.decides('tom', bakery, 'onegate', { level: 400 })
      assert.partialDeepStrictEqual(low, { reason: 'level-too-low', levelNeeded: needed })
      const alone = await there.decides('tom', bakery, 'role:onegate-admin', { level: 400 })
      assert.partialDeepStrictEqual(alone, { levelNeeded: 450 })
    }
  })
})
