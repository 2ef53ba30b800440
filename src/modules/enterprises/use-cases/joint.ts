import type { Catalogue } from '#catalogue'
import type { Fact, FactBodies, FactReader } from '#database'
import type { Instant, PersonId } from '#kernel'
import { proposals, refuse, type Done, type NoticeDraft, type Refused, type Scene, type Unit } from '#operations'
import { representationsAt } from '#rights'

type Proposal = Fact<'proposal'>

/** What joint representatives propose to each other; the desk's proposals are its own. */
export type JointMatter = Extract<Proposal['what'], 'register' | 'appoint-chief' | 'lift-stop'>
const jointMatters: readonly string[] = ['register', 'appoint-chief', 'lift-stop'] satisfies JointMatter[]

/** E17: the register says of every function of theirs that it is exercised with somebody else; unknown counts as alone. */
export const actsOnlyJointly = (representations: readonly Pick<Fact<'representation'>, 'power'>[]): boolean =>
  representations.length > 0 && representations.every(({ power }) => power === 'jointly')

/** Everybody who represents the enterprise at a moment. */
export async function representativesAt(
  facts: FactReader,
  catalogue: Catalogue,
  record: Fact<'enterprise_record'>,
  at: Instant,
): Promise<ReadonlySet<PersonId>> {
  const representations = await facts.find('representation', { enterprise_id: record.enterprise_id })
  return new Set(representationsAt(catalogue, { records: [record], representations }, at).map((one) => one.person_id))
}

/** What waits for another representative, and who may confirm it: all who represent the enterprise but the proposer. */
export interface WaitingProposal {
  readonly proposal: Proposal
  readonly confirmers: readonly PersonId[]
}

/** What waits in an enterprise, the oldest first. A proposal of whoever represents it no longer does not count. */
export async function waitingProposals(
  facts: FactReader,
  catalogue: Catalogue,
  record: Fact<'enterprise_record'>,
  at: Instant,
): Promise<WaitingProposal[]> {
  const able = await representativesAt(facts, catalogue, record, at)
  const waiting = await proposals.waiting(facts, record.enterprise_id, at)
  return waiting
    .filter(({ what, by_person }) => jointMatters.includes(what) && able.has(by_person))
    .map((proposal) => ({ proposal, confirmers: [...able].filter((person) => person !== proposal.by_person) }))
}

/** The proposal of that reference that waits in one of these matters. */
export async function waitingNamed(
  unit: Unit,
  scene: Scene,
  reference: string,
  matters: readonly JointMatter[],
): Promise<Proposal | undefined> {
  const waiting = await waitingProposals(unit.facts, unit.catalogue, scene.record, unit.now)
  const isIt = ({ fact_id, what }: Proposal) => fact_id === reference && matters.some((one) => one === what)
  return waiting.map(({ proposal }) => proposal).find(isIt)
}

/** The same message to several people, but not to whoever acts. */
export function tellOthers(
  persons: Iterable<PersonId>,
  scene: Scene,
  draft: Omit<NoticeDraft, 'receiver'>,
): NoticeDraft[] {
  return [...persons].filter((person) => person !== scene.actor.person).map((receiver) => ({ receiver, ...draft }))
}

/** E17: what is proposed waits for another representative; where the register names no other there is nobody to wait for. */
export async function proposeJointly(
  unit: Unit,
  scene: Scene,
  what: JointMatter,
  about: { body?: FactBodies['proposal']['body']; subject?: PersonId } = {},
): Promise<Refused | Done<{ proposal: string; state: 'proposed' }>> {
  const [representation] = scene.authority.representations
  if (!representation) return refuse('not-legal-representative')
  const able = await representativesAt(unit.facts, unit.catalogue, scene.record, unit.now)
  if (able.size < 2) return refuse('second-representative-needed')
  const matter = { enterprise: scene.enterprise, what }
  const stale = await proposals.waitingFor(unit, matter)
  if (stale && !able.has(stale.by_person)) await proposals.withdraw(unit, stale)
  const { body = {}, subject } = about
  const by = { by_person: scene.actor.person, by_basis: representation.fact_id, by: 'representative' as const }
  const proposed = await proposals.propose(unit, matter, { body, ...by })
  if (!proposed.allowed) return refuse(proposed.reason)
  return {
    allowed: true,
    event: 'proposal-made',
    basis: representation.fact_id,
    ...(subject === undefined ? {} : { subject }),
    details: { what },
    notices: tellOthers(able, scene, { kind: 'proposed', weight: 'office', details: { what } }),
    result: { proposal: proposed.proposal.fact_id, state: 'proposed' },
  }
}

/** U13, U14: the proposal that the actor confirms, marked as such, with the proposer's message; carrying it out is the caller's. */
export async function confirmJointly(
  unit: Unit,
  scene: Scene,
  reference: string,
  matters: readonly JointMatter[],
): Promise<Refused | { allowed: true; proposal: Proposal; basis: string; notices: NoticeDraft[] }> {
  const { representations } = scene.authority
  const representation = representations.find(({ power }) => power !== 'jointly') ?? representations[0]
  if (!representation) return refuse('not-legal-representative')
  const proposal = await waitingNamed(unit, scene, reference, matters)
  const ruling = proposals.mayConfirm({ proposal, actor: scene.actor.person })
  if (!ruling.allowed) return ruling
  if (!proposal) return refuse('proposal-unknown')
  await proposals.confirm(unit, proposal, scene.actor.person)
  const { by_person: receiver, what } = proposal
  const notices: NoticeDraft[] = [{ receiver, kind: 'proposal-confirmed', weight: 'office', details: { what } }]
  return { allowed: true, proposal, basis: representation.fact_id, notices }
}

/** What waits in a matter waits no longer once the matter is settled without it; whoever proposed it is told. */
export async function settle(unit: Unit, scene: Scene, matters: readonly Proposal['what'][]): Promise<NoticeDraft[]> {
  const settled: NoticeDraft[] = []
  for (const proposal of await proposals.waiting(unit.facts, scene.enterprise, unit.now)) {
    const { what, by_person } = proposal
    if (!matters.includes(what)) continue
    await proposals.withdraw(unit, proposal)
    settled.push(...tellOthers([by_person], scene, { kind: 'proposal-settled', weight: 'office', details: { what } }))
  }
  return settled
}
