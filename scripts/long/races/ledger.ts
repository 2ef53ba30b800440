import { appendFileSync, existsSync, readFileSync, truncateSync } from 'node:fs'
import type { RawFound } from './raw.ts'

/** Some races of one pair: those between so many and so many. */
export interface Portion {
  readonly family: string
  readonly pair: string
  readonly from: number
  readonly upTo: number
}

/** What they came to. */
export interface Came {
  /** None where the two can never be at once. */
  readonly races: number
  readonly seconds: number
  /** What was wrong, with what repeats it. */
  readonly wrong: readonly { readonly said: string; readonly again: string }[]
  /** How often what came of it. */
  readonly outcomes: Readonly<Record<string, number>>
}

/** Everything that is known of one pair. */
export interface Tally extends Came {
  readonly upTo: number
}

type Line =
  | { readonly portion: Portion & Came }
  | { readonly anew: { readonly family: string; readonly pair: string } }
  | { readonly raw: RawFound }

const none: Tally = { upTo: 0, races: 0, seconds: 0, wrong: [], outcomes: {} }

/**
 * What has been raced, so that a run which is killed goes on where it was: one line of JSON for each portion, written when
 * the portion is over. Without a file it lasts as long as the process.
 */
export class Ledger {
  readonly #file: string | undefined
  readonly #tallies = new Map<string, Tally>()
  #raw: RawFound | null = null

  constructor(file?: string) {
    this.#file = file
    if (file === undefined || !existsSync(file)) return
    const text = readFileSync(file, 'utf8')
    // The process was killed while it wrote: that portion is raced again.
    const whole = text.slice(0, text.lastIndexOf('\n') + 1)
    if (whole.length < text.length) truncateSync(file, Buffer.byteLength(whole))
    for (const line of whole.split('\n').filter((one) => one !== '')) this.#take(JSON.parse(line) as Line)
  }

  /** What the attempts past the application's checks came to; null before them. */
  get raw(): RawFound | null {
    return this.#raw
  }

  of(family: string, pair: string): Tally {
    return this.#tallies.get(keyOf(family, pair)) ?? none
  }

  add(portion: Portion, came: Came): void {
    this.#write({ portion: { ...portion, ...came } })
  }

  addRaw(raw: RawFound): void {
    this.#write({ raw })
  }

  /** All of it as a file that says the same: one line for each pair, in which the outcomes of its races are left out. */
  compact(): string {
    const lines: Line[] = [...this.#tallies].map(([key, tally]) => {
      const [family, pair] = JSON.parse(key) as [string, string]
      return { portion: { ...tally, family, pair, from: 0, seconds: Math.round(tally.seconds), outcomes: {} } }
    })
    if (this.#raw !== null) lines.push({ raw: this.#raw })
    return lines.map((line) => `${JSON.stringify(line)}\n`).join('')
  }

  /** Nothing of the pair counts any more. */
  anew(family: string, pair: string): void {
    this.#write({ anew: { family, pair } })
  }

  #write(line: Line): void {
    if (this.#file !== undefined) appendFileSync(this.#file, `${JSON.stringify(line)}\n`)
    this.#take(line)
  }

  #take(line: Line): void {
    if ('raw' in line) this.#raw = line.raw
    else if ('anew' in line) this.#tallies.delete(keyOf(line.anew.family, line.anew.pair))
    else {
      const { family, pair, upTo, races, seconds, wrong, outcomes } = line.portion
      const before = this.of(family, pair)
      const all: Record<string, number> = { ...before.outcomes }
      for (const [outcome, times] of Object.entries(outcomes)) all[outcome] = (all[outcome] ?? 0) + times
      this.#tallies.set(keyOf(family, pair), {
        upTo,
        races: before.races + races,
        seconds: before.seconds + seconds,
        wrong: [...before.wrong, ...wrong],
        outcomes: all,
      })
    }
  }
}

const keyOf = (family: string, pair: string): string => JSON.stringify([family, pair])

/** How often every pair has been raced before any is raced more. */
export function stepsTo(runs: number): number[] {
  const steps = [50, 200]
  for (let step = 500; step < runs; step += 500) steps.push(step)
  return [...steps.filter((step) => step < runs), runs]
}

/** What is raced next: the first pair that lacks the first step; null when nothing is left. */
export function nextOf(
  ledger: Ledger,
  pairs: readonly { readonly family: string; readonly pair: string }[],
  runs: number,
): Portion | null {
  for (const step of stepsTo(runs))
    for (const { family, pair } of pairs) {
      const from = ledger.of(family, pair).upTo
      if (from < step) return { family, pair, from, upTo: step }
    }
  return null
}
