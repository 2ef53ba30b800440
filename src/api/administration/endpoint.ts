import type { InSnapshot } from '#decisions'
import type { Access, ApiAnswer, ApiRequest, ApiRoute, Fields } from '#http'
import type { PerformDeps } from '#operations'
import { z } from 'zod'
import { inputProblem } from './problems.ts'

/** What the interface needs of the house, beside what operations need; joined in compose.ts. */
export interface AdministrationDeps extends PerformDeps {
  readonly inSnapshot: InSnapshot
  /** Our origin, without a slash at the end. */
  readonly publicUrl: string
}

/** What a call sends, read by the endpoint's own schemas. */
export interface Call {
  readonly request: ApiRequest
  readonly caller: NonNullable<ApiRequest['caller']>
  readonly path: Readonly<Record<string, unknown>>
  readonly query: Readonly<Record<string, unknown>>
  readonly body: Readonly<Record<string, unknown>>
}

/** One address and method, as data: the route and the interface description are both made of it. */
export interface Endpoint {
  /** camelCase, unique. */
  readonly operationId: string
  readonly method: ApiRoute['method']
  /** Under /api/v1, parameters as '{name}'. */
  readonly path: string
  readonly summary: string
  readonly tag: string
  readonly access: Access
  readonly audit: string | null
  readonly parameters: z.ZodObject
  readonly query: z.ZodObject
  /** null: the call takes no body. */
  readonly body: z.ZodObject | null
  readonly status: 200 | 201
  readonly result: z.ZodObject
  /** The codes of the problems that it may answer, beside those that every call may. */
  readonly refusals: readonly string[]
  readonly handle: (deps: AdministrationDeps, call: Call) => Promise<ApiAnswer>
}

export const basePath = '/api/v1'

/** The names in '/enterprises/{enterpriseNumber}/…'. */
export const parametersIn = (path: string): string[] => [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '')

/** Path values are texts; what is not of their form names nothing, so it is not found. */
function pathOf(endpoint: Endpoint, request: ApiRequest): Record<string, unknown> | null {
  const parsed = endpoint.parameters.safeParse(request.params)
  return parsed.success ? parsed.data : null
}

const plain = (query: Fields): Record<string, unknown> => ({ ...query })

async function call(endpoint: Endpoint, deps: AdministrationDeps, request: ApiRequest): Promise<ApiAnswer> {
  const { caller } = request
  // The web edge lets nobody through to here: what is signed in is declared in the route.
  if (!caller) throw new Error(`${endpoint.operationId} is reached without a caller`)
  const path = pathOf(endpoint, request)
  if (!path) return { kind: 'not-found' }
  const query = endpoint.query.safeParse(plain(request.query))
  if (!query.success) return inputProblem('query', query.error, request.query)
  const sent = request.body ?? {}
  const body = (endpoint.body ?? z.strictObject({})).safeParse(sent)
  if (!body.success) return inputProblem('body', body.error, sent)
  return endpoint.handle(deps, { request, caller, path, query: query.data, body: body.data })
}

const kebab = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/** The endpoint as a route of the web edge. */
export function routeOf(endpoint: Endpoint, deps: AdministrationDeps): ApiRoute {
  return {
    kind: 'api',
    id: `api-${kebab(endpoint.operationId)}`,
    method: endpoint.method,
    path: `${basePath}${endpoint.path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
    access: endpoint.access,
    audit: endpoint.audit,
    unsafe: endpoint.method !== 'GET',
    bodyBytesMax: 64 * 1024,
    handler: (request) => call(endpoint, deps, request),
  }
}
