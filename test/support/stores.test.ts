import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { beginEpoch, factsOf, factWriter, inTransaction, viewOf, type Store } from '#database'
import { instant, type EnterpriseId, type PersonId } from '#kernel'
import { sql } from 'kysely'
import { freshStore, storeKinds, type StoreKind } from './stores.ts'

const newId = (): string => randomUUID()
const person = newId() as PersonId
const enterprise = newId() as EnterpriseId

/** Leaves a store as a test might: rows in many tables, facts among them, and another epoch. */
async function fill(store: Store): Promise<void> {
  await inTransaction(store, async (trx) => {
    await trx
      .insertInto('person')
      .values({ id: person, created_at: instant(1) })
      .execute()
    await trx
      .insertInto('enterprise')
      .values({ id: enterprise, created_at: instant(1) })
      .execute()
    const entry = { id: newId(), recorded_at: instant(1), event: 'x', body: new Uint8Array([1]) }
    await trx.insertInto('audit_entry').values(entry).execute()
    const body = { enterprise_id: enterprise, by_person: person, by_basis: newId() }
    await factWriter(trx, { now: instant(1), newId }).record('emergency_stop', body, { from: instant(1), until: null })
    await beginEpoch(trx, { now: instant(5), newId })
  })
}

/** One store after the other, as tests of one file have them. */
async function inTurn(kind: StoreKind, uses: ((store: Store) => Promise<void>)[]): Promise<void> {
  for (const use of uses) {
    const ends: (() => unknown)[] = []
    const store = await freshStore({ after: (end: unknown) => void ends.push(end as () => unknown) }, kind)
    try {
      await use(store)
    } finally {
      for (const end of ends) await end()
    }
  }
}

for (const kind of storeKinds)
  test(`A fresh store has nothing of the one before, and all its safeguards (${kind})`, async () => {
    const safe = async (store: Store): Promise<void> => {
      for (const table of ['person', 'enterprise', 'audit_entry', 'change_log', 'emergency_stop'] as const)
        assert.deepEqual(await store.reader.selectFrom(table).selectAll().execute(), [], table)
      await fill(store)
      const [stop] = await factsOf(store.reader).find('emergency_stop', {})
      assert.ok(stop)
      await assert.rejects(
        inTransaction(store, (trx) => trx.deleteFrom('emergency_stop').execute()),
        /never deleted/,
      )
      await assert.rejects(
        inTransaction(store, (trx) => sql`TRUNCATE emergency_stop`.execute(trx)),
        /never deleted/,
      )
      const log = await store.reader.selectFrom('change_log').select('position').execute()
      assert.deepEqual(log, [{ position: 1 }])
    }
    const spoil = async (store: Store): Promise<void> => {
      await inTransaction(store, (trx) => sql`ALTER TABLE emergency_stop DISABLE TRIGGER ALL`.execute(trx))
      await inTransaction(store, (trx) => sql`CREATE TABLE left_behind (n integer)`.execute(trx))
    }
    const known = await inEpochs(kind, [safe, safe, spoil, safe])
    assert.equal(new Set(known).size, 1, 'the epoch is that of the template each time')
  })

async function inEpochs(kind: StoreKind, uses: ((store: Store) => Promise<void>)[]): Promise<string[]> {
  const epochs: string[] = []
  await inTurn(
    kind,
    uses.map((use) => async (store) => {
      epochs.push((await viewOf(store.reader)).epoch)
      await use(store)
    }),
  )
  return epochs
}
