import { holdsAt, type Fact, type FactBodies, type OfficeCode } from '#database'
import { vacancy } from '#enterprises'
import type { EnterpriseId } from '#kernel'
import type { Unit } from '#operations'

/** An office and what it is for: '' the enterprise, a domain, or a capacity. */
export interface Seat {
  readonly enterprise: EnterpriseId
  readonly office: OfficeCode
  readonly scope: string
}

/** Every believed state of a seat from now on, its candidates and planned ones too. */
export function seatFacts(unit: Unit, seat: Seat): Promise<Fact<'appointment'>[]> {
  return unit.facts.find(
    'appointment',
    { enterprise_id: seat.enterprise, office: seat.office, scope: seat.scope },
    { since: unit.now },
  )
}

/** Waiting to be accepted, at this moment. */
export const isWaiting = (fact: Pick<Fact<'appointment'>, 'state'>): boolean =>
  fact.state === 'awaiting-activation' || fact.state === 'accepted'

/** In office, with or without powers, at this moment. */
export const isSeated = (fact: Pick<Fact<'appointment'>, 'state'>): boolean =>
  fact.state === 'active' || fact.state === 'suspended'

/**
 * A10: whoever takes a seat of one empties it in the same transaction: the sitting holder's term ends and, for the chief's seat,
 * the vacancy too. A chief's term that ends by itself leaves an explicit vacancy behind it (I3).
 */
export async function takeSeat(unit: Unit, seat: Seat, body: FactBodies['appointment'], factId?: string) {
  const states = await seatFacts(unit, seat)
  const replaced: Fact<'appointment'>[] = []
  if (seat.office !== 'co-chief-access-manager') {
    for (const state of states) {
      if (isWaiting(state)) continue
      await unit.facts.end('appointment', state, unit.now)
      if (isSeated(state)) replaced.push(state)
    }
  }
  const taken = await unit.facts.record('appointment', body, { from: unit.now, until: body.term_until }, factId)
  if (seat.office === 'chief-access-manager' && body.term_until !== null) {
    await unit.facts.record('appointment', vacancy(seat.enterprise), { from: body.term_until, until: null })
  }
  return { taken, replaced }
}

/** A11: a seat left is empty from that moment; the chief's is explicitly vacant. */
export async function leaveSeat(unit: Unit, held: Fact<'appointment'>) {
  await unit.facts.end('appointment', held, unit.now)
  if (held.office !== 'chief-access-manager' || !isSeated(held)) return
  const seat: Seat = { enterprise: held.enterprise_id, office: held.office, scope: held.scope }
  for (const state of await seatFacts(unit, seat)) {
    if (state.state === 'vacant') await unit.facts.end('appointment', state, unit.now)
  }
  await unit.facts.record('appointment', vacancy(held.enterprise_id), { from: unit.now, until: null })
}

/** The state of one appointment at this moment, by its reference. */
export async function appointmentNow(unit: Unit, enterprise: EnterpriseId, reference: string) {
  const facts = await unit.facts.find(
    'appointment',
    { enterprise_id: enterprise, fact_id: reference },
    { at: unit.now },
  )
  return facts.find((fact) => holdsAt(fact, unit.now) && fact.state !== 'vacant')
}
