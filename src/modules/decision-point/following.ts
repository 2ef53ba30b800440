import { setTimeout as wait } from 'node:timers/promises'
import { newestMoment } from '#audit'
import type { Catalogue } from '#catalogue'
import { StoreRestored, type Store } from '#database'
import { AnotherEpoch, FollowedIndex, IndexFull, IndexParted, newWords } from '#decision-index'
import { allClients } from '#decisions'
import { instant, type Clock } from '#kernel'
import type { Standing } from './standing.ts'

/** What there is to say of an index beside how far it is. */
export interface IndexReport {
  /** In use, and reserved. */
  readonly bytes: number
  readonly bytesReserved: number
  /** How often one was built since the process began: read from the store, or gone on with from a file. */
  readonly built: Readonly<Record<'store' | 'file', number>>
  /** How long that took the last time. */
  readonly buildMs: number | null
  /** Times that the store could not be followed. */
  readonly faults: number
}

export const noReport: IndexReport = {
  bytes: 0,
  bytesReserved: 0,
  built: { store: 0, file: 0 },
  buildMs: null,
  faults: 0,
}

/** Told after each look; null: there is no index, or it was thrown away. */
export type OnStanding = (standing: Standing | null, report: IndexReport) => void

export interface FollowingDeps {
  /** What is followed: with sessions of its own, or a look would wait behind the questions that wait for it. */
  readonly store: Store
  /** How often the process has written to the store (`writesOf`), so that nothing of it is missing from an answer; null: it only reads. */
  readonly writes: Int32Array | null
  readonly catalogue: () => Catalogue
  readonly clock: Clock
  readonly monotonicMs: () => number
  readonly log: { warn(entry: Record<string, unknown>, text: string): void }
  /** Where the index is kept between two lives of the process; null: nowhere. */
  readonly keptIn?: string | null
  readonly onStanding: OnStanding
}

/** Between two looks at the store. The embedded one has a single session, which pages need too. */
const pauseMs = { postgres: 40, pglite: 200 }
const faultPauseMs = 250
/** Between two times that the index is written to its file. */
const keepPauseMs = 10 * 60_000
/** What is reserved at first. The system gives memory only to what is written, so enough for a country costs a small one nothing. */
const bytesLeast = { postgres: 2 * 2 ** 30, pglite: 256 * 2 ** 20 }
const bytesMost = 16 * 2 ** 30

/** The life of one index: built, kept up with the store, thrown away when it cannot be trusted (Q4). */
export class Following {
  readonly #deps: FollowingDeps
  readonly #stopping = new AbortController()
  #standing: Standing | null = null
  #index: FollowedIndex | null = null
  #catalogue: Catalogue | null = null
  #bytes: number
  #areClientsNews = true
  #report = noReport
  #keptAtMs = Number.NEGATIVE_INFINITY
  #keeping: Promise<void> = Promise.resolve()
  readonly #life: Promise<void>

  /** Begins to build an index; until it is there nothing stands. */
  constructor(deps: FollowingDeps) {
    this.#deps = deps
    this.#bytes = bytesLeast[deps.store.kind]
    this.#life = this.#live()
  }

  /** Looks at the store now, beside its own pace. Throws what the store throws. */
  async look(): Promise<void> {
    const index = this.#index
    if (index === null) return
    const { store, writes: written, catalogue, clock, monotonicMs } = this.#deps
    const [asOfMs, asOf, writes] = [monotonicMs(), clock.now(), written === null ? 0 : Atomics.load(written, 0)]
    const now = catalogue()
    if (this.#catalogue !== now) index.learn(now)
    this.#catalogue = now
    const view = await index.follow()
    const { view: seen = null, newest: known = null } = this.#standing ?? {}
    // Whatever is recorded makes another view: while it is the same, so is the newest moment, and the store is asked once.
    const newest = view === seen && known !== null ? known : await newestMoment(store.reader, { now: () => instant(0) })
    const clients = this.#areClientsNews || this.#standing === null ? await this.#clients() : this.#standing.clients
    if (this.#index !== index) return
    // Another look may have ended before this one did, and have seen more.
    if (this.#standing !== null && this.#standing.asOfMs > asOfMs) return
    this.#tell({ words: index.words, view, asOfMs, asOf, newest, writes, clients })
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
        this.#report = { ...this.#report, faults: this.#report.faults + 1 }
        if (fault instanceof IndexFull) this.#bytes = Math.min(bytesMost, this.#bytes * 2)
        if (isLost(fault)) this.#drop()
        else this.#tell(this.#standing)
        log.warn({ fault: String(fault), rebuilt: isLost(fault) }, 'the decision index could not follow the store')
        await this.#pause(faultPauseMs)
      }
    }
  }

  async #build(): Promise<FollowedIndex> {
    const { store, catalogue, log, keptIn = null, monotonicMs } = this.#deps
    const isFirst = this.#report.built.store + this.#report.built.file === 0
    const begun = monotonicMs()
    this.#areClientsNews = true
    const followers = {
      onCatchingUp: () => {
        if (this.#standing !== null) this.#tell({ ...this.#standing, asOfMs: Number.NEGATIVE_INFINITY })
      },
      onClients: () => {
        this.#areClientsNews = true
      },
    }
    const words = newWords(this.#bytes)
    if (keptIn !== null && isFirst) {
      const resumed = await FollowedIndex.resume(store, words, catalogue(), keptIn, followers)
      if (resumed.ok) {
        this.#wasBuilt('file', monotonicMs() - begun)
        return resumed.value
      }
      log.warn({ kept: keptIn, refused: resumed.error }, 'the index is read from the store')
    }
    const index = await FollowedIndex.open(store, words, catalogue(), followers)
    this.#wasBuilt('store', monotonicMs() - begun)
    return index
  }

  #wasBuilt(from: 'store' | 'file', buildMs: number): void {
    const { built } = this.#report
    this.#report = { ...this.#report, built: { ...built, [from]: built[from] + 1 }, buildMs }
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
    const index = this.#index
    this.#report = {
      ...this.#report,
      bytes: index?.bytesUsed ?? 0,
      bytesReserved: index?.words.byteLength ?? 0,
    }
    this.#deps.onStanding(standing, this.#report)
  }

  #pause(ms: number): Promise<void> {
    return wait(ms, undefined, { signal: this.#stopping.signal, ref: false }).catch(() => undefined)
  }
}

const isLost = (fault: unknown): boolean =>
  fault instanceof IndexParted ||
  fault instanceof IndexFull ||
  fault instanceof AnotherEpoch ||
  fault instanceof StoreRestored
