import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ApiAnswer } from './answer.ts'
import type { Edge } from './edge.ts'
import { languageOf, pathOf, sendError, sendProblem } from './error-pages.ts'
import type { SignedIn } from './requests.ts'
import { needsSignIn } from './route-table.ts'
import type { ApiRoute } from './route-table.ts'
import { dataSecurityPolicy } from './security-headers.ts'
import { ipOf, levelAsked, queryOf } from './serve-page.ts'

function bearerOf(authorization: string | undefined): string | null {
  return /^Bearer +([A-Za-z0-9._~+/-]+=*)$/i.exec(authorization ?? '')?.[1] ?? null
}

function challenge(reply: FastifyReply, detail: string, parameters: string): FastifyReply {
  void reply.header('www-authenticate', `Bearer realm="claviger"${parameters}`)
  return sendProblem(reply, { status: 401, title: 'Sign-in needed', detail })
}

/** RFC 6750 for a missing or unknown token, RFC 9470 for one that is too weak or too old. */
function refusal(edge: Edge, route: ApiRoute, caller: SignedIn | null, reply: FastifyReply): FastifyReply | null {
  if (!needsSignIn(route)) return null
  const level = levelAsked(edge, route)
  if (!caller) {
    const told = reply.request.headers.authorization === undefined ? '' : ', error="invalid_token"'
    return challenge(reply, 'Send an access token: Authorization: Bearer …', told)
  }
  if (level !== null && caller.level < level) {
    const asked = `, error="insufficient_user_authentication", acr_values="urn:claviger:level:${level}"`
    return challenge(reply, `This needs a sign-in at level ${level}`, asked)
  }
  if (route.access.fresh && !caller.fresh) {
    const asked = ', error="insufficient_user_authentication", max_age="300"'
    return challenge(reply, 'This needs a fresh sign-in', asked)
  }
  return null
}

export async function serveApi(
  edge: Edge,
  route: ApiRoute,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const contentType = request.headers['content-type']
  if (contentType !== undefined && !/^application\/json\b/i.test(contentType)) return sendError(edge, reply, 415)
  const authorization = request.headers.authorization
  const token = bearerOf(authorization)
  const caller = token === null ? null : ((await edge.accessTokens?.load(token)) ?? null)
  const refused = refusal(edge, route, caller, reply)
  if (refused) return refused
  const answer = await route.handler({
    requestId: request.id,
    now: edge.clock.now(),
    ip: ipOf(edge, request),
    path: pathOf(request),
    params: { ...(request.params as Record<string, string>) },
    query: queryOf(request),
    language: languageOf(edge, request),
    caller,
    body: request.body ?? null,
    authorization: authorization ?? null,
  })
  return send(edge, reply, answer)
}

function send(edge: Edge, reply: FastifyReply, answer: ApiAnswer): FastifyReply {
  void reply.header('cache-control', 'no-store').header('content-security-policy', dataSecurityPolicy)
  switch (answer.kind) {
    case 'json':
      return reply
        .code(answer.status ?? 200)
        .headers(answer.headers ?? {})
        .type('application/json; charset=utf-8')
        .send(JSON.stringify(answer.body))
    case 'empty':
      return reply
        .code(204)
        .headers(answer.headers ?? {})
        .send()
    case 'problem':
      return sendProblem(reply, answer)
    case 'not-found':
      return sendError(edge, reply, 404)
  }
}
