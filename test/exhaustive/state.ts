import type { Fact } from '#database'
import { enterpriseId, personId } from '../histories/product.ts'
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
  'proposal',
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

/** One fact: its own columns, whom it is about by the names given, whether it has begun, and in how many days it ends. */
function signed(kind: string, row: Row, now: number, names: ReadonlyMap<string, string>): string {
  const { person_id: person = null, by_person: by = null } = row as { person_id?: string | null; by_person?: string }
  const own = Object.entries(row).filter(([column, value]) => !leftOut.has(column) && value !== null)
  const begins = row.valid_from <= now ? '' : `in ${Math.ceil((row.valid_from - now) / dayMs)}`
  const ends = row.valid_until === null ? '' : `for ${Math.ceil((row.valid_until - now) / dayMs)}`
  const told = own.map(([column, value]) => `${column}=${column === 'body' ? bodyText(value, names) : String(value)}`)
  const proposer = kind === 'proposal' ? `by ${names.get(by ?? '') ?? ''}` : ''
  const parts = [names.get(person ?? '') ?? '', kind, ...told, person !== null && person === by ? 'self' : '']
  return [...parts, proposer, begins, ends].filter(Boolean).join(' ')
}

/** What is proposed, with persons by the names given and without references. */
function bodyText(body: unknown, names: ReadonlyMap<string, string>): string {
  return JSON.stringify(body, (_key, value: unknown) =>
    typeof value === 'string' ? (names.get(value) ?? value) : value,
  )
}

function permutations<T>(all: readonly T[]): T[][] {
  if (all.length <= 1) return [[...all]]
  return all.flatMap((one, index) => permutations(all.toSpliced(index, 1)).map((rest) => [one, ...rest]))
}

/**
 * The state without who is who: of all ways to give out the names, the one whose text comes first. Only a proposal tells of two
 * persons; without one, persons in the order of their own texts are that way already.
 */
export async function stateOf(facts: MemoryFacts, enterprise: string, now: number): Promise<string> {
  const all = await standing(facts, enterprise, now)
  const concerned = new Map<string, string[]>()
  const nobody = new Map<string, string>()
  for (const { kind, row } of all) {
    const ids = kind === 'proposal' ? personsIn(row) : [('person_id' in row ? row.person_id : null) ?? '']
    for (const id of ids) concerned.set(id, [...(concerned.get(id) ?? []), signed(kind, row, now, nobody)])
  }
  concerned.delete('')
  const ordered = [...concerned].map(([id, told]) => ({ id, told: told.toSorted().join(', ') }))
  const sorted = ordered.toSorted((a, b) => (a.told < b.told ? -1 : 1)).map(({ id }) => id)
  const orders = all.some(({ kind }) => kind === 'proposal') ? permutations(sorted) : [sorted]
  const texts = orders.map((order) => {
    const names = new Map(order.map((id, index) => [id, `person ${index}`]))
    return all
      .map(({ kind, row }) => signed(kind, row, now, names))
      .toSorted()
      .join(', ')
  })
  return texts.reduce((least, text) => (text < least ? text : least))
}

/** Who proposed, and everybody whom the proposal names. */
function personsIn(row: Row): string[] {
  const { by_person: by, body } = row as { by_person: string; body: Record<string, unknown> }
  return [by, ...Object.values(body).filter(isPerson)]
}

const isPerson = (value: unknown): value is string =>
  typeof value === 'string' && value.startsWith(personId('p').slice(0, 19))
