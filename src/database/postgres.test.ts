import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createConnection, createServer, type AddressInfo, type Socket } from 'node:net'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { sql, type Kysely } from 'kysely'
import pg from 'pg'
import { freshDatabase } from '../../test/support/stores.ts'
import { openPostgres } from './postgres.ts'
import { isUnreachable } from './store.ts'
import type { Tables } from './tables.ts'
import { inTransaction } from './transaction.ts'

test('Sessions carry their name and limits, and the parsers of others stay as they are', async (t) => {
  const url = await freshDatabase(t, 'migrated')
  const store = await openPostgres({ url, applicationName: 'claviger-test', readTimeoutMs: 200 })
  t.after(() => store.close())
  const name = sql<{ name: string }>`SELECT current_setting('application_name') AS name`
  const written = await inTransaction(store, (trx) => name.execute(trx))
  assert.deepEqual(written.value.rows, [{ name: 'claviger-test' }])
  assert.deepEqual((await name.execute(store.reader as Kysely<Tables>)).rows, [{ name: 'claviger-test' }])
  await assert.rejects(store.reader.selectNoFrom(sql`pg_sleep(5)`.as('slept')).execute(), { code: '57014' })

  const other = new pg.Client({ connectionString: url })
  await other.connect()
  const { rows } = await other.query('SELECT 1::int8 AS one')
  await other.end()
  assert.deepEqual(rows, [{ one: '1' }])
})

test('Sessions that the server ends while idle are told and replaced', async (t) => {
  const url = await freshDatabase(t, 'migrated')
  const faults: Error[] = []
  const store = await openPostgres({ url, onFault: (error) => faults.push(error) })
  t.after(() => store.close())
  const read = () => store.reader.selectFrom('person').selectAll().execute()
  assert.deepEqual(await read(), [])
  const other = new pg.Client({ connectionString: url })
  await other.connect()
  await other.query(
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
  )
  await other.end()
  for (let waited = 0; faults.length === 0 && waited < 100; waited++) await pause(20)
  assert.equal(faults.length, 1)
  assert.deepEqual(await read(), [])
})

test('What a session is asked again is planned once, also after a migration changed the table under it', async (t) => {
  const url = await freshDatabase(t, 'migrated')
  const store = await openPostgres({ url, sessionsMax: 1 })
  t.after(() => store.close())
  const other = new pg.Client({ connectionString: url })
  await other.connect()
  await other.query('CREATE TABLE later (word text)')
  const words = sql<object>`SELECT * FROM later WHERE word <> ${'none'}`
  const read = async () => (await words.execute(store.reader as Kysely<Tables>)).rows
  const written = async () => (await inTransaction(store, (trx) => words.execute(trx))).value.rows
  const plans = async (execute: (query: typeof kept) => Promise<{ rows: { kept: number }[] }>) =>
    (await execute(kept)).rows[0]?.kept
  const kept = sql<{
    kept: number
  }>`SELECT count(*)::int AS kept FROM pg_prepared_statements WHERE statement LIKE '%later%'`
  const plansOfReader = () => plans((query) => query.execute(store.reader as Kysely<Tables>))
  assert.equal(await plansOfReader(), 0)
  for (let times = 0; times < 3; times++) assert.deepEqual([await read(), await written()], [[], []])
  assert.equal(await plansOfReader(), 1)

  await other.query(`ALTER TABLE later ADD COLUMN number int; INSERT INTO later VALUES ('a', 1)`)
  await other.end()
  const row = { word: 'a', number: 1 }
  for (let times = 0; times < 3; times++) assert.deepEqual([await written(), await read()], [[row], [row]])
})

test('A server that is not there is an error of the first use, and closing waits for nothing', async () => {
  const store = await openPostgres({ url: 'postgres://nobody@127.0.0.1:1/none', connectTimeoutMs: 500 })
  await assert.rejects(store.reader.selectFrom('person').selectAll().execute(), { code: 'ECONNREFUSED' })
  await assert.rejects(
    inTransaction(store, async () => 1),
    { code: 'ECONNREFUSED' },
  )
  await store.close()
  await store.close()
})

test('A session whose connection was lost without a word is given up, and others are opened', async (t) => {
  const url = new URL(await freshDatabase(t, 'migrated'))
  const socket = `${url.searchParams.get('host')}/.s.PGSQL.5432`
  let isSilent = false
  const sockets = new Set<Socket>()
  const between = createServer((near) => {
    const far = createConnection(socket)
    for (const one of [near, far]) sockets.add(one.on('error', () => undefined))
    near.on('data', (some) => far.write(some))
    far.on('data', (some) => {
      if (!isSilent) near.write(some)
    })
  }).listen(0, '127.0.0.1')
  await once(between, 'listening')
  const { port } = between.address() as AddressInfo
  const through = new URL(url)
  through.searchParams.delete('host')
  through.host = `127.0.0.1:${port}`
  const store = await openPostgres({ url: through.href, sessionsMax: 1, readTimeoutMs: 100 })
  t.after(async () => {
    await store.close()
    for (const one of sockets) one.destroy()
    between.close()
  })
  const read = () => store.reader.selectFrom('person').selectAll().execute()
  assert.deepEqual(await read(), [])
  isSilent = true
  await assert.rejects(read(), isUnreachable)
  isSilent = false
  assert.deepEqual(await read(), [])
})
