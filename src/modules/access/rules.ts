import type { Capacity, Catalogue, Service } from '#catalogue'
import type { Fact } from '#database'
import { allowed, refused, type AssuranceLevel, type Ruling } from '#kernel'
import { atLeastAs, type Rank } from '#rights'

/** X1: a service is given in a group that offers it, when an authorisation opens it and it is granted here. */
export function mayBeGiven(f: {
  capacity: Capacity
  service: Service | undefined
}): Ruling<'service-unknown' | 'service-not-offered' | 'service-opened-by-role' | 'service-granted-elsewhere'> {
  if (!f.service) return refused('service-unknown')
  if (!f.capacity.services.includes(f.service.code)) return refused('service-not-offered')
  if (f.service.openedBy === 'role') return refused('service-opened-by-role')
  return f.service.grantedIn === 'here' ? allowed : refused('service-granted-elsewhere')
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
