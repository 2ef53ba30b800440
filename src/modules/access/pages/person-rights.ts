import type { Catalogue } from '#catalogue'
import type { AssuranceLevel, EnterpriseId, Instant, PersonId } from '#kernel'
import {
  decide,
  type Answer,
  type Basis,
  type DenyReason,
  type PairFacts,
  type PermitReason,
  type Right,
} from '#rights'

/** One line of what a person may do: a service, on one ground. */
export interface RightLine {
  readonly service: string
  readonly reason: PermitReason
  readonly right: Right
  /** What carries it: an authorisation, office, membership, role assignment or representation. */
  readonly factId: string
  /** null among them: for the enterprise as a whole. */
  readonly capacities: readonly (string | null)[]
  readonly until: Instant | null
  readonly level: AssuranceLevel
}

/** A right that is there and does not count now. */
export interface HinderedLine extends RightLine {
  readonly hindrance: DenyReason
}

export interface PersonRights {
  readonly allowed: readonly RightLine[]
  /** Only with a level asked: what stands and asks a stronger sign-in. */
  readonly tooLow: readonly RightLine[]
  readonly hindered: readonly HinderedLine[]
  /** Every service of the catalogue that none of these lines names. */
  readonly without: readonly string[]
}

export interface Asked {
  readonly catalogue: Catalogue
  readonly facts: PairFacts
  readonly person: PersonId
  readonly enterprise: EnterpriseId
  readonly at: Instant
  /** The level of the sign-in; the highest when the question is what somebody may do at all. */
  readonly level: AssuranceLevel
  /** Only rights in these capacities; null: all, those of the enterprise as a whole too. */
  readonly capacities: ReadonlySet<string> | null
}

/** The bases on one fact are one line, by the strongest of them: an office that reaches five groups is told once. */
function lines(service: string, bases: readonly Basis[]): RightLine[] {
  const grounds = Map.groupBy(bases, ({ factId, hindrance }) => `${factId} ${hindrance}`)
  return [...grounds.values()].flatMap((same) => {
    const [first] = same
    if (!first) return []
    const { reason, right, factId, until, level } = first
    return [{ service, reason, right, factId, until, level, capacities: same.map(({ capacity }) => capacity) }]
  })
}

/** One answer where everything is asked, one for each capacity where only some are: only a basis in it counts then. */
function answers(asked: Asked, service: string): Answer[] {
  const { catalogue, facts, person, enterprise, at, level, capacities } = asked
  const question = { person, enterprise, action: { kind: 'service' as const, code: service }, level, at }
  if (capacities === null) return [decide(catalogue, facts, question)]
  return [...capacities].map((capacity) => decide(catalogue, facts, { ...question, capacity }))
}

const named: ReadonlySet<DenyReason> = new Set<DenyReason>([
  'blocked',
  'blocked-in-group',
  'office-suspended',
  'domain-closed',
  'capacity-closed',
  'role-stopped',
  'not-yet',
])

/** What an office would reach in a group that is not active has been given to nobody. */
const isOutOfReach = (hindrance: DenyReason, reason: PermitReason): boolean =>
  reason === 'office' && (hindrance === 'domain-closed' || hindrance === 'capacity-closed')

/** Everything a person may do for an enterprise and why, by the one function that decides. */
export function rightsOf(asked: Asked): PersonRights {
  const allowed: RightLine[] = []
  const tooLow: RightLine[] = []
  const hindered: HinderedLine[] = []
  const without: string[] = []
  for (const { code } of asked.catalogue.services.values()) {
    const given = answers(asked, code)
    const permitted = given.flatMap((answer) => (answer.permit ? answer.bases : []))
    const weak = given.flatMap((answer) => (!answer.permit && answer.reason === 'level-too-low' ? answer.bases : []))
    const held = given
      .flatMap((answer) => (answer.permit ? [] : answer.bases))
      .filter(({ hindrance, reason }) => hindrance !== null && named.has(hindrance) && !isOutOfReach(hindrance, reason))
    allowed.push(...lines(code, permitted))
    if (permitted.length === 0) tooLow.push(...lines(code, weak))
    for (const [hindrance, bases] of Map.groupBy(held, (basis) => basis.hindrance)) {
      if (hindrance !== null) hindered.push(...lines(code, bases).map((line) => ({ ...line, hindrance })))
    }
    if (permitted.length + weak.length + held.length === 0) without.push(code)
  }
  return { allowed, tooLow, hindered, without }
}

/** The services that are permitted before and no longer after, and those that stay. */
export function servicesLost(asked: Asked, after: PairFacts): { lost: string[]; kept: string[] } {
  const before = new Set(rightsOf(asked).allowed.map(({ service }) => service))
  const still = new Set(rightsOf({ ...asked, facts: after }).allowed.map(({ service }) => service))
  return { lost: [...before].filter((code) => !still.has(code)), kept: [...before].filter((code) => still.has(code)) }
}
