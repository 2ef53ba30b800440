import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Reader } from '#database'
import { clientByToken, type Client, type InSnapshot } from '#decisions'
import { redactNumbers, securityHeaders, type RawHandler } from '#http'
import { evaluate, openSitting, type Decision, type EvaluationDeps } from './evaluate.ts'
import { readJson, type BodyRefusal } from './read-json.ts'
import { parseBatch, parseEvaluation, type Batch, type Evaluation } from './request.ts'

export interface AuthzenDeps extends EvaluationDeps {
  readonly inSnapshot: InSnapshot
  /** Our origin, without a slash at the end. */
  readonly publicUrl: string
  readonly log: { error(entry: Record<string, unknown>): void }
}

const evaluationPath = '/access/v1/evaluation'
const evaluationsPath = '/access/v1/evaluations'
const metadataPath = '/.well-known/authzen-configuration'

/** 64 KiB for one question, four times that for a hundred. */
const bytesMax: Readonly<Record<string, number>> = { [evaluationPath]: 64 * 1024, [evaluationsPath]: 256 * 1024 }

interface Reply {
  readonly status: number
  readonly body: unknown
  readonly headers?: Readonly<Record<string, string>>
}

function problem(status: number, code: string, title: string, headers: Reply['headers'] = {}): Reply {
  return { status, body: { type: `urn:problem-type:claviger:${code}`, title, status }, headers }
}

const challenge = 'Bearer realm="claviger"'
const bodyProblems: Record<BodyRefusal, Reply> = {
  'too-large': problem(413, 'body-too-large', 'The request is too large', { connection: 'close' }),
  // The certification scenario of the specification asks for 400, not 415.
  'not-json': problem(400, 'not-json', 'Send application/json'),
  encoded: problem(415, 'body-encoded', 'Send the body as it is, without a content coding', {
    'accept-encoding': 'identity',
  }),
  empty: problem(400, 'body-empty', 'The request has no body'),
  malformed: problem(400, 'body-malformed', 'The body is no JSON in UTF-8'),
  'too-deep': problem(400, 'body-too-deep', 'The JSON of the body is nested too deeply'),
  aborted: problem(400, 'body-malformed', 'The body did not come whole'),
}

type Wanted = { readonly one: Evaluation } | { readonly batch: Batch }

function wantedOf(path: string, body: unknown): Wanted | Reply {
  const refuse = (title: string): Reply => problem(400, 'request-malformed', title)
  if (path === evaluationsPath) {
    const batch = parseBatch(body)
    if (!batch.ok) return refuse(batch.error)
    if (batch.value) return { batch: batch.value }
  }
  const one = parseEvaluation(body)
  return one.ok ? { one: one.value } : refuse(one.error)
}

type Told =
  Decision | { readonly decision: false; readonly context: { readonly error: { status: 400; message: string } } }

/** The embedded store has one session: nobody else is served while it is held, so a long batch gives it back in between. */
const questionsAtOnce = 10

/** Whether the caller wants no answer after this one. */
const isLast = (semantic: Batch['semantic'], told: Told): boolean =>
  semantic === (told.decision ? 'permit_on_first_permit' : 'deny_on_first_deny')

async function answerBatch(deps: AuthzenDeps, client: Client, { semantic, evaluations }: Batch): Promise<Reply> {
  const told: Told[] = []
  const finished = (): boolean => {
    const latest = told.at(-1)
    return told.length === evaluations.length || (latest !== undefined && isLast(semantic, latest))
  }
  while (!finished()) {
    const some = evaluations.slice(told.length, told.length + questionsAtOnce)
    await deps.inSnapshot(async (reader) => {
      const sitting = await openSitting(deps, reader, client)
      for (const asked of some) {
        told.push(asked.ok ? await evaluate(deps, sitting, asked.value) : malformed(asked.error))
        if (finished()) return
      }
    })
  }
  return { status: 200, body: { evaluations: told } }
}

const malformed = (message: string): Told => ({ decision: false, context: { error: { status: 400, message } } })

function unauthorised(told: boolean): Reply {
  const header = told ? `${challenge}, error="invalid_token"` : challenge
  return problem(401, 'token-needed', 'Send the token of a registered client', { 'www-authenticate': header })
}

async function clientOf(deps: AuthzenDeps, reader: Reader, req: IncomingMessage): Promise<Client | null> {
  const token = /^Bearer +([\w-]+)$/i.exec(req.headers.authorization ?? '')?.[1]
  return token === undefined ? null : clientByToken(reader, token, deps.clock.now())
}

async function decision(deps: AuthzenDeps, path: string, req: IncomingMessage): Promise<Reply> {
  if (req.headers.authorization === undefined) return unauthorised(false)
  const body = await readJson(req, bytesMax[path] ?? 0)
  if (!body.ok && body.error === 'too-large') return bodyProblems['too-large']
  const begun = await deps.inSnapshot(async (reader): Promise<Reply | { client: Client; batch: Batch }> => {
    const client = await clientOf(deps, reader, req)
    if (!client) return unauthorised(true)
    if (!body.ok) return bodyProblems[body.error]
    const wanted = wantedOf(path, body.value)
    if ('status' in wanted) return wanted
    if ('batch' in wanted) return { client, batch: wanted.batch }
    return { status: 200, body: await evaluate(deps, await openSitting(deps, reader, client), wanted.one) }
  })
  return 'batch' in begun ? answerBatch(deps, begun.client, begun.batch) : begun
}

function metadata({ publicUrl }: AuthzenDeps): Reply {
  return {
    status: 200,
    headers: { 'cache-control': 'public, max-age=3600' },
    body: {
      policy_decision_point: publicUrl,
      access_evaluation_endpoint: `${publicUrl}${evaluationPath}`,
      access_evaluations_endpoint: `${publicUrl}${evaluationsPath}`,
    },
  }
}

async function replyTo(deps: AuthzenDeps, req: IncomingMessage): Promise<Reply> {
  const path = (req.url ?? '').split('?', 1)[0] ?? ''
  const method = path === metadataPath ? 'GET' : 'POST'
  if (path !== metadataPath && bytesMax[path] === undefined) return problem(404, 'not-found', 'Not found')
  const asked = req.method === 'HEAD' ? 'GET' : req.method
  if (asked !== method) {
    return problem(405, 'method-not-allowed', 'Method not allowed', { allow: method === 'GET' ? 'GET, HEAD' : method })
  }
  return path === metadataPath ? metadata(deps) : decision(deps, path, req)
}

/** What a caller named its request, when it can stand in a header again. */
function requestIdOf(req: IncomingMessage): string | null {
  const told = req.headers['x-request-id']
  return typeof told === 'string' && /^[\x20-\x7e]{1,200}$/.test(told) ? told : null
}

function send(deps: AuthzenDeps, req: IncomingMessage, res: ServerResponse, reply: Reply, reference: string): void {
  if (res.destroyed) return
  const failed = reply.status >= 400
  const body = failed ? { ...(reply.body as object), instance: `urn:uuid:${reference}`, reference } : reply.body
  const bytes = Buffer.from(JSON.stringify(body))
  res.writeHead(reply.status, {
    ...securityHeaders({ https: deps.publicUrl.startsWith('https:') }),
    'cache-control': 'no-store',
    'x-request-id': requestIdOf(req) ?? reference,
    'content-type': failed ? 'application/problem+json' : 'application/json',
    'content-length': bytes.length,
    ...reply.headers,
  })
  res.end(req.method === 'HEAD' ? undefined : bytes)
}

async function handle(deps: AuthzenDeps, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const reference = deps.newId()
  try {
    send(deps, req, res, await replyTo(deps, req), reference)
  } catch (error) {
    const fault = error instanceof Error ? (error.stack ?? error.message) : String(error)
    deps.log.error({ reference, route: 'authzen', fault: redactNumbers(fault) })
    if (res.headersSent) res.destroy()
    else send(deps, req, res, problem(500, 'internal-fault', 'Internal fault'), reference)
  }
}

/** OpenID AuthZEN Authorization API 1.0: evaluation, evaluations and the metadata, for the server's raw handlers. */
export function authzenHandlers(deps: AuthzenDeps): readonly RawHandler[] {
  const answerIt: RawHandler['handle'] = (req, res) => void handle(deps, req, res)
  return ['/access', metadataPath].map((prefix) => ({ prefix, handle: answerIt }))
}
