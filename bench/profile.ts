/**
 * Where the product's server spends its time under load: the functions with the most time of their own.
 *
 *   node scripts/run.mjs bench/profile.ts --rights 100000 --seconds 10 [--batch 100]
 */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { instant } from '#kernel'
import { claviger } from './contestants/claviger.ts'
import { startLoad } from './load/load.ts'
import { loadWorld, usualDay } from './world/load.ts'
import { questionsOf } from './world/questions.ts'

const { values } = parseArgs({
  options: {
    rights: { type: 'string', default: '100000' },
    seconds: { type: 'string', default: '10' },
    connections: { type: 'string', default: '32' },
    batch: { type: 'string', default: '1' },
    top: { type: 'string', default: '30' },
  },
})

interface Profile {
  readonly nodes: readonly { id: number; callFrame: { functionName: string; url: string; lineNumber: number } }[]
  readonly samples: readonly number[]
  readonly timeDeltas: readonly number[]
}

/** Microseconds of their own, by function and place. */
function ownTimes(profile: Profile): Map<string, number> {
  const places = new Map(
    profile.nodes.map(({ id, callFrame: { functionName, url, lineNumber } }) => [
      id,
      `${functionName || '(anonymous)'} ${url.replace(/^file:\/\/.*?\/(?=src\/|bench\/|node_modules\/)/, '')}${url === '' ? '' : `:${lineNumber + 1}`}`,
    ]),
  )
  const times = new Map<string, number>()
  profile.samples.forEach((id, index) => {
    const place = places.get(id) ?? '?'
    times.set(place, (times.get(place) ?? 0) + (profile.timeDeltas[index] ?? 0))
  })
  return times
}

const loaded = await loadWorld({
  rights: Number(values.rights),
  seed: 1,
  day: usualDay,
  tell: (sentence) => void process.stderr.write(`${sentence}\n`),
})
const questions = questionsOf(loaded.world, { count: 20_000, habitual: false, at: instant(Date.now()) })
const folder = await mkdtemp(join(tmpdir(), 'claviger-profile-'))
const server = await claviger(loaded, ['--cpu-prof', `--cpu-prof-dir=${folder}`]).start()
const load = startLoad()
const requests = server.requestsFor(questions, Number(values.batch))
if (requests === null) throw new Error('The server takes no such groups')
await load.use(requests)
const manner = { kind: 'closed', connections: Number(values.connections) } as const
const measureMs = Number(values.seconds) * 1000
const result = await load.run({ port: server.port, manner, warmMs: 2000, measureMs })
load.stop()
await server.stop()
process.stdout.write(`${JSON.stringify(result)}\n`)
for (const file of await readdir(folder)) {
  const times = ownTimes(JSON.parse(await readFile(join(folder, file), 'utf8')) as Profile)
  const idle = [...times].reduce((sum, [place, us]) => (place.startsWith('(idle)') ? sum + us : sum), 0)
  const busy = [...times.values()].reduce((sum, us) => sum + us, 0) - idle
  process.stdout.write(`${file}: ${Math.round(busy / 1000)} ms busy\n`)
  const most = [...times].filter(([place]) => !place.startsWith('(idle)')).toSorted(([, a], [, b]) => b - a)
  for (const [place, us] of most.slice(0, Number(values.top)))
    process.stdout.write(`${((us / busy) * 100).toFixed(1).padStart(5)} %  ${place}\n`)
}
await rm(folder, { recursive: true })
process.exit(0)
