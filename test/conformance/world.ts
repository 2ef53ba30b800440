import assert from 'node:assert/strict'
import { randomBytes, randomUUID } from 'node:crypto'
import { request as httpRequest } from 'node:http'
import { createServer as createNetServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { IncomingHttpHeaders } from 'node:http'
import { accessOperations } from '#access'
import { appointmentOperations } from '#appointments'
import { recordEntry } from '#audit'
import { levelOfOperation, loadCatalogue, type Catalogue, type OperationCode } from '#catalogue'
import { inTransaction, writesOf, type Store } from '#database'
import { Following, IndexSide } from '#decision-point'
import { createClient, type ClientDescription } from '#decisions'
import { enterpriseOperations } from '#enterprises'
import { createServer, type SignedIn } from '#http'
import { formatNationalNumber, instant, instantFromIso, makeEnterpriseNumber, makeNationalNumber } from '#kernel'
import type { AssuranceLevel, EnterpriseId, EnterpriseNumber, Instant, NationalNumber, PersonId } from '#kernel'
import { perform, type Operation, type PerformDeps } from '#operations'
import { generateKeyFile, parseKeyFile } from '#keys'
import { type NamePart } from '#kernel'
import { personForNationalNumber, rememberName } from '#people'
import { enterEnterprise, enterRepresentation } from '#register'
import { html } from '#ui'
import {
  apiRoutes,
  authzenHandlers,
  newTrafficCells,
  Traffic,
  trafficCounts,
  type ApiDeps,
  type TrafficCounts,
} from '../../src/api/index.ts'

export interface Someone {
  readonly id: PersonId
  readonly number: NationalNumber
  readonly givenName: string
  readonly familyName: string
}

export interface Firm {
  readonly id: EnterpriseId
  readonly number: EnterpriseNumber
}

const catalogueFolder = join(import.meta.dirname, '../../catalogue/belgium')

const random = (sizeBytes: number): Uint8Array => new Uint8Array(randomBytes(sizeBytes))

function ring() {
  const parsed = parseKeyFile(generateKeyFile(random))
  if (!parsed.ok) throw new Error(parsed.error)
  return parsed.value
}

function momentOf(iso: string): Instant {
  const parsed = instantFromIso(iso)
  if (!parsed.ok) throw new Error(parsed.error)
  return parsed.value
}

const newSecrets = () => ({ people: { cipher: ring(), lookup: ring() }, subject: random(32) })

/** A store with people and enterprises made by the product's own operations. */
export class World {
  readonly store: Store
  readonly catalogue: Catalogue
  readonly deps: ApiDeps & PerformDeps
  readonly log: Record<string, unknown>[] = []
  now = momentOf('2026-11-21T09:00:00Z')
  #sequence = 0

  constructor(store: Store, catalogue: Catalogue, secrets = newSecrets()) {
    this.store = store
    this.catalogue = catalogue
    this.deps = {
      store,
      catalogue: () => catalogue,
      keys: secrets.people,
      clock: { now: () => this.now },
      newId: () => randomUUID(),
      random,
      masterKey: secrets.subject,
      publicUrl: 'http://127.0.0.1:1',
      log: { error: (entry) => this.log.push(entry) },
    }
  }

  get ports() {
    return { now: this.now, newId: this.deps.newId, random }
  }

  /** A person who has signed in before, so that their name is known. */
  async someone(givenName: string, familyName: string): Promise<Someone> {
    this.#sequence += 1
    const number = makeNationalNumber({ year: 1980, month: 5, day: 10, counter: this.#sequence })
    const { value } = await inTransaction(this.store, async (trx) => {
      const id = await personForNationalNumber(trx, this.deps.keys, number, this.deps.newId, this.now)
      await rememberName(trx, id, { givenName: givenName as NamePart, familyName: familyName as NamePart }, this.now)
      return id
    })
    return { id: value, number, givenName, familyName }
  }

  /** An enterprise in the register, with a director who acts alone. */
  async firm(
    sequence: number,
    representative: Someone,
    power: 'alone' | 'jointly' = 'alone',
    others: readonly Someone[] = [],
  ): Promise<Firm> {
    const number = makeEnterpriseNumber(sequence)
    const since = momentOf('2020-01-01T00:00:00Z')
    const { value } = await inTransaction(this.store, async (trx) => {
      const id = await enterEnterprise(
        trx,
        {
          number,
          name: `Firm ${sequence}`,
          kind: 'legal-person',
          legal_form: '014',
          situation: '000',
          status: 'active',
          address: 'Markt 1, 8000 Brugge',
          rsz_number: '1234567',
        },
        since,
        this.ports,
      )
      for (const person of [representative, ...others]) {
        const held = { enterprise: id, person: person.id, functionCode: '10002', power }
        await enterRepresentation(trx, held, since, this.ports)
      }
      const act = { event: 'register-loaded', enterpriseId: id, via: 'system', facts: [], details: {} } as const
      await recordEntry(trx, act, this.ports)
      return id
    })
    return { id: value, number }
  }

  /** Carries an operation out, a second later than the one before; throws when it is refused. */
  async does<I, R>(
    who: Someone,
    firm: Firm,
    operation: Operation<I, R>,
    input: object = {},
    level: AssuranceLevel = 450,
  ) {
    this.now = instant(this.now + 1000)
    const actor = { person: who.id, level, key: 'eid', via: 'api' } as const
    const parsed = operation.input.parse(input)
    const done = await perform(this.deps, operation, firm.number, actor, parsed)
    if (!done.allowed) throw new Error(`${operation.code} is refused: ${done.reason}`)
    return done
  }

  async client(description: Partial<ClientDescription> & { name: string }): Promise<{ id: string; token: string }> {
    const whole = { services: [], seesChain: false, levelCap: null, nationalNumberPurpose: null, ...description }
    const { value } = await inTransaction(this.store, (trx) => createClient(trx, whole, this.ports))
    return value
  }
}

export const typed = ({ number, givenName, familyName }: Someone) => ({ nationalNumber: number, givenName, familyName })
export const writtenNumber = ({ number }: Someone): string => formatNationalNumber(number)

export async function worldIn(store: Store, secrets = newSecrets()): Promise<World> {
  const loaded = await loadCatalogue(catalogueFolder)
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
  return new World(store, loaded.value, secrets)
}

/** An enterprise at work: a representative, a chief, an access manager of social security, a user with Dimona, and strangers. */
export async function busyWorld(store: Store, secrets?: ReturnType<typeof newSecrets>) {
  const world = await worldIn(store, secrets)
  const an = await world.someone('An', 'Peeters')
  const bert = await world.someone('Bert', 'Claes')
  const chantal = await world.someone('Chantal', 'Dubois')
  const dirk = await world.someone('Dirk', 'Maes')
  const eva = await world.someone('Eva', 'Stranger')
  const alfa = await world.firm(111, an)
  const beta = await world.firm(222, eva)
  const { registerEnterprise, activateCapacity } = enterpriseOperations
  const { appointChief, appointAccessManager, acceptAppointment } = appointmentOperations
  await world.does(an, alfa, registerEnterprise)
  const chief = await world.does(an, alfa, appointChief, { ...typed(bert), ground: 'employee' })
  await world.does(bert, alfa, acceptAppointment, { appointment: chief.result.appointment })
  await world.does(bert, alfa, activateCapacity, { capacity: 'employer' })
  const manager = await world.does(bert, alfa, appointAccessManager, {
    ...typed(chantal),
    ground: 'employee',
    domain: 'social-security',
  })
  await world.does(chantal, alfa, acceptAppointment, { appointment: manager.result.appointment })
  await world.does(chantal, alfa, accessOperations.createUser, {
    ...typed(dirk),
    capacity: 'employer',
    services: ['dimona'],
  })
  return { world, an, bert, chantal, dirk, eva, alfa, beta }
}

export interface Asked {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Buffer
}
export interface Told {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
  /** The JSON of the answer, as the test expects it to be. */
  json<T = Readonly<Record<string, unknown>>>(): T
}

/** The product's interfaces on the loopback. */
export interface Running {
  readonly origin: string
  ask(path: string, asked?: Asked): Promise<Told>
  /** A token of the person for the administration interface. */
  tokenOf(who: Someone, level?: AssuranceLevel): string
  /** How many requests the index answered, and how many the store. */
  traffic(): TrafficCounts
  /** Waits until the index answers, where it is asked. */
  settle(): Promise<void>
  stop(): Promise<void>
}

async function freePort(): Promise<number> {
  const probe = createNetServer()
  await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done))
  const { port } = probe.address() as AddressInfo
  await new Promise((done) => probe.close(done))
  return port
}

function ask(origin: string, path: string, { method = 'GET', headers = {}, body }: Asked = {}): Promise<Told> {
  return new Promise((resolve, reject) => {
    const length =
      body === undefined || headers['transfer-encoding'] ? {} : { 'content-length': String(Buffer.byteLength(body)) }
    const sent = httpRequest(new URL(path, origin), { method, headers: { ...length, ...headers } }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () => {
        const text = Buffer.concat(chunks).toString()
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text, json: () => JSON.parse(text) })
      })
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

const monotonicMs = (): number => performance.now()

/** Serves both interfaces by the product's own web edge; `answers`: where the decision interface has its answers from. */
export async function serveWorld(world: World, answers: 'store' | 'index' = 'store'): Promise<Running> {
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const deps = { ...world.deps, publicUrl: origin }
  const tokens = new Map<string, SignedIn>()
  const cells = newTrafficCells()
  const writes = writesOf(deps.store)
  const side = new IndexSide({ reader: 0, catalogue: deps.catalogue, clock: deps.clock, monotonicMs, writes })
  let builds = 0
  const following =
    answers === 'index'
      ? new Following({
          ...deps,
          writes,
          monotonicMs,
          log: { warn: (entry) => void world.log.push(entry) },
          onStanding: (standing, told) => {
            builds = told.built.store
            side.tell(standing)
          },
        })
      : null
  const server = createServer({
    settings: { publicUrl: origin, host: '127.0.0.1', port, trustedProxies: [], language: 'en', csrfKey: random(32) },
    routes: apiRoutes(deps),
    rawHandlers: authzenHandlers(deps, side, new Traffic(cells, monotonicMs)),
    sessions: { load: () => Promise.resolve(null) },
    accessTokens: { load: (token) => Promise.resolve(tokens.get(token) ?? null) },
    levelOf: (operation) => levelOfOperation(world.catalogue, operation as OperationCode),
    ready: () => Promise.resolve(true),
    desk: { nl: '', fr: '', de: '', en: '' },
    frame: () => html`<p>page</p>`,
    clock: deps.clock,
    newId: deps.newId,
    randomBytes: random,
    log: {
      info: () => undefined,
      warn: () => undefined,
      error: (entry: Record<string, unknown>) => void world.log.push(entry),
    } as never,
  })
  await server.listen()
  return {
    origin,
    ask: (path, asked) => ask(origin, path, asked),
    tokenOf(who, level = 450) {
      const token = Buffer.from(random(32)).toString('base64url')
      const person = { id: who.id, givenName: who.givenName as NamePart, familyName: who.familyName as NamePart }
      tokens.set(token, { person, level, key: 'eid', signedInAt: world.now, fresh: true })
      return token
    },
    traffic: () => trafficCounts([cells]),
    async settle() {
      if (following === null) return
      while (side.fresh() === null) {
        assert.equal(builds < 6, true, `the index does not hold: ${JSON.stringify(world.log.at(-1))}`)
        await wait(5)
      }
    },
    async stop() {
      await server.stop({ timeLimitMs: 1000 })
      await following?.stop()
    },
  }
}
