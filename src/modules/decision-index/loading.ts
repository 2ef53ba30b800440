import { setImmediate as letOthers } from 'node:timers/promises'
import { IdColumn, newKept, NumberColumn, TextColumn } from './columns.ts'
import { entryFrom, kinds } from './rows.ts'
import type { RowColumns } from './rows.queries.ts'
import { tagOf, type Entry } from './words/entry.ts'
import { Gathered, Owners } from './words/gathered.ts'
import { hashOfFour, newFour, type Four } from './words/ids.ts'
import type { IndexWriter } from './writer.ts'

/** After so much the store is heard again, which waits while nobody takes what it sends. */
const [rowsAtOnce, enterprisesAtOnce] = [1000, 200]

/** Records met lately, by a part of the hash of their id. */
const latelyMost = 1 << 14

/** Fills an index that nobody reads yet from columns of the store: each enterprise is written once, with everything it has. */
export class Loading {
  readonly #writer: IndexWriter
  readonly #kept = newKept()
  readonly #id = newFour()
  readonly #tag = newFour()
  readonly #texts: (string | null)[] = []
  readonly #gathered = new Gathered()
  readonly #owners = new Owners(this.#gathered)
  readonly #enterprises = new Int32Array(latelyMost)
  readonly #people = new Int32Array(latelyMost)

  constructor(writer: IndexWriter) {
    this.#writer = writer
  }

  /** Columns of whatever there is of some enterprises, of which nothing came before. In between the store's next ones come in. */
  async fill(columns: readonly RowColumns[]): Promise<void> {
    for (const of of columns.toSorted((one, other) => kinds[one.kind] - kinds[other.kind])) await this.#read(of)
    let left = enterprisesAtOnce
    for (const own of this.#owners.enterprises) {
      this.#writer.fill(own, this.#owners, this.#gathered)
      if (--left > 0) continue
      left = enterprisesAtOnce
      await letOthers()
    }
    this.#owners.clear()
    this.#gathered.clear()
    this.#writer.reclaim()
  }

  async #read(columns: RowColumns): Promise<void> {
    const enterprises = new IdColumn(columns.enterprise)
    const people = columns.person === null ? null : new IdColumn(columns.person)
    const entryOf = this.#entriesOf(columns)
    for (let row = 0; row < columns.count; row++) {
      const enterprise = this.#enterpriseOf(enterprises.readInto(row, this.#id))
      const person = people === null ? 0 : this.#personOf(people.readInto(row, this.#id))
      this.#gathered.add(this.#owners.of(enterprise, person), entryOf(row))
      if (row % rowsAtOnce === rowsAtOnce - 1) await letOthers()
    }
  }

  /** What is met in one span is met again and again in it; the table of all is far larger than any cache. */
  #enterpriseOf(id: Four): number {
    const place = hashOfFour(id) & (latelyMost - 1)
    const known = this.#enterprises[place] ?? 0
    if (known !== 0 && this.#writer.isOf(known, id)) return known
    return (this.#enterprises[place] = this.#writer.enterpriseOf(id))
  }

  #personOf(id: Four): number {
    const place = hashOfFour(id) & (latelyMost - 1)
    const known = this.#people[place] ?? 0
    if (known !== 0 && this.#writer.isOf(known, id)) return known
    return (this.#people[place] = this.#writer.personOf(id))
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
      const begins = from.next() ?? 0
      const parts = {
        texts: this.#texts,
        tag: tag === null ? null : tagOf(tag.readInto(row, this.#tag)),
        from: begins,
        until: until.next(),
        given: given.next() ?? begins,
        endsAt: endsAt === null ? null : endsAt.next(),
      }
      return entryFrom(kind, parts, this.#writer.codes)
    }
  }
}
