import type { Answer, PageRequest, PageRoute } from '#http'
import type { PageDeps } from '#operations'
import { entryHistory, entryOf, recordHistory } from '#register'
import { html, insetText, readableNumber } from '#ui'
import { consultationOf } from './consultation.ts'
import { representativesSection } from './representatives.ts'
import { registerTexts } from './texts/index.ts'
import { establishmentsCsv, unitsSection } from './units.ts'
import { addressesSection, contactsSection, enterpriseSection, namesSection, type Told } from './what-it-says.ts'
import { codeNames } from './words.ts'

async function pageAnswer(deps: PageDeps, request: PageRequest): Promise<Answer> {
  const consultation = await consultationOf(deps, request)
  if (!consultation) return { kind: 'not-found' }
  if ('sayWhyAt' in consultation) return { kind: 'redirect', to: consultation.sayWhyAt }
  const { reader } = deps.store
  const { language } = request
  const { enterprise, view, record, writtenNumber, catalogue } = consultation
  const texts = registerTexts[language]
  const entry = await entryOf(reader, enterprise)
  const told: Told = {
    consultation,
    language,
    codes: await codeNames(reader, catalogue, language),
    records: await recordHistory(reader, enterprise),
    entries: entry ? [entry, ...(await entryHistory(reader, entry.number))] : [],
  }
  // Without the enterprise's own header, its name stands here.
  const caption = view
    ? null
    : html`<span class="govuk-caption-l">${record.name} ${readableNumber(writtenNumber)}</span>`
  const main = html`<h1 class="govuk-heading-l">${caption}${texts.title}</h1>
    <p class="govuk-body">${texts.intro}</p>
    ${insetText({ text: texts.changedThere })} ${view ? null : html`<p class="govuk-body">${texts.yourLook}</p>`}
    ${enterpriseSection(told)} ${namesSection(told)} ${addressesSection(told)} ${contactsSection(told)}
    ${await representativesSection(reader, told)} ${await unitsSection(reader, request, enterprise, 'establishment')}
    ${await unitsSection(reader, request, enterprise, 'branch')}
    <p class="govuk-body govuk-!-display-none-print">${texts.print}</p>`
  const backPath = view ? `/${language}/enterprises/${consultation.number}` : `/${language}/find-enterprise`
  return deps.frame({ request, title: texts.title, main, backPath, ...(view ? { view } : {}) })
}

async function downloadAnswer(deps: PageDeps, request: PageRequest): Promise<Answer> {
  const consultation = await consultationOf(deps, request)
  if (!consultation) return { kind: 'not-found' }
  if ('sayWhyAt' in consultation) return { kind: 'redirect', to: consultation.sayWhyAt }
  const { language } = request
  const body = await establishmentsCsv(deps.store.reader, language, consultation.enterprise)
  const name = `${registerTexts[language].establishments.fileName}-${consultation.number}.csv`
  return { kind: 'file', name, type: 'text/csv; charset=utf-8', body }
}

/** What the register says of an enterprise, each with since when, and its establishment units as a file. */
export function registerDataPage(deps: PageDeps): PageRoute[] {
  const common = {
    kind: 'page',
    method: 'GET',
    access: { actors: 'signed-in', scope: 'enterprise', level: null },
    audit: 'register-consulted',
    unsafe: false,
  } as const
  return [
    {
      ...common,
      id: 'register-data',
      path: '/enterprises/:enterprise/register-data',
      states: ['shown'],
      handler: (request) => pageAnswer(deps, request),
    },
    {
      ...common,
      id: 'register-data-establishments',
      path: '/enterprises/:enterprise/register-data/establishments.csv',
      handler: (request) => downloadAnswer(deps, request),
    },
  ]
}
