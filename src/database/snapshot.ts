import type { Kysely } from 'kysely'
import { insideTransaction, refuseInTransaction } from './guard.ts'
import { inner, type Reader, type Store } from './store.ts'
import type { Tables } from './tables.ts'

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
