import { holdsAt, type Fact } from '#database'
import type { Scene, Unit } from '#operations'

/** A15: the first chief in the seat activates the account, its e-Box and the domains that the catalogue opens by default. */
export async function activateAccount(unit: Unit, scene: Scene, chief: Fact<'appointment'>): Promise<void> {
  if (!scene.account || scene.account.state === 'active' || chief.person_id === null) return
  const by = { by_person: chief.person_id, by_basis: chief.fact_id }
  await unit.facts.change('account', scene.account, { state: 'active', ebox: true, ...by }, unit.now)
  for (const domain of unit.catalogue.domains.values()) {
    const open = scene.actorFacts.domains.some((fact) => fact.domain === domain.code && holdsAt(fact, unit.now))
    if (domain.opensByDefault && !open) {
      await unit.facts.record(
        'domain_activation',
        { enterprise_id: scene.enterprise, domain: domain.code, ...by },
        { from: unit.now, until: null },
      )
    }
  }
}
