import { parseRevision, type Revision } from '#database'
import { parseAssuranceLevel, type AssuranceLevel, type Parsed } from '#kernel'

// Read by hand: a question is answered in a few microseconds, and a general reader of shapes would take longer than the answer.

/** What is wrong with a request, with its place: never the value that was sent. */
class Malformed extends Error {}

/** Reads by `read`; the error is a sentence for the caller's developer. */
export function shaped<T>(read: () => T): Parsed<T, string> {
  try {
    return { ok: true, value: read() }
  } catch (fault) {
    if (fault instanceof Malformed) return { ok: false, error: fault.message }
    throw fault
  }
}

type Loose = Readonly<Record<string, unknown>>

export const isLoose = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export function objectAt(value: unknown, place: string): Loose {
  if (isLoose(value)) return value
  throw new Malformed(`${place}: ${value === undefined ? 'is missing' : 'is not an object'}`)
}

export function listAt(value: unknown, place: string, max: number): readonly unknown[] {
  if (Array.isArray(value) && value.length <= max) return value as unknown[]
  throw new Malformed(`${place}: is not a list of at most ${max}`)
}

export const textMax = 400

export function textAt(value: unknown, place: string, max = textMax): string {
  if (typeof value === 'string' && value.length > 0 && value.length <= max) return value
  throw new Malformed(`${place}: ${value === undefined ? 'is missing' : `is not a text of 1 to ${max} characters`}`)
}

/** A whole number above 0, or undefined where there is none. */
export function countAt(value: unknown, place: string): number | undefined {
  if (value === undefined || (typeof value === 'number' && Number.isSafeInteger(value) && value > 0)) return value
  throw new Malformed(`${place}: is not a whole number above 0`)
}

export function oneOf<const T extends string>(value: unknown, known: readonly T[], place: string): T {
  const found = known.find((one) => one === value)
  if (found !== undefined) return found
  throw new Malformed(`${place}: is none of ${known.join(', ')}`)
}

/** Somebody or something, wholly named. */
export interface Entity {
  readonly type: string
  readonly id: string
}

function optionalObject(value: unknown, place: string): void {
  if (value !== undefined) objectAt(value, place)
}

export function entityAt(value: unknown, place: string): Entity {
  const found = objectAt(value, place)
  optionalObject(found['properties'], `${place}.properties`)
  return { type: textAt(found['type'], `${place}.type`), id: textAt(found['id'], `${place}.id`) }
}

/** Of what is looked for only the type is read. */
export function typeAt(value: unknown, place: string): string {
  return textAt(objectAt(value, place)['type'], `${place}.type`)
}

/** The name of an action. */
export function actionAt(value: unknown): string {
  const found = objectAt(value, 'action')
  optionalObject(found['properties'], 'action.properties')
  return textAt(found['name'], 'action.name')
}

export interface AskedContext {
  readonly capacity: string | null
  readonly level: AssuranceLevel | null
  /** What the answer must have seen. */
  readonly minRevision: Revision | null
}

export const noContext: AskedContext = { capacity: null, level: null, minRevision: null }

export function contextAt(value: unknown): AskedContext {
  if (value === undefined) return noContext
  const { capacity, assurance_level: level, min_revision: revision } = objectAt(value, 'context')
  return {
    capacity: capacity === undefined ? null : textAt(capacity, 'context.capacity'),
    level: level === undefined ? null : levelAt(level),
    minRevision: revision === undefined ? null : revisionAt(revision),
  }
}

function levelAt(value: unknown): AssuranceLevel {
  const parsed = typeof value === 'string' || typeof value === 'number' ? parseAssuranceLevel(value) : null
  if (parsed?.ok) return parsed.value
  throw new Malformed('context.assurance_level: is not an assurance level')
}

function revisionAt(value: unknown): Revision {
  const parsed = parseRevision(value)
  if (parsed.ok) return parsed.value
  throw new Malformed('context.min_revision: is not a revision')
}
