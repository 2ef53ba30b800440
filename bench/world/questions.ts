import type { AssuranceLevel, EnterpriseId, Instant, PersonId } from '#kernel'
import { authorityAt, decide } from '#rights'
import { chanceFrom, type Chance } from '../../test/histories/chance.ts'
import { Believed } from './believed.ts'
import { enterpriseRows, numberOf } from './enterprise.ts'
import { lot } from './ids.ts'
import { habitual } from './size.ts'
import type { World } from './world.ts'

/** One question of an online service, and what the product must answer. */
export interface AskedQuestion {
  readonly person: PersonId
  readonly enterprise: EnterpriseId
  /** The number by which the enterprise is asked about. */
  readonly number: string
  readonly action: { readonly kind: 'service' | 'role'; readonly code: string }
  readonly capacity?: string
  readonly level: AssuranceLevel
  readonly permit: boolean
  /** As the interface tells it: whoever is nothing to the enterprise learns nothing about it. */
  readonly reason: string
}

const ofTheEnterprise: ReadonlySet<string> = new Set(['enterprise-unknown', 'enterprise-ceased', 'emergency-stop'])

type Draft = Pick<AskedQuestion, 'person' | 'action' | 'capacity' | 'level'>

function servicesOf(world: World, capacity: string | undefined): readonly string[] {
  return world.catalogue.capacities.get(capacity ?? '')?.services ?? [...world.catalogue.services.keys()]
}

/** Whose rights make a question: what they were given, or an office, or nothing at all. */
function draft(world: World, facts: Believed, place: number, chance: Chance): Draft {
  const [authorisations, roles] = [facts.of('authorisation'), facts.of('role_assignment')]
  const rights = authorisations.length + roles.length
  const rightAt = (at: number) => authorisations[at] ?? roles[at - authorisations.length]
  const right = rights === 0 ? undefined : rightAt(place % rights)
  const level = chance.pick([450, 500] as const)
  if (right === undefined) {
    const [first] = facts.of('representation')
    const service = chance.pick([...world.catalogue.services.values()].filter((one) => one.forRepresentatives))
    return { person: first?.person_id ?? world.personId(0), action: { kind: 'service', code: service.code }, level }
  }
  const capacity = 'capacity' in right ? right.capacity : undefined
  const asked =
    'service' in right ? { kind: 'service' as const, code: right.service } : { kind: 'role' as const, code: right.role }
  const within = capacity !== undefined && chance.is(0.4) ? { capacity } : {}
  const other = (code: string) => ({ kind: 'service' as const, code })
  const given = { person: right.person_id, action: asked, level, ...within }
  const drawn = chance.next()
  if (drawn < 0.43) return given
  if (drawn < 0.48) {
    const holder = chance.pick(facts.of('appointment')).person_id ?? right.person_id
    return { ...given, person: holder }
  }
  if (drawn < 0.52) {
    const [first] = facts.of('representation')
    return { person: first?.person_id ?? right.person_id, action: other('e-box'), level }
  }
  if (drawn < 0.66) return { ...given, action: other(chance.pick(servicesOf(world, capacity))) }
  if (drawn < 0.83) return { ...given, person: world.personId(chance.between(0, world.size.persons - 1)) }
  if (drawn < 0.93) return { ...given, person: rightAt(chance.between(0, rights - 1))?.person_id ?? right.person_id }
  if (drawn < 0.97) return { ...given, level: 200 }
  return { ...given, action: other(chance.pick([...world.catalogue.services.keys()])) }
}

function told(world: World, facts: Believed, asked: Draft & { enterprise: EnterpriseId }, at: Instant) {
  const pair = facts.pair(asked.person)
  const answer = decide(world.catalogue, pair, { ...asked, at })
  const { appointments, memberships, authorisations, roles } = pair
  const isConcerned =
    authorityAt(world.catalogue, pair, at).known ||
    appointments.length + memberships.length + authorisations.length + roles.length > 0
  return {
    permit: answer.permit,
    reason: !isConcerned && ofTheEnterprise.has(answer.reason) ? 'no-right' : answer.reason,
  }
}

export interface QuestionOrder {
  readonly count: number
  /** Four fifths of the questions about one fifth of the rights, and so on within each fifth; else every right alike. */
  readonly habitual: boolean
  /** The moment for which the answers hold: no date of a world lies within a day. */
  readonly at: Instant
  /** Another one gives other questions about the same world. */
  readonly stream?: number
}

/** Questions about rights of the world, in an order that depends on nothing but the seed and the stream; about half are permitted. */
export function questionsOf(
  world: World,
  { count, habitual: isHabitual, at, stream = 0 }: QuestionOrder,
): AskedQuestion[] {
  const { enterprises } = world.size
  const upTo = new Uint32Array(enterprises)
  let total = 0
  // Whoever was given nothing is still asked about: each enterprise counts once beside its rights.
  for (let enterprise = 0; enterprise < enterprises; enterprise++) {
    total += world.rightsOf(enterprise)
    upTo[enterprise] = total
  }
  const enterpriseAt = (place: number): number => {
    let [low, high] = [0, enterprises - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((upTo[middle] ?? 0) > place) high = middle
      else low = middle + 1
    }
    return low
  }
  const asked = Array.from({ length: count }, (_, index) => {
    const chance = chanceFrom(lot(world.seed, index, 1000 + stream))
    const unlisted = chance.is(0.02)
    const place = isHabitual ? (habitual(chance.next(), total) * 500_009) % total : chance.between(0, total - 1)
    const enterprise = unlisted ? chance.between(0, enterprises - 1) : enterpriseAt(place)
    return { index, chance, enterprise, place: place - (enterprise === 0 ? 0 : (upTo[enterprise - 1] ?? 0)) }
  })
  const found: AskedQuestion[] = []
  const byEnterprise = asked.toSorted((one, other) => one.enterprise - other.enterprise)
  let facts: Believed | null = null
  let latest = -1
  for (const { index, chance, enterprise, place } of byEnterprise) {
    if (facts === null || latest !== enterprise) facts = new Believed(enterpriseRows(world, enterprise))
    latest = enterprise
    const one = { enterprise: world.enterpriseId(enterprise), ...draft(world, facts, Math.abs(place), chance) }
    found[index] = { ...one, number: numberOf(enterprise), ...told(world, facts, one, at) }
  }
  return found
}
