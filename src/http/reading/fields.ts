import type { Fields } from '../requests.ts'

const fieldsMax = 2_000

/** Thrown for a form or query with more fields than any page of ours has. */
class TooManyFields extends Error {
  readonly statusCode = 413
}

/**
 * Reads a form body or a query, flat: 'a[b]' is only a name. A name that comes several times becomes a list.
 * The record has no prototype, so that a field called __proto__ is a field.
 */
export function parseFields(text: string): Fields {
  const fields = Object.create(null) as Record<string, string | string[]>
  let count = 0
  for (const [name, value] of new URLSearchParams(text)) {
    if (++count > fieldsMax) throw new TooManyFields('more fields than a form of ours has')
    const known = fields[name]
    if (known === undefined) fields[name] = value
    else if (typeof known === 'string') fields[name] = [known, value]
    else known.push(value)
  }
  return fields
}
