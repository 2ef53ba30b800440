import type { EnterpriseNumber, Language } from '#kernel'
import type { Activity, Address, Contact, Name } from '../entry.ts'
import { Cursors, type Cursor, type CursorsContext } from './cursor.ts'
import { endKey, keyOfNumber, kindOf, numberOf, type Key } from './numbers.ts'
import type { SetFile } from './rows.ts'
import type { RegisterTable, Table } from './tables.ts'
import type { EntityChange, EntityHeader, ReadOptions } from './types.ts'
import type { RowValues } from './values.ts'

export interface ScannedTable {
  readonly table: RegisterTable
  /** In an update, one file names what is deleted and another holds the rows. */
  readonly role: 'rows' | 'deletes'
  readonly scanned: Table
  readonly file: SetFile
}

// Columns are named by their place in registerColumns; longest texts as in the KBO Open Data Cookbook R018.

const languages: Readonly<Record<string, Language | null>> = { '0': null, '1': 'fr', '2': 'nl', '3': 'de', '4': 'en' }
const threeDigits = /^\d{3}$/

function readEnterprise(values: RowValues): EntityHeader | null {
  values.code(1, /^AC$/, 'AC, the status of every enterprise in a set: take the row out')
  const situation = values.code(2, threeDigits, 'a juridical situation: write its three digits')
  const type = values.code(3, /^[12]$/, 'a type of enterprise: write 1 (natural person) or 2 (legal person)')
  const legalForm = values.isEmpty(4) ? null : values.code(4, threeDigits, 'a legal form: write its three digits')
  if (!values.isEmpty(5)) values.code(5, threeDigits, 'a legal form: write its three digits')
  const started = values.day(6)
  if (values.fault !== null) return null
  return { kind: 'enterprise', type: type === '1' ? 'natural-person' : 'legal-person', legalForm, situation, started }
}

const readUnit =
  (kind: 'establishment' | 'branch') =>
  (values: RowValues): EntityHeader | null => {
    const started = values.day(1)
    const enterprise = values.number(2, 'an enterprise') as EnterpriseNumber
    return values.fault === null ? { kind, enterprise, started } : null
  }

function readName(values: RowValues): Name | null {
  const code = values.code(
    1,
    /^[0-4]$/,
    'a language: write 0 (unknown), 1 (French), 2 (Dutch), 3 (German) or 4 (English)',
  )
  const type = values.code(2, threeDigits, 'a type of name: write its three digits')
  const name = values.required(3, 320)
  return values.fault === null ? { type, language: languages[code] ?? null, name } : null
}

function readAddress(values: RowValues): Address | null {
  const address = {
    type: values.code(1, /^[A-Z]{4}$/, 'a type of address: write its four capitals'),
    country: { nl: values.optional(2, 100), fr: values.optional(3, 100) },
    zip: values.optional(4, 20),
    municipality: { nl: values.optional(5, 200), fr: values.optional(6, 200) },
    street: { nl: values.optional(7, 200), fr: values.optional(8, 200) },
    houseNumber: values.optional(9, 22),
    box: values.optional(10, 20),
    extra: values.optional(11, 80),
    struckOff: values.day(12),
  }
  return values.fault === null ? address : null
}

function readContact(values: RowValues): Contact | null {
  const of = values.code(1, /^[A-Z]{1,3}$/, 'whose contact it is: write ENT, EST or BRA')
  const type = values.code(2, /^[A-Z]{1,5}$/, 'a type of contact: write TEL, EMAIL, WEB or FAX')
  const value = values.required(3, 254)
  return values.fault === null ? { of, type, value } : null
}

function readActivity(values: RowValues): Activity | null {
  const group = values.code(1, threeDigits, 'a group of activities: write its three digits')
  const version = values.code(2, /^\d{4}$/, 'a version of NACE: write its year')
  const code = values.code(3, /^\d{2,7}$/, 'a NACE code: write its digits')
  const classification = values.code(4, /^[A-Z]{4}$/, 'a classification: write its four capitals')
  return values.fault === null ? { group, version, code, classification } : null
}

/** A table beside the others: what it says of the entity where the walk stands. */
class Strand<T> {
  found: T[] = []
  isDeleted = false
  hasBad = false
  /** Whether every row says whose it is. */
  readonly isComplete: boolean
  readonly #rows: Cursor
  readonly #deletes: Cursor | null
  readonly #read: (values: RowValues) => T | null

  constructor(rows: Cursor, deletes: Cursor | null, isComplete: boolean, read: (values: RowValues) => T | null) {
    this.#rows = rows
    this.#deletes = deletes
    this.isComplete = isComplete
    this.#read = read
  }

  get key(): Key {
    return this.#rows.key
  }

  begin(): void {
    this.found = []
    this.isDeleted = false
    this.hasBad = false
  }

  /** Takes the rows of an entity as far as they have been read; answers with the file of which more must be read first. */
  take(key: Key, isOrphan: boolean): Cursor | null {
    return (this.#deletes && this.#takeDeletes(this.#deletes, key)) ?? this.#takeRows(key, isOrphan)
  }

  /** Takes the entity's own row: the first stands. */
  takeOwn(key: Key): Cursor | null {
    const waiting = this.#deletes && this.#takeDeletes(this.#deletes, key)
    if (waiting) return waiting
    const rows = this.#rows
    while (rows.key === key) {
      if (this.found.length > 0 || this.hasBad) {
        rows.tell(`${numberOf(key)} has a row already: the first one stands, leave one`)
      } else {
        const row = rows.values.begin() ? this.#read(rows.values) : null
        if (row !== null) this.found.push(row)
        else {
          this.hasBad = true
          rows.tell(`${rows.values.fault}. ${numberOf(key)} is left as it is`)
        }
      }
      if (!rows.advance()) return rows
    }
    return null
  }

  #takeDeletes(deletes: Cursor, key: Key): Cursor | null {
    while (deletes.key === key) {
      if (deletes.values.begin()) this.isDeleted = true
      else deletes.tell(`${deletes.values.fault}. The row is left out`)
      if (!deletes.advance()) return deletes
    }
    return null
  }

  #takeRows(key: Key, isOrphan: boolean): Cursor | null {
    const rows = this.#rows
    while (rows.key === key) {
      const row = !isOrphan && rows.values.begin() ? this.#read(rows.values) : null
      if (row !== null) this.found.push(row)
      else {
        this.hasBad = true
        const orphan = `describes ${numberOf(key)}, which has no row of its own in this set`
        rows.tell(`${isOrphan ? orphan : rows.values.fault}. The row is left out`)
      }
      if (!rows.advance()) return rows
    }
    return null
  }
}

/** Reads all files of a set side by side, in order of number: each entity comes once, with everything that the set says of it. */
export class SetReader {
  readonly #isFull: boolean
  readonly #tables: readonly ScannedTable[]
  readonly #cursors: Cursors

  constructor(isFull: boolean, tables: readonly ScannedTable[], context: CursorsContext) {
    this.#isFull = isFull
    this.#tables = tables
    this.#cursors = new Cursors(context)
  }

  get progress(): { readonly bytesRead: number } {
    return this.#cursors.progress
  }

  async *entities({ after, batchSize }: ReadOptions): AsyncGenerator<readonly EntityChange[]> {
    const cursors = await this.#cursors.open(this.#tables, after === null ? 0 : keyOfNumber(after))
    try {
      const walk = new Walk(this.#isFull, this.#tables, cursors)
      let batch: EntityChange[] = []
      for (let key = walk.lowest(); key !== endKey; key = walk.lowest()) {
        walk.begin(key)
        for (let waiting = walk.take(); waiting !== null; waiting = walk.take()) await waiting.more()
        const change = walk.change()
        if (change) batch.push(change)
        if (batch.length < batchSize) continue
        yield batch
        batch = []
      }
      if (batch.length > 0) yield batch
    } finally {
      await this.#cursors.release(cursors)
    }
  }

  close(): Promise<void> {
    return this.#cursors.close()
  }
}

/** All tables at one entity. Nothing here waits, so that millions of entities cost no more than their rows. */
class Walk {
  readonly #isFull: boolean
  readonly #cursors: readonly Cursor[]
  readonly #headers: Readonly<Record<EntityChange['kind'], Strand<EntityHeader>>>
  readonly #names: Strand<Name> | null
  readonly #addresses: Strand<Address> | null
  readonly #contacts: Strand<Contact> | null
  readonly #activities: Strand<Activity> | null
  readonly #parts: readonly Strand<unknown>[]
  #key: Key = 0
  #kind: EntityChange['kind'] = 'enterprise'
  /** Described by a full set that does not hold it. */
  #isOrphan = false

  constructor(isFull: boolean, tables: readonly ScannedTable[], cursors: readonly Cursor[]) {
    this.#isFull = isFull
    this.#cursors = cursors
    const strand = <T>(table: RegisterTable, read: (values: RowValues) => T | null): Strand<T> | null => {
      const at = (role: ScannedTable['role']) => tables.findIndex((one) => one.table === table && one.role === role)
      const rows = cursors[at('rows')]
      const isComplete = tables[at('rows')]?.scanned.isComplete ?? true
      return rows ? new Strand(rows, cursors[at('deletes')] ?? null, isComplete, read) : null
    }
    const header = (kind: EntityChange['kind'], read: (values: RowValues) => EntityHeader | null) => {
      const found = strand(kind, read)
      if (!found) throw new Error(`a set is read without its ${kind} file`)
      return found
    }
    this.#headers = {
      enterprise: header('enterprise', readEnterprise),
      establishment: header('establishment', readUnit('establishment')),
      branch: header('branch', readUnit('branch')),
    }
    this.#names = strand('denomination', readName)
    this.#addresses = strand('address', readAddress)
    this.#contacts = strand('contact', readContact)
    this.#activities = strand('activity', readActivity)
    this.#parts = [this.#names, this.#addresses, this.#contacts, this.#activities].filter((one) => one !== null)
  }

  /** The lowest number on which a file stands. */
  lowest(): Key {
    let lowest = endKey
    for (const cursor of this.#cursors) if (cursor.key < lowest) lowest = cursor.key
    return lowest
  }

  begin(key: Key): void {
    this.#key = key
    this.#kind = kindOf(key)
    const own = this.#headers[this.#kind]
    this.#isOrphan = this.#isFull && own.key !== key
    own.begin()
    for (const part of this.#parts) part.begin()
  }

  /** Takes all rows of the entity; answers with a file of which more must be read before it is called again. */
  take(): Cursor | null {
    let waiting = this.#headers[this.#kind].takeOwn(this.#key)
    for (const part of this.#parts) waiting ??= part.take(this.#key, this.#isOrphan)
    return waiting
  }

  /** What the set says of the entity; null: a full set does not hold it. */
  change(): EntityChange | null {
    if (this.#isOrphan) return null
    return {
      number: numberOf(this.#key),
      kind: this.#kind,
      header: this.#header(this.#headers[this.#kind]),
      names: this.#rowsOf(this.#names),
      addresses: this.#rowsOf(this.#addresses),
      contacts: this.#rowsOf(this.#contacts),
      activities: this.#rowsOf(this.#activities),
    }
  }

  #header({ found, hasBad, isDeleted, isComplete }: Strand<EntityHeader>): EntityChange['header'] {
    if (hasBad) return 'unreadable'
    const [header] = found
    if (header !== undefined || !isDeleted) return header ?? null
    // A row without a readable number may be the one that brings it back.
    return isComplete ? 'gone' : 'unreadable'
  }

  #rowsOf<T>(strand: Strand<T> | null): readonly T[] | null {
    if (strand === null) return null
    const { found, isDeleted, hasBad, isComplete } = strand
    if (this.#isFull || found.length > 0) return found
    // Deleted, and what was to come in its place cannot be read: better what stands than nothing.
    return isDeleted && !hasBad && isComplete ? found : null
  }
}
