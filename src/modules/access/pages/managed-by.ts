import { holdsAt } from '#database'
import type { PairFacts } from '#rights'
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
