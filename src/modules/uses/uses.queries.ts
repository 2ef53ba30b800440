import { sql } from 'kysely'
import { inTransaction, type Reader, type Store } from '#database'
import type { CivilDay, EnterpriseId, PersonId } from '#kernel'
import type { Right } from '#rights'
import { keyOf, type Use } from './uses.ts'

/** Of each right once, the newest day, in one order everywhere: whoever writes the same rows at once waits for nobody twice. */
function eachOnce(uses: readonly Use[]): Use[] {
  const newest = new Map<string, Use>()
  for (const use of uses) {
    const key = keyOf(use)
    const known = newest.get(key)
    if (known === undefined || known.day < use.day) newest.set(key, use)
  }
  return [...newest].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, use]) => use)
}

/**
 * Y1, Y3: writes down the days, where they are newer than what is known. Of whoever the store does not know (it was put back
 * meanwhile) nothing is written, so that they keep nobody else's from it.
 */
export async function writeUses(store: Store, uses: readonly Use[]): Promise<void> {
  const some = eachOnce(uses)
  const column = (of: (use: Use) => string, type: 'uuid' | 'text') => sql`${some.map(of)}::${sql.raw(type)}[]`
  const columns = [
    column(({ enterprise }) => enterprise, 'uuid'),
    column(({ person }) => person, 'uuid'),
    column(({ right }) => right.kind, 'text'),
    column(({ right }) => right.code, 'text'),
    column(({ right }) => right.scope, 'text'),
    column(({ day }) => day, 'text'),
  ]
  const written = sql`INSERT INTO last_use (enterprise_id, person_id, kind, code, scope, used_on)
    SELECT used.* FROM unnest(${sql.join(columns)}) AS used (enterprise, person, kind, code, scope, day)
      WHERE EXISTS (SELECT FROM enterprise WHERE id = used.enterprise) AND EXISTS (SELECT FROM person WHERE id = used.person)
    ON CONFLICT (enterprise_id, person_id, kind, code, scope) DO UPDATE SET used_on = excluded.used_on
      WHERE last_use.used_on < excluded.used_on`
  await inTransaction(store, (trx) => written.execute(trx), { isDecidedBy: false })
}

/** On which day each right of somebody was last used; null: never, as far as is known. */
export type LastUses = (right: Right) => CivilDay | null

/** What is known of the rights of one person for one enterprise. */
export async function lastUsesOf(reader: Reader, enterprise: EnterpriseId, person: PersonId): Promise<LastUses> {
  const rows = await reader
    .selectFrom('last_use')
    .select(['kind', 'code', 'scope', 'used_on'])
    .where('enterprise_id', '=', enterprise)
    .where('person_id', '=', person)
    .execute()
  return ({ kind, code, scope }) =>
    rows.find((row) => row.kind === kind && row.code === code && row.scope === scope)?.used_on ?? null
}
