import type { Capacity, Catalogue, Level, OfficeCode, Service } from '#catalogue'
import type { Language } from '#kernel'
import { operationTexts } from '#operations'
import { dataTable, externalAddress, html, link, type Html } from '#ui'
import { byName } from './selection.ts'
import { directoryTexts } from './texts/index.ts'

const regions: Readonly<Record<Language, string>> = { nl: 'nl-BE', fr: 'fr-BE', de: 'de-BE', en: 'en-GB' }

/** 'one, two and three', as the language writes it. */
export function enumerated(language: Language, items: readonly string[], last: 'and' | 'or' = 'and'): string {
  const type = last === 'and' ? 'conjunction' : 'disjunction'
  return new Intl.ListFormat(regions[language], { type }).format(items)
}

/** The catalogue's name of an office, as it stands within a sentence. */
export const officeName = (catalogue: Catalogue, language: Language, office: OfficeCode): string =>
  operationTexts[language].officeInSentence(catalogue.offices[office].name[language])

/** The address of another site, in words that say where it leads. */
export const linkOut = (text: string, url: string): Html => link(text, externalAddress(url), { rel: 'external' })

const servicePath = (language: Language, service: string): string =>
  `/${language}/directory/services/${encodeURIComponent(service)}`

export const domainPath = (language: Language, domain: string): string =>
  `/${language}/directory/domains/${encodeURIComponent(domain)}`

export const serviceLink = (language: Language, service: Service): Html =>
  link(service.name[language], servicePath(language, service.code))

/** Where access is given: here, or the other system as a link to it. */
export function whereGiven(language: Language, { grantedIn }: Service): Html | string {
  if (grantedIn === 'here') return directoryTexts[language].list.here
  return linkOut(grantedIn.system[language], grantedIn.url)
}

/** Services under one heading: what each is for, whose it is, at which level, and where access is given. */
export function serviceTable(
  catalogue: Catalogue,
  language: Language,
  services: readonly Service[],
  caption: string,
): Html {
  const texts = directoryTexts[language].list
  return dataTable({
    caption,
    captionClasses: 'govuk-visually-hidden',
    firstCellIsHeader: true,
    // The tables of the domains stand under one another: their columns are as wide.
    head: [
      { text: texts.service, classes: 'govuk-!-width-one-third' },
      { text: texts.owner, classes: 'govuk-!-width-one-quarter' },
      { text: texts.level, classes: 'govuk-!-width-one-quarter' },
      { text: texts.where },
    ],
    rows: services
      .toSorted(byName(language))
      .map((service) => [
        { text: html`${serviceLink(language, service)}${under(service.description[language])}` },
        { text: service.owner[language] },
        { text: levelName(language, catalogue.levels[service.level]) },
        { text: whereGiven(language, service) },
      ]),
  })
}

// The first cell is a heading of its row: its explanation is not written as one.
const asText = (text: string): Html => html`<span class="govuk-!-font-weight-regular">${text}</span>`

const levelName = (language: Language, { level, name }: Level): string => `${name[language]} (${level})`

/** What must be true of an enterprise before it can activate the capacity. */
export function conditionOf(catalogue: Catalogue, language: Language, { precondition }: Capacity): string {
  const texts = directoryTexts[language].domain
  const { employerNumberName } = catalogue.meta
  if (precondition === 'none') return texts.noCondition
  return precondition === 'recognition' ? texts.recognition : texts.employerNumber(employerNumberName?.[language] ?? '')
}

/** What the first cell of a row, which is a heading, says beside its name. */
export const under = (text: string): Html => html`<br />${asText(text)}`
