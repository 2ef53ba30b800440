import { newestMoment } from '#audit'
import { oneField, type Answer, type PageRequest, type PageRoute } from '#http'
import { enterpriseNumberFormat, type AssuranceLevel, type Instant, type Language, type Page } from '#kernel'
import { officeWords, operationTexts, pageActor, type PageDeps } from '#operations'
import { findEnterprises, type FoundEnterprise } from '#register'
import {
  button,
  dataTable,
  element,
  emptyState,
  html,
  link,
  listHeader,
  listPages,
  readableNumber,
  refusal,
  stateTag,
  textField,
  toAddress,
  type Html,
} from '#ui'
import { askPart, type AskRegister } from './ask-register.page.ts'
import { reachOf, type Reach } from './reach.ts'
import { registerTexts } from './texts/index.ts'

const foundOnPage = 50
const charactersMax = 200

interface FindDeps {
  readonly deps: PageDeps
  /** null: the register cannot be asked at once. */
  readonly askRegister: AskRegister | null
}

function results(deps: PageDeps, language: Language, page: Page<FoundEnterprise>): Html {
  const texts = registerTexts[language].find
  const numbers = enterpriseNumberFormat(deps.catalogue().meta.enterpriseNumberFormat)
  return dataTable({
    caption: texts.caption,
    captionClasses: 'govuk-visually-hidden',
    head: [texts.name, texts.number, texts.municipality, texts.status].map((text) => ({ text })),
    rows: page.items.map(({ number, name, municipality, status }) => [
      { text: link(name, `/${language}/enterprises/${number}/register-data`) },
      { text: readableNumber(numbers.format(number)) },
      { text: municipality ?? '' },
      { text: stateTag(status === 'active' ? 'allowed' : 'ended', registerTexts[language].statuses[status]) },
    ]),
  })
}

function searchForm(deps: PageDeps, language: Language, base: string, text: string): Html {
  const texts = registerTexts[language].find
  const numbers = enterpriseNumberFormat(deps.catalogue().meta.enterpriseNumberFormat)
  return element(
    'form',
    { method: 'get', action: toAddress(base), role: 'search', 'aria-label': texts.title },
    textField({
      language,
      name: 'q',
      label: texts.search,
      hint: texts.searchHint(numbers.example),
      type: 'search',
      value: text,
    }),
    button({ text: texts.button }),
  )
}

async function found(
  deps: PageDeps,
  request: PageRequest,
  { among }: Pick<Reach, 'among'>,
  at: Instant,
  text: string,
): Promise<Html> {
  const { language, query } = request
  const texts = registerTexts[language].find
  const base = `/${language}/find-enterprise`
  const numbers = enterpriseNumberFormat(deps.catalogue().meta.enterpriseNumberFormat)
  const number = numbers.parse(text)
  const after = oneField(query, 'after')
  const page = await findEnterprises(deps.store.reader, {
    text: number.ok ? number.value : text,
    among,
    at,
    limit: foundOnPage,
    after,
  })
  const queryWith = (cursor: string | null): string =>
    `${base}?${new URLSearchParams({ q: text, ...(cursor === null ? {} : { after: cursor }) }).toString()}`
  const count = texts.found(page.items.length, page.next !== null || after !== null)
  return html`${listHeader({ text: count })}
  ${page.items.length === 0 ? emptyState({ sentence: texts.empty(numbers.example) }) : results(deps, language, page)}
  ${listPages({
    language,
    first: after === null ? null : queryWith(null),
    next: page.next === null ? null : queryWith(page.next),
  })}`
}

/** The page of whoever may not search; what was searched for is nowhere in it, the links to other languages included (I12). */
function refusedPage(
  { deps, askRegister }: FindDeps,
  request: PageRequest,
  levelNeeded: AssuranceLevel | null,
): Answer {
  const { language } = request
  const texts = registerTexts[language].find
  const { refusal: refusalText, words } = operationTexts[language]
  const stronger = new URLSearchParams({ to: `/${language}/find-enterprise`, level: String(levelNeeded) }).toString()
  const main = html`${
    levelNeeded === null
      ? refusal({
          wanted: texts.title,
          why: texts.notForYou,
          help: texts.askManager,
          action: button({ text: texts.toHome, href: `/${language}` }),
        })
      : refusal({
          wanted: texts.title,
          why: refusalText('level-too-low', officeWords(deps.catalogue(), language), levelNeeded),
          action: button({ text: words.signInStronger, href: `/${language}/sign-in?${stronger}` }),
        })
  }
  ${askRegister ? askPart(deps, request) : null}`
  return deps.frame({ request: { ...request, query: {} }, title: texts.title, main })
}

async function answer(find: FindDeps, request: PageRequest): Promise<Answer> {
  const { deps, askRegister } = find
  const actor = pageActor(request)
  if (!actor) return { kind: 'not-found' }
  const { language } = request
  const texts = registerTexts[language].find
  const now = await newestMoment(deps.store.reader, deps.clock)
  const reach = await reachOf(deps, actor, now)
  if (reach.is === 'none') return refusedPage(find, request, null)
  if (reach.is === 'too-weak') return refusedPage(find, request, reach.levelNeeded)
  const text = (oneField(request.query, 'q') ?? '').trim().slice(0, charactersMax)
  const main = html`<h1 class="govuk-heading-l">${texts.title}</h1>
    <p class="govuk-body">${reach.among === null ? texts.everywhere : texts.amongOwn}</p>
    ${reach.among === null ? html`<p class="govuk-body">${link(texts.toDesk, `/${language}/desk`)}</p>` : null}
    ${searchForm(deps, language, `/${language}/find-enterprise`, text)}
    ${text === '' ? null : await found(deps, request, reach, now, text)} ${askRegister ? askPart(deps, request) : null}`
  return deps.frame({ request, title: texts.title, main, backPath: `/${language}` })
}

/** An enterprise of the register by its number or its name, for representatives and staff of the desk. */
export function findEnterprisePage(deps: PageDeps, askRegister: AskRegister | null): PageRoute[] {
  const find = { deps, askRegister }
  return [
    {
      kind: 'page',
      id: 'find-enterprise',
      method: 'GET',
      path: '/find-enterprise',
      access: { actors: 'signed-in', scope: 'own', level: null },
      audit: null,
      unsafe: false,
      states: ['asked', 'found', 'empty', 'not for you'],
      handler: (request) => answer(find, request),
    },
  ]
}
