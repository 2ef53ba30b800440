import { newestMoment, recordEntry } from '#audit'
import { inTransaction, rollback, type Transaction } from '#database'
import type { Instant } from '#kernel'
import { notify } from '#notices'
import { endSessions } from '#sign-in'
import { newAppSecret } from '../secrets/app-code.ts'
import {
  accountByUserName,
  dropProvisional,
  lockAccount,
  setPassword,
  type PersonAccount,
} from '../store/account.store.ts'
import type { AccountDeps } from '../deps.ts'
import { decoy, hashPassword, isPassword, usualCost } from '../secrets/password-hash.ts'
import {
  codeDoors,
  isProvisionalForm,
  mayBePassword,
  passwordDoors,
  provisionalStands,
  type PasswordRefusal,
} from '../rules.ts'
import { boxed } from '../secrets/secret-box.ts'
import { parseWord } from '../secrets/words.ts'
import { endTokens, issueToken, readToken, useToken } from '../store/token.store.ts'
import { doorOpened, forgetTries, tryDoors } from '../store/try.store.ts'

/** What comes after a password that was right: each step has a token of its own, that only this browser has. */
export type NextStep = { readonly step: 'choose-password' | 'set-up-app' | 'app-code'; readonly token: string }

export type PasswordTried =
  ({ readonly ok: true } & NextStep) | { readonly ok: false; readonly error: 'not-right' | 'too-many-tries' | 'busy' }

/**
 * P15: tries a user name and a password, one's own or the provisional one. Known or not, the try is counted first, the account is
 * looked for once, and one hash is calculated; what is wrong is not said.
 */
export async function tryPassword(
  deps: AccountDeps,
  typed: { readonly userName: string; readonly password: string; readonly place: string },
): Promise<PasswordTried> {
  const word = parseWord(typed.userName)
  // What is no user name is counted as it was typed, so that a door stands before it as before any other.
  const userName = word ?? `?${typed.userName.slice(0, 100)}`
  const where = { account: userName, place: typed.place }
  const { value: tries } = await inTransaction(deps.store, (trx) =>
    tryDoors(trx, { ...deps, now: deps.clock.now() }, passwordDoors(userName, typed.place), where),
  )
  if (tries === null) return { ok: false, error: 'too-many-tries' }
  const account = await accountByUserName(deps.store.reader, word ?? '')
  const provisional = isProvisionalForm(typed.password)
  const stored = (provisional ? account?.provisional : account?.password) ?? null
  const password = provisional ? (parseWord(typed.password) ?? '') : typed.password.slice(0, 600)
  const right = await isPassword(password, stored ?? decoy(deps.passwordCost ?? usualCost))
  if (right === null) return { ok: false, error: 'busy' }
  if (!right || !account || stored === null) return { ok: false, error: 'not-right' }
  const { value } = await inTransaction(deps.store, async (trx) => {
    const now = await newestMoment(trx, deps.clock)
    const next = await stepAfter(trx, deps, { account, stored, provisional }, now)
    if (!next) return rollback({ ok: false as const, error: 'not-right' as const })
    // A code of the app still has to follow: only then is the place known.
    await doorOpened(trx, { ...deps, now }, tries, null)
    return { ok: true as const, ...next }
  })
  return value
}

async function stepAfter(
  trx: Transaction,
  deps: AccountDeps,
  tried: { account: PersonAccount; stored: string; provisional: boolean },
  now: Instant,
): Promise<NextStep | null> {
  const ports = { ...deps, now }
  const { personId } = tried.account
  const account = await lockAccount(trx, personId)
  if (!account) return null
  if (tried.provisional) {
    // P13: once: of two that come at the same time, the second finds none any more.
    if (account.provisional !== tried.stored || !provisionalStands(account.provisionalUntil, now)) return null
    await dropProvisional(trx, personId)
    await endTokens(trx, personId, ['choose-password'], now)
    return { step: 'choose-password', token: await issueToken(trx, ports, { purpose: 'choose-password', personId }) }
  }
  if (account.password !== tried.stored) return null
  return account.app === null
    ? appToSetUp(trx, deps, personId, now)
    : { step: 'app-code', token: await issueToken(trx, ports, { purpose: 'app-code', personId }) }
}

async function appToSetUp(
  trx: Transaction,
  deps: AccountDeps,
  personId: PersonAccount['personId'],
  now: Instant,
): Promise<NextStep> {
  const secret = boxed(deps.keys, personId, newAppSecret(deps.random))
  await endTokens(trx, personId, ['set-up-app'], now)
  const token = await issueToken(trx, { ...deps, now }, { purpose: 'set-up-app', personId, secret })
  return { step: 'set-up-app', token }
}

export type PasswordChosen =
  | ({ readonly ok: true } & NextStep)
  | { readonly ok: false; readonly error: PasswordRefusal | 'password-differs' | 'step-over' | 'busy' }

/**
 * P14: chooses one's own password, after the provisional one. P16: the app is set up anew, the failures of before are forgotten,
 * other sessions end, and the person is told at the account's address. A password that may not be leaves the step open.
 */
export async function choosePassword(
  deps: AccountDeps,
  typed: { readonly token: string; readonly password: string; readonly again: string; readonly place: string },
): Promise<PasswordChosen> {
  const { reader } = deps.store
  const token = await readToken(reader, typed.token, 'choose-password', deps.clock.now())
  const person = token && (await accountOf(deps, token.personId))
  if (!person) return { ok: false, error: 'step-over' }
  const own = [person.userName, person.givenName, person.familyName, person.email, person.phone]
  const ruling = mayBePassword(typed.password, own)
  if (!ruling.allowed) return { ok: false, error: ruling.reason }
  if (typed.password.normalize('NFKC') !== typed.again.normalize('NFKC'))
    return { ok: false, error: 'password-differs' }
  const hash = await hashPassword(typed.password, deps.random, deps.passwordCost ?? usualCost)
  if (hash === null) return { ok: false, error: 'busy' }
  const { value } = await inTransaction(deps.store, async (trx) => {
    const now = await newestMoment(trx, deps.clock)
    const used = await useToken(trx, typed.token, 'choose-password', now)
    if (!used) return rollback({ ok: false as const, error: 'step-over' as const })
    const { personId } = used
    await lockAccount(trx, personId)
    await setPassword(trx, personId, hash)
    await endTokens(trx, personId, ['activate', 'app-code'], now)
    await endSessions(trx, personId)
    await forgetTries(trx, deps.keys, codeDoors(personId, typed.place))
    const act = { event: 'account-renewed', actorId: personId, subjectId: personId, via: 'page' } as const
    const entryId = await recordEntry(trx, { ...act, facts: [], details: {} }, { ...deps, now })
    const told = { kind: 'account-renewed', weight: 'office', enterpriseId: null, details: {} } as const
    await notify(trx, { ...told, entryId, receiverId: personId }, { now, newId: deps.newId })
    return { ok: true as const, ...(await appToSetUp(trx, deps, personId, now)) }
  })
  return value
}

async function accountOf(deps: AccountDeps, personId: PersonAccount['personId']): Promise<PersonAccount | null> {
  const { value } = await inTransaction(deps.store, (trx) => lockAccount(trx, personId))
  return value
}
