import { joint } from '#enterprises'
import { operation, proposals, refuse } from '#operations'
import { z } from 'zod'
import { concerned } from '../concerned.ts'
import { mayLift } from '../rules.ts'

/** H5: an agent proposes to lift the emergency stop. */
export const proposeLift = operation({
  code: 'propose-lift',
  effect: 'gives',
  actors: ['desk-agent'],
  scope: 'enterprise',
  event: 'lift-proposed',
  input: z.strictObject({}),
  async run(unit, scene) {
    if (!scene.stop) return refuse('not-stopped')
    const basis = scene.desk ?? ''
    const by = { by: 'desk', by_person: scene.actor.person, by_basis: basis } as const
    const matter = { enterprise: scene.enterprise, what: 'lift-stop-by-desk' } as const
    const waiting = await proposals.waitingFor(unit, matter)
    // It is about a stop that was lifted meanwhile: nobody can confirm it any more.
    if (waiting && waiting.body['stop'] !== scene.stop.fact_id) await proposals.withdraw(unit, waiting)
    const made = await proposals.propose(unit, matter, { body: { stop: scene.stop.fact_id }, ...by })
    if (!made.allowed) return refuse(made.reason)
    return {
      allowed: true,
      basis,
      details: {},
      notices: await concerned(unit, scene, { kind: 'lift-proposed' }),
      result: { proposal: made.proposal.fact_id },
    }
  },
})

/** H5, H6: another agent confirms it, and the stop is lifted. */
export const confirmLift = operation({
  code: 'confirm-lift',
  effect: 'gives',
  actors: ['desk-agent'],
  scope: 'enterprise',
  event: 'emergency-stop-lifted-by-desk',
  input: z.strictObject({}),
  async run(unit, scene) {
    const proposal = await proposals.waitingFor(unit, { enterprise: scene.enterprise, what: 'lift-stop-by-desk' })
    const own = proposals.mayConfirm({ proposal, actor: scene.actor.person })
    if (!own.allowed || !proposal) return refuse(own.allowed ? 'proposal-unknown' : own.reason)
    const may = mayLift({ stop: scene.stop, proposed: proposal.body['stop'] })
    if (!may.allowed) return may
    await proposals.confirm(unit, proposal, scene.actor.person)
    if (scene.stop) await unit.facts.end('emergency_stop', scene.stop, unit.now)
    // What joint representatives wait for is done: a confirmation of theirs must not lift a later stop.
    const settled = await joint.settle(unit, scene, ['lift-stop'])
    return {
      allowed: true,
      basis: scene.desk ?? '',
      subject: proposal.by_person,
      details: {},
      notices: [...(await concerned(unit, scene, { kind: 'stop-lifted-by-desk' })), ...settled],
      result: {},
    }
  },
})
