import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { instant, instantFromIso, isoOf } from './instant.ts'

const read = (text: string): number | string => {
  const parsed = instantFromIso(text)
  return parsed.ok ? parsed.value : parsed.error
}

test('an instant is a whole number of milliseconds that a calendar can show', () => {
  assert.equal(instant(0), 0)
  assert.ok(Object.is(instant(-0), 0))
  for (const ms of [NaN, Infinity, 0.5, 8_640_000_000_000_001]) assert.throws(() => instant(ms), RangeError)
})

test('isoOf writes what Date writes, for any moment', () => {
  fc.assert(
    fc.property(fc.integer({ min: -8_640_000_000_000_000, max: 8_640_000_000_000_000 }), (ms) => {
      assert.equal(isoOf(instant(ms)), new Date(ms).toISOString())
    }),
    { numRuns: 1000 },
  )
})

test('reading what isoOf wrote gives the same moment', () => {
  fc.assert(
    fc.property(fc.integer({ min: -62_167_219_200_000, max: 253_402_300_799_999 }), (ms) => {
      assert.equal(read(isoOf(instant(ms))), ms)
    }),
  )
})

test('an offset moves the moment, seconds may be left out and digits after the millisecond are cut off', () => {
  const noon = Date.UTC(2026, 10, 21, 12)
  assert.equal(read('2026-11-21T13:00:00+01:00'), noon)
  assert.equal(read('2026-11-21T08:30:00-03:30'), noon)
  assert.equal(read('2026-11-21T12:00Z'), noon)
  assert.equal(read('2026-11-21T12:00:00.1239Z'), noon + 123)
  assert.equal(read('2026-11-21T12:00:00.5Z'), noon + 500)
})

test('a text that is no moment is refused', () => {
  const wrong = [
    '',
    '2026-11-21',
    '2026-11-21T12:00:00',
    '2026-11-21 12:00:00Z',
    '2026-11-21T12:00:00+01',
    ' 2026-11-21T12:00Z',
    '2026-02-29T12:00Z',
    '2026-00-10T12:00Z',
    '2026-13-10T12:00Z',
    '2026-11-00T12:00Z',
    '2026-11-31T12:00Z',
    '2026-11-21T24:00Z',
    '2026-11-21T12:60Z',
    '2026-11-21T23:59:60Z',
    '2026-11-21T12:00+24:00',
    '2026-11-21T12:00+01:60',
    '٢٠٢٦-11-21T12:00Z',
    `2026-11-21T12:00:00.${'0'.repeat(50)}Z`,
    '2026-11-21T12:00Z\n',
  ]
  for (const text of wrong) assert.equal(read(text), 'instant-malformed', JSON.stringify(text))
})
