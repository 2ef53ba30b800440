/** What is asked of a proof. */
export interface Order {
  readonly count: number
  readonly seed: number
  /** What the proof must notice is done on purpose. */
  readonly plant: boolean
  readonly tell: (sentence: string) => void
}
