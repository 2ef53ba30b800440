import fastify from 'fastify'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { errorStatuses } from './answer.ts'
import type { ErrorStatus } from './answer.ts'
import { cookieNames } from './cookies.ts'
import type { Edge, ServerParts } from './edge.ts'
import { drainingServer, placeOf, type DrainingServer } from './draining-server.ts'
import { languageOf, pathOf, sendError } from './error-pages.ts'
import { trustedProxies } from './reading/client-address.ts'
import { isSentByOurPage } from './reading/csrf.ts'
import { parseFields } from './reading/fields.ts'
import { redactNumbers } from './reading/redact.ts'
import { probeText } from './probes.ts'
import { checkRoutes, servedPath } from './route-table.ts'
import type { Route } from './route-table.ts'
import { dataSecurityPolicy, securityHeaders } from './security-headers.ts'
import { serveApi } from './serve-api.ts'
import { levelAsked, servePage } from './serve-page.ts'

const bodyBytesMax = 256 * 1024
const paramLengthMax = 300
const assetSeconds = 365 * 24 * 60 * 60
const allMethods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const

export type WebServer = {
  /** Starts to listen; `port` is the real one when 0 was asked. */
  listen(): Promise<{ readonly host: string; readonly port: number }>
  /**
   * Takes no new connection, lets what is under way finish, then closes. Connections that still live after the time
   * limit are cut.
   */
  stop(options: { readonly timeLimitMs: number }): Promise<void>
}

const loopbackHosts: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]'])

function readPublicUrl(text: string): { origin: string; https: boolean } {
  if (!URL.canParse(text)) throw new Error('The public address is no address')
  const url = new URL(text)
  if (url.pathname !== '/' || url.search || url.hash || url.username) {
    throw new Error('The public address is an origin, without a path')
  }
  const https = url.protocol === 'https:'
  if (!https && !(url.protocol === 'http:' && loopbackHosts.has(url.hostname))) {
    throw new Error('The public address is https, or http on the loopback')
  }
  return { origin: url.origin, https }
}

function makeEdge(parts: ServerParts): Edge {
  const { origin, https } = readPublicUrl(parts.settings.publicUrl)
  if (parts.settings.csrfKey.length < 32) throw new Error('The key of the form tokens is shorter than 32 bytes')
  checkRoutes(parts.routes)
  const readable = parts.routes.filter((route) => route.kind === 'page' && route.method === 'GET').map(servedPath)
  const edge: Edge = {
    ...parts,
    origin,
    https,
    cookies: cookieNames(https),
    trusted: trustedProxies(parts.settings.trustedProxies),
    headers: securityHeaders({ https }),
    readablePaths: new Set(readable),
  }
  // An operation that the catalogue does not know throws here, at start, and not at the first visit.
  for (const route of parts.routes) levelAsked(edge, route)
  return edge
}

/** The server of the web edge, not listening yet. Throws when a setting or a route is not as it must be. */
export function createServer(parts: ServerParts): WebServer {
  const edge = makeEdge(parts)
  let served: DrainingServer | undefined
  const app = fastify({
    loggerInstance: undefined,
    genReqId: () => edge.newId(),
    requestIdHeader: false,
    bodyLimit: bodyBytesMax,
    // Raw handlers and pages stop by the same rule below; fastify's own 503 would answer only half of them.
    return503OnClosing: false,
    routerOptions: { maxParamLength: paramLengthMax, querystringParser: () => ({}) },
    frameworkErrors: (error, request, reply) => void sendError(edge, reply as FastifyReply, statusOf(error)),
    serverFactory: (handler) => {
      served = drainingServer(parts.rawHandlers ?? [], handler)
      return served.server
    },
  })
  addParsers(app)
  addHooks(app, edge)
  addRoutes(app, edge)
  return {
    async listen() {
      await app.listen({ host: edge.settings.host, port: edge.settings.port })
      if (!served) throw new Error('There is no server')
      return placeOf(served.server)
    },
    async stop({ timeLimitMs }) {
      await served?.drain(() => app.close(), timeLimitMs)
    },
  }
}

function addParsers(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (request, body, done) => {
    try {
      done(null, parseFields(body as string))
    } catch (error) {
      done(error as Error)
    }
  })
  app.addContentTypeParser('application/json', { parseAs: 'string' }, app.getDefaultJsonParser('error', 'error'))
}

function routeOf(request: FastifyRequest): Route | undefined {
  return (request.routeOptions.config as { route?: Route } | undefined)?.route
}

/** The status of a fault: what fastify says of a bad request, 503 where a fault says so itself, else 500. */
function statusOf(error: unknown): ErrorStatus {
  const told = (error as { statusCode?: unknown } | null)?.statusCode
  const known = errorStatuses.find((status) => status === told)
  if (known !== undefined) return known
  return typeof told === 'number' && told >= 400 && told < 500 ? 400 : 500
}

function addHooks(app: FastifyInstance, edge: Edge): void {
  app.addHook('onRequest', async (request, reply) => {
    startedAt.set(request, edge.clock.now())
    void reply.headers({ ...edge.headers, 'x-request-id': request.id })
    const route = routeOf(request)
    if (route?.unsafe && route.kind !== 'api' && !isSentByOurPage(request.headers, edge.origin)) {
      // Before the body is read: nobody makes us read what another site sends.
      return sendError(edge, reply, 403, { reason: 'csrf' })
    }
    return undefined
  })
  app.addHook('onResponse', async (request, reply) => {
    edge.onAnswered?.(routeOf(request)?.kind ?? 'other', reply.statusCode, reply.elapsedTime)
    edge.log.info({
      reference: request.id,
      method: request.method,
      path: redactNumbers(pathOf(request)),
      route: routeOf(request)?.id,
      status: reply.statusCode,
      ms: edge.clock.now() - (startedAt.get(request) ?? edge.clock.now()),
    })
  })
  app.setNotFoundHandler((request, reply) => sendError(edge, reply, 404))
  app.setErrorHandler((error, request, reply) => {
    const status = statusOf(error)
    if (status >= 500) logFault(edge, request, error)
    return sendError(edge, reply, status, status === 503 ? { retryAfterSeconds: 30 } : {})
  })
}

const startedAt = new WeakMap<FastifyRequest, number>()

function logFault(edge: Edge, request: FastifyRequest, error: unknown): void {
  const { message, stack } = error instanceof Error ? error : { message: String(error), stack: undefined }
  edge.log.error({
    reference: request.id,
    route: routeOf(request)?.id,
    fault: redactNumbers(message),
    stack: stack === undefined ? undefined : redactNumbers(stack),
  })
}

function addRoutes(app: FastifyInstance, edge: Edge): void {
  for (const route of edge.routes) {
    app.route({
      method: route.method,
      url: servedPath(route),
      bodyLimit: route.bodyBytesMax ?? bodyBytesMax,
      config: { route },
      handler: (request, reply) =>
        route.kind === 'api' ? serveApi(edge, route, request, reply) : servePage(edge, route, request, reply),
    })
  }
  addOwnRoutes(app, edge)
  refuseOtherMethods(app, edge)
}

/** The entrance, the two probes, and what pages load. */
function addOwnRoutes(app: FastifyInstance, edge: Edge): void {
  app.get('/', (request, reply) =>
    reply
      .code(303)
      .headers({ vary: 'accept-language, cookie', 'cache-control': 'no-store' })
      .header('content-security-policy', dataSecurityPolicy)
      .header('location', `/${languageOf(edge, request)}`)
      .send(),
  )
  const probe = (reply: FastifyReply, good: boolean): FastifyReply =>
    reply
      .code(good ? 200 : 503)
      .headers({ 'cache-control': 'no-store', 'content-security-policy': dataSecurityPolicy })
      .type('application/json; charset=utf-8')
      .send(probeText(good))
  app.get('/healthz', (request, reply) => probe(reply, true))
  app.get('/readyz', async (request, reply) => probe(reply, await edge.ready().catch(() => false)))
  for (const asset of edge.assets ?? []) {
    const caching = asset.immutable ? `public, max-age=${assetSeconds}, immutable` : 'public, max-age=3600'
    const headers = { 'cache-control': caching, 'content-security-policy': dataSecurityPolicy }
    const body = Buffer.from(asset.body)
    app.get(asset.path, (request, reply) => reply.headers(headers).type(asset.type).send(body))
  }
}

/** 405 with Allow, instead of a 404 that says the address does not exist. */
function refuseOtherMethods(app: FastifyInstance, edge: Edge): void {
  const own = ['/', '/healthz', '/readyz', ...(edge.assets ?? []).map((asset) => asset.path)]
  const served = new Map<string, Set<string>>(own.map((path) => [path, new Set(['GET'])]))
  for (const route of edge.routes) {
    const path = servedPath(route)
    served.set(path, (served.get(path) ?? new Set()).add(route.method))
  }
  for (const [path, methods] of served) {
    const others = allMethods.filter((method) => !methods.has(method))
    const allow = [...methods, ...(methods.has('GET') ? ['HEAD'] : [])].join(', ')
    app.route({
      method: others,
      url: path,
      onRequest: async (request, reply) => sendError(edge, reply.header('allow', allow), 405),
      handler: () => undefined,
    })
  }
}
