import type { Catalogue } from '#catalogue'
import { factsOf, type Fact, type Reader } from '#database'
import type { Instant } from '#kernel'
import type { View } from '#operations'
import { standing, type PairFacts, type Shortfall } from '#rights'
import { isSeated } from './seat.ts'

/** What an office lacks, and since when. */
export interface Lack {
  readonly shortfall: Shortfall
  readonly since: Instant
}

/** R12, R13: what an office that is held lacks; the representations are those of its holder. */
export function lackOf(
  catalogue: Catalogue,
  facts: Pick<PairFacts, 'records' | 'confirmations' | 'representations'>,
  office: Fact<'appointment'>,
  at: Instant,
): Lack | undefined {
  const shortfall = standing.shortfallOf(catalogue, facts, office, at)
  const since =
    shortfall === 'awaits-confirmation'
      ? standing.heldBackSince(catalogue, facts, at)
      : standing.groundLostSince(catalogue, facts, office, at)
  return shortfall === null || since === null ? undefined : { shortfall, since }
}

/** What each office of the enterprise lacks on the day that the view shows, by its reference. */
export async function lacksOf(
  reader: Reader,
  view: View,
  appointments: readonly Fact<'appointment'>[],
): Promise<ReadonlyMap<string, Lack>> {
  const seated = appointments.filter(isSeated)
  const chief = seated.find((fact) => fact.office === 'chief-access-manager' && fact.ground === 'legal-representative')
  const where = { enterprise_id: view.enterprise }
  const representations =
    !chief || chief.person_id === null
      ? []
      : await factsOf(reader).find('representation', { ...where, person_id: chief.person_id })
  const facts = { ...view.facts, representations }
  return new Map(
    seated.flatMap((fact) => {
      const lack = lackOf(view.catalogue, facts, fact, view.shown)
      return lack === undefined ? [] : [[fact.fact_id, lack] as const]
    }),
  )
}
