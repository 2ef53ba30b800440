import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { CivilDay } from '#kernel'
import { goesOn, mayImport, waitsForWord, type Past, type PastImport, type SetName } from './rules.ts'

const day = (text: string) => text as CivilDay
const set = (type: 'full' | 'update', number: number, change: Partial<SetName> = {}): SetName => ({
  type,
  number,
  snapshot: day(`2026-01-${String(number).padStart(2, '0')}`),
  madeAt: `made ${number}`,
  ...change,
})
const done = (name: SetName): PastImport => ({ ...name, state: 'done' })
const left = (name: SetName): PastImport => ({ ...name, state: 'under-way' })
const past = (last: SetName | null, open: SetName | null = null): Past => ({
  last: last && done(last),
  open: open && left(open),
})
const reason = (asked: SetName, before: Past, again = false): string => {
  const ruling = mayImport(asked, before, again)
  return ruling.allowed ? 'allowed' : ruling.reason
}

describe('G5: sets are applied in the order of their numbers', () => {
  test('The first is a full set', () => {
    assert.equal(reason(set('full', 5), past(null)), 'allowed')
    assert.equal(reason(set('update', 5), past(null)), 'no-full-set-yet')
  })

  test('The update after the last one applied is allowed, and no other', () => {
    const before = past(set('full', 5))
    assert.equal(reason(set('update', 6), before), 'allowed')
    assert.equal(reason(set('update', 7), before), 'out-of-order')
    assert.equal(reason(set('update', 4), before), 'older-than-applied')
    assert.equal(reason(set('update', 6), past(set('update', 5))), 'allowed')
  })

  test('A newer full set is allowed at any time, an older one never', () => {
    assert.equal(reason(set('full', 9), past(set('full', 5))), 'allowed')
    assert.equal(reason(set('full', 4), past(set('full', 5))), 'older-than-applied')
    assert.equal(reason(set('full', 9, { snapshot: day('2025-12-31') }), past(set('full', 5))), 'older-than-applied')
  })

  test('A set that was applied is applied again only when somebody asks for it', () => {
    const before = past(set('full', 5))
    assert.equal(reason(set('full', 5), before), 'already-applied')
    assert.equal(reason(set('full', 5), before, true), 'allowed')
    assert.equal(reason(set('update', 5, { madeAt: 'made 5' }), before, true), 'already-applied')
  })

  test('Two sets of one number and different timestamps are not the same set', () => {
    const before = past(set('full', 5))
    assert.equal(reason(set('full', 5, { madeAt: 'made otherwise' }), before), 'another-of-that-number')
    assert.equal(reason(set('full', 5, { madeAt: 'made otherwise' }), before, true), 'another-of-that-number')
  })
})

describe('G7: a stopped import goes on where it was', () => {
  test('The same set goes on, and nothing else comes between but a newer full set', () => {
    const before = past(set('full', 5), set('update', 6))
    assert.equal(goesOn(set('update', 6), before.open), true)
    assert.equal(goesOn(set('update', 6, { madeAt: 'made otherwise' }), before.open), false)
    assert.equal(reason(set('update', 6), before), 'allowed')
    assert.equal(reason(set('update', 7), before), 'unfinished')
    assert.equal(reason(set('full', 6), before), 'unfinished')
    assert.equal(reason(set('full', 7), before), 'allowed')
  })
})

test('G6: a set by which more than one enterprise in a hundred would cease waits for the operator’s word', () => {
  assert.equal(waitsForWord(0, 0), false)
  assert.equal(waitsForWord(10, 1000), false)
  assert.equal(waitsForWord(11, 1000), true)
  assert.equal(waitsForWord(1, 99), true)
})
