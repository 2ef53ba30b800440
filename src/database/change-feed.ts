import type { Parsed } from '#kernel'
import { sql } from 'kysely'
import type { FactKind } from './facts.ts'
import type { Store } from './store.ts'

declare const brand: unique symbol

/** 'v1.<epoch>.<xid>': a moment in the life of one store, in commit order. Opaque to those who are given one. */
export type Revision = string & { readonly [brand]: 'Revision' }

/** One fact row that was recorded or superseded. */
export interface Change {
  position: number
  /** The transaction that made it. */
  xid: bigint
  fact: FactKind
  rowId: string
  operation: 'recorded' | 'superseded'
}

export type Changes =
  /**
   * In commit order, transactions whole. `reached`: every revision up to it is seen once these are applied;
   * `more`: ask again at once, from there.
   */
  | { kind: 'changes'; changes: Change[]; reached: Revision; more: boolean }
  /** The position is of another life of the store: begin anew from currentRevision. */
  | { kind: 'unknown-epoch' }

/** Not exported from the door: only a transaction makes a revision. */
export const revisionOf = (epoch: string, xid: string | bigint): Revision => `v1.${epoch}.${xid}` as Revision

const revisionPattern = /^v1\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(0|[1-9][0-9]{0,18})$/

/** Reads a revision that came from outside; that it has the form does not mean that it ever was. */
export function parseRevision(text: unknown): Parsed<Revision, 'revision-malformed'> {
  if (typeof text === 'string' && revisionPattern.test(text)) return { ok: true, value: text as Revision }
  return { ok: false, error: 'revision-malformed' }
}

function partsOf(revision: Revision): { epoch: string; xid: bigint } {
  const match = revisionPattern.exec(revision)
  if (!match?.[1] || !match[2]) throw new TypeError('Not a revision')
  return { epoch: match[1], xid: BigInt(match[2]) }
}

/** Whether a reader that has reached one revision has seen another; of another epoch it can never know. */
export function hasReached(reached: Revision, asked: Revision): 'yes' | 'not-yet' | 'unknown-epoch' {
  const [have, want] = [partsOf(reached), partsOf(asked)]
  if (have.epoch !== want.epoch) return 'unknown-epoch'
  return want.xid <= have.xid ? 'yes' : 'not-yet'
}

/** The store's revision now: a read begun after this answer sees every transaction up to it. */
export async function currentRevision(store: Store): Promise<Revision> {
  const row = await watermark(store)
  return revisionOf(row.epoch, BigInt(row.horizon) - 1n)
}

function watermark(store: Store): Promise<{ epoch: string; horizon: string }> {
  return store.reader
    .selectFrom('store_epoch')
    .where('current', '=', true)
    .select(['epoch', sql<string>`pg_snapshot_xmin(pg_current_snapshot())::text`.as('horizon')])
    .executeTakeFirstOrThrow(() => new Error('The store has no epoch: it was not migrated'))
}

/**
 * The changes after a position (null: from the beginning), about `limit` of them: a transaction is never cut, so one
 * that has more comes whole. A row is given once every transaction before its own has ended; then none can come before
 * it any more. A transaction that runs long, in whatever database of the server, holds this back.
 */
export async function changesAfter(store: Store, position: Revision | null, limit: number): Promise<Changes> {
  if (!Number.isSafeInteger(limit) || limit < 1) throw new RangeError('The limit is a whole number above 0')
  const from = position === null ? null : partsOf(position)
  const after = (from?.xid ?? 0n).toString()
  // One statement, so one snapshot: the horizon is that of the rows.
  const rows = await store.reader
    .with('now', (db) =>
      db
        .selectFrom('store_epoch')
        .where('current', '=', true)
        .select(['epoch', sql<string>`pg_snapshot_xmin(pg_current_snapshot())`.as('horizon')]),
    )
    .with('page', (db) =>
      db
        .selectFrom(['change_log', 'now'])
        .where('xid', '>', sql<string>`${after}::xid8`)
        .whereRef('xid', '<', 'horizon')
        .orderBy('xid')
        .orderBy('position')
        .limit(limit)
        .select('xid'),
    )
    .with('cut', (db) =>
      db.selectFrom('page').select((eb) => [
        eb.fn.countAll<number>().as('taken'),
        // xid8 has no max().
        sql<string | null>`(SELECT xid FROM page ORDER BY xid DESC LIMIT 1)`.as('last'),
      ]),
    )
    .selectFrom(['now', 'cut'])
    .leftJoin('change_log', (join) =>
      join.on('change_log.xid', '>', sql<string>`${after}::xid8`).onRef('change_log.xid', '<=', 'cut.last'),
    )
    .orderBy('change_log.xid')
    .orderBy('change_log.position')
    .select(['now.epoch', 'cut.taken', 'position', 'fact', 'row_id', 'operation'])
    .select([
      sql<string>`now.horizon::text`.as('horizon'),
      sql<string | null>`cut.last::text`.as('last'),
      sql<string | null>`change_log.xid::text`.as('xid'),
    ])
    .execute()
  const head = rows[0]
  if (!head) throw new Error('The store has no epoch: it was not migrated')
  if (from !== null && from.epoch !== head.epoch) return { kind: 'unknown-epoch' }
  const changes = rows.flatMap(({ position: at, xid, fact, row_id: rowId, operation }) =>
    at === null || xid === null || fact === null || rowId === null || operation === null
      ? []
      : [{ position: at, xid: BigInt(xid), fact, rowId, operation }],
  )
  const more = head.taken === limit && head.last !== null
  const reached = more && head.last !== null ? BigInt(head.last) : BigInt(head.horizon) - 1n
  // A position from the future of this epoch stays where it is.
  return { kind: 'changes', changes, reached: revisionOf(head.epoch, max(reached, from?.xid ?? 0n)), more }
}

const max = (a: bigint, b: bigint): bigint => (a > b ? a : b)
