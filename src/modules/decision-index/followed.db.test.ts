import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { beginEpoch, factsOf, factWriter, inTransaction, type Fact, type Store, type Transaction } from '#database'
import { recordEntry } from '#audit'
import { instant } from '#kernel'
import type { Question } from '#rights'
import { eachStore, freshStore } from '../../../test/support/stores.ts'
import { worldOn, type World } from '../../../test/support/world.ts'
import type { WorldEnterprise } from '../../../test/support/world-enterprise.ts'
import { AnotherEpoch } from './followed.ts'
import { FollowedIndex, IndexFull, IndexParted, IndexReader, newWords } from './index.ts'

interface Scene {
  readonly there: World
  readonly bakery: WorldEnterprise
  readonly right: Fact<'authorisation'>
  reason(index: FollowedIndex): string
}

async function sceneOn(store: Store): Promise<Scene> {
  const there = worldOn(store)
  const bakery = there
    .enterprise()
    .withRepresentative('els')
    .withChief('an')
    .withCapacity('employer')
    .withUser('tom', 'employer', ['dimona'])
  await there.settle()
  const [right] = await factsOf(store.reader).find('authorisation', { enterprise_id: bakery.id })
  assert.ok(right)
  const question: Question = {
    person: there.person('tom'),
    enterprise: bakery.id,
    action: { kind: 'service', code: 'dimona' },
    level: 500,
    at: there.now,
  }
  return {
    there,
    bakery,
    right,
    reason: (index) => new IndexReader(index.words, 0, there.catalogue).ask(question).reason,
  }
}

const random = (size: number) => new Uint8Array(size).map(() => Math.floor(Math.random() * 256))
const newId = () => crypto.randomUUID()

/** Writes as the product does: with an audit entry. */
async function writing(
  trx: Transaction,
  { there }: Scene,
  write: (facts: ReturnType<typeof factWriter>) => Promise<unknown>,
) {
  const { now } = there
  await write(factWriter(trx, { now, newId }))
  await recordEntry(trx, { event: 'facts-set', via: 'cli', facts: [], details: {} }, { now, newId, random })
}

const opened = (store: Store, { there }: Scene) => FollowedIndex.open(store, newWords(8 * 1024 * 1024), there.catalogue)

eachStore('J6 the index has every change up to the revision that it has reached', async (_t, store) => {
  const scene = await sceneOn(store)
  const index = await opened(store, scene)
  assert.equal(scene.reason(index), 'authorisation')
  const { revision } = await inTransaction(store, (trx) =>
    writing(trx, scene, (facts) => facts.end('authorisation', scene.right, scene.there.now)),
  )
  assert.ok(revision)
  await index.follow()
  assert.equal(index.sees(revision), 'yes')
  assert.equal(scene.reason(index), 'expired')
  const back = await inTransaction(store, (trx) =>
    writing(trx, scene, (facts) =>
      facts.bringBack('authorisation', scene.right, { from: scene.there.now, until: null }),
    ),
  )
  assert.ok(back.revision)
  await index.follow()
  assert.equal(index.sees(back.revision), 'yes')
  assert.equal(scene.reason(index), 'authorisation')
})

test('J6 what was being written while the index was built is in it once', async (t) => {
  const store = await freshStore(t, 'postgres')
  const scene = await sceneOn(store)
  const { there, bakery, right } = scene
  const [begun, mayEnd] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  // It begins before the index is built, so that the view's revision lies before it; meanwhile another one commits, and is seen.
  const slow = inTransaction(store, (trx) =>
    writing(trx, scene, async (facts) => {
      await facts.end('authorisation', right, there.now)
      begun.resolve()
      await mayEnd.promise
    }),
  )
  await begun.promise
  const by = { by_person: there.person('els'), by_basis: bakery.id }
  const quick = await inTransaction(store, (trx) =>
    writing(trx, scene, async (facts) => {
      const stop = await facts.record(
        'emergency_stop',
        { enterprise_id: bakery.id, ...by },
        { from: there.now, until: null },
      )
      await facts.end('emergency_stop', stop, instant(there.now + 1))
    }),
  )
  const index = await opened(store, scene)
  assert.equal(scene.reason(index), 'emergency-stop', 'what was committed is seen')
  assert.ok(quick.revision)
  assert.equal(index.sees(quick.revision), 'yes', 'however long the other one runs')
  mayEnd.resolve()
  const { revision } = await slow
  assert.ok(revision)
  assert.equal(index.sees(revision), 'not-yet')
  await index.follow()
  assert.equal(index.sees(revision), 'yes')
  const after = new IndexReader(index.words, 1, there.catalogue).ask({
    person: there.person('tom'),
    enterprise: bakery.id,
    action: { kind: 'service', code: 'dimona' },
    level: 500,
    at: instant(there.now + 2),
  })
  assert.equal(after.reason, 'expired', 'neither change came twice nor never')
})

eachStore('J6 an index of another life of the store is of no use', async (_t, store) => {
  const scene = await sceneOn(store)
  const index = await opened(store, scene)
  await inTransaction(store, (trx) => beginEpoch(trx, { now: scene.there.now, newId }))
  await assert.rejects(index.follow(), AnotherEpoch)
})

eachStore(
  'J7 an index goes on from a file where it was left, and not in another life of the store',
  async (t, store) => {
    const scene = await sceneOn(store)
    const place = await mkdtemp(join(tmpdir(), 'claviger-index-'))
    t.after(() => rm(place, { recursive: true }))
    const path = join(place, 'index')
    const size = 8 * 1024 * 1024
    const index = await opened(store, scene)
    await index.save(path)
    const { revision } = await inTransaction(store, (trx) =>
      writing(trx, scene, (facts) => facts.end('authorisation', scene.right, scene.there.now)),
    )
    assert.ok(revision)
    const resumed = await FollowedIndex.resume(store, newWords(size), scene.there.catalogue, path)
    assert.ok(resumed.ok)
    assert.equal(resumed.value.sees(revision), 'yes')
    assert.equal(scene.reason(resumed.value), 'expired', 'what changed since is in it')
    const back = await inTransaction(store, (trx) =>
      writing(trx, scene, (facts) =>
        facts.bringBack('authorisation', scene.right, { from: scene.there.now, until: null }),
      ),
    )
    assert.ok(back.revision)
    await Promise.all([resumed.value.follow(), resumed.value.save(path), resumed.value.follow()])
    assert.equal(scene.reason(resumed.value), 'authorisation')
    const later = await FollowedIndex.resume(store, newWords(size), scene.there.catalogue, path)
    assert.ok(later.ok)
    assert.equal(scene.reason(later.value), 'authorisation')
    const absent = await FollowedIndex.resume(store, newWords(size), scene.there.catalogue, join(place, 'nothing'))
    assert.deepEqual(absent, { ok: false, error: 'absent' })
    await inTransaction(store, (trx) => beginEpoch(trx, { now: scene.there.now, newId }))
    const words = newWords(size)
    assert.deepEqual(await FollowedIndex.resume(store, words, scene.there.catalogue, path), {
      ok: false,
      error: 'another-life',
    })
    const anew = await FollowedIndex.open(store, words, scene.there.catalogue)
    assert.equal(scene.reason(anew), 'authorisation', 'the same words serve to begin from the store')
  },
)

eachStore('J5 an index that could not let everything in is followed no further', async (_t, store) => {
  const scene = await sceneOn(store)
  const { there, bakery } = scene
  const { bytesUsed } = await opened(store, scene)
  const full = await FollowedIndex.open(store, newWords(bytesUsed), there.catalogue)
  assert.equal(scene.reason(full), 'authorisation')
  const by = { by_person: there.person('els'), by_basis: bakery.id }
  await inTransaction(store, (trx) =>
    writing(trx, scene, async (facts) => {
      for (let times = 0; times < 400; times++) {
        const [from, until] = [instant(there.now + 2 * times), instant(there.now + 2 * times + 1)]
        await facts.record('emergency_stop', { enterprise_id: bakery.id, ...by }, { from, until })
      }
    }),
  )
  await assert.rejects(full.follow(), IndexFull)
  await assert.rejects(full.follow(), IndexParted, 'nothing is let in a second time')
})
