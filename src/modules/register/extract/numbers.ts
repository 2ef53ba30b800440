import type { EntityKind } from '../entry.ts'
import type { RowReader } from './rows.ts'

/** A number of the register as a whole number of ten digits: how rows are put in order. */
export type Key = number

/** Comes after every number. */
export const endKey = Infinity
/** Not a number of the register, or one whose check digits are wrong. */
const notANumber = -1
const wrongCheckDigits = -2

const zero = 0x30
const dot = 0x2e

export const kindOf = (key: Key): EntityKind =>
  key < 2_000_000_000 ? 'enterprise' : key < 9_000_000_000 ? 'establishment' : 'branch'

/** '00000' to '99999': two of them make a number, which is far faster than writing a number of ten digits. */
const halves: string[] = Array.from({ length: 100_000 }, (_, half) => String(half).padStart(5, '0'))

/** Ten digits without dots. */
export function numberOf(key: Key): string {
  const upper = Math.floor(key / 100_000)
  return `${halves[upper]}${halves[key - upper * 100_000]}`
}

/** '0123.456.749', '2.175.653.085', or the ten digits alone; negative where there is no such number. */
export function keyOf(text: string, start: number, end: number): Key {
  const length = end - start
  if (length < 10 || length > 13 || length === 11) return notANumber
  let key = 0
  let digits = 0
  for (let at = start; at < end; at++) {
    const sign = text.charCodeAt(at)
    if (sign === dot) {
      // From the right, dots stand before the third, the sixth and (but in an enterprise number) the ninth digit.
      const right = end - at
      if (length === 10 || (right !== 4 && right !== 8 && !(right === 12 && length === 13))) return notANumber
      continue
    }
    const digit = sign - zero
    if (digit < 0 || digit > 9) return notANumber
    key = key * 10 + digit
    digits++
  }
  return digits === 10 ? checked(key) : notANumber
}

/** Check digits: 97 − (first eight mod 97); a branch's number is no official one, and nothing says that it has them. */
function checked(key: Key): Key {
  const sequence = Math.floor(key / 100)
  if (sequence === 0) return notANumber
  return key >= 9_000_000_000 || 97 - (sequence % 97) === key % 100 ? key : wrongCheckDigits
}

export const keyIn = (row: RowReader, index: number): Key =>
  row.count > index ? keyOf(row.text, row.start(index), row.end(index)) : notANumber

/** The key of a number asked for by the product; throws RangeError for what is none, a fault of the caller. */
export function keyOfNumber(number: string): Key {
  const key = Number(number)
  if (!/^\d{10}$/.test(number)) throw new RangeError(`ten digits are asked, not ${number.length} characters`)
  return key
}

/** Which enterprises have a row: a bit for each sequence (the first eight digits). */
export class EnterpriseSet {
  readonly #bits = new Uint8Array(20_000_000 / 8)

  add(key: Key): void {
    const sequence = Math.floor(key / 100)
    this.#bits[sequence >> 3] = (this.#bits[sequence >> 3] ?? 0) | (1 << (sequence & 7))
  }

  has(number: string): boolean {
    const sequence = Math.floor(Number(number) / 100)
    return sequence < 20_000_000 && ((this.#bits[sequence >> 3] ?? 0) & (1 << (sequence & 7))) !== 0
  }
}

const ranges = {
  'an enterprise': [0, 2_000_000_000],
  'an establishment unit': [2_000_000_000, 9_000_000_000],
  'a branch': [9_000_000_000, 10_000_000_000],
} as const

export type NumberedKind = keyof typeof ranges

/** What is wrong with a number as the number of something of that kind; null: nothing. */
export function faultOfNumber(key: Key, kind: NumberedKind | null): string | null {
  if (key === wrongCheckDigits) return 'has wrong check digits: correct the number'
  if (key === notANumber) return 'is not a number of the register: write it as 0123.456.749 or 2.175.653.085'
  if (kind === null) return null
  const [from, to] = ranges[kind]
  return key >= from && key < to ? null : `is not the number of ${kind}: put the row in the right file`
}
