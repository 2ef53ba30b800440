import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { steadyClock } from './steady-clock.ts'

describe('the clock of the races', () => {
  it('goes with the process, and stands while that is stopped', () => {
    let machine = 10_000
    const clock = steadyClock(1_000_000, () => machine)
    const begun = clock.now()
    machine += 4_000
    assert.equal(clock.now() - begun, 4_000)
    assert.equal(clock.stops(), 0)
    machine += 300_000
    assert.equal(clock.now() - begun, 4_000)
    machine += 10
    assert.equal(clock.now() - begun, 4_010)
    assert.equal(clock.stops(), 1)
    clock.end()
  })
})
