import type { Catalogue } from '#catalogue'
import type { Fact, FactReader } from '#database'
import type { EnterpriseId, Instant } from '#kernel'
import { standing } from '#rights'

/** What the powers in an enterprise lack at a moment (R12, R13). */
export interface Standing {
  /** Since when what was given before waits; null: nothing does. */
  readonly heldBackSince: Instant | null
  /** The sitting chief whose ground has ended. */
  readonly lostChief: Fact<'appointment'> | null
}

/** Of several enterprises at once; few of them have a situation of that kind, or a chief who was to represent them. */
export async function standingsOf(
  facts: FactReader,
  catalogue: Catalogue,
  about: { readonly records: Iterable<Fact<'enterprise_record'>>; readonly chiefs: readonly Fact<'appointment'>[] },
  at: Instant,
): Promise<(enterprise: EnterpriseId) => Standing> {
  const records = [...about.records]
  const isHolding = (record: Fact<'enterprise_record'>) =>
    standing.heldBackSince(catalogue, { records: [record], confirmations: [] }, at) !== null
  const holding = records.filter(isHolding).map(({ enterprise_id }) => enterprise_id)
  const past = holding.length === 0 ? [] : await facts.find('enterprise_record', { enterprise_id: holding })
  const confirmed = holding.length === 0 ? [] : await facts.find('situation_confirmation', { enterprise_id: holding })
  const grounded = about.chiefs.filter(({ ground }) => ground === 'legal-representative')
  const persons = grounded.flatMap(({ person_id }) => (person_id === null ? [] : [person_id]))
  const of = { enterprise_id: grounded.map(({ enterprise_id }) => enterprise_id), person_id: persons }
  const represented = grounded.length === 0 ? [] : await facts.find('representation', of, { at })
  return (enterprise) => {
    const own = <T extends { enterprise_id: EnterpriseId }>(all: readonly T[]) =>
      all.filter((fact) => fact.enterprise_id === enterprise)
    const since = standing.heldBackSince(catalogue, { records: own(past), confirmations: own(confirmed) }, at)
    const now = { records: own(records), representations: own(represented) }
    const lost = own(grounded).find((chief) => standing.groundLostSince(catalogue, now, chief, at) !== null)
    return { heldBackSince: since, lostChief: lost ?? null }
  }
}
