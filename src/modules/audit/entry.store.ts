import type { Instant, NewId } from '#kernel'
import type { Transaction } from '#database'
import { maskNationalNumbers } from '#kernel'
import type { Random } from '#keys'
import { canonicalBytes, checkAct } from './entry.ts'
import type { Act, AuditEntry, EntryBody } from './entry.ts'
import { commitmentTo, digestOf } from './seal.ts'

const saltBytes = 32

/** Writes the entry of an act in the transaction that does it (I21), and gives the entry's id. Throws TypeError for what must not be logged. */
export async function recordEntry(
  trx: Transaction,
  act: Act,
  { now, newId, random }: { now: Instant; newId: NewId; random: Random },
): Promise<string> {
  checkAct(act)
  const id = newId()
  const personal = personalRow(act, random)
  const body = bodyOf(id, now, act, personal && commitmentTo(personal.salt, personal.data))
  await trx
    .insertInto('audit_entry')
    .values({
      id,
      recorded_at: now,
      event: body.event,
      enterprise_id: body.enterpriseId,
      actor_id: body.actorId,
      subject_id: body.subjectId,
      body: canonicalBytes(body),
    })
    .execute()
  if (personal)
    await trx
      .insertInto('audit_personal')
      .values({ entry_id: id, ...personal })
      .execute()
  return id
}

function personalRow(act: Act, random: Random): { salt: Uint8Array; data: Uint8Array } | null {
  const fields = Object.entries(act.personal ?? {}).map(([name, text]) => [name, maskNationalNumbers(text)])
  if (fields.length === 0) return null
  return { salt: random(saltBytes), data: canonicalBytes(Object.fromEntries(fields)) }
}

function bodyOf(id: string, now: Instant, act: Act, commitment: string | null): EntryBody {
  const entry: AuditEntry = {
    id,
    recordedAt: now,
    event: act.event,
    enterpriseId: act.enterpriseId ?? null,
    actorId: act.actorId ?? null,
    subjectId: act.subjectId ?? null,
    actorBasis: act.actorBasis ?? null,
    key: act.key ?? null,
    level: act.level ?? null,
    via: act.via,
    facts: act.facts.map(({ kind, factId, rowId, change }) => ({ kind, factId, rowId, change })),
    details: { ...act.details },
  }
  const open = { ...entry, form: 1, commitment } as const
  return { ...open, digest: digestOf(open) }
}

/**
 * Erases the personal data of an entry, with its salt: what the entry commits to can then be neither read nor guessed.
 * True when there was any. The caller audits the erasure.
 */
export async function erasePersonal(trx: Transaction, entryId: string): Promise<boolean> {
  const result = await trx.deleteFrom('audit_personal').where('entry_id', '=', entryId).executeTakeFirst()
  return result.numDeletedRows === 1n
}
