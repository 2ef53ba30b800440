import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { world } from '../../../test/support/world.ts'
import { enterpriseOperations } from './index.ts'
import { mayActivateCapacity, mayCloseCapacity, mayCloseDomain, mayLiftStop, mayOpenDomain } from './rules.ts'

const {
  registerEnterprise,
  activateDomain,
  closeDomain,
  activateCapacity,
  closeCapacity,
  pressEmergencyStop,
  liftEmergencyStop,
} = enterpriseOperations

describe('Registering', () => {
  test('E1 a legal representative registers the enterprise, once; its chief’s seat is then vacant', async () => {
    const there = world()
    const bakery = there.enterprise().withRepresentative('els')
    await there.does('els', bakery, registerEnterprise)
    const facts = await there.facts()
    const [account, ...more] = await facts.find('account', { enterprise_id: bakery.id })
    assert.deepEqual(more, [])
    assert.partialDeepStrictEqual(account, {
      state: 'registered',
      ebox: false,
      valid_from: there.now,
      valid_until: null,
    })
    assert.equal(account?.by_person, there.person('els'))
    const seat = await facts.find('appointment', { enterprise_id: bakery.id })
    assert.equal(seat.length, 1)
    assert.partialDeepStrictEqual(seat[0], {
      office: 'chief-access-manager',
      state: 'vacant',
      person_id: null,
      valid_from: there.now,
      valid_until: null,
    })
    assert.equal(await there.tries('els', bakery, registerEnterprise), 'already-registered')
  })

  test('E1 nobody else registers it, not even whoever is known to it', async () => {
    const there = world()
    const bakery = there.enterprise().withUser('tom', 'employer').withRepresentative('karl', { functionCode: '99999' })
    assert.equal(await there.tries('tom', bakery, registerEnterprise), 'not-legal-representative')
    assert.equal(await there.tries('karl', bakery, registerEnterprise), 'not-yours')
    const kept = there.enterprise().withChief('an')
    assert.equal(await there.tries('an', kept, registerEnterprise), 'not-legal-representative', 'who may is said first')
  })
})

describe('Domains', () => {
  test('E2 chief and co-chief open a domain that exists, once', async () => {
    const there = world()
    for (const who of ['an', 'bart']) {
      const bakery = there.enterprise().withChief('an').withCoChief('bart')
      assert.equal(await there.tries(who, bakery, activateDomain, { domain: 'nonsense' }), 'domain-unknown')
      assert.equal(await there.tries(who, bakery, activateDomain, { domain: 'mobility' }), 'done')
      assert.equal(await there.tries(who, bakery, activateDomain, { domain: 'mobility' }), 'domain-already-open')
    }
  })

  test('E2 nobody else opens a domain, and nobody else learns which exist', async () => {
    const there = world()
    const bakery = there.enterprise().withRepresentative('els').withChief('an').withAccessManager('noor', 'mobility')
    bakery.withGroupManager('lucas', 'employer').withUser('tom', 'employer')
    for (const who of ['els', 'noor', 'lucas', 'tom'])
      for (const domain of ['mobility', 'nonsense', 'finance'])
        assert.equal(await there.tries(who, bakery, activateDomain, { domain }), 'outside-your-scope')
  })

  test('E3 chief and co-chief close a domain; what was given in it stays and carries again when it is reopened', async () => {
    const there = world()
    const bakery = there.enterprise().withRepresentative('els').withChief('an').withCoChief('bart')
    bakery.withCapacity('employer').withUser('tom', 'employer', ['dimona'])
    const domain = 'social-security'
    assert.equal(await there.tries('els', bakery, closeDomain, { domain }), 'outside-your-scope')
    assert.equal(await there.tries('bart', bakery, closeDomain, { domain: 'nonsense' }), 'domain-unknown')
    assert.equal(await there.tries('bart', bakery, closeDomain, { domain: 'mobility' }), 'domain-not-open')
    assert.equal(await there.tries('bart', bakery, closeDomain, { domain }), 'done')
    assert.equal(await there.reason('tom', bakery, 'dimona'), 'deny: domain-closed')
    assert.equal(await there.tries('an', bakery, closeDomain, { domain }), 'domain-not-open')
    there.passes({ days: 3 })
    assert.equal(await there.tries('an', bakery, activateDomain, { domain }), 'done')
    assert.equal(await there.reason('tom', bakery, 'dimona'), 'permit: authorisation')
    assert.equal(await there.reason('tom', bakery, 'dimona', { at: there.days(-1) }), 'deny: domain-closed')
  })

  test('E2 the ruling: what does not exist is told before what is open', () => {
    const domain = world().catalogue.domains.get('finance')
    assert.deepEqual(mayOpenDomain({ domain: undefined, open: true }), { allowed: false, reason: 'domain-unknown' })
    assert.deepEqual(mayOpenDomain({ domain, open: true }), { allowed: false, reason: 'domain-already-open' })
    assert.deepEqual(mayOpenDomain({ domain, open: false }), { allowed: true })
  })

  test('E3 the ruling: what does not exist is told before what is not open', () => {
    const domain = world().catalogue.domains.get('finance')
    assert.deepEqual(mayCloseDomain({ domain: undefined, open: false }), { allowed: false, reason: 'domain-unknown' })
    assert.deepEqual(mayCloseDomain({ domain, open: false }), { allowed: false, reason: 'domain-not-open' })
    assert.deepEqual(mayCloseDomain({ domain, open: true }), { allowed: true })
  })
})

describe('Capacities', () => {
  test('E4 chief and co-chief activate a capacity in an open domain, once', async () => {
    const there = world()
    for (const who of ['an', 'bart']) {
      const bakery = there.enterprise().withChief('an').withCoChief('bart')
      const tries = (capacity: string) => there.tries(who, bakery, activateCapacity, { capacity })
      assert.equal(await tries('nonsense'), 'capacity-unknown')
      assert.equal(await tries('reporting-agent'), 'domain-not-open')
      assert.equal(await tries('employer'), 'done')
      assert.equal(await tries('employer'), 'capacity-already-active')
      assert.equal(await there.reason('an', bakery, 'dimona'), 'permit: office')
    }
  })

  test('E4 nobody else activates one', async () => {
    const there = world()
    const bakery = there.enterprise().withRepresentative('els').withChief('an')
    bakery.withAccessManager('noor', 'social-security').withGroupManager('lucas', 'employer')
    for (const who of ['els', 'noor', 'lucas'])
      for (const capacity of ['employer', 'nonsense'])
        assert.equal(await there.tries(who, bakery, activateCapacity, { capacity }), 'outside-your-scope')
  })

  test('E4 the enterprise is what the capacity asks it to be', async () => {
    const there = world()
    const without = there.enterprise({ rsz_number: null }).withChief('an')
    assert.equal(await there.tries('an', without, activateCapacity, { capacity: 'employer' }), 'rsz-number-missing')
    assert.equal(await there.tries('an', without, activateCapacity, { capacity: 'without-staff' }), 'done')
    const bakery = there.enterprise().withChief('an')
    const raw = { capacity: 'social-secretariat' }
    assert.equal(await there.tries('an', bakery, activateCapacity, raw), 'recognition-missing')
  })

  test('E4 the ruling: its refusals come in the order written', () => {
    const { catalogue } = world()
    const employer = catalogue.capacities.get('employer')
    const secretariat = catalogue.capacities.get('social-secretariat')
    const record = { rsz_number: null }
    const asked = { capacity: employer, domainOpen: true, active: false, record, recognised: false }
    const no = (reason: string) => ({ allowed: false, reason })
    const nothing = { capacity: undefined, domainOpen: false, active: true, record, recognised: false }
    assert.deepEqual(mayActivateCapacity(nothing), no('capacity-unknown'))
    assert.deepEqual(mayActivateCapacity({ ...asked, domainOpen: false, active: true }), no('domain-not-open'))
    assert.deepEqual(mayActivateCapacity({ ...asked, active: true }), no('capacity-already-active'))
    assert.deepEqual(mayActivateCapacity(asked), no('rsz-number-missing'))
    assert.deepEqual(mayActivateCapacity({ ...asked, capacity: secretariat }), no('recognition-missing'))
    assert.deepEqual(mayActivateCapacity({ ...asked, record: { rsz_number: '1' } }), { allowed: true })
    assert.deepEqual(mayActivateCapacity({ ...asked, recognised: true }), no('rsz-number-missing'))
    assert.deepEqual(mayActivateCapacity({ ...asked, capacity: secretariat, recognised: true }), { allowed: true })
  })

  test('E5 chief and co-chief close a capacity; its group stays written and carries again when it is reopened', async () => {
    const there = world()
    const bakery = there.enterprise().withRepresentative('els').withChief('an').withCoChief('bart')
    bakery.withCapacity('employer').withUser('tom', 'employer', ['dimona']).withAccessManager('noor', 'social-security')
    const raw = { capacity: 'employer' }
    for (const who of ['els', 'noor'])
      assert.equal(await there.tries(who, bakery, closeCapacity, raw), 'outside-your-scope')
    assert.equal(await there.tries('bart', bakery, closeCapacity, { capacity: 'nonsense' }), 'capacity-unknown')
    assert.equal(await there.tries('bart', bakery, closeCapacity, { capacity: 'taxpayer' }), 'capacity-not-active')
    assert.equal(await there.tries('bart', bakery, closeCapacity, raw), 'done')
    assert.equal(await there.reason('tom', bakery, 'dimona'), 'deny: capacity-closed')
    assert.equal(await there.tries('an', bakery, closeCapacity, raw), 'capacity-not-active')
    assert.equal(await there.tries('an', bakery, activateCapacity, raw), 'done')
    assert.equal(await there.reason('tom', bakery, 'dimona'), 'permit: authorisation')
  })

  test('E5 the ruling: what does not exist is told before what is not active', () => {
    const capacity = world().catalogue.capacities.get('employer')
    assert.deepEqual(mayCloseCapacity({ capacity: undefined, active: false }), {
      allowed: false,
      reason: 'capacity-unknown',
    })
    assert.deepEqual(mayCloseCapacity({ capacity, active: false }), { allowed: false, reason: 'capacity-not-active' })
    assert.deepEqual(mayCloseCapacity({ capacity, active: true }), { allowed: true })
  })
})

describe('What opens and closes', () => {
  test('E19 is told to the access manager, the group managers and the office above, and to nobody else', async () => {
    const there = world()
    const bakery = there
      .enterprise()
      .withRepresentative('els')
      .withChief('an')
      .withCoChief('bart')
      .withAccessManager('noor', 'social-security')
      .withAccessManager('other', 'finance')
      .withCapacity('employer')
      .withUser('tom', 'employer')
    bakery.withOffice('group-manager', 'greta', { scope: 'employer' })
    const told = async (who: string, one: typeof closeDomain | typeof closeCapacity, raw: object) => {
      const { notices } = await there.does(who, bakery, one as typeof closeDomain, raw)
      for (const { weight } of notices) assert.equal(weight, 'office')
      return notices.map(({ receiver, kind }) => `${kind} ${receiver}`).toSorted()
    }
    const those = (kind: string, ...names: string[]) => names.map((name) => `${kind} ${there.person(name)}`).toSorted()
    const domain = { domain: 'social-security' }
    assert.deepEqual(await told('an', closeDomain, domain), those('domain-closed', 'els', 'noor', 'greta'))
    assert.deepEqual(await told('bart', activateDomain, domain), those('domain-opened', 'an', 'noor', 'greta'))
    const capacity = { capacity: 'employer' }
    assert.deepEqual(await told('bart', closeCapacity, capacity), those('capacity-closed', 'an', 'noor', 'greta'))
    assert.deepEqual(await told('an', activateCapacity, capacity), those('capacity-activated', 'els', 'noor', 'greta'))
  })
})

describe('The emergency stop', () => {
  test('E6 one representative alone presses it, also who acts jointly; once', async () => {
    const there = world()
    const towers = there.enterprise().withRepresentative('els', { power: 'jointly' }).withChief('an')
    assert.equal(await there.tries('an', towers, pressEmergencyStop), 'not-legal-representative')
    assert.equal(await there.tries('els', towers, pressEmergencyStop), 'done')
    assert.equal(await there.tries('els', towers, pressEmergencyStop), 'already-stopped')
    assert.equal(await there.reason('an', towers, 'contact-data'), 'deny: emergency-stop')
  })

  test('E6 it is pressed in a ceased enterprise too, for it takes away', async () => {
    const there = world()
    const mill = there.enterprise({ status: 'ceased' }).withRepresentative('els').registered()
    assert.equal(await there.tries('els', mill, pressEmergencyStop), 'done')
  })

  test('E6 chief, co-chiefs and every representative hear of it, and nobody else', async () => {
    const there = world()
    const bakery = there
      .enterprise()
      .withRepresentative('els')
      .withRepresentative('karl')
      .withRepresentative('past', { until: 0 })
      .withRepresentative('accountant', { functionCode: '99999' })
      .withChief('an')
      .withCoChief('bart', { state: 'suspended' })
      .withCoChief('candidate', { state: 'awaiting-activation' })
      .withAccessManager('noor', 'finance')
      .withUser('tom', 'employer')
    for (const [operation, kind] of [
      [pressEmergencyStop, 'emergency-stop-pressed'],
      [liftEmergencyStop, 'emergency-stop-lifted'],
    ] as const) {
      const { notices } = await there.does('els', bakery, operation)
      assert.deepEqual(
        notices.map(({ receiver }) => receiver).toSorted(),
        ['an', 'bart', 'els', 'karl'].map((who) => there.person(who)).toSorted(),
      )
      for (const notice of notices) assert.partialDeepStrictEqual(notice, { kind, weight: 'office' })
    }
  })

  test('E7 lifting it needs the normal representation', async () => {
    const there = world()
    const lifts = async (power: 'alone' | 'jointly' | 'unknown', stopped = true) => {
      const towers = there.enterprise().withRepresentative('els', { power }).withChief('an')
      if (stopped) towers.stopped({ from: -1 })
      return there.tries('els', towers, liftEmergencyStop)
    }
    assert.equal(await lifts('alone'), 'done')
    assert.equal(await lifts('unknown'), 'done', 'unknown counts as alone')
    assert.equal(await lifts('jointly'), 'second-representative-needed', 'the register names nobody else')
    assert.equal(await lifts('alone', false), 'not-stopped')
    assert.equal(await lifts('jointly', false), 'not-stopped')
  })

  test('E7 one representation that acts alone is enough; nobody else lifts it', async () => {
    const there = world()
    const towers = there.enterprise().withRepresentative('els', { power: 'jointly' }).withRepresentative('els')
    towers.withChief('els').withCoChief('bart').stopped({ from: -1 })
    assert.equal(await there.tries('bart', towers, liftEmergencyStop), 'emergency-stop')
    assert.equal(await there.tries('els', towers, liftEmergencyStop), 'done')
    assert.equal(await there.reason('bart', towers, 'contact-data'), 'permit: automatic')
    assert.equal(await there.tries('els', towers, liftEmergencyStop), 'not-stopped')
    assert.equal(await there.tries('bart', towers, liftEmergencyStop), 'not-legal-representative')
  })

  test('E7 it asks a strong sign-in, pressing does not', async () => {
    const there = world()
    const bakery = there.enterprise().withRepresentative('els').withChief('an')
    assert.equal(await there.tries('els', bakery, pressEmergencyStop, {}, { level: 200 }), 'done')
    assert.equal(await there.tries('els', bakery, liftEmergencyStop, {}, { level: 400 }), 'level-too-low')
  })

  test('E7 the ruling: who may, then whether there is a stop', () => {
    const no = (reason: string) => ({ allowed: false, reason })
    assert.deepEqual(mayLiftStop({ stopped: false, representations: [] }), no('not-legal-representative'))
    assert.deepEqual(mayLiftStop({ stopped: true, representations: [] }), no('not-legal-representative'))
    assert.deepEqual(mayLiftStop({ stopped: false, representations: [1] }), no('not-stopped'))
    assert.deepEqual(mayLiftStop({ stopped: true, representations: [1] }), { allowed: true })
  })
})

test('Taking away is refused to nobody entitled, in a stopped and ceased enterprise either (U6, U7)', async () => {
  const there = world()
  const mill = there.enterprise({ status: 'ceased' }).withRepresentative('els').withChief('an').stopped()
  mill.withCapacity('employer')
  assert.equal(await there.tries('an', mill, closeCapacity, { capacity: 'employer' }), 'done')
  assert.equal(await there.tries('an', mill, closeDomain, { domain: 'finance' }), 'done')
  assert.equal(await there.tries('an', mill, activateDomain, { domain: 'finance' }), 'enterprise-ceased')
})
