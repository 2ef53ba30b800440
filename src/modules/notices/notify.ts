import type { EnterpriseId, Instant, NewId, PersonId } from '#kernel'
import type { Transaction } from '#database'
import { holdsNationalNumber } from '#kernel'
import { queueLetter } from './letter-queue.ts'
import type { NoticeDetails } from './notice-texts.ts'

/** What somebody is told, and because of which audit entry. */
export type Tidings = {
  readonly entryId: string
  readonly receiverId: PersonId
  readonly enterpriseId: EnterpriseId | null
  readonly kind: string
  readonly details: NoticeDetails
  /**
   * 'office': about power, one's own or over what one answers for; sent also to who switched notices off.
   * 'courtesy' (as when left out): only to who wants them.
   */
  readonly weight?: 'office' | 'courtesy'
  /** N12: the receiver answers for the enterprise in law: where mail does not reach them, a letter does. Office weight only. */
  readonly byPost?: boolean
  /** N3: the address by which the receiver was reached before; the notice goes there, whatever reaches them now. */
  readonly formerEmail?: string
}

/**
 * Writes a notice in the transaction that does what it tells (N1), and gives its id. The address is the person's own, else the one
 * by which the enterprise knows them. Throws TypeError for a national number in it (I13), and for an unknown receiver.
 */
export async function notify(
  trx: Transaction,
  tidings: Tidings,
  { now, newId }: { now: Instant; newId: NewId },
): Promise<string> {
  checkTidings(tidings)
  const reached = await addressOf(trx, tidings.receiverId, tidings.enterpriseId)
  const { proved, wanted } = reached
  const address = tidings.formerEmail ?? reached.address
  const office = tidings.weight === 'office'
  const sending = address !== null && (wanted || office)
  const byPost = office && tidings.byPost === true && tidings.enterpriseId !== null
  const id = newId()
  await trx
    .insertInto('notice')
    .values({
      id,
      created_at: now,
      entry_id: tidings.entryId,
      receiver_id: tidings.receiverId,
      enterprise_id: tidings.enterpriseId,
      kind: tidings.kind,
      details: JSON.stringify(tidings.details),
      address,
      state: sending ? 'waiting' : 'not-reached',
      next_attempt_at: sending ? now : null,
      by_post: byPost,
    })
    .execute()
  if (byPost && !proved && tidings.enterpriseId !== null) await queueLetter(trx, id, tidings.enterpriseId, now)
  return id
}

function checkTidings({ kind, details }: Tidings): void {
  if (!/^[a-z][a-z0-9]*(?:[.-][a-z0-9]+)*$/.test(kind)) throw new TypeError('the kind of a notice is a code')
  for (const [name, text] of Object.entries(details)) {
    if (holdsNationalNumber(name) || holdsNationalNumber(text)) {
      throw new TypeError(`a detail of the notice "${kind}" holds a national number`)
    }
  }
}

async function addressOf(
  trx: Transaction,
  receiverId: PersonId,
  enterpriseId: EnterpriseId | null,
): Promise<{ address: string | null; proved: boolean; wanted: boolean }> {
  const row = await trx
    .selectFrom('person')
    .leftJoin('known_as', (join) =>
      join.onRef('known_as.person_id', '=', 'person.id').on('known_as.enterprise_id', '=', enterpriseId),
    )
    .leftJoin('verified_address as verified', (join) =>
      join.onRef('verified.person_id', '=', 'person.id').onRef('verified.email', '=', 'person.email'),
    )
    .select((eb) => [eb.fn.coalesce('person.email', 'known_as.email').as('address')])
    .select(['verified.email as verified', 'person.notices as wanted'])
    .where('person.id', '=', receiverId)
    .executeTakeFirst()
  if (!row) throw new TypeError(`there is no person ${receiverId} to tell`)
  return { address: row.address, proved: row.verified !== null, wanted: row.wanted }
}
