import { newestMoment } from '#audit'
import { inTransaction, rollback, type Transaction } from '#database'
import type { AssuranceLevel, Instant, PersonId } from '#kernel'
import { rememberName } from '#people'
import { startSession } from '#sign-in'
import { secretText, stepOfCode } from '../secrets/app-code.ts'
import { accountOfPerson, lockAccount, noteStep, setApp, type PersonAccount } from '../store/account.store.ts'
import type { AccountDeps } from '../deps.ts'
import { accountKey, codeDoors } from '../rules.ts'
import { unboxed } from '../secrets/secret-box.ts'
import { shownWord } from '../secrets/words.ts'
import { readToken, useToken, type Purpose, type Token } from '../store/token.store.ts'
import { doorOpened, tryDoors } from '../store/try.store.ts'

/** What is typed into the app, once, in groups of four. */
export type AppSecretShown = { readonly text: string; readonly userName: string }

/** What the page of the step shows; null when the step is over. */
export async function readAppSecret(deps: AccountDeps, token: string): Promise<AppSecretShown | null> {
  const { reader } = deps.store
  const found = await readToken(reader, token, 'set-up-app', deps.clock.now())
  const account = found && (await accountOfPerson(reader, found.personId))
  if (!found?.secret || !account) return null
  const secret = unboxed(deps.keys, found.personId, found.secret)
  const text = (secretText(secret).match(/.{1,4}/g) ?? []).join(' ')
  return { text, userName: shownWord(account.userName) }
}

type Step = Extract<Purpose, 'set-up-app' | 'app-code'>

type Typed = {
  readonly step: Step
  readonly token: string
  readonly code: string
  readonly place: string
  /** The session cookie as it came in. */
  readonly cookie: string | null
}

export type SignedInByCode =
  | { readonly ok: true; readonly cookie: string; readonly personId: PersonId; readonly level: AssuranceLevel }
  | { readonly ok: false; readonly error: 'code-not-right' | 'too-many-tries' | 'step-over' }

/**
 * P15: signs in by the code of the app, after the password. The try is counted by itself, whatever comes after it; then the code, the
 * step of the newest code taken, the token and the session are one transaction, so that a code lets one in once.
 */
export async function signInByCode(deps: AccountDeps, typed: Typed): Promise<SignedInByCode> {
  const key = accountKey(deps.catalogue())
  const found = await readToken(deps.store.reader, typed.token, typed.step, deps.clock.now())
  if (!found || !key) return { ok: false, error: 'step-over' }
  const where = { account: found.personId, place: typed.place }
  const { value: tries } = await inTransaction(deps.store, (trx) =>
    tryDoors(trx, { ...deps, now: deps.clock.now() }, codeDoors(found.personId, typed.place), where),
  )
  if (tries === null) return { ok: false, error: 'too-many-tries' }
  const { value } = await inTransaction(deps.store, async (trx) => {
    const now = await newestMoment(trx, deps.clock)
    const account = await takeCode(trx, deps, typed, now)
    if (!account) return rollback({ ok: false as const, error: 'code-not-right' as const })
    const { personId, userName, givenName, familyName } = account
    const ports = { ...deps, now }
    await doorOpened(trx, ports, tries, where)
    await doorOpened(trx, ports, [], { account: userName, place: typed.place })
    if (givenName && familyName) await rememberName(trx, personId, { givenName, familyName }, now)
    const who = { personId, keyCode: key.code, level: key.level }
    const cookie = await startSession(deps, trx, typed.cookie, who, now)
    return { ok: true as const, cookie, personId, level: key.level }
  })
  return value
}

/** I11: a code is taken only after the password, and a step's code once. */
async function takeCode(
  trx: Transaction,
  deps: AccountDeps,
  typed: Typed,
  now: Instant,
): Promise<PersonAccount | null> {
  const token = await readToken(trx, typed.token, typed.step, now)
  const account = token && (await lockAccount(trx, token.personId))
  if (!token || !account || account.password === null) return null
  const box = secretOf(typed.step, token, account.app)
  if (!box) return null
  const { personId } = account
  const code = typed.code.slice(0, 40).replaceAll(/\s/g, '')
  const step = stepOfCode(unboxed(deps.keys, personId, box), code, now, account.appStep)
  if (step === null || !(await useToken(trx, typed.token, typed.step, now))) return null
  if (typed.step === 'set-up-app') await setApp(trx, personId, box, step)
  else await noteStep(trx, personId, step)
  return account
}

/** An app that is set up stays until a new password is chosen: a token for setting it up counts only while there is none. */
function secretOf(step: Step, token: Token, app: Token['secret']): Token['secret'] {
  if (step === 'app-code') return app
  return app === null ? token.secret : null
}
