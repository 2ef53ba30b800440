// npm run races -- --runs 2000 [--seed 1] [--seat "the chief’s seat"]
//
// On PostgreSQL: every pair of operations on the same seat at once, from two sessions, runs times each. What both are answered is
// what the readable reference answers in one order or the other, nothing is thrown, and the chief's seat is held once or explicitly
// vacant afterwards (I3). Then the same with the application's checks off: raw SQL.
import { randomBytes } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { constraintOf, factsOf, inTransaction, openPostgres, type Store } from '#database'
import { instant, type Clock } from '#kernel'
import { perform, type PerformDeps } from '#operations'
import { bookOf } from '../../../test/histories/catalogue.ts'
import { bothCatalogues } from '../../../test/histories/catalogues.ts'
import { chanceFrom } from '../../../test/histories/chance.ts'
import { forgetTemplates, newStore } from '../../../test/histories/new-store.ts'
import { testKeys, writePeople } from '../../../test/histories/on-store.ts'
import {
  actorOf,
  enterpriseId,
  enterpriseNumberOf,
  inputOf,
  lookAtSeat,
  operationOf,
  personId,
  uuid,
  type Asked,
} from '../../../test/histories/product.ts'
import { judge } from '../../../test/reference/index.ts'
import { rawRaces } from './raw.ts'
import { deeds, persons, prepare, referenceWorld, type Deed, type Start } from './world.ts'

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    seat: { type: 'string' },
  },
})
const runs = Number(values.runs)
const seed = Number(values.seed)
const chance = chanceFrom(seed)
const random = (size: number) => new Uint8Array(randomBytes(size))
const clock: Clock = { now: () => instant(Math.floor(Date.UTC(2026, 10, 21) + performance.now())) }

let ids = 1_000_000
const newId = () => uuid(`x${++ids}`)

const { catalogues } = await bothCatalogues()
const book = bookOf(catalogues.small)
const made = await newStore('postgres', { sessionsMax: 4 })
const second = await openPostgres({ url: made.url ?? '', sessionsMax: 4 })
const keys = testKeys()
const depsOn = (store: Store): PerformDeps => ({ store, catalogue: () => catalogues.small, keys, clock, newId, random })
await inTransaction(made.store, (trx) => writePeople(trx, keys, { persons: [...persons], enterprises: ['e0'] }))

interface Race extends Start {
  readonly one: Deed
  readonly other: Deed
}

const askedOf = (deed: Deed, number: number, now = 0): Asked => ({
  level: 500,
  now,
  ...deed.asks(number),
  enterprise: `e${number}`,
})

async function act(store: Store, deed: Deed, number: number): Promise<string> {
  const asked = askedOf(deed, number)
  const operation = operationOf(asked)
  try {
    const number_ = enterpriseNumberOf(asked.enterprise)
    const done = await perform(depsOn(store), operation, number_, actorOf(asked), inputOf(asked, operation, new Map()))
    return done.allowed ? 'done' : done.reason
  } catch (error) {
    return `a fault: ${constraintOf(error) ?? String(error)}`
  }
}

/** What the reference answers when one goes first. */
function inOrder(start: Start, first: Deed, then: Deed): [string, string] {
  const world = referenceWorld(start)
  const answer = (deed: Deed): string => {
    const verdict = judge(book, world, askedOf(deed, start.number, clock.now()))
    if (typeof verdict !== 'function') return verdict.reason
    verdict()
    return 'done'
  }
  return [answer(first), answer(then)]
}

const faults: string[] = []
const outcomes = new Map<string, number>()
let passed = 0

async function run(race: Race): Promise<void> {
  const { one, other, number } = race
  const [oneFirst, otherFirst] = [inOrder(race, one, other), inOrder(race, other, one).toReversed()]
  // Sometimes one is a little behind, so that every order of the statements comes up.
  const [early, late] = chance.is(0.5) ? [0, chance.between(0, 6)] : [chance.between(0, 6), 0]
  const got = await Promise.all([
    wait(early).then(() => act(made.store, one, number)),
    wait(late).then(() => act(second, other, number)),
  ])
  const key = `${one.name}: ${got[0]} / ${other.name}: ${got[1]}`
  outcomes.set(key, (outcomes.get(key) ?? 0) + 1)
  const right = [oneFirst, otherFirst].some((pair) => pair.join() === got.join())
  const seat = await lookAtSeat(factsOf(made.store.reader), `e${number}`)
  if (right && seat === null) passed++
  else
    faults.push(
      `enterprise e${number}, ${key}; ${seat ?? `right is ${oneFirst.join(' / ')} or ${otherFirst.join(' / ')}`}`,
    )
}

let numbers = 0

/** Every pair of deeds, a deed with itself too, where candidates wait and, if neither needs one, where none does. */
function pairsOf(all: readonly Deed[]): Omit<Race, 'number'>[] {
  return all.flatMap((one, index) =>
    all.slice(index).flatMap((other) => {
      const needs = one.needs === 'candidates' || other.needs === 'candidates'
      return [{ one, other, candidates: true }, ...(needs ? [] : [{ one, other, candidates: false }])]
    }),
  )
}

async function family(name: string, all: readonly Deed[]): Promise<void> {
  const pairs = pairsOf(all)
  for (const pair of pairs)
    for (let done = 0; done < runs; done += 40) {
      const some = Array.from({ length: Math.min(40, runs - done) }, (): Race => ({ ...pair, number: ++numbers }))
      await prepare(made.store, some, { newId, random })
      // Three races at a time: more would wait for sessions instead of for each other.
      const left = [...some]
      const lane = async () => {
        for (let next = left.shift(); next; next = left.shift()) await run(next)
      }
      await Promise.all([lane(), lane(), lane()])
    }
  console.log(`${pairs.length} pairs on ${name}, ${runs} races each`)
}

for (const [name, all] of Object.entries(deeds))
  if (values.seat === undefined || values.seat === name) await family(name, all)
for (const [outcome, times] of [...outcomes].toSorted(([a], [b]) => (a < b ? -1 : 1)))
  console.log(`  ${String(times).padStart(6)}  ${outcome}`)
const raw = await rawRaces(made.url ?? '', {
  enterprises: Array.from({ length: Math.min(numbers, 200) }, (_, index) => index + 1),
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
