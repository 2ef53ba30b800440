import assert from 'node:assert/strict'
import { test } from 'node:test'
import { allowed, refused } from './ruling.ts'
import type { Ruling } from './ruling.ts'

test('a ruling is allowed, or refused with its reason', () => {
  const rule = (free: boolean): Ruling<'seat-taken'> => (free ? allowed : refused('seat-taken'))
  assert.deepEqual(rule(true), { allowed: true })
  assert.deepEqual(rule(false), { allowed: false, reason: 'seat-taken' })
})

test('nobody can turn the shared allowed value into something else', () => {
  assert.throws(() => Object.assign(allowed, { allowed: false }), TypeError)
  assert.equal(allowed.allowed, true)
})
