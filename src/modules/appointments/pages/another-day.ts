import { factsOf, holdsAt, type Reader } from '#database'
import { dayEntry, seesOffices } from '#enterprises'
import { oneField, type Fields, type PageRequest } from '#http'
import {
  dayOf,
  endOfDay,
  enterpriseNumberFormat,
  formatDay,
  parseCivilDay,
  type CivilDay,
  type EnterpriseNumber,
  type Instant,
  type Language,
} from '#kernel'
import type { View } from '#operations'
import { button, dayField, errorList, folded, html, link, notificationBanner, toAddress, type Html } from '#ui'
import { anotherDayTexts } from '../texts/another-day.ts'

/** Whether what is shown is what is so now; then actions are offered. */
export const isToday = ({ now, shown }: View): boolean => now === shown

/** O5: what an address asks to see: today, another day, or what is no day. */
export interface AskedDay {
  readonly day: CivilDay | null
  readonly unreadable: boolean
}

/** The day of an address: '?day=2026-03-27', or the three boxes of the form. */
function askedDay(view: View, query: Fields): AskedDay {
  const text = oneField(query, 'day') ?? dayEntry.typed(query, 'day')
  if (text === undefined || text === '') return { day: null, unreadable: false }
  const parsed = parseCivilDay(text)
  if (!parsed.ok) return { day: null, unreadable: true }
  const today = dayOf(view.now, view.catalogue.meta.zone)
  return { day: parsed.value === today ? null : parsed.value, unreadable: false }
}

/** What there is to see on the day of an address. */
export interface OnDay {
  readonly asked: AskedDay
  /** As it stood then, with the viewer's powers of now; null: the register did not know the enterprise on that day. */
  readonly view: View | null
}

/**
 * O5, O6: the enterprise as it stood, or will stand by what is planned, at the last moment of the day that the address asks for, for
 * whoever sees the offices now; today, and to everybody else, as it stands now.
 */
export async function onDay(reader: Reader, view: View, query: Fields): Promise<OnDay> {
  const asked = seesOffices(view) ? askedDay(view, query) : { day: null, unreadable: false }
  if (asked.day === null) return { asked, view }
  const shown = (endOfDay(asked.day, view.catalogue.meta.zone) - 1) as Instant
  const record = view.facts.records.find((fact) => holdsAt(fact, shown))
  if (!record) return { asked, view: null }
  const [account] = await factsOf(reader).find('account', { enterprise_id: view.enterprise }, { at: shown })
  const stop = view.facts.stops.find((fact) => holdsAt(fact, shown))
  const numbers = enterpriseNumberFormat(view.catalogue.meta.enterpriseNumberFormat)
  const writtenNumber = numbers.format(record.number as EnterpriseNumber)
  return { asked, view: { ...view, record, account, stop, shown, writtenNumber } }
}

/** O7: which day it is, and the way back to today; nothing today. */
function banner(view: View, language: Language, { day }: AskedDay, path: string): Html | null {
  if (day === null) return null
  const texts = anotherDayTexts[language]
  const isPast = day < dayOf(view.now, view.catalogue.meta.zone)
  const written = formatDay(day, language)
  return notificationBanner({
    titleText: texts.bannerTitle,
    titleId: 'another-day-title',
    text: html`<p class="govuk-notification-banner__heading">${isPast ? texts.was(written) : texts.willBe(written)}</p>
      <p class="govuk-body">${isPast ? texts.wasMeans : texts.willBeMeans}</p>
      <p class="govuk-body">${link(texts.today, path)}</p>`,
  })
}

function boxesOf(query: Fields, { day }: AskedDay): { day: string; month: string; year: string } {
  const asked = day ?? oneField(query, 'day') ?? ''
  if (!/^\d{1,4}-\d{1,2}-\d{1,2}$/.test(asked)) return dayEntry.boxes(query, 'day')
  const [year = 0, month = 0, of = 0] = asked.split('-').map(Number)
  return { day: String(of), month: String(month), year: String(year) }
}

/** The form that asks for a day; folded away unless one was asked for. */
function form(language: Language, asked: AskedDay, { path, query }: Pick<PageRequest, 'path' | 'query'>): Html {
  const texts = anotherDayTexts[language]
  const fields = html`<form method="get" action="${toAddress(path)}">
    ${dayField({
      language,
      name: 'day',
      label: texts.field,
      hint: texts.hint,
      values: boxesOf(query, asked),
      ...(asked.unreadable ? { error: texts.wrongDay } : {}),
    })}
    ${button({ text: texts.button, classes: 'govuk-button--secondary' })}
  </form>`
  return asked.day === null && !asked.unreadable ? folded(texts.title, fields) : fields
}

const errors = (language: Language, { unreadable }: AskedDay): Html | null =>
  unreadable ? errorList(language, [{ field: 'day', text: anotherDayTexts[language].wrongDay }]) : null

/** '?day=2026-03-27' for what is shown beside the page: nothing today. */
const queryOf = ({ day }: AskedDay): string => (day === null ? '' : `?day=${day}`)

const notInRegister = (language: Language): Html =>
  html`<p class="govuk-body">${anotherDayTexts[language].notInRegister}</p>`

const notRegistered = (language: Language): Html =>
  html`<p class="govuk-body">${anotherDayTexts[language].notRegistered}</p>`

const toManagers = (language: Language): string => anotherDayTexts[language].managers

const isUnreadable = (view: View, query: Fields): boolean => seesOffices(view) && askedDay(view, query).unreadable

/** The parts of a page that can show another day. */
export const anotherDay = { toManagers, isUnreadable, banner, form, errors, queryOf, notInRegister, notRegistered }
