import { managerOf, no, type Rule } from './case.ts'
import { actsOnlyJointly, both, confirmable, propose, settle, waitingProposal } from './joint-rules.ts'
import { settleAtTheDesk } from './desk-rules.ts'
import { capacityIsActive, domainIsOpen, end, holds } from './words.ts'

export const register: Rule = (it) => {
  if (it.representations.length === 0) return no('not-legal-representative')
  const registered = registering(it)
  return typeof registered === 'function' && actsOnlyJointly(it) ? propose(it, 'register') : registered
}

const registering: Rule = (it) => {
  const { world, asked } = it
  if (world.accounts.some(({ enterprise }) => enterprise === asked.enterprise)) return no('already-registered')
  return () => {
    world.accounts.push({ enterprise: asked.enterprise, active: false })
    settle(it, 'register')
  }
}

export const press: Rule = ({ world, asked, representations }) => {
  if (representations.length === 0) return no('not-legal-representative')
  if (world.stops.some((one) => one.enterprise === asked.enterprise && holds(one, asked.now)))
    return no('already-stopped')
  return () => void world.stops.push({ enterprise: asked.enterprise, from: asked.now, until: null })
}

export const lift: Rule = (it) => {
  if (it.representations.length === 0) return no('not-legal-representative')
  const lifted = lifting(it)
  return typeof lifted === 'function' && actsOnlyJointly(it) ? propose(it, 'lift-stop') : lifted
}

const lifting: Rule = (it) => {
  const { world, asked } = it
  const stop = world.stops.find((one) => one.enterprise === asked.enterprise && holds(one, asked.now))
  if (!stop) return no('not-stopped')
  return () => {
    end(world.stops, stop, asked.now)
    settle(it, 'lift-stop')
    settleAtTheDesk(world, asked)
  }
}

/** Another representative confirms, and it happens as it stands now. */
export const confirm: Rule = (it) => {
  const proposal = confirmable(it, ['register', 'lift-stop'])
  if ('reason' in proposal) return proposal
  const verdict = proposal.what === 'register' ? registering(it) : lifting(it)
  return typeof verdict === 'function' ? both(() => end(it.world.proposals, proposal, it.asked.now), verdict) : verdict
}

/** Any representative lets go what waits. */
export const withdrawProposal: Rule = (it) => {
  if (it.representations.length === 0) return no('not-legal-representative')
  const proposal = waitingProposal(it, it.asked.proposal)
  return proposal ? () => end(it.world.proposals, proposal, it.asked.now) : no('proposal-unknown')
}

export const openDomain: Rule = (it) => {
  const { book, world, asked } = it
  const { enterprise, now, domain = '' } = asked
  if (managerOf(it, {}) === null) return no('outside-your-scope')
  if (!book.domains.some(({ code }) => code === domain)) return no('domain-unknown')
  if (domainIsOpen(world, enterprise, domain, now)) return no('domain-already-open')
  return () => void world.domains.push({ enterprise, domain, from: now, until: null })
}

export const closeDomain: Rule = (it) => {
  const { book, world, asked } = it
  if (managerOf(it, {}) === null) return no('outside-your-scope')
  if (!book.domains.some(({ code }) => code === asked.domain)) return no('domain-unknown')
  const open = world.domains.find(
    (one) => one.enterprise === asked.enterprise && one.domain === asked.domain && holds(one, asked.now),
  )
  return open ? () => end(world.domains, open, asked.now) : no('domain-not-open')
}

export const activateCapacity: Rule = (it) => {
  const { book, world, asked } = it
  const { enterprise, now, capacity = '' } = asked
  if (managerOf(it, {}) === null) return no('outside-your-scope')
  const found = book.capacities.find(({ code }) => code === capacity)
  if (!found) return no('capacity-unknown')
  if (!domainIsOpen(world, enterprise, found.domain, now)) return no('domain-not-open')
  if (capacityIsActive(world, enterprise, capacity, now)) return no('capacity-already-active')
  const record = world.records.find((one) => one.enterprise === enterprise && holds(one, now))
  if (found.needs === 'rsz-number' && !record?.rszNumber) return no('rsz-number-missing')
  const recognised = world.recognitions.some((one) => one.enterprise === enterprise && one.capacity === capacity)
  if (found.needs === 'recognition' && !recognised) return no('recognition-missing')
  return () => void world.capacities.push({ enterprise, capacity, from: now, until: null })
}

export const closeCapacity: Rule = (it) => {
  const { book, world, asked } = it
  if (managerOf(it, {}) === null) return no('outside-your-scope')
  if (!book.capacities.some(({ code }) => code === asked.capacity)) return no('capacity-unknown')
  const active = world.capacities.find(
    (one) => one.enterprise === asked.enterprise && one.capacity === asked.capacity && holds(one, asked.now),
  )
  return active ? () => end(world.capacities, active, asked.now) : no('capacity-not-active')
}
