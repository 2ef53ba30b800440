import type { CivilDay, EnterpriseId, PersonId } from '#kernel'
import type { Right } from '#rights'
import type { Use } from '#uses'
import type { Words } from './arena.ts'
import type { Dictionary } from './dictionary.ts'
import { uuidOf, type Four } from './ids.ts'
import { entryKind, places, smallOf, what } from './layout.ts'
import { Used } from './used.ts'

/** The right that an entry is, by its words 0 and 4; only of what a person has for an enterprise. */
export function rightOf(codes: Dictionary, named: number, detail: number): Right {
  const first = codes.textOf(named & 0xffff)
  const small = what.small(detail)
  switch (what.kind(detail)) {
    case entryKind.representation:
      return { kind: 'representation', code: first, scope: '' }
    case entryKind.appointment:
      return { kind: 'office', code: places.offices[smallOf.office(small)] ?? '', scope: first }
    case entryKind.membership:
      return { kind: 'membership', code: first, scope: '' }
    case entryKind.authorisation:
      return { kind: 'authorisation', code: first, scope: codes.textOf(named >>> 16) }
    case entryKind.role:
      return { kind: 'role', code: first, scope: places.contexts[smallOf.context(small)] ?? '' }
    default:
      throw new TypeError('Nothing rests on such an entry by itself')
  }
}

/** Of each: the address of the enterprise, the id of the person, words 0 and 4 of the entry, and the day. */
const wordsOfOne = 8
const roomAtFirst = 1024
/** More than a thread can answer in a minute; what comes beyond is noted with its next use. */
const most = 1_000_000

/** What one thread has seen used for the first time that day: eight words each until they are taken, so that noting costs no answer. */
export class UsesOfIndex {
  readonly #words: Words
  readonly #codes: Dictionary
  readonly #used: Used
  #noted = new Int32Array(roomAtFirst * wordsOfOne)
  #count = 0
  #day: CivilDay | null = null
  #dayNumber = 0
  readonly #days = new Map<number, CivilDay>()

  constructor(words: Words, codes: Dictionary) {
    this.#words = words
    this.#codes = codes
    this.#used = new Used(words)
  }

  /** Notes the right of the entry at an address as used on a day. */
  note(at: number, enterprise: number, person: Four, day: CivilDay): void {
    if (day !== this.#day) this.#begin(day)
    if (this.#count === most || !this.#used.note(at, this.#dayNumber)) return
    const from = this.#count++ * wordsOfOne
    if (from === this.#noted.length) this.#widen()
    const noted = this.#noted
    noted[from] = enterprise
    noted.set(person, from + 1)
    noted[from + 5] = this.#words[at] ?? 0
    noted[from + 6] = this.#words[at + 4] ?? 0
    noted[from + 7] = this.#dayNumber
  }

  /** Up to so many, the newest first. */
  take(limit: number): Use[] {
    const taken: Use[] = []
    for (; taken.length < limit && this.#count > 0;) {
      const from = --this.#count * wordsOfOne
      const one = this.#noted.subarray(from, from + wordsOfOne)
      const day = this.#days.get(one[7] ?? 0)
      if (day === undefined) continue
      taken.push({
        enterprise: uuidOf(this.#words, one[0] ?? 0) as EnterpriseId,
        person: uuidOf(one, 1) as PersonId,
        right: rightOf(this.#codes, one[5] ?? 0, one[6] ?? 0),
        day,
      })
    }
    // What a busy minute needed is given back.
    if (this.#count === 0 && this.#noted.length > roomAtFirst * wordsOfOne)
      this.#noted = new Int32Array(roomAtFirst * wordsOfOne)
    return taken
  }

  /** A day as a number that grows with it: 20261122. */
  #begin(day: CivilDay): void {
    this.#day = day
    this.#dayNumber = Number(day.replaceAll('-', ''))
    // Those of yesterday may wait still; nobody waits longer.
    if (this.#days.size > 1 && this.#count === 0) this.#days.clear()
    this.#days.set(this.#dayNumber, day)
  }

  #widen(): void {
    const wider = new Int32Array(this.#noted.length * 2)
    wider.set(this.#noted)
    this.#noted = wider
  }
}
