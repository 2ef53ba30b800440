import type { Capacity } from '#catalogue'
import type { Fact, FactKind } from '#database'
import { instant, makeEnterpriseNumber, type Instant, type PersonId } from '#kernel'
import { chanceFrom, type Chance } from '../../test/histories/chance.ts'
import { idOf, lot } from './ids.ts'
import { habitual } from './size.ts'
import type { World, WorldRow } from './world.ts'

type Body<K extends FactKind> = Omit<
  Fact<K>,
  'row_id' | 'fact_id' | 'valid_from' | 'valid_until' | 'recorded_at' | 'given_at' | 'enterprise_id'
>
interface Period {
  readonly from: Instant
  readonly until: Instant | null
}

const minuteMs = 60_000

/** The number by which an enterprise is asked about. */
export const numberOf = (enterprise: number): string => makeEnterpriseNumber(2_000_000 + enterprise)

/** Makes the rows of one enterprise, from chances of its own: it can be made again alone, at any time. */
class Maker {
  readonly rows: WorldRow[] = []
  readonly chance: Chance
  readonly world: World
  readonly enterprise: number
  readonly enterpriseId: string
  readonly rights: number
  readonly sinceDays: number
  readonly #seed: number
  #ids = 0

  constructor(world: World, enterprise: number) {
    this.world = world
    this.enterprise = enterprise
    this.enterpriseId = world.enterpriseId(enterprise)
    this.rights = world.rightsOf(enterprise)
    this.#seed = lot(world.seed, enterprise, 7)
    this.chance = chanceFrom(this.#seed)
    this.sinceDays = -this.chance.between(400, 3000)
  }

  newId(at: Instant): string {
    return idOf(at, this.enterprise, ++this.#ids)
  }

  /** A moment of that day, in office hours. */
  during(days: number): Instant {
    return instant(this.world.startOf(days) + this.chance.between(7 * 60, 18 * 60) * minuteMs)
  }

  /** A fact that is believed as it was entered. Answers with its fact id. */
  add<K extends FactKind>(kind: K, body: Body<K>, { from, until }: Period, recorded?: Instant): string {
    const known = recorded ?? from
    return this.#push(kind, body, { from, until }, { fact: this.newId(known), recorded: known })
  }

  /** A fact that was entered without an end and cut short on a day later: the row before is superseded. */
  addCutShort<K extends FactKind>(kind: K, body: Body<K>, { from, until }: Period): string {
    const fact = this.newId(from)
    if (until === null) return this.#push(kind, body, { from, until }, { fact, recorded: from })
    const recorded = instant(Math.max(from + minuteMs, Math.min(until, this.world.today) - 12 * 60 * minuteMs))
    this.#push(kind, body, { from, until: null }, { fact, recorded: from, superseded: recorded })
    return this.#push(kind, body, { from, until }, { fact, recorded, given: from })
  }

  #push<K extends FactKind>(
    kind: K,
    body: Body<K>,
    { from, until }: Period,
    told: { fact: string; recorded: Instant; given?: Instant; superseded?: Instant },
  ): string {
    const fact = {
      row_id: this.newId(told.recorded),
      fact_id: told.fact,
      enterprise_id: this.enterpriseId,
      valid_from: from,
      valid_until: until,
      recorded_at: told.recorded,
      given_at: told.given ?? null,
      ...body,
    }
    this.rows.push({ kind, fact, superseded_at: told.superseded ?? null } as unknown as WorldRow)
    return told.fact
  }

  /** How long something lasts that began some days ago: most of it without end, some ended, some with an end to come. */
  lasting(days: number, ended: number, ending: number): Instant | null {
    const drawn = this.chance.next()
    if (drawn < ended) return days < -2 ? this.world.startOf(this.chance.between(days + 1, -1)) : null
    return drawn < ended + ending ? this.world.startOf(this.chance.between(2, 700)) : null
  }

  person(place: number): PersonId {
    return this.world.personId(place)
  }

  /** Somebody of the country: half of the time one of those who are known to many enterprises. */
  anybody(): number {
    const { persons } = this.world.size
    if (this.chance.is(0.5)) return this.chance.between(0, persons - 1)
    // The habitual ones are spread over the country by a factor that shares no divisor with any even count below 2³⁰.
    return (habitual(this.chance.next(), persons) * 500_009) % persons
  }
}

/** What the register says: the records, and who represents. */
function register(make: Maker): { representation: string; since: Instant } {
  const { world, chance, enterprise, sinceDays } = make
  const { form, functionCode } = chance.pick(world.forms)
  const since = make.during(sinceDays)
  const ceased = chance.is(0.05)
  const drawn = chance.next()
  const { quiet, holding, last } = world.situations
  const situation = drawn < 0.96 ? '000' : chance.pick(drawn < 0.975 ? holding : drawn < 0.985 ? last : quiet)
  const record = {
    number: numberOf(enterprise),
    name: `Enterprise ${enterprise}`,
    kind: form === null ? ('natural-person' as const) : ('legal-person' as const),
    legal_form: form,
    situation: '000',
    status: 'active' as const,
    address: null,
    rsz_number: null,
  }
  const changed = ceased || situation !== '000' ? make.during(-chance.between(3, 390)) : null
  make.add('enterprise_record', record, { from: since, until: changed })
  if (changed !== null) {
    const now = { ...record, situation, status: ceased ? ('ceased' as const) : record.status }
    make.add('enterprise_record', now, { from: changed, until: null })
  }
  const represents = { holder_enterprise_id: null, power: 'alone' as const, end_reason: null }
  const isOver = chance.is(0.01)
  const over = isOver ? make.during(-chance.between(3, 300)) : null
  const first = make.person(enterprise * 2)
  const representation = make.add(
    'representation',
    { ...represents, person_id: first, function_code: functionCode },
    { from: since, until: over },
  )
  const others = form === null ? 0 : chance.is(0.25) ? chance.between(1, 3) : 0
  for (let other = 0; other < others; other++) {
    const days = -chance.between(3, 390)
    make.add(
      'representation',
      { ...represents, person_id: make.person(make.anybody()), function_code: functionCode },
      { from: make.during(days), until: make.lasting(days, 0.15, 0) },
    )
  }
  const confirmed = changed !== null && holding.includes(situation) && chance.is(0.4)
  const by = { by_person: first, by_basis: representation }
  if (confirmed) make.add('situation_confirmation', by, { from: instant(changed + 60 * minuteMs), until: null })
  return { representation, since }
}

/** The account, the chief's seat and what else concerns the enterprise as a whole. Answers with the chief's fact. */
function seats(make: Maker, { representation, since }: { representation: string; since: Instant }): string {
  const { chance, enterprise, rights, world } = make
  const from = instant(since + 30 * minuteMs)
  const by = { by_person: make.person(enterprise * 2), by_basis: representation }
  make.add('account', { state: 'active', ebox: true, ...by }, { from, until: null })
  if (chance.is(0.005)) make.add('emergency_stop', by, { from: make.during(-chance.between(1, 60)), until: null })
  else if (chance.is(0.01)) {
    const days = -chance.between(100, 390)
    make.add('emergency_stop', by, { from: make.during(days), until: make.during(days + 3) })
  }
  const waiting = { term_until: null, waits_for: null, begins_at: null }
  const drawn = chance.next()
  if (drawn < 0.02) {
    const nobody = { person_id: null, ground: null, by_person: null, by_basis: null }
    const vacancy = { office: 'chief-access-manager' as const, scope: '', state: 'vacant' as const }
    make.add('appointment', { ...vacancy, ...nobody, ...waiting }, { from, until: null })
    return representation
  }
  const own = chance.is(0.6)
  const chief = make.person(own ? enterprise * 2 : enterprise * 2 + 1)
  const office = { office: 'chief-access-manager' as const, scope: '', person_id: chief, ...by, ...waiting }
  const ground = own ? ('legal-representative' as const) : ('employee' as const)
  const state = drawn < 0.03 ? ('suspended' as const) : ('active' as const)
  const seat = make.add('appointment', { ...office, ground, state }, { from, until: null })
  if (chance.is(0.005) && rights > 0) {
    const begins = make.during(-chance.between(2, 40))
    const ends = world.startOf(chance.between(3, 45))
    const stands = {
      person_id: make.person(own ? enterprise * 2 + 1 : enterprise * 2),
      by_person: chief,
      by_basis: seat,
    }
    const body = { appointment: seat, state: 'active' as const, begins_at: begins, ends_at: ends, ...stands }
    make.add('stand_in', body, { from: begins, until: ends })
  }
  const coChiefs = rights > 50 ? chance.between(0, 3) : 0
  const seated = new Set<number>([enterprise * 2])
  for (let one = 0; one < coChiefs; one++) {
    const person = make.anybody()
    if (seated.has(person)) continue
    seated.add(person)
    const days = -chance.between(3, 390)
    const body = { office: 'co-chief-access-manager' as const, scope: '', person_id: make.person(person), ...by }
    make.add(
      'appointment',
      { ...body, ...waiting, ground: 'employee', state: chance.is(0.05) ? 'suspended' : 'active' },
      { from: make.during(days), until: make.lasting(days, 0.1, 0.05) },
    )
  }
  return seat
}

interface Group {
  readonly capacity: Capacity
  readonly from: number
}

/** Which groups there are, with the access managers of their domains and the managers of their own. */
function groups(make: Maker, chief: string): Group[] {
  const { chance, enterprise, rights, sinceDays } = make
  const wanted = rights === 0 ? 1 : 1 + (rights > 3 ? 1 : 0) + (rights > 20 ? 1 : 0) + (rights > 200 ? 2 : 0)
  const by = { by_person: make.person(enterprise * 2), by_basis: chief }
  const managed = { ground: 'employee' as const, term_until: null, waits_for: null, begins_at: null, ...by }
  const seat = (office: 'access-manager' | 'group-manager', scope: string, days: number) => {
    const person = rights > 20 ? make.anybody() : enterprise * 2 + 1
    if (person === enterprise * 2) return
    const state = chance.is(0.04) ? ('suspended' as const) : ('active' as const)
    make.add(
      'appointment',
      { office, scope, person_id: make.person(person), state, ...managed },
      { from: make.during(days), until: make.lasting(days, 0.05, 0.05) },
    )
  }
  const found: Group[] = []
  const domains = new Set<string>()
  for (let tries = 0; found.length < wanted && tries < 20; tries++) {
    const capacity = chance.pick(make.world.capacities)
    if (found.some((group) => group.capacity === capacity)) continue
    const days = Math.min(-390, sinceDays + chance.between(1, 300))
    const { domain } = capacity
    if (!domains.has(domain)) {
      domains.add(domain)
      make.add(
        'domain_activation',
        { domain, ...by },
        { from: make.during(sinceDays + 1), until: make.lasting(-300, 0.01, 0) },
      )
      if (rights > 5 && chance.is(0.3)) seat('access-manager', domain, -chance.between(3, 390))
    }
    const until = make.lasting(-300, 0.015, 0)
    make.add('capacity_activation', { domain, capacity: capacity.code, ...by }, { from: make.during(days), until })
    if (rights > 5 && chance.is(0.25)) seat('group-manager', capacity.code, -chance.between(3, 390))
    found.push({ capacity, from: days })
  }
  return found
}

function parametersOf(make: Maker, role: World['roles'][number]): Record<string, unknown> {
  const { chance } = make
  return Object.fromEntries(
    role.parameters.flatMap((parameter): [string, unknown][] => {
      const code = (from: readonly { code: string }[]) => chance.pick(from).code
      if (parameter.type === 'choice') return [[parameter.code, code(parameter.options)]]
      if (parameter.type === 'choices') return [[parameter.code, [code(parameter.options)]]]
      if (parameter.type === 'boolean') return [[parameter.code, chance.is(0.5)]]
      return parameter.type === 'number' ? [[parameter.code, parameter.min]] : []
    }),
  )
}

function giveRole(make: Maker, person: number, by: { by_person: PersonId; by_basis: string }): void {
  const { chance } = make
  const given = chance.pick(make.world.roles)
  const days = -chance.between(3, 390)
  const state = chance.is(0.05) ? ('stopped' as const) : ('active' as const)
  const { context } = chance.pick(given.contexts)
  const body = { person_id: make.person(person), role: given.code, context, parameters: parametersOf(make, given) }
  const until = make.lasting(days, 0.08, 0.1)
  const period = { from: make.during(days), until }
  if (until !== null && chance.is(0.5)) make.addCutShort('role_assignment', { ...body, state, ...by }, period)
  else make.add('role_assignment', { ...body, state, ...by }, period)
}

/** Users of the groups, with the services that they were given; one right in ten is a role, and some people are blocked. */
function users(make: Maker, found: readonly Group[], by: { by_person: PersonId; by_basis: string }): void {
  const { chance, enterprise, rights, world } = make
  const members = new Set<string>()
  let given = 0
  for (let user = 0; given < rights; user++) {
    const person = user === 0 ? enterprise * 2 + 1 : make.anybody()
    if (chance.is(0.12)) {
      giveRole(make, person, by)
      given++
      continue
    }
    const { capacity, from } = chance.pick(found)
    const key = `${person} ${capacity.code}`
    if (members.has(key) || person === enterprise * 2) {
      // In a small group everybody may already be in.
      if (user > rights * 3) return
      continue
    }
    members.add(key)
    const days = Math.max(from + 1, -chance.between(3, 390))
    const planned = chance.is(0.01)
    const since = planned ? world.startOf(chance.between(2, 60)) : make.during(days)
    const period = { from: since, until: planned ? null : make.lasting(days, 0.05, 0.05) }
    const body = { capacity: capacity.code, person_id: make.person(person), ...by }
    const recorded = planned ? make.during(-1) : since
    const membership = make.add('membership', body, period, recorded)
    if (chance.is(0.025)) {
      const block = {
        ...body,
        capacity: chance.is(0.6) ? '' : capacity.code,
        by_office: 'chief-access-manager' as const,
      }
      const on = -chance.between(1, 60)
      // One of them at a time: another membership of the same person may bring another block of all groups.
      if (block.capacity !== '' || !members.has(`${person} blocked`))
        make.add('block', block, { from: make.during(on), until: make.lasting(on, 0.3, 0) })
      members.add(`${person} blocked`)
    }
    const services = chance.between(1, Math.min(4, capacity.services.length, Math.max(1, rights - given)))
    const first = chance.between(0, capacity.services.length - 1)
    for (let one = 0; one < services; one++) {
      const service = capacity.services[(first + one) % capacity.services.length] ?? ''
      const right = { ...body, membership_id: membership, service }
      const end = planned ? null : make.lasting(days, 0.07, 0.12)
      if (end !== null && end < world.today) make.addCutShort('authorisation', right, { from: since, until: end })
      else make.add('authorisation', right, { from: since, until: end ?? null }, recorded)
      given++
    }
  }
}

/** Every row of one enterprise, in the order in which it came about: the same for the same world. */
export function enterpriseRows(world: World, enterprise: number): WorldRow[] {
  const make = new Maker(world, enterprise)
  const told = register(make)
  // Whoever uses nothing has, for the most part, never registered.
  if (make.rights === 0 && make.chance.is(0.6)) return make.rows
  const seat = seats(make, told)
  const found = groups(make, seat)
  const by = { by_person: make.person(enterprise * 2), by_basis: seat }
  if (found.length > 0) users(make, found, by)
  return make.rows
}
