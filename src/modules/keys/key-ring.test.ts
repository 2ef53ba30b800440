import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { inspect } from 'node:util'
import { describe, test } from 'node:test'
import { KeyMissing, addKey, generateKeyFile, parseKeyFile, peopleKeys, useKey } from './key-ring.ts'
import type { KeyRing } from './key-ring.ts'

function ringOf(text: string): KeyRing {
  const parsed = parseKeyFile(text)
  assert.ok(parsed.ok)
  return parsed.value
}

const encoded = (fill: number): string => Buffer.alloc(32, fill).toString('base64')

describe('A key file', () => {
  test('that was generated is read back with one current key of 32 bytes', () => {
    const ring = ringOf(generateKeyFile(randomBytes))
    assert.deepEqual(ring.ids, [ring.current])
    assert.equal(ring.key(ring.current).length, 32)
  })

  test('never has the key or the id of another one', () => {
    const [one, other] = [ringOf(generateKeyFile(randomBytes)), ringOf(generateKeyFile(randomBytes))]
    assert.notEqual(one.current, other.current)
    assert.notDeepEqual(one.key(one.current), other.key(other.current))
  })

  test('gets a second key that reads at once and writes when it is told to', () => {
    const first = generateKeyFile(randomBytes)
    const second = addKey(first, randomBytes)
    const [before, after] = [ringOf(first), ringOf(second)]
    assert.equal(after.current, before.current)
    assert.equal(after.ids.length, 2)
    const added = after.ids.find((id) => id !== before.current) ?? ''
    const switched = ringOf(useKey(second, added))
    assert.equal(switched.current, added)
    assert.deepEqual(switched.key(before.current), before.key(before.current))
    assert.throws(() => useKey(second, 'k-unknown'), KeyMissing)
  })

  const refusals: [what: string, text: string, error: string][] = [
    ['no JSON', 'current: k1', 'key-file-malformed'],
    ['no keys', '{"current":"k1"}', 'key-file-malformed'],
    ['a list', '[]', 'key-file-malformed'],
    ['null', 'null', 'key-file-malformed'],
    ['a current key that is not there', `{"current":"k2","keys":{"k1":"${encoded(1)}"}}`, 'key-file-current-missing'],
    ['no key at all', '{"current":"k1","keys":{}}', 'key-file-current-missing'],
    [
      'a current key by inheritance',
      `{"current":"toString","keys":{"k1":"${encoded(1)}"}}`,
      'key-file-current-missing',
    ],
    [
      'a key of 31 bytes',
      `{"current":"k1","keys":{"k1":"${Buffer.alloc(31).toString('base64')}"}}`,
      'key-file-key-length',
    ],
    [
      'a key of 33 bytes',
      `{"current":"k1","keys":{"k1":"${Buffer.alloc(33).toString('base64')}"}}`,
      'key-file-key-length',
    ],
    ['a key that is no text', '{"current":"k1","keys":{"k1":32}}', 'key-file-key-length'],
    ['a key spelt loosely', `{"current":"k1","keys":{"k1":" ${encoded(1)}"}}`, 'key-file-key-length'],
    ['an id with a space', `{"current":"k 1","keys":{"k 1":"${encoded(1)}"}}`, 'key-file-key-id'],
    [
      'one key under two ids',
      `{"current":"k1","keys":{"k1":"${encoded(1)}","k2":"${encoded(1)}"}}`,
      'key-file-key-twice',
    ],
  ]
  for (const [what, text, error] of refusals) {
    test(`with ${what} is refused`, () => {
      assert.deepEqual(parseKeyFile(text), { ok: false, error })
    })
  }
})

describe('A key ring', () => {
  test('names the key that it misses', () => {
    const ring = ringOf(generateKeyFile(randomBytes))
    assert.throws(() => ring.key('k-2019'), { name: 'KeyMissing', keyId: 'k-2019', message: /"k-2019"/ })
  })

  test('shows its keys neither to a log nor to JSON', () => {
    const secret = Buffer.alloc(32, 7)
    const ring = ringOf(`{"current":"k1","keys":{"k1":"${secret.toString('base64')}"}}`)
    const shown = inspect(ring, { depth: 9, showHidden: true }) + JSON.stringify(ring)
    assert.ok(!shown.includes('07 07') && !shown.includes('7,') && !shown.includes(secret.toString('base64')))
  })

  test('does not look up with a key that decrypts', () => {
    const text = generateKeyFile(randomBytes)
    assert.throws(() => peopleKeys(ringOf(text), ringOf(text)), TypeError)
    assert.ok(peopleKeys(ringOf(text), ringOf(generateKeyFile(randomBytes))))
  })
})
