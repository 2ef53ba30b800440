import { newestMoment, recordEntry } from '#audit'
import type { Catalogue } from '#catalogue'
import { factsOf, inTransaction, type Fact } from '#database'
import type { PageRequest } from '#http'
import { enterpriseNumberFormat, type EnterpriseId, type EnterpriseNumber, type Instant } from '#kernel'
import { pageActor, viewFor, type Actor, type PageDeps, type View } from '#operations'
import { recordByNumber } from '#register'
import { deskAgents } from '#rights'

/** Somebody who may see an enterprise's register data, and the enterprise. */
export interface Consultation {
  readonly enterprise: EnterpriseId
  readonly number: EnterpriseNumber
  readonly writtenNumber: string
  readonly record: Fact<'enterprise_record'>
  /** null for staff of the desk, to whom none of the enterprise's other pages belong. */
  readonly view: View | null
  readonly catalogue: Catalogue
  readonly now: Instant
}

/** An agent of the desk has yet to say why they look: the page where they do. */
interface SayWhy {
  readonly sayWhyAt: string
}

/** E10: a look by staff of the desk stands in the enterprise's history, before anything is shown. */
async function recordLook(deps: PageDeps, actor: Actor, enterprise: EnterpriseId, basis: string): Promise<void> {
  await inTransaction(deps.store, async (trx) => {
    const now = await newestMoment(trx, deps.clock)
    const { newId, random } = deps
    await recordEntry(
      trx,
      {
        event: 'register-consulted',
        enterpriseId: enterprise,
        actorId: actor.person,
        actorBasis: basis,
        key: actor.key,
        level: actor.level,
        via: actor.via,
        facts: [],
        details: {},
      },
      { now, newId, random },
    )
  })
}

/**
 * E9: representatives, whoever holds an active office, and staff of the desk; these must have said why within the last hour (H2), else
 * they get where to say it. Everybody else gets null, by the same queries whether the enterprise exists or not (I12).
 */
export async function consultationOf(deps: PageDeps, request: PageRequest): Promise<Consultation | SayWhy | null> {
  const actor = pageActor(request)
  const catalogue = deps.catalogue()
  const numbers = enterpriseNumberFormat(catalogue.meta.enterpriseNumberFormat)
  const number = numbers.parse(request.params['enterprise'] ?? '')
  if (!actor || !number.ok) return null
  const view = await viewFor(deps, number.value, actor)
  const common = { number: number.value, writtenNumber: numbers.format(number.value), catalogue }
  if (view && view.authority.powers.length > 0) {
    const { enterprise, record, now } = view
    return { ...common, enterprise, record, view, now }
  }
  const now = await newestMoment(deps.store.reader, deps.clock)
  const standing = await deskAgents.standingOf(factsOf(deps.store.reader), catalogue, actor, now)
  if (standing.is !== 'staff') return null
  const record = await recordByNumber(deps.store.reader, number.value, now)
  if (!record) return null
  const enterprise = record.enterprise_id
  if (!(await deskAgents.saidWhy(deps.store.reader, actor.person, enterprise, now))) {
    return { sayWhyAt: `/${request.language}/desk/enterprises/${number.value}` }
  }
  await recordLook(deps, actor, enterprise, standing.basis)
  return { ...common, enterprise, record, view: null, now }
}
