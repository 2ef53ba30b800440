import { newestMoment } from '#audit'
import type { Catalogue } from '#catalogue'
import { factsOf, holdsAt, type Fact } from '#database'
import type { PageRequest } from '#http'
import { enterpriseNumberFormat, type EnterpriseId, type EnterpriseNumber, type Instant } from '#kernel'
import { recordByNumber } from '#register'
import { authorityAt, pairFacts, type Authority, type PairFacts } from '#rights'
import type { Actor } from '../operation.ts'
import type { PerformDeps } from '../perform.ts'

/** What somebody looking at an enterprise's page is to it, now. */
export interface View {
  readonly enterprise: EnterpriseId
  readonly number: EnterpriseNumber
  /** As people write it, by the catalogue's format. */
  readonly writtenNumber: string
  readonly record: Fact<'enterprise_record'>
  readonly account: Fact<'account'> | undefined
  /** The emergency stop that is pressed now. */
  readonly stop: Fact<'emergency_stop'> | undefined
  readonly actor: Actor
  readonly facts: PairFacts
  readonly authority: Authority
  readonly catalogue: Catalogue
  readonly now: Instant
  /** The moment whose facts are shown: now, unless somebody asked for another day. What the viewer may is always as it is now. */
  readonly shown: Instant
}

/** The person signed in, as the one who acts through a page. */
export function pageActor(request: PageRequest): Actor | null {
  const { session } = request
  return session && { person: session.person.id, level: session.level, key: session.key, via: 'page' }
}

/**
 * The enterprise of the address, as this person may see it; null when it does not exist or is nothing to them: one
 * answer for both, the same not-found page (U4). A waiting appointment or a representation is enough to see it.
 */
export async function viewOf(deps: PerformDeps, request: PageRequest): Promise<View | null> {
  const actor = pageActor(request)
  const numbers = enterpriseNumberFormat(deps.catalogue().meta.enterpriseNumberFormat)
  const number = numbers.parse(request.params['enterprise'] ?? '')
  if (!actor || !number.ok) return null
  return viewFor(deps, number.value, actor)
}

/** The same for a person and a number that are known. */
export async function viewFor(deps: PerformDeps, number: EnterpriseNumber, actor: Actor): Promise<View | null> {
  const { reader } = deps.store
  const now = await newestMoment(reader, deps.clock)
  const catalogue = deps.catalogue()
  const record = await recordByNumber(reader, number, now)
  const enterprise = record?.enterprise_id ?? ('00000000-0000-0000-0000-000000000000' as EnterpriseId)
  const facts = await pairFacts(factsOf(reader), enterprise, actor.person)
  const authority = authorityAt(catalogue, facts, now)
  if (!record || !authority.known) return null
  const [account] = await factsOf(reader).find('account', { enterprise_id: enterprise }, { at: now })
  const writtenNumber = enterpriseNumberFormat(catalogue.meta.enterpriseNumberFormat).format(number)
  const stop = facts.stops.find((fact) => holdsAt(fact, now))
  return {
    enterprise,
    number,
    writtenNumber,
    record,
    account,
    stop,
    actor,
    facts,
    authority,
    catalogue,
    now,
    shown: now,
  }
}
