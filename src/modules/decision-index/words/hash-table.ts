import type { Arena, Words } from './arena.ts'

/** A table: how many slots less one, how many are taken, then two words a slot: the hash, and the address or 0. */
const tableHead = 2

const sizeOf = (slots: number): number => tableHead + 2 * slots

/** The address of the first that has the hash and is the one that is looked for; 0: none. `at`: a word that leads to the table. */
export function findIn(words: Words, at: number, hash: number, isIt: (address: number) => boolean): number {
  const table = Atomics.load(words, at)
  const mask = words[table] ?? 0
  for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
    const place = table + tableHead + 2 * slot
    const address = Atomics.load(words, place + 1)
    if (address === 0) return 0
    if (words[place] === hash && isIt(address)) return address
  }
}

/** Makes a table with room for as many as are expected, and leads to it from the word `at`. */
export function newTable(arena: Arena, at: number, expected: number): void {
  const slots = 2 ** Math.ceil(Math.log2(Math.max(16, expected * 1.5)))
  const table = arena.take(sizeOf(slots))
  arena.words.fill(0, table, table + sizeOf(slots))
  arena.words[table] = slots - 1
  Atomics.store(arena.words, at, table)
}

function put(words: Words, table: number, hash: number, address: number): void {
  const mask = words[table] ?? 0
  let slot = hash & mask
  while (words[table + tableHead + 2 * slot + 1] !== 0) slot = (slot + 1) & mask
  const place = table + tableHead + 2 * slot
  words[place] = hash
  // A reader looks at the address first: the hash stands there by then.
  Atomics.store(words, place + 1, address)
}

/** Adds an address under its hash; the same hash may stand there more than once. */
export function addTo(arena: Arena, at: number, hash: number, address: number): void {
  const { words } = arena
  const table = words[at] ?? 0
  const slots = (words[table] ?? 0) + 1
  const taken = (words[table + 1] ?? 0) + 1
  if (taken > slots * 0.7) {
    newTable(arena, at, slots * 1.3)
    const wider = words[at] ?? 0
    for (let slot = 0; slot < slots; slot++) {
      const place = table + tableHead + 2 * slot
      const one = words[place + 1] ?? 0
      if (one !== 0) put(words, wider, words[place] ?? 0, one)
    }
    put(words, wider, hash, address)
    words[wider + 1] = taken
    arena.retire(table, sizeOf(slots))
    return
  }
  put(words, table, hash, address)
  words[table + 1] = taken
}

/** Lets another address stand where one stands. */
export function replaceIn(words: Words, at: number, hash: number, change: { from: number; to: number }): void {
  const table = words[at] ?? 0
  const mask = words[table] ?? 0
  for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
    const place = table + tableHead + 2 * slot
    const address = words[place + 1]
    if (address === 0) throw new Error('What is replaced is not in the table')
    if (address === change.from) {
      Atomics.store(words, place + 1, change.to)
      return
    }
  }
}

/** A hash of four words, in which every bit of them counts (the finalizer of MurmurHash3, by Austin Appleby). */
export function hashOf(a: number, b: number, c: number, d: number): number {
  let hash = Math.imul(a, 0x85ebca6b) ^ Math.imul(b ^ (a >>> 15), 0xc2b2ae35)
  hash = Math.imul(hash ^ (hash >>> 13) ^ c, 0x27d4eb2f) ^ Math.imul(d ^ (hash >>> 16), 0x165667b1)
  hash ^= hash >>> 16
  hash = Math.imul(hash, 0x85ebca6b)
  hash ^= hash >>> 13
  hash = Math.imul(hash, 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}
