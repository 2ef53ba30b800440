import { empowers, type Catalogue } from '#catalogue'
import { factsOf, holdsAt, type Fact, type OfficeCode, type Reader } from '#database'
import { personNames } from '#enterprises'
import type { Instant, PersonId } from '#kernel'
import type { View } from '#operations'
import { standing, type PairFacts } from '#rights'
import { reachOf, type Reach } from './queries.ts'
import { isSeated } from './seat.ts'

/** Somebody to ask: the office that they hold above the asker, or null for a legal representative. */
interface Above {
  readonly person: PersonId
  readonly office: OfficeCode | null
  readonly scope: string
}

/** The same, by name, and how the enterprise itself says that they are reached. */
export interface Asked extends Above, Reach {
  readonly name: string | null
}

/** From the nearest to the highest. */
const order: readonly OfficeCode[] = [
  'group-manager',
  'access-manager',
  'co-chief-access-manager',
  'chief-access-manager',
]

interface Enterprise {
  readonly appointments: readonly Fact<'appointment'>[]
  readonly representatives: readonly PersonId[]
}

/** What somebody is in the enterprise at a moment, as far as others stand above it. */
function placesOf(catalogue: Catalogue, facts: PairFacts, at: Instant) {
  // Whoever stands in for somebody asks what the holder would ask.
  const stoodIn = new Set(
    facts.standIns.flatMap((fact) => (fact.state === 'active' && holdsAt(fact, at) ? [fact.appointment] : [])),
  )
  const exercised = [...facts.appointments, ...facts.stoodInFor.filter(({ fact_id }) => stoodIn.has(fact_id))]
  const offices = exercised.filter((fact) => isSeated(fact) && holdsAt(fact, at))
  const memberOf = facts.memberships
    .filter(({ valid_until }) => valid_until === null || valid_until > at)
    .map(({ capacity }) => capacity)
  const scopesOf = (code: OfficeCode) => offices.flatMap(({ office, scope }) => (office === code ? [scope] : []))
  const managed = scopesOf('group-manager')
  const domains = [...memberOf, ...managed].flatMap((code) => catalogue.capacities.get(code)?.domain ?? [])
  return { offices, memberOf: new Set(memberOf), domains: new Set(domains) }
}

/**
 * A34: whom somebody asks. Of a user the manager of the group, of both the access manager of its domain, of all these the co-chiefs,
 * of all but the chief the chief; where nobody of them is there, the representatives. Nobody asks themselves, and an office that
 * is suspended or not accepted answers nothing.
 */
export function personsToAsk(
  catalogue: Catalogue,
  asker: { readonly person: PersonId; readonly facts: PairFacts; readonly at: Instant },
  { appointments, representatives }: Enterprise,
): Above[] {
  const { offices, memberOf, domains } = placesOf(catalogue, asker.facts, asker.at)
  const represents = representatives.includes(asker.person)
  if (offices.length === 0 && memberOf.size === 0 && !represents) return []
  const isAbove = ({ office, scope }: Pick<Fact<'appointment'>, 'office' | 'scope'>): boolean => {
    if (office === 'group-manager') return memberOf.has(scope)
    if (office === 'access-manager') return domains.has(scope)
    if (office === 'co-chief-access-manager') return memberOf.size > 0 || offices.some((own) => own.office !== office)
    return offices.length > 0 || memberOf.size > 0
  }
  const isChief = offices.some(({ office }) => office === 'chief-access-manager')
  const managers = isChief
    ? []
    : appointments
        .filter((fact) => fact.state === 'active' && holdsAt(fact, asker.at) && isAbove(fact))
        .toSorted((one, other) => order.indexOf(one.office) - order.indexOf(other.office))
        .flatMap(({ person_id, office, scope }) => (person_id === null ? [] : [{ person: person_id, office, scope }]))
        .filter(({ person }) => person !== asker.person)
  if (managers.length > 0) return managers
  return [...new Set(representatives)]
    .filter((person) => person !== asker.person)
    .map((person) => ({ person, office: null, scope: '' }))
}

/** A34, with names and addresses: of the viewer, or of somebody else whose facts are given. */
export async function whomToAsk(
  reader: Reader,
  view: View,
  who: { readonly person: PersonId; readonly facts: PairFacts } = { person: view.actor.person, facts: view.facts },
): Promise<Asked[]> {
  const facts = factsOf(reader)
  const where = { enterprise_id: view.enterprise }
  const active = await facts.find('appointment', { ...where, state: 'active' }, { at: view.now })
  // R13: an office that awaits confirmation answers nothing.
  const since = standing.heldBackSince(view.catalogue, view.facts, view.now)
  const appointments = active.filter((fact) => !standing.isHeldBack(since, fact))
  const represented = await facts.find('representation', where, { at: view.now })
  const representatives = represented
    .filter((fact) => empowers(view.catalogue, fact.function_code, view.record.legal_form))
    .map(({ person_id }) => person_id)
  const above = personsToAsk(view.catalogue, { ...who, at: view.now }, { appointments, representatives })
  const persons = [...new Set(above.map(({ person }) => person))]
  const nameOf = await personNames(reader, view.enterprise, persons)
  const reach = await reachOf(reader, view.enterprise, persons)
  return above.map((one) => ({ ...one, name: nameOf(one.person), ...reach(one.person) }))
}
