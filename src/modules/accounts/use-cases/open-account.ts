import type { Transaction } from '#database'
import type { Email, EnterpriseId, NamePart, PersonId, Phone } from '#kernel'
import { people, updateAccount } from '#people'
import type { TypedWithoutNumber } from '../rules.ts'
import { accountKnownAs, accountOfPerson, insertAccount } from '../store/account.store.ts'
import type { Ports } from '../deps.ts'
import { queueMessage } from '../store/message.store.ts'
import { newWord } from '../secrets/words.ts'
import { endTokens } from '../store/token.store.ts'

/** A person without a national number, with all that reaches them. */
export type Reachable = {
  readonly givenName: NamePart
  readonly familyName: NamePart
  readonly email: Email
  readonly phone: Phone
}

/** Two user names alike come once in 10⁵ times a million accounts; three in a row never. */
const attemptsMax = 3

/**
 * P11: the person without a number whom this enterprise types: the one that it already knows by the same name, address and phone,
 * else a new one with an account, whoever else may be called so. P12: as long as no password was chosen, the user name is mailed.
 */
export async function personWithoutNumber(
  trx: Transaction,
  ports: Ports,
  enterpriseId: EnterpriseId,
  { email, phone, ...name }: TypedWithoutNumber,
): Promise<PersonId> {
  // Whoever calls has asked `mayOpen`.
  if (!email || !phone) throw new TypeError('a person without a number is reached by an address and a phone')
  const typed = { ...name, email, phone }
  const known = await accountKnownAs(trx, enterpriseId, typed)
  const personId = known?.personId ?? (await openAccount(trx, ports, typed))
  if (!known?.password) await queueMessage(trx, ports, { kind: 'opened', personId })
  return personId
}

async function openAccount(trx: Transaction, ports: Ports, typed: Reachable): Promise<PersonId> {
  const { now } = ports
  const personId = ports.newId() as PersonId
  await people.makeWithoutNumber(trx, { id: personId, ...typed }, now)
  for (let attempt = 1; attempt <= attemptsMax; attempt++) {
    if (await insertAccount(trx, { personId, userName: newWord(ports.random), now })) return personId
  }
  throw new Error('no user name was free')
}

/** P12: mails the user name with a new link again; nothing where the person has no account, or has chosen a password. */
export async function inviteToAccountAgain(trx: Transaction, ports: Ports, personId: PersonId): Promise<void> {
  const account = await accountOfPerson(trx, personId)
  if (account?.password === null) await queueMessage(trx, ports, { kind: 'opened', personId })
}

/**
 * P16: whoever appointed the person corrects how they are reached, until the person has chosen a password; from then on only the
 * person does. What was mailed to the former address is over. True when the account was changed.
 */
export async function correctReach(
  trx: Transaction,
  ports: Ports,
  personId: PersonId,
  reach: { readonly email: Email | null; readonly phone: Phone | null },
): Promise<boolean> {
  const account = await accountOfPerson(trx, personId)
  const { email, phone } = reach
  if (!account || account.password !== null || email === null || phone === null) return false
  if (account.email === email && account.phone === phone) return false
  await updateAccount(trx, personId, { email, phone })
  await endTokens(trx, personId, ['activate', 'choose-password', 'set-up-app'], ports.now)
  await queueMessage(trx, ports, { kind: 'opened', personId })
  return true
}
