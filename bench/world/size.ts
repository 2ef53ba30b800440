/** How much there is of everything. Rights are authorisations and roles together, as near as sizes of whole enterprises come. */
export interface WorldSize {
  readonly rights: number
  readonly enterprises: number
  readonly persons: number
}

/** As in the country: ten million rights of two million enterprises and four million persons. */
export function sizeFor(rights: number): WorldSize {
  const enterprises = Math.max(20, Math.round(rights / 5))
  return { rights, enterprises, persons: enterprises * 2 }
}

/** A tail by which one fifth holds four fifths (Pareto's own figure: log 5 / log 4). */
const alpha = Math.log(5) / Math.log(4)

function meanOf(least: number, most: number): number {
  const whole = 1 - (least / most) ** alpha
  return ((alpha * least ** alpha) / (alpha - 1) / whole) * (least ** (1 - alpha) - most ** (1 - alpha))
}

function leastFor(mean: number, most: number): number {
  let [low, high] = [1e-6, mean]
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2
    if (meanOf(middle, most) < mean) low = middle
    else high = middle
  }
  return low
}

const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b))

/**
 * How many rights each enterprise has: the quantiles of a truncated Pareto distribution, dealt out in an order that depends on the
 * seed, so that the sum is always that of the world.
 */
export function sizesOf({ rights, enterprises }: WorldSize, seed: number): (enterprise: number) => number {
  const most = Math.min(20_000, Math.max(20, rights / 50))
  const least = leastFor(rights / enterprises, most)
  let step = (Math.floor(enterprises * 0.618) + seed * 2) | 1
  while (divisor(step, enterprises) !== 1) step += 2
  const whole = 1 - (least / most) ** alpha
  return (enterprise) => {
    // Both factors are below 2²², so the product is exact.
    const place = (enterprise * (step % enterprises) + seed) % enterprises
    const share = (place + 0.5) / enterprises
    const size = least * (1 - share * whole) ** (-1 / alpha)
    // Rounded up as often as the fraction says: by another order that is as even.
    return Math.floor(size + ((place * 0.618_033_988_749_895) % 1))
  }
}

/** The place of somebody in a crowd of which one fifth is met four times out of five, and so on within each fifth (self-similar). */
export function habitual(chance: number, count: number): number {
  return Math.min(count - 1, Math.floor(count * chance ** (Math.log(0.2) / Math.log(0.8))))
}
