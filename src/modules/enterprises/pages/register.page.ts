import type { PageRoute } from '#http'
import { operationPage, type PageDeps, officeWords } from '#operations'
import { html } from '#ui'
import { enterpriseTexts } from '../texts/index.ts'
import { registerEnterprise } from '../use-cases/register-enterprise.ts'
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
    preview({ view, language }) {
      const texts = enterpriseTexts[language]
      const o = officeWords(view.catalogue, language)
      return {
        starts: texts.register.starts(view.record.name, o),
        forWhom: nameAndNumber(view),
        from: texts.atOnce,
        more: [{ key: texts.register.nextLabel, value: texts.register.next(o) }],
      }
    },
    back: ({ base }) => base,
  })
}
