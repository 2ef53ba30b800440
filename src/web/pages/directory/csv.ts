import type { Catalogue, Service } from '#catalogue'
import { csvFile, type Language } from '#kernel'
import { byName, capacitiesOf, rolesOf } from './selection.ts'
import { directoryTexts } from './texts/index.ts'

/** The services as a table for a spreadsheet: a heading, and one line each. */
export function directoryCsv(catalogue: Catalogue, language: Language, services: readonly Service[]): string {
  const texts = directoryTexts[language]
  const names = (named: readonly { readonly name: Readonly<Record<Language, string>> }[]): string =>
    named.map(({ name }) => name[language]).join(', ')
  const rows = services.map((service) => {
    const { grantedIn } = service
    const elsewhere = grantedIn === 'here' ? null : grantedIn
    const byEntry: Readonly<Record<keyof typeof texts.columns, string>> = {
      code: service.code,
      name: service.name[language],
      description: service.description[language],
      domain: catalogue.domains.get(service.domain)?.name[language] ?? service.domain,
      owner: service.owner[language],
      level: String(service.level),
      openedBy: elsewhere ? '' : texts.openedBy[service.openedBy],
      capacities: names(capacitiesOf(catalogue, language, service)),
      roles: names(rolesOf(catalogue, service).toSorted(byName(language))),
      system: elsewhere ? elsewhere.system[language] : texts.systems.own,
      systemAddress: elsewhere?.url ?? '',
      // A path leads nowhere outside of this site.
      address: service.url.startsWith('/') ? '' : service.url,
    }
    return Object.values(byEntry)
  })
  return csvFile([Object.values(texts.columns), ...rows])
}
