import type { z } from 'zod'
import type { AssuranceLevel, Parsed } from '#kernel'
import type { Catalogue } from './catalogue.ts'
import { checkReferences } from './check.ts'
import type { Entry, EntryProblem, ReadEntry } from './entry.ts'
import { explain } from './explain.ts'
import { isEntryKind, schemas } from './schema.ts'
import type { EntryKind, EntryValues } from './schema.ts'

/** The catalogue as entries, one row each in the store; the inverse of `catalogueFrom`. */
export function entriesOf(catalogue: Catalogue): Entry[] {
  const listed = (kind: EntryKind, values: Iterable<{ readonly code: string }>): Entry[] =>
    [...values].map(({ code, ...body }) => ({ kind, code, body }))
  return [
    { kind: 'meta', code: 'meta', body: catalogue.meta },
    { kind: 'strength', code: 'strength', body: catalogue.strength },
    ...listed('domain', catalogue.domains.values()),
    ...listed('capacity', catalogue.capacities.values()),
    ...listed('service', catalogue.services.values()),
    ...listed('role', catalogue.roles.values()),
    ...Object.values(catalogue.levels).map(({ level, ...body }): Entry => ({
      kind: 'level',
      code: String(level),
      body,
    })),
    ...listed('key', catalogue.keys.values()),
    ...listed('office', Object.values(catalogue.offices)),
    ...listed('operation', Object.values(catalogue.operations)),
    ...listed('function', catalogue.functions.values()),
    ...listed('legal-form', catalogue.legalForms.values()),
    ...listed('juridical-situation', catalogue.juridicalSituations.values()),
    ...listed('procedure', catalogue.procedures.values()),
  ]
}

/** Reads entries in any order, whole or not at all; every problem found is named, not only the first. */
export function catalogueFrom(entries: readonly Entry[]): Parsed<Catalogue, readonly EntryProblem[]> {
  const problems: EntryProblem[] = []
  const read: ReadEntry[] = []
  entries.forEach((entry, index) => {
    const found = readEntry(entry, index)
    if (found.ok) read.push(found.value)
    else problems.push(...found.error)
  })
  problems.push(...checkReferences(entries, read))
  if (problems.length > 0) return { ok: false, error: problems }
  return { ok: true, value: frozen(assemble(read)) }
}

function readEntry(entry: Entry, index: number): Parsed<ReadEntry, readonly EntryProblem[]> {
  const { kind, code } = entry
  const problem = (path: readonly PropertyKey[], message: string): EntryProblem => ({
    entry: index,
    kind,
    code,
    path: path.map((step) => (typeof step === 'number' ? step : String(step))),
    message,
  })
  if (!isEntryKind(kind)) return { ok: false, error: [problem([], `“${kind}” is no kind of entry: remove it`)] }
  const schema = schemas[kind]
  const codeRead = schema.code.safeParse(code)
  const bodyRead = (schema.body as z.ZodType<object>).safeParse(entry.body, { reportInput: true })
  const problems = [
    ...(codeRead.success ? [] : [problem(['code'], explain(codeRead.error.issues[0], 'code', code))]),
    ...(bodyRead.success
      ? []
      : bodyRead.error.issues.flatMap(onePerField).map((issue) => problem(issue.path, explain(issue)))),
  ]
  if (!bodyRead.success || problems.length > 0) return { ok: false, error: problems }
  const value = { ...identity(kind, code), ...bodyRead.data }
  return { ok: true, value: { kind, code, value, entry: index } as ReadEntry }
}

/** Unknown fields come as one finding on the object around them; each gets its own place. */
function onePerField(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== 'unrecognized_keys') return [issue]
  return issue.keys.map((field) => ({ ...issue, keys: [field], path: [...issue.path, field] }))
}

/** What the code of an entry is called in its value. */
function identity(kind: EntryKind, code: string): object {
  if (kind === 'meta' || kind === 'strength') return {}
  return kind === 'level' ? { level: Number(code) as AssuranceLevel } : { code }
}

/** Only called when the checks have shown that nothing is missing and nothing is there twice. */
function assemble(read: readonly ReadEntry[]): Catalogue {
  const sorted = read.toSorted((a, b) => (a.code < b.code ? -1 : 1))
  const map = <K extends EntryKind>(kind: K): ReadonlyMap<string, EntryValues[K]> =>
    new Map(sorted.filter((entry) => entry.kind === kind).map((entry) => [entry.code, entry.value as EntryValues[K]]))
  const one = <K extends 'meta' | 'strength'>(kind: K): EntryValues[K] => map(kind).get(kind) as EntryValues[K]
  return {
    meta: one('meta'),
    strength: one('strength'),
    domains: map('domain'),
    capacities: map('capacity'),
    services: map('service'),
    roles: map('role'),
    levels: Object.fromEntries(map('level')) as Catalogue['levels'],
    keys: map('key'),
    offices: Object.fromEntries(map('office')) as Catalogue['offices'],
    operations: Object.fromEntries(map('operation')) as Catalogue['operations'],
    functions: map('function'),
    legalForms: map('legal-form'),
    juridicalSituations: map('juridical-situation'),
    procedures: map('procedure'),
  }
}

/** One catalogue is shared by every request: a change by accident would change rights without a trace. */
function frozen<T>(value: T): T {
  if (value instanceof Map) for (const item of value.values()) frozen(item)
  else if (typeof value === 'object' && value !== null) for (const item of Object.values(value)) frozen(item)
  return Object.freeze(value)
}
