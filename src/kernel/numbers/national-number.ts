import { daysInMonth, twoDigits } from '../calendar.ts'
import { civilDay } from '../civil-day.ts'
import type { CivilDay } from '../civil-day.ts'
import { check97, digitsOf } from './digits.ts'
import type { Parsed } from '../ruling.ts'

declare const brand: unique symbol

/**
 * A person's Belgian number (INSZ / NISS), 11 digits: year, month and day of birth by two, a counter by three, two check
 * digits. Persons outside the national register have one of the same form with the month raised by 20 or 40 (BIS).
 */
export type NationalNumber = string & { readonly [brand]: 'NationalNumber' }

export type NationalNumberRefusal =
  | 'national-number-empty'
  | 'national-number-characters'
  | 'national-number-length'
  | 'national-number-birth'
  | 'national-number-counter'
  | 'national-number-check'

/** BIS: month + 20 while the sex is unknown, + 40 when it is known. */
export type BisKind = 'sex-unknown' | 'sex-known'

export type NationalNumberParts = {
  /** All four digits, 1900 to 2099. */
  readonly year: number
  /** 1 to 12, or 0 when unknown. */
  readonly month: number
  /** 1 to the length of the month, or 0 when unknown. */
  readonly day: number
  /** 1 to 998; odd for men, even for women. */
  readonly counter: number
  readonly bis?: BisKind | undefined
}

type Century = 1900 | 2000

/**
 * The century that the check digits prove, or null when they are wrong.
 *
 * Born before 2000 they are 97 − (n mod 97) over the first nine digits, from 2000 on the same over '2' and those nine.
 * Both never hold: the two sums differ by 2,000,000,000, which is 68 mod 97, and 68 is not 0.
 * But one wrong digit can name the other century: 6 × 10⁷ is 68 mod 97 too, so the number of somebody born in 1919 with
 * the year typed as 13 is a right number of 2013. No other single wrong digit passes.
 */
function provenCentury(digits: string): Century | null {
  const firstNine = Number(digits.slice(0, 9))
  const check = digits.slice(9)
  if (check97(firstNine) === check) return 1900
  return check97(2_000_000_000 + firstNine) === check ? 2000 : null
}

/** Month and day of birth as the digits say them, without what BIS adds; 0 is unknown. */
function monthAndDay(digits: string): { month: number; day: number } {
  const typedMonth = Number(digits.slice(2, 4))
  const raised = typedMonth >= 40 ? 40 : typedMonth >= 20 ? 20 : 0
  return { month: typedMonth - raised, day: Number(digits.slice(4, 6)) }
}

function isPlausibleBirth(year: number, month: number, day: number): boolean {
  if (month < 0 || month > 12 || day < 0) return false
  return day <= (month === 0 ? 31 : daysInMonth(year, month))
}

/** Reads '85.07.30-033.28', '85 07 30 033 28' and '85073003328'; also BIS numbers and unknown (00) months and days. */
export function parseNationalNumber(text: string): Parsed<NationalNumber, NationalNumberRefusal> {
  const typed = digitsOf(text)
  if (!typed.ok) return { ok: false, error: `national-number-${typed.error}` }
  const digits = typed.value
  if (digits.length !== 11) return { ok: false, error: 'national-number-length' }
  const century = provenCentury(digits)
  const { month, day } = monthAndDay(digits)
  // With wrong check digits the century is open: then only what exists in neither is called a wrong date. Of two years
  // with the same last digits the one of 2000 is a leap year whenever the one of 1900 is.
  if (!isPlausibleBirth((century ?? 2000) + Number(digits.slice(0, 2)), month, day)) {
    return { ok: false, error: 'national-number-birth' }
  }
  const counter = Number(digits.slice(6, 9))
  if (counter < 1 || counter > 998) return { ok: false, error: 'national-number-counter' }
  if (century === null) return { ok: false, error: 'national-number-check' }
  return { ok: true, value: digits as NationalNumber }
}

/** '85.07.30-033.28'. Shown only to whom may see it: the masked form is the normal one. */
export function formatNationalNumber(number: NationalNumber): string {
  return `${dottedBirth(number)}-${number.slice(6, 9)}.${number.slice(9)}`
}

/** '85.07.30-•••.••'. */
export function maskNationalNumber(number: NationalNumber): string {
  return `${dottedBirth(number)}-•••.••`
}

function dottedBirth(number: NationalNumber): string {
  return `${number.slice(0, 2)}.${number.slice(2, 4)}.${number.slice(4, 6)}`
}

/** The day of birth that the number tells, or null when it leaves the month or the day open. */
export function birthOf(number: NationalNumber): CivilDay | null {
  const century = provenCentury(number)
  if (century === null) throw new Error('a national number with wrong check digits was taken for a parsed one')
  const { month, day } = monthAndDay(number)
  if (month === 0 || day === 0) return null
  return civilDay({ year: century + Number(number.slice(0, 2)), month, day })
}

/** The number of these parts with its check digits; throws RangeError when the parts cannot be somebody's. */
export function makeNationalNumber({ year, month, day, counter, bis }: NationalNumberParts): NationalNumber {
  const whole = [year, month, day, counter].every(Number.isInteger)
  if (!whole || year < 1900 || year > 2099 || counter < 1 || counter > 998 || !isPlausibleBirth(year, month, day)) {
    throw new RangeError('not the parts of a national number')
  }
  const raised = bis === 'sex-known' ? 40 : bis === 'sex-unknown' ? 20 : 0
  const birth = twoDigits(year % 100) + twoDigits(month + raised) + twoDigits(day)
  const firstNine = birth + String(counter).padStart(3, '0')
  const check = check97((year >= 2000 ? 2_000_000_000 : 0) + Number(firstNine))
  return (firstNine + check) as NationalNumber
}

/** A number that is published as an example (stdnum be.nn), as people write it: for hints and error texts. */
export const exampleNationalNumber = '85.07.30-033.28'
