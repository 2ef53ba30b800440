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

/** 64 bits of a fact's id, by which the facts of one enterprise are told apart. */
export type Tag = bigint

/** The tag of a fact's id: its two halves laid over each other, so that the bits of chance of every version count. */
export function tagOf(factId: string): Tag {
  const hex = factId.replaceAll('-', '')
  return BigInt(`0x${hex.slice(0, 16)}`) ^ BigInt(`0x${hex.slice(16)}`)
}

const writeTag = (words: Words, at: number, tag: Tag): void => {
  words[at] = Number(BigInt.asIntN(32, tag >> 32n))
  words[at + 1] = Number(BigInt.asIntN(32, tag))
}
const readTag = (words: Words, at: number): Tag =>
  (BigInt((words[at] ?? 0) >>> 0) << 32n) | BigInt((words[at + 1] ?? 0) >>> 0)

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

/** By kind, and a membership before what rests on it; else in the order in which they came. */
function inOrder(entries: readonly Entry[]): Entry[] {
  return entries.toSorted((one, other) => one.kind - other.kind)
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
  const real = entries.filter((entry) => !isGone(entry))
  const there = new Set(real.filter(({ kind }) => kind === entryKind.membership).map(({ tag }) => tag))
  const rests = real.flatMap(({ kind, tag }) => (kind === entryKind.authorisation && tag !== null ? [tag] : []))
  const missing = [...new Set(rests)].filter((tag) => !there.has(tag))
  return inOrder(missing.length === 0 ? real : [...real, ...missing.map(gone)])
}

/** The place of each membership among those of a block, by tag: several rows of one membership have one place. */
function placesOf(entries: readonly Entry[]): Map<Tag, number> {
  const found = new Map<Tag, number>()
  for (const { kind, tag } of entries)
    if (kind === entryKind.membership && tag !== null && !found.has(tag)) found.set(tag, found.size)
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
  const places = placesOf(entries)
  let at = address
  for (const entry of entries) {
    const place = entry.tag === null ? 0 : (places.get(entry.tag) ?? 0)
    if (place > 0xffff) throw new RangeError('Somebody has more memberships than 16 bits can name')
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
    at = next
  }
}

function writeAdded(words: Words, at: number, { kind, tag, number, endsAt }: Entry): void {
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

function readEntry(words: Words, at: number, memberships: readonly Tag[]): Entry {
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
