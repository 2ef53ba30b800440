import { managerOf, no, period, soonest, tooLow, type Case, type Refusal, type Rule } from './case.ts'
import { dayOf, daysLater, endOf } from './days.ts'
import { isAbove } from './office-rules.ts'
import { end, endStandIn, holds, holdsOrWill, knowAs, ranks } from './words.ts'
import type { Appointment, Moment, Period, StandIn } from './words.ts'

// Somebody exercises an office for its holder: for ninety days at most, without a seat, and what they grant goes with them.

const officeOf = ({ world, asked }: Case, id: string | undefined): Appointment | undefined =>
  world.appointments.find((one) => one.id === id && one.enterprise === asked.enterprise && holds(one, asked.now))

const find = ({ world, asked }: Case): StandIn | undefined =>
  world.standIns.find((one) => one.id === asked.standIn && one.enterprise === asked.enterprise && holds(one, asked.now))

/** The holder exercises the office themselves now, with all of its power. */
const isInOffice = ({ powers }: Case, { office, scope }: Appointment): boolean =>
  powers.some((one) => one.rank === office && one.scope === scope && one.standIn === undefined && !one.limited)

export const propose: Rule = (it) => {
  const { book, world, asked } = it
  const { enterprise, actor, person = '', now } = asked
  const office = officeOf(it, asked.appointment)
  if (office?.person !== actor || !/^(active|suspended)$/.test(office.state)) return no('appointment-unknown')
  if (!isInOffice(it, office)) return no('outside-your-scope')
  const when = period(it)
  if ('reason' in when) return when
  const ends = when.until ?? when.from
  if (ends > endOf(daysLater(dayOf(when.from, book.zone), 89), book.zone)) return no('stand-in-too-long')
  if (office.until !== null && ends > office.until) return no('outlasts-office')
  if (asked.unreached) return no('number-or-contact-needed')
  if (person === actor) return no('self-appointment')
  if (world.standIns.some((one) => one.of === office.id && holdsOrWill(one, now))) return no('already-stood-in')
  const lapses = endOf(daysLater(dayOf(now, book.zone), 30), book.zone)
  const standIn = { id: asked.name ?? '', enterprise, person, of: office.id, holder: actor, begins: when.from, ends }
  return () => {
    knowAs(world, enterprise, person, asked.misspelt ?? false)
    world.standIns.push({ ...standIn, state: 'proposed', from: now, until: soonest(lapses, ends) })
  }
}

export const answer =
  (accepts: boolean): Rule =>
  (it) => {
    const { book, world, asked } = it
    const { enterprise, actor, now } = asked
    const standIn = find(it)
    const office = officeOf(it, standIn?.of)
    if (standIn?.person !== actor || standIn.state !== 'proposed' || !office) return no('stand-in-unknown')
    if (!accepts) return () => endStandIn(world, standIn.id, now)
    const level = book.offices.find((one) => one.office === office.office)?.activationLevel ?? Infinity
    if (asked.level < level) return tooLow(level)
    if (world.misspelt.some((one) => one.enterprise === enterprise && one.person === actor))
      return no('named-otherwise')
    const begins = Math.max(now, standIn.begins)
    return () => {
      end(world.standIns, standIn, now)
      if (begins > now) world.standIns.push({ ...standIn, state: 'accepted', from: now, until: begins })
      world.standIns.push({ ...standIn, state: 'active', from: begins, until: standIn.ends })
    }
  }

export const endIt: Rule = (it) => {
  const { book, world, asked, powers } = it
  const standIn = find(it)
  const office = officeOf(it, standIn?.of)
  const own = [standIn?.person, office?.person].includes(asked.actor)
  if (!own && powers.length === 0) return no('outside-your-scope')
  if (!standIn || !office) return no('stand-in-unknown')
  const by = book.offices.find((one) => one.office === office.office)?.withdrawnBy ?? []
  if (!own && !isAbove(it, office, ['legal-representative', ...by], true)) return no('outside-your-scope')
  return () => endStandIn(world, standIn.id, asked.now)
}

/** What a stand-in gives lies within their time, and ends with it unless they choose an earlier day. */
export function asStandIn(it: Case, when: Period): { when: Period; standIn?: string } | Refusal {
  const { capacity = '' } = it.asked
  const own = { ...it, powers: it.powers.filter(({ standIn }) => standIn === undefined) }
  if (managerOf(own, { capacity }) !== null) return { when }
  const all = ranks.flatMap((rank) => it.powers.filter((one) => one.rank === rank))
  const power = all.find((one) => managerOf({ ...it, powers: [one] }, { capacity }) !== null)
  if (!power?.standIn) return { when }
  const { standIn, until } = power
  if (when.from >= until || (when.until !== null && when.until > until)) return no('outlasts-stand-in')
  return { when: { from: when.from, until: when.until ?? until }, standIn }
}

/** The holder lets what the stand-in granted go on: to a day, or without an end. */
export const keep: Rule = (it) => {
  const { book, world, asked } = it
  const standIn = find(it)
  if (standIn?.holder !== asked.actor) return no('stand-in-unknown')
  const office = officeOf(it, standIn.of)
  const sits = it.powers.find(
    (one) => one.rank === office?.office && one.scope === office.scope && one.standIn === undefined,
  )
  if (!sits) return no('outside-your-scope')
  // A chief whose ground has ended gives nothing to themselves.
  const mayKeep = ({ person }: { person: string }) => !sits.limited || person !== asked.actor
  const given = world.authorisations.filter((one) => one.standIn === standIn.id && holdsOrWill(one, asked.now))
  const strong = book.services.some(
    ({ code, level }) => level >= book.strong && given.some(({ service }) => service === code),
  )
  if (strong && asked.level < book.strong) return tooLow(book.strong)
  const when = period(it)
  if ('reason' in when) return when
  const users = world.memberships.filter((one) => one.standIn === standIn.id && holdsOrWill(one, asked.now))
  // Where a right had a day of its own it keeps that, and never runs into the next one of its kind.
  const last = (one: Period, next: Period[]): Moment | null => {
    const own = one.until !== null && one.until < (standIn.until ?? Infinity) ? one.until : null
    const following = next.map(({ from }) => from).filter((from) => one.until !== null && from >= one.until)
    return soonest(soonest(when.until, own), following.length === 0 ? null : Math.min(...following))
  }
  const kept: (() => void)[] = []
  const untilOf = new Map<object, Moment | null>(world.memberships.map((one) => [one, one.until]))
  for (const one of users.filter(mayKeep)) {
    const others = world.memberships.filter(
      (other) => other !== one && other.enterprise === one.enterprise && other.person === one.person,
    )
    const until = last(
      one,
      others.filter(({ capacity }) => capacity === one.capacity),
    )
    if (until !== null && until <= one.from) continue
    untilOf.set(one, until)
    kept.push(() => {
      Object.assign(one, { until, by: asked.actor })
      delete one.standIn
    })
  }
  for (const one of given.filter(mayKeep)) {
    const others = world.authorisations.filter(
      (other) => other !== one && other.membership === one.membership && other.service === one.service,
    )
    const until = soonest(last(one, others), untilOf.get(one.membership) ?? null)
    if (until !== null && until <= one.from) continue
    kept.push(() => {
      one.until = until
      delete one.standIn
    })
  }
  if (kept.length === 0) return no('nothing-to-keep')
  return () => kept.forEach((keepIt) => keepIt())
}
