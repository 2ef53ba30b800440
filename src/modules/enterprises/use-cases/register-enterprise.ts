import { operation, refuse } from '#operations'
import { z } from 'zod'
import { vacancy } from '../vacancy.ts'

/** E1: a legal representative registers the enterprise, once; its chief's seat is then explicitly vacant. */
export const registerEnterprise = operation({
  code: 'register-enterprise',
  effect: 'gives',
  actors: ['legal-representative'],
  scope: 'enterprise',
  event: 'enterprise-registered',
  input: z.strictObject({}),
  async run(unit, scene) {
    const [representation] = scene.authority.representations
    if (!representation) return refuse('not-legal-representative')
    if (scene.account) return refuse('already-registered')
    const by = { by_person: scene.actor.person, by_basis: representation.fact_id }
    const open = { from: unit.now, until: null }
    const enterprise_id = scene.enterprise
    await unit.facts.record('account', { enterprise_id, state: 'registered', ebox: false, ...by }, open)
    await unit.facts.record('appointment', vacancy(enterprise_id), open)
    return { allowed: true, basis: representation.fact_id, details: {}, notices: [], result: {} }
  },
})
