import { decodeCursor, encodeCursor, isUuid } from '#kernel'
import type { CursorRefusal, EnterpriseId, Instant, Page, Parsed, PersonId } from '#kernel'
import type { Reader, Transaction } from '#database'
import type { AuditEntry, EntryBody } from './entry.ts'

/** Which entries: every given condition holds. `personId` did it or underwent it; `from` ≤ moment < `until`. */
export type HistoryFilters = {
  readonly event?: string
  readonly personId?: PersonId
  readonly from?: Instant
  readonly until?: Instant
}

export type HistoryQuestion = {
  /** 'all': also what belongs to no enterprise. Said out loud, so that a forgotten enterprise never opens the whole log (I4). */
  readonly enterpriseId: EnterpriseId | 'all'
  readonly filters?: HistoryFilters
  readonly cursor?: string | null
  /** 1 to 200. */
  readonly limit: number
}

/** An entry with its personal data; null where there was none or it was erased. */
export type HistoryEntry = AuditEntry & {
  readonly personal: Readonly<Record<string, string>> | null
  readonly personalErased: boolean
}

type HistoryRow = { id: string; recorded_at: Instant; body: Uint8Array; data: Uint8Array | null }

/** What happened, newest first, page by page. Who may see it is the caller's question. */
export async function history(
  handle: Reader | Transaction,
  { enterpriseId, filters = {}, cursor = null, limit }: HistoryQuestion,
): Promise<Parsed<Page<HistoryEntry>, CursorRefusal>> {
  if (!Number.isInteger(limit) || limit < 1 || limit > 200) throw new RangeError('a page has 1 to 200 entries')
  const after = cursor === null ? null : positionOf(cursor)
  if (after && !after.ok) return after
  const rows: HistoryRow[] = await historyRows(handle, enterpriseId, filters, after ? after.value : null, limit + 1)
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  const next = last ? encodeCursor([last.recorded_at, last.id]) : null
  return { ok: true, value: { items: shown.map((row) => decoded(row.body, row.data)), next } }
}

/** One entry by its id, or null. Who may see it is the caller's question. */
export async function entryById(handle: Reader | Transaction, entryId: string): Promise<HistoryEntry | null> {
  const row = await handle
    .selectFrom('audit_entry as entry')
    .leftJoin('audit_personal as personal', 'personal.entry_id', 'entry.id')
    .select(['entry.body', 'personal.data'])
    .where('entry.id', '=', entryId)
    .executeTakeFirst()
  return row ? decoded(row.body, row.data) : null
}

/** Every entry of an enterprise from a moment on, the oldest first: what may have been built on what was done then. */
export async function entriesSince(
  handle: Reader | Transaction,
  enterpriseId: EnterpriseId,
  from: Instant,
): Promise<readonly AuditEntry[]> {
  const rows = await handle
    .selectFrom('audit_entry')
    .select('body')
    .where('enterprise_id', '=', enterpriseId)
    .where('recorded_at', '>=', from)
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()
  return rows.map(({ body }) => decoded(body, null))
}

type Position = { recordedAt: Instant; id: string }

function positionOf(cursor: string): Parsed<Position, CursorRefusal> {
  const values = decodeCursor(cursor)
  if (!values.ok) return values
  const [recordedAt, id, ...more] = values.value
  if (!Number.isSafeInteger(recordedAt) || !isUuid(id) || more.length > 0)
    return { ok: false, error: 'cursor-malformed' }
  return { ok: true, value: { recordedAt: recordedAt as Instant, id } }
}

function historyRows(
  handle: Reader | Transaction,
  enterpriseId: EnterpriseId | 'all',
  { event, personId, from, until }: HistoryFilters,
  after: Position | null,
  count: number,
): Promise<HistoryRow[]> {
  let query = handle
    .selectFrom('audit_entry')
    .leftJoin('audit_personal', 'audit_personal.entry_id', 'audit_entry.id')
    .select(['audit_entry.id', 'audit_entry.recorded_at', 'audit_entry.body', 'audit_personal.data'])
    .orderBy('audit_entry.recorded_at', 'desc')
    .orderBy('audit_entry.id', 'desc')
    .limit(count)
  if (enterpriseId !== 'all') query = query.where('audit_entry.enterprise_id', '=', enterpriseId)
  if (event !== undefined) query = query.where('audit_entry.event', '=', event)
  if (personId !== undefined) {
    query = query.where((eb) =>
      eb.or([eb('audit_entry.actor_id', '=', personId), eb('audit_entry.subject_id', '=', personId)]),
    )
  }
  if (from !== undefined) query = query.where('audit_entry.recorded_at', '>=', from)
  if (until !== undefined) query = query.where('audit_entry.recorded_at', '<', until)
  if (after) {
    query = query.where((eb) =>
      eb(eb.refTuple('audit_entry.recorded_at', 'audit_entry.id'), '<', eb.tuple(after.recordedAt, after.id)),
    )
  }
  return query.execute()
}

function decoded(body: Uint8Array, data: Uint8Array | null): HistoryEntry {
  const { form: _form, commitment, digest: _digest, ...entry } = JSON.parse(Buffer.from(body).toString()) as EntryBody
  const personal = data ? (JSON.parse(Buffer.from(data).toString()) as Record<string, string>) : null
  return { ...entry, personal, personalErased: commitment !== null && personal === null }
}
