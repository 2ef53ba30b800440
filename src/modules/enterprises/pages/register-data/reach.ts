import { empowers, type Catalogue } from '#catalogue'
import { factsOf, type Reader } from '#database'
import type { AssuranceLevel, EnterpriseId, Instant } from '#kernel'
import type { Actor, PageDeps } from '#operations'
import { recordsOf } from '#register'
import { deskAgents } from '#rights'

/** Where somebody may search: null is the whole register. */
export interface Reach {
  readonly is: 'reach'
  readonly among: readonly EnterpriseId[] | null
}

interface NoReach {
  readonly is: 'none'
}

/** Staff of the desk, signed in below the level of their role. */
interface TooWeak {
  readonly is: 'too-weak'
  readonly levelNeeded: AssuranceLevel
}

/** The enterprises that the person represents at that moment (R9). */
async function representedBy(
  reader: Reader,
  catalogue: Catalogue,
  { person }: Actor,
  at: Instant,
): Promise<EnterpriseId[]> {
  const held = await factsOf(reader).find('representation', { person_id: person }, { at })
  const records = await recordsOf(
    reader,
    held.map((fact) => fact.enterprise_id),
    at,
  )
  const empowering = held.filter((fact) => {
    const record = records.get(fact.enterprise_id)
    return record !== undefined && empowers(catalogue, fact.function_code, record.legal_form)
  })
  return [...new Set(empowering.map((fact) => fact.enterprise_id))]
}

/** E8: staff of the desk search everywhere, representatives among their own; nobody else does. */
export async function reachOf(
  deps: Pick<PageDeps, 'store' | 'catalogue'>,
  actor: Actor,
  at: Instant,
): Promise<Reach | NoReach | TooWeak> {
  const { reader } = deps.store
  const catalogue = deps.catalogue()
  const standing = await deskAgents.standingOf(factsOf(reader), catalogue, actor, at)
  if (standing.is === 'staff') return { is: 'reach', among: null }
  const among = await representedBy(reader, catalogue, actor, at)
  if (among.length > 0) return { is: 'reach', among }
  return standing.is === 'too-weak' ? standing : { is: 'none' }
}

/** E8: whether the page for finding an enterprise opens anything for this person, if need be after a stronger sign-in. */
export async function mayFindEnterprises(
  deps: Pick<PageDeps, 'store' | 'catalogue'>,
  actor: Actor,
  at: Instant,
): Promise<boolean> {
  const { is } = await reachOf(deps, actor, at)
  return is !== 'none'
}
