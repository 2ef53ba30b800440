import type { Clock, NewId } from '#kernel'
import type { Store } from '#database'
import type { PeopleKeys, Random } from '#keys'
import type { AuthenticationService } from './authentication.ts'
import type { SignInKey } from './session.ts'

/** What every use case of sign-in works with. */
export type SignInDeps = {
  readonly store: Store
  readonly peopleKeys: PeopleKeys
  readonly clock: Clock
  readonly newId: NewId
  readonly random: Random
  readonly service: AuthenticationService
  /** The digital keys of the catalogue. */
  readonly keys: readonly SignInKey[]
}
