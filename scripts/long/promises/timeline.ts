/** What somebody may have been, from when it may have begun to when it is known to have been over. */
interface Stretch {
  readonly permitted: boolean
  readonly since: number
  until: number
}

/** So much of the past is asked about at most. */
const stretchesMost = 200

/**
 * What was true of somebody, as far as whoever writes can know it: a write counts from the moment it was sent, and what it replaces
 * is known to be over only when the write was answered. Moments are milliseconds on one clock that nobody sets.
 */
export class Timeline {
  readonly #stretches: Stretch[]

  constructor(permitted: boolean) {
    this.#stretches = [{ permitted, since: Number.NEGATIVE_INFINITY, until: Number.POSITIVE_INFINITY }]
  }

  /** A write that makes it so was sent. */
  sent(permitted: boolean, at: number): void {
    this.#stretches.push({ permitted, since: at, until: Number.POSITIVE_INFINITY })
    if (this.#stretches.length > stretchesMost) this.#stretches.shift()
  }

  /** The newest write was answered: nothing that it replaces holds any more. */
  answered(at: number): void {
    for (const one of this.#stretches.slice(0, -1)) one.until = Math.min(one.until, at)
  }

  /** Whether it may have been so at any moment of the span, both ends included. */
  couldBe(permitted: boolean, from: number, to: number): boolean {
    return this.#stretches.some((one) => one.permitted === permitted && one.since <= to && one.until >= from)
  }

  /** The last few, for whoever looks for the cause. */
  told(now: number): string {
    const before = (at: number) => (Number.isFinite(at) ? `${Math.round(now - at)} ms before` : 'always')
    return this.#stretches
      .slice(-4)
      .map(({ permitted, since, until }) => {
        const end = Number.isFinite(until) ? `, surely over ${before(until)}` : ''
        return `${permitted ? 'permitted' : 'refused'} since ${before(since)}${end}`
      })
      .join('; ')
  }
}
