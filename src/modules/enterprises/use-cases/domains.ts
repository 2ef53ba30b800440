import { holdsAt } from '#database'
import { fields, operation, refuse } from '#operations'
import { enterprisePower } from '#rights'
import { z } from 'zod'
import { mayCloseDomain, mayOpenDomain } from '../rules.ts'
import { undoOpening } from '../undo-rules.ts'
import { capacitiesIn, tellDomain } from './concerned.ts'

const input = z.strictObject({ domain: fields.code })

/** E2: the chief or a co-chief opens a domain. */
export const activateDomain = operation({
  code: 'activate-domain',
  effect: 'gives',
  actors: ['chief-access-manager', 'co-chief-access-manager'],
  scope: 'enterprise',
  event: 'domain-activated',
  undo: undoOpening,
  input,
  async run(unit, scene, { domain }) {
    const power = enterprisePower(scene.authority)
    if (!power) return refuse('outside-your-scope')
    const open = scene.actorFacts.domains.some((fact) => fact.domain === domain && holdsAt(fact, unit.now))
    const ruling = mayOpenDomain({ domain: unit.catalogue.domains.get(domain), open })
    if (!ruling.allowed) return ruling
    await unit.facts.record(
      'domain_activation',
      { enterprise_id: scene.enterprise, domain, by_person: scene.actor.person, by_basis: power.factId },
      { from: unit.now, until: null },
    )
    const draft = { kind: 'domain-opened', weight: 'office', details: { domain } } as const
    const about = { domain, capacities: capacitiesIn(unit, domain) }
    const notices = await tellDomain(unit, scene, power, about, draft)
    return { allowed: true, basis: power.factId, details: { domain }, notices, result: {} }
  },
})

/** E3: the chief or a co-chief closes a domain; what was given in it stays written and carries nothing until it is opened again. */
export const closeDomain = operation({
  code: 'close-domain',
  effect: 'takes',
  actors: ['chief-access-manager', 'co-chief-access-manager'],
  scope: 'enterprise',
  event: 'domain-closed',
  undo: undoOpening,
  input,
  async run(unit, scene, { domain }) {
    const power = enterprisePower(scene.authority)
    if (!power) return refuse('outside-your-scope')
    const open = scene.actorFacts.domains.find((fact) => fact.domain === domain && holdsAt(fact, unit.now))
    const ruling = mayCloseDomain({ domain: unit.catalogue.domains.get(domain), open: open !== undefined })
    if (!ruling.allowed) return ruling
    if (open) await unit.facts.end('domain_activation', open, unit.now)
    const draft = { kind: 'domain-closed', weight: 'office', details: { domain } } as const
    const about = { domain, capacities: capacitiesIn(unit, domain) }
    const notices = await tellDomain(unit, scene, power, about, draft)
    return { allowed: true, basis: power.factId, details: { domain }, notices, result: {} }
  },
})
