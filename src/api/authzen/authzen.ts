import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { isUnreachable, parseRevision, type Reader, type Revision, type Store } from '#database'
import { indexSitting, storeSees, storeSitting, type IndexSide, type Sitting } from '#decision-point'
import { clientByToken, type Client, type InSnapshot } from '#decisions'
import { redactNumbers, type RawHandler } from '#http'
import type { Clock, Parsed } from '#kernel'
import type { PeopleKeys } from '#keys'
import { evaluate, type Decision, type EvaluationDeps } from './evaluate.ts'
import { readJson, type BodyRefusal } from './read-json.ts'
import type { AskedContext } from './shapes.ts'
import type { Traffic } from './traffic.ts'
import { parseBatch, parseEvaluation, type Batch, type Evaluation } from './request.ts'
import { parseSearch, search, searchKinds, type Search, type SearchKind } from './search.ts'

export interface AuthzenDeps extends EvaluationDeps {
  readonly store: Store
  readonly inSnapshot: InSnapshot
  /** Answers from the index while it is fresh. */
  readonly side: IndexSide
  readonly keys: PeopleKeys
  readonly clock: Clock
  /** Our origin, without a slash at the end. */
  readonly publicUrl: string
  /** Names and values that every answer has, in turn. */
  readonly usualHeaders: readonly string[]
  readonly log: { error(entry: Record<string, unknown>): void }
  readonly traffic: Traffic
}

const evaluationPath = '/access/v1/evaluation'
const evaluationsPath = '/access/v1/evaluations'
const metadataPath = '/.well-known/authzen-configuration'

const searchPath = (kind: SearchKind): string => `/access/v1/search/${kind}`

/** 64 KiB for one question, four times that for a hundred. */
const bytesMax: Readonly<Record<string, number>> = {
  [evaluationPath]: 64 * 1024,
  [evaluationsPath]: 256 * 1024,
  ...Object.fromEntries(searchKinds.map((kind) => [searchPath(kind), 64 * 1024])),
}

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

type Wanted = { readonly one: Evaluation } | { readonly batch: Batch } | { readonly search: Search }

/** A request as it was read: what is asked, and what the answer must have seen. */
interface Asked {
  readonly wanted: Wanted
  readonly revisions: readonly Revision[]
}

const refuse = (title: string): Reply => problem(400, 'request-malformed', title)

function wantedOf(path: string, body: unknown): Wanted | Reply {
  if (path === evaluationsPath) {
    const batch = parseBatch(body)
    if (!batch.ok) return refuse(batch.error)
    if (batch.value) return { batch: batch.value }
  }
  const kind = searchKinds.find((one) => path === searchPath(one))
  if (kind !== undefined) {
    const wanted = parseSearch(kind, body)
    return wanted.ok ? { search: wanted.value } : refuse(wanted.error)
  }
  const one = parseEvaluation(body)
  return one.ok ? { one: one.value } : refuse(one.error)
}

/** The contexts of whatever is asked. */
function contextsOf(wanted: Wanted): AskedContext[] {
  if ('one' in wanted) return [wanted.one.context]
  if ('search' in wanted) return [wanted.search.context]
  return wanted.batch.evaluations.flatMap((one) => (one.ok ? [one.value.context] : []))
}

const minRevisionHeader = 'claviger-min-revision'

function askedOf(path: string, req: IncomingMessage, body: Parsed<unknown, BodyRefusal>): Asked | Reply {
  if (!body.ok) return bodyProblems[body.error]
  const wanted = wantedOf(path, body.value)
  if ('status' in wanted) return wanted
  const revisions = contextsOf(wanted).flatMap(({ minRevision }) => minRevision ?? [])
  const header = req.headers[minRevisionHeader]
  if (header === undefined) return { wanted, revisions }
  const named = parseRevision(header)
  return named.ok
    ? { wanted, revisions: [...revisions, named.value] }
    : refuse(`${minRevisionHeader}: is not a revision`)
}

type Told =
  Decision | { readonly decision: false; readonly context: { readonly error: { status: 400; message: string } } }

const malformed = (message: string): Told => ({ decision: false, context: { error: { status: 400, message } } })

/** Whether the caller wants no answer after this one. */
const isLast = (semantic: Batch['semantic'], told: Told): boolean =>
  semantic === (told.decision ? 'permit_on_first_permit' : 'deny_on_first_deny')

/** Answers from where `told` has come to, at most so many; whether that was all. */
async function goOn(deps: AuthzenDeps, sitting: Sitting, batch: Batch, told: Told[], most: number): Promise<boolean> {
  const { semantic, evaluations } = batch
  for (const asked of evaluations.slice(told.length, told.length + most)) {
    const answer = asked.ok ? evaluate(deps, sitting, asked.value) : malformed(asked.error)
    // What the index answers is there already: waiting for it would only cost.
    const one = answer instanceof Promise ? await answer : answer
    told.push(one)
    if (isLast(semantic, one)) return true
  }
  return told.length === evaluations.length
}

function unauthorised(told: boolean): Reply {
  const header = told ? `${challenge}, error="invalid_token"` : challenge
  return problem(401, 'token-needed', 'Send the token of a registered client', { 'www-authenticate': header })
}

const tokenOf = (req: IncomingMessage): string | null =>
  /^Bearer +([\w-]+)$/i.exec(req.headers.authorization ?? '')?.[1] ?? null

/** How long the index is waited for where it has not yet seen what the caller has: a few of its looks at the store. */
const comingMs = 100

/** Null: the index does not answer this, now or at all. */
async function fromIndex(deps: AuthzenDeps, token: string | null, asked: Asked | Reply): Promise<Reply | null> {
  const { side } = deps
  const known = side.fresh()
  if (known === null) return null
  const client = token === null ? null : side.clientByToken(token, known.at)
  if (client === null) return unauthorised(true)
  if ('status' in asked) return asked
  const { wanted, revisions } = asked
  // Whoever may see how a right came about is answered from where that is written.
  if (client.seesChain && !('search' in wanted)) return null
  if (revisions.length > 0) await Promise.all(revisions.map((revision) => side.comesTo(revision, comingMs)))
  const fresh = revisions.length === 0 ? known : side.fresh()
  if (fresh === null || revisions.some((revision) => side.sees(revision) !== 'yes')) return null
  const body = await answerFrom(
    deps,
    indexSitting(fresh, client, { reader: deps.store.reader, keys: deps.keys }),
    wanted,
  )
  // Whom a national number names was asked of the store, which may have taken long: what was fresh is that no more.
  return side.fresh() === null ? null : { status: 200, body }
}

async function answerFrom(deps: AuthzenDeps, sitting: Sitting, wanted: Wanted): Promise<unknown> {
  if ('one' in wanted) return evaluate(deps, sitting, wanted.one)
  if ('search' in wanted) return search(deps, sitting, wanted.search)
  const told: Told[] = []
  await goOn(deps, sitting, wanted.batch, told, wanted.batch.evaluations.length)
  return { evaluations: told }
}

/** The embedded store has one session: nobody else is served while it is held, so a long batch gives it back in between. */
const questionsAtOnce = 10
/** A write that is seen nowhere after so long never was. */
const seenWithinMs = 2000
const lookAgainMs = 50

type Halfway = Reply | 'not-yet' | { readonly client: Client; readonly told: Told[]; readonly batch: Batch }

async function halfway(
  deps: AuthzenDeps,
  reader: Reader,
  token: string | null,
  asked: Asked | Reply,
): Promise<Halfway> {
  const { clock, keys } = deps
  const client = token === null ? null : await clientByToken(reader, token, clock.now())
  if (client === null) return unauthorised(true)
  if ('status' in asked) return asked
  const { wanted, revisions } = asked
  const seen = await storeSees(reader, revisions)
  if (seen === 'not-yet') return seen
  if (seen === 'unknown-epoch') return problem(409, 'revision-unknown', 'The revision is of another life of the store')
  const sitting = await storeSitting({ reader, keys, clock, catalogue: deps.catalogue() }, client)
  if (!('batch' in wanted)) return { status: 200, body: await answerFrom(deps, sitting, wanted) }
  const told: Told[] = []
  const { batch } = wanted
  if (await goOn(deps, sitting, batch, told, questionsAtOnce)) return { status: 200, body: { evaluations: told } }
  return { client, told, batch }
}

async function fromStore(deps: AuthzenDeps, token: string | null, asked: Asked | Reply): Promise<Reply> {
  const { inSnapshot, clock, keys } = deps
  let begun = await inSnapshot((reader) => halfway(deps, reader, token, asked))
  for (let waited = 0; begun === 'not-yet' && waited < seenWithinMs; waited += lookAgainMs) {
    await wait(lookAgainMs)
    begun = await inSnapshot((reader) => halfway(deps, reader, token, asked))
  }
  if (begun === 'not-yet') return later('revision-not-reached', 'The revision has not been reached')
  if ('status' in begun) return begun
  const { client, told, batch } = begun
  for (let isWhole = false; !isWhole;) {
    isWhole = await inSnapshot(async (reader) => {
      const sitting = await storeSitting({ reader, keys, clock, catalogue: deps.catalogue() }, client)
      return goOn(deps, sitting, batch, told, questionsAtOnce)
    })
  }
  return { status: 200, body: { evaluations: told } }
}

const later = (code: string, title: string): Reply => problem(503, code, title, { 'retry-after': '1' })

/** Those who wait for the store: more would only wait longer, and keep the index from coming up with it. */
const waitingMost = 40

async function decision(deps: AuthzenDeps, path: string, req: IncomingMessage): Promise<Reply> {
  if (req.headers.authorization === undefined) return unauthorised(false)
  const body = await readJson(req, bytesMax[path] ?? 0)
  if (!body.ok && body.error === 'too-large') return bodyProblems['too-large']
  try {
    return await answered(deps, tokenOf(req), askedOf(path, req, body))
  } catch (fault) {
    if (!isUnreachable(fault)) throw fault
    deps.log.error({ route: 'authzen', fault: redactNumbers(String(fault)) })
    return later('store-unreachable', 'The store cannot be reached')
  }
}

async function answered(deps: AuthzenDeps, token: string | null, asked: Asked | Reply): Promise<Reply> {
  const { traffic } = deps
  const told = await fromIndex(deps, token, asked)
  if (told !== null) {
    traffic.byIndex++
    return told
  }
  if (traffic.waiting >= waitingMost) {
    traffic.sentAway++
    return later('busy', 'Too many questions wait for the store')
  }
  traffic.byStore++
  traffic.waiting++
  try {
    return await fromStore(deps, token, asked)
  } finally {
    traffic.waiting--
  }
}

function metadata({ publicUrl }: AuthzenDeps): Reply {
  return {
    status: 200,
    headers: { 'cache-control': 'public, max-age=3600' },
    body: {
      policy_decision_point: publicUrl,
      access_evaluation_endpoint: `${publicUrl}${evaluationPath}`,
      access_evaluations_endpoint: `${publicUrl}${evaluationsPath}`,
      ...Object.fromEntries(searchKinds.map((kind) => [`search_${kind}_endpoint`, `${publicUrl}${searchPath(kind)}`])),
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
  const text = JSON.stringify(body)
  const headers = [
    ...deps.usualHeaders,
    'x-request-id',
    requestIdOf(req) ?? reference,
    'content-type',
    failed ? 'application/problem+json' : 'application/json',
    'content-length',
    String(Buffer.byteLength(text)),
  ]
  if (reply.headers === undefined) headers.push('cache-control', 'no-store')
  else
    for (const [name, value] of Object.entries({ 'cache-control': 'no-store', ...reply.headers }))
      headers.push(name, value)
  res.writeHead(reply.status, headers)
  res.end(req.method === 'HEAD' ? undefined : text)
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
