import { allowed, instant, refused } from '#kernel'
import { parseAddress } from '#ui'
import type { AssuranceLevel, Instant, Ruling } from '#kernel'
import type { Pending, PendingByState, SignInKey } from './session.ts'

const minuteMs = 60_000
export const idleMaxMs = 30 * minuteMs
const lifeMaxMs = 8 * 60 * minuteMs
const freshMaxMs = 5 * minuteMs
const pendingMaxMs = 10 * minuteMs
export const pendingMax = 8
const returnPathLengthMax = 2_000

/** S1: a session ends 30 minutes after it was last used, and 8 hours after the sign-in whatever happens. */
export function sessionStands(
  session: { readonly seenAt: Instant; readonly expiresAt: Instant },
  now: Instant,
): Ruling<'session-idle' | 'session-expired'> {
  if (now >= session.expiresAt) return refused('session-expired')
  return now - session.seenAt >= idleMaxMs ? refused('session-idle') : allowed
}

/** S2: what is grave asks a sign-in of the last 5 minutes. A sign-in of the future is none. */
export function isFresh(signedInAt: Instant, now: Instant): boolean {
  return now >= signedInAt && now - signedInAt <= freshMaxMs
}

/** S3: a sign-in counts only at the level that was asked, or above. */
export function levelEnough(reached: AssuranceLevel, asked: AssuranceLevel): Ruling<'level-too-low'> {
  return reached >= asked ? allowed : refused('level-too-low')
}

/**
 * S4: a key never counts for more than the catalogue says it is worth. Of the methods that the authentication service
 * names, one must be a key that we know; null when none is, or when the level claimed is above the key's.
 */
export function keyUsed(
  keys: readonly SignInKey[],
  methods: readonly string[],
  reached: AssuranceLevel,
): SignInKey | null {
  const key = keys.find((one) => methods.includes(one.amr))
  return key && reached <= key.level ? key : null
}

/** S5: a sign-in leads back to a path of this site and nowhere else: what is no such path leads to the home page. */
export function returnPath(asked: string | null, home: string): string {
  if (asked === null || asked.length > returnPathLengthMax || !asked.startsWith('/')) return home
  return parseAddress(asked)?.text ?? home
}

/** S6: at most 8 sign-ins are under way in one browser, each for 10 minutes; the oldest makes room. */
export function withPending(pending: PendingByState, state: string, added: Pending): PendingByState {
  const standing = Object.entries(stillPending(pending, added.at))
  standing.sort(([, a], [, b]) => a.at - b.at)
  return Object.fromEntries([...standing.slice(-(pendingMax - 1)), [state, added]])
}

/** The sign-ins under way that are not too old to be answered. */
export function stillPending(pending: PendingByState, now: Instant): PendingByState {
  return Object.fromEntries(Object.entries(pending).filter(([, one]) => now - one.at < pendingMaxMs))
}

/** The moment up to which a session that begins now lives. */
export function endOfLife(now: Instant): Instant {
  return instant(now + lifeMaxMs)
}
