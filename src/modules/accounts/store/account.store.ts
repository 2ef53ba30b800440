import type { Transaction, Reader } from '#database'
import type { Email, EnterpriseId, Instant, Language, NamePart, PersonId, Phone } from '#kernel'
import type { BoxedSecret } from '../secrets/secret-box.ts'

/** An account with what its person is reached by. Hashes and the encrypted secret of the app only. */
export type PersonAccount = {
  readonly personId: PersonId
  readonly userName: string
  readonly password: string | null
  readonly provisional: string | null
  readonly provisionalUntil: Instant | null
  readonly app: BoxedSecret | null
  readonly appStep: number
  readonly givenName: NamePart | null
  readonly familyName: NamePart | null
  readonly email: Email | null
  readonly phone: Phone | null
  readonly language: Language | null
}

function accounts(handle: Reader | Transaction) {
  return handle
    .selectFrom('person_account as account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .selectAll('account')
    .select(['person.given_name', 'person.family_name', 'person.email', 'person.phone', 'person.language'])
}

type Row = Awaited<ReturnType<ReturnType<typeof accounts>['executeTakeFirstOrThrow']>>

function accountOf(row: Row): PersonAccount {
  const { app_secret: bytes, app_secret_key: key } = row
  return {
    personId: row.person_id,
    userName: row.user_name,
    password: row.password,
    provisional: row.provisional,
    provisionalUntil: row.provisional_until,
    app: bytes === null || key === null ? null : { bytes, key },
    appStep: row.app_step,
    givenName: row.given_name as NamePart | null,
    familyName: row.family_name as NamePart | null,
    email: row.email as Email | null,
    phone: row.phone as Phone | null,
    language: row.language,
  }
}

export async function insertAccount(
  trx: Transaction,
  account: { personId: PersonId; userName: string; now: Instant },
): Promise<boolean> {
  const row = await trx
    .insertInto('person_account')
    .values({ person_id: account.personId, user_name: account.userName, opened_at: account.now })
    .onConflict((conflict) => conflict.column('user_name').doNothing())
    .returning('person_id')
    .executeTakeFirst()
  return row !== undefined
}

export async function accountByUserName(handle: Reader | Transaction, userName: string): Promise<PersonAccount | null> {
  const row = await accounts(handle).where('account.user_name', '=', userName).executeTakeFirst()
  return row ? accountOf(row) : null
}

export async function accountOfPerson(handle: Reader | Transaction, personId: PersonId): Promise<PersonAccount | null> {
  const row = await accounts(handle).where('account.person_id', '=', personId).executeTakeFirst()
  return row ? accountOf(row) : null
}

/** The account, locked until the transaction ends. */
export async function lockAccount(trx: Transaction, personId: PersonId): Promise<PersonAccount | null> {
  await trx.selectFrom('person_account').select('person_id').where('person_id', '=', personId).forUpdate().execute()
  return accountOfPerson(trx, personId)
}

const sameAddressMax = 5

/** P16: the accounts that an address belongs to; several where several enterprises opened one for the same person. */
export async function accountsAt(handle: Reader | Transaction, email: Email): Promise<PersonAccount[]> {
  const rows = await accounts(handle)
    .where('person.kind', '=', 'no-national-number')
    .where((eb) => eb(eb.fn<string>('lower', ['person.email']), '=', email.toLowerCase()))
    .orderBy('account.opened_at')
    .limit(sameAddressMax)
    .execute()
  return rows.map(accountOf)
}

/** P11: who this enterprise knows by the same name, address and phone, and has an account. */
export async function accountKnownAs(
  trx: Transaction,
  enterpriseId: EnterpriseId,
  typed: { givenName: NamePart; familyName: NamePart; email: Email; phone: Phone },
): Promise<PersonAccount | null> {
  const row = await accounts(trx)
    .innerJoin('known_as', 'known_as.person_id', 'account.person_id')
    .where('known_as.enterprise_id', '=', enterpriseId)
    .where('known_as.given_name', '=', typed.givenName)
    .where('known_as.family_name', '=', typed.familyName)
    .where('known_as.email', '=', typed.email)
    .where('known_as.phone', '=', typed.phone)
    .orderBy('account.opened_at')
    .limit(1)
    .executeTakeFirst()
  return row ? accountOf(row) : null
}

type Change = {
  password?: string | null
  provisional?: string | null
  provisional_until?: Instant | null
  app_secret?: Uint8Array | null
  app_secret_key?: string | null
  app_step?: number
}

async function changeAccount(trx: Transaction, personId: PersonId, change: Change): Promise<void> {
  await trx.updateTable('person_account').set(change).where('person_id', '=', personId).execute()
}

export function setProvisional(trx: Transaction, personId: PersonId, hash: string, until: Instant): Promise<void> {
  return changeAccount(trx, personId, { provisional: hash, provisional_until: until })
}

export function dropProvisional(trx: Transaction, personId: PersonId): Promise<void> {
  return changeAccount(trx, personId, { provisional: null, provisional_until: null })
}

/** P16: with a new password the app is set up anew. */
export function setPassword(trx: Transaction, personId: PersonId, hash: string): Promise<void> {
  const noApp = { app_secret: null, app_secret_key: null }
  return changeAccount(trx, personId, { password: hash, provisional: null, provisional_until: null, ...noApp })
}

export function setApp(trx: Transaction, personId: PersonId, { bytes, key }: BoxedSecret, step: number): Promise<void> {
  return changeAccount(trx, personId, { app_secret: bytes, app_secret_key: key, app_step: step })
}

export function noteStep(trx: Transaction, personId: PersonId, step: number): Promise<void> {
  return changeAccount(trx, personId, { app_step: step })
}

/** The encrypted secrets that stand under an older key; at most `limit`, locked. */
export async function secretsUnderOtherKeys(
  trx: Transaction,
  current: string,
  limit: number,
): Promise<{ personId: PersonId; secret: BoxedSecret }[]> {
  const rows = await trx
    .selectFrom('person_account')
    .select(['person_id', 'app_secret', 'app_secret_key'])
    .where('app_secret_key', '<>', current)
    .limit(limit)
    .forUpdate()
    .execute()
  return rows.flatMap(({ person_id: personId, app_secret: bytes, app_secret_key: key }) =>
    bytes === null || key === null ? [] : [{ personId, secret: { bytes, key } }],
  )
}

export function moveSecret(trx: Transaction, personId: PersonId, { bytes, key }: BoxedSecret): Promise<void> {
  return changeAccount(trx, personId, { app_secret: bytes, app_secret_key: key })
}

/** P13: whether an office or a membership waits for the person or stands. */
export async function hasGround(handle: Reader | Transaction, personId: PersonId, now: Instant): Promise<boolean> {
  for (const table of ['current_appointment', 'current_membership'] as const) {
    const row = await handle
      .selectFrom(table)
      .select('row_id')
      .where('person_id', '=', personId)
      .where((eb) => eb.or([eb('valid_until', 'is', null), eb('valid_until', '>', now)]))
      .limit(1)
      .executeTakeFirst()
    if (row) return true
  }
  return false
}
