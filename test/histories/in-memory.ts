import { performing, type Unit } from '#operations'
import { factsByPerson, pairFacts } from '#rights'
import { instant, type PersonId } from '#kernel'
import type { Catalogue } from '#catalogue'
import { memoryFacts, type MemoryFacts } from '../support/memory-facts.ts'
import type { History } from './history.ts'
import {
  actorOf,
  enterpriseId,
  inputOf,
  lookAtSeat,
  nameOf,
  nationalNumberOf,
  operationOf,
  personId,
  remember,
  uuid,
  writeGiven,
  type Asked,
  type Product,
  type Verdict,
} from './product.ts'

/** A product whose operations can be tried and taken back. */
export interface InMemory extends Product {
  readonly facts: MemoryFacts
  attempt(asked: Asked): Promise<Verdict>
}

/** The rules over facts in memory: what is refused is undone, as a store would. */
export const inMemory =
  (catalogues: Record<History['catalogue'], Catalogue>) =>
  async (history: History): Promise<InMemory> => {
    const catalogue = catalogues[history.catalogue]
    let now = instant(0)
    let ids = 0
    const facts = memoryFacts({ now: () => now, newId: () => uuid(`x${++ids}`) })
    const persons = new Map<string, PersonId>(history.persons.map((name) => [nationalNumberOf(name), personId(name)]))
    const realNames = new Map(history.persons.map((name) => [personId(name), nameOf(name).familyName]))
    let known = new Map<string, string>()
    const appointments = new Map<string, string>()
    const product: InMemory = {
      catalogue,
      facts,
      async given(given) {
        now = instant(Math.max(now, 'at' in given ? given.at : given.what === 'block' ? given.from : 0))
        await writeGiven(facts, given, appointments)
      },
      async operation(asked) {
        now = instant(asked.now)
        const operation = operationOf(asked)
        const unit: Unit = {
          facts,
          catalogue,
          now,
          async personFor(enterprise, typed) {
            const person = persons.get(typed.nationalNumber)
            if (!person) throw new Error('nobody has that number here')
            known.set(enterprise + person, typed.familyName)
            return person
          },
          async isNamedOtherwise(enterprise, person) {
            const typed = known.get(enterprise + person)
            return typed !== undefined && typed !== realNames.get(person)
          },
          knowByOwnName: async (enterprise, person) => void known.delete(enterprise + person),
          changeReach: async () => ({ changed: [], before: { email: null, phone: null } }),
        }
        const input = inputOf(asked, operation, appointments)
        const mark = facts.snapshot()
        const knownBefore = new Map(known)
        const done = await performing.carryOut(unit, operation, enterpriseId(asked.enterprise), actorOf(asked), input)
        if (!done.allowed) {
          facts.restore(mark)
          known = knownBefore
          return done.levelNeeded === undefined
            ? { reason: done.reason }
            : { reason: done.reason, levelNeeded: done.levelNeeded }
        }
        remember(asked, done.result, appointments)
        return null
      },
      async attempt(asked) {
        const mark = facts.snapshot()
        const knownBefore = new Map(known)
        try {
          return await product.operation(asked)
        } finally {
          facts.restore(mark)
          known = knownBefore
        }
      },
      pair: (enterprise, person) => pairFacts(facts, enterpriseId(enterprise), personId(person)),
      everybody: (enterprise) => factsByPerson(facts, enterpriseId(enterprise)),
      seatFault: (enterprise) => lookAtSeat(facts, enterprise),
      async close() {},
    }
    return product
  }
