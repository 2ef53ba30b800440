import { endsBy, group, managerOf, no, period, tooLow, type Case, type Refusal, type Rule } from './case.ts'
import { capacityIsActive, domainIsOpen, end, holds, holdsOrWill, knowAs, ranks } from './words.ts'
import type { Membership, Rank } from './words.ts'

/** Why these services may not be given in the group, in the order in which they were named; null when they may. */
function obstacle({ book, world, asked }: Case, services: string[]): Refusal | null {
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

const ofGroup = <F extends { enterprise: string; capacity: string; person: string }>(all: F[], { asked }: Case): F[] =>
  all.filter(
    (one) => one.enterprise === asked.enterprise && one.capacity === asked.capacity && one.person === asked.person,
  )

const membershipOf = (it: Case): Membership | undefined =>
  ofGroup(it.world.memberships, it).find((one) => holdsOrWill(one, it.asked.now))

export const createUser: Rule = (it) => {
  const { world, asked } = it
  const { enterprise, capacity = '', person = '', services = [] } = asked
  const manages = group(it)
  if ('reason' in manages) return manages
  const against = obstacle(it, services)
  if (against) return against
  const when = period(it)
  if ('reason' in when) return when
  if (membershipOf(it)) return no('already-user')
  return () => {
    knowAs(world, enterprise, person, asked.misspelt ?? false)
    const membership = { enterprise, capacity, person, ...when }
    world.memberships.push(membership)
    for (const service of new Set(services))
      world.authorisations.push({ enterprise, capacity, person, service, membership, ...when })
  }
}

export const giveService: Rule = (it) => {
  const { world, asked } = it
  const { enterprise, capacity = '', person = '', service = '' } = asked
  const manages = group(it)
  if ('reason' in manages) return manages
  const against = obstacle(it, [service])
  if (against) return against
  const membership = membershipOf(it)
  if (!membership) return no('user-unknown')
  const when = period(it)
  if ('reason' in when) return when
  // A day that is not given is the membership's; one that is given lies within it.
  const from = asked.from === undefined ? Math.max(when.from, membership.from) : when.from
  const until = asked.until === undefined ? membership.until : when.until
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
  return () => void world.authorisations.push({ enterprise, capacity, person, service, membership, from, until })
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

const mayLift = (rank: Rank, by: Rank): boolean => ranks.indexOf(rank) <= ranks.indexOf(by)

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
