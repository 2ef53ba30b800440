import type { Words } from './words/arena.ts'
import { slotAfter, slotFor } from './words/hash-table.ts'
import { hashOfFour, newFour, readBytes, readNumber } from './words/ids.ts'
import { enterpriseRecord, head } from './words/layout.ts'
import { pairHash } from './words/records.ts'

/** So many questions at once: what they read stays in the nearest cache until it is asked for. */
const atOnce = 64
const lineWords = 16

/**
 * Fetches what many questions will read before the first of them is answered. Each step of all of them is made before the next
 * step of any, so that the processor waits for the memory of many at once and not of one after the other. Nothing is decided
 * here, and nothing that is read is believed: whatever changes meanwhile costs the question a look of its own.
 */
export class Ahead {
  readonly #words: Words
  readonly #four = newFour()
  // One place for each question, written over by the next ones.
  readonly #hashes = new Int32Array(atOnce)
  readonly #persons = new Int32Array(atOnce)
  readonly #slots = new Int32Array(atOnce)
  readonly #enterprises = new Int32Array(atOnce)
  readonly #pairs = new Int32Array(atOnce)
  /** Of what was fetched; only that it is read matters. */
  sum = 0

  constructor(words: Words) {
    this.#words = words
  }

  /** The numbers of enterprises; and of the persons the 16 bytes of each id, behind each other. */
  read(numbers: readonly string[], persons: Uint8Array): void {
    for (let from = 0; from < numbers.length; from += atOnce) {
      const count = Math.min(atOnce, numbers.length - from)
      this.#hash(numbers, persons, from, count)
      this.#fetch(this.#slots, count, 0)
      this.#toPairs(count)
      this.#fetch(this.#enterprises, count, enterpriseRecord.block)
      this.#fetch(this.#slots, count, 0)
      this.#toBlocks(count)
      this.#fetch(this.#enterprises, count, 0)
      this.#fetch(this.#pairs, count, 0)
      // An entry or two further: the next line.
      this.#fetch(this.#pairs, count, lineWords)
    }
  }

  /** Nothing between one read and the next but the next: as many are under way as the processor can have. */
  #fetch(addresses: Int32Array, count: number, behind: number): void {
    const words = this.#words
    let sum = 0
    for (let one = 0; one < count; one++) sum ^= words[(addresses[one] ?? 0) + behind] ?? 0
    this.sum ^= sum
  }

  #hash(numbers: readonly string[], persons: Uint8Array, from: number, count: number): void {
    const four = this.#four
    const table = this.#words[head.byNumber] ?? 0
    for (let one = 0; one < count; one++) {
      const hash = hashOfFour(readNumber(numbers[from + one] ?? '', four))
      this.#hashes[one] = hash
      this.#slots[one] = slotFor(this.#words, table, hash)
      this.#persons[one] = hashOfFour(readBytes(persons, four, (from + one) * 16))
    }
  }

  /** From the slot of a number to the enterprise, and to the slot of its pair. */
  #toPairs(count: number): void {
    const words = this.#words
    const [numbers, pairs] = [words[head.byNumber] ?? 0, words[head.pairs] ?? 0]
    for (let one = 0; one < count; one++) {
      const hash = this.#hashes[one] ?? 0
      let slot = this.#slots[one] ?? 0
      while (words[slot + 1] !== 0 && words[slot] !== hash) slot = slotAfter(words, numbers, slot)
      const enterprise = words[slot + 1] ?? 0
      const pair = pairHash(enterprise, this.#persons[one] ?? 0)
      this.#enterprises[one] = enterprise
      this.#hashes[one] = pair
      this.#slots[one] = slotFor(words, pairs, pair)
    }
  }

  /** From an enterprise and the slot of a pair to their blocks; where another pair stands in the slot, the question finds its own. */
  #toBlocks(count: number): void {
    const words = this.#words
    for (let one = 0; one < count; one++) {
      const slot = this.#slots[one] ?? 0
      this.#enterprises[one] = words[(this.#enterprises[one] ?? 0) + enterpriseRecord.block] ?? 0
      this.#pairs[one] = words[slot] === this.#hashes[one] ? (words[slot + 1] ?? 0) : 0
    }
  }
}
