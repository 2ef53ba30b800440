import { inTransaction } from '#database'
import type { Store, Transaction } from '#database'
import type { NationalNumber, PersonId } from '#kernel'
import type { PeopleKeys } from '#keys'
import { CipherRefused, currentLookup, decryptNumber, encryptNumber, everyLookup } from './national-number-cipher.ts'
import type { NumberLookup } from './national-number-cipher.ts'

/** One chunk that is done: how many rows it moved, and all so far. */
export type RekeyProgress = { readonly moved: number; readonly movedInAll: number }

/**
 * Moves every national number to the current keys. `keys` holds the old keys too. Each chunk of at most `batch` rows is a
 * short transaction of its own, so the work may be stopped anywhere and started again; afterwards the old keys may leave the
 * file, unless an older backup is to be read. Throws KeyMissing or CipherRefused and leaves the rest as it was.
 */
export async function* rekey(store: Store, keys: PeopleKeys, batch = 100): AsyncGenerator<RekeyProgress, void, void> {
  if (!Number.isInteger(batch) || batch < 1) throw new RangeError('a batch has at least one row')
  let movedInAll = 0
  // A pass that finds nothing ends it: rows written behind an earlier pass under old keys are then moved too.
  for (let movedInPass = -1; movedInPass !== 0;) {
    movedInPass = 0
    let after: PersonId | null = null
    do {
      const chunk = await moveChunk(store, keys, after, batch)
      after = chunk.last
      movedInPass += chunk.moved
      movedInAll += chunk.moved
      if (chunk.moved > 0) yield { moved: chunk.moved, movedInAll }
    } while (after !== null)
  }
}

type Chunk = { moved: number; last: PersonId | null }

async function moveChunk(store: Store, keys: PeopleKeys, after: PersonId | null, batch: number): Promise<Chunk> {
  const { value } = await inTransaction(store, async (trx): Promise<Chunk> => {
    const rows = await oldRows(trx, keys, after, batch)
    for (const row of rows) {
      const number = decryptNumber(keys, row.person_id, row)
      checkLookup(keys, row, number)
      await trx
        .updateTable('person_national_number')
        .set({ ...encryptNumber(keys, row.person_id, number), ...currentLookup(keys, number) })
        .where('person_id', '=', row.person_id)
        .execute()
    }
    return { moved: rows.length, last: rows.length < batch ? null : (rows.at(-1)?.person_id ?? null) }
  })
  return value
}

/** A look-up that is another number's was not written here. Where its key is lost nothing can be checked, and the new one repairs it. */
function checkLookup(keys: PeopleKeys, row: NumberLookup & { person_id: PersonId }, number: NationalNumber): void {
  const expected = everyLookup(keys, number).find((form) => form.lookup_key === row.lookup_key)
  if (expected && !Buffer.from(row.lookup).equals(expected.lookup)) throw new CipherRefused(row.person_id)
}

function oldRows(trx: Transaction, keys: PeopleKeys, after: PersonId | null, batch: number) {
  return trx
    .selectFrom('person_national_number')
    .select(['person_id', 'cipher_text', 'cipher_key', 'lookup', 'lookup_key'])
    .where((eb) => eb.or([eb('cipher_key', '<>', keys.cipher.current), eb('lookup_key', '<>', keys.lookup.current)]))
    .$if(after !== null, (query) => query.where('person_id', '>', after))
    .orderBy('person_id')
    .limit(batch)
    .forUpdate()
    .execute()
}
