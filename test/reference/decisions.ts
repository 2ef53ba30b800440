import { waits, waitsSince, worthOf } from './ground-rules.ts'
import { domainIsOpen, holds, representationsOf, stoodInBy, whatIsClosed } from './words.ts'
import type { Book, Moment, Period, World } from './words.ts'

export interface Question {
  enterprise: string
  person: string
  service?: string
  role?: string
  capacity?: string
  /** null: nothing reliable is known of the sign-in. */
  level: number | null
  at: Moment
}

export type Answer =
  { permit: true; reason: string; capacities: string[] } | { permit: false; reason: string; levelNeeded?: number }

/** Something that opens, or would but for the hindrance. */
interface Basis {
  reason: string
  capacity: string | null
  hindrance: string | null
  level: number
}

/** A hindrance further to the front is told rather than one further back. */
const nearness = [
  'blocked',
  'blocked-in-group',
  'awaits-confirmation',
  'office-suspended',
  'domain-closed',
  'capacity-closed',
  'role-stopped',
  'not-yet',
  'expired',
]
const strength = ['representation', 'office', 'automatic', 'authorisation', 'role']

const deny = (reason: string, levelNeeded?: number): Answer =>
  levelNeeded === undefined ? { permit: false, reason } : { permit: false, reason, levelNeeded }

/** May this person use this service, or exercise this role, for this enterprise, in this capacity, at this moment? */
export function decide(book: Book, world: World, q: Question): Answer {
  const record = world.records.find((one) => one.enterprise === q.enterprise && holds(one, q.at))
  if (!record) return deny('enterprise-unknown')
  const role = book.roles.find(({ code }) => code === q.role)
  const service = book.services.find(({ code }) => code === (role?.service ?? q.service))
  if (!service || (q.role !== undefined && !role)) return deny('action-unknown')
  if (q.capacity !== undefined && !book.capacities.some(({ code }) => code === q.capacity))
    return deny('capacity-unknown')
  const ceased = record.ceased || book.situationsAfterCessation.includes(record.situation)
  if (ceased && !service.afterCessation) return deny('enterprise-ceased')
  if (world.stops.some((one) => one.enterprise === q.enterprise && holds(one, q.at))) return deny('emergency-stop')

  let bases = role ? basesOfRole(book, world, q, role) : basesOfService(book, world, q, service)
  if (q.capacity !== undefined) bases = bases.filter(({ capacity }) => capacity === q.capacity)
  const standing = bases.filter(({ hindrance }) => hindrance === null)
  if (standing.length === 0)
    return deny(nearness.find((reason) => bases.some(({ hindrance }) => hindrance === reason)) ?? 'no-right')
  const { level } = q
  const enough = standing.filter((one) => level !== null && level >= one.level)
  if (enough.length === 0) return deny('level-too-low', Math.min(...standing.map((one) => one.level)))
  const capacities = [...new Set(enough.flatMap(({ capacity }) => (capacity === null ? [] : [capacity])))].toSorted()
  const reason = strength.find((one) => enough.some((basis) => basis.reason === one)) ?? ''
  return { permit: true, reason, capacities }
}

type Service = Book['services'][number]
type Role = Book['roles'][number]

function outside(one: Period, at: Moment): string | null {
  if (at < one.from) return 'not-yet'
  return holds(one, at) ? null : 'expired'
}

/** A role that opens a service is used at no lower level than the service: `atLeast`. */
function basesOfRole(book: Book, world: World, q: Question, role: Role, atLeast = 0): Basis[] {
  const service = book.services.find(({ code }) => code === role.service)
  const levelIn = (context: string): number =>
    Math.max(atLeast, role.contexts.find((one) => one.context === context)?.level ?? book.strong)
  const bases: Basis[] = []
  const since = waitsSince(book, world, q.enterprise, q.at)
  const waiting = (one: Parameters<typeof waits>[1]) => (waits(since, one) ? 'awaits-confirmation' : null)
  if (role.heldByRepresentatives)
    for (const _one of representationsOf(book, world, q.enterprise, q.person, q.at))
      bases.push({ reason: 'representation', capacity: null, hindrance: null, level: levelIn('enterprise') })
  for (const one of mine(world.roles, q).filter((held) => held.role === role.code)) {
    if (!role.contexts.some(({ context }) => context === one.context)) continue
    const closed =
      one.context === 'enterprise' && service && !domainIsOpen(world, q.enterprise, service.domain, q.at)
        ? 'domain-closed'
        : null
    const hindrance =
      outside(one, q.at) ?? waiting(one) ?? blocked(world, q, null) ?? (one.stopped ? 'role-stopped' : null) ?? closed
    bases.push({ reason: 'role', capacity: null, hindrance, level: levelIn(one.context) })
  }
  return bases
}

function basesOfService(book: Book, world: World, q: Question, service: Service): Basis[] {
  const bases: Basis[] = []
  const add = (reason: string, capacity: string | null, hindrance: string | null) =>
    bases.push({ reason, capacity, hindrance, level: service.level })
  const since = waitsSince(book, world, q.enterprise, q.at)
  const waiting = (one: Parameters<typeof waits>[1]) => (waits(since, one) ? 'awaits-confirmation' : null)
  const closed = (capacity: string) => whatIsClosed(book, world, q.enterprise, capacity, q.at)
  const offering = book.capacities.filter(({ services }) => services.includes(service.code))

  if (service.forRepresentatives)
    for (const _one of representationsOf(book, world, q.enterprise, q.person, q.at)) add('representation', null, null)
  if (service.openedBy !== 'authorisation')
    for (const role of book.roles.filter((one) => one.service === service.code && one.opensService))
      bases.push(...basesOfRole(book, world, q, role, service.level))

  for (const one of [...mine(world.appointments, q), ...stoodInBy(world, q.enterprise, q.person)]) {
    if (one.state === 'waiting' || one.state === 'accepted') continue
    const own = outside(one, q.at) ?? officeHindrance(book, world, one, q.at)
    const enterpriseWide = one.office === 'chief-access-manager' || one.office === 'co-chief-access-manager'
    const domain = one.office === 'access-manager' ? one.scope : ''
    const domainShut = domain !== '' && !domainIsOpen(world, q.enterprise, domain, q.at) ? 'domain-closed' : null

    const reaches = enterpriseWide || domain === service.domain
    if (reaches && service.openedBy !== 'role' && !service.mustBeGiven)
      for (const { code, domain: its } of offering)
        if (enterpriseWide || its === domain) add('office', code, own ?? domainShut ?? closed(code))

    if (!service.automaticFor.includes(one.office)) continue
    if (one.office === 'group-manager') add('automatic', one.scope, own ?? closed(one.scope))
    else {
      add('automatic', null, own ?? domainShut)
      for (const { code, domain: its } of book.capacities)
        if ((enterpriseWide || its === domain) && closed(code) === null) add('automatic', code, own ?? domainShut)
    }
  }

  if (service.automaticFor.includes('user'))
    for (const one of mine(world.memberships, q))
      add(
        'automatic',
        one.capacity,
        outside(one, q.at) ??
          waiting({ ...one, written: one.written ?? one.made }) ??
          blocked(world, q, one.capacity) ??
          closed(one.capacity),
      )
  if (service.openedBy !== 'role')
    for (const one of mine(world.authorisations, q)) {
      if (one.service !== service.code || !offering.some(({ code }) => code === one.capacity)) continue
      const membership = holds(one.membership, q.at) ? null : 'expired'
      const hindrance =
        outside(one, q.at) ?? membership ?? waiting(one) ?? blocked(world, q, one.capacity) ?? closed(one.capacity)
      add('authorisation', one.capacity, hindrance)
    }
  return bases
}

/** An office that waits is told before one that is suspended, by somebody or for want of its ground. */
function officeHindrance(book: Book, world: World, one: Parameters<typeof worthOf>[2], at: Moment): string | null {
  const worth = worthOf(book, world, one, at)
  if (worth === 'waiting') return 'awaits-confirmation'
  return one.state === 'suspended' || worth === 'suspended' ? 'office-suspended' : null
}

const mine = <F extends { enterprise: string; person: string }>(all: F[], q: Question): F[] =>
  all.filter((one) => one.enterprise === q.enterprise && one.person === q.person)

/** Blocks cover memberships and roles, never offices or representations. */
function blocked(world: World, q: Question, capacity: string | null): string | null {
  const blocks = mine(world.blocks, q).filter((one) => holds(one, q.at))
  if (blocks.some((one) => one.capacity === '')) return 'blocked'
  return capacity !== null && blocks.some((one) => one.capacity === capacity) ? 'blocked-in-group' : null
}
