/** One line of bench/results/latest.json: what was measured of one contestant, in one world, by one kind of question. */
export interface ResultRow {
  readonly name: string
  readonly world: string
  readonly mode: 'none' | 'strong' | 'relaxed'
  readonly question: string
  /** Requests a second: the median of the runs, and the slowest and fastest of them; null where no rate was measured. */
  readonly rps: number | null
  readonly rps_low: number | null
  readonly rps_high: number | null
  readonly p50_us: number
  readonly p99_us: number
  readonly p999_us: number
  /** The median of the ratios of each round: both stood next to each other. Null: the other one was not measured. */
  readonly ratio_to_floor: number | null
  readonly ratio_to_bare: number | null
  /** The same of the 99th percentile of latency. */
  readonly p99_to_floor: number | null
  readonly decisions_per_second: number | null
  readonly load: string
  readonly runs: number
  readonly errors: number
  readonly wrong: number
  /** The share of a core that the load itself took. */
  readonly load_cpu: number
  /** One-minute load average of the machine before the scenario. */
  readonly load_average: number
  readonly measured_at: string
  readonly note?: string
}

/** The rows that tell how long a right outlived its end; their latencies are those waits. */
export const untilRefusedQuestion = 'still permitted after it was taken away'

/** The middle one; of an even number the lower of the two in the middle. */
export function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)] ?? 0
}
