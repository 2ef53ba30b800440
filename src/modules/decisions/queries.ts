import { inSnapshot, parseRevision, type Reader, type Revision, type Store } from '#database'
import { sql } from 'kysely'

/** Reads in one view of the store, and nothing else: the reader is dead when the work is over. */
export type InSnapshot = <T>(work: (reader: Reader) => Promise<T>) => Promise<T>

/** D1: every read of one question sees one moment of the store. */
export const snapshotsOf =
  (store: Store): InSnapshot =>
  (work) =>
    inSnapshot(store, work)

/** The newest revision below which every transaction is seen. Throws where the store was not migrated. */
export async function revisionOfSnapshot(reader: Reader): Promise<Revision> {
  const row = await reader
    .selectFrom('store_epoch')
    .where('current', '=', true)
    .select(['epoch', sql<string>`pg_snapshot_xmin(pg_current_snapshot())::text`.as('horizon')])
    .executeTakeFirstOrThrow()
  const revision = parseRevision(`v1.${row.epoch}.${BigInt(row.horizon) - 1n}`)
  if (!revision.ok) throw new Error('The store has a malformed epoch')
  return revision.value
}
