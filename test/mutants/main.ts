// npm run mutants [-- --only <number or part of a name>] [--from <number>] [--lanes 1|2]
//
// Plants each fault in a copy of the product and runs what must notice it. The copy without a fault must pass first. Two lanes have
// a copy each; every run stops at the first thing that it notices.
import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { planted, type Mutant } from './mutant.ts'
import { mutants } from './mutants.ts'

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    from: { type: 'string', default: '1' },
    lanes: { type: 'string', default: '1' },
  },
})
if (values.lanes !== '1' && values.lanes !== '2') throw new Error('--lanes is 1 or 2')
const root = fileURLToPath(new URL('../..', import.meta.url))
const copied = [
  'src',
  'catalogue',
  'migrations',
  'package.json',
  'scripts',
  'test/conformance',
  'test/histories',
  'test/reference',
  'test/support',
]

const histories = ['test/histories/main.ts', '--lacking', 'ignore', '--stop-at', '1', '--no-shrink', '--seed', '7000']
const races = ['scripts/long/races/main.ts']
const tests = ['--test', '--test-reporter=tap']
const limitMs = 900_000

/** What a run is told apart by: those that share it need one run without a fault. */
type Kind = Pick<Mutant, 'by' | 'rulings' | 'test'>

const commands: Record<Mutant['by'], (kind: Kind) => string[]> = {
  memory: ({ rulings }) =>
    rulings === undefined
      ? [...histories, '--runs', '200', '--questions', '0.02']
      : [...histories, '--runs', String(rulings), '--questions', '0'],
  postgres: () => [...histories, '--runs', '20', '--questions', '0.02', '--store', 'postgres'],
  races: () => [...races, '--runs', '200', '--seat', 'the chief’s seat', '--pair', 'resign and withdraw-appointment'],
  tests: ({ test = '' }) => [...tests, test],
}

const nameOf = ({ by, rulings, test }: Kind): string =>
  test ?? (rulings === undefined ? by : `${by}, ${rulings} for their rulings`)

type Ran = { caught: boolean; said: string; seconds: number }

function run(folder: string, kind: Kind): Promise<Ran> {
  const began = performance.now()
  // A run under a test runner says nothing by itself, and this may be started by one.
  const { NODE_TEST_CONTEXT: _context, ...env } = process.env
  const child = spawn(process.execPath, commands[kind.by](kind), { cwd: folder, env, timeout: limitMs })
  const parts: string[] = []
  child.stdout.setEncoding('utf8').on('data', (part: string) => parts.push(part))
  child.stderr.setEncoding('utf8').on('data', (part: string) => parts.push(part))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) =>
      resolve({ caught: code !== 0, said: parts.join(''), seconds: (performance.now() - began) / 1000 }),
    )
  })
}

/** The line that says what was noticed: by a rule that differs, not by a text that does not run. */
function noticed({ said }: Ran): string | null {
  const line = said.split('\n').find((one) => /^(seed \d+: |wrong: | *not ok \d+ - [A-Z]\d)/.test(one))
  return line === undefined ? null : line.trim().slice(0, 160)
}

/** A copy of the product in a new folder. */
function copyOf(): string {
  const folder = mkdtempSync(join(tmpdir(), 'claviger-mutants-'))
  for (const name of copied) cpSync(join(root, name), join(folder, name), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  return folder
}

const wanted = mutants.filter(
  ({ name }, index) =>
    index + 1 >= Number(values.from) &&
    (values.only === undefined || values.only === String(index + 1) || name.includes(values.only)),
)
const folders = Array.from({ length: Number(values.lanes) }, copyOf)
let caught = 0
const wrong: string[] = []

/** What ran without a fault: it must pass, or that a fault is noticed says nothing. */
const sound = new Map<string, Promise<boolean>>()

async function passesWithoutFault(folder: string, kind: Kind): Promise<boolean> {
  const ran = await run(folder, kind)
  if (ran.caught) wrong.push(`without a fault the run ${nameOf(kind)} fails:\n${ran.said.slice(-3000)}`)
  console.log(`no fault, ${nameOf(kind)}: ${ran.caught ? 'FAILS' : 'passes'}, ${ran.seconds.toFixed(0)} s`)
  return !ran.caught
}

function isSound(folder: string, kind: Kind): Promise<boolean> {
  const known = sound.get(nameOf(kind)) ?? passesWithoutFault(folder, kind)
  sound.set(nameOf(kind), known)
  return known
}

async function withFault(folder: string, mutant: Mutant): Promise<void> {
  if (!(await isSound(folder, mutant))) return
  const file = join(folder, mutant.file)
  const text = readFileSync(file, 'utf8')
  try {
    writeFileSync(file, planted(text, mutant))
    const ran = await run(folder, mutant)
    const how = noticed(ran)
    if (ran.caught && how !== null) caught++
    else wrong.push(`${mutant.name}: ${ran.caught ? `does not run:\n${ran.said.slice(-1500)}` : 'was not noticed'}`)
    const where = `${mutants.indexOf(mutant) + 1}. ${mutant.name} (${nameOf(mutant)}, ${ran.seconds.toFixed(0)} s)`
    console.log(`${where}\n     ${how ?? 'NOT CAUGHT'}`)
  } catch (error) {
    wrong.push(String(error))
  } finally {
    writeFileSync(file, text)
  }
}

const began = performance.now()
try {
  const left = [...wanted]
  await Promise.all(
    folders.map(async (folder) => {
      for (let next = left.shift(); next !== undefined; next = left.shift()) await withFault(folder, next)
    }),
  )
} finally {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
}
for (const sentence of wrong) console.log(`wrong: ${sentence}`)
process.exitCode = wrong.length === 0 && caught > 0 ? 0 : 1
console.log(`${((performance.now() - began) / 1000).toFixed(0)} s`)
console.log(`${caught} passed, ${wrong.length} failed`)
