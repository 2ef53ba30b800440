/**
 * How many questions the decision index answers a second in process, on one core, and what it weighs: a made-up country with so many
 * rights, asked evenly and asked by the laws of habit (four fifths of the questions about one fifth of the people). Beside it, in the
 * same run and in turn, `decide` over the facts of the same questions, already in memory. Medians of the runs, with their spread.
 *
 *   node scripts/run.mjs bench/decision-index.ts --rights 100000 --runs 5
 */
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import type { Fact } from '#database'
import { IndexReader, IndexWriter, newWords, type IndexedKind, type IndexedRow } from '#decision-index'
import { instant, type EnterpriseId, type Instant, type PersonId } from '#kernel'
import { decide, type PairFacts, type Question } from '#rights'
import { bothCatalogues } from '../test/histories/catalogues.ts'
import { chanceFrom } from '../test/histories/chance.ts'

const { values } = parseArgs({
  options: {
    rights: { type: 'string', default: '100000' },
    runs: { type: 'string', default: '5' },
    seed: { type: 'string', default: '1' },
  },
})
const rights = Number(values.rights)
const runs = Number(values.runs)
const chance = chanceFrom(Number(values.seed))
const { catalogues } = await bothCatalogues()
const catalogue = catalogues.belgium

const now = instant(Date.UTC(2026, 10, 21))
const dayMs = 86_400_000
const hex = (value: number): string => value.toString(16).padStart(12, '0')
const id = (kind: string, value: number): string => `0190${kind}000-0000-7000-8000-${hex(value)}`
const enterpriseId = (value: number): EnterpriseId => id('e', value) as EnterpriseId
const personId = (value: number): PersonId => id('a', value) as PersonId

// As in a country: five rights an enterprise, two persons an enterprise, and a tenth of the people with more than one.
const enterprises = Math.max(10, Math.ceil(rights / 5))
const persons = enterprises * 2
const groups = [...catalogue.capacities.values()].filter(({ services }) => services.length > 0)
const by = { by_person: personId(0), by_basis: id('b', 0) }

let facts = 0
function row<K extends IndexedKind>(kind: K, body: object, from: Instant, until: Instant | null = null): IndexedRow {
  const fact = id('f', ++facts)
  const times = { row_id: fact, fact_id: fact, valid_from: from, valid_until: until, recorded_at: from }
  return { kind, fact: { ...body, ...by, ...times } } as unknown as IndexedRow
}

/** One enterprise: its record, a representative who is chief, two groups, and users with services in them. */
function enterprise(number: number): IndexedRow[] {
  const enterprise_id = enterpriseId(number)
  const since = instant(now - chance.between(30, 3000) * dayMs)
  const chief = personId(number * 2)
  const record = {
    enterprise_id,
    number: String(number).padStart(10, '0'),
    status: chance.is(0.02) ? 'ceased' : 'active',
    situation: '000',
    legal_form: '014',
  }
  const found = [
    row('enterprise_record', record, since),
    row('representation', { enterprise_id, person_id: chief, function_code: '10002' }, since),
    row(
      'appointment',
      {
        enterprise_id,
        office: 'chief-access-manager',
        scope: '',
        person_id: chief,
        state: 'active',
        ground: 'employee',
      },
      since,
    ),
  ]
  if (chance.is(0.01)) found.push(row('emergency_stop', { enterprise_id }, since))
  for (const { code: capacity, domain, services } of [chance.pick(groups), chance.pick(groups)]) {
    if (
      found.some(({ kind, fact }) => kind === 'capacity_activation' && 'capacity' in fact && fact.capacity === capacity)
    )
      continue
    if (!found.some(({ kind, fact }) => kind === 'domain_activation' && 'domain' in fact && fact.domain === domain))
      found.push(row('domain_activation', { enterprise_id, domain }, since))
    found.push(row('capacity_activation', { enterprise_id, domain, capacity }, since))
    const person_id = personId(chance.is(0.1) ? chance.between(0, persons - 1) : number * 2 + 1)
    const membership = row('membership', { enterprise_id, capacity, person_id }, since)
    found.push(membership)
    if (chance.is(0.03)) found.push(row('block', { enterprise_id, capacity: '', person_id, by_office: 'x' }, since))
    for (const service of services.slice(0, chance.between(1, 4))) {
      const until = chance.is(0.2) ? instant(now + chance.between(-200, 200) * dayMs) : null
      if (until !== null && until <= since) continue
      const body = { enterprise_id, membership_id: membership.fact.fact_id, capacity, person_id, service }
      found.push(row('authorisation', body, since, until))
    }
  }
  return found
}

const words = newWords(Math.min(2 ** 32 - 4096, 64 * 1024 * 1024 + rights * 400))
const writer = new IndexWriter(words, { enterprises, persons, pairs: enterprises * 3 })
writer.learn(catalogue)
const began = performance.now()
let given = 0
/** Where there is something to ask about. */
const asked: { enterprise: number; person: PersonId; service: string; capacity: string }[] = []
for (let number = 0; number < enterprises; number++) {
  const rows = enterprise(number)
  for (const { kind, fact } of rows) {
    if (kind === 'authorisation' && chance.is(0.5))
      asked.push({ enterprise: number, person: fact.person_id, service: fact.service, capacity: fact.capacity })
    if (kind === 'authorisation') given++
  }
  writer.apply(rows.map((one) => ({ operation: 'recorded', row: one })))
}
const built = performance.now() - began
console.log(
  `${given} authorisations, ${facts} facts of ${enterprises} enterprises: ${(writer.bytesUsed / 2 ** 20).toFixed(0)} MiB, ` +
    `${(writer.bytesUsed / facts).toFixed(0)} bytes a fact; let in at ${Math.round((facts / built) * 1000)} facts a second`,
)

const reader = new IndexReader(words, 0, catalogue)
const levels = [300, 450, 500] as const

/** Half about what somebody has, the rest about somebody else or something else. */
function question(skewed: boolean): Question {
  const one = skewed && chance.is(0.8) ? asked[chance.between(0, Math.ceil(asked.length / 5) - 1)] : chance.pick(asked)
  if (!one) throw new Error('nothing to ask')
  const stranger = chance.is(0.25)
  return {
    person: stranger ? personId(chance.between(0, persons - 1)) : one.person,
    enterprise: enterpriseId(one.enterprise),
    action: { kind: 'service', code: chance.is(0.25) ? chance.pick(asked).service : one.service },
    ...(chance.is(0.5) ? { capacity: one.capacity } : {}),
    level: chance.pick([...levels]),
    at: now,
  }
}

const count = 200_000
/** The same question objects are asked many times over by nobody: each run has its own. */
function rate(questions: readonly Question[], answer: (question: Question) => { permit: boolean }): number {
  let permits = 0
  const start = performance.now()
  for (const one of questions) if (answer(one).permit) permits++
  const took = performance.now() - start
  if (permits === 0 || permits === questions.length) throw new Error('all answers are alike')
  return (questions.length / took) * 1000
}

/** The facts of a pair, as a store would have given them. */
const empty: PairFacts = {
  records: [],
  stops: [],
  confirmations: [],
  domains: [],
  capacities: [],
  representations: [],
  appointments: [],
  memberships: [],
  blocks: [],
  authorisations: [],
  roles: [],
  standIns: [],
  stoodInFor: [],
}
const sample = enterprise(enterprises + 1)
const of = <K extends IndexedKind>(kind: K) =>
  sample.flatMap((one) => (one.kind === kind ? [one.fact as unknown as Fact<K>] : []))
const member = of('membership')[0]
const pair: PairFacts = {
  ...empty,
  records: of('enterprise_record'),
  domains: of('domain_activation'),
  capacities: of('capacity_activation'),
  memberships: of('membership'),
  authorisations: of('authorisation'),
}

const results = { evenly: [] as number[], 'by habit': [] as number[], 'decide over facts': [] as number[] }
for (let run = 0; run <= runs; run++) {
  const [even, habit] = [false, true].map((skewed) => Array.from({ length: count }, () => question(skewed)))
  const one = rate(even ?? [], (asking) => reader.ask(asking))
  const other = rate(habit ?? [], (asking) => reader.ask(asking))
  const plain = (even ?? []).slice(0, 20_000).map((asking, index) => ({
    ...asking,
    action: index % 2 === 0 ? { kind: 'service' as const, code: of('authorisation')[0]?.service ?? '' } : asking.action,
    level: 500 as const,
    person: member?.person_id ?? asking.person,
  }))
  const third = rate(
    plain.map(({ capacity: _capacity, ...rest }) => rest),
    (asking) => decide(catalogue, pair, asking),
  )
  // The first run warms up.
  if (run === 0) continue
  results.evenly.push(one)
  results['by habit'].push(other)
  results['decide over facts'].push(third)
}
for (const [title, rates] of Object.entries(results)) {
  const sorted = rates.toSorted((a, b) => a - b)
  const at = (share: number) => Math.round(sorted[Math.floor(share * (sorted.length - 1))] ?? 0)
  console.log(`${title}: median ${at(0.5)} a second (${at(0)}–${at(1)})`)
}
console.log(`load ${loadavg()[0]?.toFixed(1)}`)
