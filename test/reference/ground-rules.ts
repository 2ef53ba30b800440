import { no, type Case, type Rule } from './case.ts'
import { dayOf, daysLater, endOf } from './days.ts'
import { end, holds, representationsOf } from './words.ts'
import type { Appointment, Book, Moment, World } from './words.ts'

/**
 * Since when the enterprise has been in situations in which what was given before waits, and nobody who represents it has said
 * that it stands; null when nothing waits.
 */
export function waitsSince(book: Book, world: World, enterprise: string, at: Moment): Moment | null {
  const such = world.records.filter(
    (one) => one.enterprise === enterprise && book.situationsThatHoldBack.includes(one.situation),
  )
  const first = such.find((one) => holds(one, at))
  if (!first) return null
  let since = first.from
  for (const one of such.toSorted((a, b) => b.from - a.from)) if (one.until === since) since = one.from
  const confirmed = world.situationsConfirmed.some(
    (one) => one.enterprise === enterprise && one.at >= since && one.at <= at,
  )
  return confirmed ? null : since
}

/** Given before, also what was planned before. */
export const waits = (since: Moment | null, one: { from: Moment; written?: Moment }): boolean =>
  since !== null && Math.min(one.from, one.written ?? one.from) < since

/** Since when a chief who was to be a legal representative is none; null where they are, or need not be. */
function groundLostSince(book: Book, world: World, office: Appointment, at: Moment): Moment | null {
  if (office.office !== 'chief-access-manager' || office.ground !== 'legal-representative') return null
  const { enterprise, person } = office
  const represents = (moment: Moment) => representationsOf(book, world, enterprise, person, moment).length > 0
  if (represents(at)) return null
  const ends = world.representations.filter((one) => one.enterprise === enterprise && one.person === person)
  const turns = [
    ...ends.map(({ until }) => until ?? Infinity),
    ...world.records.filter((one) => one.enterprise === enterprise).map(({ from }) => from),
  ]
  const last = turns.filter((turn) => turn <= at && represents(turn - 1))
  return last.length > 0 ? Math.max(...last) : office.from
}

/** What an active office is worth: all, less than all, or nothing for one of two reasons. */
export function worthOf(
  book: Book,
  world: World,
  office: Appointment & { standIn?: string },
  at: Moment,
): 'whole' | 'limited' | 'suspended' | 'waiting' {
  if (waits(waitsSince(book, world, office.enterprise, at), office)) return 'waiting'
  // Whoever stands in needs no ground.
  const lost = office.standIn === undefined ? groundLostSince(book, world, office, at) : null
  if (lost === null) return 'whole'
  return at < endOf(daysLater(dayOf(lost - 1, book.zone), 30), book.zone) ? 'limited' : 'suspended'
}

/** The powers by which somebody appoints, and gives to themselves. */
export const whole = (it: Case): Case => ({ ...it, powers: it.powers.filter(({ limited }) => limited !== true) })

/** A representative says that the chief works for the enterprise. */
export const confirmGround: Rule = (it) => {
  const { book, world, asked } = it
  if (it.representations.length === 0) return no('not-legal-representative')
  const found = world.appointments.find(
    (one) => one.id === asked.appointment && one.enterprise === asked.enterprise && holds(one, asked.now),
  )
  if (found?.office !== 'chief-access-manager' || !/^(active|suspended)$/.test(found.state))
    return no('appointment-unknown')
  if (groundLostSince(book, world, found, asked.now) === null) return no('nothing-to-confirm')
  const next: Appointment = { ...found, ground: 'employee', by: asked.actor, from: asked.now }
  delete next.written
  return () => {
    end(world.appointments, found, asked.now)
    world.appointments.push(next)
  }
}

/** A representative says that what was given before stands. */
export const confirmEarlier: Rule = (it) => {
  const { book, world, asked } = it
  const { enterprise, now } = asked
  if (it.representations.length === 0) return no('not-legal-representative')
  if (waitsSince(book, world, enterprise, now) === null) return no('nothing-to-confirm')
  return () => void world.situationsConfirmed.push({ enterprise, at: now })
}
