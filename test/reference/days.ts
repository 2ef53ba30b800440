import type { Moment } from './words.ts'

const hour = 3_600_000
const memo = new Map<string, Moment>()

/** The moment at which a clock on the wall of that zone shows midnight at the start of the day: found by trying. */
export function midnight(day: string, zone: string): Moment {
  const known = memo.get(zone + day)
  if (known !== undefined) return known
  const wall = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' })
  const utc = Date.parse(`${day}T00:00:00Z`)
  for (let offset = -14; offset <= 14; offset++) {
    const moment = utc - offset * hour
    if (wall.format(moment) !== `${day} 00:00:00`) continue
    memo.set(zone + day, moment)
    return moment
  }
  throw new RangeError(`${day} has no midnight in ${zone}`)
}

const calendars = new Map<string, Intl.DateTimeFormat>()

export function dayOf(moment: Moment, zone: string): string {
  const calendar = calendars.get(zone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' })
  calendars.set(zone, calendar)
  return calendar.format(moment)
}

export const daysLater = (day: string, count: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + count * 24 * hour).toISOString().slice(0, 10)

/** The last day of a period is included: it ends when the next day begins. */
export const endOf = (day: string, zone: string): Moment => midnight(daysLater(day, 1), zone)
