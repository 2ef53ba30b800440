import type { Catalogue } from '#catalogue'
import { givenAt, holdsAt, type Fact } from '#database'
import { addDays, dayOf, endOfDay, instant, type Instant } from '#kernel'
import type { Authority } from './authority.ts'
import type { PairFacts } from './pair-facts.ts'
import { representationsAt } from './representations.ts'

type OfEnterprise = Pick<PairFacts, 'records' | 'confirmations'>
/** The representations are those of whoever holds the office; others do no harm where `person` is named. */
type OfHolder = Pick<PairFacts, 'records' | 'representations'>
type Office = Pick<
  Fact<'appointment'>,
  'fact_id' | 'office' | 'ground' | 'person_id' | 'valid_from' | 'recorded_at' | 'given_at'
>

/** How long a chief whose ground has ended keeps the office. */
const graceDays = 30

/** R12: from this moment a chief whose ground ended at that one is suspended: the end of the thirtieth day after the last day of it. */
function suspendedFrom(catalogue: Catalogue, lost: Instant): Instant {
  const { zone } = catalogue.meta
  return endOfDay(addDays(dayOf(instant(lost - 1), zone), graceDays), zone)
}

/** R12: since when a chief who was appointed as a legal representative is none; null while they are one, and for everybody else. */
function groundLostSince(catalogue: Catalogue, facts: OfHolder, office: Office, at: Instant): Instant | null {
  if (office.office !== 'chief-access-manager' || office.ground !== 'legal-representative') return null
  const representations = facts.representations.filter(({ person_id }) => person_id === office.person_id)
  const own = { records: facts.records, representations }
  const represents = (moment: number) => representationsAt(catalogue, own, instant(moment)).length > 0
  if (represents(at)) return null
  // A function ends, or the enterprise takes a legal form in which it represents nobody.
  const turns = [
    ...representations.flatMap(({ valid_until }) => (valid_until === null ? [] : [valid_until])),
    ...facts.records.map(({ valid_from }) => valid_from),
  ]
  const last = turns.filter((turn) => turn <= at && represents(turn - 1))
  return last.length === 0 ? office.valid_from : instant(Math.max(...last))
}

/**
 * R13: since when the enterprise is in a situation that holds back what was given before, and nobody who represents it has
 * confirmed that; null when nothing is held back.
 */
export function heldBackSince(catalogue: Catalogue, facts: OfEnterprise, at: Instant): Instant | null {
  const holding = facts.records.filter(
    ({ situation }) => catalogue.juridicalSituations.get(situation)?.effect === 'suspend-until-confirmed',
  )
  const present = holding.find((record) => holdsAt(record, at))
  if (!present) return null
  let since = present.valid_from
  while (holding.some(({ valid_until }) => valid_until === since)) {
    since = holding.find(({ valid_until }) => valid_until === since)?.valid_from ?? since
  }
  return facts.confirmations.some((fact) => fact.valid_from >= since && holdsAt(fact, at)) ? null : since
}

/** R13: what was given before the situation, also what was planned then, waits; what is given after it counts at once. */
export function isHeldBack(
  since: Instant | null,
  fact: Pick<Office, 'valid_from' | 'recorded_at' | 'given_at'>,
): boolean {
  return since !== null && (fact.valid_from < since || givenAt(fact) < since)
}

/** Why an active office gives no power, or not all of it. */
export type Shortfall = 'awaits-confirmation' | 'suspended-for-ground' | 'ground-lost'

/** R12, R13: what an active office lacks at a moment; null when it stands whole. */
export function shortfallOf(
  catalogue: Catalogue,
  facts: OfEnterprise & OfHolder & Partial<Pick<PairFacts, 'standIns'>>,
  office: Office,
  at: Instant,
): Shortfall | null {
  if (isHeldBack(heldBackSince(catalogue, facts, at), office)) return 'awaits-confirmation'
  // The ground is the holder's: whoever stands in for them needs none.
  if (facts.standIns?.some(({ fact_id }) => fact_id === office.fact_id)) return null
  const lost = groundLostSince(catalogue, facts, office, at)
  if (lost === null) return null
  return at < suspendedFrom(catalogue, lost) ? 'ground-lost' : 'suspended-for-ground'
}

/** R12: the powers by which somebody appoints and gives to themselves: not those of a chief whose ground has ended. */
function wholePowers(authority: Authority): Authority {
  return { ...authority, powers: authority.powers.filter(({ limited }) => limited !== true) }
}

/** R12, R13: what an office is worth, for rules and pages alike. */
export const standing = {
  shortfallOf,
  groundLostSince,
  suspendedFrom,
  heldBackSince,
  isHeldBack,
  wholePowers,
}
