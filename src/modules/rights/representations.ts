import { empowers, type Catalogue } from '#catalogue'
import { holdsAt, type Fact } from '#database'
import type { Instant } from '#kernel'
import type { PairFacts } from './pair-facts.ts'

/** R9: a representative represents while the function is held and empowers in the enterprise's legal form. */
export function representationsAt(
  catalogue: Catalogue,
  facts: Pick<PairFacts, 'records' | 'representations'>,
  at: Instant,
): Fact<'representation'>[] {
  const legalForm = facts.records.find((record) => holdsAt(record, at))?.legal_form ?? null
  return facts.representations.filter((fact) => holdsAt(fact, at) && empowers(catalogue, fact.function_code, legalForm))
}
