// npm run mutants [-- --only <number or part of a name>] [--from <number>]
//
// Plants each fault in a copy of the product and runs what must notice it. The copy without a fault must pass first.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { mutants, type Mutant } from './mutants.ts'

const { values } = parseArgs({ options: { only: { type: 'string' }, from: { type: 'string', default: '1' } } })
const root = fileURLToPath(new URL('../..', import.meta.url))
const copied = [
  'src',
  'catalogue',
  'migrations',
  'package.json',
  'scripts',
  'test/histories',
  'test/reference',
  'test/support',
]

const histories = ['test/histories/main.ts', '--lacking', 'ignore', '--stop-at', '1', '--no-shrink', '--seed', '7000']
const commands: Record<Mutant['by'], string[]> = {
  memory: [...histories, '--runs', '1200', '--questions', '0.02'],
  postgres: [...histories, '--runs', '20', '--questions', '0.02', '--store', 'postgres'],
  races: ['scripts/long/races.ts', '--runs', '96'],
}

type Ran = { caught: boolean; said: string }

function run(folder: string, by: Mutant['by']): Ran {
  const ran = spawnSync(process.execPath, commands[by], { cwd: folder, encoding: 'utf8', timeout: 600_000 })
  const said = `${ran.stdout}\n${ran.stderr}`
  return { caught: ran.status !== 0, said }
}

/** The line that says what was noticed: by a rule that differs, not by a text that does not run. */
function noticed({ said }: Ran): string | null {
  const line = said.split('\n').find((one) => /^(seed \d+: |wrong: )/.test(one))
  return line === undefined ? null : line.slice(0, 160)
}

/** The mutant's text with its fault; throws when what it is about is not there, or is there twice. */
function planted(text: string, { name, file, find, replace }: Mutant): string {
  const words = find.split(/\s+/).map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  const pattern = new RegExp(words.join('\\s+'), 'g')
  const found = text.match(pattern)?.length ?? 0
  if (found !== 1) throw new Error(`${name}: its text is ${found} times in ${file}: change test/mutants/mutants.ts`)
  return text.replace(pattern, () => replace)
}

const folder = mkdtempSync(join(tmpdir(), 'claviger-mutants-'))
let caught = 0
const wrong: string[] = []
try {
  for (const name of copied) cpSync(join(root, name), join(folder, name), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  const wanted = mutants.filter(
    ({ name }, index) =>
      index + 1 >= Number(values.from) &&
      (values.only === undefined || values.only === String(index + 1) || name.includes(values.only)),
  )
  for (const by of new Set(wanted.map((one) => one.by))) {
    const sound = run(folder, by)
    if (sound.caught) wrong.push(`without a fault the run ${by} fails:\n${sound.said.slice(-3000)}`)
    console.log(`no fault, ${by}: ${sound.caught ? 'FAILS' : 'passes'}`)
  }
  for (const mutant of wrong.length > 0 ? [] : wanted) {
    const file = join(folder, mutant.file)
    const text = readFileSync(file, 'utf8')
    try {
      writeFileSync(file, planted(text, mutant))
      const ran = run(folder, mutant.by)
      const how = noticed(ran)
      if (ran.caught && how !== null) caught++
      else wrong.push(`${mutant.name}: ${ran.caught ? `does not run:\n${ran.said.slice(-1500)}` : 'was not noticed'}`)
      console.log(`${mutants.indexOf(mutant) + 1}. ${mutant.name} (${mutant.by})\n     ${how ?? 'NOT CAUGHT'}`)
    } catch (error) {
      wrong.push(String(error))
    } finally {
      writeFileSync(file, text)
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
for (const sentence of wrong) console.log(`wrong: ${sentence}`)
process.exitCode = wrong.length === 0 && caught > 0 ? 0 : 1
console.log(`${caught} passed, ${wrong.length} failed`)
