import { officeWords } from '#operations'
import type { Answer, PageRequest, PageRoute } from '#http'
import { dataTable, html } from '#ui'
import { webTexts } from '../texts/index.ts'
import type { WebDeps } from '../web-deps.ts'

function cookies(deps: WebDeps, request: PageRequest): Answer {
  const texts = webTexts[request.language].cookies
  const prefix = deps.secureCookies ? '__Host-' : ''
  const rows = [
    [`${prefix}claviger`, texts.session, texts.sessionLasts],
    [`${prefix}claviger-visit`, texts.visit, texts.visitLasts],
    [`${prefix}claviger-language`, texts.language, texts.languageLasts],
    [`${deps.secureCookies ? '__Secure-' : ''}claviger-typed`, texts.typed, texts.typedLasts],
    ...(deps.trial ? [['_session, _interaction', texts.ring, texts.ringLasts]] : []),
  ]
  const main = html`<h1 class="govuk-heading-l">${texts.title}</h1>
    <p class="govuk-body">${texts.intro}</p>
    ${dataTable({
      caption: texts.table,
      head: [{ text: texts.name }, { text: texts.purpose }, { text: texts.lasts }],
      rows: rows.map((row) => row.map((text) => ({ text: text ?? '' }))),
    })}`
  return deps.frame({ request, title: texts.title, main })
}

function about(deps: WebDeps, request: PageRequest): Answer {
  const { language } = request
  const texts = webTexts[language].about
  const { desk } = deps.catalogue().meta
  const offices = officeWords(deps.catalogue(), language)
  const main = html`<h1 class="govuk-heading-l">${texts.title}</h1>
    ${texts.paragraphs.map((text) => html`<p class="govuk-body">${text(offices)}</p>`)}
    <p class="govuk-body">
      ${texts.desk} ${desk.name[language]}: ${desk.phone}, ${desk.email}. ${desk.hours[language]}
    </p>`
  return deps.frame({ request, title: texts.title, main })
}

/** Pages that only explain. */
export function plainPages(deps: WebDeps): PageRoute[] {
  const get = {
    kind: 'page',
    method: 'GET',
    access: { actors: 'anyone', scope: 'none', level: null },
    audit: null,
    unsafe: false,
    states: ['shown'],
  } as const
  return [
    { ...get, id: 'cookies', path: '/cookies', handler: (request) => cookies(deps, request) },
    { ...get, id: 'about', path: '/about', handler: (request) => about(deps, request) },
  ]
}
