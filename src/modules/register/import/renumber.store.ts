import { factsOf, factWriter, type Transaction } from '#database'
import { startOfDay, type CivilDay, type EnterpriseId, type Instant, type NewId } from '#kernel'
import { sql } from 'kysely'
import { knownUnder } from './known.queries.ts'
import { patchRecord, type RecordPatch } from './records.store.ts'
import { endEntries } from '../store.ts'

/** A line of number.csv: what became of a number. */
export interface NumberChange {
  readonly old: string
  /** Null where the enterprise was cancelled. */
  readonly new: string | null
  readonly day: CivilDay
  readonly reason: 'renumbered' | 'duplicate' | 'cancelled'
}

export type NumberChangeRefusal = 'old-number-unknown' | 'new-number-in-use'

/**
 * G1, G10: the enterprise stays itself under its new number. One that was entered meanwhile under the new number, because the set that
 * told the change came later, gives it up, unless somebody already has an account or an office there: then people must decide.
 * A duplicate closes and a cancellation ends the enterprise, from the day told, also when that lies in the past.
 */
export async function applyNumberChange(
  trx: Transaction,
  change: NumberChange,
  { now, newId, zone }: { now: Instant; newId: NewId; zone: string },
): Promise<{ enterprise: EnterpriseId; changed: boolean } | NumberChangeRefusal> {
  const numbers = [change.old, ...(change.new === null ? [] : [change.new])]
  const known = await knownUnder(trx, numbers)
  const before = known.get(change.old)
  if (!before || before.kind !== 'enterprise') return 'old-number-unknown'
  const at = startOfDay(change.day, zone)
  const ports = { now, newId }
  const { enterprise } = before
  if (change.reason !== 'renumbered' || change.new === null) {
    return { enterprise, changed: await patchRecord(trx, enterprise, { status: 'ceased' }, at, ports) }
  }
  const there = known.get(change.new)
  if (there && there.enterprise === enterprise) return { enterprise, changed: false }
  if (there && (await isUsed(trx, there.enterprise))) return 'new-number-in-use'
  const told = there ? await giveUp(trx, there.enterprise, change.new, enterprise, ports) : {}
  if (!there) await moveEntry(trx, change.old, change.new, change.day, now)
  const patch = { ...told, number: change.new, status: 'active' as const }
  return { enterprise, changed: await patchRecord(trx, enterprise, patch, at, ports) }
}

/** What the register describes goes on under the new number; the next set may say more. */
async function moveEntry(trx: Transaction, from: string, to: string, day: CivilDay, now: Instant): Promise<void> {
  await sql`
    INSERT INTO register_entry (number, kind, enterprise_id, started, since, recorded_at, description, digest, words)
    SELECT ${to}, kind, enterprise_id, started, ${day}, ${now}::bigint, description, '', words
    FROM register_entry WHERE number = ${from}`.execute(trx)
  await endEntries(trx, [from], { since: day, now })
}

/** Whether people have acted for it: an account, or anything that hangs on a person but what the register itself tells. */
async function isUsed(trx: Transaction, enterprise: EnterpriseId): Promise<boolean> {
  const facts = factsOf(trx)
  const [account] = await facts.find('account', { enterprise_id: enterprise })
  const [appointment] = await facts.find('appointment', { enterprise_id: enterprise })
  const [role] = await facts.find('role_assignment', { enterprise_id: enterprise })
  return Boolean(account ?? appointment ?? role)
}

/**
 * What was entered under the new number was the same enterprise all along: its facts are withdrawn whole, its entries move over.
 * Answers with what the register tells of it.
 */
async function giveUp(
  trx: Transaction,
  mistaken: EnterpriseId,
  number: string,
  enterprise: EnterpriseId,
  ports: { now: Instant; newId: NewId },
): Promise<RecordPatch> {
  const facts = factWriter(trx, ports)
  let told: RecordPatch = {}
  for (const record of await facts.find('enterprise_record', { enterprise_id: mistaken })) {
    const { name, kind, legal_form, situation, address } = record
    told = { name, kind, legal_form, situation, address }
    await facts.end('enterprise_record', record, record.valid_from)
  }
  for (const held of await facts.find('representation', { enterprise_id: mistaken })) {
    await facts.end('representation', held, held.valid_from)
    const period = { from: held.valid_from, until: held.valid_until }
    await facts.record('representation', { ...held, enterprise_id: enterprise }, period, held.fact_id)
  }
  await trx
    .updateTable('register_entry')
    .set({ enterprise_id: enterprise })
    .where('enterprise_id', '=', mistaken)
    .execute()
  await trx
    .updateTable('register_entry_past')
    .set({ enterprise_id: enterprise })
    .where('enterprise_id', '=', mistaken)
    .where('number', '=', number)
    .execute()
  return told
}
