import type { Words } from './words/arena.ts'
import { slotAfter, slotFor } from './words/hash-table.ts'
import { hashOf, hashOfFour, newFour, readNumber, type Four } from './words/ids.ts'
import { enterpriseHead, enterpriseRecord, head, pairHead } from './words/layout.ts'
import { isPair, pairBlock, pairHash } from './words/records.ts'
import { bitsBehind, placeOfBit } from './words/used.ts'

/** So many questions at once: the more, the less is waited for each; what they read has to stay in the near caches until they are asked. */
const atOnce = 128
const lineWords = 16
const recordEnd = enterpriseHead.words + 7
const nobody = new Uint8Array(0)
/** Odd, as no enterprise's is that stands still. */
const ofNone = 1

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
  /** The first place of those that are fetched. */
  #from = 0
  // One place for each question, written over by the next ones.
  readonly #digits = new Int32Array(4 * atOnce)
  readonly #ids = new Int32Array(4 * atOnce)
  readonly #hashes = new Int32Array(atOnce)
  readonly #slots = new Int32Array(atOnce)
  readonly #enterprises = new Int32Array(atOnce)
  /** The table of pairs in which their slots were looked for. */
  #table = 0
  /** The version of the enterprise before its block and the pair's were found: they are theirs as long as it has that version. */
  readonly #versions = new Int32Array(atOnce)
  readonly #blocks = new Int32Array(atOnce)
  readonly #pairs = new Int32Array(atOnce)
  /** Of what was fetched; only that it is read matters. */
  sum = 0

  constructor(words: Words) {
    this.#words = words
    this.#bits = bitsBehind(words)
  }

  /**
   * The numbers of enterprises; and of the persons the 16 bytes of each id, behind each other. The first of them are fetched, the
   * next when their turn comes.
   */
  read(numbers: readonly string[], persons: Uint8Array): void {
    this.#numbers = numbers
    this.#persons = persons
    this.#fetchFrom(0)
  }

  /**
   * Where what was fetched for the question at a place is kept; −1 where what was read last is not about this number and one of
   * these persons there.
   */
  keptAt(number: string, persons: Uint8Array, place: number): number {
    if (this.#persons !== persons || this.#numbers[place] !== number || place >= persons.length >> 4) return -1
    const behind = place - this.#from
    if (behind >= 0 && behind < atOnce) return behind
    this.#fetchFrom(place - (place % atOnce))
    return place % atOnce
  }

  /** The enterprise that was found by the number, 0: none; it may have had that number at another time. */
  enterpriseAt(kept: number): number {
    return this.#enterprises[kept] ?? 0
  }

  /** Of the enterprise, before what follows was found: that holds for whoever meets the same version afterwards. */
  versionAt(kept: number): number {
    return this.#versions[kept] ?? 0
  }

  /** The block of the enterprise. */
  blockAt(kept: number): number {
    return this.#blocks[kept] ?? 0
  }

  /** The block of the pair, 0: none; the person as `personInto` gives them. */
  pairAt(kept: number, person: Four): number {
    const block = this.#pairs[kept] ?? 0
    const enterprise = this.#enterprises[kept] ?? 0
    // Another pair may have the same hash.
    if (block === 0 || isPair(this.#words, block, enterprise, person)) return block
    return pairBlock(this.#words, this.#hashes[kept] ?? 0, enterprise, person)
  }

  /** Whether a record of an enterprise is of the number. */
  isNumberOf(kept: number, record: number): boolean {
    const words = this.#words
    const digits = this.#digits
    const [at, from] = [record + 5, 4 * kept]
    return (
      record !== 0 &&
      words[at] === digits[from] &&
      words[at + 1] === digits[from + 1] &&
      words[at + 2] === digits[from + 2]
    )
  }

  personInto(kept: number, into: Four): void {
    const from = 4 * kept
    into[0] = this.#ids[from] ?? 0
    into[1] = this.#ids[from + 1] ?? 0
    into[2] = this.#ids[from + 2] ?? 0
    into[3] = this.#ids[from + 3] ?? 0
  }

  #fetchFrom(from: number): void {
    this.#from = from
    const persons = (this.#persons ?? nobody).length >> 4
    const count = Math.max(0, Math.min(atOnce, this.#numbers.length - from, persons - from))
    this.#hash(from, count)
    this.#fetch(this.#slots, count, 0)
    this.#toPairs(count)
    this.#fetch(this.#enterprises, count, enterpriseRecord.block)
    this.#fetch(this.#slots, count, 0)
    this.#toBlocks(count)
    this.#fetch(this.#blocks, count, 0)
    // The end of the first record: mostly the next line.
    this.#fetch(this.#blocks, count, recordEnd)
    // Most people have some entries, which take two lines or three.
    for (let behind = 0; behind < 3 * lineWords; behind += lineWords) this.#fetch(this.#pairs, count, behind)
    this.#fetchUses(count)
  }

  /** Nothing between one read and the next but the next: as many are under way as the processor can have. */
  #fetch(addresses: Int32Array, count: number, behind: number): void {
    const words = this.#words
    let sum = 0
    for (let one = 0; one < count; one++) sum ^= words[(addresses[one] ?? 0) + behind] ?? 0
    this.sum ^= sum
  }

  /** Where it is noted that what a pair has is used. */
  #fetchUses(count: number): void {
    const bits = this.#bits
    let sum = 0
    for (let one = 0; one < count; one++) sum ^= bits[placeOfBit((this.#pairs[one] ?? 0) + pairHead.words)] ?? 0
    this.sum ^= sum
  }

  #hash(from: number, count: number): void {
    const [four, ids, digits] = [this.#four, this.#ids, this.#digits]
    const table = this.#words[head.byNumber] ?? 0
    const persons = this.#persons ?? nobody
    const view = new DataView(persons.buffer, persons.byteOffset, persons.byteLength)
    for (let one = 0; one < count; one++) {
      readNumber(this.#numbers[from + one] ?? '', four)
      const at = 4 * one
      digits[at] = four[0] ?? 0
      digits[at + 1] = four[1] ?? 0
      digits[at + 2] = four[2] ?? 0
      const hash = hashOfFour(four)
      this.#hashes[one] = hash
      this.#slots[one] = slotFor(this.#words, table, hash)
      const byte = (from + one) * 16
      ids[at] = view.getInt32(byte)
      ids[at + 1] = view.getInt32(byte + 4)
      ids[at + 2] = view.getInt32(byte + 8)
      ids[at + 3] = view.getInt32(byte + 12)
    }
  }

  /** From the slot of a number to the enterprise, and to the slot of its pair. */
  #toPairs(count: number): void {
    const words = this.#words
    const ids = this.#ids
    const [numbers, pairs] = [words[head.byNumber] ?? 0, words[head.pairs] ?? 0]
    this.#table = pairs
    for (let one = 0; one < count; one++) {
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

  /** From an enterprise and the slot of a pair to their blocks. */
  #toBlocks(count: number): void {
    const words = this.#words
    const table = this.#table
    for (let one = 0; one < count; one++) {
      const enterprise = this.#enterprises[one] ?? 0
      const version = Atomics.load(words, enterprise + enterpriseRecord.version)
      // What this version says of the pair stands in another table where that was widened since its slot was looked for.
      this.#versions[one] = words[head.pairs] === table ? version : ofNone
      this.#blocks[one] = words[enterprise + enterpriseRecord.block] ?? 0
      const hash = this.#hashes[one] ?? 0
      let slot = this.#slots[one] ?? 0
      while (words[slot + 1] !== 0 && words[slot] !== hash) slot = slotAfter(words, table, slot)
      this.#pairs[one] = words[slot + 1] ?? 0
    }
  }
}
