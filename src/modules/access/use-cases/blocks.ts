import { holdsAt, type Fact } from '#database'
import type { PersonId } from '#kernel'
import {
  fields,
  operation,
  refuse,
  type Done,
  type NoticeDraft,
  type Refused,
  type Scene,
  type Unit,
} from '#operations'
import { enterprisePower, pairFacts, type Power } from '#rights'
import { z } from 'zod'
import { managedGroup, membershipOf } from '../group.ts'
import { mayUnblock } from '../rules.ts'
import { undoForUser } from '../undo-rules.ts'

async function blockNow(
  unit: Unit,
  scene: Scene,
  capacity: string,
  person: PersonId,
): Promise<Fact<'block'> | undefined> {
  const where = { enterprise_id: scene.enterprise, capacity, person_id: person }
  const [found] = await unit.facts.find('block', where, { at: unit.now })
  return found
}

const tell = (scene: Scene, receiver: PersonId, kind: string, capacity: string): NoticeDraft[] =>
  receiver === scene.actor.person ? [] : [{ receiver, kind, details: { capacity } }]

async function block(
  unit: Unit,
  scene: Scene,
  power: Power,
  target: { capacity: string; person: PersonId },
): Promise<Refused | Done<object>> {
  const { capacity, person } = target
  if (await blockNow(unit, scene, capacity, person)) return refuse('already-blocked')
  await unit.facts.record(
    'block',
    {
      enterprise_id: scene.enterprise,
      capacity,
      person_id: person,
      by_office: power.rank,
      by_person: scene.actor.person,
      by_basis: power.factId,
    },
    { from: unit.now, until: null },
  )
  const notices = tell(scene, person, 'blocked', capacity)
  return { allowed: true, basis: power.factId, subject: person, details: { capacity }, notices, result: {} }
}

async function unblock(
  unit: Unit,
  scene: Scene,
  power: Power,
  target: { capacity: string; person: PersonId },
): Promise<Refused | Done<object>> {
  const { capacity, person } = target
  const found = await blockNow(unit, scene, capacity, person)
  const ruling = mayUnblock({ rank: power.rank, block: found })
  if (!ruling.allowed) return ruling
  if (found) await unit.facts.end('block', found, unit.now)
  const notices = tell(scene, person, 'unblocked', capacity)
  return { allowed: true, basis: power.factId, subject: person, details: { capacity }, notices, result: {} }
}

/** X11: somebody is a person of the enterprise by a membership or a role that holds now or later. */
async function isUser(unit: Unit, scene: Scene, person: PersonId): Promise<boolean> {
  const facts = await pairFacts(unit.facts, scene.enterprise, person)
  return [...facts.memberships, ...facts.roles].some((fact) => holdsAt(fact, unit.now) || fact.valid_from > unit.now)
}

const inGroup = z.strictObject({ capacity: fields.code, person: fields.person })
const inEnterprise = z.strictObject({ person: fields.person })
const groupManagers = ['chief-access-manager', 'co-chief-access-manager', 'access-manager', 'group-manager'] as const
const enterpriseManagers = ['chief-access-manager', 'co-chief-access-manager'] as const

/** X9: whoever manages the group blocks a user in it; nothing is deleted. */
export const blockUser = operation({
  code: 'block-user',
  effect: 'takes',
  actors: groupManagers,
  scope: 'group',
  event: 'user-blocked',
  undo: undoForUser,
  input: inGroup,
  async run(unit, scene, input) {
    const group = managedGroup(unit, scene, input.capacity)
    if ('allowed' in group) return group
    if (!(await membershipOf(unit, scene, input.capacity, input.person))) return refuse('user-unknown')
    return block(unit, scene, group.power, input)
  },
})

/** X10: a block is lifted by whoever manages the group, in the same or a higher office than the one that blocked. */
export const unblockUser = operation({
  code: 'unblock-user',
  effect: 'gives',
  actors: groupManagers,
  scope: 'group',
  event: 'user-unblocked',
  undo: undoForUser,
  input: inGroup,
  async run(unit, scene, input) {
    const group = managedGroup(unit, scene, input.capacity)
    return 'allowed' in group ? group : unblock(unit, scene, group.power, input)
  },
})

/** X11: the chief or a co-chief blocks a person in all groups, and in roles; never in offices or representations. */
export const blockPerson = operation({
  code: 'block-person',
  effect: 'takes',
  actors: enterpriseManagers,
  scope: 'enterprise',
  event: 'person-blocked',
  undo: undoForUser,
  input: inEnterprise,
  async run(unit, scene, { person }) {
    const power = enterprisePower(scene.authority)
    if (!power) return refuse('outside-your-scope')
    if (!(await isUser(unit, scene, person))) return refuse('user-unknown')
    return block(unit, scene, power, { capacity: '', person })
  },
})

/** X12: a block of all groups is lifted by the same or a higher office. */
export const unblockPerson = operation({
  code: 'unblock-person',
  effect: 'gives',
  actors: enterpriseManagers,
  scope: 'enterprise',
  event: 'person-unblocked',
  undo: undoForUser,
  input: inEnterprise,
  async run(unit, scene, { person }) {
    const power = enterprisePower(scene.authority)
    return power ? unblock(unit, scene, power, { capacity: '', person }) : refuse('outside-your-scope')
  },
})
