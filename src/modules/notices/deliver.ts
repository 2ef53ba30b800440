import type { Clock, EnterpriseId, Instant, Language, PersonId } from '#kernel'
import { inTransaction } from '#database'
import type { Store, Transaction } from '#database'
import { holdsNationalNumber } from '#kernel'
import { AddressRefused } from './mailer.ts'
import { queueLetter } from './letter-queue.ts'
import { firstParagraph, type Digest } from './digest.ts'
import type { Mailer } from './mailer.ts'
import type { NoticeDetails, NoticeText, Render } from './notice-texts.ts'

const attemptsMax = 8

/** A notice in hand is nobody else's for so long; after a crash it waits for that long. Longer than any mailer takes. */
const leaseMs = 10 * 60_000

/** N11: more than so many, of one enterprise and to one receiver, all waiting and written within so long, go as one message. */
const aloneMax = 5
const togetherMs = 15 * 60_000
/** A message stays readable; the rest goes in the next one. */
const togetherMax = 50

/** What delivery needs. `limit`: how many sendings one pass tries. */
export type Delivery = {
  readonly store: Store
  readonly mailer: Mailer
  readonly clock: Clock
  readonly render: Render
  /** Tells several notices in one message. */
  readonly digest: Digest
  /** For who chose no language. */
  readonly defaultLanguage: Language
  readonly limit: number
}

/** What a pass did. `faults` say which notice failed and how, without address or text; all but the refused address are worth a log line. */
export type DeliveryReport = {
  sent: number
  retried: number
  failed: number
  faults: { readonly noticeId: string; readonly fault: string }[]
}

/**
 * One pass over the waiting notices that are due. Each is taken in a short transaction, sent outside any, and marked in another:
 * at least once, so a crash between sending and marking sends it again (with the same Message-ID). Several processes may run it.
 */
export async function deliverWaiting(delivery: Delivery): Promise<DeliveryReport> {
  const report: DeliveryReport = { sent: 0, retried: 0, failed: 0, faults: [] }
  for (let tried = 0; tried < delivery.limit; tried++) {
    const message = await takeNext(delivery)
    if (!message) break
    await deliverOne(delivery, message, report)
  }
  return report
}

type Taken = {
  readonly id: string
  readonly kind: string
  readonly details: NoticeDetails
  readonly enterpriseId: EnterpriseId | null
}

/** What goes out as one mail: one notice, or several told together (N11). */
type Message = {
  /** The notice by which the message is known; the first of its notices. */
  readonly id: string
  readonly address: string
  readonly receiverId: PersonId
  readonly language: Language
  /** This one included. */
  readonly attempts: number
  readonly notices: readonly Taken[]
}

type Row = Taken & {
  readonly createdAt: Instant
  readonly address: string | null
  readonly attempts: number
  readonly digestId: string | null
  readonly receiverId: PersonId
}

function waitingRows(trx: Transaction, now: Instant) {
  return trx
    .selectFrom('notice')
    .select(['notice.id', 'notice.created_at as createdAt', 'notice.kind', 'notice.details', 'notice.address'])
    .select(['notice.attempts', 'notice.digest_id as digestId'])
    .select(['notice.receiver_id as receiverId', 'notice.enterprise_id as enterpriseId'])
    .where('notice.state', '=', 'waiting')
    .where('notice.next_attempt_at', '<=', now)
    .forUpdate('notice')
    .skipLocked()
}

/** N11: the notices that go out with this one, itself first. Those once sent together stay so, under the same Message-ID. */
async function together(trx: Transaction, first: Row, now: Instant): Promise<readonly Row[]> {
  if (first.digestId !== null) {
    const rest = await waitingRows(trx, now)
      .where('notice.digest_id', '=', first.id)
      .where('notice.id', '<>', first.id)
      .orderBy('notice.created_at')
      .orderBy('notice.id')
      .execute()
    return [first, ...rest]
  }
  // What was tried alone goes on alone: another text under the same Message-ID would be taken for a repeat.
  if (first.attempts > 0 || first.enterpriseId === null) return [first]
  const rest = await waitingRows(trx, now)
    .where('notice.receiver_id', '=', first.receiverId)
    .where('notice.enterprise_id', '=', first.enterpriseId)
    .where('notice.address', '=', first.address)
    .where('notice.attempts', '=', 0)
    .where('notice.digest_id', 'is', null)
    .where('notice.created_at', '>=', first.createdAt)
    .where('notice.created_at', '<', (first.createdAt + togetherMs) as Instant)
    .where('notice.id', '<>', first.id)
    .orderBy('notice.created_at')
    .orderBy('notice.id')
    .limit(togetherMax - 1)
    .execute()
  return rest.length + 1 > aloneMax ? [first, ...rest] : [first]
}

async function takeNext({ store, clock, defaultLanguage }: Delivery): Promise<Message | null> {
  const { value } = await inTransaction(store, async (trx): Promise<Message | null> => {
    const now = clock.now()
    const row = await waitingRows(trx, now)
      .innerJoin('person', 'person.id', 'notice.receiver_id')
      .select('person.language as chosenLanguage')
      .where((eb) => eb.or([eb('notice.digest_id', 'is', null), eb('notice.digest_id', '=', eb.ref('notice.id'))]))
      .orderBy('notice.next_attempt_at')
      .limit(1)
      .executeTakeFirst()
    if (!row) return null
    const notices = await together(trx, row, now)
    const attempts = row.attempts + 1
    const next_attempt_at = (now + leaseMs) as Instant
    const digest = notices.length > 1 ? { digest_id: row.id } : {}
    await trx
      .updateTable('notice')
      .set({ attempts, next_attempt_at, ...digest })
      .where(
        'id',
        'in',
        notices.map(({ id }) => id),
      )
      .execute()
    const { id, receiverId, address } = row
    return {
      id,
      address: address ?? '',
      receiverId,
      language: row.chosenLanguage ?? defaultLanguage,
      attempts,
      notices,
    }
  })
  return value
}

async function deliverOne(delivery: Delivery, message: Message, report: DeliveryReport): Promise<void> {
  // Taken more often than that: the process died each time, maybe of this notice.
  if (message.attempts > attemptsMax) {
    await giveUp(delivery, message)
    report.failed++
    return
  }
  const { texts, fault, unspeakable } = await tryToSend(delivery, message)
  if (texts) {
    await markSent(delivery, message, texts)
    report.sent++
    return
  }
  report.faults.push({ noticeId: message.id, fault: faultName(fault) })
  if (unspeakable && message.notices.length > 1) {
    // One that cannot be told must not keep the others back: each goes alone.
    await mark(delivery, message, { next_attempt_at: delivery.clock.now(), digest_id: null })
    report.retried++
    return
  }
  const hopeless = fault instanceof AddressRefused || message.attempts === attemptsMax
  if (hopeless) report.failed++
  else report.retried++
  if (hopeless) await giveUp(delivery, message)
  else {
    const next = (delivery.clock.now() + retryDelayMs(message.attempts)) as Instant
    await mark(delivery, message, { next_attempt_at: next })
  }
}

type Tried = { readonly texts?: readonly NoticeText[]; readonly fault?: unknown; readonly unspeakable?: boolean }

async function tryToSend(delivery: Delivery, message: Message): Promise<Tried> {
  const texts: NoticeText[] = []
  try {
    for (const notice of message.notices) texts.push(await textOf(delivery.render, message, notice))
  } catch (fault) {
    return { fault, unspeakable: true }
  }
  try {
    const text = oneText(delivery, message, texts)
    await delivery.mailer.send({ to: message.address, subject: text.subject, text: text.body, id: message.id })
    return { texts }
  } catch (fault) {
    return { fault }
  }
}

function oneText({ digest }: Delivery, { notices, language }: Message, texts: readonly NoticeText[]): NoticeText {
  const [first, ...more] = texts
  if (first && more.length === 0) return first
  const enterprise = notices[0]?.details['enterpriseName'] ?? ''
  return sendable(digest(language, { enterprise, texts }))
}

/** 1, 4, 16, 64 minutes, 4, 17 and 68 hours: the last try comes after a weekend without a mail server. */
function retryDelayMs(attempts: number): number {
  return 60_000 * 4 ** (attempts - 1)
}

async function textOf(
  render: Render,
  { language, receiverId }: Message,
  { kind, details, enterpriseId }: Taken,
): Promise<NoticeText> {
  return sendable(await render(kind, details, language, { receiverId, enterpriseId }))
}

/** A text as it may leave. Throws for one with a national number in it (N5). */
export function sendable(text: NoticeText): NoticeText {
  // Names from registers and people stand in it: they may neither end the line nor hide signs.
  const subject = text.subject.replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()
  const body = text.body.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n\t]/gu, '')
  if (holdsNationalNumber(subject) || holdsNationalNumber(body)) throw new NumberInText()
  return { subject, body }
}

class NumberInText extends Error {
  constructor() {
    super('the text of a notice holds a national number')
    this.name = 'NumberInText'
  }
}

/** Only while the message is still in this hand: after a lost lease another pass has the word. */
function ownRows(trx: Transaction, { notices, attempts }: Message) {
  const ids = notices.map(({ id }) => id)
  return trx
    .updateTable('notice')
    .where('id', 'in', ids)
    .where('state', '=', 'waiting')
    .where('attempts', '=', attempts)
}

type Outcome = { readonly next_attempt_at: Instant; readonly digest_id?: null }

async function mark({ store }: Delivery, message: Message, outcome: Outcome): Promise<void> {
  await inTransaction(store, (trx) => ownRows(trx, message).set(outcome).execute())
}

/** Each notice keeps its own words; of one told together with others, what was listed of it. */
async function markSent({ store, clock }: Delivery, message: Message, texts: readonly NoticeText[]): Promise<void> {
  const { notices, language } = message
  await inTransaction(store, async (trx) => {
    for (const [at, { id }] of notices.entries()) {
      const text = texts[at] ?? { subject: '', body: '' }
      const body = notices.length > 1 ? firstParagraph(text) : text.body
      const words = { sent_at: clock.now(), language, subject: text.subject, body }
      await ownRows(trx, message)
        .set({ state: 'sent', next_attempt_at: null, ...words })
        .where('id', '=', id)
        .execute()
    }
  })
}

/** N12: what mail does not reach goes by post where it must arrive. */
async function giveUp({ store, clock }: Delivery, message: Message): Promise<void> {
  await inTransaction(store, async (trx) => {
    const failed = await ownRows(trx, message)
      .set({ state: 'failed', next_attempt_at: null })
      .returning(['id', 'enterprise_id', 'by_post'])
      .execute()
    for (const { id, enterprise_id, by_post } of failed) {
      if (by_post && enterprise_id !== null) await queueLetter(trx, id, enterprise_id, clock.now())
    }
  })
}

/** Messages of mail servers quote addresses: only their codes leave. */
function faultName(fault: unknown): string {
  const { code, responseCode, name } = fault as { code?: unknown; responseCode?: unknown; name?: unknown }
  return [name, code, responseCode].filter((part) => typeof part === 'string' || typeof part === 'number').join(' ')
}
