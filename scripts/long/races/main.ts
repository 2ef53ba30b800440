// npm run races -- --runs 2000 [--keep FILE] [--seat "the chief’s seat"] [--pair "resign and resign"] [--share 1/3] [--seed 1] [--anew] [--list]
// npm run races -- --report FILE
// npm run races -- --compact FILE
//
// On PostgreSQL: every pair of operations on the same seat at once, from two sessions, runs times each. What both are answered, and
// what stands afterwards, is what the readable reference says in one order or the other, nothing is thrown, and the chief's seat is
// held once or explicitly vacant (I3). Then the same with the application's checks off: raw SQL.
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { factsOf } from '#database'
import { chanceFrom } from '../../../test/histories/chance.ts'
import { enterpriseId, lookAtSeat, personId, uuid } from '../../../test/histories/product.ts'
import { writeCopies } from './copies.ts'
import { families } from './deeds.ts'
import { openGrounds, type Grounds } from './ground.ts'
import { Ledger, nextOf, type Came, type Portion } from './ledger.ts'
import { pairsOf, type Variant } from './pairs.ts'
import { raceVariant, type Result } from './race.ts'
import { rawRaces, type RawFound } from './raw.ts'
import { leastOf, reportOf } from './report.ts'
import { cast, seats } from './start.ts'
import { enterpriseName, makeTemplate } from './template.ts'

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    seat: { type: 'string' },
    pair: { type: 'string' },
    share: { type: 'string', default: '1/1' },
    keep: { type: 'string' },
    report: { type: 'string' },
    compact: { type: 'string' },
    anew: { type: 'boolean', default: false },
    list: { type: 'boolean', default: false },
  },
})
const runs = Number(values.runs)
const seed = Number(values.seed)
const began = performance.now()

const all = Object.entries(families).flatMap(([family, of]) =>
  pairsOf(of, family.endsWith('seat')).map(({ name, variants }) => ({ family, pair: name, variants, of })),
)
/** Several processes side by side, with one file between them, take each its share of the pairs. */
const [ownShare = 0, shares = 0] = /^[1-9]\d*\/[1-9]\d*$/.test(values.share) ? values.share.split('/').map(Number) : []
if (ownShare < 1 || ownShare > shares) throw new Error('--share is one of so many, as 1/3')
const pairs = all
  .filter(
    ({ family, pair }) =>
      (values.seat === undefined || values.seat === family) && (values.pair === undefined || values.pair === pair),
  )
  .filter((_, place) => place % shares === ownShare - 1)
if (pairs.length === 0)
  throw new Error(`there is no such pair: ${Object.keys(families).join(', ')}; --list counts them`)
const ledger = new Ledger(values.report ?? values.keep)

let stopping = false
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    if (stopping) process.exit(130)
    stopping = true
    process.stderr.write('it ends after this portion; asked once more, at once\n')
  })

/** What each variant has of the pair's races: all between them, as evenly as can be. */
const shareOf = (races: number, of: number, index: number): number =>
  Math.floor((races * (index + 1)) / of) - Math.floor((races * index) / of)

/** The races of the portion, spread over the pair's variants; what a variant that cannot be leaves is raced in the others. */
async function racePortion(grounds: Grounds, portion: Portion): Promise<Result[]> {
  const pair = pairs.find((one) => one.family === portion.family && one.pair === portion.pair)
  if (!pair) throw new Error(`there is no pair ${portion.pair}`)
  const chance = chanceFrom(seed + portion.from)
  const results: Result[] = []
  let possible: readonly Variant[] = pair.variants
  let [from, upTo] = [portion.from, portion.upTo]
  while (from < upTo && possible.length > 0) {
    const round = possible
    for (const [index, variant] of round.entries()) {
      const share = shareOf(upTo, round.length, index) - shareOf(from, round.length, index)
      if (share <= 0) continue
      const found = await raceVariant({ ...(await grounds.fresh()), chance }, pair.of, variant, share)
      if (found === null) possible = possible.filter((one) => one !== variant)
      else results.push(...found)
    }
    // One that cannot be is known now; the next round is the others'.
    ;[from, upTo] = [0, portion.upTo - portion.from - results.length]
  }
  return results
}

async function carriedOut(grounds: Grounds, portion: Portion): Promise<Came> {
  const since = performance.now()
  const named = `--seat "${portion.family}" --pair "${portion.pair}"`
  const again = `npm run races -- --runs ${runs} --seed ${seed} ${named}`
  const outcomes: Record<string, number> = {}
  const wrong: { said: string; again: string }[] = []
  let races = 0
  try {
    for (const result of await racePortion(grounds, portion)) {
      races++
      outcomes[result.key] = (outcomes[result.key] ?? 0) + 1
      if (result.wrong !== null) wrong.push({ said: result.wrong, again })
    }
  } catch (fault) {
    // Without a server nothing is known of the pair.
    if (!(await grounds.answers())) throw fault
    wrong.push({ said: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault), again })
  }
  for (const { said } of wrong) console.log(`wrong: ${portion.family}: ${portion.pair}: ${said}\n  again: ${again}`)
  return { races, seconds: (performance.now() - since) / 1000, wrong, outcomes }
}

async function raceRaw(grounds: Grounds): Promise<RawFound> {
  const { stores, depsOn, client, url, book, nextNumber } = await grounds.fresh()
  const of = { store: stores[0], deps: depsOn(stores[0]), book }
  const template = await makeTemplate(of, { number: nextNumber(), needs: {}, seat: seats.chief, last: [] })
  if (template === null) throw new Error('there is no enterprise to write in')
  const copies = Array.from({ length: 200 }, () => ({ number: nextNumber(), turn: template.turn }))
  await writeCopies(client, template, copies)
  return rawRaces(url, {
    enterprises: copies.map(({ number }) => number),
    enterpriseOf: (number) => enterpriseId(enterpriseName(number)),
    persons: [personId(cast.candidate), personId(cast.stranger)],
    basis: uuid('x0'),
    seatFault: (number) => lookAtSeat(factsOf(stores[0].reader), enterpriseName(number)),
  })
}

/** Whatever is left, breadth first, until somebody asks it to stop. */
async function raceAll(): Promise<void> {
  const left = () => (stopping ? null : nextOf(ledger, pairs, runs))
  if (left() === null && ledger.raw !== null) return
  const grounds = await openGrounds()
  let least = leastOf(ledger, pairs)
  let [raced, seconds] = [0, 0]
  for (let portion = left(); portion; portion = left()) {
    const came = await carriedOut(grounds, portion)
    ledger.add(portion, came)
    raced += came.races
    seconds += came.seconds
    const index = pairs.findIndex(({ family, pair }) => family === portion.family && pair === portion.pair)
    const where = `${index + 1} of ${pairs.length} pairs up to ${portion.upTo}, ${portion.family}`
    process.stderr.write(`${where}: ${portion.pair}, ${Math.round(raced / seconds)} races a second\n`)
    if (leastOf(ledger, pairs) > least) {
      least = leastOf(ledger, pairs)
      console.log(reportOf(ledger, pairs).lines.at(-1))
    }
  }
  if (!stopping && ledger.raw === null) ledger.addRaw(await raceRaw(grounds))
  await grounds.end()
}

function summary(): void {
  const { lines, races, wrong } = reportOf(ledger, pairs)
  for (const line of lines) console.log(line)
  const { raw } = ledger
  if (raw !== null) {
    for (const fault of raw.faults) console.log(`wrong: ${fault}`)
    console.log(
      `${raw.passed} attempts past the application’s checks were refused by the database; of two that waited for each other it undid one ${raw.deadlocks} times, which it refused when that one wrote again`,
    )
  }
  const failed = wrong + (raw?.faults.length ?? 0)
  process.exitCode = failed === 0 ? 0 : 1
  const passed = races - wrong + (raw?.passed ?? 0)
  console.log(`${passed} passed, ${failed} failed, ${Math.round((performance.now() - began) / 1000)} s`)
}

if (values.compact !== undefined) writeFileSync(values.compact, new Ledger(values.compact).compact())
else if (values.list) {
  for (const [family, own] of Map.groupBy(pairs, (one) => one.family))
    console.log(`${family}: ${own.length} pairs of operations`)
} else {
  if (values.anew)
    for (const { family, pair } of pairs) if (ledger.of(family, pair).wrong.length > 0) ledger.anew(family, pair)
  if (values.report === undefined) await raceAll()
  summary()
}
