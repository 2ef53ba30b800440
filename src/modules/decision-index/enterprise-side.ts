import type { Words } from './words/arena.ts'
import type { CompiledCatalogue } from './compiled.ts'
import { enterpriseHead, entryKind, what, wordsOf } from './words/layout.ts'
import { deny, none } from './reason-places.ts'

/** A moment as the words have it: the unit and the rest of layout.ts. */
export interface Moment {
  readonly unit: number
  readonly rest: number
}

/** R4, of an entry at a moment: a hindrance, or none. */
export function outside(words: Words, at: number, { unit, rest }: Moment): number {
  const rests = words[at + 3] ?? 0
  const from = words[at + 1] ?? 0
  if (from > unit || (from === unit && (rests & 0xffff) > rest)) return deny.notYet
  const until = words[at + 2] ?? 0
  return until > unit || (until === unit && rests >>> 16 > rest) ? none : deny.expired
}

/** What an enterprise has at a moment: its record, its stop, its open domains and capacities. */
export class EnterpriseSide {
  readonly #words: Words
  readonly #compiled: CompiledCatalogue
  #from = 0
  #end = 0
  #moment: Moment = { unit: 0, rest: 0 }

  constructor(words: Words, compiled: CompiledCatalogue) {
    this.#words = words
    this.#compiled = compiled
  }

  /** Looks at a block (0: none) at a moment; answers the address of the record that holds, or 0. */
  open(block: number, moment: Moment): number {
    const words = this.#words
    this.#moment = moment
    this.#from = block + enterpriseHead.words
    this.#end = this.#from
    if (block === 0) return 0
    let at = this.#from
    let record = 0
    for (let left = (words[block] ?? 0) & 0xffff; left > 0; left--) {
      const detail = words[at + 4] ?? 0
      if (what.kind(detail) === entryKind.record && outside(words, at, moment) === none) record = at
      at += wordsOf(detail)
    }
    this.#end = at
    return record
  }

  get isStopped(): boolean {
    return this.#has(entryKind.stop, 0)
  }

  closedDomain(domain: number): number {
    return domain >= 0 && this.#has(entryKind.domain, domain) ? none : deny.domainClosed
  }

  /** R5, by the place of the capacity; below 0: one that the catalogue does not have. */
  closedCapacity(place: number): number {
    if (place < 0) return deny.capacityClosed
    const closed = this.closedDomain(this.#compiled.capacityDomains[place] ?? -1)
    if (closed !== none) return closed
    const number = this.#compiled.capacityNumbers[place] ?? -1
    return number >= 0 && this.#has(entryKind.capacity, number) ? none : deny.capacityClosed
  }

  #has(kind: number, code: number): boolean {
    const words = this.#words
    for (let at = this.#from; at < this.#end; at += wordsOf(words[at + 4] ?? 0))
      if (
        what.kind(words[at + 4] ?? 0) === kind &&
        ((words[at] ?? 0) & 0xffff) === code &&
        outside(words, at, this.#moment) === none
      )
        return true
    return false
  }
}
