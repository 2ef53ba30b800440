import { availableParallelism, loadavg } from 'node:os'
import type { Instant } from '#kernel'
import { authzenRequests } from '../contestants/authzen.ts'
import { askingClient, claviger } from '../contestants/claviger.ts'
import type { Contestant } from '../contestants/contestant.ts'
import type { Peers } from '../contestants/peers/index.ts'
import { answerOf, plain } from '../contestants/plain.ts'
import { sql } from '../contestants/sql.ts'
import type { LoadedWorld } from '../world/load.ts'
import { questionsOf, type AskedQuestion } from '../world/questions.ts'
import { answersEqual, measured, type Entrant, type Scenario } from './rounds.ts'
import { median, untilRefusedQuestion, type ResultRow } from './result.ts'

export interface WorldRunOrder {
  readonly name: string
  readonly loaded: LoadedWorld
  /** Names of the contestants wanted; null: all there are. */
  readonly only: readonly string[] | null
  /** Who takes part beside our own, bare, floor and SQL; null: nobody. */
  readonly peers: Peers | null
  /** The moment for which the questions are answered. */
  readonly at: Instant
  readonly runs: number
  readonly seconds: number
  readonly connections: number
  readonly questions: number
  readonly tell: (sentence: string) => void
}

const batchSize = 100
/** What runs for the first time is compiled, and what is asked for the first time that day is noted as used. */
const warmingMs = 5000
/** So many questions fit every cache, and are asked again within seconds. */
const askedAgain = 1000

function requestText(bytes: Uint8Array, end: number): string {
  return Buffer.from(bytes.subarray(0, end)).toString().split('\r\n\r\n')[1] ?? ''
}

/** One permit, and one group, as the product answers them: what bare and floor give again. */
async function sampleAnswers(entrant: Entrant, loaded: LoadedWorld, questions: readonly AskedQuestion[]) {
  const client = await askingClient(loaded)
  const answers: Record<string, Awaited<ReturnType<typeof answerOf>>> = {}
  for (const [path, batch] of [
    ['/access/v1/evaluation', 1],
    ['/access/v1/evaluations', batchSize],
  ] as const) {
    const some = batch === 1 ? questions.filter(({ permit }) => permit) : questions
    const { bytes, ends } = authzenRequests(some.slice(0, batch), client, { batch, compared: false })
    answers[path] = await answerOf(entrant.running.port, path, requestText(bytes, ends[0] ?? 0), client)
  }
  return answers
}

async function entered(contestant: Contestant): Promise<Entrant> {
  return { contestant, running: await contestant.start() }
}

/** All scenarios of one world, each contestant in turn. Throws AnswersDiffer before anything is measured of who answers otherwise. */
export async function runWorld(order: WorldRunOrder): Promise<ResultRow[]> {
  const { name, loaded, tell } = order
  const asked = (habitual: boolean) => questionsOf(loaded.world, { count: order.questions, habitual, at: order.at })
  const [even, habitual] = [asked(false), asked(true)]
  const permits = even.filter(({ permit }) => permit).length / even.length
  tell(`${name}: ${even.length} questions of each kind, ${Math.round(permits * 100)} % of the even ones are permitted`)
  const wanted = (contestant: Contestant) => order.only === null || order.only.includes(contestant.name)
  const entrants: Entrant[] = []
  try {
    // Always there: bare and floor give its answers again.
    const ours = await entered(claviger(loaded))
    entrants.push(ours)
    const answers = await sampleAnswers(ours, loaded, even)
    const others = [
      plain('bare', loaded, answers),
      plain('floor', loaded, answers),
      sql(loaded),
      ...(order.peers?.contestants ?? []),
    ]
    for (const contestant of others.filter(wanted)) {
      tell(`${name}: ${contestant.name} (${contestant.mode}) starts`)
      entrants.push(await entered(contestant))
    }
    await answersEqual(entrants, [...even.slice(0, 1000), ...habitual.slice(0, 1000)])
    const forPeers = [...even, ...habitual].filter((one) => order.peers?.isForPeers(one) === true).slice(0, 1000)
    if (forPeers.length > 0) await answersEqual(entrants, forPeers)
    tell(`${name}: the same answers of everybody to 2000 questions`)
    return await scenarios(order, entrants, { even, habitual })
  } finally {
    for (const { running } of entrants) await running.stop()
  }
}

async function scenarios(
  order: WorldRunOrder,
  entrants: readonly Entrant[],
  { even, habitual }: { even: readonly AskedQuestion[]; habitual: readonly AskedQuestion[] },
): Promise<ResultRow[]> {
  const { name, connections, runs, seconds, tell } = order
  const common = { world: name, runs, warmMs: 500, measureMs: seconds * 1000 }
  const closed = { kind: 'closed', connections } as const
  const rows: ResultRow[] = []
  const run = async (who: readonly Entrant[], scenario: Omit<Scenario, keyof typeof common>) => {
    const found = await measured(who, { ...common, ...scenario })
    for (const row of found) tell(lineOf(row))
    rows.push(...found)
    return found
  }
  const single = { batch: 1, apart: true, manner: closed }
  tell(`${name}: everybody is asked for some seconds before it is measured`)
  for (const questions of [habitual, even])
    await measured(entrants, { ...common, ...single, question: 'warming', questions, runs: 1, measureMs: warmingMs })
  await run(entrants, { question: 'evaluation, skewed', questions: habitual, ...single })
  const evenly = await run(entrants, { question: 'evaluation, uniform', questions: even, ...single })
  const near = entrants.filter(({ contestant }) => ['claviger', 'floor', 'bare'].includes(contestant.name))
  const ours = evenly.find((row) => row.name === 'claviger')
  if (ours && ours.rps !== null && ours.rps > 0) {
    const manner = { kind: 'open', perSecond: ours.rps / 2, connections: connections * 2 } as const
    await run(near, { question: 'evaluation, uniform, at half the load', questions: even, ...single, manner })
  }
  if (order.peers !== null && order.peers.contestants.length > 0) {
    const { isForPeers } = order.peers
    // The peers answer with as many threads as there are processors.
    const asPeers = { batch: 1, apart: false, manner: closed }
    const some = { habitual: habitual.filter(isForPeers), even: even.filter(isForPeers) }
    await run(entrants, {
      question: 'evaluation, skewed, as the peers can be asked',
      questions: some.habitual,
      ...asPeers,
    })
    await run(entrants, {
      question: 'evaluation, uniform, as the peers can be asked',
      questions: some.even,
      ...asPeers,
    })
    const again = some.habitual.slice(0, askedAgain)
    // Everybody has been asked each of them before it is measured.
    await answersEqual(entrants, again)
    await run(entrants, {
      question: `evaluation, ${askedAgain} questions again and again, as the peers can be asked`,
      questions: again,
      ...asPeers,
    })
    for (const entrant of entrants) {
      const row = await stalenessOf(entrant, some.even, name)
      if (row !== null) rows.push(row)
      if (row !== null)
        tell(
          `${name}: ${row.name} (${row.mode}) still permits what was taken away for ${row.p50_us / 1000} ms, at most ${row.p99_us / 1000} ms`,
        )
    }
  }
  const few = { kind: 'closed', connections: Math.min(connections, 8) } as const
  const inBatches = { questions: even, batch: batchSize, apart: false }
  await run(near, { question: `evaluations of ${batchSize}`, ...inBatches, manner: few })
  const threads = availableParallelism()
  if (threads > 1) {
    const wider = await entered(claviger(order.loaded, threads))
    const others = near.filter(({ contestant }) => contestant.name !== 'claviger')
    const manner = { ...few, connections: Math.min(connections, few.connections * threads) }
    try {
      await run([wider, ...others], {
        question: `evaluations of ${batchSize}, answered by ${threads} threads`,
        ...inBatches,
        manner,
      })
    } finally {
      await wider.running.stop()
    }
  }
  return rows
}

/** How long a right that was taken away is still permitted: the median and the longest of the tries. */
async function stalenessOf(
  entrant: Entrant,
  questions: readonly AskedQuestion[],
  world: string,
): Promise<ResultRow | null> {
  const { contestant, running } = entrant
  if (running.staleness === undefined) return null
  const told = { load_average: Number((loadavg()[0] ?? 0).toPrecision(3)), measured_at: new Date().toISOString() }
  const waited = await running.staleness(questions)
  return {
    name: contestant.name,
    world,
    mode: contestant.mode,
    question: untilRefusedQuestion,
    rps: null,
    rps_low: null,
    rps_high: null,
    decisions_per_second: null,
    errors: 0,
    wrong: 0,
    load_cpu: 0,
    p50_us: Math.round(median(waited) * 1000),
    p99_us: Math.round(Math.max(...waited) * 1000),
    p999_us: Math.round(Math.max(...waited) * 1000),
    ratio_to_floor: null,
    ratio_to_bare: null,
    p99_to_floor: null,
    load: 'one question after another',
    runs: waited.length,
    ...told,
    note: 'p50_us and p99_us are the median and the longest wait of the tries until it was refused; no rate was measured',
  }
}

function lineOf(row: ResultRow): string {
  const ratio = row.ratio_to_floor === null ? '' : `, ${row.ratio_to_floor} of the floor`
  const spread = `${row.rps} a second (${row.rps_low}–${row.rps_high})`
  return `${row.world}, ${row.question}: ${row.name} (${row.mode}) ${spread}, p50 ${row.p50_us} µs, p99 ${row.p99_us} µs${ratio}${row.errors === 0 ? '' : `, ${row.errors} errors`}`
}
