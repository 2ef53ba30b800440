import { clientKeyOf, subjectOf } from '#keys'
import type { Requests } from '../load/job.ts'
import type { AskedQuestion } from '../world/questions.ts'
import { inGroups, RequestList } from './contestant.ts'

export interface AskingClient {
  readonly id: string
  readonly token: string
  /** The master key of the installation: persons are named to each client by a key derived from it. */
  readonly masterKey: Uint8Array
}

function bodyOf(question: AskedQuestion, key: Uint8Array) {
  const { action, capacity, level, number, person } = question
  return {
    subject: { type: 'person', id: subjectOf(key, person) },
    action: { name: action.kind === 'role' ? `role:${action.code}` : action.code },
    resource: { type: 'enterprise', id: number },
    context: { ...(capacity === undefined ? {} : { capacity }), assurance_level: level },
  }
}

/** The questions as a relying service sends them (AuthZEN): one each, or in groups. `compared`: whether answers are looked at. */
export function authzenRequests(
  questions: readonly AskedQuestion[],
  client: AskingClient,
  { batch, compared }: { batch: number; compared: boolean },
): Requests {
  const key = clientKeyOf(client.masterKey, client.id)
  const headers = { authorization: `Bearer ${client.token}` }
  const mark = compared ? '"decision":true' : null
  if (batch === 1) {
    const list = new RequestList('/access/v1/evaluation', headers)
    for (const one of questions) list.add(bodyOf(one, key), one.permit ? 1 : 0)
    return list.requests(mark)
  }
  const list = new RequestList('/access/v1/evaluations', headers)
  for (const group of inGroups(questions, batch)) {
    const permits = group.filter(({ permit }) => permit).length
    list.add({ evaluations: group.map((one) => bodyOf(one, key)) }, permits)
  }
  return list.requests(mark)
}
