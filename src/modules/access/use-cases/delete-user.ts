import { fields, operation, refuse } from '#operations'
import { atLeastAs } from '#rights'
import { z } from 'zod'
import { managedGroup, membershipOf } from '../group.ts'
import { undoForUser } from '../undo-rules.ts'

/** X13: whoever manages the group deletes a user from it: the membership and its services end together, and a block in that group by the same or a lower office. */
export const deleteUser = operation({
  code: 'delete-user',
  effect: 'takes',
  actors: ['chief-access-manager', 'co-chief-access-manager', 'access-manager', 'group-manager'],
  scope: 'group',
  event: 'user-deleted',
  undo: undoForUser,
  input: z.strictObject({ capacity: fields.code, person: fields.person }),
  async run(unit, scene, input) {
    const group = managedGroup(unit, scene, input.capacity)
    if ('allowed' in group) return group
    const membership = await membershipOf(unit, scene, input.capacity, input.person)
    if (!membership) return refuse('user-unknown')
    const where = { enterprise_id: scene.enterprise, capacity: input.capacity, person_id: input.person }
    for (const fact of await unit.facts.find('authorisation', where, { since: unit.now })) {
      await unit.facts.end('authorisation', fact, unit.now)
    }
    // X3: a block by a higher office stays, or a lower one would lift it by deleting the user and creating them anew.
    for (const fact of await unit.facts.find('block', where, { since: unit.now })) {
      if (atLeastAs(group.power.rank, fact.by_office)) await unit.facts.end('block', fact, unit.now)
    }
    await unit.facts.end('membership', membership, unit.now)
    const details = { capacity: input.capacity }
    return {
      allowed: true,
      basis: group.power.factId,
      subject: input.person,
      details,
      notices: input.person === scene.actor.person ? [] : [{ receiver: input.person, kind: 'user-deleted', details }],
      result: {},
    }
  },
})
