/**
 * Whether a trial goes on answering while a register comes into its embedded store: the real server on PGlite, the command line's
 * `import register` through the server's own door, and pages asked for every 100 ms before it and meanwhile. Gives the rows a second,
 * how long the import took, and how long the pages took beside the same pages before: median, 95 of 100, longest.
 * Of the pages, `readyz` asks the store, the outbox reads messages from it, and the directory is written without it.
 *
 *   node scripts/run.mjs bench/register-embedded.ts --enterprises 20000
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setInterval as ticks, setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { generateRegister } from '../scripts/generate-register/generate.ts'
import { startTrial, type TrialServer } from '../test/journeys/support/server.ts'

const { values } = parseArgs({
  options: {
    enterprises: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '1' },
  },
})
const pages = ['/readyz', '/en/trial/outbox', '/en/directory']
const everyMs = 100
const quietMs = 15_000
/** Of the rows in the set's files these describe entities. */
const described = ['enterprise', 'establishment', 'denomination', 'address', 'contact', 'branch'] as const

/** How long each answer took, by page, in ms. */
type Times = Map<string, number[]>

async function ask(url: string, page: string, times: Times): Promise<void> {
  const began = performance.now()
  const answer = await fetch(`${url}${page}`)
  await answer.text()
  if (!answer.ok) throw new Error(`${page} answered ${answer.status}`)
  times.get(page)?.push(performance.now() - began)
}

/** Asks for every page every 100 ms, whether the one before was answered or not, until `until` settles. */
async function watch<T>(url: string, until: Promise<T>): Promise<{ times: Times; value: T }> {
  const times: Times = new Map(pages.map((page) => [page, []]))
  const asked: Promise<void>[] = []
  const stop = new AbortController()
  const asking = async (): Promise<void> => {
    for await (const _ of ticks(everyMs, null, { signal: stop.signal })) {
      for (const page of pages) asked.push(ask(url, page, times))
    }
  }
  const stopped = asking().catch((fault: unknown) => {
    if (!stop.signal.aborted) throw fault
  })
  try {
    const value = await until
    return { times, value }
  } finally {
    stop.abort()
    await stopped
    await Promise.all(asked)
  }
}

interface Commanded {
  readonly ms: number
  readonly said: string
}

/** The command line, in a process of its own: where a server runs, it is the server that does the work. */
async function command(server: TrialServer, ...args: string[]): Promise<Commanded> {
  const began = performance.now()
  const child = spawn(process.execPath, ['scripts/run.mjs', 'src/cli/main.ts', ...args], {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    env: server.env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  child.stdout.on('data', (text) => (said += String(text)))
  const [status] = (await once(child, 'close')) as [number | null]
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}`)
  return { ms: performance.now() - began, said }
}

/** The value below which that part of them lies. */
const quantile = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN

interface Spread {
  readonly answers: number
  readonly median: number
  readonly p95: number
  readonly longest: number
}

function spreadOf(times: readonly number[]): Spread {
  const sorted = times.toSorted((a, b) => a - b)
  return {
    answers: sorted.length,
    median: quantile(sorted, 0.5),
    p95: quantile(sorted, 0.95),
    longest: sorted.at(-1) ?? NaN,
  }
}

const row = (cells: readonly string[]): string =>
  `${(cells[0] ?? '').padEnd(17)} ${(cells[1] ?? '').padEnd(9)}${cells
    .slice(2)
    .map((cell) => cell.padStart(9))
    .join('')}`
const inMs = (ms: number): string => `${ms.toFixed(1)} ms`
const load = (): string => loadavg()[0]?.toFixed(1) ?? ''

function print(before: Times, during: Times): void {
  console.log(row(['page', 'when', 'answers', 'median', 'p95', 'longest']))
  for (const page of pages) {
    const [quiet, busy] = [spreadOf(before.get(page) ?? []), spreadOf(during.get(page) ?? [])]
    for (const [when, { answers, median, p95, longest }] of [
      ['before', quiet],
      ['import', busy],
    ] as const)
      console.log(row([page, when, String(answers), inMs(median), inMs(p95), inMs(longest)]))
    const ratios = [busy.median / quiet.median, busy.p95 / quiet.p95, busy.longest / quiet.longest]
    console.log(row(['', 'ratio', '', ...ratios.map((ratio) => ratio.toFixed(1))]))
  }
}

async function main(folder: string): Promise<void> {
  const register = join(folder, 'register')
  const [full] = await generateRegister({
    folder: register,
    enterprises: Number(values.enterprises),
    seed: values.seed,
  })
  const rows = described.reduce((sum, table) => sum + (full?.files[`${table}.csv`]?.rows ?? 0), 0)
  const server = await startTrial({ DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'warn' })
  try {
    await wait(2000)
    const quietLoad = load()
    const nothing = await command(server, 'import', 'status')
    const { times: before } = await watch(server.url, wait(quietMs))
    // The few enterprises of the trial's own world are not in the set, so that they cease by it.
    const asked = ['import', 'register', join(register, 'full'), '--accept-cessations']
    const { times: during, value } = await watch(server.url, command(server, ...asked))
    console.log(value.said.trim())
    // The command's own start is no part of the import.
    const ms = value.ms - nothing.ms
    console.log(
      `${rows} rows of ${values.enterprises} enterprises in ${(ms / 1000).toFixed(1)} s = ${Math.round((rows / ms) * 1000)} rows/s; ` +
        `with the start of the command ${(value.ms / 1000).toFixed(1)} s`,
    )
    print(before, during)
    console.log(`load of the machine (1 minute): ${quietLoad} before, ${load()} after`)
  } finally {
    await server.stop()
  }
}

const folder = await mkdtemp(join(tmpdir(), 'claviger-bench-embedded-'))
try {
  await main(folder)
} finally {
  await rm(folder, { recursive: true, force: true })
}
