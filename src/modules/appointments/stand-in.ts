import type { Fact } from '#database'
import type { EnterpriseId, Instant } from '#kernel'
import type { Unit } from '#operations'

type StandIn = Fact<'stand_in'>

/** The state of a stand-in at this moment, by its reference. */
export async function standInNow(
  unit: Unit,
  enterprise: EnterpriseId,
  reference: string,
): Promise<StandIn | undefined> {
  const where = { enterprise_id: enterprise, fact_id: reference }
  const [found] = await unit.facts.find('stand_in', where, { at: unit.now })
  return found
}

/** Whoever stands in for the holder of this appointment, is to, or was asked to. */
export function standInsFor(
  unit: Unit,
  { enterprise_id, fact_id }: Pick<Fact<'appointment'>, 'enterprise_id' | 'fact_id'>,
): Promise<StandIn[]> {
  return unit.facts.find('stand_in', { enterprise_id, appointment: fact_id }, { since: unit.now })
}

/** A32: the stand-in ends at a moment, and with them what they granted and nobody kept: all of it in this transaction. */
export async function endStandIn(
  unit: Unit,
  { enterprise_id, fact_id }: Pick<StandIn, 'enterprise_id' | 'fact_id'>,
  at: Instant,
): Promise<void> {
  const since = { since: at }
  for (const state of await unit.facts.find('stand_in', { enterprise_id, fact_id }, since)) {
    await unit.facts.end('stand_in', state, at)
  }
  const granted = { enterprise_id, by_basis: fact_id }
  for (const right of await unit.facts.find('authorisation', granted, since)) {
    await unit.facts.end('authorisation', right, at)
  }
  for (const membership of await unit.facts.find('membership', granted, since)) {
    // What others gave within that membership goes with it.
    const within = { enterprise_id, membership_id: membership.fact_id }
    for (const right of await unit.facts.find('authorisation', within, since)) {
      await unit.facts.end('authorisation', right, at)
    }
    await unit.facts.end('membership', membership, at)
  }
  for (const role of await unit.facts.find('role_assignment', granted, since)) {
    await unit.facts.end('role_assignment', role, at)
  }
}

/** A32: an office that ends leaves nobody to stand in for. */
export async function endStandInsWith(unit: Unit, office: Fact<'appointment'>, at: Instant): Promise<void> {
  const references = new Set((await standInsFor(unit, office)).map(({ fact_id }) => fact_id))
  for (const fact_id of references) await endStandIn(unit, { enterprise_id: office.enterprise_id, fact_id }, at)
}
