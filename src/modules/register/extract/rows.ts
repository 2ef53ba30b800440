import { isAscii, isUtf8 } from 'node:buffer'

/** Bytes of one file, in pieces. A piece may be overwritten by the read after the next one. */
export interface ByteReader {
  /** Null at the end. */
  read(): Promise<Buffer | null>
  close(): Promise<void>
}

/** A file of a set, wherever it stands. */
export interface SetFile {
  /** Its path within the set, as written. */
  readonly path: string
  /** Bytes, unpacked. */
  readonly size: number
  open(): Promise<ByteReader>
}

/** Large enough that the disk and the unpacking do not wait for each other. */
export const pieceBytes = 256 * 1024

/** A row longer than this, or over more lines, is no row: a quote was never closed. */
const rowLengthMax = 64 * 1024
const rowLinesMax = 50
const columnsMax = 64

const unclosed = 'opens a quote that is not closed: close it (reading goes on at the next line)'
const tooLong = 'is longer than 64 KB: shorten it'

const quote = 0x22
const comma = 0x2c
const carriageReturn = 0x0d
const lineFeed = 0x0a

/** Signs that a text of the register never holds, or that are spaces in it: looked for in whole blocks, then in single fields. */
const suspect =
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  /[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]|\r(?!\n)/

/**
 * Reads rows of comma-separated values (double quotes, "" inside them) from a block of whole lines at a time, without copying fields
 * that nobody asks for. Each row is read or found faulty by itself: after a faulty one reading goes on at the line after its first.
 */
export class RowReader {
  /** Of the row that stands: the line where it begins, its number of fields, and what is wrong with its form. */
  line = 0
  count = 0
  fault: string | null = null
  bytesRead = 0
  /** Whether fields may hold control characters or line breaks. */
  doubtful = false

  readonly #source: ByteReader
  readonly #starts = new Int32Array(columnsMax + 1)
  readonly #ends = new Int32Array(columnsMax + 1)
  readonly #doubled = new Uint8Array(columnsMax + 1)
  #text = ''
  #position = 0
  #begin = 0
  #nextLine = 1
  /** Ends of the row's first line and of the line in which the parser stands, and how many breaks the row has had. */
  #firstEnd = 0
  #lineEnd = 0
  #breaks = 0
  #isRaw = false
  #isSuspect = false
  #isFinal = false
  #isSkipping = false
  #isFirst = true
  #rest: Buffer = Buffer.alloc(0)
  #work: Buffer = Buffer.alloc(0)
  #coming: Promise<Buffer | null> | null = null

  constructor(source: ByteReader) {
    this.#source = source
  }

  /** Moves to the next row; false: there is none in what has been read so far (`refill`). Empty lines are passed over. */
  next(): boolean {
    const text = this.#text
    for (;;) {
      const begin = this.#position
      if (begin >= text.length) return false
      const lineEnd = this.#endOfLine(begin)
      this.line = this.#nextLine
      const first = text.charCodeAt(begin)
      if (begin === lineEnd || (first === carriageReturn && begin + 1 === lineEnd)) {
        this.#position = lineEnd + 1
        this.#nextLine++
        continue
      }
      this.#begin = begin
      this.#firstEnd = lineEnd
      this.#lineEnd = lineEnd
      this.#breaks = 0
      this.count = 0
      this.fault = null
      const done = this.#readFields(begin)
      if (!done) return false
      if (this.fault !== null) this.#lineEnd = lineEnd
      this.#position = this.#lineEnd + 1
      this.#nextLine += this.fault === null ? this.#breaks + 1 : 1
      this.doubtful = this.#isSuspect || this.#breaks > 0
      if (this.#isRaw && this.fault === null) this.#checkBytes()
      return true
    }
  }

  /** Where the field stands in `text`, for reading it without copying. */
  get text(): string {
    return this.#text
  }

  start(index: number): number {
    return this.#starts[index] ?? 0
  }

  end(index: number): number {
    return this.#ends[index] ?? 0
  }

  /** A field as it was meant: quotes single, and in UTF-8. */
  field(index: number): string {
    const start = this.#starts[index] ?? 0
    const end = this.#ends[index] ?? 0
    if (start === end) return ''
    let field = this.#text.slice(start, end)
    if (this.#doubled[index] === 1) field = field.replaceAll('""', '"')
    return this.#isRaw ? Buffer.from(field, 'latin1').toString() : field
  }

  /** The row as it stands in the file, without the end of its last line; `before` (ASCII) comes first. */
  bytes(before = ''): Buffer {
    return Buffer.from(before + this.#text.slice(this.#begin, this.#lineEnd), this.#isRaw ? 'latin1' : 'utf8')
  }

  /** Reads on; false: the file has ended. */
  async refill(): Promise<boolean> {
    if (this.#isFinal) return false
    const left = this.#text.slice(this.#position)
    if (left !== '') this.#rest = Buffer.concat([Buffer.from(left, this.#isRaw ? 'latin1' : 'utf8'), this.#rest])
    for (;;) {
      const piece = await (this.#coming ?? this.#source.read())
      this.#coming = piece === null ? null : this.#source.read()
      this.#coming?.catch(() => undefined)
      if (piece === null) return this.#finish()
      this.bytesRead += piece.length
      const block = this.#wholeLines(piece)
      if (block === null) continue
      this.#take(block)
      return true
    }
  }

  async close(): Promise<void> {
    await this.#coming?.catch(() => undefined)
    await this.#source.close()
  }

  #finish(): boolean {
    this.#isFinal = true
    const rest = this.#rest
    this.#rest = Buffer.alloc(0)
    this.#take(rest)
    return rest.length > 0
  }

  /** What can be read of a piece: up to its last line break, as long as no single line is longer than a row may be. */
  #wholeLines(piece: Buffer): Buffer | null {
    let data = piece
    if (this.#isSkipping) {
      const at = piece.indexOf(lineFeed)
      if (at === -1) return null
      this.#isSkipping = false
      data = piece.subarray(at + 1)
    }
    if (this.#rest.length > 0) data = this.#joined(data)
    const end = data.lastIndexOf(lineFeed) + 1
    if (data.length - end > rowLengthMax) {
      // Nothing of that line is needed but that it is too long.
      this.#isSkipping = true
      this.#rest = Buffer.alloc(0)
      return Buffer.concat([data.subarray(0, end + rowLengthMax + 1), Buffer.from('\n')])
    }
    this.#rest = Buffer.from(data.subarray(end))
    return end === 0 ? null : data.subarray(0, end)
  }

  /** What was left over and a piece, in a buffer that is used again for each block. */
  #joined(piece: Buffer): Buffer {
    const length = this.#rest.length + piece.length
    if (this.#work.length < length) this.#work = Buffer.allocUnsafeSlow(length + rowLengthMax)
    this.#rest.copy(this.#work)
    piece.copy(this.#work, this.#rest.length)
    return this.#work.subarray(0, length)
  }

  #take(block: Buffer): void {
    const hasMark = this.#isFirst && block[0] === 0xef && block[1] === 0xbb && block[2] === 0xbf
    const bytes = hasMark ? block.subarray(3) : block
    this.#isFirst = false
    this.#isRaw = !isUtf8(bytes)
    // Structure is ASCII, so rows are found in bytes that are not UTF-8 as well.
    this.#text = bytes.toString(this.#isRaw || isAscii(bytes) ? 'latin1' : 'utf8')
    this.#isSuspect = this.#isRaw || suspect.test(this.#text)
    this.#position = 0
  }

  #endOfLine(from: number): number {
    const at = this.#text.indexOf('\n', from)
    return at === -1 ? this.#text.length : at
  }

  /** Reads the fields from `begin`; false: the row goes on beyond the block. */
  #readFields(begin: number): boolean {
    const text = this.#text
    let at = begin
    for (;;) {
      if (this.count === columnsMax)
        return this.#isFaulty(`has more than ${columnsMax} columns: compare it with the header`)
      const after = text.charCodeAt(at) === quote ? this.#quoted(at) : this.#plain(at)
      if (after === -1) return this.fault !== null
      this.count++
      if (after - begin > rowLengthMax) return this.#isFaulty(tooLong)
      if (after >= this.#lineEnd) return true
      if (text.charCodeAt(after) === comma) at = after + 1
      else if (text.charCodeAt(after) === carriageReturn && after + 1 === this.#lineEnd) return true
      else if (this.#breaks > 0) return this.#isFaulty(this.#firstEnd - begin > rowLengthMax ? tooLong : unclosed)
      else return this.#isFaulty('has text after a closing quote: write a quote inside a text twice ("")')
    }
  }

  #isFaulty(fault: string): true {
    this.fault = fault
    return true
  }

  /** Where an unquoted field ends; -1: it is faulty. */
  #plain(from: number): number {
    const text = this.#text
    const lineEnd = this.#lineEnd
    let at = from
    for (; at < lineEnd; at++) {
      const sign = text.charCodeAt(at)
      if (sign === comma || (sign === carriageReturn && at + 1 === lineEnd)) break
      if (sign === quote) {
        this.fault = 'has a quote within a text that does not begin with one: put the whole text in quotes'
        return -1
      }
    }
    this.#starts[this.count] = from
    this.#ends[this.count] = at
    this.#doubled[this.count] = 0
    return at
  }

  /** Where reading goes on after a quoted field; -1: it is faulty or goes on beyond the block. */
  #quoted(from: number): number {
    const text = this.#text
    let close = text.indexOf('"', from + 1)
    let doubled = 0
    while (close !== -1 && text.charCodeAt(close + 1) === quote && close - this.#begin <= rowLengthMax) {
      doubled = 1
      close = text.indexOf('"', close + 2)
    }
    const end = close === -1 ? text.length : close
    while (this.#lineEnd < end && this.#breaks < rowLinesMax) {
      this.#breaks++
      this.#lineEnd = this.#endOfLine(this.#lineEnd + 1)
    }
    const isTooLong = end - this.#begin > rowLengthMax || this.#breaks >= rowLinesMax
    if (close === -1 || isTooLong) {
      if (!isTooLong && !this.#isFinal) return -1
      this.fault = this.#firstEnd - this.#begin > rowLengthMax ? tooLong : unclosed
      return -1
    }
    this.#starts[this.count] = from + 1
    this.#ends[this.count] = close
    this.#doubled[this.count] = doubled
    return close + 1
  }

  #checkBytes(): void {
    if (!isUtf8(this.bytes())) this.fault = 'holds bytes that are not UTF-8: write the file in UTF-8'
  }
}

/** Whether a text holds what `doubtful` says that it may. */
export const isSuspect = (text: string): boolean => suspect.test(text) || text.includes('\n')
