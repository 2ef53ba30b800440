import { parseRevision, type Reader, type Revision, type Store, type Tables } from '#database'
import type { Instant } from '#kernel'
import { sql, type Kysely } from 'kysely'

/** Reads in one view of the store, and nothing else: the reader is dead when the work is over. */
export type InSnapshot = <T>(work: (reader: Reader) => Promise<T>) => Promise<T>

/**
 * D1: one read-only REPEATABLE READ transaction. The embedded store has one session and keeps it for the work, so that nobody
 * writes meanwhile. Inside, only the reader that is given may be used.
 */
export function snapshotsOf(store: Store): InSnapshot {
  const reading = store.reader as unknown as Kysely<Tables>
  return (work) =>
    reading
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute((snapshot) => work(snapshot))
}

/** The moment of the newest audit entry, or null in an empty store. */
export async function newestEntryAt(reader: Reader): Promise<Instant | null> {
  const newest = await reader
    .selectFrom('audit_entry')
    .select('recorded_at')
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return newest?.recorded_at ?? null
}

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
