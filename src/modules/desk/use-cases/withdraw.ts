import { fields, operation, proposals, refuse } from '#operations'
import { z } from 'zod'
import { concerned } from '../concerned.ts'

/** H6: any agent withdraws what waits for another one. */
export const withdrawDeskProposal = operation({
  code: 'withdraw-desk-proposal',
  effect: 'takes',
  actors: ['desk-agent'],
  scope: 'enterprise',
  event: 'desk-proposal-withdrawn',
  /** The capacity where a recognition is withdrawn; absent: the lifting of the stop. */
  input: z.strictObject({ capacity: fields.code.optional() }),
  async run(unit, scene, { capacity }) {
    const matter =
      capacity === undefined
        ? ({ enterprise: scene.enterprise, what: 'lift-stop-by-desk' } as const)
        : ({ enterprise: scene.enterprise, what: 'recognise', subject: capacity } as const)
    const proposal = await proposals.waitingFor(unit, matter)
    if (!proposal) return refuse('proposal-unknown')
    await proposals.withdraw(unit, proposal)
    const details: Record<string, string> = capacity === undefined ? {} : { capacity }
    return {
      allowed: true,
      basis: scene.desk ?? '',
      subject: proposal.by_person,
      details,
      notices: await concerned(unit, scene, { kind: 'desk-proposal-withdrawn', details }),
      result: {},
    }
  },
})
