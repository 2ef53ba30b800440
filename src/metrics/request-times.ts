import { Latencies, latencyMeasure, newCells } from './latencies.ts'
import type { Measure } from './measure.ts'

const statusClasses = ['2xx', '3xx', '4xx', '5xx'] as const

/** How long requests took, by the kind of their route and the class of the status. */
export class RequestTimes {
  readonly measures: readonly Measure[]
  readonly #kinds: readonly string[]
  readonly #latencies: Latencies

  constructor(kinds: readonly string[]) {
    this.#kinds = kinds
    const labels = kinds.flatMap((route) => statusClasses.map((status) => ({ route, status })))
    const cells = newCells(Latencies.cellsFor(labels.length))
    this.#latencies = new Latencies(cells)
    const help = 'Requests for pages and of the administration interface, by kind of route and class of status'
    this.measures = [latencyMeasure('claviger_http_request_seconds', help, labels, () => [cells])]
  }

  /** Of a kind that was not named nothing is kept. */
  record(kind: string, status: number, ms: number): void {
    const place = this.#kinds.indexOf(kind)
    const statusClass = Math.min(Math.max(Math.floor(status / 100), 2), 5) - 2
    if (place !== -1) this.#latencies.record(place * statusClasses.length + statusClass, ms)
  }
}
