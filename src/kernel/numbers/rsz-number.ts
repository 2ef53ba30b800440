import { digitsOf } from './digits.ts'
import type { Parsed } from '../ruling.ts'

declare const brand: unique symbol

/**
 * Number of an employer at the social security office (RSZ / ONSS): seven digits and two check digits, or, while it is
 * provisional, eight digits of which the first is 5 and two check digits.
 */
export type RszNumber = string & { readonly [brand]: 'RszNumber' }

export type RszNumberRefusal =
  'rsz-number-empty' | 'rsz-number-characters' | 'rsz-number-length' | 'rsz-number-range' | 'rsz-number-check'

/** Without check digits, as in the DmfA glossary 2023/2, zones 00011 and 00948. */
const ordinary = { min: 1_000, max: 1_999_999 }
const provisional = { min: 50_000_001, max: 59_999_999 }

function isWithin(range: { min: number; max: number }, n: number): boolean {
  return Number.isInteger(n) && n >= range.min && n <= range.max
}

/** 96 − (100 n mod 97), and 97 when that gives 0; reproduces the four bounds of the glossary. */
function rszCheck(n: number): string {
  return String(96 - ((100 * n) % 97) || 97).padStart(2, '0')
}

/** Reads '1471015-66' and '147101566', and provisional ones of ten digits; leading zeros are part of the number. */
export function parseRszNumber(text: string): Parsed<RszNumber, RszNumberRefusal> {
  const typed = digitsOf(text)
  if (!typed.ok) return { ok: false, error: `rsz-number-${typed.error}` }
  const digits = typed.value
  if (digits.length !== 9 && digits.length !== 10) return { ok: false, error: 'rsz-number-length' }
  const n = Number(digits.slice(0, -2))
  const range = digits.length === 9 ? ordinary : provisional
  if (!isWithin(range, n)) return { ok: false, error: 'rsz-number-range' }
  if (rszCheck(n) !== digits.slice(-2)) return { ok: false, error: 'rsz-number-check' }
  return { ok: true, value: digits as RszNumber }
}

/** '1471015-66'; provisional '50000001-20'. */
export function formatRszNumber(number: RszNumber): string {
  return `${number.slice(0, -2)}-${number.slice(-2)}`
}

/** The number of this sequence: 1,000 to 1,999,999, or 50,000,001 to 59,999,999 for a provisional one; else RangeError. */
export function makeRszNumber(sequence: number): RszNumber {
  if (!isWithin(ordinary, sequence) && !isWithin(provisional, sequence)) {
    throw new RangeError(`not a sequence of an RSZ number: ${sequence}`)
  }
  return (String(sequence).padStart(7, '0') + rszCheck(sequence)) as RszNumber
}
