import { createHash } from 'node:crypto'
import type { Reader, Transaction } from '#database'
import type { AssuranceLevel, Instant, NewId } from '#kernel'
import type { Random } from '#keys'

/** An online service that asks. */
export interface Client {
  readonly id: string
  readonly name: string
  /** Codes of the services that it may ask about, with their roles (D9). */
  readonly services: readonly string[]
  readonly seesChain: boolean
  /** The highest level that its word about a sign-in counts for; null: its word counts for nothing. */
  readonly levelCap: AssuranceLevel | null
  /** The recorded legal purpose for asking by national number; null: it may not. */
  readonly nationalNumberPurpose: string | null
}

export type ClientDescription = Omit<Client, 'id'>

const tokenPattern = /^clv_[\w-]{43}$/

function hashOf(token: string): Uint8Array {
  return new Uint8Array(createHash('sha256').update(token).digest())
}

/** D8: registers a client. The token is given here and never again. The caller audits; a name that is taken throws (`client_name_key`). */
export async function createClient(
  trx: Transaction,
  described: ClientDescription,
  { now, newId, random }: { now: Instant; newId: NewId; random: Random },
): Promise<{ id: string; token: string }> {
  const id = newId()
  const token = `clv_${Buffer.from(random(32)).toString('base64url')}`
  await trx
    .insertInto('client')
    .values({
      id,
      name: described.name,
      token_hash: hashOf(token),
      services: [...described.services],
      sees_chain: described.seesChain,
      level_cap: described.levelCap,
      national_number_purpose: described.nationalNumberPurpose,
      created_at: now,
      ended_at: null,
    })
    .execute()
  return { id, token }
}

/** The client that the token speaks for at that moment, or null. Only the hash is compared, so that no timing tells a token. */
export async function clientByToken(reader: Reader, token: string, now: Instant): Promise<Client | null> {
  if (!tokenPattern.test(token)) return null
  const row = await reader
    .selectFrom('client')
    .selectAll()
    .where('token_hash', '=', hashOf(token))
    .where((eb) => eb.or([eb('ended_at', 'is', null), eb('ended_at', '>', now)]))
    .executeTakeFirst()
  return row ? clientOf(row) : null
}

interface Row {
  readonly id: string
  readonly name: string
  readonly services: string[]
  readonly sees_chain: boolean
  readonly level_cap: number | null
  readonly national_number_purpose: string | null
}

const clientOf = (row: Row): Client => ({
  id: row.id,
  name: row.name,
  services: row.services,
  seesChain: row.sees_chain,
  levelCap: row.level_cap as AssuranceLevel | null,
  nationalNumberPurpose: row.national_number_purpose,
})

/** Everybody who may ask, or might, by the SHA-256 of their token in hexadecimal. */
export async function allClients(
  reader: Reader,
): Promise<ReadonlyMap<string, Client & { readonly endedAt: Instant | null }>> {
  const rows = await reader.selectFrom('client').selectAll().execute()
  return new Map(
    rows.map((row) => [Buffer.from(row.token_hash).toString('hex'), { ...clientOf(row), endedAt: row.ended_at }]),
  )
}

/** D8: ends a client; false when there is none of that id that had not ended. The caller audits. */
export async function endClient(trx: Transaction, id: string, now: Instant): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('client')
    .set({ ended_at: now })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}
