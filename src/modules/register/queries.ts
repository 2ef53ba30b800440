import { factsOf, type Fact, type Reader, type Transaction } from '#database'
import {
  decodeCursor,
  encodeCursor,
  languages,
  type EnterpriseId,
  type EnterpriseNumber,
  type Instant,
  type Page,
  type Translated,
} from '#kernel'
import type { EntityDescription, EntityKind, RegisterEntry } from './entry.ts'

/** The register's record of the enterprise that bears the number at that moment, or null. */
export async function recordByNumber(
  reader: Reader | Transaction,
  number: EnterpriseNumber,
  at: Instant,
): Promise<Fact<'enterprise_record'> | null> {
  const [record] = await factsOf(reader).find('enterprise_record', { number }, { at })
  return record ?? null
}

/** The records of several enterprises at a moment, by id. */
export async function recordsOf(
  reader: Reader | Transaction,
  enterprises: readonly EnterpriseId[],
  at: Instant,
): Promise<ReadonlyMap<EnterpriseId, Fact<'enterprise_record'>>> {
  if (enterprises.length === 0) return new Map()
  const records = await factsOf(reader).find('enterprise_record', { enterprise_id: [...new Set(enterprises)] }, { at })
  return new Map(records.map((record) => [record.enterprise_id, record]))
}

/** Every record of the enterprise that is believed now, the oldest first. */
export function recordHistory(
  reader: Reader | Transaction,
  enterprise: EnterpriseId,
): Promise<Fact<'enterprise_record'>[]> {
  return factsOf(reader).find('enterprise_record', { enterprise_id: enterprise })
}

const columns = [
  'number',
  'kind',
  'enterprise_id',
  'started',
  'since',
  'until',
  'recorded_at',
  'description',
] as const satisfies readonly string[]

type Row = Omit<RegisterEntry, 'enterprise' | 'recordedAt' | 'description'> & {
  enterprise_id: EnterpriseId
  recorded_at: Instant
  description: unknown
}

function entryFrom({ enterprise_id, recorded_at, description, ...row }: Row): RegisterEntry {
  // Written by this module from parsed rows only.
  return { ...row, enterprise: enterprise_id, recordedAt: recorded_at, description: description as EntityDescription }
}

/** The enterprise's own entry, under the number that it bears now or bore last; null where the register describes nothing. */
export async function entryOf(reader: Reader, enterprise: EnterpriseId): Promise<RegisterEntry | null> {
  const last = (await recordHistory(reader, enterprise)).at(-1)
  if (!last) return null
  const row = await reader
    .selectFrom('register_entry')
    .select(columns)
    .where('number', '=', last.number)
    .where('enterprise_id', '=', enterprise)
    .executeTakeFirst()
  return row ? entryFrom(row) : null
}

/** What the register said of the entity before, the newest first. */
export async function entryHistory(reader: Reader, number: string): Promise<RegisterEntry[]> {
  const rows = await reader
    .selectFrom('register_entry_past')
    .select(columns)
    .where('number', '=', number)
    .orderBy('superseded_at', 'desc')
    .execute()
  return rows.map(entryFrom)
}

/** The establishment units or branches that the enterprise has now, by number. */
export async function unitsOf(
  reader: Reader,
  enterprise: EnterpriseId,
  { kind, limit, after }: { kind: Exclude<EntityKind, 'enterprise'>; limit: number; after: string | null },
): Promise<Page<RegisterEntry>> {
  let query = reader
    .selectFrom('register_entry')
    .select(columns)
    .where('enterprise_id', '=', enterprise)
    .where('kind', '=', kind)
    .where('until', 'is', null)
    .orderBy('number')
    .limit(limit + 1)
  const cursor = after === null ? null : decodeCursor(after)
  const number = cursor?.ok ? cursor.value[0] : undefined
  if (typeof number === 'string') query = query.where('number', '>', number)
  const rows = (await query.execute()).map(entryFrom)
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return { items: rows.slice(0, limit), next: last ? encodeCursor([last.number]) : null }
}

/** The names that the register's own table gives to its codes of a category; empty where no table was imported. */
export async function registerCodes(
  reader: Reader,
  category: string,
): Promise<ReadonlyMap<string, Partial<Translated>>> {
  const rows = await reader
    .selectFrom('register_code')
    .select(['code', 'names'])
    .where('category', '=', category)
    .execute()
  return new Map(rows.map(({ code, names }) => [code, textsIn(names)]))
}

function textsIn(names: unknown): Partial<Translated> {
  const known = Object.entries(names ?? {}).filter(
    ([language, text]) => languages.some((one) => one === language) && typeof text === 'string',
  )
  return Object.fromEntries(known)
}
