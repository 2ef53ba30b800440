import { givenAt, type Fact, type FactKind } from '#database'
import type { EnterpriseId, PersonId } from '#kernel'
import type { DictionaryWriter } from './words/dictionary.ts'
import { tagOf, type Entry } from './words/entry.ts'
import { entryKind, places, sayable, smallOf } from './words/layout.ts'

/** The kinds of fact that a decision reads. */
export const indexedKinds = [
  'enterprise_record',
  'emergency_stop',
  'situation_confirmation',
  'domain_activation',
  'capacity_activation',
  'representation',
  'appointment',
  'membership',
  'block',
  'authorisation',
  'role_assignment',
  'stand_in',
] as const satisfies readonly FactKind[]
export type IndexedKind = (typeof indexedKinds)[number]

/** One row of a fact, of a kind that decisions read. */
export type IndexedRow = { readonly [K in IndexedKind]: { readonly kind: K; readonly fact: Fact<K> } }[IndexedKind]

/** Where an entry belongs: to the enterprise itself, or to a person for it. */
export interface Placed {
  readonly enterprise: EnterpriseId
  readonly person: PersonId | null
  readonly entry: Entry
}

type Own = Partial<Pick<Entry, 'a' | 'b' | 'small' | 'tag' | 'number' | 'endsAt'>>

function entry(kind: Entry['kind'], fact: Fact<FactKind>, own: Own): Entry {
  const from = sayable(fact.valid_from)
  const until = fact.valid_until === null ? null : sayable(fact.valid_until)
  const at = sayable(givenAt(fact))
  return {
    kind,
    from,
    until,
    recorded: at < from ? at : null,
    a: 0,
    b: 0,
    small: 0,
    tag: null,
    number: null,
    endsAt: null,
    ...own,
  }
}

function placeOf<T>(all: readonly T[], one: T): number {
  const place = all.indexOf(one)
  if (place === -1) throw new TypeError(`The index does not know ${String(one)}`)
  return place
}

function ofAppointment(fact: Fact<'appointment'>, codes: DictionaryWriter): Entry {
  const { offices, states, grounds } = places
  const small = smallOf.appointment(
    placeOf(offices, fact.office),
    placeOf(states, fact.state),
    placeOf(grounds, fact.ground),
  )
  return entry(entryKind.appointment, fact, { a: codes.add(fact.scope), small, tag: tagOf(fact.fact_id) })
}

function ofRole(fact: Fact<'role_assignment'>, codes: DictionaryWriter): Entry {
  const small = smallOf.role(placeOf(places.contexts, fact.context), fact.state === 'stopped')
  return entry(entryKind.role, fact, { a: codes.add(fact.role), small })
}

function ofStandIn(fact: Fact<'stand_in'>): Entry {
  const small = placeOf(places.standInStates, fact.state)
  return entry(entryKind.standIn, fact, { small, tag: tagOf(fact.appointment), endsAt: sayable(fact.ends_at) })
}

/** What a decision reads of a row; null: nothing, as of the vacancy of a seat. */
export function entryOf(row: IndexedRow, codes: DictionaryWriter): Placed | null {
  const { fact } = row
  const person = 'person_id' in fact ? fact.person_id : undefined
  if (person === null) return null
  return { enterprise: fact.enterprise_id, person: person ?? null, entry: readRow(row, codes) }
}

function readRow(row: IndexedRow, codes: DictionaryWriter): Entry {
  switch (row.kind) {
    case 'enterprise_record': {
      const { situation, legal_form: form, status, number } = row.fact
      // 0 is the empty code, which no legal form has: a natural person's enterprise has none.
      const b = form === null ? 0 : codes.add(form)
      return entry(entryKind.record, row.fact, {
        a: codes.add(situation),
        b,
        small: status === 'ceased' ? 1 : 0,
        number,
      })
    }
    case 'emergency_stop':
      return entry(entryKind.stop, row.fact, {})
    case 'situation_confirmation':
      return entry(entryKind.confirmation, row.fact, {})
    case 'domain_activation':
      return entry(entryKind.domain, row.fact, { a: codes.add(row.fact.domain) })
    case 'capacity_activation':
      return entry(entryKind.capacity, row.fact, { a: codes.add(row.fact.capacity) })
    case 'representation':
      return entry(entryKind.representation, row.fact, { a: codes.add(row.fact.function_code) })
    case 'appointment':
      return ofAppointment(row.fact, codes)
    case 'membership':
      return entry(entryKind.membership, row.fact, { a: codes.add(row.fact.capacity), tag: tagOf(row.fact.fact_id) })
    case 'block':
      return entry(entryKind.block, row.fact, { a: codes.add(row.fact.capacity) })
    case 'authorisation': {
      const { service, capacity, membership_id: membership } = row.fact
      return entry(entryKind.authorisation, row.fact, {
        a: codes.add(service),
        b: codes.add(capacity),
        tag: tagOf(membership),
      })
    }
    case 'role_assignment':
      return ofRole(row.fact, codes)
    case 'stand_in':
      return ofStandIn(row.fact)
  }
}
