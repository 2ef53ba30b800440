import { createHash, createHmac } from 'node:crypto'
import canonicalize from 'canonicalize'

/** The columns of audit_entry that an entry is checked by. */
export type EntryRow = {
  readonly id: string
  readonly recorded_at: number
  readonly event: string
  readonly enterprise_id: string | null
  readonly actor_id: string | null
  readonly subject_id: string | null
  readonly body: Uint8Array
}

/** The columns of audit_personal. */
export type PersonalRow = { readonly entry_id: string; readonly salt: Uint8Array; readonly data: Uint8Array }

export type Verdict = 'intact' | 'personal-erased' | 'tampered'

const bodyNames = [
  'actorBasis',
  'actorId',
  'commitment',
  'details',
  'digest',
  'enterpriseId',
  'event',
  'facts',
  'form',
  'id',
  'key',
  'level',
  'recordedAt',
  'subjectId',
  'via',
]

/**
 * Whether an entry is what was once written: canonical bytes, the digest, columns that say the same, and the commitment to the
 * personal data. It shares no code with the writing of entries. It finds every changed byte; who rewrites a whole entry with
 * a fitting digest is found by the signed log over the entries, not here.
 */
export function verifyEntry(row: EntryRow, personal: PersonalRow | null): Verdict {
  const body = canonicalObject(row.body)
  if (!body || Object.keys(body).toSorted().join() !== bodyNames.join()) return 'tampered'
  const { digest, ...rest } = body
  const right = createHash('sha256')
    .update(String(canonicalize(rest)))
    .digest('base64url')
  if (body['form'] !== 1 || digest !== right || !agrees(row, body)) return 'tampered'
  if (personal === null) return body['commitment'] === null ? 'intact' : 'personal-erased'
  if (personal.entry_id !== row.id || !canonicalObject(personal.data) || personal.salt.length !== 32) return 'tampered'
  const commitment = createHmac('sha256', personal.salt).update(personal.data).digest('base64url')
  return body['commitment'] === commitment ? 'intact' : 'tampered'
}

function agrees(row: EntryRow, body: Record<string, unknown>): boolean {
  return (
    row.id === body['id'] &&
    row.recorded_at === body['recordedAt'] &&
    row.event === body['event'] &&
    row.enterprise_id === body['enterpriseId'] &&
    row.actor_id === body['actorId'] &&
    row.subject_id === body['subjectId']
  )
}

/** The object in these bytes if they are its one canonical form, else null. */
function canonicalObject(bytes: Uint8Array): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
    return Buffer.from(String(canonicalize(value))).equals(bytes) ? (value as Record<string, unknown>) : null
  } catch {
    return null
  }
}
