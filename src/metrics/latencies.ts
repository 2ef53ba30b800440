import type { Measure, MeasuredValue } from './measure.ts'

/** From 32 µs to 8.4 s by half octaves; one bucket below, one above. */
const firstOctave = 5
const octaves = 18
const leastUs = 2 ** firstOctave
const mostUs = 2 ** (firstOctave + octaves)
const lastBucket = 2 * octaves + 1
const sumAt = lastBucket + 1
const cellsOfSeries = sumAt + 1

/** What a bucket ends before, in seconds. */
const bounds = Array.from({ length: lastBucket }, (_, bucket) => {
  const octave = firstOctave + Math.ceil(bucket / 2) - (bucket % 2)
  return (2 ** octave * (bucket % 2 === 0 ? 1 : 1.5)) / 1e6
})

/** Numbers that one thread counts up and others read; every whole number up to 2^53 is exact. */
export type Cells = Float64Array<SharedArrayBuffer>

export const newCells = (count: number): Cells => new Float64Array(new SharedArrayBuffer(count * 8))

/**
 * How long things took, in series that have a number each. One thread counts, without making garbage: the bucket is found by the
 * leading bits of the microseconds. Whoever watches reads the same cells.
 */
export class Latencies {
  readonly #cells: Cells

  /** `cells`: as many as `Latencies.cellsFor` says. */
  constructor(cells: Cells) {
    this.#cells = cells
  }

  static cellsFor(series: number): number {
    return series * cellsOfSeries
  }

  record(series: number, ms: number): void {
    const cells = this.#cells
    const at = series * cellsOfSeries
    const bucket = at + bucketOf(ms * 1000)
    cells[bucket] = (cells[bucket] ?? 0) + 1
    cells[at + sumAt] = (cells[at + sumAt] ?? 0) + ms / 1000
  }
}

function bucketOf(us: number): number {
  if (us >= mostUs) return lastBucket
  if (us < leastUs) return 0
  const whole = us | 0
  const octave = 31 - Math.clz32(whole)
  return 1 + 2 * (octave - firstOctave) + ((whole >>> (octave - 1)) & 1)
}

/** How many there are in a series. */
export function countIn(cells: Cells, series: number): number {
  let count = 0
  for (let bucket = 0; bucket <= lastBucket; bucket++) count += cells[series * cellsOfSeries + bucket] ?? 0
  return count
}

/** The histogram of all series that have anything, of several threads together; `labels`: those of each series, in order. */
export function latencyMeasure(
  name: string,
  help: string,
  labels: readonly MeasuredValue['labels'][],
  threads: () => readonly Cells[],
): Measure {
  return {
    name,
    help,
    type: 'histogram',
    values: () => {
      const all = threads()
      return labels.flatMap((of, series) => seriesValues(name, of, series, all))
    },
  }
}

function seriesValues(
  name: string,
  labels: MeasuredValue['labels'],
  series: number,
  threads: readonly Cells[],
): MeasuredValue[] {
  const cell = (at: number) => threads.reduce((sum, cells) => sum + (cells[series * cellsOfSeries + at] ?? 0), 0)
  const values: MeasuredValue[] = []
  let count = 0
  for (let bucket = 0; bucket <= lastBucket; bucket++) {
    count += cell(bucket)
    values.push({ labels: { ...labels, le: bounds[bucket] ?? '+Inf' }, value: count, metricName: `${name}_bucket` })
  }
  if (count === 0) return []
  return [
    ...values,
    { labels, value: cell(sumAt), metricName: `${name}_sum` },
    { labels, value: count, metricName: `${name}_count` },
  ]
}
