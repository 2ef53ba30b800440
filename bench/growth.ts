/**
 * How the time for an answer over HTTP grows with the rights: a node for each size, all of them at once, asked in turn in the same
 * minutes. What is compared is the time that each takes in a round beside that of the smallest in the same round.
 *
 *   node scripts/run.mjs bench/growth.ts [--rights 100000,1000000,10000000] [--runs 9] [--seconds 3]
 */
import { parseArgs } from 'node:util'
import { instant } from '#kernel'
import { claviger } from './contestants/claviger.ts'
import { keepApart } from './load/apart.ts'
import { keepAwake } from './load/awake.ts'
import type { LoadResult } from './load/job.ts'
import { startLoad } from './load/load.ts'
import { median } from './measure/result.ts'
import { loadWorld, usualDay } from './world/load.ts'
import { questionsOf } from './world/questions.ts'

const { values } = parseArgs({
  options: {
    rights: { type: 'string', default: '100000,1000000,10000000' },
    runs: { type: 'string', default: '9' },
    seconds: { type: 'string', default: '3' },
    questions: { type: 'string', default: '50000' },
  },
})
const [runs, measureMs] = [Number(values.runs), Number(values.seconds) * 1000]
const tell = (sentence: string): void => void process.stdout.write(`${sentence}\n`)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))

const at = instant(Date.now())
const sizes = await Promise.all(
  values.rights.split(',').map(async (text) => {
    const rights = Number(text)
    const loaded = await loadWorld({ rights, seed: 1, day: usualDay, tell })
    const asked = (habitual: boolean) => questionsOf(loaded.world, { count: Number(values.questions), habitual, at })
    const questions = { skewed: asked(true), uniform: asked(false) }
    return { rights, questions, running: await claviger(loaded).start() }
  }),
)
tell('all nodes answer')

/** Everybody in turn, each round begun by another one; the first round only warms. */
async function compared(kind: 'skewed' | 'uniform', batch: number): Promise<void> {
  const all = await Promise.all(
    sizes.map(async ({ rights, questions, running }) => {
      const [load, requests] = [startLoad(), running.requestsFor(questions[kind], batch)]
      if (requests === null || running.pid === undefined) throw new Error('The node cannot be asked so')
      await load.use(requests)
      return { rights, load, port: running.port, again: keepApart(load.pid, running.pid), results: [] as LoadResult[] }
    }),
  )
  const rest = keepAwake()
  const manner = { kind: 'closed', connections: batch === 1 ? 32 : 8 } as const
  for (let round = -1; round < runs; round++)
    for (let turn = 0; turn < all.length; turn++) {
      const one = all[(turn + round + 1) % all.length]
      const result = await one?.load.run({
        port: one.port,
        manner,
        warmMs: 500,
        measureMs: round < 0 ? 5000 : measureMs,
      })
      if (round >= 0 && result !== undefined) one?.results.push(result)
    }
  rest()
  const [least] = all
  for (const { rights, load, again, results } of all) {
    again()
    load.stop()
    const wrong = results.reduce((sum, result) => sum + result.wrong + result.errors, 0)
    if (wrong > 0) throw new Error(`${wrong} answers of ${rights} rights are wrong, or did not come`)
    const rates = results.map(({ perSecond }) => perSecond * batch)
    const times = results.map(({ perSecond }, round) => (least?.results[round]?.perSecond ?? 0) / perSecond)
    const spread = (of: readonly number[], digits: number) =>
      `${median(of).toFixed(digits)} (${Math.min(...of).toFixed(digits)}–${Math.max(...of).toFixed(digits)})`
    const what = batch === 1 ? 'evaluation' : `evaluations of ${batch}`
    tell(`${what}, ${kind}, ${rights} rights: ${spread(rates, 0)} decisions a second; time ${spread(times, 2)}`)
  }
}

for (const batch of [1, 100]) for (const kind of ['skewed', 'uniform'] as const) await compared(kind, batch)
for (const { running } of sizes) await running.stop()
process.exit(0)
