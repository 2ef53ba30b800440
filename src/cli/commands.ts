import { recordEntry } from '#audit'
import { createClient } from '#decisions'
import { constraintOf, inTransaction } from '#database'
import { assuranceLevels, isUuid, type AssuranceLevel, type PersonId } from '#kernel'
import { rekeyAccounts } from '#accounts'
import { people, personById } from '#people'
import { createAccessToken } from '#sign-in'
import { z } from 'zod'
import { exportScript } from './export.ts'
import type { House } from './house.ts'
import { importCommands } from './import-register.ts'
import { publish } from './publish.ts'
import { Refusal } from './refusal.ts'
import { letterCommands } from './letters.ts'
import { restored } from './restored.ts'
import { seedTrialWorld } from './trial/seed.ts'
import { describeTrialWorld } from './trial/describe.ts'

const levelField = z.coerce
  .number()
  .refine((level): level is AssuranceLevel => assuranceLevels.some((one) => one === level))

const inputs = {
  token: z.strictObject({
    person: z.string(),
    level: levelField,
    hours: z.coerce.number().positive().max(24).default(8),
  }),
  client: z.strictObject({
    name: z.string().min(1).max(100),
    services: z.string().default(''),
    'sees-chain': z.boolean().default(false),
    'level-cap': levelField.optional(),
    'national-number-purpose': z.string().min(3).max(200).optional(),
  }),
}

function trialOnly(house: House, command: string): void {
  if (!house.settings.trial) throw new Refusal(`${command} is for the trial only: in production people sign in`)
}

async function trialWorld(house: House): Promise<unknown> {
  trialOnly(house, 'trial-world')
  const world = await describeTrialWorld(house)
  if (!world) throw new Refusal('The store does not hold the trial world: run `claviger seed` on an empty store')
  return world
}

async function token(house: House, args: unknown): Promise<unknown> {
  trialOnly(house, 'token')
  const { person, level, hours } = inputs.token.parse(args)
  const known = isUuid<PersonId>(person) ? await personById(house.store.reader, person) : null
  if (!known) throw new Refusal('There is no person of that id: `claviger trial-world --json` lists them')
  const key = [...house.catalogue().keys.values()].find((one) => one.level === level)
  if (!key) throw new Refusal(`No digital key has level ${level}`)
  const validityMs = hours * 60 * 60 * 1000
  return { token: await createAccessToken(house, { personId: known.id, level, keyCode: key.code, validityMs }) }
}

async function clientCreate(house: House, args: unknown): Promise<unknown> {
  const asked = inputs.client.parse(args)
  const services = asked.services
    .split(',')
    .map((code) => code.trim())
    .filter((code) => code !== '')
  const unknown = services.filter((code) => !house.catalogue().services.has(code))
  if (unknown.length > 0) throw new Refusal(`The catalogue has no service ${unknown.join(', ')}`)
  const now = house.clock.now()
  const ports = { now, newId: house.newId, random: house.random }
  const description = {
    name: asked.name,
    services,
    seesChain: asked['sees-chain'],
    levelCap: asked['level-cap'] ?? null,
    nationalNumberPurpose: asked['national-number-purpose'] ?? null,
  }
  try {
    const { value } = await inTransaction(house.store, async (trx) => {
      const created = await createClient(trx, description, ports)
      await recordEntry(trx, { event: 'client-created', via: 'cli', facts: [], details: { client: created.id } }, ports)
      return created
    })
    return value
  } catch (fault) {
    if (constraintOf(fault) === 'client_name_key') throw new Refusal(`There is a client called ${asked.name} already`)
    throw fault
  }
}

async function seed(house: House): Promise<unknown> {
  trialOnly(house, 'seed')
  const anybody = await house.store.reader.selectFrom('person').select('id').limit(1).executeTakeFirst()
  if (anybody) throw new Refusal('The store is not empty: the fictional world goes only into an empty one')
  await seedTrialWorld(house, house.world, house.clock.now())
  return { seeded: true }
}

/** Moves every national number to the current keys of the files; can be stopped and run again. */
async function rekeyNumbers(house: House): Promise<unknown> {
  let moved = 0
  for await (const progress of people.rekey(house.store, house.keys, 500)) moved = progress.movedInAll
  return { moved, movedAppSecrets: await rekeyAccounts(house.store, house.keys) }
}

/** What an operator can ask; each answers with what is printed as JSON. */
const commands: Readonly<Record<string, (house: House, args: unknown) => Promise<unknown>>> = {
  'trial-world': trialWorld,
  token,
  'client create': clientCreate,
  seed,
  rekey: rekeyNumbers,
  // Opening the house has migrated it: the answer only says that it is so.
  migrate: (house) => Promise.resolve({ migrated: true, store: house.store.kind }),
  ...importCommands,
  ...letterCommands,
  publish,
  restored,
  export: (house) => exportScript(house.store).then((script) => ({ script })),
}

export const commandNames: readonly string[] = Object.keys(commands)

/** Runs commands in this house: for the server's admin door, and for the command line when no server runs. */
export function commandHandler(house: House): (command: string, args: unknown) => Promise<unknown> {
  return (command, args) => {
    const run = Object.hasOwn(commands, command) ? commands[command] : undefined
    if (!run) throw new Refusal(`There is no command ${command}: ${commandNames.join(', ')}`)
    return run(house, args)
  }
}
