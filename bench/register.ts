/**
 * How fast a register of a given size comes into PostgreSQL, validated and upserted, beside the bare COPY of the same rows into
 * tables without an index; each run into a new database of a server of its own.
 *
 *   npm run bench:register -- --enterprises 200000 --runs 5
 */
import { spawn } from 'node:child_process'
import { createReadStream } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { recordEntry } from '#audit'
import { migrate, openPostgres } from '#database'
import { registerImport } from '#register'
import { systemClock as clock, systemNewId, systemRandom } from '../src/system.ts'
import { generateRegister } from '../scripts/generate-register/generate.ts'
import { removeCluster, startCluster } from '../test/support/postgres.ts'

const { values } = parseArgs({
  options: {
    enterprises: { type: 'string', default: '200000' },
    runs: { type: 'string', default: '5' },
    seed: { type: 'string', default: '1' },
    set: { type: 'string' },
    url: { type: 'string' },
  },
})

interface Run {
  ms: number
  rows: number
  memoryMb: number
}

/** The import alone, in a process of its own so that its memory is its own. */
async function importOnce(url: string, set: string): Promise<Run> {
  const store = await openPostgres({ url, sessionsMax: 10 })
  const ports = { newId: systemNewId, random: systemRandom }
  await migrate(store, { now: clock.now(), newId: systemNewId })
  const began = performance.now()
  const tempDir = await mkdtemp(join(tmpdir(), 'claviger-bench-'))
  const problems: { file: string; line: number; message: string }[] = []
  const opened = await registerImport.openExtract(set, {
    activities: false,
    onProblem: (one) => problems.push(one),
    tempDir,
  })
  if (!opened.ok) throw new Error(JSON.stringify(opened.error.slice(0, 5)))
  const outcome = await registerImport.importRegister(
    {
      store,
      clock,
      newId: systemNewId,
      zone: 'Europe/Brussels',
      record: async (trx, { event, enterprise, details }, now) => {
        await recordEntry(
          trx,
          { event, enterpriseId: enterprise, via: 'import', facts: [], details },
          { now, ...ports },
        )
      },
    },
    opened.value,
    { acceptCessations: false, again: false, problems },
  )
  const ms = performance.now() - began
  if (outcome.state !== 'done') throw new Error(JSON.stringify(outcome))
  await opened.value.close()
  await store.close()
  await rm(tempDir, { recursive: true })
  const rows = Object.entries(opened.value.rowCounts).reduce(
    (sum, [file, count]) =>
      /^(enterprise|establishment|denomination|address|contact|branch)\./.test(file) ? sum + count : sum,
    0,
  )
  return { ms, rows, memoryMb: process.resourceUsage().maxRSS / 1024 }
}

function inOwnProcess(url: string, set: string): Promise<Run> {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), '--url', url, '--set', set], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return new Promise((done, fail) => {
    let text = ''
    child.stdout.on('data', (data: Buffer) => (text += data.toString()))
    child.on('exit', (code) =>
      code === 0 ? done(JSON.parse(text) as Run) : fail(new Error(`the import ended with ${code}`)),
    )
  })
}

async function columnsOf(file: string): Promise<string[]> {
  const lines = createInterface({ input: createReadStream(file) })
  for await (const line of lines) {
    lines.close()
    return line.split(',').map((name) => name.replaceAll('"', ''))
  }
  throw new Error(`${file} is empty`)
}

/** The floor: the server reads the same files itself, into tables of text without index, constraint or check. */
async function copyOnce(client: pg.Client, set: string): Promise<Run> {
  const files = ['enterprise', 'establishment', 'denomination', 'address', 'contact', 'branch']
  for (const file of files) {
    const columns = await columnsOf(join(set, `${file}.csv`))
    await client.query(`DROP TABLE IF EXISTS copied_${file}`)
    await client.query(`CREATE TABLE copied_${file} (${columns.map((name) => `"${name}" text`).join(', ')})`)
  }
  const began = performance.now()
  let rows = 0
  for (const file of files) {
    const { rowCount } = await client.query(
      `COPY copied_${file} FROM '${join(set, `${file}.csv`)}' WITH (FORMAT csv, HEADER)`,
    )
    rows += rowCount ?? 0
  }
  return { ms: performance.now() - began, rows, memoryMb: 0 }
}

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
const perSecond = (run: Run): number => Math.round((run.rows / run.ms) * 1000)

async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'claviger-bench-register-'))
  const { chmod } = await import('node:fs/promises')
  await chmod(folder, 0o755)
  // What an operator sets on such a machine (docs/operating/register.md); nothing that risks data.
  const settings = ['shared_buffers = 2GB', 'max_wal_size = 8GB']
  const server = await startCluster(join(folder, 'postgres'), { durable: true, settings })
  const admin = new pg.Client(server.url)
  await admin.connect()
  const set = values.set ?? join(folder, 'set')
  if (values.set === undefined) {
    const began = performance.now()
    await generateRegister({ folder: set, enterprises: Number(values.enterprises), seed: values.seed })
    process.stdout.write(`generated in ${Math.round((performance.now() - began) / 1000)} s\n`)
  }
  const full = (await readdir(set)).includes('full') ? join(set, 'full') : set
  const imported: Run[] = []
  const copied: Run[] = []
  for (let run = 1; run <= Number(values.runs); run++) {
    await admin.query('DROP DATABASE IF EXISTS bench')
    await admin.query('CREATE DATABASE bench')
    await admin.query('CHECKPOINT')
    const url = server.url.replace('/postgres?', '/bench?')
    const bench = new pg.Client(url)
    await bench.connect()
    copied.push(await copyOnce(bench, full))
    await bench.end()
    imported.push(await inOwnProcess(url, full))
    const [ours, floor] = [imported.at(-1) as Run, copied.at(-1) as Run]
    process.stdout.write(
      `run ${run}: ${ours.rows} rows in ${(ours.ms / 1000).toFixed(1)} s = ${perSecond(ours)}/s, ${Math.round(ours.memoryMb)} MB; ` +
        `COPY ${(floor.ms / 1000).toFixed(1)} s = ${perSecond(floor)}/s; ratio ${(ours.ms / floor.ms).toFixed(1)}\n`,
    )
  }
  const rates = imported.map(perSecond)
  process.stdout.write(
    `median ${median(rates)} rows/s (${Math.min(...rates)}–${Math.max(...rates)}), ` +
      `memory ${Math.round(Math.max(...imported.map((one) => one.memoryMb)))} MB, COPY median ${median(copied.map(perSecond))} rows/s, ` +
      `ratio ${median(imported.map((one, index) => one.ms / (copied[index]?.ms ?? 1))).toFixed(1)}\n`,
  )
  await admin.end()
  await removeCluster(join(folder, 'postgres'))
  await rm(folder, { recursive: true, force: true })
}

if (values.url !== undefined && values.set !== undefined) {
  process.stdout.write(JSON.stringify(await importOnce(values.url, values.set)))
} else await main()
