import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  formatEstablishmentNumber,
  makeEstablishmentNumber,
  parseEstablishmentNumber,
  spellEstablishmentNumber,
} from './establishment-number.ts'

const read = (text: string): string => {
  const parsed = parseEstablishmentNumber(text)
  return parsed.ok ? parsed.value : parsed.error
}

const sequences = fc.integer({ min: 20_000_000, max: 89_999_999 })

test('the published establishment number passes, in every spelling', () => {
  for (const text of ['2175653085', '2.175.653.085', '2 175 653 085', '2-175-653-085', ' 2.175.653.085 ']) {
    assert.equal(read(text), '2175653085', text)
  }
})

test('each kind of wrong input has its own refusal', () => {
  assert.equal(read(' '), 'establishment-number-empty')
  assert.equal(read('2.175.653.08'), 'establishment-number-length')
  assert.equal(read('9'.repeat(41)), 'establishment-number-length')
  assert.equal(read('2.175.653.O85'), 'establishment-number-characters')
  assert.equal(read('BE 2.175.653.085'), 'establishment-number-characters')
  assert.equal(read('２175653085'), 'establishment-number-characters')
  for (const text of ['0123.456.749', '1028230781', '9000000000'])
    assert.equal(read(text), 'establishment-number-start')
  assert.equal(read('2.175.653.086'), 'establishment-number-check')
})

test('make, format and parse come back to the same number', () => {
  fc.assert(
    fc.property(sequences, (sequence) => {
      const number = makeEstablishmentNumber(sequence)
      assert.match(formatEstablishmentNumber(number), /^[2-8]\.\d{3}\.\d{3}\.\d{3}$/)
      assert.equal(read(formatEstablishmentNumber(number)), number)
    }),
  )
})

test('every change of a single digit is refused', () => {
  fc.assert(
    fc.property(sequences, fc.nat(9), fc.integer({ min: 1, max: 9 }), (sequence, at, step) => {
      const number = makeEstablishmentNumber(sequence)
      const other = (Number(number[at]) + step) % 10
      assert.equal(parseEstablishmentNumber(number.slice(0, at) + other + number.slice(at + 1)).ok, false)
    }),
    { numRuns: 1000 },
  )
})

test('a sequence without a number is a fault', () => {
  for (const n of [0, 19_999_999, 90_000_000, 2.5]) assert.throws(() => makeEstablishmentNumber(n), RangeError)
})

test('a screen reader gets digit by digit, with pauses', () => {
  assert.equal(spellEstablishmentNumber(makeEstablishmentNumber(21_756_530)), '2, 1 7 5, 6 5 3, 0 8 5')
})
