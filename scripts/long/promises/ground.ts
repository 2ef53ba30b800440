import { randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { recordEntry } from '#audit'
import type { Catalogue } from '#catalogue'
import { factWriter, inTransaction, migrate, openPostgres, type FactWriter, type Store } from '#database'
import { createClient } from '#decisions'
import {
  instant,
  makeEnterpriseNumber,
  type EnterpriseId,
  type EnterpriseNumber,
  type Instant,
  type PersonId,
} from '#kernel'
import { clientKeyOf, subjectOf } from '#keys'
import type { PerformDeps } from '#operations'
import { makeKeyFiles, readKeys } from '#settings'
import { catalogueIn, publishFiles } from '../../../src/cli/publish.ts'
import { systemClock, systemNewId, systemRandom } from '../../../src/system.ts'
import { removeCluster, startCluster, type TestPostgres } from '../../../test/support/postgres.ts'

const dayMs = 86_400_000

/** Somebody about whom is asked: a user with one service of one group. */
export interface User {
  readonly enterprise: EnterpriseNumber
  readonly enterpriseId: EnterpriseId
  readonly chief: PersonId
  readonly person: PersonId
  /** How the online service names them. */
  readonly subject: string
}

export const group = 'employer'
export const service = 'dimona'
const domain = 'social-security'

export interface Ground {
  readonly folder: string
  readonly url: string
  readonly keysDir: string
  readonly clientId: string
  readonly token: string
  readonly deps: PerformDeps
  readonly users: readonly User[]
  /** Users whose right ends in thirty days, and such whose right begins then; nobody writes about them. */
  readonly ending: readonly User[]
  readonly beginning: readonly User[]
  /** When that is. */
  readonly turn: Instant
  /** Starts the server again, or finds it running. */
  server(): Promise<TestPostgres>
  end(): Promise<void>
}

interface Size {
  readonly enterprises: number
  readonly usersEach: number
  /** Whether what was committed must survive the end of the server. */
  readonly durable: boolean
  readonly sessions: number
}

const period = (from: number, until: number | null = null) => ({
  from: instant(from),
  until: until === null ? null : instant(until),
})

interface Made {
  readonly number: EnterpriseNumber
  readonly id: EnterpriseId
  readonly chief: PersonId
  readonly persons: readonly PersonId[]
}

/** An enterprise with a representative who is chief, an open group, and its users; each right with its own dates. */
async function writeEnterprise(facts: FactWriter, made: Made, rights: readonly ReturnType<typeof period>[]) {
  const since = period(systemClock.now() - 400 * dayMs)
  const enterprise_id = made.id
  const record = {
    name: 'Promised',
    kind: 'legal-person',
    legal_form: '610',
    situation: '000',
    status: 'active',
  } as const
  await facts.record(
    'enterprise_record',
    { enterprise_id, number: made.number, ...record, address: null, rsz_number: '012545297' },
    since,
  )
  const represents = { holder_enterprise_id: null, end_reason: null, function_code: '10002', power: 'alone' } as const
  const basis = await facts.record('representation', { enterprise_id, person_id: made.chief, ...represents }, since)
  const by = { by_person: made.chief, by_basis: basis.fact_id }
  await facts.record('account', { enterprise_id, state: 'active', ebox: true, ...by }, since)
  const seat = { office: 'chief-access-manager', scope: '', person_id: made.chief, state: 'active' } as const
  const rest = { ground: 'employee', term_until: null, waits_for: null, begins_at: null } as const
  await facts.record('appointment', { enterprise_id, ...seat, ...rest, ...by }, since)
  await facts.record('domain_activation', { enterprise_id, domain, ...by }, since)
  await facts.record('capacity_activation', { enterprise_id, domain, capacity: group, ...by }, since)
  for (const [place, person_id] of made.persons.entries()) {
    const dates = rights[place] ?? since
    const { fact_id: membership_id } = await facts.record(
      'membership',
      { enterprise_id, capacity: group, person_id, ...by },
      dates,
    )
    await facts.record(
      'authorisation',
      { enterprise_id, membership_id, capacity: group, person_id, service, ...by },
      dates,
    )
  }
}

async function makeEnterprise(
  store: Store,
  sequence: number,
  rights: readonly ReturnType<typeof period>[],
): Promise<Made> {
  const made: Made = {
    number: makeEnterpriseNumber(6_000_000 + sequence),
    id: systemNewId() as EnterpriseId,
    chief: systemNewId() as PersonId,
    persons: rights.map(() => systemNewId() as PersonId),
  }
  const ports = { now: instant(systemClock.now() - dayMs), newId: systemNewId }
  await inTransaction(store, async (trx) => {
    const people = [made.chief, ...made.persons].map((id) => ({ id, created_at: ports.now }))
    await trx.insertInto('person').values(people).execute()
    await trx.insertInto('enterprise').values({ id: made.id, created_at: ports.now }).execute()
    await writeEnterprise(factWriter(trx, ports), made, rights)
    await recordEntry(
      trx,
      { event: 'facts-set', via: 'cli', facts: [], details: {} },
      { ...ports, random: systemRandom },
    )
  })
  return made
}

const catalogueFolder = fileURLToPath(new URL('../../../catalogue/belgium', import.meta.url))

/** The catalogue, and an online service that may ask about everything. */
async function furnish(store: Store, catalogue: Catalogue): Promise<{ id: string; token: string }> {
  const ports = { now: systemClock.now(), newId: systemNewId, random: systemRandom }
  const { problems } = await publishFiles(store, catalogue, { ...ports, via: 'cli' })
  if (problems.length > 0) throw new Error(`The catalogue was not published: ${JSON.stringify(problems)}`)
  const described = {
    name: 'Asks',
    services: [...catalogue.services.keys()],
    seesChain: false,
    levelCap: 500 as const,
    nationalNumberPurpose: null,
  }
  const { value } = await inTransaction(store, async (trx) => {
    const created = await createClient(trx, described, ports)
    await recordEntry(trx, { event: 'client-created', via: 'cli', facts: [], details: { client: created.id } }, ports)
    return created
  })
  return value
}

/** Everybody about whom is asked. */
async function settle(store: Store, size: Size, named: Uint8Array) {
  const turn = instant(Math.floor(systemClock.now() / dayMs) * dayMs + 30 * dayMs)
  const since = systemClock.now() - 300 * dayMs
  const usersOf = ({ number, id, chief, persons }: Made): User[] =>
    persons.map((person) => ({
      enterprise: number,
      enterpriseId: id,
      chief,
      person,
      subject: subjectOf(named, person),
    }))
  const users: User[] = []
  for (let one = 0; one < size.enterprises; one++) {
    const rights = Array.from({ length: size.usersEach }, () => period(since))
    users.push(...usersOf(await makeEnterprise(store, one, rights)))
  }
  const dated = async (sequence: number, dates: ReturnType<typeof period>) =>
    usersOf(
      await makeEnterprise(
        store,
        sequence,
        Array.from({ length: 5 }, () => dates),
      ),
    )
  return {
    users,
    turn,
    ending: await dated(size.enterprises, period(since, turn)),
    beginning: await dated(size.enterprises + 1, period(turn)),
  }
}

/** A server of its own with a small world in it; `settingsIn` tells more lines of its configuration. */
export async function makeGround(
  size: Size,
  settingsIn: (folder: string) => readonly string[] = () => [],
): Promise<Ground> {
  const folder = mkdtempSync(join(tmpdir(), 'claviger-promises-'))
  // As root the server runs as another user, who must be able to enter.
  chmodSync(folder, 0o755)
  const cluster = join(folder, 'cluster')
  const settings = settingsIn(folder)
  const server = () => startCluster(cluster, { durable: size.durable, settings })
  const url = new URL((await server()).url).href
  const keysDir = join(folder, 'keys')
  mkdirSync(keysDir, { mode: 0o700 })
  await makeKeyFiles(keysDir, systemRandom)
  const keys = await readKeys(keysDir)
  const store = await openPostgres({
    url,
    sessionsMax: size.sessions,
    connectTimeoutMs: 5000,
    onFault: () => undefined,
  })
  await migrate(store, { now: systemClock.now(), newId: systemNewId })
  const catalogue = await catalogueIn(catalogueFolder)
  const client = await furnish(store, catalogue)
  const named = clientKeyOf(keys.subject, client.id)
  const settled = await settle(store, size, named)
  const deps: PerformDeps = {
    store,
    catalogue: () => catalogue,
    keys: keys.people,
    clock: systemClock,
    newId: systemNewId,
    random: (bytes) => new Uint8Array(randomBytes(bytes)),
  }
  const end = async () => {
    await store.close()
    await removeCluster(cluster)
    rmSync(folder, { recursive: true, force: true })
  }
  // Whoever ends the run by hand leaves no server behind.
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void end().finally(() => process.exit(1)))
  return {
    folder,
    url,
    keysDir,
    clientId: client.id,
    token: client.token,
    deps,
    ...settled,
    server,
    end,
  }
}
