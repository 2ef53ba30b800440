import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { instant } from '#kernel'
import { eachStore } from '../../test/support/stores.ts'
import { newsSince, viewOf } from './change-feed.ts'
import { beginEpoch, migrate } from './migrate.ts'
import { epochIn, isOfAnotherLife, lifeOf, markOf, StoreRestored } from './store-life.ts'
import { inTransaction } from './transaction.ts'

const ports = { now: instant(5), newId: () => randomUUID() }

test('An epoch bears the mark of its life and differs from every other one', () => {
  const mark = '0123456789abcde'
  const [one, other] = [epochIn(mark, randomUUID()), epochIn(mark, randomUUID())]
  assert.notEqual(one, other)
  assert.match(one, /^01234567-89ab-8cde-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  assert.equal(markOf(one), mark)
  assert.equal(isOfAnotherLife(one, mark), false)
  assert.equal(isOfAnotherLife(one, '0123456789abcdf'), true)
  assert.equal(isOfAnotherLife(one, 'recovering'), true)
  assert.equal(isOfAnotherLife(randomUUID(), mark), false, 'it was begun before epochs bore a mark')
  assert.throws(() => epochIn('recovering', randomUUID()))
})

eachStore('A store that was put back has no view until a new epoch is begun in its new life', async (_t, store) => {
  const before = await viewOf(store.reader)
  assert.equal((await lifeOf(store.reader)).isRestored, false)
  // As a restore leaves it: the epoch is that of a life on another timeline.
  const elsewhere = epochIn('fedcba987654321', randomUUID())
  await inTransaction(store, (trx) => trx.updateTable('store_epoch').set({ epoch: elsewhere }).execute())
  assert.equal((await lifeOf(store.reader)).isRestored, true)
  await assert.rejects(viewOf(store.reader), StoreRestored)
  await assert.rejects(newsSince(store, before), StoreRestored)
  await migrate(store, ports)
  await assert.rejects(viewOf(store.reader), StoreRestored, 'no start makes it pass for reconciled')
  await inTransaction(store, (trx) => beginEpoch(trx, ports))
  assert.notEqual((await viewOf(store.reader)).epoch, elsewhere)
})

eachStore('An epoch of an earlier version gives way to one that bears a mark', async (_t, store) => {
  const old = randomUUID()
  await inTransaction(store, (trx) => trx.updateTable('store_epoch').set({ epoch: old }).execute())
  assert.equal((await viewOf(store.reader)).epoch, old)
  await migrate(store, ports)
  const { epoch } = await viewOf(store.reader)
  assert.notEqual(markOf(epoch), null)
  await migrate(store, ports)
  assert.equal((await viewOf(store.reader)).epoch, epoch)
})

eachStore('A view of what the store has not come to yet is of another life', async (_t, store) => {
  const view = await viewOf(store.reader)
  assert.equal(await newsSince(store, { ...view, first: view.first + 100n, next: view.next + 100n }), null)
})
