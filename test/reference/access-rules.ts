import { endsBy, group, managerOf, no, period, soonest, tooLow, type Case, type Refusal, type Rule } from './case.ts'
import { whole } from './ground-rules.ts'
import { asStandIn } from './stand-in-rules.ts'
import { capacityIsActive, domainIsOpen, end, holds, holdsOrWill, knowAs, ranks } from './words.ts'
import type { Membership, Rank } from './words.ts'

/** Why these services may not be given in the group, in the order in which they were named; null when they may. */
export function obstacle({ book, world, asked }: Case, services: string[]): Refusal | null {
  const capacity = book.capacities.find(({ code }) => code === asked.capacity)
  if (!capacity) return no('capacity-unknown')
  if (!domainIsOpen(world, asked.enterprise, capacity.domain, asked.now)) return no('capacity-not-active')
  if (!capacityIsActive(world, asked.enterprise, capacity.code, asked.now)) return no('capacity-not-active')
  for (const wanted of services) {
    const service = book.services.find(({ code }) => code === wanted)
    if (!service) return no('service-unknown')
    if (service.openedBy === 'role') return no('service-opened-by-role')
    if (!service.grantedHere) return no('service-granted-elsewhere')
    if (!capacity.services.includes(wanted)) return no('service-not-offered')
  }
  const strong = book.services.some(({ code, level }) => services.includes(code) && level >= book.strong)
  return strong && asked.level < book.strong ? tooLow(book.strong) : null
}

const byStandIn = (standIn: string | undefined) => (standIn === undefined ? {} : { standIn })

const ofGroup = <F extends { enterprise: string; capacity: string; person: string }>(all: F[], { asked }: Case): F[] =>
  all.filter(
    (one) => one.enterprise === asked.enterprise && one.capacity === asked.capacity && one.person === asked.person,
  )

const membershipOf = (it: Case): Membership | undefined =>
  ofGroup(it.world.memberships, it).find((one) => holdsOrWill(one, it.asked.now))

/** Somebody gives to themselves who has no power of their own for it but that of a chief whose ground has ended. */
export const givesToThemselves = (it: Case): boolean => {
  const { actor, person, capacity = '' } = it.asked
  if (person !== actor || !it.powers.some(({ limited }) => limited)) return false
  const own = { ...it, powers: it.powers.filter(({ standIn }) => standIn === undefined) }
  return managerOf(whole(own), { capacity }) === null
}

export const createUser: Rule = (it) => {
  const { world, asked } = it
  const { enterprise, capacity = '', person = '', services = [] } = asked
  const manages = group(it)
  if ('reason' in manages) return manages
  const against = obstacle(it, services)
  if (against) return against
  const span = period(it)
  if ('reason' in span) return span
  const within = asStandIn(it, span)
  if ('reason' in within) return within
  const { when, standIn } = within
  if (asked.unreached) return no('number-or-contact-needed')
  if (givesToThemselves(it)) return no('ground-lost')
  if (membershipOf(it)) return no('already-user')
  return () => {
    knowAs(world, enterprise, person, asked.misspelt ?? false)
    const membership = {
      enterprise,
      capacity,
      person,
      by: asked.actor,
      made: asked.now,
      ...when,
      ...byStandIn(standIn),
    }
    world.memberships.push(membership)
    for (const service of new Set(services))
      world.authorisations.push({
        enterprise,
        capacity,
        person,
        service,
        membership,
        written: asked.now,
        ...when,
        ...byStandIn(standIn),
      })
  }
}

export const giveService: Rule = (it) => {
  const { world, asked } = it
  const { enterprise, capacity = '', person = '', service = '' } = asked
  const manages = group(it)
  if ('reason' in manages) return manages
  const against = obstacle(it, [service])
  if (against) return against
  if (givesToThemselves(it)) return no('ground-lost')
  const membership = membershipOf(it)
  if (!membership) return no('user-unknown')
  const when = period(it)
  if ('reason' in when) return when
  const within = asStandIn(it, when)
  if ('reason' in within) return within
  // A day that is not given is the membership's; one that is given lies within it.
  const from = asked.from === undefined ? Math.max(when.from, membership.from) : when.from
  const until = asked.until === undefined ? soonest(membership.until, within.when.until) : when.until
  const begun = from >= membership.from && (membership.until === null || from < membership.until)
  if (!begun || !endsBy(until, membership.until)) return no('period-outside-membership')
  if (until !== null && until <= from) return no('period-outside-membership')
  const clash = world.authorisations.some(
    (one) =>
      one.membership === membership &&
      one.service === service &&
      (until === null || one.from < until) &&
      (one.until === null || from < one.until),
  )
  if (clash) return no('already-given')
  const given = { enterprise, capacity, person, service, membership, from, until, written: asked.now }
  return () => void world.authorisations.push({ ...given, ...byStandIn(within.standIn) })
}

export const withdrawService: Rule = (it) => {
  const manages = group(it)
  if ('reason' in manages) return manages
  const given = ofGroup(it.world.authorisations, it).filter(
    (one) => one.service === it.asked.service && holdsOrWill(one, it.asked.now),
  )
  if (given.length === 0) return no('not-given')
  return () => given.forEach((one) => end(it.world.authorisations, one, it.asked.now))
}

/** A user leaves a group with their services; a block by a higher office stays, or leaving would lift it. */
export const deleteUser: Rule = (it) => {
  const { world, asked } = it
  const manages = group(it)
  if ('reason' in manages) return manages
  const membership = membershipOf(it)
  if (!membership) return no('user-unknown')
  return () => {
    for (const one of ofGroup(world.authorisations, it)) end(world.authorisations, one, asked.now)
    for (const one of ofGroup(world.blocks, it)) if (mayLift(manages.rank, one.by)) end(world.blocks, one, asked.now)
    end(world.memberships, membership, asked.now)
  }
}

export const mayLift = (rank: Rank, by: Rank): boolean => ranks.indexOf(rank) <= ranks.indexOf(by)

function block({ world, asked }: Case, capacity: string, by: Rank) {
  const { enterprise, person = '', now } = asked
  const already = world.blocks.some(
    (one) => one.enterprise === enterprise && one.capacity === capacity && one.person === person && holds(one, now),
  )
  if (already) return no('already-blocked')
  return () => void world.blocks.push({ enterprise, capacity, person, by, from: now, until: null })
}

function unblock({ world, asked }: Case, capacity: string, rank: Rank) {
  const { enterprise, person, now } = asked
  const there = world.blocks.find(
    (one) => one.enterprise === enterprise && one.capacity === capacity && one.person === person && holds(one, now),
  )
  if (!there) return no('not-blocked')
  return mayLift(rank, there.by) ? () => end(world.blocks, there, now) : no('blocked-by-higher-office')
}

export const blockUser: Rule = (it) => {
  const manages = group(it)
  if ('reason' in manages) return manages
  return membershipOf(it) ? block(it, it.asked.capacity ?? '', manages.rank) : no('user-unknown')
}

export const unblockUser: Rule = (it) => {
  const manages = group(it)
  return 'reason' in manages ? manages : unblock(it, it.asked.capacity ?? '', manages.rank)
}

export const blockPerson: Rule = (it) => {
  const { world, asked } = it
  const rank = managerOf(it, {})
  if (rank === null) return no('outside-your-scope')
  const inIt = [...world.memberships, ...world.roles].some(
    (one) => one.enterprise === asked.enterprise && one.person === asked.person && holdsOrWill(one, asked.now),
  )
  return inIt ? block(it, '', rank) : no('user-unknown')
}

export const unblockPerson: Rule = (it) => {
  const rank = managerOf(it, {})
  return rank === null ? no('outside-your-scope') : unblock(it, '', rank)
}

/** A membership goes on with what was to end with it, or one service to the end of its membership; never what ends with a stand-in. */
export const continueUser: Rule = (it) => {
  const { world, asked } = it
  const { now, service, capacity = '' } = asked
  const manages = group(it)
  if ('reason' in manages) return manages
  const own = { ...it, powers: it.powers.filter(({ standIn }) => standIn === undefined) }
  if (managerOf(own, { capacity }) === null) return no('outside-your-scope')
  const closed = obstacle(it, [])
  if (closed) return closed
  const membership = membershipOf(it)
  if (!membership) return no('user-unknown')
  const given = world.authorisations.filter((one) => one.membership === membership && holdsOrWill(one, now))
  const last = given.filter((one) => !given.some((other) => other.service === one.service && other.from > one.from))
  const found = last.find((one) => one.service === service)
  if (service !== undefined && !found) return no('not-given')
  const ends = found ?? membership
  if (ends.standIn !== undefined || ends.until === (found ? membership.until : null)) return no('end-unknown')
  const along = found ? [found] : last.filter((one) => one.until === membership.until && one.standIn === undefined)
  const against = obstacle(
    it,
    along.map((one) => one.service),
  )
  if (against) return against
  if (givesToThemselves(it)) return no('ground-lost')
  const until = found ? membership.until : null
  return () => {
    for (const one of [...along, ...(found ? [] : [membership])]) Object.assign(one, { until, written: now })
  }
}
