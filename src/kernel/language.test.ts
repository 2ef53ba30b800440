import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isLanguage, languages } from './language.ts'

test('the four languages stand in the order of the language choice', () => {
  assert.deepEqual([...languages], ['nl', 'fr', 'de', 'en'])
  assert.ok(languages.every(isLanguage))
})

test('anything else from outside is no language', () => {
  for (const other of ['', 'NL', 'nl-BE', 'it', 'constructor', '__proto__', 0, null, undefined, ['nl'], {}]) {
    assert.equal(isLanguage(other), false, String(other))
  }
})
