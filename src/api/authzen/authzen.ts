import type { IncomingMessage, ServerResponse } from 'node:http'
import { isUnreachable, StoreRestored } from '#database'
import { redactNumbers, type RawHandler } from '#http'
import type { NewId, Parsed } from '#kernel'
import { fromIndex, fromStore, unauthorised, type AnswerDeps } from './answer.ts'
import { askedOf, pathOf, places, type Asked, type Kind } from './asked.ts'
import { readBody, type BodyRefusal } from './read-json.ts'
import { later, problem, Writing, type Reply } from './reply.ts'
import { searchKinds } from './search.ts'
import { Turn, type Coming } from './turn.ts'
import type { Passage, Fallback, Traffic } from './traffic.ts'

export interface AuthzenDeps extends AnswerDeps {
  /** Our origin, without a slash at the end. */
  readonly publicUrl: string
  /** Names and values that every answer has, in turn. */
  readonly usualHeaders: readonly string[]
  readonly log: { error(entry: Record<string, unknown>): void }
  readonly newId: NewId
  readonly traffic: Traffic
}

/** With how every answer is written, and together with which others. */
type Served = AuthzenDeps & { readonly writing: Writing; readonly turn: Turn }

const metadataPath = '/.well-known/authzen-configuration'

const tokenOf = (req: IncomingMessage): string | null =>
  /^Bearer +([\w-]+)$/i.exec(req.headers.authorization ?? '')?.[1] ?? null

/** Those who wait for the store: more would only wait longer, and keep the index from coming up with it. */
const waitingMost = 40

/** What the index does not answer. */
async function waitFor(
  deps: AuthzenDeps,
  token: string | null,
  asked: Asked | Reply,
  passage: Passage,
  why: Fallback,
): Promise<Reply> {
  const { traffic } = deps
  traffic.fellBack(why)
  passage.road = 'none'
  if (traffic.waiting >= waitingMost) {
    traffic.sentAway()
    return later('busy', 'Too many questions wait for the store')
  }
  passage.road = 'store'
  traffic.waits()
  try {
    return await fromStore(deps, token, asked)
  } finally {
    traffic.waitsNoMore()
  }
}

function unreached(deps: AuthzenDeps, fault: unknown): Reply {
  // I24: what the store lost is not known to it, so it permits and refuses nothing.
  if (fault instanceof StoreRestored) return later('store-restored', 'The store was restored and must be reconciled')
  if (!isUnreachable(fault)) throw fault
  deps.log.error({ route: 'authzen', fault: redactNumbers(String(fault)) })
  return later('store-unreachable', 'The store cannot be reached')
}

/** From the index at once, or from whatever must be waited for. */
function answered(
  deps: AuthzenDeps,
  token: string | null,
  asked: Asked | Reply,
  passage: Passage,
): Reply | Promise<Reply> {
  passage.road = 'index'
  const told = fromIndex(deps, token, asked)
  if (typeof told !== 'string' && !(told instanceof Promise)) return told
  const waited =
    typeof told === 'string'
      ? waitFor(deps, token, asked, passage, told)
      : told.then((come) => (typeof come === 'string' ? waitFor(deps, token, asked, passage, come) : come))
  return waited.catch((fault: unknown) => unreached(deps, fault))
}

function metadata({ publicUrl }: AuthzenDeps): Reply {
  const searches = searchKinds.map((kind) => [`search_${kind}_endpoint`, `${publicUrl}${pathOf(`search-${kind}`)}`])
  return {
    status: 200,
    headers: { 'cache-control': 'public, max-age=3600' },
    body: {
      policy_decision_point: publicUrl,
      access_evaluation_endpoint: `${publicUrl}${pathOf('evaluation')}`,
      access_evaluations_endpoint: `${publicUrl}${pathOf('evaluations')}`,
      ...Object.fromEntries(searches),
    },
  }
}

const notAllowed = (allow: string): Reply => problem(405, 'method-not-allowed', 'Method not allowed', { allow })

/** What is answered without a body being read; or where it is to be read for. */
function replyBefore(
  deps: AuthzenDeps,
  req: IncomingMessage,
): Reply | { readonly kind: Kind; readonly bytesMax: number } {
  const url = req.url ?? ''
  const place = places.get(url) ?? places.get(url.split('?', 1)[0] ?? '')
  if (place !== undefined) {
    if (req.method !== 'POST') return notAllowed('POST')
    return req.headers.authorization === undefined ? unauthorised(false) : place
  }
  if (url.split('?', 1)[0] !== metadataPath) return problem(404, 'not-found', 'Not found')
  return req.method === 'GET' || req.method === 'HEAD' ? metadata(deps) : notAllowed('GET, HEAD')
}

const nothing: Parsed<Buffer, BodyRefusal> = { ok: false, error: 'empty' }

/** One request on its way. */
class Request implements Coming {
  readonly #deps: Served
  readonly #req: IncomingMessage
  readonly #res: ServerResponse
  readonly #reference: string
  readonly #passage: Passage
  #kind: Kind = 'evaluation'
  #body: Parsed<Buffer, BodyRefusal> = nothing
  token: string | null = null
  asked: Asked | Reply | null = null

  constructor(deps: Served, req: IncomingMessage, res: ServerResponse) {
    this.#deps = deps
    this.#req = req
    this.#res = res
    this.#reference = deps.newId()
    this.#passage = deps.traffic.begin()
  }

  begin(): void {
    const before = replyBefore(this.#deps, this.#req)
    if ('status' in before) return this.#send(before)
    this.#passage.kind = this.#kind = before.kind
    readBody(this.#req, before.bytesMax, (body) => {
      this.#body = body
      this.#deps.turn.add(this)
    })
  }

  get isSingle(): boolean {
    return this.#kind === 'evaluation'
  }

  read(): void {
    const [req, body] = [this.#req, this.#body]
    this.#body = nothing
    try {
      this.asked = askedOf(this.#kind, req, body, this.#reference)
      this.token = tokenOf(req)
    } catch (fault) {
      this.#fail(fault)
    }
  }

  answer(): void {
    const { asked, token } = this
    this.asked = null
    // What could not be read has been told.
    if (asked === null) return
    // Whoever sends what is too large learns that first: the rest of it is not read.
    if ('status' in asked && asked.status === 413) this.#send(asked)
    else this.#try(() => answered(this.#deps, token, asked, this.#passage))
  }

  /** An answer that is there at once is written at once: each turn of the queue costs what a decision does. */
  #try(answer: () => Reply | Promise<Reply>): void {
    try {
      const reply = answer()
      if (reply instanceof Promise) {
        reply.then(
          (come) => this.#send(come),
          (fault: unknown) => this.#fail(fault),
        )
      } else this.#send(reply)
    } catch (fault) {
      this.#fail(fault)
    }
  }

  #send(reply: Reply): void {
    try {
      this.#deps.writing.write(this.#req, this.#res, reply, this.#reference)
      this.#deps.traffic.end(this.#passage, reply)
    } catch (fault) {
      this.#fail(fault)
    }
  }

  #fail(error: unknown): void {
    const fault = error instanceof Error ? (error.stack ?? error.message) : String(error)
    this.#deps.log.error({ reference: this.#reference, route: 'authzen', fault: redactNumbers(fault) })
    if (this.#res.headersSent) this.#res.destroy()
    else
      this.#deps.writing.write(this.#req, this.#res, problem(500, 'internal-fault', 'Internal fault'), this.#reference)
    this.#deps.traffic.end(this.#passage, { status: 500 })
  }
}

/** OpenID AuthZEN Authorization API 1.0: evaluation, evaluations, searches and the metadata, for the server's raw handlers. */
export function authzenHandlers(deps: AuthzenDeps): readonly RawHandler[] {
  const served: Served = { ...deps, writing: new Writing(deps.usualHeaders), turn: new Turn(deps) }
  const handle: RawHandler['handle'] = (req, res) => new Request(served, req, res).begin()
  return ['/access', metadataPath].map((prefix) => ({ prefix, handle }))
}
