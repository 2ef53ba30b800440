/** What came of the tries of one proof: how many, which were wrong, and what else is worth a line. */
export class Tally {
  tried = 0
  wrong = 0
  readonly #wrongs: string[] = []
  readonly #counts = new Map<string, number>()
  readonly #spans = new Map<string, number[]>()

  count(what: string, times = 1): void {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + times)
  }

  of(what: string): number {
    return this.#counts.get(what) ?? 0
  }

  /** A time that something took, in milliseconds. */
  took(what: string, ms: number): void {
    const known = this.#spans.get(what)
    if (known) known.push(ms)
    else this.#spans.set(what, [ms])
  }

  /** `what` says how it can be found again. */
  isWrong(what: string): void {
    this.wrong++
    if (this.#wrongs.length >= 20) return
    this.#wrongs.push(what)
    // Told at once too: whoever ends a run by hand has seen it.
    console.error(`WRONG: ${what}`)
  }

  lines(): string[] {
    const counts = [...this.#counts].toSorted(([one], [other]) => (one < other ? -1 : 1))
    return [
      ...counts.map(([what, times]) => `  ${String(times).padStart(9)}  ${what}`),
      ...[...this.#spans].map(([what, all]) => {
        const [p50, p99, most] = [0.5, 0.99, 1].map((share) => percentile(all, share).toFixed(1))
        return `  ${what}: p50 ${p50} ms, p99 ${p99} ms, max ${most} ms, of ${all.length}`
      }),
      ...this.#wrongs.map((one) => `  WRONG: ${one}`),
    ]
  }
}

/** The least of the numbers below or at which that share of them lies. */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((one, other) => one - other)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0
}
