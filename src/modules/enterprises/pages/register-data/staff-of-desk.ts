import type { Catalogue } from '#catalogue'
import { factsOf, type Reader } from '#database'
import type { AssuranceLevel, Instant } from '#kernel'
import type { Actor } from '#operations'
import { decide, pairFacts } from '#rights'

/** What somebody is to the desk: its staff, by the assignment with this fact id; staff signed in too weakly; or nothing. */
export type DeskStanding =
  | { readonly is: 'staff'; readonly basis: string }
  | { readonly is: 'too-weak'; readonly levelNeeded: AssuranceLevel }
  | { readonly is: 'nothing' }

/**
 * E9: staff of the desk hold the role that the catalogue names, in a context in which the catalogue knows it, for the enterprise
 * that is the desk, at the level of their sign-in.
 */
export async function deskStanding(
  reader: Reader,
  catalogue: Catalogue,
  { person, level }: Actor,
  at: Instant,
): Promise<DeskStanding> {
  const code = catalogue.meta.desk.agentRole
  const role = catalogue.roles.get(code ?? '')
  if (code === null || !role) return { is: 'nothing' }
  const facts = factsOf(reader)
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
