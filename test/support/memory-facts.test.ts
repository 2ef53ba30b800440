import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import {
  columnsOf,
  constraintOf,
  factKinds,
  factWriter,
  inTransaction,
  rollback,
  StaleFact,
  type DatabaseFault,
  type Fact,
  type FactKind,
  type FactWriter,
  type Store,
  type Transaction,
} from '#database'
import { instant, type EnterpriseId, type Instant, type PersonId } from '#kernel'
import fc from 'fast-check'
import { sql } from 'kysely'
import { memoryExclusions, memoryFacts, type MemoryFacts } from './memory-facts.ts'
import { freshStore, storeKinds } from './stores.ts'

const uuid = (n: number): string => `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`
const enterprises = [uuid(0xe1), uuid(0xe2)] as EnterpriseId[]
const people = [uuid(0xf1), uuid(0xf2)] as PersonId[]

/** Few values for each column, so that facts meet. */
const pools: Record<string, readonly unknown[]> = {
  enterprise_id: enterprises,
  person_id: people,
  by_person: people,
  by_basis: [uuid(1)],
  holder_enterprise_id: [null, ...enterprises],
  number: ['0123456749', '0987654321'],
  name: ['Alfa', "O'Brien & zonen"],
  legal_form: [null, '014'],
  situation: ['000'],
  status: ['active', 'ceased'],
  address: [null],
  rsz_number: [null, '12345'],
  function_code: ['10002', '13002'],
  power: ['alone', 'jointly', 'unknown'],
  end_reason: [null, '001'],
  ebox: [true, false],
  domain: ['social-security', 'finance'],
  capacity: ['employer', 'provider'],
  ground: ['employee', 'legal-representative', null],
  term_until: [null, 900],
  waits_for: [null, 'day', 'name'],
  begins_at: [null, 50],
  by_office: ['legal-representative', 'group-manager'],
  membership_id: [uuid(2), uuid(3)],
  service: ['dmfa', 'dimona'],
  role: ['reader', 'signer'],
  context: ['enterprise', 'self-employed'],
  parameters: [{}, { list: [1, 'two', null], deep: { yes: true } }],
  code: ['a', 'b'],
  origin: ['file', 'page'],
  body: [null, [], ['x'], 'text', 7, { label: 'é' }],
}
const states = ['awaiting-activation', 'accepted', 'active', 'suspended', 'vacant'] as const
const special: Partial<Record<FactKind, Record<string, readonly unknown[]>>> = {
  enterprise_record: { kind: ['legal-person'] },
  account: { state: ['registered', 'active'] },
  role_assignment: { state: ['active', 'stopped'] },
  catalogue_entry: { kind: ['service', 'domain'] },
  appointment: { person_id: [...people, null], by_person: [...people, null] },
  proposal: {
    what: ['register', 'lift-stop'],
    subject: [''],
    body: [{}, { person: people[0] }],
    confirmed_by: [null, ...people.toReversed()],
  },
  recognition: { confirmed_by: people.toReversed() },
  confirmation: { standing: [uuid(4), uuid(5)], by_person: people.toReversed() },
  stand_in: {
    appointment: [uuid(1), uuid(2), uuid(1)],
    state: ['proposed', 'accepted', 'active'],
    begins_at: [10],
    ends_at: [90, 90 * 24 * 60 * 60 * 1000 + 60 * 60 * 1000 + 11, 90],
    by_person: people.toReversed(),
  },
}
const offices = [
  ['chief-access-manager', ''],
  ['co-chief-access-manager', ''],
  ['access-manager', 'finance'],
  ['group-manager', 'employer'],
] as const

function bodyOf(kind: FactKind): fc.Arbitrary<Record<string, unknown>> {
  if (kind === 'appointment')
    return fc
      .tuple(fc.constantFrom(...offices), fc.constantFrom(...states), columnsFrom(kind, ['office', 'scope', 'state']))
      .chain(([[office, scope], state, rest]) =>
        fc.constantFrom(lawful({ ...rest, office, scope, state }), { ...rest, office, scope, state }),
      )
  return columnsFrom(kind, [])
}

/** Half of the appointments break none of their own checks, so that they get as far as meeting each other. */
function lawful(body: Record<string, unknown>): Record<string, unknown> {
  const waits_for = body['state'] === 'accepted' ? (body['waits_for'] ?? 'name') : null
  const begins_at = body['state'] === 'awaiting-activation' ? (body['begins_at'] ?? null) : null
  const asked = { ...body, waits_for, begins_at }
  if (body['state'] === 'vacant') return { ...asked, office: 'chief-access-manager', scope: '', person_id: null }
  const [appointed, by] = body['by_person'] === people[0] ? [people[1], people[0]] : people
  return { ...asked, person_id: appointed, by_person: by, ground: 'employee' }
}

/** Short histories in which each constraint refuses once; luck may leave one out of the random ones. */
function surely(kind: FactKind): Step[][] {
  const body = (pick: 0 | 1): Record<string, unknown> =>
    Object.fromEntries(columnsOf(kind).map(({ name }) => [name, (special[kind]?.[name] ?? pools[name])?.at(-pick)]))
  const record = (of: Record<string, unknown>, rest: object = {}): Step => ({
    does: 'record',
    tick: 1,
    kind,
    body: of,
    from: 10,
    until: null,
    under: null,
    ...rest,
  })
  if (kind !== 'appointment') {
    const [one, two] = [body(0), body(1)]
    // What waits has an end.
    const ends = kind === 'proposal' || kind === 'stand_in' ? { until: 90 } : {}
    const alike: Step[] = 'number' in one ? [record({ ...two, number: one['number'] })] : []
    const stale: Step[] = [0, 0].map((pick) => ({ does: 'end', tick: 1, pick, at: 20 }))
    const again = [record(one, ends), record(two, { under: 0, ...ends }), record(one, ends)]
    return [[...again, ...alike, record(one, { until: 10 }), ...stale]]
  }
  return [
    ['chief-access-manager', 'active'],
    ['co-chief-access-manager', 'active'],
    ['chief-access-manager', 'accepted'],
  ].map(([office, state]) => {
    const one = lawful({ term_until: null, by_basis: uuid(1), by_person: people[0], office, scope: '', state })
    const two = { ...one, office: 'access-manager', scope: 'finance', enterprise_id: enterprises[1] }
    const seat = { ...one, enterprise_id: enterprises[0] }
    return [record(seat), record(two, { under: 0 }), record(seat), record(seat, { until: 10 })]
  })
}

function columnsFrom(kind: FactKind, except: string[]): fc.Arbitrary<Record<string, unknown>> {
  const own = columnsOf(kind).filter((one) => !except.includes(one.name))
  return fc.record(
    Object.fromEntries(
      own.map(({ name }) => {
        const values = special[kind]?.[name] ?? pools[name]
        assert.ok(values, `no values for ${kind}.${name}`)
        return [name, fc.constantFrom(...values)]
      }),
    ),
  )
}

type Step = { tick: number } & (
  | {
      does: 'record'
      kind: FactKind
      body: Record<string, unknown>
      from: number
      until: number | null
      under: number | null
    }
  | { does: 'end'; pick: number; at: number }
  | { does: 'bring back'; pick: number; from: number; until: number | null }
  | { does: 'change'; pick: number; body: Record<string, unknown>; at: number; until: number | null | undefined }
  | {
      does: 'find'
      where: Record<string, unknown>
      at: number | undefined
      since: number | undefined
      known: number | undefined
    }
)

const moment = fc.integer({ min: 0, max: 12 }).map((n) => n * 10)
const end = fc.option(moment, { nil: null })

/** A history of one kind of fact; the clock goes on, and sometimes back. */
function historyOf(kind: FactKind): fc.Arbitrary<Step[]> {
  const tick = fc.constantFrom(0, 1, 5, -3)
  const finding = columnsOf(kind).filter((one) => one.nature !== 'json')
  const where = fc.oneof(
    fc.constant({}),
    fc
      .tuple(fc.constantFrom(...finding), bodyOf(kind), bodyOf(kind), fc.constantFrom('one', 'any', 'none'))
      .map(([{ name }, a, b, shape]) => ({
        [name]: shape === 'one' ? a[name] : shape === 'any' ? [a[name], b[name], null] : [],
      })),
  )
  const optional = fc.option(moment, { nil: undefined })
  return fc.array(
    fc.oneof(
      {
        weight: 4,
        arbitrary: fc.record({
          does: fc.constant('record' as const),
          tick,
          kind: fc.constant(kind),
          body: bodyOf(kind),
          from: moment,
          until: end,
          under: fc.option(fc.nat(), { nil: null, freq: 3 }),
        }),
      },
      { weight: 2, arbitrary: fc.record({ does: fc.constant('end' as const), tick, pick: fc.nat(), at: moment }) },
      {
        weight: 1,
        arbitrary: fc.record({
          does: fc.constant('bring back' as const),
          tick,
          pick: fc.nat(),
          from: moment,
          until: end,
        }),
      },
      {
        weight: 3,
        arbitrary: fc.record({
          does: fc.constant('change' as const),
          tick,
          pick: fc.nat(),
          body: partial(kind),
          at: moment,
          until: fc.option(end, { nil: undefined }),
        }),
      },
      {
        weight: 2,
        arbitrary: fc.record({
          does: fc.constant('find' as const),
          tick,
          where,
          at: optional,
          since: optional,
          known: optional,
        }),
      },
    ),
    { minLength: 4, maxLength: 30 },
  )
}

/** Some columns of a body; office and scope belong together, so an appointment keeps its own. */
function partial(kind: FactKind): fc.Arbitrary<Record<string, unknown>> {
  return fc
    .tuple(bodyOf(kind), fc.nat())
    .map(([body, bits]) =>
      Object.fromEntries(
        Object.entries(body).filter(([name], i) => name !== 'office' && name !== 'scope' && (bits >> i) % 2 === 1),
      ),
    )
}

/** Where a record overlaps several others, memory and the database may name different ones of these first. */
const recordOverlaps = new Set(
  memoryExclusions.filter((name) => /^enterprise_record_|_record_per_|_enterprise_per_/.test(name)),
)

function sameRefusal(said: Said, expected: Said): boolean {
  if (!('refused' in said && 'refused' in expected)) return false
  return recordOverlaps.has(said.refused) && recordOverlaps.has(expected.refused)
}

type Said = { value: unknown } | { refused: string }

function refusalOf(error: unknown): string {
  if (error instanceof StaleFact) return 'StaleFact'
  const refused = constraintOf(error) ?? (error as DatabaseFault).code
  if (refused === undefined) throw error
  return refused
}

/** The facts seen so far, also the stale ones: they are handed back to every store alike. */
async function carryOut(writer: FactWriter, kind: FactKind, step: Step, seen: Fact<FactKind>[]): Promise<unknown> {
  if (step.does === 'find') {
    const when = { at: step.at, since: step.since, asKnownAt: step.known }
    return writer.find(kind, step.where, definedOnly(when))
  }
  if (step.does === 'record') {
    const under = step.under === null || seen.length === 0 ? undefined : seen[step.under % seen.length]?.fact_id
    return writer.record(
      kind,
      step.body as never,
      { from: instant(step.from), until: step.until as Instant | null },
      under,
    )
  }
  const fact = seen.length === 0 ? undefined : seen[step.pick % seen.length]
  if (!fact) return null
  if (step.does === 'end') return (await writer.end(kind, fact, instant(step.at))) ?? null
  if (step.does === 'bring back')
    return writer.bringBack(kind, fact, { from: instant(step.from), until: step.until as Instant | null })
  return writer.change(kind, fact, step.body, instant(step.at), step.until as Instant | null | undefined)
}

const definedOnly = (given: object): object =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))

async function attempt(work: () => Promise<unknown>): Promise<Said> {
  try {
    return { value: await work() }
  } catch (error) {
    return { refused: refusalOf(error) }
  }
}

async function attemptIn(trx: Transaction, work: () => Promise<unknown>): Promise<Said> {
  await sql`SAVEPOINT step`.execute(trx)
  const said = await attempt(work)
  if ('refused' in said) await sql`ROLLBACK TO SAVEPOINT step`.execute(trx)
  await sql`RELEASE SAVEPOINT step`.execute(trx)
  return said
}

const everything = { does: 'find', tick: 0, where: {}, at: undefined, since: undefined, known: undefined } as const

/** Runs a history on memory and on the store, in a transaction that is undone. Answers with the refusals met. */
async function compare(store: Store, kind: FactKind, history: Step[], met: Set<string>): Promise<void> {
  await inTransaction(store, async (trx) => {
    let now = 100
    let ids = 0x1000
    const restartIds = (step: number) => () => uuid(0x10000 + step * 16 + ids++)
    const seen: Fact<FactKind>[] = []
    let index = 0
    const memory = memoryFacts({ now: () => instant(now), newId: () => restartIds(index)() })
    for (const step of [...history, everything]) {
      index++
      now += step.tick
      ids = 0
      const expected = await attempt(() => carryOut(memory, kind, step, seen))
      ids = 0
      const writer = factWriter(trx, { now: instant(now), newId: () => restartIds(index)() })
      const said = await attemptIn(trx, () => carryOut(writer, kind, step, seen))
      if (!sameRefusal(said, expected)) assert.deepEqual(said, expected, `step ${index}: ${JSON.stringify(step)}`)
      if ('refused' in said) met.add(said.refused)
      else if (step.does === 'record' || step.does === 'change') if (said.value) seen.push(said.value as Fact<FactKind>)
    }
    return rollback(null)
  })
}

async function makePeople(store: Store): Promise<void> {
  await inTransaction(store, async (trx) => {
    for (const id of enterprises)
      await trx
        .insertInto('enterprise')
        .values({ id, created_at: instant(0) })
        .execute()
    for (const id of people)
      await trx
        .insertInto('person')
        .values({ id, created_at: instant(0) })
        .execute()
  })
}

for (const kind of storeKinds)
  test(`Facts in memory answer and refuse as those of the store do, over random histories (${kind})`, async (t) => {
    const store = await freshStore(t, kind)
    await makePeople(store)
    const met = new Set<string>()
    for (const fact of factKinds) {
      for (const history of surely(fact)) await compare(store, fact, history, met)
      await fc.assert(
        fc.asyncProperty(historyOf(fact), (history) => compare(store, fact, history, met)),
        { numRuns: fact === 'appointment' ? 60 : 15 },
      )
    }
    // Otherwise the histories would compare nothing but successes.
    const missing = [...memoryExclusions, 'StaleFact', 'appointment_period'].filter((one) => !met.has(one))
    assert.deepEqual(missing, [])
  })

test('The constraints held in memory are the exclusion constraints of the database, all of them', async (t) => {
  const store = await freshStore(t, 'pglite')
  const { value } = await inTransaction(store, async (trx) => {
    // A record's are unique indexes with a trigger, for the sake of a country's register.
    const found = await sql<{ name: string }>`
      SELECT conname AS name FROM pg_constraint WHERE contype = 'x'
      UNION ALL SELECT c.relname FROM pg_index JOIN pg_class c ON c.oid = indexrelid JOIN pg_class r ON r.oid = indrelid
        WHERE indisunique AND NOT indisprimary AND r.relname = 'enterprise_record'`.execute(trx)
    return found.rows.map((row) => row.name).toSorted()
  })
  assert.deepEqual(value, memoryExclusions)
})

describe('facts in memory', () => {
  const make = (): MemoryFacts => {
    let last = 0
    return memoryFacts({ now: () => instant(1), newId: () => uuid(++last) })
  }
  const [enterprise] = enterprises as [EnterpriseId]
  const stop = (by: number) => ({ enterprise_id: enterprise, by_person: people[by] as PersonId, by_basis: uuid(1) })

  test('A mark brings back everything as it was', async () => {
    const facts = make()
    const first = await facts.record('emergency_stop', stop(0), { from: instant(10), until: null })
    const before = await facts.find('emergency_stop', {})
    const mark = facts.snapshot()
    await facts.change('emergency_stop', first, stop(1), instant(20))
    assert.equal((await facts.find('emergency_stop', {})).length, 2)
    facts.restore(mark)
    assert.deepEqual(await facts.find('emergency_stop', {}), before)
    await facts.end('emergency_stop', first, instant(15))
  })

  test('What was found cannot be used to change what is held', async () => {
    const facts = make()
    const found = await facts.record('emergency_stop', stop(0), { from: instant(10), until: null })
    Object.assign(found, { valid_until: 11 })
    assert.equal((await facts.find('emergency_stop', {}))[0]?.valid_until, null)
  })
})
