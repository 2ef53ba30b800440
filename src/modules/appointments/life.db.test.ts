import assert from 'node:assert/strict'
import { history } from '#audit'
import { inTransaction, type Store } from '#database'
import type { NamePart } from '#kernel'
import { performing } from '#operations'
import { knownAs, rememberName } from '#people'
import { eachStore } from '../../../test/support/stores.ts'
import { worldOn, type World } from '../../../test/support/world.ts'
import type { WorldEnterprise } from '../../../test/support/world-enterprise.ts'
import { appointmentDeeds, appointmentOperations } from './index.ts'

const { timeKeeper } = performing

const { appointAccessManager, appointCoChief, acceptAppointment, confirmName, declineAppointment } =
  appointmentOperations

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
