import {
  columnsOf,
  commonColumnsOf,
  conditionsOf,
  factKinds,
  givenAt,
  holdsAt,
  StaleFact,
  type DatabaseFault,
  type Fact,
  type FactColumns,
  type FactFilter,
  type FactKind,
  type FactWriter,
  type Period,
} from '#database'
import { instant, type Instant, type NewId } from '#kernel'

/** A place in the life of the facts, to go back to. */
export type Mark = number & { readonly mark: unique symbol }

/** Facts in memory, alike to those of the store in what they answer and in which constraint refuses them. */
export interface MemoryFacts extends FactWriter {
  snapshot(): Mark
  /** Forgets everything written since; marks taken since are void. */
  restore(mark: Mark): void
}

type Row = FactColumns & { [own: string]: unknown }

/** The exclusion constraints of migrations/0001_foundation.sql: no two current rows alike in the columns hold at once. */
interface Exclusion {
  name: string
  columns: readonly string[]
  when?: (row: Row) => boolean
}

const seated = new Set(['active', 'suspended', 'vacant'])
const isCoChief = (row: Row): boolean => row['office'] === 'co-chief-access-manager'

const exclusions: { [K in FactKind]: readonly Exclusion[] } = {
  enterprise_record: [
    { name: 'one_record_per_enterprise', columns: ['enterprise_id'] },
    { name: 'one_enterprise_per_number', columns: ['number'] },
  ],
  representation: [],
  account: [{ name: 'one_account_per_enterprise', columns: ['enterprise_id'] }],
  emergency_stop: [{ name: 'one_stop_per_enterprise', columns: ['enterprise_id'] }],
  domain_activation: [{ name: 'one_activation_per_domain', columns: ['enterprise_id', 'domain'] }],
  capacity_activation: [{ name: 'one_activation_per_capacity', columns: ['enterprise_id', 'capacity'] }],
  appointment: [
    {
      name: 'one_holder_per_seat',
      columns: ['enterprise_id', 'office', 'scope'],
      when: (row) => !isCoChief(row) && seated.has(row['state'] as string),
    },
    {
      name: 'one_candidate_per_seat',
      columns: ['enterprise_id', 'office', 'scope'],
      when: (row) => !isCoChief(row) && !seated.has(row['state'] as string),
    },
    { name: 'one_co_chief_seat_per_person', columns: ['enterprise_id', 'person_id'], when: isCoChief },
  ],
  membership: [{ name: 'one_membership_per_group', columns: ['enterprise_id', 'capacity', 'person_id'] }],
  block: [{ name: 'one_block_per_group', columns: ['enterprise_id', 'capacity', 'person_id'] }],
  authorisation: [{ name: 'one_authorisation_per_service', columns: ['membership_id', 'service'] }],
  role_assignment: [],
  proposal: [
    {
      name: 'one_waiting_proposal',
      columns: ['enterprise_id', 'what', 'subject'],
      when: (row) => row['confirmed_by'] === null,
    },
  ],
  recognition: [{ name: 'one_recognition_per_capacity', columns: ['enterprise_id', 'capacity'] }],
  stand_in: [{ name: 'one_stand_in_per_office', columns: ['appointment'] }],
  situation_confirmation: [{ name: 'one_situation_confirmation', columns: ['enterprise_id'] }],
  confirmation: [{ name: 'one_confirmation_per_chief', columns: ['standing', 'by_basis'] }],
  catalogue_entry: [{ name: 'one_version_per_entry', columns: ['kind', 'code'] }],
}

/** Every name above with those of each fact table; for a test against the database's own list. */
export const memoryExclusions: readonly string[] = factKinds
  .flatMap((kind) => [`${kind}_one_state`, ...exclusions[kind].map((one) => one.name)])
  .toSorted()

/** The checks of an appointment, in the order in which PostgreSQL looks at them: that of their names. */
const appointmentChecks: readonly { name: string; holds: (row: Row) => boolean }[] = [
  {
    name: 'accepted_waits_for_something',
    holds: (row) => (row['state'] === 'accepted') === (row['waits_for'] !== null),
  },
  {
    name: 'nobody_appoints_themselves',
    holds: (row) =>
      row['by_person'] === null || row['by_person'] !== row['person_id'] || row['office'] === 'chief-access-manager',
  },
  { name: 'only_a_vacancy_has_nobody', holds: (row) => (row['state'] === 'vacant') === (row['person_id'] === null) },
  {
    name: 'only_the_chief_seat_is_vacant',
    holds: (row) => row['state'] !== 'vacant' || row['office'] === 'chief-access-manager',
  },
  {
    name: 'only_a_waiting_one_begins',
    holds: (row) => row['begins_at'] === null || row['state'] === 'awaiting-activation' || row['state'] === 'accepted',
  },
  {
    name: 'somebody_appointed',
    holds: (row) =>
      row['state'] === 'vacant' || (row['by_person'] !== null && row['by_basis'] !== null && row['ground'] !== null),
  },
]

const proposalChecks: readonly { name: string; holds: (row: Row) => boolean }[] = [
  {
    name: 'a_waiting_proposal_lapses',
    holds: (row) => row['confirmed_by'] !== null || row.valid_until !== null,
  },
  { name: 'nobody_confirms_themselves', holds: (row) => row['confirmed_by'] !== row['by_person'] },
]

const recognitionChecks: readonly { name: string; holds: (row: Row) => boolean }[] = [
  { name: 'two_agents_recognise', holds: (row) => row['confirmed_by'] !== row['by_person'] },
]

const dayMs = 24 * 60 * 60 * 1000
const hourMs = 60 * 60 * 1000

const standInChecks: readonly { name: string; holds: (row: Row) => boolean }[] = [
  { name: 'a_stand_in_ends', holds: (row) => row.valid_until !== null },
  { name: 'nobody_stands_in_for_themselves', holds: (row) => row['person_id'] !== row['by_person'] },
  { name: 'stands_in_by_the_office', holds: (row) => row['appointment'] === row['by_basis'] },
  {
    name: 'stands_in_ninety_days',
    holds: (row) => {
      const days = Number(row['ends_at']) - Number(row['begins_at'])
      return days > 0 && days <= 90 * dayMs + hourMs
    },
  },
  {
    name: 'stands_in_within_its_days',
    holds: (row) =>
      row['state'] !== 'active' ||
      (row.valid_from >= Number(row['begins_at']) &&
        (row.valid_until === null || row.valid_until <= Number(row['ends_at']))),
  },
]

const confirmationChecks: readonly { name: string; holds: (row: Row) => boolean }[] = [
  { name: 'nobody_confirms_their_own', holds: (row) => row['person_id'] !== row['by_person'] },
  { name: 'nobody_confirms_the_seat', holds: (row) => row['standing'] !== row['by_basis'] },
]

const checksOf: { readonly [K in FactKind]?: typeof appointmentChecks } = {
  appointment: appointmentChecks,
  recognition: recognitionChecks,
  proposal: proposalChecks,
  stand_in: standInChecks,
  confirmation: confirmationChecks,
}

const indexed = ['fact_id', 'enterprise_id', 'person_id', 'number', 'membership_id', 'code'] as const

class Table {
  readonly kind: FactKind
  readonly rows = new Map<string, Row>()
  readonly indexes: Map<string, Map<unknown, Row[]>>
  readonly exclusions: readonly Exclusion[]

  constructor(kind: FactKind) {
    this.kind = kind
    const own = new Set(columnsOf(kind).map((one) => one.name))
    this.indexes = new Map(
      indexed.filter((column) => column === 'fact_id' || own.has(column)).map((column) => [column, new Map()]),
    )
    this.exclusions = [{ name: `${kind}_one_state`, columns: ['fact_id'] }, ...exclusions[kind]]
  }

  add(row: Row): void {
    this.rows.set(row.row_id, row)
    for (const [column, index] of this.indexes) {
      const alike = index.get(row[column])
      if (alike) alike.push(row)
      else index.set(row[column], [row])
    }
  }

  /** Takes away the row added last. */
  removeLast(row: Row): void {
    this.rows.delete(row.row_id)
    for (const [column, index] of this.indexes) {
      const alike = index.get(row[column])
      alike?.pop()
      if (alike?.length === 0) index.delete(row[column])
    }
  }

  /** The fewest rows among which all are that have one of the values in each of the columns. */
  among(wanted: readonly { column: string; values: readonly unknown[] }[]): Iterable<Row> {
    let best: Row[][] | null = null
    let fewest = Infinity
    for (const { column, values } of wanted) {
      const index = this.indexes.get(column)
      if (!index) continue
      const lists = [...new Set(values)].map((value) => index.get(value) ?? [])
      const size = lists.reduce((sum, list) => sum + list.length, 0)
      if (size < fewest) [best, fewest] = [lists, size]
    }
    return best === null ? this.rows.values() : best.length === 1 && best[0] ? best[0] : best.flat()
  }
}

function fault(code: string, constraint: string | undefined, text: string): DatabaseFault {
  return Object.assign(new Error(text), { code, ...(constraint === undefined ? {} : { constraint }) })
}

const until = (row: { valid_until: number | null }): number => row.valid_until ?? Infinity

function check(table: Table, row: Row): void {
  for (const { name, nature } of columnsOf(table.kind))
    if (row[name] === undefined || (row[name] === null && nature === 'required'))
      throw fault('23502', undefined, `${table.kind}.${name} is null`)
  const checks = checksOf[table.kind] ?? []
  const period = { name: `${table.kind}_period`, holds: (one: Row) => until(one) > one.valid_from }
  for (const { name, holds } of [...checks, period].toSorted((a, b) => (a.name < b.name ? -1 : 1)))
    if (!holds(row)) throw fault('23514', name, `a row of ${table.kind} violates ${name}`)
  for (const exclusion of table.exclusions)
    if (excluded(table, exclusion, row)) throw fault('23P01', exclusion.name, `${table.kind}: ${exclusion.name}`)
}

function excluded(table: Table, { columns, when }: Exclusion, row: Row): boolean {
  if (when && !when(row)) return false
  if (columns.some((column) => row[column] === null)) return false
  for (const other of table.among(columns.map((column) => ({ column, values: [row[column]] }))))
    if (
      other.superseded_at === null &&
      other.valid_from < until(row) &&
      row.valid_from < until(other) &&
      columns.every((column) => other[column] === row[column]) &&
      (!when || when(other))
    )
      return true
  return false
}

const later = (a: Instant, b: Instant): Instant => instant(Math.max(a, b))

/**
 * Facts without a database, for long random histories: the semantics and the constraints of the store, indexed by
 * enterprise, person and fact. Every write is whole or not at all.
 */
export function memoryFacts({ now, newId }: { now: () => Instant; newId: NewId }): MemoryFacts {
  const tables = new Map(factKinds.map((kind) => [kind, new Table(kind)]))
  const journal: (() => void)[] = []
  const tableOf = (kind: FactKind): Table => tables.get(kind) ?? new Table(kind)

  const restore = (mark: Mark): void => {
    if (mark > journal.length) throw new RangeError('The mark is void')
    while (journal.length > mark) journal.pop()?.()
  }

  const whole = <T>(write: () => T): T => {
    const mark = journal.length as Mark
    try {
      return write()
    } catch (error) {
      restore(mark)
      throw error
    }
  }

  const insert = <K extends FactKind>(
    kind: K,
    factId: string,
    body: object,
    period: Period,
    at: { recorded: Instant; given?: Instant },
  ): Fact<K> => {
    const table = tableOf(kind)
    const given = commonColumnsOf(kind).includes('given_at') ? { given_at: at.given ?? null } : {}
    const row = { ...ownColumns(kind, body), ...factColumnsOf(newId(), factId, period, at.recorded), ...given }
    check(table, row)
    table.add(row)
    journal.push(() => table.removeLast(row))
    return factOf<K>(row)
  }

  const supersede = (kind: FactKind, rowId: string, at: Instant): void => {
    const row = tableOf(kind).rows.get(rowId)
    if (!row || row.superseded_at !== null) throw new StaleFact(kind, rowId)
    row.superseded_at = at
    journal.push(() => (row.superseded_at = null))
  }

  const leaveBefore = <K extends FactKind>(kind: K, fact: Fact<K>, at: Instant, recordedAt: Instant): void => {
    if (fact.valid_from < at)
      insert(
        kind,
        fact.fact_id,
        fact,
        { from: fact.valid_from, until: at },
        { recorded: recordedAt, given: givenAt(fact) },
      )
  }

  return {
    find: async (kind, where, when) => find(tableOf(kind), kind, where, when ?? {}),
    record: async (kind, body, period, factId) =>
      whole(() => insert(kind, factId ?? newId(), body, period, { recorded: now() })),
    bringBack: async (kind, fact, period) =>
      whole(() =>
        insert(kind, fact.fact_id, fact, period, { recorded: later(now(), fact.recorded_at), given: givenAt(fact) }),
      ),
    end: async (kind, fact, at) =>
      whole(() => {
        if (fact.valid_until !== null && fact.valid_until <= at) return
        const recordedAt = later(now(), fact.recorded_at)
        supersede(kind, fact.row_id, recordedAt)
        leaveBefore(kind, fact, at, recordedAt)
      }),
    change: async (kind, fact, body, at, newUntil) =>
      whole(() => {
        const period = { from: at, until: newUntil === undefined ? fact.valid_until : newUntil }
        const recordedAt = later(now(), fact.recorded_at)
        const goesOn = fact.valid_until === null || fact.valid_until > at
        if (goesOn) supersede(kind, fact.row_id, recordedAt)
        const next = insert(kind, fact.fact_id, { ...fact, ...body }, period, { recorded: recordedAt })
        if (goesOn) leaveBefore(kind, fact, at, recordedAt)
        return next
      }),
    snapshot: () => journal.length as Mark,
    restore,
  }
}

function ownColumns(kind: FactKind, body: object): { [own: string]: unknown } {
  const given = body as { [own: string]: unknown }
  return Object.fromEntries(
    columnsOf(kind).map(({ name, nature }) => {
      const value = given[name]
      if (nature !== 'json') return [name, value ?? null]
      return [name, value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as unknown)]
    }),
  )
}

const factColumnsOf = (rowId: string, factId: string, period: Period, recordedAt: Instant): FactColumns => ({
  row_id: rowId,
  fact_id: factId,
  valid_from: period.from,
  valid_until: period.until,
  recorded_at: recordedAt,
  superseded_at: null,
})

function factOf<K extends FactKind>(row: Row): Fact<K> {
  const { superseded_at: _belief, ...fact } = row
  return fact as unknown as Fact<K>
}

function find<K extends FactKind>(
  table: Table,
  kind: K,
  where: FactFilter<K>,
  { at, since, asKnownAt }: { at?: Instant; since?: Instant; asKnownAt?: Instant },
): Fact<K>[] {
  const conditions = conditionsOf(kind, where)
  const wanted = conditions.map(({ column, values, orNull }) => ({
    column,
    values: orNull ? [...values, null] : (values as readonly unknown[]),
  }))
  const found: Row[] = []
  for (const row of table.among(wanted)) {
    if (!isBelieved(row, asKnownAt)) continue
    if (at !== undefined && !holdsAt(row, at)) continue
    if (since !== undefined && until(row) <= since) continue
    if (wanted.every(({ column, values }) => values.includes(row[column]))) found.push(row)
  }
  return found.toSorted(byBeginning).map((row) => factOf<K>(row))
}

function isBelieved(row: Row, asKnownAt: Instant | undefined): boolean {
  if (asKnownAt === undefined) return row.superseded_at === null
  return row.recorded_at <= asKnownAt && (row.superseded_at === null || row.superseded_at > asKnownAt)
}

const byBeginning = (a: Row, b: Row): number => a.valid_from - b.valid_from || (a.row_id < b.row_id ? -1 : 1)
