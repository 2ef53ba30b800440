import type { Catalogue } from '#catalogue'
import type { Store } from '#database'
import type { Clock, Instant, NewId } from '#kernel'
import type { PeopleKeys, Random } from '#keys'
import type { PasswordCost } from './secrets/password-hash.ts'

/** What accounts work with. */
export type AccountDeps = {
  readonly store: Store
  readonly catalogue: () => Catalogue
  readonly keys: PeopleKeys
  readonly clock: Clock
  readonly newId: NewId
  readonly random: Random
  /** What hashing a password costs; the usual cost when left out. */
  readonly passwordCost?: PasswordCost
}

/** A moment, ids and chance, inside somebody's transaction. */
export type Ports = { readonly now: Instant; readonly newId: NewId; readonly random: Random }
