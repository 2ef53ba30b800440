import { capacitiesOffering, type Catalogue, type Service } from '#catalogue'
import { holdsAt, type FactReader } from '#database'
import type { EnterpriseId, Instant, PersonId } from '#kernel'
import { authorityAt, decide, domainPower, enterprisePower, pairFacts, type Authority, type PairFacts } from '#rights'
import { together, type After } from './afterwards.ts'

/** U16: what an operation would change for people, at the moment at which it is done. */
export interface Effects {
  /** How many people could then do less, and how many more. */
  readonly ends: number
  readonly starts: number
  /** Codes of the services that somebody can use now, and then nobody could. */
  readonly services: readonly string[]
  /** Codes of the open domains that somebody manages now, and then nobody would. */
  readonly domains: readonly string[]
  /** Nobody would then manage the enterprise as a whole, as its chief or a co-chief. */
  readonly whole: boolean
}

/** An operation that changes nothing for anybody. */
export const noEffects: Effects = { ends: 0, starts: 0, services: [], domains: [], whole: false }

/** Beyond so many people whom one would have to ask about, it is not said that nobody can. */
const candidatesMax = 200

/** The two sides of an enterprise, each person's facts read once. */
class Sides {
  readonly #before = new Map<PersonId, PairFacts>()
  readonly #of: { facts: FactReader; enterprise: EnterpriseId; after: After }

  constructor(of: { facts: FactReader; enterprise: EnterpriseId; after: After }) {
    this.#of = of
  }

  async before(person: PersonId): Promise<PairFacts> {
    const known = this.#before.get(person)
    if (known) return known
    const read = await pairFacts(this.#of.facts, this.#of.enterprise, person)
    this.#before.set(person, read)
    return read
  }

  async after(person: PersonId): Promise<PairFacts> {
    const { after } = this.#of
    return after.persons.get(person) ?? { ...(await this.before(person)), ...after.enterprise }
  }
}

interface Asked {
  readonly facts: FactReader
  readonly catalogue: Catalogue
  readonly enterprise: EnterpriseId
  readonly now: Instant
}

const mayUse = ({ catalogue, now, enterprise }: Asked, facts: PairFacts, person: PersonId, code: string): boolean =>
  decide(catalogue, facts, { person, enterprise, action: { kind: 'service', code }, level: 500, at: now }).permit

/**
 * U16: what people could then do less or more, and what nobody could any more. `facts` reads what is so now; what would be so was
 * read in the rehearsals. Whoever an operation does not touch is only asked about what somebody else loses, the offices first.
 */
export async function effectsOf(asked: Asked, afters: readonly After[]): Promise<Effects> {
  const after = await together(afters, (person) => pairFacts(asked.facts, asked.enterprise, person))
  if (after === null) return noEffects
  if (after.others > 0) return { ...noEffects, ends: after.others }
  const sides = new Sides({ facts: asked.facts, enterprise: asked.enterprise, after })
  const lost = new Set<string>()
  let [ends, starts] = [0, 0]
  for (const [person, then] of after.persons) {
    const before = await sides.before(person)
    const codes = [...asked.catalogue.services.keys()]
    const could = codes.filter((code) => mayUse(asked, before, person, code))
    const can = new Set(codes.filter((code) => mayUse(asked, then, person, code)))
    const less = could.filter((code) => !can.has(code))
    const powers = [before, then].map((facts) => authorityAt(asked.catalogue, facts, asked.now).powers.length)
    const [had = 0, has = 0] = powers
    if (less.length > 0 || has < had) ends++
    if (!after.gives && (can.size > could.length - less.length || has > had)) starts++
    for (const code of less) lost.add(code)
  }
  for (const code of closing(asked, after, await openNow(asked))) lost.add(code)
  const services = [...lost].filter((code) => asked.catalogue.services.has(code))
  return { ends, starts, services: await lastOf(asked, sides, services), ...(await unmanaged(asked, sides, after)) }
}

/** What is open of the enterprise now. */
async function openNow({ facts, enterprise, now }: Asked): Promise<{ domains: string[]; capacities: string[] }> {
  const where = { enterprise_id: enterprise }
  const domains = await facts.find('domain_activation', where, { at: now })
  const capacities = await facts.find('capacity_activation', where, { at: now })
  return { domains: domains.map(({ domain }) => domain), capacities: capacities.map(({ capacity }) => capacity) }
}

const openDomains = ({ domains }: After['enterprise'], now: Instant): string[] =>
  domains.filter((fact) => holdsAt(fact, now)).map(({ domain }) => domain)

/** The services of the domains and groups that would be closed. */
function closing(
  { catalogue, now }: Asked,
  { enterprise }: After,
  open: { domains: readonly string[]; capacities: readonly string[] },
): string[] {
  const domains = new Set(openDomains(enterprise, now))
  const capacities = new Set(enterprise.capacities.filter((fact) => holdsAt(fact, now)).map(({ capacity }) => capacity))
  const closed = (service: Service): boolean =>
    (open.domains.includes(service.domain) && !domains.has(service.domain)) ||
    capacitiesOffering(catalogue, service.code).some(
      ({ code }) => open.capacities.includes(code) && !capacities.has(code),
    )
  return [...catalogue.services.values()].filter(closed).map(({ code }) => code)
}

/** Those of the services that somebody can use now, and then nobody could. */
async function lastOf(asked: Asked, sides: Sides, services: readonly string[]): Promise<string[]> {
  if (services.length === 0) return []
  const { facts, enterprise, now } = asked
  const where = { enterprise_id: enterprise }
  const at = { at: now }
  const offices = await facts.find('appointment', { ...where, state: 'active' }, at)
  const others = [
    ...(await facts.find('stand_in', where, at)),
    ...(await facts.find('representation', where, at)),
    ...(await facts.find('role_assignment', where, at)),
  ]
  const given = await facts.find('authorisation', { ...where, service: services }, at)
  const isAutomatic = (code: string) => asked.catalogue.services.get(code)?.automaticFor.includes('user') === true
  const members = services.some(isAutomatic) ? await facts.find('membership', where, at) : []
  const last: string[] = []
  for (const code of services) {
    const own = given.filter(({ service }) => service === code)
    const persons = new Set(
      [...offices, ...others, ...own, ...(isAutomatic(code) ? members : [])].flatMap(
        ({ person_id }) => person_id ?? [],
      ),
    )
    if (await nobodyThen(asked, sides, code, persons)) last.push(code)
  }
  return last.toSorted()
}

/** Whether somebody can now and nobody could then; false where more people would have to be asked about than is done. */
async function nobodyThen(asked: Asked, sides: Sides, code: string, persons: ReadonlySet<PersonId>): Promise<boolean> {
  let [somebody, count] = [false, 0]
  for (const person of persons) {
    if (++count > candidatesMax) return false
    if (mayUse(asked, await sides.after(person), person, code)) return false
    somebody ||= mayUse(asked, await sides.before(person), person, code)
  }
  return somebody
}

/** The domains that stay open and that nobody would manage any more, and whether nobody would manage the whole. */
async function unmanaged(asked: Asked, sides: Sides, after: After): Promise<Pick<Effects, 'domains' | 'whole'>> {
  const { facts, catalogue, enterprise, now } = asked
  const where = { enterprise_id: enterprise }
  const offices = await facts.find('appointment', { ...where, state: 'active' }, { at: now })
  const standIns = await facts.find('stand_in', where, { at: now })
  const holders = new Set([...offices, ...standIns].flatMap(({ person_id }) => person_id ?? []))
  const persons = new Set([...holders, ...after.persons.keys()])
  if (persons.size > candidatesMax) return { domains: [], whole: false }
  const before: Authority[] = []
  const then: Authority[] = []
  for (const person of persons) {
    before.push(authorityAt(catalogue, await sides.before(person), now))
    then.push(authorityAt(catalogue, await sides.after(person), now))
  }
  const open = openDomains(after.enterprise, now)
  const manages = (domain: string) => (authority: Authority) => domainPower(authority, domain) !== undefined
  return {
    domains: open.filter((domain) => before.some(manages(domain)) && !then.some(manages(domain))).toSorted(),
    whole: before.some((one) => enterprisePower(one)) && !then.some((one) => enterprisePower(one)),
  }
}
