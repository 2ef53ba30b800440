import { holdsAt, type Fact, type FactBodies, type OfficeCode } from '#database'
import { vacancy } from '#enterprises'
import { instant, type EnterpriseId, type Instant } from '#kernel'
import type { Unit } from '#operations'
import { forgetActivation } from './activation.ts'
import { endStandInsWith } from './stand-in.ts'

/** An office and what it is for: '' the enterprise, a domain, or a capacity. */
export interface Seat {
  readonly enterprise: EnterpriseId
  readonly office: OfficeCode
  readonly scope: string
}

/** Every believed state of a seat from now on, its candidates and planned ones too, in the order in which they begin. */
export function seatFacts(unit: Unit, seat: Seat): Promise<Fact<'appointment'>[]> {
  return unit.facts.find(
    'appointment',
    { enterprise_id: seat.enterprise, office: seat.office, scope: seat.scope },
    { since: unit.now },
  )
}

/** Waiting to be accepted, or accepted and waiting for its day or a name, at this moment. */
export const isWaiting = (fact: Pick<Fact<'appointment'>, 'state'>): boolean =>
  fact.state === 'awaiting-activation' || fact.state === 'accepted'

/** In office, with or without powers, at this moment. */
export const isSeated = (fact: Pick<Fact<'appointment'>, 'state'>): boolean =>
  fact.state === 'active' || fact.state === 'suspended'

/** A19: the first moment of an office that has not begun; null where it begins with its acceptance. */
export const firstDayOf = (
  fact: Pick<Fact<'appointment'>, 'waits_for' | 'begins_at' | 'valid_until'>,
): Instant | null => fact.begins_at ?? (fact.waits_for === 'day' ? fact.valid_until : null)

const isChief = ({ office }: Pick<Seat, 'office'>): boolean => office === 'chief-access-manager'
const hasManySeats = ({ office }: Pick<Seat, 'office'>): boolean => office === 'co-chief-access-manager'

/**
 * A10: whoever takes a seat of one empties it in the same transaction: the sitting holder's term ends and, for the chief's seat,
 * the vacancy too. A chief's term that ends by itself leaves an explicit vacancy behind it (I3).
 * A19: where a later day was chosen (`begins_at`), all of that happens then: until that day the appointment is accepted, and
 * what follows is written ahead. `taken` is the state in office, `replaced` whoever it ends.
 */
export async function takeSeat(unit: Unit, seat: Seat, body: FactBodies['appointment'], factId?: string) {
  const begins = instant(Math.max(unit.now, body.begins_at ?? unit.now))
  const replaced = hasManySeats(seat) ? [] : await emptySeat(unit, seat, begins)
  const accepted =
    begins > unit.now
      ? await unit.facts.record(
          'appointment',
          { ...body, state: 'accepted', waits_for: 'day' },
          { from: unit.now, until: begins },
          factId,
        )
      : null
  const inOffice = { ...body, state: 'active', waits_for: null, begins_at: null } as const
  const period = { from: begins, until: body.term_until }
  const taken = await unit.facts.record('appointment', inOffice, period, accepted?.fact_id ?? factId)
  if (isChief(seat) && body.term_until !== null) {
    await unit.facts.record('appointment', vacancy(seat.enterprise), { from: body.term_until, until: null })
  }
  return { taken, replaced }
}

/** Ends what holds a seat of one at a moment or later, holders and vacancies; gives back the holders whose term that cuts short. */
async function emptySeat(unit: Unit, seat: Seat, at: Instant): Promise<Fact<'appointment'>[]> {
  const held = (await seatFacts(unit, seat)).filter(
    (state) => !isWaiting(state) && (state.valid_until === null || state.valid_until > at),
  )
  for (const state of held) {
    await unit.facts.end('appointment', state, at)
    if (isSeated(state)) await endStandInsWith(unit, state, at)
  }
  return held.filter(isSeated)
}

/** A20: the sitting holder goes now, for somebody who has yet to accept; the chief's seat is explicitly vacant. */
export async function clearSeat(unit: Unit, seat: Seat): Promise<Fact<'appointment'>[]> {
  const states = await seatFacts(unit, seat)
  const sitting = states.filter((state) => isSeated(state) && holdsAt(state, unit.now))
  for (const state of sitting) await leaveSeat(unit, state)
  return sitting
}

/**
 * A11: a seat left is empty from that moment; the chief's is explicitly vacant, until a planned successor's day if there is
 * one. A19: who falls away before their day leaves the seat as it was: the sitting holder, given back, keeps the term they had.
 */
export async function leaveSeat(unit: Unit, left: Fact<'appointment'>): Promise<Fact<'appointment'> | null> {
  const seat: Seat = { enterprise: left.enterprise_id, office: left.office, scope: left.scope }
  const states = await seatFacts(unit, seat)
  const own = states.filter(({ fact_id }) => fact_id === left.fact_id)
  for (const state of own) await unit.facts.end('appointment', state, unit.now)
  if (own.some(isSeated)) await endStandInsWith(unit, left, unit.now)
  const first = own.find(isSeated)
  if (!first || hasManySeats(seat)) return null
  const others = states.filter((state) => state.fact_id !== left.fact_id && !isWaiting(state))
  if (first.valid_from > unit.now) {
    if (isChief(seat)) await forgetActivation(unit, left)
    return giveBack(unit, seat, others, first.valid_from)
  }
  if (isChief(seat)) await leaveVacant(unit, seat, others)
  return null
}

/** The chief's seat is vacant from now on, or until the next holder's first day. */
async function leaveVacant(unit: Unit, seat: Seat, others: readonly Fact<'appointment'>[]): Promise<void> {
  const next = others.find(isSeated)?.valid_from ?? null
  for (const state of others) {
    if (state.state === 'vacant' && (next === null || state.valid_from < next)) {
      await unit.facts.end('appointment', state, unit.now)
    }
  }
  await unit.facts.record('appointment', vacancy(seat.enterprise), { from: unit.now, until: next })
}

/** Whoever was to go on that day, or the vacancy that was to end then, goes on as if nobody had been planned. */
async function giveBack(unit: Unit, seat: Seat, others: readonly Fact<'appointment'>[], day: Instant) {
  for (const state of others) {
    if (state.state === 'vacant' && state.valid_from >= day) await unit.facts.end('appointment', state, unit.now)
  }
  const before = others.find(({ valid_until }) => valid_until === day)
  if (!before) return null
  const until = before.state === 'vacant' ? null : before.term_until
  // From its own beginning, so that lists still say since when.
  if (until !== day) await unit.facts.change('appointment', before, {}, before.valid_from, until)
  if (isChief(seat) && until !== null) {
    await unit.facts.record('appointment', vacancy(seat.enterprise), { from: until, until: null })
  }
  return isSeated(before) && until !== day ? before : null
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
