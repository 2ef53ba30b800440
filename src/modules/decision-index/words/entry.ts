import type { Words } from './arena.ts'
import { numberOf, readNumber, newFour } from './ids.ts'
import { entryKind, momentOf, noEnd, restOf, unitOf, what, wordsOf, type EntryKind } from './layout.ts'

/** What a decision reads of one row of a fact. Codes are numbers of the dictionary. */
export interface Entry {
  readonly kind: EntryKind
  readonly a: number
  readonly b: number
  readonly small: number
  readonly from: number
  readonly until: number | null
  /** When it was recorded, where that was before it began: then it had been planned (rights, R13). */
  readonly recorded: number | null
  /** Of a membership and an appointment their own fact, of an authorisation its membership, of a stand-in the office. */
  readonly tag: Tag | null
  /** The number of an enterprise's record. */
  readonly number: string | null
  /** When a stand-in ends as it was proposed. */
  readonly endsAt: number | null
}

/** 53 bits of a fact's id, by which the facts of one pair are told apart. */
export type Tag = number

const twoTo32 = 0x1_0000_0000
const highMask = 0x1fffff

/** The tag of a fact's id: its two halves laid over each other, so that the bits of chance of every version count. */
export function tagOf(id: Int32Array): Tag {
  const high = ((id[0] ?? 0) ^ (id[2] ?? 0)) & highMask
  return high * twoTo32 + (((id[1] ?? 0) ^ (id[3] ?? 0)) >>> 0)
}

const writeTag = (words: Int32Array, at: number, tag: Tag): void => {
  words[at] = Math.floor(tag / twoTo32)
  words[at + 1] = tag | 0
}
const readTag = (words: Int32Array, at: number): Tag => (words[at] ?? 0) * twoTo32 + ((words[at + 1] ?? 0) >>> 0)

/** Two entries of which one may stand for the other: the same in everything that a decision reads. */
export function areAlike(one: Entry, other: Entry): boolean {
  return (
    one.kind === other.kind &&
    one.a === other.a &&
    one.b === other.b &&
    one.small === other.small &&
    one.from === other.from &&
    one.until === other.until &&
    one.recorded === other.recorded &&
    one.tag === other.tag &&
    one.number === other.number &&
    one.endsAt === other.endsAt
  )
}

/** By kind, so that a membership comes before what rests on it; else in the order in which they came. */
function inOrder(entries: Entry[]): Entry[] {
  for (let place = 1; place < entries.length; place++) {
    const entry = entries[place]
    if (entry === undefined || (entries[place - 1]?.kind ?? 0) <= entry.kind) continue
    // Many at once come in any order; a few, and those that were in order before, are soon put right.
    if (entries.length > 64) return entries.toSorted((one, other) => one.kind - other.kind)
    let to = place
    for (; to > 0 && (entries[to - 1]?.kind ?? 0) > entry.kind; to--) entries[to] = entries[to - 1] ?? entry
    entries[to] = entry
  }
  return entries
}

/** A membership of which nothing is believed any more, kept because something rests on it. */
export const isGone = (entry: Entry): boolean => entry.kind === entryKind.membership && entry.from === entry.until

function gone(tag: Tag): Entry {
  return {
    kind: entryKind.membership,
    a: 0,
    b: 0,
    small: 0,
    from: 0,
    until: 0,
    recorded: null,
    tag,
    number: null,
    endsAt: null,
  }
}

/** The entries as they are written: those that authorisations rest on are there, and no other that is gone. */
export function whole(entries: readonly Entry[]): Entry[] {
  const real = entries.some(isGone) ? entries.filter((entry) => !isGone(entry)) : [...entries]
  const there = membershipsOf(real)
  const count = real.length
  for (let index = 0; index < count; index++) {
    const { kind, tag } = real[index] ?? gone(0)
    if (kind !== entryKind.authorisation || tag === null || there.has(tag)) continue
    real.push(gone(tag))
    there.add(tag)
  }
  return inOrder(real)
}

/** The memberships of a block by their tags, in the order in which they came: several rows of one membership have one place. */
export class Memberships {
  readonly #tags: Tag[] = []
  #places: Map<Tag, number> | null = null

  add(tag: Tag): void {
    if (this.has(tag)) return
    this.#places?.set(tag, this.#tags.length)
    this.#tags.push(tag)
    // One person has a few; one who has hundreds is looked up.
    if (this.#tags.length === 32) this.#places = new Map(this.#tags.map((known, place) => [known, place]))
  }

  has(tag: Tag): boolean {
    return this.#places === null ? this.#tags.includes(tag) : this.#places.has(tag)
  }

  /** Throws RangeError where there are more than an entry can name. */
  placeOf(tag: Tag): number {
    const place = (this.#places === null ? this.#tags.indexOf(tag) : this.#places.get(tag)) ?? 0
    if (place > 0xffff) throw new RangeError('Somebody has more memberships than 16 bits can name')
    return place
  }
}

function membershipsOf(entries: readonly Entry[]): Memberships {
  const found = new Memberships()
  for (const { kind, tag } of entries) if (kind === entryKind.membership && tag !== null) found.add(tag)
  return found
}

const isEarlier = (entry: Entry): boolean => entry.recorded !== null

/** How many words the entries take. */
export function sizeOf(entries: readonly Entry[]): number {
  let size = 0
  for (const entry of entries) size += wordsOf(what.of(entry.kind, 0, isEarlier(entry), 0))
  return size
}

const numberWords = newFour()

/** Writes entries, in their order, from an address on. */
export function writeEntries(words: Words, address: number, entries: readonly Entry[]): void {
  const memberships = membershipsOf(entries)
  let at = address
  for (const entry of entries) {
    const { kind } = entry
    const hasPlace = kind === entryKind.membership || kind === entryKind.authorisation
    at = writeEntry(words, at, entry, hasPlace && entry.tag !== null ? memberships.placeOf(entry.tag) : 0)
  }
}

/** Writes an entry; `place`: that of its membership. Answers where the next begins. */
export function writeEntry(words: Int32Array, at: number, entry: Entry, place: number): number {
  const detail = what.of(entry.kind, entry.small, isEarlier(entry), place)
  words[at] = entry.a | (entry.b << 16)
  words[at + 1] = unitOf(entry.from)
  words[at + 2] = entry.until === null ? noEnd : unitOf(entry.until)
  words[at + 3] = restOf(entry.from) | (entry.until === null ? 0 : restOf(entry.until) << 16)
  words[at + 4] = detail
  const next = at + wordsOf(detail)
  writeAdded(words, at + 5, entry)
  if (entry.recorded !== null) {
    words[next - 2] = unitOf(entry.recorded)
    words[next - 1] = restOf(entry.recorded)
  }
  return next
}

function writeAdded(words: Int32Array, at: number, { kind, tag, number, endsAt }: Entry): void {
  if (kind === entryKind.record) {
    readNumber(number ?? '', numberWords)
    for (let index = 0; index < 3; index++) words[at + index] = numberWords[index] ?? 0
  } else if (kind !== entryKind.authorisation && tag !== null) writeTag(words, at, tag)
  if (kind === entryKind.standIn && endsAt !== null) {
    words[at + 2] = unitOf(endsAt)
    words[at + 3] = restOf(endsAt)
  }
}

/** Reads so many entries from an address on. */
export function readEntries(words: Words, address: number, count: number): Entry[] {
  const entries: Entry[] = []
  const memberships: Tag[] = []
  let at = address
  for (let index = 0; index < count; index++) {
    const entry = readEntry(words, at, memberships)
    if (entry.kind === entryKind.membership && entry.tag !== null && !memberships.includes(entry.tag))
      memberships.push(entry.tag)
    entries.push(entry)
    at += wordsOf(words[at + 4] ?? 0)
  }
  return entries
}

const tagged = new Set<number>([entryKind.membership, entryKind.appointment, entryKind.standIn])

/** Reads the entry at an address; `memberships`: those before it, by place. */
export function readEntry(words: Int32Array, at: number, memberships: readonly Tag[]): Entry {
  const detail = words[at + 4] ?? 0
  const kind = what.kind(detail) as EntryKind
  const codes = words[at] ?? 0
  const rest = words[at + 3] ?? 0
  const end = words[at + 2] ?? 0
  const last = at + wordsOf(detail)
  return {
    kind,
    a: codes & 0xffff,
    b: codes >>> 16,
    small: what.small(detail),
    from: momentOf(words[at + 1] ?? 0, rest & 0xffff),
    until: end === noEnd ? null : momentOf(end, rest >>> 16),
    recorded: what.isEarlier(detail) ? momentOf(words[last - 2] ?? 0, words[last - 1] ?? 0) : null,
    tag: tagged.has(kind)
      ? readTag(words, at + 5)
      : kind === entryKind.authorisation
        ? (memberships[what.tie(detail)] ?? null)
        : null,
    number: kind === entryKind.record ? numberOf(words, at + 5) : null,
    endsAt: kind === entryKind.standIn ? momentOf(words[at + 7] ?? 0, words[at + 8] ?? 0) : null,
  }
}
