import type { HistoryFilters } from '#audit'
import { allFields, oneField, type Fields, type PageRequest } from '#http'
import { endOfDay, isUuid, parseCivilDay, startOfDay, type Instant, type Language, type PersonId } from '#kernel'
import type { View } from '#operations'
import { enterprisePower } from '#rights'
import { dayField, selectField, type Content, type FieldError } from '#ui'
import type { NameOf } from '../../queries.ts'
import { enterpriseTexts } from '../../texts/index.ts'
import { dayBoxes, typedDay } from '../wording.ts'

/** Representatives, the chief and co-chiefs see all that happened; everybody else what they did and what was done to them (I1). */
export const seesWholeHistory = (view: View): boolean =>
  view.authority.representations.length > 0 || enterprisePower(view.authority) !== undefined

/** What this viewer may see at all, before any filter. */
export const scopeOf = (view: View): HistoryFilters => (seesWholeHistory(view) ? {} : { personId: view.actor.person })

export interface Asked {
  /** What is shown: what was asked for, within what the viewer may see. */
  readonly filters: HistoryFilters
  readonly errors: readonly FieldError[]
  /** Whether anything was asked for. */
  readonly filtered: boolean
}

function momentIn(
  view: View,
  query: Fields,
  name: 'from' | 'until',
): { at?: Instant; typed: boolean; readable: boolean } {
  const text = typedDay(query, name)
  if (text === undefined) return { typed: false, readable: true }
  const day = parseCivilDay(text)
  if (!day.ok) return { typed: true, readable: false }
  const { zone } = view.catalogue.meta
  return { at: name === 'from' ? startOfDay(day.value, zone) : endOfDay(day.value, zone), typed: true, readable: true }
}

/** Reads the filters of the address. A filter that cannot be read is an error at its field, and filters nothing. */
export function askedFilters(view: View, request: PageRequest): Asked {
  const { query, language } = request
  const texts = enterpriseTexts[language].history
  const event = oneField(query, 'event') ?? ''
  const person = oneField(query, 'person') ?? ''
  const from = momentIn(view, query, 'from')
  const until = momentIn(view, query, 'until')
  const errors: FieldError[] = []
  if (!from.readable) errors.push({ field: 'from', text: texts.wrongDay })
  if (!until.readable) errors.push({ field: 'until', text: texts.wrongDay })
  const reversed = from.at !== undefined && until.at !== undefined && until.at <= from.at
  if (reversed) errors.push({ field: 'until', text: texts.reversed })
  const choosesPerson = seesWholeHistory(view) && isUuid(person)
  const filters: HistoryFilters = {
    ...(event === '' ? {} : { event }),
    ...(choosesPerson ? { personId: person as PersonId } : {}),
    ...(from.at === undefined || reversed ? {} : { from: from.at }),
    ...(until.at === undefined || reversed ? {} : { until: until.at }),
    ...scopeOf(view),
  }
  return { filters, errors, filtered: event !== '' || choosesPerson || from.typed || until.typed }
}

const filterNames = [
  'event',
  'person',
  ...['from', 'until'].flatMap((name) => ['day', 'month', 'year'].map((part) => `${name}-${part}`)),
]

/** The same filters as a query, with the cursor of another page. */
export function queryWith(query: Fields, cursor: string | null): string {
  const pairs = filterNames.flatMap((name) =>
    allFields(query, name)
      .filter((value) => value !== '')
      .map((value): [string, string] => [name, value]),
  )
  if (cursor !== null) pairs.push(['cursor', cursor])
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs).toString()}`
}

/** The fields that ask for filters, with what was asked for in them. */
export function filterFields(
  view: View,
  asked: { language: Language; query: Fields; errors: readonly FieldError[] },
  choices: { events: readonly { code: string; text: string }[]; persons: readonly PersonId[]; nameOf: NameOf },
): Content[] {
  const { language, query, errors } = asked
  const texts = enterpriseTexts[language].history
  const errorOf = (field: string) => {
    const error = errors.find((one) => one.field === field)?.text
    return error === undefined ? {} : { error }
  }
  const persons = choices.persons
    .map((id) => ({ value: id, text: choices.nameOf(id) ?? enterpriseTexts[language].unnamed }))
    .toSorted((one, other) => one.text.localeCompare(other.text, language))
  const events = choices.events
    .map(({ code, text }) => ({ value: code, text }))
    .toSorted((one, other) => one.text.localeCompare(other.text, language))
  const value = (name: string): string => oneField(query, name) ?? ''
  return [
    selectField({
      language,
      name: 'event',
      label: texts.event,
      items: [{ value: '', text: texts.anyEvent }, ...events],
      value: value('event'),
    }),
    seesWholeHistory(view)
      ? selectField({
          language,
          name: 'person',
          label: texts.person,
          items: [{ value: '', text: texts.anyPerson }, ...persons],
          value: value('person'),
        })
      : null,
    dayField({ language, name: 'from', label: texts.from, values: dayBoxes(query, 'from'), ...errorOf('from') }),
    dayField({
      language,
      name: 'until',
      label: texts.until,
      hint: texts.untilHint,
      values: dayBoxes(query, 'until'),
      ...errorOf('until'),
    }),
  ]
}
