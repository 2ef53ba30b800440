import { holdsAt } from '#database'
import type { PersonId } from '#kernel'
import type { PairFacts } from '#rights'
import { officeHolders, type Reachable } from '../queries.ts'
import type { Turn } from './turn.ts'

/** The groups and domains in which somebody has something: a membership now or soon, or an office in force. */
export function placesOf({ view }: Turn, facts: PairFacts) {
  const { now, catalogue } = view
  const memberships = facts.memberships.filter(({ valid_until }) => valid_until === null || valid_until > now)
  const offices = facts.appointments.filter(
    (fact) => (fact.state === 'active' || fact.state === 'suspended') && holdsAt(fact, now),
  )
  const groups = new Set(memberships.map(({ capacity }) => capacity))
  const managed = offices.flatMap(({ office, scope }) => (office === 'group-manager' ? [scope] : []))
  const domains = new Set([...groups, ...managed].flatMap((code) => catalogue.capacities.get(code)?.domain ?? []))
  const isChief = offices.some(({ office }) => office === 'chief-access-manager')
  return { memberships, offices, groups, domains, isChief }
}

const order = ['group-manager', 'access-manager', 'co-chief-access-manager', 'chief-access-manager'] as const

/** Whoever manages somebody, the nearest first: the manager of a group, of its domain, co-chiefs, the chief. Nobody manages themselves or the chief. */
export async function managersOf(turn: Turn, person: PersonId, facts: PairFacts): Promise<Reachable[]> {
  const { groups, domains, isChief } = placesOf(turn, facts)
  if (isChief) return []
  const holders = await officeHolders(turn.deps.store.reader, turn.view.enterprise, turn.view.now)
  return holders
    .filter(({ person: holder, office, scope }) => {
      if (holder === person) return false
      if (office === 'group-manager') return groups.has(scope)
      return office === 'access-manager' ? domains.has(scope) : true
    })
    .toSorted((one, other) => order.indexOf(one.office) - order.indexOf(other.office))
}
