// npm run races -- --runs 2000 [--seed 1]
//
// On PostgreSQL: two operations on one enterprise at once, from two sessions. Runs races of two resignations and as many of two
// appointments to the chief's seat: exactly one wins where only one may, the other is refused with a reason, and the chief's
// seat is held once or explicitly vacant afterwards (I3). Then the same with the application's checks off: raw SQL.
import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { setTimeout as wait } from 'node:timers/promises'
import {
  constraintOf,
  factsOf,
  factWriter,
  inTransaction,
  openPostgres,
  type AppointmentState,
  type Store,
} from '#database'
import { instant, type Clock } from '#kernel'
import { perform, type PerformDeps } from '#operations'
import { recordEntry } from '#audit'
import { bothCatalogues } from '../../test/histories/catalogues.ts'
import { chanceFrom } from '../../test/histories/chance.ts'
import { forgetTemplates, newStore } from '../../test/histories/new-store.ts'
import { testKeys, writePeople } from '../../test/histories/on-store.ts'
import {
  actorOf,
  enterpriseId,
  enterpriseNumberOf,
  inputOf,
  lookAtSeat,
  operationOf,
  personId,
  uuid,
  writeGiven,
  type Asked,
} from '../../test/histories/product.ts'
import { rawRaces } from './raw-races.ts'

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '2000' }, seed: { type: 'string', default: '1' } },
})
const runs = Number(values.runs)
const seed = Number(values.seed)
const chance = chanceFrom(seed)
const random = (size: number) => new Uint8Array(randomBytes(size))

/** Everything was so since yesterday; the races are run now. */
const yesterday = Date.UTC(2026, 10, 20)
const clock: Clock = { now: () => instant(Math.floor(Date.UTC(2026, 10, 21) + performance.now())) }

// Representatives, chief, two co-chiefs, and two who may become chief.
const [rep, otherRep, chief, coChief, otherCoChief, candidate, stranger] = ['p0', 'p1', 'p2', 'p3', 'p4', 'p5', 'p6']
const persons = ['p0', 'p1', 'p2', 'p3', 'p4', 'p5', 'p6']

interface Race {
  name: string
  /** Beside the chief and two co-chiefs somebody waits to be chief. */
  waiting?: true
  one: (names: Names) => Partial<Asked>
  other: (names: Names) => Partial<Asked>
  /** The pairs of outcomes that are right, in any order. */
  right: readonly (readonly [string, string])[]
}
type Names = { chief: string; coChief: string; otherCoChief: string; waiting: string }

const appoint = (actor: string | undefined, person: string | undefined) => () =>
  ({ code: 'appoint-chief', actor, person, ground: 'employee' }) as Partial<Asked>
const resign = (actor: string | undefined, office: keyof Names) => (names: Names) =>
  ({ code: 'resign', actor, appointment: names[office] }) as Partial<Asked>
const withdraw = (office: keyof Names) => (names: Names) =>
  ({ code: 'withdraw-appointment', actor: rep, appointment: names[office] }) as Partial<Asked>
const accept = (names: Names) =>
  ({ code: 'accept-appointment', actor: candidate, appointment: names.waiting }) as Partial<Asked>

const resignations: readonly Race[] = [
  {
    name: 'two co-chiefs resign',
    one: resign(coChief, 'coChief'),
    other: resign(otherCoChief, 'otherCoChief'),
    right: [['done', 'done']],
  },
  {
    name: 'chief and co-chief resign',
    one: resign(chief, 'chief'),
    other: resign(coChief, 'coChief'),
    right: [['done', 'done']],
  },
  {
    name: 'the chief resigns twice',
    one: resign(chief, 'chief'),
    other: resign(chief, 'chief'),
    // The second is nobody to the enterprise any more.
    right: [['done', 'not-yours']],
  },
  {
    name: 'the chief resigns while withdrawn',
    one: resign(chief, 'chief'),
    other: withdraw('chief'),
    right: [
      ['done', 'not-yours'],
      ['done', 'appointment-unknown'],
    ],
  },
  {
    name: 'the chief resigns while another one accepts',
    waiting: true,
    one: resign(chief, 'chief'),
    other: accept,
    right: [
      ['done', 'done'],
      ['done', 'not-yours'],
    ],
  },
]

const appointments: readonly Race[] = [
  {
    name: 'two representatives appoint',
    one: appoint(rep, candidate),
    other: appoint(otherRep, stranger),
    right: [['done', 'candidate-waiting']],
  },
  {
    name: 'two representatives appoint the same',
    one: appoint(rep, candidate),
    other: appoint(otherRep, candidate),
    right: [['done', 'already-in-office']],
  },
  {
    name: 'two representatives appoint themselves',
    one: appoint(rep, rep),
    other: appoint(otherRep, otherRep),
    right: [['done', 'done']],
  },
  {
    name: 'one representative appoints, another one themselves',
    one: appoint(rep, candidate),
    other: appoint(otherRep, otherRep),
    right: [
      ['done', 'done'],
      ['done', 'candidate-waiting'],
    ],
  },
  {
    name: 'the candidate accepts twice',
    waiting: true,
    one: accept,
    other: accept,
    right: [['done', 'appointment-not-waiting']],
  },
  {
    name: 'the candidate accepts while withdrawn',
    waiting: true,
    one: accept,
    other: withdraw('waiting'),
    right: [
      ['done', 'done'],
      ['done', 'not-yours'],
    ],
  },
  {
    name: 'the candidate accepts while a representative appoints themselves',
    waiting: true,
    one: accept,
    other: appoint(rep, rep),
    right: [
      ['done', 'done'],
      ['done', 'candidate-waiting'],
    ],
  },
]

const namesOf = (number: number): Names => ({
  chief: uuid(`a${number * 10}`),
  coChief: uuid(`a${number * 10 + 1}`),
  otherCoChief: uuid(`a${number * 10 + 2}`),
  waiting: uuid(`a${number * 10 + 3}`),
})

/** Registered enterprises with a chief and two co-chiefs, in one transaction. */
async function prepare(store: Store, races: readonly { race: Race; number: number }[]): Promise<void> {
  const now = instant(yesterday)
  await inTransaction(store, async (trx) => {
    const facts = factWriter(trx, { now, newId })
    const open = { from: now, until: null }
    const enterprises = races.map(({ number }) => `e${number}`)
    await trx
      .insertInto('enterprise')
      .values(enterprises.map((name) => ({ id: enterpriseId(name), created_at: now })))
      .execute()
    for (const { race, number } of races) {
      const enterprise = `e${number}`
      const of = { enterprise, from: yesterday, until: null }
      const register = {
        what: 'record' as const,
        ceased: false,
        situation: 'normal',
        legalForm: 'company',
        rszNumber: true,
      }
      await writeGiven(facts, { ...register, ...of }, new Map())
      for (const person of ['p0', 'p1'])
        await writeGiven(
          facts,
          { what: 'representation', ...of, person, function: 'director', power: 'alone' },
          new Map(),
        )
      const enterprise_id = enterpriseId(enterprise)
      const by = { by_person: personId('p0'), by_basis: uuid('x0') }
      await facts.record('account', { enterprise_id, state: 'active', ebox: true, ...by }, open)
      const names = namesOf(number)
      const seat = (
        office: 'chief-access-manager' | 'co-chief-access-manager',
        person: string,
        state: AppointmentState,
        id: string,
      ) =>
        facts.record(
          'appointment',
          {
            enterprise_id,
            office,
            scope: '',
            person_id: personId(person),
            state,
            ground: 'employee',
            term_until: null,
            ...by,
          },
          open,
          id,
        )
      await seat('chief-access-manager', 'p2', 'active', names.chief)
      await seat('co-chief-access-manager', 'p3', 'active', names.coChief)
      await seat('co-chief-access-manager', 'p4', 'active', names.otherCoChief)
      if (race.waiting) await seat('chief-access-manager', 'p5', 'awaiting-activation', names.waiting)
    }
    await recordEntry(trx, { event: 'facts-set', via: 'cli', facts: [], details: {} }, { now, newId, random })
  })
}

let ids = 1_000_000
const newId = () => uuid(`x${++ids}`)

const { catalogues } = await bothCatalogues()
const made = await newStore('postgres', { sessionsMax: 4 })
const second = await openPostgres({ url: made.url ?? '', sessionsMax: 4 })
const keys = testKeys()
const depsOn = (store: Store): PerformDeps => ({ store, catalogue: () => catalogues.small, keys, clock, newId, random })
await inTransaction(made.store, (trx) => writePeople(trx, keys, { persons, enterprises: ['e0'] }))

async function act(store: Store, part: Partial<Asked>, number: number): Promise<string> {
  const asked: Asked = { code: '', actor: '', level: 500, now: 0, ...part, enterprise: `e${number}` }
  const operation = operationOf(asked)
  const seats = new Map(Object.values(namesOf(number)).map((id) => [id, id]))
  try {
    const done = await perform(
      depsOn(store),
      operation,
      enterpriseNumberOf(asked.enterprise),
      actorOf(asked),
      inputOf(asked, operation, seats),
    )
    return done.allowed ? 'done' : done.reason
  } catch (error) {
    return `a fault: ${constraintOf(error) ?? String(error)}`
  }
}

const faults: string[] = []
const outcomes = new Map<string, number>()
let passed = 0

async function run({ race, number }: { race: Race; number: number }): Promise<void> {
  const names = namesOf(number)
  // Sometimes one is a little behind, so that every order of the statements comes up.
  const [early, late] = chance.is(0.5) ? [0, chance.between(0, 6)] : [chance.between(0, 6), 0]
  const got = await Promise.all([
    wait(early).then(() => act(made.store, race.one(names), number)),
    wait(late).then(() => act(second, race.other(names), number)),
  ])
  const key = `${race.name}: ${got.toSorted().join(', ')}`
  outcomes.set(key, (outcomes.get(key) ?? 0) + 1)
  const right = race.right.some((pair) => pair.toSorted().join() === got.toSorted().join())
  const seat = await lookAtSeat(factsOf(made.store.reader), `e${number}`)
  if (right && seat === null) passed++
  else faults.push(`enterprise e${number}, ${key}${seat === null ? '' : `: ${seat}`}`)
}

async function family(name: string, races: readonly Race[], first: number): Promise<void> {
  const all = Array.from({ length: Math.ceil(runs / races.length) }, () => races)
    .flat()
    .slice(0, runs)
    .map((race, index) => ({ race, number: first + index }))
  for (let at = 0; at < all.length; at += 40) {
    const some = all.slice(at, at + 40)
    await prepare(made.store, some)
    // Three races at a time: more would wait for sessions instead of for each other.
    const left = [...some]
    const lane = async () => {
      for (let next = left.shift(); next; next = left.shift()) await run(next)
    }
    await Promise.all([lane(), lane(), lane()])
  }
  console.log(`${runs} races of ${name}`)
}

await family('two resignations', resignations, 1)
await family('two appointments to the chief’s seat', appointments, 1 + runs)
for (const [outcome, times] of [...outcomes].toSorted(([a], [b]) => (a < b ? -1 : 1)))
  console.log(`  ${String(times).padStart(6)}  ${outcome}`)
const raw = await rawRaces(made.url ?? '', {
  enterprises: Array.from({ length: Math.min(runs, 200) }, (_, index) => index + 1),
  enterpriseOf: (number) => enterpriseId(`e${number}`),
  persons: [personId('p5'), personId('p6')],
  basis: uuid('x0'),
  seatFault: (number) => lookAtSeat(factsOf(made.store.reader), `e${number}`),
})
console.log(`${raw.passed} attempts past the application’s checks were refused by the database`)
await second.close()
await made.end()
await forgetTemplates()
for (const fault of [...faults, ...raw.faults].slice(0, 20)) console.log(`wrong: ${fault}`)
const failed = faults.length + raw.faults.length
if (failed > 0) console.log(`again: npm run races -- --runs ${runs} --seed ${seed}`)
process.exitCode = failed === 0 ? 0 : 1
console.log(`${passed + raw.passed} passed, ${failed} failed`)
