import { givenAt, type Fact, type FactKind } from '#database'
import type { EnterpriseId, PersonId } from '#kernel'
import type { DictionaryWriter } from './words/dictionary.ts'
import { tagOf, type Entry, type Tag } from './words/entry.ts'
import { newFour, readUuid } from './words/ids.ts'
import { entryKind, places, sayable, smallOf } from './words/layout.ts'

/** The columns of a kind of fact that a decision reads, beside its period and when it was given. */
interface Read {
  /** Of a person, or of the enterprise itself. */
  readonly isOfPerson: boolean
  readonly texts: readonly string[]
  /** Whose fact it rests on, or its own. */
  readonly tag: string | null
  readonly endsAt: string | null
}

const ofEnterprise = (texts: readonly string[]): Read => ({ isOfPerson: false, texts, tag: null, endsAt: null })
const ofPerson = (texts: readonly string[], tag: string | null = null, endsAt: string | null = null): Read => ({
  isOfPerson: true,
  texts,
  tag,
  endsAt,
})

/** What a decision reads of each kind of fact. */
export const readOf = {
  enterprise_record: ofEnterprise(['situation', 'legal_form', 'status', 'number']),
  emergency_stop: ofEnterprise([]),
  situation_confirmation: ofEnterprise([]),
  domain_activation: ofEnterprise(['domain']),
  capacity_activation: ofEnterprise(['capacity']),
  representation: ofPerson(['function_code']),
  appointment: ofPerson(['scope', 'office', 'state', 'ground'], 'fact_id'),
  membership: ofPerson(['capacity'], 'fact_id'),
  block: ofPerson(['capacity']),
  authorisation: ofPerson(['service', 'capacity'], 'membership_id'),
  role_assignment: ofPerson(['role', 'context', 'state']),
  stand_in: ofPerson(['state'], 'appointment', 'ends_at'),
} as const satisfies Partial<Record<FactKind, Read>>

/** The kinds of fact that a decision reads. */
export type IndexedKind = keyof typeof readOf
export const indexedKinds = Object.keys(readOf) as readonly IndexedKind[]

/** One row of a fact, of a kind that decisions read. */
export type IndexedRow = { readonly [K in IndexedKind]: { readonly kind: K; readonly fact: Fact<K> } }[IndexedKind]

/** What is read of one row: the texts in the order of `readOf`; the moments in ms. */
export interface RowParts {
  readonly texts: readonly (string | null)[]
  readonly tag: Tag | null
  readonly from: number
  readonly until: number | null
  readonly given: number
  readonly endsAt: number | null
}

/** Where an entry belongs: to the enterprise itself, or to a person for it. */
export interface Placed {
  readonly enterprise: EnterpriseId
  readonly person: PersonId | null
  readonly entry: Entry
}

const four = newFour()

/** What a decision reads of a row; null: nothing, as of the vacancy of a seat. */
export function entryOf({ kind, fact }: IndexedRow, codes: DictionaryWriter): Placed | null {
  const person = 'person_id' in fact ? fact.person_id : undefined
  if (person === null) return null
  const { texts, tag, endsAt }: Read = readOf[kind]
  const columns = fact as unknown as Readonly<Record<string, string | number | null>>
  const parts: RowParts = {
    texts: texts.map((column) => (columns[column] ?? null) as string | null),
    tag: tag === null ? null : tagOf(readUuid(String(columns[tag]), four)),
    from: fact.valid_from,
    until: fact.valid_until,
    given: givenAt(fact),
    endsAt: endsAt === null ? null : Number(columns[endsAt]),
  }
  return { enterprise: fact.enterprise_id, person: person ?? null, entry: entryFrom(kind, parts, codes) }
}

function placeOf<T>(all: readonly T[], one: unknown): number {
  const place = all.indexOf(one as T)
  if (place === -1) throw new TypeError(`The index does not know ${String(one)}`)
  return place
}

/** The entry of a row. */
export function entryFrom(kind: IndexedKind, parts: RowParts, codes: DictionaryWriter): Entry {
  const from = sayable(parts.from)
  const given = sayable(parts.given)
  const [first, second] = parts.texts
  // 0 is the empty code, which no capacity has: a natural person's enterprise has no legal form.
  const a = hasNoCode.has(kind) ? 0 : codes.add(first ?? '')
  const hasSecond = kind === 'authorisation' || kind === 'enterprise_record'
  return {
    kind: kinds[kind],
    a,
    b: hasSecond && typeof second === 'string' ? codes.add(second) : 0,
    small: smallFrom(kind, parts.texts),
    from,
    until: parts.until === null ? null : sayable(parts.until),
    recorded: given < from ? given : null,
    tag: parts.tag,
    number: kind === 'enterprise_record' ? (parts.texts[3] ?? '') : null,
    endsAt: parts.endsAt === null ? null : sayable(parts.endsAt),
  }
}

const hasNoCode: ReadonlySet<IndexedKind> = new Set<IndexedKind>([
  'emergency_stop',
  'situation_confirmation',
  'stand_in',
])

/** How the kinds of facts are written. */
export const kinds = {
  enterprise_record: entryKind.record,
  emergency_stop: entryKind.stop,
  situation_confirmation: entryKind.confirmation,
  domain_activation: entryKind.domain,
  capacity_activation: entryKind.capacity,
  representation: entryKind.representation,
  appointment: entryKind.appointment,
  membership: entryKind.membership,
  block: entryKind.block,
  authorisation: entryKind.authorisation,
  role_assignment: entryKind.role,
  stand_in: entryKind.standIn,
} as const satisfies Record<IndexedKind, Entry['kind']>

/** What is written in a few bits: an office with its state and ground, a context and whether it is stopped, or a state. */
function smallFrom(kind: IndexedKind, [first, second, third, fourth]: RowParts['texts']): number {
  const { offices, states, grounds, contexts, standInStates } = places
  switch (kind) {
    case 'enterprise_record':
      return third === 'ceased' ? 1 : 0
    case 'appointment':
      return smallOf.appointment(placeOf(offices, second), placeOf(states, third), placeOf(grounds, fourth ?? null))
    case 'role_assignment':
      return smallOf.role(placeOf(contexts, second), third === 'stopped')
    case 'stand_in':
      return placeOf(standInStates, first)
    default:
      return 0
  }
}
