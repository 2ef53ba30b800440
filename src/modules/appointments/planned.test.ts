import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Fact } from '#database'
import { isoOf, startOfDay, type CivilDay, type Instant } from '#kernel'
import { referenceOf } from '../../../test/support/appointed.ts'
import { belgium, world, type World } from '../../../test/support/world.ts'
import type { WorldEnterprise } from '../../../test/support/world-enterprise.ts'
import { appointmentOperations } from './index.ts'

const {
  appointChief,
  appointCoChief,
  appointAccessManager,
  acceptAppointment,
  declineAppointment,
  withdrawAppointment,
  resign,
  changeContact,
} = appointmentOperations

const employee = (there: World, name: string) => ({ ...there.typed(name), ground: 'employee' })
const from = '2026-12-01'
const december = (days = 0): Instant => (startOfDay(from as CivilDay, belgium.meta.zone) + days * 86_400_000) as Instant

/** Who is in which state of a seat from now on, from when to when. */
async function seatOf(
  there: World,
  where: WorldEnterprise,
  office: Fact<'appointment'>['office'] = 'chief-access-manager',
  scope = '',
): Promise<string[]> {
  const where_ = { enterprise_id: where.id, office, scope }
  const states = await (await there.facts()).find('appointment', where_, { since: there.now })
  const names = new Map(['els', 'an', 'bart', 'tom', 'noor'].map((name) => [there.person(name), name]))
  const day = (at: Instant | null) => (at === null ? 'ever' : isoOf(at).slice(0, 10))
  const seatedFirst = (one: Fact<'appointment'>) =>
    Number(one.state === 'awaiting-activation' || one.state === 'accepted')
  const sorted = states.toSorted((a, b) => a.valid_from - b.valid_from || seatedFirst(a) - seatedFirst(b))
  return sorted.map(({ state, waits_for, person_id, valid_from, valid_until }) => {
    const who = person_id === null ? '' : `${names.get(person_id) ?? '?'} `
    const waits = waits_for === null ? '' : ` for its ${waits_for}`
    return `${who}${state}${waits} ${valid_from <= there.now ? 'now' : day(valid_from)} to ${day(valid_until)}`
  })
}

/** The story of every test below: Els appoints An's successor from December on, who accepts ten days before. */
async function planned(term: { until?: string } = {}) {
  const there = world()
  const bakery = there.enterprise().withRepresentative('els').withChief('an').withCapacity('employer')
  await there.does('els', bakery, appointChief, { ...employee(there, 'bart'), from, ...term })
  const appointment = await referenceOf(there, bakery, 'bart')
  const accepted = await there.does('bart', bakery, acceptAppointment, { appointment })
  return { there, bakery, appointment, accepted }
}

describe('An office from a later day', () => {
  test('A19 accepted before its day it waits, and becomes active by itself when the sitting term ends', async () => {
    const { there, bakery, accepted } = await planned()
    assert.deepEqual(await seatOf(there, bakery), [
      'an active now to 2026-11-30',
      'bart accepted for its day now to 2026-11-30',
      'bart active 2026-11-30 to ever',
    ])
    assert.deepEqual(
      accepted.notices
        .filter(({ kind }) => kind === 'replaced')
        .map(({ receiver, details }) => [receiver, details?.['from']]),
      [[there.person('an'), from]],
    )
    assert.equal(await there.reason('an', bakery, 'dimona'), 'permit: office')
    there.now = (december() - 1) as Instant
    assert.equal(await there.reason('an', bakery, 'dimona'), 'permit: office')
    assert.equal(await there.tries('bart', bakery, appointCoChief, employee(there, 'tom')), 'outside-your-scope')
    there.now = december()
    assert.equal(await there.reason('an', bakery, 'dimona'), 'deny: expired')
    assert.equal(await there.reason('bart', bakery, 'dimona'), 'permit: office')
    assert.equal(await there.tries('bart', bakery, appointCoChief, employee(there, 'tom')), 'done')
  })

  test('A19 accepted on its day or later it begins at once, and A8 it lapses like any other', async () => {
    const there = world()
    const bakery = there.enterprise().withRepresentative('els').withChief('an')
    await there.does('els', bakery, appointChief, { ...employee(there, 'bart'), from })
    const appointment = await referenceOf(there, bakery, 'bart')
    there.now = december(2)
    await there.does('bart', bakery, acceptAppointment, { appointment })
    assert.deepEqual(await seatOf(there, bakery), ['bart active now to ever'])
    const late = { ...employee(there, 'tom'), from: '2027-06-01' }
    await there.does('els', bakery, appointChief, late)
    assert.match((await seatOf(there, bakery)).join(), /tom awaiting-activation now to 2027-01-0/)
  })

  test('A19 a later day has a term too: the vacancy after it is written ahead, without a gap', async () => {
    const { there, bakery } = await planned({ until: '2026-12-31' })
    assert.deepEqual(await seatOf(there, bakery), [
      'an active now to 2026-11-30',
      'bart accepted for its day now to 2026-11-30',
      'bart active 2026-11-30 to 2026-12-31',
      'vacant 2026-12-31 to ever',
    ])
    const reversed = { ...employee(there, 'tom'), from: '2027-03-01', until: '2027-02-01' }
    assert.equal(await there.tries('els', bakery, appointChief, reversed), 'period-reversed', 'U9')
  })

  test('A19 who falls away before their day leaves the sitting holder the term they had, and the holder hears of it', async () => {
    for (const how of ['decline', 'withdraw'] as const)
      for (const term of [{}, { until: 60, term: 60 }]) {
        const there = world()
        const bakery = there.enterprise().withRepresentative('els').withChief('an', term)
        const before = await seatOf(there, bakery)
        await there.does('els', bakery, appointChief, { ...employee(there, 'bart'), from })
        const appointment = await referenceOf(there, bakery, 'bart')
        await there.does('bart', bakery, acceptAppointment, { appointment })
        assert.notDeepEqual(await seatOf(there, bakery), before)
        there.passes({ days: 1 })
        const gone =
          how === 'decline'
            ? await there.does('bart', bakery, declineAppointment, { appointment })
            : await there.does('els', bakery, withdrawAppointment, { appointment })
        assert.deepEqual(await seatOf(there, bakery), before, `${how}, ${JSON.stringify(term)}`)
        assert.ok(gone.notices.some(({ receiver, kind }) => kind === 'goes-on' && receiver === there.person('an')))
        const [held] = await (
          await there.facts()
        ).find('appointment', { enterprise_id: bakery.id, person_id: there.person('an') }, { at: there.now })
        assert.ok(held && held.valid_from < there.days(-1), 'since when is still known')
      }
  })

  test('A19 the sitting chief who resigns meanwhile leaves the seat vacant until the day', async () => {
    const { there, bakery } = await planned()
    await there.does('an', bakery, resign, { appointment: await referenceOf(there, bakery, 'an') })
    assert.deepEqual(await seatOf(there, bakery), [
      'vacant now to 2026-11-30',
      'bart accepted for its day now to 2026-11-30',
      'bart active 2026-11-30 to ever',
    ])
    await there.does('bart', bakery, declineAppointment, { appointment: await referenceOf(there, bakery, 'bart') })
    assert.deepEqual(await seatOf(there, bakery), ['vacant now to ever'])
  })

  test('A19 what was accepted is not accepted again, and A6 no other candidate is asked meanwhile', async () => {
    const { there, bakery, appointment } = await planned()
    assert.equal(await there.tries('bart', bakery, acceptAppointment, { appointment }), 'appointment-not-waiting')
    assert.equal(await there.tries('bart', bakery, resign, { appointment }), 'appointment-unknown')
    assert.equal(await there.tries('els', bakery, appointChief, employee(there, 'tom')), 'candidate-waiting')
    assert.equal(await there.tries('els', bakery, appointChief, employee(there, 'bart')), 'already-in-office')
  })

  test('A19 A15 the first chief activates the account on their day, and nothing when they fall away before it', async () => {
    const there = world()
    const bakery = there.enterprise().withRepresentative('els').registered()
    const facts = await there.facts()
    const account = async () => (await facts.find('account', { enterprise_id: bakery.id }, { at: there.now }))[0]?.state
    const domains = () => facts.find('domain_activation', { enterprise_id: bakery.id }, { at: there.now })
    const done = await there.does('els', bakery, appointChief, { ...employee(there, 'els'), from })
    assert.equal(done.result.state, 'accepted', 'A9: a representative has accepted by that')
    assert.deepEqual(await seatOf(there, bakery), [
      'vacant now to 2026-11-30',
      'els accepted for its day now to 2026-11-30',
      'els active 2026-11-30 to ever',
    ])
    assert.equal(await account(), 'registered')
    await there.does('els', bakery, withdrawAppointment, { appointment: await referenceOf(there, bakery, 'els') })
    const now = there.now
    there.now = december(1)
    assert.deepEqual([await account(), (await domains()).length], ['registered', 0])
    there.now = now
    await there.does('els', bakery, appointChief, { ...employee(there, 'els'), from })
    there.now = december()
    assert.deepEqual([await account(), (await domains()).length > 0], ['active', true])
  })

  test('A19 a co-chief and an access manager begin on their day too', async () => {
    const there = world()
    const bakery = there.enterprise().withChief('an').withAccessManager('noor', 'finance')
    await there.does('an', bakery, appointCoChief, { ...employee(there, 'bart'), from })
    await there.does('an', bakery, appointAccessManager, { ...employee(there, 'tom'), domain: 'finance', from })
    for (const who of ['bart', 'tom'])
      await there.does(who, bakery, acceptAppointment, { appointment: await referenceOf(there, bakery, who) })
    assert.deepEqual(await seatOf(there, bakery, 'co-chief-access-manager'), [
      'bart accepted for its day now to 2026-11-30',
      'bart active 2026-11-30 to ever',
    ])
    assert.deepEqual(await seatOf(there, bakery, 'access-manager', 'finance'), [
      'noor active now to 2026-11-30',
      'tom accepted for its day now to 2026-11-30',
      'tom active 2026-11-30 to ever',
    ])
    await there.does('an', bakery, withdrawAppointment, { appointment: await referenceOf(there, bakery, 'tom') })
    assert.deepEqual(await seatOf(there, bakery, 'access-manager', 'finance'), ['noor active now to ever'])
  })
})

describe('With immediate effect', () => {
  test('A20 the sitting chief goes when the appointment is made, and is told; the seat is vacant until accepted', async () => {
    const there = world()
    const bakery = there.enterprise().withRepresentative('els').withRepresentative('ines').withChief('an')
    const done = await there.does('els', bakery, appointChief, { ...employee(there, 'bart'), immediately: true })
    assert.deepEqual(await seatOf(there, bakery), ['vacant now to ever', 'bart awaiting-activation now to 2026-12-21'])
    assert.equal(await there.tries('an', bakery, appointCoChief, employee(there, 'tom')), 'not-yours')
    assert.deepEqual(
      done.notices.map(({ receiver, kind }) => [receiver, kind]),
      [
        [there.person('bart'), 'appointed'],
        [there.person('an'), 'replaced-at-once'],
        [there.person('ines'), 'emptied-below'],
      ],
    )
    await there.does('bart', bakery, acceptAppointment, { appointment: await referenceOf(there, bakery, 'bart') })
    assert.deepEqual(await seatOf(there, bakery), ['bart active now to ever'])
  })

  test('A20 an access manager goes at once as well, and the domain is managed from above', async () => {
    const there = world()
    const bakery = there.enterprise().withChief('an').withAccessManager('noor', 'finance')
    const asked = { ...employee(there, 'tom'), domain: 'finance', immediately: true }
    await there.does('an', bakery, appointAccessManager, asked)
    assert.deepEqual(await seatOf(there, bakery, 'access-manager', 'finance'), [
      'tom awaiting-activation now to 2026-12-21',
    ])
  })

  test('A20 an empty seat is emptied by it no further, and there is nothing of the kind where there are many seats', async () => {
    const there = world()
    const bakery = there.enterprise().withRepresentative('els').withChief('an').withDomain('finance')
    const asked = { ...employee(there, 'tom'), domain: 'finance', immediately: true }
    assert.equal(await there.tries('an', bakery, appointAccessManager, asked), 'done')
    assert.equal(appointCoChief.input.safeParse({ ...employee(there, 'bart'), immediately: true }).success, false)
  })

  test('A20 with a later day too the chief’s seat is vacant until that day', async () => {
    const there = world()
    const bakery = there.enterprise().withRepresentative('els').withChief('an')
    await there.does('els', bakery, appointChief, { ...employee(there, 'els'), from, immediately: true })
    assert.deepEqual(await seatOf(there, bakery), [
      'vacant now to 2026-11-30',
      'els accepted for its day now to 2026-11-30',
      'els active 2026-11-30 to ever',
    ])
  })
})

describe('Contact details', () => {
  test('A21 whoever may appoint to the office changes them, and nobody else; the person and the appointer are told', async () => {
    const there = world()
    const bakery = there.enterprise().withRepresentative('els').withChief('an').withCoChief('bart')
    bakery.withAccessManager('noor', 'finance').withUser('tom', 'employer')
    await there.does('an', bakery, appointAccessManager, { ...employee(there, 'ines'), domain: 'finance' })
    const appointment = await referenceOf(there, bakery, 'ines')
    const asked = { appointment, email: 'ines@example.org' }
    for (const [who, outcome] of [
      ['els', 'outside-your-scope'],
      ['noor', 'outside-your-scope'],
      ['tom', 'outside-your-scope'],
      ['ines', 'outside-your-scope'],
      ['stranger', 'not-yours'],
      ['an', 'done'],
    ] as const)
      assert.equal(await there.tries(who, bakery, changeContact, asked), outcome, who)
    const done = await there.does('bart', bakery, changeContact, asked)
    assert.deepEqual(
      done.notices.map(({ receiver, kind, formerEmail }) => [receiver, kind, formerEmail]),
      [
        [there.person('ines'), 'contact-changed', undefined],
        [there.person('an'), 'contact-changed', undefined],
        [there.person('ines'), 'contact-changed', 'before@example.org'],
      ],
    )
    const chief = await referenceOf(there, bakery, 'an')
    assert.equal(await there.tries('els', bakery, changeContact, { appointment: chief }), 'done')
    assert.equal(await there.tries('bart', bakery, changeContact, { appointment: chief }), 'outside-your-scope')
    const unknown = { appointment: '0197b3a2-5c1e-7d43-9a1f-3f5f0c6f2a12' }
    assert.equal(await there.tries('an', bakery, changeContact, unknown), 'appointment-unknown')
  })
})
