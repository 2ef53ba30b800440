import type { Clock } from '#kernel'
import { labelled, single, type Measure } from '#metrics'
import { noReport, type IndexReport } from './following.ts'
import { isFresh, type Standing } from './standing.ts'

/** What operators see of an index: hears of it as a side does. */
export class IndexMeasures {
  readonly #clock: Clock
  readonly #monotonicMs: () => number
  #standing: Standing | null = null
  #report: IndexReport = noReport

  constructor({ clock, monotonicMs }: { readonly clock: Clock; readonly monotonicMs: () => number }) {
    this.#clock = clock
    this.#monotonicMs = monotonicMs
  }

  tell(standing: Standing | null, report: IndexReport): void {
    this.#standing = standing
    this.#report = report
  }

  get measures(): readonly Measure[] {
    return [
      single(
        'gauge',
        'claviger_index_fresh',
        '1 while the index was seen at most a second ago to hold everything',
        () => (this.#isFresh() ? 1 : 0),
      ),
      single('gauge', 'claviger_index_age_seconds', 'Since when the index is known to hold everything', () =>
        this.#standing === null ? null : (this.#clock.now() - this.#standing.asOf) / 1000,
      ),
      labelled(
        'gauge',
        'claviger_index_position',
        'The transaction of the store that the index has come to, by the life of the store',
        'epoch',
        () => (this.#standing === null ? [] : [[this.#standing.view.epoch, Number(this.#standing.view.next)]]),
      ),
      single('gauge', 'claviger_index_clients', 'Clients that the index knows, ended ones too', () =>
        this.#standing === null ? null : this.#standing.clients.size,
      ),
      labelled('gauge', 'claviger_index_bytes', 'Memory of the index', 'of', () => [
        ['used', this.#report.bytes],
        ['reserved', this.#report.bytesReserved],
      ]),
      labelled(
        'counter',
        'claviger_index_builds_total',
        'Indexes that were built, by where they came from',
        'from',
        () => Object.entries(this.#report.built),
      ),
      single('gauge', 'claviger_index_build_seconds', 'How long it took to build the index', () =>
        this.#report.buildMs === null ? null : this.#report.buildMs / 1000,
      ),
      single(
        'counter',
        'claviger_index_faults_total',
        'Times that the store could not be followed',
        () => this.#report.faults,
      ),
    ]
  }

  #isFresh(): boolean {
    return this.#standing !== null && isFresh(this.#standing, this.#monotonicMs(), this.#clock.now())
  }
}
