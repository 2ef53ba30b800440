import { inTransaction, rollback, type Reader } from '#database'
import { parseEmail, type Instant, type Language } from '#kernel'
import { newestMoment, recordEntry } from '#audit'
import { accountOfPerson, hasGround, lockAccount } from '../store/account.store.ts'
import { noteVerified } from '../store/address.store.ts'
import type { AccountDeps } from '../deps.ts'
import { queueMessage } from '../store/message.store.ts'
import { forgottenDoors } from '../rules.ts'
import { parseWord, shownWord } from '../secrets/words.ts'
import { tryDoors } from '../store/try.store.ts'
import { readToken, useToken } from '../store/token.store.ts'

/** What the page of a link shows: the user name, and the last digits of the phone that the message goes to. */
export type LinkShown = { readonly userName: string; readonly phoneEnd: string }

const phoneEndLength = 3

/** I7: what a link leads to. Reading it uses nothing up. null when it proves nothing any more. */
export async function readLink(handle: Reader, link: string, now: Instant): Promise<LinkShown | null> {
  const token = await readToken(handle, link, 'activate', now)
  const account = token && (await accountOfPerson(handle, token.personId))
  if (!account?.phone || account.email !== token?.email) return null
  if (!(await hasGround(handle, account.personId, now))) return null
  return { userName: shownWord(account.userName), phoneEnd: account.phone.slice(-phoneEndLength) }
}

/**
 * P13: asks for the provisional password, which then leaves by SMS. The link is used up by it, and proves the address that it was
 * mailed to. It counts as long as the person's address is still that one, and an office or membership waits or stands.
 */
export async function askProvisional(
  deps: AccountDeps,
  { link, language }: { link: string; language: Language },
): Promise<LinkShown | null> {
  const { value } = await inTransaction(deps.store, async (trx) => {
    const now = await newestMoment(trx, deps.clock)
    const token = await useToken(trx, link, 'activate', now)
    const account = token && (await lockAccount(trx, token.personId))
    if (!account?.phone || !token?.email || account.email !== token.email) return rollback(null)
    const { personId } = account
    if (!(await hasGround(trx, personId, now))) return rollback(null)
    await noteVerified(trx, personId, token.email, now)
    await queueMessage(trx, { ...deps, now }, { kind: 'provisional-password', personId, language })
    const entry = {
      event: 'provisional-password-asked',
      subjectId: personId,
      via: 'page',
      facts: [],
      details: {},
    } as const
    await recordEntry(trx, entry, { ...deps, now })
    return { userName: shownWord(account.userName), phoneEnd: account.phone.slice(-phoneEndLength) }
  })
  return value
}

/**
 * P16: asks for a new password by user name or address. Whoever asks learns nothing: the same rows are written whether an account
 * is there or not, and who it is is looked up when the message is sent. 'too-many' says only what this place did.
 */
export async function askForgotten(
  deps: AccountDeps,
  { asked, language, place }: { asked: string; language: Language; place: string },
): Promise<'asked' | 'too-many-tries'> {
  const email = parseEmail(asked)
  // What is neither is nobody's, and is written down as that: no free text stands in the store.
  const address = parseWord(asked) ?? (email.ok ? email.value : '-')
  const { value } = await inTransaction(deps.store, async (trx) => {
    const now = deps.clock.now()
    const [fromHere, forThis] = forgottenDoors(address.toLowerCase(), place)
    const ports = { ...deps, now }
    if (fromHere && (await tryDoors(trx, ports, [fromHere], null)) === null) return 'too-many-tries' as const
    if (forThis && (await tryDoors(trx, ports, [forThis], null)) === null) return 'asked' as const
    await queueMessage(trx, ports, { kind: 'forgotten', personId: null, address, language })
    return 'asked' as const
  })
  return value
}
