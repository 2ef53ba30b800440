import { inTransaction } from '#database'
import { personById } from '#people'
import type { Instant } from '#kernel'
import type { SignedIn, WebSession } from '#http'
import type { SignInDeps } from '../deps.ts'
import { findSession } from '../queries.ts'
import { isFresh, sessionStands } from '../rules.ts'
import { hashOf } from '../secrets.ts'
import type { Session } from '../session.ts'
import { deleteEnded, deleteSession, touchSession } from '../store.ts'

type LoadDeps = Pick<SignInDeps, 'store' | 'clock'>

/** Use is noted once a minute, so that reading pages is not writing. */
const touchAfterMs = 60_000

/** The session of a cookie while it stands. One that has ended is removed when it is met: no clock brings it back (I23). */
export async function loadSession(deps: LoadDeps, cookie: string): Promise<WebSession | null> {
  const idHash = hashOf(cookie)
  const session = idHash && (await findSession(deps.store.reader, idHash))
  if (!session) return null
  const now = Math.max(deps.clock.now(), session.seenAt) as Instant
  if (!sessionStands(session, now).allowed) {
    await inTransaction(deps.store, (trx) => deleteSession(trx, session.idHash))
    return null
  }
  if (now - session.seenAt >= touchAfterMs) {
    await inTransaction(deps.store, (trx) => touchSession(trx, session.idHash, now))
  }
  return { csrf: session.csrf, signedIn: session.signedIn && (await signedInOf(deps, session.signedIn, now)) }
}

async function signedInOf(deps: LoadDeps, signedIn: NonNullable<Session['signedIn']>, now: Instant): Promise<SignedIn> {
  const person = await personById(deps.store.reader, signedIn.personId)
  return {
    person: { id: signedIn.personId, givenName: person?.givenName ?? null, familyName: person?.familyName ?? null },
    level: signedIn.level,
    key: signedIn.keyCode,
    signedInAt: signedIn.at,
    fresh: isFresh(signedIn.at, now),
  }
}

/** Removes the sessions and access tokens that have ended; to be run now and then. */
export async function removeEnded(deps: LoadDeps): Promise<void> {
  const now = deps.clock.now()
  await inTransaction(deps.store, (trx) => deleteEnded(trx, now))
}
