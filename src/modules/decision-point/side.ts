import { hash } from 'node:crypto'
import type { Catalogue } from '#catalogue'
import { revisionOfView, viewSees, type Revision } from '#database'
import { IndexReader } from '#decision-index'
import type { Client } from '#decisions'
import type { Clock, Instant } from '#kernel'
import { Uses, type Use } from '#uses'
import { isFresh, type Standing } from './standing.ts'

export interface SideDeps {
  /** 0 to 63, another one in each thread. */
  readonly reader: number
  readonly catalogue: () => Catalogue
  readonly clock: Clock
  /** Milliseconds on a clock that nobody sets, the same in every thread. */
  readonly monotonicMs: () => number
  /** How often this process has written to the store (`writesOf`); null: it only reads. */
  readonly writes: Int32Array | null
}

/** What the index knows at a moment at which it may answer. */
export interface Fresh {
  readonly index: IndexReader
  /** D2: the moment for which it answers. */
  readonly at: Instant
  readonly revision: Revision
}

type Known = Client & { readonly endedAt: Instant | null }

/** Far more than there are services. */
const knownMost = 10_000

interface Waiting {
  readonly revision: Revision
  readonly settle: (seen: boolean) => void
}

/** Answers from an index in one thread, as long as it is fresh (Q1). */
export class IndexSide {
  readonly #deps: SideDeps
  /** Q12: what was used by answers of the store, or rarely; and what could not be written. */
  readonly uses: Uses
  #standing: Standing | null = null
  #revision: Revision | null = null
  #reader: IndexReader | null = null
  #catalogue: Catalogue | null = null
  #waiting: Waiting[] = []
  /** Tokens whose hash was worked out, as long as the clients are the same. */
  readonly #known = new Map<string, Known>()
  #knownIn: Standing['clients'] | null = null

  constructor(deps: SideDeps) {
    this.#deps = deps
    this.uses = new Uses(() => deps.catalogue().meta.zone)
  }

  /** How far the index is now; null: there is none. */
  tell(standing: Standing | null): void {
    if (standing?.words !== this.#standing?.words) this.#leave()
    this.#standing = standing
    this.#revision = standing && revisionOfView(standing.view)
    if (standing === null) return
    this.#waiting = this.#waiting.filter(({ revision, settle }) => {
      const isSettled = viewSees(standing.view, revision) !== 'not-yet'
      if (isSettled) settle(true)
      return !isSettled
    })
  }

  /** Q12: up to so many of what was used and not taken yet. */
  takeUses(limit: number): Use[] {
    const taken = this.#reader?.takeUses(limit) ?? []
    return taken.length < limit ? [...taken, ...this.uses.take(limit - taken.length)] : taken
  }

  /** What may answer now; null: the store. */
  fresh(): Fresh | null {
    const { clock, monotonicMs, writes } = this.#deps
    const standing = this.#standing
    if (standing === null || this.#revision === null) return null
    if (writes !== null && standing.writes !== Atomics.load(writes, 0)) return null
    const now = clock.now()
    if (!isFresh(standing, monotonicMs(), now)) return null
    const at = now > standing.newest ? now : standing.newest
    return { index: this.#readerOf(standing), at, revision: this.#revision }
  }

  /** Q2: whether the index sees what was written at a revision. */
  sees(revision: Revision): ReturnType<typeof viewSees> {
    return this.#standing === null ? 'not-yet' : viewSees(this.#standing.view, revision)
  }

  /** Waits until the index sees the revision, or for so long; answers whether it is worth to look again. */
  comesTo(revision: Revision, limitMs: number): Promise<boolean> {
    if (this.sees(revision) !== 'not-yet') return Promise.resolve(true)
    return new Promise((resolve) => {
      const limit = setTimeout(() => {
        this.#waiting = this.#waiting.filter((one) => one !== waiting)
        resolve(false)
      }, limitMs)
      const settle = (seen: boolean) => {
        clearTimeout(limit)
        resolve(seen)
      }
      const waiting: Waiting = { revision, settle }
      this.#waiting.push(waiting)
    })
  }

  /** Q5: whoever the token speaks for at the moment, by a list as fresh as the index. Ask `fresh` first. */
  clientByToken(token: string, at: Instant): Client | null {
    const { clients } = this.#standing ?? {}
    if (clients === undefined) return null
    if (clients !== this.#knownIn || this.#known.size >= knownMost) {
      this.#knownIn = clients
      this.#known.clear()
    }
    let client = this.#known.get(token)
    if (client === undefined) {
      client = clients.get(hash('sha256', token))
      if (client !== undefined) this.#known.set(token, client)
    }
    return client === undefined || (client.endedAt !== null && client.endedAt <= at) ? null : client
  }

  /** Another index takes its place, or none; what was used in it is kept. */
  #leave(): void {
    for (const use of this.#reader?.takeUses(Infinity) ?? []) this.uses.note(use)
    this.#reader = null
  }

  #readerOf({ words }: Standing): IndexReader {
    const catalogue = this.#deps.catalogue()
    if (this.#reader === null) this.#reader = new IndexReader(words, this.#deps.reader, catalogue)
    else if (this.#catalogue !== catalogue) this.#reader.use(catalogue)
    this.#catalogue = catalogue
    return this.#reader
  }
}
