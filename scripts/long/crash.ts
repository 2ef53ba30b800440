// npm run crash -- --kills 20 --store postgres|pglite [--seed 1]
//
// A writer acknowledges every committed operation on its standard output and is killed with SIGKILL at a random moment; on
// PostgreSQL the server is killed with it. Then the store is opened again: every acknowledged write is there, nothing is
// half-written: every fact has its audit entry and every audit entry has its facts.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { migrate, openPglite, openPostgres, type Store } from '#database'
import { instant } from '#kernel'
import { chanceFrom } from '../../test/histories/chance.ts'
import { removeCluster, startCluster } from '../../test/support/postgres.ts'
import { lookFor, type Acknowledged } from './crash-look.ts'
import { newIdFrom, prepare } from './crash-world.ts'

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '20' },
    store: { type: 'string', default: 'postgres' },
    seed: { type: 'string', default: '1' },
  },
})
const kills = Number(values.kills)
const kind = storeNamed(values.store)
const chance = chanceFrom(Number(values.seed))
const folder = mkdtempSync(join(tmpdir(), 'claviger-crash-'))
// As root the server runs as another user, who must be able to enter.
chmodSync(folder, 0o755)

function storeNamed(name: string): Store['kind'] {
  if (name !== 'pglite' && name !== 'postgres') throw new Error(`there is no store ${name}`)
  return name
}

/** Where the data are: an address or a folder; and the server to be killed. */
async function start(): Promise<{ where: string; server: number | null }> {
  if (kind === 'pglite') return { where: join(folder, 'data'), server: null }
  const { url, pid } = await startCluster(join(folder, 'cluster'), { durable: true })
  return { where: url, server: pid }
}

const open = (where: string): Promise<Store> =>
  kind === 'pglite' ? openPglite({ dataDir: where }) : openPostgres({ url: where, sessionsMax: 2 })

/** Lets a writer write, kills it, and gives what it had acknowledged. */
async function writeAndKill(where: string, server: number | null, first: number): Promise<Acknowledged[]> {
  const writer = fileURLToPath(new URL('crash-writer.ts', import.meta.url))
  const child = spawn(process.execPath, [writer, kind, where, String(first)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  // What it says while its server dies is of no interest; what it says before is.
  let said = ''
  child.stderr.on('data', (text) => (said += String(text)))
  const acknowledged: Acknowledged[] = []
  const lines = createInterface({ input: child.stdout })
  lines.on('line', (line) => acknowledged.push(JSON.parse(line) as Acknowledged))
  const closed = once(lines, 'close')
  const exited = once(child, 'exit')
  // Counted from the first acknowledgement: starting up takes as long as it takes.
  await Promise.race([once(lines, 'line'), exited])
  await wait(chance.between(20, 2500))
  if (child.exitCode !== null) throw new Error(`the writer stopped by itself: ${said}`)
  if (server !== null) process.kill(server, 'SIGKILL')
  child.kill('SIGKILL')
  await Promise.all([closed, exited])
  return acknowledged
}

const all: Acknowledged[] = []
const faults: string[] = []
let passed = 0
try {
  const { where } = await start()
  const store = await open(where)
  await migrate(store, { now: instant(0), newId: newIdFrom(9) })
  await prepare(store)
  await store.close()
  for (let kill = 0; kill < kills; kill++) {
    const { where: here, server } = await start()
    const acknowledged = await writeAndKill(here, server, (kill + 1) * 1_000_000)
    all.push(...acknowledged)
    const again = await open((await start()).where)
    try {
      const found = await lookFor(again, all)
      if (found.length === 0 && acknowledged.length > 0) passed++
      else
        faults.push(
          ...(acknowledged.length === 0 ? ['nothing was acknowledged'] : found).map((one) => `kill ${kill}: ${one}`),
        )
      console.log(`kill ${kill + 1}: ${acknowledged.length} acknowledged, ${all.length} in all, ${found.length} wrong`)
    } finally {
      await again.close()
    }
  }
} finally {
  if (kind === 'postgres') await removeCluster(join(folder, 'cluster'))
  rmSync(folder, { recursive: true, force: true })
}
for (const fault of faults.slice(0, 20)) console.log(`wrong: ${fault}`)
if (faults.length > 0) console.log(`again: npm run crash -- --kills ${kills} --store ${kind} --seed ${values.seed}`)
process.exitCode = faults.length === 0 && passed === kills ? 0 : 1
console.log(`${passed} passed, ${kills - passed} failed`)
