import type { EnterpriseId, Instant, PersonId } from '#kernel'
import type { PersonRow, Reader, Transaction } from '#database'
import type { Email, NamePart, Phone } from '#kernel'
import type { AccountChange, KnownAs, Person } from './person.ts'
import { sameName, type PersonName } from './person-name.ts'

type StoredPerson = { [C in keyof PersonRow]: PersonRow[C] extends { __select__: infer S } ? S : PersonRow[C] }

function personOf(row: StoredPerson): Person {
  return {
    id: row.id,
    createdAt: row.created_at,
    kind: row.kind,
    givenName: row.given_name as NamePart | null,
    familyName: row.family_name as NamePart | null,
    email: row.email as Email | null,
    phone: row.phone as Phone | null,
    language: row.language,
    notices: row.notices,
    lastSignInAt: row.last_sign_in_at,
  }
}

export async function personById(handle: Reader | Transaction, personId: PersonId): Promise<Person | null> {
  const row = await handle.selectFrom('person').selectAll().where('id', '=', personId).executeTakeFirst()
  return row ? personOf(row) : null
}

/** The persons that exist among these ids, by id, in one query. */
export async function personsByIds(
  handle: Reader | Transaction,
  personIds: readonly PersonId[],
): Promise<Map<PersonId, Person>> {
  if (personIds.length === 0) return new Map()
  const rows = await handle.selectFrom('person').selectAll().where('id', 'in', distinct(personIds)).execute()
  return new Map(rows.map((row) => [row.id, personOf(row)]))
}

/** P11: makes a person without a national number, named and reached as they were typed: nobody tells it otherwise. */
export async function makeWithoutNumber(
  trx: Transaction,
  person: PersonName & { readonly id: PersonId; readonly email: Email; readonly phone: Phone },
  now: Instant,
): Promise<void> {
  const { id, givenName, familyName, email, phone } = person
  const values = { id, created_at: now, kind: 'no-national-number' as const, email, phone }
  await trx
    .insertInto('person')
    .values({ ...values, given_name: givenName, family_name: familyName })
    .execute()
}

/** Keeps the name that a digital key told at a sign-in, and when that was. The caller audits; throws for an unknown person. */
export async function rememberName(
  trx: Transaction,
  personId: PersonId,
  name: PersonName,
  now: Instant,
): Promise<void> {
  const values = { given_name: name.givenName, family_name: name.familyName, last_sign_in_at: now }
  await changePerson(trx, personId, values)
}

/** Changes what the person chose about themselves. The caller audits; throws for an unknown person. */
export async function updateAccount(trx: Transaction, personId: PersonId, change: AccountChange): Promise<void> {
  const { email, phone, language, notices } = change
  const given = Object.entries({ email, phone, language, notices }).filter(([, value]) => value !== undefined)
  if (given.length > 0) await changePerson(trx, personId, Object.fromEntries(given))
}

async function changePerson(trx: Transaction, personId: PersonId, values: Partial<StoredPerson>): Promise<void> {
  const result = await trx.updateTable('person').set(values).where('id', '=', personId).executeTakeFirst()
  if (result.numUpdatedRows !== 1n) throw new Error(`there is no person ${personId}`)
}

/** How the enterprise knows the person, or null. */
export async function knownAs(
  handle: Reader | Transaction,
  enterpriseId: EnterpriseId,
  personId: PersonId,
): Promise<KnownAs | null> {
  return (await knownAsMany(handle, enterpriseId, [personId])).get(personId) ?? null
}

/** P7: whether the person's digital key told another name than the one by which the enterprise knows them; false before a first sign-in. */
export async function isNamedOtherwise(
  handle: Reader | Transaction,
  enterpriseId: EnterpriseId,
  personId: PersonId,
): Promise<boolean> {
  const person = await personById(handle, personId)
  const known = await knownAs(handle, enterpriseId, personId)
  if (!known || !person?.givenName || !person.familyName) return false
  return !sameName(known, { givenName: person.givenName, familyName: person.familyName })
}

/** How the enterprise knows these persons, by id, in one query; those that it did not name are left out. */
export async function knownAsMany(
  handle: Reader | Transaction,
  enterpriseId: EnterpriseId,
  personIds: readonly PersonId[],
): Promise<Map<PersonId, KnownAs>> {
  if (personIds.length === 0) return new Map()
  const rows = await handle
    .selectFrom('known_as')
    .selectAll()
    .where('enterprise_id', '=', enterpriseId)
    .where('person_id', 'in', distinct(personIds))
    .execute()
  return new Map(rows.map((row) => [row.person_id, knownAsOf(row)]))
}

function knownAsOf(row: {
  given_name: string
  family_name: string
  email: string | null
  phone: string | null
}): KnownAs {
  return {
    givenName: row.given_name as NamePart,
    familyName: row.family_name as NamePart,
    email: row.email as Email | null,
    phone: row.phone as Phone | null,
  }
}

/** Keeps, whole, how an enterprise knows a person; what it knew before is gone. The caller audits. */
export async function knowAs(
  trx: Transaction,
  enterpriseId: EnterpriseId,
  personId: PersonId,
  known: KnownAs,
  { unlessKnown = false } = {},
): Promise<void> {
  const values = {
    given_name: known.givenName,
    family_name: known.familyName,
    email: known.email,
    phone: known.phone,
  }
  await trx
    .insertInto('known_as')
    .values({ enterprise_id: enterpriseId, person_id: personId, ...values })
    .onConflict((conflict) => {
      const same = conflict.columns(['enterprise_id', 'person_id'])
      return unlessKnown ? same.doNothing() : same.doUpdateSet(values)
    })
    .execute()
}

/** Erases how an enterprise knows a person. The caller audits. */
export async function forgetKnownAs(trx: Transaction, enterpriseId: EnterpriseId, personId: PersonId): Promise<void> {
  await trx.deleteFrom('known_as').where('enterprise_id', '=', enterpriseId).where('person_id', '=', personId).execute()
}

function distinct<T>(items: readonly T[]): T[] {
  return [...new Set(items)]
}
