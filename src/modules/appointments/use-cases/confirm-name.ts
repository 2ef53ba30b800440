import { fields, operation, refuse } from '#operations'
import { powerOver, standing } from '#rights'
import { z } from 'zod'
import { enterOffice, stillStands } from '../enter-office.ts'
import { mayConfirmName } from '../rules.ts'
import { appointmentNow } from '../seat.ts'
import { beginning, officeAbove } from './concerned.ts'

/**
 * A23: whoever may appoint to the office has seen the real name and confirms that it is the person who was meant: the enterprise
 * knows them by it, and they take the seat. Whom it is not, withdraws the appointment (A16).
 */
export const confirmName = operation({
  code: 'confirm-name',
  effect: 'gives',
  actors: ['legal-representative', 'chief-access-manager', 'co-chief-access-manager', 'access-manager'],
  scope: 'domain',
  event: 'name-confirmed',
  input: z.strictObject({ appointment: fields.reference }),
  async run(unit, scene, input) {
    if (scene.authority.powers.length === 0) return refuse('outside-your-scope')
    const waiting = await appointmentNow(unit, scene.enterprise, input.appointment)
    if (!waiting || waiting.person_id === null) return refuse('appointment-unknown')
    const { appointedBy } = unit.catalogue.offices[waiting.office]
    const power = powerOver(standing.wholePowers(scene.authority), unit.catalogue, waiting, appointedBy)
    if (!power) return refuse('outside-your-scope')
    const ruling = mayConfirmName({ actor: scene.actor.person, appointment: waiting })
    if (!ruling.allowed) return ruling
    const fallen = await stillStands(unit, scene, waiting)
    if (fallen) return fallen
    await unit.knowByOwnName(scene.enterprise, waiting.person_id)
    const replaced = await enterOffice(unit, scene, waiting)
    const details = { office: waiting.office, scope: waiting.scope, ...beginning(unit, waiting.begins_at) }
    const above = await officeAbove(unit, scene, waiting, 'name-confirmed-below', details)
    return {
      allowed: true,
      basis: power.factId,
      subject: waiting.person_id,
      details,
      notices: [
        { receiver: waiting.person_id, kind: 'name-confirmed', weight: 'office', details },
        ...replaced.flatMap(({ person_id }) =>
          person_id === null ? [] : [{ receiver: person_id, kind: 'replaced-by', weight: 'office' as const, details }],
        ),
        ...above,
      ],
      result: { appointment: waiting.fact_id },
    }
  },
})
