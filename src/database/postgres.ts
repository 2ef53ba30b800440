import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { guarded } from './guard.ts'
import { inner, isStalePlan, noWrites, safeInteger, type Store } from './store.ts'
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
  const readTimeoutMs = options.readTimeoutMs ?? 10_000
  const silence = { givenUpAfterMs: readTimeoutMs + silenceMs }
  const reading = pool(
    options,
    sessionsMax,
    { options: '-c default_transaction_read_only=on', statement_timeout: readTimeoutMs },
    silence,
  )
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
      writes: noWrites(),
      async runScript(trx, text) {
        await sql.raw(text).execute(trx)
      },
    },
  }
}

/** So long after a statement's own limit the server would have said that it was reached. */
const silenceMs = 5000

/** `givenUpAfterMs`: without it a statement may take as long as it takes, as those of a migration do. */
function pool(
  options: PostgresOptions,
  max: number,
  settings: pg.PoolConfig,
  { givenUpAfterMs = null }: { givenUpAfterMs?: number | null } = {},
): pg.Pool {
  const made = new pg.Pool({
    connectionString: options.url,
    application_name: options.applicationName ?? 'claviger',
    connectionTimeoutMillis: options.connectTimeoutMs ?? 10_000,
    max,
    types: { getTypeParser },
    Client: sessionsThatPrepare(givenUpAfterMs),
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
 * one of our statements is to parse and plan it. Kysely gives its statements no names, so the session does. A session that says
 * nothing for so long is ended: its connection may have been lost on the way, and then nobody would ever tell.
 */
function sessionsThatPrepare(givenUpAfterMs: number | null): typeof pg.Client {
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
      const bare: (...asked: unknown[]) => unknown = this.query.bind(this)
      const ask = (...asked: unknown[]): unknown => {
        const answer = bare(...asked)
        if (givenUpAfterMs === null || !(answer instanceof Promise)) return answer
        // With a statement under way its end breaks the connection off.
        const limit = setTimeout(() => void this.end().catch(() => undefined), givenUpAfterMs)
        return answer.finally(() => clearTimeout(limit))
      }
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
