import type { Service } from '#catalogue'
import { holdsAt, type Fact } from '#database'
import { refuse, type Refused, type Scene, type Undoing, type UndoRule, type Unit } from '#operations'
import { enterprisePower, pairFacts, type Power } from '#rights'
import { isActive, managedGroup, membershipOf, powerToGive, type ManagedGroup } from './group.ts'
import { levelToGive, mayBeGiven, mayUnblock } from './rules.ts'

/** U22: what is given back of services is judged like giving it: X5, X1, X2, and the membership that carries it still stands. */
async function mayGiveBack(
  unit: Unit,
  scene: Scene,
  group: ManagedGroup,
  { returns }: Undoing,
): Promise<Refused | null> {
  const memberships = returns('membership')
  const given = returns('authorisation')
  if (memberships.length + given.length === 0) return null
  if (!isActive(unit, scene, group.capacity)) return refuse('capacity-not-active')
  const services: Service[] = []
  for (const code of new Set(given.map(({ service }) => service))) {
    const service = unit.catalogue.services.get(code)
    const ruling = mayBeGiven({ capacity: group.capacity, service })
    if (!ruling.allowed) return ruling
    if (service) services.push(service)
  }
  const level = levelToGive(unit.catalogue, services)
  if (scene.actor.level < level) return refuse('level-too-low', level)
  const person = memberships[0]?.person_id ?? given[0]?.person_id
  const power = person === undefined ? group.power : powerToGive(unit, scene, group, person)
  if ('allowed' in power) return power
  for (const { membership_id } of given) {
    if (memberships.some(({ fact_id }) => fact_id === membership_id)) continue
    const where = { enterprise_id: scene.enterprise, fact_id: membership_id }
    const carrying = await unit.facts.find('membership', where, { since: unit.now })
    if (carrying.length === 0) return refuse('user-unknown')
  }
  return (await outlastsStandIn(unit, scene, [...memberships, ...given])) ? refuse('stand-in-unknown') : null
}

/** X14, X15: whether something that a stand-in gave would come back for longer than they stand in. */
async function outlastsStandIn(
  unit: Unit,
  scene: Scene,
  rights: readonly (Fact<'membership'> | Fact<'authorisation'>)[],
): Promise<boolean> {
  const fact_id = [...new Set(rights.map(({ by_basis }) => by_basis))]
  const standIns = await unit.facts.find('stand_in', { enterprise_id: scene.enterprise, fact_id })
  return rights.some(({ by_basis, valid_until }) => {
    const own = standIns.filter((one) => one.fact_id === by_basis)
    return own.length > 0 && !own.some((one) => valid_until !== null && valid_until <= (one.valid_until ?? one.ends_at))
  })
}

/** U22: a block comes back on somebody who is still a user there, and is not blocked anew; it goes by X3. */
async function mayTurnBlock(
  unit: Unit,
  scene: Scene,
  power: Power,
  { returns, ends }: Undoing,
): Promise<Refused | null> {
  for (const block of ends('block')) {
    const ruling = mayUnblock({ rank: power.rank, block })
    if (!ruling.allowed) return ruling
  }
  // A block that was ended with its membership comes back with it.
  if (returns('membership').length > 0) return null
  for (const { capacity, person_id } of returns('block')) {
    if (!(await isStillUser(unit, scene, capacity, person_id))) return refuse('user-unknown')
    const where = { enterprise_id: scene.enterprise, capacity, person_id }
    if ((await unit.facts.find('block', where, { since: unit.now })).length > 0) return refuse('already-blocked')
  }
  return null
}

async function isStillUser(unit: Unit, scene: Scene, capacity: string, person: Scene['actor']['person']) {
  if (capacity !== '') return (await membershipOf(unit, scene, capacity, person)) !== undefined
  const { memberships, roles } = await pairFacts(unit.facts, scene.enterprise, person)
  return [...memberships, ...roles].some((fact) => holdsAt(fact, unit.now) || fact.valid_from > unit.now)
}

/** U22: what somebody did to users is undone by whoever still manages the group (X4), or all groups (X11), and may then give or take it. */
export const undoForUser: UndoRule = async (unit, scene, undoing) => {
  const { capacity } = undoing.act.details
  if (typeof capacity !== 'string' || capacity === '') {
    const power = enterprisePower(scene.authority)
    if (!power) return refuse('outside-your-scope')
    return (await mayTurnBlock(unit, scene, power, undoing)) ?? { allowed: true, basis: power.factId }
  }
  const group = managedGroup(unit, scene, capacity)
  if ('allowed' in group) return group
  const refused =
    (await mayGiveBack(unit, scene, group, undoing)) ?? (await mayTurnBlock(unit, scene, group.power, undoing))
  return refused ?? { allowed: true, basis: group.power.factId }
}
