import { seesOffices } from '#enterprises'
import type { PageRoute } from '#http'
import { officeWords, operationPage, operationTexts, type OperationContext, type PageDeps } from '#operations'
import { standing } from '#rights'
import { html, join, link } from '#ui'
import { officesOf, userCounts } from '../../queries.ts'
import { isSeated } from '../../seat.ts'
import { groundTexts } from '../../texts/ground.ts'
import { appointmentTexts } from '../../texts/index.ts'
import { confirmChief, confirmEarlierRights } from '../../use-cases/confirm-chief.ts'
import { heldOffice, type HeldOffice } from '../held-office.ts'
import { nameAndNumber } from '../wording.ts'

/** The chief whom the address names, for whoever sees the offices (I1). */
async function chiefOf(deps: PageDeps, context: OperationContext): Promise<HeldOffice | null> {
  const held = await heldOffice(deps, context)
  return held?.fact.office === 'chief-access-manager' ? held : null
}

/** Where a representative confirms a chief whose ground has ended (A27). */
function confirmChiefPage(deps: PageDeps): PageRoute[] {
  return operationPage(deps, {
    id: 'confirm-chief',
    path: '/appointments/:appointment/confirm',
    operation: confirmChief,
    section: 'managers',
    async title(context) {
      const chief = await chiefOf(deps, context)
      return chief && groundTexts[context.language].chief.title(chief.name, chief.office)
    },
    async intro(context) {
      const chief = await chiefOf(deps, context)
      if (!chief) return null
      const texts = groundTexts[context.language]
      return html`<p class="govuk-body-l">${texts.chief.intro(chief.name)}</p>
        <p class="govuk-body">${texts.chief.otherwise} ${link(texts.lost.replace, `${context.base}/chief/new`)}</p>`
    },
    input: ({ params }) => ({ appointment: params['appointment'] ?? '' }),
    async preview(context) {
      const { view, language } = context
      const chief = await chiefOf(deps, context)
      if (!chief) return {}
      const { chief: texts, noUndo } = groundTexts[language]
      return {
        starts: texts.starts(chief.name, chief.office),
        forWhom: nameAndNumber(view),
        from: appointmentTexts[language].atOnce,
        more: [
          { key: texts.groundLabel, value: texts.ground(chief.name) },
          { key: noUndo.label, value: noUndo.chief(chief.name) },
        ],
      }
    },
    back: ({ base }) => `${base}/managers`,
  })
}

/** Where whoever represents the enterprise in its situation confirms what was given before it (R13). */
function earlierRightsPage(deps: PageDeps): PageRoute[] {
  return operationPage(deps, {
    id: 'confirm-earlier-rights',
    path: '/earlier-rights',
    operation: confirmEarlierRights,
    section: 'overview',
    title: ({ view, language }) =>
      seesOffices(view)
        ? operationTexts[language].operation('confirm-earlier-rights', officeWords(view.catalogue, language)).title
        : null,
    intro({ language, base }) {
      const texts = groundTexts[language].rights
      const lists = [link(texts.managers, `${base}/managers`), link(texts.users, `${base}/users`)]
      return html`<p class="govuk-body-l">${texts.intro}</p>
        <p class="govuk-body">${texts.look} ${join(lists, html`, `)}</p>`
    },
    input: () => ({}),
    async preview({ view, language }) {
      const { rights: texts, noUndo } = groundTexts[language]
      const { reader } = deps.store
      const since = standing.heldBackSince(view.catalogue, view.facts, view.now)
      const { appointments } = await officesOf(reader, view)
      const offices = appointments.filter((fact) => isSeated(fact) && standing.isHeldBack(since, fact)).length
      const counts = await userCounts(reader, view.enterprise, view.now)
      const users = [...counts.values()].reduce((sum, count) => sum + count, 0)
      const digits = new Intl.NumberFormat(language)
      return {
        starts: texts.starts,
        forWhom: nameAndNumber(view),
        from: appointmentTexts[language].atOnce,
        more: [
          { key: texts.countLabel, value: texts.count(digits.format(offices), digits.format(users)) },
          { key: noUndo.label, value: noUndo.rights },
        ],
      }
    },
    back: ({ base }) => base,
  })
}

export const groundPages = (deps: PageDeps): PageRoute[] => [...confirmChiefPage(deps), ...earlierRightsPage(deps)]
