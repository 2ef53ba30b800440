import { assuranceLevels } from '#kernel'
import type { AssuranceLevel } from '#kernel'
import type { Answer, ApiAnswer } from './answer.ts'
import type { ApiRequest, PageRequest } from './requests.ts'

/** The fourteen actors of the invariants: who a route can be for. */
export const actorKinds = [
  'nobody',
  'stranger',
  'user',
  'group-manager',
  'access-manager',
  'other-access-manager',
  'co-chief',
  'chief',
  'representative',
  'desk-agent',
  'service-owner',
  'auditor',
  'invitee',
  'system-user',
] as const

export type ActorKind = (typeof actorKinds)[number]

export const scopes = ['none', 'own', 'enterprise', 'domain', 'group'] as const
export type Scope = (typeof scopes)[number]

/** Who may, as data: the generated matrix, the navigation and the interface description read it. */
export type Access = {
  readonly actors: 'anyone' | 'signed-in' | readonly ActorKind[]
  readonly scope: Scope
  /** A level, the code of an operation whose level the catalogue knows, or null: any level. */
  readonly level: AssuranceLevel | string | null
  /** Asks a sign-in of the last minutes, for what is grave. */
  readonly fresh?: boolean
}

type Common = {
  /** Kebab-case, unique: the name of the route in the log, the matrix and the snapshot of all addresses. */
  readonly id: string
  /** Starts with '/', parameters as ':name'. A page's path stands without its language: '/:language' is put before it. */
  readonly path: string
  readonly access: Access
  /** The audit event that a use of the route records, or null: it changes nothing that is audited. Never left out. */
  readonly audit: string | null
  /** Whether a use changes something. A GET never does; a page's POST always counts as if it did. */
  readonly unsafe: boolean
  readonly bodyBytesMax?: number
}

export type PageRoute = Common & {
  readonly kind: 'page'
  readonly method: 'GET' | 'POST'
  /** The states that the page can be in (empty, filled, refused, …); the accessibility journey visits each. */
  readonly states?: readonly string[]
  /** A form whose values wait while its sender signs in more strongly; both its GET and its POST say so. Never one with a secret. */
  readonly keepsTyped?: boolean
  readonly handler: (request: PageRequest) => Promise<Answer> | Answer
}

/** Without a language in its address: a callback, a download for machines. Only GET. */
export type SystemRoute = Common & {
  readonly kind: 'system'
  readonly method: 'GET'
  readonly handler: (request: PageRequest) => Promise<Answer> | Answer
}

/** For programs: no cookies, an access token in Authorization, JSON in and out. */
export type ApiRoute = Common & {
  readonly kind: 'api'
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly handler: (request: ApiRequest) => Promise<ApiAnswer> | ApiAnswer
}

export type Route = PageRoute | SystemRoute | ApiRoute

const pathPattern = /^\/(?:(?::[a-z][A-Za-z]*|[a-z0-9][a-z0-9._-]*)(?:\/(?::[a-z][A-Za-z]*|[a-z0-9][a-z0-9._-]*))*)?$/

function faultOf(route: Route): string | null {
  const access: Partial<Access> | undefined = route.access
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(route.id)) return 'its id is not kebab-case'
  if (!pathPattern.test(route.path)) return 'its path is not made of lower-case segments and :parameters'
  if (!access) return 'it declares no access'
  const { actors, scope, level } = access
  const known = typeof actors === 'string' ? actors === 'anyone' || actors === 'signed-in' : Boolean(actors?.length)
  if (!known) return 'it does not say which actors it is for'
  if (Array.isArray(actors) && actors.some((actor) => !actorKinds.includes(actor))) return 'it names an unknown actor'
  if (!scope || !scopes.includes(scope)) return 'it declares no scope'
  if (level === undefined) return 'it declares no level (null when any will do)'
  if (typeof level === 'number' && !assuranceLevels.includes(level)) return 'its level is not an assurance level'
  if (actors === 'anyone' && level !== null) return 'a level is asked of nobody in particular'
  if (route.audit === undefined || route.audit === '') return 'it declares no audit event (null when it records none)'
  if (route.method === 'GET' && route.unsafe) return 'a GET changes nothing'
  if (typeof route.unsafe !== 'boolean') return 'it does not say whether it changes something'
  if (route.kind === 'page' && route.method === 'POST' && !route.unsafe) return 'a POST of a page is always unsafe'
  if (route.kind === 'system' && route.method !== 'GET') return 'a system route is a GET'
  return null
}

/** Where the route is served: a page under '/:language', everything else as it stands. */
export function servedPath(route: Route): string {
  if (route.kind !== 'page') return route.path
  return route.path === '/' ? '/:language' : `/:language${route.path}`
}

/** Throws on the first route that leaves out what it must declare, or that meets another: start stops there. */
export function checkRoutes(routes: readonly Route[]): void {
  const ids = new Set<string>()
  const addresses = new Set<string>()
  for (const route of routes) {
    const fault = faultOf(route)
    if (fault) throw new Error(`The route ${route.id || route.path} is refused: ${fault}`)
    const address = `${route.method} ${servedPath(route).replaceAll(/:[a-zA-Z]+/g, ':')}`
    if (ids.has(route.id)) throw new Error(`Two routes are called ${route.id}`)
    if (addresses.has(address)) throw new Error(`Two routes are served at ${route.method} ${servedPath(route)}`)
    ids.add(route.id)
    addresses.add(address)
  }
}

/** Whether the route asks for a signed-in person. Which actor they are, only the rules know. */
export function needsSignIn(route: Route): boolean {
  const { actors } = route.access
  return actors !== 'anyone' && !(Array.isArray(actors) && actors.includes('nobody'))
}
