import { isLanguage } from '#kernel'
import { address, html } from '#ui'
import type { Language } from '#kernel'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ErrorStatus, Problem } from './answer.ts'
import type { Edge } from './edge.ts'
import { readCookie } from './cookies.ts'
import { chooseLanguage } from './reading/language-choice.ts'
import { contentSecurityPolicy, dataSecurityPolicy } from './security-headers.ts'
import { errorTexts } from './texts/errors.ts'

/** '/nl/x?y' without its query. */
export function pathOf(request: FastifyRequest): string {
  return request.url.split('?', 1)[0] ?? '/'
}

/** The language of the address, else the visitor's. */
export function languageOf(edge: Edge, request: FastifyRequest): Language {
  const first = pathOf(request).split('/')[1]
  if (isLanguage(first)) return first
  const cookie = readCookie(request.headers.cookie, edge.cookies.language) ?? undefined
  return chooseLanguage(cookie, request.headers['accept-language'], edge.settings.language)
}

/** Whether the address belongs to programs, who get problem+json and never a page. */
function isForPrograms(request: FastifyRequest): boolean {
  const path = pathOf(request)
  return path === '/api' || path.startsWith('/api/')
}

const problemTitles: Record<ErrorStatus, string> = {
  400: 'The request is malformed',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'The data have changed meanwhile',
  413: 'The request is too large',
  415: 'The media type is not supported',
  429: 'Too many requests',
  500: 'Internal fault',
  503: 'Not available just now',
}

/** RFC 9457, with the reference that the log knows. */
export function sendProblem(reply: FastifyReply, problem: Omit<Problem, 'kind'>): FastifyReply {
  const { members, status, type, title, detail } = problem
  const reference = reply.request.id
  const instance = `urn:uuid:${reference}`
  return reply
    .code(status)
    .header('content-security-policy', dataSecurityPolicy)
    .header('cache-control', 'no-store')
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify({ ...members, type: type ?? 'about:blank', title, status, detail, instance, reference }))
}

/** The page of an error in the visitor's language, or its problem+json for a program. */
export function sendError(
  edge: Edge,
  reply: FastifyReply,
  status: ErrorStatus,
  options: { readonly reason?: 'csrf'; readonly retryAfterSeconds?: number } = {},
): FastifyReply {
  const { request } = reply
  if (options.retryAfterSeconds !== undefined) void reply.header('retry-after', String(options.retryAfterSeconds))
  if (isForPrograms(request)) return sendProblem(reply, { status, title: problemTitles[status] })
  const language = languageOf(edge, request)
  const texts = errorTexts[language]
  const { title, explanation } = texts.errors[options.reason ?? status]
  const content = html`<h1 class="govuk-heading-l">${title}</h1>
    <p class="govuk-body">${explanation}</p>
    <p class="govuk-body">${texts.desk}: ${edge.desk[language]}</p>
    <p class="govuk-body">${texts.reference}: <code>${request.id}</code></p>
    <p class="govuk-body"><a class="govuk-link" href="${address(`/${language}`)}">${texts.home}</a></p>`
  return reply
    .code(status)
    .header('content-security-policy', contentSecurityPolicy())
    .header('cache-control', 'no-store')
    .header('content-language', language)
    .type('text/html; charset=utf-8')
    .send(edge.frame({ language, title, content, path: null, signedIn: null }).toString())
}
