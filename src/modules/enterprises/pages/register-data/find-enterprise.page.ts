import { empowers, type Catalogue } from '#catalogue'
import { factsOf, type Reader } from '#database'
import { oneField, type Answer, type PageRequest, type PageRoute } from '#http'
import { enterpriseNumberFormat, type EnterpriseId, type Instant, type Language, type Page } from '#kernel'
import { pageActor, readingMoment, type Actor, type PageDeps } from '#operations'
import { findEnterprises, recordsOf, type FoundEnterprise } from '#register'
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
import { staffOfDesk } from './staff-of-desk.ts'
import { registerTexts } from './texts/index.ts'

const foundOnPage = 50
const charactersMax = 200

/** Where somebody may search: null is the whole register. */
interface Reach {
  readonly among: readonly EnterpriseId[] | null
}

/** The enterprises that the person represents at that moment (R9). */
async function representedBy(
  reader: Reader,
  catalogue: Catalogue,
  { person }: Actor,
  at: Instant,
): Promise<EnterpriseId[]> {
  const held = await factsOf(reader).find('representation', { person_id: person }, { at })
  const records = await recordsOf(
    reader,
    held.map((fact) => fact.enterprise_id),
    at,
  )
  const empowering = held.filter((fact) => {
    const record = records.get(fact.enterprise_id)
    return record !== undefined && empowers(catalogue, fact.function_code, record.legal_form)
  })
  return [...new Set(empowering.map((fact) => fact.enterprise_id))]
}

/** E8: staff of the desk search everywhere, representatives among their own; null for everybody else. */
async function reachOf(deps: PageDeps, actor: Actor, at: Instant): Promise<Reach | null> {
  const { reader } = deps.store
  const catalogue = deps.catalogue()
  const basis = await staffOfDesk(reader, catalogue, actor, at)
  if (basis !== null) return { among: null }
  const among = await representedBy(reader, catalogue, actor, at)
  return among.length > 0 ? { among } : null
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

async function found(deps: PageDeps, request: PageRequest, reach: Reach, at: Instant, text: string): Promise<Html> {
  const { language, query } = request
  const texts = registerTexts[language].find
  const base = `/${language}/find-enterprise`
  const numbers = enterpriseNumberFormat(deps.catalogue().meta.enterpriseNumberFormat)
  const number = numbers.parse(text)
  const after = oneField(query, 'after')
  const page = await findEnterprises(deps.store.reader, {
    text: number.ok ? number.value : text,
    among: reach.among,
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

async function answer(deps: PageDeps, request: PageRequest): Promise<Answer> {
  const actor = pageActor(request)
  if (!actor) return { kind: 'not-found' }
  const { language } = request
  const texts = registerTexts[language].find
  const now = await readingMoment(deps)
  const reach = await reachOf(deps, actor, now)
  if (!reach) {
    const home = button({ text: texts.toHome, href: `/${language}` })
    const main = refusal({ wanted: texts.title, why: texts.notForYou, help: texts.askManager, action: home })
    // What was searched for is nowhere in the answer, the links to other languages included (I12).
    return deps.frame({ request: { ...request, query: {} }, title: texts.title, main })
  }
  const text = (oneField(request.query, 'q') ?? '').trim().slice(0, charactersMax)
  const main = html`<h1 class="govuk-heading-l">${texts.title}</h1>
    <p class="govuk-body">${reach.among === null ? texts.everywhere : texts.amongOwn}</p>
    ${searchForm(deps, language, `/${language}/find-enterprise`, text)}
    ${text === '' ? null : await found(deps, request, reach, now, text)}`
  return deps.frame({ request, title: texts.title, main, backPath: `/${language}` })
}

/** An enterprise of the register by its number or its name, for representatives and staff of the desk. */
export function findEnterprisePage(deps: PageDeps): PageRoute[] {
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
      handler: (request) => answer(deps, request),
    },
  ]
}
