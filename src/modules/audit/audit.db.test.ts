import assert from 'node:assert/strict'
import { randomBytes, randomUUID } from 'node:crypto'
import { before, describe, test } from 'node:test'
import fc from 'fast-check'
import { factWriter, inTransaction } from '#database'
import type { Store, Transaction } from '#database'
import { encodeCursor, formatNationalNumber, instant, makeNationalNumber } from '#kernel'
import type { EnterpriseId, Instant, PersonId } from '#kernel'
import { describeOnBothStores } from '../../../test/support/stores.ts'
import { canonicalBytes } from './entry.ts'
import type { EntryBody } from './entry.ts'
import { commitmentTo, digestOf } from './seal.ts'
import { erasePersonal, history, recordEntry, verifyEntry } from './index.ts'
import type { Act, EntryRow, HistoryEntry, HistoryQuestion, PersonalRow, Verdict } from './index.ts'

const now = instant(1_795_255_200_000)

async function write<T>(store: Store, work: (trx: Transaction) => Promise<T>): Promise<T> {
  const { value } = await inTransaction(store, work)
  return value as T
}

const record = (store: Store, act: Act, at: Instant = now): Promise<string> =>
  write(store, (trx) => recordEntry(trx, act, { now: at, newId: randomUUID, random: randomBytes }))

async function makePeople(
  store: Store,
): Promise<{ an: PersonId; tom: PersonId; bakery: EnterpriseId; mill: EnterpriseId }> {
  const people = { an: randomUUID() as PersonId, tom: randomUUID() as PersonId }
  const enterprises = { bakery: randomUUID() as EnterpriseId, mill: randomUUID() as EnterpriseId }
  await write(store, async (trx) => {
    await trx
      .insertInto('person')
      .values(Object.values(people).map((id) => ({ id, created_at: now })))
      .execute()
    await trx
      .insertInto('enterprise')
      .values(Object.values(enterprises).map((id) => ({ id, created_at: now })))
      .execute()
  })
  return { ...people, ...enterprises }
}

async function rowsOf(store: Store, id: string): Promise<{ row: EntryRow; personal: PersonalRow | null }> {
  const row = await store.reader.selectFrom('audit_entry').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const personal = await store.reader
    .selectFrom('audit_personal')
    .selectAll()
    .where('entry_id', '=', id)
    .executeTakeFirst()
  return { row, personal: personal ?? null }
}

async function verdictOn(store: Store, id: string): Promise<Verdict> {
  const { row, personal } = await rowsOf(store, id)
  return verifyEntry(row, personal)
}

async function pageOf(
  store: Store,
  question: HistoryQuestion,
): Promise<{ items: HistoryEntry[]; next: string | null }> {
  const page = await history(store.reader, question)
  assert.ok(page.ok)
  return page.value
}

const bare: Act = { event: 'catalogue-loaded', via: 'system', facts: [], details: {} }

describeOnBothStores('The log', (open) => {
  let store: Store
  let people: Awaited<ReturnType<typeof makePeople>>
  let appointed: Act
  before(async () => {
    store = await open()
    people = await makePeople(store)
    appointed = {
      event: 'chief-appointed',
      enterpriseId: people.bakery,
      actorId: people.an,
      subjectId: people.tom,
      actorBasis: randomUUID(),
      key: 'eid',
      level: 500,
      via: 'page',
      facts: [{ kind: 'appointment', factId: randomUUID(), rowId: randomUUID(), change: 'recorded' }],
      details: { ground: 'employee', from: '2026-11-21', immediate: false, days: 90, until: null },
      personal: { givenName: 'Tom', familyName: 'Maes', email: 'tom@korenaar.example' },
    }
  })

  test('keeps an act with all that it was, and shows it decoded', async () => {
    const id = await record(store, appointed)
    const [entry] = (await pageOf(store, { enterpriseId: people.bakery, limit: 1 })).items
    assert.deepEqual(entry, { id, recordedAt: now, ...appointed, personalErased: false })
    assert.equal(await verdictOn(store, id), 'intact')
  })

  test('writes null for what an act does not have, and no personal row where there is none', async () => {
    const id = await record(store, bare)
    const { row, personal } = await rowsOf(store, id)
    const body = JSON.parse(Buffer.from(row.body).toString()) as Record<string, unknown>
    assert.partialDeepStrictEqual(body, { actorId: null, enterpriseId: null, key: null, level: null, commitment: null })
    assert.equal(personal, null)
    assert.equal(verifyEntry(row, null), 'intact')
  })

  test('keeps personal data out of the entry, and numbers out of both', async () => {
    const number = makeNationalNumber({ year: 1985, month: 7, day: 30, counter: 33 })
    const words = `ask for ${formatNationalNumber(number)} at once`
    const id = await record(store, { ...appointed, personal: { ...appointed.personal, words } })
    const { row, personal } = await rowsOf(store, id)
    for (const text of ['Tom', 'Maes', 'korenaar.example', 'at once']) {
      assert.ok(!Buffer.from(row.body).includes(text), text)
      assert.ok(Buffer.from(personal?.data ?? []).includes(text), text)
    }
    assert.ok(Buffer.from(personal?.data ?? []).includes('ask for 85.07.30-•••.•• at once'))
  })

  test('leaves an entry verifiable when its personal data is erased, once', async () => {
    const id = await record(store, appointed)
    assert.equal(await write(store, (trx) => erasePersonal(trx, id)), true)
    assert.equal(await write(store, (trx) => erasePersonal(trx, id)), false)
    assert.equal(await verdictOn(store, id), 'personal-erased')
    const { items } = await pageOf(store, { enterpriseId: people.bakery, limit: 200 })
    const shown = items.find((entry) => entry.id === id)
    assert.equal(shown?.personal, null)
    assert.equal(shown.personalErased, true)
    assert.equal(shown.subjectId, people.tom)
  })

  test('gives the same personal data another commitment each time, so that guesses cannot be compared', async () => {
    const commitments = await Promise.all(
      [1, 2].map(async () => {
        const { row } = await rowsOf(store, await record(store, appointed))
        return (JSON.parse(Buffer.from(row.body).toString()) as { commitment: string }).commitment
      }),
    )
    assert.notEqual(commitments[0], commitments[1])
  })

  test('finds every changed byte of an entry, of its salt and of its personal data', async () => {
    const { row, personal } = await rowsOf(store, await record(store, appointed))
    assert.ok(personal)
    const changed = (bytes: Uint8Array, at: number, to: number): Uint8Array => {
      const copy = Uint8Array.from(bytes)
      const place = at % copy.length
      copy[place] = copy[place] === to ? to ^ 1 : to
      return copy
    }
    fc.assert(
      fc.property(
        fc.nat(),
        fc.integer({ min: 0, max: 255 }),
        fc.constantFrom('body', 'salt', 'data'),
        (at, to, what) => {
          const otherRow = what === 'body' ? { ...row, body: changed(row.body, at, to) } : row
          const otherPersonal = what === 'body' ? personal : { ...personal, [what]: changed(personal[what], at, to) }
          assert.equal(verifyEntry(otherRow, otherPersonal), 'tampered')
        },
      ),
      { numRuns: 3000 },
    )
    assert.equal(verifyEntry(row, personal), 'intact')
  })

  test('finds bytes added, cut off or put in another order', async () => {
    const { row, personal } = await rowsOf(store, await record(store, appointed))
    const text = Buffer.from(row.body).toString()
    const reordered = JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(text) as object).toReversed()))
    const others = [
      `${text} `,
      `\uFEFF${text}`,
      text.slice(0, -1),
      text.replace(',', ', '),
      reordered,
      '',
      '[]',
      'null',
      '{}',
    ]
    for (const body of others)
      assert.equal(verifyEntry({ ...row, body: Buffer.from(body) }, personal), 'tampered', body)
  })

  test('finds a column that says something else than the entry', async () => {
    const { row, personal } = await rowsOf(store, await record(store, appointed))
    const others: Partial<EntryRow>[] = [
      { id: randomUUID() },
      { recorded_at: now + 1 },
      { event: 'chief-withdrawn' },
      { enterprise_id: people.mill },
      { enterprise_id: null },
      { actor_id: people.tom },
      { subject_id: null },
    ]
    for (const other of others)
      assert.equal(verifyEntry({ ...row, ...other }, personal), 'tampered', Object.keys(other).join())
  })

  test('finds personal data of another entry, or where there never was any', async () => {
    const one = await rowsOf(store, await record(store, appointed))
    const other = await rowsOf(store, await record(store, appointed))
    const none = await rowsOf(store, await record(store, bare))
    assert.equal(verifyEntry(one.row, other.personal), 'tampered')
    assert.ok(other.personal)
    assert.equal(verifyEntry(one.row, { ...other.personal, entry_id: one.row.id }), 'tampered')
    assert.equal(verifyEntry(none.row, { ...other.personal, entry_id: none.row.id }), 'tampered')
  })

  test('accepts no other form of an entry, even with a fitting digest and commitment', async () => {
    const { row, personal } = await rowsOf(store, await record(store, appointed))
    assert.ok(personal)
    const { digest: _, ...rest } = JSON.parse(Buffer.from(row.body).toString()) as EntryBody
    const rewritten = (change: object): EntryRow => {
      const undigested = { ...rest, ...change }
      return { ...row, body: canonicalBytes({ ...undigested, digest: digestOf(undigested) }) }
    }
    const data = Buffer.from(`${Buffer.from(personal.data).toString()} `)
    const short = { ...personal, salt: personal.salt.slice(1) }
    assert.equal(verifyEntry(rewritten({}), personal), 'intact')
    assert.equal(verifyEntry(rewritten({ form: 2 }), personal), 'tampered')
    assert.equal(verifyEntry(rewritten({ more: true }), personal), 'tampered')
    assert.equal(verifyEntry(rewritten({ via: undefined }), personal), 'tampered')
    assert.equal(
      verifyEntry(rewritten({ commitment: commitmentTo(personal.salt, data) }), { ...personal, data }),
      'tampered',
    )
    assert.equal(verifyEntry(rewritten({ commitment: commitmentTo(short.salt, short.data) }), short), 'tampered')
  })

  test('refuses to change or delete an entry', async () => {
    const id = await record(store, bare)
    const overwrite = (trx: Transaction): Promise<unknown> =>
      trx.updateTable('audit_entry').set({ event: 'nothing-happened' }).where('id', '=', id).execute()
    await assert.rejects(write(store, overwrite), /never changed/)
    const remove = (trx: Transaction): Promise<unknown> => trx.deleteFrom('audit_entry').where('id', '=', id).execute()
    await assert.rejects(write(store, remove), /never changed/)
  })

  test('lets a fact be committed with an entry, and not without one (I21)', async () => {
    const activate = (trx: Transaction): Promise<unknown> =>
      factWriter(trx, { now, newId: randomUUID }).record(
        'domain_activation',
        { enterprise_id: people.mill, domain: 'finance', by_person: people.an, by_basis: randomUUID() },
        { from: now, until: null },
      )
    await assert.rejects(write(store, activate), /without an audit entry/)
    await write(store, async (trx) => {
      await activate(trx)
      await recordEntry(trx, bare, { now, newId: randomUUID, random: randomBytes })
    })
  })
})

describeOnBothStores('The history', (open) => {
  let store: Store
  let people: Awaited<ReturnType<typeof makePeople>>
  const ids: string[] = []
  before(async () => {
    store = await open()
    people = await makePeople(store)
    const { an, tom, bakery, mill } = people
    // Three entries in each moment, so that a page ends between entries of one moment.
    for (let at = 0; at < 21; at++) {
      const who = at % 2 === 0 ? { actorId: an, subjectId: tom } : { actorId: tom }
      const event = at % 3 === 0 ? 'user-blocked' : 'user-unblocked'
      ids.push(await record(store, { ...bare, ...who, event, enterpriseId: bakery }, instant(now + Math.floor(at / 3))))
    }
    await record(store, { ...bare, enterpriseId: mill })
    await record(store, bare)
  })

  async function walk(question: HistoryQuestion): Promise<HistoryEntry[]> {
    const found: HistoryEntry[] = []
    for (let cursor: string | null = null; ;) {
      const page: { items: HistoryEntry[]; next: string | null } = await pageOf(store, { ...question, cursor })
      assert.ok(page.items.length <= question.limit)
      found.push(...page.items)
      if (page.next === null) return found
      assert.equal(page.items.length, question.limit, 'only the last page is short')
      cursor = page.next
    }
  }

  test('is complete, newest first, whatever the size of a page', async () => {
    const whole = await walk({ enterpriseId: people.bakery, limit: 200 })
    assert.deepEqual(whole.map((entry) => entry.id).toSorted(), ids.toSorted())
    const sorted = whole.toSorted((a, b) => b.recordedAt - a.recordedAt || (a.id < b.id ? 1 : -1))
    assert.deepEqual(whole, sorted)
    for (const limit of [1, 2, 7, 20, 21]) assert.deepEqual(await walk({ enterpriseId: people.bakery, limit }), whole)
  })

  test('of one enterprise shows nothing of another, nor with another’s cursor (I4)', async () => {
    const { next } = await pageOf(store, { enterpriseId: people.bakery, limit: 1 })
    const mine = await pageOf(store, { enterpriseId: people.mill, limit: 200, cursor: next })
    assert.ok(mine.items.every((entry) => entry.enterpriseId === people.mill))
    assert.equal((await walk({ enterpriseId: people.mill, limit: 5 })).length, 1)
    assert.equal((await walk({ enterpriseId: 'all', limit: 5 })).length, 23)
  })

  test('is filtered by event, by either person and by moment, the last one left out', async () => {
    const filtered = (filters: HistoryQuestion['filters']) => walk({ enterpriseId: people.bakery, filters, limit: 4 })
    assert.equal((await filtered({ event: 'user-blocked' })).length, 7)
    assert.equal((await filtered({ personId: people.an })).length, 11)
    assert.equal((await filtered({ personId: people.tom })).length, 21)
    assert.equal((await filtered({ from: instant(now + 2), until: instant(now + 4) })).length, 6)
    assert.equal((await filtered({ event: 'user-blocked', personId: people.an, from: instant(now + 6) })).length, 1)
    assert.equal((await filtered({ event: "x' or true --" })).length, 0)
  })

  test('refuses a cursor that it did not write, and pages of no size', async () => {
    const cursors = [
      '',
      'x',
      encodeCursor([1]),
      encodeCursor(['x', ids[0] ?? '']),
      encodeCursor([1, 'x']),
      encodeCursor([1, ids[0] ?? '', 2]),
    ]
    for (const cursor of cursors) {
      const page = await history(store.reader, { enterpriseId: people.bakery, cursor, limit: 5 })
      assert.deepEqual(page, { ok: false, error: 'cursor-malformed' })
    }
    for (const limit of [0, -1, 1.5, 201, NaN]) {
      await assert.rejects(history(store.reader, { enterpriseId: 'all', limit }), RangeError)
    }
  })
})

describe('An act', () => {
  const number = makeNationalNumber({ year: 1985, month: 7, day: 30, counter: 33 })
  const refused: [what: string, act: Act][] = [
    ['an event in words', { ...bare, event: 'Chief appointed' }],
    ['an empty event', { ...bare, event: '' }],
    ['a name in the details', { ...bare, details: { who: 'An Peeters' } }],
    ['an e-mail address in the details', { ...bare, details: { to: 'an@korenaar.example' } }],
    ['a national number in the details', { ...bare, details: { number } }],
    ['a written national number in the details', { ...bare, details: { number: formatNationalNumber(number) } }],
    ['NaN in the details', { ...bare, details: { days: NaN } }],
    ['a strange name of a detail', { ...bare, details: { 'An Peeters': true } }],
    ['a hidden name of a detail', { ...bare, details: JSON.parse('{"__proto__":"x"}') as Act['details'] }],
    ['a key in words', { ...bare, key: 'the eID of An' }],
    ['half a sign in the personal data', { ...bare, personal: { name: '\uD800' } }],
    ['a strange name of personal data', { ...bare, personal: { 'An Peeters': 'x' } }],
  ]
  for (const [what, act] of refused) {
    test(`with ${what} is not logged, and the fault does not repeat it`, async () => {
      // Nothing is asked of a store before the act is checked.
      const nothing = {} as Transaction
      await assert.rejects(recordEntry(nothing, act, { now, newId: randomUUID, random: randomBytes }), (fault) => {
        assert.ok(fault instanceof TypeError)
        assert.doesNotMatch(fault.message, /Peeters|korenaar|8507|85\.07/)
        return true
      })
    })
  }
})
