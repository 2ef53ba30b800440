import assert from 'node:assert/strict'
import { factsOf, inSnapshot, type Store } from '#database'
import { eachStore } from '../../../test/support/stores.ts'
import { worldOn, type World } from '../../../test/support/world.ts'
import { IndexWriter, indexedKinds, newWords, type IndexedRow } from './index.ts'
import { Loading } from './loading.ts'
import { believedColumns, spansOf } from './rows.queries.ts'
import { enterpriseEntries, pairEntries } from './whole.ts'
import type { Words } from './words/arena.ts'
import { Dictionary } from './words/dictionary.ts'
import type { Entry } from './words/entry.ts'
import { hashOfFour, uuidOf } from './words/ids.ts'
import { enterpriseRecord, head, personRecord } from './words/layout.ts'
import { pairBlock, pairHash } from './words/records.ts'
import { pageOf } from './words/sorted-list.ts'

const mebibyte = 1024 * 1024

/** Everything that the words say of the enterprises, in words of people: by id, codes as texts, entries in any order. */
function told(words: Words): Record<string, unknown> {
  const codes = new Dictionary(words)
  const text = ({ a, b, ...rest }: Entry) => JSON.stringify({ ...rest, a: codes.textOf(a), b: codes.textOf(b) })
  const found: [string, unknown][] = []
  const table = words[head.byId] ?? 0
  for (let slot = (table + 17) & -16, left = words[table] ?? 0; left > 0; left--, slot += 2) {
    const enterprise = words[slot + 1] ?? 0
    if (enterprise === 0) continue
    const people = pageOf(words, enterprise + enterpriseRecord.people, null, Infinity).map((person) => {
      const id = words.slice(person, person + 4)
      const block = pairBlock(words, pairHash(enterprise, hashOfFour(id)), enterprise, id)
      assert.notEqual(block, 0)
      const enterprises = pageOf(words, person + personRecord.enterprises, null, Infinity)
      assert.ok(enterprises.includes(enterprise))
      return [uuidOf(words, person), pairEntries(words, block).map(text).toSorted()]
    })
    const own = enterpriseEntries(words, words[enterprise + enterpriseRecord.block] ?? 0)
    found.push([uuidOf(words, enterprise), { own: own.map(text).toSorted(), people }])
  }
  return Object.fromEntries(found.toSorted(([one], [other]) => (one < other ? -1 : 1)))
}

async function madeWorld(store: Store): Promise<World> {
  const there = worldOn(store)
  there
    .enterprise()
    .withRepresentative('els')
    .withChief('an')
    .withCoChief('bart')
    .withCapacity('employer')
    .withUser('tom', 'employer', ['dimona', 'dmfa'])
    .withUser('late', 'employer', ['dmfa'], { from: 3 })
    .withRole('rik', 'fps-fin-own-enterprise')
  there.enterprise().withRepresentative('trudy').withChief('an').withCapacity('employer').inSituation('050', -5)
  there.enterprise().withRepresentative('els', { until: 0 }).withChief('els', { ground: 'legal-representative' })
  for (let count = 0; count < 7; count++) there.enterprise().withChief(`chief ${count}`).withRepresentative('els')
  await there.settle()
  return there
}

eachStore('an index loaded by columns says what one says that was told of every row', async (_t, store) => {
  const there = await madeWorld(store)
  const facts = factsOf(store.reader)
  const rows: IndexedRow[] = []
  for (const kind of indexedKinds)
    for (const fact of await facts.find(kind, {})) rows.push({ kind, fact } as IndexedRow)
  assert.ok(rows.some(({ fact }) => fact.valid_until !== null))
  const words = newWords(mebibyte)
  const writer = new IndexWriter(words)
  writer.learn(there.catalogue)
  writer.apply(rows.map((row) => ({ operation: 'recorded', row })))
  const expected = told(words)
  assert.ok(Object.keys(expected).length >= 10)
  for (const enterprises of [1, 3, 1000]) {
    const loaded = newWords(mebibyte)
    const other = new IndexWriter(loaded)
    other.learn(there.catalogue)
    await inSnapshot(store, async (reader) => {
      const spans = await spansOf(reader, enterprises)
      assert.equal(spans.length > 1, enterprises < 1000)
      const loading = new Loading(other)
      for await (const columns of believedColumns(reader, spans)) await loading.fill(columns)
    })
    assert.deepEqual(told(loaded), expected)
  }
})
