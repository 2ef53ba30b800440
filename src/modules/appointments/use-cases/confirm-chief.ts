import { joint } from '#enterprises'
import { fields, operation, refuse } from '#operations'
import { z } from 'zod'
import { appoint } from './appoint.ts'
import { proposedChief } from './propose-chief.ts'

/** A2: another representative confirms the chief, who is then appointed by them, as all is at that moment. */
export const confirmChiefProposal = operation({
  code: 'confirm-chief-proposal',
  effect: 'gives',
  actors: ['legal-representative'],
  scope: 'enterprise',
  event: 'chief-appointed',
  input: z.strictObject({ proposal: fields.reference }),
  async run(unit, scene, input) {
    const confirmed = await joint.confirm(unit, scene, input.proposal, ['appoint-chief'])
    if (!confirmed.allowed) return confirmed
    const power = scene.authority.powers.find(({ factId }) => factId === confirmed.basis)
    if (!power) return refuse('not-legal-representative')
    const seat = { enterprise: scene.enterprise, office: 'chief-access-manager', scope: '' } as const
    const done = await appoint(unit, scene, seat, power, proposedChief(confirmed.proposal))
    if (!done.allowed) return done
    const notices = [...confirmed.notices, ...done.notices]
    return { ...done, details: { ...done.details, jointly: 'yes' }, notices }
  },
})
