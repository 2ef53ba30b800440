import { capacitiesOffering, type Catalogue, type Role, type Service } from '#catalogue'
import { holdsAt, type Fact } from '#database'
import type { AssuranceLevel, Instant } from '#kernel'
import type { Basis, DenyReason, PermitReason, Right } from './answer.ts'
import type { PairFacts } from './pair-facts.ts'
import { representationsAt } from './representations.ts'
import { heldBackSince, isHeldBack, shortfallOf } from './standing.ts'
import { stoodInOffices } from './stand-ins.ts'

interface Asked {
  readonly catalogue: Catalogue
  readonly facts: PairFacts
  readonly at: Instant
}

type Timed = {
  fact_id: string
  valid_from: Instant
  valid_until: Instant | null
  recorded_at: Instant
  given_at?: Instant | null
}

/** R4: a right counts from its first moment to the one before its last. */
function outside(fact: Timed, at: Instant): DenyReason | null {
  if (at < fact.valid_from) return 'not-yet'
  return holdsAt(fact, at) ? null : 'expired'
}

/** R13: what was given before a liquidation or bankruptcy waits until somebody who represents the enterprise confirms it. */
function heldBack({ catalogue, facts, at }: Asked, fact: Timed): DenyReason | null {
  return isHeldBack(heldBackSince(catalogue, facts, at), fact) ? 'awaits-confirmation' : null
}

/** R5: a closed domain or capacity carries nothing. */
function closedDomain({ facts, at }: Asked, domain: string): DenyReason | null {
  return facts.domains.some((fact) => fact.domain === domain && holdsAt(fact, at)) ? null : 'domain-closed'
}

function closedCapacity(asked: Asked, capacity: string): DenyReason | null {
  const domain = asked.catalogue.capacities.get(capacity)?.domain
  if (domain === undefined) return 'capacity-closed'
  const open = asked.facts.capacities.some((fact) => fact.capacity === capacity && holdsAt(fact, asked.at))
  return closedDomain(asked, domain) ?? (open ? null : 'capacity-closed')
}

/** R3: a block of all groups covers memberships and roles, one of a group that membership; neither touches offices or representations. */
function blocked({ facts, at }: Asked, capacity: string | null): DenyReason | null {
  const blocks = facts.blocks.filter((fact) => holdsAt(fact, at))
  if (blocks.some((fact) => fact.capacity === '')) return 'blocked'
  return capacity !== null && blocks.some((fact) => fact.capacity === capacity) ? 'blocked-in-group' : null
}

/** A basis before the level at which it is used is known. */
type Ground = Omit<Basis, 'level'>

/** A fact with the right that it is. */
type Held = readonly [Right, Timed]

function basis(
  reason: PermitReason,
  capacity: string | null,
  [right, fact]: Held,
  hindrance: DenyReason | null,
): Ground {
  return { reason, right, capacity, factId: fact.fact_id, hindrance, until: fact.valid_until }
}

const right = (kind: Right['kind'], code: string, scope = ''): Right => ({ kind, code, scope })
const officeOf = (fact: Fact<'appointment'>): Held => [right('office', fact.office, fact.scope), fact]

/** The activated capacities, one basis each: what an office of the whole enterprise, or of one domain, reaches. */
function openCapacities(asked: Asked, domain?: string): string[] {
  return [...asked.catalogue.capacities.values()]
    .filter((capacity) => domain === undefined || capacity.domain === domain)
    .map((capacity) => capacity.code)
    .filter((code) => closedCapacity(asked, code) === null)
}

/** R6: an authorisation stands on its own dates, on its membership, and on a capacity that still offers the service. */
function byAuthorisation(asked: Asked, service: Service): Ground[] {
  if (service.openedBy === 'role') return []
  const offering = new Set(capacitiesOffering(asked.catalogue, service.code).map((capacity) => capacity.code))
  return asked.facts.authorisations
    .filter((fact) => fact.service === service.code && offering.has(fact.capacity))
    .map((fact) => {
      const memberships = asked.facts.memberships.filter((membership) => membership.fact_id === fact.membership_id)
      const member = memberships.some((membership) => holdsAt(membership, asked.at))
      const hindrance =
        outside(fact, asked.at) ??
        (member ? null : 'expired') ??
        heldBack(asked, fact) ??
        blocked(asked, fact.capacity) ??
        closedCapacity(asked, fact.capacity)
      return basis(
        'authorisation',
        fact.capacity,
        [right('authorisation', fact.service, fact.capacity), fact],
        hindrance,
      )
    })
}

function officeHindrance(asked: Asked, fact: Fact<'appointment'>): DenyReason | null {
  const time = outside(fact, asked.at)
  if (time !== null) return time
  const shortfall = shortfallOf(asked.catalogue, asked.facts, fact, asked.at)
  if (shortfall === 'awaits-confirmation') return shortfall
  if (fact.state === 'suspended' || shortfall === 'suspended-for-ground') return 'office-suspended'
  if (fact.office === 'access-manager') return closedDomain(asked, fact.scope)
  return fact.office === 'group-manager' ? closedCapacity(asked, fact.scope) : null
}

/** An office that has not been accepted carries nothing, and is no near miss either. */
function heldOffices({ facts }: Asked): Fact<'appointment'>[] {
  const exercised = [...facts.appointments, ...stoodInOffices(facts)]
  return exercised.filter((fact) => fact.state === 'active' || fact.state === 'suspended')
}

/** R7: chief and co-chiefs use every enterprise service of the activated capacities, access managers those of their domain, unless it must be given. */
function byOffice(asked: Asked, service: Service): Ground[] {
  if (service.openedBy === 'role' || service.mustBeGiven) return []
  return heldOffices(asked).flatMap((fact) => {
    if (fact.office === 'group-manager' || (fact.office === 'access-manager' && fact.scope !== service.domain))
      return []
    const hindrance = officeHindrance(asked, fact)
    return capacitiesOffering(asked.catalogue, service.code).map((capacity) =>
      basis('office', capacity.code, officeOf(fact), hindrance ?? closedCapacity(asked, capacity.code)),
    )
  })
}

/** R8: automatic rights rest on an active office, or on an unblocked, current membership of an activated capacity. */
function byAutomaticRight(asked: Asked, service: Service): Ground[] {
  const offices = heldOffices(asked)
    .filter((fact) => service.automaticFor.includes(fact.office))
    .flatMap((fact) => {
      const hindrance = officeHindrance(asked, fact)
      if (fact.office === 'group-manager') return [basis('automatic', fact.scope, officeOf(fact), hindrance)]
      const domain = fact.office === 'access-manager' ? fact.scope : undefined
      return [null, ...openCapacities(asked, domain)].map((capacity) =>
        basis('automatic', capacity, officeOf(fact), hindrance),
      )
    })
  if (!service.automaticFor.includes('user')) return offices
  const memberships = asked.facts.memberships.map((fact) =>
    basis(
      'automatic',
      fact.capacity,
      [right('membership', fact.capacity), fact],
      outside(fact, asked.at) ??
        heldBack(asked, fact) ??
        blocked(asked, fact.capacity) ??
        closedCapacity(asked, fact.capacity),
    ),
  )
  return [...offices, ...memberships]
}

/** R9: whatever is given to representatives is theirs while they represent. */
function byRepresentation(asked: Asked, given: boolean): Ground[] {
  if (!given) return []
  return representationsAt(asked.catalogue, asked.facts, asked.at).map((fact) =>
    basis('representation', null, [right('representation', fact.function_code), fact], null),
  )
}

/** R10: a role assignment stands while active, unblocked and in its dates; in the enterprise context its domain must be open too. */
function byRole(asked: Asked, role: Role): Basis[] {
  const domain = asked.catalogue.services.get(role.service)?.domain ?? ''
  return asked.facts.roles
    .filter((fact) => fact.role === role.code)
    .flatMap((fact) => {
      const context = role.contexts.find((candidate) => candidate.context === fact.context)
      if (!context) return []
      const hindrance =
        outside(fact, asked.at) ??
        heldBack(asked, fact) ??
        blocked(asked, null) ??
        (fact.state === 'stopped' ? 'role-stopped' : null) ??
        (fact.context === 'enterprise' ? closedDomain(asked, domain) : null)
      const held: Held = [right('role', fact.role, fact.context), fact]
      return [{ ...basis('role', null, held, hindrance), level: context.level }]
    })
}

const highest = (one: AssuranceLevel, other: AssuranceLevel): AssuranceLevel => (one > other ? one : other)

/** Every basis on which the person could use the service, standing or hindered. */
export function basesForService(asked: Asked, service: Service): Basis[] {
  const opening = [...asked.catalogue.roles.values()].filter(
    (role) => role.service === service.code && role.opensService && service.openedBy !== 'authorisation',
  )
  const grounds = [
    ...byRepresentation(asked, service.forRepresentatives),
    ...byOffice(asked, service),
    ...byAutomaticRight(asked, service),
    ...byAuthorisation(asked, service),
  ]
  return [
    ...grounds.map((ground) => ({ ...ground, level: service.level })),
    // A role is used at its own level, and never below that of the service it opens.
    ...opening
      .flatMap((role) => basesForRole(asked, role))
      .map((found) => ({ ...found, level: highest(found.level, service.level) })),
  ]
}

/** Every basis on which the person could hold the role itself; representatives hold theirs at the level of the enterprise context. */
export function basesForRole(asked: Asked, role: Role): Basis[] {
  const level = role.contexts.find(({ context }) => context === 'enterprise')?.level ?? asked.catalogue.strength.strong
  return [
    ...byRepresentation(asked, role.automaticForRepresentatives).map((ground) => ({ ...ground, level })),
    ...byRole(asked, role),
  ]
}
