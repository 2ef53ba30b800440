import type { Reader } from '#database'
import { decodeCursor, encodeCursor, type EnterpriseId, type EnterpriseNumber, type Instant, type Page } from '#kernel'
import { sql } from 'kysely'
import { foldWords, type EntityDescription } from './entry.ts'

export interface FoundEnterprise {
  readonly enterprise: EnterpriseId
  readonly number: EnterpriseNumber
  readonly name: string
  readonly municipality: string | null
  readonly status: 'active' | 'ceased'
}

export interface EnterpriseSearch {
  /** A number without dots, or the beginnings of words of a name. */
  readonly text: string
  /** Only these; null: the whole register. */
  readonly among: readonly EnterpriseId[] | null
  readonly at: Instant
  readonly limit: number
  readonly after: string | null
}

const wordsMax = 8

/**
 * Enterprises that bear the number, or in whose names each typed word begins a word; by name, then number.
 * Without a word or a digit: none. A cursor that is not ours begins at the first page.
 */
export async function findEnterprises(reader: Reader, search: EnterpriseSearch): Promise<Page<FoundEnterprise>> {
  const words = foldWords(search.text).split(' ').filter(Boolean).slice(0, wordsMax)
  if (words.length === 0 || search.among?.length === 0) return { items: [], next: null }
  const digits = words.join('')
  const number = /^\d{4,20}$/.test(digits) ? digits : null
  // Letters and digits only, so the query language of the text search has nothing to read in them.
  const query = words.map((word) => `${word}:*`).join(' & ')
  const { at, among, limit } = search
  let found = reader
    .selectFrom('enterprise_record as record')
    .leftJoin('register_entry as entry', (join) =>
      join.onRef('entry.number', '=', 'record.number').on('entry.kind', '=', 'enterprise'),
    )
    .select([
      'record.enterprise_id as enterprise',
      'record.number',
      'record.name',
      'record.status',
      'entry.description',
    ])
    .where('record.superseded_at', 'is', null)
    .where('record.valid_from', '<=', at)
    .where((eb) => eb.or([eb('record.valid_until', 'is', null), eb('record.valid_until', '>', at)]))
    .orderBy('record.name')
    .orderBy('record.number')
    .limit(limit + 1)
  found =
    number === null
      ? found.where(sql<boolean>`array_to_tsvector(string_to_array(entry.words, ' ')) @@ ${query}::tsquery`)
      : found.where('record.number', '=', number)
  if (among !== null) found = found.where('record.enterprise_id', 'in', [...among])
  const cursor = search.after === null ? null : decodeCursor(search.after)
  const [name, last] = cursor?.ok ? cursor.value : []
  if (typeof name === 'string' && typeof last === 'string')
    found = found.where(sql<boolean>`(record.name, record.number) > (${name}, ${last})`)
  const rows = await found.execute()
  const end = rows.length > limit ? rows[limit - 1] : undefined
  return {
    items: rows.slice(0, limit).map(({ description, ...row }) => ({
      ...row,
      number: row.number as EnterpriseNumber,
      municipality: municipalityIn(description as EntityDescription | null),
    })),
    next: end ? encodeCursor([end.name, end.number]) : null,
  }
}

function municipalityIn(description: EntityDescription | null): string | null {
  const place = description?.addresses[0]?.municipality
  return place?.nl ?? place?.fr ?? null
}
