import { dayMs, daysInMonth, epochDay, fromEpochDay, twoDigits } from './calendar.ts'
import type { Parsed } from './ruling.ts'

declare const brand: unique symbol

/** A moment: whole milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number & { readonly [brand]: 'Instant' }

export type InstantRefusal = 'instant-malformed'

/** The only source of the present; made where the parts are joined, moved by hand in tests. */
export type Clock = { now(): Instant }

/** The furthest moment that Intl can place in a time zone. */
const furthestMs = 8_640_000_000_000_000

/** Takes milliseconds since 1970 UTC as an Instant; throws RangeError on fractions, NaN and what no calendar can show. */
export function instant(ms: number): Instant {
  if (!Number.isInteger(ms) || Math.abs(ms) > furthestMs) throw new RangeError(`not an instant: ${ms}`)
  return (ms + 0) as Instant
}

const isoPattern = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(?:Z|([+-])(\d{2}):(\d{2}))$/

/**
 * Reads an ISO 8601 / RFC 3339 moment. The offset is required: a time without one is no moment.
 * Digits after the millisecond are cut off; leap seconds and 24:00 are refused.
 */
export function instantFromIso(text: string): Parsed<Instant, InstantRefusal> {
  const match = text.length > 40 ? null : isoPattern.exec(text)
  if (!match) return { ok: false, error: 'instant-malformed' }
  const field = (index: number): number => Number(match[index] ?? 0)
  const [year, month, day, hour, minute, second] = [field(1), field(2), field(3), field(4), field(5), field(6)]
  const [offsetHour, offsetMinute] = [field(9), field(10)]
  const exists = day >= 1 && day <= daysInMonth(year, month) && hour < 24 && minute < 60 && second < 60
  if (!exists || offsetHour > 23 || offsetMinute > 59) return { ok: false, error: 'instant-malformed' }
  const millisecond = Number((match[7] ?? '').padEnd(3, '0').slice(0, 3))
  const localMs = epochDay({ year, month, day }) * dayMs + ((hour * 60 + minute) * 60 + second) * 1000 + millisecond
  const offsetMs = (match[8] === '-' ? -1 : 1) * (offsetHour * 60 + offsetMinute) * 60_000
  return { ok: true, value: instant(localMs - offsetMs) }
}

/** '2026-11-21T13:05:00.000Z': always UTC, always milliseconds, so that texts sort as the moments do. */
export function isoOf(moment: Instant): string {
  const days = Math.floor(moment / dayMs)
  const ms = moment - days * dayMs
  const { year, month, day } = fromEpochDay(days)
  const time = [Math.floor(ms / 3_600_000), Math.floor(ms / 60_000) % 60, Math.floor(ms / 1000) % 60]
  const fraction = String(ms % 1000).padStart(3, '0')
  return `${isoYear(year)}-${twoDigits(month)}-${twoDigits(day)}T${time.map(twoDigits).join(':')}.${fraction}Z`
}

/** Years outside 0000–9999 take a sign and six digits (ISO 8601 expanded years, as ECMAScript writes them). */
function isoYear(year: number): string {
  if (year >= 0 && year <= 9999) return String(year).padStart(4, '0')
  return (year < 0 ? '-' : '+') + String(Math.abs(year)).padStart(6, '0')
}
