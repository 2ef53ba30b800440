import { usedWordsFor } from './used.ts'
import { firstFree, head, layoutVersion, readersMax, readerWord } from './layout.ts'

/** The shared array has no room left: its owner builds a larger one. */
export class IndexFull extends Error {
  override readonly name = 'IndexFull'
}

/** The words of an index, for every thread that reads or writes it. */
export type Words = Int32Array<SharedArrayBuffer>

/** Makes room for an index. The system gives memory only to what is written, so a generous size costs nothing. */
export function newWords(bytes: number): Words {
  const count = Math.floor(bytes / 4)
  const words = new Int32Array(new SharedArrayBuffer((count + usedWordsFor(count)) * 4), 0, count)
  emptyWords(words, 0)
  return words
}

/** Makes words, of which so many were written, new again. */
export function emptyWords(words: Words, written: number): void {
  words.fill(0, 0, written)
  words[head.layout] = layoutVersion
  words[head.period] = 1
  words[head.top] = firstFree
}

/** Sizes above 64 words are rounded up, so that what is given back fits what is asked next. */
function roomFor(size: number): number {
  if (size <= 64) return size
  const step = 2 ** (Math.floor(Math.log2(size)) - 3)
  return Math.ceil(size / step) * step
}

interface Retired {
  readonly address: number
  readonly size: number
  readonly period: number
}

/** What is as large as this, as a table that was widened, is given again piece by piece. */
const regionWords = 4096

/**
 * Gives words and takes them back; of one writer only. What is taken back is given again when every reader that could have
 * met it has answered its question: each notes the period in which it began (`Reading`).
 */
export class Arena {
  readonly words: Words
  readonly #free = new Map<number, number[]>()
  /** Large pieces, and how far the last of them is given. */
  #regions: { from: number; readonly end: number }[] = []
  #retired: Retired[] = []

  constructor(words: Words) {
    this.words = words
  }

  /** Words in use or once used. */
  get top(): number {
    return this.words[head.top] ?? 0
  }

  /** An address with room for so many words, of any content. Throws IndexFull. */
  take(size: number): number {
    const room = roomFor(size)
    const again = this.#free.get(room)?.pop()
    if (again !== undefined) return again
    const region = this.#regions.at(-1)
    if (region !== undefined && room < regionWords) {
      if (region.from + room <= region.end) return (region.from += room) - room
      this.#regions.pop()
      this.#makeFree(region.from, region.end - region.from)
      return this.take(size)
    }
    const address = this.top
    if (address + room > this.words.length) throw new IndexFull(`${this.words.length} words are all in use`)
    this.words[head.top] = address + room
    return address
  }

  /** What is free, for a copy of the words that nobody reads: a size, how many there are of it, their addresses, and so on. */
  givenBack(): number[] {
    const bySize = new Map([...this.#free].map(([size, addresses]) => [size, [...addresses]]))
    const regions = this.#regions.map(({ from, end }) => ({ address: from, size: end - from }))
    for (const { size, address } of [...this.#retired, ...regions]) {
      if (size === 0) continue
      const known = bySize.get(size)
      if (known) known.push(address)
      else bySize.set(size, [address])
    }
    return [...bySize].flatMap(([size, addresses]) =>
      addresses.length === 0 ? [] : [size, addresses.length, ...addresses],
    )
  }

  /** Makes free again what `givenBack` told of these words. */
  giveBack(given: readonly number[]): void {
    for (let at = 0; at < given.length;) {
      const [size = 0, count = 0] = given.slice(at, at + 2)
      for (const address of given.slice(at + 2, at + 2 + count)) this.#makeFree(address, size)
      at += 2 + count
    }
  }

  /** Nobody who begins to read from now on can meet it. */
  retire(address: number, size: number): void {
    this.#retired.push({ address, size: roomFor(size), period: this.words[head.period] ?? 0 })
  }

  /** Begins a new period, and makes free again what no reader can meet any more. */
  reclaim(): void {
    if (this.#retired.length === 0) return
    const period = this.#nextPeriod()
    // Ages, not periods, are compared: the count of periods begins anew after some years.
    let oldest = 0
    for (let reader = 0; reader < readersMax; reader++) {
      const noted = Atomics.load(this.words, readerWord(reader))
      if (noted !== 0) oldest = Math.max(oldest, (period - noted) | 0)
    }
    const kept: Retired[] = []
    for (const one of this.#retired) {
      if (((period - one.period) | 0) <= oldest) kept.push(one)
      else this.#makeFree(one.address, one.size)
    }
    this.#retired = kept
  }

  #makeFree(address: number, size: number): void {
    if (size === 0) return
    if (size >= regionWords) {
      this.#regions.push({ from: address, end: address + size })
      return
    }
    const free = this.#free.get(size)
    if (free) free.push(address)
    else this.#free.set(size, [address])
  }

  /** Never 0, which is what a reader notes who is not at work. */
  #nextPeriod(): number {
    const next = (Atomics.add(this.words, head.period, 1) + 1) | 0
    return next === 0 ? this.#nextPeriod() : next
  }
}

/**
 * Notes that a reader is at work, so that nothing it may meet is written over. It may stay noted for many questions: while nothing
 * is given back it need not note itself again, and what it noted first keeps everything that it could meet since.
 */
export class Reading {
  readonly #words: Words
  readonly #word: number
  #noted = 0

  /** `reader`: 0 to 63, another one in each thread. */
  constructor(words: Words, reader: number) {
    if (reader < 0 || reader >= readersMax) throw new RangeError(`There is no reader ${reader}`)
    this.#words = words
    this.#word = readerWord(reader)
  }

  get isNoted(): boolean {
    return this.#noted !== 0
  }

  /** Before each question. */
  begin(): void {
    if (this.#words[head.period] !== this.#noted) this.#note()
  }

  #note(): void {
    const words = this.#words
    // The period may have grown between the two: then it is noted again, or a block of the old one could be given away.
    for (let period = 0; period !== Atomics.load(words, head.period);) {
      period = Atomics.load(words, head.period)
      Atomics.store(words, this.#word, period)
      this.#noted = period
    }
  }

  /** Until it begins again it reads nothing, and nothing is kept for it. */
  end(): void {
    this.#noted = 0
    Atomics.store(this.#words, this.#word, 0)
  }
}
