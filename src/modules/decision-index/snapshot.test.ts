import assert from 'node:assert/strict'
import { closeSync, openSync, writeSync } from 'node:fs'
import { mkdtemp, readFile, readdir, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { crc32 } from 'node:zlib'
import type { View } from '#database'
import { world } from '../../../test/support/world.ts'
import { indexedKinds, IndexReader, IndexWriter, newWords, type IndexedRow } from './index.ts'
import { readSnapshot, writeSnapshot, type SnapshotState } from './snapshot.ts'
import type { Words } from './words/arena.ts'
import { firstFree, head, readerWord } from './words/layout.ts'

const room = 256 * 1024
const view: View = { epoch: '0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b', first: 700n, next: 712n, running: [700n, 705n] }

async function folder(t: TestContext): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'claviger-snapshot-'))
  t.after(() => rm(made, { recursive: true }))
  return made
}

/** An index of a small world. */
async function filled() {
  const there = world()
  const bakery = there.enterprise().withChief('an').withCapacity('employer').withUser('tom', 'employer', ['dimona'])
  const facts = await there.facts()
  const words = newWords(room)
  const writer = new IndexWriter(words)
  for (const kind of indexedKinds)
    for (const fact of await facts.find(kind, {}))
      writer.apply([{ operation: 'recorded', row: { kind, fact } as IndexedRow }])
  const reason = (of: Words) =>
    new IndexReader(of, 3, there.catalogue).ask({
      person: there.person('tom'),
      enterprise: bakery.id,
      action: { kind: 'service', code: 'dimona' },
      level: 500,
      at: there.now,
    }).reason
  return { words, writer, reason, bakery, there }
}

const still = (state: SnapshotState) => (work: (state: SnapshotState) => Promise<void>) => work(state)

/** What the words say: all but who is reading them. */
function content(words: Words): string {
  const copy = words.slice(0, words[head.top])
  copy.fill(0, readerWord(0), firstFree)
  return Buffer.from(copy.buffer).toString('latin1')
}

test('what was kept is read back: the words, the view, and what was free among them', async (t) => {
  const path = join(await folder(t), 'index')
  const { words, writer, reason, there } = await filled()
  const [fact] = await (await there.facts()).find('authorisation', {})
  assert.ok(fact)
  for (const operation of ['superseded', 'recorded', 'superseded', 'recorded'] as const)
    writer.apply([{ operation, row: { kind: 'authorisation', fact } }])
  assert.equal(reason(words), 'authorisation')
  await writeSnapshot(path, words, still({ view, free: writer.givenBack() }))
  assert.ok(writer.givenBack().length > 0)
  const again = newWords(room)
  const read = await readSnapshot(path, again)
  assert.ok(read.ok)
  assert.deepEqual(read.value, { view, free: writer.givenBack() })
  assert.equal(content(again), content(words))
  assert.ok(
    again.subarray(readerWord(0), firstFree).every((word) => word === 0),
    'nobody reads them yet',
  )
  assert.equal(reason(again), 'authorisation')
  const top = again[head.top]
  const other = new IndexWriter(again)
  other.giveBack(read.value.free)
  assert.deepEqual(other.givenBack().toSorted(), writer.givenBack().toSorted())
  assert.equal(again[head.top], top)
})

test('what is let in while it is written is in it whole', async (t) => {
  const path = join(await folder(t), 'index')
  const { words, writer, reason, there, bakery } = await filled()
  const facts = await there.facts()
  const gone = await facts.find('authorisation', { enterprise_id: bakery.id })
  await writeSnapshot(path, words, async (work) => {
    writer.apply(gone.map((fact) => ({ operation: 'superseded', row: { kind: 'authorisation', fact } })))
    await work({ view, free: writer.givenBack() })
  })
  const again = newWords(room)
  assert.ok((await readSnapshot(path, again)).ok)
  assert.equal(reason(again), 'no-right')
  assert.equal(content(again), content(words))
})

test('a file that does not come to its end leaves the one that was there', async (t) => {
  const place = await folder(t)
  const path = join(place, 'index')
  const { words } = await filled()
  await writeSnapshot(path, words, still({ view, free: [] }))
  const before = await readFile(path)
  await assert.rejects(
    writeSnapshot(path, words, () => Promise.reject(new Error('the disk is full'))),
    /disk is full/,
  )
  assert.ok(before.equals(await readFile(path)))
  assert.deepEqual(await readdir(place), ['index'])
})

test('a file of which any byte has changed is refused, and so is one that is cut off or goes on', async (t) => {
  const path = join(await folder(t), 'index')
  const { words } = await filled()
  await writeSnapshot(path, words, still({ view, free: [] }))
  const good = await readFile(path)
  const target = newWords(room)
  const empty = content(newWords(room))
  const met = new Map<string, number>()
  const file = openSync(path, 'r+')
  t.after(() => closeSync(file))
  for (let at = 0; at < good.length; at++) {
    const byte = good[at] ?? 0
    writeSync(file, new Uint8Array([byte ^ (1 << (at % 8))]), 0, 1, at)
    const read = await readSnapshot(path, target)
    writeSync(file, new Uint8Array([byte]), 0, 1, at)
    assert.ok(!read.ok, `byte ${at} was changed and nobody noticed`)
    met.set(read.error, (met.get(read.error) ?? 0) + 1)
  }
  assert.equal(content(target), empty, 'and nothing of it stays')
  t.diagnostic(`${good.length} bytes: ${[...met].map(([reason, count]) => `${reason} ${count}`).join(', ')}`)
  for (const size of [0, 5, 31, 32, 1000, good.length - 1]) {
    await writeFile(path, good)
    await truncate(path, size)
    const read = await readSnapshot(path, target)
    assert.ok(!read.ok, `${size} bytes of ${good.length}`)
  }
  await writeFile(path, Buffer.concat([good, Buffer.alloc(1)]))
  assert.deepEqual(await readSnapshot(path, target), { ok: false, error: 'changed' })
  await writeFile(path, good)
  assert.ok((await readSnapshot(path, target)).ok)
  assert.equal((await stat(path)).mode & 0o777, 0o600)
})

test('what is absent, of another layout, or too large for the room is told', async (t) => {
  const path = join(await folder(t), 'index')
  const { words } = await filled()
  assert.deepEqual(await readSnapshot(path, newWords(room)), { ok: false, error: 'absent' })
  await writeSnapshot(path, words, still({ view, free: [] }))
  assert.deepEqual(await readSnapshot(path, newWords(4 * firstFree)), { ok: false, error: 'no-room' })
  const bytes = await readFile(path)
  const text = bytes.subarray(32 + Number(bytes.readBigUInt64LE(16)))
  const at = text.indexOf('"layout":"') + '"layout":"'.length
  text[at] = text[at] === 48 ? 49 : 48
  bytes.writeUInt32LE(crc32(text), 28)
  await writeFile(path, bytes)
  assert.deepEqual(await readSnapshot(path, newWords(room)), { ok: false, error: 'another-layout' })
  await writeFile(path, 'claviger index 0 and so on and so on')
  assert.deepEqual(await readSnapshot(path, newWords(room)), { ok: false, error: 'another-kind' })
})
