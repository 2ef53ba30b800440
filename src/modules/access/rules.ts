import type { Capacity, Catalogue, Service } from '#catalogue'
import type { Fact, Period } from '#database'
import { allowed, refused, type AssuranceLevel, type Ruling } from '#kernel'
import { atLeastAs, type Power, type Rank } from '#rights'

/** X1: a service is given when an authorisation opens it, it is granted here, and the group offers it. */
export function mayBeGiven(f: {
  capacity: Capacity
  service: Service | undefined
}): Ruling<'service-unknown' | 'service-not-offered' | 'service-opened-by-role' | 'service-granted-elsewhere'> {
  if (!f.service) return refused('service-unknown')
  if (f.service.openedBy === 'role') return refused('service-opened-by-role')
  if (f.service.grantedIn !== 'here') return refused('service-granted-elsewhere')
  return f.capacity.services.includes(f.service.code) ? allowed : refused('service-not-offered')
}

/** X2: giving what is used at strong asks a strong sign-in (product.md, Offices: levels belong to operations). */
export function levelToGive(catalogue: Catalogue, services: readonly Service[]): AssuranceLevel {
  const { code, strong } = catalogue.strength
  return services.some(({ level }) => level >= strong) ? strong : code
}

/** X3: a block is lifted by the same or a higher office. */
export function mayUnblock(f: {
  rank: Rank
  block: Pick<Fact<'block'>, 'by_office'> | undefined
}): Ruling<'not-blocked' | 'blocked-by-higher-office'> {
  if (!f.block) return refused('not-blocked')
  return atLeastAs(f.rank, f.block.by_office) ? allowed : refused('blocked-by-higher-office')
}

/** X15: what a stand-in gives begins before the stand-in ends and lasts no longer; without a last day it ends with the stand-in. */
export function withinStandIn(f: {
  power: Pick<Power, 'standIn'>
  period: Period
}): { allowed: true; period: Period } | { allowed: false; reason: 'outlasts-stand-in' } {
  const end = f.power.standIn?.until
  if (end === undefined) return { allowed: true, period: f.period }
  const { from, until } = f.period
  if (from >= end || (until !== null && until > end)) return { allowed: false, reason: 'outlasts-stand-in' }
  return { allowed: true, period: { from, until: until ?? end } }
}
