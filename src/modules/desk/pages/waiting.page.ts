import { factsOf } from '#database'
import type { Answer, PageRequest, PageRoute } from '#http'
import { enterpriseNumberFormat, formatInstant, type EnterpriseNumber } from '#kernel'
import { displayName, personsByIds } from '#people'
import type { PageDeps } from '#operations'
import { recordsOf } from '#register'
import { countText, dataTable, emptyState, html, link, listHeader } from '#ui'
import { deskTexts } from '../texts/index.ts'
import { accessOf, turnedAway } from './access.ts'

async function answer(deps: PageDeps, request: PageRequest): Promise<Answer> {
  const access = await accessOf(deps, request)
  if (access.is !== 'staff') return turnedAway(deps, request, access)
  const { language } = request
  const { waiting: texts, ...common } = deskTexts[language]
  const { reader } = deps.store
  const catalogue = deps.catalogue()
  const where = { what: ['recognise', 'lift-stop-by-desk'] as const, confirmed_by: null }
  const found = await factsOf(reader).find('proposal', where, { at: access.now })
  const proposals = found.toSorted((one, other) => (one.valid_until ?? 0) - (other.valid_until ?? 0))
  const records = await recordsOf(
    reader,
    proposals.map((one) => one.enterprise_id),
    access.now,
  )
  const agents = await personsByIds(
    reader,
    proposals.map((one) => one.by_person),
  )
  const numbers = enterpriseNumberFormat(catalogue.meta.enterpriseNumberFormat)
  const moment = (at: number | null) => formatInstant((at ?? 0) as typeof access.now, catalogue.meta.zone, language)
  // The number and the matter, no name of an enterprise: a look says why first (H2).
  const rows = proposals.flatMap((one) => {
    const number = records.get(one.enterprise_id)?.number as EnterpriseNumber | undefined
    if (number === undefined) return []
    const capacity = catalogue.capacities.get(one.subject)?.name[language] ?? one.subject
    return [
      [
        { text: link(numbers.format(number), `/${language}/desk/enterprises/${number}`) },
        { text: one.what === 'recognise' ? common.recognition(capacity) : common.lifting },
        { text: displayName(agents.get(one.by_person) ?? null, null) ?? '' },
        { text: moment(one.valid_until) },
      ],
    ]
  })
  const list =
    rows.length === 0
      ? emptyState({ sentence: texts.none })
      : dataTable({
          caption: texts.title,
          captionClasses: 'govuk-visually-hidden',
          head: [texts.enterprise, texts.what, texts.by, texts.until].map((text) => ({ text })),
          rows,
        })
  const main = html`<h1 class="govuk-heading-l">${texts.title}</h1>
    <p class="govuk-body">${texts.intro}</p>
    ${listHeader({ text: countText(language, rows.length, texts.proposals) })} ${list}`
  return deps.frame({ request, title: texts.title, main, backPath: `/${language}/desk` })
}

/** H6: everything that waits for a second agent, what lapses first at the top. */
export function waitingPage(deps: PageDeps): PageRoute[] {
  return [
    {
      kind: 'page',
      id: 'desk-waiting',
      method: 'GET',
      path: '/desk/waiting',
      access: { actors: 'signed-in', scope: 'own', level: null },
      audit: null,
      unsafe: false,
      states: ['empty', 'filled'],
      handler: (request) => answer(deps, request),
    },
  ]
}
