// npm run histories -- --seed 1 --runs 20000 [--store memory|pglite|postgres] [--questions 0.02]
import { parseArgs } from 'node:util'
import { bothCatalogues } from './catalogues.ts'
import { inMemory } from './in-memory.ts'
import { lacking, manyHistories, type Outcome } from './many.ts'
import { forgetTemplates } from './new-store.ts'
import { onStore } from './on-store.ts'
import { story } from './shrink.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    runs: { type: 'string', default: '20000' },
    store: { type: 'string', default: 'memory' },
    questions: { type: 'string' },
    // For runs that look for one failure only.
    lacking: { type: 'string', default: 'fail' },
    'stop-at': { type: 'string', default: '5' },
    'no-shrink': { type: 'boolean', default: false },
  },
})
const seed = Number(values.seed)
const runs = Number(values.runs)
const { store } = values
if (store !== 'memory' && store !== 'pglite' && store !== 'postgres') throw new Error(`there is no store ${store}`)

function counts(title: string, of: Map<string, number>): void {
  console.log(`${title}:`)
  for (const [reason, times] of [...of].toSorted((a, b) => b[1] - a[1]))
    console.log(`  ${String(times).padStart(9)}  ${reason}`)
}

function report({ totals, failures }: Outcome): void {
  for (const { seed: failing, difference, history } of failures) {
    console.log(`\nseed ${failing}: product and reference part over ${difference.about}`)
    console.log(`  reference: ${difference.reference}\n  product:   ${difference.product}`)
    console.log(`  at step ${difference.step ?? 'the end'} of the smallest history that shows it:`)
    console.log(story(history).replaceAll(/^/gm, '    '))
    console.log(`  again: npm run histories -- --seed ${failing} --runs 1 --store ${store}`)
  }
  const share = ((100 * totals.accepted) / Math.max(totals.operations, 1)).toFixed(1)
  counts('refused', totals.refusals)
  counts('permitted by', totals.permits)
  counts('denied by', totals.denials)
  console.log(`seed ${seed}, ${runs} histories on ${store}`)
  console.log(
    `${totals.operations} operations, ${totals.accepted} accepted (${share} %), ${totals.decisions} decisions`,
  )
}

const began = performance.now()
const catalogues = await bothCatalogues()
const real = store === 'memory' ? null : onStore(store, catalogues.catalogues)
const outcome = await manyHistories({
  ...catalogues,
  seed,
  runs,
  open: real?.open ?? inMemory(catalogues.catalogues),
  ...(real ? { openAlone: real.openAlone } : {}),
  questions: Number(values.questions ?? '0.01'),
  failuresMax: Number(values['stop-at']),
  shrinks: !values['no-shrink'],
  onRun: (run) => {
    if ((run + 1) % (real ? 100 : 2000) === 0) console.log(`${run + 1} of ${runs}`)
  },
})
await real?.closeShared()
await forgetTemplates()
report(outcome)
console.log(`${((performance.now() - began) / 1000).toFixed(0)} s`)
const lacks =
  values.lacking === 'ignore' || outcome.failures.length > 0 ? [] : lacking({ totals: outcome.totals, runs })
for (const sentence of lacks) console.log(`too seldom: ${sentence}`)
process.exitCode = outcome.failures.length + lacks.length === 0 ? 0 : 1
console.log(`${outcome.passed} passed, ${outcome.failures.length + lacks.length} failed`)
