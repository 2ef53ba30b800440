import type { Reader, Transaction } from '#database'
import { instant, type Email, type Instant, type PersonId } from '#kernel'
import type { Random } from '#keys'
import { lifeMs } from '../rules.ts'
import { newToken, tokenHash } from '../secrets/words.ts'
import type { BoxedSecret } from '../secrets/secret-box.ts'

/** What a token is for; each counts for nothing else. */
export type Purpose = 'activate' | 'verify-address' | 'choose-password' | 'set-up-app' | 'app-code'

export type Token = {
  readonly personId: PersonId
  readonly email: Email | null
  readonly secret: BoxedSecret | null
}

type NewToken = {
  readonly purpose: Purpose
  readonly personId: PersonId
  readonly email?: Email
  readonly secret?: BoxedSecret
  readonly lifeMs?: number
}

/** Makes a token and gives its text, which is nowhere to be read again. */
export async function issueToken(
  trx: Transaction,
  { random, now }: { random: Random; now: Instant },
  wanted: NewToken,
): Promise<string> {
  const text = newToken(random)
  await trx
    .insertInto('account_token')
    .values({
      token_hash: tokenHash(text) as Uint8Array,
      purpose: wanted.purpose,
      person_id: wanted.personId,
      email: wanted.email ?? null,
      secret: wanted.secret?.bytes ?? null,
      secret_key: wanted.secret?.key ?? null,
      created_at: now,
      expires_at: instant(now + (wanted.lifeMs ?? lifeMs[wanted.purpose])),
      used_at: null,
    })
    .execute()
  return text
}

type Row = { person_id: PersonId; email: string | null; secret: Uint8Array | null; secret_key: string | null }

const tokenOf = ({ person_id, email, secret, secret_key }: Row): Token => ({
  personId: person_id,
  email: email as Email | null,
  secret: secret === null || secret_key === null ? null : { bytes: secret, key: secret_key },
})

const columns = ['person_id', 'email', 'secret', 'secret_key'] as const

/** I7: what a token would prove, without using it: null when it is unknown, used, over, or for something else. */
export async function readToken(
  handle: Reader | Transaction,
  text: string,
  purpose: Purpose,
  now: Instant,
): Promise<Token | null> {
  const hash = tokenHash(text)
  if (!hash) return null
  const row = await handle
    .selectFrom('account_token')
    .select(columns)
    .where('token_hash', '=', hash)
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row ? tokenOf(row) : null
}

/** I7: uses a token up, in one statement: of any number of uses at once, one gets it. */
export async function useToken(trx: Transaction, text: string, purpose: Purpose, now: Instant): Promise<Token | null> {
  const hash = tokenHash(text)
  if (!hash) return null
  const row = await trx
    .updateTable('account_token')
    .set({ used_at: now })
    .where('token_hash', '=', hash)
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning(columns)
    .executeTakeFirst()
  return row ? tokenOf(row) : null
}

/** The person's tokens for this are over: a newer one takes their place, or what they were for has changed. */
export async function endTokens(
  trx: Transaction,
  personId: PersonId,
  purposes: readonly Purpose[],
  now: Instant,
): Promise<void> {
  await trx
    .updateTable('account_token')
    .set({ used_at: now })
    .where('person_id', '=', personId)
    .where('purpose', 'in', purposes)
    .where('used_at', 'is', null)
    .execute()
}

/** Removes tokens that have been over for a day. */
export async function removeOldTokens(trx: Transaction, now: Instant): Promise<void> {
  await trx
    .deleteFrom('account_token')
    .where('expires_at', '<', instant(now - lifeMs.provisional))
    .execute()
}
