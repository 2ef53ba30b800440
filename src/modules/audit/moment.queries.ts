import type { Reader, Transaction } from '#database'
import type { Clock, Instant } from '#kernel'

/** The later of the clock and the newest recorded change: a clock that jumps back revives nothing (I23). */
export async function newestMoment(handle: Reader | Transaction, clock: Clock): Promise<Instant> {
  const newest = await handle
    .selectFrom('audit_entry')
    .select('recorded_at')
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  const now = clock.now()
  return newest && newest.recorded_at > now ? newest.recorded_at : now
}
