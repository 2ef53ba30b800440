import { joint } from '#enterprises'
import { fields, operation, refuse } from '#operations'
import { powerOver, standing } from '#rights'
import { z } from 'zod'
import { stillStands } from '../enter-office.ts'
import { mayAppointPerson } from '../rules.ts'
import { appointmentNow, isSeated, leaveSeat, seatFacts } from '../seat.ts'
import { undoOfOffice } from '../undo-rules.ts'
import { keptNotices, officeAbove } from './concerned.ts'

const named = z.strictObject({ appointment: fields.reference })

/** A16: the offices that the catalogue names withdraw an appointment, waiting or held; a representative withdraws any. */
export const withdrawAppointment = operation({
  code: 'withdraw-appointment',
  effect: 'takes',
  actors: ['legal-representative', 'chief-access-manager', 'co-chief-access-manager', 'access-manager'],
  scope: 'domain',
  event: 'appointment-withdrawn',
  undo: undoOfOffice,
  input: named,
  async run(unit, scene, input) {
    if (scene.authority.powers.length === 0) return refuse('outside-your-scope')
    const found = await appointmentNow(unit, scene.enterprise, input.appointment)
    if (!found || found.person_id === null) return refuse('appointment-unknown')
    const { withdrawnBy } = unit.catalogue.offices[found.office]
    const by = ['legal-representative' as const, ...withdrawnBy]
    const power = powerOver(scene.authority, unit.catalogue, found, by, { standIns: true })
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

/**
 * U25: whoever may appoint to an office lets it go on beyond the end of its term, as if it had none; what was asked when it was
 * given is asked again (A3, A4, A13, A14).
 */
export const continueOffice = operation({
  code: 'continue-office',
  effect: 'gives',
  actors: ['legal-representative', 'chief-access-manager', 'co-chief-access-manager', 'access-manager'],
  scope: 'domain',
  event: 'office-continued',
  undo: undoOfOffice,
  input: z.strictObject({ appointment: fields.reference }),
  async run(unit, scene, input) {
    if (scene.authority.powers.length === 0) return refuse('outside-your-scope')
    const found = await appointmentNow(unit, scene.enterprise, input.appointment)
    if (!found || found.person_id === null || !isSeated(found)) return refuse('appointment-unknown')
    const { office, scope, person_id, term_until } = found
    const { appointedBy } = unit.catalogue.offices[office]
    const power = powerOver(standing.wholePowers(scene.authority), unit.catalogue, { office, scope }, appointedBy)
    if (!power) return refuse('outside-your-scope')
    const isChief = office === 'chief-access-manager'
    const { representations } = scene.authority
    if (isChief && joint.actsOnly(representations)) return refuse('second-representative-needed')
    const self = mayAppointPerson({ actor: scene.actor.person, appointee: person_id, asRepresentative: isChief })
    if (!self.allowed) return self
    if (term_until === null || found.valid_until !== term_until) return refuse('end-unknown')
    const states = await seatFacts(unit, { enterprise: scene.enterprise, office, scope })
    const after = states.filter((state) => state.fact_id !== found.fact_id && state.valid_from >= term_until)
    // Whoever comes then has the seat; they are withdrawn first.
    if (office !== 'co-chief-access-manager' && after.some(isSeated)) return refuse('candidate-waiting')
    const fallen = await stillStands(unit, scene, found)
    if (fallen) return fallen
    if (isChief) for (const vacant of after) await unit.facts.end('appointment', vacant, unit.now)
    await unit.facts.change('appointment', found, { term_until: null }, found.valid_from, null)
    const details = { office, scope }
    const above = await officeAbove(unit, scene, found, 'continued-below')
    const own = { receiver: person_id, kind: 'office-continued', weight: 'office', details } as const
    return {
      allowed: true,
      basis: power.factId,
      subject: person_id,
      details,
      notices: [...(person_id === scene.actor.person ? [] : [own]), ...above],
      result: {},
    }
  },
})
