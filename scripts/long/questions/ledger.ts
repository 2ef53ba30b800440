import { appendFileSync, existsSync, readFileSync } from 'node:fs'

/** What came of the worlds of one seed; a line of the ledger. */
export interface Entry {
  readonly seed: number
  /** Questions put to all three: the index, the facts read by SQL, the reference. */
  readonly questions: number
  /** Of these, such as the reference permits. */
  readonly permits: number
  /** Of these, such as also went the whole road through the store, one by one. */
  readonly whole: number
  /** Questions of which the three lists were compared. */
  readonly lists: number
  /** How many entries those have in all. */
  readonly listed: number
}

/** Where a run can be gone on from: each world that was asked to its end has a line. */
export class Ledger {
  readonly #path: string | null
  readonly #entries = new Map<number, Entry>()

  constructor(path: string | null) {
    this.#path = path
    if (path === null || !existsSync(path)) return
    for (const line of readFileSync(path, 'utf8').split('\n')) {
      const entry = entryOf(line)
      if (entry) this.#entries.set(entry.seed, entry)
    }
  }

  has(seed: number): boolean {
    return this.#entries.has(seed)
  }

  add(entry: Entry): void {
    if (this.#path !== null) appendFileSync(this.#path, `${JSON.stringify(entry)}\n`)
    this.#entries.set(entry.seed, entry)
  }

  get total(): Omit<Entry, 'seed'> & { readonly worlds: number } {
    const sum = (of: (entry: Entry) => number) =>
      [...this.#entries.values()].reduce((total, entry) => total + of(entry), 0)
    return {
      worlds: this.#entries.size,
      questions: sum(({ questions }) => questions),
      permits: sum(({ permits }) => permits),
      whole: sum(({ whole }) => whole),
      lists: sum(({ lists }) => lists),
      listed: sum(({ listed }) => listed),
    }
  }
}

/** A line that was cut off, as by the end of the machine, counts for nothing: its world is asked again. */
function entryOf(line: string): Entry | null {
  try {
    const entry = JSON.parse(line) as Entry
    return Number.isSafeInteger(entry.seed) && Number.isSafeInteger(entry.questions) ? entry : null
  } catch {
    return null
  }
}
