import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import type { Instant, NewId } from '#kernel'
import { sql } from 'kysely'
import { epochIn, lifeMark, markOf } from './store-life.ts'
import { inner, type Store, type Transaction } from './store.ts'

/** The database was migrated by a newer version of the program; this one must not touch it. */
export class SchemaTooNew extends Error {
  override name = 'SchemaTooNew'
  /** Numbers of the migrations that this version does not know. */
  readonly unknown: number[]

  constructor(unknown: number[]) {
    super(`The database has migrations that this version does not know (${unknown.join(', ')}): run the newer version`)
    this.unknown = unknown
  }
}

/** A migration that was applied reads differently now: the schema is not what the files say. */
export class MigrationChanged extends Error {
  override name = 'MigrationChanged'
}

export interface Migration {
  number: number
  name: string
  text: string
  /** sha256 of the text, in hex. */
  checksum: string
}

export interface MigrateOptions {
  now: Instant
  newId: NewId
  /** Where the numbered files are; the product's own by default. */
  folder?: URL
}

const ownFolder = new URL('../../migrations/', import.meta.url)

/** The numbered files (NNNN_name.sql) in order; throws when a number comes twice or is missing. */
export async function readMigrations(folder: URL = ownFolder): Promise<Migration[]> {
  const files = (await readdir(folder)).filter((file) => /^\d{4}_[a-z0-9_-]+\.sql$/.test(file)).toSorted()
  return Promise.all(
    files.map(async (file, index) => {
      const number = Number(file.slice(0, 4))
      if (number !== index + 1) throw new Error(`The migrations do not count from 0001 without a gap: ${file}`)
      const text = await readFile(new URL(file, folder), 'utf8')
      const checksum = createHash('sha256').update(text).digest('hex')
      return { number, name: file.slice(5, -4), text, checksum }
    }),
  )
}

/**
 * Brings the schema to this version, a transaction for each file, and gives the store its epoch. Answers with the
 * numbers applied. Several may run at once on PostgreSQL: each waits for the other. Throws SchemaTooNew, MigrationChanged.
 */
export async function migrate(store: Store, options: MigrateOptions): Promise<number[]> {
  const migrations = await readMigrations(options.folder)
  const done: number[] = []
  for (;;) {
    const number = await store[inner].writer.transaction().execute((trx) => applyNext(store, trx, migrations, options))
    if (number === null) return done
    done.push(number)
  }
}

async function applyNext(
  store: Store,
  trx: Transaction,
  migrations: Migration[],
  { now, newId }: MigrateOptions,
): Promise<number | null> {
  const pending = await lockAndCompare(store, trx, migrations)
  if (!pending) {
    if (migrations.length > 0) await ensureEpoch(trx, now, newId)
    return null
  }
  await store[inner].runScript(trx, pending.text)
  await sql`INSERT INTO schema_migration (number, name, checksum, applied_at)
    VALUES (${pending.number}, ${pending.name}, ${pending.checksum}, ${now})`.execute(trx)
  return pending.number
}

/** Any number that no other program on the server takes: the advisory lock of whoever migrates. */
const lockNumber = 4_820_117_331

async function lockAndCompare(store: Store, trx: Transaction, migrations: Migration[]): Promise<Migration | undefined> {
  if (store.kind === 'postgres') {
    // A big table takes its time; the limit is for the statements of use cases.
    await sql`SET LOCAL statement_timeout = 0`.execute(trx)
    await sql`SELECT pg_advisory_xact_lock(${sql.lit(lockNumber)})`.execute(trx)
  }
  await store[inner].runScript(
    trx,
    `CREATE TABLE IF NOT EXISTS schema_migration (
      number integer PRIMARY KEY, name text NOT NULL, checksum text NOT NULL, applied_at bigint NOT NULL)`,
  )
  const { rows } = await sql<{ number: number; checksum: string }>`
    SELECT number, checksum FROM schema_migration ORDER BY number`.execute(trx)
  const known = new Map(migrations.map((one) => [one.number, one]))
  const unknown = rows.filter((row) => !known.has(row.number)).map((row) => row.number)
  if (unknown.length > 0) throw new SchemaTooNew(unknown)
  for (const row of rows) {
    const file = known.get(row.number)
    if (file?.checksum !== row.checksum)
      throw new MigrationChanged(`Migration ${row.number} (${file?.name}) is not the one that was applied`)
  }
  const applied = new Set(rows.map((row) => row.number))
  return migrations.find((one) => !applied.has(one.number))
}

/** An epoch that bears no mark of its life, as earlier versions began them, is followed by one that does. */
async function ensureEpoch(trx: Transaction, now: Instant, newId: NewId): Promise<void> {
  const current = await trx.selectFrom('store_epoch').where('current', '=', true).select('epoch').executeTakeFirst()
  if (!current || markOf(current.epoch) === null) await beginEpoch(trx, { now, newId })
}

/** Begins a new life of the store, after a restore: from now on, revisions of the one before are unknown. */
export async function beginEpoch(trx: Transaction, { now, newId }: { now: Instant; newId: NewId }): Promise<void> {
  await trx.updateTable('store_epoch').set({ current: false }).where('current', '=', true).execute()
  const { mark } = await trx.selectNoFrom(lifeMark.as('mark')).executeTakeFirstOrThrow()
  await trx
    .insertInto('store_epoch')
    .values({ epoch: epochIn(mark, newId()), started_at: now })
    .execute()
}
