import type { Fact } from '#database'
import type { PersonId } from '#kernel'
import { fields, operation, refuse, type Refused, type Scene, type Unit } from '#operations'
import { powerOver, standing, type Power } from '#rights'
import { z } from 'zod'
import { stillStands } from '../enter-office.ts'
import { appointmentNow, isSeated } from '../seat.ts'
import { undoOfOffice } from '../undo-rules.ts'
import { officeAbove } from './concerned.ts'

const named = z.strictObject({ appointment: fields.reference })
const actors = ['legal-representative', 'chief-access-manager', 'co-chief-access-manager', 'access-manager'] as const

type Held = { found: Fact<'appointment'> & { person_id: PersonId }; power: Power }

/** A26: the office held, and the power of whoever may withdraw it (A16); a stand-in takes powers away, and gives none back (A31). */
async function heldBelow(unit: Unit, scene: Scene, reference: string, standIns: boolean): Promise<Refused | Held> {
  if (scene.authority.powers.length === 0) return refuse('outside-your-scope')
  const found = await appointmentNow(unit, scene.enterprise, reference)
  if (!found || found.person_id === null) return refuse('appointment-unknown')
  const { withdrawnBy } = unit.catalogue.offices[found.office]
  const by = ['legal-representative' as const, ...withdrawnBy]
  const power = powerOver(scene.authority, unit.catalogue, found, by, { standIns })
  if (!power) return refuse('outside-your-scope')
  if (!isSeated(found)) return refuse('appointment-unknown')
  return { found: { ...found, person_id: found.person_id }, power }
}

/** A26: whoever may withdraw an office may suspend it: its holder keeps the seat, without powers. */
export const suspendAppointment = operation({
  code: 'suspend-appointment',
  effect: 'takes',
  actors,
  scope: 'domain',
  event: 'appointment-suspended',
  undo: undoOfOffice,
  input: named,
  async run(unit, scene, input) {
    const held = await heldBelow(unit, scene, input.appointment, true)
    if ('allowed' in held) return held
    const { found, power } = held
    if (found.state === 'suspended') return refuse('already-suspended')
    const above = await officeAbove(unit, scene, found, 'suspended-below')
    await unit.facts.change('appointment', found, { state: 'suspended' }, unit.now)
    const details = { office: found.office, scope: found.scope }
    return {
      allowed: true,
      basis: power.factId,
      subject: found.person_id,
      details,
      notices: [{ receiver: found.person_id, kind: 'suspended', weight: 'office', details }, ...above],
      result: {},
    }
  },
})

/** A26: whoever may suspend an office lets it return; what was asked when it was given is asked again (A4, A13, A14). */
export const resumeAppointment = operation({
  code: 'resume-appointment',
  effect: 'gives',
  actors,
  scope: 'domain',
  event: 'appointment-resumed',
  undo: undoOfOffice,
  input: named,
  async run(unit, scene, input) {
    // R12: letting return appoints again.
    const whole = { ...scene, authority: standing.wholePowers(scene.authority) }
    const held = await heldBelow(unit, whole, input.appointment, false)
    if ('allowed' in held) return held
    const { found, power } = held
    if (found.state !== 'suspended') return refuse('not-suspended')
    const fallen = await stillStands(unit, scene, found)
    if (fallen) return fallen
    await unit.facts.change('appointment', found, { state: 'active' }, unit.now)
    const details = { office: found.office, scope: found.scope }
    const above = await officeAbove(unit, scene, found, 'resumed-below')
    return {
      allowed: true,
      basis: power.factId,
      subject: found.person_id,
      details,
      notices: [{ receiver: found.person_id, kind: 'resumed', weight: 'office', details }, ...above],
      result: {},
    }
  },
})
