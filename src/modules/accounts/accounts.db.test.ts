import assert from 'node:assert/strict'
import crypto, { randomBytes, randomUUID } from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'
import { after, before, mock, test } from 'node:test'
import { recordEntry } from '#audit'
import { factWriter, inTransaction, type Store, type Transaction } from '#database'
import {
  instant,
  parseEmail,
  parsePersonName,
  parsePhone,
  type EnterpriseId,
  type Instant,
  type PersonId,
} from '#kernel'
import { smtpMailer } from '#notices'
import { personById, updateAccount } from '#people'
import { loadSession } from '#sign-in'
import { describeOnBothStores } from '../../../test/support/stores.ts'
import { belgium, worldOn } from '../../../test/support/world.ts'
import { codeOf, stepAt } from './secrets/app-code.ts'
import type { AccountDeps } from './deps.ts'
import { accountSending, addresses, bySteps, correctReach, personWithoutNumber, rekeyAccounts } from './index.ts'
import type { AccountMail } from './send-messages.ts'
import { startMailServer, type MailServer } from './test-support/mail-server.ts'
import { startGateway, type Gateway } from './test-support/sms-gateway.ts'
import { KeyRing } from '#keys'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const start = instant(1_795_255_200_000)
const random = (size: number) => new Uint8Array(randomBytes(size))
const good = 'vier paarden op een dak'

function must<T>(parsed: { ok: true; value: T } | { ok: false; error: string }): T {
  assert.ok(parsed.ok, JSON.stringify(parsed))
  return parsed.value
}

let mail: MailServer
let gateway: Gateway
before(async () => {
  mail = await startMailServer()
  gateway = await startGateway()
})
after(() => Promise.all([mail.stop(), gateway.stop()]))

let persons = 0
const freshEmail = (): string => `person${(persons += 1)}@harbour.example`
const place = '192.0.2.7'

describeOnBothStores('accounts without a national number', (open) => {
  let store: Store
  let deps: AccountDeps
  let house: AccountMail
  let now = start
  let enterprise: EnterpriseId
  const later = (ms: number): Instant => (now = instant(now + ms))

  before(async () => {
    store = await open()
    const world = worldOn(store)
    const clock = { now: () => now }
    const common = { store, catalogue: () => belgium, keys: world.deps.keys, clock, newId: randomUUID, random }
    deps = { ...common, passwordCost: { logN: 10, r: 8, p: 1 } }
    const publicUrl = 'https://access.example'
    const mailer = smtpMailer(mail.url, 'no-reply@claviger.example')
    house = { ...deps, mailer, sms: gateway.client(), publicUrl, defaultLanguage: 'en', limit: 50 }
    enterprise = randomUUID() as EnterpriseId
    await write((trx) => trx.insertInto('enterprise').values({ id: enterprise, created_at: now }).execute())
  })

  async function write<T>(work: (trx: Transaction) => Promise<T>): Promise<T> {
    const { value } = await inTransaction(store, work)
    return value as T
  }

  type Who = { personId: PersonId; email: string; phone: string }

  /** Somebody is typed without a number and gets a membership. */
  async function typed(change: { email?: string; phone?: string; ground?: boolean } = {}): Promise<Who> {
    const { email = freshEmail(), phone = `+324751${String(10_000 + persons).slice(-5)}`, ground = true } = change
    const person = {
      givenName: must(parsePersonName('Wei')),
      familyName: must(parsePersonName('Liang')),
      email: must(parseEmail(email)),
      phone: must(parsePhone(phone)),
    }
    later(1)
    const personId = await write(async (trx) => {
      const id = await personWithoutNumber(trx, { ...deps, now }, enterprise, person)
      const values = { given_name: 'Wei', family_name: 'Liang', email, phone }
      await trx
        .insertInto('known_as')
        .values({ enterprise_id: enterprise, person_id: id, ...values })
        .onConflict((conflict) => conflict.columns(['enterprise_id', 'person_id']).doNothing())
        .execute()
      if (ground && !(await grounded(trx, id))) await give(trx, id)
      return id
    })
    return { personId, email, phone }
  }

  const grounded = async (trx: Transaction, id: PersonId) =>
    (await trx.selectFrom('current_membership').select('row_id').where('person_id', '=', id).execute()).length > 0

  async function give(trx: Transaction, id: PersonId): Promise<void> {
    const by = { by_person: id, by_basis: randomUUID() }
    const body = { enterprise_id: enterprise, capacity: 'employer', person_id: id, ...by }
    await recordEntry(trx, { event: 'user-created', via: 'system', facts: [], details: {} }, { ...deps, now })
    await factWriter(trx, { now, newId: randomUUID }).record('membership', body, { from: now, until: null })
  }

  async function sendAll(): Promise<void> {
    const report = await accountSending.send(house)
    assert.deepEqual(report.faults, [])
  }

  const linkTo = (email: string): string => /[?]link=([A-Za-z0-9_-]{43})/.exec(mail.last(email))?.[1] ?? ''
  const userNameOf = (email: string): string => /Your user name: (\S+)/.exec(mail.last(email))?.[1] ?? ''
  const smsTo = (phone: string): string => /is ([a-z2-9]{4}-[a-z2-9]{4})/.exec(gateway.last(phone))?.[1] ?? ''

  async function provisionalOf(who: Who): Promise<string> {
    await sendAll()
    assert.ok(await bySteps.askProvisional(deps, { link: linkTo(who.email), language: 'en' }))
    await sendAll()
    return smsTo(who.phone)
  }

  async function tokenFor(userName: string, password: string, from = place) {
    const tried = await bySteps.tryPassword(deps, { userName, password, place: from })
    assert.ok(tried.ok, JSON.stringify(tried))
    return tried
  }

  const secretOf = async (token: string): Promise<Uint8Array> => {
    const shown = await bySteps.readAppSecret(deps, token)
    const bits = [...(shown?.text ?? '').replaceAll(' ', '')]
      .map((sign) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0'))
      .join('')
    return Uint8Array.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)))
  }

  /** All the way to a session. */
  async function activated(who: Who, from = place) {
    const provisional = await provisionalOf(who)
    const userName = userNameOf(who.email)
    const first = await tokenFor(userName, provisional, from)
    assert.equal(first.step, 'choose-password')
    const chosen = await bySteps.choosePassword(deps, { token: first.token, password: good, again: good, place: from })
    assert.ok(chosen.ok && chosen.step === 'set-up-app', JSON.stringify(chosen))
    const secret = await secretOf(chosen.token)
    assert.equal(secret.length, 20)
    const code = codeOf(secret, stepAt(now))
    const cookie = null
    const done = await bySteps.signInByCode(deps, {
      step: 'set-up-app',
      token: chosen.token,
      code,
      place: from,
      cookie,
    })
    assert.ok(done.ok, JSON.stringify(done))
    return { userName, secret, done }
  }

  test('P11 P12 P13 P15 from the mailed link to a session at the level of the key', async () => {
    const who = await typed()
    const { done, userName } = await activated(who)
    const session = await loadSession(deps, done.cookie)
    assert.equal(session?.signedIn?.person.id, who.personId)
    assert.equal(session?.signedIn?.level, 400)
    assert.equal(session?.signedIn?.key, 'mobile-code')
    assert.equal(session?.signedIn?.person.givenName, 'Wei')
    assert.equal((await personById(store.reader, who.personId))?.kind, 'no-national-number')
    assert.ok(!mail.last(who.email).includes(smsTo(who.phone)), 'never both by one channel')
    assert.ok(!gateway.last(who.phone).includes(userName))
    const [own] = await addresses.of(store.reader, who.personId)
    assert.deepEqual(own, { email: who.email, own: true, verified: true })
  })

  test('P11 the same name, address and phone are the same person in one enterprise, and never in another', async () => {
    const who = await typed()
    assert.equal((await typed({ email: who.email, phone: who.phone })).personId, who.personId)
    assert.notEqual((await typed({ email: who.email, phone: '+32475999999' })).personId, who.personId)
    const first = enterprise
    enterprise = randomUUID() as EnterpriseId
    await write((trx) => trx.insertInto('enterprise').values({ id: enterprise, created_at: now }).execute())
    assert.notEqual((await typed({ email: who.email, phone: who.phone })).personId, who.personId)
    enterprise = first
  })

  test('P11 the database refuses an account beside a national number, with the program’s check off', async () => {
    const id = randomUUID() as PersonId
    const account = { person_id: id, user_name: 'abcdefgh', opened_at: now }
    await write((trx) => trx.insertInto('person').values({ id, created_at: now }).execute())
    await assert.rejects(
      write((trx) => trx.insertInto('person_account').values(account).execute()),
      /person_account/,
    )
    const kind = 'national-number' as 'no-national-number'
    await assert.rejects(
      write((trx) =>
        trx
          .insertInto('person_account')
          .values({ ...account, kind })
          .execute(),
      ),
      /account_without_a_number/,
    )
  })

  test('P12 I7 a link is read without being used, used once by a hundred at once, and every changed one is none', async () => {
    const who = await typed()
    await sendAll()
    const link = linkTo(who.email)
    for (let n = 0; n < 3; n++) assert.ok(await bySteps.readLink(store.reader, link, now))
    for (const other of ['', link.slice(1), `${link}x`, link.toUpperCase(), `${link.slice(0, 42)}_`, 'a'.repeat(43)]) {
      if (other === link) continue
      assert.equal(await bySteps.readLink(store.reader, other, now), null)
      assert.equal(await bySteps.askProvisional(deps, { link: other, language: 'en' }), null)
    }
    assert.equal(await addresses.confirm(deps, link), null, 'bound to what it is for')
    const uses = await Promise.all(
      Array.from({ length: 100 }, () => bySteps.askProvisional(deps, { link, language: 'en' })),
    )
    assert.equal(uses.filter((used) => used !== null).length, 1)
    assert.equal(await bySteps.readLink(store.reader, link, now), null)
    await assert.rejects(
      write((trx) =>
        trx.updateTable('account_token').set({ used_at: null }).where('person_id', '=', who.personId).execute(),
      ),
      /stays used/,
    )
  })

  test('P12 a link ends after 30 days, by a newer one, and by another address', async () => {
    const who = await typed()
    await sendAll()
    const first = linkTo(who.email)
    await typed(who)
    await sendAll()
    const second = linkTo(who.email)
    assert.notEqual(second, first)
    assert.equal(await bySteps.readLink(store.reader, first, now), null)
    assert.ok(await bySteps.readLink(store.reader, second, instant(now + 30 * day - 1)))
    assert.equal(await bySteps.readLink(store.reader, second, instant(now + 30 * day)), null)
    await write((trx) => updateAccount(trx, who.personId, { email: must(parseEmail('other@harbour.example')) }))
    assert.equal(await bySteps.askProvisional(deps, { link: second, language: 'en' }), null)
  })

  test('P13 no SMS leaves without the link, nor once no office and no membership waits or stands', async () => {
    const who = await typed({ ground: false })
    await sendAll()
    assert.equal(gateway.last(who.phone), '')
    assert.equal(await bySteps.askProvisional(deps, { link: linkTo(who.email), language: 'en' }), null)
    await sendAll()
    assert.equal(gateway.last(who.phone), '')
  })

  test('P13 a provisional password is used once, ends after 24 hours, and the newest is the only one', async () => {
    const who = await typed()
    const old = await provisionalOf(who)
    const userName = userNameOf(who.email)
    await typed(who)
    const newest = await provisionalOf(who)
    const tries = (password: string) => bySteps.tryPassword(deps, { userName, password, place })
    assert.deepEqual(await tries(old), { ok: false, error: 'not-right' })
    later(day)
    assert.deepEqual(await tries(newest), { ok: false, error: 'not-right' })
    await typed(who)
    const third = await provisionalOf(who)
    const both = await Promise.all([tries(third), tries(third)])
    assert.equal(both.filter(({ ok }) => ok).length, 1)
    assert.deepEqual(await tries(third), { ok: false, error: 'not-right' })
    assert.equal(await loadSession(deps, 'x'.repeat(43)), null)
    const sessions = await store.reader
      .selectFrom('session')
      .select('csrf')
      .where('person_id', '=', who.personId)
      .execute()
    assert.equal(sessions.length, 0, 'it signs nobody in')
  })

  test('P14 a password that may not be leaves the step open; one that may be uses it up', async () => {
    const who = await typed()
    const provisional = await provisionalOf(who)
    const { token } = await tokenFor(userNameOf(who.email), provisional)
    const choose = (password: string, again = password) =>
      bySteps.choosePassword(deps, { token, password, again, place })
    assert.deepEqual(await choose('short'), { ok: false, error: 'password-too-short' })
    assert.deepEqual(await choose('wachtwoord2026'), { ok: false, error: 'password-common' })
    assert.deepEqual(await choose(who.email), { ok: false, error: 'password-personal' })
    assert.deepEqual(await choose(good, `${good}!`), { ok: false, error: 'password-differs' })
    assert.ok((await choose(good)).ok)
    assert.deepEqual(await choose(good), { ok: false, error: 'step-over' })
    const row = await store.reader
      .selectFrom('person_account')
      .selectAll()
      .where('person_id', '=', who.personId)
      .executeTakeFirstOrThrow()
    assert.match(row.password ?? '', /^scrypt\$10\$8\$1\$/)
    assert.equal(row.provisional, null)
  })

  test('P15 unknown and known user names are answered alike, and as often', async () => {
    const who = await typed()
    const { userName } = await activated(who)
    const unknown = 'abcd-efgh'
    for (const name of [userName, unknown, 'no user name at all', '\u0000', 'x'.repeat(100_000)]) {
      const answers: string[] = []
      for (let n = 0; n < 6; n++) {
        const tried = await bySteps.tryPassword(deps, {
          userName: name,
          password: 'wrong but long enough',
          place: '198.51.100.9',
        })
        answers.push(tried.ok ? 'right' : tried.error)
      }
      assert.deepEqual(answers, [...Array.from({ length: 5 }, () => 'not-right'), 'too-many-tries'], name.slice(0, 20))
      later(16 * minute)
    }
    assert.ok((await bySteps.tryPassword(deps, { userName, password: good, place })).ok)
  })

  test('P15 a known and an unknown user name cost one hash and the same counting, with each kind of password (I12)', async () => {
    const who = await typed()
    const { userName } = await activated(who)
    const costs = async (name: string, password: string): Promise<object> => {
      later(hour)
      const counted = ['scrypt', 'createHmac', 'timingSafeEqual', 'createDecipheriv', 'createHash'] as const
      const spies = counted.map((one) => mock.method(crypto, one))
      syncBuiltinESMExports()
      try {
        const tried = await bySteps.tryPassword(deps, { userName: name, password, place: '203.0.113.9' })
        assert.deepEqual(tried, { ok: false, error: 'not-right' })
        return Object.fromEntries(counted.map((one, at) => [one, spies[at]?.mock.callCount()]))
      } finally {
        mock.restoreAll()
        syncBuiltinESMExports()
      }
    }
    for (const password of ['wrong but long enough', 'abcd-efgh', 'x', 'abcdefgh'.repeat(100_000)]) {
      const known = await costs(userName, password)
      assert.partialDeepStrictEqual(known, { scrypt: 1, timingSafeEqual: 1 })
      for (const unknown of ['abcd-efgh', 'not a user name', '\u0000'])
        assert.deepEqual(await costs(unknown, password), known)
    }
  })

  test('P15 twenty tries at once are five', async () => {
    const name = 'wxyz2345'
    const all = await Promise.all(
      Array.from({ length: 20 }, () =>
        bySteps.tryPassword(deps, { userName: name, password: 'wrong but long enough', place: '203.0.113.1' }),
      ),
    )
    assert.equal(all.filter((one) => !one.ok && one.error === 'not-right').length, 5)
  })

  test('P15 whoever guesses from many places does not lock out the place that has signed in', async () => {
    const who = await typed()
    const { userName } = await activated(who, '192.0.2.50')
    for (let n = 0; n < 50; n++) {
      await bySteps.tryPassword(deps, { userName, password: 'wrong but long enough', place: `198.18.${n}.1` })
    }
    const from = (where: string) => bySteps.tryPassword(deps, { userName, password: good, place: where })
    assert.deepEqual(await from('198.18.200.1'), { ok: false, error: 'too-many-tries' })
    assert.ok((await from('192.0.2.50')).ok)
  })

  test('P15 a code is taken only after the password, once a step, four wrong ones a day', async () => {
    const who = await typed()
    const { userName, secret } = await activated(who)
    later(minute)
    const { step, token } = await tokenFor(userName, good)
    assert.equal(step, 'app-code')
    const enter = (text: string, code: string) =>
      bySteps.signInByCode(deps, { step: 'app-code', token: text, code, place, cookie: null })
    assert.deepEqual(await enter('a'.repeat(43), codeOf(secret, stepAt(now))), { ok: false, error: 'step-over' })
    const code = codeOf(secret, stepAt(now))
    const both = await Promise.all([enter(token, code), enter(token, code)])
    assert.equal(both.filter(({ ok }) => ok).length, 1)
    const again = await tokenFor(userName, good)
    assert.deepEqual(await enter(again.token, code), { ok: false, error: 'code-not-right' }, 'the step was taken')
    later(minute)
    for (let n = 0; n < 2; n++) assert.equal((await enter(again.token, 'abcdef')).ok, false)
    later(minute)
    const third = await tokenFor(userName, good)
    const errors: string[] = []
    for (let n = 0; n < 3; n++) {
      const tried = await enter(third.token, '000000')
      errors.push(tried.ok ? 'right' : tried.error)
    }
    assert.equal(errors.at(-1), 'too-many-tries', errors.join())
    later(day)
    const next = await tokenFor(userName, good)
    assert.ok((await enter(next.token, codeOf(secret, stepAt(now)))).ok)
  })

  test('P16 whoever forgot it is answered the same whether they exist or not, and begins anew; sessions end and it is told', async () => {
    const who = await typed()
    const { done, userName } = await activated(who)
    const ask = (asked: string, from: string) => bySteps.askForgotten(deps, { asked, language: 'en', place: from })
    for (const [n, asked] of [
      who.email,
      userName,
      'nobody@harbour.example',
      'abcdefgh',
      'x',
      '',
      "' OR 1=1",
    ].entries()) {
      assert.equal(await ask(asked, `198.51.100.${n}`), 'asked')
    }
    mail.forget()
    await sendAll()
    await sendAll()
    assert.equal(mail.last('nobody@harbour.example'), '')
    assert.match(mail.last(who.email), /for 24 hours/)
    assert.ok((await loadSession(deps, done.cookie))?.signedIn, 'asking changes nothing')
    assert.ok((await bySteps.tryPassword(deps, { userName, password: good, place })).ok)
    assert.ok(await bySteps.askProvisional(deps, { link: linkTo(who.email), language: 'en' }))
    await sendAll()
    const first = await tokenFor(userName, smsTo(who.phone))
    const other = 'kasseien en regen'
    const chosen = await bySteps.choosePassword(deps, { token: first.token, password: other, again: other, place })
    assert.ok(chosen.ok && chosen.step === 'set-up-app')
    const again = await bySteps.tryPassword(deps, { userName, password: other, place })
    assert.ok(again.ok && again.step === 'set-up-app', 'the app of before is none any more')
    assert.equal(await loadSession(deps, done.cookie), null)
    assert.deepEqual(await bySteps.tryPassword(deps, { userName, password: good, place }), {
      ok: false,
      error: 'not-right',
    })
    const told = await store.reader
      .selectFrom('notice')
      .select(['kind', 'address'])
      .where('receiver_id', '=', who.personId)
      .execute()
    assert.ok(told.some(({ kind, address }) => kind === 'account-renewed' && address === who.email))
  })

  test('P16 one place asks ten times an hour, and one address gets three messages', async () => {
    const who = await typed()
    await activated(who)
    const ask = (asked: string) => bySteps.askForgotten(deps, { asked, language: 'en', place: '203.0.113.77' })
    for (let n = 0; n < 5; n++) assert.equal(await ask(who.email), 'asked')
    mail.forget()
    await sendAll()
    assert.equal(mail.count(who.email), 3)
    for (let n = 0; n < 5; n++) assert.equal(await ask(`x${n}@y.example`), 'asked')
    assert.equal(await ask('z@y.example'), 'too-many-tries')
  })

  test('P16 whoever appointed corrects address and phone until a password was chosen, and not after', async () => {
    const who = await typed()
    await sendAll()
    const link = linkTo(who.email)
    const reach = { email: must(parseEmail(freshEmail())), phone: must(parsePhone('+32475777777')) }
    assert.equal(await write((trx) => correctReach(trx, { ...deps, now }, who.personId, reach)), true)
    assert.equal(await bySteps.readLink(store.reader, link, now), null)
    await activated({ ...who, ...reach })
    const more = { email: must(parseEmail('thief@harbour.example')), phone: must(parsePhone('+32475666666')) }
    assert.equal(await write((trx) => correctReach(trx, { ...deps, now }, who.personId, more)), false)
    assert.equal((await personById(store.reader, who.personId))?.email, reach.email)
  })

  test('N13 an address is proved by the link that was mailed there, once, within three days, and as long as it is the person’s', async () => {
    const who = await typed()
    await activated(who)
    const change = async (email: string) => {
      const former = (await personById(store.reader, who.personId))?.email ?? null
      const next = must(parseEmail(email))
      later(1)
      await write(async (trx) => {
        await updateAccount(trx, who.personId, { email: next })
        const entryId = await recordEntry(
          trx,
          { event: 'account-changed', via: 'page', facts: [], details: {} },
          { ...deps, now },
        )
        await addresses.changed(
          trx,
          { ...deps, now },
          { personId: who.personId, before: former, after: next, entryId, language: 'en' },
        )
      })
    }
    const verified = async () => (await addresses.of(store.reader, who.personId)).find(({ own }) => own)?.verified
    const second = freshEmail()
    assert.equal(await verified(), true)
    await change(second)
    assert.equal(await verified(), false)
    const told = await store.reader
      .selectFrom('notice')
      .select('address')
      .where('kind', '=', 'own-address-changed')
      .where('receiver_id', '=', who.personId)
      .execute()
    assert.deepEqual(told, [{ address: who.email }], 'the former address is told')
    await sendAll()
    const link = linkTo(second)
    assert.equal(await addresses.readLink(store.reader, link, instant(now + 3 * day)), null)
    assert.equal(await addresses.readLink(store.reader, link, now), second)
    assert.equal(await verified(), false, 'reading proves nothing')
    assert.equal(await addresses.confirm(deps, link), second)
    assert.equal(await verified(), true)
    assert.equal(await addresses.confirm(deps, link), null)
    await change(freshEmail())
    await change(second)
    assert.equal(await verified(), false, 'changed away and back it is to be proved again')
    await sendAll()
    const stale = linkTo(second)
    await change(freshEmail())
    assert.equal(await addresses.confirm(deps, stale), null)
  })

  test('N13 a link is asked for one’s own addresses only, five times an hour; also for one that a manager typed', async () => {
    const who = await typed()
    const person = randomUUID() as PersonId
    await write((trx) => trx.insertInto('person').values({ id: person, created_at: now }).execute())
    const names = { given_name: 'An', family_name: 'Maes', email: 'an.maes@harbour.example', phone: null }
    await write((trx) =>
      trx
        .insertInto('known_as')
        .values({ enterprise_id: enterprise, person_id: person, ...names })
        .execute(),
    )
    const ask = (email: string) => addresses.askLink(deps, { personId: person, email, language: 'en' })
    assert.equal(await ask(who.email), 'not-an-address')
    for (let n = 0; n < 5; n++) assert.equal(await ask(names.email), 'asked')
    assert.equal(await ask(names.email), 'too-many-tries')
    await sendAll()
    assert.equal(await addresses.confirm(deps, linkTo(names.email)), names.email)
    assert.deepEqual(await addresses.of(store.reader, person), [{ email: names.email, own: false, verified: true }])
    assert.equal(await ask(names.email), 'already-verified')
  })

  test('P13 nothing secret stands in the store: no link, no provisional password, no secret of an app', async () => {
    const who = await typed()
    await sendAll()
    const link = linkTo(who.email)
    const provisional = await (async () => {
      assert.ok(await bySteps.askProvisional(deps, { link, language: 'en' }))
      await sendAll()
      return smsTo(who.phone)
    })()
    const tables = [
      'account_token',
      'account_message',
      'person_account',
      'sign_in_try',
      'notice',
      'session',
      'audit_personal',
    ] as const
    for (const table of tables) {
      const text = JSON.stringify(await store.reader.selectFrom(table).selectAll().execute())
      for (const secret of [link, provisional, provisional.replace('-', '')])
        assert.ok(!text.includes(secret), `${table}: ${secret}`)
    }
    const entries = await store.reader.selectFrom('audit_entry').select('body').execute()
    const log = entries.map(({ body }) => Buffer.from(body).toString('utf8')).join()
    for (const secret of [link, provisional, who.email, who.phone]) assert.ok(!log.includes(secret))
  })

  test('P13 a gateway that fails is tried again with a new password, and one that refuses the number is not; faults name neither', async () => {
    const who = await typed()
    await sendAll()
    assert.ok(await bySteps.askProvisional(deps, { link: linkTo(who.email), language: 'en' }))
    gateway.answer(503)
    const failed = await accountSending.send(house)
    assert.equal(failed.sent, 0)
    assert.deepEqual(
      failed.faults.map(({ fault }) => fault),
      ['GatewayFault 503'],
    )
    gateway.answer(200)
    assert.equal((await accountSending.send(house)).sent, 0, 'not before its time')
    later(minute)
    assert.equal((await accountSending.send(house)).sent, 1)
    await tokenFor(userNameOf(who.email), smsTo(who.phone))

    const other = await typed()
    await sendAll()
    assert.ok(await bySteps.askProvisional(deps, { link: linkTo(other.email), language: 'en' }))
    gateway.answer(422)
    assert.equal((await accountSending.send(house)).faults.length, 1)
    gateway.answer(200)
    later(day)
    assert.equal((await accountSending.send(house)).sent, 0)
  })

  test('P15 old tries and tokens are removed, and the secrets of apps move to another key', async () => {
    const who = await typed()
    const { userName, secret } = await activated(who)
    const { cipher: old, lookup } = deps.keys
    const moved = new KeyRing(
      'next',
      new Map([...old.ids.map((id) => [id, old.key(id)] as const), ['next', random(32)]]),
    )
    const lost = new KeyRing('other', new Map([['other', random(32)]]))
    await assert.rejects(rekeyAccounts(store, { cipher: lost, lookup }), /is not in the key file/)
    assert.ok((await rekeyAccounts(store, { cipher: moved, lookup }, 2)) >= 3)
    const keys = await store.reader.selectFrom('person_account').select('app_secret_key').distinct().execute()
    assert.deepEqual(
      keys.map((row) => row.app_secret_key).filter((key) => key !== null),
      ['next'],
    )
    deps = { ...deps, keys: { cipher: moved, lookup } }
    later(61 * day)
    await accountSending.tidy(deps)
    const tries = await store.reader.selectFrom('sign_in_try').selectAll().execute()
    assert.equal(tries.length, 0)
    const next = await tokenFor(userName, good)
    const code = codeOf(secret, stepAt(now))
    assert.ok((await bySteps.signInByCode(deps, { step: 'app-code', token: next.token, code, place, cookie: null })).ok)
  })
})
