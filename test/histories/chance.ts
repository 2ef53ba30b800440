/** Chance from a seed: the same seed gives the same run. */
export interface Chance {
  /** 0 ≤ x < 1 */
  next(): number
  /** A whole number from low to high, both included. */
  between(low: number, high: number): number
  /** True in that share of cases. */
  is(share: number): boolean
  pick<T>(from: readonly T[]): T
}

export function chanceFrom(seed: number): Chance {
  // Two rounds apart, so that neighbouring seeds do not give alike runs.
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  next()
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1))
  return {
    next,
    between,
    is: (share) => next() < share,
    pick: <T>(from: readonly T[]): T => {
      const index = between(0, from.length - 1)
      if (from.length === 0) throw new RangeError('nothing to pick from')
      return from[index] as T
    },
  }
}

/** A day some days before or after a moment, as people write it. */
export const dayNear = (chance: Chance, now: number, low: number, high: number): string =>
  new Date(now + chance.between(low, high) * 24 * 60 * 60_000).toISOString().slice(0, 10)
