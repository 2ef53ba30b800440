import type { Catalogue } from '#catalogue'
import type { Reader, Revision } from '#database'
import {
  actionNamed,
  answer,
  chainsFor,
  decisionMoment,
  maySeeBasis,
  revisionSeen,
  type Chain,
  type Client,
} from '#decisions'
import { enterpriseNumberFormat, isoOf, parseNationalNumber } from '#kernel'
import type { AssuranceLevel, Clock, EnterpriseId, Instant, NewId, PersonId } from '#kernel'
import { clientKeyOf, personOfSubject, subjectOf, type PeopleKeys } from '#keys'
import { findPersonByNationalNumber } from '#people'
import { recordByNumber } from '#register'
import type { DenyReason, PermitReason } from '#rights'
import type { Evaluation } from './request.ts'

/** Denied before anything about a person is read. */
export type ApiReason =
  'service-not-yours' | 'subject-type-unknown' | 'national-number-not-allowed' | 'resource-type-unknown'

export interface Decision {
  readonly decision: boolean
  readonly context: {
    readonly reason: PermitReason | DenyReason | ApiReason
    /** Every capacity in which a permit holds; none: for the enterprise as a whole only. */
    readonly capacities?: readonly string[]
    /** The level that the sign-in must reach for a permit. */
    readonly step_up?: { readonly level: AssuranceLevel }
    readonly chain?: readonly unknown[]
    /** What people quote when they ask about this answer. */
    readonly reference: string
    /** Every write up to it is seen in this answer. */
    readonly revision: Revision
  }
}

export interface EvaluationDeps {
  readonly catalogue: () => Catalogue
  readonly clock: Clock
  readonly newId: NewId
  readonly keys: PeopleKeys
  /** At least 32 bytes; from it each client's own key to the names of persons. */
  readonly subjectKey: Uint8Array
}

/** One view of the store, in which all questions of a request are answered. */
export interface Sitting {
  readonly reader: Reader
  readonly at: Instant
  readonly revision: Revision
  readonly client: Client
}

export async function openSitting(deps: EvaluationDeps, reader: Reader, client: Client): Promise<Sitting> {
  const at = await decisionMoment({ reader, clock: deps.clock })
  return { reader, client, at, revision: await revisionSeen(reader) }
}

/** Stand for whoever and whatever is unknown, so that the same is read and answered as for somebody without a right (I4, I12). */
const nobody = '00000000-0000-0000-0000-000000000000' as PersonId
const nowhere = '00000000-0000-0000-0000-000000000000' as EnterpriseId

async function personOf(deps: EvaluationDeps, sitting: Sitting, subject: Evaluation['subject']): Promise<PersonId> {
  if (subject.type === 'person') {
    return personOfSubject(clientKeyOf(deps.subjectKey, sitting.client.id), subject.id) ?? nobody
  }
  const number = parseNationalNumber(subject.id)
  if (!number.ok) return nobody
  return (await findPersonByNationalNumber(sitting.reader, deps.keys, number.value)) ?? nobody
}

async function enterpriseOf(catalogue: Catalogue, sitting: Sitting, id: string): Promise<EnterpriseId> {
  const number = enterpriseNumberFormat(catalogue.meta.enterpriseNumberFormat).parse(id)
  if (!number.ok) return nowhere
  return (await recordByNumber(sitting.reader, number.value, sitting.at))?.enterprise_id ?? nowhere
}

/** Only a client registered as authenticating is believed about a sign-in, and no further than its cap (I16). */
function believedLevel(client: Client, asserted: AssuranceLevel | null): AssuranceLevel | null {
  if (client.levelCap === null || asserted === null) return null
  return asserted < client.levelCap ? asserted : client.levelCap
}

/** What about the enterprise itself is told only where the person is something to it (I4). */
const ofTheEnterprise: ReadonlySet<DenyReason | PermitReason> = new Set([
  'enterprise-unknown',
  'enterprise-ceased',
  'emergency-stop',
] as const)

function refusalBeforeReading(catalogue: Catalogue, client: Client, asked: Evaluation): ApiReason | DenyReason | null {
  const action = actionNamed(catalogue, asked.action.name)
  // D9: what is not its own is answered alike, whether it exists or not.
  if (!action || !client.services.includes(action.service)) return 'service-not-yours'
  if (asked.subject.type !== 'person' && asked.subject.type !== 'national-number') return 'subject-type-unknown'
  if (asked.subject.type === 'national-number' && client.nationalNumberPurpose === null) {
    return 'national-number-not-allowed'
  }
  if (asked.resource.type !== 'enterprise') return 'resource-type-unknown'
  const { capacity } = asked.context
  return capacity === null || catalogue.capacities.has(capacity) ? null : 'capacity-unknown'
}

/** Answers one question of a client. */
export async function evaluate(deps: EvaluationDeps, sitting: Sitting, asked: Evaluation): Promise<Decision> {
  const catalogue = deps.catalogue()
  const { reader, client, at, revision } = sitting
  const common = { reference: deps.newId(), revision }
  const refusal = refusalBeforeReading(catalogue, client, asked)
  const action = actionNamed(catalogue, asked.action.name)
  if (refusal !== null || !action) {
    return { decision: false, context: { reason: refusal ?? 'service-not-yours', ...common } }
  }
  const person = await personOf(deps, sitting, asked.subject)
  const enterprise = await enterpriseOf(catalogue, sitting, asked.resource.id)
  const { answer: found, concerned } = await answer(
    { reader, catalogue, clock: deps.clock },
    {
      person,
      enterprise,
      action: { kind: action.kind, code: action.code },
      capacity: asked.context.capacity ?? undefined,
      level: believedLevel(client, asked.context.level),
      at,
    },
  )
  const standing = found.bases.filter(
    (basis) =>
      basis.hindrance === null &&
      maySeeBasis(catalogue, { kind: 'client', seesChain: client.seesChain }, person, basis),
  )
  const chains = await chainsFor(reader, { enterprise, bases: standing, at })
  const chain = chains.length === 0 ? {} : { chain: toldChains(deps, client, chains) }
  if (found.permit) {
    return { decision: true, context: { reason: found.reason, capacities: found.capacities, ...chain, ...common } }
  }
  const reason = !concerned && ofTheEnterprise.has(found.reason) ? 'no-right' : found.reason
  const step = found.levelNeeded === undefined ? {} : { step_up: { level: found.levelNeeded } }
  return { decision: false, context: { reason, ...step, ...chain, ...common } }
}

/** One chain for each fact that carries the right; persons by the client's own names for them. */
function toldChains(deps: EvaluationDeps, client: Client, chains: readonly Chain[]): unknown[] {
  const key = clientKeyOf(deps.subjectKey, client.id)
  const byFact = Map.groupBy(chains, ({ basis }) => basis.factId)
  return [...byFact.values()].map((same) => ({
    reason: same[0]?.basis.reason,
    capacities: [...new Set(same.flatMap(({ basis }) => (basis.capacity === null ? [] : [basis.capacity])))].toSorted(),
    links: same[0]?.links.map(({ kind, person, name, office, scope, since, by }) => ({
      kind,
      person: subjectOf(key, person),
      name,
      office,
      scope,
      since: isoOf(since),
      by: by && { person: subjectOf(key, by.person), name: by.name },
    })),
  }))
}
