import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { instant, type EnterpriseId, type Instant, type PersonId } from '#kernel'
import { eachStore } from '../../test/support/stores.ts'
import { sql } from 'kysely'
import { columnsOf, factKinds } from './fact-columns.ts'
import { factsOf, factWriter, StaleFact } from './fact-store.ts'
import { givenAt, type FactBodies, type FactWriter } from './facts.ts'
import { constraintOf, type Store, type Transaction } from './store.ts'
import { inTransaction } from './transaction.ts'

const newId = (): string => randomUUID()
const [enterprise, person, other] = [newId() as EnterpriseId, newId() as PersonId, newId() as PersonId]
const at = (ms: number): Instant => instant(ms)

const membership = (rest: Partial<FactBodies['membership']> = {}): FactBodies['membership'] => ({
  enterprise_id: enterprise,
  capacity: 'employer',
  person_id: person,
  by_person: other,
  by_basis: newId(),
  ...rest,
})

async function makePeople(store: Store): Promise<void> {
  await inTransaction(store, async (trx) => {
    await trx
      .insertInto('enterprise')
      .values({ id: enterprise, created_at: at(0) })
      .execute()
    for (const id of [person, other])
      await trx
        .insertInto('person')
        .values({ id, created_at: at(0) })
        .execute()
  })
}

/** A transaction at a moment, with the audit entry that every change needs. */
async function writing<T>(
  store: Store,
  now: number,
  work: (writer: FactWriter, trx: Transaction) => Promise<T>,
): Promise<T> {
  const done = await inTransaction(store, async (trx) => {
    const entry = { id: newId(), recorded_at: at(now), event: 'test', body: new Uint8Array([1]) }
    await trx.insertInto('audit_entry').values(entry).execute()
    return { given: await work(factWriter(trx, { now: at(now), newId }), trx) }
  })
  return (done.value as { given: T }).given
}

type Stretch = [from: number, until: number | null, capacity: string]

async function stretches(
  store: Store,
  when: { at?: Instant; since?: Instant; asKnownAt?: Instant } = {},
): Promise<Stretch[]> {
  const found = await factsOf(store.reader).find('membership', { enterprise_id: enterprise }, when)
  return found.map((one) => [one.valid_from, one.valid_until, one.capacity])
}

eachStore('A fact that is ended keeps its past, and what was believed before can still be asked', async (_t, store) => {
  await makePeople(store)
  const fact = await writing(store, 100, (w) => w.record('membership', membership(), { from: at(100), until: null }))
  assert.equal(fact.recorded_at, 100)
  await writing(store, 200, (w) => w.end('membership', fact, at(300)))
  assert.deepEqual(await stretches(store), [[100, 300, 'employer']])
  assert.deepEqual(await stretches(store, { asKnownAt: at(99) }), [])
  assert.deepEqual(await stretches(store, { asKnownAt: at(199) }), [[100, null, 'employer']])
  assert.deepEqual(await stretches(store, { asKnownAt: at(200) }), [[100, 300, 'employer']])
  const [now] = await factsOf(store.reader).find('membership', { fact_id: fact.fact_id })
  assert.notEqual(now?.row_id, fact.row_id)
})

eachStore('Periods are half open: a fact holds at its first moment and no longer at its last', async (_t, store) => {
  await makePeople(store)
  await writing(store, 1, (w) => w.record('membership', membership(), { from: at(10), until: at(20) }))
  for (const [moment, held, still] of [
    [9, 0, 1],
    [10, 1, 1],
    [19, 1, 1],
    [20, 0, 0],
  ] as const) {
    assert.equal((await stretches(store, { at: at(moment) })).length, held, `at ${moment}`)
    assert.equal((await stretches(store, { since: at(moment) })).length, still, `since ${moment}`)
  }
  await writing(store, 2, (w) => w.record('membership', membership(), { from: at(20), until: null }))
  assert.equal((await stretches(store)).length, 2, 'the next may begin where the last one ended')
})

eachStore(
  'A fact that had not begun is withdrawn whole, one that had ended already is left alone',
  async (_t, store) => {
    await makePeople(store)
    const [future, past] = await writing(
      store,
      1,
      async (w) =>
        [
          await w.record('membership', membership(), { from: at(50), until: null }),
          await w.record('membership', membership(), { from: at(10), until: at(20) }),
        ] as const,
    )
    await writing(store, 30, async (w) => {
      await w.end('membership', future, at(30))
      await w.end('membership', past, at(30))
      await w.end('membership', past, at(20))
    })
    const left = await factsOf(store.reader).find('membership', {})
    assert.deepEqual(
      left.map((one) => one.row_id),
      [past.row_id],
    )
  },
)

eachStore('A change goes on under the same fact id, to its old end or to a new one', async (_t, store) => {
  await makePeople(store)
  const first = await writing(store, 1, (w) => w.record('membership', membership(), { from: at(10), until: at(90) }))
  const second = await writing(store, 2, (w) => w.change('membership', first, { capacity: 'provider' }, at(30)))
  assert.deepEqual([second.fact_id, second.valid_from, second.valid_until], [first.fact_id, 30, 90])
  assert.deepEqual([second.person_id, second.by_basis], [first.person_id, first.by_basis])
  await writing(store, 3, (w) => w.change('membership', second, {}, at(60), null))
  assert.deepEqual(await stretches(store), [
    [10, 30, 'employer'],
    [30, 60, 'provider'],
    [60, null, 'provider'],
  ])
})

eachStore(
  'What is cut short, or comes back, was given when it was given; what goes on otherwise is given anew',
  async (_t, store) => {
    await makePeople(store)
    const given = async () =>
      (await factsOf(store.reader).find('membership', {})).map((one) => [one.valid_from, givenAt(one), one.recorded_at])
    const first = await writing(store, 1, (w) => w.record('membership', membership(), { from: at(10), until: null }))
    const second = await writing(store, 2, (w) => w.change('membership', first, { capacity: 'provider' }, at(30)))
    assert.deepEqual(await given(), [
      [10, 1, 2],
      [30, 2, 2],
    ])
    await writing(store, 3, (w) => w.end('membership', second, at(50)))
    const [, cut] = await factsOf(store.reader).find('membership', {})
    assert.ok(cut)
    await writing(store, 4, (w) => w.end('membership', cut, at(20)))
    await writing(store, 5, (w) => w.bringBack('membership', cut, { from: at(40), until: at(50) }))
    assert.deepEqual(await given(), [
      [10, 1, 2],
      [40, 2, 5],
    ])
  },
)

eachStore('Of two that end the same row the second one learns that it is stale', async (_t, store) => {
  await makePeople(store)
  const fact = await writing(store, 1, (w) => w.record('membership', membership(), { from: at(10), until: null }))
  await writing(store, 2, (w) => w.end('membership', fact, at(20)))
  await assert.rejects(
    writing(store, 3, (w) => w.end('membership', fact, at(15))),
    StaleFact,
  )
  assert.deepEqual(await stretches(store), [[10, 20, 'employer']])
})

eachStore('A clock that jumped back refuses nothing and revives nothing', async (_t, store) => {
  await makePeople(store)
  const fact = await writing(store, 1000, (w) => w.record('membership', membership(), { from: at(10), until: null }))
  await writing(store, 900, (w) => w.end('membership', fact, at(20)))
  assert.deepEqual(await stretches(store), [[10, 20, 'employer']])
  assert.deepEqual(await stretches(store, { asKnownAt: at(1000) }), [[10, 20, 'employer']])
})

eachStore('Filters: equal, one of, null, none of them, and never by mistake everything', async (_t, store) => {
  await makePeople(store)
  await writing(store, 1, async (w) => {
    await w.record('membership', membership(), { from: at(1), until: null })
    await w.record('membership', membership({ person_id: other, by_person: person }), { from: at(2), until: null })
    const body = {
      enterprise_id: enterprise,
      person_id: person,
      function_code: '10002',
      power: 'alone',
      end_reason: null,
    } as const
    await w.record('representation', { ...body, holder_enterprise_id: null }, { from: at(3), until: null })
    await w.record('representation', { ...body, holder_enterprise_id: enterprise }, { from: at(4), until: null })
  })
  const facts = factsOf(store.reader)
  const beginnings = (found: { valid_from: Instant }[]): number[] => found.map((one) => one.valid_from)
  assert.deepEqual(beginnings(await facts.find('membership', { person_id: [person, other] })), [1, 2])
  assert.deepEqual(beginnings(await facts.find('membership', { person_id: other, capacity: 'employer' })), [2])
  assert.deepEqual(beginnings(await facts.find('membership', { person_id: [] })), [])
  assert.deepEqual(beginnings(await facts.find('representation', { holder_enterprise_id: null })), [3])
  assert.deepEqual(beginnings(await facts.find('representation', { holder_enterprise_id: [null, enterprise] })), [3, 4])
  for (const where of [
    { person_id: undefined },
    { superseded_at: null },
    { '1=1 or name': 'x' },
    { person_id: { not: 1 } },
  ])
    await assert.rejects(facts.find('membership', where as never), TypeError)
  await assert.rejects(facts.find('catalogue_entry', { body: 'x' }), TypeError)
  await assert.rejects(facts.find('person' as never, {}), TypeError)
})

eachStore('Any JSON comes back as it was, lists and single texts too', async (_t, store) => {
  await makePeople(store)
  const bodies = [[], ['a', { b: null }], 'text', '"quoted"', 7, null, { ключ: 'é\\' }]
  for (const [index, body] of bodies.entries()) {
    const entry = { kind: 'service', code: `c${index}`, origin: 'page', body } as const
    const fact = await writing(store, 1, (w) => w.record('catalogue_entry', entry, { from: at(1), until: null }))
    assert.deepEqual(fact.body, body)
    const changed = await writing(store, 2, (w) => w.change('catalogue_entry', fact, { origin: 'file' }, at(2)))
    assert.deepEqual(changed.body, body)
  }
  const found = await factsOf(store.reader).find(
    'catalogue_entry',
    { code: bodies.map((_, n) => `c${n}`) },
    { at: at(2) },
  )
  assert.deepEqual(found.map((one) => one.body).toSorted(), bodies.toSorted())
})

eachStore(
  'The database refuses what overlaps, what has no length, and any change without an audit entry',
  async (_t, store) => {
    await makePeople(store)
    const fact = await writing(store, 1, (w) => w.record('membership', membership(), { from: at(10), until: at(20) }))
    const refusedBy = (name: string) => (error: unknown) => constraintOf(error) === name
    await assert.rejects(
      writing(store, 2, (w) => w.record('membership', membership(), { from: at(19), until: null })),
      refusedBy('one_membership_per_group'),
    )
    await assert.rejects(
      writing(store, 2, (w) =>
        w.record('membership', membership({ capacity: 'x' }), { from: at(15), until: at(16) }, fact.fact_id),
      ),
      refusedBy('membership_one_state'),
    )
    await assert.rejects(
      writing(store, 2, (w) => w.record('membership', membership(), { from: at(30), until: at(30) })),
      refusedBy('membership_period'),
    )
    await assert.rejects(
      inTransaction(store, (trx) => factWriter(trx, { now: at(3), newId }).end('membership', fact, at(15))),
      /without an audit entry/,
    )
    assert.deepEqual(await stretches(store), [[10, 20, 'employer']])
  },
)

/** How the store would find rows where reading a whole table is the last thing it would do. */
async function planOf(store: Store, kind: string, where: string): Promise<string> {
  const { value } = await inTransaction(store, async (trx) => {
    await sql`SET LOCAL enable_seqscan = off`.execute(trx)
    const { rows } = await sql
      .raw<{ 'QUERY PLAN': string }>(`EXPLAIN SELECT * FROM ${kind} WHERE ${where}`)
      .execute(trx)
    return rows.map((row) => row['QUERY PLAN']).join('\n')
  })
  return value
}

eachStore('Facts of one enterprise, or with one id, are found by an index, at any time', async (_t, store) => {
  const id = `'${enterprise}'::uuid`
  const times = {
    'believed now': 'superseded_at IS NULL',
    'held at a moment': 'superseded_at IS NULL AND valid_from <= 5 AND (valid_until IS NULL OR valid_until > 5)',
    'not over by then': 'superseded_at IS NULL AND (valid_until IS NULL OR valid_until > 5)',
    'as once believed': 'recorded_at <= 5 AND (superseded_at IS NULL OR superseded_at > 5)',
  }
  const whole: string[] = []
  for (const kind of factKinds) {
    if (columnsOf(kind).some(({ name }) => name === 'enterprise_id'))
      for (const [when, where] of Object.entries(times))
        if (/Seq Scan/.test(await planOf(store, kind, `enterprise_id = ${id} AND ${where}`)))
          whole.push(`${kind} of an enterprise, ${when}`)
    if (/Seq Scan/.test(await planOf(store, kind, `fact_id = ${id} AND ${times['held at a moment']}`)))
      whole.push(`${kind} by its id`)
  }
  assert.deepEqual(whole, [])
})
