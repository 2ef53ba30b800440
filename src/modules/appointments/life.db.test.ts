import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { history } from '#audit'
import { inTransaction, type Store } from '#database'
import { dayOf, type Instant, type NamePart } from '#kernel'
import { performing } from '#operations'
import { knownAs, rememberName } from '#people'
import { eachStore } from '../../../test/support/stores.ts'
import { worldOn, type World } from '../../../test/support/world.ts'
import type { WorldEnterprise } from '../../../test/support/world-enterprise.ts'
import { appointmentDeeds, appointmentOperations } from './index.ts'

const { timeKeeper } = performing

const { appointAccessManager, appointCoChief, acceptAppointment, confirmName, declineAppointment } =
  appointmentOperations
const { proposeStandIn, acceptStandIn, endStandIn, withdrawAppointment } = appointmentOperations

const employee = (there: World, name: string) => ({
  ...there.typed(name),
  familyName: 'Janssens',
  ground: 'employee',
})

/** What each person was told, in the order in which it was written. */
async function told(there: World, store: Store, where: WorldEnterprise, name: string): Promise<string[]> {
  const rows = await store.reader
    .selectFrom('notice')
    .select(['kind', 'state'])
    .where('receiver_id', '=', there.person(name))
    .where('enterprise_id', '=', where.id)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map(({ kind }) => kind)
}

async function eventsOf(store: Store, where: WorldEnterprise): Promise<string[]> {
  const page = await history(store.reader, { enterpriseId: where.id, limit: 200 })
  assert.ok(page.ok)
  return page.value.items.filter(({ via }) => via === 'system').map(({ event, actorId }) => `${event} ${actorId}`)
}

const asked = async (there: World, where: WorldEnterprise, name: string) => {
  const own = { enterprise_id: where.id, person_id: there.person(name) }
  const [fact] = await (await there.facts()).find('appointment', own, { at: there.now })
  return { appointment: fact?.fact_id ?? '' }
}

eachStore(
  'A24 who has not answered is reminded twice, once each, however often and by how many nodes',
  async (_t, store) => {
    const there = worldOn(store)
    const bakery = there.enterprise().withRepresentative('els').withChief('an')
    await there.does('an', bakery, appointCoChief, employee(there, 'bart'))
    const [one, other] = [timeKeeper(there.deps, appointmentDeeds), timeKeeper(there.deps, appointmentDeeds)]
    there.passes({ days: 6 })
    assert.equal((await one()).done, 0)
    there.passes({ days: 1 })
    const passes = await Promise.all([one(), other()])
    assert.deepEqual(
      passes.flatMap(({ faults }) => faults),
      [],
    )
    assert.equal(passes[0].done + passes[1].done, 1)
    await one()
    assert.deepEqual(await told(there, store, bakery, 'bart'), ['appointed', 'reminder'])
    there.passes({ days: 14 })
    await other()
    await one()
    assert.deepEqual(await told(there, store, bakery, 'bart'), ['appointed', 'reminder', 'reminder'])
    assert.deepEqual(await told(there, store, bakery, 'an'), [])
  },
)

eachStore('A24 a reminder that comes late gives way to the next, and none comes after an answer', async (_t, store) => {
  const there = worldOn(store)
  const bakery = there.enterprise().withRepresentative('els').withChief('an').withDomain('mobility')
  await there.does('an', bakery, appointCoChief, employee(there, 'bart'))
  await there.does('an', bakery, appointAccessManager, { ...employee(there, 'noor'), domain: 'mobility' })
  await there.does('noor', bakery, declineAppointment, await asked(there, bakery, 'noor'))
  there.passes({ days: 22 })
  await timeKeeper(there.deps, appointmentDeeds)()
  assert.deepEqual(await told(there, store, bakery, 'bart'), ['appointed', 'reminder'])
  assert.deepEqual(await told(there, store, bakery, 'noor'), ['appointed'])
})

eachStore(
  'A25 lapsing is told once to the appointee and the office above, and stands in the history',
  async (_t, store) => {
    const there = worldOn(store)
    const bakery = there.enterprise().withRepresentative('els').withChief('an')
    await there.does('an', bakery, appointCoChief, employee(there, 'bart'))
    const keeper = timeKeeper(there.deps, appointmentDeeds)
    there.passes({ days: 32 })
    assert.equal((await keeper()).done, 1)
    await timeKeeper(there.deps, appointmentDeeds)()
    assert.deepEqual(await told(there, store, bakery, 'bart'), ['appointed', 'lapsed'])
    assert.deepEqual(await told(there, store, bakery, 'an'), ['lapsed-below'])
    assert.ok((await eventsOf(store, bakery)).includes('appointment-lapsed null'))
  },
)

eachStore('A25 the end of a term is told once to the holder and the office above', async (_t, store) => {
  const there = worldOn(store)
  const bakery = there.enterprise().withRepresentative('els').withChief('an', { until: 3, term: 3 })
  bakery.withAccessManager('noor', 'finance', { until: 2, term: 2 })
  await there.settle()
  const keeper = timeKeeper(there.deps, appointmentDeeds)
  await keeper()
  there.passes({ days: 4 })
  await keeper()
  assert.deepEqual(await told(there, store, bakery, 'noor'), ['expired'])
  assert.deepEqual(await told(there, store, bakery, 'an'), ['expired'])
  // Nobody was chief any more when the pass came: both are told to the representative.
  assert.deepEqual(await told(there, store, bakery, 'els'), ['expired-below', 'expired-below'])
})

eachStore('I23 a clock that jumps back tells nothing anew, and nothing too early', async (_t, store) => {
  const there = worldOn(store)
  const bakery = there.enterprise().withRepresentative('els').withChief('an')
  await there.does('an', bakery, appointCoChief, employee(there, 'bart'))
  there.passes({ days: 8 })
  const keeper = timeKeeper(there.deps, appointmentDeeds)
  await keeper()
  there.passes({ days: -3 })
  await keeper()
  await timeKeeper(there.deps, appointmentDeeds)()
  there.passes({ days: 3 })
  await keeper()
  assert.deepEqual(await told(there, store, bakery, 'bart'), ['appointed', 'reminder'])
})

eachStore(
  'A23 the real name is kept apart until it is confirmed, and is then how the enterprise knows the person',
  async (_t, store) => {
    const there = worldOn(store)
    const bakery = there.enterprise().withRepresentative('els').withChief('an')
    const typed = { ...employee(there, 'bart'), givenName: 'Bert', email: 'bart@example.org' }
    await there.does('an', bakery, appointCoChief, typed)
    const raw = await asked(there, bakery, 'bart')
    await there.does('bart', bakery, acceptAppointment, raw)
    const bart = there.person('bart')
    assert.partialDeepStrictEqual(await knownAs(store.reader, bakery.id, bart), { givenName: 'Bert' })
    await there.does('an', bakery, confirmName, raw)
    const known = { givenName: 'Bart', familyName: 'Janssens', email: 'bart@example.org' }
    assert.partialDeepStrictEqual(await knownAs(store.reader, bakery.id, bart), known)
  },
)

eachStore('A23 case, accents, hyphens and the order of given names hold nothing up', async (_t, store) => {
  const there = worldOn(store)
  const bakery = there.enterprise().withRepresentative('els').withChief('an')
  const real = { givenName: 'Anne Marie' as NamePart, familyName: 'D’Hondt' as NamePart }
  const person = there.person('bart')
  await there.settle()
  await inTransaction(store, (trx) => rememberName(trx, person, real, there.now))
  await there.does('an', bakery, appointCoChief, {
    ...employee(there, 'bart'),
    givenName: 'marie-Anné',
    familyName: 'dhondt',
  })
  await there.does('bart', bakery, acceptAppointment, await asked(there, bakery, 'bart'))
  const [fact] = await (await there.facts()).find('appointment', { person_id: person }, { at: there.now })
  assert.equal(fact?.state, 'active')
})

eachStore(
  'A27 the end of a chief’s ground is told once when it comes, and thirty days later the suspension',
  async (_t, store) => {
    const there = worldOn(store)
    const bakery = there.enterprise().withRepresentative('els', { until: 2 }).withRepresentative('eva')
    bakery.withChief('els', { ground: 'legal-representative' })
    const other = there.enterprise().withRepresentative('rob', { until: 2 }).withChief('rob')
    await there.settle()
    const keeper = timeKeeper(there.deps, appointmentDeeds)
    there.passes({ days: 1 })
    assert.equal((await keeper()).done, 0)
    there.passes({ days: 2 })
    assert.equal((await keeper()).done, 1)
    await timeKeeper(there.deps, appointmentDeeds)()
    assert.deepEqual(await told(there, store, bakery, 'els'), ['ground-ended'])
    assert.deepEqual(await told(there, store, bakery, 'eva'), ['ground-ended-below'])
    for (let day = 0; day < 32; day++) {
      there.passes({ days: 1 })
      await keeper()
    }
    assert.deepEqual(await told(there, store, bakery, 'els'), ['ground-ended', 'ground-suspended'])
    assert.deepEqual(await told(there, store, bakery, 'eva'), ['ground-ended-below', 'ground-suspended-below'])
    assert.deepEqual(await eventsOf(store, bakery), ['ground-suspended null', 'ground-ended null'])
    assert.deepEqual(await told(there, store, other, 'rob'), [], 'an employee needs no representation')
  },
)

eachStore(
  'A27 an end that is entered late is told when it is entered, and only what is so by then',
  async (_t, store) => {
    const there = worldOn(store)
    const bakery = there.enterprise().withRepresentative('els').withChief('els', { ground: 'legal-representative' })
    const mill = there.enterprise().withRepresentative('rob').withChief('rob', { ground: 'legal-representative' })
    bakery.withRepresentative('eva')
    mill.withRepresentative('eva')
    await there.settle()
    const keeper = timeKeeper(there.deps, appointmentDeeds)
    await keeper()
    const endedSince = (where: WorldEnterprise, name: string, days: number) =>
      there.given(async (facts) => {
        const own = { enterprise_id: where.id, person_id: there.person(name) }
        for (const fact of await facts.find('representation', own))
          await facts.end('representation', fact, there.days(days))
      })
    there.passes({ days: 60 })
    await keeper()
    endedSince(bakery, 'els', -20)
    endedSince(mill, 'rob', -45)
    await there.settle()
    there.passes({ minutes: 1 })
    await keeper()
    assert.deepEqual(await told(there, store, bakery, 'els'), ['ground-ended'])
    assert.deepEqual(await told(there, store, mill, 'rob'), ['ground-suspended'])
    assert.deepEqual(await told(there, store, mill, 'eva'), ['ground-suspended-below'])
    for (let day = 0; day < 12; day++) {
      there.passes({ days: 1 })
      await keeper()
    }
    assert.deepEqual(await told(there, store, bakery, 'els'), ['ground-ended', 'ground-suspended'])
  },
)

eachStore(
  'A28 a chief who has not signed in for 400 days is reported once to the representatives',
  async (_t, store) => {
    const there = worldOn(store)
    const bakery = there.enterprise().withRepresentative('els').withChief('an').withCoChief('bart')
    await there.settle()
    const keeper = timeKeeper(there.deps, appointmentDeeds)
    there.passes({ days: 399 })
    await keeper()
    assert.deepEqual(await told(there, store, bakery, 'els'), [])
    await inTransaction(store, (trx) => {
      const real = { givenName: 'Bart' as NamePart, familyName: 'Janssens' as NamePart }
      return rememberName(trx, there.person('bart'), real, there.now)
    })
    there.passes({ days: 2 })
    await keeper()
    await keeper()
    assert.deepEqual(await told(there, store, bakery, 'els'), ['chief-dormant'])
    assert.deepEqual(await told(there, store, bakery, 'an'), [])
    const back = there.enterprise().withRepresentative('els').withChief('bart', { from: -500 })
    await there.settle()
    await timeKeeper(there.deps, appointmentDeeds)()
    assert.deepEqual(await told(there, store, back, 'els'), [], 'who has signed in is here')
  },
)

/** Noor, access manager, asks Greta to stand in for her for so many days. */
async function standInOf(there: World, where: WorldEnterprise, days: number) {
  const until = dayOf(there.days(days), 'Europe/Brussels')
  const { familyName: _other, ...typed } = there.typed('greta')
  const raw = { ...typed, familyName: 'Janssens', ...(await asked(there, where, 'noor')), until }
  return (await there.does('noor', where, proposeStandIn, raw)).result
}

eachStore(
  'A33 the holder hears a week before the end, and holder, stand-in and office above when it is over, once each',
  async (_t, store) => {
    const there = worldOn(store)
    const bakery = there.enterprise().withRepresentative('els').withChief('an').withAccessManager('noor', 'finance')
    await there.does('greta', bakery, acceptStandIn, await standInOf(there, bakery, 30))
    const keeper = timeKeeper(there.deps, appointmentDeeds)
    there.passes({ days: 20 })
    assert.equal((await keeper()).done, 0)
    there.passes({ days: 4 })
    assert.equal((await keeper()).done, 1)
    await timeKeeper(there.deps, appointmentDeeds)()
    assert.deepEqual((await told(there, store, bakery, 'noor')).slice(-1), ['stand-in-ends-soon'])
    there.passes({ days: 7 })
    assert.equal((await keeper()).done, 1)
    await timeKeeper(there.deps, appointmentDeeds)()
    assert.deepEqual((await told(there, store, bakery, 'noor')).slice(-2), [
      'stand-in-ends-soon',
      'stand-in-over-below',
    ])
    assert.deepEqual((await told(there, store, bakery, 'greta')).slice(-1), ['stand-in-over'])
    assert.deepEqual((await told(there, store, bakery, 'an')).slice(-1), ['stand-in-over-below'])
    assert.deepEqual((await eventsOf(store, bakery)).toSorted(), ['stand-in-over null', 'stand-in-reminded null'])
  },
)

eachStore(
  'A33 what nobody answered, and what ended with the office, is told; what somebody ended is not',
  async (_t, store) => {
    const there = worldOn(store)
    const bakery = there.enterprise().withRepresentative('els').withChief('an').withAccessManager('noor', 'finance')
    const keeper = timeKeeper(there.deps, appointmentDeeds)
    await standInOf(there, bakery, 80)
    there.passes({ days: 32 })
    await keeper()
    assert.deepEqual((await told(there, store, bakery, 'greta')).slice(-1), ['stand-in-lapsed'])
    const ended = await standInOf(there, bakery, 20)
    await there.does('greta', bakery, acceptStandIn, ended)
    there.passes({ minutes: 5 })
    await there.does('noor', bakery, endStandIn, ended)
    there.passes({ minutes: 5 })
    assert.equal((await keeper()).done, 0)
    await there.does('greta', bakery, acceptStandIn, await standInOf(there, bakery, 20))
    there.passes({ minutes: 5 })
    await there.does('an', bakery, withdrawAppointment, await asked(there, bakery, 'noor'))
    there.passes({ minutes: 5 })
    assert.equal((await keeper()).done, 1)
    assert.deepEqual((await told(there, store, bakery, 'greta')).slice(-1), ['stand-in-over'])
  },
)

eachStore(
  'A29 A31 the database refuses a second stand-in, oneself, ninety-one days, and days outside these',
  async (_t, store) => {
    const there = worldOn(store)
    const bakery = there.enterprise().withChief('an').withAccessManager('noor', 'finance')
    const { appointment } = await asked(there, bakery, 'noor')
    const body = {
      enterprise_id: bakery.id,
      appointment,
      person_id: there.person('greta'),
      state: 'active' as const,
      begins_at: there.now,
      ends_at: there.days(30),
      by_person: there.person('noor'),
      by_basis: appointment,
    }
    const period = { from: there.now, until: there.days(30) }
    const tries = (traits: Partial<typeof body>, other: { from: Instant; until: Instant | null } = period) =>
      there.pastRules((facts) => facts.record('stand_in', { ...body, ...traits }, other))
    assert.equal(await tries({ person_id: there.person('noor') }), 'nobody_stands_in_for_themselves')
    assert.equal(await tries({ by_basis: randomUUID() }), 'stands_in_by_the_office')
    assert.equal(await tries({ ends_at: there.days(91) }), 'stands_in_ninety_days')
    assert.equal(await tries({}, { from: there.now, until: there.days(31) }), 'stands_in_within_its_days')
    assert.equal(await tries({}, { from: there.now, until: null }), 'a_stand_in_ends')
    assert.equal(await tries({}), null)
    assert.equal(
      await tries({ person_id: there.person('ines') }, { from: there.days(10), until: there.days(20) }),
      'one_stand_in_per_office',
    )
  },
)
