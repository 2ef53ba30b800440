import { capacitiesOffering, type Catalogue, type Role, type Service } from '#catalogue'
import { oneField, type Fields } from '#http'
import { languages, type Language } from '#kernel'

/** What somebody asks of the directory; '' asks nothing. */
export interface Asked {
  readonly words: string
  readonly domain: string
  readonly capacity: string
  readonly granted: '' | 'here' | 'elsewhere'
}

const charactersMax = 100

/** Reads the address. A filter that names nothing of the catalogue filters nothing. */
export function askedOf(catalogue: Catalogue, query: Fields): Asked {
  const value = (name: string): string => (oneField(query, name) ?? '').trim().slice(0, charactersMax)
  const [domain, capacity, granted] = [value('domain'), value('capacity'), value('granted')]
  return {
    words: value('q'),
    domain: catalogue.domains.has(domain) ? domain : '',
    capacity: catalogue.capacities.has(capacity) ? capacity : '',
    granted: granted === 'here' || granted === 'elsewhere' ? granted : '',
  }
}

export const isFiltered = (asked: Asked): boolean => Object.values(asked).some((value) => value !== '')

/** The same as a query, for a link: '' or '?q=…'. */
export function queryOf({ words, domain, capacity, granted }: Asked): string {
  const pairs = Object.entries({ q: words, domain, capacity, granted }).filter(([, value]) => value !== '')
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs).toString()}`
}

/** Letters and digits as they are compared: small, without accents, ligatures taken apart. */
export function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
}

export const rolesOf = (catalogue: Catalogue, service: Service): Role[] =>
  [...catalogue.roles.values()].filter((role) => role.service === service.code)

/**
 * Everything that a word is looked for in. Names count in every language, for people know a service or an owner by the name
 * of their first visit; what is written 'e-Box' is found by 'ebox' too.
 */
function foundIn(catalogue: Catalogue, language: Language, service: Service): string {
  const roles = rolesOf(catalogue, service)
  const names = [service.name, service.owner, ...roles.map(({ name }) => name)]
  const texts = names.flatMap((name) => languages.map((one) => name[one]))
  const all = plain([...texts, service.description[language], service.code].join(' '))
  return `${all} ${all.replaceAll(/[^\p{L}\p{N}\s]/gu, '')}`
}

const wordsOf = (text: string): string[] =>
  plain(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')

/** Every service that all the words and filters keep, by name. */
export function chosenServices(catalogue: Catalogue, language: Language, asked: Asked): Service[] {
  const words = wordsOf(asked.words)
  const offered = catalogue.capacities.get(asked.capacity)?.services
  return [...catalogue.services.values()]
    .filter(({ domain }) => asked.domain === '' || domain === asked.domain)
    .filter(({ code }) => offered === undefined || offered.includes(code))
    .filter(({ grantedIn }) => asked.granted === '' || (grantedIn === 'here') === (asked.granted === 'here'))
    .filter((service) => {
      if (words.length === 0) return true
      const text = foundIn(catalogue, language, service)
      return words.every((word) => text.includes(word))
    })
    .toSorted(byName(language))
}

/** The order of a list of named things in the reader's language. */
export function byName(language: Language) {
  return <T extends { readonly name: Readonly<Record<Language, string>> }>(one: T, other: T): number =>
    one.name[language].localeCompare(other.name[language], language)
}

/** The capacities that offer the service, by name. */
export const capacitiesOf = (catalogue: Catalogue, language: Language, service: Service) =>
  capacitiesOffering(catalogue, service.code).toSorted(byName(language))
