import { AsyncLocalStorage } from 'node:async_hooks'
import type { CompiledQuery, DatabaseConnection, Dialect, Driver, QueryCompiler, QueryResult, TransactionSettings } from 'kysely'

/** Thrown when work in a transaction turns to the same store by another handle: with one session it would wait for ever. */
export class OutsideTransaction extends Error {
  override name = 'OutsideTransaction'
  constructor() {
    super('Inside a transaction only its own handle may be used: neither the reader nor another transaction of the store')
  }
}

type Running = { key: object; open: boolean; outer: Running | undefined }

const running = new AsyncLocalStorage<Running>()

/** Throws OutsideTransaction when the calling work runs in an open transaction of the store that `key` stands for. */
export function refuseInTransaction(key: object): void {
  for (let one = running.getStore(); one; one = one.outer) if (one.open && one.key === key) throw new OutsideTransaction()
}

/** Runs work as the inside of a transaction; what it leaves running behind is outside again once it has ended. */
export async function insideTransaction<T>(key: object, work: () => Promise<T>): Promise<T> {
  const entry: Running = { key, open: true, outer: running.getStore() }
  try {
    return await running.run(entry, work)
  } finally {
    entry.open = false
  }
}

/** A connection as long as it is held: afterwards its session belongs to somebody else. */
class Lease implements DatabaseConnection {
  connection: DatabaseConnection | null

  constructor(connection: DatabaseConnection) {
    this.connection = connection
  }

  held(): DatabaseConnection {
    if (!this.connection) throw new Error('This transaction or connection is over')
    return this.connection
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    return this.held().executeQuery<R>(query)
  }

  streamQuery<R>(query: CompiledQuery, chunkSize: number): AsyncIterableIterator<QueryResult<R>> {
    return this.held().streamQuery<R>(query, chunkSize)
  }
}

class GuardedDriver implements Driver {
  readonly #driver: Driver
  readonly #key: object

  constructor(driver: Driver, key: object) {
    this.#driver = driver
    this.#key = key
  }

  init(): Promise<void> {
    return this.#driver.init()
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    refuseInTransaction(this.#key)
    return new Lease(await this.#driver.acquireConnection())
  }

  beginTransaction(lease: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    return this.#driver.beginTransaction(held(lease), settings)
  }

  commitTransaction(lease: DatabaseConnection): Promise<void> {
    return this.#driver.commitTransaction(held(lease))
  }

  rollbackTransaction(lease: DatabaseConnection): Promise<void> {
    return this.#driver.rollbackTransaction(held(lease))
  }

  async savepoint(lease: DatabaseConnection, name: string, compile: QueryCompiler['compileQuery']): Promise<void> {
    await this.#driver.savepoint?.(held(lease), name, compile)
  }

  async rollbackToSavepoint(lease: DatabaseConnection, name: string, compile: QueryCompiler['compileQuery']): Promise<void> {
    await this.#driver.rollbackToSavepoint?.(held(lease), name, compile)
  }

  async releaseSavepoint(lease: DatabaseConnection, name: string, compile: QueryCompiler['compileQuery']): Promise<void> {
    await this.#driver.releaseSavepoint?.(held(lease), name, compile)
  }

  async releaseConnection(lease: DatabaseConnection): Promise<void> {
    const connection = held(lease)
    ;(lease as Lease).connection = null
    await this.#driver.releaseConnection(connection)
  }

  destroy(): Promise<void> {
    return this.#driver.destroy()
  }
}

const held = (lease: DatabaseConnection): DatabaseConnection => (lease as Lease).held()

/** The dialect with every session taken under the guard of the store that `key` stands for. */
export function guarded(dialect: Dialect, key: object): Dialect {
  return {
    createDriver: () => new GuardedDriver(dialect.createDriver(), key),
    createAdapter: () => dialect.createAdapter(),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createIntrospector: (db) => dialect.createIntrospector(db),
  }
}
