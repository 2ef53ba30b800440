import type { Catalogue } from '#catalogue'
import { holdsAt, type Fact } from '#database'
import type { AssuranceLevel } from '#kernel'
import { denyReasons, permitReasons, type Answer, type Basis, type DenyReason, type Question } from './answer.ts'
import { basesForRole, basesForService } from './bases.ts'
import type { PairFacts } from './pair-facts.ts'

interface Target {
  readonly afterCessation: boolean
  readonly bases: Basis[]
}

function target(catalogue: Catalogue, facts: PairFacts, question: Question): Target | null {
  const asked = { catalogue, facts, at: question.at }
  const { kind, code } = question.action
  const role = kind === 'role' ? catalogue.roles.get(code) : undefined
  const service = catalogue.services.get(kind === 'role' ? (role?.service ?? '') : code)
  if (!service) return null
  return {
    afterCessation: service.afterCessation,
    bases: role ? basesForRole(asked, role) : basesForService(asked, service),
  }
}

const deny = (reason: DenyReason, bases: readonly Basis[] = []): Answer => ({ permit: false, reason, bases })

/** The hindrance that stands nearest to a permit: the first in the order of denyReasons. */
function nearest(bases: readonly Basis[]): DenyReason {
  return denyReasons.find((reason) => bases.some((basis) => basis.hindrance === reason)) ?? 'no-right'
}

function lowestLevel(bases: readonly Basis[]): AssuranceLevel {
  return bases.reduce<AssuranceLevel>((lowest, { level }) => (level < lowest ? level : lowest), 500)
}

/** R1: an enterprise has ceased by its status, or by a juridical situation with that effect. */
export function hasCeased(
  catalogue: Catalogue,
  record: Pick<Fact<'enterprise_record'>, 'status' | 'situation'>,
): boolean {
  const effect = catalogue.juridicalSituations.get(record.situation)?.effect
  return record.status === 'ceased' || effect === 'after-cessation-only'
}

/**
 * May this person do this for this enterprise, at this moment? (product.md, Decisions.)
 * Pure: the same facts, catalogue and question give the same answer, on any day asked about.
 */
export function decide(catalogue: Catalogue, facts: PairFacts, question: Question): Answer {
  const record = facts.records.find((fact) => holdsAt(fact, question.at))
  if (!record) return deny('enterprise-unknown')
  const found = target(catalogue, facts, question)
  if (!found) return deny('action-unknown')
  if (question.capacity !== undefined && !catalogue.capacities.has(question.capacity)) return deny('capacity-unknown')
  if (hasCeased(catalogue, record) && !found.afterCessation) return deny('enterprise-ceased')
  // R2: an emergency stop closes everything that is done in the enterprise's name.
  if (facts.stops.some((fact) => holdsAt(fact, question.at))) return deny('emergency-stop')
  const bases = found.bases.filter((basis) => question.capacity === undefined || basis.capacity === question.capacity)
  const standing = bases.filter((basis) => basis.hindrance === null)
  if (standing.length === 0) return deny(nearest(bases), bases)
  const level = question.level ?? 0
  const counting = standing.filter((basis) => basis.level <= level)
  const reason = permitReasons.find((candidate) => counting.some((basis) => basis.reason === candidate))
  // R11: a level too low is told only to somebody whose right stands.
  if (reason === undefined) {
    return { permit: false, reason: 'level-too-low', levelNeeded: lowestLevel(standing), bases: standing }
  }
  const capacities = [
    ...new Set(counting.flatMap((basis) => (basis.capacity === null ? [] : [basis.capacity]))),
  ].toSorted()
  return { permit: true, reason, capacities, bases: counting }
}
