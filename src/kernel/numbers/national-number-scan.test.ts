import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { formatNationalNumber, makeNationalNumber } from './national-number.ts'
import { holdsNationalNumber, maskNationalNumbers } from './national-number-scan.ts'

const number = makeNationalNumber({ year: 1985, month: 7, day: 30, counter: 33 })
const spellings = [
  number,
  formatNationalNumber(number),
  number.replace(/^(\d{6})/, '$1-'),
  number.replace(/^(..)(..)(..)(...)/, '$1 $2 $3 $4 '),
  number.replace(/^(..)(..)(..)(...)/, '$1/$2/$3-$4.'),
  [...number].join('\u00A0'),
  number.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit))),
]

describe('The scan for national numbers', () => {
  for (const spelling of spellings) {
    test(`finds ${JSON.stringify(spelling)} alone and within a text`, () => {
      for (const text of [
        spelling,
        `nr ${spelling}.`,
        `an${spelling}@x.example`,
        `2 ${spelling}`,
        `${spelling} ${spelling}`,
      ]) {
        assert.ok(holdsNationalNumber(text), text)
        assert.ok(!holdsNationalNumber(maskNationalNumbers(text)), text)
      }
    })
  }

  test('finds every number, BIS numbers and those of this century too', () => {
    const numbers = fc.record({
      year: fc.integer({ min: 1900, max: 2099 }),
      month: fc.integer({ min: 0, max: 12 }),
      day: fc.integer({ min: 0, max: 28 }),
      counter: fc.integer({ min: 1, max: 998 }),
      bis: fc.constantFrom(undefined, 'sex-known' as const, 'sex-unknown' as const),
    })
    fc.assert(
      fc.property(numbers, (parts) => {
        const made = makeNationalNumber(parts)
        assert.ok(holdsNationalNumber(made) && holdsNationalNumber(`x${formatNationalNumber(made)}x`))
      }),
    )
  })

  test('keeps the rest of the text', () => {
    assert.equal(
      maskNationalNumbers(`An (${number}), 2 ${formatNationalNumber(number)}`),
      'An (85.07.30-•••.••), 2 85.07.30-•••.••',
    )
  })

  test('passes over ids, days, moments, enterprise and telephone numbers and wrong check digits', () => {
    const wrong = number.slice(0, 9) + String((Number(number.slice(9)) + 1) % 97).padStart(2, '0')
    const harmless = [
      '',
      '2026-11-21',
      '1795255200000',
      '0123.456.749',
      '+32 475 12 34 56',
      wrong,
      `1${number}`,
      `${number}1`,
    ]
    for (const text of harmless) assert.ok(!holdsNationalNumber(text), text)
    for (let round = 0; round < 2000; round++) assert.ok(!holdsNationalNumber(randomUUID()))
    assert.ok(!holdsNationalNumber(`a0000000-0000-4000-8000-0${number}`))
  })
})
