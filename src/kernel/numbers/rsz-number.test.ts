import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { formatRszNumber, makeRszNumber, parseRszNumber } from './rsz-number.ts'

const read = (text: string): string => {
  const parsed = parseRszNumber(text)
  return parsed.ok ? parsed.value : parsed.error
}

const sequences = fc.oneof(fc.integer({ min: 1_000, max: 1_999_999 }), fc.integer({ min: 50_000_001, max: 59_999_999 }))

test('published numbers and the four bounds of the DmfA glossary pass', () => {
  const published = ['1471015-66', '1254824-97', '0001000-06', '1999999-34', '50000001-20', '59999999-89']
  for (const text of published) {
    assert.equal(read(text), text.replace('-', ''))
    assert.equal(read(text.replace('-', '')), text.replace('-', ''))
    assert.equal(makeRszNumber(Number(text.split('-')[0])), text.replace('-', ''))
  }
})

test('each kind of wrong input has its own refusal', () => {
  assert.equal(read(''), 'rsz-number-empty')
  assert.equal(read('1471015|66'), 'rsz-number-characters')
  assert.equal(read('１47101566'), 'rsz-number-characters')
  for (const text of ['14710156', '14710156612', '1'.repeat(50)]) assert.equal(read(text), 'rsz-number-length')
  // Right check digits, just outside the bounds: 999, 2,000,000, 50,000,000 and 60,000,000.
  for (const n of [999, 2_000_000]) assert.equal(read(ninePlus(n, 7)), 'rsz-number-range')
  for (const n of [50_000_000, 60_000_000, 1_471_015]) assert.equal(read(ninePlus(n, 8)), 'rsz-number-range')
  for (const text of ['1471015-67', '1254824-00', '50000001-21']) assert.equal(read(text), 'rsz-number-check')
})

function ninePlus(n: number, width: number): string {
  const check = 96 - ((n * 100) % 97)
  return String(n).padStart(width, '0') + String(check === 0 ? 97 : check).padStart(2, '0')
}

test('make, format and parse come back to the same number', () => {
  fc.assert(
    fc.property(sequences, (sequence) => {
      const number = makeRszNumber(sequence)
      assert.match(formatRszNumber(number), /^(?:[01]\d{6}|5\d{7})-\d\d$/)
      assert.equal(read(formatRszNumber(number)), number)
    }),
  )
})

test('every change of a single digit is refused', () => {
  fc.assert(
    fc.property(sequences, (sequence) => {
      const number = makeRszNumber(sequence)
      for (let at = 0; at < number.length; at += 1) {
        for (let step = 1; step < 10; step += 1) {
          const other = (Number(number[at]) + step) % 10
          assert.equal(parseRszNumber(number.slice(0, at) + other + number.slice(at + 1)).ok, false)
        }
      }
    }),
  )
})

test('a sequence without a number is a fault', () => {
  for (const n of [999, 2_000_000, 50_000_000, 60_000_000, 1000.5, NaN])
    assert.throws(() => makeRszNumber(n), RangeError)
})
