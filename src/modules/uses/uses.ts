import { dayOf, endOfDay, startOfDay, type CivilDay, type EnterpriseId, type Instant, type PersonId } from '#kernel'
import type { Right } from '#rights'

/** Somebody used a right that they have for an enterprise, on a day of the catalogue's zone. */
export interface Use {
  readonly enterprise: EnterpriseId
  readonly person: PersonId
  readonly right: Right
  readonly day: CivilDay
}

/** So many are kept until they are written: those of a minute, and of the minutes in which the store could not be written. */
const usesMost = 500_000

/** By which one right is told from another. */
export const keyOf = ({ enterprise, person, right: { kind, code, scope } }: Use): string =>
  [enterprise, person, kind, code, scope].join(' ')

/** Uses that wait to be written: of each right the newest day. */
export class Uses {
  readonly #zone: () => string
  readonly #most: number
  readonly #waiting = new Map<string, Use>()
  #today: { readonly day: CivilDay; readonly zone: string; readonly from: Instant; readonly until: Instant } | null =
    null

  /** `zone`: that of the catalogue, in which days begin and end. */
  constructor(zone: () => string, most: number = usesMost) {
    this.#zone = zone
    this.#most = most
  }

  /** The day of a moment; of one on the same day as the last it is known already. */
  dayAt(moment: Instant): CivilDay {
    const zone = this.#zone()
    const today = this.#today
    if (today !== null && today.zone === zone && today.from <= moment && moment < today.until) return today.day
    const day = dayOf(moment, zone)
    this.#today = { day, zone, from: startOfDay(day, zone), until: endOfDay(day, zone) }
    return day
  }

  /** Y1, Y2. */
  note(use: Use): void {
    const key = keyOf(use)
    const known = this.#waiting.get(key)
    if (known === undefined ? this.#waiting.size < this.#most : known.day < use.day) this.#waiting.set(key, use)
  }

  /** Up to so many of what was noted and not taken yet. */
  take(limit: number): Use[] {
    const taken: Use[] = []
    for (const [key, use] of this.#waiting) {
      if (taken.length === limit) break
      taken.push(use)
      this.#waiting.delete(key)
    }
    return taken
  }
}
