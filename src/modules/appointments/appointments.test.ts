import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { endOfDay, isoOf, type CivilDay, type Instant } from '#kernel'
import { referenceOf } from '../../../test/support/appointed.ts'
import { belgium, world, type World } from '../../../test/support/world.ts'
import type { WorldEnterprise } from '../../../test/support/world-enterprise.ts'
import { appointmentOperations } from './index.ts'

const {
  appointChief,
  confirmChiefProposal,
  appointCoChief,
  appointAccessManager,
  appointGroupManager,
  acceptAppointment,
  declineAppointment,
  withdrawAppointment,
  resign,
} = appointmentOperations

const employee = (there: World, name: string) => ({ ...there.typed(name), ground: 'employee' })

/** Who is in which state of the chief's seat, from when to when in days. */
async function seatOf(there: World, where: WorldEnterprise): Promise<string[]> {
  const office = 'chief-access-manager' as const
  const states = await (
    await there.facts()
  ).find('appointment', { enterprise_id: where.id, office }, { since: there.now })
  const names = new Map(['els', 'an', 'bart', 'tom'].map((name) => [there.person(name), name]))
  const day = (at: Instant | null) => (at === null ? '' : ` until ${isoOf(at).slice(0, 16)}`)
  return states.map(({ state, person_id, valid_until }) => {
    const who = person_id === null ? state : `${names.get(person_id) ?? '?'} ${state}`
    return `${who}${day(valid_until)}`
  })
}

/** The reference of somebody's appointment at this moment. */
const stateOf = async (there: World, where: WorldEnterprise, name: string): Promise<string | null> => {
  const own = { enterprise_id: where.id, person_id: there.person(name) }
  const [fact] = await (await there.facts()).find('appointment', own, { at: there.now })
  return fact?.state ?? null
}

const people = (there: World, names: string[]) => names.map((name) => there.person(name)).toSorted()

describe('Appointing the chief', () => {
  test('A1 a legal representative appoints the chief, and nobody else does', async () => {
    const there = world()
    const bakery = there.enterprise().withRepresentative('els').withChief('an').withCoChief('bart')
    bakery.withAccessManager('noor', 'finance').withUser('tom', 'employer')
    for (const who of ['an', 'bart', 'noor', 'tom'])
      assert.equal(await there.tries(who, bakery, appointChief, employee(there, 'new')), 'not-legal-representative')
    const done = await there.does('els', bakery, appointChief, employee(there, 'bart'))
    assert.equal(done.result.state, 'awaiting-activation')
    assert.deepEqual(
      done.notices.map(({ receiver, kind, weight }) => [receiver, kind, weight]),
      [[there.person('bart'), 'appointed', 'office']],
    )
    assert.equal(await there.reason('an', bakery, 'contact-data'), 'permit: automatic', 'the sitting chief stays')
  })

  test('A2 a representative who acts jointly does not appoint the chief alone', async () => {
    const there = world()
    const towers = there.enterprise().withRepresentative('els', { power: 'jointly' }).registered()
    towers.withRepresentative('karl', { power: 'unknown' })
    const raw = employee(there, 'an')
    const made = await there.does('els', towers, appointChief, raw)
    assert.deepEqual(
      made.notices.map(({ receiver, kind }) => [receiver, kind]),
      [[there.person('karl'), 'proposed']],
    )
    const facts = await there.facts()
    const [proposal] = await facts.find('proposal', { enterprise_id: towers.id })
    assert.deepEqual(proposal?.body, { person: there.person('an'), ground: 'employee' }, 'no number is kept')
    const { result } = made
    assert.deepEqual(result, { proposal: proposal?.fact_id, state: 'proposed' })
    const named = { proposal: proposal?.fact_id ?? '' }
    assert.equal(await there.tries('els', towers, confirmChiefProposal, named), 'own-proposal')
    const done = await there.does('karl', towers, confirmChiefProposal, named)
    assert.deepEqual(
      done.notices.map(({ receiver, kind }) => [receiver, kind]),
      [
        [there.person('els'), 'proposal-confirmed'],
        [there.person('an'), 'appointed'],
      ],
    )
    assert.equal(await there.tries('an', towers, acceptAppointment, { appointment: done.result.appointment }), 'done')
  })

  test('A2 what is confirmed is judged as things stand then, and who acts alone leaves nothing to confirm', async () => {
    const there = world()
    const towers = there.enterprise().withRepresentative('els', { power: 'jointly' }).registered()
    towers.withRepresentative('karl', { power: 'jointly' }).withRepresentative('noor')
    const waits = async () => {
      const facts = await there.facts()
      const [one] = await facts.find('proposal', { enterprise_id: towers.id, confirmed_by: null }, { at: there.now })
      return { proposal: one?.fact_id ?? there.person('els') }
    }
    const ended = { ...employee(there, 'an'), until: '2020-01-01' }
    assert.equal(await there.tries('els', towers, appointChief, ended), 'period-in-the-past', 'refused at once')
    await there.does('els', towers, appointChief, employee(there, 'an'))
    assert.equal(await there.tries('karl', towers, appointChief, employee(there, 'bart')), 'proposal-waiting')
    const named = await waits()
    const { notices } = await there.does('noor', towers, appointChief, employee(there, 'an'))
    assert.ok(notices.some(({ receiver, kind }) => receiver === there.person('els') && kind === 'proposal-settled'))
    assert.equal(await there.tries('karl', towers, confirmChiefProposal, named), 'proposal-unknown')
    assert.equal(await there.tries('els', towers, appointChief, employee(there, 'bart')), 'candidate-waiting')
    there.passes({ days: 31 })
    await there.does('els', towers, appointChief, employee(there, 'karl'))
    const own = await there.does('karl', towers, confirmChiefProposal, await waits())
    assert.equal(own.result.state, 'active', 'whoever confirms their own appointment accepts in the same step (A9)')
  })

  test('A3 a representative may appoint themselves chief, but to no other office', async () => {
    const there = world()
    const bakery = there.enterprise().withRepresentative('els').withChief('els').withCapacity('employer')
    assert.equal(await there.tries('els', bakery, appointCoChief, employee(there, 'els')), 'self-appointment')
    const domain = { ...employee(there, 'els'), domain: 'finance' }
    assert.equal(await there.tries('els', bakery, appointAccessManager, domain), 'self-appointment')
    const group = { ...employee(there, 'els'), capacity: 'employer' }
    assert.equal(await there.tries('els', bakery, appointGroupManager, group), 'self-appointment')
  })

  test('A4 who is declared a legal representative is one in the register at that moment', async () => {
    const there = world()
    const bakery = there.enterprise().withRepresentative('els').withRepresentative('karl', { until: 5 }).registered()
    bakery.withRepresentative('accountant', { functionCode: '99999' })
    const declared = (name: string) => ({ ...there.typed(name), ground: 'legal-representative' })
    assert.equal(await there.tries('els', bakery, appointChief, declared('an')), 'ground-not-in-register')
    assert.equal(await there.tries('els', bakery, appointChief, declared('accountant')), 'ground-not-in-register')
    there.passes({ days: 5 })
    assert.equal(await there.tries('els', bakery, appointChief, declared('karl')), 'ground-not-in-register')
    there.passes({ minutes: -1 })
    assert.equal(await there.tries('els', bakery, appointChief, declared('karl')), 'done')
  })

  test('A5 the sitting chief is not appointed again, nor is the candidate', async () => {
    const there = world()
    const bakery = there.enterprise().withRepresentative('els').withChief('an')
    assert.equal(await there.tries('els', bakery, appointChief, employee(there, 'an')), 'already-in-office')
    await there.does('els', bakery, appointChief, employee(there, 'bart'))
    assert.equal(await there.tries('els', bakery, appointChief, employee(there, 'bart')), 'already-in-office')
  })

  test('A6 while a candidate waits there is no other one, not even the representative', async () => {
    const there = world()
    const bakery = there.enterprise().withRepresentative('els').withChief('an')
    await there.does('els', bakery, appointChief, employee(there, 'bart'))
    assert.equal(await there.tries('els', bakery, appointChief, employee(there, 'tom')), 'candidate-waiting')
    assert.equal(await there.tries('els', bakery, appointChief, employee(there, 'els')), 'candidate-waiting')
    await there.does('els', bakery, withdrawAppointment, { appointment: await referenceOf(there, bakery, 'bart') })
    assert.equal(await there.tries('els', bakery, appointChief, employee(there, 'els')), 'done')
  })

  test('A8 an appointment that nobody accepts lapses at the end of the thirtieth day', async () => {
    const there = world()
    const bakery = there.enterprise().withRepresentative('els').registered()
    const { result } = await there.does('els', bakery, appointChief, employee(there, 'an'))
    assert.deepEqual(await seatOf(there, bakery), ['vacant', 'an awaiting-activation until 2026-12-21T23:00'])
    there.now = (endOfDay('2026-12-21' as CivilDay, belgium.meta.zone) - 1) as Instant
    assert.equal(await stateOf(there, bakery, 'an'), 'awaiting-activation')
    there.now = (there.now + 1) as Instant
    assert.equal(await stateOf(there, bakery, 'an'), null)
    const raw = { appointment: result.appointment }
    assert.equal(await there.tries('an', bakery, acceptAppointment, raw), 'not-yours')
    assert.equal(await there.tries('els', bakery, appointChief, employee(there, 'bart')), 'done')
  })

  test('A8 with its own term when that is earlier', async () => {
    const there = world()
    const bakery = there.enterprise().withRepresentative('els').registered()
    await there.does('els', bakery, appointChief, { ...employee(there, 'an'), until: '2026-11-30' })
    assert.deepEqual(await seatOf(there, bakery), ['vacant', 'an awaiting-activation until 2026-11-30T23:00'])
    const past = { ...employee(there, 'bart'), until: '2026-11-20' }
    assert.equal(await there.tries('els', bakery, appointChief, past), 'period-in-the-past', 'U9 on the last day')
  })

  test('A9 a representative who appoints themselves chief accepts in the same step', async () => {
    const there = world()
    const bakery = there.enterprise().withRepresentative('els').withChief('an').withCapacity('employer')
    const done = await there.does('els', bakery, appointChief, employee(there, 'els'))
    assert.equal(done.result.state, 'active')
    assert.deepEqual(await seatOf(there, bakery), ['els active'])
    assert.equal(await there.reason('els', bakery, 'dimona'), 'permit: office')
    assert.equal(await there.reason('an', bakery, 'dimona'), 'deny: expired')
    assert.deepEqual(
      done.notices.map(({ receiver, kind }) => [receiver, kind]),
      [[there.person('an'), 'replaced']],
    )
  })

  test('A15 the first chief in the seat activates the account, its e-Box and the default domains', async () => {
    for (const first of ['els', 'an']) {
      const there = world()
      const bakery = there.enterprise().withRepresentative('els').withDomain('finance').registered()
      const { result } = await there.does('els', bakery, appointChief, employee(there, first))
      const facts = await there.facts()
      if (first === 'an') {
        const [before] = await facts.find('account', { enterprise_id: bakery.id }, { at: there.now })
        assert.equal(before?.state, 'registered', 'not before the seat is taken')
        await there.passes({ days: 1 }).does('an', bakery, acceptAppointment, { appointment: result.appointment })
      }
      const [account] = await facts.find('account', { enterprise_id: bakery.id }, { at: there.now })
      assert.partialDeepStrictEqual(account, { state: 'active', ebox: true, valid_from: there.now })
      const domains = await facts.find('domain_activation', { enterprise_id: bakery.id }, { at: there.now })
      assert.deepEqual(domains.map(({ domain }) => domain).toSorted(), ['finance', 'social-security'])
    }
  })

  test('A15 a later chief changes none of it', async () => {
    const there = world()
    const bakery = there.enterprise().withRepresentative('els').withDomain('finance', { until: -1 }).withChief('an')
    await there.does('els', bakery, appointChief, employee(there, 'els'))
    const facts = await there.facts()
    assert.equal((await facts.find('account', { enterprise_id: bakery.id })).length, 1)
    const open = await facts.find(
      'domain_activation',
      { enterprise_id: bakery.id, domain: 'finance' },
      { at: there.now },
    )
    assert.deepEqual(open, [], 'a domain that was closed stays closed')
  })
})

describe('Appointing to the other offices', () => {
  test('A12 the chief appoints co-chiefs, any number; nobody else does', async () => {
    const there = world()
    const bakery = there.enterprise().withRepresentative('els').withChief('an').withCoChief('bart')
    bakery.withAccessManager('noor', 'finance')
    for (const who of ['els', 'bart', 'noor'])
      assert.equal(await there.tries(who, bakery, appointCoChief, employee(there, 'tom')), 'outside-your-scope')
    for (const who of ['tom', 'ines'])
      assert.equal(await there.tries('an', bakery, appointCoChief, employee(there, who)), 'done')
    assert.equal(await there.tries('an', bakery, appointCoChief, employee(there, 'bart')), 'already-in-office')
    for (const who of ['ines', 'tom']) {
      const appointment = await referenceOf(there, bakery, who)
      assert.equal(await there.tries(who, bakery, acceptAppointment, { appointment }), 'done')
    }
    for (const who of ['bart', 'ines', 'tom']) assert.equal(await stateOf(there, bakery, who), 'active')
  })

  test('A13 chief and co-chief appoint the access manager of an open domain', async () => {
    const there = world()
    const bakery = there.enterprise().withRepresentative('els').withChief('an').withCoChief('bart')
    bakery.withAccessManager('noor', 'social-security')
    const raw = (domain: string) => ({ ...employee(there, 'greta'), domain })
    for (const who of ['els', 'noor'])
      for (const domain of ['finance', 'nonsense', 'mobility'])
        assert.equal(await there.tries(who, bakery, appointAccessManager, raw(domain)), 'outside-your-scope')
    assert.equal(await there.tries('bart', bakery, appointAccessManager, raw('nonsense')), 'domain-unknown')
    assert.equal(await there.tries('bart', bakery, appointAccessManager, raw('mobility')), 'domain-not-open')
    assert.equal(await there.tries('bart', bakery, appointAccessManager, raw('finance')), 'done')
    assert.equal(await there.tries('an', bakery, appointAccessManager, raw('social-security')), 'done', 'a successor')
  })

  test('A14 the group manager is appointed by chief, co-chief or the access manager of the domain', async () => {
    const there = world()
    const bakery = there.enterprise().withRepresentative('els').withChief('an').withCoChief('bart')
    bakery.withAccessManager('noor', 'social-security').withAccessManager('greta', 'finance')
    bakery.withCapacity('employer').withGroupManager('lucas', 'employer')
    const raw = (capacity: string) => ({ ...employee(there, 'tom'), capacity })
    for (const who of ['els', 'greta', 'lucas'])
      assert.equal(await there.tries(who, bakery, appointGroupManager, raw('employer')), 'outside-your-scope')
    assert.equal(await there.tries('noor', bakery, appointGroupManager, raw('taxpayer')), 'outside-your-scope')
    assert.equal(await there.tries('an', bakery, appointGroupManager, raw('nonsense')), 'capacity-unknown')
    assert.equal(await there.tries('noor', bakery, appointGroupManager, raw('without-staff')), 'capacity-not-active')
    assert.equal(await there.tries('an', bakery, appointGroupManager, raw('reporting-agent')), 'capacity-not-active')
    assert.equal(await there.tries('noor', bakery, appointGroupManager, raw('employer')), 'done')
    assert.equal(await there.tries('bart', bakery, appointGroupManager, raw('employer')), 'already-in-office')
  })

  test('A14 a capacity whose domain is closed is not active', async () => {
    const there = world()
    const bakery = there.enterprise().withDomain('finance', { until: -1 }).withChief('an').withCapacity('taxpayer')
    const raw = { ...employee(there, 'tom'), capacity: 'taxpayer' }
    assert.equal(await there.tries('an', bakery, appointGroupManager, raw), 'capacity-not-active')
  })
})

describe('Accepting and declining', () => {
  test('A7 the appointee alone answers, while it waits', async () => {
    const there = world()
    const bakery = there.enterprise().withRepresentative('els').withChief('an').withCoChief('bart')
    const appointed = await there.does('els', bakery, appointChief, employee(there, 'tom'))
    const { appointment } = appointed.result
    const other = { appointment: '00000000-0000-4000-8000-000000000000' }
    for (const operation of [acceptAppointment, declineAppointment]) {
      assert.equal(await there.tries('els', bakery, operation, { appointment }), 'not-the-appointee')
      assert.equal(await there.tries('tom', bakery, operation, other), 'appointment-unknown')
      const held = { appointment: await referenceOf(there, bakery, 'bart') }
      assert.equal(await there.tries('bart', bakery, operation, held), 'appointment-not-waiting')
    }
    const low = await there.acts('tom', bakery, acceptAppointment, { appointment }, { level: 300 })
    assert.deepEqual(low, { allowed: false, reason: 'level-too-low', levelNeeded: 400 })
    const done = await there.does('tom', bakery, acceptAppointment, { appointment }, { level: 400 })
    assert.deepEqual(done.result, { appointment })
    assert.equal(await stateOf(there, bakery, 'tom'), 'active')
    assert.equal(await referenceOf(there, bakery, 'tom'), appointment, 'its reference stays')
  })

  test('A7 the reference of another enterprise’s appointment is unknown here', async () => {
    const there = world()
    const bakery = there.enterprise().withRepresentative('els').registered()
    const mill = there.enterprise().withRepresentative('els').registered()
    const { result } = await there.does('els', bakery, appointChief, employee(there, 'an'))
    await there.does('els', mill, appointChief, employee(there, 'an'))
    const { appointment } = result
    assert.equal(await there.tries('an', mill, acceptAppointment, { appointment }), 'appointment-unknown')
    assert.equal(await there.tries('els', mill, withdrawAppointment, { appointment }), 'appointment-unknown')
  })

  test('A7 declining needs no more than the code level, and the appointer hears of it', async () => {
    const there = world()
    const bakery = there.enterprise().withRepresentative('els').registered()
    const { result } = await there.does('els', bakery, appointChief, employee(there, 'an'))
    const raw = { appointment: result.appointment }
    const done = await there.does('an', bakery, declineAppointment, raw, { level: 200 })
    assert.deepEqual(
      done.notices.map(({ receiver, kind }) => [receiver, kind]),
      [[there.person('els'), 'declined']],
    )
    assert.deepEqual(await seatOf(there, bakery), ['vacant'])
    assert.equal(await there.tries('an', bakery, acceptAppointment, raw), 'not-yours', 'then nobody here any more')
  })

  test('A10 whoever takes a seat of one empties it in the same step, and what the office carried stands', async () => {
    const there = world()
    const bakery = there.enterprise().withRepresentative('els').withChief('an').withCapacity('employer')
    bakery.withAccessManager('noor', 'social-security', { by: 'an' }).withUser('tom', 'employer', ['dimona'])
    const { result } = await there.does('els', bakery, appointChief, employee(there, 'bart'))
    assert.deepEqual((await seatOf(there, bakery)).toSorted(), [
      'an active',
      'bart awaiting-activation until 2026-12-21T23:00',
    ])
    const done = await there.passes({ days: 2 }).does('bart', bakery, acceptAppointment, {
      appointment: result.appointment,
    })
    assert.deepEqual(await seatOf(there, bakery), ['bart active'])
    assert.deepEqual(
      done.notices.map(({ receiver, kind }) => [receiver, kind]),
      [
        [there.person('els'), 'accepted'],
        [there.person('an'), 'replaced'],
      ],
    )
    assert.equal(await there.reason('noor', bakery, 'dimona'), 'permit: office')
    assert.equal(await there.reason('tom', bakery, 'dimona'), 'permit: authorisation')
    assert.equal(await there.reason('an', bakery, 'dimona'), 'deny: expired')
  })

  test('A10 a chief’s term that ends by itself leaves a vacancy from then', async () => {
    const there = world()
    const bakery = there.enterprise().withRepresentative('els').registered()
    await there.does('els', bakery, appointChief, { ...employee(there, 'els'), until: '2026-12-31' })
    assert.deepEqual(await seatOf(there, bakery), ['els active until 2026-12-31T23:00', 'vacant'])
    assert.equal(await there.tries('els', bakery, appointChief, employee(there, 'an')), 'done')
    const appointment = await referenceOf(there, bakery, 'an')
    await there.passes({ days: 1 }).does('an', bakery, acceptAppointment, { appointment })
    assert.deepEqual(await seatOf(there, bakery), ['an active'], 'the planned vacancy goes too')
  })

  test('A10 an access manager and a group manager are replaced, a co-chief is not', async () => {
    const there = world()
    const bakery = there.enterprise().withChief('an').withCoChief('bart').withCapacity('employer')
    bakery.withAccessManager('noor', 'social-security').withGroupManager('lucas', 'employer')
    for (const [operation, who, raw] of [
      [appointAccessManager, 'tom', { domain: 'social-security' }],
      [appointGroupManager, 'ines', { capacity: 'employer' }],
      [appointCoChief, 'greta', {}],
    ] as const) {
      const { result } = await there.does('an', bakery, operation, {
        ...employee(there, who),
        ...raw,
      })
      await there.does(who, bakery, acceptAppointment, { appointment: result.appointment })
    }
    const states = await Promise.all(
      ['noor', 'tom', 'lucas', 'ines', 'bart', 'greta'].map((who) => stateOf(there, bakery, who)),
    )
    assert.deepEqual(states, [null, 'active', null, 'active', 'active', 'active'])
  })

  test('U7 an emergency stop keeps an office from being accepted, not from being declined', async () => {
    const there = world()
    const bakery = there.enterprise().withRepresentative('els').withChief('an').stopped()
    bakery.withOffice('chief-access-manager', 'bart', { state: 'awaiting-activation', until: 20 })
    const raw = { appointment: await referenceOf(there, bakery, 'bart') }
    assert.equal(await there.tries('bart', bakery, acceptAppointment, raw), 'emergency-stop')
    assert.equal(await there.tries('bart', bakery, declineAppointment, raw), 'done')
  })
})

describe('Leaving', () => {
  test('A11 a seat left is empty from that moment; the chief’s is explicitly vacant', async () => {
    for (const [who, operation] of [
      ['an', resign],
      ['els', withdrawAppointment],
    ] as const)
      for (const state of ['active', 'suspended'] as const)
        for (const traits of [{ state }, { state, until: 40 }]) {
          const there = world()
          const bakery = there.enterprise().withRepresentative('els').withChief('an', traits)
          await there.does(who, bakery, operation, { appointment: await referenceOf(there, bakery, 'an') })
          assert.deepEqual(await seatOf(there, bakery), ['vacant'])
        }
  })

  test('A11 the seat of an access manager is left without a vacancy', async () => {
    const there = world()
    const bakery = there.enterprise().withChief('an').withAccessManager('noor', 'finance')
    await there.does('noor', bakery, resign, { appointment: await referenceOf(there, bakery, 'noor') })
    assert.equal(await stateOf(there, bakery, 'noor'), null)
    assert.deepEqual(await seatOf(there, bakery), ['an active'])
  })

  test('A11 a candidate withdrawn leaves the sitting chief where they are', async () => {
    const there = world()
    const bakery = there.enterprise().withRepresentative('els').withChief('an')
    const { result } = await there.does('els', bakery, appointChief, employee(there, 'bart'))
    await there.does('els', bakery, withdrawAppointment, { appointment: result.appointment })
    assert.deepEqual(await seatOf(there, bakery), ['an active'])
  })

  test('A16 who may withdraw which appointment, waiting or held', async () => {
    const withdrawers: Record<string, string[]> = {
      chief: ['els'],
      cochief: ['els', 'an'],
      finance: ['els', 'an', 'bart'],
      employer: ['els', 'an', 'bart', 'noor'],
    }
    for (const state of ['active', 'suspended', 'awaiting-activation'] as const)
      for (const [target, entitled] of Object.entries(withdrawers))
        for (const who of ['els', 'an', 'bart', 'noor', 'lucas']) {
          const there = world()
          const bakery = there.enterprise().withRepresentative('els').withChief('an').withCoChief('bart')
          bakery.withAccessManager('noor', 'social-security').withGroupManager('lucas', 'service-provider')
          if (target === 'cochief') bakery.withCoChief('target', { state })
          if (target === 'finance') bakery.withAccessManager('target', 'finance', { state })
          if (target === 'employer') bakery.withGroupManager('target', 'employer', { state })
          if (target === 'chief') bakery.withOffice('chief-access-manager', 'target', { state: 'awaiting-activation' })
          const appointment = await referenceOf(there, bakery, 'target')
          const answer = await there.tries(who, bakery, withdrawAppointment, { appointment })
          assert.equal(answer, entitled.includes(who) ? 'done' : 'outside-your-scope', `${who} ${target} ${state}`)
        }
  })

  test('A16 an access manager withdraws only within the domain', async () => {
    const there = world()
    const bakery = there.enterprise().withChief('an').withAccessManager('noor', 'social-security')
    bakery.withGroupManager('tom', 'taxpayer').withAccessManager('greta', 'finance')
    for (const who of ['tom', 'greta']) {
      const appointment = await referenceOf(there, bakery, who)
      assert.equal(await there.tries('noor', bakery, withdrawAppointment, { appointment }), 'outside-your-scope')
    }
  })

  test('A16 whoever has no power at all learns nothing of references', async () => {
    const there = world()
    const bakery = there.enterprise().withChief('an', { state: 'suspended' }).withUser('tom', 'employer')
    bakery.withCoChief('bart')
    const unknown = { appointment: '00000000-0000-4000-8000-000000000000' }
    const known = { appointment: await referenceOf(there, bakery, 'bart') }
    for (const who of ['an', 'tom'])
      for (const raw of [known, unknown])
        assert.equal(await there.tries(who, bakery, withdrawAppointment, raw), 'outside-your-scope')
    assert.equal(await there.tries('bart', bakery, withdrawAppointment, unknown), 'appointment-unknown')
  })

  test('A16 the vacancy is no appointment', async () => {
    const there = world()
    const bakery = there.enterprise().withRepresentative('els').registered()
    const [vacancy] = await (await there.facts()).find('appointment', { enterprise_id: bakery.id })
    const raw = { appointment: vacancy?.fact_id ?? '' }
    assert.equal(await there.tries('els', bakery, withdrawAppointment, raw), 'appointment-unknown')
  })

  test('A17 whoever holds an office, active or suspended, may resign it', async () => {
    const there = world()
    const bakery = there.enterprise().withChief('an').withCoChief('bart', { state: 'suspended' })
    bakery.withCoChief('tom', { state: 'awaiting-activation' })
    const references = new Map<string, string>()
    for (const who of ['an', 'bart', 'tom']) references.set(who, await referenceOf(there, bakery, who))
    const tries = (who: string, whose: string) =>
      there.tries(who, bakery, resign, { appointment: references.get(whose) ?? '' })
    assert.equal(await tries('tom', 'tom'), 'appointment-unknown', 'who waits declines')
    assert.equal(await tries('an', 'bart'), 'appointment-unknown')
    assert.equal(await tries('bart', 'bart'), 'done')
    assert.equal(await tries('an', 'an'), 'done')
    assert.equal(await tries('an', 'an'), 'not-yours')
  })

  test('A18 who appointed is told that the office is left, and for the chief’s seat every representative', async () => {
    const there = world()
    const bakery = there
      .enterprise()
      .withRepresentative('els')
      .withRepresentative('karl')
      .withRepresentative('past', { until: 0 })
      .withRepresentative('accountant', { functionCode: '99999' })
      .withChief('an', { by: 'els' })
      .withAccessManager('noor', 'finance', { by: 'an' })
    const leaves = async (who: string) => {
      const appointment = await referenceOf(there, bakery, who)
      const { notices } = await there.does(who, bakery, resign, { appointment })
      for (const notice of notices) assert.partialDeepStrictEqual(notice, { kind: 'resigned', weight: 'office' })
      return notices.map(({ receiver }) => receiver).toSorted()
    }
    assert.deepEqual(await leaves('noor'), people(there, ['an']))
    assert.deepEqual(await leaves('an'), people(there, ['els', 'karl']))
  })

  test('A18 whoever leaves is not told of it themselves', async () => {
    const there = world()
    const bakery = there.enterprise().withRepresentative('els').withRepresentative('karl').registered()
    const { result } = await there.does('els', bakery, appointChief, employee(there, 'els'))
    const { notices } = await there.does('els', bakery, resign, { appointment: result.appointment })
    assert.deepEqual(
      notices.map(({ receiver }) => receiver),
      people(there, ['karl']),
    )
  })
})
