import { fields, operation, proposals, refuse, type Scene, type Unit } from '#operations'
import { z } from 'zod'
import { concerned } from '../concerned.ts'
import { mayRecognise } from '../rules.ts'

async function ruling(unit: Unit, { enterprise }: Scene, capacity: string) {
  const found = await unit.facts.find('recognition', { enterprise_id: enterprise, capacity }, { at: unit.now })
  return mayRecognise({ capacity: unit.catalogue.capacities.get(capacity), recognised: found.length > 0 })
}

/** H4: an agent proposes a recognition. */
export const proposeRecognition = operation({
  code: 'propose-recognition',
  effect: 'gives',
  actors: ['desk-agent'],
  scope: 'enterprise',
  event: 'recognition-proposed',
  input: z.strictObject({ capacity: fields.code }),
  async run(unit, scene, { capacity }) {
    const may = await ruling(unit, scene, capacity)
    if (!may.allowed) return may
    const basis = scene.desk ?? ''
    const by = { by: 'desk', by_person: scene.actor.person, by_basis: basis } as const
    const matter = { enterprise: scene.enterprise, what: 'recognise', subject: capacity } as const
    const made = await proposals.propose(unit, matter, { body: {}, ...by })
    if (!made.allowed) return refuse(made.reason)
    const details = { capacity }
    return {
      allowed: true,
      basis,
      details,
      notices: await concerned(unit, scene, { kind: 'recognition-proposed', details }),
      result: { proposal: made.proposal.fact_id },
    }
  },
})

/** H4, H6: another agent confirms it, and the enterprise is recognised. */
export const confirmRecognition = operation({
  code: 'confirm-recognition',
  effect: 'gives',
  actors: ['desk-agent'],
  scope: 'enterprise',
  event: 'capacity-recognised',
  input: z.strictObject({ capacity: fields.code }),
  async run(unit, scene, { capacity }) {
    const matter = { enterprise: scene.enterprise, what: 'recognise', subject: capacity } as const
    const proposal = await proposals.waitingFor(unit, matter)
    const own = proposals.mayConfirm({ proposal, actor: scene.actor.person })
    if (!own.allowed || !proposal) return refuse(own.allowed ? 'proposal-unknown' : own.reason)
    const may = await ruling(unit, scene, capacity)
    if (!may.allowed) return may
    await proposals.confirm(unit, proposal, scene.actor.person)
    const { by_person, by_basis } = proposal
    const body = { enterprise_id: scene.enterprise, capacity, by_person, by_basis, confirmed_by: scene.actor.person }
    await unit.facts.record('recognition', body, { from: unit.now, until: null })
    const details = { capacity }
    return {
      allowed: true,
      basis: scene.desk ?? '',
      subject: by_person,
      details,
      notices: await concerned(unit, scene, { kind: 'capacity-recognised', details }),
      result: {},
    }
  },
})
