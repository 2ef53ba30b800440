import { DataFolderInUse, DoorFault, knock, openDoor, SchemaTooNew } from '#database'
import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { pino } from 'pino'
import { ZodError } from 'zod'
import { openHouse, systemRandom } from '../compose.ts'
import { BadSetting, makeKeyFiles, readSettings, type Settings } from '#settings'
import { commandHandler, commandNames, Refusal } from './commands.ts'

const usage = `claviger <command> [options]

  trial-world --json                      print the fictional world of the trial
  token --person <id> --level <n>         make a person's token for the interface (trial only)
  client create --name <name> --services <code,code> [--sees-chain] [--level-cap <n>]
                [--national-number-purpose <text>]
                                          register an online service; its token is printed once
  migrate                                 bring the store to this version
  seed                                    fill an empty trial store with the fictional world
  export [--out <file>]                   write the store as SQL for an empty, migrated PostgreSQL
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
    },
  })
  const { json, help, out, ...args } = values
  return { command: positionals.join(' '), args, json, help, out }
}

/** By the door of a running trial, else in a store that is opened for this one command. */
async function run(settings: Settings, command: string, args: unknown): Promise<unknown> {
  if (settings.databaseUrl === null) {
    const answered = await knock(settings.dataDir, command, args)
    if (answered !== null) return answered.result
  }
  const door =
    settings.databaseUrl === null
      ? await openDoor(settings.dataDir, () => Promise.reject(new Refusal('Another command is at work')))
      : null
  try {
    const house = await openHouse(settings, pino({ level: 'silent' }))
    try {
      return await commandHandler(house)(command, args)
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
  const answer = await run(settings, command, args)
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
