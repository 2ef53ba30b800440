import type { Fact } from '#database'
import type { Instant } from '#kernel'
import type { PairFacts } from './pair-facts.ts'

/** A stretch of an office as somebody exercises it who stands in for its holder; its fact id is the stand-in's. */
type StoodIn = Fact<'appointment'> & { readonly valid_until: Instant }

const sooner = (one: Instant | null, other: Instant): Instant => (one !== null && one < other ? one : other)

/**
 * A31: what somebody exercises as a stand-in: the office stood in for, in whatever state it is, for as long as both the stand-in
 * and the office last. The period and the fact id are those of the stand-in, so that whatever rests on it names it.
 */
export function stoodInOffices(facts: Pick<PairFacts, 'standIns' | 'stoodInFor'>): readonly StoodIn[] {
  return facts.standIns.flatMap((standIn) => {
    if (standIn.state !== 'active') return []
    return facts.stoodInFor
      .filter(({ fact_id }) => fact_id === standIn.appointment)
      .flatMap((office): StoodIn[] => {
        const from = office.valid_from > standIn.valid_from ? office.valid_from : standIn.valid_from
        const until = sooner(office.valid_until, standIn.valid_until ?? standIn.ends_at)
        if (from >= until) return []
        const { person_id } = standIn
        return [{ ...office, fact_id: standIn.fact_id, person_id, valid_from: from, valid_until: until }]
      })
  })
}
