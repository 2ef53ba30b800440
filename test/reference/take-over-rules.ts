import { no, type Case, type Rule, type Verdict } from './case.ts'
import { holds, holdsOrWill } from './words.ts'
import type { Appointment, Membership } from './words.ts'

/** The appointment by which the actor sits in the chief's seat themselves, with powers. */
function seatOf({ world, asked, powers }: Case): Appointment | undefined {
  if (!powers.some(({ rank }) => rank === 'chief-access-manager')) return undefined
  return world.appointments.find(
    (one) =>
      one.enterprise === asked.enterprise &&
      one.person === asked.actor &&
      one.office === 'chief-access-manager' &&
      one.state === 'active' &&
      holds(one, asked.now),
  )
}

/** What others had from others when the chief first sat in the seat, and the chief has not confirmed yet. */
function confirm({ world, asked }: Case, seat: Appointment, given: Appointment | Membership): Verdict {
  const stretches = world.appointments.filter(({ id, state }) => id === seat.id && /^(active|suspended)$/.test(state))
  const since = Math.min(...stretches.map(({ from }) => from))
  const of = 'id' in given ? given.id : given
  const isBelow =
    given.made < since &&
    given.person !== asked.actor &&
    given.by !== asked.actor &&
    !('office' in given && given.office === 'chief-access-manager')
  if (!isBelow || world.confirmations.some((one) => one.chief === seat.id && one.of === of))
    return no('not-on-your-list')
  return () => void world.confirmations.push({ chief: seat.id, of })
}

export const confirmOffice: Rule = (it) => {
  const { world, asked } = it
  const seat = seatOf(it)
  if (!seat) return no('outside-your-scope')
  const found = world.appointments.find(
    (one) => one.id === asked.appointment && one.enterprise === asked.enterprise && holds(one, asked.now),
  )
  return found ? confirm(it, seat, found) : no('appointment-unknown')
}

export const confirmUser: Rule = (it) => {
  const { world, asked } = it
  const seat = seatOf(it)
  if (!seat) return no('outside-your-scope')
  const { enterprise, capacity, person, now } = asked
  const found = world.memberships.find(
    (one) =>
      one.enterprise === enterprise && one.capacity === capacity && one.person === person && holdsOrWill(one, now),
  )
  return found ? confirm(it, seat, found) : no('user-unknown')
}
