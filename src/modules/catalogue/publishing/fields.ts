import { isDeepStrictEqual } from 'node:util'

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Where two bodies differ, as paths such as 'name.fr', in the order of the alphabet; a list counts as one. */
export function fieldsThatDiffer(one: unknown, other: unknown, path = ''): string[] {
  if (isDeepStrictEqual(one, other)) return []
  if (!isFields(one) || !isFields(other)) return [path]
  const fields = [...new Set([...Object.keys(one), ...Object.keys(other)])].toSorted()
  return fields.flatMap((field) => fieldsThatDiffer(one[field], other[field], path === '' ? field : `${path}.${field}`))
}
