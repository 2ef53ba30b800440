import { makeEnterpriseNumber, makeEstablishmentNumber } from '#kernel'
import { Dice, mix } from './chance.ts'

/** A day as whole days since 1970. */
export type Day = number

const dayMs = 86_400_000

export function dayNumber(year: number, month: number, day: number): Day {
  return Date.UTC(year, month - 1, day) / dayMs
}

const written = new Map<Day, string>()

/** 'YYYY-MM-DD'. */
export function isoDay(day: Day): string {
  return new Date(day * dayMs).toISOString().slice(0, 10)
}

/** 'dd-mm-yyyy', as the register publishes days. */
export function registerDay(day: Day): string {
  const known = written.get(day)
  if (known !== undefined) return known
  const [year, month, date] = isoDay(day).split('-')
  const text = `${date}-${month}-${year}`
  written.set(day, text)
  return text
}

/** The day of the full set: the Saturday before the first Sunday of a month, as published. */
export const fullSnapshot: Day = dayNumber(2026, 10, 3)
/** The number of the full set; updates count on from it. */
export const fullExtract = 140
/** Update sets follow each other by weeks. */
export const daysBetweenSets = 7

export function snapshotOf(extract: number): Day {
  return fullSnapshot + (extract - fullExtract) * daysBetweenSets
}

/** A run of sequences that the register gave out in some years. `from` and `to` are sequences without check digits. */
type Run = { from: number; to: number; share: number; since: Day; until: Day; bend: number }

/** About how Belgium's numbers lie; the first run holds public bodies. Shares add up to one. */
const runs: readonly Run[] = [
  { from: 2_000_000, to: 2_999_999, share: 0.008, since: dayNumber(1900, 1, 2), until: dayNumber(1985, 1, 1), bend: 1 },
  {
    from: 4_000_000,
    to: 4_799_999,
    share: 0.26,
    since: dayNumber(1920, 1, 2),
    until: dayNumber(2003, 6, 1),
    bend: 0.4,
  },
  { from: 5_000_000, to: 5_799_999, share: 0.08, since: dayNumber(2012, 1, 2), until: dayNumber(2014, 12, 1), bend: 1 },
  { from: 6_300_000, to: 6_899_999, share: 0.14, since: dayNumber(2014, 6, 2), until: dayNumber(2017, 12, 1), bend: 1 },
  { from: 7_000_000, to: 7_999_999, share: 0.28, since: dayNumber(2017, 9, 1), until: dayNumber(2023, 3, 1), bend: 1 },
  { from: 8_000_000, to: 8_999_999, share: 0.16, since: dayNumber(2003, 7, 1), until: dayNumber(2012, 6, 1), bend: 1 },
  { from: 10_000_000, to: 10_340_000, share: 0.072, since: dayNumber(2023, 2, 1), until: fullSnapshot, bend: 1 },
]

/** Sequences that the full set leaves free: for enterprises that ceased before it, and for those founded after it. */
export const goneBefore = 3_900_000
export const foundedAfter = 10_400_000
export const establishmentsAfter = 23_850_000
export const branchesAfter = 90_900_000

export type Numbered = { readonly number: string; readonly started: Day }

/** The numbers of `n` enterprises in rising order, each calculated from its place alone. */
export class EnterpriseNumbers {
  readonly #ends: number[] = []
  readonly #seed: number

  constructor(n: number, seed: number) {
    let share = 0
    for (const run of runs) {
      share += run.share
      this.#ends.push(Math.min(n, Math.round(n * share)))
    }
    this.#ends[this.#ends.length - 1] = n
    this.#seed = seed
  }

  /** How many public bodies there are: the first places. */
  get publicBodies(): number {
    return this.#ends[0] ?? 0
  }

  at(i: number): Numbered {
    const runIndex = this.#ends.findIndex((end) => i < end)
    const run = runs[runIndex]
    if (run === undefined) throw new RangeError(`there is no enterprise ${i}`)
    const begin = runIndex === 0 ? 0 : (this.#ends[runIndex - 1] ?? 0)
    const count = (this.#ends[runIndex] ?? 0) - begin
    const dice = new Dice(mix(this.#seed, i))
    const number = makeEnterpriseNumber(spread(run.from + 1, run.to, i - begin, count, dice))
    const position = ((i - begin + dice.next()) / count) ** run.bend
    const day = run.since + Math.floor(position * (run.until - run.since)) + dice.between(-200, 0)
    return { number, started: Math.max(run.since - 1, day) }
  }
}

/** The i-th of `count` rising sequences between two bounds, with gaps of uneven width. */
export function spread(from: number, to: number, i: number, count: number, dice: Dice): number {
  const step = (to - from) / count
  return from + Math.floor(i * step) + dice.below(Math.max(1, Math.floor(step)))
}

/** 9 and nine digits, of which the last two check the first eight as in an enterprise number. */
export function branchNumber(sequence: number): string {
  return `${sequence}${String(97 - (sequence % 97)).padStart(2, '0')}`
}

export function establishmentNumber(sequence: number): string {
  return makeEstablishmentNumber(sequence)
}

export function enterpriseNumber(sequence: number): string {
  return makeEnterpriseNumber(sequence)
}

/** '0123.456.749' for an enterprise, '2.175.653.085' for an establishment or a branch. */
export function dotted(number: string): string {
  const first = number.charAt(0) > '1' ? 1 : 4
  const middle = first === 1 ? `${number.slice(1, 4)}.${number.slice(4, 7)}` : number.slice(4, 7)
  return `${number.slice(0, first)}.${middle}.${number.slice(7)}`
}
