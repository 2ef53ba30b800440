import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { instant, type EnterpriseId } from '#kernel'
import { sql } from 'kysely'
import { freshStore } from '../../test/support/stores.ts'
import { migrate } from './migrate.ts'
import { dumpPglite, openPglite } from './pglite.ts'
import { inTransaction } from './transaction.ts'

const uuid = (n: number): EnterpriseId => `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}` as EnterpriseId

test('The folder is made if missing, for its owner alone, and keeps what was committed', async (t) => {
  const base = mkdtempSync(join(tmpdir(), 'claviger-pglite-test-'))
  t.after(() => rmSync(base, { recursive: true }))
  const dataDir = join(base, 'a', 'store')
  const first = await openPglite({ dataDir })
  assert.equal(statSync(dataDir).mode & 0o077, 0)
  await migrate(first, { now: instant(1), newId: () => uuid(1) })
  await inTransaction(first, (trx) =>
    trx
      .insertInto('enterprise')
      .values({ id: uuid(7), created_at: instant(2) })
      .execute(),
  )
  const image = await dumpPglite(first)
  await first.close()
  await first.close()
  await assert.rejects(first.reader.selectFrom('enterprise').selectAll().execute(), /closed/)

  const again = await openPglite({ dataDir })
  t.after(() => again.close())
  assert.deepEqual(await migrate(again, { now: instant(3), newId: () => uuid(2) }), [])
  const expected = [{ id: uuid(7), created_at: 2 }]
  assert.deepEqual(await again.reader.selectFrom('enterprise').selectAll().execute(), expected)

  const copy = await openPglite({ dataDir: 'memory', image })
  t.after(() => copy.close())
  assert.deepEqual(await copy.reader.selectFrom('enterprise').selectAll().execute(), expected)
})

test('A folder that cannot be opened is an error, not a wait', async (t) => {
  const base = mkdtempSync(join(tmpdir(), 'claviger-pglite-test-'))
  t.after(() => rmSync(base, { recursive: true }))
  writeFileSync(join(base, 'file'), '')
  await assert.rejects(openPglite({ dataDir: join(base, 'file') }))
  assert.ok(existsSync(join(base, 'file')))
})

test('A long statement stalls neither this thread nor the order of those who wait', async (t) => {
  const store = await freshStore(t, 'pglite')
  let ticks = 0
  const timer = setInterval(() => ticks++, 5)
  t.after(() => clearInterval(timer))
  const order: string[] = []
  const long = sql<{ n: number }>`SELECT count(*) AS n FROM generate_series(1, 3000000) AS one`
  const asked: Promise<unknown>[] = []
  const ask = async (name: string, work: () => Promise<unknown>): Promise<void> => {
    asked.push(work().then(() => order.push(name)))
    await pause(10)
  }
  const read = () => store.reader.selectFrom('person').selectAll().execute()
  await ask('first', () => inTransaction(store, (trx) => long.execute(trx)))
  await ask('second', read)
  await ask('third', () => inTransaction(store, (trx) => sql`SELECT 1`.execute(trx)))
  await ask('fourth', read)
  assert.deepEqual(order, [], 'the first one takes its time')
  await Promise.all(asked)
  assert.deepEqual(order, ['first', 'second', 'third', 'fourth'])
  assert.ok(ticks > 10, `only ${ticks} ticks`)
})

test('A failed BEGIN, a parameter that cannot cross and a wrong statement leave the session to the next', async (t) => {
  const store = await freshStore(t, 'pglite')
  const symbol = Symbol('not for the other thread') as unknown as string
  await assert.rejects(store.reader.selectFrom('person').where('phone', '=', symbol).selectAll().execute())
  await assert.rejects(inTransaction(store, (trx) => sql`SELECT ${symbol}`.execute(trx)))
  await assert.rejects(
    inTransaction(store, (trx) => sql`SELEKT`.execute(trx)),
    { code: '42601' },
  )
  // Ends the transaction under the hands of whoever began it.
  await inTransaction(store, (trx) => sql`SELECT 1`.execute(trx))
  assert.deepEqual(await store.reader.selectFrom('person').selectAll().execute(), [])
})

test('When the thread dies everything pending is refused, and what comes later too', async (t) => {
  const threads = new Set<Worker>()
  const post = Worker.prototype.postMessage
  t.mock.method(Worker.prototype, 'postMessage', function (this: Worker, ...given: Parameters<typeof post>) {
    threads.add(this)
    return post.apply(this, given)
  })
  const store = await openPglite({ dataDir: 'memory' })
  const read = () => store.reader.selectNoFrom(sql`1`.as('one')).execute()
  await read()
  const pending: Promise<unknown>[] = [
    inTransaction(store, (trx) => sql`SELECT count(*) FROM generate_series(1, 50000000) AS one`.execute(trx)),
  ]
  await pause(50)
  pending.push(
    read(),
    inTransaction(store, (trx) => sql`SELECT 1`.execute(trx)),
  )
  const said = Promise.allSettled(pending)
  await pause(10)
  assert.equal(threads.size, 1)
  for (const thread of threads) await thread.terminate()
  assert.deepEqual(
    (await said).map((one) => one.status),
    ['rejected', 'rejected', 'rejected'],
  )
  await assert.rejects(read(), /closed/)
  await store.close()
})
