import type { Capacity, Catalogue, Domain } from '#catalogue'
import type { Answer, PageRequest, PageRoute } from '#http'
import type { Language } from '#kernel'
import type { PageDeps } from '#operations'
import { countText, dataTable, emptyState, html, join, type Html } from '#ui'
import { byName } from './selection.ts'
import { directoryTexts } from './texts/index.ts'
import { conditionOf, enumerated, officeName, serviceLink, serviceTable, under } from './wording.ts'

function capacityRow(catalogue: Catalogue, language: Language, capacity: Capacity) {
  const services = capacity.services
    .flatMap((code) => catalogue.services.get(code) ?? [])
    .toSorted(byName(language))
    .map((service) => serviceLink(language, service))
  return [
    { text: html`${capacity.name[language]}${under(capacity.description[language])}` },
    { text: conditionOf(catalogue, language, capacity) },
    { text: join(services, ', ') },
  ]
}

function capacitiesOfDomain(catalogue: Catalogue, language: Language, domain: Domain): Html {
  const texts = directoryTexts[language]
  const capacities = [...catalogue.capacities.values()]
    .filter((capacity) => capacity.domain === domain.code)
    .toSorted(byName(language))
  const head = [texts.domain.capacityName, texts.domain.condition, texts.domain.capacityServices]
  return html`<h2 class="govuk-heading-m">${texts.domain.capacities}</h2>
    ${
      capacities.length === 0
        ? html`<p class="govuk-body">${texts.domain.noCapacities}</p>`
        : html`<p class="govuk-body">${texts.explained.capacity} ${texts.explained.group}</p>
            ${dataTable({
              caption: texts.domain.capacities,
              captionClasses: 'govuk-visually-hidden',
              firstCellIsHeader: true,
              head: head.map((text) => ({ text })),
              rows: capacities.map((capacity) => capacityRow(catalogue, language, capacity)),
            })}`
    }`
}

function domainAnswer(deps: PageDeps, request: PageRequest): Answer {
  const { language, params } = request
  const texts = directoryTexts[language]
  const catalogue = deps.catalogue()
  const domain = catalogue.domains.get(params['domain'] ?? '')
  if (!domain) return { kind: 'not-found' }
  const name = domain.name[language]
  const services = [...catalogue.services.values()].filter((service) => service.domain === domain.code)
  const office = (code: 'chief-access-manager' | 'co-chief-access-manager' | 'access-manager') =>
    officeName(catalogue, language, code)
  const openers = enumerated(language, [office('chief-access-manager'), office('co-chief-access-manager')], 'or')
  const main = html`<h1 class="govuk-heading-l">${name}</h1>
    <p class="govuk-body-l">${domain.description[language]}</p>
    <p class="govuk-body">
      ${texts.domainExplained(office('access-manager'))}
      ${
        domain.opensByDefault
          ? texts.domain.opensByDefault(office('chief-access-manager'))
          : texts.domain.openedByOffices(openers)
      }
    </p>
    <h2 class="govuk-heading-m">${countText(language, services.length, texts.domain.services)}</h2>
    ${
      services.length === 0
        ? emptyState({ sentence: texts.domain.noServices })
        : serviceTable(catalogue, language, services, texts.list.servicesIn(name))
    }
    ${capacitiesOfDomain(catalogue, language, domain)}`
  return deps.frame({ request, title: name, main, backPath: `/${language}/directory` })
}

/** One domain: what it is, its online services, and the capacities whose groups offer them. */
export function domainPage(deps: PageDeps): PageRoute[] {
  return [
    {
      kind: 'page',
      id: 'directory-domain',
      method: 'GET',
      path: '/directory/domains/:domain',
      access: { actors: 'anyone', scope: 'none', level: null },
      audit: null,
      unsafe: false,
      states: ['shown'],
      handler: (request) => domainAnswer(deps, request),
    },
  ]
}
