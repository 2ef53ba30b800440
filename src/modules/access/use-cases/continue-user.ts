import type { Service } from '#catalogue'
import type { Fact } from '#database'
import { fields, operation, refuse, type Refused, type Scene, type Unit } from '#operations'
import { z } from 'zod'
import { isActive, managedGroup, membershipOf, powerToGive } from '../group.ts'
import { levelToGive, mayBeGiven } from '../rules.ts'
import { undoForUser } from '../undo-rules.ts'

/** What a stand-in gave ends with them: only the holder lets it stand (X15). */
async function endsWithStandIn(unit: Unit, scene: Scene, fact: { by_basis: string }): Promise<boolean> {
  const where = { enterprise_id: scene.enterprise, fact_id: fact.by_basis }
  return (await unit.facts.find('stand_in', where)).length > 0
}

interface Continued {
  readonly membership: Fact<'membership'> | null
  readonly services: readonly Fact<'authorisation'>[]
  readonly until: Fact<'membership'>['valid_until']
}

/** What goes on: one service to the end of the membership, or the membership with every service that was to end with it. */
async function whatContinues(
  unit: Unit,
  scene: Scene,
  input: { capacity: string; person: Scene['actor']['person']; service?: string | undefined },
): Promise<Refused | Continued> {
  const membership = await membershipOf(unit, scene, input.capacity, input.person)
  if (!membership) return refuse('user-unknown')
  const { fact_id, valid_until } = membership
  const where = { enterprise_id: scene.enterprise, membership_id: fact_id }
  const given = await unit.facts.find('authorisation', where, { since: unit.now })
  const lastOf = (one: Fact<'authorisation'>) =>
    !given.some((other) => other.service === one.service && other.valid_from > one.valid_from)
  if (input.service !== undefined) {
    const found = given.find((one) => one.service === input.service && lastOf(one))
    if (!found) return refuse('not-given')
    if (found.valid_until === valid_until || (await endsWithStandIn(unit, scene, found))) return refuse('end-unknown')
    return { membership: null, services: [found], until: valid_until }
  }
  if (valid_until === null || (await endsWithStandIn(unit, scene, membership))) return refuse('end-unknown')
  const along: Fact<'authorisation'>[] = []
  for (const one of given) {
    if (one.valid_until === valid_until && lastOf(one) && !(await endsWithStandIn(unit, scene, one))) along.push(one)
  }
  return { membership, services: along, until: null }
}

/** U25: whoever may give in the group lets a membership, or one service, go on beyond its end; X4, X5, X1 and X2 are asked again. */
export const continueUser = operation({
  code: 'continue-user',
  effect: 'gives',
  actors: ['chief-access-manager', 'co-chief-access-manager', 'access-manager', 'group-manager'],
  scope: 'group',
  event: 'user-continued',
  undo: undoForUser,
  input: z.strictObject({ capacity: fields.code, person: fields.person, service: fields.code.optional() }),
  async run(unit, scene, input) {
    const group = managedGroup(unit, scene, input.capacity, { ownFirst: true })
    if ('allowed' in group) return group
    // A stand-in gives for their time only.
    if (group.power.standIn !== undefined) return refuse('outside-your-scope')
    if (!isActive(unit, scene, group.capacity)) return refuse('capacity-not-active')
    const continued = await whatContinues(unit, scene, input)
    if ('allowed' in continued) return continued
    const services: Service[] = []
    for (const { service: code } of continued.services) {
      const service = unit.catalogue.services.get(code)
      const ruling = mayBeGiven({ capacity: group.capacity, service })
      if (!ruling.allowed) return ruling
      if (service) services.push(service)
    }
    const level = levelToGive(unit.catalogue, services)
    if (scene.actor.level < level) return refuse('level-too-low', level)
    const power = powerToGive(unit, scene, group, input.person)
    if ('allowed' in power) return power
    const { membership, until } = continued
    // From their own beginning, so that lists still say since when.
    if (membership) await unit.facts.change('membership', membership, {}, membership.valid_from, null)
    for (const one of continued.services) await unit.facts.change('authorisation', one, {}, one.valid_from, until)
    const details = { capacity: input.capacity, ...(input.service === undefined ? {} : { service: input.service }) }
    return {
      allowed: true,
      basis: power.factId,
      subject: input.person,
      details,
      notices: input.person === scene.actor.person ? [] : [{ receiver: input.person, kind: 'user-continued', details }],
      result: {},
    }
  },
})
