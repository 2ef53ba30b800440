import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assuranceLevels, parseAssuranceLevel } from './assurance-level.ts'

test('every level is read as a number and as text', () => {
  assert.deepEqual([...assuranceLevels], [100, 200, 300, 400, 450, 500])
  for (const level of assuranceLevels) {
    assert.deepEqual(parseAssuranceLevel(level), { ok: true, value: level })
    assert.deepEqual(parseAssuranceLevel(String(level)), { ok: true, value: level })
  }
})

test('what is no level is refused, never rounded to one', () => {
  for (const text of ['', '0', '401', '600', '4e2', ' 400', '400.0', '0400', '４00', NaN, Infinity, -500, 499.9, 600]) {
    assert.deepEqual(parseAssuranceLevel(text), { ok: false, error: 'assurance-level-unknown' }, String(text))
  }
})
