import type { Four } from './words/ids.ts'

/**
 * Columns of many rows as PostgreSQL sends an array in its binary form (`array_send`): five words of 32 bits (dimensions, whether
 * there are nulls, the type, how many, the first place), then for each element its length in bytes, −1 for null, and its bytes.
 */
const headBytes = 20

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** Ids, of which none is null. */
export class IdColumn {
  readonly #view: DataView

  constructor(bytes: Uint8Array) {
    this.#view = viewOf(bytes)
  }

  readInto(row: number, into: Four): Four {
    const at = headBytes + 20 * row + 4
    const view = this.#view
    into[0] = view.getInt32(at)
    into[1] = view.getInt32(at + 4)
    into[2] = view.getInt32(at + 8)
    into[3] = view.getInt32(at + 12)
    return into
  }
}

/** Numbers of 64 bits, read in their order; each is a whole number that a double can say. */
export class NumberColumn {
  readonly #view: DataView
  #at = headBytes

  constructor(bytes: Uint8Array) {
    this.#view = viewOf(bytes)
  }

  next(): number | null {
    const view = this.#view
    const from = this.#at + 4
    if (view.getInt32(this.#at) < 0) {
      this.#at = from
      return null
    }
    this.#at = from + 8
    return view.getInt32(from) * 0x1_0000_0000 + view.getUint32(from + 4)
  }
}

/** So many texts are kept for the next row that has the same: a power of two. */
const keptMost = 4096

/** Texts that were read before, of any column. */
export const newKept = (): string[] => Array.from({ length: keptMost }, () => '')

/** Texts, read in their order; most are codes that came before. */
export class TextColumn {
  readonly #bytes: Buffer
  #at = headBytes
  readonly #kept: string[]

  constructor(bytes: Uint8Array, kept: string[]) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.#kept = kept
  }

  next(): string | null {
    const bytes = this.#bytes
    const length = bytes.readInt32BE(this.#at)
    const from = this.#at + 4
    if (length < 0) {
      this.#at = from
      return null
    }
    this.#at = from + length
    let hash = length
    for (let at = from; at < this.#at; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193)
    const place = (hash ^ (hash >>> 15)) & (keptMost - 1)
    const known = this.#kept[place] ?? ''
    if (this.#isAt(from, length, known)) return known
    return (this.#kept[place] = bytes.toString('utf8', from, this.#at))
  }

  /** A text of other signs than ASCII is longer in bytes, and never taken for known. */
  #isAt(from: number, length: number, text: string): boolean {
    if (text.length !== length) return false
    for (let index = 0; index < length; index++) if (this.#bytes[from + index] !== text.charCodeAt(index)) return false
    return true
  }
}
