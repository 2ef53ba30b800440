import { holdsAt, type Fact, type OfficeCode } from '#database'
import type { PersonId } from '#kernel'
import type { Place, Unit } from '#operations'
import { representationsAt, standing } from '#rights'

/** Who stands above each office: the nearest first, and the representatives above all. */
const above: Readonly<Record<OfficeCode, readonly OfficeCode[]>> = {
  'chief-access-manager': [],
  'co-chief-access-manager': ['chief-access-manager'],
  'access-manager': ['chief-access-manager'],
  'group-manager': ['access-manager', 'chief-access-manager'],
}

/**
 * A18: who is told of an office: whoever holds the office above it now, and is active in it; where nobody does, the next one up,
 * and finally every representative. Whoever appointed is told as long as they may still appoint to it. The holder is left out,
 * and `except`, who act themselves.
 */
export async function personsAbove(
  unit: Unit,
  place: Pick<Place, 'enterprise' | 'record'>,
  office: Pick<Fact<'appointment'>, 'office' | 'scope' | 'by_person' | 'person_id'>,
  except: readonly (PersonId | null)[],
): Promise<PersonId[]> {
  const where = { enterprise_id: place.enterprise }
  const active = await unit.facts.find('appointment', { ...where, state: 'active' }, { at: unit.now })
  const everybody = {
    records: await unit.facts.find('enterprise_record', where),
    confirmations: await unit.facts.find('situation_confirmation', where),
    representations: await unit.facts.find('representation', where),
  }
  // R12, R13: whoever has an office without its power stands above nobody.
  const held = active.filter((fact) => {
    const shortfall = standing.shortfallOf(unit.catalogue, everybody, fact, unit.now)
    return holdsAt(fact, unit.now) && (shortfall === null || shortfall === 'ground-lost')
  })
  const domain = unit.catalogue.capacities.get(office.scope)?.domain ?? ''
  const holders = (code: OfficeCode) =>
    held.flatMap(({ office: own, scope, person_id }) =>
      own === code && (code !== 'access-manager' || scope === domain) && person_id !== null ? [person_id] : [],
    )
  // Nobody stands above themselves; but whoever acts as the office above needs not be told, nor anybody above them.
  const others = (persons: readonly PersonId[]) => persons.filter((person) => person !== office.person_id)
  const nearest = above[office.office].map(holders).find((persons) => others(persons).length > 0)
  const representatives = representationsAt(unit.catalogue, everybody, unit.now).map(({ person_id }) => person_id)
  const mayAppoint = unit.catalogue.offices[office.office].appointedBy
  const appointers = mayAppoint.flatMap((rank) => (rank === 'legal-representative' ? representatives : holders(rank)))
  const by = appointers.filter((person) => person === office.by_person)
  return others([...new Set([...(nearest ?? representatives), ...by])]).filter((person) => !except.includes(person))
}
