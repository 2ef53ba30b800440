import type { Fact, OfficeCode } from '#database'
import type { PersonId } from '#kernel'
import type { NoticeDraft, Scene, Unit } from '#operations'
import type { Power } from '#rights'
import { representativesAt, tellOthers } from './joint.ts'

type Seat = Pick<Fact<'appointment'>, 'office' | 'scope'>

const isIn = (offices: readonly OfficeCode[], scopes: readonly string[]) => (seat: Seat) =>
  offices.includes(seat.office) && scopes.includes(seat.scope)

/**
 * E19: what opens or closes in a domain is told to its access manager, to the group managers of these capacities, and to the
 * office above whoever did it: the chief above a co-chief, the representatives above the chief.
 */
export async function tellDomain(
  unit: Unit,
  scene: Scene,
  power: Power,
  about: { domain: string; capacities: readonly string[] },
  draft: Omit<NoticeDraft, 'receiver'>,
): Promise<NoticeDraft[]> {
  const held = await unit.facts.find(
    'appointment',
    { enterprise_id: scene.enterprise, state: ['active', 'suspended'] },
    { at: unit.now },
  )
  const inDomain = isIn(['access-manager'], [about.domain])
  const inGroups = isIn(['group-manager'], about.capacities)
  const isChief = isIn(['chief-access-manager'], [''])
  const byCoChief = power.rank === 'co-chief-access-manager'
  const told = held.filter((seat) => inDomain(seat) || inGroups(seat) || (byCoChief && isChief(seat)))
  const persons = new Set<PersonId>(told.flatMap(({ person_id }) => person_id ?? []))
  if (!byCoChief) {
    const able = await representativesAt(unit.facts, unit.catalogue, scene.record, unit.now)
    for (const person of able) persons.add(person)
  }
  return tellOthers(persons, scene, draft)
}

/** The capacities of a domain, by the catalogue. */
export const capacitiesIn = (unit: Unit, domain: string): string[] =>
  [...unit.catalogue.capacities.values()].filter((capacity) => capacity.domain === domain).map(({ code }) => code)
