import { officeCodes, type Authority, type Catalogue, type Role, type RoleContext, type Service } from '#catalogue'
import type { Answer, PageRequest, PageRoute } from '#http'
import { formatDay, type Language } from '#kernel'
import type { PageDeps } from '#operations'
import { button, dataTable, externalAddress, html, insetText, link, summaryList, type Html } from '#ui'
import { byName, capacitiesOf, rolesOf } from './selection.ts'
import { directoryTexts } from './texts/index.ts'
import { conditionOf, domainPath, enumerated, linkOut, officeName, under, whereGiven } from './wording.ts'

const list = (items: readonly (Html | string)[]): Html =>
  html`<ul class="govuk-list govuk-list--bullet">
    ${items.map((item) => html`<li>${item}</li>`)}
  </ul>`

function atAGlance(catalogue: Catalogue, language: Language, service: Service): Html {
  const texts = directoryTexts[language]
  const level = catalogue.levels[service.level]
  const keys = [...catalogue.keys.values()]
    .filter((key) => key.level >= service.level)
    .toSorted(byName(language))
    .map(({ name }) => name[language])
  const domain = catalogue.domains.get(service.domain)?.name[language] ?? service.domain
  const explained = (value: Html | string, sentence: string): Html =>
    html`${value}<br /><span class="govuk-hint">${sentence}</span>`
  const rows: [string, Html | string][] = [
    [texts.service.domain, link(domain, domainPath(language, service.domain))],
    [texts.service.owner, explained(service.owner[language], texts.explained.owner)],
    [
      texts.service.level,
      explained(texts.service.levelValue(level.name[language], service.level), texts.explained.level),
    ],
    [texts.service.keys, explained(enumerated(language, keys, 'or'), texts.explained.key)],
    [texts.service.where, whereGiven(language, service)],
    [texts.service.afterCessation, service.afterCessation ? texts.service.stays : texts.service.ends],
    ...(service.until === undefined
      ? []
      : [[texts.service.lastDay, formatDay(service.until, language)] satisfies [string, string]]),
    ...(service.url.startsWith('/')
      ? []
      : [[texts.service.address, linkOut(texts.service.toService, service.url)] satisfies [string, Html]]),
  ]
  return html`<h2 class="govuk-heading-m">${texts.service.atAGlance}</h2>
    ${summaryList({ rows: rows.map(([key, value]) => ({ key: { text: key }, value: { text: value } })) })}`
}

/** Who has it without anybody giving it: by office (R7), automatically (R8), as a representative (R9). */
function holdersByThemselves(catalogue: Catalogue, language: Language, service: Service): string[] {
  const texts = directoryTexts[language].service
  const domain = catalogue.domains.get(service.domain)?.name[language] ?? service.domain
  const byOffice = service.openedBy !== 'role' && !service.mustBeGiven
  const offices = officeCodes.flatMap((office) => {
    const name = officeName(catalogue, language, office)
    if (service.automaticFor.includes(office)) return [name]
    if (!byOffice || office === 'group-manager') return []
    return [office === 'access-manager' ? `${name} (${domain})` : name]
  })
  return [
    ...(service.forRepresentatives ? [texts.representatives] : []),
    ...offices,
    ...(service.automaticFor.includes('user') ? [texts.everyUser] : []),
  ]
}

function whoMay(catalogue: Catalogue, language: Language, service: Service): Html {
  const { service: texts, explained } = directoryTexts[language]
  const opening = {
    authorisation: [texts.byAuthorisation, explained.authorisation],
    role: [texts.byRole, explained.role],
    either: [texts.byEither, explained.authorisation, explained.role],
  }[service.openedBy]
  const holders = holdersByThemselves(catalogue, language, service)
  return html`<p class="govuk-body">${opening.map((sentence) => html`${sentence} `)}</p>
    ${service.mustBeGiven ? html`<p class="govuk-body">${texts.mustBeGiven}</p>` : null}
    ${
      holders.length === 0
        ? null
        : html`<p class="govuk-body">${texts.automatic}</p>
            ${list(holders)}`
    }
    ${service.forRepresentatives ? html`<p class="govuk-body">${explained.representative}</p>` : null}`
}

function capacitiesFor(catalogue: Catalogue, language: Language, service: Service): Html | null {
  const texts = directoryTexts[language]
  const capacities = service.openedBy === 'role' ? [] : capacitiesOf(catalogue, language, service)
  if (capacities.length === 0) return null
  return html`<h3 class="govuk-heading-s">${texts.service.capacities}</h3>
    <p class="govuk-body">${texts.explained.capacity} ${texts.service.capacitiesIntro}</p>
    ${dataTable({
      caption: texts.service.capacities,
      captionClasses: 'govuk-visually-hidden',
      firstCellIsHeader: true,
      head: [{ text: texts.domain.capacityName }, { text: texts.domain.condition }],
      rows: capacities.map((capacity) => [
        { text: html`${capacity.name[language]}${under(capacity.description[language])}` },
        { text: conditionOf(catalogue, language, capacity) },
      ]),
    })}`
}

function aboutRole(catalogue: Catalogue, language: Language, service: Service, role: Role): Html {
  const texts = directoryTexts[language].service
  const names = (codes: readonly string[]): string =>
    enumerated(
      language,
      codes.map((code) => catalogue.roles.get(code)?.name[language] ?? code),
    )
  const parameters = role.parameters.map(({ name }) => name[language])
  const facts = [
    role.description[language],
    role.opensService && service.openedBy !== 'authorisation' ? texts.opens : texts.opensNot,
    ...(role.automaticForRepresentatives ? [texts.representativesHold] : []),
    ...(parameters.length > 0 ? [texts.parameters(enumerated(language, parameters))] : []),
    ...(role.excludes.length > 0 ? [texts.excludes(names(role.excludes))] : []),
    ...(role.holdersMax === null ? [] : [texts.holdersMax(role.holdersMax)]),
  ]
  return html`${role.name[language]}${under(facts.join(' '))}`
}

function assigners(catalogue: Catalogue, language: Language, by: readonly Authority[]): string {
  const name = (authority: Authority): string =>
    authority === 'legal-representative'
      ? directoryTexts[language].service.representative
      : officeName(catalogue, language, authority)
  return enumerated(language, by.map(name), 'or')
}

function howAssigned(language: Language, context: RoleContext): string {
  const texts = directoryTexts[language].service
  const days = context.longestValidityDays
  const ways = [...(context.direct ? [texts.direct] : []), ...(context.byInvitation ? [texts.byInvitation] : [])]
  return [
    enumerated(language, ways, 'or'),
    ...(context.staffOnly ? [texts.staffOnly] : []),
    ...(days === null ? [] : [texts.longestDays(new Intl.NumberFormat(`${language}-BE`).format(days))]),
  ].join('; ')
}

function rolesFor(catalogue: Catalogue, language: Language, service: Service): Html | null {
  const { service: texts, explained } = directoryTexts[language]
  const roles = rolesOf(catalogue, service).toSorted(byName(language))
  if (roles.length === 0) return null
  const head = [texts.role, texts.context, texts.assignedBy, directoryTexts[language].list.level, texts.how]
  return html`<h3 class="govuk-heading-s">${texts.roles}</h3>
    <p class="govuk-body">${texts.rolesIntro} ${explained.role} ${explained.context}</p>
    ${dataTable({
      caption: texts.roles,
      captionClasses: 'govuk-visually-hidden',
      firstCellIsHeader: true,
      head: head.map((text) => ({ text })),
      rows: roles.flatMap((role) =>
        role.contexts.map((context, index) => [
          // What is to be known of the role is said once.
          { text: index === 0 ? aboutRole(catalogue, language, service, role) : role.name[language] },
          { text: texts.contexts[context.context] },
          { text: assigners(catalogue, language, context.assignableBy) },
          { text: String(context.level) },
          { text: howAssigned(language, context) },
        ]),
      ),
    })}`
}

/** What another system grants is only signposted: nothing here may say how it is given there. */
function signpost(language: Language, grantedIn: Exclude<Service['grantedIn'], 'here'>): Html {
  const texts = directoryTexts[language].service
  const system = grantedIn.system[language]
  return html`${insetText({ text: texts.elsewhere(system) })}
  ${button({ text: texts.toSystem(system), href: externalAddress(grantedIn.url) })}`
}

function serviceAnswer(deps: PageDeps, request: PageRequest): Answer {
  const { language, params } = request
  const texts = directoryTexts[language].service
  const catalogue = deps.catalogue()
  const service = catalogue.services.get(params['service'] ?? '')
  if (!service) return { kind: 'not-found' }
  const name = service.name[language]
  const { grantedIn } = service
  const ways =
    grantedIn === 'here'
      ? html`${whoMay(catalogue, language, service)} ${capacitiesFor(catalogue, language, service)}
          ${rolesFor(catalogue, language, service)}
          <h3 class="govuk-heading-s">${texts.howToStartTitle}</h3>
          <p class="govuk-body">${texts.howToStart}</p>`
      : signpost(language, grantedIn)
  const main = html`<h1 class="govuk-heading-l">${name}</h1>
    <p class="govuk-body-l">${service.description[language]}</p>
    ${atAGlance(catalogue, language, service)}
    <h2 class="govuk-heading-m">${texts.who}</h2>
    ${ways}`
  return deps.frame({ request, title: name, main, backPath: `/${language}/directory` })
}

/** One online service: what it is for, whose it is, at which level, who may use it and how they get it. */
export function servicePage(deps: PageDeps): PageRoute[] {
  return [
    {
      kind: 'page',
      id: 'directory-service',
      method: 'GET',
      path: '/directory/services/:service',
      access: { actors: 'anyone', scope: 'none', level: null },
      audit: null,
      unsafe: false,
      states: ['here', 'elsewhere'],
      handler: (request) => serviceAnswer(deps, request),
    },
  ]
}
