import type { Arena, Words } from './arena.ts'

/**
 * A table: how many slots there are, how many are taken; then, from where a cache line begins, two words a slot: the hash, and the
 * address or 0. Whoever looks for something meets the whole hash in the slot, and so most often one line.
 */
const lineWords = 16

const sizeOf = (slots: number): number => 2 * slots + 2 + lineWords

/** Where the slots of a table begin. */
const slotsOf = (table: number): number => (table + 2 + lineWords - 1) & -lineWords

const twoTo32 = 0x1_0000_0000

/** The first slot of a table to look at for a hash: its share of all hashes is that of the slots, of any number. */
export function slotFor(words: Words, table: number, hash: number): number {
  return slotsOf(table) + 2 * Math.floor(((hash >>> 0) * (words[table] ?? 0)) / twoTo32)
}

/** The slot that is looked at after one, in the same table. */
export function slotAfter(words: Words, table: number, slot: number): number {
  const next = slot + 2
  const first = slotsOf(table)
  return next < first + 2 * (words[table] ?? 0) ? next : first
}

/** The address of the first that has the hash and is the one that is looked for; 0: none. `at`: a word that leads to the table. */
export function findIn(words: Words, at: number, hash: number, isIt: (address: number) => boolean): number {
  const table = Atomics.load(words, at)
  for (let slot = slotFor(words, table, hash); ; slot = slotAfter(words, table, slot)) {
    const address = Atomics.load(words, slot + 1)
    if (address === 0) return 0
    if (words[slot] === hash && isIt(address)) return address
  }
}

/** Of so many slots at most are so many taken; a table that is widened has so many more. */
const fullest = 0.75
const wider = 1.4

/** Makes a table with room for as many as are expected, and leads to it from the word `at`. */
export function newTable(arena: Arena, at: number, expected: number): void {
  Atomics.store(arena.words, at, tableOf(arena, Math.ceil(Math.max(16, (expected + 1) / fullest))))
}

function tableOf(arena: Arena, slots: number): number {
  const table = arena.take(sizeOf(slots))
  arena.words.fill(0, table, table + sizeOf(slots))
  arena.words[table] = slots
  return table
}

function put(words: Words, table: number, hash: number, address: number): void {
  let slot = slotFor(words, table, hash)
  while (words[slot + 1] !== 0) slot = slotAfter(words, table, slot)
  words[slot] = hash
  // A reader that meets the address finds the hash there by then.
  Atomics.store(words, slot + 1, address)
}

/** Adds an address under its hash; the same hash may stand there more than once. */
export function addTo(arena: Arena, at: number, hash: number, address: number): void {
  const { words } = arena
  const taken = (words[(words[at] ?? 0) + 1] ?? 0) + 1
  if (taken > fullest * (words[words[at] ?? 0] ?? 0)) widen(arena, at)
  const table = words[at] ?? 0
  put(words, table, hash, address)
  words[table + 1] = taken
}

/** Everything goes over to a larger table before a reader is led to it. */
function widen(arena: Arena, at: number): void {
  const { words } = arena
  const table = words[at] ?? 0
  const slots = words[table] ?? 0
  const next = tableOf(arena, Math.ceil(slots * wider))
  words[next + 1] = words[table + 1] ?? 0
  const first = slotsOf(table)
  for (let slot = first; slot < first + 2 * slots; slot += 2) {
    const one = words[slot + 1] ?? 0
    if (one !== 0) put(words, next, words[slot] ?? 0, one)
  }
  Atomics.store(words, at, next)
  arena.retire(table, sizeOf(slots))
}

/** Lets another address stand where one stands. */
export function replaceIn(words: Words, at: number, hash: number, change: { from: number; to: number }): void {
  const table = words[at] ?? 0
  for (let slot = slotFor(words, table, hash); ; slot = slotAfter(words, table, slot)) {
    const address = words[slot + 1]
    if (address === 0) throw new Error('What is replaced is not in the table')
    if (address === change.from) {
      Atomics.store(words, slot + 1, change.to)
      return
    }
  }
}
