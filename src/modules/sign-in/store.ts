import type { Instant, PersonId } from '#kernel'
import type { Transaction } from '#database'
import { sessionOf } from './queries.ts'
import type { StoredToken } from './queries.ts'
import { idleMaxMs } from './rules.ts'
import type { PendingByState, Session } from './session.ts'

/** The session, locked until the transaction ends: two tabs that answer at once come one after the other. */
export async function lockSession(trx: Transaction, idHash: Uint8Array): Promise<Session | null> {
  const row = await trx.selectFrom('session').selectAll().where('id_hash', '=', idHash).forUpdate().executeTakeFirst()
  return row ? sessionOf(row) : null
}

export async function insertSession(trx: Transaction, session: Session): Promise<void> {
  const { signedIn } = session
  await trx
    .insertInto('session')
    .values({
      id_hash: session.idHash,
      csrf: session.csrf,
      person_id: signedIn?.personId ?? null,
      level: signedIn?.level ?? null,
      key_code: signedIn?.keyCode ?? null,
      created_at: session.createdAt,
      seen_at: session.seenAt,
      expires_at: session.expiresAt,
      signed_in_at: signedIn?.at ?? null,
      pending: JSON.stringify(session.pending),
    })
    .execute()
}

export async function updatePending(
  trx: Transaction,
  idHash: Uint8Array,
  pending: PendingByState,
  now: Instant,
): Promise<void> {
  await trx
    .updateTable('session')
    .set({ pending: JSON.stringify(pending), seen_at: now })
    .where('id_hash', '=', idHash)
    .execute()
}

/** Notes that the session was used; an older moment than the one noted changes nothing. */
export async function touchSession(trx: Transaction, idHash: Uint8Array, now: Instant): Promise<void> {
  await trx
    .updateTable('session')
    .set({ seen_at: now })
    .where('id_hash', '=', idHash)
    .where('seen_at', '<', now)
    .execute()
}

/** True when there was one. */
export async function deleteSession(trx: Transaction, idHash: Uint8Array): Promise<boolean> {
  const result = await trx.deleteFrom('session').where('id_hash', '=', idHash).executeTakeFirst()
  return result.numDeletedRows === 1n
}

/** S11: ends whatever speaks for the person: sessions and access tokens. */
export async function endSessions(trx: Transaction, personId: PersonId): Promise<void> {
  await trx.deleteFrom('session').where('person_id', '=', personId).execute()
  await trx.deleteFrom('access_token').where('person_id', '=', personId).execute()
}

export async function deleteEnded(trx: Transaction, now: Instant): Promise<void> {
  const idleSince = (now - idleMaxMs) as Instant
  await trx
    .deleteFrom('session')
    .where((eb) => eb.or([eb('expires_at', '<=', now), eb('seen_at', '<=', idleSince)]))
    .execute()
  await trx.deleteFrom('access_token').where('expires_at', '<=', now).execute()
}

export async function insertToken(trx: Transaction, tokenHash: Uint8Array, token: StoredToken): Promise<void> {
  await trx
    .insertInto('access_token')
    .values({
      token_hash: tokenHash,
      person_id: token.personId,
      level: token.level,
      key_code: token.keyCode,
      created_at: token.createdAt,
      expires_at: token.expiresAt,
    })
    .execute()
}
