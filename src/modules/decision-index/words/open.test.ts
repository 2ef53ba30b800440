import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { none } from '../answers.ts'
import { outside } from '../enterprise-side.ts'
import { newWords } from './arena.ts'
import { sizeOf, writeEntries, type Entry } from './entry.ts'
import { enterpriseHead, entryKind, momentOf } from './layout.ts'
import { isCapacityOpen, isDomainOpen, isSummarised, summarise } from './open.ts'

const words = newWords(1024 * 1024)
const block = 10_000
const unit = fc.integer({ min: -3, max: 12 })
const moment = fc.tuple(unit, fc.constantFrom(0, 1, 65_535)).map(([of, rest]) => momentOf(of, rest))

const activation = fc
  .record({
    kind: fc.constantFrom(entryKind.domain, entryKind.capacity),
    a: fc.oneof({ weight: 20, arbitrary: fc.integer({ min: 1, max: 31 }) }, fc.constantFrom(32, 33, 63, 64, 65, 700)),
    from: moment,
    until: fc.oneof(fc.constant(null), moment),
  })
  .map(({ kind, a, from, until }): Entry => ({
    kind,
    a,
    b: 0,
    small: 0,
    from,
    until: until === null ? null : Math.max(from, until),
    recorded: null,
    tag: null,
    number: null,
    endsAt: null,
  }))

it('J11 what the head of a block says of a moment is what its activations say', () => {
  const met = { summarised: 0, open: 0, closed: 0 }
  fc.assert(
    fc.property(fc.array(activation, { maxLength: 8 }), fc.array(moment, { minLength: 4 }), (entries, moments) => {
      assert.ok(sizeOf(entries) < 1000)
      words[block] = entries.length
      writeEntries(words, block + enterpriseHead.words, entries)
      summarise(words, block)
      for (const at of moments) {
        const [of, rest] = [Math.floor(at / 65_536), ((at % 65_536) + 65_536) % 65_536]
        if (!isSummarised(words, block, of)) continue
        met.summarised++
        const open = new Set<string>()
        let place = block + enterpriseHead.words
        for (const { kind, a } of entries) {
          if (outside(words, place, of, rest) === none) open.add(`${kind} ${a}`)
          place += 5
        }
        for (const number of [-1, 0, ...entries.map(({ a }) => a), 31, 32, 63, 64, 65_535]) {
          assert.equal(isDomainOpen(words, block, number), open.has(`${entryKind.domain} ${number}`))
          assert.equal(isCapacityOpen(words, block, number), open.has(`${entryKind.capacity} ${number}`))
        }
        met.open += open.size
        met.closed += entries.length - open.size
      }
    }),
    { numRuns: 3000 },
  )
  assert.ok(met.summarised > 1000 && met.open > 300 && met.closed > 300, JSON.stringify(met))
})
