import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newWords } from '#decision-index'
import { instant } from '#kernel'
import { IndexMeasures } from './index-measures.ts'
import type { Standing } from './index.ts'

const report = {
  bytes: 100,
  bytesReserved: 1000,
  built: { store: 2, file: 1 },
  buildMs: 1500,
  faults: 3,
}

test('Q9 Q11 what operators see of an index is fresh exactly while it answers, and names no client', () => {
  const clocks = { monotonic: 5000, wall: 90_000 }
  const clock = { now: () => instant(clocks.wall) }
  const monotonicMs = () => clocks.monotonic
  const watched = new IndexMeasures({ clock, monotonicMs })
  const standing: Standing = {
    words: newWords(4096),
    view: { epoch: 'one', first: 5n, next: 9n, running: [] },
    asOfMs: 5000,
    asOf: instant(90_000),
    newest: instant(1),
    writes: 0,
    clients: new Map([['secret', { id: 'Ministry' } as never]]),
  }
  const seen = () => {
    const told = watched.measures.flatMap(({ name, values }) =>
      values().map(({ labels, value }) => [
        [name.replace('claviger_index_', ''), ...Object.values(labels)].join(' '),
        value,
      ]),
    )
    assert.doesNotMatch(JSON.stringify(told), /secret|Ministry/)
    return Object.fromEntries(told) as Record<string, number>
  }
  assert.deepEqual(seen(), {
    fresh: 0,
    'bytes used': 0,
    'bytes reserved': 0,
    'builds_total store': 0,
    'builds_total file': 0,
    faults_total: 0,
  })
  watched.tell(standing, report)
  assert.deepEqual(seen(), {
    fresh: 1,
    age_seconds: 0,
    'position one': 9,
    clients: 1,
    'bytes used': 100,
    'bytes reserved': 1000,
    'builds_total store': 2,
    'builds_total file': 1,
    build_seconds: 1.5,
    faults_total: 3,
  })
  for (const [change, isFresh, age] of [
    [() => (clocks.monotonic += 1000), 1, 0],
    [() => (clocks.wall += 1000), 1, 1],
    [() => (clocks.monotonic += 1), 0, 1],
    [() => (clocks.monotonic -= 1), 1, 1],
    [() => (clocks.wall += 1), 0, 1.001],
  ] as const) {
    change()
    assert.deepEqual([seen()['fresh'], seen()['age_seconds']], [isFresh, age])
  }
  watched.tell({ ...standing, asOfMs: Number.NEGATIVE_INFINITY, asOf: clock.now() }, report)
  assert.equal(seen()['fresh'], 0, 'while much is let in')
})
