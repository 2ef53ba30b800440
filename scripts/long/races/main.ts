// npm run races -- --runs 2000 [--seed 1] [--seat "the chief’s seat"] [--pair "resign and resign"] [--list]
//
// On PostgreSQL: every pair of operations on the same seat at once, from two sessions, runs times each. What both are answered, and
// what stands afterwards, is what the readable reference says in one order or the other, nothing is thrown, and the chief's seat is
// held once or explicitly vacant (I3). Then the same with the application's checks off: raw SQL.
import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { factsOf, inTransaction, openPostgres, type Store } from '#database'
import { instant, type Clock } from '#kernel'
import type { PerformDeps } from '#operations'
import pg from 'pg'
import { bookOf } from '../../../test/histories/catalogue.ts'
import { bothCatalogues } from '../../../test/histories/catalogues.ts'
import { chanceFrom } from '../../../test/histories/chance.ts'
import { forgetTemplates, newStore } from '../../../test/histories/new-store.ts'
import { testKeys, writePeople } from '../../../test/histories/on-store.ts'
import { enterpriseId, lookAtSeat, personId, uuid } from '../../../test/histories/product.ts'
import { learn, writeCopies } from './copies.ts'
import { families, type Family } from './deeds.ts'
import { pairsOf, type Pair } from './pairs.ts'
import { raceVariant, type Ground } from './race.ts'
import { rawRaces } from './raw.ts'
import { cast, persons, seats } from './start.ts'
import { enterpriseName, makeTemplate } from './template.ts'

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    seat: { type: 'string' },
    pair: { type: 'string' },
    list: { type: 'boolean', default: false },
  },
})
const runs = Number(values.runs)
const seed = Number(values.seed)
const wanted = Object.entries(families).filter(([name]) => values.seat === undefined || values.seat === name)
if (wanted.length === 0) throw new Error(`there is no seat ${values.seat}: ${Object.keys(families).join(', ')}`)
const chance = chanceFrom(seed)
const random = (size: number) => new Uint8Array(randomBytes(size))
const began = performance.now()
const clock: Clock = { now: () => instant(Math.floor(Date.UTC(2026, 10, 20, 11) + performance.now())) }

let ids = 500_000_000_000
const newId = () => uuid(`x${++ids}`)
let numbers = 0

const { catalogues } = await bothCatalogues()
const book = bookOf(catalogues.small)
const keys = testKeys()

/** After so many enterprises a new database: how long a race takes must not depend on those before it. */
const enterprisesMax = 20_000

interface Database extends Ground {
  readonly since: number
  readonly url: string
  end(): Promise<void>
}

async function open(): Promise<Database> {
  const made = await newStore('postgres', { sessionsMax: 8 })
  const url = made.url ?? ''
  const other = await openPostgres({ url, sessionsMax: 8 })
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await inTransaction(made.store, (trx) => writePeople(trx, keys, { persons: [...persons], enterprises: ['e0'] }))
  const depsOn = (store: Store): PerformDeps => ({
    store,
    catalogue: () => catalogues.small,
    keys,
    clock,
    newId,
    random,
  })
  const end = async () => {
    await client.end()
    await other.close()
    await made.end()
  }
  const nextNumber = () => ++numbers
  await furnish({ store: made.store, deps: depsOn(made.store), book }, client)
  return { stores: [made.store, other], client, book, chance, depsOn, nextNumber, since: numbers, url, end }
}

/** Other enterprises in it, which nobody races in. */
async function furnish(of: Parameters<typeof makeTemplate>[0], client: pg.Client): Promise<void> {
  for (const needs of [
    { candidate: 'waits', user: 'served' },
    { standIn: 'granted', stop: 'pressed' },
  ] as const) {
    const template = await makeTemplate(of, { number: ++numbers, needs, seat: seats.chief, last: [] })
    if (template === null) throw new Error('there is no enterprise to begin with')
    const copies = Array.from({ length: 1000 }, () => ({ number: ++numbers, turn: template.turn }))
    await writeCopies(client, template, copies)
  }
  await learn(client)
}

let database = await open()
async function fresh(): Promise<Database> {
  if (numbers - database.since < enterprisesMax) return database
  await database.end()
  return (database = await open())
}

const faults: string[] = []
let passed = 0

/** So many races for the pair, spread over its variants; those without an enterprise of their kind are told apart. */
async function racePair(family: Family, { name, variants }: Pair, outcomes: Map<string, number>): Promise<number> {
  let raced = 0
  let possible = [...variants]
  // What a variant that cannot be leaves is raced in the others.
  while (raced < runs && possible.length > 0) {
    const left = runs - raced
    const round = possible
    for (const [index, variant] of round.entries()) {
      const share = Math.floor((left * (index + 1)) / round.length) - Math.floor((left * index) / round.length)
      const results = share === 0 ? [] : await raceVariant(await fresh(), family, variant, share)
      if (results === null) {
        possible = possible.filter((one) => one !== variant)
        continue
      }
      raced += results.length
      for (const { key, wrong } of results) {
        outcomes.set(key, (outcomes.get(key) ?? 0) + 1)
        if (wrong === null) passed++
        else faults.push(`${name}: ${wrong}`)
      }
    }
  }
  return raced
}

const pairsIn = (name: string, family: Family): Pair[] =>
  pairsOf(family, name.endsWith('seat')).filter((pair) => values.pair === undefined || values.pair === pair.name)

async function raceFamily(name: string, family: Family): Promise<void> {
  const pairs = pairsIn(name, family)
  const since = performance.now()
  const before = faults.length
  const outcomes = new Map<string, number>()
  let raced = 0
  const never: string[] = []
  for (const [index, pair] of pairs.entries()) {
    const done = await racePair(family, pair, outcomes)
    if (done === 0) never.push(pair.name)
    raced += done
    const rate = raced / ((performance.now() - since) / 1000)
    process.stderr.write(`${name}: ${index + 1} of ${pairs.length} pairs, ${Math.round(rate)} races a second\n`)
  }
  const seconds = (performance.now() - since) / 1000
  console.log(
    `${name}: ${pairs.length} pairs of operations, ${runs} races each: ${raced} races, ${faults.length - before} wrong, ${Math.round(seconds)} s, ${Math.round(raced / seconds)} a second`,
  )
  for (const pair of never) console.log(`  never at once: ${pair}`)
  for (const [outcome, times] of [...outcomes].toSorted(([a], [b]) => (a < b ? -1 : 1)))
    console.log(`  ${String(times).padStart(6)}  ${outcome}`)
}

async function raceRaw(): Promise<Awaited<ReturnType<typeof rawRaces>>> {
  const { stores, depsOn, client, url } = await fresh()
  const of = { store: stores[0], deps: depsOn(stores[0]), book }
  const template = await makeTemplate(of, { number: ++numbers, needs: {}, seat: seats.chief, last: [] })
  if (template === null) throw new Error('there is no enterprise to write in')
  const copies = Array.from({ length: 200 }, () => ({ number: ++numbers, turn: template.turn }))
  await writeCopies(client, template, copies)
  return rawRaces(url, {
    enterprises: copies.map(({ number }) => number),
    enterpriseOf: (number) => enterpriseId(enterpriseName(number)),
    persons: [personId(cast.candidate), personId(cast.stranger)],
    basis: uuid('x0'),
    seatFault: (number) => lookAtSeat(factsOf(stores[0].reader), enterpriseName(number)),
  })
}

if (values.list) {
  for (const [name, family] of wanted) console.log(`${name}: ${pairsIn(name, family).length} pairs of operations`)
} else {
  for (const [name, family] of wanted) await raceFamily(name, family)
  const raw = await raceRaw()
  console.log(
    `${raw.passed} attempts past the application’s checks were refused by the database; of two that waited for each other it undid one ${raw.deadlocks} times, which it refused when that one wrote again`,
  )
  for (const fault of [...faults, ...raw.faults].slice(0, 20)) console.log(`wrong: ${fault}`)
  const failed = faults.length + raw.faults.length
  if (failed > 0) console.log(`again: npm run races -- --runs ${runs} --seed ${seed}`)
  process.exitCode = failed === 0 ? 0 : 1
  console.log(`${passed + raw.passed} passed, ${failed} failed, ${Math.round((performance.now() - began) / 1000)} s`)
}
await database.end()
await forgetTemplates()
