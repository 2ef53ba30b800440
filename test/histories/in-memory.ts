import { performing, type Unit } from '#operations'
import { factsByPerson, pairFacts } from '#rights'
import { instant, type PersonId } from '#kernel'
import type { Catalogue } from '#catalogue'
import { memoryFacts, type MemoryFacts } from '../support/memory-facts.ts'
import { IndexBeside, indexDifference } from '../support/index-beside.ts'
import { PastLog } from '../support/past-log.ts'
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
  /** A place in the life; the answer leads back to it, and makes places taken since void. */
  place(): () => void
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
    const log = new PastLog()
    let beside: IndexBeside | null = null
    let hasChanged = true
    const product: InMemory = {
      catalogue,
      facts,
      async given(given) {
        now = instant(Math.max(now, 'at' in given ? given.at : given.what === 'block' ? given.from : 0))
        hasChanged = true
        await writeGiven(facts, given, appointments)
      },
      async operation(asked) {
        hasChanged = true
        now = instant(asked.now)
        const operation = operationOf(asked)
        const { facts: watched, changes } = performing.watched(facts)
        const unit: Unit = {
          facts: watched,
          catalogue,
          now,
          past: log.past,
          async personFor(enterprise, typed) {
            const person = typed.nationalNumber === 'none' ? undefined : persons.get(typed.nationalNumber)
            if (!person) throw new Error('nobody has that number here')
            known.set(enterprise + person, typed.familyName)
            return person
          },
          async isNamedOtherwise(enterprise, person) {
            const typed = known.get(enterprise + person)
            return typed !== undefined && typed !== realNames.get(person)
          },
          knowByOwnName: async (enterprise, person) => void known.delete(enterprise + person),
          inviteToAccountAgain: async () => {},
          lastSignIn: async () => null,
          changeReach: async () => ({ changed: [], before: { email: null, phone: null } }),
        }
        const input = inputOf(asked, operation, appointments)
        const mark = facts.snapshot()
        const knownBefore = new Map(known)
        const enterprise = enterpriseId(asked.enterprise)
        const actor = actorOf(asked)
        const done = await performing.carryOut(unit, operation, enterprise, actor, input)
        if (!done.allowed) {
          facts.restore(mark)
          known = knownBefore
          return done.levelNeeded === undefined
            ? { reason: done.reason }
            : { reason: done.reason, levelNeeded: done.levelNeeded }
        }
        const entry = log.add(uuid(`x${++ids}`), { enterprise, operation, actor, at: now, done, changes })
        remember(asked, { ...done.result, entry }, appointments)
        return null
      },
      async attempt(asked) {
        const back = product.place()
        try {
          return await product.operation(asked)
        } finally {
          back()
        }
      },
      place() {
        const [mark, then, done, knownThen] = [facts.snapshot(), now, log.size, new Map(known)]
        return () => {
          facts.restore(mark)
          now = then
          known = new Map(knownThen)
          log.forgetAfter(done)
        }
      },
      pair: (enterprise, person) => pairFacts(facts, enterpriseId(enterprise), personId(person)),
      everybody: (enterprise) => factsByPerson(facts, enterpriseId(enterprise)),
      async indexed(questions, pair) {
        beside ??= new IndexBeside(facts, catalogue)
        if (hasChanged) await beside.follow()
        hasChanged = false
        return indexDifference(beside.reader, catalogue, questions, pair)
      },
      seatFault: (enterprise) => lookAtSeat(facts, enterprise),
      async close() {},
    }
    return product
  }
