import type { Words } from './arena.ts'
import { head } from './layout.ts'

/**
 * One bit for each entry: whether its right has been used on the day that the first word names, as a number like 20261122. The bits
 * stand behind the words in the same shared memory, outside what is counted, kept or copied as the index. An entry takes five words
 * at least, so the fourth part of its address is its own.
 */
const bitOf = (address: number): number => address >>> 2

/** So many words are needed behind so many. */
export const usedWordsFor = (words: number): number => 2 + (bitOf(words) >>> 5)

/** The bits behind the words. */
export const bitsBehind = (words: Words): Int32Array<SharedArrayBuffer> =>
  new Int32Array(words.buffer, words.byteOffset + words.byteLength)

/** In which of their words the bit of the entry at an address is. */
export const placeOfBit = (address: number): number => 1 + (bitOf(address) >>> 5)

export class Used {
  readonly #words: Words
  readonly #bits: Int32Array<SharedArrayBuffer>

  constructor(words: Words) {
    this.#words = words
    this.#bits = bitsBehind(words)
  }

  /** Notes that the right of the entry at an address is used on a day; false: somebody has noted it that day. */
  note(address: number, day: number): boolean {
    const bits = this.#bits
    // What a thread that lags behind a midnight notes is of a day whose bits are gone.
    if (bits[0] !== day && !this.#begin(day)) return true
    const place = placeOfBit(address)
    const mask = 1 << (bitOf(address) & 31)
    // Looked at first: most were used before that day, and then no other thread loses the line.
    return ((bits[place] ?? 0) & mask) === 0 && (Atomics.or(bits, place, mask) & mask) === 0
  }

  /** Another entry will stand at the address, which nobody has used. */
  forget(address: number): void {
    if (this.#bits[0] === 0) return
    Atomics.and(this.#bits, placeOfBit(address), ~(1 << (bitOf(address) & 31)))
  }

  /**
   * The first of a new day forgets the one before. What another thread notes meanwhile may be noted twice; what it notes in the
   * instant in which the day begins may count for both days.
   */
  #begin(day: number): boolean {
    const bits = this.#bits
    const known = Atomics.load(bits, 0)
    if (day < known) return false
    if (day > known && Atomics.compareExchange(bits, 0, known, day) === known)
      bits.fill(0, 1, usedWordsFor(this.#words[head.top] ?? 0))
    return true
  }
}
