/**
 * Half an hour of questions at a steady rate, of which a share are writes: what is permitted and what is not stays right, nothing
 * fails, and the memory of the node stays flat. People's rights are taken away and given back through the product's own operations
 * while a node that is kept for it answers about others, whose answers are compared.
 *
 *   node scripts/run.mjs bench/endurance.ts [--minutes 30] [--rate 5000] [--writes 0.01]
 *
 * Writes docs/endurance.md, its chart and bench/results/endurance.json.
 */
import { loadavg } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { readKeys } from '#settings'
import { chanceFrom } from '../test/histories/chance.ts'
import { Right } from '../scripts/long/promises/deeds.ts'
import { makeGround, service, type User } from '../scripts/long/promises/ground.ts'
import { authzenRequests } from './contestants/authzen.ts'
import { freePort } from './contestants/child.ts'
import { decisionNode } from './contestants/claviger.ts'
import { startLoad } from './load/load.ts'
import { writeEndurance, type Minute } from './report/endurance.ts'
import type { AskedQuestion } from './world/questions.ts'

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '30' },
    rate: { type: 'string', default: '5000' },
    writes: { type: 'string', default: '0.01' },
    enterprises: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
  },
})
const [minutes, rate, share] = [Number(values.minutes), Number(values.rate), Number(values.writes)]

const ground = await makeGround({ enterprises: Number(values.enterprises), usersEach: 10, durable: true, sessions: 8 })
const keys = await readKeys(ground.keysDir)
const operatorsPort = await freePort()
const node = await decisionNode(ground, 1, { METRICS_PORT: String(operatorsPort) })

/** Of half of the users nothing changes: what is answered about them is known. */
const still = ground.users.filter((_user, index) => index % 2 === 0)
const moved = ground.users.filter((_user, index) => index % 2 === 1)

const questionAbout = ({ person, enterprise, enterpriseId }: User, code: string): AskedQuestion => ({
  person,
  enterprise: enterpriseId,
  number: enterprise,
  action: { kind: 'service', code },
  level: 500,
  permit: code === service,
  reason: code === service ? 'authorisation' : 'no-right',
})
const questions = still.flatMap((user) => [questionAbout(user, service), questionAbout(user, 'dmfa')])
const [load, masterKey] = [startLoad(), keys.subject]
await load.use(
  authzenRequests(questions, { id: ground.clientId, token: ground.token, masterKey }, { batch: 1, compared: true }),
)

const over = new AbortController()
let writes = 0
/** So many writers that each waits for its own write. */
const writers = 4

async function write(lane: number): Promise<void> {
  const chance = chanceFrom(Number(values.seed) + lane)
  const rights = moved.filter((_user, index) => index % writers === lane).map((user) => new Right(user))
  const everyMs = (1000 * writers) / (rate * share)
  let due = performance.now() + (everyMs * lane) / writers
  while (!over.signal.aborted) {
    await pause(Math.max(0, due - performance.now()))
    due += everyMs
    await chance.pick(rights).next(chance).carryOut(ground.deps)
    writes++
  }
}

/** Memory of the node, in bytes: of its process, of what its index uses, and of what its first thread has in use. */
async function memory() {
  const text = await (await fetch(`http://127.0.0.1:${operatorsPort}/metrics`)).text()
  const told = (name: string): number => {
    const value = text
      .split('\n')
      .find((line) => line.startsWith(`${name} `))
      ?.slice(name.length + 1)
    if (value === undefined) throw new Error(`The node tells nothing of ${name}`)
    return Number(value)
  }
  return {
    memory_bytes: told('process_resident_memory_bytes'),
    index_bytes: told('claviger_index_bytes{of="used"}'),
    heap_bytes: told('nodejs_heap_size_used_bytes'),
  }
}

const writing = Promise.all(Array.from({ length: writers }, (_, lane) => write(lane)))
const told: Minute[] = []
for (let minute = 1; minute <= minutes; minute++) {
  const before = writes
  const ran = await Promise.race([
    load.run({
      port: node.port,
      manner: { kind: 'open', perSecond: rate, connections: 64 },
      warmMs: 0,
      measureMs: 60_000,
    }),
    // It ends only when all is over, or by a fault.
    writing.then(() => Promise.reject(new Error('The writers have ended'))),
  ])
  const one: Minute = {
    minute,
    answered: ran.requests,
    writes: writes - before,
    errors: ran.errors,
    wrong: ran.wrong,
    p50_us: Math.round(ran.p50Us),
    p99_us: Math.round(ran.p99Us),
    most_us: Math.round(ran.mostUs),
    ...(await memory()),
    load_average: Number((loadavg()[0] ?? 0).toPrecision(3)),
  }
  told.push(one)
  process.stdout.write(`${JSON.stringify(one)}\n`)
}
over.abort()
await writing
load.stop()
await node.stop()
await ground.end()
await writeEndurance(told, { rate, share, users: ground.users.length, measuredAt: new Date().toISOString() })
const failed = told.reduce((sum, { errors, wrong }) => sum + errors + wrong, 0)
process.exit(failed === 0 ? 0 : 1)
