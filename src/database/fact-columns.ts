import type { FactBodies, FactKind } from './facts.ts'

type Nature<T> = unknown extends T
  ? 'json'
  : null extends T
    ? 'nullable'
    : T extends string | number | boolean
      ? 'required'
      : 'json'

/** The own columns of every kind of fact. Typed so that neither a column nor its being nullable can differ from FactBodies. */
export const factColumns = {
  enterprise_record: {
    enterprise_id: 'required',
    number: 'required',
    name: 'required',
    kind: 'required',
    legal_form: 'nullable',
    situation: 'required',
    status: 'required',
    address: 'nullable',
    rsz_number: 'nullable',
  },
  representation: {
    enterprise_id: 'required',
    person_id: 'required',
    holder_enterprise_id: 'nullable',
    function_code: 'required',
    power: 'required',
    end_reason: 'nullable',
  },
  account: {
    enterprise_id: 'required',
    state: 'required',
    ebox: 'required',
    by_person: 'required',
    by_basis: 'required',
  },
  emergency_stop: { enterprise_id: 'required', by_person: 'required', by_basis: 'required' },
  domain_activation: { enterprise_id: 'required', domain: 'required', by_person: 'required', by_basis: 'required' },
  capacity_activation: {
    enterprise_id: 'required',
    domain: 'required',
    capacity: 'required',
    by_person: 'required',
    by_basis: 'required',
  },
  appointment: {
    enterprise_id: 'required',
    office: 'required',
    scope: 'required',
    person_id: 'nullable',
    state: 'required',
    ground: 'nullable',
    term_until: 'nullable',
    waits_for: 'nullable',
    begins_at: 'nullable',
    by_person: 'nullable',
    by_basis: 'nullable',
  },
  membership: {
    enterprise_id: 'required',
    capacity: 'required',
    person_id: 'required',
    by_person: 'required',
    by_basis: 'required',
  },
  block: {
    enterprise_id: 'required',
    capacity: 'required',
    person_id: 'required',
    by_office: 'required',
    by_person: 'required',
    by_basis: 'required',
  },
  authorisation: {
    enterprise_id: 'required',
    membership_id: 'required',
    capacity: 'required',
    person_id: 'required',
    service: 'required',
    by_person: 'required',
    by_basis: 'required',
  },
  role_assignment: {
    enterprise_id: 'required',
    person_id: 'required',
    role: 'required',
    context: 'required',
    parameters: 'json',
    state: 'required',
    by_person: 'required',
    by_basis: 'required',
  },
  proposal: {
    enterprise_id: 'required',
    what: 'required',
    subject: 'required',
    body: 'json',
    confirmed_by: 'nullable',
    by_person: 'required',
    by_basis: 'required',
  },
  recognition: {
    enterprise_id: 'required',
    capacity: 'required',
    confirmed_by: 'required',
    by_person: 'required',
    by_basis: 'required',
  },
  stand_in: {
    enterprise_id: 'required',
    appointment: 'required',
    person_id: 'required',
    state: 'required',
    begins_at: 'required',
    ends_at: 'required',
    by_person: 'required',
    by_basis: 'required',
  },
  situation_confirmation: { enterprise_id: 'required', by_person: 'required', by_basis: 'required' },
  confirmation: {
    enterprise_id: 'required',
    standing: 'required',
    person_id: 'required',
    by_person: 'required',
    by_basis: 'required',
  },
  catalogue_entry: { kind: 'required', code: 'required', origin: 'required', body: 'json' },
} as const satisfies { [K in FactKind]: { [C in keyof FactBodies[K]]-?: Nature<FactBodies[K][C]> } }

/** The kinds of fact that remember when they were given. */
const remembering: ReadonlySet<FactKind> = new Set(['appointment', 'membership', 'authorisation', 'role_assignment'])

/** The columns that every row of a kind has beside its own, but for whether it is believed. */
export function commonColumnsOf(kind: FactKind): readonly string[] {
  const common = ['row_id', 'fact_id', 'valid_from', 'valid_until', 'recorded_at']
  return remembering.has(kind) ? [...common, 'given_at'] : common
}

export const factKinds = Object.keys(factColumns) as FactKind[]

type Column = { name: string; nature: 'required' | 'nullable' | 'json' }

const columns = new Map<string, Column[]>(
  Object.entries(factColumns).map(([kind, own]) => [
    kind,
    Object.entries(own).map(([name, nature]) => ({ name, nature })),
  ]),
)

/** The own columns of a kind; throws TypeError for what is no kind of fact. */
export function columnsOf(kind: FactKind): readonly Column[] {
  const own = columns.get(kind)
  if (!own) throw new TypeError(`No kind of fact: ${kind}`)
  return own
}

/** One condition of a filter: the column equals one of the values, or is null where `orNull`. */
export interface Condition {
  column: string
  values: readonly (string | number | boolean)[]
  orNull: boolean
}

/** A filter as conditions. Throws TypeError for an unknown column and for undefined, which would otherwise find everybody's facts. */
export function conditionsOf(kind: FactKind, where: object): Condition[] {
  const own = columnsOf(kind)
  return Object.entries(where).map(([column, value]: [string, unknown]) => {
    const nature = column === 'fact_id' ? 'required' : own.find((one) => one.name === column)?.nature
    if (nature === undefined || nature === 'json') throw new TypeError(`${kind} cannot be found by ${column}`)
    const wanted: unknown[] = Array.isArray(value) ? value : [value]
    const values = wanted.filter((one) => one !== null)
    for (const one of values)
      if (typeof one !== 'string' && typeof one !== 'number' && typeof one !== 'boolean')
        throw new TypeError(`${kind}.${column} cannot equal ${typeof one}`)
    return { column, values: values as (string | number | boolean)[], orNull: values.length < wanted.length }
  })
}
