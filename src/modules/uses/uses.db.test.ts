import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { inTransaction, writesOf, type Store } from '#database'
import { instant, parseCivilDay, type CivilDay, type EnterpriseId, type PersonId } from '#kernel'
import type { Right } from '#rights'
import { eachStore } from '../../../test/support/stores.ts'
import { Keeping, lastUsesOf, Uses, type Use } from './index.ts'

const enterprise = '00000000-0000-4000-8000-000000000001' as EnterpriseId
const person = '00000000-0000-4000-8000-000000000002' as PersonId
const nobody = '00000000-0000-4000-8000-000000000003' as PersonId
const files: Right = { kind: 'authorisation', code: 'files', scope: 'employer' }
const chief: Right = { kind: 'office', code: 'chief-access-manager', scope: '' }

function day(text: string): CivilDay {
  const read = parseCivilDay(text)
  assert.ok(read.ok)
  return read.value
}
const use = (right: Right, on: string, of = person): Use => ({ enterprise, person: of, right, day: day(on) })
const brussels = () => 'Europe/Brussels'

async function makePeople(store: Store): Promise<void> {
  await inTransaction(store, async (trx) => {
    await trx
      .insertInto('enterprise')
      .values({ id: enterprise, created_at: instant(0) })
      .execute()
    await trx
      .insertInto('person')
      .values({ id: person, created_at: instant(0) })
      .execute()
  })
}

test('Y1 of each right the newest day waits, some at a time; a right that is new to a full minute waits for its next use', () => {
  const uses = new Uses(brussels, 2)
  uses.note(use(files, '2026-11-22'))
  uses.note(use(chief, '2026-11-21'))
  uses.note(use({ ...files, scope: 'taxpayer' }, '2026-11-22'))
  uses.note(use(chief, '2026-11-23'))
  uses.note(use(files, '2026-11-20'))
  assert.deepEqual(uses.take(1), [use(files, '2026-11-22')])
  assert.deepEqual(uses.take(5), [use(chief, '2026-11-23')])
  assert.deepEqual(uses.take(5), [])
})

test('Y1 a day begins and ends in the zone of the catalogue, also where clocks change, and a new catalogue may name another', () => {
  let zone = 'Europe/Brussels'
  const uses = new Uses(() => zone)
  const at = (text: string) => uses.dayAt(instant(Date.parse(text)))
  assert.equal(at('2026-11-22T22:59:59.999Z'), '2026-11-22')
  assert.equal(at('2026-11-22T23:00:00Z'), '2026-11-23')
  assert.equal(at('2026-11-22T22:59:59.999Z'), '2026-11-22')
  assert.equal(at('2026-10-24T21:59:59.999Z'), '2026-10-24')
  assert.equal(at('2026-10-24T22:00:00Z'), '2026-10-25')
  assert.equal(at('2026-10-25T22:59:59.999Z'), '2026-10-25')
  zone = 'UTC'
  assert.equal(at('2026-11-22T23:00:00Z'), '2026-11-22')
})

eachStore(
  'Y1 Y3 only newer days are written, each right by itself, and no index grows old by it',
  async (_t, store) => {
    await makePeople(store)
    const before = Atomics.load(writesOf(store), 0)
    const uses = new Uses(brussels)
    const faults: unknown[] = []
    const keeping = new Keeping({
      store,
      take: (limit) => uses.take(limit),
      uses,
      onFault: (fault) => faults.push(fault),
    })
    const kept = async () => {
      const last = await lastUsesOf(store.reader, enterprise, person)
      return [files, chief, { ...files, scope: 'taxpayer' }].map(last)
    }
    assert.deepEqual(await kept(), [null, null, null])
    uses.note(use(files, '2026-11-22'))
    await keeping.keep()
    uses.note(use(files, '2026-11-20'))
    uses.note(use(chief, '2026-11-21'))
    await keeping.keep()
    assert.deepEqual(await kept(), ['2026-11-22', '2026-11-21', null])
    uses.note(use(chief, '2026-12-01'))
    await keeping.stop()
    assert.deepEqual(await kept(), ['2026-11-22', '2026-12-01', null])
    assert.deepEqual(faults, [])
    assert.equal(Atomics.load(writesOf(store), 0), before)
  },
)

/** Away, so that nothing can be written; and back again. */
const rename = (store: Store, from: string, to: string) =>
  inTransaction(store, (trx) => sql.raw(`ALTER TABLE ${from} RENAME TO ${to}`).execute(trx))

eachStore('Y2 what cannot be written is told, and waits for the next minute', async (_t, store) => {
  await makePeople(store)
  await rename(store, 'last_use', 'elsewhere')
  const uses = new Uses(brussels)
  const faults: string[] = []
  const keeping = new Keeping({
    store,
    take: (limit) => uses.take(limit),
    uses,
    onFault: (fault) => faults.push(String(fault)),
    everyMs: 20,
  })
  uses.note(use(files, '2026-11-22'))
  uses.note(use(files, '2026-11-22', nobody))
  await keeping.keep()
  assert.match(faults[0] ?? '', /last_use/)
  await rename(store, 'elsewhere', 'last_use')
  await keeping.keep()
  const told = faults.length
  assert.equal((await lastUsesOf(store.reader, enterprise, person))(files), '2026-11-22')
  assert.equal((await lastUsesOf(store.reader, enterprise, nobody))(files), null, 'the store knows nobody of that id')
  await keeping.stop()
  assert.equal(faults.length, told)
})
