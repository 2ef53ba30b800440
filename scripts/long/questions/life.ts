import type { Catalogue } from '#catalogue'
import type { Store } from '#database'
import { FollowedIndex, IndexReader, newWords } from '#decision-index'
import type { PerformDeps } from '#operations'
import { happen, type History } from '../../../test/histories/history.ts'
import type { Product } from '../../../test/histories/product.ts'
import { emptyWorld, judge, type Book, type World } from '../../../test/reference/index.ts'

/** A history that was lived to its end, in the store and in the readable reference. */
export interface Lived {
  readonly history: History
  readonly book: Book
  readonly world: World
  readonly product: Product
  readonly deps: PerformDeps
}

/** Product and reference part, or one of them ends by a fault. */
export class Parted extends Error {
  override readonly name = 'Parted'
}

/** Lives the history on both sides. Throws Parted where an operation is ruled otherwise. */
export async function live(history: History, book: Book, product: Product): Promise<Lived> {
  const world = emptyWorld()
  const roleRows = new Map<string, World['roles'][number]>()
  for (const [index, step] of history.steps.entries()) {
    if ('given' in step) {
      if (happen(world, roleRows, step.given)) await product.given(step.given)
      continue
    }
    const verdict = judge(book, world, step.asked)
    const got = (await product.operation(step.asked))?.reason ?? null
    const expected = typeof verdict === 'function' ? null : verdict.reason
    if (got !== expected) throw new Parted(`step ${index} ${step.asked.code}: product ${got}, reference ${expected}`)
    if (typeof verdict === 'function') verdict()
  }
  if (!product.inside) throw new Error('a history is lived on a store')
  return { history, book, world, product, deps: product.inside.deps }
}

const bytes = 64 * 1024 * 1024

/** One index for each store, which follows it from history to history. */
export class Indexes {
  #of: Store | null = null
  #index: FollowedIndex | null = null
  #readers = new Map<Catalogue, IndexReader>()

  /** A reader of an index that holds whatever was committed before this was called. */
  async readerOf(store: Store, catalogue: Catalogue): Promise<IndexReader> {
    if (this.#of !== store || this.#index === null) {
      this.#index = await FollowedIndex.open(store, newWords(bytes), catalogue)
      this.#of = store
      this.#readers = new Map()
    }
    await this.#index.follow()
    const known = this.#readers.get(catalogue)
    if (known) return known
    this.#index.learn(catalogue)
    const reader = new IndexReader(this.#index.words, this.#readers.size, catalogue)
    this.#readers.set(catalogue, reader)
    return reader
  }
}
