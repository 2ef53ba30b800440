import type { NoticeDraft, Scene, Unit } from '#operations'
import { representationsAt } from '#rights'

type Told = Pick<NoticeDraft, 'kind' | 'details'>

/** H7: the chief, the co-chiefs and every representative hear what the desk does. */
export async function concerned(unit: Unit, scene: Scene, told: Told): Promise<NoticeDraft[]> {
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
  return [...persons].map((receiver) => ({ receiver, weight: 'office', ...told }))
}
