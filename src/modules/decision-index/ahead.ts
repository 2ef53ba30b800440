import type { Words } from './words/arena.ts'
import { slotAfter, slotFor } from './words/hash-table.ts'
import { hashOf, hashOfFour, newFour, readBytes, readNumber, type Four } from './words/ids.ts'
import { enterpriseHead, enterpriseRecord, head, pairHead } from './words/layout.ts'
import { pairHash } from './words/records.ts'
import { bitsBehind, placeOfBit } from './words/used.ts'

/** So many questions at once: what they read stays in the nearest cache until it is asked for. */
const atOnce = 64
const lineWords = 16
const recordEnd = enterpriseHead.words + 7
const nobody = new Uint8Array(0)

/**
 * Fetches what many questions will read before the first of them is answered. Each step of all of them is made before the next
 * step of any, so that the processor waits for the memory of many at once and not of one after the other. Nothing is decided
 * here: a question goes on from what was found for it as long as that is so, and else looks for itself.
 */
export class Ahead {
  readonly #words: Words
  readonly #bits: Int32Array
  readonly #four = newFour()
  #numbers: readonly string[] = []
  #persons: Uint8Array | null = null
  // One place for each question, written over by the next ones.
  #digits = new Int32Array(4 * atOnce)
  #ids = new Int32Array(4 * atOnce)
  #hashes = new Int32Array(atOnce)
  #slots = new Int32Array(atOnce)
  #enterprises = new Int32Array(atOnce)
  #pairs = new Int32Array(atOnce)
  readonly #blocks = new Int32Array(atOnce)
  /** Of what was fetched; only that it is read matters. */
  sum = 0

  constructor(words: Words) {
    this.#words = words
    this.#bits = bitsBehind(words)
  }

  /** The numbers of enterprises; and of the persons the 16 bytes of each id, behind each other. */
  read(numbers: readonly string[], persons: Uint8Array): void {
    this.#numbers = numbers
    this.#persons = persons
    if (numbers.length > this.#hashes.length) this.#widen(numbers.length)
    for (let from = 0; from < numbers.length; from += atOnce) {
      const until = Math.min(from + atOnce, numbers.length)
      this.#hash(from, until)
      this.#fetch(this.#slots, from, until, 0)
      this.#toPairs(from, until)
      this.#fetch(this.#enterprises, from, until, enterpriseRecord.block)
      this.#fetch(this.#slots, from, until, 0)
      this.#toBlocks(from, until)
      this.#fetch(this.#blocks, 0, until - from, 0)
      // The end of the first record: mostly the next line.
      this.#fetch(this.#blocks, 0, until - from, recordEnd)
      this.#fetch(this.#pairs, from, until, 0)
      // An entry or two further: the next line.
      this.#fetch(this.#pairs, from, until, lineWords)
      this.#fetchUses(from, until)
    }
  }

  /** Whether the question at a place of what was read last is about this number and one of these persons. */
  holds(number: string, persons: Uint8Array, place: number): boolean {
    return this.#persons === persons && this.#numbers[place] === number
  }

  /** The enterprise that was found by the number at a place, 0: none; it may have had that number at another time. */
  enterpriseAt(place: number): number {
    return this.#enterprises[place] ?? 0
  }

  /** The hash of the pair at a place, of that enterprise. */
  pairHashAt(place: number): number {
    return this.#hashes[place] ?? 0
  }

  /** Whether the number at a place is that of the three words at an address. */
  isNumber(place: number, address: number): boolean {
    const words = this.#words
    const digits = this.#digits
    return (
      words[address] === digits[4 * place] &&
      words[address + 1] === digits[4 * place + 1] &&
      words[address + 2] === digits[4 * place + 2]
    )
  }

  personInto(place: number, into: Four): void {
    for (let index = 0; index < 4; index++) into[index] = this.#ids[4 * place + index] ?? 0
  }

  /** Nothing between one read and the next but the next: as many are under way as the processor can have. */
  #fetch(addresses: Int32Array, from: number, until: number, behind: number): void {
    const words = this.#words
    let sum = 0
    for (let one = from; one < until; one++) sum ^= words[(addresses[one] ?? 0) + behind] ?? 0
    this.sum ^= sum
  }

  /** Where it is noted that what a pair has is used. */
  #fetchUses(from: number, until: number): void {
    const bits = this.#bits
    let sum = 0
    for (let one = from; one < until; one++) sum ^= bits[placeOfBit((this.#pairs[one] ?? 0) + pairHead.words)] ?? 0
    this.sum ^= sum
  }

  #hash(from: number, until: number): void {
    const [four, ids, digits] = [this.#four, this.#ids, this.#digits]
    const table = this.#words[head.byNumber] ?? 0
    for (let one = from; one < until; one++) {
      readNumber(this.#numbers[one] ?? '', four)
      for (let index = 0; index < 3; index++) digits[4 * one + index] = four[index] ?? 0
      const hash = hashOfFour(four)
      this.#hashes[one] = hash
      this.#slots[one] = slotFor(this.#words, table, hash)
      readBytes(this.#persons ?? nobody, four, one * 16)
      for (let index = 0; index < 4; index++) ids[4 * one + index] = four[index] ?? 0
    }
  }

  /** From the slot of a number to the enterprise, and to the slot of its pair. */
  #toPairs(from: number, until: number): void {
    const words = this.#words
    const ids = this.#ids
    const [numbers, pairs] = [words[head.byNumber] ?? 0, words[head.pairs] ?? 0]
    for (let one = from; one < until; one++) {
      const hash = this.#hashes[one] ?? 0
      let slot = this.#slots[one] ?? 0
      while (words[slot + 1] !== 0 && words[slot] !== hash) slot = slotAfter(words, numbers, slot)
      const enterprise = words[slot + 1] ?? 0
      const at = 4 * one
      const person = hashOf(ids[at] ?? 0, ids[at + 1] ?? 0, ids[at + 2] ?? 0, ids[at + 3] ?? 0)
      const pair = pairHash(enterprise, person)
      this.#enterprises[one] = enterprise
      this.#hashes[one] = pair
      this.#slots[one] = slotFor(words, pairs, pair)
    }
  }

  /** From an enterprise and the slot of a pair to their blocks; where another pair stands in the slot, the question finds its own. */
  #toBlocks(from: number, until: number): void {
    const words = this.#words
    for (let one = from; one < until; one++) {
      const slot = this.#slots[one] ?? 0
      this.#blocks[one - from] = words[(this.#enterprises[one] ?? 0) + enterpriseRecord.block] ?? 0
      this.#pairs[one] = words[slot] === this.#hashes[one] ? (words[slot + 1] ?? 0) : 0
    }
  }

  #widen(count: number): void {
    this.#digits = new Int32Array(4 * count)
    this.#ids = new Int32Array(4 * count)
    this.#hashes = new Int32Array(count)
    this.#slots = new Int32Array(count)
    this.#enterprises = new Int32Array(count)
    this.#pairs = new Int32Array(count)
  }
}
