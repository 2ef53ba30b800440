import { check97, digitsOf, spellGroups } from './digits.ts'
import type { Parsed } from '../ruling.ts'

declare const brand: unique symbol

/** Number of an establishment unit in the Belgian register: 10 digits, the first 2 to 8, the last two check digits. */
export type EstablishmentNumber = string & { readonly [brand]: 'EstablishmentNumber' }

export type EstablishmentNumberRefusal =
  | 'establishment-number-empty'
  | 'establishment-number-characters'
  | 'establishment-number-length'
  | 'establishment-number-start'
  | 'establishment-number-check'

const sequenceMin = 20_000_000
const sequenceMax = 89_999_999

/** Reads '2.175.653.085' and '2175653085'. Check digits as in the enterprise number. */
export function parseEstablishmentNumber(text: string): Parsed<EstablishmentNumber, EstablishmentNumberRefusal> {
  const typed = digitsOf(text)
  if (!typed.ok) return { ok: false, error: `establishment-number-${typed.error}` }
  const digits = typed.value
  if (digits.length !== 10) return { ok: false, error: 'establishment-number-length' }
  const sequence = Number(digits.slice(0, 8))
  if (sequence < sequenceMin || sequence > sequenceMax) return { ok: false, error: 'establishment-number-start' }
  if (check97(sequence) !== digits.slice(8)) return { ok: false, error: 'establishment-number-check' }
  return { ok: true, value: digits as EstablishmentNumber }
}

/** '2.175.653.085'. */
export function formatEstablishmentNumber(number: EstablishmentNumber): string {
  return `${number.slice(0, 1)}.${number.slice(1, 4)}.${number.slice(4, 7)}.${number.slice(7)}`
}

/** '2, 1 7 5, 6 5 3, 0 8 5': digit by digit, for screen readers. */
export function spellEstablishmentNumber(number: EstablishmentNumber): string {
  return spellGroups(formatEstablishmentNumber(number))
}

/** The number with this sequence (20,000,000 to 89,999,999) and its check digits; throws RangeError on another one. */
export function makeEstablishmentNumber(sequence: number): EstablishmentNumber {
  if (!Number.isInteger(sequence) || sequence < sequenceMin || sequence > sequenceMax) {
    throw new RangeError(`not a sequence of an establishment number: ${sequence}`)
  }
  return (String(sequence) + check97(sequence)) as EstablishmentNumber
}
