import type { Catalogue } from '#catalogue'
import { changesAfter, inSnapshot, type Change, type Revision, type Store } from '#database'
import type { Words } from './words/arena.ts'
import { indexedKinds, type IndexedKind, type IndexedRow } from './rows.ts'
import { believedRows, isSeen, rowsById, viewOf, type Seen } from './rows.queries.ts'
import { IndexWriter, type RowChange } from './writer.ts'

/** The store has begun another life (a restore, another store): the index is built anew. */
export class AnotherEpoch extends Error {
  override readonly name = 'AnotherEpoch'
}

/** About so many changes are read, and let in, at once; a transaction is never cut. */
const changesAtOnce = 2000

const isIndexed = (kind: string): kind is IndexedKind => (indexedKinds as readonly string[]).includes(kind)

/** An index that follows its store: built from one view of it (J7), then told of every change in the order of the commits. */
export class FollowedIndex {
  readonly words: Words
  readonly #store: Store
  readonly #writer: IndexWriter
  #reached: Revision
  /** What the first view had seen of the changes that come after its revision; null once they are behind. */
  #seen: Seen | null
  #following: Promise<Revision> | null = null

  private constructor(store: Store, words: Words, writer: IndexWriter, from: { revision: Revision; seen: Seen }) {
    this.#store = store
    this.words = words
    this.#writer = writer
    this.#reached = from.revision
    this.#seen = from.seen
  }

  /** Reads everything that is believed, then what has changed meanwhile. Throws IndexFull where `words` are too few. */
  static async open(store: Store, words: Words, catalogue: Catalogue): Promise<FollowedIndex> {
    const writer = new IndexWriter(words)
    writer.learn(catalogue)
    const from = await inSnapshot(store, async (reader) => {
      const view = await viewOf(reader)
      for await (const rows of believedRows(reader))
        writer.apply(rows.map((row) => ({ operation: 'recorded', row }) as const))
      return view
    })
    const index = new FollowedIndex(store, words, writer, from)
    await index.follow()
    return index
  }

  /** Every revision up to this one is in the index. */
  get reached(): Revision {
    return this.#reached
  }

  get bytesUsed(): number {
    return this.#writer.bytesUsed
  }

  /** Gives the codes of another catalogue their numbers. */
  learn(catalogue: Catalogue): void {
    this.#writer.learn(catalogue)
  }

  /**
   * Lets in whatever was committed before this was called; answers how far it came. Whoever asks while it follows waits for
   * the next time. Throws AnotherEpoch, IndexFull and IndexParted, after which the index is of no use any more.
   */
  follow(): Promise<Revision> {
    const after = this.#following
    const next = (after ? after.then(() => this.#followNow()) : this.#followNow()).finally(() => {
      if (this.#following === next) this.#following = null
    })
    this.#following = next
    return next
  }

  async #followNow(): Promise<Revision> {
    for (let more = true; more;) {
      const read = await changesAfter(this.#store, this.#reached, changesAtOnce)
      if (read.kind === 'unknown-epoch') throw new AnotherEpoch('The store has begun another life')
      this.#writer.apply(await this.#rowsOf(read.changes))
      this.#reached = read.reached
      more = read.more
    }
    return this.#reached
  }

  async #rowsOf(changes: readonly Change[]): Promise<RowChange[]> {
    const seen = this.#seen
    const news = changes.filter(({ fact, xid }) => isIndexed(fact) && !(seen && isSeen(seen, xid)))
    const last = changes.at(-1)
    if (seen && last && last.xid >= seen.next) this.#seen = null
    const rows = new Map<string, IndexedRow>()
    for (const [kind, some] of Map.groupBy(news, ({ fact }) => fact)) {
      if (!isIndexed(kind)) continue
      const ids = [...new Set(some.map(({ rowId }) => rowId))]
      for (const [id, row] of await rowsById(this.#store.reader, kind, ids)) rows.set(id, row)
    }
    return news.map(({ rowId, operation }) => {
      const row = rows.get(rowId)
      if (!row) throw new Error('A row of the feed is not in the store')
      return { operation, row }
    })
  }
}
