import type { Parsed } from '#kernel'
import { sql, type Kysely } from 'kysely'
import type { FactKind } from './facts.ts'
import { inSnapshot } from './guard.ts'
import { isOfAnotherLife, lifeMark, StoreRestored } from './store-life.ts'
import type { Reader, Store } from './store.ts'
import type { Tables } from './tables.ts'

declare const brand: unique symbol

/** 'v1.<epoch>.<xid>': one transaction in the life of one store. Opaque to those who are given one. */
export type Revision = string & { readonly [brand]: 'Revision' }

/** One fact row that was recorded or superseded, or a client that began, changed or ended. */
export interface Change {
  readonly position: number
  /** The transaction that made it. */
  readonly xid: bigint
  readonly fact: FactKind | 'client'
  readonly rowId: string
  readonly operation: 'recorded' | 'superseded'
}

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

/** What one view of the store sees: every transaction before `first`, none from `next` on, and between them all but those running. */
export interface View {
  readonly epoch: string
  readonly first: bigint
  readonly next: bigint
  readonly running: readonly bigint[]
}

/**
 * The view in which `reader` reads: that of a snapshot, or of this one statement. Throws StoreRestored while nobody has reconciled a
 * store that was put back, and where the store was not migrated.
 */
export async function viewOf(reader: Reader): Promise<View> {
  const { epoch, snapshot, mark } = await reader
    .selectFrom('store_epoch')
    .where('current', '=', true)
    .select(['epoch', sql<string>`pg_current_snapshot()::text`.as('snapshot'), lifeMark.as('mark')])
    .executeTakeFirstOrThrow(() => new Error('The store has no epoch: it was not migrated'))
  if (isOfAnotherLife(epoch, mark)) throw new StoreRestored()
  const [first = '', next = '', running = ''] = snapshot.split(':')
  return {
    epoch,
    first: BigInt(first),
    next: BigInt(next),
    running: running === '' ? [] : running.split(',').map(BigInt),
  }
}

/** The newest revision up to which a view sees everything. */
export const revisionOfView = ({ epoch, first }: View): Revision => revisionOf(epoch, first - 1n)

/**
 * Whether a view sees what was written at a revision, and with it all that this rested on. Of another epoch it can never know.
 * A transaction that runs long keeps nobody's writes but its own from being seen.
 */
export function viewSees(view: View, revision: Revision): 'yes' | 'not-yet' | 'unknown-epoch' {
  const { epoch, xid } = partsOf(revision)
  if (epoch !== view.epoch) return 'unknown-epoch'
  return xid < view.first || (xid < view.next && !view.running.includes(xid)) ? 'yes' : 'not-yet'
}

/** Everything that was committed between two views of the store, each change once. */
export interface News {
  /** In the order in which they were written: whatever one rests on comes before it. */
  readonly changes: readonly Change[]
  /** The later view. */
  readonly view: View
}

type Row = Omit<Change, 'xid'> & { readonly xid: string }

const rowsAtOnce = 20_000

/** Rows of the feed that the view `of` does not see. Those of who ran then are looked up one by one: one may run for hours. */
async function unseen(reader: Reader, of: View): Promise<Change[]> {
  const columns = sql`position, xid::text AS xid, fact, row_id AS "rowId", operation`
  const running = `{${of.running.join(',')}}`
  const found: Change[] = []
  for (let after = 0, more = true; more; after = found.at(-1)?.position ?? 0) {
    const { rows } = await sql<Row>`
      SELECT ${columns} FROM change_log WHERE xid >= ${of.next.toString()}::xid8 AND position > ${after}
      UNION ALL
      SELECT ${columns} FROM change_log WHERE xid = ANY(${running}::xid8[]) AND position > ${after}
      ORDER BY position LIMIT ${rowsAtOnce}`.execute(reader as Kysely<Tables>)
    for (const row of rows) found.push({ ...row, xid: BigInt(row.xid) })
    more = rows.length === rowsAtOnce
  }
  return found
}

const isSame = (one: View, other: View): boolean =>
  one.next === other.next && one.first === other.first && one.running.join() === other.running.join()

/**
 * What has been committed since a view was taken; null: the view is of another life of the store, or the store has seen less than
 * the view. It waits for nobody: what a transaction wrote comes when it has ended, however long others run, in whatever database of
 * the server.
 */
export async function newsSince(store: Store, view: View): Promise<News | null> {
  const glance = await viewOf(store.reader)
  if (glance.epoch === view.epoch && isSame(glance, view)) return { changes: [], view }
  return inSnapshot(store, async (reader) => {
    const now = await viewOf(reader)
    if (now.epoch !== view.epoch || now.next < view.next) return null
    return { changes: await unseen(reader, view), view: now }
  })
}
