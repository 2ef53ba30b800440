import type { Fact } from '#database'
import { enterpriseId } from '../histories/product.ts'
import type { MemoryFacts } from '../support/memory-facts.ts'

const dayMs = 86_400_000

const kinds = [
  'enterprise_record',
  'representation',
  'account',
  'emergency_stop',
  'domain_activation',
  'capacity_activation',
  'appointment',
  'membership',
  'block',
  'authorisation',
] as const

/** What says the same in every world: whose fact it is, how it is referred to, and when it was written. */
const leftOut = new Set([
  'enterprise_id',
  'person_id',
  'holder_enterprise_id',
  'by_person',
  'by_basis',
  'row_id',
  'fact_id',
  'membership_id',
  'valid_from',
  'valid_until',
  'recorded_at',
  'number',
  'name',
])

type Row = Fact<(typeof kinds)[number]>

/** Everything believed of an enterprise that holds at the moment or later. */
export async function standing(
  facts: MemoryFacts,
  enterprise: string,
  now: number,
): Promise<{ kind: string; row: Row }[]> {
  const found: { kind: string; row: Row }[] = []
  for (const kind of kinds) {
    const rows = await facts.find(kind, { enterprise_id: enterpriseId(enterprise) })
    for (const row of rows) if (row.valid_until === null || row.valid_until > now) found.push({ kind, row })
  }
  return found
}

/** One fact without names: its own columns, whether it has begun, and in how many days it ends. */
function signed(kind: string, row: Row, now: number): string {
  const { person_id: person = null, by_person: by = null } = row as { person_id?: string | null; by_person?: string }
  const own = Object.entries(row).filter(([column, value]) => !leftOut.has(column) && value !== null)
  const begins = row.valid_from <= now ? '' : `in ${Math.ceil((row.valid_from - now) / dayMs)}`
  const ends = row.valid_until === null ? '' : `for ${Math.ceil((row.valid_until - now) / dayMs)}`
  const told = own.map(([column, value]) => `${column}=${String(value)}`).join(' ')
  return [kind, told, person !== null && person === by ? 'self' : '', begins, ends].filter(Boolean).join(' ')
}

/**
 * The state without who is who: what each person is, in alphabetical order, and what the enterprise is. No fact tells of two
 * persons but by who wrote it, which no rule asks after the fact, so that sorting persons is all the symmetry there is.
 */
export async function stateOf(facts: MemoryFacts, enterprise: string, now: number): Promise<string> {
  const byPerson = new Map<string, string[]>()
  for (const { kind, row } of await standing(facts, enterprise, now)) {
    const person = ('person_id' in row ? row.person_id : null) ?? ''
    const told = signed(kind, row, now)
    byPerson.set(person, [...(byPerson.get(person) ?? []), told])
  }
  const own = (byPerson.get('') ?? []).toSorted().join(', ')
  byPerson.delete('')
  const persons = [...byPerson.values()].map((facts_) => facts_.toSorted().join(', '))
  return [own, ...persons.toSorted()].join(' | ')
}
