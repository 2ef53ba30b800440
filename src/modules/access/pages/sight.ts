import type { Capacity } from '#catalogue'
import { holdsAt } from '#database'
import type { PersonId } from '#kernel'
import type { View } from '#operations'
import { groupPower, hasCeased } from '#rights'
import { ownWholePower } from '../group.ts'

/** I1: what somebody sees of the users of an enterprise; `capacities` null: all of them. */
export interface Sight {
  readonly capacities: ReadonlySet<string> | null
}

/** Representatives, chief and co-chiefs see all groups, an access manager those of the domain, a group manager that one; others none. */
export function sightOf({ authority, catalogue }: View): Sight | null {
  const { powers } = authority
  if (powers.length === 0) return null
  if (powers.some(({ scope }) => scope === '')) return { capacities: null }
  const domains = new Set(powers.flatMap(({ rank, scope }) => (rank === 'access-manager' ? [scope] : [])))
  const groups = powers.flatMap(({ rank, scope }) => (rank === 'group-manager' ? [scope] : []))
  const ofDomains = [...catalogue.capacities.values()].filter(({ domain }) => domains.has(domain))
  return { capacities: new Set([...ofDomains.map(({ code }) => code), ...groups]) }
}

export const inSight = (sight: Sight | null, capacity: string): boolean =>
  sight !== null && (sight.capacities === null || sight.capacities.has(capacity))

/** A closed domain or capacity carries nothing (R5). */
export function isActiveGroup({ facts, now }: View, { code, domain }: Capacity): boolean {
  return (
    facts.domains.some((fact) => fact.domain === domain && holdsAt(fact, now)) &&
    facts.capacities.some((fact) => fact.capacity === code && holdsAt(fact, now))
  )
}

const isStopped = ({ facts, now }: View): boolean => facts.stops.some((fact) => holdsAt(fact, now))

/** What keeps every right of the group from counting now, if anything. */
export function standstillOf(view: View, capacity: Capacity): 'ceased' | 'stopped' | 'closed' | null {
  if (hasCeased(view.catalogue, view.record)) return 'ceased'
  if (isStopped(view)) return 'stopped'
  return isActiveGroup(view, capacity) ? null : 'closed'
}

/** Whether giving could succeed at all now (U6, U7, U8): only then is it offered. A stop leaves powers to representatives only, who manage no group. */
export function givingIsOpen(view: View): boolean {
  return view.account !== undefined && !hasCeased(view.catalogue, view.record) && !isStopped(view)
}

export function managesGroup(view: View, capacity: string): boolean {
  return view.account !== undefined && groupPower(view.authority, view.catalogue, capacity) !== undefined
}

/** X4, X5: whether this viewer could make somebody a user of the group now. */
export function givesInGroup(view: View, capacity: Capacity): boolean {
  return managesGroup(view, capacity.code) && givingIsOpen(view) && isActiveGroup(view, capacity)
}

/** R12: whether this viewer could give the person something in the group now. */
export function givesTo(view: View, capacity: Capacity, person: PersonId): boolean {
  if (!givesInGroup(view, capacity)) return false
  const power = groupPower(view.authority, view.catalogue, capacity.code, { ownFirst: true })
  if (person !== view.actor.person || power?.limited !== true) return true
  return ownWholePower(view.authority, view.catalogue, capacity.code) !== undefined
}
