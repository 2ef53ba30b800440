import type { OfficeCode } from '#database'
import { refuse, type UndoRule } from '#operations'
import { powerOver } from '#rights'
import { stillStands } from './enter-office.ts'
import { mayAppointPerson } from './rules.ts'

/**
 * U20: what somebody did to an office is undone by whoever may withdraw it (A16). Whoever thereby has an office again, or is asked
 * for it again, is judged as if it were given: A3, A4, A13, A14. That the seat is free is U17: nobody has acted on it since.
 */
export const undoOfOffice: UndoRule = async (unit, scene, { act, returns }) => {
  const office = act.details['office'] as OfficeCode
  const scope = String(act.details['scope'] ?? '')
  const { withdrawnBy } = unit.catalogue.offices[office]
  const power = powerOver(scene.authority, unit.catalogue, { office, scope }, ['legal-representative', ...withdrawnBy])
  if (!power) return refuse('outside-your-scope')
  for (const fact of returns('appointment')) {
    if (fact.person_id === null) continue
    const self = mayAppointPerson({
      actor: scene.actor.person,
      appointee: fact.person_id,
      asRepresentative: fact.office === 'chief-access-manager' && scene.authority.representations.length > 0,
    })
    if (!self.allowed) return self
    const fallen = await stillStands(unit, scene, fact)
    if (fallen) return fallen
  }
  return { allowed: true, basis: power.factId }
}
