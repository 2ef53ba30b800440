import type { PageRoute } from '#http'
import { operationPage, type PageDeps, officeWords } from '#operations'
import { html } from '#ui'
import { enterpriseTexts } from '../texts/index.ts'
import { actsOnlyJointly } from '../use-cases/joint.ts'
import { registerEnterprise } from '../use-cases/register-enterprise.ts'
import { registerStartTexts } from './register/texts/index.ts'
import { waitsForRow } from './proposals/wording.ts'
import { nameAndNumber } from './wording.ts'

/** Where a legal representative registers the enterprise (E1). */
export function registerPage(deps: PageDeps): PageRoute[] {
  return operationPage(deps, {
    id: 'register-enterprise',
    path: '/register',
    operation: registerEnterprise,
    section: 'overview',
    intro: ({ language }) =>
      html`${enterpriseTexts[language].register.what.map((text) => html`<p class="govuk-body">${text}</p>`)}`,
    input: () => ({}),
    async preview(context) {
      const { view, language } = context
      const texts = enterpriseTexts[language]
      if (actsOnlyJointly(view.authority.representations)) {
        const { starts, from, row } = await waitsForRow(deps, context, 'register')
        return { starts, forWhom: nameAndNumber(view), from, more: [row] }
      }
      const o = officeWords(view.catalogue, language)
      return {
        starts: texts.register.starts(view.record.name, o),
        forWhom: nameAndNumber(view),
        from: texts.atOnce,
        more: [
          ...(view.record.address === null
            ? []
            : [{ key: registerStartTexts[language].addressLabel, value: view.record.address }]),
          { key: texts.register.nextLabel, value: texts.register.next(o) },
        ],
      }
    },
    back: ({ base }) => base,
  })
}
