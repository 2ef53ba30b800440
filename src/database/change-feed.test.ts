import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { instant, type EnterpriseId, type PersonId } from '#kernel'
import { removeCluster, startCluster } from '../../test/support/postgres.ts'
import { eachStore, freshStore } from '../../test/support/stores.ts'
import { changesAfter, currentRevision, hasReached, parseRevision, type Change, type Revision } from './change-feed.ts'
import { factWriter } from './fact-store.ts'
import type { Fact } from './facts.ts'
import type { Store, Transaction } from './store.ts'
import { inTransaction, rollback } from './transaction.ts'

// A server of its own: a transaction of any other test on the same server would hold the watermark back.
const folder = mkdtempSync(join(tmpdir(), 'claviger-feed-'))
process.env['CLAVIGER_TEST_POSTGRES_URL'] = (await startCluster(folder)).url
after(() => removeCluster(folder))

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

async function changes(store: Store, position: Revision | null, limit = 100) {
  const read = await changesAfter(store, position, limit)
  assert.equal(read.kind, 'changes')
  return read
}

const rowsOf = (read: { changes: Change[] }): string[] => read.changes.map((one) => one.rowId)

eachStore('The feed gives each change once, after its position, and says how far it has come', async (_t, store) => {
  await makePerson(store)
  const start = await currentRevision(store)
  assert.deepEqual((await changes(store, start)).changes, [])
  const done = await inTransaction(store, async (trx) => {
    const fact = await stopOne(trx)
    await factWriter(trx, { now: instant(2), newId }).end('emergency_stop', fact, instant(5))
    return fact
  })
  const read = await changes(store, start)
  assert.deepEqual(
    read.changes.map((one) => one.operation),
    ['recorded', 'superseded', 'recorded'],
  )
  assert.deepEqual([read.changes[0]?.rowId, read.changes[0]?.fact], [done.value.row_id, 'emergency_stop'])
  assert.equal(hasReached(read.reached, done.revision), 'yes')
  assert.equal(hasReached(start, done.revision), 'not-yet')
  assert.deepEqual((await changes(store, done.revision)).changes, [])
  assert.deepEqual(rowsOf(await changes(store, null)), rowsOf(read))
})

eachStore('What was undone is in no feed', async (_t, store) => {
  await makePerson(store)
  const undone = await inTransaction(store, async (trx) => {
    await stopOne(trx)
    return rollback('refused')
  })
  assert.deepEqual(undone, { value: 'refused', revision: null })
  assert.deepEqual((await changes(store, null)).changes, [])
})

eachStore('A limit cuts between transactions, never inside one', async (_t, store) => {
  await makePerson(store)
  const expected: string[] = []
  for (const many of [1, 4, 2])
    await inTransaction(store, async (trx) => {
      for (let n = 0; n < many; n++) expected.push((await stopOne(trx)).row_id)
    })
  const sizes: number[] = []
  const rows: string[] = []
  let position: Revision | null = null
  for (let more = true; more;) {
    const read: Awaited<ReturnType<typeof changes>> = await changes(store, position, 2)
    sizes.push(read.changes.length)
    rows.push(...rowsOf(read))
    position = read.reached
    more = read.more
  }
  assert.deepEqual(rows, expected)
  assert.deepEqual(
    sizes.filter((size) => size > 0),
    [5, 2],
  )
  await assert.rejects(changesAfter(store, null, 0), RangeError)
})

test('Two transactions that commit in the other order are neither lost nor given early', async (t) => {
  const store = await freshStore(t, 'postgres')
  await makePerson(store)
  const start = await currentRevision(store)
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
  const between = await changes(store, start)
  assert.deepEqual(between.changes, [], 'the quick one is committed, but something may still come before it')
  assert.equal(hasReached(between.reached, quick.revision), 'not-yet')
  assert.equal(hasReached(await currentRevision(store), quick.revision), 'not-yet')
  mayEnd.resolve()
  const slowDone = await slow
  const later = await changes(store, between.reached)
  assert.deepEqual(rowsOf(later), [slowDone.value.row_id, quick.value.row_id])
  for (const done of [slowDone, quick]) assert.equal(hasReached(later.reached, done.revision), 'yes')
})

test('Readers that poll while many write see every change exactly once', async (t) => {
  const store = await freshStore(t, 'postgres')
  await makePerson(store)
  const start = await currentRevision(store)
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
  let position = start
  for (let last = false; !last;) {
    last = !writing
    const read = await changes(store, position, 7)
    seen.push(...rowsOf(read))
    position = read.reached
    last &&= !read.more
  }
  assert.deepEqual(seen.toSorted(), (await written).flat().toSorted())
})

eachStore('A position of another epoch is told as unknown; one from the future waits', async (_t, store) => {
  const current = await currentRevision(store)
  const foreign = parseRevision(current.replace(/^v1\.[^.]+/, `v1.${newId()}`))
  assert.ok(foreign.ok)
  assert.deepEqual(await changesAfter(store, foreign.value, 10), { kind: 'unknown-epoch' })
  const future = parseRevision(`${current}000`)
  assert.ok(future.ok)
  assert.deepEqual(await changesAfter(store, future.value, 10), {
    kind: 'changes',
    changes: [],
    more: false,
    reached: future.value,
  })
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
