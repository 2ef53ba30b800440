import { inSnapshot, type Reader, type Store } from '#database'

/** Reads in one view of the store, and nothing else: the reader is dead when the work is over. */
export type InSnapshot = <T>(work: (reader: Reader) => Promise<T>) => Promise<T>

/** D1: every read of one question sees one moment of the store. */
export const snapshotsOf =
  (store: Store): InSnapshot =>
  (work) =>
    inSnapshot(store, work)
