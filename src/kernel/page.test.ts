import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { decodeCursor, encodeCursor } from './page.ts'

const malformed = { ok: false, error: 'cursor-malformed' }
const raw = (text: string | Uint8Array): string => Buffer.from(text as string).toString('base64url')

test('a cursor comes back with its values', () => {
  const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0)
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('Ångström & zonen', '😀', '\ud800', '"\\'))
  fc.assert(
    fc.property(fc.array(fc.oneof(text, number, fc.constant(null)), { maxLength: 6 }), (values) => {
      assert.deepEqual(decodeCursor(encodeCursor(values)), { ok: true, value: values })
      assert.match(encodeCursor(values), /^[\w-]+$/)
    }),
  )
})

test('garbage is refused', () => {
  const json = [
    '{}',
    '"a"',
    '1',
    'null',
    '[true]',
    '[[1]]',
    '[{}]',
    '[1e999]',
    '[1',
    '',
    '[1] ',
    '[ 1]',
    '[1.0]',
    '["\\u0061"]',
  ]
  for (const text of json) assert.deepEqual(decodeCursor(raw(text)), malformed, text)
  const address = ['', '!', 'WzFd=', 'WzFd\n', 'WzFe', '../..', '%5B1%5D', '[1]', '١']
  for (const text of address) assert.deepEqual(decodeCursor(text), malformed, text)
})

test('broken UTF-8 is refused, also where its replacement would be too long for a cursor', () => {
  const broken = (length: number): Uint8Array => Uint8Array.from([0x5b, 0x22, ...Array(length).fill(0xff), 0x22, 0x5d])
  for (const length of [1, 3000]) assert.deepEqual(decodeCursor(raw(broken(length))), malformed)
})

test('an over-long cursor is refused, and making one is a fault', () => {
  assert.deepEqual(decodeCursor(raw(JSON.stringify(['a'.repeat(5000)]))), malformed)
  assert.throws(() => encodeCursor(['a'.repeat(5000)]), RangeError)
})

test('values that JSON would change in silence are a fault', () => {
  for (const value of [NaN, Infinity, undefined, {}, true]) {
    assert.throws(() => encodeCursor([value as unknown as string]), RangeError)
  }
})

test('any text gives values or a refusal, never an exception', () => {
  const addressLike = fc.stringMatching(/^[\w-]{0,50}$/)
  fc.assert(fc.property(fc.oneof(addressLike, fc.string({ unit: 'binary' })), (text) => void decodeCursor(text)))
})
