import { levelOfOperation, type Catalogue } from '#catalogue'
import { holdsAt, type Period } from '#database'
import { endOfDay, startOfDay, type CivilDay, type EnterpriseId, type Instant } from '#kernel'
import { authorityAt, deskAgents, hasCeased, pairFacts } from '#rights'
import { refuse, type Actor, type Done, type Operation, type Refused, type Scene, type Unit } from './operation.ts'

async function sceneOf(unit: Unit, enterprise: EnterpriseId, actor: Actor): Promise<Scene | null> {
  const at = unit.now
  const actorFacts = await pairFacts(unit.facts, enterprise, actor.person)
  const record = actorFacts.records.find((fact) => holdsAt(fact, at))
  if (!record) return null
  const [account] = await unit.facts.find('account', { enterprise_id: enterprise }, { at })
  return {
    enterprise,
    record,
    account,
    stop: actorFacts.stops.find((fact) => holdsAt(fact, at)),
    actor,
    actorFacts,
    authority: authorityAt(unit.catalogue, actorFacts, at),
  }
}

/** U5 to U8, which ask nothing of what was typed: what refuses the operation before it is looked at; null when nothing does. */
export function refusedAtTheDoor(
  catalogue: Catalogue,
  { code, effect, beforeRegistration }: Pick<Operation<never>, 'code' | 'effect' | 'beforeRegistration'>,
  { record, account, stop, authority, actor }: Pick<Scene, 'record' | 'account' | 'stop' | 'authority' | 'actor'>,
): Refused | null {
  const level = levelOfOperation(catalogue, code)
  if (actor.level < level) return refuse('level-too-low', level)
  const unregistered = account === undefined && beforeRegistration !== true
  if (effect === 'takes') return unregistered ? refuse('not-registered') : null
  if (hasCeased(catalogue, record)) return refuse('enterprise-ceased')
  if (stop !== undefined && authority.representations.length === 0) return refuse('emergency-stop')
  return unregistered ? refuse('not-registered') : null
}

/**
 * The part that every operation has in common, in this order: U4 whoever is nothing to the enterprise gets one answer;
 * U5 the sign-in reaches the operation's level; U6 giving is refused after cessation; U7 under an emergency stop
 * only representatives give, and only as such; U8 all but what leads to registering asks that the enterprise is registered.
 */
export async function carryOut<Input, Result>(
  unit: Unit,
  operation: Operation<Input, Result>,
  enterprise: EnterpriseId,
  actor: Actor,
  input: Input,
): Promise<Refused | Done<Result>> {
  if (operation.actors.includes('desk-agent')) return atTheDesk(unit, operation, enterprise, actor, input)
  const scene = await sceneOf(unit, enterprise, actor)
  if (!scene?.authority.known) return refuse('not-yours')
  const like = operation.like ? await operation.like(unit, scene, input) : operation
  if ('allowed' in like) return like
  const { beforeRegistration } = operation
  const refused = refusedAtTheDoor(unit.catalogue, { code: like.code, effect: like.effect, beforeRegistration }, scene)
  if (refused) return refused
  if (like.effect === 'takes') return explained(scene, await operation.run(unit, scene, input))
  const powers = scene.authority.powers.filter(
    ({ rank }) => scene.stop === undefined || rank === 'legal-representative',
  )
  return explained(scene, await operation.run(unit, { ...scene, authority: { ...scene.authority, powers } }, input))
}

/** R12, R13: whoever has an office that gives no power now, or not all of it, is told so rather than that it is not theirs. */
function explained<Result>({ authority }: Scene, done: Refused | Done<Result>): Refused | Done<Result> {
  const { lacking } = authority
  return !done.allowed && done.reason === 'outside-your-scope' && lacking !== undefined ? refuse(lacking) : done
}

/**
 * What agents of the desk do, instead of U4 to U8, in this order: H1 whoever is no staff gets the one answer; U5 by the higher of the
 * role's level and the operation's; H3 nobody acts on an enterprise in which they have any part; U8, and U6 for giving.
 */
async function atTheDesk<Input, Result>(
  unit: Unit,
  operation: Operation<Input, Result>,
  enterprise: EnterpriseId,
  actor: Actor,
  input: Input,
): Promise<Refused | Done<Result>> {
  const standing = await deskAgents.standingOf(unit.facts, unit.catalogue, actor, unit.now)
  const scene = await sceneOf(unit, enterprise, actor)
  if (standing.is === 'nothing' || !scene) return refuse('not-yours')
  const level = levelOfOperation(unit.catalogue, operation.code)
  if (standing.is === 'too-weak')
    return refuse('level-too-low', standing.levelNeeded > level ? standing.levelNeeded : level)
  if (actor.level < level) return refuse('level-too-low', level)
  if (deskAgents.hasPartIn(scene.actorFacts, unit.now)) return refuse('own-enterprise')
  if (scene.account === undefined) return refuse('not-registered')
  if (operation.effect === 'gives' && hasCeased(unit.catalogue, scene.record)) return refuse('enterprise-ceased')
  return operation.run(unit, { ...scene, desk: standing.basis }, input)
}

/** U9: two optional days name a period, the last day included; it starts now unless a later day is given, and never ends before it starts. */
export function periodOf(
  unit: Unit,
  days: { from?: CivilDay | undefined; until?: CivilDay | undefined },
): Period | Refused {
  const { now } = unit
  const { zone } = unit.catalogue.meta
  const from = days.from === undefined ? now : (Math.max(now, startOfDay(days.from, zone)) as Instant)
  const until = days.until === undefined ? null : endOfDay(days.until, zone)
  if (until !== null && until <= now) return refuse('period-in-the-past')
  if (until !== null && until <= from) return refuse('period-reversed')
  return { from, until }
}
