import type { Answer, PageRequest, PageRoute } from '#http'
import { officeWords, operationTexts, type OfficeWords, type PageDeps } from '#operations'
import type { Language } from '#kernel'
import { html, link, type Html } from '#ui'
import { guides, readers, type Reader, type Step } from './steps.ts'
import { guideTexts } from './texts/index.ts'
import type { Told } from './texts/keys.ts'

const worded = (text: Told, offices: OfficeWords): string => (typeof text === 'string' ? text : text(offices))

const isReader = (text: string): text is Reader => (readers as readonly string[]).includes(text)

/** W2: the operation's own name, or that of a step that is none. */
function titleOf(step: Step, language: Language, offices: OfficeWords): string {
  const own = guideTexts[language].titles[step.id]
  if (own !== undefined) return worded(own, offices)
  if (step.operation === undefined) throw new Error(`The step ${step.id} has no title`)
  return operationTexts[language].operation(step.operation, offices).title
}

function contents(deps: PageDeps, request: PageRequest): Answer {
  const { language } = request
  const texts = guideTexts[language]
  const offices = officeWords(deps.catalogue(), language)
  const main = html`<h1 class="govuk-heading-l">${texts.title}</h1>
    <p class="govuk-body-l">${texts.lead}</p>
    ${readers.map((reader) => {
      const { title, lead } = texts.readers[reader](offices)
      return html`<h2 class="govuk-heading-m">${link(title, `/${language}/guide/${reader}`)}</h2>
        <p class="govuk-body">${lead}</p>`
    })}`
  return deps.frame({ request, title: texts.title, main })
}

function guide(deps: PageDeps, request: PageRequest): Answer {
  const { language } = request
  const reader = request.params['reader'] ?? ''
  if (!isReader(reader)) return { kind: 'error', status: 404 }
  const texts = guideTexts[language]
  const catalogue = deps.catalogue()
  const offices = officeWords(catalogue, language)
  const { title, lead } = texts.readers[reader](offices)
  const { desk } = catalogue.meta
  const deskText = texts.desk({
    name: desk.name[language],
    phone: desk.phone,
    email: desk.email,
    hours: desk.hours[language],
  })
  const stepPart = (step: Step): Html =>
    html`<li class="claviger-guide__step" id="${step.id}">
      <h2 class="govuk-heading-m">${titleOf(step, language, offices)}</h2>
      ${texts.steps[step.id].map((text) => html`<p class="govuk-body">${worded(text, offices)}</p>`)}
      ${step.id === 'trouble' ? html`<p class="govuk-body">${deskText}</p>` : null}
    </li>`
  const main = html`<h1 class="govuk-heading-l">${title}</h1>
    <p class="govuk-body-l">${lead}</p>
    <nav class="claviger-guide__contents" aria-labelledby="steps">
      <h2 class="govuk-heading-s" id="steps">${texts.contents}</h2>
      <ol class="govuk-list govuk-list--number">
        ${guides[reader].map((step) => html`<li>${link(titleOf(step, language, offices), `#${step.id}`)}</li>`)}
      </ol>
      <p class="govuk-body">${texts.print}</p>
    </nav>
    <ol class="claviger-guide">
      ${guides[reader].map(stepPart)}
    </ol>`
  return deps.frame({ request, title, main, backPath: `/${language}/guide` })
}

/** W1: public, and the same for everybody. */
export function guidePages(deps: PageDeps): PageRoute[] {
  const get = {
    kind: 'page',
    method: 'GET',
    access: { actors: 'anyone', scope: 'none', level: null },
    audit: null,
    unsafe: false,
    states: ['shown'],
  } as const
  return [
    { ...get, id: 'guide', path: '/guide', handler: (request) => contents(deps, request) },
    { ...get, id: 'guide-of', path: '/guide/:reader', handler: (request) => guide(deps, request) },
  ]
}
