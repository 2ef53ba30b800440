import { factWriter, type FactBodies, type Transaction } from '#database'
import type { EnterpriseId, Instant, NewId, PersonId } from '#kernel'

/** An enterprise as the register describes it. */
export type EnterpriseDescription = Omit<FactBodies['enterprise_record'], 'enterprise_id'>

/** Enters an enterprise that the register knows since `from`. The caller writes the audit entry. */
export async function enterEnterprise(
  trx: Transaction,
  description: EnterpriseDescription,
  from: Instant,
  { now, newId }: { now: Instant; newId: NewId },
): Promise<EnterpriseId> {
  const id = newId() as EnterpriseId
  await trx.insertInto('enterprise').values({ id, created_at: now }).execute()
  const facts = factWriter(trx, { now, newId })
  await facts.record('enterprise_record', { enterprise_id: id, ...description }, { from, until: null })
  return id
}

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
