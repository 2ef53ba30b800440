import { refusals } from '#operations'
import { reasons } from '#rights'
import type { Catalogues } from './catalogues.ts'
import { historyOf } from './generate.ts'
import type { History } from './history.ts'
import type { OpenProduct } from './product.ts'
import { live, noTotals, type Difference, type RunOptions, type Totals } from './run.ts'
import { shrink } from './shrink.ts'

export interface Failure {
  seed: number
  difference: Difference
  /** As small as it still fails. */
  history: History
}

export interface Outcome {
  passed: number
  failures: Failure[]
  totals: Totals
}

export interface ManyOptions extends Catalogues {
  seed: number
  runs: number
  open: OpenProduct
  /** Opens one that no other history has lived in, to shrink a failing one; without it `open` does. */
  openAlone?: OpenProduct
  /** Share of all questions that each history asks at the end; every hundredth history asks them all, unless it is 0: then none is. */
  questions: number
  failuresMax: number
  /** Whether a failing history is made as small as it still fails; true unless given. */
  shrinks?: boolean
  onRun?: (run: number) => void
}

/** Run i has the seed S + i, so that one run is repeated by its own seed. */
export async function manyHistories(options: ManyOptions): Promise<Outcome> {
  const outcome: Outcome = { passed: 0, failures: [], totals: noTotals() }
  for (let run = 0; run < options.runs && outcome.failures.length < options.failuresMax; run++) {
    const seed = options.seed + run
    const history = historyOf(seed, options.books)
    const how: RunOptions = {
      books: options.books,
      open: options.open,
      questions: seed % 100 === 99 && options.questions > 0 ? 1 : options.questions,
    }
    const difference = await live(history, how, outcome.totals)
    if (!difference) outcome.passed++
    else if (options.shrinks === false) outcome.failures.push({ seed, difference, history })
    else outcome.failures.push(await smallest(history, difference, { ...how, open: options.openAlone ?? options.open }))
    options.onRun?.(run)
  }
  return outcome
}

/** Everything is asked of a smaller one, or what it fails by may not be asked again. */
async function smallest(history: History, difference: Difference, how: RunOptions): Promise<Failure> {
  let last = difference
  const sameKind = (other: Difference) => other.about.split(' ', 2).join() === difference.about.split(' ', 2).join()
  const small = await shrink(history, async (smaller) => {
    const found = await live(smaller, { ...how, questions: Math.max(how.questions, 0.3) }, noTotals())
    if (!found || !sameKind(found)) return false
    last = found
    return true
  })
  return { seed: history.seed, difference: last, history: small }
}

/** Each reason at least this often in a long run; in proportion in a short one. */
const leastIn20000 = 100

/** What the totals lack: accepted share, and every reason there is often enough. */
export function lacking({ totals, runs }: { totals: Totals; runs: number }): string[] {
  const least = Math.floor((leastIn20000 * Math.min(runs, 20_000)) / 20_000)
  const missing = (counts: Map<string, number>, all: readonly string[], what: string): string[] =>
    all
      .filter((reason) => (counts.get(reason) ?? 0) < least)
      .map((reason) => `${what} ${reason}: ${counts.get(reason) ?? 0} times, at least ${least}`)
  const share = totals.accepted / totals.operations
  return [
    ...(share < 0.4 ? [`accepted share ${(100 * share).toFixed(1)} %, at least 40 %`] : []),
    ...missing(totals.refusals, refusals, 'refused'),
    ...missing(totals.permits, reasons.permit, 'permitted by'),
    ...missing(totals.denials, reasons.deny, 'denied by'),
  ]
}
