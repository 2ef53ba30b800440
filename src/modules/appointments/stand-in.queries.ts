import { factsOf, type Fact, type Reader } from '#database'
import { instant, isUuid, type EnterpriseId, type Instant } from '#kernel'
import type { Due, View } from '#operations'
import type { DueAsked } from './due.queries.ts'

/** Everybody who stands in for somebody at the moment that the view shows, is to, or was asked to. */
export function standInsOf(reader: Reader, view: Pick<View, 'enterprise' | 'shown'>): Promise<Fact<'stand_in'>[]> {
  return factsOf(reader).find('stand_in', { enterprise_id: view.enterprise }, { at: view.shown })
}

/** One of them, by the reference in an address. */
export async function standInOf(reader: Reader, view: View, reference: string): Promise<Fact<'stand_in'> | null> {
  if (!isUuid(reference)) return null
  const where = { enterprise_id: view.enterprise, fact_id: reference }
  const [found] = await factsOf(reader).find('stand_in', where, { at: view.now })
  return found ?? null
}

/** How many rights now rest on a stand-in, and would end with them: memberships and services. */
export async function grantsOf(
  reader: Reader,
  enterprise: EnterpriseId,
  standIn: string,
  at: Instant,
): Promise<{ readonly users: number; readonly services: number }> {
  const facts = factsOf(reader)
  const where = { enterprise_id: enterprise, by_basis: standIn }
  const users = await facts.find('membership', where, { since: at })
  const services = await facts.find('authorisation', where, { since: at })
  return { users: users.length, services: services.length }
}

/** Stretches in one of these states, by the moment `beforeMs` before their end, for which the deed was not done yet. */
export async function standInsBy(
  reader: Reader,
  states: readonly Fact<'stand_in'>['state'][],
  beforeMs: number,
  { code, window, after, limit }: DueAsked,
): Promise<Due[]> {
  const end = (due: Instant) => instant(due + beforeMs)
  let rows = reader
    .selectFrom('stand_in as s')
    .select(['s.enterprise_id', 's.fact_id', 's.valid_until'])
    .where('s.superseded_at', 'is', null)
    .where('s.state', 'in', states)
    .where('s.valid_until', '>=', end(after?.at ?? window.from))
    .where('s.valid_until', '<=', end(window.until))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('told_by_itself as told')
            .select('told.fact_id')
            .whereRef('told.fact_id', '=', 's.fact_id')
            .where('told.what', '=', code),
        ),
      ),
    )
    .orderBy('s.valid_until')
    .orderBy('s.fact_id')
    .limit(limit)
  if (after !== null) {
    const { at, factId } = after
    rows = rows.where((eb) => eb.or([eb('s.valid_until', '>', end(at)), eb('s.fact_id', '>', factId)]))
  }
  return (await rows.execute()).map((row) => ({
    enterprise: row.enterprise_id,
    factId: row.fact_id,
    at: instant((row.valid_until ?? end(window.until)) - beforeMs),
  }))
}
