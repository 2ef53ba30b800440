import type { Catalogue } from '#catalogue'
import { holdsAt, type Fact } from '#database'
import type { Instant } from '#kernel'
import { hasCeased, representationsAt, standing } from '#rights'
import { Believed } from '../../world/believed.ts'
import { enterpriseRows, numberOf } from '../../world/enterprise.ts'
import type { World } from '../../world/world.ts'

/** Who stands in a relation to what, and for how long where that has an end or a beginning to come. */
export interface Relation {
  readonly type: string
  readonly id: string
  readonly relation: string
  /** `person` or the type of a group, and its id; `*`: everybody. */
  readonly subjectType: string
  readonly subjectId: string
  readonly from: Instant | null
  readonly until: Instant | null
}

/** A code as the peers allow it in a name. */
export const nameOf = (code: string): string => code.replaceAll('-', '_')
export const groupType = (capacity: string): string => `group_${nameOf(capacity)}`

type Period = Pick<Fact<'membership'>, 'valid_from' | 'valid_until'>

const later = (one: Instant, other: Instant): Instant => (one > other ? one : other)
const sooner = (one: Instant | null, other: Instant | null): Instant | null =>
  one === null ? other : other === null || one < other ? one : other

/** Collects the relations of one enterprise: what is over has none, and of two alike one stays that covers both. */
class Collected {
  readonly #found = new Map<string, Relation>()
  readonly #at: Instant

  constructor(at: Instant) {
    this.#at = at
  }

  add(
    object: { type: string; id: string },
    relation: string,
    subject: { type: string; id: string },
    period: Period,
  ): void {
    const { valid_from: from, valid_until: until } = period
    if (until !== null && until <= this.#at) return
    const key = `${object.type}:${object.id}#${relation}@${subject.type}:${subject.id}`
    const known = this.#found.get(key)
    const begins = from > this.#at && (known === undefined || known.from !== null) ? from : null
    const ends = known !== undefined && (known.until === null || until === null) ? null : until
    const [subjectType, subjectId] = [subject.type, subject.id]
    this.#found.set(key, { ...object, relation, subjectType, subjectId, from: begins, until: ends })
  }

  get all(): Relation[] {
    return [...this.#found.values()]
  }
}

const always: Period = { valid_from: 0 as Instant, valid_until: null }
const person = (id: string | null) => ({ type: 'person', id: id ?? '' })
const everybody = person('*')

/** The offices as they are exercised: by whom they were given to, and by whom stands in. */
function officesOf(facts: Believed): (Fact<'appointment'> & { readonly standsIn: boolean })[] {
  const appointments = facts.of('appointment')
  const stoodIn = facts.of('stand_in').flatMap((standIn) =>
    standIn.state !== 'active'
      ? []
      : appointments
          .filter(({ fact_id }) => fact_id === standIn.appointment)
          .map((office) => ({
            ...office,
            person_id: standIn.person_id,
            valid_from: later(office.valid_from, standIn.valid_from),
            valid_until: sooner(office.valid_until, standIn.valid_until),
            standsIn: true,
          })),
  )
  return [...appointments.map((office) => ({ ...office, standsIn: false })), ...stoodIn]
}

function offices(
  catalogue: Catalogue,
  facts: Believed,
  at: Instant,
  isOpen: { domain(d: string): boolean; group(c: string): boolean },
) {
  const records = facts.of('enterprise_record')
  const ofEnterprise = { records, confirmations: facts.of('situation_confirmation') }
  const representations = facts.of('representation')
  return officesOf(facts).filter((office) => {
    if (office.state !== 'active' || office.person_id === null) return false
    const own = office.standsIn ? { ...office, ground: 'employee' as const } : office
    const shortfall = standing.shortfallOf(catalogue, { ...ofEnterprise, representations }, own, at)
    if (shortfall === 'awaits-confirmation' || shortfall === 'suspended-for-ground') return false
    if (office.office === 'access-manager') return isOpen.domain(office.scope)
    return office.office !== 'group-manager' || isOpen.group(office.scope)
  })
}

/** What a peer is told of one enterprise at a moment: what an integrator would have written by then, and left standing. */
export function relationsOf(world: World, enterprise: number, at: Instant): Relation[] {
  const { catalogue } = world
  const facts = new Believed(enterpriseRows(world, enterprise))
  const collected = new Collected(at)
  const id = numberOf(enterprise)
  const self = { type: 'enterprise', id }
  const group = (capacity: string) => ({ type: groupType(capacity), id })
  const record = facts.of('enterprise_record').find((fact) => holdsAt(fact, at))
  if (!record) return []
  if (hasCeased(catalogue, record)) collected.add(self, 'ceased', everybody, always)
  if (facts.of('emergency_stop').some((fact) => holdsAt(fact, at))) collected.add(self, 'stopped', everybody, always)
  const since = standing.heldBackSince(
    catalogue,
    { records: facts.of('enterprise_record'), confirmations: facts.of('situation_confirmation') },
    at,
  )
  const counts = (fact: Fact<'membership' | 'authorisation' | 'role_assignment'>) => !standing.isHeldBack(since, fact)
  const domains = new Set(
    facts
      .of('domain_activation')
      .filter((fact) => holdsAt(fact, at))
      .map((fact) => fact.domain),
  )
  const groups = new Set(
    facts
      .of('capacity_activation')
      .filter((fact) => holdsAt(fact, at) && domains.has(catalogue.capacities.get(fact.capacity)?.domain ?? ''))
      .map((fact) => fact.capacity),
  )
  for (const capacity of groups) {
    collected.add(group(capacity), 'enterprise', self, always)
    collected.add(self, 'group', group(capacity), always)
  }
  const represented = { records: facts.of('enterprise_record'), representations: facts.of('representation') }
  for (const fact of representationsAt(catalogue, represented, at))
    collected.add(self, 'representative', person(fact.person_id), fact)
  const isOpen = { domain: (code: string) => domains.has(code), group: (code: string) => groups.has(code) }
  for (const fact of offices(catalogue, facts, at, isOpen)) {
    const holder = person(fact.person_id)
    if (fact.office === 'group-manager') collected.add(group(fact.scope), 'manager', holder, fact)
    else if (fact.office === 'access-manager') {
      collected.add(self, `manager_${nameOf(fact.scope)}`, holder, fact)
      collected.add(self, 'manager', holder, fact)
    } else collected.add(self, 'officer', holder, fact)
  }
  for (const fact of facts.of('block')) {
    if (!holdsAt(fact, at)) continue
    collected.add(fact.capacity === '' ? self : group(fact.capacity), 'blocked', person(fact.person_id), fact)
  }
  rights(collected, { world, facts, groups, domains, counts, self, group })
  return collected.all
}

function rights(
  collected: Collected,
  of: {
    world: World
    facts: Believed
    groups: ReadonlySet<string>
    domains: ReadonlySet<string>
    counts: (fact: Fact<'membership' | 'authorisation' | 'role_assignment'>) => boolean
    self: { type: string; id: string }
    group: (capacity: string) => { type: string; id: string }
  },
): void {
  const { world, facts, groups, domains, counts, self, group } = of
  const { catalogue } = world
  const memberships = facts.of('membership')
  for (const fact of memberships)
    if (groups.has(fact.capacity) && counts(fact))
      collected.add(group(fact.capacity), 'member', person(fact.person_id), fact)
  const byId = Map.groupBy(memberships, ({ fact_id }) => fact_id)
  for (const fact of facts.of('authorisation')) {
    const offered = catalogue.capacities.get(fact.capacity)?.services.includes(fact.service) === true
    if (!offered || !groups.has(fact.capacity) || !counts(fact)) continue
    if (catalogue.services.get(fact.service)?.openedBy === 'role') continue
    for (const member of byId.get(fact.membership_id) ?? []) {
      const period = {
        valid_from: later(fact.valid_from, member.valid_from),
        valid_until: sooner(fact.valid_until, member.valid_until),
      }
      collected.add(group(fact.capacity), `given_${nameOf(fact.service)}`, person(fact.person_id), period)
    }
  }
  for (const fact of facts.of('role_assignment')) {
    const role = catalogue.roles.get(fact.role)
    const domain = catalogue.services.get(role?.service ?? '')?.domain ?? ''
    if (fact.state !== 'active' || !counts(fact)) continue
    if (role?.contexts.some(({ context }) => context === fact.context) !== true) continue
    if (fact.context === 'enterprise' && !domains.has(domain)) continue
    collected.add(self, `role_${nameOf(fact.role)}`, person(fact.person_id), fact)
  }
}
