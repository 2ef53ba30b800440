import { history, type HistoryEntry } from '#audit'
import { listWithFile, oneField, type Answer, type PageRequest, type PageRoute } from '#http'
import type { Reader } from '#database'
import { formatInstant, type Language, type PersonId } from '#kernel'
import { viewOf, type PageDeps, type View } from '#operations'
import {
  countText,
  dataTable,
  emptyState,
  errorList,
  filteredList,
  html,
  link,
  listHeader,
  listPages,
  type Html,
} from '#ui'
import { historyChoices, historyCount, holdersStoodInFor, personNames } from '../../queries.ts'
import { enterpriseTexts } from '../../texts/index.ts'
import { entryLine, eventName, type EntryNames } from './entry-line.ts'
import { askedFilters, filterFields, queryWith, scopeOf, seesWholeHistory } from './filters.ts'
import { historyCsv } from './history-csv.ts'

const entriesOnPage = 50
const entriesInStep = 200

function entryTable(
  view: View,
  language: Language,
  entries: readonly HistoryEntry[],
  { names, offers }: { names: EntryNames; offers: ReadonlyMap<string, Html> },
): Html {
  const texts = enterpriseTexts[language].history
  return dataTable({
    caption: texts.caption,
    captionClasses: 'govuk-visually-hidden',
    head: [texts.when, texts.what, texts.how].map((text) => ({ text })),
    rows: entries.map((entry) => {
      const line = entryLine(view.catalogue, language, entry, names)
      const remarks = line.remarks.length === 0 ? '' : ` (${line.remarks.join(', ')})`
      const level = line.level === '' ? '' : texts.level(line.level)
      return [
        { text: formatInstant(entry.recordedAt, view.catalogue.meta.zone, language) },
        { text: html`${line.sentence}${remarks} ${offers.get(entry.id)}` },
        { text: [line.key, level].filter((part) => part !== '').join(', ') },
      ]
    }),
  })
}

const personsOf = (entries: readonly HistoryEntry[]) =>
  entries.flatMap(({ actorId, subjectId }) => [actorId, subjectId])

/** Everybody whom the entries name, and the holders in whose place some of them acted. */
async function namesIn(
  reader: Reader,
  view: View,
  entries: readonly HistoryEntry[],
  others: readonly PersonId[],
): Promise<EntryNames> {
  const inPlaceOf = await holdersStoodInFor(
    reader,
    view.enterprise,
    entries.map(({ actorBasis }) => actorBasis),
  )
  const persons = [...personsOf(entries), ...others, ...inPlaceOf.values()]
  return { nameOf: await personNames(reader, view.enterprise, persons), inPlaceOf }
}

async function historyAnswer(deps: PageDeps, request: PageRequest): Promise<Answer> {
  const view = await viewOf(deps, request)
  if (!view) return { kind: 'not-found' }
  const { reader } = deps.store
  const { language, query } = request
  const texts = enterpriseTexts[language].history
  const { filters, errors, filtered } = askedFilters(view, request)
  const cursor = oneField(query, 'cursor')
  const page = await history(reader, { enterpriseId: view.enterprise, filters, cursor, limit: entriesOnPage })
  if (!page.ok) return { kind: 'not-found' }
  const { items, next } = page.value
  const count = await historyCount(reader, view.enterprise, filters)
  const choices = await historyChoices(reader, view.enterprise, scopeOf(view))
  const names = await namesIn(reader, view, items, choices.persons)
  // U19: what the viewer did in the last minutes may be undone from here.
  const offers = await deps.undoOffers(view, language, items, 'short')
  const base = request.path
  const shown =
    items.length === 0
      ? emptyState({ sentence: filtered ? texts.emptyFiltered : texts.empty })
      : entryTable(view, language, items, { names, offers })
  const download = link(texts.download, `${base}.csv${queryWith(query, null)}`)
  // N14: whoever sees all that was done also sees all that was told.
  const notices = link(texts.notices, base.replace(/history$/, 'notices'))
  const actions = [...(count > 0 ? [download] : []), ...(seesWholeHistory(view) ? [notices] : [])]
  const list = html`${listHeader({
    text: countText(language, count, texts.entries),
    actions,
  })}
  ${shown}
  ${listPages({
    language,
    first: cursor === null ? null : `${base}${queryWith(query, null)}`,
    next: next === null ? null : `${base}${queryWith(query, next)}`,
  })}
  ${count > 0 ? html`<p class="govuk-body">${texts.print}</p>` : null}`
  const events = choices.events.map((code) => ({ code, text: eventName(view.catalogue, language, code) }))
  const main = html`${errorList(language, errors)}
    <h1 class="govuk-heading-l">${texts.title}</h1>
    <p class="govuk-body">${seesWholeHistory(view) ? texts.introAll : texts.introOwn}</p>
    ${filteredList({
      language,
      action: base,
      fields: filterFields(
        view,
        { language, query, errors },
        { events, persons: choices.persons, nameOf: names.nameOf },
      ),
      clear: filtered ? base : null,
      list,
    })}`
  const failed = errors.length > 0 ? { error: true, status: 422 } : {}
  return deps.frame({ request, title: texts.title, main, view, section: 'history', ...failed })
}

/** Every entry that the filters keep: a list that leaves the house is complete. */
async function everyEntry(deps: PageDeps, view: View, request: PageRequest): Promise<HistoryEntry[]> {
  const { filters } = askedFilters(view, request)
  const entries: HistoryEntry[] = []
  let cursor: string | null = null
  do {
    const question = { enterpriseId: view.enterprise, filters, cursor, limit: entriesInStep }
    const page = await history(deps.store.reader, question)
    if (!page.ok) throw new Error('a cursor of our own was refused')
    entries.push(...page.value.items)
    cursor = page.value.next
  } while (cursor !== null)
  return entries
}

async function downloadAnswer(deps: PageDeps, request: PageRequest): Promise<Answer> {
  const view = await viewOf(deps, request)
  if (!view || askedFilters(view, request).errors.length > 0) return { kind: 'not-found' }
  const { language } = request
  const entries = await everyEntry(deps, view, request)
  const names = await namesIn(deps.store.reader, view, entries, [])
  const body = historyCsv(view.catalogue, language, entries, names)
  const name = `${enterpriseTexts[language].history.fileName}-${view.number}.csv`
  return { kind: 'file', name, type: 'text/csv; charset=utf-8', body }
}

/** What was changed for the enterprise, by whom and when: as a page and as a file, within what this viewer may see. */
export function historyPage(deps: PageDeps): PageRoute[] {
  return listWithFile({
    id: 'history',
    path: '/enterprises/:enterprise/history',
    states: ['empty', 'filled', 'filtered', 'errors'],
    page: (request) => historyAnswer(deps, request),
    file: (request) => downloadAnswer(deps, request),
  })
}
