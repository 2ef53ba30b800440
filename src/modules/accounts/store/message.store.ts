import type { Transaction } from '#database'
import { instant, type Instant, type Language, type PersonId } from '#kernel'

/** What waits to be sent; its secret is made when it is. */
export type Message = {
  readonly id: string
  readonly kind: 'opened' | 'renewed' | 'forgotten' | 'provisional-password' | 'verify-address'
  readonly personId: PersonId | null
  readonly address: string | null
  readonly language: Language | null
  /** This one included. */
  readonly attempts: number
}

export async function queueMessage(
  trx: Transaction,
  { now, newId }: { now: Instant; newId: () => string },
  message: {
    readonly kind: Message['kind']
    readonly personId: PersonId | null
    readonly address?: string
    readonly language?: Language
  },
): Promise<void> {
  await trx
    .insertInto('account_message')
    .values({
      id: newId(),
      created_at: now,
      kind: message.kind,
      person_id: message.personId,
      address: message.address ?? null,
      language: message.language ?? null,
      next_attempt_at: now,
    })
    .execute()
}

/** Takes the next message that is due, for so long nobody else's. */
export async function takeMessage(trx: Transaction, now: Instant, leaseMs: number): Promise<Message | null> {
  const row = await trx
    .selectFrom('account_message')
    .selectAll()
    .where('next_attempt_at', '<=', now)
    .orderBy('next_attempt_at')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  if (!row) return null
  const attempts = row.attempts + 1
  const next_attempt_at = instant(now + leaseMs)
  await trx.updateTable('account_message').set({ attempts, next_attempt_at }).where('id', '=', row.id).execute()
  const { id, kind, person_id: personId, address, language } = row
  return { id, kind, personId, address, language, attempts }
}

export async function removeMessage(trx: Transaction, id: string): Promise<void> {
  await trx.deleteFrom('account_message').where('id', '=', id).execute()
}

export async function tryAgainAt(trx: Transaction, id: string, at: Instant): Promise<void> {
  await trx.updateTable('account_message').set({ next_attempt_at: at }).where('id', '=', id).execute()
}
