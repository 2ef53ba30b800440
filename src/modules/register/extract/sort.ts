import { open, rm, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { DiskReader } from './files.ts'
import { faultOfNumber, keyIn, keyOf, numberOf, type Key } from './numbers.ts'
import type { ProblemTeller } from './problems.ts'
import { pieceBytes, RowReader, type ByteReader } from './rows.ts'
import { faultOfWidth, type Table } from './tables.ts'

/** Runs merged at a time: each holds a file open and two pieces of it in memory. */
const mergedAtOnce = 32

interface Line {
  readonly key: Key
  readonly line: number
  /** The line's number, a comma and the row. */
  readonly bytes: Buffer
}

const inOrder = (a: Line, b: Line): number => a.key - b.key || a.line - b.line

export interface SortOptions {
  readonly tempDir: string
  readonly runBytes: number
  readonly teller: ProblemTeller
}

/**
 * Writes a copy of a file with its rows in order of number, each with the line where it stood, and answers with the copy's path. Sorts
 * as much as fits in `runBytes` at a time and merges the runs. Rows without a readable number are told and left out; of one that is
 * otherwise out of form, its number is kept.
 */
export async function sortTable(table: Table, source: ByteReader, options: SortOptions): Promise<string> {
  const base = join(options.tempDir, table.name)
  let runs = await writeRuns(table, source, base, options)
  for (let round = 0; runs.length > 1; round++) {
    const longer: string[] = []
    for (let at = 0; at < runs.length; at += mergedAtOnce) {
      const path = `${base}.${round}-${longer.length}.merged`
      const some = runs.slice(at, at + mergedAtOnce)
      await mergeRuns(table, some, path)
      for (const run of some) await rm(run)
      longer.push(path)
    }
    runs = longer
  }
  return runs[0] ?? (await writeLines(`${base}.empty`, []))
}

async function writeRuns(table: Table, source: ByteReader, base: string, options: SortOptions): Promise<string[]> {
  const runs: string[] = []
  let held: Line[] = []
  let bytes = 0
  const write = async () => {
    if (held.length === 0) return
    runs.push(await writeLines(`${base}.${runs.length}.run`, held.toSorted(inOrder)))
    held = []
    bytes = 0
  }
  const row = new RowReader(source)
  try {
    let isHeader = true
    do {
      while (row.next()) {
        if (isHeader) isHeader = false
        else {
          const line = lineOf(table, row, options.teller)
          if (line === null) continue
          held.push(line)
          // What a line costs beside its bytes.
          bytes += line.bytes.length + 150
        }
      }
      if (bytes >= options.runBytes) await write()
    } while (await row.refill())
    await write()
  } finally {
    await row.close()
  }
  return runs
}

function lineOf(table: Table, row: RowReader, teller: ProblemTeller): Line | null {
  const { line } = row
  const key = keyIn(row, table.layout.places[0] ?? 0)
  const fault = faultOfNumber(key, table.kind)
  if (fault !== null) {
    teller.tell(table.name, line, `${row.fault ?? `${table.columns[0]} ${fault}`}. The row is left out`)
    return null
  }
  const form = row.fault ?? faultOfWidth(row, table.layout)
  if (form === null) return { key, line, bytes: row.bytes(`${line},`) }
  teller.tell(table.name, line, `${form}. The row is left out`)
  // An own row that is out of form must still be known to be there: too few fields say so.
  const places = Array.from({ length: table.layout.width + 1 }, (_, at) =>
    at === table.layout.places[0] ? numberOf(key) : '',
  )
  return table.columns.length === 1 ? null : { key, line, bytes: Buffer.from(`${line},${places.join(',')}`) }
}

/** A file of lines that is written in large pieces: whoever adds asks `isFull` and waits for `flush`. */
class LineFile {
  readonly #handle: FileHandle
  #pieces: Buffer[] = []
  #bytes = 0

  constructor(handle: FileHandle) {
    this.#handle = handle
  }

  get isFull(): boolean {
    return this.#bytes >= pieceBytes
  }

  add({ bytes }: Line): void {
    this.#pieces.push(bytes, lineEnd)
    this.#bytes += bytes.length + 1
  }

  async flush(): Promise<void> {
    const all = Buffer.concat(this.#pieces)
    this.#pieces = []
    this.#bytes = 0
    await this.#handle.appendFile(all)
  }
}

const lineEnd = Buffer.from('\n')

/** Writes a new file, and answers with its path. */
async function written(path: string, write: (file: LineFile) => Promise<void>): Promise<string> {
  const handle = await open(path, 'wx', 0o600)
  try {
    const file = new LineFile(handle)
    await write(file)
    await file.flush()
  } finally {
    await handle.close()
  }
  return path
}

function writeLines(path: string, lines: readonly Line[]): Promise<string> {
  return written(path, async (file) => {
    for (const line of lines) {
      file.add(line)
      if (file.isFull) await file.flush()
    }
  })
}

/** A run that is read back: its first line stands in `line`. */
class Run {
  line: Line | null = null
  readonly #row: RowReader
  readonly #place: number

  constructor(source: ByteReader, table: Table) {
    this.#row = new RowReader(source)
    this.#place = (table.layout.places[0] ?? 0) + 1
  }

  /** Moves to the next line; false: more must be read first (`more`). */
  next(): boolean {
    const row = this.#row
    if (!row.next()) return false
    const key = keyOf(row.text, row.start(this.#place), row.end(this.#place))
    this.line = { key, line: Number(row.field(0)), bytes: row.bytes() }
    return true
  }

  async more(): Promise<void> {
    do {
      if (!(await this.#row.refill())) {
        this.line = null
        return
      }
    } while (!this.next())
  }

  close(): Promise<void> {
    return this.#row.close()
  }
}

async function mergeRuns(table: Table, paths: readonly string[], to: string): Promise<void> {
  const runs: Run[] = []
  try {
    for (const path of paths) {
      const run = new Run(new DiskReader(await open(path, 'r')), table)
      runs.push(run)
      await run.more()
    }
    await written(to, async (file) => {
      for (let first = firstOf(runs); first?.line; first = firstOf(runs)) {
        file.add(first.line)
        if (file.isFull) await file.flush()
        if (!first.next()) await first.more()
      }
    })
  } finally {
    for (const run of runs) await run.close()
  }
}

/** The run with the lowest line; null: all have ended. */
function firstOf(runs: readonly Run[]): Run | null {
  let first: Run | null = null
  for (const run of runs) if (run.line && (!first?.line || inOrder(run.line, first.line) < 0)) first = run
  return first
}
