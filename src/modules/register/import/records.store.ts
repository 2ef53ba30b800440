import { factsOf, factWriter, type Fact, type FactBodies, type Transaction } from '#database'
import { instant, startOfDay, type CivilDay, type EnterpriseId, type Instant, type NewId } from '#kernel'
import { sql } from 'kysely'
import { column } from '../column.store.ts'

export type RecordBody = FactBodies['enterprise_record']

/** What an import says of an enterprise's record; the number of its employer's register comes from elsewhere and stays. */
export type RecordPatch = Partial<Omit<RecordBody, 'enterprise_id'>>

export interface NewRecord {
  readonly enterprise: EnterpriseId
  readonly body: Omit<RecordBody, 'enterprise_id' | 'rsz_number'>
  readonly from: Instant
}

/** New enterprises with their first record, in two statements for any number of them. */
export async function insertRecords(trx: Transaction, records: readonly NewRecord[], now: Instant): Promise<void> {
  if (records.length === 0) return
  const ids = column(records.map((one) => one.enterprise))
  await sql`INSERT INTO enterprise (id, created_at) SELECT id::uuid, ${now}::bigint FROM ${ids} AS id`.execute(trx)
  const own = (name: keyof NewRecord['body']) => column(records.map((one) => one.body[name]))
  // An enterprise lends its id to its first record, as a fact's first row does to the fact.
  await sql`
    INSERT INTO enterprise_record (enterprise_id, number, name, kind, legal_form, situation, status, address,
      row_id, fact_id, valid_from, recorded_at)
    SELECT id, number, name, kind, legal_form, situation, status, address, id, id, valid_from::bigint, ${now}::bigint
    FROM (
      SELECT enterprise::uuid AS id, * FROM ROWS FROM (
        ${ids}, ${own('number')}, ${own('name')}, ${own('kind')}, ${own('legal_form')}, ${own('situation')}, ${own('status')},
        ${own('address')}, ${column(records.map((one) => String(one.from)))}
      ) AS told (enterprise, number, name, kind, legal_form, situation, status, address, valid_from) OFFSET 0
    ) AS record`.execute(trx)
}

const differs = (record: RecordBody, patch: RecordPatch): boolean =>
  Object.entries(patch).some(([name, value]) => record[name as keyof RecordPatch] !== value)

/**
 * From `at` on the record says what the patch says, whatever was planned after it; true when that changed anything.
 * A moment before the enterprise's first record changes it from its beginning. `bearing`: only while it bears that number.
 */
export async function patchRecord(
  trx: Transaction,
  enterprise: EnterpriseId,
  patch: RecordPatch,
  at: Instant,
  ports: { now: Instant; newId: NewId; bearing?: string },
): Promise<boolean> {
  const facts = factWriter(trx, ports)
  const where = ports.bearing === undefined ? {} : { number: ports.bearing }
  const records = await facts.find('enterprise_record', { enterprise_id: enterprise, ...where }, { since: at })
  let changed = false
  for (const record of records) {
    if (!differs(record, patch)) continue
    const from = instant(Math.max(at, record.valid_from))
    await facts.change('enterprise_record', record, patch, from)
    changed = true
  }
  return changed
}

/** The enterprise began on another day than was said: its first record begins then. A day behind that record's end changes nothing. */
export async function beginRecord(
  trx: Transaction,
  enterprise: EnterpriseId,
  started: CivilDay,
  zone: string,
  ports: { now: Instant; newId: NewId },
): Promise<boolean> {
  const from = startOfDay(started, zone)
  const first = await firstRecord(trx, enterprise)
  if (!first || first.valid_from === from || (first.valid_until !== null && first.valid_until <= from)) return false
  const facts = factWriter(trx, ports)
  await facts.end('enterprise_record', first, first.valid_from)
  await facts.record('enterprise_record', first, { from, until: first.valid_until }, first.fact_id)
  return true
}

async function firstRecord(trx: Transaction, enterprise: EnterpriseId): Promise<Fact<'enterprise_record'> | undefined> {
  return (await factsOf(trx).find('enterprise_record', { enterprise_id: enterprise }))[0]
}

/** Which of these enterprises have an account, and so a history that people read. */
export async function withAccount(
  trx: Transaction,
  enterprises: readonly EnterpriseId[],
): Promise<ReadonlySet<EnterpriseId>> {
  if (enterprises.length === 0) return new Set()
  const accounts = await factsOf(trx).find('account', { enterprise_id: [...new Set(enterprises)] })
  return new Set(accounts.map((one) => one.enterprise_id))
}
