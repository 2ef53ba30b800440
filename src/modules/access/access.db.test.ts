import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { factsOf, type FactWriter } from '#database'
import { eachStore } from '../../../test/support/stores.ts'
import { worldOn } from '../../../test/support/world.ts'
import { accessOperations } from './index.ts'

const { createUser, giveService, withdrawService, blockUser, unblockUser, deleteUser } = accessOperations

eachStore('X6 X7 X9 the database refuses what would be there twice', async (_t, store) => {
  const there = worldOn(store)
  const bakery = there.enterprise().withChief('an').withCapacity('employer').withUser('tom', 'employer', ['dimona'])
  bakery.withBlock('tom', 'employer', 'chief-access-manager').withBlock('tom', '', 'chief-access-manager')
  await there.settle()
  const [given] = await factsOf(store.reader).find('authorisation', { enterprise_id: bakery.id })
  assert.ok(given)
  const by = { by_person: there.person('an'), by_basis: randomUUID() }
  const pair = { enterprise_id: bakery.id, person_id: there.person('tom'), ...by }
  const period = { from: there.days(9), until: there.days(10) }
  const tries = (write: (facts: FactWriter) => Promise<unknown>) => there.pastRules(write)
  const office = { by_office: 'group-manager' as const }
  assert.equal(
    await tries((facts) => facts.record('membership', { ...pair, capacity: 'employer' }, period)),
    'one_membership_per_group',
  )
  for (const capacity of ['employer', ''])
    assert.equal(
      await tries((facts) => facts.record('block', { ...pair, capacity, ...office }, period)),
      'one_block_per_group',
    )
  const again = { ...pair, capacity: 'employer', membership_id: given.membership_id, service: 'dimona' }
  assert.equal(await tries((facts) => facts.record('authorisation', again, period)), 'one_authorisation_per_service')
  const limosa = { ...again, service: 'limosa' }
  assert.equal(await tries((facts) => facts.record('authorisation', limosa, period)), null)
})

eachStore('A period that ends before it starts is no fact', async (_t, store) => {
  const there = worldOn(store)
  const bakery = there.enterprise().withChief('an').withCapacity('employer')
  const by = { by_person: there.person('an'), by_basis: randomUUID() }
  const pair = { enterprise_id: bakery.id, capacity: 'employer', person_id: there.person('an'), ...by }
  for (const until of [there.now, there.days(-1)]) {
    const period = { from: there.now, until }
    const refused = await there.pastRules((facts) => facts.record('membership', pair, period))
    assert.equal(refused, 'membership_period')
  }
})

eachStore(
  'A user is created, given, blocked, unblocked, withdrawn and deleted, in one millisecond',
  async (_t, store) => {
    const there = worldOn(store)
    const bakery = there.enterprise().withChief('an').withCapacity('employer')
    const { result } = await there.does('an', bakery, createUser, {
      ...there.typedUnknown('tom'),
      capacity: 'employer',
      services: ['dimona'],
    })
    const raw = { capacity: 'employer', person: result.person }
    for (const [operation, more, reason] of [
      [giveService, { service: 'limosa' }, 'done'],
      [giveService, { service: 'limosa' }, 'already-given'],
      [blockUser, {}, 'done'],
      [unblockUser, {}, 'done'],
      [withdrawService, { service: 'dimona' }, 'done'],
      [withdrawService, { service: 'dimona' }, 'not-given'],
      [deleteUser, {}, 'done'],
      [deleteUser, {}, 'user-unknown'],
    ] as const)
      assert.equal(await there.tries('an', bakery, operation as typeof blockUser, { ...raw, ...more }), reason)
    for (const kind of ['membership', 'authorisation', 'block'] as const)
      assert.deepEqual(await factsOf(store.reader).find(kind, { enterprise_id: bakery.id }), [])
    const entries = await store.reader
      .selectFrom('audit_entry')
      .select('event')
      .where('enterprise_id', '=', bakery.id)
      .execute()
    assert.deepEqual(
      entries.map(({ event }) => event).toSorted(),
      ['service-given', 'service-withdrawn', 'user-blocked', 'user-created', 'user-deleted', 'user-unblocked'],
      'one entry for each thing done, none for what was refused',
    )
  },
)
