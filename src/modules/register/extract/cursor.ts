import { open, rm } from 'node:fs/promises'
import { DiskReader } from './files.ts'
import { endKey, faultOfNumber, keyIn, type Key } from './numbers.ts'
import type { ProblemTeller } from './problems.ts'
import { RowReader, type ByteReader, type SetFile } from './rows.ts'
import { sortTable } from './sort.ts'
import type { Table } from './tables.ts'
import { RowValues, type Days } from './values.ts'

export interface CursorOptions {
  readonly after: Key
  readonly days: Days
  readonly teller: ProblemTeller
  /** Sorted copies begin each row with its line, and have no header. */
  readonly isSorted: boolean
}

/**
 * Stands on the rows of one file that have a readable number, in rising order. Rows without one are told and passed over; those up to
 * `after` are passed over in silence, since they were told before.
 */
export class Cursor {
  /** Of the row that stands; endKey behind the last one. */
  key: Key = 0
  readonly values: RowValues
  readonly #table: Table
  readonly #row: RowReader
  readonly #options: CursorOptions
  readonly #place: number
  #isPast: boolean
  #hasHeader: boolean

  constructor(table: Table, source: ByteReader, options: CursorOptions) {
    const { layout } = table
    const moved = options.isSorted
      ? { places: layout.places.map((place) => place + 1), width: layout.width + 1 }
      : layout
    this.#table = table
    this.#row = new RowReader(source)
    this.#options = options
    this.#place = moved.places[0] ?? 0
    this.values = new RowValues(this.#row, moved, table.columns, options.days)
    this.#isPast = options.after > 0
    this.#hasHeader = !options.isSorted
  }

  /** Bytes of the original file that have been read. */
  get bytesRead(): number {
    return Math.min(this.#row.bytesRead, this.#table.size)
  }

  /** Moves to the next row with a number; false: more must be read first (`more`). Throws when the file is not as it was scanned. */
  advance(): boolean {
    const row = this.#row
    const { after } = this.#options
    while (row.next()) {
      if (this.#hasHeader) {
        this.#hasHeader = false
        continue
      }
      const key = keyIn(row, this.#place)
      const fault = faultOfNumber(key, this.#table.kind)
      if (fault !== null) {
        if (!this.#isPast) this.tell(`${row.fault ?? `${this.#table.columns[0]} ${fault}`}. The row is left out`)
        continue
      }
      if (key <= after) continue
      this.#isPast = false
      if (key < this.key) throw new Error(`${this.#table.name} was changed while it was read: import it again`)
      this.key = key
      return true
    }
    return false
  }

  /** Reads on until a row stands, or the file ends. */
  async more(): Promise<void> {
    do {
      if (!(await this.#row.refill())) {
        this.key = endKey
        return
      }
    } while (!this.advance())
  }

  /** Tells a problem of the row that stands. */
  tell(message: string): void {
    const line = this.#options.isSorted ? Number(this.#row.field(0)) : this.#row.line
    this.#options.teller.tell(this.#table.name, line, message)
  }

  close(): Promise<void> {
    return this.#row.close()
  }
}

export interface CursorsContext {
  readonly tempDir: string
  readonly runBytes: number
  readonly teller: ProblemTeller
  readonly days: Days
}

/** Opens cursors on files, sorted copies of those that are not in order; keeps count of what has been read. */
export class Cursors {
  readonly progress: { readonly bytesRead: number }
  readonly #context: CursorsContext
  readonly #sorted = new Map<string, Promise<string>>()
  #current: readonly Cursor[] = []
  readonly #open = new Set<Cursor>()

  constructor(context: CursorsContext) {
    this.#context = context
    const read = (): number => this.#current.reduce((sum, cursor) => sum + cursor.bytesRead, 0)
    this.progress = {
      get bytesRead() {
        return read()
      },
    }
  }

  /** Each stands on its first row after `after`. */
  async open(files: readonly { readonly scanned: Table; readonly file: SetFile }[], after: Key): Promise<Cursor[]> {
    const cursors: Cursor[] = []
    this.#current = cursors
    try {
      for (const { scanned, file } of files) {
        const isSorted = !scanned.isOrdered
        const source = isSorted
          ? new DiskReader(await open(await this.#sortedCopy(scanned, file), 'r'))
          : await file.open()
        const { days, teller } = this.#context
        const cursor = new Cursor(scanned, source, { after, days, teller, isSorted })
        cursors.push(cursor)
        this.#open.add(cursor)
        await cursor.more()
      }
    } catch (error) {
      await this.release(cursors)
      throw error
    }
    return cursors
  }

  async release(cursors: readonly Cursor[]): Promise<void> {
    for (const cursor of cursors) if (this.#open.delete(cursor)) await cursor.close()
  }

  /** Closes what a reading that was abandoned left open, and removes the sorted copies. */
  async close(): Promise<void> {
    await this.release([...this.#open])
    for (const path of this.#sorted.values()) await rm(await path.catch(() => ''), { force: true })
    this.#sorted.clear()
  }

  #sortedCopy(scanned: Table, file: SetFile): Promise<string> {
    let path = this.#sorted.get(scanned.name)
    if (!path)
      this.#sorted.set(scanned.name, (path = file.open().then((source) => sortTable(scanned, source, this.#context))))
    return path
  }
}
