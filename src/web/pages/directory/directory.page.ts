import type { Catalogue, Domain, Service } from '#catalogue'
import { listWithFile, type Answer, type PageRequest, type PageRoute } from '#http'
import type { Language } from '#kernel'
import type { PageDeps } from '#operations'
import {
  countText,
  emptyState,
  filteredList,
  html,
  link,
  listHeader,
  selectField,
  textField,
  type Content,
  type Html,
} from '#ui'
import { directoryCsv } from './csv.ts'
import { askedOf, byName, chosenServices, isFiltered, queryOf, type Asked } from './selection.ts'
import { directoryTexts } from './texts/index.ts'
import { domainPath, officeName, serviceTable } from './wording.ts'

function filterFields(catalogue: Catalogue, language: Language, asked: Asked): Content[] {
  const texts = directoryTexts[language].list
  const named = (
    entries: Iterable<{ readonly code: string; readonly name: Readonly<Record<Language, string>> }>,
    any: string,
  ) => [
    { value: '', text: any },
    ...[...entries].toSorted(byName(language)).map(({ code, name }) => ({ value: code, text: name[language] })),
  ]
  return [
    textField({ language, name: 'q', label: texts.search, hint: texts.searchHint, type: 'search', value: asked.words }),
    selectField({
      language,
      name: 'domain',
      label: texts.domain,
      items: named(catalogue.domains.values(), texts.anyDomain),
      value: asked.domain,
    }),
    selectField({
      language,
      name: 'capacity',
      label: texts.capacity,
      hint: directoryTexts[language].explained.capacity,
      items: named(catalogue.capacities.values(), texts.anyCapacity),
      value: asked.capacity,
    }),
    selectField({
      language,
      name: 'granted',
      label: texts.granted,
      items: [
        { value: '', text: texts.grantedAnywhere },
        { value: 'here', text: texts.grantedHere },
        { value: 'elsewhere', text: texts.grantedElsewhere },
      ],
      value: asked.granted,
    }),
  ]
}

/** The domains of these services, each as a link to its place on the page; a single one needs none. */
function jumps(language: Language, domains: readonly Domain[]): Html | null {
  if (domains.length < 2) return null
  const links = domains.map(({ code, name }) => html`<li>${link(name[language], `#domain-${code}`)}</li>`)
  return html`<nav class="govuk-!-display-none-print" aria-label="${directoryTexts[language].list.jump}">
    <ul class="govuk-list">
      ${links}
    </ul>
  </nav>`
}

/** One heading and one table a domain, in the order of their names. */
function byDomain(catalogue: Catalogue, language: Language, services: readonly Service[]): (Html | null)[] {
  const domains = [...catalogue.domains.values()]
    .filter(({ code }) => services.some(({ domain }) => domain === code))
    .toSorted(byName(language))
  const sections = domains.map((domain) => {
    const own = services.filter((service) => service.domain === domain.code)
    const name = domain.name[language]
    return html`<h3 class="govuk-heading-m" id="domain-${domain.code}">
        ${link(name, domainPath(language, domain.code))}
      </h3>
      <p class="govuk-body">${domain.description[language]}</p>
      ${serviceTable(catalogue, language, own, directoryTexts[language].list.servicesIn(name))}`
  })
  return [jumps(language, domains), ...sections]
}

function listOf(catalogue: Catalogue, language: Language, asked: Asked, base: string): Html {
  const texts = directoryTexts[language].list
  const services = chosenServices(catalogue, language, asked)
  const empty = isFiltered(asked)
    ? emptyState({ sentence: texts.empty, button: { text: texts.seeAll, href: base } })
    : emptyState({ sentence: texts.nothingYet })
  return html`${listHeader({
    text: countText(language, services.length, texts.services),
    actions: services.length > 0 ? [link(texts.download, `${base}.csv${queryOf(asked)}`)] : [],
  })}
  ${services.length > 0 ? byDomain(catalogue, language, services) : empty}
  ${services.length > 0 ? html`<p class="govuk-body govuk-!-display-none-print">${texts.print}</p>` : null}`
}

function listAnswer(deps: PageDeps, request: PageRequest): Answer {
  const { language } = request
  const texts = directoryTexts[language]
  const catalogue = deps.catalogue()
  const asked = askedOf(catalogue, request.query)
  const base = `/${language}/directory`
  const domainExplained = texts.domainExplained(officeName(catalogue, language, 'access-manager'))
  const main = html`<h1 class="govuk-heading-l">${texts.title}</h1>
    <p class="govuk-body-l">${texts.lead}</p>
    <p class="govuk-body">${domainExplained} ${texts.explained.level}</p>
    <p class="govuk-body">${link(texts.systems.fromList, `${base}/systems`)}</p>
    ${filteredList({
      language,
      action: base,
      fields: filterFields(catalogue, language, asked),
      clear: isFiltered(asked) ? base : null,
      list: listOf(catalogue, language, asked, base),
    })}`
  return deps.frame({ request, title: texts.title, main, backPath: `/${language}` })
}

function downloadAnswer(deps: PageDeps, { language, query }: PageRequest): Answer {
  const catalogue = deps.catalogue()
  const services = chosenServices(catalogue, language, askedOf(catalogue, query))
  const name = `${directoryTexts[language].list.fileName}.csv`
  return { kind: 'file', name, type: 'text/csv; charset=utf-8', body: directoryCsv(catalogue, language, services) }
}

/** Every online service of the catalogue, by domain, for anybody: searched, filtered, and as a file. */
export function directoryPage(deps: PageDeps): PageRoute[] {
  return listWithFile({
    id: 'directory',
    path: '/directory',
    access: { actors: 'anyone', scope: 'none', level: null },
    states: ['all', 'filtered', 'empty'],
    page: (request) => listAnswer(deps, request),
    file: (request) => downloadAnswer(deps, request),
  })
}
