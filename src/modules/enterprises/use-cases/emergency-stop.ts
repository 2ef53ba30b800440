import { holdsAt } from '#database'
import { operation, refuse, type NoticeDraft, type Scene, type Unit } from '#operations'
import { representationsAt } from '#rights'
import { z } from 'zod'
import { mayLiftStop } from '../rules.ts'

/** The chief, the co-chiefs and every representative hear of a stop and of its lifting. */
async function concerned(unit: Unit, scene: Scene, kind: string): Promise<NoticeDraft[]> {
  const at = unit.now
  const where = { enterprise_id: scene.enterprise }
  const offices = await unit.facts.find(
    'appointment',
    { ...where, office: ['chief-access-manager', 'co-chief-access-manager'], state: ['active', 'suspended'] },
    { at },
  )
  const known = { records: [scene.record], representations: await unit.facts.find('representation', where) }
  const persons = new Set([
    ...offices.flatMap(({ person_id }) => (person_id === null ? [] : [person_id])),
    ...representationsAt(unit.catalogue, known, at).map(({ person_id }) => person_id),
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

/** E7: lifting a stop needs the normal representation. */
export const liftEmergencyStop = operation({
  code: 'lift-emergency-stop',
  effect: 'gives',
  actors: ['legal-representative'],
  scope: 'enterprise',
  event: 'emergency-stop-lifted',
  input: z.strictObject({}),
  async run(unit, scene) {
    const representations = scene.authority.representations
    const ruling = mayLiftStop({ stopped: scene.stop !== undefined, representations })
    if (!ruling.allowed) return ruling
    for (const stop of scene.actorFacts.stops) {
      if (holdsAt(stop, unit.now)) await unit.facts.end('emergency_stop', stop, unit.now)
    }
    const basis = representations.find(({ power }) => power !== 'jointly')?.fact_id ?? ''
    return {
      allowed: true,
      basis,
      details: {},
      notices: await concerned(unit, scene, 'emergency-stop-lifted'),
      result: {},
    }
  },
})
