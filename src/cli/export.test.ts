import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { test } from 'node:test'
import { sql } from 'kysely'
import { recordEntry, verifyEntry } from '#audit'
import { publishCatalogue, readCatalogue } from '#catalogue'
import { factWriter, factsOf, inTransaction, openPostgres, viewOf, type Store, type Tables } from '#database'
import { parseCivilDay, type EnterpriseId, type Instant, type PersonId } from '#kernel'
import type { PerformDeps } from '#operations'
import { findPersonByNationalNumber, nationalNumberOf } from '#people'
import { decide, factsByPerson } from '#rights'
import { recordByNumber } from '#register'
import { freshDatabase, freshStore } from '../../test/support/stores.ts'
import { belgium, worldOn } from '../../test/support/world.ts'
import { exported, exportScript, leftBehind } from './export.ts'
import { seedTrialWorld } from './trial/seed.ts'
import { readWorld } from './trial/world.ts'

const read = await readWorld(join(import.meta.dirname, '../../catalogue/belgium'), belgium)
assert.ok(read.ok, JSON.stringify(read))
const trial = read.value

const random = (sizeBytes: number) => new Uint8Array(randomBytes(sizeBytes))

/** Loads the script as an operator would. */
function load(url: string, script: string): void {
  const { status, stderr } = spawnSync('psql', ['-X', '-q', '-v', 'ON_ERROR_STOP=1', '-d', url, '-f', '-'], {
    input: script,
    encoding: 'utf8',
  })
  assert.equal(status, 0, stderr)
}

/** Everything that a store answers about every enterprise and everybody in it. */
async function answersOf(store: Store, at: Instant): Promise<string[]> {
  const catalogue = await readCatalogue(store.reader, at)
  const answers: string[] = []
  for (const { code, number } of trial.enterprises) {
    const record = await recordByNumber(store.reader, number, at)
    assert.ok(record, code)
    for (const [person, facts] of await factsByPerson(factsOf(store.reader), record.enterprise_id))
      for (const service of catalogue.services.keys()) {
        const action = { kind: 'service', code: service } as const
        const question = { person, enterprise: record.enterprise_id, action, level: 500, at } as const
        answers.push(JSON.stringify([code, person, service, decide(catalogue, facts, question)]))
      }
  }
  return answers.toSorted()
}

async function rowsOf(store: Store, table: keyof Tables): Promise<string[]> {
  const rows = await store.reader
    .selectFrom(table as 'person')
    .selectAll()
    .execute()
  return rows.map((row) => JSON.stringify(inOrder({ ...row, xid: null }))).toSorted()
}

/** The same with the keys of every object in one order: of those in JSON the store keeps none. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value
  const entries = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1))
  return Object.fromEntries(entries.map(([key, one]) => [key, inOrder(one)]))
}

/** What no trial begins with. */
async function writeRarer(store: Store, now: Instant): Promise<void> {
  const sitting = await store.reader
    .selectFrom('current_appointment')
    .selectAll()
    .where('state', '=', 'active')
    .where('valid_until', 'is', null)
    .where('office', '=', 'access-manager')
    .executeTakeFirstOrThrow()
  const { enterprise_id, fact_id, by_person, by_basis, person_id } = sitting
  assert.ok(by_person && by_basis && person_id)
  const [by, until] = [{ by_person, by_basis }, (now + 1000) as Instant]
  await inTransaction(store, async (trx) => {
    const ports = { now, newId: randomUUID }
    const facts = factWriter(trx, ports)
    const lasts = { from: now, until }
    const asked = { what: 'lift-stop', subject: '', body: { said: `O'Brien "so"` }, confirmed_by: null } as const
    await facts.record('proposal', { enterprise_id, ...asked, ...by }, lasts)
    const standIn = {
      appointment: fact_id,
      person_id: by_person,
      state: 'proposed',
      begins_at: now,
      ends_at: until,
    } as const
    await facts.record('stand_in', { enterprise_id, ...standIn, by_person: person_id, by_basis: fact_id }, lasts)
    const person = randomUUID() as PersonId
    await trx.insertInto('person').values({ id: person, created_at: now, kind: 'no-national-number' }).execute()
    const secret = { app_secret: random(20), app_secret_key: 'k1', password: 'scrypt$x' }
    const opened = {
      person_id: person,
      user_name: 'abcdefg2',
      opened_at: now,
      provisional: null,
      provisional_until: null,
    }
    await trx
      .insertInto('person_account')
      .values({ ...opened, ...secret })
      .execute()
    await trx
      .insertInto('verified_address')
      .values({ person_id, email: `o'b@trial.example`, verified_at: now })
      .execute()
    await trx.insertInto('told_by_itself').values({ fact_id, what: 'lapsed', told_at: now }).execute()
    const day = parseCivilDay('2026-11-21')
    assert.ok(day.ok)
    const right = { kind: 'office', code: 'access-manager', scope: '' } as const
    await trx
      .insertInto('last_use')
      .values({ enterprise_id, person_id, ...right, used_on: day.value })
      .execute()
    await recordEntry(trx, { event: 'facts-set', via: 'system', facts: [], details: {} }, { ...ports, random })
  })
}

test('A trial exported and loaded into PostgreSQL with psql answers the same questions', async (t) => {
  const store = await freshStore(t, 'pglite')
  const { keys } = worldOn(store).deps
  const now = Date.UTC(2026, 10, 21, 10) as Instant
  const began = (now - 300 * 24 * 60 * 60 * 1000) as Instant
  await inTransaction(store, async (trx) => {
    const ports = { now: began, newId: randomUUID }
    await publishCatalogue(trx, belgium, ports)
    const act = { event: 'catalogue-published', via: 'system', facts: [], details: {} } as const
    const personal = { words: `O'Brien \\ said "so"\nand ${'é'.repeat(3)}` }
    await recordEntry(trx, { ...act, personal }, { ...ports, random })
    const client = { id: randomUUID(), name: `O'Brien \\ & zonen`, token_hash: random(32), created_at: began }
    await trx
      .insertInto('client')
      .values([
        { ...client, services: ['dimona', 'limosa'] },
        { ...client, id: randomUUID(), name: 'none', token_hash: random(32), services: [] },
      ])
      .execute()
  })
  const clock = { now: () => now }
  const deps: PerformDeps = { store, catalogue: () => belgium, keys, clock, newId: randomUUID, random }
  await seedTrialWorld(deps, trial, now)
  await writeRarer(store, now)

  const url = await freshDatabase(t, 'migrated')
  load(url, await exportScript(store))
  const loaded = await openPostgres({ url, sessionsMax: 2 })
  try {
    for (const table of exported) assert.deepEqual(await rowsOf(loaded, table), await rowsOf(store, table), table)
    const before = await answersOf(store, now)
    assert.ok(before.some((answer) => answer.includes('"permit":true')))
    assert.deepEqual(await answersOf(loaded, now), before)
    assert.deepEqual(await readCatalogue(loaded.reader, now), belgium)
    for (const { nationalNumber } of trial.persons) {
      const person = await findPersonByNationalNumber(loaded.reader, keys, nationalNumber)
      assert.equal(person, await findPersonByNationalNumber(store.reader, keys, nationalNumber))
      assert.ok(person)
      assert.equal((await nationalNumberOf(loaded.reader, keys, person)) !== null, true)
    }
    for (const row of await loaded.reader.selectFrom('audit_entry').selectAll().execute()) {
      const personal = await loaded.reader
        .selectFrom('audit_personal')
        .selectAll()
        .where('entry_id', '=', row.id)
        .executeTakeFirst()
      assert.equal(verifyEntry(row, personal ?? null), 'intact')
    }
    const epochs = await Promise.all([store, loaded].map(async (one) => (await viewOf(one.reader)).epoch))
    assert.notEqual(epochs[0], epochs[1], 'a revision of the trial means nothing in the new store')
    await stillGuarded(loaded)
  } finally {
    await loaded.close()
  }
})

/** The safeguards that were put aside for the loading are back. */
async function stillGuarded(store: Store): Promise<void> {
  await assert.rejects(
    inTransaction(store, (trx) => trx.deleteFrom('appointment').execute()),
    /never deleted/,
  )
  await assert.rejects(
    inTransaction(store, (trx) => trx.updateTable('audit_entry').set({ event: 'x' }).execute()),
    /never changed/,
  )
}

test('Every table is written out, or stays behind for a reason', async (t) => {
  const store = await freshStore(t, 'pglite')
  const { rows } = await sql<{ name: string }>`
    SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
  `.execute(store.reader as never)
  const names = rows.map(({ name }) => name)
  assert.deepEqual([...exported, ...leftBehind].toSorted(), names.toSorted())
})

test('A table of more rows than one page is written out whole, each row once', async (t) => {
  const store = await freshStore(t, 'pglite')
  const person = randomUUID() as PersonId
  const at = 0 as Instant
  const enterprises = Array.from({ length: 1300 }, () => randomUUID() as EnterpriseId)
  await inTransaction(store, async (trx) => {
    await trx.insertInto('person').values({ id: person, created_at: at }).execute()
    await trx
      .insertInto('enterprise')
      .values(enterprises.map((id) => ({ id, created_at: at })))
      .execute()
    const known = { person_id: person, given_name: 'Tom', family_name: 'Maes', email: null, phone: null }
    await trx
      .insertInto('known_as')
      .values(enterprises.map((enterprise_id) => ({ enterprise_id, ...known })))
      .execute()
  })
  const script = await exportScript(store)
  for (const table of ['enterprise', 'known_as']) {
    const lines = script.split('\n').filter((line) => line.startsWith(`INSERT INTO ${table} (`))
    assert.equal(lines.length, enterprises.length, table)
    assert.equal(new Set(lines).size, enterprises.length, `${table}: no row twice, none left out`)
  }
})
