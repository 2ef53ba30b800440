import { Worker } from 'node:worker_threads'
import {
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
} from 'kysely'
import { guarded } from './guard.ts'
import type { Answer, Demand, Rows, WorkerStart } from './pglite-worker.ts'
import { inner, noWrites, type Store } from './store.ts'
import type { Tables } from './tables.ts'

export interface PgliteOptions {
  /** The folder of the data, made if missing, or 'memory'. Two processes on one folder lose rows silently: take its lock first (openDoor). */
  dataDir: string
  /** What `dumpPglite` gave: the store starts as a copy of it. The folder must be new. */
  image?: Uint8Array
}

/** Opens the embedded store, for trials and tests: one session, no fsync. Throws when the folder cannot be opened. */
export async function openPglite(options: PgliteOptions): Promise<Store> {
  const session = new Session({
    dataDir: options.dataDir === 'memory' ? null : options.dataDir,
    image: options.image ?? null,
  })
  await session.ready
  const key = {}
  const reader = new Kysely<Tables>({ dialect: guarded(dialectOf(session), key) })
  const writer = new Kysely<Tables>({ dialect: guarded(dialectOf(session), key) })
  const store: Store = {
    kind: 'pglite',
    reader,
    close: () => session.close(),
    [inner]: {
      key,
      writer,
      writes: noWrites(),
      async runScript(_trx, text) {
        await session.demand({ kind: 'script', sql: text })
      },
    },
  }
  sessions.set(store, session)
  return store
}

const sessions = new WeakMap<Store, Session>()

/** The whole embedded store as one tar archive, for `openPglite({ image })`. */
export async function dumpPglite(store: Store): Promise<Uint8Array> {
  const session = sessions.get(store)
  if (!session) throw new TypeError('Not an embedded store')
  const release = await session.take()
  try {
    return (await session.demand({ kind: 'dump' })) as Uint8Array
  } finally {
    release()
  }
}

type Pending = { resolve: (value: unknown) => void; reject: (error: Error) => void }

/** The one session: asks the thread, and is handed out to one user at a time in the order of asking. */
class Session {
  readonly ready: Promise<void>
  readonly #worker: Worker
  readonly #pending = new Map<number, Pending>()
  #lastId = 0
  #turn: Promise<void> = Promise.resolve()
  #dead: Error | null = null
  #closing: Promise<void> | undefined

  constructor(start: WorkerStart) {
    this.#worker = new Worker(new URL('./pglite-worker.ts', import.meta.url), { workerData: start, execArgv: [] })
    this.ready = new Promise<unknown>((resolve, reject) => this.#pending.set(0, { resolve, reject })).then(
      () => undefined,
    )
    this.ready.catch(() => this.#worker.terminate())
    this.#worker.on('message', (answer: Answer) => this.#settle(answer))
    this.#worker.on('messageerror', (error) => this.#die(error))
    this.#worker.on('error', (error) => this.#die(error instanceof Error ? error : new Error(String(error))))
    this.#worker.on('exit', () => this.#die(new Error('The embedded store is closed')))
  }

  /** Waits for its turn; answers with the function that ends it. */
  async take(): Promise<() => void> {
    const before = this.#turn
    const mine = Promise.withResolvers<void>()
    this.#turn = mine.promise
    await before
    return mine.resolve
  }

  /** Sends a demand at once; who sends holds the turn. */
  demand(demand: Demand): Promise<unknown> {
    if (this.#dead) return Promise.reject(new Error(this.#dead.message, { cause: this.#dead }))
    const id = ++this.#lastId
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject })
      try {
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
        this.#worker.postMessage({ id, demand })
      } catch (error) {
        this.#pending.delete(id)
        reject(error instanceof Error ? error : new Error('A demand could not be sent', { cause: error }))
      }
    })
  }

  close(): Promise<void> {
    this.#closing ??= this.#close()
    return this.#closing
  }

  async #close(): Promise<void> {
    const release = await this.take()
    try {
      if (!this.#dead) await this.demand({ kind: 'close' })
    } finally {
      this.#die(new Error('The embedded store is closed'))
      release()
      await this.#worker.terminate()
    }
  }

  #settle(answer: Answer): void {
    const pending = this.#pending.get(answer.id)
    this.#pending.delete(answer.id)
    if ('fault' in answer) pending?.reject(Object.assign(new Error(answer.fault.message), answer.fault))
    else pending?.resolve(answer.value)
  }

  #die(error: Error): void {
    this.#dead ??= error
    for (const { reject } of this.#pending.values()) reject(new Error(error.message, { cause: error }))
    this.#pending.clear()
  }
}

function dialectOf(session: Session): Dialect {
  return {
    createDriver: () => new SessionDriver(session),
    createAdapter: () => new PostgresAdapter(),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createIntrospector: (db) => new PostgresIntrospector(db),
  }
}

class SessionConnection implements DatabaseConnection {
  readonly session: Session
  readonly release: () => void

  constructor(session: Session, release: () => void) {
    this.session = session
    this.release = release
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const demand: Demand = { kind: 'query', sql: query.sql, parameters: [...query.parameters] }
    try {
      const { rows, affectedRows } = (await this.session.demand(demand)) as Rows
      return { rows: rows as R[], ...(affectedRows === undefined ? {} : { numAffectedRows: BigInt(affectedRows) }) }
    } catch (error) {
      // The fault comes from the other thread: without this it would not say who asked.
      if (error instanceof Error) error.stack = `${error.message}${new Error().stack?.slice('Error'.length)}`
      throw error
    }
  }

  streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('The embedded store does not stream')
  }
}

/** kysely's own PGlite driver shares one connection between everybody and waits for ever when BEGIN fails; this one hands it out. */
class SessionDriver implements Driver {
  readonly #session: Session

  constructor(session: Session) {
    this.#session = session
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    return new SessionConnection(this.#session, await this.#session.take())
  }

  async beginTransaction(): Promise<void> {
    await this.#session.demand({ kind: 'script', sql: 'BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE' })
  }

  async commitTransaction(): Promise<void> {
    // COMMIT of a transaction in which a statement failed is carried out as ROLLBACK, without an error.
    if ((await this.#session.demand({ kind: 'script', sql: 'COMMIT' })) === 'ROLLBACK')
      throw Object.assign(new Error('The transaction had failed before and was rolled back'), { code: '25P02' })
  }

  async rollbackTransaction(): Promise<void> {
    await this.#session.demand({ kind: 'script', sql: 'ROLLBACK' })
  }

  async savepoint(_connection: DatabaseConnection, name: string): Promise<void> {
    await this.#session.demand({ kind: 'script', sql: savepointSql('SAVEPOINT', name) })
  }

  async rollbackToSavepoint(_connection: DatabaseConnection, name: string): Promise<void> {
    await this.#session.demand({ kind: 'script', sql: savepointSql('ROLLBACK TO', name) })
  }

  async releaseSavepoint(_connection: DatabaseConnection, name: string): Promise<void> {
    await this.#session.demand({ kind: 'script', sql: savepointSql('RELEASE', name) })
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    ;(connection as SessionConnection).release()
  }

  async destroy(): Promise<void> {
    await this.#session.close()
  }
}

const savepointSql = (word: string, name: string): string => `${word} "${name.replaceAll('"', '""')}"`
