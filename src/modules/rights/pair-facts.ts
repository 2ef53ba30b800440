import type { Fact, FactReader } from '#database'
import type { EnterpriseId, Instant, PersonId } from '#kernel'

/** Everything that a decision about one person and one enterprise reads: all that is believed, past and planned periods too. */
export interface PairFacts {
  readonly records: readonly Fact<'enterprise_record'>[]
  readonly stops: readonly Fact<'emergency_stop'>[]
  readonly domains: readonly Fact<'domain_activation'>[]
  readonly capacities: readonly Fact<'capacity_activation'>[]
  readonly representations: readonly Fact<'representation'>[]
  readonly appointments: readonly Fact<'appointment'>[]
  readonly memberships: readonly Fact<'membership'>[]
  readonly blocks: readonly Fact<'block'>[]
  readonly authorisations: readonly Fact<'authorisation'>[]
  readonly roles: readonly Fact<'role_assignment'>[]
}

/** The facts of a pair, as believed now or, with `asKnownAt`, as believed then. */
export async function pairFacts(
  facts: FactReader,
  enterprise: EnterpriseId,
  person: PersonId,
  asKnownAt?: Instant,
): Promise<PairFacts> {
  const when = asKnownAt === undefined ? {} : { asKnownAt }
  const ofEnterprise = { enterprise_id: enterprise }
  const ofPair = { enterprise_id: enterprise, person_id: person }
  const [records, stops, domains, capacities, representations, appointments, memberships, blocks, authorisations, roles] =
    await Promise.all([
      facts.find('enterprise_record', ofEnterprise, when),
      facts.find('emergency_stop', ofEnterprise, when),
      facts.find('domain_activation', ofEnterprise, when),
      facts.find('capacity_activation', ofEnterprise, when),
      facts.find('representation', ofPair, when),
      facts.find('appointment', ofPair, when),
      facts.find('membership', ofPair, when),
      facts.find('block', ofPair, when),
      facts.find('authorisation', ofPair, when),
      facts.find('role_assignment', ofPair, when),
    ])
  return { records, stops, domains, capacities, representations, appointments, memberships, blocks, authorisations, roles }
}

/** The facts of every person of an enterprise at once, by person: one pass instead of one per person. */
export async function factsByPerson(
  facts: FactReader,
  enterprise: EnterpriseId,
  asKnownAt?: Instant,
): Promise<ReadonlyMap<PersonId, PairFacts>> {
  const when = asKnownAt === undefined ? {} : { asKnownAt }
  const where = { enterprise_id: enterprise }
  const [records, stops, domains, capacities, representations, appointments, memberships, blocks, authorisations, roles] =
    await Promise.all([
      facts.find('enterprise_record', where, when),
      facts.find('emergency_stop', where, when),
      facts.find('domain_activation', where, when),
      facts.find('capacity_activation', where, when),
      facts.find('representation', where, when),
      facts.find('appointment', where, when),
      facts.find('membership', where, when),
      facts.find('block', where, when),
      facts.find('authorisation', where, when),
      facts.find('role_assignment', where, when),
    ])
  const persons = new Set<PersonId>()
  for (const fact of [...representations, ...appointments, ...memberships, ...authorisations, ...roles]) {
    if (fact.person_id !== null) persons.add(fact.person_id)
  }
  const byPerson = <T extends { person_id: PersonId | null }>(all: readonly T[]) => Map.groupBy(all, (fact) => fact.person_id)
  const of = {
    representations: byPerson(representations),
    appointments: byPerson(appointments),
    memberships: byPerson(memberships),
    blocks: byPerson(blocks),
    authorisations: byPerson(authorisations),
    roles: byPerson(roles),
  }
  return new Map(
    [...persons].map((person) => [
      person,
      {
        records,
        stops,
        domains,
        capacities,
        representations: of.representations.get(person) ?? [],
        appointments: of.appointments.get(person) ?? [],
        memberships: of.memberships.get(person) ?? [],
        blocks: of.blocks.get(person) ?? [],
        authorisations: of.authorisations.get(person) ?? [],
        roles: of.roles.get(person) ?? [],
      },
    ]),
  )
}
