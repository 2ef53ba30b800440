import type { Capacity, Domain } from '#catalogue'
import type { Fact } from '#database'
import { allowed, refused, type Ruling } from '#kernel'

/** E2: a domain is opened once; it can be opened again after it was closed. */
export function mayOpenDomain(f: {
  domain: Domain | undefined
  open: boolean
}): Ruling<'domain-unknown' | 'domain-already-open'> {
  if (!f.domain) return refused('domain-unknown')
  return f.open ? refused('domain-already-open') : allowed
}

/** E3: only what is open is closed. */
export function mayCloseDomain(f: {
  domain: Domain | undefined
  open: boolean
}): Ruling<'domain-unknown' | 'domain-not-open'> {
  if (!f.domain) return refused('domain-unknown')
  return f.open ? allowed : refused('domain-not-open')
}

/** E4: a capacity is activated in an open domain, when the enterprise is what the capacity asks it to be. */
export function mayActivateCapacity(f: {
  capacity: Capacity | undefined
  domainOpen: boolean
  active: boolean
  record: Pick<Fact<'enterprise_record'>, 'rsz_number'>
  /** The desk has recognised the enterprise for it (H4). */
  recognised: boolean
}): Ruling<
  'capacity-unknown' | 'domain-not-open' | 'capacity-already-active' | 'rsz-number-missing' | 'recognition-missing'
> {
  if (!f.capacity) return refused('capacity-unknown')
  if (!f.domainOpen) return refused('domain-not-open')
  if (f.active) return refused('capacity-already-active')
  if (f.capacity.precondition === 'rsz-number' && f.record.rsz_number === null) return refused('rsz-number-missing')
  return f.capacity.precondition === 'recognition' && !f.recognised ? refused('recognition-missing') : allowed
}

/** E5: only what is active is closed. */
export function mayCloseCapacity(f: {
  capacity: Capacity | undefined
  active: boolean
}): Ruling<'capacity-unknown' | 'capacity-not-active'> {
  if (!f.capacity) return refused('capacity-unknown')
  return f.active ? allowed : refused('capacity-not-active')
}

/** E7: only a legal representative lifts a stop that there is. */
export function mayLiftStop(f: {
  stopped: boolean
  representations: readonly unknown[]
}): Ruling<'not-legal-representative' | 'not-stopped'> {
  if (f.representations.length === 0) return refused('not-legal-representative')
  return f.stopped ? allowed : refused('not-stopped')
}
