import { newestMoment } from '#audit'
import type { Catalogue } from '#catalogue'
import { factsOf, type Reader } from '#database'
import type { AssuranceLevel, Clock, EnterpriseId, Instant, PersonId } from '#kernel'
import { authorityAt, decide, pairFacts, type Answer, type PairFacts } from '#rights'

/** What a decision needs. `reader` is one snapshot of the store (D1); the caller opened it and reads all of a question in it. */
export interface DecisionDeps {
  readonly reader: Reader
  readonly catalogue: Catalogue
  readonly clock: Clock
}

/** A question as somebody asks it. */
export interface Asked {
  readonly person: PersonId
  readonly enterprise: EnterpriseId
  readonly action: { readonly kind: 'service' | 'role'; readonly code: string }
  readonly capacity?: string | undefined
  /** The level of the sign-in; null when nothing reliable is known of it. */
  readonly level: AssuranceLevel | null
  /** Another moment than now. */
  readonly at?: Instant | undefined
}

export interface Answered {
  readonly answer: Answer
  /** The moment for which it holds. */
  readonly at: Instant
  /** Whether the person is, or was, anything to the enterprise: whoever is not learns nothing about it (I4). */
  readonly concerned: boolean
  readonly facts: PairFacts
}

/** D2: the later of the clock and the newest recorded change. */
export function decisionMoment({ reader, clock }: Pick<DecisionDeps, 'reader' | 'clock'>): Promise<Instant> {
  return newestMoment(reader, clock)
}

/** May this person do this for this enterprise? Read and decided in the snapshot of `deps.reader`. */
export async function answer(deps: DecisionDeps, asked: Asked): Promise<Answered> {
  const at = asked.at ?? (await decisionMoment(deps))
  const facts = await pairFacts(factsOf(deps.reader), asked.enterprise, asked.person)
  const { person, enterprise, action, capacity, level } = asked
  const question = { person, enterprise, action, level, at, ...(capacity === undefined ? {} : { capacity }) }
  return {
    answer: decide(deps.catalogue, facts, question),
    at,
    concerned: isConcerned(deps.catalogue, facts, at),
    facts,
  }
}

function isConcerned(catalogue: Catalogue, facts: PairFacts, at: Instant): boolean {
  return (
    authorityAt(catalogue, facts, at).known ||
    facts.appointments.length + facts.memberships.length + facts.authorisations.length + facts.roles.length > 0
  )
}
