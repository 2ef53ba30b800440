import { dayText, lastDayText } from '#enterprises'
import { oneField, type Fields } from '#http'
import { operationTexts } from '#operations'
import {
  button,
  countText,
  dataTable,
  emptyState,
  filteredList,
  html,
  join,
  link,
  listHeader,
  listPages,
  selectField,
  stateTag,
  textField,
  uiTexts,
  type Html,
} from '#ui'
import {
  countUsers,
  usersPage,
  userSorts,
  userStates,
  type UserFilters,
  type UserLine,
  type UserScope,
  type UserSort,
} from '../queries.ts'
import { managesGroup } from './sight.ts'
import { namesIn, type Turn } from './turn.ts'
import { endOfDayIn } from './wording.ts'

const linesOnPage = 50
/** How many lines are read at once where all of them are asked. */
const linesAtOnce = 500
const nameLengthMax = 100
const soonDays = 30

export interface ListChoice {
  readonly filters: UserFilters
  readonly sort: UserSort
}

/** What the address asks of the list; what it cannot mean is as if it were not there. */
export function choiceOf(query: Fields): ListChoice {
  const service = oneField(query, 'service') ?? ''
  const state = userStates.find((one) => one === oneField(query, 'state')) ?? null
  const sort = userSorts.find((one) => one === oneField(query, 'sort')) ?? 'name'
  const name = (oneField(query, 'name') ?? '').replaceAll('\0', '').trim().slice(0, nameLengthMax)
  return { filters: { name, state, service: /^[a-z0-9][a-z0-9-]{0,63}$/.test(service) ? service : null }, sort }
}

export function scopeOf({ view }: Turn, capacities: readonly string[] | null): UserScope {
  return { enterprise: view.enterprise, capacities, now: view.now, soon: endOfDayIn(view, soonDays) }
}

function address(path: string, { filters, sort }: ListChoice, more: Readonly<Record<string, string>> = {}): string {
  const { name, service, state } = filters
  const query = new URLSearchParams({
    ...(name === '' ? {} : { name }),
    ...(service === null ? {} : { service }),
    ...(state === null ? {} : { state }),
    ...(sort === 'name' ? {} : { sort }),
    ...more,
  })
  return query.size === 0 ? path : `${path}?${query.toString()}`
}

/** Every line that the filters keep, read in stretches. */
export async function everyLine(turn: Turn, scope: UserScope, { filters, sort }: ListChoice): Promise<UserLine[]> {
  const lines: UserLine[] = []
  let after: string | null = null
  do {
    const page: { items: UserLine[]; next: string | null } = await usersPage(turn.deps.store.reader, scope, filters, {
      sort,
      after,
      limit: linesAtOnce,
    })
    lines.push(...page.items)
    after = page.next
  } while (after !== null)
  return lines
}

function nameOfLine({ givenName, familyName }: UserLine): string | null {
  return givenName === null || familyName === null ? null : `${givenName} ${familyName}`
}

/** The words for what a membership is at; several can hold at once. */
export function statesOf(turn: Turn, line: Pick<UserLine, 'since' | 'until' | 'blocks'>) {
  const { view, texts } = turn
  const { tags } = texts.list
  const states: { kind: 'allowed' | 'waiting' | 'blocked'; text: string }[] = []
  if (line.blocks.includes('')) states.push({ kind: 'blocked', text: tags.blockedEverywhere })
  else if (line.blocks.length > 0) states.push({ kind: 'blocked', text: tags.blocked })
  if (line.since > view.now) states.push({ kind: 'waiting', text: tags.planned })
  else if (states.length === 0) states.push({ kind: 'allowed', text: tags.active })
  const ends = line.since <= view.now && line.until !== null && line.until <= endOfDayIn(view, soonDays)
  if (ends) states.push({ kind: 'waiting', text: tags.ending })
  return states
}

/** One service with its own dates, where they are not those of the membership. */
function serviceText(turn: Turn, line: UserLine, given: UserLine['services'][number]): string {
  const { view, language, texts } = turn
  const name = namesIn(view.catalogue, language).service(given.service)
  const begins = given.from > view.now && given.from !== line.since
  const dates = [
    begins ? texts.list.fromDay(dayText(view, language, given.from)) : '',
    given.until !== null && given.until !== line.until
      ? texts.list.untilDay(lastDayText(view, language, given.until))
      : '',
  ].filter(Boolean)
  return dates.length === 0 ? name : `${name} (${dates.join(', ')})`
}

export const servicesText = (turn: Turn, line: UserLine): string[] =>
  line.services.map((given) => serviceText(turn, line, given)).toSorted((one, other) => (one < other ? -1 : 1))

function actions(turn: Turn, line: UserLine, name: string): Html {
  const { base, texts, view } = turn
  const { see, seeAbout, change, changeAbout } = texts.list
  const group = namesIn(view.catalogue, turn.language).capacity(line.capacity)
  const eye = link(see, `${base}/persons/${line.person}`, { visuallyHiddenText: seeAbout(name) })
  const pencil = managesGroup(view, line.capacity)
    ? link(change, `${base}/groups/${line.capacity}/users/${line.person}`, {
        visuallyHiddenText: changeAbout({ name, group }),
      })
    : null
  return join([eye, pencil], html`<br />`)
}

function table(turn: Turn, lines: readonly UserLine[], showsGroup: boolean): Html {
  const { texts, language, view } = turn
  const t = texts.list
  const names = namesIn(view.catalogue, language)
  const rows = lines.map((line) => {
    const name = nameOfLine(line) ?? operationTexts[language].words.thisPerson
    const services = servicesText(turn, line)
    return [
      { text: name },
      ...(showsGroup ? [{ text: names.capacity(line.capacity) }] : []),
      { text: services.length === 0 ? t.noServices : join(services, ', ') },
      { text: dayText(view, language, line.since) },
      { text: line.until === null ? t.noEnd : lastDayText(view, language, line.until) },
      {
        text: join(
          statesOf(turn, line).map(({ kind, text }) => stateTag(kind, text)),
          ' ',
        ),
      },
      { text: actions(turn, line, name) },
    ]
  })
  const head = [t.name, ...(showsGroup ? [t.group] : []), t.services, t.since, t.until, t.state]
  return dataTable({
    caption: t.caption,
    captionClasses: 'govuk-visually-hidden',
    firstCellIsHeader: true,
    head: [
      ...head.map((text) => ({ text })),
      { text: html`<span class="govuk-visually-hidden">${uiTexts[language].actions}</span>` },
    ],
    rows,
  })
}

function filterFields(turn: Turn, choice: ListChoice, services: readonly string[]): Html[] {
  const { language, texts, view } = turn
  const t = texts.list
  const names = namesIn(view.catalogue, language)
  const { name, service, state } = choice.filters
  return [
    textField({ language, name: 'name', label: t.name, hint: t.nameHint, value: name, autocomplete: 'off' }),
    selectField({
      language,
      name: 'service',
      label: t.service,
      items: [
        { value: '', text: t.anyService },
        ...services.map((code) => ({ value: code, text: names.service(code) })),
      ],
      value: service ?? '',
    }),
    selectField({
      language,
      name: 'state',
      label: t.state,
      items: [{ value: '', text: t.anyState }, ...userStates.map((one) => ({ value: one, text: t.states[one] }))],
      value: state ?? '',
    }),
    selectField({
      language,
      name: 'sort',
      label: t.sort,
      items: userSorts.map((one) => ({ value: one, text: t.sorts[one] })),
      value: choice.sort,
    }),
  ]
}

export interface ListPlace {
  /** Where the list stands, with its language. */
  readonly path: string
  /** Where the same list is downloaded. */
  readonly file: string
  readonly capacities: readonly string[] | null
  /** The services that the filter offers. */
  readonly services: readonly string[]
  readonly showsGroup: boolean
  readonly empty: string
  readonly add?: { readonly text: string; readonly href: string }
}

function countOf(turn: Turn, count: { memberships: number; persons: number }): string {
  const { language, texts } = turn
  const persons = countText(language, count.persons, texts.list.count)
  if (count.memberships === count.persons) return persons
  return texts.list.memberships(persons, countText(language, count.memberships, texts.list.membershipForms))
}

/** The users of one group or of several: the count first, filters as a form, pages of 50 or all of them to print. */
export async function userList(turn: Turn, place: ListPlace): Promise<Html> {
  const { deps, request, language, texts } = turn
  const t = texts.list
  const choice = choiceOf(request.query)
  const scope = scopeOf(turn, place.capacities)
  const all = oneField(request.query, 'all') === 'yes'
  const after = oneField(request.query, 'after')
  const count = await countUsers(deps.store.reader, scope, choice.filters)
  const { items, next } = all
    ? { items: await everyLine(turn, scope, choice), next: null }
    : await usersPage(deps.store.reader, scope, choice.filters, { sort: choice.sort, after, limit: linesOnPage })
  const filtered = address(place.path, { ...choice, sort: 'name' }) !== place.path
  if (count.memberships === 0 && !filtered) {
    return emptyState({ sentence: place.empty, ...(place.add ? { button: place.add } : {}) })
  }
  const download = [
    link(t.download, address(place.file, choice)),
    all ? link(t.inPages, address(place.path, choice)) : link(t.print, address(place.path, choice, { all: 'yes' })),
  ]
  const list = html`${listHeader({ text: countOf(turn, count), actions: count.memberships > 0 ? download : [] })}
  ${items.length === 0 ? emptyState({ sentence: t.noneFit }) : table(turn, items, place.showsGroup)}
  ${listPages({
    language,
    first: after === null || all ? null : address(place.path, choice),
    next: next === null ? null : address(place.path, choice, { after: next }),
  })}`
  const fields = filterFields(turn, choice, place.services)
  const shown = filteredList({ language, action: place.path, fields, clear: filtered ? place.path : null, list })
  return html`${place.add ? button(place.add) : null}${shown}`
}
