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
}

/** Which part of a list; `limit` 1 to 200. */
export type PageAsked = { readonly cursor?: string | null; readonly limit: number }

type NoticePage = Parsed<Page<Notice>, CursorRefusal>

/** What a person was told, newest first, sent or not. */
export function noticesTo(handle: Reader | Transaction, receiverId: PersonId, page: PageAsked): Promise<NoticePage> {
  return noticePage(handle, receiverId, page)
}

/** All notices of the store, newest first: what the trial shows in place of sent mail. Who may see it is the caller's question. */
export function outbox(handle: Reader | Transaction, page: PageAsked): Promise<NoticePage> {
  return noticePage(handle, null, page)
}

async function noticePage(
  handle: Reader | Transaction,
  receiverId: PersonId | null,
  { cursor = null, limit }: PageAsked,
): Promise<NoticePage> {
  if (!Number.isInteger(limit) || limit < 1 || limit > 200) throw new RangeError('a page has 1 to 200 notices')
  const after = cursor === null ? null : positionOf(cursor)
  if (after && !after.ok) return after
  let query = noticeRows(handle).limit(limit + 1)
  if (receiverId !== null) query = query.where('receiver_id', '=', receiverId)
  if (after) {
    const { createdAt, id } = after.value
    query = query.where((eb) => eb(eb.refTuple('created_at', 'id'), '<', eb.tuple(createdAt, id)))
  }
  const rows = await query.execute()
  const items = rows.slice(0, limit)
  const last = rows.length > limit ? items.at(-1) : undefined
  return { ok: true, value: { items, next: last ? encodeCursor([last.createdAt, last.id]) : null } }
}

function noticeRows(handle: Reader | Transaction) {
  return handle
    .selectFrom('notice')
    .select([
      'id',
      'created_at as createdAt',
      'entry_id as entryId',
      'receiver_id as receiverId',
      'enterprise_id as enterpriseId',
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
