import { parseCivilDay, type CivilDay } from '#kernel'
import { faultOfNumber, keyIn, numberOf, type NumberedKind } from './numbers.ts'
import { shown } from './problems.ts'
import { isSuspect, type RowReader } from './rows.ts'
import { faultOfWidth, type Layout } from './tables.ts'

/** The oldest founding day that is taken for one: foundations and fabrics of churches reach far back. */
const firstYear = 1400

/** Years that days are kept of, so that each is read once. */
const yearsHeld = 800

/** Days as the register writes them, 'dd-mm-yyyy'. */
export class Days {
  /** What is wrong with the day that was read last. */
  fault = ''
  readonly #last: CivilDay
  readonly #known: (CivilDay | undefined)[] = Array.from({ length: yearsHeld * 12 * 31 })

  /** Days after the last one lie in the future of the set. */
  constructor(last: CivilDay) {
    this.#last = last
  }

  /** Null: it is none (`fault`). */
  read(text: string, start: number, end: number): CivilDay | null {
    const place = end - start === 10 ? placeOf(text, start) : -1
    const known = this.#known[place]
    if (known !== undefined) return known
    const read = readDay(text.slice(start, end))
    const fault = typeof read === 'string' ? read : this.#faultOf(read.day)
    if (typeof read === 'string' || fault !== null) {
      this.fault = fault ?? ''
      return null
    }
    if (place >= 0 && place < this.#known.length) this.#known[place] = read.day
    return read.day
  }

  #faultOf(day: CivilDay): string | null {
    if (day > this.#last) return 'lies after the day on which the set was made: correct the year'
    return Number(day.slice(0, 4)) < firstYear ? 'lies too far back: correct the year' : null
  }
}

/** A place of its own for each day that is written as 'dd-mm-yyyy' and may exist; -1 where it is written otherwise. */
function placeOf(text: string, start: number): number {
  const day = twoDigits(text, start)
  const month = twoDigits(text, start + 3)
  const year = twoDigits(text, start + 6) * 100 + twoDigits(text, start + 8)
  const isWritten = text.charCodeAt(start + 2) === hyphen && text.charCodeAt(start + 5) === hyphen
  const mayBe = day >= 1 && day <= 31 && month >= 1 && month <= 12 && year >= firstYear
  return isWritten && mayBe ? ((year - firstYear) * 12 + month - 1) * 31 + day - 1 : -1
}

const hyphen = 0x2d

/** NaN where two digits do not stand. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 0x30
  const ones = text.charCodeAt(at + 1) - 0x30
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN
}

export function readDay(text: string): { readonly day: CivilDay } | string {
  if (!/^\d{2}-\d{2}-\d{4}$/.test(text)) return 'is not a day: write it as dd-mm-yyyy'
  const parsed = parseCivilDay(text)
  return parsed.ok ? { day: parsed.value } : 'is no day of the calendar: correct it (dd-mm-yyyy)'
}

/** Reads the fields of the row that stands; the first one that is wrong is kept as `fault`. */
export class RowValues {
  fault: string | null = null
  readonly #row: RowReader
  readonly #layout: Layout
  readonly #columns: readonly string[]
  readonly #days: Days
  readonly #lastCodes: (string | undefined)[]

  constructor(row: RowReader, layout: Layout, columns: readonly string[], days: Days) {
    this.#row = row
    this.#layout = layout
    this.#columns = columns
    this.#days = days
    this.#lastCodes = columns.map(() => undefined)
  }

  /** Begins the row that stands; false: its form is wrong already. */
  begin(): boolean {
    this.fault = this.#row.fault ?? faultOfWidth(this.#row, this.#layout)
    return this.fault === null
  }

  refuse(column: number, what: string): void {
    this.fault ??= `${this.#columns[column]} ${what}`
  }

  /** A field as written; empty where there is nothing. */
  raw(column: number): string {
    return this.#row.field(this.#layout.places[column] ?? 0)
  }

  isEmpty(column: number): boolean {
    const place = this.#layout.places[column] ?? 0
    return this.#row.start(place) === this.#row.end(place)
  }

  /** A text of at most `max` characters; line breaks and tabs in it become spaces. */
  optional(column: number, max: number): string | null {
    const text = this.raw(column)
    if (text === '') return null
    // Only a text that is long in UTF-16 can be long in characters.
    if (text.length > max && [...text].length > max) {
      this.refuse(column, `is longer than ${max} characters: shorten it`)
      return null
    }
    return this.#row.doubtful && isSuspect(text) ? this.#plain(column, text) : text
  }

  required(column: number, max: number): string {
    const text = this.optional(column, max)
    if (text === null) this.refuse(column, 'is empty: fill it in')
    return text ?? ''
  }

  #plain(column: number, text: string): string {
    const plain = text.replaceAll(/\r\n|[\r\n\t]/g, ' ')
    if (isSuspect(plain)) this.refuse(column, 'holds control characters: take them out')
    return plain
  }

  /** A code of one of these signs: `pattern` says which, `what` in words. */
  code(column: number, pattern: RegExp, what: string): string {
    const text = this.raw(column)
    const last = this.#lastCodes[column]
    // The same few codes come again and again.
    if (last === text) return last
    if (pattern.test(text)) this.#lastCodes[column] = text
    else this.refuse(column, `${shown(text)} is not ${what}`)
    return text
  }

  /** Null: empty. */
  day(column: number): CivilDay | null {
    const place = this.#layout.places[column] ?? 0
    const [start, end] = [this.#row.start(place), this.#row.end(place)]
    if (start === end) return null
    const day = this.#days.read(this.#row.text, start, end)
    if (day === null) this.refuse(column, `${shown(this.raw(column))} ${this.#days.fault}`)
    return day
  }

  /** A number of the register; it is refused when it is none, or not of the kind asked. */
  number(column: number, kind: NumberedKind): string {
    const key = keyIn(this.#row, this.#layout.places[column] ?? 0)
    const fault = faultOfNumber(key, kind)
    if (fault !== null) this.refuse(column, `${shown(this.raw(column))} ${fault}`)
    return numberOf(Math.max(0, key))
  }
}
