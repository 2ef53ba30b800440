import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { assuranceLevels, instant } from '#kernel'
import {
  isFresh,
  keyUsed,
  levelEnough,
  pendingMax,
  returnPath,
  sessionStands,
  stillPending,
  withPending,
} from './rules.ts'
import { hashOf, newSecret } from './secrets.ts'
import type { Pending, PendingByState } from './session.ts'

const minute = 60_000

test('S1: a session ends 30 minutes after it was last used, and 8 hours after the sign-in whatever happens', () => {
  const session = { seenAt: instant(0), expiresAt: instant(480 * minute) }
  assert.deepEqual(sessionStands(session, instant(30 * minute - 1)), { allowed: true })
  assert.deepEqual(sessionStands(session, instant(30 * minute)), { allowed: false, reason: 'session-idle' })
  const used = { ...session, seenAt: instant(479 * minute) }
  assert.deepEqual(sessionStands(used, instant(480 * minute - 1)), { allowed: true })
  assert.deepEqual(sessionStands(used, instant(480 * minute)), { allowed: false, reason: 'session-expired' })
})

test('S2: what is grave asks a sign-in of the last 5 minutes', () => {
  assert.equal(isFresh(instant(0), instant(5 * minute)), true)
  assert.equal(isFresh(instant(0), instant(5 * minute + 1)), false)
  assert.equal(isFresh(instant(1), instant(0)), false, 'a sign-in of the future is none')
})

test('S3: a sign-in counts only at the level that was asked, or above', () => {
  for (const reached of assuranceLevels) {
    for (const asked of assuranceLevels) {
      assert.equal(levelEnough(reached, asked).allowed, reached >= asked, `${reached} for ${asked}`)
    }
  }
})

test('S4: a key never counts for more than the catalogue says it is worth', () => {
  const keys = [
    { code: 'eid', level: 500, amr: 'eid' },
    { code: 'itsme', level: 450, amr: 'bmid' },
  ] as const
  assert.equal(keyUsed(keys, ['bmid'], 450)?.code, 'itsme')
  assert.equal(keyUsed(keys, ['pwd', 'eid'], 400)?.code, 'eid')
  assert.equal(keyUsed(keys, ['bmid'], 500), null)
  assert.equal(keyUsed(keys, ['itsme'], 400), null)
  assert.equal(keyUsed(keys, [], 100), null)
})

const evil = ['evil.example', 'evil%E3%80%82example', 'evil.example:80', 'a@evil.example', '[::1]', '2130706433']
const starts = [
  '//',
  '///',
  '/\\',
  '\\/',
  '\\\\',
  '/\t/',
  '/\n/',
  '\t//',
  ' //',
  '/%09/',
  '/./\\',
  '/.//',
  '/..//',
  '/a/..//',
  '/%2e//',
  '/%2E%2E//',
]
const schemes = [
  'http:',
  'https:',
  'HTTPS:',
  'javascript:',
  'JaVaScRiPt:',
  'data:',
  'vbscript:',
  'blob:',
  'ftp:',
  'ws:',
  'file:',
  'about:',
]
const joins = ['', '/', '//', '\\', '\t//', '%2F%2F', ' //']

/** Six hundred ways to lead a browser elsewhere. */
const payloads: string[] = [
  ...starts.flatMap((start) => evil.flatMap((host) => [`${start}${host}`, `${start}${host}/nl`])),
  ...schemes.flatMap((scheme) => joins.flatMap((join) => evil.slice(0, 4).map((host) => `${scheme}${join}${host}`))),
  ...evil.flatMap((host) => [
    host,
    `@${host}`,
    `.${host}`,
    `?${host}`,
    `#${host}`,
    `;${host}`,
    `//${host}@home.example`,
  ]),
  '',
  'javascript:alert(1)//',
  '/\u0000/evil.example',
  '/\u2028/evil.example',
  '//',
  '/nl\r\nset-cookie: a=b',
  `/${'a'.repeat(3_000)}`,
  'mailto:a@evil.example',
  'tel:1',
  '#x',
]

test(`S5: none of ${payloads.length} addresses that lead elsewhere is gone to`, () => {
  assert.ok(new Set(payloads).size >= 500)
  for (const payload of payloads) {
    const to = returnPath(payload, '/nl')
    for (const browser of [new URL(to, 'https://home.example'), new URL(to, 'http://127.0.0.1:8080')]) {
      assert.ok(browser.origin === 'https://home.example' || browser.origin === 'http://127.0.0.1:8080', payload)
    }
    assert.ok(to.startsWith('/') && !to.startsWith('//'), payload)
    assert.doesNotMatch(to, /[\r\n\t\\]/, payload)
  }
  assert.equal(returnPath(null, '/nl'), '/nl')
})

test('S5: whatever is typed leads to this site; a path of this site leads where it says', () => {
  const piece = fc.constantFrom(
    '/',
    '\\',
    '.',
    '..',
    ':',
    '@',
    '?',
    '#',
    '%2f',
    '%5c',
    '\t',
    '\n',
    'evil.example',
    'http',
    'a',
  )
  const text = fc.oneof(
    fc.string(),
    fc.array(piece, { maxLength: 8 }).map((parts) => parts.join('')),
    fc.webUrl(),
  )
  fc.assert(
    fc.property(text, (typed) => {
      assert.equal(new URL(returnPath(typed, '/nl'), 'https://home.example').origin, 'https://home.example')
    }),
    { numRuns: 2_000 },
  )
  for (const path of ['/nl', '/nl/enterprises/0123456749/users?sort=name&page=2', '/fr/caf%C3%A9#top']) {
    assert.equal(returnPath(path, '/en'), path)
  }
})

const pendingAt = (at: number): Pending => {
  return { nonce: 'n', verifier: 'v', level: 400, to: '/nl', language: 'nl', at: instant(at) }
}

test('S6: at most 8 sign-ins are under way in one browser, each for 10 minutes; the oldest makes room', () => {
  let pending: PendingByState = {}
  for (let at = 1; at <= 20; at++) pending = withPending(pending, `state-${at}`, pendingAt(at))
  assert.equal(Object.keys(pending).length, pendingMax)
  assert.deepEqual(
    Object.keys(pending).toSorted(),
    [13, 14, 15, 16, 17, 18, 19, 20].map((at) => `state-${at}`),
  )
  assert.equal(Object.keys(stillPending(pending, instant(10 * minute + 13))).length, 7)
  assert.deepEqual(Object.keys(withPending(pending, 'new', pendingAt(11 * minute))), ['new'])
})

test('S7: only what has the form of a secret of ours reaches the store, as its SHA-256', () => {
  const secret = newSecret((size) => new Uint8Array(size).fill(7))
  assert.equal(secret.length, 43)
  assert.equal(hashOf(secret)?.length, 32)
  for (const text of ['', secret.slice(1), `${secret}x`, `${secret.slice(1)}=`, `${secret.slice(2)}é`]) {
    assert.equal(hashOf(text), null)
  }
})
