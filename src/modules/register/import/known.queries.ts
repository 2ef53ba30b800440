import type { Reader, Transaction } from '#database'
import type { CivilDay, EnterpriseId } from '#kernel'
import { sql } from 'kysely'
import { texts } from '../column.store.ts'
import type { EntityDescription, EntityKind } from '../entry.ts'

/** What stands under a number, without its description. */
export interface Known {
  readonly number: string
  readonly kind: EntityKind
  readonly enterprise: EnterpriseId
  readonly started: CivilDay | null
  readonly until: CivilDay | null
  readonly digest: string
}

const known = sql<Known>`number, kind, enterprise_id AS enterprise, started, until, encode(digest, 'hex') AS digest`

/** What stands under these numbers, by number. */
export async function knownUnder(trx: Transaction, numbers: readonly string[]): Promise<ReadonlyMap<string, Known>> {
  if (numbers.length === 0) return new Map()
  const { rows } = await sql<Known>`
    SELECT ${known} FROM register_entry WHERE number = ANY(${texts(numbers)})`.execute(trx)
  return new Map(rows.map((row) => [row.number, row]))
}

/** From behind `after` (null: from the first) up to and with `through` (null: to the last). */
export interface NumberRange {
  readonly after: string | null
  readonly through: string | null
}

/** What stands between two numbers, by number. */
export async function knownBetween(
  trx: Transaction,
  { after, through }: NumberRange,
): Promise<ReadonlyMap<string, Known>> {
  const until = through === null ? sql`` : sql`AND number <= ${through}`
  const { rows } = await sql<Known>`
    SELECT ${known} FROM register_entry WHERE number > ${after ?? ''} ${until}`.execute(trx)
  return new Map(rows.map((row) => [row.number, row]))
}

/** The enterprises that stand under these numbers. */
export async function enterprisesUnder(
  trx: Transaction,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, EnterpriseId>> {
  if (numbers.length === 0) return new Map()
  const { rows } = await sql<{ number: string; enterprise: EnterpriseId }>`
    SELECT number, enterprise_id AS enterprise FROM register_entry WHERE number = ANY(${texts(numbers)})`.execute(trx)
  return new Map(rows.map((row) => [row.number, row.enterprise]))
}

export async function descriptionsUnder(
  trx: Transaction,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, EntityDescription>> {
  if (numbers.length === 0) return new Map()
  const rows = await trx
    .selectFrom('register_entry')
    .select(['number', 'description'])
    .where('number', 'in', [...numbers])
    .execute()
  return new Map(rows.map((row) => [row.number, row.description as EntityDescription]))
}

/** The enterprises that are in the register, in pages of their numbers. */
export async function* standingEnterprises(reader: Reader, pageSize: number): AsyncGenerator<readonly string[]> {
  for (let after = ''; ;) {
    const rows = await reader
      .selectFrom('register_entry')
      .select('number')
      .where('kind', '=', 'enterprise')
      .where('until', 'is', null)
      .where('number', '>', after)
      .orderBy('number')
      .limit(pageSize)
      .execute()
    if (rows.length > 0) yield rows.map((row) => row.number)
    const last = rows.at(-1)
    if (!last || rows.length < pageSize) return
    after = last.number
  }
}
