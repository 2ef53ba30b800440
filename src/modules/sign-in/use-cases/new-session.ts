import { recordEntry } from '#audit'
import type { Transaction } from '#database'
import type { AssuranceLevel, Instant, PersonId } from '#kernel'
import type { SignInDeps } from '../deps.ts'
import { endOfLife, sessionStands, stillPending } from '../rules.ts'
import { hashOf, newSecret } from '../secrets.ts'
import type { Session } from '../session.ts'
import { deleteSession, insertSession, lockSession } from '../store.ts'

/** Who signed in, with which key and at which level. */
export type SignedInWith = {
  readonly personId: PersonId
  readonly keyCode: string
  readonly level: AssuranceLevel
}

type Ports = Pick<SignInDeps, 'newId' | 'random'>

/**
 * S9: a new id at every sign-in and step-up, the old session gone (I14). What other tabs have under way goes along; so does
 * the form token when it is the same person, whose open forms stay good.
 */
export async function newSession(
  deps: Ports,
  trx: Transaction,
  old: Session | null,
  { personId, keyCode, level }: SignedInWith,
  now: Instant,
): Promise<string> {
  const cookie = newSecret(deps.random)
  if (old) await deleteSession(trx, old.idHash)
  await insertSession(trx, {
    idHash: hashOf(cookie) as Uint8Array,
    csrf: old?.signedIn?.personId === personId ? old.csrf : newSecret(deps.random),
    createdAt: now,
    seenAt: now,
    expiresAt: endOfLife(now),
    signedIn: { personId, level, keyCode, at: now },
    pending: old ? stillPending(old.pending, now) : {},
  })
  const act = { event: 'signed-in', actorId: personId, key: keyCode, level, via: 'page' } as const
  await recordEntry(trx, { ...act, facts: [], details: {} }, { now, newId: deps.newId, random: deps.random })
  return cookie
}

/** S11: signs in who proved by other means than the authentication service who they are; gives the session cookie to set. */
export async function startSession(
  deps: Ports,
  trx: Transaction,
  cookie: string | null,
  who: SignedInWith,
  now: Instant,
): Promise<string> {
  const idHash = cookie === null ? null : hashOf(cookie)
  const session = idHash && (await lockSession(trx, idHash))
  return newSession(deps, trx, session && sessionStands(session, now).allowed ? session : null, who, now)
}
