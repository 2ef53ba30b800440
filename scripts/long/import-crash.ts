// node scripts/run.mjs scripts/long/import-crash.ts --kills 20 --store postgres|pglite [--enterprises 2000] [--seed 1]
//
// `claviger import register` is killed with SIGKILL at random moments of its work, up to three times in a row, and then run to its end;
// on PostgreSQL the server is killed with it every other time.
// The register must be the one that an import without a kill leaves: every column of every entry, what stood there before, every
// record of every enterprise, the register's codes and the bad rows met; only ids and moments of recording may differ. After that the
// same set is refused as applied already, and with --again changes nothing. Three kills in four strike the full set in an empty store,
// the fourth the update that follows it.
import { spawn } from 'node:child_process'
import { appendFileSync, chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import pg from 'pg'
import { openPglite, openPostgres, type Store } from '#database'
import { registerImport } from '#register'
import { chanceFrom } from '../../test/histories/chance.ts'
import { removeCluster, startCluster } from '../../test/support/postgres.ts'
import { generateRegister } from '../generate-register/generate.ts'

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '20' },
    store: { type: 'string', default: 'postgres' },
    enterprises: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
  },
})
const kills = Number(values.kills)
const chance = chanceFrom(Number(values.seed))
const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'claviger-import-crash-'))
// As root the server runs as another user, who must be able to enter.
chmodSync(folder, 0o755)

/** A store by its name: where it is, and how the command line is told. */
interface Ground {
  settings(name: string): NodeJS.ProcessEnv
  open(name: string): Promise<Store>
  copy(from: string, to: string): Promise<void>
  drop(name: string): Promise<void>
  /** Null where there is no server that could be killed. */
  readonly server: { kill(): void; startAgain(): Promise<void> } | null
  close(): Promise<void>
}

function pgliteGround(): Ground {
  const dataDir = (name: string): string => join(folder, name)
  return {
    settings: (name) => ({ DATA_DIR: dataDir(name) }),
    open: (name) => openPglite({ dataDir: join(dataDir(name), 'store') }),
    copy: (from, to) => Promise.resolve(cpSync(dataDir(from), dataDir(to), { recursive: true })),
    drop: (name) => Promise.resolve(rmSync(dataDir(name), { recursive: true })),
    server: null,
    close: () => Promise.resolve(),
  }
}

async function postgresGround(): Promise<Ground> {
  const cluster = join(folder, 'cluster')
  let { url, pid } = await startCluster(cluster, { durable: true })
  const tell = async (statement: string): Promise<void> => {
    const admin = new pg.Client(url)
    await admin.connect()
    await admin.query(statement)
    await admin.end()
  }
  await tell('CREATE DATABASE untouched')
  const urlOf = (name: string): string => url.replace('/postgres?', `/${name}?`)
  return {
    settings: (name) => ({
      DATABASE_URL: urlOf(name),
      SIMULATED_KEY_RING: 'allowed',
      DATA_DIR: join(folder, 'data'),
      KEYS_DIR: join(folder, 'keys'),
    }),
    open: (name) => openPostgres({ url: urlOf(name), sessionsMax: 2 }),
    copy: (from, to) => tell(`CREATE DATABASE ${to} TEMPLATE ${from}`),
    drop: (name) => tell(`DROP DATABASE ${name} WITH (FORCE)`),
    server: {
      kill: () => void process.kill(pid, 'SIGKILL'),
      startAgain: async () => void ({ url, pid } = await startCluster(cluster, { durable: true })),
    },
    close: () => removeCluster(cluster),
  }
}

interface Run {
  readonly killed: boolean
  readonly serverKilled: boolean
  readonly status: number | null
  readonly said: string
  readonly complained: string
  /** How long the command was at work, from the making of its workplace on, in ms. */
  readonly workedMs: number
}

const command = (ground: Ground, name: string, ...args: string[]): Promise<Run> =>
  run(ground, name, args, { killAfterMs: Infinity, server: false })

/** The import makes a folder for its work when it begins: starting up takes as long as it takes. */
const isAtWork = (workplace: string): boolean =>
  readdirSync(workplace).some((entry) => entry.startsWith('claviger-import-'))

interface Strike {
  readonly killAfterMs: number
  /** The server too. */
  readonly server: boolean
}

/** Runs the command line, and kills it when it has worked so long. */
async function run(ground: Ground, name: string, args: readonly string[], strike: Strike): Promise<Run> {
  const workplace = mkdtempSync(join(folder, 'workplace-'))
  const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], TMPDIR: workplace, ...ground.settings(name) }
  const child = spawn(process.execPath, ['scripts/run.mjs', 'src/cli/main.ts', ...args], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  let complained = ''
  child.stdout.on('data', (text) => (said += String(text)))
  child.stderr.on('data', (text) => (complained += String(text)))
  let over = false
  const closed = new Promise<void>((done) => child.once('close', () => done(void (over = true))))
  const ended = (): boolean => over || child.exitCode !== null
  while (!ended() && !isAtWork(workplace)) await wait(2)
  const began = performance.now()
  while (!ended() && isAtWork(workplace) && performance.now() < began + strike.killAfterMs) {
    await wait(5)
  }
  const workedMs = performance.now() - began
  const strikes = isAtWork(workplace) && !ended()
  const server = strikes && strike.server ? ground.server : null
  server?.kill()
  if (strikes) child.kill('SIGKILL')
  await closed
  await server?.startAgain()
  rmSync(workplace, { recursive: true })
  const killed = child.signalCode === 'SIGKILL'
  return { killed, serverKilled: server !== null, status: child.exitCode, said, complained, workedMs }
}

type Counts = Record<string, number>

const countsOf = ({ said }: Run): Counts => (JSON.parse(said) as { counts: Counts }).counts
const worded = (counts: Counts): string =>
  Object.entries(counts)
    .flatMap(([name, count]) => (count === 0 ? [] : [`${count} ${name}`]))
    .join(', ')

/** All of the register, a line a row, without ids and moments of recording. */
async function registerIn(store: Store): Promise<string[]> {
  const lines = sql<{ line: string }>`(
    WITH own AS (SELECT enterprise_id, number FROM enterprise_record WHERE superseded_at IS NULL AND valid_until IS NULL)
    SELECT 'entry ' || (to_jsonb(e) - 'enterprise_id' - 'recorded_at')::text || ' of ' || coalesce(own.number, 'nobody') AS line
      FROM register_entry e LEFT JOIN own USING (enterprise_id)
    UNION ALL
    SELECT 'past ' || (to_jsonb(e) - 'enterprise_id' - 'recorded_at' - 'superseded_at')::text || ' of ' || coalesce(own.number, 'nobody')
      FROM register_entry_past e LEFT JOIN own USING (enterprise_id)
    UNION ALL
    SELECT 'record ' || (to_jsonb(r) - 'enterprise_id' - 'row_id' - 'fact_id' - 'recorded_at' - 'superseded_at')::text ||
      CASE WHEN superseded_at IS NULL THEN ' current' ELSE ' superseded' END FROM enterprise_record r
    UNION ALL SELECT 'code ' || to_jsonb(c)::text FROM register_code c
    UNION ALL SELECT 'enterprises ' || count(*) FROM enterprise
    UNION ALL SELECT DISTINCT 'problem ' || i.extract_number || ' ' || p.file || ' ' || p.line || ' ' || p.message
      FROM register_import_problem p JOIN register_import i ON i.id = p.import_id)`
  const rows = await store.reader.selectFrom(lines.as('register')).select('line').execute()
  return rows.map((row) => row.line).toSorted()
}

/** What one has and the other lacks; the first few. */
function difference(reference: readonly string[], found: readonly string[]): string[] {
  const tally = new Map<string, number>()
  for (const line of reference) tally.set(line, (tally.get(line) ?? 0) + 1)
  for (const line of found) tally.set(line, (tally.get(line) ?? 0) - 1)
  const wrong = [...tally].filter(([, count]) => count !== 0)
  return wrong.slice(0, 4).map(([line, count]) => `${count > 0 ? 'missing' : 'too much'}: ${line.slice(0, 400)}`)
}

async function looking<T>(ground: Ground, name: string, look: (store: Store) => Promise<T>): Promise<T> {
  const store = await ground.open(name)
  try {
    return await look(store)
  } finally {
    await store.close()
  }
}

interface Mark {
  readonly state: string
  readonly through: string | null
  readonly problems: number
}

/** How far the import of a set of that type has come; null when it has not begun. */
const markOf = (ground: Ground, name: string, type: 'full' | 'update'): Promise<Mark | null> =>
  looking(ground, name, async (store) => {
    const { last, open } = await registerImport.pastImports(store.reader, 'register')
    const row = [open, last].find((one) => one?.type === type)
    return row ? { state: row.state, through: row.appliedThrough, problems: row.problems } : null
  })

const wordOf = (mark: Mark | null): string =>
  mark === null ? 'before its beginning' : mark.state === 'done' ? 'done' : (mark.through ?? 'begun, nothing applied')

/** What an import without a kill leaves, and from where it started. */
interface Reference {
  readonly type: 'full' | 'update'
  readonly start: string
  readonly path: string
  readonly register: readonly string[]
  readonly again: Counts
  readonly problems: number
  readonly workedMs: number
}

function succeeded(one: Run, what: string): Run {
  if (one.status !== 0) throw new Error(`${what} ended with ${one.status}: ${one.complained}`)
  return one
}

const importing = (path: string): string[] => ['import', 'register', path, '--accept-cessations']

/** Imports without a kill into a copy of `start`, called `reference_` and the type. */
async function refer(ground: Ground, type: Reference['type'], start: string, path: string): Promise<Reference> {
  const [name, twice] = [`reference_${type}`, `twice_${type}`]
  await ground.copy(start, name)
  const one = succeeded(await command(ground, name, ...importing(path)), `the import of the ${type} set`)
  const register = await looking(ground, name, registerIn)
  const problems = (await markOf(ground, name, type))?.problems ?? 0
  // The update starts from what the full set left, and not from having compared it once more.
  await ground.copy(name, twice)
  const again = countsOf(succeeded(await command(ground, twice, ...importing(path), '--again'), '--again'))
  await ground.drop(twice)
  if (Object.entries(again).some(([what, count]) => what !== 'same' && count !== 0)) {
    throw new Error(`the ${type} set a second time: ${worded(again)}`)
  }
  const { workedMs } = one
  console.log(
    `reference, ${type} set: ${worded(countsOf(one))} in ${(workedMs / 1000).toFixed(2)} s; ` +
      `${register.length} rows, ${problems} bad; a second time ${worded(again)}`,
  )
  return { type, start, path, register, again, problems, workedMs }
}

interface Killed {
  readonly moments: readonly string[]
  /** The run that came to the end, when one did before it could be killed. */
  readonly ended: Run | null
}

/** Kills the import so many times in a row, the first time after that part of the reference's time. */
async function killing(
  ground: Ground,
  name: string,
  reference: Reference,
  part: number,
  times: number,
): Promise<Killed> {
  const moments: string[] = []
  for (let time = 0, share = part; time < times; time++, share = chance.next()) {
    const strike = { killAfterMs: share * reference.workedMs, server: ground.server !== null && chance.is(0.5) }
    const one = await run(ground, name, importing(reference.path), strike)
    if (!one.killed) return { moments, ended: one }
    const mark = await markOf(ground, name, reference.type)
    moments.push(`${(one.workedMs / 1000).toFixed(2)} s${one.serverKilled ? ' with its server' : ''} (${wordOf(mark)})`)
    if (mark?.state === 'done') break
  }
  return { moments, ended: null }
}

/** In a new store; a run that was quicker than the moment drawn is tried once more with an earlier one. */
async function killedAnew(
  ground: Ground,
  name: string,
  reference: Reference,
  part: number,
  times: number,
): Promise<Killed> {
  for (let share = part; ; share *= 0.8) {
    await ground.copy(reference.start, name)
    const tried = await killing(ground, name, reference, share, times)
    if (tried.moments.length > 0) return tried
    await ground.drop(name)
  }
}

/** Resumes, asks for the same once more in both ways, and compares. Answers with what was done and what is wrong. */
async function resume(ground: Ground, name: string, reference: Reference, { ended }: Killed) {
  const wrong: string[] = []
  const applied = async (): Promise<boolean> => (await markOf(ground, name, reference.type))?.state === 'done'
  const last = ended ?? ((await applied()) ? null : await command(ground, name, ...importing(reference.path)))
  if (last && last.status !== 0) wrong.push(`the resumed import ended with ${last.status}: ${last.complained}`)
  const told = last === null ? 'all was applied' : last.status === 0 ? worded(countsOf(last)) : 'failed'
  wrong.push(...difference(reference.register, await looking(ground, name, registerIn)))
  const mark = await markOf(ground, name, reference.type)
  const problems = mark?.problems ?? 0
  if (problems !== reference.problems) wrong.push(`${problems} bad rows counted instead of ${reference.problems}`)
  const refused = await command(ground, name, ...importing(reference.path))
  if (refused.status !== 1 || !refused.complained.includes('has been applied already')) {
    wrong.push(`the second import was not refused: ${refused.status} ${refused.said}${refused.complained}`)
  }
  const again = await command(ground, name, ...importing(reference.path), '--again')
  if (again.status !== 0) wrong.push(`--again ended with ${again.status}: ${again.complained}`)
  else if (worded(countsOf(again)) !== worded(reference.again)) wrong.push(`--again: ${worded(countsOf(again))}`)
  const after = difference(reference.register, await looking(ground, name, registerIn))
  wrong.push(...after.map((one) => `after --again, ${one}`))
  return { told, wrong }
}

/** A bad value, met as the set is applied, and a bad number, met before: each is told once, however often the set is taken up. */
function spoil(file: string): void {
  const row = readFileSync(file, 'utf8').split('\n')[1]?.trim().split(',')
  if (row?.length !== 4) throw new Error(`${file} has no contact of four values`)
  for (const column of [0, 1]) appendFileSync(file, `${row.with(column, '"PIGEON"').join(',')}\n`)
}

async function generate(): Promise<void> {
  const enterprises = Number(values.enterprises)
  await generateRegister({ folder: join(folder, 'register'), enterprises, seed: values.seed, updates: 1, truth: true })
  spoil(join(folder, 'register', 'full', 'contact.csv'))
  spoil(join(folder, 'register', 'update-141', 'contact_insert.csv'))
}

/** Kills spread over the whole time of an import, in an order of chance. */
function parts(): number[] {
  const slices = Array.from({ length: kills }, (_, slice) => (slice + chance.next()) / kills)
  return slices
    .map((part) => ({ part, at: chance.next() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ part }) => part)
}

async function main(ground: Ground): Promise<number> {
  await generate()
  mkdirSync(join(folder, 'data'), { recursive: true })
  if (values.store === 'postgres') succeeded(await command(ground, 'untouched', 'keys'), 'keys')
  succeeded(await command(ground, 'untouched', 'migrate'), 'migrate')
  const full = await refer(ground, 'full', 'untouched', join(folder, 'register', 'full'))
  const update = await refer(ground, 'update', 'reference_full', join(folder, 'register', 'update-141'))
  let passed = 0
  for (const [kill, part] of parts().entries()) {
    const reference = kill % 4 === 3 ? update : full
    const name = `kill_${kill + 1}`
    const strike = await killedAnew(ground, name, reference, part, chance.pick([1, 1, 2, 3]))
    const { told, wrong } = await resume(ground, name, reference, strike)
    if (wrong.length === 0) passed++
    const verdict = wrong.length === 0 ? 'the same register' : 'WRONG'
    console.log(
      `kill ${kill + 1}, ${reference.type} set: killed at ${strike.moments.join(', ')}; resumed: ${told}; ${verdict}`,
    )
    for (const one of wrong) console.log(`  wrong: ${one}`)
    await ground.drop(name)
  }
  return passed
}

if (values.store !== 'pglite' && values.store !== 'postgres') throw new Error(`there is no store ${values.store}`)
let passed = 0
try {
  const ground = values.store === 'pglite' ? pgliteGround() : await postgresGround()
  try {
    passed = await main(ground)
  } finally {
    await ground.close()
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
process.exitCode = passed === kills ? 0 : 1
console.log(`${passed} passed, ${kills - passed} failed`)
