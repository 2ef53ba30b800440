import assert from 'node:assert/strict'
import { randomBytes, randomUUID } from 'node:crypto'
import { before, beforeEach, test } from 'node:test'
import { recordEntry } from '#audit'
import { OutsideTransaction, inTransaction } from '#database'
import type { Store, Transaction } from '#database'
import { formatNationalNumber, instant, makeNationalNumber } from '#kernel'
import type { EnterpriseId, Instant, PersonId } from '#kernel'
import { describeOnBothStores } from '../../../test/support/stores.ts'
import { AddressRefused, deliverWaiting, digestOf, noticesTo, notify, rendererOf } from './index.ts'
import type { Delivery, Mail, Notice, NoticeTexts, Tidings } from './index.ts'

const start = instant(1_795_255_200_000)
const minuteMs = 60_000
const number = makeNationalNumber({ year: 1985, month: 7, day: 30, counter: 33 })

type Details = { 'chief-appointed': { day: string }; welcome: Record<string, never> }
const texts: NoticeTexts<Details> = {
  nl: {
    'chief-appointed': ({ day }) => ({ subject: `Aangesteld op ${day}`, body: 'U bent aangesteld.' }),
    welcome: () => ({ subject: 'Welkom', body: 'Dag' }),
  },
  fr: {
    'chief-appointed': ({ day }) => ({ subject: `Désignation le ${day}`, body: 'Vous êtes désigné.' }),
    welcome: () => ({ subject: 'Bienvenue', body: 'Bonjour' }),
  },
  de: {
    'chief-appointed': ({ day }) => ({ subject: `Bestellt am ${day}`, body: 'Sie sind bestellt.' }),
    welcome: () => ({ subject: 'Willkommen', body: 'Guten Tag' }),
  },
  en: {
    'chief-appointed': ({ day }) => ({ subject: `Appointed on ${day}`, body: 'You are appointed.' }),
    welcome: () => ({ subject: 'Welcome', body: 'Hello' }),
  },
}

type PersonColumns = { email?: string | null; notices?: boolean; language?: 'nl' | 'fr' | 'de' | 'en' | null }

async function write<T>(store: Store, work: (trx: Transaction) => Promise<T>): Promise<T> {
  const { value } = await inTransaction(store, work)
  return value as T
}

async function makePerson(store: Store, columns: PersonColumns = {}): Promise<PersonId> {
  const id = randomUUID() as PersonId
  const row = { id, created_at: start, email: 'an@korenaar.example', ...columns }
  await write(store, (trx) => trx.insertInto('person').values(row).execute())
  return id
}

async function makeEnterprise(store: Store): Promise<EnterpriseId> {
  const id = randomUUID() as EnterpriseId
  await write(store, (trx) => trx.insertInto('enterprise').values({ id, created_at: start }).execute())
  return id
}

function tell(
  store: Store,
  receiverId: PersonId,
  tidings: Partial<Tidings> = {},
  now: Instant = start,
): Promise<string> {
  return write(store, async (trx) => {
    const act = { event: 'chief-appointed', via: 'system', facts: [], details: {} } as const
    const entryId = await recordEntry(trx, act, { now, newId: randomUUID, random: randomBytes })
    const what = { kind: 'chief-appointed', details: { day: '2026-11-21' }, enterpriseId: null }
    return notify(trx, { entryId, receiverId, ...what, ...tidings }, { now, newId: randomUUID })
  })
}

async function noticeOf(store: Store, receiverId: PersonId): Promise<Notice> {
  const page = await noticesTo(store.reader, receiverId, { limit: 200 })
  assert.ok(page.ok)
  const [notice, ...more] = page.value.items
  assert.ok(notice)
  assert.deepEqual(more, [])
  return notice
}

describeOnBothStores('A notice', (open) => {
  let store: Store
  before(async () => {
    store = await open()
  })

  test('waits for its address when it is written, and is on the receiver’s list', async () => {
    const person = await makePerson(store)
    const id = await tell(store, person)
    const expected = { id, receiverId: person, kind: 'chief-appointed', details: { day: '2026-11-21' }, attempts: 0 }
    const notice = await noticeOf(store, person)
    assert.partialDeepStrictEqual(notice, {
      ...expected,
      address: 'an@korenaar.example',
      state: 'waiting',
      subject: null,
    })
  })

  test('goes to the person’s own address before the one that the enterprise typed', async () => {
    const [bakery, mill] = [await makeEnterprise(store), await makeEnterprise(store)]
    const known = async (person: PersonId): Promise<void> => {
      const names = { given_name: 'An', family_name: 'Peeters', email: 'typed@bakery.example' }
      const row = { ...names, enterprise_id: bakery, person_id: person }
      await write(store, (trx) => trx.insertInto('known_as').values(row).execute())
    }
    const cases = [
      { email: 'own@an.example', of: bakery, address: 'own@an.example', state: 'waiting' },
      { email: null, of: bakery, address: 'typed@bakery.example', state: 'waiting' },
      { email: null, of: mill, address: null, state: 'not-reached' },
      { email: null, of: null, address: null, state: 'not-reached' },
    ]
    for (const { email, of, address, state } of cases) {
      const person = await makePerson(store, { email })
      await known(person)
      await tell(store, person, { enterpriseId: of, weight: 'office' })
      assert.partialDeepStrictEqual(await noticeOf(store, person), { address, state })
    }
  })

  test('of courtesy is listed but not sent to who switched notices off; of an office it is sent', async () => {
    for (const [weight, state] of [
      ['courtesy', 'not-reached'],
      [undefined, 'not-reached'],
      ['office', 'waiting'],
    ] as const) {
      const person = await makePerson(store, { notices: false })
      await tell(store, person, weight ? { weight } : {})
      assert.equal((await noticeOf(store, person)).state, state)
    }
  })

  test('is gone with the transaction that wrote it', async () => {
    const person = await makePerson(store)
    const undone = write(store, async (trx) => {
      const act = { event: 'chief-appointed', via: 'system', facts: [], details: {} } as const
      const entryId = await recordEntry(trx, act, { now: start, newId: randomUUID, random: randomBytes })
      const tidings = { entryId, receiverId: person, enterpriseId: null, kind: 'welcome', details: {} }
      await notify(trx, tidings, { now: start, newId: randomUUID })
      throw new Error('undone')
    })
    await assert.rejects(undone, /undone/)
    const page = await noticesTo(store.reader, person, { limit: 10 })
    assert.deepEqual(page, { ok: true, value: { items: [], next: null } })
  })

  test('never holds a national number, however it is written (I13)', async () => {
    const person = await makePerson(store)
    for (const text of [number, formatNationalNumber(number), `about ${number}`]) {
      await assert.rejects(tell(store, person, { details: { who: text } }), (fault) => {
        assert.ok(fault instanceof TypeError)
        assert.ok(!fault.message.includes(text))
        return true
      })
    }
    await tell(store, person, { details: { who: person, day: '2026-11-21' } })
  })

  test('has a code for its kind and somebody to tell', async () => {
    const person = await makePerson(store)
    await assert.rejects(tell(store, person, { kind: 'Chief appointed' }), TypeError)
    await assert.rejects(tell(store, randomUUID() as PersonId), TypeError)
  })
})

describeOnBothStores('Delivery', (open, kind) => {
  let store: Store
  let now: Instant
  let mails: Mail[]
  let delivery: Delivery
  const pass = (change: Partial<Delivery> = {}) => deliverWaiting({ ...delivery, ...change })
  const mailer = {
    send(mail: Mail): Promise<void> {
      mails.push(mail)
      return Promise.resolve()
    },
  }
  const failing = (fault: Error) => ({ send: (): Promise<void> => Promise.reject(fault) })

  before(async () => {
    store = await open()
  })
  beforeEach(async () => {
    await write(store, (trx) => trx.deleteFrom('notice').execute())
    now = start
    mails = []
    delivery = {
      store,
      mailer,
      clock: { now: () => now },
      render: rendererOf(texts),
      digest: digestOf({ home: (language) => `https://claviger.example/${language}`, desk: () => 'Desk, 02' }),
      defaultLanguage: 'nl',
      limit: 100,
    }
  })

  test('sends what is due, once, in the receiver’s language, and keeps what was said', async () => {
    const [french, unknown] = [await makePerson(store, { language: 'fr' }), await makePerson(store)]
    const id = await tell(store, french)
    await tell(store, unknown, {}, instant(start + 1))
    now = instant(start + 5)
    assert.deepEqual(await pass(), { sent: 2, retried: 0, failed: 0, faults: [] })
    assert.deepEqual(
      mails.map((mail) => mail.subject),
      ['Désignation le 2026-11-21', 'Aangesteld op 2026-11-21'],
    )
    assert.deepEqual(mails[0], {
      to: 'an@korenaar.example',
      subject: 'Désignation le 2026-11-21',
      text: 'Vous êtes désigné.',
      id,
    })
    const said = { language: 'fr', subject: 'Désignation le 2026-11-21', body: 'Vous êtes désigné.' }
    assert.partialDeepStrictEqual(await noticeOf(store, french), {
      state: 'sent',
      sentAt: now,
      attempts: 1,
      nextAttemptAt: null,
      ...said,
    })
    assert.deepEqual(await pass(), { sent: 0, retried: 0, failed: 0, faults: [] })
  })

  test('leaves alone what is not due and what is not to be sent', async () => {
    const later = await makePerson(store)
    await tell(store, later, {}, instant(start + 1))
    await tell(store, await makePerson(store, { email: null }))
    assert.equal((await pass()).sent, 0)
    now = instant(start + 1)
    assert.equal((await pass()).sent, 1)
  })

  test('sends no more in a pass than the limit, the oldest first', async () => {
    for (let at = 2; at >= 0; at--)
      await tell(store, await makePerson(store, { email: `p${at}@x.example` }), {}, instant(start + at))
    now = instant(start + 9)
    assert.equal((await pass({ limit: 2 })).sent, 2)
    assert.equal((await pass({ limit: 2 })).sent, 1)
    assert.deepEqual(
      mails.map((mail) => mail.to),
      ['p0@x.example', 'p1@x.example', 'p2@x.example'],
    )
  })

  test('tries again after growing delays and gives up after the eighth time', async () => {
    const person = await makePerson(store)
    const id = await tell(store, person)
    const broken = failing(Object.assign(new Error('connect to an@korenaar.example failed'), { code: 'ECONNECTION' }))
    const delays: number[] = []
    for (let attempt = 1; attempt <= 7; attempt++) {
      const report = await pass({ mailer: broken })
      assert.deepEqual(report, {
        sent: 0,
        retried: 1,
        failed: 0,
        faults: [{ noticeId: id, fault: 'Error ECONNECTION' }],
      })
      const { state, nextAttemptAt, attempts } = await noticeOf(store, person)
      assert.deepEqual([state, attempts], ['waiting', attempt])
      delays.push(((nextAttemptAt ?? 0) - now) / minuteMs)
      now = instant((nextAttemptAt ?? 0) - 1)
      assert.equal((await pass({ mailer: broken })).retried, 0, 'not a millisecond early')
      now = instant(now + 1)
    }
    assert.deepEqual(delays, [1, 4, 16, 64, 256, 1024, 4096])
    assert.partialDeepStrictEqual(await pass({ mailer: broken }), { retried: 0, failed: 1 })
    assert.partialDeepStrictEqual(await noticeOf(store, person), {
      state: 'failed',
      attempts: 8,
      nextAttemptAt: null,
      sentAt: null,
    })
    now = instant(now + 365 * 24 * 60 * minuteMs)
    assert.equal((await pass()).sent, 0)
  })

  test('gives up at once on an address that does not exist', async () => {
    const person = await makePerson(store)
    await tell(store, person)
    assert.partialDeepStrictEqual(await pass({ mailer: failing(new AddressRefused()) }), { retried: 0, failed: 1 })
    assert.equal((await noticeOf(store, person)).state, 'failed')
  })

  test('does not let one bad notice hold up the others', async () => {
    await tell(store, await makePerson(store), { kind: 'unheard-of', details: {} })
    await tell(store, await makePerson(store))
    const { sent, retried, faults } = await pass()
    assert.deepEqual([sent, retried, faults[0]?.fault], [1, 1, 'TypeError'])
  })

  test('sends outside any transaction', async () => {
    await tell(store, await makePerson(store))
    const reading = {
      async send() {
        await store.reader.selectFrom('notice').select('id').execute()
        await inTransaction(store, () => Promise.resolve())
      },
    }
    assert.equal((await pass({ mailer: reading })).sent, 1)
    const inside = inTransaction(store, () => store.reader.selectFrom('notice').select('id').execute())
    await assert.rejects(inside, OutsideTransaction)
  })

  test('sends again, with the same id, what was in hand when the process died', async () => {
    const person = await makePerson(store)
    await tell(store, person)
    // The mail leaves, then the store is gone: what a crash between sending and marking looks like from outside.
    let gone = false
    const lastWords = {
      async send(mail: Mail) {
        await mailer.send(mail)
        gone = true
      },
    }
    const clock = {
      now: () => {
        if (gone) throw new Error('the process died')
        return now
      },
    }
    await assert.rejects(pass({ mailer: lastWords, clock }), /died/)
    assert.equal((await pass()).sent, 0, 'another pass leaves it in that hand at first')
    now = instant(start + 10 * minuteMs)
    assert.equal((await pass()).sent, 1)
    assert.equal(mails.length, 2)
    assert.equal(mails[0]?.id, mails[1]?.id)
    assert.equal((await noticeOf(store, person)).attempts, 2)
  })

  test('leaves the word to the pass that took over when its own hand was slower than the lease', async () => {
    const person = await makePerson(store)
    await tell(store, person)
    const slow = {
      async send() {
        now = instant(now + 11 * minuteMs)
        await pass({ mailer: failing(new Error('busy')) })
      },
    }
    await pass({ mailer: slow, limit: 1 })
    assert.partialDeepStrictEqual(await noticeOf(store, person), { state: 'waiting', attempts: 2, sentAt: null })
  })

  test('gives up on a notice that kills the process each time', async () => {
    const person = await makePerson(store)
    await tell(store, person)
    await write(store, (trx) => trx.updateTable('notice').set({ attempts: 8 }).execute())
    assert.partialDeepStrictEqual(await pass(), { sent: 0, failed: 1 })
    assert.equal((await noticeOf(store, person)).state, 'failed')
    assert.equal(mails.length, 0)
  })

  test('lets a text neither end its subject line nor smuggle signs or numbers', async () => {
    const say = (subject: string, body: string) => ({ render: () => ({ subject, body }) })
    await tell(store, await makePerson(store))
    await pass(say('Maes\r\nBcc: x@x.example\u2028 BV ', 'a\r\nb\rc\u0000\u0007d\te'))
    assert.partialDeepStrictEqual(mails[0], { subject: 'Maes Bcc: x@x.example BV', text: 'a\nb\ncd\te' })
    for (const words of [say(`about ${number}`, ''), say('', `about ${formatNationalNumber(number)}`)]) {
      await tell(store, await makePerson(store))
      assert.partialDeepStrictEqual(await pass(words), { sent: 0, retried: 1 })
    }
    assert.equal(mails.length, 1)
  })

  /** So many notices of one enterprise to one person, a minute apart. */
  async function tellMany(count: number, apart = minuteMs): Promise<{ person: PersonId; enterprise: EnterpriseId }> {
    const person = await makePerson(store, { language: 'en' })
    const enterprise = await makeEnterprise(store)
    for (let at = 0; at < count; at++) {
      const details = { day: `2026-11-${10 + at}`, enterpriseName: 'Bakery' }
      await tell(store, person, { enterpriseId: enterprise, details }, instant(start + at * apart))
    }
    now = instant(start + count * apart)
    return { person, enterprise }
  }

  const statesOf = async (person: PersonId): Promise<string[]> => {
    const page = await noticesTo(store.reader, person, { limit: 200 })
    assert.ok(page.ok)
    return page.value.items.map(({ state, together }) => `${state}${together ? ' together' : ''}`)
  }

  test('N11 more than five of one enterprise that wait at once go as one message, which lists them', async () => {
    const { person } = await tellMany(6)
    assert.deepEqual(await pass(), { sent: 1, retried: 0, failed: 0, faults: [] })
    assert.equal(mails.length, 1)
    assert.equal(mails[0]?.subject, '6 messages about Bakery')
    for (let day = 10; day < 16; day++)
      assert.ok(mails[0]?.text.includes(`Appointed on 2026-11-${day}\nYou are appointed.`))
    assert.ok(mails[0]?.text.includes('https://claviger.example/en'))
    assert.ok(mails[0]?.text.includes('Desk, 02'))
    assert.deepEqual(
      await statesOf(person),
      Array.from({ length: 6 }, () => 'sent together'),
    )
  })

  test('N11 five go alone, and so do those of other enterprises, other receivers, and other quarters of an hour', async () => {
    await tellMany(5)
    assert.equal((await pass()).sent, 5)
    const { person } = await tellMany(5)
    await tell(store, person, { enterpriseId: await makeEnterprise(store) }, instant(start + 1))
    await tell(store, person, {}, instant(start + 1))
    await tell(store, await makePerson(store), {}, instant(start + 1))
    assert.equal((await pass()).sent, 8)
    await tellMany(6, 3 * minuteMs)
    assert.equal((await pass()).sent, 6, 'the sixth was written a quarter of an hour after the first')
  })

  test('N11 holds at most fifty in a message, and leaves none out', async () => {
    const { person } = await tellMany(60, 1)
    assert.equal((await pass()).sent, 2)
    assert.deepEqual(
      mails.map(({ subject }) => subject),
      ['50 messages about Bakery', '10 messages about Bakery'],
    )
    assert.deepEqual(new Set(await statesOf(person)), new Set(['sent together']))
  })

  test('N11 a message that fails is tried again whole, under the same id, and given up whole', async () => {
    const { person, enterprise } = await tellMany(6)
    assert.partialDeepStrictEqual(await pass({ mailer: failing(new Error('busy')) }), { retried: 1, sent: 0 })
    const late = { enterpriseId: enterprise, details: { day: '2026-12-01', enterpriseName: 'Bakery' } }
    await tell(store, person, late, now)
    now = instant(now + minuteMs)
    assert.equal((await pass()).sent, 2)
    assert.deepEqual(
      new Set(mails.map(({ subject }) => subject)),
      new Set(['6 messages about Bakery', 'Appointed on 2026-12-01']),
    )
    mails = []
    const given = await tellMany(6)
    await pass({ mailer: failing(new AddressRefused()) })
    assert.deepEqual(new Set(await statesOf(given.person)), new Set(['failed together']))
  })

  test('N11 one that cannot be told breaks the message up instead of keeping the others back', async () => {
    const { person, enterprise } = await tellMany(6)
    await tell(store, person, { kind: 'unheard-of', details: {}, enterpriseId: enterprise }, start)
    assert.equal((await pass()).sent, 6)
    assert.deepEqual((await statesOf(person)).toSorted(), [...Array.from({ length: 6 }, () => 'sent'), 'waiting'])
  })

  if (kind === 'postgres') {
    test('by several processes at once sends each notice once', async () => {
      for (let at = 0; at < 20; at++) await tell(store, await makePerson(store))
      const reports = await Promise.all([pass(), pass(), pass(), pass()])
      assert.equal(
        reports.reduce((sum, { sent }) => sum + sent, 0),
        20,
      )
      assert.equal(new Set(mails.map((mail) => mail.id)).size, 20)
      assert.equal(mails.length, 20)
    })
  }
})
