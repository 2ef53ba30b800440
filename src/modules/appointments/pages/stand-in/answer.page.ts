import type { PageRoute } from '#http'
import { operationPage, type OperationContext, type PageDeps } from '#operations'
import { isNamedOtherwise } from '#people'
import { html, link } from '#ui'
import { appointmentTexts } from '../../texts/index.ts'
import { standInTexts } from '../../texts/stand-in.ts'
import { acceptStandIn, declineStandIn } from '../../use-cases/answer-stand-in.ts'
import { nameAndNumber } from '../wording.ts'
import { stoodIn, type StoodIn } from './stood-in.ts'

const input = ({ params }: OperationContext) => ({ standIn: params['standIn'] ?? '' })

/** What the viewer was asked; for everybody else there is no such page. */
async function asked(deps: PageDeps, context: OperationContext): Promise<StoodIn | null> {
  const found = await stoodIn(deps, context)
  return found?.fact.person_id === context.view.actor.person && found.fact.state === 'proposed' ? found : null
}

/** Where whoever was asked reads what it means to stand in, and accepts (A30). */
export function acceptStandInPage(deps: PageDeps): PageRoute[] {
  return operationPage(deps, {
    id: 'accept-stand-in',
    path: '/stand-ins/:standIn/accept',
    operation: acceptStandIn,
    section: 'overview',
    async title(context) {
      const found = await asked(deps, context)
      return found && standInTexts[context.language].accept.title(found.officeName, context.view.record.name)
    },
    async intro(context) {
      const { view, language, base } = context
      const found = await asked(deps, context)
      if (!found) return null
      const texts = standInTexts[language].accept
      const otherwise = await isNamedOtherwise(deps.store.reader, view.enterprise, view.actor.person)
      return html`<p class="govuk-body-l">${texts.asks(found.holder, found.officeName, found.last)}</p>
        <p class="govuk-body">${view.catalogue.offices[found.office.office].description[language]}</p>
        <p class="govuk-body">${texts.means}</p>
        ${otherwise ? html`<p class="govuk-body"><strong>${texts.otherName}</strong></p>` : null}
        <p class="govuk-body">${link(texts.declineInstead, `${base}/stand-ins/${found.fact.fact_id}/decline`)}</p>`
    },
    input,
    async preview(context) {
      const { view, language } = context
      const found = await asked(deps, context)
      if (!found) return {}
      const texts = standInTexts[language]
      const { atOnce, appoint } = appointmentTexts[language]
      return {
        starts: texts.accept.starts(found.holder, found.officeName),
        forWhom: nameAndNumber(view),
        from: found.first === null ? atOnce : appoint.onDay(found.first),
        more: [
          { key: texts.ask.untilLabel, value: appoint.untilDay(found.last) },
          { key: texts.ask.limits, value: texts.ask.limitsText },
        ],
      }
    },
    back: ({ base }) => base,
  })
}

/** Where whoever was asked declines (A30). */
export function declineStandInPage(deps: PageDeps): PageRoute[] {
  return operationPage(deps, {
    id: 'decline-stand-in',
    path: '/stand-ins/:standIn/decline',
    operation: declineStandIn,
    section: 'overview',
    neverRefused: true,
    async title(context) {
      const found = await asked(deps, context)
      return found && standInTexts[context.language].decline.title(found.officeName, context.view.record.name)
    },
    input,
    async preview(context) {
      const { view, language } = context
      const found = await asked(deps, context)
      if (!found) return {}
      const texts = appointmentTexts[language]
      return {
        ends: standInTexts[language].decline.ends(found.holder),
        forWhom: nameAndNumber(view),
        from: texts.atOnce,
        more: [{ key: texts.whatStays, value: texts.decline.stays }],
      }
    },
    back: ({ base }) => base,
  })
}
