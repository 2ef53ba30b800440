import { fields, operation, refuse, type NoticeDraft } from '#operations'
import { powerOver } from '#rights'
import { z } from 'zod'
import { appointmentNow } from '../seat.ts'

/**
 * A21: whoever may appoint to an office changes how the enterprise reaches the person in it or asked for it. What is left out
 * is removed. The audit entry says what was changed, never to what.
 */
export const changeContact = operation({
  code: 'change-contact',
  effect: 'gives',
  actors: ['legal-representative', 'chief-access-manager', 'co-chief-access-manager', 'access-manager'],
  scope: 'domain',
  event: 'contact-changed',
  input: z.strictObject({
    appointment: fields.reference,
    email: fields.typedPerson.email,
    phone: fields.typedPerson.phone,
  }),
  async run(unit, scene, { appointment, email = null, phone = null }) {
    if (scene.authority.powers.length === 0) return refuse('outside-your-scope')
    const found = await appointmentNow(unit, scene.enterprise, appointment)
    if (!found || found.person_id === null) return refuse('appointment-unknown')
    const { appointedBy } = unit.catalogue.offices[found.office]
    const power = powerOver(scene.authority, unit.catalogue, found, appointedBy)
    if (!power) return refuse('outside-your-scope')
    const { changed, before } = await unit.changeReach(scene.enterprise, found.person_id, { email, phone })
    const concerned = new Set([found.person_id, ...(found.by_person === null ? [] : [found.by_person])])
    concerned.delete(scene.actor.person)
    const details = { office: found.office, scope: found.scope }
    const told: Omit<NoticeDraft, 'receiver'> = { kind: 'contact-changed', weight: 'office', details }
    const notices: NoticeDraft[] = [...concerned].map((receiver) => ({ receiver, ...told }))
    // I8: whoever was reached there hears that they no longer are, so that nobody is cut off in silence.
    if (changed.includes('email') && before.email !== null) {
      notices.push({ receiver: found.person_id, ...told, formerEmail: before.email })
    }
    return {
      allowed: true,
      basis: power.factId,
      subject: found.person_id,
      details: changed.length === 0 ? details : { ...details, changed: changed.join('-') },
      notices,
      result: {},
    }
  },
})
