/**
 * How many questions the decision index answers a second in process, on one core, and what it weighs: a made-up country with so many
 * authorisations and roles, asked evenly, and by habit: four fifths of the questions about a fifth of the rights, of those again four
 * fifths about a fifth, and so on. A question names the person by 16 bytes and the enterprise by its number, as a call of a client
 * does; `by ids` names both by their ids. Beside it, in turn in the same run, `decide` over the facts of one pair in memory.
 * Medians of the runs with their spread, by the processor time of the thread and by the clock. Questions are made some hundreds at a
 * time before they are asked; none is asked twice on purpose.
 *
 *   node scripts/run.mjs bench/decision-index.ts --rights 100000 --runs 5 [--only evenly] [--count 200000]
 */
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import type { Fact } from '#database'
import {
  IndexReader,
  IndexWriter,
  newWords,
  type IndexedKind,
  type IndexedRow,
  type IndexQuestion,
} from '#decision-index'
import { instant, type EnterpriseId, type Instant, type PersonId } from '#kernel'
import { decide, type PairFacts, type Question } from '#rights'
import { bothCatalogues } from '../test/histories/catalogues.ts'
import { chanceFrom } from '../test/histories/chance.ts'

const { values } = parseArgs({
  options: {
    rights: { type: 'string', default: '100000' },
    runs: { type: 'string', default: '5' },
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '200000' },
    only: { type: 'string' },
  },
})
const rights = Number(values.rights)
const runs = Number(values.runs)
const count = Number(values.count)
const chance = chanceFrom(Number(values.seed))
const { catalogues } = await bothCatalogues()
const catalogue = catalogues.belgium

const now = instant(Date.UTC(2026, 10, 21))
const dayMs = 86_400_000
const hex = (value: number): string => value.toString(16).padStart(12, '0')
const id = (kind: string, value: number): string => `0190${kind}000-0000-7000-8000-${hex(value)}`
const enterpriseId = (value: number): EnterpriseId => id('e', value) as EnterpriseId
const personId = (value: number): PersonId => id('a', value) as PersonId
const numberOf = (value: number): string => String(value).padStart(10, '0')
/** The same text in one piece, as a parser makes it. */
const flat = <T extends string>(text: T): T => Buffer.from(text, 'latin1').toString('latin1') as T
const bytesOf = (person: PersonId): Uint8Array => new Uint8Array(Buffer.from(person.replaceAll('-', ''), 'hex'))

// As in a country: five rights an enterprise, two persons an enterprise, and a tenth of the people with more than one.
const enterprises = Math.max(10, Math.ceil(rights / 5))
const persons = enterprises * 2
const groups = [...catalogue.capacities.values()].filter(({ services }) => services.length > 0)
const services = [...catalogue.services.keys()]
const roles = [...catalogue.roles.values()].filter(({ contexts }) =>
  contexts.some((one) => one.context === 'enterprise'),
)
const by = { by_person: personId(0), by_basis: id('b', 0) }

let facts = 0
function row<K extends IndexedKind>(kind: K, body: object, from: Instant, until: Instant | null = null): IndexedRow {
  const fact = id('f', ++facts)
  const times = { row_id: fact, fact_id: fact, valid_from: from, valid_until: until, recorded_at: from }
  return { kind, fact: { ...body, ...by, ...times } } as unknown as IndexedRow
}

/** One enterprise: its record, a representative who is chief, two groups, and users with services in them and roles. */
function enterprise(number: number): IndexedRow[] {
  const enterprise_id = enterpriseId(number)
  const since = instant(now - chance.between(30, 3000) * dayMs)
  const chief = personId(number * 2)
  const status = chance.is(0.02) ? 'ceased' : 'active'
  const record = { enterprise_id, number: numberOf(number), status, situation: '000', legal_form: '014' }
  const seat = { office: 'chief-access-manager', scope: '', state: 'active', ground: 'employee' }
  const found = [
    row('enterprise_record', record, since),
    row('representation', { enterprise_id, person_id: chief, function_code: '10002' }, since),
    row('appointment', { enterprise_id, person_id: chief, ...seat }, since),
  ]
  if (chance.is(0.01)) found.push(row('emergency_stop', { enterprise_id }, since))
  const open = new Set<string>()
  for (const { code: capacity, domain, services: offered } of [chance.pick(groups), chance.pick(groups)]) {
    if (open.has(capacity)) continue
    if (!open.has(domain)) found.push(row('domain_activation', { enterprise_id, domain }, since))
    open.add(capacity).add(domain)
    found.push(row('capacity_activation', { enterprise_id, domain, capacity }, since))
    const person_id = personId(chance.is(0.1) ? chance.between(0, persons - 1) : number * 2 + 1)
    const membership = row('membership', { enterprise_id, capacity, person_id }, since)
    found.push(membership)
    if (chance.is(0.03)) found.push(row('block', { enterprise_id, capacity: '', person_id, by_office: 'x' }, since))
    for (const service of offered.slice(0, chance.between(1, 4))) {
      const until = chance.is(0.2) ? instant(now + chance.between(-200, 200) * dayMs) : null
      if (until !== null && until <= since) continue
      const body = { enterprise_id, membership_id: membership.fact.fact_id, capacity, person_id, service }
      found.push(row('authorisation', body, since, until))
    }
  }
  for (let left = chance.between(0, 3); left > 0; left--) {
    const { code: role } = chance.pick(roles)
    const given = { enterprise_id, person_id: personId(number * 2 + 1), role, context: 'enterprise', state: 'active' }
    found.push(row('role_assignment', { ...given, parameters: {} }, since))
  }
  return found
}

const words = newWords(Math.min(2 ** 32 - 4096, 64 * 1024 * 1024 + rights * 200))
const writer = new IndexWriter(words, { enterprises, persons, pairs: enterprises * 3.2 })
writer.learn(catalogue)
/** Where there is something to ask about: the enterprise, the person, and the places of the service and the capacity. */
const asked = { count: 0, about: new Int32Array(4 * rights) }
const capacities = [...catalogue.capacities.keys()]
const spent = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
const began = spent()
let given = 0
for (let number = 0; number < enterprises; number++) {
  const rows = enterprise(number)
  for (const { kind, fact } of rows) {
    if (kind === 'authorisation' || kind === 'role_assignment') given++
    if (kind !== 'authorisation' || asked.count === rights) continue
    const person = Number.parseInt(fact.person_id.slice(-12), 16)
    const about = [number, person, services.indexOf(fact.service), capacities.indexOf(fact.capacity)]
    asked.about.set(about, 4 * asked.count++)
  }
  writer.apply(rows.map((each) => ({ operation: 'recorded', row: each })))
}
const built = spent() - began
const mebibytes = writer.bytesUsed / 2 ** 20
console.log(
  `${given} authorisations and roles, ${facts} facts of ${enterprises} enterprises: ${mebibytes.toFixed(0)} MiB, ` +
    `${(writer.bytesUsed / facts).toFixed(0)} bytes a fact; made and let in one enterprise at a time, ` +
    `${Math.round((facts / built) * 1000)} facts a second; the process has ${(process.memoryUsage.rss() / 2 ** 20).toFixed(0)} MiB`,
)

const reader = new IndexReader(words, 0, catalogue)
const levels = [300, 450, 500] as const

/** By habit the share of the first fifth is four fifths, and within it again; which ones are first has nothing to do with where they lie. */
function oneOf(habit: boolean): number {
  if (!habit) return chance.between(0, asked.count - 1)
  const rank = Math.floor(asked.count * chance.next() ** (Math.log(0.2) / Math.log(0.8)))
  return Number((BigInt(rank) * 2_654_435_761n) % BigInt(asked.count))
}

/** Half about what somebody has, the rest about somebody else or something else. */
function subject(habit: boolean) {
  const at = 4 * oneOf(habit)
  const [number = 0, person = 0, service = 0, capacity = 0] = asked.about.subarray(at, at + 4)
  const other = asked.about[4 * chance.between(0, asked.count - 1) + 2] ?? 0
  return {
    number,
    person: personId(chance.is(0.25) ? chance.between(0, persons - 1) : person),
    rest: {
      action: { kind: 'service' as const, code: services[chance.is(0.25) ? other : service] ?? '' },
      ...(chance.is(0.5) ? { capacity: capacities[capacity] ?? '' } : {}),
      level: chance.pick([...levels]),
      at: now,
    },
  }
}

const byNumber = (habit: boolean) => (): IndexQuestion => {
  const { number, person, rest } = subject(habit)
  return { person: bytesOf(person), number: flat(numberOf(number)), ...rest }
}
const byIds = (habit: boolean) => (): Question => {
  const { number, person, rest } = subject(habit)
  return { person: flat(person), enterprise: flat(enterpriseId(number)), ...rest }
}

/** The facts of a pair, as a store would have given them. */
function onePair(): { facts: PairFacts; person: PersonId; service: string } {
  for (;;) {
    const sample = enterprise(0)
    const of = <K extends IndexedKind>(kind: K) =>
      sample.flatMap((found) => (found.kind === kind ? [found.fact as unknown as Fact<K>] : []))
    const [right] = of('authorisation')
    if (!right || of('emergency_stop').length > 0) continue
    const none = { stops: [], confirmations: [], representations: [], appointments: [], blocks: [], roles: [] }
    return {
      person: right.person_id,
      service: right.service,
      facts: {
        ...none,
        standIns: [],
        stoodInFor: [],
        records: of('enterprise_record'),
        domains: of('domain_activation'),
        capacities: of('capacity_activation'),
        memberships: of('membership'),
        authorisations: of('authorisation'),
      },
    }
  }
}
const pair = onePair()
const overFacts = (): Question => {
  const question = byIds(false)()
  const { capacity: _capacity, ...rest } = question
  const code = chance.is(0.5) ? pair.service : question.action.code
  return { ...rest, person: pair.person, action: { kind: 'service', code }, level: 500 }
}

interface Way {
  readonly question: () => IndexQuestion
  readonly answer: (question: never) => { permit: boolean }
  readonly share: number
}
const ask = (question: IndexQuestion) => reader.ask(question)
const ways: Record<string, Way> = {
  evenly: { question: byNumber(false), answer: ask, share: 1 },
  'by habit': { question: byNumber(true), answer: ask, share: 1 },
  'evenly by ids': { question: byIds(false), answer: ask, share: 1 },
  'decide over facts': {
    question: overFacts,
    answer: (question: Question) => decide(catalogue, pair.facts, question),
    share: 0.1,
  },
}

/** So many questions lie in the cache when they are asked, as one does that has just been parsed. */
const atOnce = 500

/** Questions a second of this thread's processor time, and of the clock; making the questions does not count. */
function rates({ question, answer, share }: Way): { processor: number; clock: number } {
  const took = { processor: 0, clock: 0 }
  let permits = 0
  const rounds = Math.ceil((count * share) / atOnce)
  for (let round = 0; round < rounds; round++) {
    const questions = Array.from({ length: atOnce }, question) as never[]
    const [processor, clock] = [process.threadCpuUsage(), performance.now()]
    for (const asking of questions) if (answer(asking).permit) permits++
    const { user, system } = process.threadCpuUsage(processor)
    took.processor += user + system
    took.clock += performance.now() - clock
  }
  if (permits === 0 || permits === rounds * atOnce) throw new Error('all answers are alike')
  return { processor: (rounds * atOnce * 1e6) / took.processor, clock: (rounds * atOnce * 1000) / took.clock }
}

const chosen = Object.entries(ways).filter(([title]) => values.only === undefined || values.only === title)
const results = chosen.map(([title, way]) => ({ title, way, found: [] as ReturnType<typeof rates>[] }))
// The first runs warm up.
for (let run = -2; run < runs; run++)
  for (const { way, found } of results) {
    const measured = rates(way)
    if (run >= 0) found.push(measured)
  }
for (const { title, found } of results) {
  const spread = (of: 'processor' | 'clock') => {
    const sorted = found.map((each) => each[of]).toSorted((a, b) => a - b)
    const at = (share: number) => Math.round(sorted[Math.floor(share * (sorted.length - 1))] ?? 0)
    return `${at(0.5)} (${at(0)}–${at(1)})`
  }
  console.log(`${title}: median ${spread('processor')} a second of processor, ${spread('clock')} of the clock`)
}
console.log(`load ${loadavg()[0]?.toFixed(1)}`)
