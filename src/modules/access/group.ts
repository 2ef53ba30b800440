import type { Capacity, Catalogue } from '#catalogue'
import { holdsAt, type Fact } from '#database'
import type { PersonId } from '#kernel'
import { refuse, type Refused, type Scene, type Unit } from '#operations'
import { groupPower, standing, type Authority, type Power } from '#rights'

/** The group that somebody manages, by the power that lets them. */
export interface ManagedGroup {
  readonly capacity: Capacity
  readonly power: Power
}

/** X4: a group is managed by chief, co-chiefs, the access manager of its domain and its group manager; nobody acts outside that. */
export function managedGroup(
  unit: Unit,
  scene: Scene,
  code: string,
  choice?: { readonly ownFirst: true },
): ManagedGroup | Refused {
  const power = groupPower(scene.authority, unit.catalogue, code, choice)
  const capacity = unit.catalogue.capacities.get(code)
  // A code that does not exist is told only to whoever manages the whole enterprise: to others it is outside their scope.
  if (!capacity)
    return refuse(scene.authority.powers.some(({ scope }) => scope === '') ? 'capacity-unknown' : 'outside-your-scope')
  return power ? { capacity, power } : refuse('outside-your-scope')
}

/** X5: rights are given in an active group only. */
export function isActive(unit: Unit, scene: Scene, capacity: Capacity): boolean {
  const { domains, capacities } = scene.actorFacts
  return (
    domains.some((fact) => fact.domain === capacity.domain && holdsAt(fact, unit.now)) &&
    capacities.some((fact) => fact.capacity === capacity.code && holdsAt(fact, unit.now))
  )
}

/** The membership of a person in a group that holds now or is planned. */
export async function membershipOf(
  unit: Unit,
  scene: Scene,
  capacity: string,
  person: PersonId,
): Promise<Fact<'membership'> | undefined> {
  const where = { enterprise_id: scene.enterprise, capacity, person_id: person }
  const [membership] = await unit.facts.find('membership', where, { since: unit.now })
  return membership
}

/** R12: the power of their own by which somebody gives to themselves in a group. */
export function ownWholePower(authority: Authority, catalogue: Catalogue, capacity: string): Power | undefined {
  const powers = standing.wholePowers(authority).powers.filter(({ standIn }) => standIn === undefined)
  return groupPower({ ...authority, powers }, catalogue, capacity)
}

/** R12: the power by which somebody gives to that person: to themselves not that of a chief whose ground has ended. */
export function powerToGive(unit: Unit, scene: Scene, group: ManagedGroup, person: PersonId): Power | Refused {
  if (person !== scene.actor.person || group.power.limited !== true) return group.power
  return ownWholePower(scene.authority, unit.catalogue, group.capacity.code) ?? refuse('ground-lost')
}
