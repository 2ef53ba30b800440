import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import type { FactBodies, FactKind, FactWriter, OfficeCode, Period } from '#database'
import { vacancy } from '#enterprises'
import { makeEnterpriseNumber, makeRszNumber, type EnterpriseId, type EnterpriseNumber, type Instant } from '#kernel'
import type { World } from './world.ts'

export type EnterpriseTraits = Omit<FactBodies['enterprise_record'], 'enterprise_id' | 'number'>

/** When something holds, in days from the present; from long ago and without an end when nothing is said. */
export interface When {
  from?: number
  until?: number
}

interface OfficeTraits extends When {
  state?: 'awaiting-activation' | 'accepted' | 'active' | 'suspended'
  /** The end of the office's own term, in days from the present. */
  term?: number
  /** Who appointed; somebody outside the story when nothing is said. */
  by?: string
  ground?: 'employee' | 'legal-representative'
}

const longAgo = -730
const opening = -365

/** An enterprise of the world: what is told of it is so from long ago, as if operations had done it. */
export class WorldEnterprise {
  readonly id = randomUUID() as EnterpriseId
  readonly number: EnterpriseNumber
  readonly #world: World
  readonly #traits: EnterpriseTraits
  #account: 'none' | 'registered' | 'active' = 'none'
  #chief: { name: string; traits: OfficeTraits } | null = null
  readonly #domains = new Set<string>()
  #entered = false

  constructor(world: World, sequence: number, traits: Partial<EnterpriseTraits>) {
    this.#world = world
    this.number = makeEnterpriseNumber(5_000_000 + sequence)
    this.#traits = {
      name: `Enterprise ${sequence}`,
      kind: 'legal-person',
      legal_form: '610',
      situation: '000',
      status: 'active',
      address: null,
      rsz_number: makeRszNumber(1_471_015 + sequence),
      ...traits,
    }
  }

  /** Registered, with an empty chief's seat. */
  registered(): this {
    this.#mayStillBeTold()
    this.#by()
    if (this.#account === 'none') this.#account = 'registered'
    return this
  }

  /** A chief in the seat: the account is active and the default domains are open. */
  withChief(name: string, traits: OfficeTraits = {}): this {
    this.#mayStillBeTold()
    // Mentioned now, so that the person is written before the enterprise.
    this.#world.person(name)
    this.#chief = { name, traits }
    this.#account = 'active'
    for (const domain of this.#world.catalogue.domains.values()) if (domain.opensByDefault) this.withDomain(domain.code)
    return this
  }

  withRepresentative(
    name: string,
    traits: When & { power?: 'alone' | 'jointly' | 'unknown'; functionCode?: string } = {},
  ): this {
    const { power = 'alone', functionCode = '10002' } = traits
    const body = { holder_enterprise_id: null, end_reason: null, function_code: functionCode, power }
    return this.fact('representation', { enterprise_id: this.id, person_id: this.#world.person(name), ...body }, traits)
  }

  /** Somebody in an office other than the chief's, or a candidate for any. */
  withOffice(office: OfficeCode, name: string, traits: OfficeTraits & { scope?: string } = {}): this {
    const { scope = '' } = traits
    return this.fact('appointment', this.#appointment({ office, scope }, name, traits), traits)
  }

  withCoChief(name: string, traits: OfficeTraits = {}): this {
    return this.withOffice('co-chief-access-manager', name, traits)
  }

  withAccessManager(name: string, domain: string, traits: OfficeTraits = {}): this {
    return this.withOffice('access-manager', name, { ...traits, scope: domain })
  }

  withGroupManager(name: string, capacity: string, traits: OfficeTraits = {}): this {
    return this.withOffice('group-manager', name, { ...traits, scope: capacity })
  }

  withDomain(domain: string, when: When = {}): this {
    if (this.#domains.has(domain)) return this
    this.#domains.add(domain)
    return this.fact('domain_activation', { enterprise_id: this.id, domain, ...this.#by() }, when)
  }

  /** An active capacity; its domain is opened with it. */
  withCapacity(capacity: string, when: When = {}): this {
    const domain = this.#world.catalogue.capacities.get(capacity)?.domain
    assert.ok(domain !== undefined, `the catalogue has the capacity ${capacity}`)
    this.withDomain(domain)
    return this.fact('capacity_activation', { enterprise_id: this.id, domain, capacity, ...this.#by() }, when)
  }

  /** A user of a group, with services for the period of the membership. */
  withUser(name: string, capacity: string, services: readonly string[] = [], when: When = {}): this {
    const pair = { enterprise_id: this.id, capacity, person_id: this.#world.person(name), ...this.#by() }
    const period = this.#period(when)
    this.#world.given(async (facts) => {
      const { fact_id: membership_id } = await facts.record('membership', pair, period)
      for (const service of services) await facts.record('authorisation', { ...pair, membership_id, service }, period)
    })
    return this
  }

  /** A block in one group, or with '' in all. */
  withBlock(name: string, capacity: string, by: FactBodies['block']['by_office'], when: When = {}): this {
    const person_id = this.#world.person(name)
    return this.fact('block', { enterprise_id: this.id, capacity, person_id, by_office: by, ...this.#by() }, when)
  }

  withRole(
    name: string,
    role: string,
    traits: When & Partial<Pick<FactBodies['role_assignment'], 'context' | 'state'>> = {},
  ): this {
    const { context = 'enterprise', state = 'active' } = traits
    const pair = { enterprise_id: this.id, person_id: this.#world.person(name), ...this.#by() }
    return this.fact('role_assignment', { ...pair, role, context, state, parameters: {} }, traits)
  }

  /** The register says from a day on that the enterprise is in another situation. */
  inSituation(situation: string, days = 0): this {
    const at = this.#world.days(days)
    this.#world.given(async (facts) => {
      const [record] = await facts.find('enterprise_record', { enterprise_id: this.id }, { at })
      if (record) await facts.change('enterprise_record', record, { situation }, at)
    })
    return this
  }

  stopped(when: When = {}): this {
    return this.fact('emergency_stop', { enterprise_id: this.id, ...this.#by() }, when)
  }

  /** Any other fact of this enterprise. */
  fact<K extends FactKind>(kind: K, body: FactBodies[K], when: When = {}): this {
    const period = this.#period(when)
    this.#world.given((facts) => facts.record(kind, body, period))
    return this
  }

  /** Writes what every enterprise has: its record, its account, its chief's seat. */
  async enter(facts: FactWriter): Promise<void> {
    this.#entered = true
    const open = { from: this.#world.days(longAgo), until: null }
    const record = { enterprise_id: this.id, number: this.number, ...this.#traits }
    await facts.record('enterprise_record', record, open)
    if (this.#account === 'none') return
    const since = this.#world.days(opening)
    const body = { enterprise_id: this.id, state: this.#account, ebox: this.#account === 'active', ...this.#by() }
    await facts.record('account', body, { from: since, until: null })
    await this.#enterSeat(facts, since)
  }

  async #enterSeat(facts: FactWriter, since: Instant): Promise<void> {
    const empty = (period: Period) => facts.record('appointment', vacancy(this.id), period)
    if (!this.#chief) {
      await empty({ from: since, until: null })
      return
    }
    const { name, traits } = this.#chief
    const period = this.#period({ from: opening, ...traits })
    const seat = { office: 'chief-access-manager', scope: '' } as const
    await facts.record('appointment', this.#appointment(seat, name, traits), period)
    if (period.from > since) await empty({ from: since, until: period.from })
    if (period.until !== null) await empty({ from: period.until, until: null })
  }

  #appointment(
    seat: { office: OfficeCode; scope: string },
    name: string,
    { state = 'active', term, by, ground = 'employee' }: OfficeTraits,
  ): FactBodies['appointment'] {
    return {
      enterprise_id: this.id,
      ...seat,
      person_id: this.#world.person(name),
      state,
      ground,
      term_until: term === undefined ? null : this.#world.days(term),
      waits_for: state === 'accepted' ? 'name' : null,
      begins_at: null,
      ...this.#by(by),
    }
  }

  #by(name = 'somebody outside the story') {
    return { by_person: this.#world.person(name), by_basis: randomUUID() }
  }

  #period({ from = opening, until }: When): Period {
    return { from: this.#world.days(from), until: until === undefined ? null : this.#world.days(until) }
  }

  #mayStillBeTold(): void {
    assert.ok(!this.#entered, 'account and chief are told before anybody acts')
  }
}
