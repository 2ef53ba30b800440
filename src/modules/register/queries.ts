import { factsOf, type Fact, type Reader, type Transaction } from '#database'
import type { EnterpriseId, EnterpriseNumber, Instant } from '#kernel'

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
