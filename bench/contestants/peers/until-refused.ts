import { setTimeout as pause } from 'node:timers/promises'
import type { AskedQuestion } from '../../world/questions.ts'
import type { World } from '../../world/world.ts'
import { checkFor, type Check, type ModelType } from './model.ts'
import { groupType, nameOf, type Relation } from './relations.ts'

export interface Writer {
  /** Makes the relation, or takes it away; over when the peer has said that it is done. */
  write(relation: Relation, is: boolean): Promise<void>
  isPermitted(check: Check): Promise<boolean>
}

const tries = 6
const patienceMs = 20_000

/**
 * How long a right is still permitted after the peer has said that it was taken away, in milliseconds: the right is asked about as
 * a busy service would, taken away, asked about until it is refused, and given back.
 */
export async function untilRefused(
  world: World,
  model: readonly ModelType[],
  questions: readonly AskedQuestion[],
  writer: Writer,
): Promise<number[]> {
  const found: number[] = []
  const given = questions.filter(
    ({ permit, reason, action, capacity }) =>
      permit && reason === 'authorisation' && action.kind === 'service' && capacity !== undefined,
  )
  for (const question of given) {
    if (found.length === tries) break
    const check = checkFor(model, question)
    const type = groupType(question.capacity ?? '')
    if (check === null || world.catalogue.services.get(question.action.code)?.automaticFor.includes('user') === true)
      continue
    const relation: Relation = {
      type,
      id: question.number,
      relation: `given_${nameOf(question.action.code)}`,
      subjectType: 'person',
      subjectId: question.person,
      from: null,
      until: null,
    }
    for (let warm = 0; warm < 20; warm++) await writer.isPermitted(check)
    await writer.write(relation, false)
    const since = performance.now()
    let permitted = true
    while (permitted && performance.now() - since < patienceMs) {
      permitted = await writer.isPermitted(check)
      if (permitted) await pause(10)
    }
    found.push(performance.now() - since)
    await writer.write(relation, true)
  }
  return found
}
