import { holdsAt, type Fact } from '#database'
import { addDays, dayOf, endOfDay, type Instant } from '#kernel'
import { refuse, type Refused, type Scene, type Unit } from '#operations'
import { authorityAt, pairFacts } from '#rights'
import { activateAccount } from './activation.ts'
import { groundHolds } from './rules.ts'
import { takeSeat, type Seat } from './seat.ts'

/** A8: an appointment that nobody answers lapses by itself at the end of the thirtieth day, or with its own term if that is earlier. */
export const lapseDays = 30

/** A8: the moment at which something that waits from now on lapses. */
export function lapseOf(unit: Unit, term: Instant | null): Instant {
  const { zone } = unit.catalogue.meta
  const lapses = endOfDay(addDays(dayOf(unit.now, zone), lapseDays), zone)
  return term !== null && term < lapses ? term : lapses
}

/** A7, I6: what was asked when the appointment was made is asked again before it takes effect: A4, A13, A14. */
export async function stillStands(unit: Unit, scene: Scene, waiting: Fact<'appointment'>): Promise<Refused | null> {
  if (waiting.person_id === null) return refuse('appointment-unknown')
  const facts = await pairFacts(unit.facts, scene.enterprise, waiting.person_id)
  const { representations } = authorityAt(unit.catalogue, facts, unit.now)
  const ground = groundHolds({ ground: waiting.ground ?? 'employee', represents: representations.length > 0 })
  if (!ground.allowed) return ground
  const isOpen = (domain: string | undefined) =>
    facts.domains.some((fact) => fact.domain === domain && holdsAt(fact, unit.now))
  if (waiting.office === 'access-manager' && !isOpen(waiting.scope)) return refuse('domain-not-open')
  if (waiting.office !== 'group-manager') return null
  const active = facts.capacities.some((fact) => fact.capacity === waiting.scope && holdsAt(fact, unit.now))
  return active && isOpen(unit.catalogue.capacities.get(waiting.scope)?.domain) ? null : refuse('capacity-not-active')
}

/** A10, A15, A19: the appointment that waited takes its seat, now or on its day; gives back who is replaced. */
export async function enterOffice(
  unit: Unit,
  scene: Scene,
  waiting: Fact<'appointment'>,
): Promise<readonly Fact<'appointment'>[]> {
  const seat: Seat = { enterprise: scene.enterprise, office: waiting.office, scope: waiting.scope }
  await unit.facts.end('appointment', waiting, unit.now)
  const { taken, replaced } = await takeSeat(unit, seat, waiting, waiting.fact_id)
  if (waiting.office === 'chief-access-manager') await activateAccount(unit, scene, taken)
  return replaced
}
