import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { readEntries, sizeOf, whole, writeEntries, type Entry } from './entry.ts'
import { Gathered, Owners } from './gathered.ts'
import { entryKind, type EntryKind } from './layout.ts'

const { block, membership, authorisation, role, appointment, standIn, record } = entryKind

const moment = fc.integer({ min: -(10 ** 12), max: 4 * 10 ** 12 })
const tag = fc.oneof(fc.constantFrom(1, 2, 2 ** 40 + 3), fc.bigInt(1n, 2n ** 53n - 1n).map(Number))
const entry: fc.Arbitrary<Entry> = fc
  .record({
    kind: fc.constantFrom<EntryKind>(block, membership, authorisation, role, appointment, standIn),
    a: fc.nat(0xffff),
    small: fc.nat(0xff),
    from: moment,
    until: fc.option(moment),
    recorded: fc.option(moment),
    tag,
  })
  .map((one) => ({
    ...one,
    b: one.kind === authorisation ? 7 : 0,
    // The words of one that is gone are another's.
    until: one.until === one.from ? null : one.until,
    tag: one.kind === block || one.kind === role ? null : one.tag,
    number: null,
    endsAt: one.kind === standIn ? one.from + 1000 : null,
  }))

const sorted = (entries: readonly Entry[]): Entry[] => entries.toSorted((one, other) => one.kind - other.kind)

function asWritten(entries: readonly Entry[]): Int32Array {
  const kept = whole(entries)
  const words = new Int32Array(new SharedArrayBuffer(4 * sizeOf(kept)))
  writeEntries(words, 0, kept)
  return words
}

describe('What is gathered', () => {
  test('is written as the entries themselves would be, whoever owns them', () => {
    let gone = 0
    fc.assert(
      fc.property(fc.array(fc.array(entry, { maxLength: 12 }), { maxLength: 60 }), (all) => {
        const gathered = new Gathered()
        const owners = all.map(() => gathered.newOwner())
        // As rows come: kind by kind, of many owners.
        const rows = all.flatMap((entries, index) => entries.map((one) => ({ one, owner: owners[index] ?? 0 })))
        for (const { one, owner } of rows.toSorted((a, b) => a.one.kind - b.one.kind)) gathered.add(owner, one)
        for (const [index, entries] of all.entries()) {
          const owner = owners[index] ?? 0
          const expected = asWritten(sorted(entries))
          const words = new Int32Array(gathered.sizeOf(owner))
          assert.equal(gathered.countOf(owner), entries.length)
          if (gathered.write(owner, words, 0)) assert.deepEqual([...words], [...expected])
          else {
            gone++
            assert.deepEqual([...asWritten(gathered.entriesOf(owner))], [...expected])
          }
        }
      }),
      { numRuns: 300 },
    )
    assert.ok(gone > 100, 'services whose membership is gone are met')
  })

  test('is told back, with what a service rests on', () => {
    const gathered = new Gathered()
    const owner = gathered.newOwner()
    const of = { a: 1, b: 0, small: 0, from: 5, until: null, recorded: null, number: null, endsAt: null }
    gathered.add(owner, { ...of, kind: authorisation, tag: 2 ** 52 + 1 })
    assert.deepEqual(
      gathered.entriesOf(owner).map((one) => one.tag),
      [2 ** 52 + 1],
    )
    assert.throws(() => gathered.add(owner, { ...of, kind: membership, tag: 1 }), /in the order of their kinds/)
    gathered.clear()
    const other = gathered.newOwner()
    assert.equal(gathered.countOf(other), 0)
    gathered.add(other, { ...of, kind: record, tag: null, number: '0123456749' })
    const words = new Int32Array(new SharedArrayBuffer(4 * gathered.sizeOf(other)))
    assert.ok(gathered.write(other, words, 0))
    assert.equal(readEntries(words, 0, 1)[0]?.number, '0123456749')
  })

  test('belongs to the pairs that came, each linked from its enterprise, however many', () => {
    const gathered = new Gathered()
    const owners = new Owners(gathered)
    for (const round of [0, 1]) {
      const known = new Map<string, number>()
      for (let count = 0; count < 20_000; count++) {
        const [enterprise, person] = [8 + ((count * 7919) % 997), count % 5 === 0 ? 0 : 16 + ((count * 104_729) % 4001)]
        const owner = owners.of(enterprise, person)
        assert.equal(known.get(`${enterprise} ${person}`) ?? owner, owner)
        known.set(`${enterprise} ${person}`, owner)
        assert.deepEqual([owners.enterpriseOf(owner), owners.personOf(owner)], [enterprise, person])
      }
      const linked = new Set<string>()
      for (const own of owners.enterprises) {
        assert.equal(owners.personOf(own), 0)
        for (let owner = own; owner !== 0; owner = owners.nextOf(owner)) {
          assert.equal(owners.enterpriseOf(owner), owners.enterpriseOf(own))
          linked.add(`${owners.enterpriseOf(owner)} ${owners.personOf(owner)}`)
        }
      }
      const pairs = [...known.keys()].filter((key) => !key.endsWith(' 0'))
      assert.deepEqual([...linked].filter((key) => !key.endsWith(' 0')).toSorted(), pairs.toSorted(), `round ${round}`)
      owners.clear()
      gathered.clear()
    }
  })
})
