import { decodeCursor, encodeCursor, isUuid } from '#kernel'
import type { CursorRefusal, EnterpriseId, Instant, Language, Page, Parsed, PersonId } from '#kernel'
import type { Reader, Transaction } from '#database'
import type { NoticeDetails } from './notice-texts.ts'

/** waiting: to be sent, or tried again; failed: given up; not-reached: no address known, or notices switched off. */
export type NoticeState = 'waiting' | 'sent' | 'failed' | 'not-reached'

export type Notice = {
  readonly id: string
  readonly createdAt: Instant
  readonly entryId: string
  readonly receiverId: PersonId
  readonly enterpriseId: EnterpriseId | null
  readonly kind: string
  readonly details: NoticeDetails
  readonly address: string | null
  readonly state: NoticeState
  readonly attempts: number
  readonly nextAttemptAt: Instant | null
  readonly sentAt: Instant | null
  /** In which language, subject and body it went out; null until then. */
  readonly language: Language | null
  readonly subject: string | null
  readonly body: string | null
  /** Told in one message with others (N11). */
  readonly together: boolean
  /** N12: the letter that tells it, and when it was taken to be printed; null: none is needed. */
  readonly letter: { readonly takenAt: Instant | null } | null
}

/** Which part of a list; `limit` 1 to 200. */
export type PageAsked = { readonly cursor?: string | null; readonly limit: number }

type NoticePage = Parsed<Page<Notice>, CursorRefusal>

/** What a person was told, newest first, sent or not. */
export function noticesTo(handle: Reader | Transaction, receiverId: PersonId, page: PageAsked): Promise<NoticePage> {
  return noticePage(handle, { receiverId }, page)
}

/** N14: what anybody was told about an enterprise, newest first. Who may see it is the caller's question. */
export function noticesAbout(
  handle: Reader | Transaction,
  enterpriseId: EnterpriseId,
  page: PageAsked,
): Promise<NoticePage> {
  return noticePage(handle, { enterpriseId }, page)
}

/** Whom the notices of an entry went to, each once; `at`: when the entry was written. */
export async function toldOf(
  handle: Reader | Transaction,
  of: { readonly enterprise: EnterpriseId; readonly entryId: string; readonly at: Instant },
): Promise<readonly PersonId[]> {
  const rows = await handle
    .selectFrom('notice')
    .select('receiver_id')
    .distinct()
    .where('enterprise_id', '=', of.enterprise)
    .where('created_at', '=', of.at)
    .where('entry_id', '=', of.entryId)
    .orderBy('receiver_id')
    .execute()
  return rows.map(({ receiver_id }) => receiver_id)
}

/** How many notices `noticesAbout` lists in all. */
export async function noticeCount(handle: Reader | Transaction, enterpriseId: EnterpriseId): Promise<number> {
  const row = await handle
    .selectFrom('notice')
    .select((eb) => eb.fn.countAll<number | string>().as('count'))
    .where('enterprise_id', '=', enterpriseId)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** All notices of the store, newest first: what the trial shows in place of sent mail. Who may see it is the caller's question. */
export function outbox(handle: Reader | Transaction, page: PageAsked): Promise<NoticePage> {
  return noticePage(handle, {}, page)
}

async function noticePage(
  handle: Reader | Transaction,
  of: { receiverId?: PersonId; enterpriseId?: EnterpriseId },
  { cursor = null, limit }: PageAsked,
): Promise<NoticePage> {
  if (!Number.isInteger(limit) || limit < 1 || limit > 200) throw new RangeError('a page has 1 to 200 notices')
  const after = cursor === null ? null : positionOf(cursor)
  if (after && !after.ok) return after
  let query = noticeRows(handle).limit(limit + 1)
  if (of.receiverId !== undefined) query = query.where('receiver_id', '=', of.receiverId)
  if (of.enterpriseId !== undefined) query = query.where('notice.enterprise_id', '=', of.enterpriseId)
  if (after) {
    const { createdAt, id } = after.value
    query = query.where((eb) => eb(eb.refTuple('created_at', 'id'), '<', eb.tuple(createdAt, id)))
  }
  const found = await query.execute()
  const rows = found.map(({ digestId, letterOf, takenAt, ...notice }): Notice => {
    return { ...notice, together: digestId !== null, letter: letterOf === null ? null : { takenAt } }
  })
  const items = rows.slice(0, limit)
  const last = rows.length > limit ? items.at(-1) : undefined
  return { ok: true, value: { items, next: last ? encodeCursor([last.createdAt, last.id]) : null } }
}

function noticeRows(handle: Reader | Transaction) {
  return handle
    .selectFrom('notice')
    .leftJoin('letter', 'letter.notice_id', 'notice.id')
    .select(['digest_id as digestId', 'letter.notice_id as letterOf', 'letter.taken_at as takenAt'])
    .select([
      'id',
      'created_at as createdAt',
      'entry_id as entryId',
      'receiver_id as receiverId',
      'notice.enterprise_id as enterpriseId',
      'kind',
      'details',
      'address',
      'state',
      'attempts',
      'next_attempt_at as nextAttemptAt',
      'sent_at as sentAt',
      'language',
      'subject',
      'body',
    ])
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
}

function positionOf(cursor: string): Parsed<{ createdAt: Instant; id: string }, CursorRefusal> {
  const values = decodeCursor(cursor)
  if (!values.ok) return values
  const [createdAt, id, ...more] = values.value
  if (!Number.isSafeInteger(createdAt) || !isUuid(id) || more.length > 0)
    return { ok: false, error: 'cursor-malformed' }
  return { ok: true, value: { createdAt: createdAt as Instant, id } }
}
