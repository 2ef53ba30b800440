import type { Catalogue } from '#catalogue'
import type { Revision } from '#database'
import type { Found, Sitting } from '#decision-point'
import { actionNamed, type Chain, type Client } from '#decisions'
import { enterpriseNumberFormat, isoOf, parseNationalNumber } from '#kernel'
import type { AssuranceLevel, NewId, PersonId } from '#kernel'
import type { ClientNames } from '#keys'
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
  readonly newId: NewId
  /** How the client names people. */
  readonly namesOf: (client: Client) => ClientNames
}

/** Stands for whoever is unknown, so that the same is read and answered as for somebody without a right (I4, I12). */
const nobody = '00000000-0000-0000-0000-000000000000' as PersonId

/** Whoever the client names, by their id or its bytes; nobody where it names nobody. */
export function personOf(
  deps: EvaluationDeps,
  sitting: Sitting,
  subject: Evaluation['subject'],
): PersonId | Uint8Array | Promise<PersonId> {
  if (subject.type === 'person') return deps.namesOf(sitting.client).bytesOf(subject.id) ?? nobody
  const number = parseNationalNumber(subject.id)
  return number.ok ? sitting.personByNumber(number.value).then((person) => person ?? nobody) : nobody
}

/** Only a client registered as authenticating is believed about a sign-in, and no further than its cap (I16). */
export function believedLevel(client: Client, asserted: AssuranceLevel | null): AssuranceLevel | null {
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

/** What comes at once is gone on with at once: an answer from memory waits for nothing. */
const gone = <T, R>(value: T | Promise<T>, on: (value: T) => R | Promise<R>): R | Promise<R> =>
  value instanceof Promise ? value.then(on) : on(value)

/** Answers one question of a client. */
export function evaluate(deps: EvaluationDeps, sitting: Sitting, asked: Evaluation): Decision | Promise<Decision> {
  const catalogue = deps.catalogue()
  const { client } = sitting
  const refusal = refusalBeforeReading(catalogue, client, asked)
  const action = actionNamed(catalogue, asked.action.name)
  if (refusal !== null || !action) {
    const common = { reference: deps.newId(), revision: sitting.revision }
    return { decision: false, context: { reason: refusal ?? 'service-not-yours', ...common } }
  }
  const number = enterpriseNumberFormat(catalogue.meta.enterpriseNumberFormat).parse(asked.resource.id)
  const wanted = {
    number: number.ok ? number.value : null,
    action,
    capacity: asked.context.capacity ?? undefined,
    level: believedLevel(client, asked.context.level),
  }
  return gone<PersonId | Uint8Array, Decision>(personOf(deps, sitting, asked.subject), (person) =>
    gone(sitting.answer({ ...wanted, person }), (found) => told(deps, sitting, found)),
  )
}

function told(deps: EvaluationDeps, { client, revision }: Sitting, found: Found): Decision {
  const common = { reference: deps.newId(), revision }
  const chain = found.chains.length === 0 ? {} : { chain: toldChains(deps, client, found.chains) }
  if (found.permit) {
    return { decision: true, context: { reason: found.reason, capacities: found.capacities, ...chain, ...common } }
  }
  const reason = !found.concerned && ofTheEnterprise.has(found.reason) ? 'no-right' : found.reason
  const step = found.levelNeeded === undefined ? {} : { step_up: { level: found.levelNeeded } }
  return { decision: false, context: { reason, ...step, ...chain, ...common } }
}

/** One chain for each fact that carries the right; persons by the client's own names for them. */
function toldChains(deps: EvaluationDeps, client: Client, chains: readonly Chain[]): unknown[] {
  const names = deps.namesOf(client)
  const byFact = Map.groupBy(chains, ({ basis }) => basis.factId)
  return [...byFact.values()].map((same) => ({
    reason: same[0]?.basis.reason,
    capacities: [...new Set(same.flatMap(({ basis }) => (basis.capacity === null ? [] : [basis.capacity])))].toSorted(),
    links: same[0]?.links.map(({ kind, person, name, office, scope, since, by }) => ({
      kind,
      person: names.nameOf(person),
      name,
      office,
      scope,
      since: isoOf(since),
      by: by && { person: names.nameOf(by.person), name: by.name },
    })),
  }))
}
