import { sql } from 'kysely'
import type { Reader } from './store.ts'

/**
 * The store was put back to an earlier moment, or its rows were brought to another server: what it lost meanwhile, nobody knows here.
 * Nothing may be decided from it until somebody has reconciled it (I24) and a new epoch was begun.
 */
export class StoreRestored extends Error {
  override readonly name = 'StoreRestored'

  constructor() {
    super('The store was restored, and nobody has said that it was reconciled: claviger restored')
  }
}

/**
 * Fifteen hexadecimal digits of what PostgreSQL itself says of its life: which cluster this is, and on which timeline. Each restore
 * to a moment and each promotion begins another timeline, and another cluster has another identifier (PostgreSQL 15, 26.3.5 and
 * 9.27.11). Whoever is still recovering has none.
 */
export const lifeMark = sql<string>`CASE WHEN pg_is_in_recovery() THEN 'recovering' ELSE (
  SELECT left(md5(system_identifier || ' ' || left(pg_walfile_name(pg_current_wal_lsn()), 8)), 15) FROM pg_control_system()) END`

const marked = /^([0-9a-f]{8})-([0-9a-f]{4})-8([0-9a-f]{3})-/

/** A new epoch that bears the mark of the life in which it begins: a UUID of version 8 (RFC 9562); the rest is that of `id`. */
export function epochIn(mark: string, id: string): string {
  if (!/^[0-9a-f]{15}$/.test(mark)) throw new Error('An epoch begins only in a store that is not recovering')
  return `${mark.slice(0, 8)}-${mark.slice(8, 12)}-8${mark.slice(12)}-${id.slice(19)}`
}

/** The mark that an epoch bears; null: it was begun before epochs bore one. */
export function markOf(epoch: string): string | null {
  const found = marked.exec(epoch)
  return found === null ? null : found.slice(1).join('')
}

/** Whether an epoch was begun in another life than this one. */
export function isOfAnotherLife(epoch: string, mark: string): boolean {
  const own = markOf(epoch)
  return own !== null && own !== mark
}

/** What operators are told of the store's life. Throws where the store was not migrated. */
export async function lifeOf(reader: Reader): Promise<{ readonly epoch: string; readonly isRestored: boolean }> {
  const { epoch, mark } = await reader
    .selectFrom('store_epoch')
    .where('current', '=', true)
    .select(['epoch', lifeMark.as('mark')])
    .executeTakeFirstOrThrow(() => new Error('The store has no epoch: it was not migrated'))
  return { epoch, isRestored: isOfAnotherLife(epoch, mark) }
}
