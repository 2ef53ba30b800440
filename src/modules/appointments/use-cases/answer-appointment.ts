import type { Fact } from '#database'
import { fields, operation, refuse, type Scene, type Unit } from '#operations'
import { standing } from '#rights'
import { z } from 'zod'
import { enterOffice, lapseOf, stillStands } from '../enter-office.ts'
import { mayAnswer } from '../rules.ts'
import { appointmentNow, leaveSeat } from '../seat.ts'
import { beginning, keptNotices, officeAbove, replacedNotices } from './concerned.ts'

const named = z.strictObject({ appointment: fields.reference })

/** A23: the acceptance is held until whoever may appoint confirms the name; nobody waits for that longer than for an answer. */
async function holdForName(unit: Unit, scene: Scene, waiting: Fact<'appointment'>) {
  const held = { state: 'accepted', waits_for: 'name' } as const
  await unit.facts.change('appointment', waiting, held, unit.now, lapseOf(unit, waiting.term_until))
  return officeAbove(unit, scene, waiting, 'name-differs')
}

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
    if (waiting?.state !== 'awaiting-activation') return refuse('appointment-not-waiting')
    const level = unit.catalogue.offices[waiting.office].activationLevel
    if (scene.actor.level < level) return refuse('level-too-low', level)
    // R13: what was offered before the enterprise's situation waits, whoever answers it.
    const since = standing.heldBackSince(unit.catalogue, scene.actorFacts, unit.now)
    if (standing.isHeldBack(since, waiting)) return refuse('awaits-confirmation')
    const fallen = await stillStands(unit, scene, waiting)
    if (fallen) return fallen
    const { fact_id, office, scope } = waiting
    const details = { office, scope, ...beginning(unit, waiting.begins_at) }
    const done = {
      allowed: true,
      basis: fact_id,
      subject: scene.actor.person,
      result: { appointment: fact_id },
    } as const
    if (await unit.isNamedOtherwise(scene.enterprise, scene.actor.person)) {
      return { ...done, details: { ...details, waits: 'name' }, notices: await holdForName(unit, scene, waiting) }
    }
    const replaced = await enterOffice(unit, scene, waiting)
    const above = await officeAbove(unit, scene, waiting, 'accepted', details)
    return { ...done, details, notices: [...above, ...replacedNotices(replaced, details)] }
  },
})

/** A7: the appointee declines, also what they accepted but do not hold yet; the office above is told. */
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
    const kept = await leaveSeat(unit, waiting)
    const above = await officeAbove(unit, scene, waiting, 'declined')
    return {
      allowed: true,
      basis: waiting.fact_id,
      subject: scene.actor.person,
      details: { office: waiting.office, scope: waiting.scope },
      notices: [...above, ...keptNotices(scene, kept)],
      result: {},
    }
  },
})
