import type { EnterpriseId, Instant } from '#kernel'
import type { Transaction } from '#database'

/** N12: puts a notice in the queue of what goes by post; a notice stands in it once. */
export async function queueLetter(
  trx: Transaction,
  noticeId: string,
  enterpriseId: EnterpriseId,
  now: Instant,
): Promise<void> {
  await trx
    .insertInto('letter')
    .values({ notice_id: noticeId, enterprise_id: enterpriseId, made_at: now, taken_at: null })
    .onConflict((conflict) => conflict.column('notice_id').doNothing())
    .execute()
}
