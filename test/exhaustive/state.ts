import { createHash } from 'node:crypto'
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
  'stand_in',
  'membership',
  'block',
  'authorisation',
  'proposal',
  'situation_confirmation',
  'confirmation',
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
  'appointment',
  'standing',
  'valid_from',
  'valid_until',
  'recorded_at',
  'begins_at',
  'ends_at',
  'given_at',
  'number',
  'name',
])

type Kind = (typeof kinds)[number]
type Row = Fact<Kind>
interface Standing {
  readonly kind: Kind
  readonly row: Row
}

/** What a family's rules look at beyond what stands: who gave it, where a new chief looks at that. */
export interface Looks {
  readonly atGivers: boolean
}

/** Everything believed of an enterprise, whether it holds still or not. */
async function believed(facts: MemoryFacts, enterprise: string): Promise<Standing[]> {
  const where = { enterprise_id: enterpriseId(enterprise) }
  const rows = await Promise.all(kinds.map((kind) => facts.find(kind, where)))
  return kinds.flatMap((kind, index) => (rows[index] ?? []).map((row) => ({ kind, row })))
}

const goesOn = (row: Row, now: number): boolean => row.valid_until === null || row.valid_until > now

/** What was confirmed, looked at or proposed and done is kept for ever, and only said to have been. */
const isDone = ({ kind, row }: Standing): boolean =>
  kind === 'confirmation' || (kind === 'proposal' && columnsOf(row)['confirmed_by'] !== null)

/** What stands, as text: to see that nothing of it has changed. */
export async function standing(facts: MemoryFacts, enterprise: string, now: number): Promise<string> {
  return JSON.stringify((await believed(facts, enterprise)).filter(({ row }) => goesOn(row, now)))
}

const columnsOf = (row: Row) => row as unknown as Record<string, unknown>
const idIn = (row: Row, column: string): string | null => {
  const value = columnsOf(row)[column]
  return typeof value === 'string' ? value : null
}
const isPerson = (value: unknown): value is string =>
  typeof value === 'string' && value.startsWith('00000000-0000-4100-')

/** What else decides about a fact that stands: days and facts that are past. */
class Past {
  readonly #all: readonly Standing[]
  readonly #now: number
  readonly #chief: Row | undefined
  /** Since when the enterprise is in a situation that holds back what was before it. */
  readonly #situation: number | null

  constructor(all: readonly Standing[], now: number) {
    this.#all = all
    this.#now = now
    const seats = all.filter(
      ({ kind, row }) => kind === 'appointment' && columnsOf(row)['office'] === 'chief-access-manager',
    )
    this.#chief = seats.find(
      ({ row }) => columnsOf(row)['state'] === 'active' && row.valid_from <= now && goesOn(row, now),
    )?.row
    const record = all.find(
      ({ kind, row }) => kind === 'enterprise_record' && row.valid_from <= now && goesOn(row, now),
    )?.row
    this.#situation = record && columnsOf(record)['situation'] !== 'normal' ? record.valid_from : null
  }

  /** In words, for the fact's own text. */
  of({ kind, row }: Standing, { atGivers }: Looks): string[] {
    const words: string[] = []
    const given = Math.min(row.valid_from, Number(columnsOf(row)['given_at'] ?? Infinity))
    if (this.#situation !== null && given < this.#situation && kind !== 'enterprise_record') words.push('before')
    if (kind === 'appointment' && columnsOf(row)['ground'] === 'legal-representative') words.push(this.#ground(row))
    if (kind === 'authorisation' || kind === 'membership') {
      const basis = idIn(row, 'by_basis')
      if (this.#all.some((one) => one.kind === 'stand_in' && one.row.fact_id === basis && goesOn(one.row, this.#now)))
        words.push('with the stand-in')
    }
    if (atGivers && (kind === 'appointment' || kind === 'membership')) words.push(this.#below(row))
    return words.filter(Boolean)
  }

  /** For how many days whoever holds the office has not been a representative. */
  #ground(row: Row): string {
    const person = idIn(row, 'person_id')
    const held = this.#all.filter(
      ({ kind, row: one }) => kind === 'representation' && idIn(one, 'person_id') === person,
    )
    if (held.some(({ row: one }) => one.valid_from <= this.#now && goesOn(one, this.#now))) return ''
    const last = Math.max(...held.map(({ row: one }) => one.valid_until ?? 0), 0)
    return `without ground for ${Math.min(31, Math.floor((this.#now - last) / dayMs))}`
  }

  /** Whether the chief who sits now took it over, and has looked at it. */
  #below(row: Row): string {
    const chief = this.#chief
    if (!chief || row.fact_id === chief.fact_id) return ''
    const seated = this.#all.filter(
      ({ row: one }) =>
        one.fact_id === chief.fact_id && ['active', 'suspended'].includes(String(columnsOf(one)['state'])),
    )
    const since = Math.min(...seated.map(({ row: one }) => one.valid_from))
    const rows = this.#all.filter(({ row: one }) => one.fact_id === row.fact_id)
    const looked = this.#all.some(
      ({ kind, row: one }) =>
        kind === 'confirmation' && idIn(one, 'standing') === row.fact_id && idIn(one, 'by_basis') === chief.fact_id,
    )
    if (looked) return 'looked at'
    return rows.some(({ row: one }) => Math.min(one.valid_from, one.recorded_at) < since) ? 'taken over' : ''
  }
}

/** One fact in words, with whom it names, in places that the words show. */
interface Said {
  readonly parts: readonly (string | { readonly person: string })[]
  readonly persons: readonly string[]
}

function said(one: Standing, all: readonly Standing[], past: Past, looks: Looks, now: number): Said {
  const { kind, row } = one
  const own = Object.entries(columnsOf(row)).filter(([column, value]) => !leftOut.has(column) && value !== null)
  const begins = row.valid_from <= now ? '' : `in ${Math.ceil((row.valid_from - now) / dayMs)}`
  const ends = row.valid_until === null ? '' : `for ${Math.ceil((row.valid_until - now) / dayMs)}`
  const parts: Said['parts'][number][] = [kind]
  const [person, by] = [idIn(row, 'person_id'), idIn(row, 'by_person')]
  if (person !== null) parts.push({ person })
  for (const [column, value] of own) {
    if (column !== 'body') parts.push(`${column}=${String(value)}`)
    else
      for (const [name, part] of Object.entries(value as object))
        parts.push(`${name}=`, isPerson(part) ? { person: part } : JSON.stringify(part))
  }
  if (person !== null && person === by) parts.push('self')
  if (kind === 'stand_in') {
    const days = [columnsOf(row)['begins_at'], columnsOf(row)['ends_at']].map((at) =>
      Math.max(0, Math.ceil((Number(at) - now) / dayMs)),
    )
    const of = all.find(({ row: office }) => office.fact_id === idIn(row, 'appointment'))
    parts.push(`days ${days.join(' to ')} for ${of ? String(columnsOf(of.row)['office']) : ''}`)
  }
  const isRelation =
    kind === 'proposal' || kind === 'stand_in' || (looks.atGivers && ['appointment', 'membership'].includes(kind))
  if (isRelation && by !== null) parts.push('by', { person: by })
  parts.push(...past.of(one, looks), begins, ends)
  return { parts, persons: parts.flatMap((part) => (typeof part === 'string' ? [] : [part.person])) }
}

/** Who is who is given by `name`. */
const textOf = ({ parts }: Said, name: (person: string) => string): string =>
  parts
    .map((part) => (typeof part === 'string' ? part : name(part.person)))
    .filter(Boolean)
    .join(' ')

const textsOf = (all: readonly Said[], order: readonly string[]): string => {
  const names = new Map(order.map((id, index) => [id, `person ${index}`]))
  return all
    .map((one) => textOf(one, (person) => names.get(person) ?? person))
    .toSorted()
    .join(', ')
}

function permutations<T>(all: readonly T[]): T[][] {
  if (all.length <= 1) return [[...all]]
  return all.flatMap((one, index) => permutations(all.toSpliced(index, 1)).map((rest) => [one, ...rest]))
}

/** Every order in which the groups come one after the other, and whoever is in one in any order. */
const orders = (groups: readonly string[][]): string[][] =>
  groups.reduce<string[][]>(
    (before, group) => before.flatMap((some) => permutations(group).map((more) => [...some, ...more])),
    [[]],
  )

export interface State {
  /** The same for two worlds that differ only in who is who. */
  readonly key: string
  /** Persons who could change places without anybody noticing, in groups. */
  readonly alike: readonly (readonly string[])[]
}

/**
 * What stands, without who is who: of all ways to give out the names the one whose text comes first. Persons of whom different
 * things are said are ordered by that; only the others are tried in every order.
 */
export async function stateOf(
  facts: MemoryFacts,
  enterprise: string,
  asked: { now: number; persons: readonly string[]; apart: readonly string[]; looks: Looks },
): Promise<State> {
  const { now, persons, apart, looks } = asked
  const all = await believed(facts, enterprise)
  const past = new Past(all, now)
  const still = all.filter((one) => goesOn(one.row, now) && !isDone(one))
  const told: Said[] = [
    ...still.map((one) => said(one, all, past, looks, now)),
    ...apart.map((person, index) => ({ parts: [`apart ${index}`, { person }], persons: [person] })),
  ]
  const about = new Map(persons.map((id) => [id, aboutPerson(told, id)]))
  const groups = [...Map.groupBy(persons, (id) => about.get(id) ?? '')].toSorted(([a], [b]) => (a < b ? -1 : 1))
  const known = groups.filter(([text]) => text !== '').map(([, ids]) => ids)
  // Of whom nothing is said any order gives the same text; and where a fact names one person only, so does a group.
  const related = told.some((one) => new Set(one.persons).size > 1)
  const tried = related ? orders(known) : [known.flat()]
  const texts = tried.map((order) => textsOf(told, order))
  const least = texts.reduce((one, other) => (other < one ? other : one))
  const alike = groups.flatMap(([text, ids]) =>
    text === '' || !related ? [ids] : interchangeable(told, known.flat(), ids),
  )
  return { key: createHash('sha1').update(least).digest('base64'), alike }
}

/** What is said of a person, without saying of whom else. */
const aboutPerson = (told: readonly Said[], id: string): string =>
  told
    .filter((one) => one.persons.includes(id))
    .map((one) => textOf(one, (person) => (person === id ? 'they' : 'somebody')))
    .toSorted()
    .join(', ')

/** Of persons of whom the same is said, those with whom the text stays the same when two change places. */
function interchangeable(told: readonly Said[], order: readonly string[], ids: readonly string[]): string[][] {
  const text = textsOf(told, order)
  const found: string[][] = []
  for (const id of ids) {
    const swapped = (other: string) => order.map((one) => (one === id ? other : one === other ? id : one))
    const group = found.find(([first]) => first !== undefined && textsOf(told, swapped(first)) === text)
    if (group) group.push(id)
    else found.push([id])
  }
  return found
}
