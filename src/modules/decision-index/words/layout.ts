/**
 * The index is one shared array of 32-bit words; an address is the number of a word, and 0 is nothing. What decisions read of
 * the facts of one enterprise, or of one person for one enterprise, is one block of entries that is never changed: a new one
 * takes its place. So readers in any thread need no lock (README, J3).
 *
 * An entry: word 0 two codes of the dictionary, words 1 and 2 the periods of 65,536 ms in which it begins and ends, word 3 the
 * rest of both in ms, word 4 what it is; then the words that its kind adds, and when it was recorded where that is before it began.
 */
export const entryKind = {
  block: 0,
  membership: 1,
  authorisation: 2,
  role: 3,
  representation: 4,
  appointment: 5,
  standIn: 6,
  record: 8,
  stop: 9,
  confirmation: 10,
  domain: 11,
  capacity: 12,
} as const
export type EntryKind = (typeof entryKind)[keyof typeof entryKind]

/** Words beside the first five, by kind: the tag of a fact; for a stand-in its proposed end too; the number of an enterprise. */
const added = [0, 2, 0, 0, 0, 2, 4, 0, 3, 0, 0, 0, 0] as const

const kindMask = 0xf
const earlierBit = 0x10
const smallShift = 5
const smallMask = 0xff
const tieShift = 13
const addedShift = 29

/**
 * Word 4. `small` is the office, state and ground, or the context and state; `tie` the place of an authorisation's membership;
 * in the last three bits how many words follow.
 */
export const what = {
  of: (kind: EntryKind, small: number, earlier: boolean, tie: number): number =>
    kind |
    (earlier ? earlierBit : 0) |
    (small << smallShift) |
    (tie << tieShift) |
    (((added[kind] ?? 0) + (earlier ? 2 : 0)) << addedShift),
  /** The same with another place of a membership. */
  tied: (word: number, tie: number): number => (word & ~(0xffff << tieShift)) | (tie << tieShift),
  kind: (word: number): number => word & kindMask,
  isEarlier: (word: number): boolean => (word & earlierBit) !== 0,
  small: (word: number): number => (word >> smallShift) & smallMask,
  tie: (word: number): number => (word >> tieShift) & 0xffff,
}

/** How many words an entry takes, by its word 4. */
export const wordsOf = (word: number): number => 5 + (word >>> addedShift)

/** The end of what has none. */
export const noEnd = 0x7fffffff
const lastUnit = 0x7ffffffe
const unitMs = 65_536

/** The period of 65,536 ms in which a moment lies. Beyond the year 6400 everything is one moment: no calendar goes there. */
export function unitOf(ms: number): number {
  return Math.max(-lastUnit, Math.min(lastUnit, Math.floor(ms / unitMs)))
}
/** What is left of a moment beside its unit, in ms. */
export function restOf(ms: number): number {
  return ms - Math.floor(ms / unitMs) * unitMs
}
/** The moment as the words can say it: itself, before the year 6400. */
export function sayable(ms: number): number {
  return momentOf(unitOf(ms), restOf(ms))
}
export function momentOf(unit: number, rest: number): number {
  return unit * unitMs + rest
}

/** Words at the head of the shared array. */
export const head = {
  layout: 0,
  /** The period of reclaiming: grows when blocks are given back. */
  period: 1,
  top: 2,
  dictionary: 3,
  byId: 4,
  byNumber: 5,
  persons: 6,
  pairs: 7,
  /** How many codes the dictionary has. */
  codes: 8,
} as const

export const layoutVersion = 3
/** Each reader's period stands in a cache line of its own. */
export const readersMax = 64
const lineWords = 16
export const readerWord = (reader: number): number => 32 + reader * lineWords
export const firstFree = readerWord(readersMax)

/** An enterprise: its id, its version (odd while a change is let in), its block, and whoever is, or was, anything to it. */
export const enterpriseRecord = { id: 0, version: 4, block: 5, people: 6, officers: 7, words: 8 } as const
/** A person: their id, and the enterprises to which they are, or were, anything. */
export const personRecord = { id: 0, enterprises: 4, words: 5 } as const
/**
 * A block: how many entries and, from bit 16, one bit for each kind among them; for a pair then the address of the enterprise
 * and the id of the person, so that whoever looks for a pair need not look for the person.
 */
export const pairHead = { count: 0, enterprise: 1, person: 2, words: 6 } as const
/**
 * A block of an enterprise: after the count, what is open to it for good, and the unit of time after which that is all that is open
 * to it (`open.ts`): a bit for each domain, and for each capacity, by their numbers of the dictionary.
 */
export const enterpriseHead = { count: 0, since: 1, domains: 2, capacities: 3, words: 5 } as const
/** A list that only grows: for how many there is room, how many there are, and the addresses. */
export const listHead = { room: 0, count: 1, words: 2 } as const

const offices = ['chief-access-manager', 'co-chief-access-manager', 'access-manager', 'group-manager'] as const
const states = ['awaiting-activation', 'accepted', 'active', 'suspended', 'vacant'] as const
const grounds = [null, 'employee', 'legal-representative'] as const
const contexts = ['enterprise', 'civil-servant', 'self-employed'] as const
const standInStates = ['proposed', 'accepted', 'active'] as const

/** The closed lists whose place is written instead of a code. */
export const places = { offices, states, grounds, contexts, standInStates } as const
export const smallOf = {
  appointment: (office: number, state: number, ground: number): number => office | (state << 2) | (ground << 5),
  office: (small: number): number => small & 3,
  state: (small: number): number => (small >> 2) & 7,
  ground: (small: number): number => (small >> 5) & 3,
  role: (context: number, stopped: boolean): number => context | (stopped ? 4 : 0),
  context: (small: number): number => small & 3,
  isStopped: (small: number): boolean => (small & 4) !== 0,
}

/** Everything that decides what words mean, for whoever keeps them: words of another print are others' words. */
export const layoutPrint = {
  layoutVersion,
  entryKind,
  added,
  head,
  readersMax,
  firstFree,
  enterpriseRecord,
  personRecord,
  pairHead,
  enterpriseHead,
  listHead,
  places,
}
