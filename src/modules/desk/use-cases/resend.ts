import { fields, operation, refuse } from '#operations'
import { z } from 'zod'
import { mayInviteAgain } from '../rules.ts'

/** H8: the invitation goes out once more, as a notice like the first, with the link of their account where they have one; nothing about the appointment changes. */
export const resendActivation = operation({
  code: 'resend-activation',
  effect: 'gives',
  actors: ['desk-agent'],
  scope: 'enterprise',
  event: 'activation-resent',
  input: z.strictObject({ appointment: fields.reference }),
  async run(unit, scene, input) {
    const where = { enterprise_id: scene.enterprise, fact_id: input.appointment }
    const [appointment] = (await unit.facts.find('appointment', where)).toSorted((a, b) => b.valid_from - a.valid_from)
    const may = mayInviteAgain({ appointment, at: unit.now })
    if (!may.allowed) return may
    if (!appointment || appointment.person_id === null) return refuse('appointment-unknown')
    const { person_id: receiver, office, scope } = appointment
    await unit.inviteToAccountAgain(receiver)
    const details = { office, scope }
    return {
      allowed: true,
      basis: scene.desk ?? '',
      subject: receiver,
      details,
      notices: [{ receiver, kind: 'activation-resent', weight: 'office', details }],
      result: {},
    }
  },
})
