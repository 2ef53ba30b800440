import { DataFolderInUse, openDoor, SchemaTooNew, type Door } from '#database'
import { pino } from 'pino'
import { commandHandler } from './cli/commands.ts'
import type { FictionalWorld } from './cli/trial/world.ts'
import { openHouse, seedWhenEmpty, serve } from './compose.ts'
import { startDecisionNode } from './decision-node.ts'
import { BadSetting, readSettings } from '#settings'

/** What the operator can mend by themselves is said in one line; everything else is a fault, with its trace. */
const mendable = [BadSetting, DataFolderInUse, SchemaTooNew]

function fail(fault: unknown): never {
  const known = fault instanceof Error && (mendable.some((kind) => fault instanceof kind) || 'code' in fault)
  process.stderr.write(
    `Claviger does not start: ${known ? fault.message : fault instanceof Error ? fault.stack : String(fault)}\n`,
  )
  process.exit(1)
}

/** Whom to sign in as, in two columns; the trial's world says who there is. */
function signInLines(guides: FictionalWorld['guides']): string[] {
  const width = Math.max(0, ...guides.map(({ name }) => name.length))
  return guides.map(({ name, does }) => `  ${name.padEnd(width)}  ${does.en}`)
}

async function start(): Promise<void> {
  const settings = readSettings(process.env, process.cwd())
  const log = pino({ level: settings.logLevel })
  let commands: ((command: string, args: unknown) => Promise<unknown>) | null = null
  const door: Door | null =
    settings.databaseUrl === null
      ? await openDoor(settings.dataDir, (command, args) => {
          if (!commands) throw new Error('The server is starting: try again in a moment')
          return commands(command, args)
        })
      : null
  const house = await openHouse(settings, log)
  commands = commandHandler(house)
  const seeded = settings.trial && (await seedWhenEmpty(house))
  const running = await serve(house)
  log.info({ mode: settings.trial ? 'trial' : 'production', address: settings.publicUrl, seeded }, 'Claviger listens')
  if (settings.trial) {
    process.stdout.write(
      [
        '',
        'This is a trial, not production: nothing is real, and anybody may sign in as anybody.',
        `Open ${settings.publicUrl} and sign in as one of these:`,
        ...signInLines(house.world.guides),
        `Messages are shown at ${settings.publicUrl}/en/trial/outbox`,
        '',
      ].join('\n'),
    )
  }
  let stopping = false
  const stop = (signal: string): void => {
    if (stopping) return
    stopping = true
    log.info({ signal }, 'Claviger stops')
    running
      .stop()
      .then(() => door?.close())
      .then(() => process.exit(0), fail)
  }
  process.on('SIGTERM', () => stop('SIGTERM'))
  process.on('SIGINT', () => stop('SIGINT'))
}

async function startDecisions(): Promise<void> {
  const settings = readSettings(process.env, process.cwd())
  const log = pino({ level: settings.logLevel })
  const threads = Number(process.env['DECISION_THREADS'] ?? Number.NaN)
  const node = await startDecisionNode(settings, log, {
    ...(Number.isSafeInteger(threads) && threads > 0 ? { threads } : {}),
    keptIn: process.env['DECISION_FILE'] ?? null,
    onDeath: fail,
  })
  log.info({ port: node.port, metricsPort: node.metricsPort }, 'Claviger answers questions')
  let stopping = false
  const stop = (signal: string): void => {
    if (stopping) return
    stopping = true
    log.info({ signal, ...node.traffic() }, 'Claviger stops')
    node.stop().then(() => process.exit(0), fail)
  }
  process.on('SIGTERM', () => stop('SIGTERM'))
  process.on('SIGINT', () => stop('SIGINT'))
}

const [role] = process.argv.slice(2)
if (role === 'decisions') startDecisions().catch(fail)
else start().catch(fail)
