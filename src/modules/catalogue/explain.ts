import type { z } from 'zod'
import { languages } from '#kernel'

type Issue = z.core.$ZodIssue

/** One sentence for one finding of a schema: what is wrong, and what to write instead. */
export function explain(issue: Issue | undefined, field?: string, input?: unknown): string {
  if (issue === undefined) return 'cannot be read'
  const name = field ?? nameOf(issue.path)
  const given = input ?? issue.input
  if (given === undefined && issue.code !== 'unrecognized_keys') return missing(name)
  switch (issue.code) {
    case 'unrecognized_keys':
      return `“${name}” is not known here: remove it or correct its spelling`
    case 'invalid_type':
      return `“${name}” is ${kindOf(given)}: ${wanted(issue.expected)}`
    case 'invalid_value':
      return `“${name}” is ${shown(given)}, which is not in the list: choose ${issue.values.map(String).join(', ')}`
    case 'invalid_union':
      return `“${name}” ${issue.message}`
    default:
      return own(issue, name, given)
  }
}

/** An item of a list has no name of its own: it is counted, from 1. */
function nameOf(path: readonly PropertyKey[]): string {
  const last = path.at(-1)
  if (typeof last === 'number') return `${String(path.at(-2) ?? 'the list')}, item ${last + 1}`
  return last === undefined ? 'the entry' : String(last)
}

function own(issue: Issue, name: string, given: unknown): string {
  if (issue.message.startsWith('is ') || !/^(Too|Invalid)/.test(issue.message)) return `“${name}” ${issue.message}`
  if (issue.code === 'too_big') return `“${name}” is ${shown(given)}: write ${String(issue.maximum)} or less`
  if (issue.code === 'too_small') return `“${name}” is ${shown(given)}: write ${String(issue.minimum)} or more`
  return `“${name}” is ${shown(given)}, which has another form: correct it`
}

function missing(name: string): string {
  const language = languages.find((known) => known === name)
  if (language !== undefined)
    return `the text in “${language}” is missing: every text is written in ${languages.join(', ')}`
  return `“${name}” is missing: add it`
}

function wanted(expected: string): string {
  if (expected === 'string') return 'write a text, in quotes when it looks like a number, a date, true or false'
  if (expected === 'boolean') return 'write true or false'
  if (expected === 'array') return 'write a list, with [ ] or one line with a hyphen for each'
  if (expected === 'object') return 'write fields, one a line, under it'
  return `write ${expected === 'int' ? 'a whole number' : 'a number'}`
}

function kindOf(given: unknown): string {
  if (given === null) return 'empty'
  if (Array.isArray(given)) return 'a list'
  if (typeof given === 'object') return 'a set of fields'
  return `${typeof given === 'string' ? 'the text' : `the ${typeof given}`} ${shown(given)}`
}

function shown(given: unknown): string {
  if (given !== null && typeof given === 'object') return kindOf(given)
  const text = String(given)
  return `“${text.length > 60 ? `${text.slice(0, 60)}…` : text}”`
}
