import type { Catalogue } from '#catalogue'
import { inSnapshot, newsSince, viewOf, viewSees, type Change, type Revision, type Store, type View } from '#database'
import type { Parsed } from '#kernel'
import { emptyWords, type Words } from './words/arena.ts'
import { head } from './words/layout.ts'
import { indexedKinds, type IndexedKind, type IndexedRow } from './rows.ts'
import { Loading } from './loading.ts'
import { believedColumns, enterprisesAtOnce, rowsById, spansOf } from './rows.queries.ts'
import { readSnapshot, writeSnapshot, type SnapshotRefusal } from './snapshot.ts'
import { IndexParted, IndexWriter, type RowChange } from './writer.ts'

/** The store has begun another life (a restore, another store): the index is built anew. */
export class AnotherEpoch extends Error {
  override readonly name = 'AnotherEpoch'
}

/** So many changes are let in at once: more are cut, so that threads which read come to it in between. */
const changesAtOnce = 5000

const isIndexed = (kind: string): kind is IndexedKind => (indexedKinds as readonly string[]).includes(kind)

/** What whoever keeps the index is told. */
export interface Followers {
  /** So much is let in that it comes in parts: until it is over, one act may be seen half. */
  onCatchingUp(): void
  /** A client began, changed or ended. */
  onClients(): void
}

/** An index that follows its store: built from one view of it, then told of whatever a later view sees beside (J6). */
export class FollowedIndex {
  readonly words: Words
  readonly #store: Store
  readonly #writer: IndexWriter
  #view: View
  readonly #followers: Partial<Followers>
  #turn: Promise<unknown> | null = null
  /** Whether it holds exactly what its view sees. */
  #isWhole = true

  private constructor(store: Store, words: Words, writer: IndexWriter, view: View, followers: Partial<Followers>) {
    this.#store = store
    this.#followers = followers
    this.words = words
    this.#writer = writer
    this.#view = view
  }

  /**
   * Begins from a file that `save` wrote, and lets in what has changed since; or says why it may not. Then `words` are as new, and
   * the index is opened from the store.
   */
  static async resume(
    store: Store,
    words: Words,
    catalogue: Catalogue,
    path: string,
    followers: Partial<Followers> = {},
  ): Promise<Parsed<FollowedIndex, SnapshotRefusal | 'another-life'>> {
    const read = await readSnapshot(path, words)
    if (!read.ok) return read
    const { view, free } = read.value
    const now = await viewOf(store.reader)
    // A store that has seen less than the file was put back without beginning another life: what it says since is not what followed.
    if (now.epoch !== view.epoch || now.next < view.next) {
      emptyWords(words, words[head.top] ?? 0)
      return { ok: false, error: 'another-life' }
    }
    const writer = new IndexWriter(words)
    writer.giveBack(free)
    writer.learn(catalogue)
    const index = new FollowedIndex(store, words, writer, view, followers)
    await index.follow()
    return { ok: true, value: index }
  }

  /** Reads everything that is believed, then what has changed meanwhile. Throws IndexFull where `words` are too few. */
  static async open(
    store: Store,
    words: Words,
    catalogue: Catalogue,
    followers: Partial<Followers> = {},
  ): Promise<FollowedIndex> {
    const { view, writer } = await inSnapshot(store, async (reader) => {
      const atOnce = enterprisesAtOnce[store.kind]
      const spans = await spansOf(reader, atOnce)
      const enterprises = spans.length * atOnce
      const expected = { enterprises, persons: enterprises * 2, pairs: enterprises * 3 }
      // For a few the tables are as small as they may be.
      const filling = spans.length === 1 ? new IndexWriter(words) : new IndexWriter(words, expected)
      filling.learn(catalogue)
      const loading = new Loading(filling)
      for await (const columns of believedColumns(reader, spans)) await loading.fill(columns)
      return { view: await viewOf(reader), writer: filling }
    })
    const index = new FollowedIndex(store, words, writer, view, followers)
    await index.follow()
    return index
  }

  /** What it sees of the store. */
  get view(): View {
    return this.#view
  }

  /** Whether what was written at a revision is in the index. */
  sees(revision: Revision): ReturnType<typeof viewSees> {
    return viewSees(this.#view, revision)
  }

  get bytesUsed(): number {
    return this.#writer.bytesUsed
  }

  /** Gives the codes of another catalogue their numbers. */
  learn(catalogue: Catalogue): void {
    this.#writer.learn(catalogue)
  }

  /**
   * Lets in whatever was committed before this was called; answers what it sees then. Whoever asks while it follows waits for
   * the next time. Throws AnotherEpoch, IndexFull and IndexParted, after which the index is of no use any more.
   */
  follow(): Promise<View> {
    return this.#inTurn(() => this.#followNow())
  }

  /**
   * Writes the index into a file, from which `resume` begins. Readers go on; what is followed meanwhile waits only while the parts
   * that have changed are looked for and written again.
   */
  save(path: string): Promise<void> {
    return writeSnapshot(path, this.words, (work) =>
      this.#inTurn(() => {
        if (!this.#isWhole) throw new Error('Something could not be let in: the index is not kept')
        return work({ view: this.#view, free: this.#writer.givenBack() })
      }),
    )
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const after = this.#turn
    const next = (after ? after.then(work) : work()).finally(() => {
      if (this.#turn === next) this.#turn = null
    })
    this.#turn = next
    return next
  }

  async #followNow(): Promise<View> {
    // A part of what was new may be in already, and would be let in a second time.
    if (!this.#isWhole) throw new IndexParted('Only a part of what was new could be let in')
    const news = await newsSince(this.#store, this.#view)
    if (news === null) throw new AnotherEpoch('The store has begun another life')
    const { changes, view } = news
    if (changes.length > changesAtOnce) this.#followers.onCatchingUp?.()
    for (let from = 0; from < changes.length; from += changesAtOnce) {
      const rows = await this.#rowsOf(changes.slice(from, from + changesAtOnce))
      this.#isWhole = false
      this.#writer.apply(rows)
    }
    if (changes.some(({ fact }) => fact === 'client')) this.#followers.onClients?.()
    this.#view = view
    this.#isWhole = true
    return view
  }

  async #rowsOf(changes: readonly Change[]): Promise<RowChange[]> {
    const news = changes.filter(({ fact }) => isIndexed(fact))
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
