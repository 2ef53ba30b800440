import type { FactBodies } from '#database'
import { joint } from '#enterprises'
import type { CivilDay, PersonId } from '#kernel'
import { fields, type Done, type Refused, type Scene, type Unit } from '#operations'
import { z } from 'zod'

/** What is kept of a proposed chief: a person, never a number; days as people write them. */
const kept = z.strictObject({
  person: fields.person,
  ground: z.enum(['employee', 'legal-representative']),
  from: fields.period.from,
  until: fields.period.until,
  immediately: z.boolean().optional(),
})

/** The chief whom one joint representative proposes and another confirms. */
export type ProposedChief = z.infer<typeof kept>

/** A proposal of a chief, as it was kept; throws on what this module did not write. */
export const proposedChief = ({ body }: Pick<FactBodies['proposal'], 'body'>): ProposedChief => kept.parse(body)

/** What was proposed is no appointment yet: the result names the proposal. */
export type ProposedResult = { readonly proposal: string; readonly state: 'proposed'; readonly appointment?: never }

/** A2: what could be done now by who acts alone is proposed to the other representatives. */
export async function proposeChief(
  unit: Unit,
  scene: Scene,
  person: PersonId,
  wanted: {
    readonly ground: ProposedChief['ground']
    readonly from?: CivilDay | undefined
    readonly until?: CivilDay | undefined
    readonly immediately?: boolean | undefined
  },
): Promise<Refused | Done<ProposedResult>> {
  const { ground, from, until, immediately } = wanted
  const body = { person, ground, from, until, immediately } satisfies ProposedChief
  return joint.propose(unit, scene, 'appoint-chief', { body, subject: person })
}
