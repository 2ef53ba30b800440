import { sql } from 'kysely'
import type { Instant, NationalNumber, NewId, PersonId } from '#kernel'
import type { Reader, Transaction } from '#database'
import type { PeopleKeys } from '#keys'
import { currentLookup, decryptNumber, encryptNumber, everyLookup } from './national-number-cipher.ts'
import type { NumberLookup } from './national-number-cipher.ts'

/** Each race that is lost needs another transaction that won it; one more look is enough unless rows disappear meanwhile. */
const attemptsMax = 3

/** The person of this number, or null: one query and one HMAC a look-up key, whether known or not (I12). */
export async function findPersonByNationalNumber(
  handle: Reader | Transaction,
  keys: PeopleKeys,
  number: NationalNumber,
): Promise<PersonId | null> {
  const forms = everyLookup(keys, number)
  const row = await handle
    .selectFrom('person_national_number')
    .select('person_id')
    .where((eb) => eb.or(forms.map((form) => eb.and(form))))
    .executeTakeFirst()
  return row?.person_id ?? null
}

/**
 * The person of this number, made when there is none. Known or unknown, the same queries, the same HMACs, one encryption and
 * one new id are spent (I12). Two transactions that meet the same new number at once give one person.
 * A transaction that makes several persons takes their numbers in ascending order: two in opposite orders could block each other.
 */
export async function personForNationalNumber(
  trx: Transaction,
  keys: PeopleKeys,
  number: NationalNumber,
  newId: NewId,
  now: Instant,
): Promise<PersonId> {
  const candidate = newId() as PersonId
  const forms = everyLookup(keys, number)
  const row = { ...encryptNumber(keys, candidate, number), ...currentLookup(keys, number) }
  // While two look-up keys are in use, the unique constraint does not see one number under both.
  if (forms.length > 1) await lockNumber(trx, forms)
  for (let attempt = 1; attempt <= attemptsMax; attempt++) {
    const personId = await findOrMake(trx, forms, candidate, row, now)
    if (personId !== null) return personId
  }
  throw new Error('a person of this number appeared and disappeared')
}

/** Under read committed each statement sees what was committed before it, so after the lock nothing is missed. */
async function lockNumber(trx: Transaction, forms: readonly NumberLookup[]): Promise<void> {
  const locks = forms.map((form) => sql`pg_advisory_xact_lock(${lockNumberOf(form.lookup)}::bigint)::text`)
  await sql`select ${sql.join(locks)}`.execute(trx)
}

function lockNumberOf(lookup: Uint8Array): string {
  return Buffer.from(lookup).readBigInt64BE(0).toString()
}

type NumberRow = NumberLookup & { cipher_text: Uint8Array; cipher_key: string }

/**
 * One statement that finds, or makes the number's row and then the person's. The number goes first: of two transactions that
 * make it, the second waits here, makes nothing and answers null, and finds the first one's person when it asks again.
 */
async function findOrMake(
  trx: Transaction,
  forms: readonly NumberLookup[],
  candidate: PersonId,
  row: NumberRow,
  now: Instant,
): Promise<PersonId | null> {
  const matches = forms.map((form) => sql`(lookup_key = ${form.lookup_key} and lookup = ${form.lookup}::bytea)`)
  const result = await sql<{ person_id: PersonId }>`
    with found as (
      select person_id from person_national_number where ${sql.join(matches, sql` or `)}
    ), numbered as (
      insert into person_national_number (person_id, cipher_text, cipher_key, lookup, lookup_key)
      select ${candidate}::uuid, ${row.cipher_text}::bytea, ${row.cipher_key}::text, ${row.lookup}::bytea, ${row.lookup_key}::text
      where not exists (select from found)
      on conflict (lookup_key, lookup) do nothing
      returning person_id
    ), made as (
      insert into person (id, created_at) select person_id, ${now}::bigint from numbered
    )
    select person_id from found union all select person_id from numbered`.execute(trx)
  return result.rows[0]?.person_id ?? null
}

/**
 * Reveals the number of a person; null for one without. Who calls it has checked the right to and writes the audit entry.
 * Throws KeyMissing, or CipherRefused when the row is not what was written for this person.
 */
export async function nationalNumberOf(
  handle: Reader | Transaction,
  keys: PeopleKeys,
  personId: PersonId,
): Promise<NationalNumber | null> {
  return (await nationalNumbersOf(handle, keys, [personId])).get(personId) ?? null
}

/** The same for several persons in one query; those without a number are left out. */
export async function nationalNumbersOf(
  handle: Reader | Transaction,
  keys: PeopleKeys,
  personIds: readonly PersonId[],
): Promise<Map<PersonId, NationalNumber>> {
  if (personIds.length === 0) return new Map()
  const rows = await handle
    .selectFrom('person_national_number')
    .select(['person_id', 'cipher_text', 'cipher_key'])
    .where('person_id', 'in', [...new Set(personIds)])
    .execute()
  return new Map(rows.map((row) => [row.person_id, decryptNumber(keys, row.person_id, row)]))
}
