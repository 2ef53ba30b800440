import { twoDigits } from './calendar.ts'
import { dayOf, timeOf, yearMonthDay } from './civil-day.ts'
import type { CivilDay } from './civil-day.ts'
import { isoOf } from './instant.ts'
import type { Instant } from './instant.ts'
import type { Language } from './language.ts'

// Written out, not taken from Intl: a page must not change its words with the ICU data of the machine.
const months: Record<Language, string> = {
  nl: 'januari februari maart april mei juni juli augustus september oktober november december',
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
  de: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember',
  en: 'January February March April May June July August September October November December',
}

/** '21 november 2026', '21 novembre 2026' (the first is '1er'), '21. November 2026', '21 November 2026'. */
export function formatDay(day: CivilDay, language: Language): string {
  const { year, month, day: number } = yearMonthDay(day)
  return `${dayNumber(number, language)} ${months[language].split(' ')[month - 1]} ${year}`
}

function dayNumber(day: number, language: Language): string {
  if (language === 'de') return `${day}.`
  return language === 'fr' && day === 1 ? '1er' : String(day)
}

/** The day and the time on the wall of that zone: '21 november 2026, 14:05'. */
export function formatInstant(moment: Instant, zone: string, language: Language): string {
  const { hour, minute } = timeOf(moment, zone)
  return `${formatDay(dayOf(moment, zone), language)}, ${twoDigits(hour)}:${twoDigits(minute)}`
}

const offsets = new Map<string, Intl.DateTimeFormat>()

/** '2026-11-21T14:05:09+01:00': the time on the wall of the zone, with its offset; for files. */
export function isoWithOffset(at: Instant, zone: string): string {
  let format = offsets.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' })
    offsets.set(zone, format)
  }
  const named = format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT'
  const [, sign = '+', hours = '0', minutes = '0'] = /GMT([+-])(\d+):(\d+)/.exec(named) ?? []
  const shift = (Number(hours) * 60 + Number(minutes)) * 60_000 * (sign === '-' ? -1 : 1)
  const wall = isoOf((at + shift) as Instant).slice(0, 19)
  return `${wall}${sign}${hours.padStart(2, '0')}:${minutes.padStart(2, '0')}`
}
