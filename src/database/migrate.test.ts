import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { pathToFileURL } from 'node:url'
import { instant } from '#kernel'
import { sql } from 'kysely'
import { freshDatabase, freshStore, storeKinds } from '../../test/support/stores.ts'
import { newsSince, revisionOfView, viewOf, viewSees } from './change-feed.ts'
import { beginEpoch, migrate, MigrationChanged, readMigrations, SchemaTooNew } from './migrate.ts'
import { openPglite } from './pglite.ts'
import { openPostgres } from './postgres.ts'
import type { Store } from './store.ts'
import { inTransaction } from './transaction.ts'

const newId = (): string => randomUUID()
const now = instant(1_000)

/** A folder of migrations, each its text. */
function folderOf(t: TestContext, files: Record<string, string>): URL {
  const folder = mkdtempSync(join(tmpdir(), 'claviger-migrations-'))
  t.after(() => rmSync(folder, { recursive: true }))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return pathToFileURL(`${folder}/`)
}

async function emptyStore(t: TestContext, kind: Store['kind']): Promise<Store> {
  if (kind === 'postgres') {
    const url = await freshDatabase(t, 'empty')
    const store = await openPostgres({ url })
    t.after(() => store.close())
    return store
  }
  const store = await openPglite({ dataDir: 'memory' })
  t.after(() => store.close())
  return store
}

const first =
  'CREATE TABLE store_epoch (epoch uuid PRIMARY KEY, started_at bigint NOT NULL, current boolean NOT NULL DEFAULT true);'
const rest = first.replace('store_epoch', 'other')

for (const kind of storeKinds)
  test(`Migrations are applied in order, each once, and a failing one leaves nothing behind (${kind})`, async (t) => {
    const store = await emptyStore(t, kind)
    const before = folderOf(t, { '0001_first.sql': first, 'schema.sql': 'not a migration' })
    assert.deepEqual(await migrate(store, { now, newId, folder: before }), [1])
    assert.deepEqual(await migrate(store, { now, newId, folder: before }), [])
    const { epoch } = await viewOf(store.reader)

    const failing = folderOf(t, { '0001_first.sql': first, '0002_second.sql': `${rest} SELECT 1/0;` })
    await assert.rejects(migrate(store, { now, newId, folder: failing }), { code: '22012' })

    const mended = folderOf(t, {
      '0001_first.sql': first,
      '0002_second.sql': rest,
      '0003_third.sql': 'DROP TABLE other;',
    })
    assert.deepEqual(await migrate(store, { now, newId, folder: mended }), [2, 3])
    assert.equal((await viewOf(store.reader)).epoch, epoch, 'the epoch of the first time stays')

    const changed = folderOf(t, {
      '0001_first.sql': `${first} `,
      '0002_second.sql': rest,
      '0003_third.sql': 'DROP TABLE other;',
    })
    await assert.rejects(migrate(store, { now, newId, folder: changed }), MigrationChanged)
    await assert.rejects(
      migrate(store, { now, newId, folder: before }),
      (error) => error instanceof SchemaTooNew && error.unknown.join() === '2,3',
    )
  })

test('Of several migrators at once on PostgreSQL each file is applied by one', async (t) => {
  const url = await freshDatabase(t, 'empty')
  const stores = await Promise.all([1, 2, 3, 4].map(() => openPostgres({ url, sessionsMax: 2 })))
  t.after(() => Promise.all(stores.map((store) => store.close())))
  const slow = folderOf(t, { '0001_first.sql': `${first} SELECT pg_sleep(0.1);`, '0002_second.sql': rest })
  const applied = await Promise.all(stores.map((store) => migrate(store, { now, newId, folder: slow })))
  assert.deepEqual(applied.flat().toSorted(), [1, 2])
  const [one] = stores as [Store]
  const { rows } = await inTransaction(one, (trx) =>
    sql`SELECT number, name, applied_at FROM schema_migration ORDER BY 1`.execute(trx),
  ).then((done) => done.value)
  assert.deepEqual(rows, [
    { number: 1, name: 'first', applied_at: 1000 },
    { number: 2, name: 'second', applied_at: 1000 },
  ])
})

test('The numbers of the migrations have no gap and none twice', async (t) => {
  await assert.rejects(readMigrations(folderOf(t, { '0001_a.sql': '', '0003_c.sql': '' })), /0003_c/)
  await assert.rejects(readMigrations(folderOf(t, { '0001_a.sql': '', '0001_b.sql': '' })), /0001_b/)
  assert.ok((await readMigrations()).length > 0)
})

for (const kind of storeKinds)
  test(`A new epoch makes the revisions of the one before unknown (${kind})`, async (t) => {
    const store = await freshStore(t, kind)
    const old = await viewOf(store.reader)
    await inTransaction(store, (trx) => beginEpoch(trx, { now, newId }))
    assert.equal(await newsSince(store, old), null)
    assert.equal(viewSees(await viewOf(store.reader), revisionOfView(old)), 'unknown-epoch')
  })
