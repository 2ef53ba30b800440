import { otherSystems, type Capacity, type Domain, type OtherSystem } from '#catalogue'
import { factsOf } from '#database'
import type { PageRoute } from '#http'
import type { Language } from '#kernel'
import { viewOf, type PageDeps, type View, officeWords } from '#operations'
import {
  button,
  dataTable,
  externalAddress,
  folded,
  html,
  insetText,
  link,
  stateTag,
  type Content,
  type Html,
  type Text,
} from '#ui'
import { personNames, type NameOf } from '../queries.ts'
import { mayActivateCapacity } from '../rules.ts'
import { enterpriseTexts } from '../texts/index.ts'
import { activeCapacity, dayText, givesForEnterprise, openDomain, seesOffices, takesForEnterprise } from './wording.ts'

interface Scene {
  readonly view: View
  readonly language: Language
  readonly base: string
  readonly nameOf: NameOf
  /** The capacities for which the desk has recognised the enterprise. */
  readonly recognised: ReadonlySet<string>
}

function domainState({ view, language, nameOf }: Scene, domain: Domain): Html {
  const texts = enterpriseTexts[language].domains
  const open = openDomain(view, domain.code)
  if (!open) {
    const hint =
      domain.opensByDefault && view.account?.state !== 'active'
        ? ` ${texts.opensByItself(officeWords(view.catalogue, language))}`
        : null
    return html`${stateTag('neutral', texts.closed)}${hint}`
  }
  const by = nameOf(open.by_person) ?? enterpriseTexts[language].unnamed
  return html`${stateTag('allowed', texts.open)} ${texts.sinceBy(dayText(view, language, open.valid_from), by)}`
}

/** What the catalogue calls the number that an employer has; it says so wherever a capacity asks for one. */
const employerNumber = ({ view, language }: Scene): string => view.catalogue.meta.employerNumberName?.[language] ?? ''

function capacityAsks(scene: Scene, { precondition }: Capacity): string {
  const texts = enterpriseTexts[scene.language].domains
  if (precondition === 'rsz-number') return texts.asksEmployerNumber(employerNumber(scene))
  return precondition === 'none' ? texts.asksNothing : texts.asksRecognition
}

/** The link to what may be done with a capacity, or the sentence that says what is missing; nothing for who may do nothing. */
function capacityAction(scene: Scene, capacity: Capacity): Content {
  const { view, language, base } = scene
  const texts = enterpriseTexts[language].domains
  const about = { visuallyHiddenText: capacity.name[language] }
  const address = (step: string): string => `${base}/capacities/${capacity.code}/${step}`
  const active = activeCapacity(view, capacity.code) !== undefined
  if (active) return takesForEnterprise(view) ? link(texts.close, address('close'), about) : null
  if (!givesForEnterprise(view)) return null
  const domainOpen = openDomain(view, capacity.domain) !== undefined
  const recognised = scene.recognised.has(capacity.code)
  const ruling = mayActivateCapacity({ capacity, domainOpen, active, record: view.record, recognised })
  if (ruling.allowed) return link(texts.activate, address('activate'), about)
  if (ruling.reason === 'rsz-number-missing') return texts.lacksEmployerNumber(employerNumber(scene))
  return ruling.reason === 'recognition-missing' ? texts.lacksRecognition : texts.domainFirst
}

function capacityRow(scene: Scene, capacity: Capacity): { text: Text }[] {
  const { view, language } = scene
  const texts = enterpriseTexts[language].domains
  const fact = activeCapacity(view, capacity.code)
  const works = fact !== undefined && openDomain(view, capacity.domain) !== undefined
  const since = fact ? texts.since(dayText(view, language, fact.valid_from)) : null
  const state = works ? stateTag('allowed', texts.active) : stateTag('neutral', texts.inactive)
  return [
    { text: html`<strong>${capacity.name[language]}</strong><br />${capacity.description[language]}` },
    { text: capacityAsks(scene, capacity) },
    { text: html`${state} ${since}` },
    { text: html`${capacityAction(scene, capacity)}` },
  ]
}

function capacityTable(scene: Scene, domain: Domain): Html {
  const { view, language } = scene
  const texts = enterpriseTexts[language].domains
  const capacities = [...view.catalogue.capacities.values()]
    .filter((capacity) => capacity.domain === domain.code)
    .toSorted((one, other) => one.name[language].localeCompare(other.name[language], language))
  if (capacities.length === 0) return html`<p class="govuk-body">${texts.noCapacities}</p>`
  const head = [texts.columnCapacity, texts.columnAsks, texts.columnState, texts.columnAction]
  return dataTable({
    caption: texts.capacities(domain.name[language]),
    captionClasses: 'govuk-table__caption--s',
    head: head.map((text) => ({ text })),
    rows: capacities.map((capacity) => capacityRow(scene, capacity)),
    firstCellIsHeader: false,
  })
}

function domainAction({ view, language, base }: Scene, domain: Domain): Html | null {
  const texts = enterpriseTexts[language].domains
  const about = html`<span class="govuk-visually-hidden"> ${domain.name[language]}</span>`
  const classes = 'govuk-button--secondary'
  if (openDomain(view, domain.code)) {
    if (!takesForEnterprise(view)) return null
    return button({ text: html`${texts.closeIt}${about}`, href: `${base}/domains/${domain.code}/close`, classes })
  }
  if (!givesForEnterprise(view)) return null
  return button({ text: html`${texts.openIt}${about}`, href: `${base}/domains/${domain.code}/open`, classes })
}

/** E18: where access to the domain's services is given: here, and in the other systems that the catalogue names. */
function systemsPart({ view, language }: Scene, domain: Domain): Html {
  const texts = enterpriseTexts[language].domains
  const services = [...view.catalogue.services.values()].filter((service) => service.domain === domain.code)
  const here = services.some(({ grantedIn }) => grantedIn === 'here')
  const others = otherSystems(view.catalogue, language, domain.code)
  const otherRow = (system: OtherSystem): Html =>
    html`<li>
      ${link(system.name[language], externalAddress(system.url), { rel: 'external' })}:
      ${system.services.map(({ name }) => name[language]).join(', ')}
    </li>`
  if (others.length === 0) return html`<p class="govuk-body">${texts.systems}: ${texts.systemHere}</p>`
  return html`<p class="govuk-body govuk-!-margin-bottom-1">${texts.systems}:</p>
    <ul class="govuk-list govuk-list--bullet">
      ${here ? html`<li>${texts.systemHere}</li>` : null} ${others.map(otherRow)}
    </ul>`
}

function domainSection(scene: Scene, domain: Domain): Html {
  const { view, language } = scene
  const capacities = capacityTable(scene, domain)
  const caption = enterpriseTexts[language].domains.capacities(domain.name[language])
  return html`<section class="claviger-domain">
    <h2 class="govuk-heading-m">${domain.name[language]}</h2>
    <p class="govuk-body">${domain.description[language]}</p>
    <p class="govuk-body">${domainState(scene, domain)}</p>
    ${systemsPart(scene, domain)} ${openDomain(view, domain.code) ? capacities : folded(caption, capacities)}
    ${domainAction(scene, domain)}
  </section>`
}

function remark(view: View, language: Language): Html | null {
  const texts = enterpriseTexts[language].domains
  if (view.account === undefined) return insetText({ text: texts.notRegistered(officeWords(view.catalogue, language)) })
  return view.stop ? insetText({ text: texts.stopped }) : null
}

/** Every domain of the catalogue with its capacities, the active ones first, for whoever sees the offices of the enterprise. */
export function domainsPage(deps: PageDeps): PageRoute[] {
  return [
    {
      kind: 'page',
      id: 'domains',
      method: 'GET',
      path: '/enterprises/:enterprise/domains',
      access: { actors: 'signed-in', scope: 'enterprise', level: null },
      audit: null,
      unsafe: false,
      states: ['nothing active', 'some active', 'stopped'],
      async handler(request) {
        const view = await viewOf(deps, request)
        if (!view || !seesOffices(view)) return { kind: 'not-found' }
        const { language } = request
        const texts = enterpriseTexts[language].domains
        const openers = view.facts.domains.map(({ by_person }) => by_person)
        const nameOf = await personNames(deps.store.reader, view.enterprise, openers)
        const where = { enterprise_id: view.enterprise }
        const recognitions = await factsOf(deps.store.reader).find('recognition', where, { at: view.now })
        const recognised = new Set(recognitions.map(({ capacity }) => capacity))
        const scene: Scene = { view, language, base: `/${language}/enterprises/${view.number}`, nameOf, recognised }
        const isOpen = (domain: Domain): number => (openDomain(view, domain.code) ? 0 : 1)
        const domains = [...view.catalogue.domains.values()].toSorted(
          (one, other) =>
            isOpen(one) - isOpen(other) || one.name[language].localeCompare(other.name[language], language),
        )
        const main = html`<h1 class="govuk-heading-l">${texts.title}</h1>
          <p class="govuk-body">${texts.intro(officeWords(view.catalogue, language))}</p>
          <p class="govuk-body">${texts.capacityExplained}</p>
          ${remark(view, language)} ${domains.map((domain) => domainSection(scene, domain))}`
        return deps.frame({ request, title: texts.title, main, view, section: 'domains' })
      },
    },
  ]
}
