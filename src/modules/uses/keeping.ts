import { setTimeout as pause } from 'node:timers/promises'
import type { Store } from '#database'
import type { Use, Uses } from './uses.ts'
import { writeUses } from './uses.queries.ts'

export interface KeepingDeps {
  readonly store: Store
  /** Up to so many of what was used and not taken yet. */
  readonly take: (limit: number) => Use[]
  /** Where what could not be written waits. */
  readonly uses: Uses
  readonly onFault: (fault: unknown) => void
  readonly everyMs?: number
}

const minuteMs = 60_000
const usesAtOnce = 100
const pauseMs = 10

/** Y2: writes down what was used, once a minute and at the end. */
export class Keeping {
  readonly #deps: KeepingDeps
  readonly #timer: NodeJS.Timeout
  #turn: Promise<void> = Promise.resolve()
  #isStopping = false

  constructor(deps: KeepingDeps) {
    this.#deps = deps
    this.#timer = setInterval(() => void this.keep(), deps.everyMs ?? minuteMs)
    this.#timer.unref()
  }

  /** Writes down whatever has been used by now; one after the other. */
  keep(): Promise<void> {
    return (this.#turn = this.#turn.then(() => this.#keepNow()))
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer)
    this.#isStopping = true
    await this.keep()
  }

  async #keepNow(): Promise<void> {
    const { store, take, uses, onFault } = this.#deps
    let some: Use[] = []
    try {
      // Some at a time, and others in between: whoever waits for an answer of this thread waits for no more than these.
      for (some = take(usesAtOnce); some.length > 0; some = take(usesAtOnce)) {
        await writeUses(store, some)
        if (some.length === usesAtOnce && !this.#isStopping) await pause(pauseMs)
      }
    } catch (fault) {
      for (const use of some) uses.note(use)
      onFault(fault)
    }
  }
}
