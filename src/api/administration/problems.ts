import { redactNumbers, type ApiAnswer, type ApiRequest, type Problem } from '#http'
import type { Catalogue } from '#catalogue'
import { isLanguage, type Language } from '#kernel'
import { officeWords, operationTexts, type Refusal, type Refused } from '#operations'
import type { z } from 'zod'

/** What HTTP says of each refusal: forbidden to this person, not there, at odds with the present state, or not possible as asked. */
export const refusalStatuses = {
  'not-yours': 404,
  'level-too-low': 403,
  'enterprise-ceased': 409,
  'emergency-stop': 409,
  'not-legal-representative': 403,
  'second-representative-needed': 403,
  'not-registered': 409,
  'already-registered': 409,
  'outside-your-scope': 403,
  'domain-unknown': 404,
  'domain-already-open': 409,
  'domain-not-open': 409,
  'capacity-unknown': 404,
  'capacity-already-active': 409,
  'capacity-not-active': 409,
  'rsz-number-missing': 422,
  'recognition-missing': 422,
  'self-appointment': 403,
  'ground-not-in-register': 422,
  'candidate-waiting': 409,
  'already-in-office': 409,
  'appointment-unknown': 404,
  'appointment-not-waiting': 409,
  'not-the-appointee': 403,
  'already-suspended': 409,
  'not-suspended': 409,
  'ground-lost': 403,
  'awaits-confirmation': 409,
  'nothing-to-confirm': 409,
  'already-user': 409,
  'user-unknown': 404,
  'service-unknown': 404,
  'service-not-offered': 422,
  'service-opened-by-role': 422,
  'service-granted-elsewhere': 422,
  'already-given': 409,
  'not-given': 409,
  'already-blocked': 409,
  'not-blocked': 409,
  'blocked-by-higher-office': 403,
  'period-in-the-past': 422,
  'period-reversed': 422,
  'period-outside-membership': 422,
  'already-stopped': 409,
  'not-stopped': 409,
  'proposal-unknown': 404,
  'own-proposal': 403,
  'proposal-waiting': 409,
  'act-unknown': 404,
  'not-undoable': 409,
  'already-undone': 409,
  'undo-too-late': 409,
  'acted-on-since': 409,
  'end-unknown': 409,
  'own-enterprise': 403,
  'recognition-not-asked': 422,
  'already-recognised': 409,
  'number-or-contact-needed': 422,
  'stand-in-unknown': 404,
  'already-stood-in': 409,
  'stand-in-too-long': 422,
  'outlasts-office': 422,
  'outlasts-stand-in': 422,
  'named-otherwise': 409,
  'nothing-to-keep': 409,
  'not-on-your-list': 409,
} as const satisfies Record<Refusal, 403 | 404 | 409 | 422>

/** The language that the caller reads; English where the request does not say. */
export function languageOf(request: ApiRequest & { readonly language?: unknown }): Language {
  return isLanguage(request.language) ? request.language : 'en'
}

const typeOf = (code: string): string => `urn:problem-type:claviger:${code}`

/** 'outside-your-scope' → 'Outside your scope'. */
function titleOf(code: string): string {
  const words = code.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** A refusal as the caller reads it. Whoever is nothing to the enterprise gets the one answer that an unknown address gets (I4). */
export function refusalAnswer(request: ApiRequest, catalogue: Catalogue, refused: Refused): ApiAnswer {
  const { reason, levelNeeded } = refused
  if (reason === 'not-yours') return { kind: 'not-found' }
  const language = languageOf(request)
  const level = levelNeeded === undefined ? undefined : catalogue.levels[levelNeeded].name[language]
  return {
    kind: 'problem',
    status: refusalStatuses[reason],
    type: typeOf(reason),
    title: titleOf(reason),
    detail: operationTexts[language].refusal(reason, officeWords(catalogue, language), level),
    ...(levelNeeded === undefined ? {} : { members: { levelNeeded } }),
  }
}

/** One thing that is wrong with what was sent; never the value. */
export interface InputIssue {
  readonly in: 'body' | 'query'
  /** RFC 6901. */
  readonly pointer: string
  readonly code: string
}

const codePattern = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/

function codeOf(issue: z.core.$ZodIssue, sent: unknown): string {
  // Our own parse functions and patterns give their code as the message.
  if (codePattern.test(issue.message)) return issue.message
  const value = issue.path.reduce<unknown>(
    (at, name) => (at as Record<PropertyKey, unknown> | null | undefined)?.[name],
    sent,
  )
  if (issue.code === 'invalid_type') return value === undefined ? 'required' : 'wrong-type'
  if (issue.code === 'invalid_value') return value === undefined ? 'required' : 'not-a-choice'
  if (issue.code === 'too_big') return 'too-large'
  return issue.code === 'too_small' ? 'too-small' : 'malformed'
}

const pointerOf = (path: readonly PropertyKey[]): string =>
  path
    .map((part) => `/${redactNumbers(String(part).slice(0, 100)).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('')

function issuesOf(where: InputIssue['in'], error: z.ZodError, sent: unknown): InputIssue[] {
  return error.issues.flatMap((issue): InputIssue[] => {
    if (issue.code !== 'unrecognized_keys')
      return [{ in: where, pointer: pointerOf(issue.path), code: codeOf(issue, sent) }]
    return issue.keys.map((key) => ({ in: where, pointer: pointerOf([...issue.path, key]), code: 'unknown-field' }))
  })
}

/** What was sent is not of the documented shape: every field that is wrong, by JSON pointer and code. */
export function inputProblem(where: InputIssue['in'], error: z.ZodError, sent: unknown): Problem {
  return {
    kind: 'problem',
    status: 400,
    type: typeOf('input-invalid'),
    title: titleOf('input-invalid'),
    members: { issues: issuesOf(where, error, sent).slice(0, 50) },
  }
}
