import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { formatNationalNumber, makeNationalNumber } from '#kernel'
import { clientAddress, trustedProxies } from './client-address.ts'
import { preferredLanguage } from './language-choice.ts'
import { redactNumbers } from './redact.ts'

const nationalNumber = fc
  .record({
    year: fc.integer({ min: 1900, max: 2099 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    counter: fc.integer({ min: 1, max: 998 }),
    bis: fc.constantFrom(undefined, 'sex-known' as const, 'sex-unknown' as const),
  })
  .map((parts) => makeNationalNumber(parts))

const percentEncoded = (text: string): string =>
  [...text].map((char) => `%${char.charCodeAt(0).toString(16).padStart(2, '0')}`).join('')

describe('I13: no national number reaches the log', () => {
  test('every spelling of every number is taken out of a path', () => {
    fc.assert(
      fc.property(nationalNumber, fc.constantFrom('', 'x', 'a-', 'n.'), (number, before) => {
        const spellings = [
          number,
          formatNationalNumber(number),
          number.split('').join(' '),
          number.split('').join('-'),
          percentEncoded(number),
          percentEncoded(percentEncoded(number)),
          encodeURIComponent(formatNationalNumber(number).replaceAll('.', ' ')),
          formatNationalNumber(number).replaceAll('.', '%2F'),
        ]
        for (const spelling of spellings) {
          const redacted = redactNumbers(`/nl/person/${before}${spelling}/rights`)
          assert.match(redacted, /^\/nl\/person\/.*\[number\].*\/rights$/, spelling)
          const left = decodeURIComponent(decodeURIComponent(redacted)).replaceAll(/\D/g, '')
          assert.ok(!left.includes(number), spelling)
        }
      }),
    )
  })

  test('a number inside a longer run of digits is taken out as well', () => {
    assert.equal(redactNumbers('/x/985073003328'), '/x/9[number]')
  })

  test('ids, enterprise numbers and ordinary paths stay as they are', () => {
    for (const path of [
      '/nl/enterprises/0123456749/groups/1/users',
      '/nl/x/018f3c2a-1234-7123-8123-123456789012',
      '/en/caf%C3%A9',
      '/nl/85073003329',
      '/%E0%A4%A',
    ]) {
      assert.equal(redactNumbers(path), path)
    }
  })
})

describe('whom a request comes from', () => {
  const trusted = trustedProxies(['10.0.0.0/8', '::1', '192.0.2.7'])

  test('without a trusted proxy the header is not read', () => {
    assert.equal(clientAddress('203.0.113.5', '198.51.100.1', trusted), '203.0.113.5')
    assert.equal(clientAddress('203.0.113.5', undefined, trusted), '203.0.113.5')
  })

  test('behind proxies it is the nearest address that is none, not what the client wrote before it', () => {
    assert.equal(clientAddress('10.0.0.1', '198.51.100.1', trusted), '198.51.100.1')
    assert.equal(clientAddress('::ffff:10.0.0.1', '1.1.1.1, 198.51.100.1, 10.2.3.4', trusted), '198.51.100.1')
    assert.equal(clientAddress('::1', '2001:db8::5', trusted), '2001:db8::5')
  })

  test('a header that is no address says nothing', () => {
    assert.equal(clientAddress('10.0.0.1', 'unknown', trusted), '10.0.0.1')
    assert.equal(clientAddress('10.0.0.1', '198.51.100.1, <script>', trusted), '10.0.0.1')
    assert.equal(clientAddress('10.0.0.1', '', trusted), '10.0.0.1')
  })

  test('a setting that is no network stops the start', () => {
    for (const entry of ['proxy', '10.0.0.0/33', '10.0.0.0/0', '10.0.0.0/x', '10.0.0.0/8/8', '']) {
      assert.throws(() => trustedProxies([entry]), /Not an address/, entry)
    }
  })
})

test('Accept-Language is read by its weights, and nonsense in it is passed over', () => {
  assert.equal(preferredLanguage('fr-BE, nl;q=0.9'), 'fr')
  assert.equal(preferredLanguage('es;q=1, de;q=0.2, nl;q=0.5'), 'nl')
  assert.equal(preferredLanguage('nl;q=0, en;q=0.1'), 'en')
  assert.equal(preferredLanguage('*'), null)
  assert.equal(preferredLanguage(undefined), null)
  fc.assert(fc.property(fc.string(), (text) => [null, 'nl', 'fr', 'de', 'en'].includes(preferredLanguage(text))))
})
