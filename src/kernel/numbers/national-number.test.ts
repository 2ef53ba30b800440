import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { daysInMonth } from '../calendar.ts'
import {
  birthOf,
  formatNationalNumber,
  makeNationalNumber,
  maskNationalNumber,
  parseNationalNumber,
} from './national-number.ts'
import type { NationalNumber, NationalNumberParts } from './national-number.ts'

const read = (text: string): string => {
  const parsed = parseNationalNumber(text)
  return parsed.ok ? parsed.value : parsed.error
}

function number(text: string): NationalNumber {
  const parsed = parseNationalNumber(text)
  assert.ok(parsed.ok, text)
  return parsed.value
}

/** A number with right check digits, whatever its parts: what makeNationalNumber refuses to make. */
function withCheck(firstNine: string, century: 1900 | 2000): string {
  const sum = Number(century === 2000 ? `2${firstNine}` : firstNine)
  return firstNine + String(97 - (sum % 97)).padStart(2, '0')
}

const anyParts: fc.Arbitrary<NationalNumberParts> = fc
  .record({
    year: fc.integer({ min: 1900, max: 2099 }),
    month: fc.integer({ min: 0, max: 12 }),
    dayShare: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    counter: fc.integer({ min: 1, max: 998 }),
    bis: fc.constantFrom(undefined, 'sex-known' as const, 'sex-unknown' as const),
  })
  .map(({ year, month, dayShare, counter, bis }) => {
    const last = month === 0 ? 31 : daysInMonth(year, month)
    return { year, month, day: Math.floor(dayShare * (last + 1)), counter, bis }
  })

test('published numbers pass and tell the day of birth in the century of their check digits', () => {
  const published = [
    ['85073003328', '1985-07-30'],
    ['17073003384', '2017-07-30'],
    ['98472899765', '1998-07-28'],
    ['01490700185', '2001-09-07'],
  ] as const
  for (const [text, birth] of published) assert.equal(birthOf(number(text)), birth, text)
})

test('a number is read in every way in which people write it', () => {
  const spellings = ['85.07.30-033.28', '85 07 30 033 28', '85/07/30-033-28', '850730-033-28', '85.07.30 - 033.28']
  for (const text of [...spellings, '850730 033 28', '\u00a085.07.30\u2013033.28\n']) {
    assert.equal(read(text), '85073003328', text)
  }
})

test('each kind of wrong input has its own refusal', () => {
  assert.equal(read(' '), 'national-number-empty')
  for (const text of ['85.07.30-033.2', '85.07.30-033.281', '1985.07.30-033.28', '1'.repeat(99)]) {
    assert.equal(read(text), 'national-number-length', text)
  }
  for (const text of [
    '８5073003328',
    '٨٥٠٧٣٠٠٣٣٢٨',
    '85.07.30-•••.••',
    '85.07.30_033.28',
    '85.07.30-O33.28',
    'BE85073003328',
  ]) {
    assert.equal(read(text), 'national-number-characters', text)
  }
  for (const text of ['85.07.30-033.29', '85.07.30-034.28', '85.07.30-033.00', '85.07.30-033.98']) {
    assert.equal(read(text), 'national-number-check', text)
  }
})

test('a date that cannot be is refused even under right check digits', () => {
  const wrongBirths = ['851330033', '851930033', '853330033', '855330033', '859930033']
  const wrongDays = [
    '850431033',
    '850732033',
    '850230033',
    '850229033',
    '850699033',
    '850032033',
    '852431033',
    '854431033',
  ]
  for (const century of [1900, 2000] as const) {
    for (const firstNine of [...wrongBirths, ...wrongDays]) {
      assert.equal(read(withCheck(firstNine, century)), 'national-number-birth', firstNine)
    }
  }
})

test('29 February exists only in a leap year of the century that the check digits say', () => {
  assert.equal(read(withCheck('000229033', 1900)), 'national-number-birth')
  assert.equal(birthOf(number(withCheck('000229033', 2000))), '2000-02-29')
  assert.equal(birthOf(number(withCheck('960229033', 1900))), '1996-02-29')
  assert.equal(birthOf(number(withCheck('244229033', 2000))), '2024-02-29')
  assert.equal(read(withCheck('970229033', 1900)), 'national-number-birth')
})

test('counters 000 and 999 are nobody’s, 001 and 998 are somebody’s', () => {
  for (const counter of ['000', '999'])
    assert.equal(read(withCheck(`850730${counter}`, 1900)), 'national-number-counter')
  for (const counter of ['001', '998']) assert.equal(parseNationalNumber(withCheck(`850730${counter}`, 1900)).ok, true)
})

test('an unknown month or day passes and tells no day of birth', () => {
  const open = ['850000033', '850700033', '850030033', '000001033', '852000033', '854000033', '852700033', '854015033']
  for (const firstNine of open) {
    for (const century of [1900, 2000] as const) assert.equal(birthOf(number(withCheck(firstNine, century))), null)
  }
})

test('a BIS number tells the same day of birth as the number that it imitates', () => {
  for (const bis of [undefined, 'sex-known', 'sex-unknown'] as const) {
    assert.equal(birthOf(makeNationalNumber({ year: 1998, month: 12, day: 31, counter: 2, bis })), '1998-12-31')
  }
  assert.equal(makeNationalNumber({ year: 1998, month: 7, day: 28, counter: 997, bis: 'sex-known' }), '98472899765')
  assert.equal(makeNationalNumber({ year: 2001, month: 9, day: 7, counter: 1, bis: 'sex-known' }), '01490700185')
  assert.match(makeNationalNumber({ year: 2001, month: 9, day: 7, counter: 1, bis: 'sex-unknown' }), /^0129/)
})

test('make, format and parse come back to the same number and the same birth', () => {
  fc.assert(
    fc.property(anyParts, (parts) => {
      const made = makeNationalNumber(parts)
      assert.match(formatNationalNumber(made), /^\d\d\.\d\d\.\d\d-\d{3}\.\d\d$/)
      assert.equal(read(formatNationalNumber(made)), made)
      const { year, month, day } = parts
      const two = (n: number): string => String(n).padStart(2, '0')
      assert.equal(birthOf(made), month && day ? `${year}-${two(month)}-${two(day)}` : null)
    }),
    { numRuns: 1000 },
  )
})

test('check digits never hold for both centuries: the remainders always differ by 68', () => {
  assert.equal(2_000_000_000 % 97, 68)
  for (let remainder = 0; remainder < 97; remainder += 1) assert.notEqual((remainder + 68) % 97, remainder)
})

test('every change of a single digit is refused, but for the one that names the other century', () => {
  let namedOtherCentury = 0
  fc.assert(
    fc.property(anyParts, (parts) => {
      const made = makeNationalNumber(parts)
      for (const { changed, at, step } of singleDigitChanges(made)) {
        const parsed = parseNationalNumber(changed)
        if (!parsed.ok) continue
        assert.equal(at, 1, `${made} ${changed}`)
        assert.equal(step, parts.year < 2000 ? -6 : 6, `${made} ${changed}`)
        namedOtherCentury += 1
      }
    }),
    { numRuns: 2000 },
  )
  assert.ok(namedOtherCentury > 0)
  const born1919 = makeNationalNumber({ year: 1919, month: 5, day: 4, counter: 3 })
  assert.equal(birthOf(number(born1919.replace(/^19/, '13'))), '2013-05-04')
})

function singleDigitChanges(made: string): { changed: string; at: number; step: number }[] {
  return [...made].flatMap((digit, at) =>
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
      .filter((other) => other !== Number(digit))
      .map((other) => ({ changed: made.slice(0, at) + other + made.slice(at + 1), at, step: other - Number(digit) })),
  )
}

test('a masked number shows the birth and nothing else', () => {
  assert.equal(formatNationalNumber(number('85073003328')), '85.07.30-033.28')
  assert.equal(maskNationalNumber(number('85073003328')), '85.07.30-•••.••')
})

test('any text gives a value or a refusal, never an exception', () => {
  const digits = fc.stringMatching(/^[0-9]{11}$/)
  fc.assert(fc.property(fc.oneof(digits, fc.string({ unit: 'binary' })), (text) => void parseNationalNumber(text)))
})

test('parts that cannot be somebody’s are a fault', () => {
  const good = { year: 1985, month: 7, day: 30, counter: 33 }
  const wrong = [{ year: 1899 }, { year: 2100 }, { month: 13 }, { month: -1 }, { day: 32 }, { day: -1 }, { counter: 0 }]
  for (const part of [...wrong, { counter: 999 }, { counter: 1.5 }, { month: 2 }, { day: NaN }]) {
    assert.throws(() => makeNationalNumber({ ...good, ...part }), RangeError, JSON.stringify(part))
  }
  assert.equal(makeNationalNumber(good), '85073003328')
})
