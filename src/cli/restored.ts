import { newestMoment, recordEntry } from '#audit'
import { beginEpoch, inTransaction, lifeOf } from '#database'
import { instant, isoOf } from '#kernel'
import { z } from 'zod'
import type { House } from './house.ts'

const asked = z.strictObject({ reconciled: z.boolean().default(false) })

/**
 * I24: says whether the store was put back, and up to when it knows of changes. With `reconciled` a new epoch is begun: decisions are
 * given again, and every revision of the former life is unknown.
 */
export async function restored(house: House, args: unknown): Promise<unknown> {
  const { reconciled } = asked.parse(args)
  const { isRestored } = await lifeOf(house.store.reader)
  const newestChange = isoOf(await newestMoment(house.store.reader, { now: () => instant(0) }))
  if (!reconciled) return { restored: isRestored, newestChange }
  const ports = { now: house.clock.now(), newId: house.newId, random: house.random }
  await inTransaction(house.store, async (trx) => {
    await beginEpoch(trx, ports)
    await recordEntry(trx, { event: 'store-reconciled', via: 'cli', facts: [], details: {} }, ports)
  })
  return { restored: isRestored, newestChange, reconciled: true }
}
