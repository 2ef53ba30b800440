import type { View } from '#database'
import type { Words } from '#decision-index'
import type { Client } from '#decisions'
import type { Instant } from '#kernel'

/** How far an index is, as the one thread that follows the store tells the others. Nothing in it is changed any more. */
export interface Standing {
  /** Another number for each index that was built. */
  readonly life: number
  readonly words: Words
  readonly view: View
  /** When it was known to hold everything, on the clock that nobody sets, and on the one that decides. */
  readonly asOfMs: number
  readonly asOf: Instant
  /** The newest moment that was recorded then (D2). */
  readonly newest: Instant
  /** How often this process had written before. */
  readonly writes: number
  /** Who may ask, by the SHA-256 of their token in hexadecimal; the same object as long as nothing changes. */
  readonly clients: ReadonlyMap<string, Client & { readonly endedAt: Instant | null }>
}

/** The oldest that an answer of the index may be. */
export const freshMs = 1000
