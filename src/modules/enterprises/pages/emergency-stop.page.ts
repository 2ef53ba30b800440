import type { PageRoute } from '#http'
import { operationPage, type PageDeps } from '#operations'
import { html } from '#ui'
import { enterpriseTexts } from '../texts/index.ts'
import { liftEmergencyStop, pressEmergencyStop } from '../use-cases/emergency-stop.ts'
import { actsOnlyJointly } from '../use-cases/joint.ts'
import { waitsForRow } from './proposals/wording.ts'
import { nameAndNumber } from './wording.ts'

/** Where one legal representative alone stops all access in the enterprise's name (E6). */
export function pressEmergencyStopPage(deps: PageDeps): PageRoute[] {
  return operationPage(deps, {
    id: 'press-emergency-stop',
    path: '/emergency-stop',
    operation: pressEmergencyStop,
    section: 'overview',
    grave: true,
    intro: ({ language }) =>
      html`${enterpriseTexts[language].press.intro.map((text) => html`<p class="govuk-body">${text}</p>`)}`,
    input: () => ({}),
    preview({ view, language }) {
      const texts = enterpriseTexts[language]
      return {
        starts: texts.press.starts,
        ends: texts.press.ends(view.record.name),
        forWhom: nameAndNumber(view),
        from: texts.atOnce,
        more: [
          { key: texts.whatStays, value: texts.press.stays },
          { key: texts.press.liftingLabel, value: texts.press.lifting },
        ],
      }
    },
    back: ({ base }) => base,
  })
}

/** Where the normal representation lifts the stop (E7). */
export function liftEmergencyStopPage(deps: PageDeps): PageRoute[] {
  return operationPage(deps, {
    id: 'lift-emergency-stop',
    path: '/emergency-stop/lift',
    operation: liftEmergencyStop,
    section: 'overview',
    grave: true,
    intro: ({ language }) => html`<p class="govuk-body">${enterpriseTexts[language].lift.intro}</p>`,
    input: () => ({}),
    async preview(context) {
      const { view, language } = context
      const texts = enterpriseTexts[language]
      if (actsOnlyJointly(view.authority.representations)) {
        const { starts, from, row } = await waitsForRow(deps, context, 'lift-stop')
        return { starts, forWhom: nameAndNumber(view), from, more: [row] }
      }
      return {
        starts: texts.lift.starts(view.record.name),
        ends: texts.lift.ends,
        forWhom: nameAndNumber(view),
        from: texts.atOnce,
      }
    },
    back: ({ base }) => base,
  })
}
