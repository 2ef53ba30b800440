import { Agent, request } from 'node:http'
import { service, type User } from './ground.ts'

/** What came of one question; no status: no answer came in time. */
export interface Told {
  readonly status: number | null
  /** null: what came is no decision. */
  readonly permit: boolean | null
  /** The reason, or the code of the problem. */
  readonly reason: string
  /** When it was sent, and when the answer was there, on the clock that nobody sets. */
  readonly sentAt: number
  readonly cameAt: number
}

export interface AskOptions {
  readonly revision?: string | undefined
  /** Where the revision stands. */
  readonly by?: 'header' | 'context'
}

const patienceMs = 4000

/** Asks nodes as an online service does. */
export class Asking {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 64 })
  readonly #token: string
  readonly #kept: Map<string, { readonly told: Told; readonly at: number }> | null
  readonly #keepMs: number

  /** `keepMs`: how long an answer is given again without asking, as a node would that is stale; only to see that it is noticed. */
  constructor(token: string, keepMs = 0) {
    this.#token = token
    this.#keepMs = keepMs
    this.#kept = keepMs === 0 ? null : new Map()
  }

  async ask(port: number, user: User, { revision, by = 'header' }: AskOptions = {}): Promise<Told> {
    const sentAt = performance.now()
    const kept = this.#kept?.get(user.subject)
    if (kept && sentAt - kept.at < this.#keepMs) return { ...kept.told, sentAt, cameAt: performance.now() }
    const named = revision !== undefined && by === 'context' ? { min_revision: revision } : {}
    const body = JSON.stringify({
      subject: { type: 'person', id: user.subject },
      action: { name: service },
      resource: { type: 'enterprise', id: user.enterprise },
      context: { assurance_level: 500, ...named },
    })
    const headers: Record<string, string> =
      revision !== undefined && by === 'header' ? { 'claviger-min-revision': revision } : {}
    const { status, text } = await this.#post(port, body, headers)
    const told: Told = { status, ...read(text), sentAt, cameAt: performance.now() }
    if (told.permit !== null) this.#kept?.set(user.subject, { told, at: told.cameAt })
    return told
  }

  #post(port: number, body: string, more: Record<string, string>): Promise<{ status: number | null; text: string }> {
    return new Promise((resolve) => {
      const nothing = (why: string) => resolve({ status: null, text: why })
      const sending = request(
        {
          agent: this.#agent,
          host: '127.0.0.1',
          port,
          method: 'POST',
          path: '/access/v1/evaluation',
          headers: {
            authorization: `Bearer ${this.#token}`,
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(body),
            ...more,
          },
        },
        (response) => {
          let text = ''
          response.setEncoding('utf8')
          response.on('data', (some: string) => (text += some))
          response.once('end', () => resolve({ status: response.statusCode ?? null, text }))
          response.once('error', (fault) => nothing(String(fault)))
        },
      )
      sending.setTimeout(patienceMs, () => sending.destroy(new Error('no answer in time')))
      sending.once('error', (fault) => nothing(fault.message))
      sending.end(body)
    })
  }

  end(): void {
    this.#agent.destroy()
  }
}

interface Answer {
  readonly decision?: unknown
  readonly context?: { readonly reason?: unknown }
  readonly type?: unknown
}

function read(text: string): { permit: boolean | null; reason: string } {
  try {
    const { decision, context, type } = JSON.parse(text) as Answer
    if (typeof decision === 'boolean') return { permit: decision, reason: String(context?.reason) }
    return { permit: null, reason: String(type).replace(/^.*:/, '') }
  } catch {
    return { permit: null, reason: text.replaceAll(/\d+/g, '…') }
  }
}
