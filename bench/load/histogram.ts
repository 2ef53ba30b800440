/** Values are kept in tenths of a microsecond; each power of two is cut into so many equal parts, so that no value is off by more than 0.4 %. */
const parts = 128
const unitsPerUs = 10
const powers = 30

/** How often each duration came, with a relative error that is the same for short and long ones (after HdrHistogram). */
export class Histogram {
  readonly #counts = new Uint32Array(parts * powers)
  #total = 0
  #most = 0

  record(us: number): void {
    const value = Math.max(0, Math.round(us * unitsPerUs))
    const place = this.#placeOf(value)
    this.#counts[place] = (this.#counts[place] ?? 0) + 1
    this.#total++
    if (us > this.#most) this.#most = us
  }

  #placeOf(value: number): number {
    if (value < parts) return value
    const power = 31 - Math.clz32(Math.min(value, 2 ** 31 - 1)) - 7
    return Math.min(this.#counts.length - 1, (power + 1) * parts + ((value >>> power) - parts))
  }

  #valueAt(place: number): number {
    if (place < parts) return place / unitsPerUs
    const power = Math.floor(place / parts) - 1
    // The middle of the part.
    return ((parts + (place % parts) + 0.5) * 2 ** power) / unitsPerUs
  }

  get count(): number {
    return this.#total
  }

  get mostUs(): number {
    return this.#most
  }

  /** The duration, in microseconds, that so large a share of all does not exceed; 0 when there is none. */
  at(share: number): number {
    const wanted = Math.ceil(this.#total * share)
    let seen = 0
    for (let place = 0; place < this.#counts.length; place++) {
      seen += this.#counts[place] ?? 0
      if (seen >= wanted && seen > 0) return Math.min(this.#valueAt(place), this.#most)
    }
    return 0
  }
}
