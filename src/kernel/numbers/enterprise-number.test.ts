import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  formatEnterpriseNumber,
  makeEnterpriseNumber,
  parseEnterpriseNumber,
  spellEnterpriseNumber,
} from './enterprise-number.ts'

const read = (text: string): string => {
  const parsed = parseEnterpriseNumber(text)
  return parsed.ok ? parsed.value : parsed.error
}

const published = ['0474028805', '0212148896', '0800002352', '0314595348', '0660936422', '1028230781', '0367302178']

test('published enterprise numbers pass', () => {
  for (const number of published) assert.equal(read(number), number)
})

test('a number is read in every way in which people write it', () => {
  const spellings = [
    '0123.456.749',
    '0123456749',
    '0123 456 749',
    '0123-456-749',
    '0123/456/749',
    '  0123.456.749\t',
    'BE 0123.456.749',
    'BE0123456749',
    'be0123.456.749',
    'BE-0123.456.749',
    'BE.0123.456.749',
    ' BE 0123 456 749 ',
    '0123\u00a0456\u00a0749',
    '0123\u202f456\u202f749',
    '0123\u2013456\u2011749',
    'BE\u00a00123.456.749',
    '123.456.749',
    '123456749',
    'BE 123 456 749',
  ]
  for (const spelling of spellings) assert.equal(read(spelling), '0123456749', JSON.stringify(spelling))
})

test('each kind of wrong input has its own refusal', () => {
  for (const text of ['', ' ', '\n\t']) assert.equal(read(text), 'enterprise-number-empty', JSON.stringify(text))
  for (const text of ['0123.456.74', '0123.456.7490', '12345678', '1', 'BE 12', `0${'1'.repeat(100_000)}`]) {
    assert.equal(read(text), 'enterprise-number-length', text.slice(0, 20))
  }
  for (const text of ['2175653085', '9123456789', '0000000097']) assert.equal(read(text), 'enterprise-number-start')
  for (const text of ['0123.456.748', '0123.456.794', '0123.456.700', '0123.456.798']) {
    assert.equal(read(text), 'enterprise-number-check')
  }
})

test('a right number inside more than forty characters is refused', () => {
  assert.equal(read(`0123.456.749${' '.repeat(28)}`), '0123456749')
  assert.equal(read(`0123.456.749${' '.repeat(29)}`), 'enterprise-number-length')
})

test('characters that are neither digits nor separators are refused, however alike they look', () => {
  const wrong = [
    '٠١٢٣٤٥٦٧٤٩',
    '０１２３４５６７４９',
    '𝟎123456749',
    '0123,456,749',
    '0123_456_749',
    '0123.456.749;',
    'O123.456.749',
    'FR 0123.456.749',
    'BEBE 0123456749',
    'BE',
    'BTW 0123.456.749',
    '0123.456.749 BE',
    '-0123.456.749',
    '.0123456749',
    '0123\u0000456749',
    '0123\u200b456749',
    '0123....456749',
    '0123456749.',
    '0x123456749',
    "0123456749'--",
    '1e9',
  ]
  for (const text of wrong) assert.equal(read(text), 'enterprise-number-characters', JSON.stringify(text))
})

test('make, format and parse come back to the same number', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 19_999_999 }), (sequence) => {
      const number = makeEnterpriseNumber(sequence)
      assert.match(formatEnterpriseNumber(number), /^[01]\d{3}\.\d{3}\.\d{3}$/)
      assert.equal(read(formatEnterpriseNumber(number)), number)
      assert.equal(read(`BE ${number}`), number)
    }),
  )
})

test('every change of a single digit is refused', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 19_999_999 }), (sequence) => {
      const number = makeEnterpriseNumber(sequence)
      for (const changed of singleDigitChanges(number)) assert.equal(parseEnterpriseNumber(changed).ok, false, changed)
    }),
  )
})

function singleDigitChanges(number: string): string[] {
  const changes = [...number].flatMap((digit, at) =>
    Array.from('0123456789')
      .filter((other) => other !== digit)
      .map((o) => number.slice(0, at) + o + number.slice(at + 1)),
  )
  assert.equal(changes.length, 90)
  return changes
}

test('any text gives a value or a refusal, never an exception', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => void parseEnterpriseNumber(text)))
})

test('a sequence without a number is a fault', () => {
  for (const n of [0, -1, 20_000_000, 1.5, NaN]) assert.throws(() => makeEnterpriseNumber(n), RangeError)
})

test('a screen reader gets digit by digit, with pauses', () => {
  assert.equal(spellEnterpriseNumber(makeEnterpriseNumber(1_234_567)), '0 1 2 3, 4 5 6, 7 4 9')
})
