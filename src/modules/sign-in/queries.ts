import type { AssuranceLevel, Instant, PersonId } from '#kernel'
import type { Reader, Tables, Transaction } from '#database'
import type { Selectable } from 'kysely'
import type { PendingByState, Session } from './session.ts'

/** A session as the row says it. */
export function sessionOf(row: Selectable<Tables['session']>): Session {
  const { person_id, level, key_code, signed_in_at } = row
  const whole = person_id !== null && level !== null && key_code !== null && signed_in_at !== null
  return {
    idHash: row.id_hash,
    csrf: row.csrf,
    createdAt: row.created_at,
    seenAt: row.seen_at,
    expiresAt: row.expires_at,
    signedIn: whole
      ? { personId: person_id, level: level as AssuranceLevel, keyCode: key_code, at: signed_in_at }
      : null,
    pending: row.pending as PendingByState,
  }
}

export async function findSession(handle: Reader | Transaction, idHash: Uint8Array): Promise<Session | null> {
  const row = await handle.selectFrom('session').selectAll().where('id_hash', '=', idHash).executeTakeFirst()
  return row ? sessionOf(row) : null
}

export type StoredToken = {
  readonly personId: PersonId
  readonly level: AssuranceLevel
  readonly keyCode: string
  readonly createdAt: Instant
  readonly expiresAt: Instant
}

export async function findToken(handle: Reader, tokenHash: Uint8Array): Promise<StoredToken | null> {
  const row = await handle.selectFrom('access_token').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst()
  if (!row) return null
  return {
    personId: row.person_id,
    level: row.level as AssuranceLevel,
    keyCode: row.key_code,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
  }
}
