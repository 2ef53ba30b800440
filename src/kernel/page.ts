import type { Parsed } from './ruling.ts'

/** One page of a list in keyset order; `next` is the cursor of the following page, null on the last one. */
export type Page<T> = { items: T[]; next: string | null; total?: number }

/** The values of the sort columns in the last row of a page. */
export type CursorValue = string | number | null

export type CursorRefusal = 'cursor-malformed'

const cursorLengthMax = 4096

/** Writes sort values as an opaque token for an address (base64url of JSON); throws RangeError on what it cannot read back. */
export function encodeCursor(values: readonly CursorValue[]): string {
  if (!values.every(isCursorValue)) throw new RangeError('a cursor holds texts, finite numbers and null')
  const text = spelt(values)
  if (text.length > cursorLengthMax) throw new RangeError(`a cursor of ${text.length} characters is too long`)
  return text
}

/**
 * Reads a cursor back. It comes from an address and is signed by nobody: the values may be anybody's, so a query checks
 * their kinds and still filters by what the reader may see.
 */
export function decodeCursor(text: string): Parsed<CursorValue[], CursorRefusal> {
  const values = text.length > cursorLengthMax || !/^[\w-]+$/.test(text) ? null : cursorValues(text)
  // Only the one spelling that encodeCursor makes: no loose padding bits, broken UTF-8 or white space.
  if (!values || spelt(values) !== text) return { ok: false, error: 'cursor-malformed' }
  return { ok: true, value: values }
}

function spelt(values: readonly CursorValue[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url')
}

function cursorValues(text: string): CursorValue[] | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString())
    return Array.isArray(value) && value.every(isCursorValue) ? value : null
  } catch {
    return null
  }
}

function isCursorValue(x: unknown): x is CursorValue {
  return x === null || typeof x === 'string' || (typeof x === 'number' && Number.isFinite(x))
}
