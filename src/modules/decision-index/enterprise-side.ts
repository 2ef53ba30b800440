import { instant, type Instant } from '#kernel'
import type { Words } from './words/arena.ts'
import type { CompiledCatalogue } from './compiled.ts'
import { enterpriseHead, enterpriseRecord, entryKind, momentOf, restOf, unitOf, what, wordsOf } from './words/layout.ts'
import { isCapacityOpen, isDomainOpen, isSummarised } from './words/open.ts'
import { deny, none } from './answers.ts'
import type { Seldom } from './whole.ts'

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
  /** By number of the dictionary, the look in which the domain, or the capacity, was met. */
  readonly #domains: Int32Array
  readonly #capacities: Int32Array
  isStopped = false
  #unit = 0
  #rest = 0
  /** Where what was not looked at yet begins, and how many entries of it there are. */
  #at = 0
  #left = 0
  #isSummarised = false
  #isLooked = false
  #block = 0
  readonly #seldom: Seldom
  /** R13: whatever was given before this moment waits. */
  #isHolding = false
  #sinceUnit = 0
  #sinceRest = 0

  constructor(words: Words, compiled: CompiledCatalogue, seldom: Seldom) {
    this.#seldom = seldom
    this.#words = words
    this.#compiled = compiled
    this.#domains = new Int32Array(compiled.size)
    this.#capacities = new Int32Array(compiled.size)
  }

  /**
   * Looks at a block (0: none) at a moment; answers the address of the record that holds, or 0. Records and stops stand before
   * everything else, which is looked at when somebody has something that rests on it.
   */
  lookAt(block: number, unit: number, rest: number): number {
    this.isStopped = false
    this.#unit = unit
    this.#rest = rest
    this.#left = 0
    this.#isSummarised = false
    this.#isLooked = false
    this.#isHolding = false
    this.#block = block
    if (block === 0) return 0
    const words = this.#words
    this.#isSummarised = isSummarised(words, block, unit)
    let at = block + enterpriseHead.words
    let record = 0
    let left = (words[block] ?? 0) & 0xffff
    for (; left > 0; left--) {
      const detail = words[at + 4] ?? 0
      const kind = what.kind(detail)
      if (kind > entryKind.stop) break
      if (outside(words, at, unit, rest) === none) {
        if (kind === entryKind.stop) this.isStopped = true
        else record = at
      }
      at += wordsOf(detail)
    }
    this.#at = at
    this.#left = left
    return record
  }

  /** Where its situation holds back what was given before: since when. */
  lookWhatIsHeldBack(): void {
    const since = this.#seldom.heldBackSince(this.#block, this.#moment)
    this.#isHolding = since !== null
    if (since === null) return
    this.#sinceUnit = unitOf(since)
    this.#sinceRest = restOf(since)
  }

  /** R13, of an entry of one of its people: it was given before, also where it was only planned then. */
  isHeldBack(at: number, detail: number): boolean {
    if (!this.#isHolding) return false
    const words = this.#words
    if (this.#isBefore(words[at + 1] ?? 0, (words[at + 3] ?? 0) & 0xffff)) return true
    const recorded = at + wordsOf(detail) - 2
    return what.isEarlier(detail) && this.#isBefore(words[recorded] ?? 0, words[recorded + 1] ?? 0)
  }

  /** R12, of a chief who represents it no longer, by the block of what they have and the beginning of the office. */
  isSuspendedForGround(pair: number, from: Instant): boolean {
    return this.#seldom.isSuspendedForGround(this.#block, pair, from, this.#moment)
  }

  get #moment(): Instant {
    return instant(momentOf(this.#unit, this.#rest))
  }

  #isBefore(unit: number, rest: number): boolean {
    return unit < this.#sinceUnit || (unit === this.#sinceUnit && rest < this.#sinceRest)
  }

  closedDomain(domain: number): number {
    if (this.#isSummarised) return isDomainOpen(this.#words, this.#block, domain) ? none : deny.domainClosed
    this.#lookAtActivations()
    return this.#domains[domain] === this.#look ? none : deny.domainClosed
  }

  /** R5, by the place of the capacity; below 0: one that the catalogue does not have. */
  closedCapacity(place: number): number {
    if (place < 0) return deny.capacityClosed
    const closed = this.closedDomain(this.#compiled.capacityDomains[place] ?? -1)
    if (closed !== none) return closed
    const number = this.#compiled.capacityNumbers[place] ?? -1
    const isOpen = this.#isSummarised
      ? isCapacityOpen(this.#words, this.#block, number)
      : this.#capacities[number] === this.#look
    return isOpen ? none : deny.capacityClosed
  }

  /** What began a moment ago, or has an end, is looked through, once for each look at the enterprise. */
  #lookAtActivations(): void {
    if (this.#isLooked) return
    this.#isLooked = true
    this.#nextLook()
    const words = this.#words
    let at = this.#at
    for (let left = this.#left; left > 0; left--) {
      const detail = words[at + 4] ?? 0
      const kind = what.kind(detail)
      if (kind >= entryKind.domain && outside(words, at, this.#unit, this.#rest) === none) {
        const met = kind === entryKind.capacity ? this.#capacities : this.#domains
        met[(words[at] ?? 0) & 0xffff] = this.#look
      }
      at += wordsOf(detail)
    }
  }

  #nextLook(): void {
    this.#look = (this.#look + 1) | 0
    if (this.#look > 0) return
    this.#look = 1
    this.#domains.fill(0)
    this.#capacities.fill(0)
  }
}
