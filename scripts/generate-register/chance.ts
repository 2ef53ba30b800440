/** FNV-1a over UTF-16 units: a seed of any text becomes 32 bits. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

/** Spreads two numbers over 32 bits, so that neighbours share nothing. */
export function mix(a: number, b: number): number {
  let h = Math.imul(a ^ (b + 0x9e3779b9 + (a << 6)), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  h = Math.imul((h ^ (h >>> 16)) + b, 0x27d4eb2f)
  return (h ^ (h >>> 15)) >>> 0
}

/** Reproducible chance (mulberry32): the same seed throws the same numbers on every machine. */
export class Dice {
  #state: number

  constructor(seed: number) {
    this.#state = seed | 0
  }

  /** In [0, 1). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }

  /** A whole number from 0 up to, not including, n. */
  below(n: number): number {
    return Math.floor(this.next() * n)
  }

  /** Both ends included. */
  between(from: number, to: number): number {
    return from + this.below(to - from + 1)
  }

  chance(probability: number): boolean {
    return this.next() < probability
  }

  pick<T>(list: readonly T[]): T {
    const chosen = list[this.below(list.length)]
    if (chosen === undefined) throw new RangeError('nothing to pick from')
    return chosen
  }

  /** One of the values, each with the weight beside it. */
  weighted<T>(list: readonly (readonly [T, number])[]): T {
    let left = this.next() * list.reduce((sum, [, weight]) => sum + weight, 0)
    for (const [value, weight] of list) {
      left -= weight
      if (left < 0) return value
    }
    return this.pick(list)[0]
  }
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b)
}

function inverseOf(a: number, n: number): number {
  let [r, nextR, t, nextT] = [a % n, n, 1, 0]
  while (nextR !== 0) {
    const q = Math.floor(r / nextR)
    ;[r, nextR, t, nextT] = [nextR, r - q * nextR, nextT, t - q * nextT]
  }
  return ((t % n) + n) % n
}

/** Shuffles 0 … n−1 without a table, and finds back where each came from. */
export class Shuffle {
  readonly #n: number
  readonly #factor: number
  readonly #inverse: number
  readonly #shift: number

  constructor(n: number, seed: number) {
    const size = Math.max(1, n)
    let factor = Math.floor(size * 0.6180339887) + (seed % 97)
    while (gcd(factor % size, size) !== 1) factor += 1
    this.#n = size
    this.#factor = factor % size
    this.#inverse = inverseOf(this.#factor, size)
    this.#shift = seed % size
  }

  to(i: number): number {
    return (i * this.#factor + this.#shift) % this.#n
  }

  from(p: number): number {
    return (((p - this.#shift + this.#n) % this.#n) * this.#inverse) % this.#n
  }
}

/** [how often, how heavy] in a thousand. */
export type Weights = readonly (readonly [number, number])[]

/**
 * Deals `total` things out over `n` owners by weight, exactly `total` in all, without a table of owners: how many each has,
 * the place of its first, and who owns a place are calculated.
 */
export class Share {
  readonly n: number
  readonly total: number
  readonly #order: Shuffle
  readonly #before: readonly number[]
  readonly #all: number

  constructor(n: number, total: number, weights: Weights, seed: number) {
    this.n = n
    this.total = n > 0 ? total : 0
    this.#order = new Shuffle(n, seed)
    this.#before = cumulated(weights, seed)
    this.#all = this.#weightBefore(n)
  }

  #weightBefore(position: number): number {
    const length = this.#before.length - 1
    const rounds = Math.floor(position / length)
    return rounds * (this.#before[length] ?? 0) + (this.#before[position % length] ?? 0)
  }

  /** The rank of an owner of nothing among the owners of nothing, where nobody owns more than one thing. */
  gapOf(owner: number): number {
    const position = this.#order.to(owner)
    return position - this.#placeOf(position)
  }

  /** Who has that rank among the owners of nothing. */
  ownerOfGap(gap: number): number {
    return this.#order.from(lastWhere(this.n, (position) => position - this.#placeOf(position) <= gap))
  }

  #placeOf(position: number): number {
    return Math.floor((this.#weightBefore(position) * this.total) / this.#all)
  }

  count(owner: number): number {
    const position = this.#order.to(owner)
    return this.#placeOf(position + 1) - this.#placeOf(position)
  }

  first(owner: number): number {
    return this.#placeOf(this.#order.to(owner))
  }

  ownerOf(place: number): number {
    return this.#order.from(lastWhere(this.n, (position) => this.#placeOf(position) <= place))
  }
}

/** The last of 0 … n−1 that holds, where all that hold stand before all that do not. */
function lastWhere(n: number, holds: (position: number) => boolean): number {
  let [low, high] = [0, n]
  while (high - low > 1) {
    const middle = (low + high) >>> 1
    if (holds(middle)) low = middle
    else high = middle
  }
  return low
}

function cumulated(weights: Weights, seed: number): number[] {
  const list = weights.flatMap(([often, weight]) => Array.from({ length: often }, () => weight))
  const dice = new Dice(seed)
  for (let i = list.length - 1; i > 0; i -= 1) {
    const j = dice.below(i + 1)
    ;[list[i], list[j]] = [list[j] ?? 0, list[i] ?? 0]
  }
  // However few the owners are, one of them weighs something.
  list.unshift(Math.max(...list))
  const sums = [0]
  for (const weight of list) sums.push((sums.at(-1) ?? 0) + weight)
  return sums
}
