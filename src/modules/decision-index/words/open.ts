import type { Words } from './arena.ts'
import { enterpriseHead, entryKind, noEnd, what, wordsOf } from './layout.ts'

/** Domains and capacities with smaller numbers have a bit. The catalogue is learned first, so that theirs are the first ones. */
const [domainsMost, capacitiesMost] = [32, 64]

/** Before every unit of time. */
const always = -0x7fffffff

/**
 * Writes at the head of an enterprise's block what its activations come to in the end: which domains and capacities are open without
 * an end, and since when nothing about that changes any more. A question about a later moment need not look through them.
 */
export function summarise(words: Words, block: number): void {
  let [since, domains, low, high] = [always, 0, 0, 0]
  let at = block + enterpriseHead.words
  for (let left = (words[block] ?? 0) & 0xffff; left > 0; left--) {
    const detail = words[at + 4] ?? 0
    const kind = what.kind(detail)
    if (kind >= entryKind.domain) {
      const number = (words[at] ?? 0) & 0xffff
      const until = words[at + 2] ?? 0
      // Without a bit of its own it must be looked for, always.
      const hasBit = number < (kind === entryKind.domain ? domainsMost : capacitiesMost)
      since = Math.max(since, hasBit ? (words[at + 1] ?? 0) : noEnd, hasBit && until !== noEnd ? until : always)
      if (until === noEnd && hasBit) {
        if (kind === entryKind.domain) domains |= 1 << number
        else if (number < 32) low |= 1 << number
        else high |= 1 << (number & 31)
      }
    }
    at += wordsOf(detail)
  }
  words[block + enterpriseHead.since] = since
  words[block + enterpriseHead.domains] = domains
  words[block + enterpriseHead.capacities] = low
  words[block + enterpriseHead.capacities + 1] = high
}

/** Whether the head of a block says everything about what is open in a unit of time. */
export const isSummarised = (words: Words, block: number, unit: number): boolean =>
  unit > (words[block + enterpriseHead.since] ?? noEnd)

/** By what the head says: the domain of that number. */
export const isDomainOpen = (words: Words, block: number, number: number): boolean =>
  number >= 0 && number < domainsMost && (((words[block + enterpriseHead.domains] ?? 0) >>> number) & 1) === 1

/** By what the head says: the capacity of that number. */
export const isCapacityOpen = (words: Words, block: number, number: number): boolean =>
  number >= 0 &&
  number < capacitiesMost &&
  (((words[block + enterpriseHead.capacities + (number >> 5)] ?? 0) >>> (number & 31)) & 1) === 1
