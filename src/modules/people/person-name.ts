import type { NamePart } from '#kernel'

/** A natural person's name in its two parts. */
export type PersonName = { readonly givenName: NamePart; readonly familyName: NamePart }

type NameOnRecord = { readonly givenName: NamePart | null; readonly familyName: NamePart | null }

/**
 * The name to show, given name first, or null when none is known. What the enterprise typed goes before what the digital key
 * told: otherwise typing a number would show whose it is (P7). Leave `knownAs` null where no enterprise named the person.
 */
export function displayName(person: NameOnRecord | null, knownAs: PersonName | null): string | null {
  const name = knownAs ?? person
  if (!name?.givenName || !name.familyName) return null
  return `${name.givenName} ${name.familyName}`
}

/**
 * Whether two names may be one person's: the same family name and the same first given name, or the same given names in
 * another order; case, accents, spaces and hyphens aside. The key tells all given names ('An Maria'), a manager types the first.
 */
export function sameName(one: PersonName, other: PersonName): boolean {
  const sameFamily = bareLetters(one.familyName) === bareLetters(other.familyName)
  const [first, second] = [bareLetters(one.givenName), bareLetters(other.givenName)]
  const sameGiven =
    first === second ||
    firstLetters(one.givenName) === firstLetters(other.givenName) ||
    givenNames(one.givenName) === givenNames(other.givenName)
  return sameFamily && sameGiven
}

function bareLetters(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[^\p{L}]/gu, '')
    .toLowerCase()
}

/** All given names in one order, a name with a hyphen as two. */
function givenNames(givenName: string): string {
  return givenName
    .split(/[\s-]+/)
    .map(bareLetters)
    .toSorted()
    .join(' ')
}

function firstLetters(givenName: string): string {
  return bareLetters(givenName.split(' ', 1)[0] ?? '')
}
