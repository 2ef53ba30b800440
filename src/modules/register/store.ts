import { factWriter, type FactBodies, type Transaction } from '#database'
import { dayOf, type CivilDay, type EnterpriseId, type Instant, type NewId, type PersonId } from '#kernel'
import { sql } from 'kysely'
import { column } from './column.store.ts'
import { foldWords, type EntityDescription, type EntityKind } from './entry.ts'
import { digestOf } from './digest.ts'

/** An enterprise as the register describes it. */
export type EnterpriseDescription = Omit<FactBodies['enterprise_record'], 'enterprise_id'>

/** Enters an enterprise that the register knows since `from`. The caller writes the audit entry. */
export async function enterEnterprise(
  trx: Transaction,
  record: EnterpriseDescription,
  from: Instant,
  { now, newId }: { now: Instant; newId: NewId },
  details: { zone: string; description: EntityDescription } | null = null,
): Promise<EnterpriseId> {
  const id = newId() as EnterpriseId
  await trx.insertInto('enterprise').values({ id, created_at: now }).execute()
  const facts = factWriter(trx, { now, newId })
  await facts.record('enterprise_record', { enterprise_id: id, ...record }, { from, until: null })
  const description = details?.description ?? describedBy(record)
  const started = dayOf(from, details?.zone ?? 'UTC')
  const entry = { number: record.number, kind: 'enterprise', enterprise: id, started, description } as const
  await insertEntries(
    trx,
    [{ ...entry, json: JSON.stringify(description), digest: digestOf(`${record.name} ${record.number}`) }],
    { since: started, now },
  )
  return id
}

const describedBy = ({ name }: EnterpriseDescription): EntityDescription => ({
  names: [{ type: '001', language: null, name }],
  addresses: [],
  contacts: [],
})

/** Enters a legal function that the person has held since `from`. The caller writes the audit entry. */
export async function enterRepresentation(
  trx: Transaction,
  held: { enterprise: EnterpriseId; person: PersonId; functionCode: string; power: 'alone' | 'jointly' | 'unknown' },
  from: Instant,
  { now, newId }: { now: Instant; newId: NewId },
): Promise<void> {
  const facts = factWriter(trx, { now, newId })
  const body: FactBodies['representation'] = {
    enterprise_id: held.enterprise,
    person_id: held.person,
    holder_enterprise_id: null,
    function_code: held.functionCode,
    power: held.power,
    end_reason: null,
  }
  await facts.record('representation', body, { from, until: null })
}

export interface NewEntry {
  readonly number: string
  readonly kind: EntityKind
  readonly enterprise: EnterpriseId
  readonly started: CivilDay | null
  readonly description: EntityDescription
  /** The same as JSON: written once, for the digest and for the store. */
  readonly json: string
  /** Hexadecimal. */
  readonly digest: string
}

/** All names of an enterprise to be found by; null for units, which are found through their enterprise. */
const wordsOf = ({ kind, description }: Pick<NewEntry, 'kind' | 'description'>): string | null =>
  kind === 'enterprise' ? foldWords(description.names.map(({ name }) => name).join(' ')) : null

/** Entries as rows. JSON holds no line end of its own. */
const rowsOf = (entries: readonly NewEntry[]) => sql`
  ROWS FROM (
    ${column(entries.map((one) => one.number))}, ${column(entries.map((one) => one.kind))},
    ${column(entries.map((one) => one.enterprise))}, ${column(entries.map((one) => one.started))},
    ${column(entries.map((one) => one.digest))}, ${column(entries.map((one) => wordsOf(one) || null))},
    ${column(entries.map((one) => one.json))}
  ) AS entry (number, kind, enterprise, started, digest, words, description)`

/** One statement for any number of entries. */
export async function insertEntries(
  trx: Transaction,
  entries: readonly NewEntry[],
  { since, now }: { since: CivilDay; now: Instant },
): Promise<void> {
  if (entries.length === 0) return
  await sql`
    INSERT INTO register_entry (number, kind, enterprise_id, started, since, recorded_at, description, digest, words)
    SELECT number, kind, enterprise::uuid, started, ${since}, ${now}::bigint, description::json, decode(digest, 'hex'),
      CASE kind WHEN 'enterprise' THEN coalesce(words, '') END
    FROM ${rowsOf(entries)}`.execute(trx)
}

/** Writes anew what stands under these numbers; what stood there goes to the past, until `since`. */
export async function replaceEntries(
  trx: Transaction,
  entries: readonly NewEntry[],
  { since, now }: { since: CivilDay; now: Instant },
): Promise<void> {
  if (entries.length === 0) return
  await keepPast(
    trx,
    entries.map((one) => one.number),
    { since, now },
  )
  await sql`
    UPDATE register_entry AS standing
    SET kind = entry.kind, enterprise_id = entry.enterprise::uuid, started = entry.started, since = ${since}, until = NULL,
      recorded_at = ${now}::bigint, description = entry.description::json, digest = decode(entry.digest, 'hex'), words = CASE entry.kind WHEN 'enterprise' THEN coalesce(entry.words, '') END
    FROM ${rowsOf(entries)}
    WHERE standing.number = entry.number`.execute(trx)
}

/** These entities leave the register; their last description stays to be read. */
export async function endEntries(
  trx: Transaction,
  numbers: readonly string[],
  { since, now }: { since: CivilDay; now: Instant },
): Promise<void> {
  if (numbers.length === 0) return
  await keepPast(trx, numbers, { since, now })
  await sql`
    UPDATE register_entry SET until = ${since}, since = ${since}, recorded_at = ${now}::bigint, digest = ''
    WHERE number = ANY(${numbers}::text[])`.execute(trx)
}

async function keepPast(
  trx: Transaction,
  numbers: readonly string[],
  { since, now }: { since: CivilDay; now: Instant },
): Promise<void> {
  await sql`
    INSERT INTO register_entry_past (number, kind, enterprise_id, started, since, until, recorded_at, superseded_at, description)
    SELECT number, kind, enterprise_id, started, since, coalesce(until, ${since}), recorded_at, ${now}::bigint, description
    FROM register_entry WHERE number = ANY(${numbers}::text[])`.execute(trx)
}
