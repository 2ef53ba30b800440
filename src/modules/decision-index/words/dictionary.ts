import type { Arena, Words } from './arena.ts'
import { head, listHead } from './layout.ts'

/** Codes are written in 16 bits. */
const codesMax = 0x10000

function textAt(words: Words, address: number): string {
  const length = words[address] ?? 0
  let text = ''
  for (let index = 0; index < length; index++) {
    const word = words[address + 1 + (index >> 1)] ?? 0
    text += String.fromCharCode(index & 1 ? word >>> 16 : word & 0xffff)
  }
  return text
}

/** What stands for the texts of codes: every code that a fact or the catalogue has named, in the order in which they came. */
export class Dictionary {
  readonly #words: Words
  readonly #numbers = new Map<string, number>()
  readonly #texts: string[] = []

  constructor(words: Words) {
    this.#words = words
  }

  /** Learns what was added since; true when there was something. */
  catchUp(): boolean {
    const list = Atomics.load(this.#words, head.dictionary)
    const count = list === 0 ? 0 : Atomics.load(this.#words, list + listHead.count)
    const known = this.#texts.length
    for (let number = known; number < count; number++) {
      const text = textAt(this.#words, this.#words[list + listHead.words + number] ?? 0)
      this.#numbers.set(text, number)
      this.#texts.push(text)
    }
    return count > known
  }

  /** The number of a code, or −1 for one that no fact has named. */
  numberOf(code: string): number {
    return this.#numbers.get(code) ?? -1
  }

  textOf(number: number): string {
    const known = this.#texts[number]
    if (known !== undefined) return known
    this.catchUp()
    const learned = this.#texts[number]
    if (learned === undefined) throw new RangeError(`No code has the number ${number}`)
    return learned
  }

  /** How many are known; grows only. */
  get size(): number {
    return this.#texts.length
  }
}

/** Writes the dictionary; of one writer only. The empty code has the number 0. */
export class DictionaryWriter {
  readonly #arena: Arena
  readonly known: Dictionary

  constructor(arena: Arena) {
    this.#arena = arena
    this.known = new Dictionary(arena.words)
    if (arena.words[head.dictionary] === 0) this.add('')
    else this.known.catchUp()
  }

  /** The number of a code, which is given to it where it has none. */
  add(code: string): number {
    const found = this.known.numberOf(code)
    if (found !== -1) return found
    const number = this.known.size
    if (number >= codesMax) throw new RangeError('There are more codes than 16 bits can name')
    const { words } = this.#arena
    const text = this.#arena.take(1 + Math.ceil(code.length / 2))
    words[text] = code.length
    for (let index = 0; index < code.length; index += 2)
      words[text + 1 + (index >> 1)] =
        code.charCodeAt(index) | ((index + 1 < code.length ? code.charCodeAt(index + 1) : 0) << 16)
    append(this.#arena, head.dictionary, text)
    Atomics.store(words, head.codes, number + 1)
    this.known.catchUp()
    return number
  }
}

/** Adds an address to the list to which the word `at` leads, where there is none yet a new one. */
export function append(arena: Arena, at: number, address: number): void {
  const { words } = arena
  const list = words[at] ?? 0
  const room = list === 0 ? 0 : (words[list + listHead.room] ?? 0)
  const count = list === 0 ? 0 : (words[list + listHead.count] ?? 0)
  if (count < room) {
    words[list + listHead.words + count] = address
    Atomics.store(words, list + listHead.count, count + 1)
    return
  }
  // Most people have to do with one enterprise, and most enterprises with few people.
  const wider = room === 0 ? 2 : room < 64 ? room * 2 : Math.ceil(room * 1.5)
  const next = arena.take(listHead.words + wider)
  words[next + listHead.room] = wider
  for (let index = 0; index < count; index++)
    words[next + listHead.words + index] = words[list + listHead.words + index] ?? 0
  words[next + listHead.words + count] = address
  words[next + listHead.count] = count + 1
  Atomics.store(words, at, next)
  if (list !== 0) arena.retire(list, listHead.words + room)
}
