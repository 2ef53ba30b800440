import assert from 'node:assert/strict'
import { randomBytes, randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { recordEntry } from '#audit'
import { loadCatalogue, type Catalogue, type Role, type Service } from '#catalogue'
import { constraintOf, factsOf, factWriter, inTransaction } from '#database'
import type { FactReader, FactWriter, Store, Transaction } from '#database'
import { instant, makeNationalNumber } from '#kernel'
import type { AssuranceLevel, EnterpriseId, Instant, NationalNumber, PersonId } from '#kernel'
import { perform, performing } from '#operations'
import type { Actor, NoticeDraft, Operation, PerformDeps, Refused, Unit } from '#operations'
import { generateKeyFile, parseKeyFile, peopleKeys } from '#keys'
import { personForNationalNumber, rememberName, updateAccount } from '#people'
import type { KeyRing, Random } from '#keys'
import type { Email, NamePart } from '#kernel'
import { decide, pairFacts, type Answer } from '#rights'
import { PastLog } from './past-log.ts'
import { memoryFacts, type MemoryFacts } from './memory-facts.ts'
import { WorldEnterprise, type EnterpriseTraits } from './world-enterprise.ts'

const loaded = await loadCatalogue(fileURLToPath(new URL('../../catalogue/belgium', import.meta.url)))
assert.ok(loaded.ok, 'the Belgian catalogue loads')

/** The Belgian catalogue, as the product loads it. */
export const belgium: Catalogue = loaded.value

interface CatalogueChanges {
  services?: Record<string, Partial<Service>>
  roles?: Record<string, Partial<Role>>
  operations?: Partial<Catalogue['operations']>
}

function changedMap<T>(all: ReadonlyMap<string, T>, changes: Record<string, Partial<T>> = {}): ReadonlyMap<string, T> {
  const made = new Map(all)
  for (const [code, change] of Object.entries(changes)) {
    const before = all.get(code)
    assert.ok(before, `the catalogue has ${code}`)
    made.set(code, { ...before, ...change })
  }
  return made
}

/** The Belgian catalogue with some traits changed, where no entry of it has what a rule reads. */
export function belgiumWith(changes: CatalogueChanges): Catalogue {
  return {
    ...belgium,
    services: changedMap(belgium.services, changes.services),
    roles: changedMap(belgium.roles, changes.roles),
    operations: { ...belgium.operations, ...changes.operations },
  }
}

const dayMs = 24 * 60 * 60 * 1000
/** Saturday 21 November 2026, 11:00 in Brussels. */
const start = instant(Date.UTC(2026, 10, 21, 10))

interface WorldPerson {
  readonly id: PersonId
  readonly name: string
  readonly email: string | null
}

/** How somebody acts: at 450, by a page, unless the test says otherwise. */
export interface Manner {
  level?: AssuranceLevel
  via?: Actor['via']
}

/** What was done, with what only one of the two grounds tells: the drafts in memory, the reference on a store. */
export interface Deed<Result> {
  readonly allowed: true
  readonly result: Result
  readonly notices: readonly NoticeDraft[]
  readonly reference: string | null
  readonly revision: string | null
}

interface Asking {
  level?: AssuranceLevel | null
  capacity?: string
  at?: Instant
}

const random: Random = (sizeBytes) => new Uint8Array(randomBytes(sizeBytes))

function newRing(): KeyRing {
  const parsed = parseKeyFile(generateKeyFile(random))
  assert.ok(parsed.ok)
  return parsed.value
}

/** People and enterprises of one test, by the names that the test gives them; in memory, or on a store. */
export class World {
  readonly catalogue: Catalogue
  /** The moment that it is in this world. */
  now: Instant = start
  readonly #store: Store | null
  readonly #memory: MemoryFacts
  readonly #log = new PastLog()
  readonly #deps: PerformDeps | null
  readonly #persons = new Map<string, WorldPerson>()
  readonly #numbers = new Map<string, NationalNumber>()
  readonly #byNumber = new Map<NationalNumber, PersonId>()
  readonly #namedOtherwise = new Set<PersonId>()
  #newcomers: WorldPerson[] = []
  #newcomerEnterprises: WorldEnterprise[] = []
  #pending: ((facts: FactWriter) => Promise<unknown>)[] = []
  #enterprises = 0

  constructor(catalogue: Catalogue, store: Store | null) {
    this.catalogue = catalogue
    this.#store = store
    this.#memory = memoryFacts({ now: () => this.now, newId: randomUUID })
    this.#deps = store && {
      store,
      catalogue: () => catalogue,
      keys: peopleKeys(newRing(), newRing()),
      clock: { now: () => this.now },
      newId: randomUUID,
      random,
    }
  }

  /** What `perform` is given on a store. */
  get deps(): PerformDeps {
    assert.ok(this.#deps, 'this world is on a store')
    return this.#deps
  }

  /** The person of that name, entered at the first mention. */
  person(name: string, { email = null }: { email?: string | null } = {}): PersonId {
    const known = this.#persons.get(name)
    if (known) return known.id
    const person: WorldPerson = { id: randomUUID() as PersonId, name, email }
    this.#persons.set(name, person)
    this.#byNumber.set(this.numberOf(name), person.id)
    this.#newcomers.push(person)
    return person.id
  }

  /** The digital key tells another name of them than the one that was typed; in memory, where no names are kept. */
  namedOtherwise(name: string): this {
    assert.ok(!this.#store, 'on a store the name that the key told is remembered')
    this.#namedOtherwise.add(this.person(name))
    return this
  }

  /** A national number for the name, whether or not anybody of that name exists here. */
  numberOf(name: string): NationalNumber {
    const known = this.#numbers.get(name)
    if (known !== undefined) return known
    const index = this.#numbers.size
    const number = makeNationalNumber({
      year: 1960 + Math.floor(index / 900),
      month: 1 + (index % 12),
      day: 1,
      counter: 1 + (index % 900),
    })
    this.#numbers.set(name, number)
    return number
  }

  /** What a manager types to name somebody of this world. */
  typed(name: string): { nationalNumber: string; givenName: string; familyName: string } {
    this.person(name)
    return this.typedUnknown(name)
  }

  /** The same for somebody whose number nobody has entered yet. */
  typedUnknown(name: string): { nationalNumber: string; givenName: string; familyName: string } {
    return { nationalNumber: this.numberOf(name), givenName: capital(name), familyName: 'Peeters' }
  }

  /** A new enterprise of the register; nobody has registered it here until a `with…` says so. */
  enterprise(traits: Partial<EnterpriseTraits> = {}): WorldEnterprise {
    const enterprise = new WorldEnterprise(this, ++this.#enterprises, traits)
    this.#newcomerEnterprises.push(enterprise)
    return enterprise
  }

  /** So many days from now, or before it. */
  days(count: number): Instant {
    return instant(this.now + count * dayMs)
  }

  /** Time passes. */
  passes(time: { days?: number; minutes?: number }): this {
    this.now = instant(this.now + (time.days ?? 0) * dayMs + (time.minutes ?? 0) * 60_000)
    return this
  }

  /** Something that is so without an operation; written before anybody next acts or asks. */
  given(write: (facts: FactWriter) => Promise<unknown>): this {
    this.#pending.push(write)
    return this
  }

  /** The facts, for a test to look at. */
  async facts(): Promise<FactReader> {
    await this.settle()
    return this.#store ? factsOf(this.#store.reader) : this.#memory
  }

  /** The decision about a service; a role as `role:…`. At 500 and now, unless the test says otherwise. */
  async decides(name: string, where: WorldEnterprise, code: string, asking: Asking = {}): Promise<Answer> {
    const person = this.person(name)
    const facts = await pairFacts(await this.facts(), where.id, person)
    const action = code.startsWith('role:')
      ? { kind: 'role' as const, code: code.slice('role:'.length) }
      : { kind: 'service' as const, code }
    const { level = 500, capacity, at = this.now } = asking
    const question = { person, enterprise: where.id, action, level, at }
    return decide(this.catalogue, facts, capacity === undefined ? question : { ...question, capacity })
  }

  /** The answer in a word: the reason why it is permitted or denied. */
  async reason(name: string, where: WorldEnterprise, code: string, asking: Asking = {}): Promise<string> {
    const answer = await this.decides(name, where, code, asking)
    return `${answer.permit ? 'permit' : 'deny'}: ${answer.reason}`
  }

  /** Somebody does something, or is refused. */
  async acts<Input, Result>(
    name: string,
    where: WorldEnterprise,
    operation: Operation<Input, Result>,
    raw: object = {},
    manner: Manner = {},
  ): Promise<Refused | Deed<Result>> {
    const { level = 450, via = 'page' } = manner
    const actor: Actor = { person: this.person(name), level, key: 'itsme', via }
    await this.settle()
    const input = operation.input.parse(raw)
    if (!this.#store) return this.#inMemory(where.id, operation, actor, input)
    const done = await perform(this.deps, operation, where.number, actor, input)
    return done.allowed ? { ...done, notices: [] } : done
  }

  /** 'done', or why it is refused. */
  async tries<Input, Result>(
    name: string,
    where: WorldEnterprise,
    operation: Operation<Input, Result>,
    raw: object = {},
    manner: Manner = {},
  ): Promise<string> {
    const done = await this.acts(name, where, operation, raw, manner)
    return done.allowed ? 'done' : done.reason
  }

  /** Somebody does something; the test fails when it is refused. */
  async does<Input, Result>(
    name: string,
    where: WorldEnterprise,
    operation: Operation<Input, Result>,
    raw: object = {},
    manner: Manner = {},
  ): Promise<Deed<Result>> {
    const done = await this.acts(name, where, operation, raw, manner)
    assert.ok(done.allowed, `${operation.code}: ${done.allowed ? '' : done.reason}`)
    return done
  }

  async #inMemory<Input, Result>(
    enterprise: EnterpriseId,
    operation: Operation<Input, Result>,
    actor: Actor,
    input: Input,
  ): Promise<Refused | Deed<Result>> {
    const { facts, changes } = performing.watched(this.#memory)
    const unit: Unit = {
      facts,
      catalogue: this.catalogue,
      now: this.now,
      past: this.#log.past,
      personFor: async (_enterprise, { nationalNumber }) => {
        const known = (nationalNumber !== 'none' && this.#byNumber.get(nationalNumber)) || (randomUUID() as PersonId)
        if (nationalNumber !== 'none') this.#byNumber.set(nationalNumber, known)
        return known
      },
      isNamedOtherwise: async (_enterprise, person) => this.#namedOtherwise.has(person),
      knowByOwnName: async (_enterprise, person) => void this.#namedOtherwise.delete(person),
      inviteToAccountAgain: async () => {},
      lastSignIn: async () => null,
      changeReach: async () => ({ changed: ['email'], before: { email: 'before@example.org' as Email, phone: null } }),
    }
    const mark = this.#memory.snapshot()
    const done = await performing.carryOut(unit, operation, enterprise, actor, input)
    if (!done.allowed) {
      this.#memory.restore(mark)
      return done
    }
    const reference = this.#log.add(randomUUID(), { enterprise, operation, actor, at: this.now, done, changes })
    return { allowed: true, result: done.result, notices: done.notices, reference, revision: null }
  }

  /** Writes past every rule, but not past the audit, and names the constraint that refused it; null when none did. */
  async pastRules(write: (facts: FactWriter, trx: Transaction) => Promise<unknown>): Promise<string | null> {
    await this.settle()
    const { store } = this.deps
    const now = this.now
    try {
      await inTransaction(store, async (trx) => {
        const act = { event: 'rules-passed-by', via: 'system', facts: [], details: {} } as const
        await recordEntry(trx, act, { now, newId: randomUUID, random })
        await write(factWriter(trx, { now, newId: randomUUID }), trx)
      })
      return null
    } catch (error) {
      const constraint = constraintOf(error)
      if (constraint === null) throw error
      return constraint
    }
  }

  /** Writes what the test has told so far; every question and every act does it first. */
  async settle(): Promise<void> {
    const enterprises = this.#newcomerEnterprises
    const writes = [...enterprises.map((one) => (facts: FactWriter) => one.enter(facts)), ...this.#pending]
    const persons = this.#newcomers
    this.#newcomerEnterprises = []
    this.#newcomers = []
    this.#pending = []
    if (writes.length + persons.length === 0) return
    if (this.#deps) await this.#enter(this.#deps, persons, enterprises, writes)
    else for (const write of writes) await write(this.#memory)
  }

  async #enter(
    { store, keys }: PerformDeps,
    persons: readonly WorldPerson[],
    enterprises: readonly WorldEnterprise[],
    writes: readonly ((facts: FactWriter) => Promise<unknown>)[],
  ): Promise<void> {
    const now = this.now
    await inTransaction(store, async (trx) => {
      for (const { id, name, email } of persons) {
        await personForNationalNumber(trx, keys, this.numberOf(name), () => id, now)
        const known = { givenName: capital(name) as NamePart, familyName: 'Janssens' as NamePart }
        await rememberName(trx, id, known, now)
        if (email !== null) await updateAccount(trx, id, { email: email as Email })
      }
      for (const { id } of enterprises) await trx.insertInto('enterprise').values({ id, created_at: now }).execute()
      const facts = factWriter(trx, { now, newId: randomUUID })
      for (const write of writes) await write(facts)
      const act = { event: 'world-told', via: 'system', facts: [], details: {} } as const
      await recordEntry(trx, act, { now, newId: randomUUID, random })
    })
  }
}

const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)

/** A world in memory: the rules as they are, without a database. */
export const world = (catalogue: Catalogue = belgium): World => new World(catalogue, null)

/** A world on a store that was migrated and is empty. */
export const worldOn = (store: Store, catalogue: Catalogue = belgium): World => new World(catalogue, store)
