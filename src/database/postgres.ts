import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { guarded } from './guard.ts'
import { inner, isStalePlan, safeInteger, type Store } from './store.ts'
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
      writes: 0,
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
    Client: sessionsThatPrepare(),
    ...settings,
  })
  made.on('error', (error) => options.onFault?.(error))
  // A session lost while it is in use fails its own query, which tells it; without a listener it would end the process too.
  made.on('connect', (client) => client.on('error', () => undefined))
  return made
}

/** How many statements a session keeps at most; what is asked beyond them is planned each time. */
const preparedMax = 500
/** How many texts are remembered that came once: lists of many lengths make many. */
const seenMax = 5_000

/**
 * Sessions of one pool that let PostgreSQL keep its plan of whatever is asked a second time: most of what it costs to answer
 * one of our statements is to parse and plan it. Kysely gives its statements no names, so the session does.
 */
function sessionsThatPrepare(): typeof pg.Client {
  const seen = new Set<string>()
  let names = new Map<string, string>()
  let made = 0
  const nameOf = (text: string): string | undefined => {
    const known = names.get(text)
    if (known !== undefined || names.size >= preparedMax) return known
    if (!seen.delete(text)) {
      if (seen.size >= seenMax) seen.clear()
      seen.add(text)
      return undefined
    }
    const name = `claviger_${++made}`
    names.set(text, name)
    return name
  }
  return class extends pg.Client {
    constructor(config?: string | pg.ClientConfig) {
      super(config)
      const ask: (...asked: unknown[]) => unknown = this.query.bind(this)
      const askPrepared = async (text: string, values: unknown[]) => {
        try {
          return await ask({ name: nameOf(text), text, values })
        } catch (error) {
          if (!isStalePlan(error)) throw error
          // A migration changed a table meanwhile: every plan is made again, under another name. In a transaction it is too late.
          names = new Map()
          return await Promise.resolve(ask(text, values)).catch(() => {
            throw error
          })
        }
      }
      const query = (text: unknown, values: unknown, ...rest: unknown[]) =>
        typeof text === 'string' && Array.isArray(values) && values.length > 0 && rest.length === 0
          ? askPrepared(text, values)
          : ask(text, values, ...rest)
      this.query = query as typeof this.query
    }
  }
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
