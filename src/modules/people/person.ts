import type { Instant, Language, PersonId } from '#kernel'
import type { Email, NamePart, Phone } from '#kernel'
import type { PersonName } from './person-name.ts'

/** A person as the product holds them. The name is the digital key's, null until the first sign-in. The national number is apart. */
export type Person = {
  readonly id: PersonId
  readonly createdAt: Instant
  readonly kind: 'national-number' | 'no-national-number'
  readonly givenName: NamePart | null
  readonly familyName: NamePart | null
  readonly email: Email | null
  readonly phone: Phone | null
  readonly language: Language | null
  /** false: only the notices that the law or an office requires are sent. */
  readonly notices: boolean
  readonly lastSignInAt: Instant | null
}

/** What persons change about themselves; what is left out stays, null clears. */
export type AccountChange = {
  readonly email?: Email | null
  readonly phone?: Phone | null
  readonly language?: Language | null
  readonly notices?: boolean
}

/** How one enterprise knows a person. */
export type KnownAs = PersonName & { readonly email: Email | null; readonly phone: Phone | null }
