import type { Parsed } from '#kernel'
import {
  actionAt,
  contextAt,
  entityAt,
  isLoose,
  listAt,
  objectAt,
  oneOf,
  shaped,
  type AskedContext,
  type Entity,
} from './shapes.ts'

/** One question, as the specification shapes it: what it does not name is ignored (Authorization API 1.0, Access Evaluation). */
export interface Evaluation {
  readonly subject: Entity
  /** The name of the action. */
  readonly action: string
  readonly resource: Entity
  readonly context: AskedContext
}

export const semantics = ['execute_all', 'deny_on_first_deny', 'permit_on_first_permit'] as const
export type Semantic = (typeof semantics)[number]

export interface Batch {
  readonly semantic: Semantic
  /** In the order asked; of one that is malformed, what is wrong with it. */
  readonly evaluations: readonly (Evaluation | string)[]
}

export const batchMax = 100

/** Reads one evaluation; the error is a sentence for the caller's developer. */
export function parseEvaluation(body: unknown): Parsed<Evaluation, string> {
  return shaped(() => {
    const { subject, action, resource, context } = objectAt(body, 'The request')
    return evaluationOf(subject, action, resource, context)
  })
}

const evaluationOf = (subject: unknown, action: unknown, resource: unknown, context: unknown): Evaluation => ({
  subject: entityAt(subject, 'subject'),
  action: actionAt(action),
  resource: entityAt(resource, 'resource'),
  context: contextAt(context),
})

/** The required members that a more precise entity may leave to the default one (certification scenario, default value merging). */
const inherited = ['type', 'id', 'name'] as const

function merged(byDefault: unknown, own: unknown): unknown {
  if (own === undefined) return byDefault
  if (!isLoose(own) || !isLoose(byDefault)) return own
  const missing = inherited.filter((name) => own[name] === undefined && byDefault[name] !== undefined)
  if (missing.length === 0) return own
  return { ...own, ...Object.fromEntries(missing.map((name) => [name, byDefault[name]])) }
}

/**
 * Reads a batch: each evaluation with the defaults that stand beside the list. Without evaluations it is one evaluation:
 * null. The error is of the whole request; what is wrong with one evaluation stands in its place.
 */
export function parseBatch(body: unknown): Parsed<Batch | null, string> {
  return shaped(() => batchOf(objectAt(body, 'The request')))
}

function batchOf({ evaluations, options, ...defaults }: Readonly<Record<string, unknown>>): Batch | null {
  const asked = options === undefined ? undefined : objectAt(options, 'options')['evaluations_semantic']
  const semantic = asked === undefined ? 'execute_all' : oneOf(asked, semantics, 'options.evaluations_semantic')
  const all = evaluations === undefined ? [] : listAt(evaluations, 'evaluations', batchMax)
  if (all.length === 0) return null
  const { subject, action, resource, context } = defaults
  const one = (own: unknown): Evaluation | string => {
    const read = shaped(() => {
      const named = objectAt(own, 'The evaluation')
      return evaluationOf(
        merged(subject, named['subject']),
        merged(action, named['action']),
        merged(resource, named['resource']),
        named['context'] ?? context,
      )
    })
    return read.ok ? read.value : read.error
  }
  return { semantic, evaluations: all.map(one) }
}
