import type { Instant } from '#kernel'
import { fields, operation, periodOf, refuse } from '#operations'
import { z } from 'zod'
import { isActive, managedGroup, membershipOf, powerToGive } from '../group.ts'
import { levelToGive, mayBeGiven, withinStandIn } from '../rules.ts'
import { undoForUser } from '../undo-rules.ts'

const sooner = (one: Instant | null, other: Instant | null): Instant | null =>
  one === null || (other !== null && other < one) ? other : one

const one = { capacity: fields.code, person: fields.person, service: fields.code }

/** X7: a user is given one more service of the group, within the dates of the membership; to oneself too, which the history shows as self-given. */
export const giveService = operation({
  code: 'give-service',
  effect: 'gives',
  actors: ['chief-access-manager', 'co-chief-access-manager', 'access-manager', 'group-manager'],
  scope: 'group',
  event: 'service-given',
  undo: undoForUser,
  input: z.strictObject({ ...one, ...fields.period }),
  async run(unit, scene, input) {
    const group = managedGroup(unit, scene, input.capacity, { ownFirst: true })
    if ('allowed' in group) return group
    if (!isActive(unit, scene, group.capacity)) return refuse('capacity-not-active')
    const service = unit.catalogue.services.get(input.service)
    const ruling = mayBeGiven({ capacity: group.capacity, service })
    if (!ruling.allowed) return ruling
    const level = levelToGive(unit.catalogue, service ? [service] : [])
    if (scene.actor.level < level) return refuse('level-too-low', level)
    const power = powerToGive(unit, scene, group, input.person)
    if ('allowed' in power) return power
    const membership = await membershipOf(unit, scene, input.capacity, input.person)
    if (!membership) return refuse('user-unknown')
    const period = periodOf(unit, input)
    if ('allowed' in period) return period
    const within = withinStandIn({ power: group.power, period })
    if (!within.allowed) return within
    if (input.from !== undefined && period.from < membership.valid_from) return refuse('period-outside-membership')
    const from = period.from < membership.valid_from ? membership.valid_from : period.from
    const ends = membership.valid_until
    const until = period.until ?? sooner(ends, within.period.until)
    if (ends !== null && (from >= ends || (until !== null && until > ends))) return refuse('period-outside-membership')
    if (until !== null && until <= from) return refuse('period-outside-membership')
    const body = {
      enterprise_id: scene.enterprise,
      membership_id: membership.fact_id,
      capacity: input.capacity,
      person_id: input.person,
      service: input.service,
    }
    const given = await unit.facts.find('authorisation', body, { since: unit.now })
    const clash = given.some(
      (fact) => (until === null || fact.valid_from < until) && (fact.valid_until === null || fact.valid_until > from),
    )
    if (clash) return refuse('already-given')
    const by = { by_person: scene.actor.person, by_basis: power.factId }
    await unit.facts.record('authorisation', { ...body, ...by }, { from, until })
    const details = { capacity: input.capacity, service: input.service }
    return {
      allowed: true,
      basis: power.factId,
      subject: input.person,
      details,
      notices: input.person === scene.actor.person ? [] : [{ receiver: input.person, kind: 'service-given', details }],
      result: {},
    }
  },
})

/** X8: a service is withdrawn from now, planned periods too. */
export const withdrawService = operation({
  code: 'withdraw-service',
  effect: 'takes',
  actors: ['chief-access-manager', 'co-chief-access-manager', 'access-manager', 'group-manager'],
  scope: 'group',
  event: 'service-withdrawn',
  undo: undoForUser,
  input: z.strictObject(one),
  async run(unit, scene, input) {
    const group = managedGroup(unit, scene, input.capacity)
    if ('allowed' in group) return group
    const where = {
      enterprise_id: scene.enterprise,
      capacity: input.capacity,
      person_id: input.person,
      service: input.service,
    }
    const given = await unit.facts.find('authorisation', where, { since: unit.now })
    if (given.length === 0) return refuse('not-given')
    for (const fact of given) await unit.facts.end('authorisation', fact, unit.now)
    const details = { capacity: input.capacity, service: input.service }
    return {
      allowed: true,
      basis: group.power.factId,
      subject: input.person,
      details,
      notices:
        input.person === scene.actor.person ? [] : [{ receiver: input.person, kind: 'service-withdrawn', details }],
      result: {},
    }
  },
})
