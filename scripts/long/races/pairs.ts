import type { Deed, Family } from './deeds.ts'
import { together, type Needs } from './start.ts'

/** Two deeds in one kind of enterprise. */
export interface Variant {
  readonly one: Deed
  readonly other: Deed
  readonly needs: Needs
}

/** Two operations, and every way in which they can meet on the seat. */
export interface Pair {
  readonly name: string
  readonly variants: readonly Variant[]
}

/**
 * Every pair of operations, one with itself too. Who does them and what stands before are variants of the pair: where the two need
 * what cannot be at once, each finds its own; where nobody needs a candidate, one waits or none does.
 */
export function pairsOf({ deeds }: Family, withCandidate: boolean): Pair[] {
  const found = new Map<string, Variant[]>()
  for (const [index, one] of deeds.entries())
    for (const other of deeds.slice(index)) {
      const name = [one.code, other.code].toSorted().join(' and ')
      const needs = together(one.needs, other.needs)
      const starts: Needs[] =
        needs === null
          ? [
              { ...other.needs, ...one.needs },
              { ...one.needs, ...other.needs },
            ]
          : [needs]
      if (
        withCandidate &&
        needs !== null &&
        needs.candidate === undefined &&
        needs.account === undefined &&
        needs.power === undefined
      )
        starts.push({ ...needs, candidate: 'waits' })
      const variants = found.get(name) ?? []
      variants.push(...starts.map((start) => ({ one, other, needs: start })))
      found.set(name, variants)
    }
  return [...found].map(([name, variants]) => ({ name, variants }))
}
