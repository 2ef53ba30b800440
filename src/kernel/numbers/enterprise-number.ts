import { check97, digitsOf, spellGroups } from './digits.ts'
import type { Parsed } from '../ruling.ts'

declare const brand: unique symbol

/** Number of an enterprise in the Belgian register: 10 digits, the first 0 or 1, the last two check digits. */
export type EnterpriseNumber = string & { readonly [brand]: 'EnterpriseNumber' }

export type EnterpriseNumberRefusal =
  | 'enterprise-number-empty'
  | 'enterprise-number-characters'
  | 'enterprise-number-length'
  | 'enterprise-number-start'
  | 'enterprise-number-check'

const sequenceMax = 19_999_999

/**
 * Reads '0123.456.749', '0123456749', 'BE 0123.456.749' and the nine digits used before 2005 ('123.456.749').
 * Check digits: 97 − (first eight mod 97) (KBO Technical User Manual for Data Reuse v20.4).
 */
export function parseEnterpriseNumber(text: string): Parsed<EnterpriseNumber, EnterpriseNumberRefusal> {
  // As programs write it, which ask far more often than people.
  const value = bareValue(text)
  if (value >= 0) return ofDigits(text, value)
  const typed = digitsOf(text.replace(/^\s{0,9}BE[ \u00a0\u202f.-]{0,3}(?=[0-9])/i, ''))
  if (!typed.ok) return { ok: false, error: `enterprise-number-${typed.error}` }
  // Nine digits that start with 0 are not an old number but a new one with a digit lost.
  const digits = /^[1-9][0-9]{8}$/.test(typed.value) ? `0${typed.value}` : typed.value
  return digits.length === 10 ? ofDigits(digits, Number(digits)) : { ok: false, error: 'enterprise-number-length' }
}

/** The value of ten digits of which the first is 0 or 1; −1 for anything else. */
function bareValue(text: string): number {
  if (text.length !== 10 || text.charCodeAt(0) > 0x31) return -1
  let value = 0
  for (let index = 0; index < 10; index++) {
    const digit = text.charCodeAt(index) - 0x30
    if (digit < 0 || digit > 9) return -1
    value = value * 10 + digit
  }
  return value
}

function ofDigits(digits: string, number: number): Parsed<EnterpriseNumber, EnterpriseNumberRefusal> {
  const check = number % 100
  const sequence = (number - check) / 100
  if (sequence < 1 || sequence > sequenceMax) return { ok: false, error: 'enterprise-number-start' }
  if (97 - (sequence % 97) !== check) return { ok: false, error: 'enterprise-number-check' }
  return { ok: true, value: digits as EnterpriseNumber }
}

/** '0123.456.749'. */
export function formatEnterpriseNumber(number: EnterpriseNumber): string {
  return `${number.slice(0, 4)}.${number.slice(4, 7)}.${number.slice(7)}`
}

/** '0 1 2 3, 4 5 6, 7 4 9': digit by digit, for screen readers. */
export function spellEnterpriseNumber(number: EnterpriseNumber): string {
  return spellGroups(formatEnterpriseNumber(number))
}

/** The number with this sequence (1 to 19,999,999) and its check digits; throws RangeError on another sequence. */
export function makeEnterpriseNumber(sequence: number): EnterpriseNumber {
  if (!Number.isInteger(sequence) || sequence < 1 || sequence > sequenceMax) {
    throw new RangeError(`not a sequence of an enterprise number: ${sequence}`)
  }
  return (String(sequence).padStart(8, '0') + check97(sequence)) as EnterpriseNumber
}
