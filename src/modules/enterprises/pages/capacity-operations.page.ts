import type { Capacity } from '#catalogue'
import type { PageRoute } from '#http'
import { operationPage, type OperationContext, type PageDeps, officeWords } from '#operations'
import { html, type Html } from '#ui'
import { enterpriseTexts } from '../texts/index.ts'
import { activateCapacity, closeCapacity } from '../use-cases/capacities.ts'
import { nameAndNumber, seesOffices, stopsText } from './wording.ts'

/** The capacity that the address names, for whoever may know which ones there are. */
function capacityOf({ view, params }: OperationContext): Capacity | undefined {
  return seesOffices(view) ? view.catalogue.capacities.get(params['capacity'] ?? '') : undefined
}

const codeOf = ({ params }: OperationContext) => ({ capacity: params['capacity'] ?? '' })
const back = ({ base }: OperationContext): string => `${base}/domains`

function servicesOf({ view, language }: OperationContext, capacity: Capacity): Html {
  const services = capacity.services.flatMap((code) => view.catalogue.services.get(code) ?? [])
  return html`<ul class="govuk-list claviger-plain-list">
    ${services.map((service) => html`<li>${service.name[language]}</li>`)}
  </ul>`
}

/** Where the chief or a co-chief activates a capacity (E4). */
export function activateCapacityPage(deps: PageDeps): PageRoute[] {
  return operationPage(deps, {
    id: 'activate-capacity',
    path: '/capacities/:capacity/activate',
    operation: activateCapacity,
    section: 'domains',
    title(context) {
      const capacity = capacityOf(context)
      return capacity ? enterpriseTexts[context.language].activateCapacity.title(capacity.name[context.language]) : null
    },
    intro: (context) => html`<p class="govuk-body">${capacityOf(context)?.description[context.language]}</p>`,
    input: codeOf,
    preview(context) {
      const { view, language } = context
      const texts = enterpriseTexts[language]
      const capacity = capacityOf(context)
      const domain = view.catalogue.domains.get(capacity?.domain ?? '')
      const services = capacity ? servicesOf(context, capacity) : ''
      return {
        starts: texts.activateCapacity.starts(capacity?.name[language] ?? '', domain?.name[language] ?? ''),
        forWhom: nameAndNumber(view),
        from: texts.atOnce,
        more: [
          { key: texts.activateCapacity.services, value: services },
          { key: texts.whatNext, value: texts.activateCapacity.more(officeWords(view.catalogue, language)) },
        ],
      }
    },
    back,
  })
}

/** Where the chief or a co-chief closes a capacity (E5). */
export function closeCapacityPage(deps: PageDeps): PageRoute[] {
  return operationPage(deps, {
    id: 'close-capacity',
    path: '/capacities/:capacity/close',
    operation: closeCapacity,
    section: 'domains',
    grave: true,
    title(context) {
      const capacity = capacityOf(context)
      return capacity ? enterpriseTexts[context.language].closeCapacity.title(capacity.name[context.language]) : null
    },
    input: codeOf,
    async preview(context) {
      const { view, language } = context
      const texts = enterpriseTexts[language]
      const capacity = capacityOf(context)
      const stops = await stopsText(deps, view, language, capacity ? [capacity.code] : [])
      return {
        ends: html`<p class="govuk-body">${texts.closeCapacity.ends(capacity?.name[language] ?? '')}</p>
          <p class="govuk-body">${stops}</p>`,
        forWhom: nameAndNumber(view),
        from: texts.atOnce,
        more: [{ key: texts.whatStays, value: texts.closeCapacity.more }],
      }
    },
    back,
  })
}
