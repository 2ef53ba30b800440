import { personNames, seesOffices, type NameOf } from '#enterprises'
import { listWithFile, oneField, type Answer, type PageRequest, type PageRoute } from '#http'
import { csvFile, dayOf, decodeCursor, encodeCursor, formatDay, instant, type Language } from '#kernel'
import { operationTexts, viewOf, type PageDeps, type View } from '#operations'
import { groupPower, powerOver } from '#rights'
import { countText, dataTable, emptyState, html, link, listHeader, listPages, type Html } from '#ui'
import { plannedIn, type Planned } from './scheduled.queries.ts'
import { scheduledTexts } from './texts.ts'

const onPage = 100

/** The list as its viewer sees it. */
export interface Shown {
  readonly view: View
  readonly items: readonly Planned[]
  readonly nameOf: NameOf
}

const isRepresentative = ({ authority }: View): boolean => authority.representations.length > 0

/** U23: offices are seen by whoever sees the offices (I1), users by representatives and by whoever manages the group (X4). */
function isSeen(view: View, { kind, capacity }: Planned): boolean {
  if (kind !== 'membership' && kind !== 'authorisation') return true
  return isRepresentative(view) || groupPower(view.authority, view.catalogue, capacity ?? '') !== undefined
}

async function shownTo(deps: PageDeps, request: PageRequest): Promise<Shown | null> {
  const view = await viewOf(deps, request)
  return view && shownOf(deps, view)
}

/** What the viewer sees of the list; null: not even that there is one. */
export async function shownOf(deps: Pick<PageDeps, 'store'>, view: View): Promise<Shown | null> {
  if (!seesOffices(view) || view.account === undefined) return null
  const { reader } = deps.store
  const items = (await plannedIn(reader, view.enterprise, view.now)).filter((one) => isSeen(view, one))
  const persons = items.flatMap(({ person, by }) => [person, by])
  return { view, items, nameOf: await personNames(reader, view.enterprise, persons) }
}

/** The day on which it begins, or the last day of what ends: as people name it. */
export const dayOfItem = ({ catalogue }: View, { what, at }: Planned) =>
  dayOf(what === 'begins' ? at : instant(at - 1), catalogue.meta.zone)

/** 'Noor Claes, access manager (Finance)'. */
export function aboutText({ view, nameOf }: Shown, language: Language, item: Planned): string {
  const { catalogue } = view
  const texts = scheduledTexts[language]
  const capacity = catalogue.capacities.get(item.capacity ?? item.scope ?? '')?.name[language]
  const domain = catalogue.domains.get(item.domain ?? item.scope ?? '')?.name[language]
  const within = capacity ?? domain
  const person = item.person === null ? '' : (nameOf(item.person) ?? operationTexts[language].words.thisPerson)
  const what =
    item.office !== undefined
      ? operationTexts[language].officeInSentence(catalogue.offices[item.office].name[language])
      : item.service !== undefined
        ? (catalogue.services.get(item.service)?.name[language] ?? item.service)
        : texts.kinds[
            item.kind === 'domain' || item.kind === 'capacity' || item.kind === 'stand-in' ? item.kind : 'user'
          ]
  return [person, within === undefined ? what : `${what} (${within})`].filter((part) => part !== '').join(', ')
}

/** U24: where this viewer cancels it; null: it is not theirs, or goes with something else. */
function cancelLink({ view, items }: Shown, language: Language, item: Planned): Html | null {
  const base = `/${language}/enterprises/${view.number}`
  const texts = scheduledTexts[language]
  const { authority, catalogue } = view
  if (item.office !== undefined) {
    const office = { office: item.office, scope: item.scope ?? '' }
    const by = ['legal-representative', ...catalogue.offices[item.office].withdrawnBy] as const
    if (item.what === 'ends') {
      const { appointedBy } = catalogue.offices[item.office]
      const may =
        item.ownTerm === true &&
        item.person !== view.actor.person &&
        powerOver(authority, catalogue, office, appointedBy)
      return may ? link(texts.cancelEnd, `${base}/scheduled/offices/${item.factId}`) : null
    }
    if (!powerOver(authority, catalogue, office, by)) return null
    const text = item.what === 'begins' ? texts.cancelBeginning : texts.withdraw
    return link(text, `${base}/appointments/${item.factId}/withdraw`)
  }
  if (item.capacity === undefined || item.person === null) return null
  if (!groupPower(authority, catalogue, item.capacity)) return null
  if (item.what === 'ends') return link(texts.cancelEnd, `${base}/scheduled/users/${item.factId}`)
  const user = `${base}/groups/${item.capacity}/users/${item.person}`
  if (item.kind === 'membership') return link(texts.cancelBeginning, `${user}/delete`)
  // Withdrawing a service ends every period of it: only where this is the only one.
  const isOther = (one: Planned) =>
    one.factId !== item.factId &&
    one.person === item.person &&
    one.service === item.service &&
    one.capacity === item.capacity
  return items.some(isOther) ? null : link(texts.cancelBeginning, `${user}/services/${item.service}/withdraw`)
}

function tableOf(shown: Shown, language: Language, items: readonly Planned[]): Html {
  const texts = scheduledTexts[language]
  const { zone } = shown.view.catalogue.meta
  return dataTable({
    caption: texts.caption,
    captionClasses: 'govuk-visually-hidden',
    head: [texts.day, texts.what, texts.about, texts.decided, texts.step].map((text) => ({ text })),
    rows: items.map((item) => [
      { text: formatDay(dayOfItem(shown.view, item), language) },
      { text: texts.states[item.what] },
      { text: aboutText(shown, language, item) },
      {
        text: [shown.nameOf(item.by) ?? '', formatDay(dayOf(item.decidedAt, zone), language)]
          .filter((part) => part !== '')
          .join(', '),
      },
      { text: cancelLink(shown, language, item) ?? html`` },
    ]),
  })
}

/** Those after the cursor: by moment and fact, as the list is sorted. */
function after(items: readonly Planned[], cursor: string | null): readonly Planned[] | null {
  if (cursor === null) return items
  const values = decodeCursor(cursor)
  if (!values.ok) return null
  const [at, key] = values.value
  if (typeof at !== 'number' || typeof key !== 'string') return null
  return items.filter((one) => one.at > at || (one.at === at && keyOf(one) > key))
}

const keyOf = ({ factId, what }: Planned): string => `${factId} ${what}`

async function listAnswer(deps: PageDeps, request: PageRequest): Promise<Answer> {
  const shown = await shownTo(deps, request)
  const cursor = oneField(request.query, 'cursor')
  const rest = shown && after(shown.items, cursor)
  if (!shown || !rest) return { kind: 'not-found' }
  const { language } = request
  const texts = scheduledTexts[language]
  const items = rest.slice(0, onPage)
  const last = rest.length > onPage ? items.at(-1) : undefined
  const base = `/${language}/enterprises/${shown.view.number}`
  const list =
    shown.items.length === 0
      ? emptyState({ sentence: texts.empty })
      : html`${listHeader({
          text: countText(language, shown.items.length, texts.count),
          actions: [link(texts.download, `${base}/scheduled.csv`)],
        })}
        ${tableOf(shown, language, items)}
        ${listPages({
          language,
          first: cursor === null ? null : `${base}/scheduled`,
          next: last
            ? `${base}/scheduled?${new URLSearchParams({ cursor: encodeCursor([last.at, keyOf(last)]) }).toString()}`
            : null,
        })}`
  const main = html`<h1 class="govuk-heading-l">${texts.title}</h1>
    <p class="govuk-body">${texts.intro}</p>
    ${list}`
  const { view } = shown
  return deps.frame({ request, title: texts.title, main, view, section: 'managers', backPath: `${base}/managers` })
}

async function fileAnswer(deps: PageDeps, request: PageRequest): Promise<Answer> {
  const shown = await shownTo(deps, request)
  if (!shown) return { kind: 'not-found' }
  const { language } = request
  const texts = scheduledTexts[language]
  const { zone } = shown.view.catalogue.meta
  const rows = shown.items.map((item) => [
    dayOfItem(shown.view, item),
    texts.states[item.what],
    aboutText(shown, language, item),
    shown.nameOf(item.by) ?? '',
    dayOf(item.decidedAt, zone),
  ])
  const head = [texts.day, texts.what, texts.about, texts.decided, `${texts.decided} (${texts.day})`]
  const name = `${texts.fileName}-${shown.view.number}.csv`
  return { kind: 'file', name, type: 'text/csv; charset=utf-8', body: csvFile([head, ...rows]) }
}

/** U23: everything that begins or ends on a later day, as a page and as a file. */
export function scheduledPages(deps: PageDeps): PageRoute[] {
  return listWithFile({
    id: 'scheduled',
    path: '/enterprises/:enterprise/scheduled',
    states: ['empty', 'filled'],
    page: (request) => listAnswer(deps, request),
    file: (request) => fileAnswer(deps, request),
  })
}
