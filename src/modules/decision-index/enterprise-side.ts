import type { Words } from './words/arena.ts'
import type { CompiledCatalogue } from './compiled.ts'
import { enterpriseHead, enterpriseRecord, entryKind, what, wordsOf } from './words/layout.ts'
import { deny, none } from './reason-places.ts'

/** R4, of an entry at a moment, as the words have it (the unit and the rest of layout.ts): a hindrance, or none. */
export function outside(words: Words, at: number, unit: number, rest: number): number {
  const rests = words[at + 3] ?? 0
  const from = words[at + 1] ?? 0
  if (from > unit || (from === unit && (rests & 0xffff) > rest)) return deny.notYet
  const until = words[at + 2] ?? 0
  return until > unit || (until === unit && rests >>> 16 > rest) ? none : deny.expired
}

/** The record of an enterprise that holds at a moment: the address of its entry, or 0. */
export function recordAt(words: Words, enterprise: number, unit: number, rest: number): number {
  const block = words[enterprise + enterpriseRecord.block] ?? 0
  if (block === 0) return 0
  let at = block + enterpriseHead.words
  for (let left = (words[block] ?? 0) & 0xffff; left > 0; left--) {
    const detail = words[at + 4] ?? 0
    // Records stand first.
    if (what.kind(detail) !== entryKind.record) return 0
    if (outside(words, at, unit, rest) === none) return at
    at += wordsOf(detail)
  }
  return 0
}

/**
 * What an enterprise has at a moment: its record, its stop, its open domains and capacities. Each look has a number of its own,
 * written where something is met: nothing has to be wiped before the next.
 */
export class EnterpriseSide {
  readonly #words: Words
  readonly #compiled: CompiledCatalogue
  #look = 0
  /** By number of the dictionary, the look in which the domain was met; by place, the capacity. */
  readonly #domains: Int32Array
  readonly #capacities: Int32Array
  /** The places of the capacities that are open, in any order. */
  readonly open: Int32Array
  openCount = 0
  isStopped = false

  constructor(words: Words, compiled: CompiledCatalogue) {
    this.#words = words
    this.#compiled = compiled
    this.#domains = new Int32Array(compiled.size)
    this.#capacities = new Int32Array(compiled.capacities.length)
    this.open = new Int32Array(compiled.capacities.length)
  }

  /** Looks at a block (0: none) at a moment; answers the address of the record that holds, or 0. */
  lookAt(block: number, unit: number, rest: number): number {
    this.openCount = 0
    this.isStopped = false
    this.#nextLook()
    if (block === 0) return 0
    const words = this.#words
    let at = block + enterpriseHead.words
    let record = 0
    for (let left = (words[block] ?? 0) & 0xffff; left > 0; left--) {
      const detail = words[at + 4] ?? 0
      if (outside(words, at, unit, rest) === none) {
        const kind = what.kind(detail)
        if (kind === entryKind.capacity) this.#meetCapacity((words[at] ?? 0) & 0xffff)
        else if (kind === entryKind.domain) this.#domains[(words[at] ?? 0) & 0xffff] = this.#look
        else if (kind === entryKind.record) record = at
        else if (kind === entryKind.stop) this.isStopped = true
      }
      at += wordsOf(detail)
    }
    return record
  }

  #nextLook(): void {
    this.#look = (this.#look + 1) | 0
    if (this.#look > 0) return
    this.#look = 1
    this.#domains.fill(0)
    this.#capacities.fill(0)
  }

  /** Domains stand before capacities: whether its own is open is known by now. */
  #meetCapacity(number: number): void {
    const place = this.#compiled.capacityPlaces[number] ?? -1
    if (place < 0 || this.#capacities[place] === this.#look) return
    this.#capacities[place] = this.#look
    if (this.closedDomain(this.#compiled.capacityDomains[place] ?? -1) === none) this.open[this.openCount++] = place
  }

  closedDomain(domain: number): number {
    return this.#domains[domain] === this.#look ? none : deny.domainClosed
  }

  /** R5, by the place of the capacity; below 0: one that the catalogue does not have. */
  closedCapacity(place: number): number {
    if (place < 0) return deny.capacityClosed
    const closed = this.closedDomain(this.#compiled.capacityDomains[place] ?? -1)
    if (closed !== none) return closed
    return this.#capacities[place] === this.#look ? none : deny.capacityClosed
  }
}
