import type { AssuranceLevel, Instant, Language } from '#kernel'
import { inTransaction } from '#database'
import type { Transaction } from '#database'
import type { SignInDeps } from '../deps.ts'
import { endOfLife, returnPath, sessionStands, withPending } from '../rules.ts'
import { hashOf, newSecret } from '../secrets.ts'
import type { Pending } from '../session.ts'
import { insertSession, lockSession, updatePending } from '../store.ts'

export type BeginSignIn = {
  /** The session cookie as it came in. */
  readonly cookie: string | null
  readonly level: AssuranceLevel
  /** Where the browser wants to go on; checked here. */
  readonly to: string | null
  readonly language: Language
}

export type Begun =
  | {
      readonly ok: true
      /** Where the browser is sent. */
      readonly address: URL
      /** A new session cookie to set, or null: the browser keeps the one it has. */
      readonly cookie: string | null
    }
  | { readonly ok: false; readonly error: 'service-unreachable' }

/** Notes a sign-in under way in the browser's session, a new one where there is none, and tells where to send the browser. */
export async function beginSignIn(deps: SignInDeps, input: BeginSignIn): Promise<Begun> {
  const { level, language } = input
  const expected = { state: newSecret(deps.random), nonce: newSecret(deps.random), verifier: newSecret(deps.random) }
  const address = await deps.service.address({ ...expected, level, language })
  if (!address) return { ok: false, error: 'service-unreachable' }
  const now = deps.clock.now()
  const { nonce, verifier } = expected
  const pending: Pending = { nonce, verifier, level, language, to: returnPath(input.to, `/${language}`), at: now }
  const { value: cookie } = await inTransaction(deps.store, async (trx) =>
    (await joinSession(trx, input.cookie, expected.state, pending))
      ? null
      : openSession(deps, trx, expected.state, pending),
  )
  return { ok: true, address, cookie }
}

/** False when the cookie names no session that stands. */
async function joinSession(trx: Transaction, cookie: string | null, state: string, pending: Pending): Promise<boolean> {
  const idHash = cookie === null ? null : hashOf(cookie)
  const session = idHash && (await lockSession(trx, idHash))
  if (!session || !sessionStands(session, pending.at).allowed) return false
  const seenAt = Math.max(session.seenAt, pending.at) as Instant
  await updatePending(trx, session.idHash, withPending(session.pending, state, pending), seenAt)
  return true
}

async function openSession(deps: SignInDeps, trx: Transaction, state: string, pending: Pending): Promise<string> {
  const cookie = newSecret(deps.random)
  await insertSession(trx, {
    idHash: hashOf(cookie) as Uint8Array,
    csrf: newSecret(deps.random),
    createdAt: pending.at,
    seenAt: pending.at,
    expiresAt: endOfLife(pending.at),
    signedIn: null,
    pending: { [state]: pending },
  })
  return cookie
}
