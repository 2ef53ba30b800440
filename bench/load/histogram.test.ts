import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Histogram } from './histogram.ts'

test('a percentile is within 0.5 % of the value that stands there, from tenths of a microsecond to minutes', () => {
  for (const scale of [0.5, 13, 900, 44_000, 3_000_000]) {
    const histogram = new Histogram()
    const values = Array.from({ length: 1000 }, (_, index) => scale * (1 + index / 1000))
    for (const value of values) histogram.record(value)
    for (const share of [0.01, 0.5, 0.99, 0.999]) {
      const exact = values[Math.ceil(values.length * share) - 1] ?? 0
      const found = histogram.at(share)
      assert.ok(Math.abs(found - exact) <= exact * 0.005 + 0.06, `${share} of ${scale}: ${found} instead of ${exact}`)
    }
  }
})

test('no percentile is above the longest, and there is none of nothing', () => {
  const histogram = new Histogram()
  assert.equal(histogram.at(0.99), 0)
  histogram.record(1234.5)
  assert.equal(histogram.count, 1)
  assert.ok(histogram.at(1) <= 1234.5)
  assert.equal(histogram.mostUs, 1234.5)
})
