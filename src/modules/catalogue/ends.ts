import type { CivilDay } from '#kernel'
import { catalogueFrom } from './entries.ts'
import type { Entry, EntryProblem } from './entry.ts'
import type { EntryKind } from './schema.ts'

/** A field of a kind of entry that names an entry of another kind. */
type Reference = { readonly field: string; readonly to: EntryKind }

/** What an entry cannot be without: it ends no later than what it names here. */
const needs: Readonly<Record<string, Reference>> = {
  capacity: { field: 'domain', to: 'domain' },
  service: { field: 'domain', to: 'domain' },
  role: { field: 'service', to: 'service' },
}

/** Lists of entries, which grow shorter when one of them ends. */
const lists: Readonly<Record<string, Reference>> = {
  capacity: { field: 'services', to: 'service' },
  role: { field: 'excludes', to: 'role' },
  function: { field: 'legalForms', to: 'legal-form' },
}

type Named = Pick<Entry, 'kind' | 'code'>
/** How an entry is called in reports, such as 'service/dimona'. */
export const nameOf = ({ kind, code }: Named): string => `${kind}/${code}`

const fieldOf = ({ body }: Entry, field: string): unknown => (body as Readonly<Record<string, unknown>>)[field]

/** The entry that this one cannot be without; null where there is none. */
export function neededBy(entry: Entry): string | null {
  const need = needs[entry.kind]
  return need ? nameOf({ kind: need.to, code: String(fieldOf(entry, need.field)) }) : null
}

/** The last day of an entry that its files, or a page, have given an end. */
export function untilOf(entry: Entry): CivilDay | null {
  return (fieldOf(entry, 'until') as CivilDay | undefined) ?? null
}

/** The entries, each with its list cut to what `stands` says is there. */
export function cutLists<E extends Entry>(entries: readonly E[], stands: (name: string) => boolean): E[] {
  return entries.map((entry) => {
    const list = lists[entry.kind]
    const named = list && fieldOf(entry, list.field)
    if (!list || !Array.isArray(named)) return entry
    const left = named.filter((code: string) => stands(nameOf({ kind: list.to, code })))
    return left.length === named.length ? entry : { ...entry, body: { ...(entry.body as object), [list.field]: left } }
  })
}

/** The entry, its list still naming what that of `before` named and `kept` says stays. */
export function keepListed<E extends Entry>(entry: E, before: Entry, kept: (name: string) => boolean): E {
  const list = lists[entry.kind]
  const [now, then] = list ? [fieldOf(entry, list.field), fieldOf(before, list.field)] : []
  if (!list || !Array.isArray(now) || !Array.isArray(then)) return entry
  const stays = (code: string) => now.includes(code) || kept(nameOf({ kind: list.to, code }))
  if (!then.some((code: string) => !now.includes(code) && stays(code))) return entry
  // In the order of before: what only stays is no change.
  const named = [...then.filter(stays), ...now.filter((code) => !then.includes(code))]
  return { ...entry, body: { ...(entry.body as object), [list.field]: named } }
}

/**
 * What the ends of entries would break: on the day after each of them the rest must again be a whole catalogue. Asked of
 * entries that are whole while all of them stand.
 */
export function checkEnds(entries: readonly Entry[]): EntryProblem[] {
  const early = endsTooEarly(entries)
  if (early.length > 0) return early
  const days = new Set(entries.flatMap((entry) => untilOf(entry) ?? []))
  const seen = new Set<string>()
  return [...days].toSorted().flatMap((day) =>
    problemsAfter(entries, day).flatMap((problem) => {
      const key = JSON.stringify([problem.entry, problem.path, problem.message])
      if (seen.has(key)) return []
      seen.add(key)
      return [{ ...problem, message: `after ${day}: ${problem.message}` }]
    }),
  )
}

function endsTooEarly(entries: readonly Entry[]): EntryProblem[] {
  const ends = new Map(entries.map((entry) => [nameOf(entry), untilOf(entry)]))
  return entries.flatMap((entry, index) => {
    const needed = neededBy(entry)
    const end = needed === null ? null : (ends.get(needed) ?? null)
    const own = untilOf(entry)
    if (needed === null || end === null || (own !== null && own <= end)) return []
    const code = needed.slice(needed.indexOf('/') + 1)
    const message = `“${code}” ends on ${end}: end this no later, by “until: ${end}”`
    const path = [own === null ? (needs[entry.kind]?.field ?? '') : 'until']
    return [{ entry: index, kind: entry.kind, code: entry.code, path, message }]
  })
}

function problemsAfter(entries: readonly Entry[], day: CivilDay): EntryProblem[] {
  const places = entries.flatMap((entry, index) => {
    const until = untilOf(entry)
    return until === null || until > day ? [index] : []
  })
  const rest = places.flatMap((place) => entries[place] ?? [])
  const names = new Set(rest.map(nameOf))
  const read = catalogueFrom(cutLists(rest, (name) => names.has(name)))
  if (read.ok) return []
  return read.error.map((problem) => ({
    ...problem,
    entry: problem.entry === null ? null : (places[problem.entry] ?? null),
  }))
}
