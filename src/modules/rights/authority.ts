import type { Catalogue } from '#catalogue'
import { holdsAt, type Fact, type OfficeCode } from '#database'
import type { Instant } from '#kernel'
import type { PairFacts } from './pair-facts.ts'
import { representationsAt } from './representations.ts'
import { shortfallOf, type Shortfall } from './standing.ts'
import { stoodInOffices } from './stand-ins.ts'

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
  /** A31: exercised for its holder, who has this appointment; until the stand-in ends. */
  readonly standIn?: { readonly appointment: string; readonly until: Instant }
  /** R12: of a chief whose ground has ended: it neither appoints nor gives to its holder. */
  readonly limited?: true
}

/** What somebody is to an enterprise at a moment. */
export interface Authority {
  /** True for whoever represents it, holds, stands in for or is offered an office in it, or is a user of it at that moment. */
  readonly known: boolean
  readonly representations: readonly Fact<'representation'>[]
  /** Representations, and offices that are active, held or stood in for: highest first, of the same rank one's own first. */
  readonly powers: readonly Power[]
  /** R12, R13: why an active office of theirs gives no power, or not all of it; absent when each gives all. */
  readonly lacking?: 'awaits-confirmation' | 'ground-lost'
}

/** U1: powers rest on a representation that empowers, or on an active office; a suspended or unaccepted office gives none. */
export function authorityAt(catalogue: Catalogue, facts: PairFacts, at: Instant): Authority {
  const representations = representationsAt(catalogue, facts, at)
  const exercised = [...facts.appointments, ...stoodInOffices(facts)]
    .filter((fact) => fact.state === 'active' && holdsAt(fact, at))
    .map((fact) => ({ fact, shortfall: shortfallOf(catalogue, facts, fact, at) }))
  const powers: Power[] = [
    ...representations.map((fact) => ({ rank: 'legal-representative' as const, factId: fact.fact_id, scope: '' })),
    ...exercised.flatMap(({ fact, shortfall }) => powerOf(facts, fact, shortfall, at)),
  ]
  powers.sort((one, other) => ranks.indexOf(one.rank) - ranks.indexOf(other.rank))
  const known =
    representations.length > 0 ||
    facts.appointments.some((fact) => holdsAt(fact, at)) ||
    facts.standIns.some((fact) => holdsAt(fact, at)) ||
    facts.memberships.some((fact) => holdsAt(fact, at))
  const shortfalls = exercised.map(({ shortfall }) => shortfall).filter((shortfall) => shortfall !== null)
  if (shortfalls.length === 0) return { known, representations, powers }
  const lacking = shortfalls.includes('awaits-confirmation') ? 'awaits-confirmation' : 'ground-lost'
  return { known, representations, powers, lacking }
}

/** The power of an active office: none while it awaits confirmation (R13) or is suspended (R12); A31 of a stand-in too. */
function powerOf(facts: PairFacts, fact: Fact<'appointment'>, shortfall: Shortfall | null, at: Instant): Power[] {
  if (shortfall !== null && shortfall !== 'ground-lost') return []
  const power = { rank: fact.office, factId: fact.fact_id, scope: fact.scope }
  const standIn = facts.standIns.find((one) => one.fact_id === fact.fact_id && holdsAt(one, at))
  if (!standIn) return [shortfall === null ? power : { ...power, limited: true }]
  const { appointment, valid_until } = standIn
  return [{ ...power, standIn: { appointment, until: valid_until ?? standIn.ends_at } }]
}

/** Which of several powers somebody acts by: the highest, unless an own one is preferred. */
interface Choice {
  /** X15: what is given by an own office does not end with a stand-in. */
  readonly ownFirst?: boolean
}

function chosen(authority: Authority, fits: (power: Power) => boolean, { ownFirst }: Choice = {}): Power | undefined {
  const own = ownFirst ? authority.powers.find((power) => power.standIn === undefined && fits(power)) : undefined
  return own ?? authority.powers.find(fits)
}

const ofEnterprise = ({ rank }: Power): boolean => rank === 'chief-access-manager' || rank === 'co-chief-access-manager'
const ofDomain =
  (domain: string) =>
  (power: Power): boolean =>
    ofEnterprise(power) || (power.rank === 'access-manager' && power.scope === domain)

/** The power by which somebody manages the whole enterprise: chief or co-chief. */
export function enterprisePower(authority: Authority): Power | undefined {
  return chosen(authority, ofEnterprise)
}

/** U2: a domain is managed by chief, co-chiefs and its access manager. */
export function domainPower(authority: Authority, domain: string): Power | undefined {
  return chosen(authority, ofDomain(domain))
}

/** U3: a group is managed by whoever manages its domain, and by its group manager. */
export function groupPower(
  authority: Authority,
  catalogue: Catalogue,
  capacity: string,
  choice?: Choice,
): Power | undefined {
  const domain = catalogue.capacities.get(capacity)?.domain
  if (domain === undefined) return undefined
  const manages = ofDomain(domain)
  const fits = (power: Power) => manages(power) || (power.rank === 'group-manager' && power.scope === capacity)
  return chosen(authority, fits, choice)
}

/**
 * The power that the catalogue's list of appointing or withdrawing offices asks, within the scope of the office. A31: a stand-in
 * appoints to no office; `standIns` is for what takes away.
 */
export function powerOver(
  authority: Authority,
  catalogue: Catalogue,
  office: { office: OfficeCode; scope: string },
  by: readonly Rank[],
  { standIns = false }: { readonly standIns?: boolean } = {},
): Power | undefined {
  const domain = office.office === 'group-manager' ? catalogue.capacities.get(office.scope)?.domain : office.scope
  const fits = ({ rank, scope }: Power) =>
    by.includes(rank) && (rank !== 'access-manager' || scope === domain) && rank !== 'group-manager'
  return authority.powers.find((power) => fits(power) && (standIns || power.standIn === undefined))
}

/** True when the first is the same as or higher than the second. */
export function atLeastAs(one: Rank, other: Rank): boolean {
  return ranks.indexOf(one) <= ranks.indexOf(other)
}
