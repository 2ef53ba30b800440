import type { Fact, FactReader } from '#database'
import type { EnterpriseId, Instant, PersonId } from '#kernel'

/** Everything that a decision about one person and one enterprise reads: all that is believed, past and planned periods too. */
export interface PairFacts {
  readonly records: readonly Fact<'enterprise_record'>[]
  readonly stops: readonly Fact<'emergency_stop'>[]
  /** R13: that what was given before the enterprise's situation stands. */
  readonly confirmations: readonly Fact<'situation_confirmation'>[]
  readonly domains: readonly Fact<'domain_activation'>[]
  readonly capacities: readonly Fact<'capacity_activation'>[]
  readonly representations: readonly Fact<'representation'>[]
  readonly appointments: readonly Fact<'appointment'>[]
  readonly memberships: readonly Fact<'membership'>[]
  readonly blocks: readonly Fact<'block'>[]
  readonly authorisations: readonly Fact<'authorisation'>[]
  readonly roles: readonly Fact<'role_assignment'>[]
  readonly standIns: readonly Fact<'stand_in'>[]
  /** The offices that the stand-ins are for, of whoever holds them. */
  readonly stoodInFor: readonly Fact<'appointment'>[]
}

/** One read of every kind, of one person or of all; the facts of the enterprise itself are the same for each of its people. */
async function read(
  facts: FactReader,
  enterprise: EnterpriseId,
  person: PersonId | null,
  asKnownAt: Instant | undefined,
): Promise<PairFacts> {
  const when = asKnownAt === undefined ? {} : { asKnownAt }
  const where = { enterprise_id: enterprise }
  const whose = person === null ? where : { ...where, person_id: person }
  const [
    records,
    stops,
    confirmations,
    domains,
    capacities,
    representations,
    appointments,
    memberships,
    blocks,
    authorisations,
    roles,
    standIns,
  ] = await Promise.all([
    facts.find('enterprise_record', where, when),
    facts.find('emergency_stop', where, when),
    facts.find('situation_confirmation', where, when),
    facts.find('domain_activation', where, when),
    facts.find('capacity_activation', where, when),
    facts.find('representation', whose, when),
    facts.find('appointment', whose, when),
    facts.find('membership', whose, when),
    facts.find('block', whose, when),
    facts.find('authorisation', whose, when),
    facts.find('role_assignment', whose, when),
    facts.find('stand_in', whose, when),
  ])
  // Of one person a second look, and only for whoever stands in.
  const offices = standIns.map(({ appointment }) => appointment)
  const stoodInFor =
    person === null || offices.length === 0
      ? appointments.filter(({ fact_id }) => offices.includes(fact_id))
      : await facts.find('appointment', { ...where, fact_id: offices }, when)
  return {
    records,
    stops,
    confirmations,
    domains,
    capacities,
    representations,
    appointments,
    memberships,
    blocks,
    authorisations,
    roles,
    standIns,
    stoodInFor,
  }
}

/** The facts of a pair, as believed now or, with `asKnownAt`, as believed then. */
export function pairFacts(
  facts: FactReader,
  enterprise: EnterpriseId,
  person: PersonId,
  asKnownAt?: Instant,
): Promise<PairFacts> {
  return read(facts, enterprise, person, asKnownAt)
}

/** The facts of every person of an enterprise at once, by person: one pass instead of one per person. */
export async function factsByPerson(
  facts: FactReader,
  enterprise: EnterpriseId,
  asKnownAt?: Instant,
): Promise<ReadonlyMap<PersonId, PairFacts>> {
  const all = await read(facts, enterprise, null, asKnownAt)
  const persons = new Set<PersonId>()
  for (const fact of [
    ...all.representations,
    ...all.appointments,
    ...all.memberships,
    ...all.authorisations,
    ...all.roles,
    ...all.standIns,
  ]) {
    if (fact.person_id !== null) persons.add(fact.person_id)
  }
  const byPerson = <T extends { person_id: PersonId | null }>(every: readonly T[]) => {
    const groups = Map.groupBy(every, (fact) => fact.person_id)
    return (person: PersonId): readonly T[] => groups.get(person) ?? []
  }
  const of = {
    representations: byPerson(all.representations),
    appointments: byPerson(all.appointments),
    memberships: byPerson(all.memberships),
    blocks: byPerson(all.blocks),
    authorisations: byPerson(all.authorisations),
    roles: byPerson(all.roles),
    standIns: byPerson(all.standIns),
  }
  return new Map(
    [...persons].map((person) => [
      person,
      {
        ...all,
        representations: of.representations(person),
        appointments: of.appointments(person),
        memberships: of.memberships(person),
        blocks: of.blocks(person),
        authorisations: of.authorisations(person),
        roles: of.roles(person),
        standIns: of.standIns(person),
      },
    ]),
  )
}
