import { factsOf, type Reader } from '#database'
import type { EnterpriseId, Instant, PersonId } from '#kernel'
import type { HistoryFilters } from '#audit'
import { displayName, knownAsMany, personsByIds } from '#people'

/** The name by which an enterprise's pages call a person; null when nobody has told one yet. */
export type NameOf = (person: PersonId | null) => string | null

/** The names of these persons as the enterprise knows them, in two queries however many there are. */
export async function personNames(
  reader: Reader,
  enterprise: EnterpriseId,
  persons: Iterable<PersonId | null>,
): Promise<NameOf> {
  const ids = [...new Set(persons)].filter((id) => id !== null)
  const [found, known] = [await personsByIds(reader, ids), await knownAsMany(reader, enterprise, ids)]
  return (id) => (id === null ? null : displayName(found.get(id) ?? null, known.get(id) ?? null))
}

/** How many people are users of these groups at a moment, and how many online services they were given there. */
export async function givenIn(
  reader: Reader,
  enterprise: EnterpriseId,
  capacities: readonly string[],
  at: Instant,
): Promise<{ users: number; services: number }> {
  if (capacities.length === 0) return { users: 0, services: 0 }
  const members = await reader
    .selectFrom('current_membership')
    .select((eb) => eb.fn.count<number | string>('person_id').distinct().as('count'))
    .where('enterprise_id', '=', enterprise)
    .where('capacity', 'in', capacities)
    .where('valid_from', '<=', at)
    .where((eb) => eb.or([eb('valid_until', 'is', null), eb('valid_until', '>', at)]))
    .executeTakeFirstOrThrow()
  const given = await reader
    .selectFrom('current_authorisation')
    .select((eb) => eb.fn.countAll<number | string>().as('count'))
    .where('enterprise_id', '=', enterprise)
    .where('capacity', 'in', capacities)
    .where('valid_from', '<=', at)
    .where((eb) => eb.or([eb('valid_until', 'is', null), eb('valid_until', '>', at)]))
    .executeTakeFirstOrThrow()
  return { users: Number(members.count), services: Number(given.count) }
}

function entries(reader: Reader, enterprise: EnterpriseId, filters: HistoryFilters) {
  const { event, personId, from, until } = filters
  let query = reader.selectFrom('audit_entry').where('enterprise_id', '=', enterprise)
  if (event !== undefined) query = query.where('event', '=', event)
  if (personId !== undefined) {
    query = query.where((eb) => eb.or([eb('actor_id', '=', personId), eb('subject_id', '=', personId)]))
  }
  if (from !== undefined) query = query.where('recorded_at', '>=', from)
  if (until !== undefined) query = query.where('recorded_at', '<', until)
  return query
}

/** How many entries of the enterprise's history the filters keep. */
export async function historyCount(reader: Reader, enterprise: EnterpriseId, filters: HistoryFilters): Promise<number> {
  const row = await entries(reader, enterprise, filters)
    .select((eb) => eb.fn.countAll<number | string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** What the filters of the history can choose from: the events and the persons that occur in it, all of them. */
export async function historyChoices(
  reader: Reader,
  enterprise: EnterpriseId,
  scope: HistoryFilters,
): Promise<{ events: string[]; persons: PersonId[] }> {
  const events = await entries(reader, enterprise, scope).select('event').distinct().orderBy('event').execute()
  const pairs = await entries(reader, enterprise, scope).select(['actor_id', 'subject_id']).distinct().execute()
  const persons = new Set(pairs.flatMap(({ actor_id, subject_id }) => [actor_id, subject_id]))
  persons.delete(null)
  return { events: events.map(({ event }) => event), persons: [...persons] as PersonId[] }
}

/** For whom those acted who acted by one of these facts as a stand-in (A31), by that fact. */
export async function holdersStoodInFor(
  reader: Reader,
  enterprise: EnterpriseId,
  bases: readonly (string | null)[],
): Promise<ReadonlyMap<string, PersonId>> {
  const fact_id = [...new Set(bases)].filter((basis) => basis !== null)
  if (fact_id.length === 0) return new Map()
  const found = await factsOf(reader).find('stand_in', { enterprise_id: enterprise, fact_id })
  return new Map(found.map((standIn) => [standIn.fact_id, standIn.by_person]))
}
