import type { Catalogue } from '#catalogue'
import { factsOf, type Reader } from '#database'
import type { Instant } from '#kernel'
import type { Actor } from '#operations'
import { decide, pairFacts } from '#rights'

/**
 * E9: staff of the desk hold the role that the catalogue names, for the enterprise that is the desk, at the level of their
 * sign-in. Gives the fact id of the assignment under which they look; null for everybody else.
 */
export async function staffOfDesk(
  reader: Reader,
  catalogue: Catalogue,
  { person, level }: Actor,
  at: Instant,
): Promise<string | null> {
  const code = catalogue.meta.desk.agentRole
  if (code === null) return null
  const facts = factsOf(reader)
  const where = { person_id: person, role: code, context: 'enterprise', state: 'active' } as const
  const held = await facts.find('role_assignment', where, { at })
  for (const { enterprise_id: enterprise, fact_id } of held) {
    const question = { person, enterprise, action: { kind: 'role', code }, level, at } as const
    const answer = decide(catalogue, await pairFacts(facts, enterprise, person), question)
    if (answer.permit && answer.bases.some(({ factId }) => factId === fact_id)) return fact_id
  }
  return null
}
