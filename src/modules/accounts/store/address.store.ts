import type { Reader, Transaction } from '#database'
import type { Email, Instant, PersonId } from '#kernel'

/** N13: the person has shown that they read this address. */
export async function noteVerified(trx: Transaction, personId: PersonId, email: Email, now: Instant): Promise<void> {
  await trx
    .insertInto('verified_address')
    .values({ person_id: personId, email, verified_at: now })
    .onConflict((conflict) => conflict.columns(['person_id', 'email']).doNothing())
    .execute()
}

/** N13: nothing is known any more of whether the person reads this address. */
export async function forgetVerified(trx: Transaction, personId: PersonId, email: Email): Promise<void> {
  await trx.deleteFrom('verified_address').where('person_id', '=', personId).where('email', '=', email).execute()
}

/** The addresses of these persons that were proved, by person. */
export async function verifiedAddresses(
  handle: Reader | Transaction,
  personIds: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, ReadonlySet<string>>> {
  if (personIds.length === 0) return new Map()
  const rows = await handle
    .selectFrom('verified_address')
    .select(['person_id', 'email'])
    .where('person_id', 'in', [...new Set(personIds)])
    .execute()
  const found = new Map<PersonId, Set<string>>()
  for (const { person_id, email } of rows) found.set(person_id, (found.get(person_id) ?? new Set()).add(email))
  return found
}

/** By which addresses enterprises reach the person, each once: what managers typed. */
export async function typedAddresses(handle: Reader | Transaction, personId: PersonId): Promise<string[]> {
  const rows = await handle
    .selectFrom('known_as')
    .select('email')
    .distinct()
    .where('person_id', '=', personId)
    .where('email', 'is not', null)
    .orderBy('email')
    .limit(20)
    .execute()
  return rows.flatMap(({ email }) => (email === null ? [] : [email]))
}
