import type { Catalogue } from '#catalogue'
import type { Reader } from '#database'
import { dayOf, formatDay, formatEstablishmentNumber, formatInstant, parseEstablishmentNumber } from '#kernel'
import type { Instant, Language, Translated } from '#kernel'
import { registerCodes, type Address } from '#register'
import { html, type Html } from '#ui'
import { registerTexts } from './texts/index.ts'

/** What the register calls its codes, in one language. */
export interface CodeNames {
  readonly nameType: (code: string) => string
  readonly addressType: (code: string) => string
  readonly contactType: (code: string) => string
  readonly legalForm: (code: string) => string
  readonly situation: (code: string) => string
  readonly function: (code: string) => string
}

/** The register's own names first, then the catalogue's, then ours; a code that nobody names stands as it is. */
export async function codeNames(reader: Reader, catalogue: Catalogue, language: Language): Promise<CodeNames> {
  const texts = registerTexts[language]
  const [nameTypes, addressTypes, contactTypes, forms, situations] = await Promise.all(
    ['TypeOfDenomination', 'TypeOfAddress', 'ContactType', 'JuridicalForm', 'JuridicalSituation'].map((category) =>
      registerCodes(reader, category),
    ),
  )
  const named =
    (register: ReadonlyMap<string, Partial<Translated>> | undefined, own: (code: string) => string | undefined) =>
    (code: string): string =>
      register?.get(code)?.[language] ?? own(code) ?? code
  return {
    nameType: named(nameTypes, (code) => texts.names.types[code]),
    addressType: named(addressTypes, (code) => texts.addresses.types[code]),
    contactType: named(contactTypes, (code) => texts.contacts.types[code]),
    legalForm: named(forms, (code) => catalogue.legalForms.get(code)?.name[language]),
    situation: named(situations, (code) => catalogue.juridicalSituations.get(code)?.name[language]),
    function: named(undefined, (code) => catalogue.functions.get(code)?.name[language]),
  }
}

/** A text that the register has in Dutch, French or both, in the one nearest to the reader's language. */
function nearest(language: Language, text: { readonly nl: string | null; readonly fr: string | null }): string | null {
  const dutchFirst = language === 'nl' || language === 'en'
  return dutchFirst ? (text.nl ?? text.fr) : (text.fr ?? text.nl)
}

/** 'Molenstraat 12 bus 3, 9000 Gent': on one line, with the country where the register names one. */
export function addressText(language: Language, address: Address): string {
  const { box } = registerTexts[language].addresses
  const words = (...parts: (string | null)[]): string => parts.filter((part) => part !== null && part !== '').join(' ')
  const street = words(
    nearest(language, address.street),
    address.houseNumber,
    address.box === null || address.box === '' ? null : box(address.box),
  )
  const place = words(address.zip, nearest(language, address.municipality))
  return [street, address.extra, place, nearest(language, address.country)]
    .filter((part) => part !== null && part !== '')
    .join(', ')
}

/** The number of an establishment unit as people write it; any other as it stands. */
export function unitNumber(number: string): string {
  const parsed = parseEstablishmentNumber(number)
  return parsed.ok ? formatEstablishmentNumber(parsed.value) : number
}

/** The civil day of a moment, in words. */
export const dayWords = (catalogue: Catalogue, language: Language, at: Instant): string =>
  formatDay(dayOf(at, catalogue.meta.zone), language)

export const momentWords = (catalogue: Catalogue, language: Language, at: Instant): string =>
  formatInstant(at, catalogue.meta.zone, language)

/** A text in a language of its own, so that a screen reader says it right. */
export const inLanguage = (text: string, language: Language | null): Html | string =>
  language === null ? text : html`<span lang="${language}">${text}</span>`
