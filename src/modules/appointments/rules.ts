import type { Fact, Period } from '#database'
import { addDays, allowed, dayOf, endOfDay, refused, type Instant, type PersonId, type Ruling } from '#kernel'
import { isSeated, isWaiting } from './seat.ts'

/** A1: only a legal representative appoints the chief (csam-access-managers.en). */
export function mayAppointChief(f: { representations: readonly unknown[] }): Ruling<'not-legal-representative'> {
  return f.representations.length === 0 ? refused('not-legal-representative') : allowed
}

/** A3: nobody but a legal representative appoints themselves (product.md, Offices). */
export function mayAppointPerson(f: {
  actor: PersonId
  appointee: PersonId
  asRepresentative: boolean
}): Ruling<'self-appointment'> {
  return f.actor === f.appointee && !f.asRepresentative ? refused('self-appointment') : allowed
}

/** A4: who is declared to be appointed as a legal representative is one in the register. */
export function groundHolds(f: {
  ground: 'employee' | 'legal-representative'
  represents: boolean
}): Ruling<'ground-not-in-register'> {
  return f.ground === 'legal-representative' && !f.represents ? refused('ground-not-in-register') : allowed
}

/**
 * A5: a person holds or awaits an office once; A6: a seat of one has one candidate at a time.
 * `states` are those of the seat at this moment.
 */
export function seatIsOpenTo(f: {
  appointee: PersonId
  manySeats: boolean
  states: readonly Pick<Fact<'appointment'>, 'state' | 'person_id'>[]
}): Ruling<'already-in-office' | 'candidate-waiting'> {
  const live = f.states.filter((fact) => isSeated(fact) || isWaiting(fact))
  if (live.some((fact) => fact.person_id === f.appointee)) return refused('already-in-office')
  return !f.manySeats && live.some(isWaiting) ? refused('candidate-waiting') : allowed
}

/** A7: the appointee alone accepts or declines, while the appointment waits. */
export function mayAnswer(f: {
  actor: PersonId
  appointment: Pick<Fact<'appointment'>, 'state' | 'person_id'> | undefined
}): Ruling<'appointment-unknown' | 'not-the-appointee' | 'appointment-not-waiting'> {
  if (!f.appointment) return refused('appointment-unknown')
  if (f.appointment.person_id !== f.actor) return refused('not-the-appointee')
  return isWaiting(f.appointment) ? allowed : refused('appointment-not-waiting')
}

/** A23: an acceptance held for its name is confirmed by somebody else than whose name it is. */
export function mayConfirmName(f: {
  actor: PersonId
  appointment: Pick<Fact<'appointment'>, 'waits_for' | 'person_id'>
}): Ruling<'self-appointment' | 'appointment-not-waiting'> {
  if (f.actor === f.appointment.person_id) return refused('self-appointment')
  return f.appointment.waits_for === 'name' ? allowed : refused('appointment-not-waiting')
}

type Stretch = Pick<Fact<'appointment'>, 'state' | 'waits_for' | 'term_until' | 'valid_until' | 'recorded_at'>

/** The last stretch of an appointment's life, when it is over at that moment and nobody's act ended it. */
function overByItself<S extends Stretch>(states: readonly S[], now: Instant): S | null {
  const last = states.toSorted((a, b) => (b.valid_until ?? Infinity) - (a.valid_until ?? Infinity))[0]
  if (!last || last.valid_until === null || last.valid_until > now) return null
  return last.recorded_at < last.valid_until ? last : null
}

/** A25: the last stretch of an appointment that lapsed: not answered, or its name not confirmed. */
export function lapsed<S extends Stretch>(states: readonly S[], now: Instant): S | null {
  const last = overByItself(states, now)
  return last && isWaiting(last) && last.waits_for !== 'day' ? last : null
}

/** A25: the last stretch of an office that its own term ended. */
export function endedByTerm<S extends Stretch>(states: readonly S[], now: Instant): S | null {
  const last = overByItself(states, now)
  return last && isSeated(last) && last.valid_until === last.term_until ? last : null
}

/** A29: somebody stands in for at most so many days, the first and the last included. */
export const standInDaysMax = 90

/** A29: a stand-in stands in for ninety days at most, and no longer than the office lasts. */
export function standInPeriod(f: {
  period: Period & { until: Instant }
  /** When the office ends by itself; null: it does not. */
  officeUntil: Instant | null
  zone: string
}): Ruling<'stand-in-too-long' | 'outlasts-office'> {
  const { from, until } = f.period
  if (until > endOfDay(addDays(dayOf(from, f.zone), standInDaysMax - 1), f.zone)) return refused('stand-in-too-long')
  return f.officeUntil !== null && until > f.officeUntil ? refused('outlasts-office') : allowed
}

/** A29: nobody stands in for themselves, and an office has one stand-in at a time, asked and planned ones too. */
export function mayStandIn(f: {
  holder: PersonId
  person: PersonId
  others: readonly unknown[]
}): Ruling<'self-appointment' | 'already-stood-in'> {
  if (f.holder === f.person) return refused('self-appointment')
  return f.others.length > 0 ? refused('already-stood-in') : allowed
}

/** A30: whoever was asked alone answers, and once. */
export function mayAnswerToStandIn(f: {
  actor: PersonId
  standIn: Pick<Fact<'stand_in'>, 'person_id' | 'state'> | undefined
}): Ruling<'stand-in-unknown'> {
  return f.standIn?.person_id === f.actor && f.standIn.state === 'proposed' ? allowed : refused('stand-in-unknown')
}

/**
 * A32: the last stretch of a stand-in that is over at that moment without anybody having ended it: its days were over, it was not
 * answered, or the office ended.
 */
export function endedAlone(
  f: {
    states: readonly Fact<'stand_in'>[]
    /** Every state of the office stood in for. */
    offices: readonly Pick<Fact<'appointment'>, 'valid_until'>[]
  },
  now: Instant,
): Fact<'stand_in'> | null {
  const last = f.states.toSorted((a, b) => (b.valid_until ?? b.ends_at) - (a.valid_until ?? a.ends_at))[0]
  const end = last?.valid_until ?? null
  if (!last || end === null || end > now) return null
  const withOffice = f.offices.every(({ valid_until }) => valid_until !== null && valid_until <= end)
  return last.recorded_at < end || withOffice ? last : null
}

/** A28: after so long without a sign-in a chief is taken to be away: 400 days. */
export const awayMs = 400 * 24 * 60 * 60_000

/** A28: whether a chief has stayed away: since they last signed in, or since they took the seat where that is later. */
export function isDormant(f: { seated: Instant; seen: Instant | null; now: Instant }): boolean {
  return f.now >= Math.max(f.seated, f.seen ?? f.seated) + awayMs
}
