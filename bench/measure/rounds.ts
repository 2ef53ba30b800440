import { loadavg } from 'node:os'
import { keepApart } from '../load/apart.ts'
import { keepAwake } from '../load/awake.ts'
import { startLoad, type Load } from '../load/load.ts'
import type { LoadResult, Manner } from '../load/job.ts'
import type { Contestant, Running } from '../contestants/contestant.ts'
import type { AskedQuestion } from '../world/questions.ts'
import { median, type ResultRow } from './result.ts'

/** A contestant that runs, with what it is. */
export interface Entrant {
  readonly contestant: Contestant
  readonly running: Running
}

export interface Scenario {
  readonly world: string
  readonly question: string
  readonly questions: readonly AskedQuestion[]
  readonly batch: number
  readonly manner: Manner
  readonly runs: number
  readonly warmMs: number
  readonly measureMs: number
  /** Whoever answers by itself with one thread keeps its processor, and the load another one. */
  readonly apart: boolean
}

interface Runs {
  readonly entrant: Entrant
  readonly load: Load
  readonly results: LoadResult[]
}

const loadOf = (manner: Manner): string =>
  manner.kind === 'open'
    ? `${Math.round(manner.perSecond)} requests a second, over ${manner.connections} connections`
    : `${manner.connections} connections, each waits for its answer`

/** The answers of some contestant are not those of `decide`: nothing of it is reported. */
class AnswersDiffer extends Error {
  override readonly name = 'AnswersDiffer'
}

async function withLoads(entrants: readonly Entrant[], scenario: Scenario): Promise<Runs[]> {
  const all: Runs[] = []
  for (const entrant of entrants) {
    const requests = entrant.running.requestsFor(scenario.questions, scenario.batch)
    if (requests === null) continue
    const load = startLoad()
    await load.use(requests)
    all.push({ entrant, load, results: [] })
  }
  return all
}

/**
 * Every question asked once of every contestant that decides. Throws AnswersDiffer when one answers otherwise than `decide` over the
 * same facts, or not at all.
 */
export async function answersEqual(entrants: readonly Entrant[], questions: readonly AskedQuestion[]): Promise<void> {
  const scenario = { questions, batch: 1 } as Scenario
  const deciding = entrants.filter(({ contestant }) => contestant.mode !== 'none')
  for (const { entrant, load } of await withLoads(deciding, scenario)) {
    const manner = { kind: 'once', connections: 8 } as const
    const { wrong, errors } = await load.run({ port: entrant.running.port, manner, warmMs: 0, measureMs: 0 })
    load.stop()
    if (wrong + errors > 0) {
      const { name } = entrant.contestant
      throw new AnswersDiffer(`${name}: ${wrong} of ${questions.length} answers are wrong, ${errors} did not come`)
    }
  }
}

function rowOf(one: Runs, all: readonly Runs[], scenario: Scenario, told: { average: number; at: string }): ResultRow {
  const { contestant } = one.entrant
  const of = (pick: (result: LoadResult) => number) => one.results.map(pick)
  const against = (name: string, ratio: (own: LoadResult, other: LoadResult) => number): number | null => {
    const other = all.find(({ entrant }) => entrant.contestant.name === name)
    if (!other) return null
    return median(one.results.map((result, round) => ratio(result, other.results[round] ?? result)))
  }
  const rates = of(({ perSecond }) => perSecond)
  const share = (own: LoadResult, other: LoadResult) => own.perSecond / other.perSecond
  const perMeasured = median(rates)
  return {
    name: contestant.name,
    world: scenario.world,
    mode: contestant.mode,
    question: scenario.question,
    rps: Math.round(perMeasured),
    rps_low: Math.round(Math.min(...rates)),
    rps_high: Math.round(Math.max(...rates)),
    p50_us: Math.round(median(of(({ p50Us }) => p50Us))),
    p99_us: Math.round(median(of(({ p99Us }) => p99Us))),
    p999_us: Math.round(median(of(({ p999Us }) => p999Us))),
    ratio_to_floor: rounded(against('floor', share)),
    ratio_to_bare: rounded(against('bare', share)),
    p99_to_floor: rounded(against('floor', (own, other) => own.p99Us / other.p99Us)),
    decisions_per_second: Math.round(perMeasured * scenario.batch),
    load: loadOf(scenario.manner),
    runs: one.results.length,
    errors: of(({ errors }) => errors).reduce((sum, count) => sum + count, 0),
    wrong: of(({ wrong }) => wrong).reduce((sum, count) => sum + count, 0),
    load_cpu: rounded(median(of(({ ownCpu }) => ownCpu))) ?? 0,
    load_average: rounded(told.average) ?? 0,
    measured_at: told.at,
  }
}

const rounded = (value: number | null): number | null => (value === null ? null : Number(value.toPrecision(3)))

/** Measures all entrants in turn, so many rounds; each round begins with another one, so that none always runs in the lee of the same. */
export async function measured(entrants: readonly Entrant[], scenario: Scenario): Promise<ResultRow[]> {
  const told = { average: loadavg()[0] ?? 0, at: new Date().toISOString() }
  const all = await withLoads(entrants, scenario)
  const rest = keepAwake()
  const together = all.flatMap(({ entrant, load }) =>
    scenario.apart && entrant.running.pid !== undefined ? [keepApart(load.pid, entrant.running.pid)] : [],
  )
  try {
    const { manner, warmMs, measureMs } = scenario
    for (let round = 0; round < scenario.runs; round++) {
      for (let turn = 0; turn < all.length; turn++) {
        const one = all[(turn + round) % all.length]
        if (one) one.results.push(await one.load.run({ port: one.entrant.running.port, manner, warmMs, measureMs }))
      }
    }
  } finally {
    rest()
    for (const again of together) again()
    for (const { load } of all) load.stop()
  }
  const rows = all.map((one) => rowOf(one, all, scenario, told))
  const wrong = rows.filter((row) => row.wrong > 0)
  if (wrong.length > 0)
    throw new AnswersDiffer(wrong.map((row) => `${row.name}: ${row.wrong} wrong answers`).join(', '))
  return rows
}
