import { allowed, refused, type CivilDay, type Ruling } from '#kernel'

/** A set as its meta.csv names it. */
export interface SetName {
  readonly type: 'full' | 'update'
  readonly number: number
  readonly snapshot: CivilDay
  readonly madeAt: string
}

export interface PastImport extends SetName {
  readonly state: 'waiting' | 'under-way' | 'done'
}

export type ImportRefusal =
  | 'no-full-set-yet'
  | 'already-applied'
  | 'older-than-applied'
  | 'out-of-order'
  | 'another-of-that-number'
  | 'unfinished'

/** What an import is measured against: the newest set applied whole, and one that is not yet. */
export interface Past {
  readonly last: PastImport | null
  readonly open: PastImport | null
}

const isSame = (a: SetName, b: SetName): boolean => a.type === b.type && a.number === b.number && a.madeAt === b.madeAt

/**
 * G5: sets are applied in the order of their numbers: first a full set, then each update once, the next after the last.
 * A newer full set may come at any time, also instead of one that was left unfinished.
 */
export function mayImport(set: SetName, { last, open }: Past, again: boolean): Ruling<ImportRefusal> {
  if (goesOn(set, open)) return allowed
  if (open && (set.type === 'update' || set.number <= open.number)) return refused('unfinished')
  if (!last) return set.type === 'full' ? allowed : refused('no-full-set-yet')
  if (set.number === last.number && set.madeAt !== last.madeAt) return refused('another-of-that-number')
  if (set.number === last.number) return again && set.type === last.type ? allowed : refused('already-applied')
  if (set.number < last.number || set.snapshot < last.snapshot) return refused('older-than-applied')
  if (set.type === 'update' && set.number !== last.number + 1) return refused('out-of-order')
  return allowed
}

/** G7: the same set goes on where it was stopped. */
export function goesOn(set: SetName, open: PastImport | null): boolean {
  return open !== null && isSame(open, set)
}

/** G6: a set by which more than one enterprise in a hundred would cease waits for the operator's word. */
export function waitsForWord(cessations: number, standing: number): boolean {
  return cessations * 100 > standing
}
