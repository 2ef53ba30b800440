import type { Words } from './arena.ts'
import { slotAfter, slotFor } from './hash-table.ts'
import { hasId, hashOf, hashOfFour, type Four } from './ids.ts'
import { head, pairHead } from './layout.ts'

/** The address of the record with an id, 0: none; `at`: the word that leads to the table of such records. */
export function recordWithId(words: Words, at: number, id: Four): number {
  const hash = hashOfFour(id)
  const table = words[at] ?? 0
  for (let slot = slotFor(words, table, hash); ; slot = slotAfter(words, table, slot)) {
    const address = words[slot + 1] ?? 0
    if (address === 0) return 0
    if (words[slot] === hash && hasId(words, address, id)) return address
  }
}

/**
 * The hash of a pair: by the address of the enterprise, which never changes and is known before its words are met, and the hash
 * of the person's id.
 */
export const pairHash = (enterprise: number, personHash: number): number =>
  hashOf(enterprise, personHash, 0x9e3779b9, 0)

/** Whether a block is that of a person for an enterprise. */
export function isPair(words: Words, block: number, enterprise: number, person: Four): boolean {
  return words[block + pairHead.enterprise] === enterprise && hasId(words, block + pairHead.person, person)
}

/** The block of a person for an enterprise, 0: none. `hash` is that of the pair. */
export function pairBlock(words: Words, hash: number, enterprise: number, person: Four): number {
  const table = words[head.pairs] ?? 0
  for (let slot = slotFor(words, table, hash); ; slot = slotAfter(words, table, slot)) {
    if (words[slot] === hash) {
      // Another block may take its place at any time: what is read after this one is not read before it (reader.ts).
      const address = Atomics.load(words, slot + 1)
      if (address === 0) return 0
      if (isPair(words, address, enterprise, person)) return address
    } else if (words[slot + 1] === 0) return 0
  }
}
