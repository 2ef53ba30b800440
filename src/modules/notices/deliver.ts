import type { Clock, EnterpriseId, Instant, Language, PersonId } from '#kernel'
import { inTransaction } from '#database'
import type { Store, Transaction } from '#database'
import { holdsNationalNumber } from '#kernel'
import { AddressRefused } from './mailer.ts'
import type { Mailer } from './mailer.ts'
import type { NoticeDetails, NoticeText, Render } from './notice-texts.ts'

const attemptsMax = 8

/** A notice in hand is nobody else's for so long; after a crash it waits for that long. Longer than any mailer takes. */
const leaseMs = 10 * 60_000

/** What delivery needs. `limit`: how many sendings one pass tries. */
export type Delivery = {
  readonly store: Store
  readonly mailer: Mailer
  readonly clock: Clock
  readonly render: Render
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
    const taken = await takeOne(delivery)
    if (!taken) break
    await deliverOne(delivery, taken, report)
  }
  return report
}

type Taken = {
  id: string
  kind: string
  details: NoticeDetails
  address: string
  /** This one included. */
  attempts: number
  receiverId: PersonId
  enterpriseId: EnterpriseId | null
  language: Language
}

async function takeOne({ store, clock, defaultLanguage }: Delivery): Promise<Taken | null> {
  const { value } = await inTransaction(store, async (trx): Promise<Taken | null> => {
    const now = clock.now()
    const row = await trx
      .selectFrom('notice')
      .innerJoin('person', 'person.id', 'notice.receiver_id')
      .selectAll('notice')
      .select('person.language as chosenLanguage')
      .where('notice.state', '=', 'waiting')
      .where('notice.next_attempt_at', '<=', now)
      .orderBy('notice.next_attempt_at')
      .limit(1)
      .forUpdate('notice')
      .skipLocked()
      .executeTakeFirst()
    if (!row) return null
    const attempts = row.attempts + 1
    const leaseEnd = (now + leaseMs) as Instant
    await trx.updateTable('notice').set({ attempts, next_attempt_at: leaseEnd }).where('id', '=', row.id).execute()
    const { id, kind, details, receiver_id: receiverId, enterprise_id: enterpriseId } = row
    const language = row.chosenLanguage ?? defaultLanguage
    return { id, kind, details, address: row.address ?? '', attempts, receiverId, enterpriseId, language }
  })
  return value
}

async function deliverOne(delivery: Delivery, taken: Taken, report: DeliveryReport): Promise<void> {
  // Taken more often than that: the process died each time, maybe of this notice.
  if (taken.attempts > attemptsMax) {
    await mark(delivery, taken, { state: 'failed', next_attempt_at: null })
    report.failed++
    return
  }
  const { text, fault } = await tryToSend(delivery, taken)
  if (text) {
    await mark(delivery, taken, { state: 'sent', next_attempt_at: null, text })
    report.sent++
    return
  }
  report.faults.push({ noticeId: taken.id, fault: faultName(fault) })
  const hopeless = fault instanceof AddressRefused || taken.attempts === attemptsMax
  if (hopeless) report.failed++
  else report.retried++
  const next = (delivery.clock.now() + retryDelayMs(taken.attempts)) as Instant
  await mark(delivery, taken, hopeless ? { state: 'failed', next_attempt_at: null } : { next_attempt_at: next })
}

async function tryToSend({ render, mailer }: Delivery, taken: Taken): Promise<{ text?: NoticeText; fault?: unknown }> {
  try {
    const text = await textOf(render, taken)
    await mailer.send({ to: taken.address, subject: text.subject, text: text.body, id: taken.id })
    return { text }
  } catch (fault) {
    return { fault }
  }
}

/** 1, 4, 16, 64 minutes, 4, 17 and 68 hours: the last try comes after a weekend without a mail server. */
function retryDelayMs(attempts: number): number {
  return 60_000 * 4 ** (attempts - 1)
}

async function textOf(render: Render, taken: Taken): Promise<NoticeText> {
  const { kind, details, language, receiverId, enterpriseId } = taken
  const text = await render(kind, details, language, { receiverId, enterpriseId })
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

type Outcome = { state?: 'sent' | 'failed'; next_attempt_at: Instant | null; text?: NoticeText }

/** Only while the notice is still in this hand: after a lost lease another pass has the word. */
async function mark({ store, clock }: Delivery, taken: Taken, { text, ...outcome }: Outcome): Promise<void> {
  const words = text && { sent_at: clock.now(), language: taken.language, subject: text.subject, body: text.body }
  await inTransaction(store, (trx: Transaction) =>
    trx
      .updateTable('notice')
      .set({ ...outcome, ...words })
      .where('id', '=', taken.id)
      .where('state', '=', 'waiting')
      .where('attempts', '=', taken.attempts)
      .execute(),
  )
}

/** Messages of mail servers quote addresses: only their codes leave. */
function faultName(fault: unknown): string {
  const { code, responseCode, name } = fault as { code?: unknown; responseCode?: unknown; name?: unknown }
  return [name, code, responseCode].filter((part) => typeof part === 'string' || typeof part === 'number').join(' ')
}
