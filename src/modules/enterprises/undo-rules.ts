import { holdsAt } from '#database'
import { refuse, type UndoRule } from '#operations'
import { enterprisePower } from '#rights'
import { mayActivateCapacity, mayOpenDomain } from './rules.ts'

/** U21: what was opened or closed is undone by the chief or a co-chief; what is opened again asks what opening asks (E2, E4). */
export const undoOpening: UndoRule = async (unit, scene, { returns }) => {
  const power = enterprisePower(scene.authority)
  if (!power) return refuse('outside-your-scope')
  const { domains, capacities } = scene.actorFacts
  const isOpen = (code: string | undefined) => domains.some((fact) => fact.domain === code && holdsAt(fact, unit.now))
  for (const { domain } of returns('domain_activation')) {
    const ruling = mayOpenDomain({ domain: unit.catalogue.domains.get(domain), open: isOpen(domain) })
    if (!ruling.allowed) return ruling
  }
  for (const { capacity: code } of returns('capacity_activation')) {
    const capacity = unit.catalogue.capacities.get(code)
    const where = { enterprise_id: scene.enterprise, capacity: code }
    const ruling = mayActivateCapacity({
      capacity,
      domainOpen: isOpen(capacity?.domain),
      active: capacities.some((fact) => fact.capacity === code && holdsAt(fact, unit.now)),
      record: scene.record,
      recognised: (await unit.facts.find('recognition', where, { at: unit.now })).length > 0,
    })
    if (!ruling.allowed) return ruling
  }
  return { allowed: true, basis: power.factId }
}
