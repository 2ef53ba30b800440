import type { Catalogue } from '#catalogue'
import { holdsAt, type Fact, type OfficeCode } from '#database'
import type { Instant } from '#kernel'
import { representationsAt } from './bases.ts'
import type { PairFacts } from './pair-facts.ts'

/** From the highest to the lowest: a block is lifted by the same or a higher one. */
export const ranks = [
  'legal-representative',
  'chief-access-manager',
  'co-chief-access-manager',
  'access-manager',
  'group-manager',
] as const
export type Rank = (typeof ranks)[number]

/** The fact under which somebody acts, and its rank. */
export interface Power {
  readonly rank: Rank
  readonly factId: string
  /** '' for the enterprise, a domain, or a capacity. */
  readonly scope: string
}

/** What somebody is to an enterprise at a moment. */
export interface Authority {
  /** True for whoever represents it, holds or is offered an office in it, or is a user of it at that moment. */
  readonly known: boolean
  readonly representations: readonly Fact<'representation'>[]
  /** Offices held and active, and representations: highest first. */
  readonly powers: readonly Power[]
}

/** U1: powers rest on a representation that empowers, or on an active office; a suspended or unaccepted office gives none. */
export function authorityAt(catalogue: Catalogue, facts: PairFacts, at: Instant): Authority {
  const representations = representationsAt(catalogue, facts, at)
  const offices = facts.appointments.filter((fact) => fact.state === 'active' && holdsAt(fact, at))
  const powers: Power[] = [
    ...representations.map((fact) => ({ rank: 'legal-representative' as const, factId: fact.fact_id, scope: '' })),
    ...offices.map((fact) => ({ rank: fact.office, factId: fact.fact_id, scope: fact.scope })),
  ]
  powers.sort((one, other) => ranks.indexOf(one.rank) - ranks.indexOf(other.rank))
  const known =
    representations.length > 0 ||
    facts.appointments.some((fact) => holdsAt(fact, at)) ||
    facts.memberships.some((fact) => holdsAt(fact, at))
  return { known, representations, powers }
}

/** The power by which somebody manages the whole enterprise: chief or co-chief. */
export function enterprisePower(authority: Authority): Power | undefined {
  return authority.powers.find(({ rank }) => rank === 'chief-access-manager' || rank === 'co-chief-access-manager')
}

/** U2: a domain is managed by chief, co-chiefs and its access manager. */
export function domainPower(authority: Authority, domain: string): Power | undefined {
  return (
    enterprisePower(authority) ??
    authority.powers.find(({ rank, scope }) => rank === 'access-manager' && scope === domain)
  )
}

/** U3: a group is managed by whoever manages its domain, and by its group manager. */
export function groupPower(authority: Authority, catalogue: Catalogue, capacity: string): Power | undefined {
  const domain = catalogue.capacities.get(capacity)?.domain
  if (domain === undefined) return undefined
  return (
    domainPower(authority, domain) ??
    authority.powers.find(({ rank, scope }) => rank === 'group-manager' && scope === capacity)
  )
}

/** The power that the catalogue's list of appointing or withdrawing offices asks, within the scope of the office. */
export function powerOver(
  authority: Authority,
  catalogue: Catalogue,
  office: { office: OfficeCode; scope: string },
  by: readonly Rank[],
): Power | undefined {
  const domain = office.office === 'group-manager' ? catalogue.capacities.get(office.scope)?.domain : office.scope
  return authority.powers.find(
    ({ rank, scope }) =>
      by.includes(rank) && (rank !== 'access-manager' || scope === domain) && rank !== 'group-manager',
  )
}

/** True when the first is the same as or higher than the second. */
export function atLeastAs(one: Rank, other: Rank): boolean {
  return ranks.indexOf(one) <= ranks.indexOf(other)
}
