import { open, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { codeRows } from './codes.ts'
import { columns, headerLine, quoted, rowsIn, tables, type Entity, type Table } from './entry.ts'
import { daysBetweenSets, dotted, registerDay, snapshotOf } from './numbers.ts'

const bufferSize = 2 << 20

/** A text file that is written in big pieces: whoever adds lines asks `isFull` now and then and waits for `flush`. */
export class LineFile {
  rows = 0
  bytes = 0
  readonly #handle: FileHandle
  #buffer = Buffer.allocUnsafe(bufferSize)
  #used = 0

  private constructor(handle: FileHandle) {
    this.#handle = handle
  }

  /** Throws when the file exists. */
  static async create(path: string, header = ''): Promise<LineFile> {
    const file = new LineFile(await open(path, 'wx'))
    file.#append(header)
    return file
  }

  /** A line with its line feed. */
  add(line: string): void {
    this.#append(line)
    this.rows += 1
  }

  #append(text: string): void {
    // A UTF-16 unit takes three bytes at most.
    const most = this.#used + text.length * 3
    if (most > this.#buffer.length) {
      const larger = Buffer.allocUnsafe(Math.max(most, this.#buffer.length * 2))
      this.#buffer.copy(larger, 0, 0, this.#used)
      this.#buffer = larger
    }
    this.#used += this.#buffer.write(text, this.#used)
  }

  get isFull(): boolean {
    return this.#used >= bufferSize / 2
  }

  async flush(): Promise<void> {
    for (let done = 0; done < this.#used;) {
      const { bytesWritten } = await this.#handle.write(this.#buffer, done, this.#used - done)
      done += bytesWritten
    }
    this.bytes += this.#used
    this.#used = 0
  }

  async close(): Promise<void> {
    await this.flush()
    await this.#handle.close()
  }
}

/** Rows and bytes written, by file name. */
export type Written = Readonly<Record<string, { rows: number; bytes: number }>>

/** The open files of one folder. */
export class Folder {
  readonly #path: string
  readonly #files = new Map<string, LineFile>()

  constructor(path: string) {
    this.#path = path
  }

  async create(name: string, header: readonly string[] | null): Promise<LineFile> {
    const file = await LineFile.create(join(this.#path, name), header === null ? '' : headerLine(header))
    this.#files.set(name, file)
    return file
  }

  /** Writes whatever has grown big; the back-pressure of the disk reaches whoever waits for this. */
  async relieve(): Promise<void> {
    for (const file of this.#files.values()) if (file.isFull) await file.flush()
  }

  async close(): Promise<Written> {
    const written: Record<string, { rows: number; bytes: number }> = {}
    for (const [name, file] of this.#files) {
      await file.close()
      written[name] = { rows: file.rows, bytes: file.bytes }
    }
    return written
  }
}

/** meta.csv of a set: as published, and `Content` for what the register itself does not publish. */
export async function writeMeta(
  folder: Folder,
  extract: number,
  content: 'register' | 'supplement',
  type: 'full' | 'update',
): Promise<void> {
  const file = await folder.create('meta.csv', ['Variable', 'Value'])
  const snapshot = snapshotOf(extract)
  const values: [string, string][] = [
    ['SnapshotDate', registerDay(snapshot)],
    ['ExtractTimestamp', `${registerDay(snapshot + 1)} 07:07:49`],
    ['ExtractType', type],
    ['ExtractNumber', String(extract)],
    ['Version', '1.0.0'],
  ]
  if (content === 'supplement') values.push(['Content', 'supplement'])
  for (const [name, value] of values) file.add(`${quoted(name)},${quoted(value)}\n`)
}

export async function writeCodes(folder: Folder): Promise<void> {
  const file = await folder.create('code.csv', ['Category', 'Code', 'Language', 'Description'])
  for (const row of codeRows) {
    for (const language of ['de', 'en', 'fr', 'nl'] as const) {
      file.add(`"${row.category}","${row.code}","${language.toUpperCase()}",${quoted(row[language])}\n`)
    }
  }
}

/** The changes of one update set; written whole, by rising number, deletes and inserts apart. */
export class UpdateRows {
  readonly #deleted = new Map<Table, Set<string>>(tables.map((table) => [table, new Set()]))
  readonly #inserted = new Map<Table, Map<string, Entity>>(tables.map((table) => [table, new Map()]))

  /** The entity leaves the file; nothing when it never was there. */
  delete(table: Table, entity: Entity): void {
    if (rowsIn(table, entity).length > 0) this.#deleted.get(table)?.add(entity.number)
  }

  /** All rows of the entity in a file take the place of those it had: its number is deleted in any case. */
  replace(table: Table, entity: Entity): void {
    this.#deleted.get(table)?.add(entity.number)
    this.insert(table, entity)
  }

  insert(table: Table, entity: Entity): void {
    this.#inserted.get(table)?.set(entity.number, entity)
  }

  get deletes(): number {
    return [...this.#deleted.values()].reduce((sum, numbers) => sum + numbers.size, 0)
  }

  get inserts(): number {
    let sum = 0
    for (const [table, entities] of this.#inserted)
      for (const entity of entities.values()) sum += rowsIn(table, entity).length
    return sum
  }

  async write(folder: Folder, which: readonly Table[]): Promise<void> {
    for (const table of which) {
      const deleted = await folder.create(`${table}_delete.csv`, [columns[table][0]])
      for (const number of [...(this.#deleted.get(table) ?? [])].toSorted()) deleted.add(`"${dotted(number)}"\n`)
      const inserted = await folder.create(`${table}_insert.csv`, columns[table])
      const entities = [...(this.#inserted.get(table)?.values() ?? [])]
      for (const entity of entities.toSorted((a, b) => (a.number < b.number ? -1 : 1))) {
        for (const row of rowsIn(table, entity)) inserted.add(row)
        await folder.relieve()
      }
    }
  }
}

/** Days after the set before within which what changed has happened. */
export const happenedWithin = daysBetweenSets
