import { oneField, type Answer, type PageRequest, type PageRoute } from '#http'
import { enterpriseNumberFormat } from '#kernel'
import { operationTexts, type PageDeps } from '#operations'
import { button, element, errorList, html, link, textField, toAddress } from '#ui'
import { deskTexts } from '../texts/index.ts'
import { accessOf, turnedAway } from './access.ts'

async function answer(deps: PageDeps, request: PageRequest): Promise<Answer> {
  const access = await accessOf(deps, request)
  if (access.is !== 'staff') return turnedAway(deps, request, access)
  const { language } = request
  const texts = deskTexts[language].desk
  const numbers = enterpriseNumberFormat(deps.catalogue().meta.enterpriseNumberFormat)
  const typed = oneField(request.query, 'number')
  const number = typed === null ? null : numbers.parse(typed)
  const base = `/${language}/desk`
  if (number?.ok) return { kind: 'redirect', to: `${base}/enterprises/${number.value}` }
  const errors = number ? [{ field: 'number', text: operationTexts[language].fieldError(number.error, numbers) }] : []
  const [error] = errors
  const main = html`${errorList(language, errors)}
    <h1 class="govuk-heading-l">${texts.title}</h1>
    <p class="govuk-body">${texts.intro}</p>
    ${element(
      'form',
      { method: 'get', action: toAddress(base), role: 'search', 'aria-label': texts.title, novalidate: true },
      textField({
        language,
        name: 'number',
        label: texts.number,
        hint: texts.numberHint(numbers.example),
        value: typed ?? '',
        width: 20,
        ...(error ? { error: error.text } : {}),
      }),
      button({ text: texts.open }),
    )}
    <ul class="govuk-list">
      <li>${link(texts.find, `/${language}/find-enterprise`)}</li>
      <li>${link(texts.waiting, `${base}/waiting`)}</li>
    </ul>`
  const failed = error ? { error: true, status: 422 } : {}
  return deps.frame({ request, title: texts.title, main, backPath: `/${language}`, ...failed })
}

/** Where an agent begins: an enterprise by its number, or what waits for a second agent. */
export function deskPage(deps: PageDeps): PageRoute[] {
  return [
    {
      kind: 'page',
      id: 'desk',
      method: 'GET',
      path: '/desk',
      access: { actors: 'signed-in', scope: 'own', level: null },
      audit: null,
      unsafe: false,
      states: ['shown', 'errors', 'too weak'],
      handler: (request) => answer(deps, request),
    },
  ]
}
