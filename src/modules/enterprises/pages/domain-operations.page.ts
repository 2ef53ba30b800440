import type { Domain } from '#catalogue'
import type { PageRoute } from '#http'
import { operationPage, type OperationContext, type PageDeps, officeWords } from '#operations'
import { html, type Text } from '#ui'
import { enterpriseTexts } from '../texts/index.ts'
import { activateDomain, closeDomain } from '../use-cases/domains.ts'
import { activeCapacity, nameAndNumber, seesOffices, stopsText } from './wording.ts'

/** The domain that the address names, for whoever may know which ones there are. */
function domainOf({ view, params }: OperationContext): Domain | undefined {
  return seesOffices(view) ? view.catalogue.domains.get(params['domain'] ?? '') : undefined
}

const codeOf = ({ params }: OperationContext) => ({ domain: params['domain'] ?? '' })
const back = ({ base }: OperationContext): string => `${base}/domains`

/** Where the chief or a co-chief opens a domain (E2). */
export function openDomainPage(deps: PageDeps): PageRoute[] {
  return operationPage(deps, {
    id: 'open-domain',
    path: '/domains/:domain/open',
    operation: activateDomain,
    section: 'domains',
    title(context) {
      const domain = domainOf(context)
      return domain ? enterpriseTexts[context.language].openDomain.title(domain.name[context.language]) : null
    },
    intro: (context) => html`<p class="govuk-body">${domainOf(context)?.description[context.language]}</p>`,
    input: codeOf,
    preview(context) {
      const texts = enterpriseTexts[context.language]
      const o = officeWords(context.view.catalogue, context.language)
      return {
        starts: texts.openDomain.starts(domainOf(context)?.name[context.language] ?? '', o),
        forWhom: nameAndNumber(context.view),
        from: texts.atOnce,
        more: [{ key: texts.whatNext, value: texts.openDomain.more(o) }],
      }
    },
    back,
  })
}

/** What stops with a domain: its online services, and the groups that are active in it. */
async function whatEnds(deps: PageDeps, { view, language }: OperationContext, domain: Domain): Promise<Text> {
  const texts = enterpriseTexts[language].closeDomain
  const groups = [...view.catalogue.capacities.values()].filter(
    (capacity) => capacity.domain === domain.code && activeCapacity(view, capacity.code) !== undefined,
  )
  const first = texts.ends(domain.name[language])
  if (groups.length === 0) return first
  const codes = groups.map(({ code }) => code)
  return html`<p class="govuk-body">${first}</p>
    <p class="govuk-body">${texts.capacities(groups.map(({ name }) => name[language]).join(', '))}</p>
    <p class="govuk-body">${await stopsText(deps, view, language, codes)}</p>`
}

/** Where the chief or a co-chief closes a domain (E3). */
export function closeDomainPage(deps: PageDeps): PageRoute[] {
  return operationPage(deps, {
    id: 'close-domain',
    path: '/domains/:domain/close',
    operation: closeDomain,
    section: 'domains',
    grave: true,
    title(context) {
      const domain = domainOf(context)
      return domain ? enterpriseTexts[context.language].closeDomain.title(domain.name[context.language]) : null
    },
    input: codeOf,
    async preview(context) {
      const texts = enterpriseTexts[context.language]
      const domain = domainOf(context)
      return {
        ...(domain ? { ends: await whatEnds(deps, context, domain) } : {}),
        forWhom: nameAndNumber(context.view),
        from: texts.atOnce,
        more: [{ key: texts.whatStays, value: texts.closeDomain.more }],
      }
    },
    back,
  })
}
