import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { busyWorld, typed } from '../../../test/conformance/world.ts'
import { eachStore, freshDatabase, freshStore } from '../../../test/support/stores.ts'
import { accessOperations } from '#access'
import {
  beginEpoch,
  inSnapshot,
  inTransaction,
  openPostgres,
  revisionOfView,
  viewOf,
  writesOf,
  type Store,
} from '#database'
import { endClient } from '#decisions'
import { instant } from '#kernel'
import { Uses, type Use } from '#uses'
import {
  Following,
  IndexSide,
  indexSitting,
  newsOfStandings,
  standingsOfNews,
  storeSees,
  storeSitting,
  type Found,
  type IndexReport,
  type Sitting,
  type Standing,
} from './index.ts'
import type { Narrowed } from './lists.ts'

type Busy = Awaited<ReturnType<typeof busyWorld>>

/** A node whose clocks stand in the hands of the test. */
function nodeOn(t: TestContext, { world }: Busy, store: Store, keptIn: string | null = null) {
  const clocks = { monotonic: 1000, wall: world.now as number }
  const warned: string[] = []
  const clock = { now: () => instant(clocks.wall) }
  const monotonicMs = () => clocks.monotonic
  const writes = writesOf(store)
  const side = new IndexSide({ reader: 0, catalogue: world.deps.catalogue, clock, monotonicMs, writes })
  const told: { standing: Standing | null; report: IndexReport }[] = []
  const following = new Following({
    store,
    writes,
    catalogue: world.deps.catalogue,
    clock,
    monotonicMs,
    log: { warn: (entry) => void warned.push(String(entry['refused'] ?? entry['fault'])) },
    keptIn,
    onStanding: (standing, report) => {
      told.push({ standing, report })
      side.tell(standing)
    },
  })
  t.after(() => following.stop())
  return { following, clocks, warned, side, told }
}

async function untilFresh({ side }: ReturnType<typeof nodeOn>) {
  for (;;) {
    const fresh = side.fresh()
    if (fresh !== null) return fresh
    await wait(2)
  }
}

async function clientIn({ world }: Busy) {
  const { id, token } = await world.client({ name: 'Dimona', services: ['dimona'], levelCap: 500 })
  return { id, token }
}

const bare = ({ permit, reason, concerned }: Found) => ({ permit, reason, concerned })

async function askIndex(node: ReturnType<typeof nodeOn>, busy: Busy, token: string) {
  const fresh = await untilFresh(node)
  const client = node.side.clientByToken(token, fresh.at)
  assert.ok(client)
  const sitting = indexSitting(fresh, client, {
    reader: busy.world.store.reader,
    keys: busy.world.deps.keys,
    uses: new Uses(() => 'UTC'),
  })
  return bare(await sitting.answer(wanted(busy)))
}

const wanted = ({ dirk, alfa }: Busy) => ({
  person: dirk.id,
  number: alfa.number,
  action: { kind: 'service', code: 'dimona' } as const,
  capacity: undefined,
  level: 500 as const,
})

eachStore(
  'Q1 an index that was not looked at for a second answers no more, nor one of another hour',
  async (t, store) => {
    const busy = await busyWorld(store)
    const node = nodeOn(t, busy, store)
    await untilFresh(node)
    // Until the next look has told how far it is by the clocks as they stand then.
    const frozen = async (change: () => void) => {
      await untilFresh(node)
      change()
      return node.side.fresh()
    }
    assert.notEqual(await frozen(() => (node.clocks.monotonic += 1000)), null, 'a second is not yet too long')
    assert.equal(await frozen(() => (node.clocks.monotonic += 1001)), null)
    assert.equal(await frozen(() => (node.clocks.wall += 1001)), null)
    await untilFresh(node)
  },
)

eachStore('Q1 what this process wrote is never missing from an answer', async (t, store) => {
  const busy = await busyWorld(store)
  const { token } = await clientIn(busy)
  const node = nodeOn(t, busy, store)
  assert.deepEqual(await askIndex(node, busy, token), { permit: true, reason: 'authorisation', concerned: true })
  const before = Atomics.load(writesOf(store), 0)
  const blocked = { capacity: 'employer', person: busy.dirk.id }
  await busy.world.does(busy.chantal, busy.alfa, accessOperations.blockUser, blocked)
  assert.ok(Atomics.load(writesOf(store), 0) > before)
  assert.equal(node.side.fresh(), null, 'the store answers until it was looked at again')
  assert.equal((await askIndex(node, busy, token)).reason, 'blocked-in-group')
})

test('Q6 a look that finds nothing new asks the store once, and the newest moment only where something is', async (t) => {
  const store = await freshStore(t, 'pglite')
  const busy = await busyWorld(store)
  const asked: string[] = []
  const reader = new Proxy(store.reader, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target)
      if (typeof value !== 'function') return value
      return (...given: unknown[]) => {
        if (name === 'selectFrom') asked.push(String(given[0]))
        return value.apply(target, given)
      }
    },
  })
  const node = nodeOn(t, busy, { ...store, reader })
  await untilFresh(node)
  await node.following.look()
  asked.length = 0
  for (let look = 0; look < 5; look++) await node.following.look()
  assert.deepEqual([...new Set(asked)], ['store_epoch'])
  await busy.world.does(busy.chantal, busy.alfa, accessOperations.blockUser, {
    capacity: 'employer',
    person: busy.dirk.id,
  })
  await node.following.look()
  assert.ok(asked.includes('audit_entry'))
})

test('Q1 Q10 while so much is let in that it comes in parts no thread answers, and then each does again', async (t) => {
  const store = await freshStore(t, 'postgres')
  const busy = await busyWorld(store)
  const node = nodeOn(t, busy, store)
  await untilFresh(node)
  const many = Array.from({ length: 5001 }, (_, place) => ({
    id: busy.world.deps.newId(),
    name: `One of many ${place}`,
    token_hash: new Uint8Array(randomBytes(32)),
    services: ['dimona'],
    sees_chain: false,
    level_cap: null,
    national_number_purpose: null,
    created_at: busy.world.now,
    ended_at: null,
  }))
  await inTransaction(store, (trx) => trx.insertInto('client').values(many).execute())
  while (!node.told.some(({ standing }) => (standing?.clients.size ?? 0) >= many.length)) await wait(5)
  await untilFresh(node)
  // What was told, told again to another thread.
  const [newsOf, standingOf] = [newsOfStandings(), standingsOfNews()]
  const { catalogue, clock } = busy.world.deps
  const other = new IndexSide({ reader: 1, catalogue, clock, monotonicMs: () => node.clocks.monotonic, writes: null })
  const answered = node.told.map(({ standing }) => {
    other.tell(standingOf(newsOf(standing)))
    return other.fresh() !== null
  })
  assert.match(answered.map(Number).join(''), /^0*1+0+1+$/)
})

test('Q2 Q5 another node sees a write with its revision, and a client that ended is nobody', async (t) => {
  const url = await freshDatabase(t, 'migrated')
  const [here, there] = [await openPostgres({ url }), await openPostgres({ url })]
  t.after(() => Promise.all([here.close(), there.close()]))
  const busy = await busyWorld(here)
  const { id, token } = await clientIn(busy)
  const node = nodeOn(t, busy, there)
  const other = nodeOn(t, busy, here)
  for (let round = 0; round < 20; round++) {
    const blocked = { capacity: 'employer', person: busy.dirk.id }
    const operation = round % 2 === 0 ? accessOperations.blockUser : accessOperations.unblockUser
    const { revision } = await busy.world.does(busy.chantal, busy.alfa, operation, blocked)
    assert.ok(revision)
    assert.equal(await inSnapshot(there, (reader) => storeSees(reader, [revision])), 'yes')
    for (const one of [node, other]) {
      assert.equal(await one.side.comesTo(revision, 20_000), true)
      const expected = round % 2 === 0 ? 'blocked-in-group' : 'authorisation'
      assert.equal((await askIndex(one, busy, token)).reason, expected, `round ${round}`)
    }
  }
  const { revision } = await inTransaction(here, (trx) => endClient(trx, id, busy.world.now))
  assert.ok(revision)
  assert.equal(await node.side.comesTo(revision, 20_000), true)
  assert.equal(node.side.clientByToken(token, busy.world.now), null)
  assert.equal(await node.side.comesTo(revision.replace(/\d+$/, '999999') as typeof revision, 30), false)
})

eachStore(
  'Q3 Q6 Q12 the index answers what the store answers, for the same moment, also when the clock jumps back, and sees the same used',
  async (t, store) => {
    const busy = await busyWorld(store)
    const { world } = busy
    const client = { ...(await clientIn(busy)), name: '', services: ['dimona'], seesChain: false, levelCap: null }
    const deps = { reader: store.reader, keys: world.deps.keys }
    const used = { store: new Uses(() => world.catalogue.meta.zone), index: new Uses(() => world.catalogue.meta.zone) }
    const node = nodeOn(t, busy, store)
    const people = [busy.an, busy.bert, busy.chantal, busy.dirk, busy.eva]
    for (const back of [0, 3 * 86_400_000]) {
      node.clocks.wall = world.now - back
      await wait(300)
      const fresh = await untilFresh(node)
      const clock = { now: () => instant(node.clocks.wall) }
      for (const person of people)
        for (const { number } of [busy.alfa, busy.beta])
          for (const level of [null, 300, 500] as const)
            for (const capacity of [undefined, 'employer', 'taxpayer']) {
              const asked = { ...wanted(busy), person: person.id, number, level, capacity }
              const told = await inSnapshot(store, async (reader) => {
                const sitting = await storeSitting(
                  { ...deps, reader, clock, catalogue: world.catalogue, uses: used.store },
                  { ...client, nationalNumberPurpose: null },
                )
                const { chains: _, ...found } = await sitting.answer(asked)
                return { at: sitting.at, found: JSON.parse(JSON.stringify(found)) as unknown }
              })
              const sitting = indexSitting(
                fresh,
                { ...client, nationalNumberPurpose: null },
                { ...deps, uses: used.index },
              )
              const { chains: _, level: _level, ...found } = { level: 0, ...(await sitting.answer(asked)) }
              assert.deepEqual(found, told.found)
              assert.equal(sitting.at, told.at)
            }
    }
    const named = (uses: readonly Use[]) => uses.map((use) => JSON.stringify(use)).toSorted()
    const seen = used.store.take(1000)
    assert.ok(new Set(seen.map(({ right }) => right.kind)).size > 1, 'several kinds of rights were used')
    const taken = [...node.side.takeUses(1000), ...used.index.take(1000)]
    assert.deepEqual([...new Set(named(taken))], named(seen))
  },
)

eachStore(
  'Q4 in another life of the store the index is built anew, and meanwhile the store answers',
  async (t, store) => {
    const busy = await busyWorld(store)
    const { token } = await clientIn(busy)
    const node = nodeOn(t, busy, store)
    const first = (await untilFresh(node)).revision
    await inTransaction(store, (trx) => beginEpoch(trx, { now: busy.world.now, newId: busy.world.deps.newId }))
    assert.equal(node.side.fresh(), null)
    assert.equal((await askIndex(node, busy, token)).reason, 'authorisation')
    const now = revisionOfView(await viewOf(store.reader))
    assert.notEqual((await untilFresh(node)).revision.split('.')[1], first.split('.')[1])
    assert.equal(node.side.sees(first), 'unknown-epoch')
    assert.notEqual(node.side.sees(now), 'unknown-epoch')
    assert.deepEqual([node.told.at(-1)?.report.built.store, node.warned.length], [2, 1])
  },
)

test('Q4 a store that cannot be reached lets the index grow old, and it goes on when the store is back', async (t) => {
  const store = await freshStore(t, 'postgres')
  const busy = await busyWorld(store)
  const node = nodeOn(t, busy, store)
  await untilFresh(node)
  const look = node.following.look.bind(node.following)
  node.following.look = () => Promise.reject(Object.assign(new Error('no server'), { code: 'ECONNREFUSED' }))
  while (node.warned.length === 0) await wait(5)
  node.clocks.monotonic += 1001
  assert.equal(node.side.fresh(), null)
  node.following.look = look
  await untilFresh(node)
  assert.equal(node.told.at(-1)?.report.built.store, 1)
})

eachStore('Q8 an index from a file knows what happened since, and a changed file is not believed', async (t, store) => {
  const folder = mkdtempSync(join(tmpdir(), 'claviger-kept-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'index')
  const busy = await busyWorld(store)
  const { token } = await clientIn(busy)
  const first = nodeOn(t, busy, store, file)
  await untilFresh(first)
  await first.following.stop()
  assert.deepEqual(first.warned, ['absent'])

  const blocked = { capacity: 'employer', person: busy.dirk.id }
  await busy.world.does(busy.chantal, busy.alfa, accessOperations.blockUser, blocked)
  const second = nodeOn(t, busy, store, file)
  assert.equal((await askIndex(second, busy, token)).reason, 'blocked-in-group')
  assert.deepEqual(second.warned, [])
  await second.following.stop()

  const bytes = readFileSync(file)
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1
  writeFileSync(file, bytes)
  const third = nodeOn(t, busy, store, file)
  assert.equal((await askIndex(third, busy, token)).reason, 'blocked-in-group')
  assert.equal(third.warned.length, 1)
})

eachStore('Q7 both sides list the same, in parts of any size', async (t, store) => {
  const busy = await busyWorld(store)
  const { world, chantal, alfa, dirk } = busy
  for (const name of ['Fien', 'Gust', 'Hilde']) {
    const user = { ...typed(await world.someone(name, 'Family')), capacity: 'employer', services: ['dimona'] }
    await world.does(chantal, alfa, accessOperations.createUser, user)
  }
  const node = nodeOn(t, busy, store)
  const fresh = await untilFresh(node)
  const client = { ...(await clientIn(busy)), name: '', services: [], seesChain: false, levelCap: null }
  const asking = { ...client, nationalNumberPurpose: null }
  const { keys, clock } = world.deps
  const action = { kind: 'service', code: 'dimona' } as const
  const lists = async (sitting: Sitting, limit: number, by: Narrowed) => {
    const people: unknown[] = []
    for (let after: string | null = null, more = true; more;) {
      const part: Awaited<ReturnType<Sitting['lists']['people']>> = await sitting.lists.people(
        alfa.number,
        action,
        by,
        {
          after,
          limit,
        },
      )
      people.push(...part.items)
      after = part.last
      more = after !== null
    }
    const where = await sitting.lists.enterprises(dirk.id, action, by, { after: null, limit })
    const what = await sitting.lists.actions(dirk.id, alfa.number, [action, { kind: 'service', code: 'e-box' }], by)
    return { people, where, what }
  }
  const uses = new Uses(() => 'UTC')
  const index = indexSitting(fresh, asking, { reader: store.reader, keys, uses })
  for (const by of [{ level: 500 }, { level: 300 }, { level: 500, capacity: 'employer' }] as const)
    for (const limit of [1, 2, 100]) {
      const narrowed = { capacity: undefined, ...by }
      const byStore = await inSnapshot(store, async (reader) =>
        lists(await storeSitting({ reader, keys, uses, clock, catalogue: world.catalogue }, asking), limit, narrowed),
      )
      assert.deepEqual(await lists(index, limit, narrowed), byStore)
      assert.equal(byStore.people.length > 0, by.level === 500)
    }
  assert.deepEqual([...uses.take(1), ...fresh.index.takeUses(1)], [])
})
