import { holdsAt } from '#database'
import { fields, operation, refuse } from '#operations'
import { enterprisePower } from '#rights'
import { z } from 'zod'
import { mayActivateCapacity, mayCloseCapacity } from '../rules.ts'
import { undoOpening } from '../undo-rules.ts'
import { tellDomain } from './concerned.ts'

const named = z.strictObject({ capacity: fields.code })

/** E4: the chief or a co-chief activates a capacity; it becomes a group, with its services. */
export const activateCapacity = operation({
  code: 'activate-capacity',
  effect: 'gives',
  actors: ['chief-access-manager', 'co-chief-access-manager'],
  scope: 'enterprise',
  event: 'capacity-activated',
  undo: undoOpening,
  input: named,
  async run(unit, scene, input) {
    const power = enterprisePower(scene.authority)
    if (!power) return refuse('outside-your-scope')
    const capacity = unit.catalogue.capacities.get(input.capacity)
    const where = { enterprise_id: scene.enterprise, capacity: input.capacity }
    const recognitions = await unit.facts.find('recognition', where, { at: unit.now })
    const ruling = mayActivateCapacity({
      capacity,
      domainOpen: scene.actorFacts.domains.some((fact) => fact.domain === capacity?.domain && holdsAt(fact, unit.now)),
      active: scene.actorFacts.capacities.some((fact) => fact.capacity === input.capacity && holdsAt(fact, unit.now)),
      record: scene.record,
      recognised: recognitions.length > 0,
    })
    if (!ruling.allowed) return ruling
    const by = { by_person: scene.actor.person, by_basis: power.factId }
    await unit.facts.record(
      'capacity_activation',
      { enterprise_id: scene.enterprise, domain: capacity?.domain ?? '', capacity: input.capacity, ...by },
      { from: unit.now, until: null },
    )
    const details = { capacity: input.capacity }
    const about = { domain: unit.catalogue.capacities.get(input.capacity)?.domain ?? '', capacities: [input.capacity] }
    const notices = await tellDomain(unit, scene, power, about, {
      kind: 'capacity-activated',
      weight: 'office',
      details,
    })
    return { allowed: true, basis: power.factId, details, notices, result: {} }
  },
})

/** E5: the chief or a co-chief closes a capacity; its group stays written and carries nothing until it is activated again. */
export const closeCapacity = operation({
  code: 'close-capacity',
  effect: 'takes',
  actors: ['chief-access-manager', 'co-chief-access-manager'],
  scope: 'enterprise',
  event: 'capacity-closed',
  undo: undoOpening,
  input: named,
  async run(unit, scene, input) {
    const power = enterprisePower(scene.authority)
    if (!power) return refuse('outside-your-scope')
    const active = scene.actorFacts.capacities.find(
      (fact) => fact.capacity === input.capacity && holdsAt(fact, unit.now),
    )
    const ruling = mayCloseCapacity({
      capacity: unit.catalogue.capacities.get(input.capacity),
      active: active !== undefined,
    })
    if (!ruling.allowed) return ruling
    if (active) await unit.facts.end('capacity_activation', active, unit.now)
    const details = { capacity: input.capacity }
    const about = { domain: unit.catalogue.capacities.get(input.capacity)?.domain ?? '', capacities: [input.capacity] }
    const notices = await tellDomain(unit, scene, power, about, { kind: 'capacity-closed', weight: 'office', details })
    return { allowed: true, basis: power.factId, details, notices, result: {} }
  },
})
