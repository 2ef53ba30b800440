import type { AssuranceLevel } from '#kernel'
import { reasons, type DenyReason, type PermitReason } from '#rights'
import type { CompiledCatalogue } from './compiled.ts'

const permitted = (reason: PermitReason): number => reasons.permit.indexOf(reason)
const denied = (reason: DenyReason): number => reasons.deny.indexOf(reason)
/** The places of reasons: the strongest, and the nearest, first. */
export const permit = {
  representation: permitted('representation'),
  office: permitted('office'),
  automatic: permitted('automatic'),
  authorisation: permitted('authorisation'),
  role: permitted('role'),
}
export const deny = {
  enterpriseUnknown: denied('enterprise-unknown'),
  actionUnknown: denied('action-unknown'),
  capacityUnknown: denied('capacity-unknown'),
  ceased: denied('enterprise-ceased'),
  stopped: denied('emergency-stop'),
  levelTooLow: denied('level-too-low'),
  blocked: denied('blocked'),
  blockedInGroup: denied('blocked-in-group'),
  awaitsConfirmation: denied('awaits-confirmation'),
  officeSuspended: denied('office-suspended'),
  domainClosed: denied('domain-closed'),
  capacityClosed: denied('capacity-closed'),
  roleStopped: denied('role-stopped'),
  notYet: denied('not-yet'),
  expired: denied('expired'),
  noRight: denied('no-right'),
}
export const noReason = reasons.permit.length

/** No hindrance. */
export const none = -1

/** What an index answers: the answer of `decide` without the facts on which it rests. */
export type IndexAnswer =
  | {
      readonly permit: true
      readonly reason: PermitReason
      readonly capacities: readonly string[]
      /** The lowest level of sign-in at which it stands. */
      readonly level: AssuranceLevel
      readonly concerned: boolean
    }
  | {
      readonly permit: false
      readonly reason: DenyReason
      readonly levelNeeded?: AssuranceLevel
      /** Whether the person is, or was, anything to the enterprise: whoever is not learns nothing about it (I4). */
      readonly concerned: boolean
    }

/** What an evaluation came to, in places. */
export interface Conclusion {
  /** The place of the permit's reason, or `none`. */
  readonly permit: number
  /** The place of the refusal's reason. */
  readonly deny: number
  /** The lowest level among the bases that stand, or among those that count where it is permitted. */
  readonly lowest: number
  readonly isConcerned: boolean
  /** In how many capacities the permit holds, and the place of one of them. */
  readonly holdsCount: number
  readonly holdsAt: number
  capacities(): readonly string[]
}

/** Refusals without more to say are the same each time. */
const refusals = [false, true].map((concerned) =>
  reasons.deny.map((reason) => Object.freeze({ permit: false as const, reason, concerned })),
)

/** By the level needed, and whether the person is anything to the enterprise. */
const tooLow: IndexAnswer[] = []

const nothing: readonly string[] = Object.freeze([])

/** A level is a number of fifties, 10 at most. */
const levelBits = 4

/** Tells conclusions. What is told often is the same object each time. */
export class Answers {
  readonly #compiled: CompiledCatalogue
  /** For each capacity and none, each reason and each level: filled, so that a place is found by its number alone. */
  readonly #permits: (IndexAnswer | undefined)[]

  constructor(compiled: CompiledCatalogue) {
    this.#compiled = compiled
    const places = ((compiled.capacities.length + 1) * reasons.permit.length) << levelBits
    this.#permits = Array.from({ length: places }, () => undefined)
  }

  of(concluded: Conclusion): IndexAnswer {
    if (concluded.permit !== none) return this.#permit(concluded)
    const { isConcerned } = concluded
    if (concluded.deny === deny.levelTooLow) return levelTooLow(concluded.lowest as AssuranceLevel, isConcerned)
    return refusals[isConcerned ? 1 : 0]?.[concluded.deny] ?? unheardOf()
  }

  /** Permits in one capacity, or for the enterprise as a whole, are few. */
  #permit(concluded: Conclusion): IndexAnswer {
    const { permit: place, lowest, holdsCount, holdsAt, isConcerned } = concluded
    if (holdsCount > 1 || !isConcerned) return this.#newPermit(concluded)
    const within = (holdsCount === 0 ? 0 : holdsAt + 1) * reasons.permit.length + place
    return (this.#permits[(within << levelBits) | (lowest / 50)] ??= Object.freeze(this.#newPermit(concluded)))
  }

  #newPermit(concluded: Conclusion): IndexAnswer {
    const { permit: place, lowest, isConcerned: concerned } = concluded
    const reason = reasons.permit[place] ?? unheardOf()
    return { permit: true, reason, capacities: this.#capacities(concluded), level: lowest as AssuranceLevel, concerned }
  }

  #capacities(concluded: Conclusion): readonly string[] {
    const { holdsCount, holdsAt } = concluded
    if (holdsCount === 0) return nothing
    return holdsCount === 1 ? (this.#compiled.alone[holdsAt] ?? nothing) : concluded.capacities()
  }
}

function levelTooLow(levelNeeded: AssuranceLevel, concerned: boolean): IndexAnswer {
  const place = levelNeeded / 50 + (concerned ? 1 << levelBits : 0)
  return (tooLow[place] ??= Object.freeze({ permit: false, reason: 'level-too-low', levelNeeded, concerned }))
}

function unheardOf(): never {
  throw new Error('The index answered with a reason that there is not')
}
