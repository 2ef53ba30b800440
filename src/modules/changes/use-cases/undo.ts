import { fields, operation, refuse, type Operation, type Refused, type Scene, type Unit } from '#operations'
import { z } from 'zod'
import { effectOf, lookedBack, putBack, refusalNow, stretchesOf, undoEvent, undoingOf } from '../undo.ts'
import { operationOf } from '../undoable.ts'

/** The details of the undone act that say what it was about. */
const aboutNames = ['office', 'scope', 'domain', 'capacity', 'service'] as const

/** The act as only whoever did it finds it, with the operation that did it. */
async function ownAct(unit: Unit, scene: Scene, entry: string) {
  const found = await unit.past.act(scene.enterprise, entry)
  if (found === null || found.act.actorId !== scene.actor.person) return refuse('act-unknown')
  const of = operationOf(found.act.event)
  return of?.undo === undefined ? refuse('not-undoable') : { ...found, operation: of, rule: of.undo }
}

/**
 * U17: undoing is one operation, judged like the one that it undoes: by that one's level, by the rules of giving where it gives
 * something back, else by those of taking away.
 */
export const undo = operation({
  code: 'undo',
  effect: 'takes',
  actors: [
    'legal-representative',
    'chief-access-manager',
    'co-chief-access-manager',
    'access-manager',
    'group-manager',
  ],
  scope: 'enterprise',
  event: undoEvent,
  input: z.strictObject({ entry: fields.reference }),
  async like(unit, scene, input): Promise<Refused | Pick<Operation, 'code' | 'effect'>> {
    const own = await ownAct(unit, scene, input.entry)
    if ('allowed' in own) return own
    const undoing = await lookedBack(unit, scene.enterprise, own.act)
    return { code: own.operation.code, effect: effectOf(undoing) }
  },
  async run(unit, scene, input) {
    const own = await ownAct(unit, scene, input.entry)
    if ('allowed' in own) return own
    const { act, rule } = own
    const stretches = await stretchesOf(unit, scene.enterprise, act)
    const refused = await refusalNow(unit, { ...own, stretches })
    if (refused) return refused
    const undoing = undoingOf(act, stretches, unit.now)
    const ruling = await rule(unit, scene, undoing)
    if (!ruling.allowed) return ruling
    await putBack(unit, undoing)
    const about = Object.fromEntries(
      aboutNames.flatMap((name) => (typeof act.details[name] === 'string' ? [[name, act.details[name]]] : [])),
    )
    const told = await unit.past.told(scene.enterprise, act)
    const details = { ...about, entry: act.id, undone: act.event }
    return {
      allowed: true,
      basis: ruling.basis,
      ...(act.subjectId === null ? {} : { subject: act.subjectId }),
      details,
      notices: told
        .filter((receiver) => receiver !== scene.actor.person)
        .map((receiver) => ({ receiver, kind: 'undone', weight: 'office', details: { ...about, undone: act.event } })),
      result: {},
    }
  },
})
