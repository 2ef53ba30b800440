/**
 * What the road of an answer costs its thread: processor time for each request, of the product's handlers and of the floor's, in
 * one process and in turn, so that a busy machine takes from both alike.
 *
 *   node scripts/run.mjs bench/road.ts --rights 100000 [--batch 100] [--rounds 7] [--pin] [--profile]
 *
 * `--pin`: the answering thread keeps the first processor and the load the second (taskset). `--profile`: also the functions of
 * both with the most time of their own.
 */
import { execFileSync } from 'node:child_process'
import { Session } from 'node:inspector/promises'
import { parseArgs } from 'node:util'
import { allClients } from '#decisions'
import { FollowedIndex, newWords } from '#decision-index'
import { IndexSide } from '#decision-point'
import { drainingServer, placeOf } from '#http'
import { instant } from '#kernel'
import { openPostgres } from '#database'
import { readKeys } from '#settings'
import { authzenHandlers, newTrafficCells, Traffic } from '../src/api/index.ts'
import { systemClock, systemMonotonicMs, systemNewId, systemRandom } from '../src/system.ts'
import { authzenRequests } from './contestants/authzen.ts'
import { askingClient } from './contestants/claviger.ts'
import { answerOf } from './contestants/plain.ts'
import { plainServer } from './contestants/plain-server.ts'
import { keepAwake } from './load/awake.ts'
import { startLoad } from './load/load.ts'
import { median } from './measure/result.ts'
import { loadWorld, usualDay } from './world/load.ts'
import { questionsOf } from './world/questions.ts'

const { values } = parseArgs({
  options: {
    rights: { type: 'string', default: '100000' },
    batch: { type: 'string', default: '1' },
    rounds: { type: 'string', default: '7' },
    seconds: { type: 'string', default: '1.5' },
    connections: { type: 'string', default: '16' },
    pin: { type: 'boolean', default: false },
    profile: { type: 'boolean', default: false },
    top: { type: 'string', default: '40' },
  },
})
const batch = Number(values.batch)
const loaded = await loadWorld({ rights: Number(values.rights), seed: 1, day: usualDay, tell: () => undefined })
const store = await openPostgres({ url: loaded.url })
const { catalogue } = loaded.world
const index = await FollowedIndex.open(store, newWords(2 ** 30), catalogue)
const [clients, keys] = [await allClients(store.reader), await readKeys(loaded.keysDir)]
const side = new IndexSide({
  reader: 0,
  catalogue: () => catalogue,
  clock: systemClock,
  monotonicMs: systemMonotonicMs,
  writes: null,
})
const tell = () => {
  const [asOfMs, asOf] = [systemMonotonicMs(), systemClock.now()]
  side.tell({ words: index.words, view: index.view, asOfMs, asOf, newest: instant(0), writes: 0, clients })
}
tell()
setInterval(tell, 40)

const handlers = authzenHandlers(
  {
    store,
    catalogue: () => catalogue,
    keys: keys.people,
    clock: systemClock,
    newId: systemNewId,
    random: systemRandom,
    masterKey: keys.subject,
    publicUrl: 'http://127.0.0.1',
    log: { error: (entry) => console.error(entry) },
  },
  side,
  new Traffic(newTrafficCells(), systemMonotonicMs),
)
const { server } = drainingServer(handlers, (_req, res) => res.writeHead(404).end())
await new Promise<void>((ready) => server.listen({ host: '127.0.0.1', port: 0 }, ready))
const { port } = placeOf(server)

const asking = await askingClient(loaded)
const questions = questionsOf(loaded.world, { count: 20_000, habitual: false, at: systemClock.now() })
const requests = authzenRequests(questions, asking, { batch, compared: true })
const first = Buffer.from(requests.bytes.subarray(0, requests.ends[0])).toString()
const path = first.split(' ')[1] ?? ''
const answer = await answerOf(port, path, first.slice(first.indexOf('\r\n\r\n') + 4), asking)
const floor = await plainServer({ kind: 'floor', token: asking.token, answers: { [path]: answer } })

const rest = keepAwake()
const load = startLoad()
if (values.pin) {
  execFileSync('taskset', ['-cp', '0', String(process.pid)])
  execFileSync('taskset', ['-acp', '1', String(load.pid)])
}
const inspector = new Session()
inspector.connect()
await inspector.post('Profiler.enable')

interface Profile {
  readonly nodes: readonly { id: number; callFrame: { functionName: string; url: string; lineNumber: number } }[]
  readonly samples?: readonly number[]
  readonly timeDeltas?: readonly number[]
}

/** Microseconds of their own, by function and place. */
function ownTimes({ nodes, samples = [], timeDeltas = [] }: Profile): Map<string, number> {
  const places = new Map(
    nodes.map(({ id, callFrame: { functionName, url, lineNumber } }) => [
      id,
      `${functionName || '(anonymous)'} ${url.replace(/^file:\/\/.*?\/(?=src\/|bench\/|node_modules\/)/, '')}${url === '' ? '' : `:${lineNumber + 1}`}`,
    ]),
  )
  const times = new Map<string, number>()
  samples.forEach((id, at) => {
    const place = places.get(id) ?? '?'
    times.set(place, (times.get(place) ?? 0) + (timeDeltas[at] ?? 0))
  })
  return times
}

const connections = Number(values.connections)
async function round(name: string, isProfiled: boolean): Promise<number> {
  const to = name === 'floor' ? floor.port : port
  await load.use(name === 'floor' ? { ...requests, permits: null } : requests)
  const manner = { kind: 'closed', connections } as const
  await load.run({ port: to, manner, warmMs: 0, measureMs: 300 })
  if (isProfiled) await inspector.post('Profiler.start')
  const before = process.threadCpuUsage()
  const result = await load.run({ port: to, manner, warmMs: 0, measureMs: Number(values.seconds) * 1000 })
  const used = process.threadCpuUsage(before)
  if (result.wrong + result.errors > 0) throw new Error(`${name}: ${JSON.stringify(result)}`)
  if (isProfiled) {
    const { profile } = await inspector.post('Profiler.stop')
    const times = ownTimes(profile)
    console.log(`${name}: microseconds a request, profiled`)
    for (const [place, us] of [...times].toSorted(([, a], [, b]) => b - a).slice(0, Number(values.top)))
      console.log(`${(us / result.requests).toFixed(2).padStart(8)}  ${place}`)
  }
  return (used.user + used.system) / result.requests
}

const costs: { floor: number[]; claviger: number[] } = { floor: [], claviger: [] }
for (let turn = 0; turn < Number(values.rounds); turn++) {
  const order = turn % 2 === 0 ? (['floor', 'claviger'] as const) : (['claviger', 'floor'] as const)
  for (const name of order) costs[name].push(await round(name, false))
}
const ratios = costs.floor.map((cost, turn) => cost / (costs.claviger[turn] ?? Number.NaN))
const shown = (all: readonly number[], digits: number) =>
  `${median(all).toFixed(digits)} (${Math.min(...all).toFixed(digits)}–${Math.max(...all).toFixed(digits)})`
console.log(`floor    ${shown(costs.floor, 1)} µs a request`)
console.log(
  `claviger ${shown(costs.claviger, 1)} µs a request; ${shown(
    costs.claviger.map((us) => us / batch),
    2,
  )} a decision`,
)
console.log(`of the floor ${shown(ratios, 3)}`)
if (values.profile) for (const name of ['floor', 'claviger']) await round(name, true)
rest()
load.stop()
process.exit(0)
