import type { CivilDay, EnterpriseId, Instant, Language } from '#kernel'

export type EntityKind = 'enterprise' | 'establishment' | 'branch'

/** A text that the register has in Dutch, in French or in both. */
export interface TwoLanguages {
  readonly nl: string | null
  readonly fr: string | null
}

/** `type` in the register's code: 001 is the name in full; language null where the register does not say. */
export interface Name {
  readonly type: string
  readonly language: Language | null
  readonly name: string
}

export interface Address {
  /** The register's code: REGO is the seat, BAET that of an establishment unit, ABBR that of a branch. */
  readonly type: string
  readonly country: TwoLanguages
  readonly zip: string | null
  readonly municipality: TwoLanguages
  readonly street: TwoLanguages
  readonly houseNumber: string | null
  readonly box: string | null
  readonly extra: string | null
  /** Since when nobody has been found there. */
  readonly struckOff: CivilDay | null
}

export interface Contact {
  readonly of: string
  readonly type: string
  readonly value: string
}

export interface Activity {
  readonly group: string
  readonly version: string
  readonly code: string
  readonly classification: string
}

/** What the register describes of an enterprise, an establishment unit or a branch, in the register's own codes. */
export interface EntityDescription {
  readonly names: readonly Name[]
  readonly addresses: readonly Address[]
  readonly contacts: readonly Contact[]
  /** Only where the import was asked for them. */
  readonly activities?: readonly Activity[]
}

/** An entity as the register describes it, or did. */
export interface RegisterEntry {
  readonly number: string
  readonly kind: EntityKind
  /** The enterprise described, or to which the unit belongs. */
  readonly enterprise: EnterpriseId
  readonly started: CivilDay | null
  /** Since when the register says so, as far as we have seen. */
  readonly since: CivilDay
  /** When it left the register, or said something else; null: it stands. */
  readonly until: CivilDay | null
  readonly recordedAt: Instant
  readonly description: EntityDescription
}

const fullName = '001'
const seat = 'REGO'

/** The one name by which the product calls an enterprise everywhere: in full, the one without a language first; null: it has none. */
export function nameOf({ names }: EntityDescription): string | null {
  const inFull = names.filter((one) => one.type === fullName)
  const order: readonly (Language | null)[] = [null, 'nl', 'fr', 'de', 'en']
  const best = inFull.toSorted((a, b) => order.indexOf(a.language) - order.indexOf(b.language))[0]
  return (best ?? names[0])?.name ?? null
}

/** The seat in one line, Dutch first: 'Molenstraat 12 bus 3, 9000 Gent'; null without a seat (natural persons have none here). */
export function addressLine({ addresses }: EntityDescription): string | null {
  const found = addresses.find((one) => one.type === seat)
  if (!found) return null
  const either = (text: TwoLanguages) => text.nl ?? text.fr
  const street = [either(found.street), found.houseNumber, found.box === null ? null : `/ ${found.box}`]
  const place = [found.zip, either(found.municipality)]
  const country = either(found.country)
  const parts = [street, place].map((part) => part.filter((word) => word !== null && word !== '').join(' '))
  return [...parts, country].filter((part) => part !== null && part !== '').join(', ') || null
}

/** Small letters without accents, words apart: how a name is kept to be found, and how what people type is compared to it. */
export function foldWords(text: string): string {
  // Most names are plain, and the rest is slow.
  const plain = /^[ -~]*$/.test(text) ? text.toLowerCase() : withoutAccents(text)
  return plain.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim()
}

const withoutAccents = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss')
