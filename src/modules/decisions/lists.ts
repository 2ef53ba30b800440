import type { Catalogue } from '#catalogue'
import { factsOf, type FactReader } from '#database'
import type { AssuranceLevel, EnterpriseId, PersonId } from '#kernel'
import { decide, factsByPerson, pairFacts, type Answer, type PairFacts, type Question } from '#rights'
import type { Action } from './action.ts'
import { decisionMoment, type Asked, type DecisionDeps } from './answer.ts'

/** What stands for somebody signed in strongly enough. */
export interface Allowed {
  readonly person: PersonId
  readonly enterprise: EnterpriseId
  readonly action: Asked['action']
  /** The lowest level of sign-in at which it may be used. */
  readonly level: AssuranceLevel
  readonly answer: Answer & { readonly permit: true }
}

/** D4: asked at the highest level, so that only a right that is missing leaves somebody out. */
const strongest: AssuranceLevel = 500

function allowedOf(catalogue: Catalogue, facts: PairFacts, question: Question): Allowed[] {
  const found = decide(catalogue, facts, question)
  if (!found.permit) return []
  const level = found.bases.reduce((lowest, basis) => (basis.level < lowest ? basis.level : lowest), strongest)
  const { person, enterprise, action } = question
  return [{ person, enterprise, action, level, answer: found }]
}

type When = Pick<Asked, 'at'> & { readonly capacity?: string | undefined }

async function questionBase(deps: DecisionDeps, { at, capacity }: When) {
  const moment = at ?? (await decisionMoment(deps))
  return { level: strongest, at: moment, ...(capacity === undefined ? {} : { capacity }) }
}

/** Everybody who may use the service or hold the role for the enterprise, by person. */
export async function whoMayUse(
  deps: DecisionDeps,
  enterprise: EnterpriseId,
  action: Asked['action'],
  when: When = {},
): Promise<Allowed[]> {
  const base = await questionBase(deps, when)
  const everybody = await factsByPerson(factsOf(deps.reader), enterprise)
  return [...everybody]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([person, facts]) => allowedOf(deps.catalogue, facts, { ...base, person, enterprise, action }))
}

/** Everything that the person may do for the enterprise: services, then roles, in the order of the catalogue. */
export async function whatMay(
  deps: DecisionDeps,
  person: PersonId,
  enterprise: EnterpriseId,
  when: When = {},
): Promise<Allowed[]> {
  const base = await questionBase(deps, when)
  const facts = await pairFacts(factsOf(deps.reader), enterprise, person)
  const actions: Asked['action'][] = [
    ...[...deps.catalogue.services.keys()].map((code) => ({ kind: 'service' as const, code })),
    ...[...deps.catalogue.roles.keys()].map((code) => ({ kind: 'role' as const, code })),
  ]
  return actions.flatMap((action) => allowedOf(deps.catalogue, facts, { ...base, person, enterprise, action }))
}

/** Every enterprise for which the person may use the service or hold the role, by enterprise. */
export async function whereMay(
  deps: DecisionDeps,
  person: PersonId,
  action: Asked['action'] | Action,
  when: When = {},
): Promise<Allowed[]> {
  const base = await questionBase(deps, when)
  const everywhere = await factsByEnterprise(factsOf(deps.reader), person)
  const { kind, code } = action
  return [...everywhere]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([enterprise, facts]) =>
      allowedOf(deps.catalogue, facts, { ...base, person, enterprise, action: { kind, code } }),
    )
}

/** Statements take a limited number of parameters. */
const enterprisesAtOnce = 5000

/** The facts of one person for every enterprise to which they are, or were, anything: one pass instead of one per enterprise. */
export async function factsByEnterprise(
  facts: FactReader,
  person: PersonId,
): Promise<ReadonlyMap<EnterpriseId, PairFacts>> {
  const where = { person_id: person }
  const representations = Map.groupBy(await facts.find('representation', where), (fact) => fact.enterprise_id)
  const appointments = Map.groupBy(await facts.find('appointment', where), (fact) => fact.enterprise_id)
  const memberships = Map.groupBy(await facts.find('membership', where), (fact) => fact.enterprise_id)
  const blocks = Map.groupBy(await facts.find('block', where), (fact) => fact.enterprise_id)
  const authorisations = Map.groupBy(await facts.find('authorisation', where), (fact) => fact.enterprise_id)
  const roles = Map.groupBy(await facts.find('role_assignment', where), (fact) => fact.enterprise_id)
  const allStandIns = await facts.find('stand_in', where)
  const standIns = Map.groupBy(allStandIns, (fact) => fact.enterprise_id)
  const offices = allStandIns.map(({ appointment }) => appointment)
  const stoodIn = offices.length === 0 ? [] : await facts.find('appointment', { fact_id: offices })
  const stoodInFor = Map.groupBy(stoodIn, (fact) => fact.enterprise_id)
  const all = [representations, appointments, memberships, authorisations, roles, standIns].flatMap((map) => [
    ...map.keys(),
  ])
  const enterprises = [...new Set(all)]
  const found = new Map<EnterpriseId, PairFacts>()
  for (let start = 0; start < enterprises.length; start += enterprisesAtOnce) {
    const some = enterprises.slice(start, start + enterprisesAtOnce)
    const ofSome = { enterprise_id: some }
    const records = Map.groupBy(await facts.find('enterprise_record', ofSome), (fact) => fact.enterprise_id)
    const stops = Map.groupBy(await facts.find('emergency_stop', ofSome), (fact) => fact.enterprise_id)
    const confirmed = Map.groupBy(await facts.find('situation_confirmation', ofSome), (fact) => fact.enterprise_id)
    const domains = Map.groupBy(await facts.find('domain_activation', ofSome), (fact) => fact.enterprise_id)
    const capacities = Map.groupBy(await facts.find('capacity_activation', ofSome), (fact) => fact.enterprise_id)
    for (const id of some) {
      found.set(id, {
        records: records.get(id) ?? [],
        stops: stops.get(id) ?? [],
        confirmations: confirmed.get(id) ?? [],
        domains: domains.get(id) ?? [],
        capacities: capacities.get(id) ?? [],
        representations: representations.get(id) ?? [],
        appointments: appointments.get(id) ?? [],
        memberships: memberships.get(id) ?? [],
        blocks: blocks.get(id) ?? [],
        authorisations: authorisations.get(id) ?? [],
        roles: roles.get(id) ?? [],
        standIns: standIns.get(id) ?? [],
        stoodInFor: stoodInFor.get(id) ?? [],
      })
    }
  }
  return found
}
