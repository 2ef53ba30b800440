import type { LoadedWorld } from '../world/load.ts'
import { authzenRequests, type AskingClient } from './authzen.ts'
import { forked } from './child.ts'
import { askingClient } from './claviger.ts'
import type { Contestant } from './contestant.ts'
import type { PlainOrder } from './plain-server.ts'

/** Headers that a server of node writes by itself. */
const ownHeaders: ReadonlySet<string> = new Set(['date', 'connection', 'keep-alive', 'transfer-encoding'])

type PlainAnswer = PlainOrder['answers'][string]

/** An answer of the product's server to one request, to be given again. */
export async function answerOf(port: number, path: string, body: string, client: AskingClient): Promise<PlainAnswer> {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${client.token}` },
    body,
  })
  const text = await answer.text()
  if (answer.status !== 200) throw new Error(`The product answered ${answer.status}: ${text}`)
  return { headers: Object.fromEntries([...answer.headers].filter(([name]) => !ownHeaders.has(name))), body: text }
}

/** `bare` or `floor`: what HTTP itself costs, with answers of the product given again. */
export function plain(kind: PlainOrder['kind'], loaded: LoadedWorld, answers: PlainOrder['answers']): Contestant {
  return {
    name: kind,
    mode: 'none',
    async start() {
      const asking = await askingClient(loaded)
      const order: PlainOrder = { kind, token: asking.token, answers }
      const server = await forked(new URL('./plain-server.ts', import.meta.url), order)
      return {
        ...server,
        requestsFor: (questions, batch) => authzenRequests(questions, asking, { batch, compared: false }),
      }
    },
  }
}
