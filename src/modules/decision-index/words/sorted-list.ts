import type { Arena, Words } from './arena.ts'
import { compareIds } from './ids.ts'

/**
 * A list of records in the order of their ids, for as many as there may be. The word that leads to it is 0 (nobody), less than 0
 * (the one record, its address negated), or the address of a leaf (its count, then addresses) or of a directory (its count negated,
 * then addresses of leaves). A leaf is never changed: a new one takes its place, in the word or in the directory, so that
 * whoever goes on from an id meets everything behind it that was there all the time, whatever is added meanwhile.
 */
const leafMax = 128

/** Fills `into` with the addresses of up to `limit` records whose ids come after `after` (null: from the first). */
export function pageOf(words: Words, at: number, after: Int32Array | null, limit: number): number[] {
  const found: number[] = []
  const list = Atomics.load(words, at)
  if (list === 0) return found
  if (list < 0) {
    if (limit > 0 && isAfter(words, -list, after)) found.push(-list)
    return found
  }
  const count = words[list] ?? 0
  if (count >= 0) {
    pageOfLeaf(words, list, after, limit, found)
    return found
  }
  for (let place = after === null ? 0 : leafPlace(words, list, after); place < -count; place++) {
    if (found.length >= limit) break
    // Only the first leaf may hold some that do not come after.
    pageOfLeaf(words, Atomics.load(words, list + 1 + place), after, limit, found)
  }
  return found
}

function pageOfLeaf(words: Words, leaf: number, after: Int32Array | null, limit: number, found: number[]): void {
  const count = words[leaf] ?? 0
  let place = after === null ? 0 : firstAfter(words, leaf, after)
  for (; place < count && found.length < limit; place++) found.push(words[leaf + 1 + place] ?? 0)
}

const isAfter = (words: Words, record: number, after: Int32Array | null): boolean =>
  after === null || compareIds(words, record, after, 0) > 0

/** How many records of a leaf do not come after the id. */
function firstAfter(words: Words, leaf: number, id: Int32Array): number {
  let [low, high] = [0, words[leaf] ?? 0]
  while (low < high) {
    const middle = (low + high) >> 1
    if (compareIds(words, words[leaf + 1 + middle] ?? 0, id, 0) > 0) high = middle
    else low = middle + 1
  }
  return low
}

/** The place of the leaf in which an id belongs: the last that does not begin after it. */
function leafPlace(words: Words, directory: number, id: Int32Array): number {
  let [low, high] = [0, -(words[directory] ?? 0)]
  while (low < high) {
    const middle = (low + high) >> 1
    const leaf = Atomics.load(words, directory + 1 + middle)
    if (compareIds(words, words[leaf + 1] ?? 0, id, 0) > 0) high = middle
    else low = middle + 1
  }
  return Math.max(0, low - 1)
}

/** Adds a record that is not in the list to which the word `at` leads; of one writer only. */
export function insertInto(arena: Arena, at: number, record: number): void {
  const { words } = arena
  const list = words[at] ?? 0
  if (list === 0) {
    Atomics.store(words, at, -record)
    return
  }
  const id = words.slice(record, record + 4)
  if (list < 0) {
    const isLast = compareIds(words, -list, id, 0) < 0
    Atomics.store(words, at, nodeOf(arena, isLast ? [-list, record] : [record, -list], 1))
    return
  }
  const count = words[list] ?? 0
  const directory = count < 0 ? list : 0
  const place = directory === 0 ? 0 : leafPlace(words, directory, id)
  const leaf = directory === 0 ? list : (words[directory + 1 + place] ?? 0)
  if ((words[leaf] ?? 0) < leafMax)
    Atomics.store(words, directory === 0 ? at : directory + 1 + place, widened(arena, leaf, id, record))
  else split(arena, at, { directory, place }, widened(arena, leaf, id, record))
  arena.retire(leaf, 1 + (words[leaf] ?? 0))
}

/** A leaf with one record more. */
function widened(arena: Arena, leaf: number, id: Int32Array, record: number): number {
  const { words } = arena
  const count = words[leaf] ?? 0
  const place = firstAfter(words, leaf, id)
  const next = arena.take(2 + count)
  words[next] = count + 1
  for (let index = 0; index < place; index++) words[next + 1 + index] = words[leaf + 1 + index] ?? 0
  words[next + 1 + place] = record
  for (let index = place; index < count; index++) words[next + 2 + index] = words[leaf + 1 + index] ?? 0
  return next
}

/** Two leaves instead of one, in a new directory. */
function split(
  arena: Arena,
  at: number,
  { directory, place }: { directory: number; place: number },
  full: number,
): void {
  const { words } = arena
  const records = [...words.subarray(full + 1, full + 1 + (words[full] ?? 0))]
  // Who comes in the order of the ids leaves full leaves behind.
  const middle = leafMax - leafMax / 4
  const two = [nodeOf(arena, records.slice(0, middle), 1), nodeOf(arena, records.slice(middle), 1)]
  const count = directory === 0 ? 1 : -(words[directory] ?? 0)
  const leaves = directory === 0 ? [0] : [...words.subarray(directory + 1, directory + 1 + count)]
  leaves.splice(place, 1, ...two)
  Atomics.store(words, at, nodeOf(arena, leaves, -1))
  if (directory !== 0) arena.retire(directory, 1 + count)
  arena.retire(full, 1 + records.length)
}

function nodeOf(arena: Arena, addresses: readonly number[], sign: 1 | -1): number {
  const node = arena.take(1 + addresses.length)
  arena.words[node] = sign * addresses.length
  for (let index = 0; index < addresses.length; index++) arena.words[node + 1 + index] = addresses[index] ?? 0
  return node
}

/** Makes a list of records, in any order, where there is none yet; of one writer only. */
export function fillList(arena: Arena, at: number, records: number[]): void {
  const { words } = arena
  if (records.length < 2) {
    Atomics.store(words, at, -(records[0] ?? 0))
    return
  }
  records.sort((one, other) => compareIds(words, one, words, other))
  const leaves: number[] = []
  // Room is left in each, so that the next who comes does not cut it in two.
  const size = records.length <= leafMax ? leafMax : leafMax - leafMax / 4
  for (let from = 0; from < records.length; from += size)
    leaves.push(nodeOf(arena, records.slice(from, from + size), 1))
  Atomics.store(words, at, leaves.length === 1 ? (leaves[0] ?? 0) : nodeOf(arena, leaves, -1))
}
