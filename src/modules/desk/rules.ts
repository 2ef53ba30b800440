import type { Capacity } from '#catalogue'
import { holdsAt, type Fact } from '#database'
import { allowed, refused, type Instant, type Ruling } from '#kernel'

/** H4: what asks a recognition and has none. */
export function mayRecognise(f: {
  capacity: Capacity | undefined
  recognised: boolean
}): Ruling<'capacity-unknown' | 'recognition-not-asked' | 'already-recognised'> {
  if (!f.capacity) return refused('capacity-unknown')
  if (f.capacity.precondition !== 'recognition') return refused('recognition-not-asked')
  return f.recognised ? refused('already-recognised') : allowed
}

/** H5: the stop that was proposed is the one that is lifted. */
export function mayLift(f: {
  stop: Pick<Fact<'emergency_stop'>, 'fact_id'> | undefined
  /** The stop that the proposal names. */
  proposed: unknown
}): Ruling<'not-stopped' | 'proposal-unknown'> {
  if (!f.stop) return refused('not-stopped')
  return f.stop.fact_id === f.proposed ? allowed : refused('proposal-unknown')
}

/** H8: only who has yet to answer is invited again. */
export function mayInviteAgain(f: {
  appointment: Fact<'appointment'> | undefined
  at: Instant
}): Ruling<'appointment-unknown' | 'appointment-not-waiting'> {
  if (!f.appointment || f.appointment.person_id === null) return refused('appointment-unknown')
  const waits = f.appointment.state === 'awaiting-activation' && holdsAt(f.appointment, f.at)
  return waits ? allowed : refused('appointment-not-waiting')
}
