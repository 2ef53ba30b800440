import { AsyncLocalStorage } from 'node:async_hooks'
import type { Dialect, Kysely } from 'kysely'
import { inner, type Reader, type Store } from './store.ts'
import type { Tables } from './tables.ts'

/** Thrown when work in a transaction turns to the same store by another handle: with one session it would wait for ever. */
export class OutsideTransaction extends Error {
  override name = 'OutsideTransaction'
  constructor() {
    super(
      'Inside a transaction only its own handle may be used: neither the reader nor another transaction of the store',
    )
  }
}

type Running = { key: object; open: boolean; outer: Running | undefined }

const running = new AsyncLocalStorage<Running>()

/** Throws OutsideTransaction when the calling work runs in an open transaction of the store that `key` stands for. */
export function refuseInTransaction(key: object): void {
  for (let one = running.getStore(); one; one = one.outer)
    if (one.open && one.key === key) throw new OutsideTransaction()
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

/** The dialect with every session taken under the guard of the store that `key` stands for. */
export function guarded(dialect: Dialect, key: object): Dialect {
  return {
    createDriver() {
      const driver = dialect.createDriver()
      const acquire = driver.acquireConnection.bind(driver)
      // A transaction has its session already, so whoever asks for one from inside turned to another handle.
      driver.acquireConnection = async (options) => {
        refuseInTransaction(key)
        return acquire(options)
      }
      return driver
    },
    createAdapter: () => dialect.createAdapter(),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createIntrospector: (db) => dialect.createIntrospector(db),
  }
}

/**
 * Reads in one view of the store, and nothing else: one read-only REPEATABLE READ transaction, whose reader is dead when the
 * work is over. The embedded store has one session and keeps it meanwhile, so the work must be short. Inside, any other handle
 * of the store throws OutsideTransaction.
 */
export function inSnapshot<T>(store: Store, work: (reader: Reader) => Promise<T>): Promise<T> {
  const { key } = store[inner]
  refuseInTransaction(key)
  return (store.reader as unknown as Kysely<Tables>)
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((snapshot) => insideTransaction(key, () => work(snapshot)))
}
