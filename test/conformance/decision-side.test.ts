import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { pino } from 'pino'
import { accessOperations } from '#access'
import { openPostgres, writesOf } from '#database'
import { indexSitting, IndexSide, type Standing } from '#decision-point'
import type { Measure } from '#metrics'
import { publishFiles } from '../../src/cli/publish.ts'
import { sideOfServer } from '../../src/decision-side.ts'
import { IndexFollower } from '../../src/index-follower.ts'
import { systemClock, systemMonotonicMs } from '../../src/system.ts'
import { freshDatabase } from '../support/stores.ts'
import { busyWorld } from './world.ts'

const log = pino({ level: 'silent' })

async function busyOn(t: TestContext) {
  const url = await freshDatabase(t, 'migrated')
  const store = await openPostgres({ url })
  t.after(() => store.close())
  const busy = await busyWorld(store)
  await publishFiles(store, busy.world.catalogue, { ...busy.world.ports, via: 'system' })
  return { url, store, ...busy }
}

type Busy = Awaited<ReturnType<typeof busyOn>>

async function freshOf(side: IndexSide) {
  for (;;) {
    const fresh = side.fresh()
    if (fresh !== null) return fresh
    await wait(2)
  }
}

async function reasonFrom(side: IndexSide, { store, world, dirk, alfa }: Busy) {
  const client = {
    id: 'x',
    name: '',
    services: ['dimona'],
    seesChain: false,
    levelCap: null,
    nationalNumberPurpose: null,
  }
  const sitting = indexSitting(await freshOf(side), client, {
    reader: store.reader,
    keys: world.deps.keys,
    uses: side.uses,
  })
  const action = { kind: 'service', code: 'dimona' } as const
  const asked = { person: dirk.id, number: alfa.number, action, capacity: undefined, level: 500 } as const
  return (await sitting.answer(asked)).reason
}

const valueOf = (measures: readonly Measure[], name: string) =>
  measures.find((measure) => measure.name === name)?.values()[0]?.value

test('Q10 Q1 the server’s index is followed by another thread, and what the server wrote is never missing from an answer', async (t) => {
  const busy = await busyOn(t)
  const { url, store, world, chantal, dirk, alfa } = busy
  const settings = { databaseUrl: url }
  const served = sideOfServer({ settings, store, catalogue: () => world.catalogue, clock: systemClock, log })
  const { side, measures } = served
  assert.equal(await reasonFrom(side, busy), 'authorisation')
  const blocked = { capacity: 'employer', person: dirk.id }
  for (let round = 0; round < 10; round++)
    for (const [operation, reason] of [
      [accessOperations.blockUser, 'blocked-in-group'],
      [accessOperations.unblockUser, 'authorisation'],
    ] as const) {
      await freshOf(side)
      await world.does(chantal, alfa, operation, blocked)
      assert.equal(side.fresh(), null, 'from the commit on the store answers')
      assert.equal(await reasonFrom(side, busy), reason)
    }
  assert.equal(valueOf(measures, 'claviger_index_fresh'), 1)
  assert.ok((valueOf(measures, 'claviger_thread_busy_ratio') ?? -1) >= 0)
  await served.stop()
  assert.equal(side.fresh(), null, 'an index that nobody follows answers nothing')
})

test('Q10 a thread of the index that dies takes it along, and another one builds it anew', async (t) => {
  const busy = await busyOn(t)
  const { url, store, world } = busy
  const writes = writesOf(store)
  const catalogue = () => world.catalogue
  const side = new IndexSide({ reader: 0, catalogue, clock: systemClock, monotonicMs: systemMonotonicMs, writes })
  const told: (Standing | null)[] = []
  const follower = new IndexFollower({
    databaseUrl: url,
    keptIn: null,
    writes,
    log,
    onStanding: (standing) => {
      told.push(standing)
      side.tell(standing)
    },
  })
  assert.equal(await reasonFrom(side, busy), 'authorisation')
  const words = told.at(-1)?.words
  const { thread } = follower
  await thread.terminate()
  assert.equal(told.at(-1), null)
  assert.equal(side.fresh(), null)
  assert.equal(await reasonFrom(side, busy), 'authorisation')
  assert.notEqual(follower.thread, thread)
  assert.notEqual(told.at(-1)?.words, words)
  await follower.stop()
})

test('Q10 a thread that does not reach its store is begun again until it does, or until nobody wants it', async () => {
  const faults: unknown[] = []
  const deaths = Promise.withResolvers<void>()
  const follower = new IndexFollower({
    databaseUrl: 'postgres://127.0.0.1:1/none',
    keptIn: null,
    writes: null,
    log,
    onStanding: () => assert.fail('there is nothing to tell of'),
    onDeath: (fault) => {
      faults.push(fault)
      if (faults.length === 2) deaths.resolve()
    },
  })
  await deaths.promise
  assert.match(String(faults[0]), /ECONNREFUSED/)
  await follower.stop()
})
