import type { Fact, FactKind, OfficeCode, Reader } from '#database'
import type { EnterpriseId, Instant, PersonId } from '#kernel'

/** Something that begins or ends on a later day, or lapses if nobody answers. */
export interface Planned {
  readonly kind: 'appointment' | 'membership' | 'authorisation' | 'domain' | 'capacity' | 'stand-in'
  /** The appointment, membership, … that it is about. */
  readonly factId: string
  readonly what: 'begins' | 'ends' | 'lapses'
  readonly at: Instant
  readonly person: PersonId | null
  readonly office?: OfficeCode
  readonly scope?: string
  readonly domain?: string
  readonly capacity?: string
  readonly service?: string
  /** Who decided it, and when it was written. */
  readonly by: PersonId | null
  readonly decidedAt: Instant
  /** An office that ends by its own term, and not for a successor. */
  readonly ownTerm?: boolean
}

type Row = Pick<Fact<'membership'>, 'fact_id' | 'valid_from' | 'valid_until' | 'recorded_at'> & {
  readonly by_person: PersonId | null
}

/** The facts of a kind in which something is planned after a moment: those that begin then, or that have an end. */
async function later<K extends FactKind>(reader: Reader, kind: K, enterprise: EnterpriseId, now: Instant) {
  const rows = await reader
    .selectFrom(`current_${kind}` as 'current_membership')
    .selectAll()
    .where('enterprise_id', '=', enterprise)
    .where((eb) => eb.or([eb('valid_from', '>', now), eb('valid_until', '>', now)]))
    .execute()
  return rows as unknown as Fact<K>[]
}

/** Where one stretch follows another of the same fact, nothing begins and nothing ends. */
function momentsOf<R extends Row>(
  rows: readonly R[],
  now: Instant,
): { row: R; what: 'begins' | 'ends'; at: Instant }[] {
  const ofFact = Map.groupBy(rows, ({ fact_id }) => fact_id)
  return rows.flatMap((row) => {
    const others = (ofFact.get(row.fact_id) ?? []).filter((other) => other !== row)
    const begins = row.valid_from > now && !others.some(({ valid_until }) => valid_until === row.valid_from)
    const { valid_until } = row
    const ends = valid_until !== null && !others.some(({ valid_from }) => valid_from === valid_until)
    return [
      ...(begins ? [{ row, what: 'begins' as const, at: row.valid_from }] : []),
      ...(ends ? [{ row, what: 'ends' as const, at: valid_until }] : []),
    ]
  })
}

const decided = ({ fact_id, by_person, recorded_at }: Row) => ({
  factId: fact_id,
  by: by_person,
  decidedAt: recorded_at,
})

async function rowsLater(reader: Reader, enterprise: EnterpriseId, now: Instant) {
  const read = <K extends FactKind>(kind: K) => later(reader, kind, enterprise, now)
  return {
    appointments: await read('appointment'),
    memberships: await read('membership'),
    authorisations: await read('authorisation'),
    domains: await read('domain_activation'),
    capacities: await read('capacity_activation'),
    standIns: await read('stand_in'),
  }
}

/** U23: everything of an enterprise that begins or ends after a moment, the soonest first. Who may see which is the caller's question. */
export async function plannedIn(reader: Reader, enterprise: EnterpriseId, now: Instant): Promise<Planned[]> {
  const rows = await rowsLater(reader, enterprise, now)
  const offices = rows.appointments.filter(({ person_id }) => person_id !== null)
  // An office that is accepted for its day begins then: its two stretches are one fact.
  const seated = offices.filter(({ state }) => state === 'active' || state === 'suspended')
  const waiting = offices.filter(({ state, waits_for }) => state === 'awaiting-activation' || waits_for === 'name')
  const members = momentsOf(rows.memberships, now)
  const withMember = new Set(members.map(({ row, what, at }) => `${row.person_id} ${row.capacity} ${what} ${at}`))
  const all: Planned[] = [
    ...momentsOf(seated, now).map(({ row, what, at }) => ({
      kind: 'appointment' as const,
      what,
      at,
      person: row.person_id,
      office: row.office,
      scope: row.scope,
      ownTerm: row.term_until === at,
      ...decided(row),
    })),
    ...waiting.map((row) => ({
      kind: 'appointment' as const,
      what: 'lapses' as const,
      at: row.valid_until ?? now,
      person: row.person_id,
      office: row.office,
      scope: row.scope,
      ...decided(row),
    })),
    ...members.map(({ row, what, at }) => ({
      kind: 'membership' as const,
      what,
      at,
      person: row.person_id,
      capacity: row.capacity,
      ...decided(row),
    })),
    ...momentsOf(rows.authorisations, now)
      .filter(({ row, what, at }) => !withMember.has(`${row.person_id} ${row.capacity} ${what} ${at}`))
      .map(({ row, what, at }) => ({
        kind: 'authorisation' as const,
        what,
        at,
        person: row.person_id,
        capacity: row.capacity,
        service: row.service,
        ...decided(row),
      })),
    ...momentsOf(rows.domains, now).map(({ row, what, at }) => ({
      kind: 'domain' as const,
      what,
      at,
      person: null,
      domain: row.domain,
      ...decided(row),
    })),
    ...momentsOf(rows.capacities, now).map(({ row, what, at }) => ({
      kind: 'capacity' as const,
      what,
      at,
      person: null,
      capacity: row.capacity,
      ...decided(row),
    })),
    ...momentsOf(
      rows.standIns.filter(({ state }) => state === 'active'),
      now,
    ).map(({ row, what, at }) => ({
      kind: 'stand-in' as const,
      what,
      at,
      person: row.person_id,
      ...decided(row),
    })),
  ]
  return all.toSorted((a, b) => a.at - b.at || (a.factId < b.factId ? -1 : 1))
}
