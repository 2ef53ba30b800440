import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { guarded } from './guard.ts'
import { inner, safeInteger, type Store } from './store.ts'
import type { Tables } from './tables.ts'

export interface PostgresOptions {
  /** postgres://user:password@host:port/database */
  url: string
  /** Shown in pg_stat_activity. */
  applicationName?: string
  /** Sessions for reading; writing has half as many, at least two. */
  sessionsMax?: number
  /** How long one read may take. */
  readTimeoutMs?: number
  /** How long one statement of a write transaction may take, waiting for locks included. */
  writeTimeoutMs?: number
  /** How long to wait for a free session. */
  connectTimeoutMs?: number
  /** Told of sessions lost while idle; the pool replaces them by itself. */
  onFault?: (error: Error) => void
}

/** Opens the production store. Connects on first use; the schema is `migrate`'s. */
export async function openPostgres(options: PostgresOptions): Promise<Store> {
  const sessionsMax = options.sessionsMax ?? 10
  const reading = pool(options, sessionsMax, {
    options: '-c default_transaction_read_only=on',
    statement_timeout: options.readTimeoutMs ?? 10_000,
  })
  const writing = pool(options, Math.max(2, Math.ceil(sessionsMax / 2)), {
    statement_timeout: options.writeTimeoutMs ?? 30_000,
    // A write transaction left open holds back the change feed of every node.
    idle_in_transaction_session_timeout: 30_000,
  })
  const key = {}
  const reader = new Kysely<Tables>({ dialect: guarded(new PostgresDialect({ pool: reading }), key) })
  const writer = new Kysely<Tables>({ dialect: guarded(new PostgresDialect({ pool: writing }), key) })
  let closing: Promise<void> | undefined
  return {
    kind: 'postgres',
    reader,
    // The pools are ended by themselves: a kysely that was never used does not end its own.
    close: () => (closing ??= Promise.all([reading.end(), writing.end()]).then(() => undefined)),
    [inner]: {
      key,
      writer,
      async runScript(trx, text) {
        await sql.raw(text).execute(trx)
      },
    },
  }
}

function pool(options: PostgresOptions, max: number, settings: pg.PoolConfig): pg.Pool {
  const made = new pg.Pool({
    connectionString: options.url,
    application_name: options.applicationName ?? 'claviger',
    connectionTimeoutMillis: options.connectTimeoutMs ?? 10_000,
    max,
    types: { getTypeParser },
    ...settings,
  })
  made.on('error', (error) => options.onFault?.(error))
  // A session lost while it is in use fails its own query, which tells it; without a listener it would end the process too.
  made.on('connect', (client) => client.on('error', () => undefined))
  return made
}

const { builtins } = pg.types
const int8Array = 1016

/** PostgreSQL's texts as the program knows them; kept to our pools, so that no other user of pg is touched. */
function getTypeParser(type: number, format?: 'text' | 'binary'): unknown {
  const usual = pg.types.getTypeParser(type, format)
  if (format === 'binary') return usual
  // The package types its list as an enum; a type's number is a number.
  const { INT8, BYTEA, DATE, TIMESTAMP, TIMESTAMPTZ }: Record<string, number> = { ...builtins }
  switch (type) {
    case INT8:
      return safeInteger
    case int8Array:
      return (text: string) => (usual(text) as (string | null)[]).map((one) => (one === null ? null : safeInteger(one)))
    case BYTEA:
      return (text: string) => plainBytes(usual(text))
    case DATE:
    case TIMESTAMP:
    case TIMESTAMPTZ:
      return (text: string) => text
    default:
      return usual
  }
}

const plainBytes = (bytes: Buffer): Uint8Array => new Uint8Array(bytes)
