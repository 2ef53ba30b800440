import { setTimeout as wait } from 'node:timers/promises'
import { newestMoment } from '#audit'
import type { Catalogue } from '#catalogue'
import { writesOf, type Store } from '#database'
import { AnotherEpoch, FollowedIndex, IndexFull, IndexParted, newWords } from '#decision-index'
import { allClients } from '#decisions'
import { instant, type Clock } from '#kernel'
import { IndexSide, type SideDeps } from './side.ts'
import type { Standing } from './standing.ts'

export interface PointDeps {
  /** What is followed: with sessions of its own, or a look would wait behind the questions that wait for it. */
  readonly store: Store
  /** What this process writes to; null: nothing. */
  readonly written: Store | null
  readonly catalogue: () => Catalogue
  readonly clock: Clock
  readonly monotonicMs: () => number
  readonly log: { warn(entry: Record<string, unknown>, text: string): void }
  /** Where the index is kept between two lives of the process; null: nowhere. */
  readonly keptIn?: string | null
}

/** Between two looks at the store. The embedded one has a single session, which pages need too. */
const pauseMs = { postgres: 40, pglite: 200 }
const faultPauseMs = 250
/** Between two times that the index is written to its file. */
const keepPauseMs = 10 * 60_000
const bytesLeast = 256 * 2 ** 20
const bytesMost = 16 * 2 ** 30

type Listener = (standing: Standing | null) => void

/** The life of one index in a process: built, kept up with the store, thrown away when it cannot be trusted (Q4). */
export class DecisionPoint {
  /** Answers in this thread. */
  readonly side: IndexSide
  readonly #deps: PointDeps
  readonly #listeners = new Set<Listener>()
  readonly #stopping = new AbortController()
  #standing: Standing | null = null
  #index: FollowedIndex | null = null
  #catalogue: Catalogue | null = null
  #bytes = bytesLeast
  #areClientsNews = true
  #rebuilt = -1
  #keptAtMs = Number.NEGATIVE_INFINITY
  #keeping: Promise<void> = Promise.resolve()
  readonly #life: Promise<void>

  /** Begins to build an index; until it is there the store answers. */
  constructor(deps: PointDeps) {
    this.#deps = deps
    const { catalogue, clock, monotonicMs, written } = deps
    const writes = written && (() => writesOf(written))
    const side: SideDeps = { reader: 0, catalogue, clock, monotonicMs, writes }
    this.side = new IndexSide(side)
    this.#listeners.add((standing) => this.side.tell(standing))
    this.#life = this.#live()
  }

  /** Is told how far the index is, now and each time it was looked at; answers with what ends it. */
  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener)
    listener(this.#standing)
    return () => void this.#listeners.delete(listener)
  }

  /** What operators watch. */
  get report(): { readonly bytes: number; readonly rebuilt: number } {
    return { bytes: this.#index?.bytesUsed ?? 0, rebuilt: Math.max(0, this.#rebuilt) }
  }

  /** Looks at the store now, beside its own pace. Throws what the store throws. */
  async look(): Promise<void> {
    const index = this.#index
    if (index === null) return
    const { store, written, catalogue, clock, monotonicMs } = this.#deps
    const [asOfMs, asOf, writes] = [monotonicMs(), clock.now(), written === null ? 0 : writesOf(written)]
    const now = catalogue()
    if (this.#catalogue !== now) index.learn(now)
    this.#catalogue = now
    const view = await index.follow()
    const newest = await newestMoment(store.reader, { now: () => instant(0) })
    const clients = this.#areClientsNews || this.#standing === null ? await this.#clients() : this.#standing.clients
    if (this.#index !== index) return
    // Another look may have ended before this one did, and have seen more.
    if (this.#standing !== null && this.#standing.asOfMs > asOfMs) return
    this.#tell({ life: this.#rebuilt, words: index.words, view, asOfMs, asOf, newest, writes, clients })
  }

  /** Ends when what is under way has ended. */
  async stop(): Promise<void> {
    this.#stopping.abort()
    await this.#life
    await this.#keeping
    this.#keep()
    await this.#keeping
    this.#drop()
  }

  async #clients(): Promise<Standing['clients']> {
    this.#areClientsNews = false
    try {
      return await allClients(this.#deps.store.reader)
    } catch (fault) {
      this.#areClientsNews = true
      throw fault
    }
  }

  async #live(): Promise<void> {
    const { store, log } = this.#deps
    while (!this.#stopping.signal.aborted) {
      try {
        this.#index ??= await this.#build()
        await this.look()
        if (this.#deps.monotonicMs() - this.#keptAtMs > keepPauseMs) this.#keep()
        await this.#pause(pauseMs[store.kind])
      } catch (fault) {
        if (fault instanceof IndexFull) this.#bytes = Math.min(bytesMost, this.#bytes * 2)
        if (isLost(fault)) this.#drop()
        log.warn({ fault: String(fault), rebuilt: isLost(fault) }, 'the decision index could not follow the store')
        await this.#pause(faultPauseMs)
      }
    }
  }

  async #build(): Promise<FollowedIndex> {
    const { store, catalogue, log, keptIn = null } = this.#deps
    this.#rebuilt++
    this.#areClientsNews = true
    const followers = {
      onCatchingUp: () => this.#tell(null),
      onClients: () => {
        this.#areClientsNews = true
      },
    }
    const words = newWords(this.#bytes)
    if (keptIn !== null && this.#rebuilt === 0) {
      const resumed = await FollowedIndex.resume(store, words, catalogue(), keptIn, followers)
      if (resumed.ok) return resumed.value
      log.warn({ kept: keptIn, refused: resumed.error }, 'the index is read from the store')
    }
    return FollowedIndex.open(store, words, catalogue(), followers)
  }

  /** Writes the index to its file, beside what else is done. */
  #keep(): void {
    const { keptIn = null, log, monotonicMs } = this.#deps
    const index = this.#index
    if (keptIn === null || index === null) return
    this.#keptAtMs = monotonicMs()
    this.#keeping = this.#keeping
      .then(() => index.save(keptIn))
      .catch((fault: unknown) => log.warn({ fault: String(fault) }, 'the index was not kept'))
  }

  #drop(): void {
    this.#index = null
    this.#tell(null)
  }

  #tell(standing: Standing | null): void {
    this.#standing = standing
    for (const listener of this.#listeners) listener(standing)
  }

  #pause(ms: number): Promise<void> {
    return wait(ms, undefined, { signal: this.#stopping.signal, ref: false }).catch(() => undefined)
  }
}

const isLost = (fault: unknown): boolean =>
  fault instanceof IndexParted || fault instanceof IndexFull || fault instanceof AnotherEpoch
