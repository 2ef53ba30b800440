import { inTransaction } from '#database'
import type { Problem } from '../extract/index.ts'
import { sumOf, type Counts } from './counts.ts'
import type { ImportDeps } from './deps.ts'
import { moveImport, type ImportRow } from './progress.store.ts'

/**
 * Moves an import's mark behind what has been applied, one move at a time; a move tells of everything applied since the one before.
 * A process that dies between a step and its move leaves a step that is applied again, and finds that everything stands (G4).
 */
export class Mark {
  readonly #deps: ImportDeps
  readonly #import: ImportRow
  /** Where the store has it. */
  #mark: string | null
  /** Where it is to go. */
  #through: string | null
  #counts: Counts
  #told: number
  #done = false
  #problems: Problem[]
  #moving: Promise<void> = Promise.resolve()
  #asked = false

  /** `problems`: those that the reader meets, taken along with the next move. */
  constructor(deps: ImportDeps, begun: ImportRow, problems: Problem[]) {
    this.#deps = deps
    this.#import = begun
    this.#mark = this.#through = begun.appliedThrough
    this.#counts = begun.counts
    this.#told = begun.problems
    this.#problems = problems
  }

  /** A step is applied, and so is everything before it. */
  reached({
    through,
    last,
    counts,
    found,
  }: {
    through: string | null
    last: boolean
    counts: Counts
    found: Problem[]
  }) {
    this.#through = through ?? this.#through
    this.#done ||= last
    this.#counts = sumOf(this.#counts, counts)
    this.#problems.push(...found)
    if (this.#asked) return
    this.#asked = true
    this.#moving = this.#moving.then(() => this.#move())
    // Whoever awaits `settled` hears of it.
    this.#moving.catch(() => undefined)
  }

  /** Waits until the store has everything reached. Throws what a move threw, and nothing moves after that. */
  async settled(): Promise<{ counts: Counts; problems: number }> {
    await this.#moving
    return { counts: this.#counts, problems: this.#told }
  }

  async #move(): Promise<void> {
    this.#asked = false
    const [through, counts, done] = [this.#through, this.#counts, this.#done]
    const problems = this.#problems.splice(0)
    const now = this.#deps.clock.now()
    const { value: added } = await inTransaction(this.#deps.store, (trx) =>
      moveImport(trx, this.#import, { from: this.#mark, through, counts, problems, done, now }),
    )
    this.#told += added
    this.#mark = through
  }
}
