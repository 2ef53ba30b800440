import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { operationCodes } from '../reference/index.ts'
import { bothCatalogues } from './catalogues.ts'
import { historyOf } from './generate.ts'
import { inMemory } from './in-memory.ts'
import { lacking, manyHistories, type Outcome } from './many.ts'
import { forgetTemplates } from './new-store.ts'
import { onStore } from './on-store.ts'
import { operations } from './product.ts'
import { story } from './shrink.ts'

const catalogues = await bothCatalogues()

/** The first failing history, as a story. */
function told({ failures }: Outcome): string {
  const [first] = failures
  if (!first) return ''
  const { seed, difference, history } = first
  return [
    `seed ${seed}: product and reference part over ${difference.about}`,
    `reference: ${difference.reference}; product: ${difference.product}`,
    story(history),
    `again: npm run histories -- --seed ${seed} --runs 1`,
  ].join('\n')
}

describe('random histories: the product against the readable reference', () => {
  it('knows the same operations on both sides', () => {
    assert.deepEqual([...operations.keys()].toSorted(), operationCodes.toSorted())
  })

  it('gives the same history for the same seed, and another one for another', () => {
    const once = JSON.stringify(historyOf(77, catalogues.books))
    assert.equal(JSON.stringify(historyOf(77, catalogues.books)), once)
    assert.notEqual(JSON.stringify(historyOf(78, catalogues.books)), once)
  })

  it('rules alike in 300 histories over the rules: at least 40 % accepted, every reason there', async () => {
    const runs = 300
    const outcome = await manyHistories({
      ...catalogues,
      seed: 40_000,
      runs,
      open: inMemory(catalogues.catalogues),
      questions: 0.01,
      failuresMax: 1,
    })
    assert.equal(told(outcome), '')
    assert.equal(outcome.passed, runs)
    assert.deepEqual(lacking({ totals: outcome.totals, runs }), [])
  })

  for (const kind of ['postgres', 'pglite'] as const)
    it(`rules, decides and lists alike in 4 histories on ${kind}`, async () => {
      const { open, openAlone, closeShared } = onStore(kind, catalogues.catalogues)
      try {
        const outcome = await manyHistories({
          ...catalogues,
          seed: 40_000,
          runs: 4,
          open,
          openAlone,
          questions: 0.004,
          failuresMax: 1,
          shrinks: false,
        })
        assert.equal(told(outcome), '')
        assert.equal(outcome.passed, 4)
        const { accepted, operations: all } = outcome.totals
        assert.ok(accepted / all >= 0.4, `accepted ${accepted} of ${all}`)
      } finally {
        await closeShared()
        await forgetTemplates()
      }
    })

  it('notices a product that rules otherwise', async () => {
    const generous = async (history: Parameters<ReturnType<typeof inMemory>>[0]) => {
      const product = await inMemory(catalogues.catalogues)(history)
      return { ...product, operation: async () => null }
    }
    const outcome = await manyHistories({
      ...catalogues,
      seed: 40_016,
      runs: 1,
      open: generous,
      questions: 0.01,
      failuresMax: 1,
    })
    assert.equal(outcome.failures.length, 1)
    assert.match(told(outcome), /over the ruling\nreference: not-yours; product: done\n/)
    assert.equal(outcome.failures[0]?.history.steps.length, 1)
  })
})
