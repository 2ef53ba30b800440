import assert from 'node:assert/strict'
import { test } from 'node:test'
import { percentile, Tally } from './tally.ts'

test('A percentile is a number that was measured, and the last one is the longest', () => {
  const numbers = Array.from({ length: 200 }, (_, index) => 200 - index)
  assert.deepEqual(
    [0.5, 0.99, 1].map((share) => percentile(numbers, share)),
    [100, 198, 200],
  )
  assert.equal(percentile([7], 0.99), 7)
})

test('Every wrong one is counted, and the first of them are told', () => {
  const tally = new Tally()
  for (let one = 0; one < 30; one++) tally.isWrong(`number ${one}`)
  assert.equal(tally.wrong, 30)
  assert.equal(tally.lines().filter((line) => line.includes('WRONG')).length, 20)
})
