export interface Step<T> {
  readonly batch: readonly T[]
  /** Nothing follows. There is always a last step, if only an empty one. */
  readonly last: boolean
}

const aimMs = 100
const sizeMin = 100
const sizeMax = 4000

/**
 * How large a step is: one that takes about a tenth of a second to apply, whatever the store. A write transaction left open longer holds
 * the change feed of every node, and the embedded store answers nobody else meanwhile.
 */
export class Pace {
  size = sizeMin

  took(ms: number): void {
    const aimed = this.size * Math.min(2, Math.max(0.5, aimMs / Math.max(1, ms)))
    this.size = Math.min(sizeMax, Math.max(sizeMin, Math.round(aimed)))
  }
}

/** What is read, in steps of the pace. The next batch is read while the store works on this one. */
export async function* steps<T>(
  read: (options: { after: string | null; batchSize: number }) => AsyncIterable<readonly T[]>,
  after: string | null,
  pace: Pace,
): AsyncGenerator<Step<T>> {
  let pending: readonly T[] = []
  const batches = read({ after, batchSize: 500 })[Symbol.asyncIterator]()
  let next = batches.next()
  next.catch(() => undefined)
  for (;;) {
    const { done, value } = await next
    if (done === true) break
    next = batches.next()
    next.catch(() => undefined)
    pending = pending.concat(value)
    // One is kept back, so that the last step is known to be the last.
    while (pending.length > pace.size) {
      const size = pace.size
      yield { batch: pending.slice(0, size), last: false }
      pending = pending.slice(size)
    }
  }
  yield { batch: pending, last: true }
}
