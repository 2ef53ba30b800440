import { sql } from 'kysely'
import { revisionOf, type Revision } from './change-feed.ts'
import { insideTransaction, refuseInTransaction } from './guard.ts'
import { inner, isSerializationFault, isStalePlan, type Store, type Transaction } from './store.ts'

/** Carries a value out of a transaction that is undone. */
export class Rollback<V> extends Error {
  override name = 'Rollback'
  readonly value: V

  constructor(value: V) {
    super('The transaction was undone on purpose')
    this.value = value
  }
}

/**
 * Leaves the transaction and undoes it; inTransaction answers with the value. It throws, and is typed as if it gave a
 * Rollback, so that `return rollback(ruling)` keeps the type of the refusal.
 */
export function rollback<const V>(value: V): Rollback<V> {
  throw new Rollback(value)
}

type Done<R> = [Exclude<R, Rollback<unknown>>] extends [never]
  ? never
  : { value: Exclude<R, Rollback<unknown>>; revision: Revision }
type Undone<R> = R extends Rollback<infer V> ? { value: V; revision: null } : never

/** What the work gave, with the revision that its writes have; or what it took out of a roll back, which has none. */
export type Outcome<R> = Done<R> | Undone<R>

const attemptsMax = 3

/**
 * Runs the work in one READ COMMITTED transaction and commits it. Only a transaction that lost against another one
 * (serialization or deadlock) or against a migration is run again, three times at most, so the work must do nothing outside the store.
 * Throws OutsideTransaction when the work turns to another handle of the store, and every other fault after undoing.
 * `isDecidedBy`: false where nothing is written that any decision reads; then an index that has not seen it is as good as before.
 */
export async function inTransaction<R>(
  store: Store,
  work: (trx: Transaction) => Promise<R>,
  { isDecidedBy = true }: { isDecidedBy?: boolean } = {},
): Promise<Outcome<R>> {
  refuseInTransaction(store[inner].key)
  for (let attempt = 1; ; attempt++) {
    try {
      const done = (await once(store, work)) as Outcome<R>
      if (isDecidedBy) Atomics.add(store[inner].writes, 0, 1)
      return done
    } catch (error) {
      if (error instanceof Rollback) return { value: error.value, revision: null } as Outcome<R>
      if (attempt === attemptsMax || !(isSerializationFault(error) || isStalePlan(error))) throw error
    }
  }
}

async function once<R>(
  store: Store,
  work: (trx: Transaction) => Promise<R>,
): Promise<{ value: R; revision: Revision }> {
  const { key, writer } = store[inner]
  return writer
    .transaction()
    .setIsolationLevel('read committed')
    .execute(async (trx) => {
      const value = await insideTransaction(key, () => work(trx))
      // Also refuses here what a swallowed error would have made COMMIT roll back in silence.
      const { rows } = await sql<{ epoch: string; xid: string }>`
        SELECT epoch, pg_current_xact_id()::text AS xid FROM store_epoch WHERE current`.execute(trx)
      const row = rows[0]
      if (!row) throw new Error('The store has no epoch: it was not migrated')
      return { value, revision: revisionOf(row.epoch, row.xid) }
    })
}

/** How often this process has written what decisions may read through this handle: one word that grows with each commit, for any thread. */
export const writesOf = (store: Store): Int32Array<SharedArrayBuffer> => store[inner].writes
