import { check97, digitsOf } from './digits.ts'
import {
  formatEnterpriseNumber,
  makeEnterpriseNumber,
  parseEnterpriseNumber,
  spellEnterpriseNumber,
  type EnterpriseNumber,
  type EnterpriseNumberRefusal,
} from './enterprise-number.ts'
import type { Parsed } from '../ruling.ts'

/** How the last digits follow from those before: not at all, two digits 97 − (n mod 97), or one digit by Luhn (ISO/IEC 7812-1). */
export const numberChecks = ['none', 'mod97', 'luhn'] as const

/** The number format of a register, as a catalogue describes it. */
export interface EnterpriseNumberShape {
  /** How many digits, check digits included. */
  readonly digits: number
  /** How many of them stand together; their sum is `digits`. */
  readonly groups: readonly number[]
  readonly separator: '.' | ' ' | '-'
  /** Capitals before the number: written by the product, and read with and without; null: none. */
  readonly prefix: string | null
  /** The digits with which a number may start; null: every one. */
  readonly starts: readonly string[] | null
  readonly check: (typeof numberChecks)[number]
}

/** What a catalogue says of the numbers of enterprises: the Belgian register's own, with its history, or a shape. */
export type EnterpriseNumberDescription = 'kbo' | EnterpriseNumberShape

/** How the enterprises of one catalogue are numbered: chosen once from the catalogue, and passed to whoever reads or writes a number. */
export interface EnterpriseNumberFormat {
  /** How many digits, check digits included. */
  readonly digits: number
  /** The digits with which a number may start; null: every one. */
  readonly starts: readonly string[] | null
  /** A number as people write it, for hints. */
  readonly example: string
  /** Reads a number as people type it, with and without separators; hostile input gives a refusal. */
  parse(text: string): Parsed<EnterpriseNumber, EnterpriseNumberRefusal>
  /** As people write it: '0123.456.749'. */
  format(number: EnterpriseNumber): string
  /** Digit by digit with pauses between the groups, for screen readers: '0 1 2 3, 4 5 6, 7 4 9'. */
  spell(number: EnterpriseNumber): string
  /** The number with this sequence, from 1, and its check digits; throws RangeError where there is none. */
  make(sequence: number): EnterpriseNumber
}

const exampleSequence = 1_234_567

const kbo: EnterpriseNumberFormat = {
  digits: 10,
  starts: ['0', '1'],
  example: formatEnterpriseNumber(makeEnterpriseNumber(exampleSequence)),
  parse: parseEnterpriseNumber,
  format: formatEnterpriseNumber,
  spell: spellEnterpriseNumber,
  make: makeEnterpriseNumber,
}

/** Sum of the digits from the right, every second one doubled and its own digits added; the check digit makes it end in 0. */
function luhn(digits: string): string {
  const sum = [...digits].toReversed().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return String((10 - (sum % 10)) % 10)
}

/** 97 − (n mod 97) for any length, chunk by chunk: twenty digits are more than a number holds exactly. */
function mod97(digits: string): string {
  const rest = [...digits].reduce((remainder, digit) => (remainder * 10 + Number(digit)) % 97, 0)
  return check97(rest)
}

const checks: Readonly<
  Record<EnterpriseNumberShape['check'], { readonly digits: number; of(digits: string): string }>
> = {
  none: { digits: 0, of: () => '' },
  mod97: { digits: 2, of: mod97 },
  luhn: { digits: 1, of: luhn },
}

function partsOf(number: string, groups: readonly number[]): string[] {
  let from = 0
  return groups.map((length) => number.slice(from, (from += length)))
}

/** What was typed without the prefix and what people put behind it; a prefix without a number stays. */
function withoutPrefix(text: string, prefix: string | null): string {
  const typed = text.trimStart()
  if (prefix === null || !typed.toUpperCase().startsWith(prefix)) return text
  const behind = /^[ \u00a0\u202f.-]{0,3}([0-9].*)$/s.exec(typed.slice(prefix.length))
  return behind?.[1] ?? text
}

function formatOf(shape: EnterpriseNumberShape): EnterpriseNumberFormat {
  const { digits, groups, separator, prefix, starts } = shape
  const check = checks[shape.check]
  const body = digits - check.digits
  const isStart = (number: string) => starts === null || starts.some((start) => number.startsWith(start))
  const lead = prefix === null ? '' : `${prefix} `

  const format = (number: EnterpriseNumber) => lead + partsOf(number, groups).join(separator)

  function parse(text: string): Parsed<EnterpriseNumber, EnterpriseNumberRefusal> {
    // What is too long for any number is refused before anything is done with it.
    const typed = digitsOf(text.length > 60 ? text : withoutPrefix(text, prefix))
    if (!typed.ok) return { ok: false, error: `enterprise-number-${typed.error}` }
    const number = typed.value
    if (number.length !== digits) return { ok: false, error: 'enterprise-number-length' }
    if (!isStart(number)) return { ok: false, error: 'enterprise-number-start' }
    if (check.of(number.slice(0, body)) !== number.slice(body)) return { ok: false, error: 'enterprise-number-check' }
    return { ok: true, value: number as EnterpriseNumber }
  }

  function make(sequence: number): EnterpriseNumber {
    // Counted within what the first digit leaves open, so that every sequence has a number.
    const start = starts?.[0] ?? ''
    const counter = String(sequence).padStart(body - start.length, '0')
    if (!Number.isSafeInteger(sequence) || sequence < 1 || start.length + counter.length !== body) {
      throw new RangeError(`not a sequence of an enterprise number: ${sequence}`)
    }
    return (start + counter + check.of(start + counter)) as EnterpriseNumber
  }

  const spell = (number: EnterpriseNumber) =>
    partsOf(number, groups)
      .map((part) => [...part].join(' '))
      .join(', ')
  const sequence = Math.min(exampleSequence, 10 ** (body - (starts?.[0]?.length ?? 0)) - 1)
  return { digits, starts, parse, format, spell, make, example: format(make(sequence)) }
}

/** The format that a catalogue describes; the catalogue's schema has made sure that the shape holds together. */
export function enterpriseNumberFormat(description: EnterpriseNumberDescription): EnterpriseNumberFormat {
  return description === 'kbo' ? kbo : formatOf(description)
}
