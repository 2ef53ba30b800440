import { holdsAt, type Fact } from '#database'
import type { Scene, Unit } from '#operations'

/**
 * A15: the first chief in the seat activates the account, its e-Box and the domains that the catalogue opens by default.
 * A19: on the chief's first day, written ahead where that is a later one.
 */
export async function activateAccount(unit: Unit, scene: Scene, chief: Fact<'appointment'>): Promise<void> {
  if (!scene.account || scene.account.state === 'active' || chief.person_id === null) return
  const by = { by_person: chief.person_id, by_basis: chief.fact_id }
  const at = chief.valid_from
  await unit.facts.change('account', scene.account, { state: 'active', ebox: true, ...by }, at)
  for (const domain of unit.catalogue.domains.values()) {
    const open = scene.actorFacts.domains.some((fact) => fact.domain === domain.code && holdsAt(fact, at))
    if (domain.opensByDefault && !open) {
      await unit.facts.record(
        'domain_activation',
        { enterprise_id: scene.enterprise, domain: domain.code, ...by },
        { from: at, until: null },
      )
    }
  }
}

/** A19: a first chief who falls away before their day activates nothing. */
export async function forgetActivation(unit: Unit, chief: Fact<'appointment'>): Promise<void> {
  const where = { enterprise_id: chief.enterprise_id }
  const accounts = await unit.facts.find('account', where, { since: unit.now })
  const planned = accounts.find((fact) => fact.by_basis === chief.fact_id && fact.valid_from > unit.now)
  if (!planned) return
  await unit.facts.end('account', planned, unit.now)
  const before = accounts.find((fact) => fact.valid_until === planned.valid_from)
  if (before) await unit.facts.change('account', before, {}, before.valid_from, null)
  const domains = await unit.facts.find('domain_activation', { ...where, by_basis: chief.fact_id }, { since: unit.now })
  for (const domain of domains) {
    if (domain.valid_from > unit.now) await unit.facts.end('domain_activation', domain, unit.now)
  }
}
