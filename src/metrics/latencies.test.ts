import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Histogram, Registry } from 'prom-client'
import { countIn, Latencies, latencyMeasure, newCells } from './latencies.ts'
import type { Measure } from './measure.ts'

const recorded = (series: number, times: readonly (readonly [number, number])[]) => {
  const cells = newCells(Latencies.cellsFor(series))
  const latencies = new Latencies(cells)
  for (const [one, ms] of times) latencies.record(one, ms)
  return cells
}

const line = (measure: Measure) =>
  measure.values().map(({ metricName, labels, value }) => ({ metricName, labels: { ...labels }, value }))

test('times fall into the same buckets as in the histogram of the library, and add up to the same', async () => {
  const times: number[] = []
  for (let ms = 0.0001; ms < 30_000; ms *= 1.07) times.push(ms)
  // Just before a bound of a bucket, and just behind it.
  for (let octave = 5; octave <= 23; octave++)
    for (const part of [1, 1.5]) for (const off of [-0.5, 0.5]) times.push((2 ** octave * part + off) / 1000)
  const measure = latencyMeasure('x', 'help', [{ a: 'b' }], () => [
    recorded(
      1,
      times.map((ms) => [0, ms] as const),
    ),
  ])
  const bounds = measure.values().flatMap(({ labels }) => (typeof labels['le'] === 'number' ? [labels['le']] : []))
  assert.deepEqual(
    bounds,
    bounds.toSorted((a, b) => a - b),
  )
  const theirs = new Histogram({
    name: 'x',
    help: 'help',
    labelNames: ['a'],
    buckets: bounds,
    registers: [new Registry()],
  })
  for (const ms of times) theirs.observe({ a: 'b' }, ms / 1000)
  const expected = (await theirs.get()).values.map(({ metricName, labels, value }) => ({ metricName, labels, value }))
  const rounded = (all: { metricName?: string | undefined; labels: object; value: number }[]) =>
    all
      .map(
        ({ metricName, labels, value }) =>
          `${metricName} ${JSON.stringify(labels, Object.keys(labels).toSorted())} ${value.toFixed(6)}`,
      )
      .toSorted()
  assert.deepEqual(rounded(line(measure)), rounded(expected))
})

test('what several threads counted is told together, series by series, and a series without anything is not told', () => {
  const all = [
    recorded(3, [
      [0, 1],
      [0, 2],
      [2, 3],
    ]),
    recorded(3, [[2, 4]]),
  ]
  const values = line(latencyMeasure('x', '', [{ of: 'a' }, { of: 'b' }, { of: 'c' }], () => all))
  const named = (metricName: string) =>
    values.flatMap((one) => (one.metricName === metricName ? [[one.labels['of'], one.value]] : []))
  assert.deepEqual(named('x_count'), [
    ['a', 2],
    ['c', 2],
  ])
  assert.deepEqual(named('x_sum'), [
    ['a', 0.003],
    ['c', 0.007],
  ])
  assert.deepEqual(
    all.map((cells) => [0, 1, 2].map((series) => countIn(cells, series))),
    [
      [2, 0, 1],
      [0, 0, 1],
    ],
  )
})
