// Arithmetic of the proleptic Gregorian calendar on whole numbers: no clock, no time zone, and none of Date's
// special cases (the years 0 to 99, the silent roll-over of 31 April).

export const dayMs = 86_400_000

export type YearMonthDay = { readonly year: number; readonly month: number; readonly day: number }

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

/** Number of days of a month (1 to 12); 0 for a month that does not exist. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0
}

/** Days from 1970-01-01 to this day; negative before. */
export function epochDay({ year, month, day }: YearMonthDay): number {
  // Counting years from March puts the leap day last, so the months before it have fixed lengths.
  const marchYear = month > 2 ? year : year - 1
  const marchMonth = (month + 9) % 12
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400)
  return 365 * marchYear + leapDays + Math.floor((153 * marchMonth + 2) / 5) + day - 1 - 719_468
}

/** The day that lies so many days after 1970-01-01: the inverse of epochDay. */
export function fromEpochDay(days: number): YearMonthDay {
  const year = yearOfEpochDay(days)
  let rest = days - epochDay({ year, month: 1, day: 1 })
  let month = 1
  while (rest >= daysInMonth(year, month)) {
    rest -= daysInMonth(year, month)
    month += 1
  }
  return { year, month, day: rest + 1 }
}

function yearOfEpochDay(days: number): number {
  // 146,097 days are 400 years exactly; the estimate is at most one year off.
  let year = 1970 + Math.floor((days * 400) / 146_097)
  while (epochDay({ year: year + 1, month: 1, day: 1 }) <= days) year += 1
  while (epochDay({ year, month: 1, day: 1 }) > days) year -= 1
  return year
}

export function twoDigits(n: number): string {
  return String(n).padStart(2, '0')
}
