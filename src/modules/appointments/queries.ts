import { empowers } from '#catalogue'
import { factsOf, type Fact, type Reader } from '#database'
import { isUuid, type EnterpriseId, type Instant, type PersonId } from '#kernel'
import type { View } from '#operations'
import { knownAsMany } from '#people'
import { lacksOf, type Lack } from './lacks.ts'
import { isSeated, isWaiting } from './seat.ts'
import { standInsOf } from './stand-in.queries.ts'

/** Everybody who holds an office of the enterprise or is asked to, and everybody who represents it, at a moment. */
export interface Offices {
  readonly appointments: readonly Fact<'appointment'>[]
  readonly representations: readonly Fact<'representation'>[]
  /** What an office lacks to count whole, by its reference (R12, R13). */
  readonly lacks: ReadonlyMap<string, Lack>
  readonly standIns: readonly Fact<'stand_in'>[]
}

/** Every office and representation that holds at the moment that the view shows: complete, in the order in which they began. */
export async function officesOf(reader: Reader, view: View): Promise<Offices> {
  const facts = factsOf(reader)
  const where = { enterprise_id: view.enterprise }
  const appointments = await facts.find('appointment', where, { at: view.shown })
  const representations = await facts.find('representation', where, { at: view.shown })
  return {
    appointments,
    representations: representations.filter((fact) =>
      empowers(view.catalogue, fact.function_code, view.record.legal_form),
    ),
    lacks: await lacksOf(reader, view, appointments),
    standIns: await standInsOf(reader, view),
  }
}

/** The state of one appointment at the view's moment, by the reference in an address; null for a vacancy and for what is none. */
export async function appointmentOf(
  reader: Reader,
  view: View,
  reference: string,
): Promise<Fact<'appointment'> | null> {
  if (!isUuid(reference)) return null
  const where = { enterprise_id: view.enterprise, fact_id: reference }
  const found = await factsOf(reader).find('appointment', where, { at: view.now })
  return found.find((fact) => isSeated(fact) || isWaiting(fact)) ?? null
}

/** How many users each group of the enterprise has, by capacity. */
export async function userCounts(
  reader: Reader,
  enterprise: EnterpriseId,
  at: Instant,
): Promise<ReadonlyMap<string, number>> {
  const rows = await reader
    .selectFrom('current_membership')
    .select((eb) => ['capacity', eb.fn.count<number | string>('person_id').distinct().as('users')])
    .where('enterprise_id', '=', enterprise)
    .where('valid_from', '<=', at)
    .where((eb) => eb.or([eb('valid_until', 'is', null), eb('valid_until', '>', at)]))
    .groupBy('capacity')
    .execute()
  return new Map(rows.map(({ capacity, users }) => [capacity, Number(users)]))
}

export interface Reach {
  readonly email: string | null
  readonly phone: string | null
}

/** How the enterprise itself says that these persons can be reached; their own account is nobody else's business. */
export async function reachOf(
  reader: Reader,
  enterprise: EnterpriseId,
  persons: readonly PersonId[],
): Promise<(person: PersonId) => Reach> {
  const known = await knownAsMany(reader, enterprise, persons)
  return (person) => ({ email: known.get(person)?.email ?? null, phone: known.get(person)?.phone ?? null })
}
