import { sql, type RawBuilder } from 'kysely'

/**
 * A column of many rows as one parameter: texts joined by line ends, empty for null, so that neither side has to quote each of them.
 * In `ROWS FROM` the missing end of a column reads as null. Throws RangeError for a text that is empty or holds a line end.
 */
export const column = (values: readonly (string | null)[]): RawBuilder<unknown> => sql`unnest(${texts(values)})`

/** The same as an array. */
export function texts(values: readonly (string | null)[]): RawBuilder<string[]> {
  const text = values.join('\n')
  const ends = values.length === 0 ? 0 : values.length - 1
  if (lineEndsIn(text) !== ends || values.includes(''))
    throw new RangeError('a text of a column holds a line end or nothing')
  return sql`string_to_array(${text}::text, E'\n', '')`
}

function lineEndsIn(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++
  return count
}
