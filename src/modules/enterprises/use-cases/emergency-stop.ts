import { holdsAt } from '#database'
import { operation, refuse, type Done, type NoticeDraft, type Refused, type Scene, type Unit } from '#operations'
import { z } from 'zod'
import { mayLiftStop } from '../rules.ts'
import { actsOnlyJointly, proposeJointly, representativesAt, settle } from './joint.ts'

/** The chief, the co-chiefs and every representative hear of a stop and of its lifting. */
async function concerned(unit: Unit, scene: Scene, kind: string): Promise<NoticeDraft[]> {
  const at = unit.now
  const where = { enterprise_id: scene.enterprise }
  const offices = await unit.facts.find(
    'appointment',
    { ...where, office: ['chief-access-manager', 'co-chief-access-manager'], state: ['active', 'suspended'] },
    { at },
  )
  const persons = new Set([
    ...offices.flatMap(({ person_id }) => (person_id === null ? [] : [person_id])),
    ...(await representativesAt(unit.facts, unit.catalogue, scene.record, at)),
  ])
  return [...persons].map((receiver) => ({ receiver, kind, weight: 'office' }))
}

/** E6: one representative alone stops all access in the enterprise's name; it takes away, so nothing refuses it but a stop already pressed. */
export const pressEmergencyStop = operation({
  code: 'press-emergency-stop',
  effect: 'takes',
  actors: ['legal-representative'],
  scope: 'enterprise',
  event: 'emergency-stop-pressed',
  input: z.strictObject({}),
  async run(unit, scene) {
    const [representation] = scene.authority.representations
    if (!representation) return refuse('not-legal-representative')
    if (scene.stop) return refuse('already-stopped')
    const by = { by_person: scene.actor.person, by_basis: representation.fact_id }
    const open = { from: unit.now, until: null }
    await unit.facts.record('emergency_stop', { enterprise_id: scene.enterprise, ...by }, open)
    const notices = await concerned(unit, scene, 'emergency-stop-pressed')
    return { allowed: true, basis: representation.fact_id, details: {}, notices, result: {} }
  },
})

/** The stop is lifted from this moment; a proposal to lift it waits no longer. */
export async function liftStop(unit: Unit, scene: Scene, basis: string): Promise<Refused | Done<object>> {
  const stops = scene.actorFacts.stops.filter((stop) => holdsAt(stop, unit.now))
  if (stops.length === 0) return refuse('not-stopped')
  for (const stop of stops) await unit.facts.end('emergency_stop', stop, unit.now)
  const settled = await settle(unit, scene, ['lift-stop', 'lift-stop-by-desk'])
  const notices = [...settled, ...(await concerned(unit, scene, 'emergency-stop-lifted'))]
  return { allowed: true, basis, details: {}, notices, result: {} }
}

/** E7: lifting a stop needs the normal representation. E17: who represents the enterprise only jointly proposes it to the others. */
export const liftEmergencyStop = operation({
  code: 'lift-emergency-stop',
  effect: 'gives',
  actors: ['legal-representative'],
  scope: 'enterprise',
  event: 'emergency-stop-lifted',
  input: z.strictObject({}),
  async run(unit, scene): Promise<Refused | Done<object>> {
    const { representations } = scene.authority
    const ruling = mayLiftStop({ stopped: scene.stop !== undefined, representations })
    if (!ruling.allowed) return ruling
    if (actsOnlyJointly(representations)) return proposeJointly(unit, scene, 'lift-stop')
    const basis = representations.find(({ power }) => power !== 'jointly')?.fact_id ?? ''
    return liftStop(unit, scene, basis)
  },
})
