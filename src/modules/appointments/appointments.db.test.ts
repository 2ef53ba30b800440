import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { constraintOf, factsOf, factWriter, inTransaction, type FactBodies } from '#database'
import { vacancy } from '#enterprises'
import { eachStore } from '../../../test/support/stores.ts'
import { worldOn, type World } from '../../../test/support/world.ts'
import type { WorldEnterprise } from '../../../test/support/world-enterprise.ts'
import { appointmentOperations } from './index.ts'

const { appointChief, appointCoChief, acceptAppointment, resign, withdrawAppointment } = appointmentOperations

type Body = FactBodies['appointment']

/** Somebody else's appointment, as it would be written. */
function bodyOf(there: World, where: WorldEnterprise, name: string, traits: Partial<Body> = {}): Body {
  return {
    enterprise_id: where.id,
    office: 'chief-access-manager',
    scope: '',
    person_id: there.person(name),
    state: 'active',
    ground: 'employee',
    term_until: null,
    waits_for: traits.state === 'accepted' ? 'name' : null,
    begins_at: null,
    by_person: there.person('els'),
    by_basis: randomUUID(),
    ...traits,
  }
}

/** Typed as their digital key tells it, so that no name holds anything up (A23). */
const employee = (there: World, name: string) => ({ ...there.typed(name), familyName: 'Janssens', ground: 'employee' })

eachStore('A10 the database refuses a second holder of a seat, in whatever state', async (_t, store) => {
  const there = worldOn(store)
  const bakery = there.enterprise().withChief('an').withAccessManager('noor', 'finance')
  bakery.withGroupManager('lucas', 'employer')
  const open = { from: there.days(5), until: null }
  const tries = (traits: Partial<Body>) =>
    there.pastRules((facts) => facts.record('appointment', bodyOf(there, bakery, 'tom', traits), open))
  for (const state of ['active', 'suspended'] as const) {
    assert.equal(await tries({ state }), 'one_holder_per_seat')
    assert.equal(await tries({ state, office: 'access-manager', scope: 'finance' }), 'one_holder_per_seat')
    assert.equal(await tries({ state, office: 'group-manager', scope: 'employer' }), 'one_holder_per_seat')
  }
  assert.equal(await tries({ ...vacancy(bakery.id) }), 'one_holder_per_seat', 'held and vacant at once')
  assert.equal(await tries({ office: 'access-manager', scope: 'mobility' }), null, 'another seat is free')
})

eachStore('A6 the database refuses a second candidate, A5 and a second seat of one co-chief', async (_t, store) => {
  const there = worldOn(store)
  const bakery = there.enterprise().withChief('an').withCoChief('bart')
  bakery.withOffice('chief-access-manager', 'ines', { state: 'awaiting-activation' })
  const open = { from: there.now, until: there.days(30) }
  const tries = (name: string, traits: Partial<Body>) =>
    there.pastRules((facts) => facts.record('appointment', bodyOf(there, bakery, name, traits), open))
  for (const state of ['awaiting-activation', 'accepted'] as const)
    assert.equal(await tries('tom', { state }), 'one_candidate_per_seat')
  const coChief = { office: 'co-chief-access-manager' } as const
  assert.equal(await tries('bart', coChief), 'one_co_chief_seat_per_person')
  assert.equal(await tries('bart', { ...coChief, state: 'awaiting-activation' }), 'one_co_chief_seat_per_person')
  assert.equal(await tries('tom', coChief), null, 'any number of persons')
})

eachStore('A3 the database refuses who appoints themselves to any office but the chief’s', async (_t, store) => {
  const there = worldOn(store)
  const bakery = there.enterprise().withDomain('finance').withRepresentative('els').registered()
  const open = { from: there.now, until: null }
  const by_person = there.person('els')
  const tries = (traits: Partial<Body>) =>
    there.pastRules((facts) =>
      facts.record('appointment', bodyOf(there, bakery, 'els', { by_person, ...traits }), open),
    )
  const refused = 'nobody_appoints_themselves'
  assert.equal(await tries({ office: 'co-chief-access-manager' }), refused)
  assert.equal(await tries({ office: 'access-manager', scope: 'finance' }), refused)
  assert.equal(await tries({ office: 'group-manager', scope: 'employer' }), refused)
  assert.equal(await there.tries('els', bakery, appointChief, employee(there, 'els')), 'done')
})

eachStore('An appointment that nobody made, and one without a person, are refused', async (_t, store) => {
  const there = worldOn(store)
  const bakery = there.enterprise().withChief('an')
  const open = { from: there.now, until: null }
  const tries = (traits: Partial<Body>) =>
    there.pastRules((facts) => facts.record('appointment', bodyOf(there, bakery, 'tom', traits), open))
  const group = { office: 'group-manager', scope: 'employer' } as const
  assert.equal(await tries({ ...group, by_person: null }), 'somebody_appointed')
  assert.equal(await tries({ ...group, by_basis: null }), 'somebody_appointed')
  assert.equal(await tries({ ...group, ground: null }), 'somebody_appointed')
  assert.equal(await tries({ ...group, person_id: null }), 'only_a_vacancy_has_nobody')
  assert.equal(await tries({ state: 'vacant' }), 'only_a_vacancy_has_nobody')
  assert.equal(await tries({ ...group, state: 'vacant', person_id: null }), 'only_the_chief_seat_is_vacant')
  assert.equal(await tries({ ...group, scope: '' }), 'appointment_check', 'an office of a scope has one')
  assert.equal(await tries({ scope: 'finance' }), 'appointment_check', 'and one of the enterprise has none')
})

eachStore('A11 the database refuses a gap in the chief’s seat, at the commit', async (_t, store) => {
  const there = worldOn(store)
  const bakery = there.enterprise().withRepresentative('els').withChief('an')
  await there.settle()
  const [seated] = await factsOf(store.reader).find('appointment', { enterprise_id: bakery.id })
  assert.ok(seated)
  const later = { from: there.days(2), until: null }
  assert.equal(await there.pastRules((facts) => facts.end('appointment', seated, there.now)), 'chief_or_vacancy')
  const gap = await there.pastRules(async (facts) => {
    await facts.end('appointment', seated, there.days(1))
    await facts.record('appointment', vacancy(bakery.id), later)
  })
  assert.equal(gap, 'chief_or_vacancy')
  const candidate = await there.pastRules(async (facts) => {
    await facts.end('appointment', seated, there.days(2))
    await facts.record('appointment', bodyOf(there, bakery, 'els', { state: 'accepted' }), later)
  })
  assert.equal(candidate, 'chief_or_vacancy', 'a candidate does not hold it')
  const whole = await there.pastRules(async (facts) => {
    await facts.end('appointment', seated, there.days(2))
    await facts.record('appointment', vacancy(bakery.id), later)
  })
  assert.equal(whole, null)
})

eachStore('I21 a change without an audit entry does not commit', async (_t, store) => {
  const there = worldOn(store)
  const bakery = there.enterprise().withChief('an').withCoChief('bart')
  await there.settle()
  const [held] = await factsOf(store.reader).find('appointment', { person_id: there.person('bart') })
  assert.ok(held)
  const ports = { now: there.now, newId: randomUUID }
  const silently = (write: 'record' | 'end') =>
    inTransaction(store, async (trx) => {
      const facts = factWriter(trx, ports)
      if (write === 'end') await facts.end('appointment', held, there.now)
      else {
        const body = bodyOf(there, bakery, 'an', { office: 'co-chief-access-manager' })
        await facts.record(
          'appointment',
          { ...body, by_person: there.person('bart') },
          { from: there.now, until: null },
        )
      }
    })
  for (const write of ['record', 'end'] as const)
    await assert.rejects(silently(write), (error) => constraintOf(error) === 'no_change_without_audit')
  const after = await factsOf(store.reader).find('appointment', { enterprise_id: bakery.id }, { at: there.now })
  assert.equal(after.length, 2)
})

eachStore('A fact row is neither changed nor deleted, and an audit entry neither', async (_t, store) => {
  const there = worldOn(store)
  const bakery = there.enterprise().withRepresentative('els').withChief('an')
  await there.settle()
  const kept = 'facts_are_kept'
  const at = there.now
  assert.equal(await there.pastRules((_f, trx) => trx.deleteFrom('appointment').execute()), kept)
  for (const change of [
    { person_id: there.person('els') },
    { valid_until: there.days(1) },
    { recorded_at: there.days(-3) },
  ]) {
    const changed = { ...change, superseded_at: at }
    assert.equal(await there.pastRules((_f, trx) => trx.updateTable('appointment').set(changed).execute()), kept)
  }
  assert.equal(
    await there.pastRules((_f, trx) => trx.updateTable('appointment').set({ superseded_at: null }).execute()),
    kept,
  )
  const twice = await there.pastRules(async (facts, trx) => {
    const [seated] = await facts.find('appointment', { enterprise_id: bakery.id })
    assert.ok(seated)
    const supersede = (superseded_at: typeof at) =>
      trx.updateTable('appointment').set({ superseded_at }).where('row_id', '=', seated.row_id).execute()
    await supersede(there.days(1))
    await supersede(there.days(2))
  })
  assert.equal(twice, kept)
  const entries = 'audit_entries_are_kept'
  assert.equal(
    await there.pastRules((_f, trx) => trx.updateTable('audit_entry').set({ event: 'x' }).execute()),
    entries,
  )
  assert.equal(await there.pastRules((_f, trx) => trx.deleteFrom('audit_entry').execute()), entries)
})

eachStore('I3 replacing, resigning and appointing keep the seat held or vacant at every moment', async (_t, store) => {
  const there = worldOn(store)
  const bakery = there.enterprise().withRepresentative('els').registered()
  const { result } = await there.does('els', bakery, appointChief, { ...employee(there, 'an'), until: '2027-06-30' })
  await there.passes({ days: 1 }).does('an', bakery, acceptAppointment, { appointment: result.appointment })
  await there.does('els', bakery, appointChief, employee(there, 'els'))
  const successor = await there.does('els', bakery, appointChief, employee(there, 'an'))
  await there.passes({ days: 1 }).does('an', bakery, acceptAppointment, { appointment: successor.result.appointment })
  await there.does('an', bakery, resign, { appointment: successor.result.appointment })
  const seats = await factsOf(store.reader).find('appointment', {
    enterprise_id: bakery.id,
    office: 'chief-access-manager',
    state: ['active', 'suspended', 'vacant'],
  })
  let reached = seats[0]?.valid_from ?? null
  for (const seat of seats) {
    assert.equal(seat.valid_from, reached, 'no gap, and no two at once')
    reached = seat.valid_until
  }
  assert.equal(reached, null)
  assert.equal(seats.at(-1)?.state, 'vacant')
})

eachStore('I2 a co-chief appointed, accepted and withdrawn is known by one reference', async (_t, store) => {
  const there = worldOn(store)
  const bakery = there.enterprise().withRepresentative('els').withChief('an')
  const { result } = await there.does('an', bakery, appointCoChief, employee(there, 'bart'))
  const raw = { appointment: result.appointment }
  assert.equal(await there.tries('bart', bakery, acceptAppointment, raw), 'done', 'in the same millisecond')
  assert.equal(await there.tries('els', bakery, withdrawAppointment, raw), 'done')
  assert.equal(await there.tries('els', bakery, withdrawAppointment, raw), 'appointment-unknown')
})
