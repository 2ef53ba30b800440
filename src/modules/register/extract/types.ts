import type { CivilDay, EnterpriseNumber, RszNumber } from '#kernel'
import type { Activity, Address, Contact, EntityKind, Name } from '../entry.ts'
import type { FunctionTold } from '../live/source.ts'

/** What is wrong, where, and what to do about it, in English; line 0: the file as a whole. */
export interface Problem {
  readonly file: string
  readonly line: number
  readonly message: string
}

/** What meta.csv says of a set. */
export interface ExtractMeta {
  readonly type: 'full' | 'update'
  readonly number: number
  readonly snapshot: CivilDay
  /** As written: 'dd-mm-yyyy hh:mm:ss'. */
  readonly madeAt: string
  readonly version: string
}

/** An entity's own row. */
export type EntityHeader =
  | {
      readonly kind: 'enterprise'
      readonly type: 'legal-person' | 'natural-person'
      readonly legalForm: string | null
      readonly situation: string
      readonly started: CivilDay | null
    }
  | {
      readonly kind: 'establishment' | 'branch'
      readonly enterprise: EnterpriseNumber
      readonly started: CivilDay | null
    }

/** What a set says of one entity; null: the set does not speak of that part (update sets). */
export interface EntityChange {
  /** 10 digits without dots. */
  readonly number: string
  readonly kind: EntityKind
  /** gone: deleted and not inserted (update sets); unreadable: its row is bad, so it is left as it is. */
  readonly header: EntityHeader | 'gone' | 'unreadable' | null
  readonly names: readonly Name[] | null
  readonly addresses: readonly Address[] | null
  readonly contacts: readonly Contact[] | null
  readonly activities: readonly Activity[] | null
}

export interface RegisterCode {
  readonly category: string
  readonly code: string
  /** As written: 'NL', 'FR', 'DE', 'EN'. */
  readonly language: string
  readonly description: string
}

export interface ReadOptions {
  /** Only numbers above this one: an import that goes on where it was. */
  readonly after: string | null
  readonly batchSize: number
}

/** What every set of files offers, the register's and the supplement. */
export interface OpenedSet {
  readonly meta: ExtractMeta
  /** Rows of each file, of the first scan. */
  readonly rowCounts: Readonly<Record<string, number>>
  readonly bytesTotal: number
  /** Moves while entities are read; starts again with each reading. */
  readonly progress: { readonly bytesRead: number }
  close(): Promise<void>
}

/** A set of the register, scanned once. Reading throws when the files change meanwhile. */
export interface Extract extends OpenedSet {
  /** False when a row of enterprise.csv, establishment.csv or branch.csv has no readable number: then absence proves nothing. */
  readonly numbersComplete: boolean
  /** Whether the set holds this enterprise's own row, be it a bad one. Update sets: its inserted row. */
  holds(number: string): boolean
  codes(): Promise<readonly RegisterCode[]>
  /** Entities in rising order of number. */
  entities(options: ReadOptions): AsyncIterable<readonly EntityChange[]>
}

export interface NumberChangeTold {
  readonly line: number
  readonly old: EnterpriseNumber
  /** Null for one that was cancelled. */
  readonly new: EnterpriseNumber | null
  readonly day: CivilDay
  readonly reason: 'renumbered' | 'duplicate' | 'cancelled'
}

export interface EmployerTold {
  readonly rszNumber: RszNumber
  readonly started: CivilDay | null
  /** The last day, included. */
  readonly ended: CivilDay | null
}

/** Null: the supplement does not speak of it, or one of its rows is bad, so that all of them are left as they are. */
export interface SupplementEnterprise {
  readonly number: string
  readonly functions: readonly FunctionTold[] | null
  readonly employers: readonly EmployerTold[] | null
}

/** What the published set lacks. */
export interface Supplement extends OpenedSet {
  /** Enterprises in rising order of number. */
  enterprises(options: ReadOptions): AsyncIterable<readonly SupplementEnterprise[]>
  /** Every change of number, in order of day. */
  numbers(): Promise<readonly NumberChangeTold[]>
}

export interface Limits {
  /** Bytes of all files together, unpacked. */
  readonly bytesMax: number
  /** Files in a ZIP or a folder, also those that are not read. */
  readonly filesMax: number
  /** How many times its packed size a large file of a ZIP may unpack to. */
  readonly ratioMax: number
  /** Bytes below which a file's ratio does not matter. */
  readonly ratioFrom: number
  /** Bytes of a file that is held in memory: meta.csv, code.csv, number.csv. */
  readonly heldBytesMax: number
  /** Bad rows told one by one, of each file; the rest is told as one. */
  readonly problemsMax: number
  /** Bytes sorted at a time, of a file that is not in order. */
  readonly sortBytes: number
}

export interface OpenOptions {
  /** Told of every bad row, once, as it is met. */
  readonly onProblem: (problem: Problem) => void
  /** A folder for files that must be sorted first; what is written there is removed by `close`. */
  readonly tempDir: string
  /** Where given, a set made on a later day is refused. */
  readonly today?: CivilDay
  readonly limits?: Partial<Limits>
}

export type { Activity, Address, Contact, EntityKind, FunctionTold, Name }
