import { newestMoment, recordEntry } from '#audit'
import type { Catalogue } from '#catalogue'
import { inTransaction, type Reader, type Store, type Transaction } from '#database'
import { dayOf, enterpriseNumberFormat, formatDay } from '#kernel'
import type { Clock, EnterpriseId, EnterpriseNumber, Instant, Language, NewId, PersonId } from '#kernel'
import type { Random } from '#keys'
import { displayName, knownAsMany, personsByIds } from '#people'
import { recordsOf } from '#register'
import { sendable } from './deliver.ts'
import { letterPdf } from './letter-pdf.ts'
import type { NoticeDetails, NoticeText, Render } from './notice-texts.ts'

/** What the letter queue needs of the house. */
export type LetterHouse = {
  readonly store: Store
  readonly clock: Clock
  readonly newId: NewId
  readonly random: Random
  readonly catalogue: () => Catalogue
  readonly render: Render
}

/** A letter in the queue, as the operator lists it. */
export type QueuedLetter = {
  readonly reference: string
  readonly enterprise: string
  readonly madeAt: Instant
  readonly takenAt: Instant | null
  /** False: the register gives the enterprise no address, so that nothing can be printed for it yet. */
  readonly addressed: boolean
}

/** A letter to print. */
export type Letter = { readonly file: string; readonly pdf: Uint8Array }

/** What one taking gave. `waiting` and `unaddressed` are what is left in the queue. */
export type TakenLetters = {
  readonly letters: readonly Letter[]
  readonly waiting: number
  readonly unaddressed: number
}

const lettersInOneTaking = 200

type Row = {
  readonly noticeId: string
  readonly enterpriseId: EnterpriseId
  readonly madeAt: Instant
  readonly takenAt: Instant | null
  readonly receiverId: PersonId
  readonly kind: string
  readonly details: NoticeDetails
  readonly language: Language | null
  readonly subject: string | null
  readonly body: string | null
  readonly chosenLanguage: Language | null
}

function letterRows(handle: Reader | Transaction) {
  return handle
    .selectFrom('letter')
    .innerJoin('notice', 'notice.id', 'letter.notice_id')
    .innerJoin('person', 'person.id', 'notice.receiver_id')
    .select(['letter.notice_id as noticeId', 'letter.enterprise_id as enterpriseId'])
    .select(['letter.made_at as madeAt', 'letter.taken_at as takenAt'])
    .select(['notice.receiver_id as receiverId', 'notice.kind', 'notice.details'])
    .select(['notice.language', 'notice.subject', 'notice.body', 'person.language as chosenLanguage'])
    .orderBy('letter.made_at')
    .orderBy('letter.notice_id')
}

/** The letters that wait to be printed, oldest first. */
const waitingRows = (handle: Reader | Transaction) => letterRows(handle).where('letter.taken_at', 'is', null)

/** Those of the last taking. */
function lastTaken(handle: Reader | Transaction): Promise<Row[]> {
  return letterRows(handle)
    .where('letter.taken_at', '=', (eb) =>
      eb.selectFrom('letter as last').select((of) => of.fn.max('last.taken_at').as('takenAt')),
    )
    .execute()
}

const referenceOf = (noticeId: string): string => noticeId.slice(-12)

/** N12: the queue, all of it: what waits and what was taken last. */
export async function queuedLetters(house: LetterHouse): Promise<QueuedLetter[]> {
  const { reader } = house.store
  const rows = [...(await waitingRows(reader).execute()), ...(await lastTaken(reader))]
  const now = await newestMoment(reader, house.clock)
  const records = await recordsOf(reader, [...new Set(rows.map(({ enterpriseId }) => enterpriseId))], now)
  const format = enterpriseNumberFormat(house.catalogue().meta.enterpriseNumberFormat)
  return rows.map(({ noticeId, enterpriseId, madeAt, takenAt }) => {
    const record = records.get(enterpriseId)
    const enterprise = record ? `${record.name} (${format.format(record.number as EnterpriseNumber)})` : ''
    return { reference: referenceOf(noticeId), enterprise, madeAt, takenAt, addressed: isAddressed(record) }
  })
}

const isAddressed = (record: { address: string | null } | undefined): boolean => (record?.address ?? '').trim() !== ''

/**
 * N12: takes the letters that wait, at most two hundred at once, and marks them; with `again`, gives those of the last taking once
 * more. What the register has no address for stays in the queue.
 */
export async function takeLetters(house: LetterHouse, { again }: { again: boolean }): Promise<TakenLetters> {
  const { value } = await inTransaction(house.store, async (trx): Promise<TakenLetters> => {
    const now = await newestMoment(trx, house.clock)
    const rows = again ? await lastTaken(trx) : await waitingRows(trx).forUpdate('letter').execute()
    const records = await recordsOf(trx, [...new Set(rows.map(({ enterpriseId }) => enterpriseId))], now)
    const sendableRows = rows.filter(({ enterpriseId }) => isAddressed(records.get(enterpriseId)))
    const taken = again ? sendableRows : sendableRows.slice(0, lettersInOneTaking)
    const letters: Letter[] = []
    for (const row of taken) {
      const record = records.get(row.enterpriseId)
      if (record) letters.push(await written(house, trx, row, { record, now }))
    }
    if (!again && letters.length > 0) await markTaken(house, trx, taken, now)
    const left = again ? 0 : rows.length - taken.length
    return { letters, waiting: left, unaddressed: rows.length - sendableRows.length }
  })
  if (value === null) throw new Error('a taking is not undone')
  return value
}

async function markTaken(house: LetterHouse, trx: Transaction, rows: readonly Row[], now: Instant): Promise<void> {
  const ids = rows.map(({ noticeId }) => noticeId)
  await trx.updateTable('letter').set({ taken_at: now }).where('notice_id', 'in', ids).execute()
  const entry = { event: 'letters-taken', via: 'cli', facts: [], details: { letters: rows.length } } as const
  await recordEntry(trx, entry, { now, newId: house.newId, random: house.random })
}

/** The words as they went out before, or as they go out now: then the notice has reached its receiver by this letter. */
async function wordsOf(house: LetterHouse, trx: Transaction, row: Row, now: Instant) {
  const { subject, body, language: told } = row
  const language = told ?? row.chosenLanguage ?? house.catalogue().meta.languages[0] ?? 'en'
  if (subject !== null && body !== null) return { language, text: { subject, body } satisfies NoticeText }
  const scope = { receiverId: row.receiverId, enterpriseId: row.enterpriseId }
  const text = sendable(await house.render(row.kind, row.details, language, scope))
  await trx
    .updateTable('notice')
    .set({ state: 'sent', sent_at: now, language, subject: text.subject, body: text.body })
    .where('id', '=', row.noticeId)
    .where('state', 'in', ['not-reached', 'failed'])
    .execute()
  return { language, text }
}

async function written(
  house: LetterHouse,
  trx: Transaction,
  row: Row,
  { record, now }: { record: { name: string; address: string | null }; now: Instant },
): Promise<Letter> {
  const { meta } = house.catalogue()
  const { language, text } = await wordsOf(house, trx, row, now)
  const persons = await personsByIds(trx, [row.receiverId])
  const known = await knownAsMany(trx, row.enterpriseId, [row.receiverId])
  const { name, phone, email, hours } = meta.desk
  const reference = referenceOf(row.noticeId)
  const pdf = letterPdf({
    language,
    sender: [name[language], phone, email, hours[language]],
    enterprise: record.name,
    person: displayName(persons.get(row.receiverId) ?? null, known.get(row.receiverId) ?? null),
    address: record.address ?? '',
    day: formatDay(dayOf(now, meta.zone), language),
    reference,
    text,
  })
  return { file: `${dayOf(row.madeAt, meta.zone)}-${reference}.pdf`, pdf }
}
