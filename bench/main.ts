/**
 * What a decision costs over HTTP: the product beside bare HTTP, the floor, SQL by hand and the peers, in the same run and in turn.
 *
 *   npm run bench                        all worlds, with the peers, into bench/results/latest.json and docs/performance.md
 *   npm run bench -- --quick             100 thousand rights without peers, in less than five minutes
 *   npm run bench -- --world 100k,1m     only these worlds (100k, 1m, national)
 *   npm run bench -- --only claviger,floor,openfga
 *   npm run bench -- --beside --only …   what was measured before and is not measured now stays
 */
import { parseArgs } from 'node:util'
import { instant } from '#kernel'
import { runWorld } from './measure/world-run.ts'
import type { ResultRow } from './measure/result.ts'
import { readResults, tablesBeside, writeResults } from './report/results.ts'
import { writeDocument } from './report/document.ts'
import { loadWorld, usualDay } from './world/load.ts'
import { peersFor } from './contestants/peers/index.ts'

const sizes: Readonly<Record<string, number>> = { '100k': 100_000, '1m': 1_000_000, national: 10_000_000 }

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    world: { type: 'string' },
    only: { type: 'string' },
    runs: { type: 'string', default: '5' },
    seconds: { type: 'string' },
    connections: { type: 'string', default: '32' },
    questions: { type: 'string' },
    seed: { type: 'string', default: '1' },
    document: { type: 'boolean', default: false },
    beside: { type: 'boolean', default: false },
  },
})
const { quick } = values
const wanted = (values.world ?? (quick ? '100k' : '100k,1m,national')).split(',')
const unknown = wanted.filter((name) => sizes[name] === undefined)
if (unknown.length > 0)
  throw new Error(`No such world: ${unknown.join(', ')}; there are ${Object.keys(sizes).join(', ')}`)
const only = values.only?.split(',') ?? null
const tell = (sentence: string) => void process.stdout.write(`${sentence}\n`)

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))

const rows: ResultRow[] = []
const former = values.beside ? await readResults() : []
const missing: string[] = []
for (const name of wanted) {
  const rights = sizes[name] ?? 0
  const loaded = await loadWorld({ rights, seed: Number(values.seed), day: usualDay, tell })
  const at = instant(Date.now())
  // The peers are compared at up to a million rights.
  const peers = quick || rights > 1_000_000 ? null : peersFor(loaded, { only, at, tell })
  missing.push(...(peers?.missing ?? []).filter((sentence) => !missing.includes(sentence)))
  const order = {
    name,
    loaded,
    only,
    peers,
    at,
    runs: Number(values.runs),
    seconds: Number(values.seconds ?? (quick ? 1.5 : 4)),
    connections: Number(values.connections),
    questions: Number(values.questions ?? (quick ? 20_000 : 100_000)),
    tell,
  }
  rows.push(...(await runWorld(order)))
  // After each world: the next one may take an hour, and somebody may end it.
  const shown = tablesBeside(former, rows)
  await writeResults(shown)
  if (!quick || values.document)
    await writeDocument(shown, { missing, command: `npm run bench -- ${process.argv.slice(2).join(' ')}` })
}
process.exit(0)
