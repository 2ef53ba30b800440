import { dayMs, daysInMonth, epochDay, fromEpochDay, twoDigits } from './calendar.ts'
import type { YearMonthDay } from './calendar.ts'
import { instant } from './instant.ts'
import type { Instant } from './instant.ts'
import type { Parsed } from './ruling.ts'

declare const brand: unique symbol

/** A day of the calendar as people write it on a form, 'YYYY-MM-DD', years 1000 to 9999; compare as text. */
export type CivilDay = string & { readonly [brand]: 'CivilDay' }

export type CivilDayRefusal = 'civil-day-empty' | 'civil-day-malformed' | 'civil-day-nonexistent'

/**
 * Reads a day as '2026-11-21', or day first as Belgians write it: '21/11/2026', '21-11-2026', '21.11.2026', '1/2/2026'.
 * Refuses days that do not exist (31 April) and years before 1000.
 */
export function parseCivilDay(text: string): Parsed<CivilDay, CivilDayRefusal> {
  if (text.length > 40) return { ok: false, error: 'civil-day-malformed' }
  const typed = text.trim()
  if (typed === '') return { ok: false, error: 'civil-day-empty' }
  const parts = ymdOf(typed)
  if (!parts) return { ok: false, error: 'civil-day-malformed' }
  const { year, month, day } = parts
  if (year < 1000 || day < 1 || day > daysInMonth(year, month)) return { ok: false, error: 'civil-day-nonexistent' }
  return { ok: true, value: civilDay(parts) }
}

function ymdOf(typed: string): YearMonthDay | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(typed)
  if (iso) return { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) }
  const dayFirst = /^(\d{1,2})([-./ ])(\d{1,2})\2(\d{4})$/.exec(typed)
  if (dayFirst) return { year: Number(dayFirst[4]), month: Number(dayFirst[3]), day: Number(dayFirst[1]) }
  return null
}

/** Writes an existing day; throws RangeError when the year leaves 1000–9999. */
export function civilDay({ year, month, day }: YearMonthDay): CivilDay {
  if (year < 1000 || year > 9999) throw new RangeError(`a civil day lies in the years 1000 to 9999, not in ${year}`)
  return `${year}-${twoDigits(month)}-${twoDigits(day)}` as CivilDay
}

export function yearMonthDay(day: CivilDay): YearMonthDay {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)) }
}

/** The day n days later (earlier when n is negative); throws RangeError outside the years 1000 to 9999. */
export function addDays(day: CivilDay, n: number): CivilDay {
  if (!Number.isInteger(n)) throw new RangeError(`days are added in whole numbers, not ${n}`)
  return civilDay(fromEpochDay(epochDay(yearMonthDay(day)) + n))
}

/** The first moment of a day in a zone (an IANA name; an unknown one throws RangeError). */
export function startOfDay(day: CivilDay, zone: string): Instant {
  return startOfEpochDay(epochDay(yearMonthDay(day)), zone)
}

/** The first moment of the next day: a fact valid until endOfDay(day) holds on the whole of that day, and no longer. */
export function endOfDay(day: CivilDay, zone: string): Instant {
  return startOfEpochDay(epochDay(yearMonthDay(day)) + 1, zone)
}

/** The day that a calendar on the wall of that zone shows at that moment. */
export function dayOf(moment: Instant, zone: string): CivilDay {
  return civilDay(fromEpochDay(Math.floor(wallMs(moment, zone) / dayMs)))
}

/** Hour and minute on a clock on the wall of that zone. */
export function timeOf(moment: Instant, zone: string): { hour: number; minute: number } {
  const minutes = Math.floor((wallMs(moment, zone) % dayMs) / 60_000)
  return { hour: Math.floor(minutes / 60), minute: minutes % 60 }
}

function startOfEpochDay(days: number, zone: string): Instant {
  const midnight = days * dayMs
  // Around a midnight only two offsets can apply: the one of the day before and the one of the day after.
  const offsets = [midnight + dayMs, midnight - dayMs].map((ms) => wallMs(ms, zone) - ms)
  for (const offset of offsets) {
    if (wallMs(midnight - offset, zone) === midnight) return instant(midnight - offset)
  }
  return firstMomentFrom(midnight, zone)
}

/** Where clocks jump over midnight (Beirut, Havana; Apia lost a whole day in 2011), the day starts where they land. */
function firstMomentFrom(midnight: number, zone: string): Instant {
  let before = midnight - 2 * dayMs
  let after = midnight + 2 * dayMs
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (wallMs(middle, zone) >= midnight) after = middle
    else before = middle
  }
  return instant(after)
}

/** What the wall clock shows, written as if it were UTC: milliseconds. */
function wallMs(ms: number, zone: string): number {
  // '11/21/2026, 13:05:00': to take the text apart takes half the time of asking for its parts.
  const shown = wallFormat(zone).format(ms).split(/\D+/).map(Number)
  const [month = 0, day = 0, year = 0, hour = 0, minute = 0, second = 0] = shown
  const millisecond = ((ms % 1000) + 1000) % 1000
  return epochDay({ year, month, day }) * dayMs + ((hour * 60 + minute) * 60 + second) * 1000 + millisecond
}

const wallFormats = new Map<string, Intl.DateTimeFormat>()

function wallFormat(zone: string): Intl.DateTimeFormat {
  const known = wallFormats.get(zone)
  if (known) return known
  const numeric = 'numeric' as const
  const fields = { year: numeric, month: numeric, day: numeric, hour: numeric, minute: numeric, second: numeric }
  const made = new Intl.DateTimeFormat('en-US', { ...fields, timeZone: zone, hourCycle: 'h23', calendar: 'gregory' })
  wallFormats.set(zone, made)
  return made
}
