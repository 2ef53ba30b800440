import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { instant, type EnterpriseId, type PersonId } from '#kernel'
import { eachStore, freshStore } from '../../test/support/stores.ts'
import {
  newsSince,
  parseRevision,
  revisionOfView,
  viewOf,
  viewSees,
  type Change,
  type Revision,
  type View,
} from './change-feed.ts'
import { factWriter } from './fact-store.ts'
import type { Fact } from './facts.ts'
import type { Store, Transaction } from './store.ts'
import { inTransaction, rollback } from './transaction.ts'

const newId = (): string => randomUUID()
const person = newId() as PersonId

async function makePerson(store: Store): Promise<void> {
  await inTransaction(store, (trx) =>
    trx
      .insertInto('person')
      .values({ id: person, created_at: instant(0) })
      .execute(),
  )
}

/** Stops a new enterprise: one fact, so one row of the feed. */
async function stopOne(trx: Transaction): Promise<Fact<'emergency_stop'>> {
  const enterprise = newId() as EnterpriseId
  await trx
    .insertInto('enterprise')
    .values({ id: enterprise, created_at: instant(0) })
    .execute()
  await trx
    .insertInto('audit_entry')
    .values({ id: newId(), recorded_at: instant(0), event: 'stopped', body: new Uint8Array([1]) })
    .execute()
  const writer = factWriter(trx, { now: instant(1), newId })
  const body = { enterprise_id: enterprise, by_person: person, by_basis: newId() }
  return writer.record('emergency_stop', body, { from: instant(1), until: null })
}

const rowsOf = (changes: readonly Change[]): string[] => changes.map((one) => one.rowId)

async function since(store: Store, view: View) {
  const news = await newsSince(store, view)
  assert.ok(news)
  return news
}

eachStore('What has been committed since a view was taken is told once, in the order written', async (_t, store) => {
  await makePerson(store)
  const start = await viewOf(store.reader)
  assert.deepEqual((await since(store, start)).changes, [])
  const done = await inTransaction(store, async (trx) => {
    const fact = await stopOne(trx)
    await factWriter(trx, { now: instant(2), newId }).end('emergency_stop', fact, instant(5))
    return fact
  })
  const { changes, view } = await since(store, start)
  assert.deepEqual(
    changes.map((one) => one.operation),
    ['recorded', 'superseded', 'recorded'],
  )
  assert.deepEqual([changes[0]?.rowId, changes[0]?.fact], [done.value.row_id, 'emergency_stop'])
  assert.equal(viewSees(view, done.revision), 'yes')
  assert.equal(viewSees(start, done.revision), 'not-yet')
  assert.deepEqual((await since(store, view)).changes, [])
  const beginning: View = { ...start, first: 0n, next: 0n, running: [] }
  assert.deepEqual(rowsOf((await since(store, beginning)).changes), rowsOf(changes))
})

eachStore('What was undone is told nowhere', async (_t, store) => {
  await makePerson(store)
  const start = await viewOf(store.reader)
  const undone = await inTransaction(store, async (trx) => {
    await stopOne(trx)
    return rollback('refused')
  })
  assert.deepEqual(undone, { value: 'refused', revision: null })
  assert.deepEqual((await since(store, start)).changes, [])
})

test('What commits is told at once although another still runs, and that one when it has ended', async (t) => {
  const store = await freshStore(t, 'postgres')
  await makePerson(store)
  const start = await viewOf(store.reader)
  const [begun, mayEnd] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  // It takes its xid and its position in the log first, and commits last.
  const slow = inTransaction(store, async (trx) => {
    const fact = await stopOne(trx)
    begun.resolve()
    await mayEnd.promise
    return fact
  })
  await begun.promise
  const quick = await inTransaction(store, stopOne)
  const between = await since(store, start)
  assert.deepEqual(rowsOf(between.changes), [quick.value.row_id])
  assert.equal(viewSees(between.view, quick.revision), 'yes')
  assert.equal(hasAll(between.view, quick.revision), false, 'not everything up to it is there')
  const third = await inTransaction(store, stopOne)
  const still = await since(store, between.view)
  assert.deepEqual(rowsOf(still.changes), [third.value.row_id])
  mayEnd.resolve()
  const slowDone = await slow
  assert.equal(viewSees(still.view, slowDone.revision), 'not-yet')
  const later = await since(store, still.view)
  assert.deepEqual(rowsOf(later.changes), [slowDone.value.row_id])
  for (const done of [slowDone, quick, third]) assert.equal(viewSees(later.view, done.revision), 'yes')
})

/** Whether the revision of a view itself lies at or behind another one. */
const hasAll = (view: View, revision: Revision): boolean =>
  BigInt(revisionOfView(view).split('.')[2] ?? 0) >= BigInt(revision.split('.')[2] ?? 0)

test('Readers that poll while many write see every change exactly once', async (t) => {
  const store = await freshStore(t, 'postgres')
  await makePerson(store)
  let view = await viewOf(store.reader)
  let writing = true
  const written = Promise.all(
    [1, 2, 3, 4].map(async (writer) => {
      const rows: string[] = []
      for (let n = 0; n < 25; n++) {
        const done = await inTransaction(store, async (trx) => {
          const fact = await stopOne(trx)
          return (n + writer) % 5 === 0 ? rollback(null) : fact
        })
        if (done.value) rows.push(done.value.row_id)
      }
      return rows
    }),
  ).finally(() => (writing = false))
  const seen: string[] = []
  for (let last = false; !last;) {
    last = !writing
    const news = await since(store, view)
    seen.push(...rowsOf(news.changes))
    view = news.view
  }
  assert.deepEqual(seen.toSorted(), (await written).flat().toSorted())
})

eachStore('A view of another epoch tells nothing, a revision from the future is not yet seen', async (_t, store) => {
  const view = await viewOf(store.reader)
  assert.equal(await newsSince(store, { ...view, epoch: newId() }), null)
  const current = revisionOfView(view)
  assert.equal(viewSees(view, current), 'yes')
  const foreign = parseRevision(current.replace(/^v1\.[^.]+/, `v1.${newId()}`))
  assert.ok(foreign.ok)
  assert.equal(viewSees(view, foreign.value), 'unknown-epoch')
  const future = parseRevision(`${current}000`)
  assert.ok(future.ok)
  assert.equal(viewSees(view, future.value), 'not-yet')
})

test('A revision from outside is taken only in its own form', () => {
  const epoch = newId()
  assert.equal(parseRevision(`v1.${epoch}.17`).ok, true)
  for (const text of [
    `v2.${epoch}.17`,
    `v1.${epoch}.017`,
    `v1.${epoch}.`,
    `v1.${epoch}.1e3`,
    `v1.${epoch}.17\n`,
    `v1.x.17`,
    '',
    null,
    17,
  ])
    assert.equal(parseRevision(text).ok, false, String(text))
  assert.equal(parseRevision(`v1.${epoch}.${'9'.repeat(20)}`).ok, false, 'more than an xid8 holds')
})
