import type { Catalogue } from '#catalogue'
import { factsOf, holdsAt, type Fact, type OfficeCode, type Reader } from '#database'
import type { EnterpriseId, Instant, PersonId } from '#kernel'
import { displayName, knownAsMany, personsByIds } from '#people'
import { enterprisePower, groupPower, type Authority, type Basis } from '#rights'

/** One step of how a right came about. */
export interface ChainLink {
  readonly kind: 'representation' | 'office' | 'stand-in' | 'user' | 'service' | 'role'
  readonly factId: string
  readonly person: PersonId
  /** As the enterprise knows them, else as their digital key does; null when neither does. */
  readonly name: string | null
  readonly office: OfficeCode | null
  /** What it is about: '' the enterprise, a domain, a capacity, a service, a role, or a function of the register. */
  readonly scope: string
  readonly since: Instant
  /** Who gave it; null for what the register says. */
  readonly by: { readonly person: PersonId; readonly name: string | null } | null
}

/** From the highest link down to what carries the right. */
export interface Chain {
  readonly basis: Basis
  readonly links: readonly ChainLink[]
}

type Giver = { by_person: PersonId | null; by_basis: string | null }
type Upper =
  | { kind: 'representation'; fact: Fact<'representation'> }
  | { kind: 'office'; fact: Fact<'appointment'> }
  | { kind: 'stand-in'; fact: Fact<'stand_in'> }
type Lower =
  | { kind: 'user'; fact: Fact<'membership'> }
  | { kind: 'service'; fact: Fact<'authorisation'> }
  | { kind: 'role'; fact: Fact<'role_assignment'> }
type Step = Upper | Lower

/** The facts among which a chain is followed, every recorded state of each, by fact id. */
type ChainFacts = ReadonlyMap<string, readonly Step[]>

/** D5. */
const linksMax = 10

/** What carries the right, and for an authorisation the membership that it rests on, which stands above it. */
function ownSteps(facts: ChainFacts, factId: string, at: Instant): Step[] {
  const carrier = stateOf(facts.get(factId), at)
  if (!carrier) return []
  if (carrier.kind !== 'service') return [carrier]
  const membership = stateOf(facts.get(carrier.fact.membership_id), at)
  return membership ? [membership, carrier] : [carrier]
}

/** The state that counts at the moment, else the last one before it, else the first. */
function stateOf(states: readonly Step[] | undefined, at: Instant): Step | undefined {
  if (!states) return undefined
  return (
    states.find(({ fact }) => holdsAt(fact, at)) ?? states.findLast(({ fact }) => fact.valid_from <= at) ?? states[0]
  )
}

function giverOf(step: Step): Giver {
  return step.kind === 'representation' ? { by_person: null, by_basis: null } : step.fact
}

/** D5: the steps from the highest down to the fact that carries the right; pure. An unknown fact gives an empty chain. */
function chainOf(facts: ChainFacts, factId: string, at: Instant): readonly Step[] {
  const steps = ownSteps(facts, factId, at)
  const met = new Set(steps.map(({ fact }) => fact.fact_id))
  const carrier = steps.at(-1)
  let above = carrier ? giverOf(carrier).by_basis : null
  while (above !== null && !met.has(above) && steps.length < linksMax) {
    const step = stateOf(facts.get(above), at)
    if (!step) break
    met.add(above)
    steps.unshift(step)
    above = giverOf(step).by_basis
  }
  return steps
}

/** Since when: an office since it was first held, not since it was offered. */
function sinceOf(facts: ChainFacts, { fact }: Step): Instant {
  const states = (facts.get(fact.fact_id) ?? []).filter((step) =>
    step.kind === 'office'
      ? ['active', 'suspended'].includes(step.fact.state)
      : step.kind !== 'stand-in' || step.fact.state === 'active',
  )
  return states.reduce((first, step) => (step.fact.valid_from < first ? step.fact.valid_from : first), fact.valid_from)
}

function scopeOf(step: Step): string {
  switch (step.kind) {
    case 'representation':
      return step.fact.function_code
    case 'office':
      return step.fact.scope
    case 'stand-in':
      return ''
    case 'user':
      return step.fact.capacity
    case 'service':
      return step.fact.service
    case 'role':
      return step.fact.role
  }
}

async function loadFacts(reader: Reader, enterprise: EnterpriseId, carriers: readonly string[]): Promise<ChainFacts> {
  const found = new Map<string, Step[]>()
  const asked = new Set<string>()
  const add = <S extends Step>(kind: S['kind'], facts: readonly S['fact'][]): void => {
    for (const fact of facts) found.set(fact.fact_id, [...(found.get(fact.fact_id) ?? []), { kind, fact } as Step])
  }
  const stored = factsOf(reader)
  let wanted = [...new Set(carriers)]
  // Every round is one link further up; a user's membership stands beside, so it counts as one too.
  for (let round = 0; round <= linksMax && wanted.length > 0; round++) {
    for (const id of wanted) asked.add(id)
    const where = { enterprise_id: enterprise, fact_id: wanted }
    add<Upper & { kind: 'representation' }>('representation', await stored.find('representation', where))
    add<Upper & { kind: 'office' }>('office', await stored.find('appointment', where))
    add<Upper & { kind: 'stand-in' }>('stand-in', await stored.find('stand_in', where))
    add<Lower & { kind: 'user' }>('user', await stored.find('membership', where))
    if (round === 0) {
      add<Lower & { kind: 'service' }>('service', await stored.find('authorisation', where))
      add<Lower & { kind: 'role' }>('role', await stored.find('role_assignment', where))
    }
    const above = wanted
      .flatMap((id) => found.get(id) ?? [])
      .flatMap((step) => [giverOf(step).by_basis, step.kind === 'service' ? step.fact.membership_id : null])
    wanted = [...new Set(above.filter((id): id is string => id !== null && !asked.has(id)))]
  }
  return found
}

/** The chain of each basis, in one snapshot. Whether it is shown, and to whom, is `maySeeBasis`'s (D6). */
export async function chainsFor(
  reader: Reader,
  { enterprise, bases, at }: { enterprise: EnterpriseId; bases: readonly Basis[]; at: Instant },
): Promise<Chain[]> {
  if (bases.length === 0) return []
  const carriers = bases.map(({ factId }) => factId)
  const facts = await loadFacts(reader, enterprise, carriers)
  const chains = bases.map((basis) => ({ basis, steps: chainOf(facts, basis.factId, at) }))
  const steps = chains.flatMap((chain) => chain.steps)
  const persons = [
    ...new Set(steps.flatMap((step) => [step.fact.person_id, giverOf(step).by_person]).filter((id) => id !== null)),
  ]
  const [byId, known] = [await personsByIds(reader, persons), await knownAsMany(reader, enterprise, persons)]
  const nameOf = (id: PersonId) => displayName(byId.get(id) ?? null, known.get(id) ?? null)
  const linkOf = (step: Step): ChainLink[] => {
    const { fact, kind } = step
    if (fact.person_id === null) return []
    const giver = giverOf(step).by_person
    return [
      {
        kind,
        factId: fact.fact_id,
        person: fact.person_id,
        name: nameOf(fact.person_id),
        office: kind === 'office' ? step.fact.office : null,
        scope: scopeOf(step),
        since: sinceOf(facts, step),
        by: giver === null ? null : { person: giver, name: nameOf(giver) },
      },
    ]
  }
  return chains.map(({ basis, steps: own }) => ({ basis, links: own.flatMap(linkOf) }))
}

/** Who asks to see a chain. */
export type Viewer =
  | { readonly kind: 'client'; readonly seesChain: boolean }
  | { readonly kind: 'person'; readonly person: PersonId; readonly authority: Authority }

/** D6: whether the viewer may see on what the subject's right rests. */
export function maySeeBasis(catalogue: Catalogue, viewer: Viewer, subject: PersonId, basis: Basis): boolean {
  if (viewer.kind === 'client') return viewer.seesChain
  if (viewer.person === subject || viewer.authority.representations.length > 0) return true
  if (enterprisePower(viewer.authority)) return true
  return basis.capacity !== null && groupPower(viewer.authority, catalogue, basis.capacity) !== undefined
}
