import type { Store } from '#database'
import type { Uses } from './uses.ts'
import { writeUses } from './uses.queries.ts'

export interface KeepingDeps {
  readonly store: Store
  readonly uses: Uses
  readonly onFault: (fault: unknown) => void
  readonly everyMs?: number
}

const minuteMs = 60_000

/** Y2: writes down what was used, once a minute and at the end. */
export class Keeping {
  readonly #deps: KeepingDeps
  readonly #timer: NodeJS.Timeout
  #turn: Promise<void> = Promise.resolve()

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
    await this.keep()
  }

  async #keepNow(): Promise<void> {
    const { store, uses, onFault } = this.#deps
    const taken = uses.take()
    try {
      await writeUses(store, taken)
    } catch (fault) {
      // What was written of them is written again, which changes nothing.
      for (const use of taken) uses.note(use)
      onFault(fault)
    }
  }
}
