import type { Catalogue } from '#catalogue'
import type { Found, Sitting, Wanted } from '#decision-point'
import { actionNamed, type Action, type Chain, type Client } from '#decisions'
import { enterpriseNumberFormat, isoOf, parseNationalNumber } from '#kernel'
import type { AssuranceLevel, PersonId } from '#kernel'
import type { ClientNames } from '#keys'
import type { DenyReason, PermitReason } from '#rights'
import type { Evaluation } from './request.ts'

/** Denied before anything about a person is read. */
export type ApiReason =
  'service-not-yours' | 'subject-type-unknown' | 'national-number-not-allowed' | 'resource-type-unknown'

/** The context of an answer, as it is told. */
interface Context {
  readonly reason: PermitReason | DenyReason | ApiReason
  /** Every capacity in which a permit holds; none: for the enterprise as a whole only. */
  readonly capacities?: readonly string[]
  /** The level that the sign-in must reach for a permit. */
  readonly step_up?: { readonly level: AssuranceLevel }
  readonly chain?: readonly unknown[]
}

/** An answer, with its JSON up to what people quote when they ask about it, and the write up to which everything is seen. */
export class Told {
  readonly decision: boolean
  readonly begins: string
  #bytes: Uint8Array | null = null

  constructor(decision: boolean, context: Context) {
    this.decision = decision
    this.begins = `{"decision":${decision},"context":${JSON.stringify(context).slice(0, -1)}`
  }

  /** The same in UTF-8, for whoever writes many: most answers are told again and again. */
  get bytes(): Uint8Array {
    return (this.#bytes ??= Buffer.from(this.begins))
  }
}

export interface EvaluationDeps {
  readonly catalogue: () => Catalogue
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

interface Actions {
  readonly catalogue: Catalogue
  readonly client: Client
  readonly byName: Map<string, Action>
}

const actions = new WeakMap<Client, Actions>()
/** Of whoever asked last, who mostly asks again. */
let latest: Actions | null = null

function actionsOf(catalogue: Catalogue, client: Client): Actions {
  if (latest?.client === client && latest.catalogue === catalogue) return latest
  let own = actions.get(client)
  if (own?.catalogue !== catalogue) actions.set(client, (own = { catalogue, client, byName: new Map() }))
  return (latest = own)
}

/** D9: the action of the name, where the client may ask about it: what is not its own is answered as what there is not. */
function actionFor(catalogue: Catalogue, client: Client, name: string): Action | null {
  const { byName } = actionsOf(catalogue, client)
  const found = byName.get(name)
  if (found !== undefined) return found
  const action = actionNamed(catalogue, name)
  if (action === null || !client.services.includes(action.service)) return null
  byName.set(name, action)
  return action
}

function refusalBeforeReading(catalogue: Catalogue, client: Client, asked: Evaluation): ApiReason | DenyReason | null {
  if (asked.subject.type !== 'person') {
    if (asked.subject.type !== 'national-number') return 'subject-type-unknown'
    if (client.nationalNumberPurpose === null) return 'national-number-not-allowed'
  }
  if (asked.resource.type !== 'enterprise') return 'resource-type-unknown'
  const { capacity } = asked.context
  return capacity === null || catalogue.capacities.has(capacity) ? null : 'capacity-unknown'
}

/** Answers one question of a client; `named`: the 16 bytes of the subject's id, where they are known; at a place, those of many. */
export function evaluate(
  deps: EvaluationDeps,
  sitting: Sitting,
  asked: Evaluation,
  named: Uint8Array | null,
  place?: number,
): Told | Promise<Told> {
  const catalogue = deps.catalogue()
  const { client } = sitting
  const action = actionFor(catalogue, client, asked.action)
  if (action === null) return refused('service-not-yours')
  const refusal = refusalBeforeReading(catalogue, client, asked)
  if (refusal !== null) return refused(refusal)
  const number = enterpriseNumberFormat(catalogue.meta.enterpriseNumberFormat).parse(asked.resource.id)
  const level = believedLevel(client, asked.context.level)
  const capacity = asked.context.capacity ?? undefined
  const of = (person: Wanted['person']): Wanted => ({
    number: number.ok ? number.value : null,
    person,
    place,
    action,
    capacity,
    level,
  })
  const person = named ?? personOf(deps, sitting, asked.subject)
  // What comes at once is gone on with at once: an answer from memory waits for nothing.
  if (person instanceof Promise) return person.then((come) => answered(deps, sitting, of(come)))
  return answered(deps, sitting, of(person))
}

function answered(deps: EvaluationDeps, sitting: Sitting, wanted: Wanted): Told | Promise<Told> {
  const found = sitting.answer(wanted)
  if (found instanceof Promise) return found.then((come) => told(deps, sitting.client, come))
  return told(deps, sitting.client, found)
}

/** What stands between the beginning of an answer and its reference, and after it; neither needs escaping. */
export const beforeReference = ',"reference":"'
export const afterReference = ({ revision }: Sitting): string => `","revision":"${revision}"}}`

const refusals = new Map<string, Told>()

function refused(reason: ApiReason | DenyReason): Told {
  const known = refusals.get(reason)
  if (known !== undefined) return known
  const refusal = new Told(false, { reason })
  refusals.set(reason, refusal)
  return refusal
}

/** Of findings that are the same object each time. */
const known = new WeakMap<Found, Told>()

function told(deps: EvaluationDeps, client: Client, found: Found): Told {
  const again = known.get(found)
  if (again !== undefined) return again
  const chain =
    found.chains === undefined || found.chains.length === 0 ? {} : { chain: toldChains(deps, client, found.chains) }
  const one = new Told(found.permit, { ...contextOf(found), ...chain })
  if (Object.isFrozen(found)) known.set(found, one)
  return one
}

function contextOf(found: Found): Context {
  if (found.permit) return { reason: found.reason, capacities: found.capacities }
  const { concerned, levelNeeded } = found
  // I4: whoever is nothing to the enterprise learns nothing about it.
  const reason = !concerned && ofTheEnterprise.has(found.reason) ? 'no-right' : found.reason
  return levelNeeded === undefined ? { reason } : { reason, step_up: { level: levelNeeded } }
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
