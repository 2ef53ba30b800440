import { parseRevision, type Revision } from '#database'
import { parseAssuranceLevel, type AssuranceLevel, type Parsed } from '#kernel'
import { z } from 'zod'

export interface AskedContext {
  readonly capacity: string | null
  readonly level: AssuranceLevel | null
  /** What the answer must have seen. */
  readonly minRevision: Revision | null
}

/** One question, as the specification shapes it: what it does not name is ignored (Authorization API 1.0, Access Evaluation). */
export interface Evaluation {
  readonly subject: { readonly type: string; readonly id: string }
  readonly action: { readonly name: string }
  readonly resource: { readonly type: string; readonly id: string }
  readonly context: AskedContext
}

export const semantics = ['execute_all', 'deny_on_first_deny', 'permit_on_first_permit'] as const
export type Semantic = (typeof semantics)[number]

export interface Batch {
  readonly semantic: Semantic
  /** In the order asked; one that is malformed carries what is wrong with it. */
  readonly evaluations: readonly Parsed<Evaluation, string>[]
}

const batchMax = 100

const text = z.string().min(1).max(400)
const properties = z.record(z.string(), z.unknown()).optional()
const level = z.union([z.string().max(10), z.number()]).transform((value, context): AssuranceLevel => {
  const parsed = parseAssuranceLevel(value)
  if (parsed.ok) return parsed.value
  context.addIssue({ code: 'custom', message: 'is not an assurance level' })
  return z.NEVER
})
const revision = z.string().transform((value, context): Revision => {
  const parsed = parseRevision(value)
  if (parsed.ok) return parsed.value
  context.addIssue({ code: 'custom', message: 'is not a revision' })
  return z.NEVER
})
/** Somebody or something, wholly named. */
export const entityShape = z.object({ type: text, id: text, properties })
export const nameShape = z.object({ name: text, properties })
export const contextShape = z
  .object({ capacity: text.optional(), assurance_level: level.optional(), min_revision: revision.optional() })
  .optional()
const evaluation = z.object({ subject: entityShape, action: nameShape, resource: entityShape, context: contextShape })

/** The first thing that is wrong, with its place: never the value that was sent. */
export function faultOf(error: z.ZodError, otherwise = 'The request is not an evaluation'): string {
  const [issue] = error.issues
  const place = issue?.path.join('.') ?? ''
  return place === '' ? otherwise : `${place}: ${issue?.message ?? 'is malformed'}`
}

/** Reads one evaluation; the error is a sentence for the caller's developer. */
export function parseEvaluation(body: unknown): Parsed<Evaluation, string> {
  const parsed = evaluation.safeParse(body)
  if (!parsed.success) return { ok: false, error: faultOf(parsed.error) }
  const { subject, action, resource, context } = parsed.data
  return {
    ok: true,
    value: {
      subject: { type: subject.type, id: subject.id },
      action: { name: action.name },
      resource: { type: resource.type, id: resource.id },
      context: {
        capacity: context?.capacity ?? null,
        level: context?.assurance_level ?? null,
        minRevision: context?.min_revision ?? null,
      },
    },
  }
}

const batch = z.object({
  evaluations: z.array(z.unknown()).optional(),
  options: z.object({ evaluations_semantic: z.enum(semantics).optional() }).optional(),
})

type Loose = Readonly<Record<string, unknown>>
const isLoose = (value: unknown): value is Loose => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The required members that a more precise entity may leave to the default one (certification scenario, default value merging). */
const inherited = ['type', 'id', 'name'] as const

function merged(byDefault: unknown, own: unknown): unknown {
  if (own === undefined) return byDefault
  if (!isLoose(own) || !isLoose(byDefault)) return own
  const missing = inherited.filter((name) => own[name] === undefined && byDefault[name] !== undefined)
  return { ...own, ...Object.fromEntries(missing.map((name) => [name, byDefault[name]])) }
}

/**
 * Reads a batch: each evaluation with the defaults that stand beside the list. Without evaluations it is one evaluation:
 * null. The error is of the whole request; what is wrong with one evaluation stands in its place.
 */
export function parseBatch(body: unknown): Parsed<Batch | null, string> {
  const parsed = batch.safeParse(body)
  if (!parsed.success) return { ok: false, error: faultOf(parsed.error) }
  const { evaluations = [], options } = parsed.data
  if (evaluations.length === 0) return { ok: true, value: null }
  if (evaluations.length > batchMax) return { ok: false, error: `evaluations: at most ${batchMax} at once` }
  const defaults = body as Loose
  const one = (own: unknown): Parsed<Evaluation, string> => {
    if (!isLoose(own)) return { ok: false, error: 'The request is not an evaluation' }
    return parseEvaluation({
      subject: merged(defaults['subject'], own['subject']),
      action: merged(defaults['action'], own['action']),
      resource: merged(defaults['resource'], own['resource']),
      context: own['context'] ?? defaults['context'],
    })
  }
  const semantic = options?.evaluations_semantic ?? 'execute_all'
  return { ok: true, value: { semantic, evaluations: evaluations.map(one) } }
}
