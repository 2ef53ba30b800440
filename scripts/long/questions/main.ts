// npm run questions -- --count 10000000 --seed 1 [--ledger <file>] [--each 5000] [--plant]
//
// Random questions three ways: the decision index that follows a PostgreSQL, `decide` over facts that SQL reads from it, and the
// readable reference. Each seed is a world of its own that has lived a random history. Whatever parts them stops the run, with the
// seed and the question. With --ledger a run that was ended goes on where it was.
import { parseArgs } from 'node:util'
import { isUnreachable } from '#database'
import { chanceFrom } from '../../../test/histories/chance.ts'
import { bothCatalogues } from '../../../test/histories/catalogues.ts'
import { historyOf } from '../../../test/histories/generate.ts'
import { forgetTemplates } from '../../../test/histories/new-store.ts'
import { onStore } from '../../../test/histories/on-store.ts'
import { personId } from '../../../test/histories/product.ts'
import { decide, type Question } from '../../../test/reference/index.ts'
import { compare, compareWhole } from './ask.ts'
import { draw, isPartOf, momentsOf } from './draw.ts'
import { Ledger } from './ledger.ts'
import { Indexes, live, Parted, type Lived } from './life.ts'
import { compareLists } from './lists.ts'
import { otherCatalogue } from './planted.ts'

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '10000000' },
    seed: { type: 'string', default: '1' },
    each: { type: 'string', default: '6000' },
    ledger: { type: 'string' },
    plant: { type: 'boolean', default: false },
  },
})
const count = Number(values.count)
const firstSeed = Number(values.seed)
const each = Number(values.each)
/** So many questions of a world go the whole road through the store, and of so many the three lists are compared. */
const wholeEach = 15
const listsEach = 15

const both = await bothCatalogues()
const real = onStore('postgres', both.catalogues)
const ledger = new Ledger(values.ledger ?? null)
const indexes = new Indexes()

/** Asks about everybody in every enterprise of a world; of whoever is nothing there a tenth as much. */
async function askAbout(lived: Lived, seed: number): Promise<void> {
  const chance = chanceFrom(seed ^ 0x2f6b1d3c)
  const { catalogue } = lived.product
  const reader = await indexes.readerOf(lived.deps.store, values.plant ? otherCatalogue(catalogue) : catalogue)
  const pairs = lived.history.enterprises.flatMap((enterprise) =>
    lived.history.persons.map((person) => ({ enterprise, person })),
  )
  const parts = pairs.reduce((sum, pair) => sum + (isPartOf(lived.world, pair) ? 1 : 0.1), 0)
  let permits = 0
  let asked = 0
  const some: Question[] = []
  for (const enterprise of lived.history.enterprises) {
    const moments = momentsOf(lived, enterprise, chance)
    const everybody = await lived.product.everybody(enterprise)
    for (const pair of pairs.filter((one) => one.enterprise === enterprise)) {
      // Somebody who is nothing there is on no list: their facts are read by themselves.
      const facts = everybody.get(personId(pair.person)) ?? (await lived.product.pair(enterprise, pair.person))
      const share = isPartOf(lived.world, pair) ? 1 : 0.1
      for (let one = 0; one < Math.ceil((each * share) / parts); one++) {
        const question = draw(chance, lived, pair, moments)
        const parted = compare({ lived, reader, facts }, question)
        if (parted !== null) throw new Parted(parted)
        if (decide(lived.book, lived.world, question).permit) permits++
        if (one === 0) some.push(question)
        asked++
      }
    }
  }
  const wanted = Array.from({ length: Math.max(wholeEach, listsEach) }, () => chance.pick(some))
  for (const question of wanted.slice(0, wholeEach)) {
    const parted = await compareWhole({ lived }, question)
    if (parted !== null) throw new Parted(parted)
  }
  const listed = await compareLists(lived, reader, chance, wanted.slice(0, listsEach))
  if (typeof listed === 'string') throw new Parted(listed)
  ledger.add({ seed, questions: asked, permits, whole: wholeEach, lists: listsEach, listed })
}

async function oneWorld(seed: number): Promise<void> {
  const history = historyOf(seed, both.books)
  const product = await real.open(history)
  try {
    await askAbout(await live(history, both.books[history.catalogue], product), seed)
  } finally {
    await product.close()
  }
}

const began = performance.now()
const seconds = () => Math.round((performance.now() - began) / 1000)
let parted: string | null = null
let lost = 0
const lostMost = 100
for (let seed = firstSeed; ledger.total.questions < count && parted === null; seed++) {
  if (ledger.has(seed)) continue
  parted = await oneWorld(seed).then(
    () => null,
    (fault: unknown) => {
      if (fault instanceof Parted) return `seed ${seed}: ${fault.message}`
      // Whoever is held up for long loses their session: the world is lived anew in another store.
      if (!isUnreachable(fault) || ++lost > lostMost) throw fault
      seed--
      return null
    },
  )
  const { worlds, questions } = ledger.total
  if (worlds % 100 === 0) console.log(`${worlds} worlds, ${questions} questions, ${seconds()} s`)
}
await real.closeShared()
await forgetTemplates()
const { worlds, questions, permits, whole, lists, listed } = ledger.total
const share = ((100 * permits) / Math.max(1, questions)).toFixed(1)
console.log(
  `${worlds} worlds from seed ${firstSeed} on, ${questions} questions three ways (${share} % permitted), ` +
    `${whole} of them the whole road through the store, the three lists of ${lists} (${listed} entries); ${seconds()} s`,
)
if (parted !== null) {
  console.log(`PARTED: ${parted}`)
  console.log(`again: npm run questions -- --count 1 --seed ${/seed (\d+)/.exec(parted)?.[1]} --each ${each}`)
}
if (values.plant)
  console.log(parted === null ? 'WRONG: what was planted was not noticed' : 'what was planted was noticed')
const hasPassed = (parted !== null) === values.plant
process.exitCode = hasPassed ? 0 : 1
console.log(hasPassed ? '1 passed, 0 failed' : '0 passed, 1 failed')
