import type { Fact, Reader } from '#database'
import type { EnterpriseId, Instant, PersonId } from '#kernel'

/** Where a page of users ended. */
export interface Place {
  readonly person: PersonId
  readonly capacity: string
  readonly row: string
}

export interface UsersAsked {
  readonly enterprise: EnterpriseId
  readonly capacities: readonly string[]
  readonly now: Instant
  readonly after: Place | null
  readonly limit: number
}

/** Memberships of the groups that hold now or are planned, by person, group and row: a keyset that no page shifts. */
export async function membershipsAfter(reader: Reader, asked: UsersAsked): Promise<Fact<'membership'>[]> {
  const { enterprise, capacities, now, after, limit } = asked
  let query = reader
    .selectFrom('current_membership')
    .selectAll()
    .where('enterprise_id', '=', enterprise)
    .where('capacity', 'in', capacities)
    .where((eb) => eb.or([eb('valid_until', 'is', null), eb('valid_until', '>', now)]))
    .orderBy('person_id')
    .orderBy('capacity')
    .orderBy('row_id')
    .limit(limit)
  if (after) {
    query = query.where((eb) =>
      eb(eb.refTuple('person_id', 'capacity', 'row_id'), '>', eb.tuple(after.person, after.capacity, after.row)),
    )
  }
  return query.execute()
}
