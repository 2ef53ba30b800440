import { history } from '#audit'
import type { Catalogue } from '#catalogue'
import { holdsAt, type FactReader, type Reader } from '#database'
import type { AssuranceLevel, EnterpriseId, Instant, PersonId } from '#kernel'
import { decide } from './decide.ts'
import { pairFacts, type PairFacts } from './pair-facts.ts'

/** What somebody is to the desk: its staff, by the assignment with this fact id; staff signed in too weakly; or nothing. */
type DeskStanding =
  | { readonly is: 'staff'; readonly basis: string }
  | { readonly is: 'too-weak'; readonly levelNeeded: AssuranceLevel }
  | { readonly is: 'nothing' }

/**
 * H1, E9: staff of the desk hold the role that the catalogue names, in a context in which the catalogue knows it, for the enterprise
 * that is the desk, at the level of their sign-in.
 */
async function standingOf(
  facts: FactReader,
  catalogue: Catalogue,
  { person, level }: { readonly person: PersonId; readonly level: AssuranceLevel },
  at: Instant,
): Promise<DeskStanding> {
  const code = catalogue.meta.desk.agentRole
  const role = catalogue.roles.get(code ?? '')
  if (code === null || !role) return { is: 'nothing' }
  const context = role.contexts.map((one) => one.context)
  const held = await facts.find('role_assignment', { person_id: person, role: code, context, state: 'active' }, { at })
  let standing: DeskStanding = { is: 'nothing' }
  for (const { enterprise_id: enterprise, fact_id } of held) {
    const question = { person, enterprise, action: { kind: 'role', code }, level, at } as const
    const answer = decide(catalogue, await pairFacts(facts, enterprise, person), question)
    if (answer.permit && answer.bases.some(({ factId }) => factId === fact_id)) return { is: 'staff', basis: fact_id }
    if (!answer.permit && answer.levelNeeded !== undefined) {
      standing = { is: 'too-weak', levelNeeded: answer.levelNeeded }
    }
  }
  return standing
}

/** H3: whether a person has any part in an enterprise at that moment or later: as representative, in an office, as a stand-in, as user, by a role. */
function hasPartIn(facts: PairFacts, at: Instant): boolean {
  const parts = [facts.representations, facts.appointments, facts.standIns, facts.memberships, facts.roles]
  return parts.some((all) => all.some((fact) => holdsAt(fact, at) || fact.valid_from > at))
}

/** H2: the audit event of a look with its reason; everything seen or done within the hour rests on it. */
const lookEvent = 'desk-looked'
const lookMs = 60 * 60 * 1000

/** H2: whether the agent has said within the last hour why they look at the enterprise. */
async function saidWhy(reader: Reader, agent: PersonId, enterprise: EnterpriseId, at: Instant): Promise<boolean> {
  const filters = { event: lookEvent, personId: agent, from: (at - lookMs) as Instant }
  const looks = await history(reader, { enterpriseId: enterprise, filters, limit: 1 })
  return looks.ok && looks.value.items.length > 0
}

/** Who is an agent of the desk, where they have a part themselves, and what they looked at. */
export const deskAgents = { standingOf, hasPartIn, saidWhy, lookEvent }
