import { fields, operation, refuse, type NoticeDraft } from '#operations'
import { z } from 'zod'
import { mayAnswer } from '../rules.ts'
import { appointmentNow, takeSeat } from '../seat.ts'
import { activateAccount } from './activate-account.ts'
import { replacedNotices } from './appoint.ts'

const named = z.strictObject({ appointment: fields.reference })

/** A7: the appointee accepts, at the level that the office asks, and takes the seat in the same transaction. */
export const acceptAppointment = operation({
  code: 'accept-appointment',
  effect: 'gives',
  actors: ['appointee'],
  scope: 'enterprise',
  event: 'appointment-accepted',
  input: named,
  async run(unit, scene, input) {
    const waiting = await appointmentNow(unit, scene.enterprise, input.appointment)
    const ruling = mayAnswer({ actor: scene.actor.person, appointment: waiting })
    if (!ruling.allowed) return ruling
    if (!waiting) return refuse('appointment-unknown')
    const level = unit.catalogue.offices[waiting.office].activationLevel
    if (scene.actor.level < level) return refuse('level-too-low', level)
    const { row_id: _, fact_id, valid_from: __, valid_until: ___, recorded_at: ____, ...body } = waiting
    await unit.facts.end('appointment', waiting, unit.now)
    const seat = { enterprise: scene.enterprise, office: waiting.office, scope: waiting.scope }
    const { taken, replaced } = await takeSeat(unit, seat, { ...body, state: 'active' }, fact_id)
    if (waiting.office === 'chief-access-manager') await activateAccount(unit, scene, taken)
    const details = { office: waiting.office, scope: waiting.scope }
    const appointer: NoticeDraft[] =
      waiting.by_person === null ? [] : [{ receiver: waiting.by_person, kind: 'accepted', weight: 'office', details }]
    return {
      allowed: true,
      basis: fact_id,
      subject: scene.actor.person,
      details,
      notices: [...appointer, ...replacedNotices(replaced, details)],
      result: { appointment: fact_id },
    }
  },
})

/** A7: the appointee declines; the appointer is told. */
export const declineAppointment = operation({
  code: 'decline-appointment',
  effect: 'takes',
  actors: ['appointee'],
  scope: 'enterprise',
  event: 'appointment-declined',
  input: named,
  async run(unit, scene, input) {
    const waiting = await appointmentNow(unit, scene.enterprise, input.appointment)
    const ruling = mayAnswer({ actor: scene.actor.person, appointment: waiting })
    if (!ruling.allowed) return ruling
    if (!waiting) return refuse('appointment-unknown')
    await unit.facts.end('appointment', waiting, unit.now)
    const details = { office: waiting.office, scope: waiting.scope }
    const notices: NoticeDraft[] =
      waiting.by_person === null ? [] : [{ receiver: waiting.by_person, kind: 'declined', weight: 'office', details }]
    return { allowed: true, basis: waiting.fact_id, subject: scene.actor.person, details, notices, result: {} }
  },
})
