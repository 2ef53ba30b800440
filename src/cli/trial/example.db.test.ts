import assert from 'node:assert/strict'
import { randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { test } from 'node:test'
import { recordEntry } from '#audit'
import { loadCatalogue, publishCatalogue, readCatalogue } from '#catalogue'
import { inTransaction } from '#database'
import { answer, whatMay, whereMay, whoMayUse } from '#decisions'
import type { Instant } from '#kernel'
import type { PerformDeps } from '#operations'
import { findPersonByNationalNumber } from '#people'
import { recordByNumber } from '#register'
import { freshStore } from '../../../test/support/stores.ts'
import { worldOn } from '../../../test/support/world.ts'
import { seedTrialWorld, storyStart } from './seed.ts'
import { readWorld } from './world.ts'

const folder = join(import.meta.dirname, '../../../catalogue/example')

test('with the catalogue of a bank, the decision and the three lists agree on who may do what for a customer', async (t) => {
  const loaded = await loadCatalogue(folder)
  assert.ok(loaded.ok, JSON.stringify(loaded))
  const catalogue = loaded.value
  const read = await readWorld(folder, catalogue)
  assert.ok(read.ok, JSON.stringify(read))
  const store = await freshStore(t, 'pglite')
  const { keys } = worldOn(store).deps
  const now = Date.UTC(2026, 10, 21, 10) as Instant
  const random = (sizeBytes: number) => new Uint8Array(randomBytes(sizeBytes))
  const ports = { now: storyStart(now), newId: randomUUID }
  await inTransaction(store, async (trx) => {
    await publishCatalogue(trx, catalogue, ports)
    const act = { event: 'catalogue-published', via: 'system', facts: [], details: {} } as const
    await recordEntry(trx, act, { ...ports, random })
  })
  assert.deepEqual(await readCatalogue(store.reader, now), catalogue, 'it is stored and read as it was written')
  const clock = { now: () => now }
  const deps: PerformDeps = { store, catalogue: () => catalogue, keys, clock, newId: randomUUID, random }
  await seedTrialWorld(deps, read.value, now)

  const idOf = async (code: string) => {
    const number = read.value.persons.find((person) => person.code === code)?.nationalNumber
    assert.ok(number, code)
    const id = await findPersonByNationalNumber(store.reader, keys, number)
    assert.ok(id, code)
    return id
  }
  const number = read.value.enterprises.find(({ code }) => code === 'northwind')?.number
  assert.ok(number)
  const enterprise = (await recordByNumber(store.reader, number, now))?.enterprise_id
  assert.ok(enterprise)
  const asking = { reader: store.reader, catalogue, clock }
  const service = (code: string) => ({ kind: 'service' as const, code })
  const user = await idOf('pieter-visser')
  const chief = await idOf('david-okafor')

  const asked = { person: user, enterprise, action: service('payment-orders') }
  assert.equal((await answer(asking, { ...asked, level: 450 })).answer.permit, true)
  const low = (await answer(asking, { ...asked, level: 400 })).answer
  assert.ok(!low.permit && low.reason === 'level-too-low' && low.levelNeeded === 450, JSON.stringify(low))

  const codes = (found: readonly { action: { code: string } }[]) => found.map(({ action }) => action.code).toSorted()
  assert.deepEqual(codes(await whatMay(asking, user, enterprise)), ['account-view', 'payment-orders', 'secure-mailbox'])
  // Signing a payment must be given: the corporate administrator may do everything else.
  assert.deepEqual(codes(await whatMay(asking, chief, enterprise)), [
    'account-view',
    'guarantees',
    'letters-of-credit',
    'secure-mailbox',
  ])
  const mayPay = await whoMayUse(asking, enterprise, service('payment-orders'))
  assert.deepEqual(
    mayPay.map(({ person }) => person),
    [user],
  )
  const where = await whereMay(asking, user, service('payment-orders'))
  assert.deepEqual(
    where.map((found) => found.enterprise),
    [enterprise],
  )
  assert.deepEqual(await whereMay(asking, user, service('dimona')), [], 'no service of another catalogue is known')
})
