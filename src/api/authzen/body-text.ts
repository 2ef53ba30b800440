import { parseAssuranceLevel, type AssuranceLevel } from '#kernel'
import { textMax } from './shapes.ts'

const quote = 0x22

/** 1 for each sign of a text that stands for itself: ASCII without controls, quotes and backslashes. */
const plain = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x20 && byte < 0x7f && byte !== quote && byte !== 0x5c ? 1 : 0,
)
/** White space of JSON. */
const blank = Uint8Array.from({ length: 256 }, (_, byte) => ([0x20, 0x09, 0x0a, 0x0d].includes(byte) ? 1 : 0))

/** Texts that are said again and again are kept as one each: how many (a power of two), and the longest. */
const keptMost = 1024
const keptLength = 48

const nothing: Buffer = Buffer.alloc(0)
const wordBytes = 4

/** A text as it is looked for in a body: four bytes at a time, the last ones once more where they are no four. */
export class Piece {
  readonly length: number
  readonly words: Int32Array
  /** Of what is shorter than a word. */
  readonly bytes: Uint8Array

  constructor(bytes: Uint8Array) {
    this.length = bytes.length
    this.bytes = bytes.length < wordBytes ? Uint8Array.from(bytes) : nothing
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
    const count = bytes.length < wordBytes ? 0 : Math.ceil(bytes.length / wordBytes)
    this.words = Int32Array.from({ length: count }, (_, word) =>
      view.getInt32(Math.min(word * wordBytes, bytes.length - wordBytes), true),
    )
  }
}

interface Kept {
  readonly text: string
  readonly piece: Piece
}

/**
 * The bytes of a body, read from the front. Values are texts of 1 to 400 plain signs, and levels; where something else stands they
 * answer null, and what is read on from there means nothing.
 */
export class BodyText {
  #bytes: Buffer = nothing
  #view = new DataView(nothing.buffer, 0, 0)
  /** The same as text. */
  #text = ''
  readonly #kept: (Kept | undefined)[] = Array.from({ length: keptMost }, () => undefined)
  /** What is read next. */
  at = 0
  /** Where the value that was read last stands, without its quotes. */
  from = 0
  until = 0

  begin(body: Buffer): void {
    this.#bytes = body
    this.#view = new DataView(body.buffer, body.byteOffset, body.length)
    this.#text = body.toString('latin1')
    this.at = 0
  }

  /** Nothing of the body is kept. */
  end(): void {
    this.begin(nothing)
  }

  /** The next byte that is not blank, which is passed; −1 at the end. */
  next(): number {
    const bytes = this.#bytes
    const { length } = bytes
    let { at } = this
    while (at < length && blank[bytes[at] ?? 0] === 1) at++
    this.at = at + 1
    return at < length ? (bytes[at] ?? -1) : -1
  }

  /** Passes a piece where it is what comes next, and says whether. */
  passes(piece: Piece): boolean {
    if (!this.#isAt(piece, this.at)) return false
    this.at += piece.length
    return true
  }

  /** Passes a quote where nothing but blanks stands before it. */
  quotes(): boolean {
    return this.next() === quote
  }

  /** A copy of the signs between two places. */
  textBetween(from: number, until: number): string {
    return this.#bytes.toString('latin1', from, until)
  }

  /** Signs up to a quote, which is not passed: a text that is new each time. */
  signs(): string | null {
    const bytes = this.#bytes
    const from = (this.from = this.at)
    let at = from
    while (plain[bytes[at] ?? 0] === 1) at++
    return this.#isText(at) ? this.#text.slice(from, at) : null
  }

  /** As `signs`, of texts of which there are few: one that was met before is the same text, which a map finds without reading it. */
  code(): string | null {
    const bytes = this.#bytes
    const from = this.at
    let at = from
    while (plain[bytes[at] ?? 0] === 1) at++
    this.from = from
    if (!this.#isText(at)) return null
    const place = this.#placeOf(from, at)
    const known = this.#kept[place]
    if (known !== undefined && known.piece.length === at - from && this.#isAt(known.piece, from)) return known.text
    // Of its own signs: a part of the whole would keep the whole.
    const text = this.textBetween(from, at)
    if (text.length <= keptLength) this.#kept[place] = { text, piece: new Piece(bytes.subarray(from, at)) }
    return text
  }

  /** A level written as a number of three digits: of one with less or more, no sign that may follow stands behind these. */
  level(): AssuranceLevel | null {
    const bytes = this.#bytes
    const from = (this.from = this.at)
    this.until = this.at = from + 3
    const number = digit(bytes[from]) * 100 + digit(bytes[from + 1]) * 10 + digit(bytes[from + 2])
    const level = parseAssuranceLevel(number)
    return level.ok ? level.value : null
  }

  /** Whether signs end well there: by a quote, and neither empty nor too long. */
  #isText(at: number): boolean {
    const length = at - this.at
    this.until = this.at = at
    return length > 0 && length <= textMax && this.#bytes[at] === quote
  }

  #isAt({ length, words, bytes }: Piece, at: number): boolean {
    const last = at + length - wordBytes
    if (last + wordBytes > this.#bytes.length) return false
    const view = this.#view
    for (let word = 0; word < words.length; word++) {
      const place = at + word * wordBytes
      if (view.getInt32(place < last ? place : last, true) !== words[word]) return false
    }
    for (let index = 0; index < bytes.length; index++) if (this.#bytes[at + index] !== bytes[index]) return false
    return true
  }

  #placeOf(from: number, until: number): number {
    const view = this.#view
    let hash = until - from
    if (hash >= wordBytes) {
      const last = until - wordBytes
      for (let at = from; at < last; at += wordBytes) hash = mixed(hash, view.getInt32(at, true))
      hash = mixed(hash, view.getInt32(last, true))
    } else for (let at = from; at < until; at++) hash = mixed(hash, this.#bytes[at] ?? 0)
    return (hash ^ (hash >>> 16)) & (keptMost - 1)
  }
}

const mixed = (hash: number, word: number): number => {
  const product = Math.imul(hash ^ word, 0x9e3779b1)
  return product ^ (product >>> 15)
}

/** The value of a digit; of anything else so much that no number of it is a level. */
function digit(byte: number | undefined): number {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39 ? byte - 0x30 : 1000
}
