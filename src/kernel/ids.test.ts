import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { isUuid } from './ids.ts'

const uuid = '0b8f6f0e-7c1e-4f7e-9d5b-3a1c2d4e5f60'

test('a uuid in lower case with hyphens is a uuid', () => {
  assert.ok(isUuid(uuid))
  assert.ok(isUuid(randomUUID()))
})

test('other spellings and other values are not', () => {
  assert.equal(isUuid(`0B${uuid.slice(2)}`), false)
  const other = [uuid.toUpperCase(), `{${uuid}}`, uuid.replaceAll('-', ''), `${uuid}\n`, ` ${uuid}`, uuid.slice(1), '']
  for (const text of [
    ...other,
    `${uuid}0`,
    uuid.replace('0', 'g'),
    null,
    undefined,
    7,
    [uuid],
    { toString: () => uuid },
  ]) {
    assert.equal(isUuid(text), false, String(text))
  }
})
