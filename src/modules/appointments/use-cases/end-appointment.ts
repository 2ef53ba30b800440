import { fields, operation, refuse } from '#operations'
import { powerOver } from '#rights'
import { z } from 'zod'
import { appointmentNow, isSeated, leaveSeat } from '../seat.ts'
import { keptNotices, officeAbove } from './concerned.ts'

const named = z.strictObject({ appointment: fields.reference })

/** A16: the offices that the catalogue names withdraw an appointment, waiting or held; a representative withdraws any. */
export const withdrawAppointment = operation({
  code: 'withdraw-appointment',
  effect: 'takes',
  actors: ['legal-representative', 'chief-access-manager', 'co-chief-access-manager', 'access-manager'],
  scope: 'domain',
  event: 'appointment-withdrawn',
  input: named,
  async run(unit, scene, input) {
    if (scene.authority.powers.length === 0) return refuse('outside-your-scope')
    const found = await appointmentNow(unit, scene.enterprise, input.appointment)
    if (!found || found.person_id === null) return refuse('appointment-unknown')
    const { withdrawnBy } = unit.catalogue.offices[found.office]
    const power = powerOver(scene.authority, unit.catalogue, found, ['legal-representative', ...withdrawnBy])
    if (!power) return refuse('outside-your-scope')
    const above = isSeated(found) ? await officeAbove(unit, scene, found, 'withdrawn-below') : []
    const kept = await leaveSeat(unit, found)
    const details = { office: found.office, scope: found.scope }
    return {
      allowed: true,
      basis: power.factId,
      subject: found.person_id,
      details,
      notices: [
        { receiver: found.person_id, kind: 'withdrawn', weight: 'office', details },
        ...above,
        ...keptNotices(scene, kept),
      ],
      result: {},
    }
  },
})

/** A17: whoever holds an office may resign; a chief who resigns leaves the seat vacant. */
export const resign = operation({
  code: 'resign',
  effect: 'takes',
  actors: ['holder'],
  scope: 'enterprise',
  event: 'office-resigned',
  input: named,
  async run(unit, scene, input) {
    const found = await appointmentNow(unit, scene.enterprise, input.appointment)
    if (!found || found.person_id !== scene.actor.person || !isSeated(found)) return refuse('appointment-unknown')
    const notices = await officeAbove(unit, scene, found, 'resigned')
    await leaveSeat(unit, found)
    const details = { office: found.office, scope: found.scope }
    return { allowed: true, basis: found.fact_id, subject: scene.actor.person, details, notices, result: {} }
  },
})
