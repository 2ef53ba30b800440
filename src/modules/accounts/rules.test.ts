import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { describe, test } from 'node:test'
import { instant, languages, type Email, type Phone } from '#kernel'
import { belgium } from '../../../test/support/world.ts'
import { codeOf, secretText, stepAt, stepOfCode } from './secrets/app-code.ts'
import { isCommon } from './secrets/guessed-first.ts'
import { decoy, hashPassword, isPassword } from './secrets/password-hash.ts'
import {
  accountKey,
  codeDoors,
  isProvisionalForm,
  lifeMs,
  mayBePassword,
  mayOpen,
  mayTry,
  passwordDoors,
  placeOf,
  provisionalStands,
} from './rules.ts'
import { newToken, newWord, parseWord, shownWord, tokenHash, wordLength } from './secrets/words.ts'
import { messageTexts } from './texts/index.ts'

const random = (size: number) => new Uint8Array(randomBytes(size))
const cheap = { logN: 10, r: 8, p: 1 }
const email = 'li.wei@harbour.example' as Email
const phone = '+32475123456' as Phone
const reasonOf = (password: string, own: (string | null)[] = []): string => {
  const ruling = mayBePassword(password, own)
  return ruling.allowed ? 'allowed' : ruling.reason
}

describe('who gets an account', () => {
  test('P11 an address and a phone are needed, and a catalogue with a key of accounts', () => {
    assert.deepEqual(mayOpen(belgium, { email, phone }), { allowed: true })
    for (const reach of [{ email }, { phone }, {}, { email: null, phone }]) {
      assert.deepEqual(mayOpen(belgium, reach), { allowed: false, reason: 'number-or-contact-needed' })
    }
    const keys = new Map([...belgium.keys].map(([code, key]) => [code, { ...key, account: false }] as const))
    const without = { ...belgium, keys }
    assert.equal(accountKey(without), undefined)
    assert.equal(mayOpen(without, { email, phone }).allowed, false)
    assert.equal(accountKey(belgium)?.level, 400)
  })
})

describe('words and tokens', () => {
  test('P12 a user name is eight letters that nobody takes for another, read however it is typed', () => {
    for (let n = 0; n < 2000; n++) assert.match(newWord(random), /^[a-hj-km-np-uw-z2-9]{8}$/)
    const word = newWord(random)
    assert.equal(parseWord(shownWord(word).toUpperCase()), word)
    assert.equal(parseWord(` ${word.slice(0, 2)} ${word.slice(2)}\t`), word)
    for (const typed of [
      '',
      'a',
      'abcdefg',
      'abcdefghi',
      'abcdefg0',
      'abcdefgl',
      'abcdéfgh',
      'a'.repeat(100_000),
      'abcd\u0000fgh',
    ]) {
      assert.equal(parseWord(typed), null, typed.slice(0, 20))
    }
  })

  test('P12 every letter is as likely as another', () => {
    const counts = new Map<string, number>()
    for (let n = 0; n < 6000; n++)
      for (const letter of newWord(random)) counts.set(letter, (counts.get(letter) ?? 0) + 1)
    assert.equal(counts.size, 30)
    const mean = (6000 * wordLength) / 30
    for (const [letter, count] of counts) assert.ok(Math.abs(count - mean) < 6 * Math.sqrt(mean), `${letter}: ${count}`)
  })

  test('P12 the hash of a token is all that is kept, and what is no token of ours has none', () => {
    const token = newToken(random)
    assert.equal(tokenHash(token)?.length, 32)
    for (const text of ['', token.slice(1), `${token}a`, `${token.slice(0, 42)}+`, 'x'.repeat(1_000_000)]) {
      assert.equal(tokenHash(text), null)
    }
  })

  test('P13 a provisional password counts for 24 hours, not longer', () => {
    const until = instant(1_000_000 + lifeMs.provisional)
    assert.ok(provisionalStands(until, instant(until - 1)))
    assert.ok(!provisionalStands(until, until))
    assert.ok(!provisionalStands(null, instant(0)))
    assert.ok(isProvisionalForm('abcd-efgh') && !isProvisionalForm('a'.repeat(12)))
  })

  test('P13 the SMS is one message of 160 signs that every phone shows, in four languages', () => {
    for (const language of languages) {
      const text = messageTexts[language].provisional({ password: 'abcd-efgh', hours: 24 })
      assert.ok(text.length <= 160, `${language}: ${text.length}`)
      assert.match(text, /^[\w .,:;'’éèäöüàùß-]+$/, language)
      assert.ok(text.includes('abcd-efgh'))
    }
  })
})

describe('passwords', () => {
  test('P14 what is long and not guessed first is a password, whatever its signs', () => {
    for (const password of [
      'vier paarden op een dak',
      'kasseien en regen',
      'zzqpxmvbtrwk',
      'ΠαπαδοπούλουΡεμπέτικο',
      '李李王王赵赵钱钱孙孙周周吴',
      '🚲🌧️🏰🧇🍟🎷🚂🌉🐄🌾🛶🎨',
      'a'.repeat(3) + 'frituur aan zee',
      '839204715603',
    ])
      assert.equal(reasonOf(password), 'allowed', password)
  })

  test('P14 what is short, endless, guessed first or made of the person’s own names is none', () => {
    const own = ['kh7m2x9p', 'Wei', 'Liang', 'li.wei@harbour.example', '+32475123456']
    assert.equal(reasonOf('elf tekens!'), 'password-too-short')
    assert.equal(reasonOf(''), 'password-too-short')
    assert.equal(reasonOf('🚲🚲🚲🚲🚲🚲'), 'password-too-short', 'signs are counted, not their halves')
    assert.equal(reasonOf('ab'.repeat(65)), 'password-too-long')
    assert.equal(reasonOf('x'.repeat(1_000_000)), 'password-too-long')
    for (const password of [
      'aaaaaaaaaaaa',
      'abcabcabcabc',
      '121212121212',
      'password1234',
      'P4$$w0rd2026!!',
      'WachtwoordWelkom1',
      'qwertyuiop12',
      'azertyuiop!!',
      '123456789012',
      '098765432109',
      'welkom2026!!',
      'motdepasse123',
      '1234passwort',
      'Brussel-Brussel-1',
    ])
      assert.equal(reasonOf(password, own), 'password-common', password)
    for (const password of ['kh7m-2x9p kh7m', 'harbour.example1', 'li.wei@harbour.example', '+32475123456!'])
      assert.equal(reasonOf(password, own), 'password-personal', password)
    assert.equal(reasonOf('harbour lights in november', own), 'allowed')
  })

  test('P14 what only repeats a word that is guessed first is one of those, however often', () => {
    for (const text of ['abc'.repeat(42), 'testtest'.repeat(15), 'secret'.repeat(20)]) assert.ok(isCommon(text), text)
  })

  test('P14 a hash stands with its parameters, tells right from wrong, and each is another', async () => {
    const password = 'vier paarden op een dak'
    const one = await hashPassword(password, random, cheap)
    const two = await hashPassword(password, random, { ...cheap, logN: 11 })
    assert.ok(one && two)
    assert.match(one, /^scrypt\$10\$8\$1\$/)
    assert.notEqual(one, two)
    assert.equal(await isPassword(password, one), true)
    assert.equal(await isPassword(password, two), true, 'made under other parameters')
    assert.equal(await isPassword(`${password} `, one), false)
    assert.equal(
      await isPassword('ka\u0301sseien en regen', (await hashPassword('k\u00e1sseien en regen', random, cheap)) ?? ''),
      true,
    )
    assert.equal(await isPassword('', decoy(cheap)), false)
    await assert.rejects(isPassword(password, 'plain'), (fault: Error) => !fault.message.includes(password))
  })

  test('P14 more hashes at once than the machine bears are refused, not queued for ever', async () => {
    const stored = decoy(cheap)
    const answers = await Promise.all(Array.from({ length: 200 }, () => isPassword('x', stored)))
    assert.ok(answers.includes(null) && answers.includes(false))
    assert.equal(await isPassword('x', stored), false, 'and afterwards it works again')
  })
})

describe('the code of the app', () => {
  const secret = new TextEncoder().encode('12345678901234567890')

  test('P15 is the one of RFC 6238, appendix B', () => {
    const vectors: [number, string][] = [
      [59, '287082'],
      [1111111109, '081804'],
      [1111111111, '050471'],
      [1234567890, '005924'],
      [2000000000, '279037'],
    ]
    for (const [seconds, code] of vectors) assert.equal(codeOf(secret, stepAt(instant(seconds * 1000))), code)
    assert.equal(secretText(secret), 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ')
  })

  test('P15 counts in its step and the next one, once, and only when it is six digits', () => {
    const now = instant(1_795_255_200_000)
    const step = stepAt(now)
    assert.equal(stepOfCode(secret, codeOf(secret, step), now, 0), step)
    assert.equal(stepOfCode(secret, codeOf(secret, step - 1), now, 0), step - 1)
    assert.equal(stepOfCode(secret, codeOf(secret, step - 2), now, 0), null)
    assert.equal(stepOfCode(secret, codeOf(secret, step + 1), now, 0), null)
    assert.equal(stepOfCode(secret, codeOf(secret, step), now, step), null, 'taken before')
    assert.equal(stepOfCode(secret, codeOf(secret, step - 1), now, step), null, 'older than the last one taken')
    for (const typed of ['', '12345', '1234567', 'abcdef', '１２３４５６', `${codeOf(secret, step)}\n`]) {
      assert.equal(stepOfCode(secret, typed, now, 0), null, typed)
    }
  })
})

describe('tries', () => {
  const shut = (failed: readonly number[], known: boolean): boolean => {
    const doors = passwordDoors('kh7m2x9p', '192.0.2.7').map((door, at) => ({ ...door, failed: failed[at] ?? 0 }))
    return !mayTry(doors, known).allowed
  }

  test('P15 five at a place, thirty of a place, fifty in all; a known place is not shut by others', () => {
    assert.ok(!shut([4, 49, 29], false))
    assert.ok(shut([5, 5, 5], false))
    assert.ok(shut([0, 0, 30], true))
    assert.ok(shut([0, 50, 0], false))
    assert.ok(!shut([0, 50, 0], true), 'nobody locks another out')
  })

  test('P15 a place is an IPv4 address, or the network of an IPv6 one, however it is written', () => {
    assert.equal(placeOf('192.0.2.7'), '192.0.2.7')
    assert.equal(placeOf('::ffff:192.0.2.7'), '192.0.2.7')
    const net = placeOf('2001:db8:0:1:aaaa::1')
    for (const ip of ['2001:db8:0:1::', '2001:DB8:0000:0001:ffff:ffff:ffff:ffff', '2001:db8:0:1:2::3'])
      assert.equal(placeOf(ip), net)
    assert.notEqual(placeOf('2001:db8:0:2::1'), net)
    assert.equal(placeOf('::1'), '0:0:0:0/64')
    assert.equal(placeOf('fe80::1%eth0'), placeOf('fe80::2'))
  })

  test('P15 a guess succeeds less than once in 100,000 accounts and days: calculated, and simulated with a gateway of few codes (I11)', () => {
    const codesRight = 2
    const [, everywhere] = codeDoors('person', 'place')
    assert.ok(((everywhere?.failuresMax ?? 0) * codesRight) / 1e6 < 1e-5)
    const password = passwordDoors('kh7m2x9p', 'place')[1]
    assert.ok((password?.failuresMax ?? 0) / 30 ** wordLength < 1e-5)
    // The same doors before a code of three digits: an attacker with a new place for each try, for 20,000 days.
    let guessed = 0
    const days = 20_000
    for (let day = 0; day < days; day++) {
      const right = new Set([day % 1000, (day * 7 + 1) % 1000])
      let failed = 0
      while (mayTry([{ ...codeDoors('person', 'x')[1]!, failed }], false).allowed) {
        const guess = random(2).reduce((sum, byte) => sum * 256 + byte, 0) % 1000
        if (right.has(guess)) break
        failed++
      }
      if (failed < 4) guessed++
    }
    const expected = days * (1 - (1 - 2 / 1000) ** 4)
    assert.ok(Math.abs(guessed - expected) < 6 * Math.sqrt(expected), `${guessed} of ${expected}`)
  })
})
