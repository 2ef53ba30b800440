import { isLanguage } from '#kernel'
import { csrfFieldName, parseAddress } from '#ui'
import type { AssuranceLevel, Language } from '#kernel'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Answer } from './answer.ts'
import { isCookiePath, readCookie, writeCookie } from './cookies.ts'
import type { Edge } from './edge.ts'
import { languageOf, pathOf, sendError } from './error-pages.ts'
import { clientAddress } from './reading/client-address.ts'
import { isToken, visitToken } from './reading/csrf.ts'
import { parseFields } from './reading/fields.ts'
import { openTyped, sealTyped, typedSecondsMax } from './reading/typed.ts'
import type { Fields, PageRequest, SignedIn, WebSession } from './requests.ts'
import { oneField } from './requests.ts'
import { needsSignIn, servedPath } from './route-table.ts'
import type { PageRoute, Route, SystemRoute } from './route-table.ts'
import { contentSecurityPolicy, dataSecurityPolicy } from './security-headers.ts'

const languageCookieSeconds = 365 * 24 * 60 * 60
const visitPattern = /^[A-Za-z0-9_-]{43}$/

/** The level that the route asks; null for any. */
export function levelAsked(edge: Edge, route: Route): AssuranceLevel | null {
  const { level } = route.access
  return typeof level === 'string' ? edge.levelOf(level) : level
}

export function ipOf(edge: Edge, request: FastifyRequest): string {
  const forwarded = request.headers['x-forwarded-for']
  const text = Array.isArray(forwarded) ? forwarded.join(',') : forwarded
  return clientAddress(request.socket.remoteAddress ?? '', text, edge.trusted)
}

export function queryOf(request: FastifyRequest): Fields {
  const start = request.url.indexOf('?')
  return parseFields(start < 0 ? '' : request.url.slice(start + 1))
}

type Visit = { readonly session: WebSession | null; readonly cookie: string | null; readonly csrf: string }

/**
 * Loads the session. Who is not signed in gets a visit cookie, on which the token of their forms rests: it stays the same
 * when a sign-in begins, so that the sign-in page of a second tab still works.
 */
async function visitOf(edge: Edge, request: FastifyRequest, reply: FastifyReply): Promise<Visit> {
  const cookie = readCookie(request.headers.cookie, edge.cookies.session)
  const session = cookie === null ? null : await edge.sessions.load(cookie)
  if (session?.signedIn) return { session, cookie, csrf: session.csrf }
  let visit = readCookie(request.headers.cookie, edge.cookies.visit)
  if (!visit || !visitPattern.test(visit)) {
    visit = Buffer.from(edge.randomBytes(32)).toString('base64url')
    if (request.method === 'GET') addCookie(reply, writeCookie(edge.cookies.visit, visit, edge))
  }
  return { session, cookie, csrf: visitToken(edge.settings.csrfKey, visit) }
}

function addCookie(reply: FastifyReply, line: string): void {
  void reply.header('set-cookie', line)
}

/** Where the sign-in comes back to: this page, or the home page when this address cannot be read. */
function returnAddress(edge: Edge, route: Route, request: FastifyRequest, language: Language): string {
  if (request.method === 'GET' || request.method === 'HEAD') return request.url
  return edge.readablePaths.has(servedPath(route)) ? pathOf(request) : `/${language}`
}

/** The address of the sign-in page that leads to what this visitor still lacks, or null when they lack nothing. */
function signInAddress(
  edge: Edge,
  route: Route,
  request: FastifyRequest,
  who: { readonly signedIn: SignedIn | null; readonly language: Language },
): string | null {
  if (!needsSignIn(route)) return null
  const level = levelAsked(edge, route)
  const { signedIn, language } = who
  const tooLow = signedIn !== null && level !== null && signedIn.level < level
  const tooOld = route.access.fresh === true && !signedIn?.fresh
  if (signedIn && !tooLow && !tooOld) return null
  const query = new URLSearchParams({ to: returnAddress(edge, route, request, language) })
  if (level !== null) query.set('level', String(level))
  if (route.access.fresh) query.set('fresh', '1')
  return `/${language}/sign-in?${query.toString()}`
}

function rememberLanguage(edge: Edge, route: Route, language: Language, reply: FastifyReply): void {
  if (route.kind !== 'page') return
  if (readCookie(reply.request.headers.cookie, edge.cookies.language) === language) return
  addCookie(reply, writeCookie(edge.cookies.language, language, { ...edge, secondsMax: languageCookieSeconds }))
}

const keepsTyped = (route: PageRoute | SystemRoute): boolean => route.kind === 'page' && route.keepsTyped === true

/** Puts what was typed where only this form finds it again, for its sender alone; false when it is too much. */
function keepTyped(edge: Edge, reply: FastifyReply, { person }: SignedIn, fields: Fields): boolean {
  const path = pathOf(reply.request)
  if (!isCookiePath(path)) return false
  const sealer = { secret: edge.settings.csrfKey, randomBytes: edge.randomBytes }
  const sealed = sealTyped(sealer, { person: person.id, path }, edge.clock.now(), fields)
  addCookie(reply, writeCookie(edge.cookies.typed, sealed, { ...edge, path, secondsMax: typedSecondsMax }))
  return sealed !== null
}

/** What was kept of this form; it is given once. */
function takeTyped(edge: Edge, reply: FastifyReply, { person }: SignedIn): Fields | null {
  const path = pathOf(reply.request)
  const cookie = readCookie(reply.request.headers.cookie, edge.cookies.typed)
  if (cookie === null || !isCookiePath(path)) return null
  addCookie(reply, writeCookie(edge.cookies.typed, null, { ...edge, path }))
  return openTyped(edge.settings.csrfKey, { person: person.id, path }, edge.clock.now(), cookie)
}

/** One page: language, session, access, form token, handler, answer. The origin of the form was checked before its body. */
export async function servePage(
  edge: Edge,
  route: PageRoute | SystemRoute,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const params = { ...(request.params as Record<string, string>) }
  if (route.kind === 'page' && !isLanguage(params['language'])) return sendError(edge, reply, 404)
  const language = languageOf(edge, request)
  delete params['language']
  const { session, cookie, csrf } = await visitOf(edge, request, reply)
  const signedIn = session?.signedIn ?? null
  const form = (request.body ?? Object.create(null)) as Fields
  const isOurForm = isToken(oneField(form, csrfFieldName), csrf)
  const elsewhere = signInAddress(edge, route, request, { signedIn, language })
  if (elsewhere !== null) {
    const isTyped = route.unsafe && keepsTyped(route)
    const isKept = isTyped && isOurForm && signedIn !== null && keepTyped(edge, reply, signedIn, form)
    const told = isTyped ? `&typed=${isKept ? 'kept' : 'lost'}` : ''
    return send(edge, reply, { kind: 'redirect', to: `${elsewhere}${told}` }, language)
  }
  if (route.unsafe && !isOurForm) return sendError(edge, reply, 403, { reason: 'csrf' })
  const typed = !route.unsafe && keepsTyped(route) && signedIn ? takeTyped(edge, reply, signedIn) : null
  const answer = await route.handler({
    requestId: request.id,
    page: route.id,
    now: edge.clock.now(),
    ip: ipOf(edge, request),
    path: pathOf(request),
    params,
    query: queryOf(request),
    language,
    session: signedIn,
    csrf,
    sessionCookie: cookie,
    form,
    ...(typed === null ? {} : { typed }),
  } satisfies PageRequest)
  if (answer.kind === 'html' && answer.typed && keepsTyped(route) && signedIn)
    keepTyped(edge, reply, signedIn, answer.typed)
  rememberLanguage(edge, route, language, reply)
  return send(edge, reply, answer, language)
}

function fileHeader(name: string): string {
  const plain = name.replaceAll(/[^A-Za-z0-9._-]/g, '_')
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replaceAll(/['()*]/g, '_')}`
}

function send(edge: Edge, reply: FastifyReply, answer: Answer, language: Language): FastifyReply {
  void reply.header('cache-control', 'no-store')
  if ('session' in answer && answer.session) {
    addCookie(reply, writeCookie(edge.cookies.session, answer.session.cookie, edge))
  }
  switch (answer.kind) {
    case 'html':
      return reply
        .code(answer.status ?? 200)
        .header(
          'content-security-policy',
          contentSecurityPolicy([...(edge.settings.formAction ?? []), ...(answer.formAction ?? [])]),
        )
        .header('content-language', language)
        .type('text/html; charset=utf-8')
        .send(answer.html.toString())
    case 'redirect': {
      const to = parseAddress(answer.to)
      if (!to || !answer.to.startsWith('/')) throw new TypeError('A page redirects only to a path of this site')
      return reply.code(303).header('content-security-policy', dataSecurityPolicy).header('location', to.text).send()
    }
    case 'leave':
      return reply
        .code(303)
        .header('content-security-policy', dataSecurityPolicy)
        .header('location', answer.to.href)
        .send()
    case 'file':
      return reply
        .header('content-security-policy', dataSecurityPolicy)
        .header('content-disposition', fileHeader(answer.name))
        .type(answer.type)
        .send(typeof answer.body === 'string' ? answer.body : Buffer.from(answer.body))
    case 'not-found':
      return sendError(edge, reply, 404)
    case 'error':
      return sendError(edge, reply, answer.status, answer)
  }
}
