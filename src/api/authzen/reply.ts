import type { IncomingMessage, ServerResponse } from 'node:http'

/** An answer before it is written: what is told, and the headers that only this answer has. */
export interface Reply {
  readonly status: number
  /** A text is JSON already, and so are bytes, in UTF-8. */
  readonly body: object | string | Uint8Array
  /** How many questions it decides in either way. */
  readonly permits?: number
  readonly denies?: number
  readonly headers?: Readonly<Record<string, string>>
}

/** A problem (RFC 9457), by the code that its type ends with. */
export function problem(status: number, code: string, title: string, headers: Reply['headers'] = {}): Reply {
  return { status, body: { type: `urn:problem-type:claviger:${code}`, title, status }, headers }
}

export const refuse = (title: string): Reply => problem(400, 'request-malformed', title)

export const later = (code: string, title: string): Reply => problem(503, code, title, { 'retry-after': '1' })

export const found = (body: Reply['body'], permits = 0, denies = 0): Reply => ({ status: 200, body, permits, denies })

/** What a caller named its request, when it can stand in a header again. */
function requestIdOf(req: IncomingMessage): string | null {
  const told = req.headers['x-request-id']
  return typeof told === 'string' && /^[\x20-\x7e]{1,200}$/.test(told) ? told : null
}

const isSaid = (body: Reply['body']): body is string | Uint8Array =>
  typeof body === 'string' || body instanceof Uint8Array

const problemText = ({ body }: Reply, reference: string): string =>
  JSON.stringify({ ...(body as object), instance: `urn:uuid:${reference}`, reference })

/** Writes answers; `usual`: names and values that every one of them has, in turn. */
export class Writing {
  readonly #answered: readonly string[]
  readonly #failed: readonly string[]

  constructor(usual: readonly string[]) {
    this.#answered = [...usual, 'content-type', 'application/json']
    this.#failed = [...usual, 'content-type', 'application/problem+json']
  }

  /** `reference`: by which the answer is found again. */
  write(req: IncomingMessage, res: ServerResponse, reply: Reply, reference: string): void {
    if (res.destroyed) return
    const failed = reply.status >= 400
    const said = failed ? problemText(reply, reference) : isSaid(reply.body) ? reply.body : JSON.stringify(reply.body)
    const length = typeof said === 'string' ? Buffer.byteLength(said) : said.length
    const headers = (failed ? this.#failed : this.#answered).concat(
      'x-request-id',
      requestIdOf(req) ?? reference,
      'content-length',
      String(length),
    )
    const own: Reply['headers'] = { 'cache-control': 'no-store', ...reply.headers }
    for (const name in own) headers.push(name, own[name] ?? '')
    res.writeHead(reply.status, headers)
    if (req.method === 'HEAD') res.end()
    else if (typeof said !== 'string') res.end(said)
    // Head and body then go out as one piece, without being encoded: an answer about codes is ASCII.
    else res.end(said, length === said.length ? 'latin1' : 'utf8')
  }
}
