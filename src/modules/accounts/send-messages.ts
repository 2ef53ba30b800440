import type { Transaction } from '#database'
import { inTransaction } from '#database'
import { instant, isLanguage, parseEmail, type Email, type Instant, type Language, type Phone } from '#kernel'
import { AddressRefused, type Mailer } from '#notices'
import { personById } from '#people'
import {
  accountByUserName,
  accountOfPerson,
  accountsAt,
  hasGround,
  setProvisional,
  type PersonAccount,
} from './store/account.store.ts'
import type { AccountDeps } from './deps.ts'
import { queueMessage, removeMessage, takeMessage, tryAgainAt, type Message } from './store/message.store.ts'
import { hashPassword, usualCost } from './secrets/password-hash.ts'
import { lifeMs } from './rules.ts'
import { newWord, parseWord, shownWord } from './secrets/words.ts'
import { PhoneRefused, type SmsGateway } from './sms.ts'
import { messageTexts } from './texts/index.ts'
import { endTokens, issueToken, removeOldTokens } from './store/token.store.ts'
import { removeOldTries } from './store/try.store.ts'

/** What sending needs besides. */
export type AccountMail = AccountDeps & {
  readonly mailer: Mailer
  readonly sms: SmsGateway
  /** Our own address, without a path: where the links lead. */
  readonly publicUrl: string
  readonly defaultLanguage: Language
  readonly limit: number
}

/** `faults` name the message and what the server said, never an address, a number or a word of it. */
export type MessageReport = {
  sent: number
  readonly faults: { readonly messageId: string; readonly fault: string }[]
}

const attemptsMax = 8
/** Longer than any mailer or gateway takes. */
const leaseMs = 10 * 60_000
const hourMs = 60 * 60_000
const dayMs = 24 * hourMs

/** One mail or SMS as it leaves. It is made, sent, and nowhere kept. */
type Outgoing =
  | { readonly by: 'mail'; readonly to: Email; readonly subject: string; readonly text: string }
  | { readonly by: 'sms'; readonly to: Phone; readonly text: string }

/**
 * One pass over what waits. A message is taken in a short transaction, its secret made and its hash stored in another, and it is sent
 * outside any. A process that dies in between makes a new secret: what it had made reaches nobody, and is over.
 */
export async function sendAccountMessages(house: AccountMail): Promise<MessageReport> {
  const report: MessageReport = { sent: 0, faults: [] }
  for (let tried = 0; tried < house.limit; tried++) {
    const { value: message } = await inTransaction(house.store, (trx) => takeMessage(trx, house.clock.now(), leaseMs))
    if (!message) break
    await sendOne(house, message, report)
  }
  return report
}

async function sendOne(house: AccountMail, message: Message, report: MessageReport): Promise<void> {
  try {
    if (message.attempts <= attemptsMax) {
      const outgoing = await outgoingOf(house, message)
      if (outgoing) await send(house, message.id, outgoing)
      if (outgoing) report.sent++
    }
    await finish(house, message.id, null)
  } catch (fault) {
    report.faults.push({ messageId: message.id, fault: faultName(fault) })
    const hopeless = fault instanceof AddressRefused || fault instanceof PhoneRefused || message.attempts >= attemptsMax
    const next = instant(house.clock.now() + 60_000 * 4 ** (message.attempts - 1))
    await finish(house, message.id, hopeless ? null : next)
  }
}

const finish = (house: AccountMail, id: string, next: Instant | null): Promise<unknown> =>
  inTransaction(house.store, (trx) => (next === null ? removeMessage(trx, id) : tryAgainAt(trx, id, next)))

function send({ mailer, sms }: AccountMail, id: string, outgoing: Outgoing): Promise<void> {
  const { to, text } = outgoing
  if (outgoing.by === 'sms') return sms.send({ to: to as Phone, text, id })
  return mailer.send({ to, subject: outgoing.subject, text, id })
}

/** Null when there is nothing to send any more: nobody has that address, or what was asked is past. */
async function outgoingOf(house: AccountMail, message: Message): Promise<Outgoing | null> {
  if (message.kind === 'provisional-password') return provisionalOf(house, message)
  const { value } = await inTransaction(house.store, async (trx): Promise<Outgoing | null> => {
    const now = house.clock.now()
    switch (message.kind) {
      case 'opened':
      case 'renewed':
        return accountLink(house, trx, message, now)
      case 'forgotten':
        await askedFor(house, trx, message, now)
        return null
      case 'verify-address':
        return addressLink(house, trx, message, now)
      default:
        return null
    }
  })
  return value
}

function languageOf(house: AccountMail, message: Message, chosen: Language | null): Language {
  if (chosen !== null) return chosen
  return message.language !== null && isLanguage(message.language) ? message.language : house.defaultLanguage
}

const linkTo = ({ publicUrl }: AccountMail, language: Language, page: string, token: string): string =>
  `${publicUrl}/${language}/${page}?link=${token}`

/** P12: the user name with a link; an older link of the person is over. */
async function accountLink(
  house: AccountMail,
  trx: Transaction,
  message: Message,
  now: Instant,
): Promise<Outgoing | null> {
  const account = message.personId && (await accountOfPerson(trx, message.personId))
  if (!account || !account.email) return null
  // P12: who has chosen a password got here by asking for a new one.
  const renewed = message.kind === 'renewed'
  if (!renewed && account.password !== null) return null
  const { personId, email } = account
  await endTokens(trx, personId, ['activate'], now)
  const life = renewed ? lifeMs.forgotten : lifeMs.activate
  const token = await issueToken(trx, { ...house, now }, { purpose: 'activate', personId, email, lifeMs: life })
  const language = languageOf(house, message, account.language)
  const given = { userName: shownWord(account.userName), link: linkTo(house, language, 'activate', token) }
  const texts = messageTexts[language]
  const text = renewed
    ? texts.forgotten({ ...given, hours: life / hourMs })
    : texts.opened({ ...given, days: life / dayMs })
  return { by: 'mail', to: email, subject: text.subject, text: text.body }
}

/** P16: only here is looked who it is that was asked for: each of their accounts gets a message of its own. */
async function askedFor(house: AccountMail, trx: Transaction, message: Message, now: Instant): Promise<void> {
  const language = message.language ?? house.defaultLanguage
  for (const { personId } of await accountsOf(trx, message.address ?? '')) {
    if (await hasGround(trx, personId, now)) {
      await queueMessage(trx, { ...house, now }, { kind: 'renewed', personId, language })
    }
  }
}

async function accountsOf(trx: Transaction, asked: string): Promise<PersonAccount[]> {
  const userName = parseWord(asked)
  const named = userName === null ? null : await accountByUserName(trx, userName)
  if (named) return [named]
  const email = parseEmail(asked)
  return email.ok ? accountsAt(trx, email.value) : []
}

/** N13: the link that proves an address. */
async function addressLink(
  house: AccountMail,
  trx: Transaction,
  message: Message,
  now: Instant,
): Promise<Outgoing | null> {
  const { personId, address } = message
  const email = parseEmail(address ?? '')
  const person = personId && (await personById(trx, personId))
  if (!person || !email.ok) return null
  const wanted = { purpose: 'verify-address', personId: person.id, email: email.value } as const
  const token = await issueToken(trx, { ...house, now }, wanted)
  const language = languageOf(house, message, person.language)
  const link = linkTo(house, language, 'confirm-address', token)
  const text = messageTexts[language].verify({ link, days: lifeMs['verify-address'] / dayMs })
  return { by: 'mail', to: email.value, subject: text.subject, text: text.body }
}

/** P13: a new provisional password, which is the only one: by SMS, never to the mailbox that the link came to. */
async function provisionalOf(house: AccountMail, message: Message): Promise<Outgoing | null> {
  const password = newWord(house.random)
  const hash = await hashPassword(password, house.random, house.passwordCost ?? usualCost)
  if (hash === null) throw new Error('too many passwords are being hashed')
  const { value } = await inTransaction(house.store, async (trx): Promise<Outgoing | null> => {
    const now = house.clock.now()
    const account = message.personId && (await accountOfPerson(trx, message.personId))
    if (!account || !account.phone) return null
    await setProvisional(trx, account.personId, hash, instant(now + lifeMs.provisional))
    const texts = messageTexts[languageOf(house, message, account.language)]
    const text = texts.provisional({ password: shownWord(password), hours: lifeMs.provisional / hourMs })
    return { by: 'sms', to: account.phone, text }
  })
  return value
}

/** Messages of servers quote addresses: only their codes leave. */
function faultName(fault: unknown): string {
  const { code, responseCode, name } = fault as { code?: unknown; responseCode?: unknown; name?: unknown }
  return [name, code, responseCode].filter((part) => typeof part === 'string' || typeof part === 'number').join(' ')
}

/** Removes tries and tokens that count no more; to be run now and then. */
export async function tidyAccounts({ store, clock }: Pick<AccountDeps, 'store' | 'clock'>): Promise<void> {
  await inTransaction(store, async (trx) => {
    await removeOldTries(trx, clock.now())
    await removeOldTokens(trx, clock.now())
  })
}
