import { Worker } from 'node:worker_threads'
import type { Catalogue } from '#catalogue'
import { standingsOfNews, type IndexReport, type OnStanding, type StandingNews } from '#decision-point'
import type { Logger } from 'pino'

/** What the thread of the index is given at its start. */
export interface IndexThreadData {
  readonly databaseUrl: string
  readonly keptIn: string | null
  /** How often the process has written to the store; null: it only reads. */
  readonly writes: Int32Array<SharedArrayBuffer> | null
}

export type FromIndexThread =
  | { readonly kind: 'catalogue'; readonly catalogue: Catalogue }
  | { readonly kind: 'standing'; readonly news: StandingNews; readonly report: IndexReport }
  | { readonly kind: 'warning'; readonly entry: Record<string, unknown>; readonly text: string }

export interface FollowerDeps extends IndexThreadData {
  readonly log: Pick<Logger, 'warn' | 'error'>
  readonly onStanding: OnStanding
  /** Told of each catalogue that the thread has read; the first comes before it begins to build. */
  readonly onCatalogue?: (catalogue: Catalogue) => void
  /** Told of each thread that ended by a fault. */
  readonly onDeath?: (fault: unknown) => void
}

const againAfterMs = 1000

/**
 * Keeps an index of a PostgreSQL store in a thread of its own, so that nobody waits while it is built, followed or written to its
 * file. A thread that dies is told as an index that is gone, and another one is begun.
 */
export class IndexFollower {
  readonly #deps: FollowerDeps
  #worker: Worker
  #report: IndexReport | null = null
  #ended: Promise<void> = Promise.resolve()
  #isStopping = false
  /** There is an index that is followed. */
  #stands = false
  #again: NodeJS.Timeout | null = null

  constructor(deps: FollowerDeps) {
    this.#deps = deps
    this.#worker = this.#begin()
  }

  get thread(): Worker {
    return this.#worker
  }

  /** Ends when what is under way has ended, the file written too; what is being built nobody needs any more. */
  async stop(): Promise<void> {
    this.#isStopping = true
    if (this.#again !== null) clearTimeout(this.#again)
    if (this.#stands) this.#worker.postMessage('stop', [])
    else await this.#worker.terminate()
    await this.#ended
  }

  #begin(): Worker {
    const { databaseUrl, keptIn, writes, log, onDeath } = this.#deps
    const workerData: IndexThreadData = { databaseUrl, keptIn, writes }
    const worker = new Worker(new URL('index-thread.ts', import.meta.url), { workerData })
    const standingOf = standingsOfNews()
    worker.on('message', (message: FromIndexThread) => this.#hear(message, standingOf))
    worker.on('error', (fault) => {
      log.error({ fault: String(fault) }, 'the thread of the index died')
      onDeath?.(fault)
    })
    this.#ended = new Promise((resolve) =>
      worker.once('exit', () => {
        if (!this.#isStopping) this.#beginAgain()
        resolve()
      }),
    )
    return worker
  }

  #hear(message: FromIndexThread, standingOf: ReturnType<typeof standingsOfNews>): void {
    const { log, onStanding, onCatalogue } = this.#deps
    if (message.kind === 'warning') log.warn(message.entry, message.text)
    else if (message.kind === 'catalogue') onCatalogue?.(message.catalogue)
    else {
      this.#stands = message.news !== null
      onStanding(standingOf(message.news), (this.#report = message.report))
    }
  }

  #beginAgain(): void {
    this.#stands = false
    if (this.#report !== null) this.#deps.onStanding(null, { ...this.#report, bytes: 0, bytesReserved: 0 })
    this.#again = setTimeout(() => {
      this.#worker = this.#begin()
    }, againAfterMs)
  }
}
