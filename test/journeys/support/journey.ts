import type { Browser } from 'playwright-core'
import type { Thoroughness } from './look.ts'

/** What a journey gets: the browser, how closely it looks, and a place for its figures. */
export interface Traveller {
  readonly browser: Browser
  readonly look: Thoroughness
  /** Takes the guide's pictures anew that are out of date; else that is a fault. */
  readonly renewsGuide?: boolean
  /** Prints a line about what was seen. */
  readonly tell: (line: string) => void
}

/** One walk through the product from outside, on a server of its own; it throws at the first thing that is not as it must be. */
export interface Journey {
  readonly name: string
  /** Part of the brief run, with all other tests; the others only run by themselves. */
  readonly brief: boolean
  run(traveller: Traveller): Promise<void>
}
