import type { Clock } from '#kernel'

export interface Step<T> {
  readonly batch: readonly T[]
  /** Nothing follows. There is always a last step, if only an empty one. */
  readonly last: boolean
}

const aimMs = 100
const sizeMin = 100
const sizeMax = 4000

/**
 * What is read, in steps that take about a tenth of a second each to apply, whatever the store: a write transaction left open longer
 * holds the change feed of every node, and the embedded store answers nobody else meanwhile. The time between two steps that are asked
 * for is what the first one took.
 */
export async function* steps<T>(
  read: (options: { after: string | null; batchSize: number }) => AsyncIterable<readonly T[]>,
  after: string | null,
  clock: Clock,
): AsyncGenerator<Step<T>> {
  let size = sizeMin
  let pending: readonly T[] = []
  const batches = read({ after, batchSize: sizeMax })[Symbol.asyncIterator]()
  // The next batch is read while the store works on this one.
  let next = batches.next()
  next.catch(() => undefined)
  for (;;) {
    const { done, value } = await next
    if (done === true) break
    next = batches.next()
    next.catch(() => undefined)
    pending = [...pending, ...value]
    // One is kept back, so that the last step is known to be the last.
    while (pending.length > size) {
      const batch = pending.slice(0, size)
      pending = pending.slice(size)
      const began = clock.now()
      yield { batch, last: false }
      const tookMs = Math.max(1, clock.now() - began)
      const aimed = size * Math.min(2, Math.max(0.5, aimMs / tookMs))
      size = Math.min(sizeMax, Math.max(sizeMin, Math.round(aimed)))
    }
  }
  yield { batch: pending, last: true }
}
