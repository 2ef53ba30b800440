import { newestMoment, recordEntry } from '#audit'
import { inTransaction, rollback, type Reader, type Transaction } from '#database'
import type { Email, Instant, Language, PersonId } from '#kernel'
import { notify } from '#notices'
import { personById } from '#people'
import { accountOfPerson } from '../store/account.store.ts'
import { forgetVerified, noteVerified, typedAddresses, verifiedAddresses } from '../store/address.store.ts'
import type { AccountDeps, Ports } from '../deps.ts'
import { queueMessage } from '../store/message.store.ts'
import { addressDoors } from '../rules.ts'
import { endTokens, readToken, useToken } from '../store/token.store.ts'
import { tryDoors } from '../store/try.store.ts'

/** An address of a person: their own, or one that an enterprise uses; and whether it was proved. */
export type PersonAddress = { readonly email: Email; readonly own: boolean; readonly verified: boolean }

/** N13: every address by which the person is reached, their own first. */
export async function addressesOf(handle: Reader | Transaction, personId: PersonId): Promise<PersonAddress[]> {
  const person = await personById(handle, personId)
  const typed = (await typedAddresses(handle, personId)) as Email[]
  const verified = (await verifiedAddresses(handle, [personId])).get(personId)
  const own = person?.email ?? null
  const all = own === null ? typed : [own, ...typed.filter((email) => email !== own)]
  return all.map((email) => ({ email, own: email === own, verified: verified?.has(email) === true }))
}

/** N13: asks, signed in, for the link that proves one of one's addresses. It is mailed there and nowhere else. */
export async function askVerification(
  deps: AccountDeps,
  asked: { readonly personId: PersonId; readonly email: string; readonly language: Language },
): Promise<'asked' | 'already-verified' | 'not-an-address' | 'too-many-tries'> {
  const { personId, language } = asked
  const { value } = await inTransaction(deps.store, async (trx) => {
    const now = await newestMoment(trx, deps.clock)
    const address = (await addressesOf(trx, personId)).find(({ email }) => email === asked.email)
    if (!address) return 'not-an-address' as const
    if (address.verified) return 'already-verified' as const
    const ports = { ...deps, now }
    if ((await tryDoors(trx, ports, addressDoors(personId), null)) === null) return 'too-many-tries' as const
    await queueMessage(trx, ports, { kind: 'verify-address', personId, address: address.email, language })
    return 'asked' as const
  })
  return value
}

/** I7: which address a link would prove. Reading it uses nothing up. */
export async function readAddressLink(handle: Reader, link: string, now: Instant): Promise<Email | null> {
  const token = await readToken(handle, link, 'verify-address', now)
  if (!token?.email) return null
  const theirs = await addressesOf(handle, token.personId)
  return theirs.some(({ email }) => email === token.email) ? token.email : null
}

/** N13: proves the address that the link was mailed to, as long as it is still one of the person's. */
export async function confirmAddress(deps: AccountDeps, link: string): Promise<Email | null> {
  const { value } = await inTransaction(deps.store, async (trx) => {
    const now = await newestMoment(trx, deps.clock)
    const token = await useToken(trx, link, 'verify-address', now)
    if (!token?.email) return rollback(null)
    const { personId, email } = token
    if (!(await addressesOf(trx, personId)).some((address) => address.email === email)) return rollback(null)
    await noteVerified(trx, personId, email, now)
    const act = { event: 'address-verified', actorId: personId, subjectId: personId, via: 'page' } as const
    await recordEntry(trx, { ...act, facts: [], details: {} }, { ...deps, now })
    return email
  })
  return value
}

/**
 * N13: after the person changed their own address: what was known of the former one is gone, its links are over, it is told, and the
 * new one gets its link. I8: of whoever has an account, what was mailed for it to the former address is over too.
 */
export async function ownAddressChanged(
  trx: Transaction,
  ports: Ports,
  change: {
    readonly personId: PersonId
    readonly before: Email | null
    readonly after: Email | null
    readonly entryId: string
    readonly language: Language
  },
): Promise<void> {
  const { personId, before, after, entryId, language } = change
  if (before === after) return
  await endTokens(trx, personId, ['verify-address', 'activate'], ports.now)
  if (before !== null) {
    await forgetVerified(trx, personId, before)
    const told = { kind: 'own-address-changed', weight: 'office', enterpriseId: null, details: {} } as const
    await notify(trx, { ...told, entryId, receiverId: personId, formerEmail: before }, ports)
  }
  const proved = (await verifiedAddresses(trx, [personId])).get(personId)
  if (after !== null && proved?.has(after) !== true) {
    await queueMessage(trx, ports, { kind: 'verify-address', personId, address: after, language })
  }
}

/** I8: after the person changed their own phone, to which a provisional password goes: they are told where they were reached before. */
export async function ownPhoneChanged(
  trx: Transaction,
  ports: Ports,
  change: { readonly personId: PersonId; readonly email: Email | null; readonly entryId: string },
): Promise<void> {
  const { personId, email, entryId } = change
  const told = { kind: 'own-phone-changed', weight: 'office', enterpriseId: null, details: {} } as const
  const former = email === null ? {} : { formerEmail: email }
  await notify(trx, { ...told, ...former, entryId, receiverId: personId }, ports)
}

/** P16: an account is reached by its address and its phone: neither may be left out. */
export async function hasAccount(handle: Reader | Transaction, personId: PersonId): Promise<boolean> {
  return (await accountOfPerson(handle, personId)) !== null
}
