/** How the load comes: so many callers who each wait for their answer before they ask again, or so many questions a second whoever waits. */
export type Manner =
  | { readonly kind: 'closed'; readonly connections: number }
  /** Every question exactly once, for its answer. */
  | { readonly kind: 'once'; readonly connections: number }
  | { readonly kind: 'open'; readonly perSecond: number; readonly connections: number }

/** Requests as they go over the wire, and how many permits each answer must hold. */
export interface Requests {
  /** All requests behind each other. */
  readonly bytes: Uint8Array
  /** Where each ends. */
  readonly ends: Uint32Array
  /** How often the mark of a permit must stand in each answer; null: the answers are not compared. */
  readonly permits: Uint16Array | null
  /** What a permit looks like in an answer. */
  readonly mark: string
}

export interface Job {
  readonly port: number
  readonly manner: Manner
  readonly warmMs: number
  readonly measureMs: number
}

export interface LoadResult {
  readonly requests: number
  readonly perSecond: number
  readonly p50Us: number
  readonly p99Us: number
  readonly p999Us: number
  readonly mostUs: number
  /** Connections lost and answers other than 200. */
  readonly errors: number
  /** Answers that are not the expected ones. */
  readonly wrong: number
  /** How much of one core the load itself took: near 1 means that it was the bottleneck. */
  readonly ownCpu: number
}
