import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { parseEmail, parsePersonName, parsePhone } from '#kernel'
import type { NamePart } from '#kernel'
import { displayName, sameName } from './person-name.ts'

const part = (text: string): NamePart => {
  const parsed = parsePersonName(text)
  assert.ok(parsed.ok, text)
  return parsed.value
}
const name = (givenName: string, familyName: string) => ({ givenName: part(givenName), familyName: part(familyName) })

describe('A name', () => {
  const read: [string, string][] = [
    ['  An ', 'An'],
    ["D'Hondt", "D'Hondt"],
    ['D’Hondt', "D'Hondt"],
    ['Van  den   Bossche-Maes', 'Van den Bossche-Maes'],
    ['Jos. M.', 'Jos. M.'],
    ['Rene\u0301', 'René'],
    ['Ørsted', 'Ørsted'],
    ['Παπαδοπούλου', 'Παπαδοπούλου'],
    ['李', '李'],
    ['é'.repeat(100), 'é'.repeat(100)],
  ]
  for (const [typed, value] of read) {
    test(`is read from ${JSON.stringify(typed.slice(0, 30))}`, () => {
      assert.deepEqual(parsePersonName(typed), { ok: true, value })
    })
  }

  const refusals: [string, string][] = [
    ['', 'person-name-empty'],
    [' \t ', 'person-name-empty'],
    ['a'.repeat(101), 'person-name-length'],
    ['a'.repeat(100_000), 'person-name-length'],
    ['An1', 'person-name-characters'],
    ['An\r\nBcc: x', 'person-name-characters'],
    ['An\u0000', 'person-name-characters'],
    ['<b>An', 'person-name-characters'],
    ['An\u202Emaes', 'person-name-characters'],
    ['An\u200B', 'person-name-characters'],
    ['\u3164', 'person-name-characters'],
    ["-.'", 'person-name-characters'],
    ['\u0301a', 'person-name-characters'],
    ['\uD800', 'person-name-characters'],
  ]
  for (const [typed, error] of refusals) {
    test(`is not read from ${JSON.stringify(typed.slice(0, 30))}: ${error}`, () => {
      assert.deepEqual(parsePersonName(typed), { ok: false, error })
    })
  }

  test('that was read reads as itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const once = parsePersonName(text)
        if (once.ok) assert.deepEqual(parsePersonName(once.value), once)
      }),
    )
  })

  test('is shown as the enterprise typed it, else as the key told it, else not at all', () => {
    const [typed, told] = [name('An', 'Peters'), name('An Maria', 'Peeters')]
    assert.equal(displayName(told, typed), 'An Peters')
    assert.equal(displayName(told, null), 'An Maria Peeters')
    assert.equal(displayName({ givenName: null, familyName: null }, typed), 'An Peters')
    assert.equal(displayName({ givenName: null, familyName: null }, null), null)
    assert.equal(displayName(null, null), null)
  })

  test('is the same person’s with other case, accents, hyphens and further given names, and not with another first or family name', () => {
    assert.ok(sameName(name('an', 'PEETERS'), name('An Maria', 'Peeters')))
    assert.ok(sameName(name('René', "D'Hondt"), name('Rene', 'Dhondt')))
    assert.ok(sameName(name('Anne-Marie', 'Maes'), name('Anne Marie', 'Maes')))
    assert.ok(sameName(name('Marie-Anne', 'Maes'), name('Anne Marie', 'Maes')))
    assert.ok(!sameName(name('Ann', 'Peeters'), name('An Maria', 'Peeters')))
    assert.ok(!sameName(name('An', 'Peters'), name('An', 'Peeters')))
    assert.ok(!sameName(name('Maria', 'Peeters'), name('An Maria', 'Peeters')))
  })
})

describe('An e-mail address', () => {
  test('keeps its name and gets its domain in lower case', () => {
    assert.deepEqual(parseEmail(' An.Peeters+x@Korenaar.EXAMPLE '), {
      ok: true,
      value: 'An.Peeters+x@korenaar.example',
    })
  })

  const refusals: [string, string][] = [
    ['', 'email-empty'],
    ['an', 'email-malformed'],
    ['an@', 'email-malformed'],
    ['@x.example', 'email-malformed'],
    ['an@localhost', 'email-malformed'],
    ['an@127.0.0.1', 'email-malformed'],
    ['an@[127.0.0.1]', 'email-malformed'],
    ['an@@x.example', 'email-malformed'],
    ['an@x..example', 'email-malformed'],
    ['.an@x.example', 'email-malformed'],
    ['a n@x.example', 'email-malformed'],
    ['"an"@x.example', 'email-malformed'],
    ['an@-x.example', 'email-malformed'],
    ['an@x.example\r\nBcc: all@x.example', 'email-malformed'],
    ['an@x.example, all@x.example', 'email-malformed'],
    ['An <an@x.example>', 'email-malformed'],
    ['an\u0000@x.example', 'email-malformed'],
    [`${'a'.repeat(65)}@x.example`, 'email-length'],
    [`a@${'x.'.repeat(130)}example`, 'email-length'],
    ['a'.repeat(1_000_000), 'email-length'],
  ]
  for (const [typed, error] of refusals) {
    test(`is not ${JSON.stringify(typed.slice(0, 40))}: ${error}`, () => {
      assert.deepEqual(parseEmail(typed), { ok: false, error })
    })
  }
})

describe('A telephone number', () => {
  const read: [string, string | undefined, string][] = [
    ['+32475123456', undefined, '+32475123456'],
    ['+32 (0)475 12.34-56', undefined, '+32475123456'],
    ['0032 475/12 34 56', undefined, '+32475123456'],
    ['0475 12 34 56', '32', '+32475123456'],
    ['02 555 12 34', '32', '+3225551234'],
    ['+31 6 1234 5678', '32', '+31612345678'],
  ]
  for (const [typed, country, value] of read) {
    test(`is read from ${typed}${country === undefined ? '' : ` in the country ${country}`}`, () => {
      assert.deepEqual(parsePhone(typed, country), { ok: true, value })
    })
  }

  const refusals: [string, string][] = [
    ['', 'phone-empty'],
    ['0475123456', 'phone-malformed'],
    ['+0475123456', 'phone-malformed'],
    ['+32+475123456', 'phone-malformed'],
    ['+32 475 12 34 56 ext 7', 'phone-malformed'],
    ['+324\r\n75123456', 'phone-malformed'],
    ['+1234', 'phone-length'],
    ['+1234567890123456', 'phone-length'],
    ['1'.repeat(100_000), 'phone-length'],
  ]
  for (const [typed, error] of refusals) {
    test(`is not ${JSON.stringify(typed.slice(0, 30))}: ${error}`, () => {
      assert.deepEqual(parsePhone(typed), { ok: false, error })
    })
  }
})
