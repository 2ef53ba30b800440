import { managerOf, no, type Rule } from './case.ts'
import { capacityIsActive, domainIsOpen, end, holds } from './words.ts'

export const register: Rule = ({ world, asked, representations }) => {
  if (representations.length === 0) return no('not-legal-representative')
  if (world.accounts.some(({ enterprise }) => enterprise === asked.enterprise)) return no('already-registered')
  return () => void world.accounts.push({ enterprise: asked.enterprise, active: false })
}

export const press: Rule = ({ world, asked, representations }) => {
  if (representations.length === 0) return no('not-legal-representative')
  if (world.stops.some((one) => one.enterprise === asked.enterprise && holds(one, asked.now)))
    return no('already-stopped')
  return () => void world.stops.push({ enterprise: asked.enterprise, from: asked.now, until: null })
}

export const lift: Rule = ({ world, asked, representations }) => {
  const stop = world.stops.find((one) => one.enterprise === asked.enterprise && holds(one, asked.now))
  if (representations.length === 0) return no('not-legal-representative')
  if (!stop) return no('not-stopped')
  if (representations.every(({ jointly }) => jointly)) return no('second-representative-needed')
  return () => end(world.stops, stop, asked.now)
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
  if (found.needs === 'recognition') return no('recognition-missing')
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
