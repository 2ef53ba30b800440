import { IdColumn, NumberColumn, TextColumn } from './columns.ts'
import { entryFrom } from './rows.ts'
import { noUntil, type RowColumns } from './rows.queries.ts'
import { tagOf, type Entry } from './words/entry.ts'
import { newFour } from './words/ids.ts'
import type { IndexWriter } from './writer.ts'

interface Whole {
  readonly own: Entry[]
  readonly people: Map<number, Entry[]>
}

/** Fills an index that nobody reads yet from columns of the store: each enterprise is written once, with everything it has. */
export class Loading {
  readonly #writer: IndexWriter
  readonly #kept = new Map<number, string>()
  readonly #id = newFour()
  readonly #tag = newFour()
  readonly #texts: (string | null)[] = []

  constructor(writer: IndexWriter) {
    this.#writer = writer
  }

  /** Columns of whatever there is of some enterprises, of which nothing came before. */
  fill(columns: readonly RowColumns[]): void {
    const found = new Map<number, Whole>()
    for (const of of columns) this.#read(of, found)
    for (const [enterprise, { own, people }] of found) this.#writer.fill(enterprise, own, people)
    this.#writer.reclaim()
  }

  #read(columns: RowColumns, found: Map<number, Whole>): void {
    const writer = this.#writer
    const enterprises = new IdColumn(columns.enterprise)
    const people = columns.person === null ? null : new IdColumn(columns.person)
    const entryOf = this.#entriesOf(columns)
    // Rows of one enterprise, and of one person for it, most often come one after the other.
    const last = { enterprise: 0, person: 0 }
    let whole: Whole = { own: [], people: new Map() }
    let entries: Entry[] = []
    for (let row = 0; row < columns.count; row++) {
      const id = enterprises.readInto(row, this.#id)
      if (last.enterprise === 0 || !writer.isOf(last.enterprise, id)) {
        last.enterprise = writer.enterpriseOf(id)
        last.person = 0
        whole = found.get(last.enterprise) ?? { own: [], people: new Map() }
        found.set(last.enterprise, whole)
      }
      if (people === null) {
        whole.own.push(entryOf(row))
        continue
      }
      const personId = people.readInto(row, this.#id)
      if (last.person === 0 || !writer.isOf(last.person, personId)) {
        last.person = writer.personOf(personId)
        entries = whole.people.get(last.person) ?? []
        whole.people.set(last.person, entries)
      }
      entries.push(entryOf(row))
    }
  }

  /** The entries of rows, which are asked for in their order. */
  #entriesOf(columns: RowColumns): (row: number) => Entry {
    const { kind } = columns
    const from = new NumberColumn(columns.from)
    const until = new NumberColumn(columns.until)
    const given = new NumberColumn(columns.given)
    const tag = columns.tag === null ? null : new IdColumn(columns.tag)
    const endsAt = columns.endsAt === null ? null : new NumberColumn(columns.endsAt)
    const texts = columns.texts.map((bytes) => new TextColumn(bytes, this.#kept))
    return (row) => {
      for (let index = 0; index < texts.length; index++) this.#texts[index] = texts[index]?.next() ?? null
      const end = until.at(row)
      const parts = {
        texts: this.#texts,
        tag: tag === null ? null : tagOf(tag.readInto(row, this.#tag)),
        from: from.at(row),
        until: end === noUntil ? null : end,
        given: given.at(row),
        endsAt: endsAt === null ? null : endsAt.at(row),
      }
      return entryFrom(kind, parts, this.#writer.codes)
    }
  }
}
