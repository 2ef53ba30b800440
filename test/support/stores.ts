import { createHash, randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test, type TestContext } from 'node:test'
import {
  dumpPglite,
  inTransaction,
  migrate,
  openPglite,
  openPostgres,
  readMigrations,
  type Store,
  type Transaction,
} from '#database'
import { instant } from '#kernel'
import { sql } from 'kysely'
import pg from 'pg'
import { ensurePostgres } from './postgres.ts'

export type StoreKind = Store['kind']
export const storeKinds: readonly StoreKind[] = ['pglite', 'postgres']

/** When the epoch of every test store began. */
const templateMoment = instant(0)

/** A test on both stores, each freshly migrated, empty, and gone afterwards. */
export function eachStore(title: string, run: (t: TestContext, store: Store) => Promise<void>): void {
  for (const kind of storeKinds) test(`${title} (${kind})`, async (t) => run(t, await freshStore(t, kind)))
}

/** A suite on both stores; `open` gives a new empty store, closed after the suite. */
export function describeOnBothStores(
  name: string,
  define: (open: () => Promise<Store>, kind: StoreKind) => void,
): void {
  for (const kind of storeKinds)
    describe(`${name} (${kind})`, () => {
      const ends: (() => Promise<void>)[] = []
      after(async () => {
        for (const end of ends.toReversed()) await end()
      })
      define(async () => {
        const { store, end } = await makeStore(kind)
        ends.push(end)
        return store
      }, kind)
    })
}

/** A freshly migrated, empty store, closed and removed after the test. */
export async function freshStore(t: Pick<TestContext, 'after'>, kind: StoreKind): Promise<Store> {
  const { store, end } = await makeStore(kind)
  t.after(end)
  return store
}

/**
 * The URL of a new database, empty or freshly migrated, for what opens PostgreSQL by itself. Dropped after the test,
 * before the hooks that the test adds later: sessions still open are ended by the server.
 */
export async function freshDatabase(t: Pick<TestContext, 'after'>, content: 'empty' | 'migrated'): Promise<string> {
  const { url, drop } = await makeDatabase(content === 'migrated' ? await templateDatabase() : null)
  t.after(drop)
  return url
}

async function makeStore(kind: StoreKind): Promise<{ store: Store; end: () => Promise<void> }> {
  if (kind === 'pglite') {
    const store = idle.pop() ?? (await openEmbedded())
    return { store, end: () => putAway(store) }
  }
  const { url, drop } = await makeDatabase(await templateDatabase())
  const store = await openPostgres({ url, sessionsMax: 8 })
  return {
    store,
    async end() {
      await store.close()
      await drop()
    },
  }
}

/** An embedded store takes a second or two to start, so one that a test has left is emptied for the next. */
const idle: Store[] = []
after(async () => {
  for (const store of idle.splice(0)) await store.close()
})

/** Everything that the migrations made; a test that changed it keeps its store to itself. */
async function schemaMark(trx: Transaction): Promise<string | undefined> {
  const { rows } = await sql<{ mark: string }>`SELECT md5(string_agg(line, ';' ORDER BY line)) AS mark FROM (
    SELECT concat('class', oid, relname, relnatts) AS line FROM pg_class WHERE relnamespace = 'public'::regnamespace
    UNION ALL SELECT concat('trigger', oid, tgenabled) FROM pg_trigger
    UNION ALL SELECT concat('constraint', oid, pg_get_constraintdef(oid)) FROM pg_constraint WHERE connamespace = 'public'::regnamespace
    UNION ALL SELECT concat('function', oid, md5(prosrc)) FROM pg_proc WHERE pronamespace = 'public'::regnamespace
    UNION ALL SELECT concat('setting', name, setting) FROM pg_settings WHERE source = 'session') AS every`.execute(trx)
  return rows[0]?.mark
}

let untouched: string | undefined

async function openEmbedded(): Promise<Store> {
  const store = await openPglite({ dataDir: 'memory', image: await templateImage() })
  // Every copy of the template has the same.
  untouched ??= (await inTransaction(store, schemaMark)).value
  return store
}

async function putAway(store: Store): Promise<void> {
  try {
    await inTransaction(store, async (trx) => {
      if ((await schemaMark(trx)) !== untouched) throw new Error('The schema was changed')
      // Turns off the triggers that keep facts from ever being deleted.
      await sql`SET LOCAL session_replication_role = replica`.execute(trx)
      const tables = await sql<{ names: string }>`SELECT string_agg(quote_ident(relname), ', ') AS names FROM pg_class
        WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
          AND relname NOT IN ('schema_migration', 'store_epoch')`.execute(trx)
      await sql`TRUNCATE ${sql.raw(tables.rows[0]?.names ?? '')} RESTART IDENTITY`.execute(trx)
      await sql`DELETE FROM store_epoch WHERE started_at <> ${templateMoment}`.execute(trx)
      await sql`UPDATE store_epoch SET current = true`.execute(trx)
    })
    idle.push(store)
  } catch {
    await store.close()
  }
}

async function migrateTemplate(store: Store): Promise<void> {
  await migrate(store, { now: templateMoment, newId: () => randomUUID() })
}

/** Names a template by everything that makes it. */
async function schemaKey(): Promise<string> {
  const hash = createHash('sha256')
  for (const migration of await readMigrations()) hash.update(`${migration.number}:${migration.checksum};`)
  return hash.digest('hex').slice(0, 16)
}

let image: Promise<Uint8Array> | undefined

/** The migrated embedded store, made once for each schema of this machine. */
function templateImage(): Promise<Uint8Array> {
  image ??= makeImage()
  return image
}

async function makeImage(): Promise<Uint8Array> {
  const file = join(tmpdir(), `claviger-pglite-${process.getuid?.() ?? 0}-${await schemaKey()}.tar`)
  if (existsSync(file)) return new Uint8Array(readFileSync(file))
  const store = await openPglite({ dataDir: 'memory' })
  try {
    await migrateTemplate(store)
    const made = await dumpPglite(store)
    const folder = mkdtempSync(join(tmpdir(), 'claviger-pglite-'))
    // Whole or not at all for the other test files that look for it now.
    writeFileSync(join(folder, 'image.tar'), made)
    renameSync(join(folder, 'image.tar'), file)
    rmSync(folder, { recursive: true })
    return made
  } finally {
    await store.close()
  }
}

async function onServer<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: (await ensurePostgres()).url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

async function urlOf(database: string): Promise<string> {
  const url = new URL((await ensurePostgres()).url)
  url.pathname = `/${database}`
  return url.href
}

let template: Promise<string> | undefined

/** The migrated database that others are copied from, made once for each schema and server. */
function templateDatabase(): Promise<string> {
  template ??= makeTemplate()
  return template
}

async function makeTemplate(): Promise<string> {
  const name = `claviger_template_${await schemaKey()}`
  await onServer(async (client) => {
    // Test files run at once: the first one makes it, the others wait.
    await client.query('SELECT pg_advisory_lock(hashtext($1))', [name])
    const { rows } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
    if (rows.length > 0) return
    const raw = `${name}_${randomUUID().slice(0, 8)}`
    await client.query(`CREATE DATABASE ${raw}`)
    const store = await openPostgres({ url: await urlOf(raw), sessionsMax: 1 })
    try {
      await migrateTemplate(store)
    } finally {
      await store.close()
    }
    await client.query(`ALTER DATABASE ${raw} RENAME TO ${name}`)
  })
  return name
}

async function makeDatabase(from: string | null): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `claviger_test_${randomUUID().replaceAll('-', '')}`
  await onServer((client) => client.query(`CREATE DATABASE ${name}${from === null ? '' : ` TEMPLATE ${from}`}`))
  return {
    url: await urlOf(name),
    drop: () => onServer(async (client) => void (await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`))),
  }
}
