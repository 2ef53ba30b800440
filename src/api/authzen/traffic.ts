import { countIn, labelled, Latencies, latencyMeasure, newCells, single, type Cells, type Measure } from '#metrics'
import type { Kind } from './asked.ts'
import type { Reply } from './reply.ts'

/** `other`: the metadata, and what there is not. */
const kinds = [
  'evaluation',
  'evaluations',
  'search-subject',
  'search-resource',
  'search-action',
  'other',
] as const satisfies readonly (Kind | 'other')[]

/** Where a request was answered from; none: refused before anything was read, or sent away. */
const roads = ['index', 'store', 'none'] as const
type Road = (typeof roads)[number]

/** Of one question permit or deny; of several, and of lists, that they were answered. */
const outcomes = ['permit', 'deny', 'answered', '4xx', '5xx'] as const

/** Why the store was asked: no fresh index; a client that sees how rights came about; a revision that the index does not see; it grew old meanwhile. */
const fallbacks = ['not-fresh', 'chain-asked', 'revision-asked', 'grown-old'] as const
export type Fallback = (typeof fallbacks)[number]

const all = kinds.flatMap((kind) => roads.flatMap((road) => outcomes.map((outcome) => ({ kind, road, outcome }))))

function placesOf<T extends string>(names: readonly T[]): Readonly<Record<T, number>> {
  return Object.fromEntries(names.map((name, place) => [name, place])) as Record<T, number>
}

const kindPlace = placesOf(kinds)
const roadPlace = placesOf(roads)
const outcomePlace = placesOf(outcomes)
const fallbackPlace = placesOf(fallbacks)

/** Cells behind those of the latencies. */
const counts = Latencies.cellsFor(all.length)
const waitingAt = counts
const sentAwayAt = counts + 1
const permitsAt = counts + 2
const deniesAt = counts + 3
const fallbacksAt = counts + 4

export const newTrafficCells = (): Cells => newCells(fallbacksAt + fallbacks.length)

/** One request, from its head to its answer. */
export interface Passage {
  readonly begunMs: number
  kind: Kind | 'other'
  road: Road
}

/** Counts what comes in, in one thread; whoever watches reads the cells. */
export class Traffic {
  readonly #cells: Cells
  readonly #latencies: Latencies
  readonly #monotonicMs: () => number

  constructor(cells: Cells, monotonicMs: () => number) {
    this.#cells = cells
    this.#latencies = new Latencies(cells)
    this.#monotonicMs = monotonicMs
  }

  begin(): Passage {
    return { begunMs: this.#monotonicMs(), kind: 'other', road: 'none' }
  }

  /** The answer has been handed over. */
  end({ begunMs, kind, road }: Passage, reply: Pick<Reply, 'status' | 'permits' | 'denies'>): void {
    const outcome = this.#outcome(kind, reply)
    const series = (kindPlace[kind] * roads.length + roadPlace[road]) * outcomes.length + outcomePlace[outcome]
    this.#latencies.record(series, this.#monotonicMs() - begunMs)
  }

  fellBack(why: Fallback): void {
    this.#add(fallbacksAt + fallbackPlace[why], 1)
  }

  /** Requests that wait for the store now. */
  get waiting(): number {
    return this.#cells[waitingAt] ?? 0
  }

  waits(): void {
    this.#add(waitingAt, 1)
  }

  waitsNoMore(): void {
    this.#add(waitingAt, -1)
  }

  /** Too many waited already. */
  sentAway(): void {
    this.#add(sentAwayAt, 1)
  }

  #outcome(kind: Passage['kind'], { status, permits = 0, denies = 0 }: Pick<Reply, 'status' | 'permits' | 'denies'>) {
    if (status >= 400) return status >= 500 ? '5xx' : '4xx'
    if (permits > 0) this.#add(permitsAt, permits)
    if (denies > 0) this.#add(deniesAt, denies)
    if (kind !== 'evaluation') return 'answered'
    return permits > 0 ? 'permit' : 'deny'
  }

  #add(cell: number, many: number): void {
    const cells = this.#cells
    cells[cell] = (cells[cell] ?? 0) + many
  }
}

/** What several threads have counted together. */
export interface TrafficCounts {
  readonly byIndex: number
  readonly byStore: number
  readonly sentAway: number
}

const sumOf = (threads: readonly Cells[], cell: number): number =>
  threads.reduce((sum, cells) => sum + (cells[cell] ?? 0), 0)

export function trafficCounts(threads: readonly Cells[]): TrafficCounts {
  const by = (wanted: Road) =>
    all.reduce(
      (sum, { road }, series) =>
        road === wanted ? sum + threads.reduce((more, cells) => more + countIn(cells, series), 0) : sum,
      0,
    )
  return { byIndex: by('index'), byStore: by('store'), sentAway: sumOf(threads, sentAwayAt) }
}

/** What operators see of it. */
export function trafficMeasures(threads: () => readonly Cells[]): readonly Measure[] {
  const sum = (cell: number) => sumOf(threads(), cell)
  return [
    latencyMeasure(
      'claviger_decision_request_seconds',
      'Requests to the decision interface, from their head to their answer, by kind, road (index or store) and outcome',
      all,
      threads,
    ),
    labelled(
      'counter',
      'claviger_decisions_total',
      'Questions that were decided, each of a batch by itself',
      'decision',
      () => [
        ['permit', sum(permitsAt)],
        ['deny', sum(deniesAt)],
      ],
    ),
    labelled('counter', 'claviger_decision_fallbacks_total', 'Requests that the store answered, by why', 'reason', () =>
      fallbacks.map((why) => [why, sum(fallbacksAt + fallbackPlace[why])] as const),
    ),
    single('gauge', 'claviger_decision_requests_waiting', 'Requests that wait for the store now', () => sum(waitingAt)),
    single(
      'counter',
      'claviger_decision_requests_sent_away_total',
      'Requests that were sent away because too many waited for the store',
      () => sum(sentAwayAt),
    ),
  ]
}
