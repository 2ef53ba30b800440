import { inTransaction, type Store } from '#database'
import type { PeopleKeys } from '#keys'
import { moveSecret, secretsUnderOtherKeys } from './store/account.store.ts'
import { boxed, unboxed } from './secrets/secret-box.ts'

/** Moves the secrets of the apps to the current cipher key, in short transactions; gives how many. Throws KeyMissing. */
export async function rekeyAccounts(store: Store, keys: PeopleKeys, batch = 100): Promise<number> {
  for (let moved = 0; ;) {
    const { value } = await inTransaction(store, async (trx) => {
      const rows = await secretsUnderOtherKeys(trx, keys.cipher.current, batch)
      for (const { personId, secret } of rows) {
        await moveSecret(trx, personId, boxed(keys, personId, unboxed(keys, personId, secret)))
      }
      return rows.length
    })
    moved += value
    if (value < batch) return moved
  }
}
