import type { FactKind, Reader } from '#database'
import type { Instant } from '#kernel'
import { naturalPersonForm } from '../catalogue.ts'
import { nameOf } from '../ends.ts'
import type { EntryKind } from '../schema.ts'

/** A column of a fact that holds codes of a kind of entry. */
type Use = { readonly fact: FactKind; readonly column: string; readonly office?: string }

const uses: { readonly [K in EntryKind]?: readonly Use[] } = {
  domain: [
    { fact: 'domain_activation', column: 'domain' },
    { fact: 'appointment', column: 'scope', office: 'access-manager' },
  ],
  capacity: [
    { fact: 'capacity_activation', column: 'capacity' },
    { fact: 'appointment', column: 'scope', office: 'group-manager' },
    { fact: 'membership', column: 'capacity' },
  ],
  service: [{ fact: 'authorisation', column: 'service' }],
  role: [{ fact: 'role_assignment', column: 'role' }],
  function: [{ fact: 'representation', column: 'function_code' }],
  'legal-form': [{ fact: 'enterprise_record', column: 'legal_form' }],
  'juridical-situation': [{ fact: 'enterprise_record', column: 'situation' }],
}

/** How many facts that hold now or later use each of the entries; those that nothing uses are left out. */
export async function usesOf(
  reader: Reader,
  entries: readonly { readonly kind: string; readonly code: string }[],
  now: Instant,
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>()
  const count = (kind: string, code: string, found: number) => {
    const name = nameOf({ kind, code })
    if (found > 0) counts.set(name, (counts.get(name) ?? 0) + found)
  }
  for (const [kind, places] of Object.entries(uses)) {
    const codes = entries.filter((entry) => entry.kind === kind).map(({ code }) => code)
    if (codes.length === 0) continue
    for (const use of places) {
      for (const [code, found] of await countIn(reader, use, codes, now)) count(kind, code, found)
    }
    if (kind === 'legal-form' && codes.includes(naturalPersonForm)) {
      count(kind, naturalPersonForm, await naturalPersons(reader, now))
    }
  }
  return counts
}

/** kysely cannot type a table that is only known while running: `scope` and `office` stand for the columns named. */
async function countIn(
  reader: Reader,
  { fact, column, office }: Use,
  codes: readonly string[],
  now: Instant,
): Promise<[code: string, count: number][]> {
  let query = reader
    .selectFrom(`current_${fact}` as 'current_appointment')
    .select((eb) => [eb.ref(column as 'scope').as('code'), eb.fn.countAll<number | string>().as('found')])
    .where(column as 'scope', 'in', codes)
    .where((eb) => eb.or([eb('valid_until', 'is', null), eb('valid_until', '>', now)]))
    .groupBy(column as 'scope')
  if (office !== undefined) query = query.where('office', '=', office as 'access-manager')
  return (await query.execute()).map(({ code, found }) => [code, Number(found)])
}

async function naturalPersons(reader: Reader, now: Instant): Promise<number> {
  const { found } = await reader
    .selectFrom('current_enterprise_record')
    .select((eb) => eb.fn.countAll<number | string>().as('found'))
    .where('legal_form', 'is', null)
    .where((eb) => eb.or([eb('valid_until', 'is', null), eb('valid_until', '>', now)]))
    .executeTakeFirstOrThrow()
  return Number(found)
}
