import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { instant, type EnterpriseId, type PersonId } from '#kernel'
import { sql, type Kysely } from 'kysely'
import { eachStore, freshStore, storeKinds } from '../../test/support/stores.ts'
import { newsSince, viewOf } from './change-feed.ts'
import { factsOf, factWriter } from './fact-store.ts'
import { OutsideTransaction } from './guard.ts'
import { constraintOf, isSerializationFault, type Store, type Transaction } from './store.ts'
import type { Tables } from './tables.ts'
import { inTransaction, rollback } from './transaction.ts'

const newId = (): string => randomUUID()

async function addPerson(trx: Transaction, id = newId() as PersonId): Promise<PersonId> {
  await trx
    .insertInto('person')
    .values({ id, created_at: instant(1) })
    .execute()
  return id
}

const people = (store: Store) => store.reader.selectFrom('person').select('id').execute()

eachStore('What a transaction wrote is there after it, with a revision', async (_t, store) => {
  const done = await inTransaction(store, (trx) => addPerson(trx))
  assert.match(done.revision, /^v1\.[0-9a-f-]{36}\.\d+$/)
  assert.deepEqual(await people(store), [{ id: done.value }])
})

eachStore(
  'A roll back carries its value out and leaves nothing, a fault leaves nothing and is thrown',
  async (_t, store) => {
    const undone = await inTransaction(store, async (trx) => {
      await addPerson(trx)
      if (store.kind !== null) return rollback('refused')
      return 17
    })
    assert.deepEqual(undone, { value: 'refused', revision: null })
    const fault = new Error('broken')
    await assert.rejects(
      inTransaction(store, async (trx) => {
        await addPerson(trx)
        throw fault
      }),
      fault,
    )
    assert.deepEqual(await people(store), [])
  },
)

eachStore('A swallowed error does not let the rest be committed in silence', async (_t, store) => {
  await assert.rejects(
    inTransaction(store, async (trx) => {
      await addPerson(trx)
      await sql`SELECT 1/0`.execute(trx).catch(() => undefined)
    }),
    { code: '25P02' },
  )
  assert.deepEqual(await people(store), [])
})

eachStore('Inside a transaction every other handle of the store throws at once', async (_t, store) => {
  const view = await viewOf(store.reader)
  const outside = [
    () => people(store),
    () => factsOf(store.reader).find('block', {}),
    () => sql`SELECT 1`.execute(store.reader as Kysely<Tables>),
    () => inTransaction(store, (trx) => addPerson(trx)),
    () => viewOf(store.reader),
    () => newsSince(store, view),
  ]
  await inTransaction(store, async (trx) => {
    for (const [index, use] of outside.entries()) await assert.rejects(use(), OutsideTransaction, `use ${index}`)
    await assert.rejects(Promise.all([pause(1), people(store)]), OutsideTransaction)
    await assert.rejects(
      pause(1).then(() => people(store)),
      OutsideTransaction,
      'also later in the same work',
    )
    await addPerson(trx)
  })
  assert.equal((await people(store)).length, 1, 'the transaction itself was not hurt')
})

eachStore(
  'The guard does not reach work that only runs at the same time, nor what outlives the transaction',
  async (_t, store) => {
    const [inside, go] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const ended = Promise.withResolvers<void>()
    let left: Promise<unknown> = Promise.resolve()
    const work = inTransaction(store, async (trx) => {
      left = ended.promise.then(() => people(store))
      inside.resolve()
      await go.promise
      return addPerson(trx)
    })
    await inside.promise
    const meanwhile = people(store)
    // One session: who comes meanwhile waits for the first to end. Several: it sees nothing of it.
    if (store.kind === 'postgres') assert.deepEqual(await meanwhile, [])
    const another = inTransaction(store, (trx) => addPerson(trx))
    go.resolve()
    await Promise.all([work, meanwhile, another])
    ended.resolve()
    assert.equal(((await left) as unknown[]).length, 2)
  },
)

test('A transaction of one store may read another store', async (t) => {
  const [from, to] = [await freshStore(t, 'pglite'), await freshStore(t, 'postgres')]
  await inTransaction(from, (trx) => addPerson(trx))
  await inTransaction(to, async (trx) => {
    for (const { id } of await people(from)) await addPerson(trx, id)
    await assert.rejects(people(to), OutsideTransaction)
  })
  assert.deepEqual(await people(to), await people(from))
})

eachStore('The handle of a transaction that is over is dead', async (_t, store) => {
  let kept: Transaction | undefined
  await inTransaction(store, async (trx) => {
    kept = trx
  })
  assert.ok(kept)
  await assert.rejects(addPerson(kept), /already committed/)
  assert.deepEqual(await people(store), [])
})

eachStore('The reader cannot write, whatever statement it is given', async (_t, store) => {
  const handle = store.reader as Kysely<Tables>
  await assert.rejects(
    handle
      .insertInto('enterprise')
      .values({ id: newId() as EnterpriseId, created_at: instant(1) })
      .execute(),
    { code: '25006' },
  )
  await assert.rejects(sql`DELETE FROM person`.execute(handle), { code: '25006' })
  assert.deepEqual(await people(store), [], 'and goes on reading')
})

for (const kind of storeKinds)
  test(`Only a transaction that lost against another is run again, three times at most (${kind})`, async (t) => {
    const store = await freshStore(t, kind)
    let runs = 0
    const fail = (code: string, until: number) => async (trx: Transaction) => {
      if (++runs <= until)
        await sql`DO ${sql.raw(`$$ BEGIN RAISE EXCEPTION 'lost' USING ERRCODE = '${code}'; END $$`)}`.execute(trx)
      return runs
    }
    assert.equal((await inTransaction(store, fail('40001', 2))).value, 3)
    runs = 0
    await assert.rejects(inTransaction(store, fail('40P01', 9)), (error) => isSerializationFault(error))
    assert.equal(runs, 3)
    runs = 0
    await assert.rejects(inTransaction(store, fail('23505', 9)), (error) => !isSerializationFault(error))
    assert.equal(runs, 1)
  })

test('Two transactions that lock each other out on PostgreSQL both end well', async (t) => {
  const store = await freshStore(t, 'postgres')
  const [a, b] = (await inTransaction(store, async (trx) => [await addPerson(trx), await addPerson(trx)] as const))
    .value
  let first = 0
  const both = Promise.withResolvers<void>()
  const touch = (trx: Transaction, id: PersonId) =>
    trx.updateTable('person').set({ notices: false }).where('id', '=', id).execute()
  const work = (one: PersonId, other: PersonId) => async (trx: Transaction) => {
    await touch(trx, one)
    if (++first === 2) both.resolve()
    await both.promise
    await touch(trx, other)
  }
  await Promise.all([inTransaction(store, work(a, b)), inTransaction(store, work(b, a))])
  assert.equal(first, 3, 'one of them ran twice')
})

eachStore('The constraint that refused is told, at the statement or at the commit', async (_t, store) => {
  const person = (await inTransaction(store, (trx) => addPerson(trx))).value
  await assert.rejects(
    inTransaction(store, (trx) => addPerson(trx, person)),
    (error) => constraintOf(error) === 'person_pkey',
  )
  const enterprise = newId() as EnterpriseId
  const body = { enterprise_id: enterprise, by_person: person, by_basis: newId(), state: 'active', ebox: true } as const
  const attempt = inTransaction(store, async (trx) => {
    await trx
      .insertInto('enterprise')
      .values({ id: enterprise, created_at: instant(1) })
      .execute()
    await trx
      .insertInto('audit_entry')
      .values({ id: newId(), recorded_at: instant(1), event: 'x', body: new Uint8Array() })
      .execute()
    await factWriter(trx, { now: instant(1), newId }).record('account', body, { from: instant(1), until: null })
  })
  await assert.rejects(attempt, (error) => constraintOf(error) === 'chief_or_vacancy')
  assert.equal(constraintOf(new Error('other')), null)
  await assert.rejects(
    store.reader
      .selectFrom('no_such_table' as 'person')
      .selectAll()
      .execute(),
    (error) => constraintOf(error) === null && (error as { code?: string }).code === '42P01',
  )
})

eachStore('Values come back as they went in, alike from both stores', async (_t, store) => {
  const id = (await inTransaction(store, (trx) => addPerson(trx))).value
  const bytes = new Uint8Array([0, 1, 127, 128, 255])
  await inTransaction(store, async (trx) => {
    await trx
      .insertInto('session')
      .values({
        id_hash: bytes,
        csrf: 'é"\\',
        created_at: instant(-5),
        seen_at: instant(0),
        expires_at: instant(253402300799999),
        pending: JSON.stringify({ a: [1, null] }),
      })
      .execute()
    await trx
      .insertInto('client')
      .values({ id, name: 'x', token_hash: bytes, services: ['a', 'b,"c"', ''], created_at: instant(1) })
      .execute()
  })
  const session = await store.reader.selectFrom('session').selectAll().executeTakeFirstOrThrow()
  assert.deepEqual(session.id_hash, bytes)
  assert.equal(Object.getPrototypeOf(session.id_hash), Uint8Array.prototype, 'and not a Buffer')
  assert.deepEqual(
    [session.csrf, session.created_at, session.expires_at, session.pending],
    ['é"\\', -5, 253402300799999, { a: [1, null] }],
  )
  const client = await store.reader.selectFrom('client').selectAll().executeTakeFirstOrThrow()
  assert.deepEqual([client.services, client.sees_chain, client.ended_at], [['a', 'b,"c"', ''], false, null])
  const { count, big } = await store.reader
    .selectFrom('person')
    .select((eb) => [eb.fn.countAll<number>().as('count'), sql<string>`'18446744073709551615'::xid8`.as('big')])
    .executeTakeFirstOrThrow()
  assert.deepEqual([count, big], [1, '18446744073709551615'])
  await assert.rejects(store.reader.selectNoFrom(sql`9007199254740993`.as('n')).execute(), /out of range/)
  assert.equal((await people(store)).length, 1, 'and goes on')
})
