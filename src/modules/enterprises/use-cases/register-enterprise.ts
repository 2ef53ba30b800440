import { operation, refuse, type Done, type Refused, type Scene, type Unit } from '#operations'
import { z } from 'zod'
import { vacancy } from '../vacancy.ts'
import { actsOnlyJointly, proposeJointly, representativesAt, settle, tellOthers } from './joint.ts'

/** The enterprise is registered from this moment, its chief's seat explicitly vacant; its other representatives are told. */
export async function registerNow(unit: Unit, scene: Scene, basis: string): Promise<Refused | Done<object>> {
  if (scene.account) return refuse('already-registered')
  const by = { by_person: scene.actor.person, by_basis: basis }
  const open = { from: unit.now, until: null }
  const enterprise_id = scene.enterprise
  await unit.facts.record('account', { enterprise_id, state: 'registered', ebox: false, ...by }, open)
  await unit.facts.record('appointment', vacancy(enterprise_id), open)
  const settled = await settle(unit, scene, ['register'])
  const able = await representativesAt(unit.facts, unit.catalogue, scene.record, unit.now)
  const proposers = new Set(settled.map(({ receiver }) => receiver))
  const others = [...able].filter((person) => !proposers.has(person))
  return {
    allowed: true,
    basis,
    details: {},
    notices: [...settled, ...tellOthers(others, scene, { kind: 'registered', weight: 'office' })],
    result: {},
  }
}

/**
 * E1: a legal representative registers the enterprise, once; its chief's seat is then explicitly vacant. E17: who represents
 * it only jointly proposes it to the others.
 */
export const registerEnterprise = operation({
  code: 'register-enterprise',
  effect: 'gives',
  actors: ['legal-representative'],
  scope: 'enterprise',
  beforeRegistration: true,
  event: 'enterprise-registered',
  input: z.strictObject({}),
  async run(unit, scene): Promise<Refused | Done<object>> {
    const { representations } = scene.authority
    const representation = representations.find(({ power }) => power !== 'jointly') ?? representations[0]
    if (!representation) return refuse('not-legal-representative')
    if (scene.account) return refuse('already-registered')
    if (actsOnlyJointly(representations)) return proposeJointly(unit, scene, 'register')
    return registerNow(unit, scene, representation.fact_id)
  },
})
