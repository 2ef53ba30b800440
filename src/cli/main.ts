import { DataFolderInUse, DoorFault, knock, openDoor, SchemaTooNew } from '#database'
import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { pino } from 'pino'
import { ZodError } from 'zod'
import { openHouse } from '../compose.ts'
import { systemRandom } from '../system.ts'
import { BadSetting, makeKeyFiles, readSettings, type Settings } from '#settings'
import { commandHandler, commandNames } from './commands.ts'
import { withProgress } from './progress.ts'
import { letterFolder, writeLetters } from './letter-files.ts'
import { Refusal } from './refusal.ts'

const usage = `claviger <command> [options]

  trial-world --json                      print the fictional world of the trial
  token --person <id> --level <n>         make a person's token for the interface (trial only)
  client create --name <name> --services <code,code> [--sees-chain] [--level-cap <n>]
                [--national-number-purpose <text>]
                                          register an online service; its token is printed once
  migrate                                 bring the store to this version
  seed                                    fill an empty trial store with the fictional world
  restored [--reconciled]                 whether the store was put back to an earlier moment; with --reconciled: what
                                          was lost has been done again, and decisions are given again
  export [--out <file>]                   write the store as SQL for an empty, migrated PostgreSQL
  publish [--preview]                     bring the catalogue's files into the store, or say what that would change
  import register <folder or ZIP> [--with-activities] [--accept-cessations] [--again]
                                          bring a set of the enterprise register into the store
  import supplement <folder or ZIP> [--again]
                                          representatives, changed numbers and employers, which the set lacks
  import status                           the sets applied, and the one under way
  letters list                            what waits to be sent by post, and what was taken last
  letters take --out <folder> [--again]   write what waits as PDF files, one a letter, and mark it as taken;
                                          with --again those of the last taking once more
  keys                                    make the key files that are missing, in KEYS_DIR
  rekey                                   move national numbers to the current keys

The same settings as the server's (DATA_DIR, DATABASE_URL, KEYS_DIR, …) say which store. A running trial answers by its own door.
`

function parse(argv: readonly string[]) {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      json: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
      out: { type: 'string' },
      person: { type: 'string' },
      level: { type: 'string' },
      hours: { type: 'string' },
      name: { type: 'string' },
      services: { type: 'string' },
      'sees-chain': { type: 'boolean' },
      'level-cap': { type: 'string' },
      'national-number-purpose': { type: 'string' },
      'with-activities': { type: 'boolean' },
      'accept-cessations': { type: 'boolean' },
      again: { type: 'boolean' },
      preview: { type: 'boolean' },
      reconciled: { type: 'boolean' },
    },
  })
  const { json, help, out, ...args } = values
  const [first = '', second = '', path] = positionals
  const whole = positionals.length === 3 && path !== undefined && commandNames.includes(`${first} ${second}`)
  // A path means this folder, also where a running server does the work.
  if (whole) return { command: `${first} ${second}`, args: { ...args, path: resolve(path) }, json, help, out }
  return { command: positionals.join(' '), args, json, help, out }
}

/** By the door of a running trial, else in a store that is opened for this one command. */
async function run(settings: Settings, command: string, args: unknown): Promise<unknown> {
  if (settings.databaseUrl === null) {
    const asked = (name: string) => knock(settings.dataDir, name, {}).then((answered) => answered?.result ?? null)
    const answered = await withProgress(command, asked, () => knock(settings.dataDir, command, args))
    if (answered !== null) return answered.result
  }
  const door =
    settings.databaseUrl === null
      ? await openDoor(settings.dataDir, () => Promise.reject(new Refusal('Another command is at work')))
      : null
  try {
    const house = await openHouse(settings, pino({ level: 'silent' }))
    try {
      const handle = commandHandler(house)
      return await withProgress(
        command,
        (name) => handle(name, {}),
        () => handle(command, args),
      )
    } finally {
      await house.close()
    }
  } finally {
    await door?.close()
  }
}

async function main(): Promise<void> {
  const { command, args, help, out } = parse(process.argv.slice(2))
  if (help || command === '') return void process.stdout.write(usage)
  const settings = readSettings(process.env, process.cwd())
  if (command === 'keys') {
    const made = await makeKeyFiles(settings.keysDir, systemRandom)
    return void process.stdout.write(`${JSON.stringify({ folder: settings.keysDir, made })}\n`)
  }
  if (!commandNames.includes(command)) throw new Refusal(`There is no command ${command}\n\n${usage}`)
  // Before anything is taken: what is marked must find its folder.
  const folder = command === 'letters take' ? await letterFolder(out) : null
  const asked = await run(settings, command, args)
  const answer = folder === null ? asked : await writeLetters(folder, asked)
  const script = command === 'export' ? (answer as { script: string }).script : null
  if (script !== null && out !== undefined) await writeFile(out, script, { mode: 0o600 })
  else process.stdout.write(script ?? `${JSON.stringify(answer, null, 2)}\n`)
}

/** What the operator can mend is said in a line; anything else with its trace. */
function fail(fault: unknown): void {
  const kinds = [Refusal, BadSetting, DataFolderInUse, DoorFault, SchemaTooNew]
  const known = fault instanceof Error && (kinds.some((kind) => fault instanceof kind) || 'code' in fault)
  const text =
    fault instanceof ZodError
      ? fault.issues.map(({ path, message }) => `--${path.join('.')}: ${message}`).join('\n')
      : known
        ? fault.message
        : fault instanceof Error
          ? fault.stack
          : String(fault)
  process.stderr.write(`${text}\n`)
  process.exitCode = 1
}

await main().catch(fail)
