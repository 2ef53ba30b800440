import type { Service } from '#catalogue'
import { fields, operation, performing, periodOf, refuse } from '#operations'
import { z } from 'zod'
import { isActive, managedGroup, membershipOf, powerToGive } from '../group.ts'
import { levelToGive, mayBeGiven, withinStandIn } from '../rules.ts'
import { undoForUser } from '../undo-rules.ts'

/** X6: whoever manages an active group makes a person its user, with services from the group's list, for a period; once per person and group. */
export const createUser = operation({
  code: 'create-user',
  effect: 'gives',
  actors: ['chief-access-manager', 'co-chief-access-manager', 'access-manager', 'group-manager'],
  scope: 'group',
  event: 'user-created',
  undo: undoForUser,
  input: z.strictObject({
    ...fields.typedPerson,
    capacity: fields.code,
    services: z.array(fields.code).max(200),
    ...fields.period,
  }),
  async run(unit, scene, input) {
    const group = managedGroup(unit, scene, input.capacity, { ownFirst: true })
    if ('allowed' in group) return group
    if (!isActive(unit, scene, group.capacity)) return refuse('capacity-not-active')
    const services: Service[] = []
    for (const code of new Set(input.services)) {
      const service = unit.catalogue.services.get(code)
      const ruling = mayBeGiven({ capacity: group.capacity, service })
      if (!ruling.allowed) return ruling
      if (service) services.push(service)
    }
    const level = levelToGive(unit.catalogue, services)
    if (scene.actor.level < level) return refuse('level-too-low', level)
    const asked = periodOf(unit, input)
    if ('allowed' in asked) return asked
    const within = withinStandIn({ power: group.power, period: asked })
    if (!within.allowed) return within
    const { period } = within
    const { nationalNumber, givenName, familyName, email, phone } = input
    const typed = { nationalNumber, givenName, familyName, email, phone }
    const person = await performing.personTyped(unit, scene.enterprise, typed)
    if (typeof person !== 'string') return person
    const power = powerToGive(unit, scene, group, person)
    if ('allowed' in power) return power
    if (await membershipOf(unit, scene, input.capacity, person)) return refuse('already-user')
    const by = { by_person: scene.actor.person, by_basis: power.factId }
    const pair = { enterprise_id: scene.enterprise, capacity: input.capacity, person_id: person }
    const membership = await unit.facts.record('membership', { ...pair, ...by }, period)
    const membership_id = membership.fact_id
    for (const { code: service } of services) {
      await unit.facts.record('authorisation', { ...pair, membership_id, service, ...by }, period)
    }
    const details = { capacity: input.capacity }
    const given = services.map(({ code }) => code).join(' ')
    return {
      allowed: true,
      basis: power.factId,
      subject: person,
      details,
      notices: [{ receiver: person, kind: 'user-created', details: { ...details, services: given } }],
      result: { person },
    }
  },
})
