import type { AssuranceLevel, Instant, Language, PersonId } from '#kernel'

/** A sign-in under way: what the answer must match, and where it goes on. */
export type Pending = {
  readonly nonce: string
  readonly verifier: string
  readonly level: AssuranceLevel
  /** A path of this site. */
  readonly to: string
  readonly language: Language
  readonly at: Instant
}

/** Sign-ins under way by their state: one for each tab. */
export type PendingByState = Readonly<Record<string, Pending>>

/** A row of the session table. `signedIn` is null in a session that has only begun a sign-in. */
export type Session = {
  readonly idHash: Uint8Array
  readonly csrf: string
  readonly createdAt: Instant
  readonly seenAt: Instant
  readonly expiresAt: Instant
  readonly signedIn: {
    readonly personId: PersonId
    readonly level: AssuranceLevel
    readonly keyCode: string
    readonly at: Instant
  } | null
  readonly pending: PendingByState
}

/** A digital key, as far as sign-in needs it: how the authentication service names it, and the most it is worth. */
export type SignInKey = { readonly code: string; readonly level: AssuranceLevel; readonly amr: string }
