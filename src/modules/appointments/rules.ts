import type { Fact } from '#database'
import { allowed, refused, type PersonId, type Ruling } from '#kernel'
import { isSeated, isWaiting } from './seat.ts'

type Representation = Pick<Fact<'representation'>, 'power'>

/**
 * A1: only a legal representative appoints the chief (csam-access-managers.en); A2: where the register says that
 * representatives act jointly, one alone does not; joint unknown counts as alone.
 */
export function mayAppointChief(f: {
  representations: readonly Representation[]
}): Ruling<'not-legal-representative' | 'second-representative-needed'> {
  if (f.representations.length === 0) return refused('not-legal-representative')
  return f.representations.some(({ power }) => power !== 'jointly') ? allowed : refused('second-representative-needed')
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
