import type { Arena, Words } from './arena.ts'

/**
 * A table: how many slots less one, how many are taken; then, from where a cache line begins, two words a slot: the hash, and the
 * address or 0. Whoever looks for something meets the whole hash in the slot, and so most often one line.
 */
const lineWords = 16

const sizeOf = (slots: number): number => 2 * slots + 2 + lineWords

/** Where the slots of a table begin. */
const slotsOf = (table: number): number => (table + 2 + lineWords - 1) & -lineWords

/** The first slot of a table to look at for a hash. */
export function slotFor(words: Words, table: number, hash: number): number {
  return slotsOf(table) + 2 * (hash & (words[table] ?? 0))
}

/** The slot that is looked at after one, in the same table. */
export function slotAfter(words: Words, table: number, slot: number): number {
  const next = slot + 2
  const first = slotsOf(table)
  return next > first + 2 * (words[table] ?? 0) ? first : next
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

/** Makes a table with room for as many as are expected, and leads to it from the word `at`. */
export function newTable(arena: Arena, at: number, expected: number): void {
  const slots = 2 ** Math.ceil(Math.log2(Math.max(16, expected * 1.4)))
  const table = arena.take(sizeOf(slots))
  arena.words.fill(0, table, table + sizeOf(slots))
  arena.words[table] = slots - 1
  Atomics.store(arena.words, at, table)
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
  const table = words[at] ?? 0
  const slots = (words[table] ?? 0) + 1
  const taken = (words[table + 1] ?? 0) + 1
  if (taken > slots * 0.75) {
    widen(arena, at, slots)
    addTo(arena, at, hash, address)
    return
  }
  put(words, table, hash, address)
  words[table + 1] = taken
}

/** Everything goes over to a table with twice the slots before a reader is led to it. */
function widen(arena: Arena, at: number, slots: number): void {
  const { words } = arena
  const table = words[at] ?? 0
  const wider = arena.take(sizeOf(2 * slots))
  words.fill(0, wider, wider + sizeOf(2 * slots))
  words[wider] = 2 * slots - 1
  words[wider + 1] = words[table + 1] ?? 0
  const first = slotsOf(table)
  for (let slot = first; slot < first + 2 * slots; slot += 2) {
    const one = words[slot + 1] ?? 0
    if (one !== 0) put(words, wider, words[slot] ?? 0, one)
  }
  Atomics.store(words, at, wider)
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
