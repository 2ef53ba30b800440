// npm run promises -- --only <proof> --count N [--seed 1] [--plant]
//
// Tries to make decision nodes lie. Each proof prints how many answers it judged, how many were wrong and what repeats them. With
// --plant something that the proof must notice is done on purpose: then it fails when it notices nothing.
import { parseArgs } from 'node:util'
import { clockMoved, feedCut, nodeKilled, storeStopped } from './disturbed.ts'
import { fileChanged } from './file-changed.ts'
import type { Order } from './order.ts'
import { revisionPairs } from './revision-pairs.ts'
import { Tally } from './tally.ts'

interface Proof {
  readonly usual: number
  readonly run: (order: Order, tally: Tally) => Promise<void>
}

const proofs: Readonly<Record<string, Proof>> = {
  'revision-pairs': { usual: 100_000, run: revisionPairs },
  'feed-cut': { usual: 100_000, run: feedCut },
  'store-stopped': { usual: 50_000, run: storeStopped },
  'clock-moved': { usual: 50_000, run: clockMoved },
  'node-killed': { usual: 50_000, run: nodeKilled },
  'file-changed': { usual: Number.POSITIVE_INFINITY, run: fileChanged },
}

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    count: { type: 'string' },
    seed: { type: 'string', default: '1' },
    plant: { type: 'boolean', default: false },
  },
})
const { only, plant } = values
if (only !== undefined && proofs[only] === undefined)
  throw new Error(`there is no proof ${only}: ${Object.keys(proofs).join(', ')}`)
let failed = 0
const wanted = Object.entries(proofs).filter(([name]) => only === undefined || only === name)
for (const [name, { usual, run }] of wanted) {
  const tally = new Tally()
  const began = performance.now()
  const seconds = () => ((performance.now() - began) / 1000).toFixed(0)
  const tell = (sentence: string) => console.log(`${name}, ${seconds()} s: ${sentence}`)
  const count = Number(values.count ?? usual)
  const progress = setInterval(() => tell(`${tally.tried} tried, ${tally.wrong} wrong`), 60_000)
  await run({ count, seed: Number(values.seed), plant, tell }, tally).finally(() => clearInterval(progress))
  console.log(`${name}: ${tally.tried} tried, ${tally.wrong} wrong, in ${seconds()} s, seed ${values.seed}`)
  for (const line of tally.lines()) console.log(line)
  const hasPassed = tally.tried > 0 && (plant ? tally.wrong > 0 : tally.wrong === 0)
  if (plant) console.log(hasPassed ? 'what was planted was noticed' : 'WRONG: what was planted was not noticed')
  if (!hasPassed) failed++
}
process.exitCode = failed === 0 ? 0 : 1
console.log(`${wanted.length - failed} passed, ${failed} failed`)
