import { factsOf, type AppointmentState, type OfficeCode, type Reader } from '#database'
import { decodeCursor, encodeCursor, isUuid, type EnterpriseId, type Instant, type Page, type PersonId } from '#kernel'
import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { Seat } from './rules.ts'

/** Whose take-over list, of which enterprise, at which moment. */
export interface Scope {
  readonly enterprise: EnterpriseId
  readonly seat: Seat
  readonly now: Instant
}

/** One thing that somebody below has: an office, or a membership with the services in it. */
export interface Below {
  readonly kind: 'office' | 'user'
  readonly reference: string
  readonly person: PersonId
  readonly by: PersonId | null
  readonly since: Instant
  readonly until: Instant | null
  /** Empty of a user. */
  readonly office: OfficeCode | ''
  /** What the office is for; of a user the group. */
  readonly scope: string
  readonly state: AppointmentState | ''
  readonly services: readonly string[]
}

type Row = Omit<Below, 'services' | 'by'> & { by_person: PersonId | null; place: string }

const of = (table: 'current_appointment' | 'current_membership') => sql.table(table)

/** O1: of somebody else, by somebody else, and there when the chief took the seat. */
function isBelow({ enterprise, seat }: Scope, table: Parameters<typeof of>[0]): RawBuilder<SqlBool> {
  return sql<SqlBool>`one.enterprise_id = ${enterprise}
    and one.person_id <> ${seat.person} and one.by_person is distinct from ${seat.person}
    and (one.valid_from < ${seat.since} or coalesce(one.given_at, one.recorded_at) < ${seat.since} or exists (
      select 1 from ${of(table)} as first
      where first.fact_id = one.fact_id and (first.valid_from < ${seat.since} or coalesce(first.given_at, first.recorded_at) < ${seat.since})))`
}

const isOffice = sql<SqlBool>`one.office <> 'chief-access-manager' and one.state <> 'vacant'`

function isUnconfirmed({ seat, now }: Scope): RawBuilder<SqlBool> {
  return sql<SqlBool>`not exists (
    select 1 from current_confirmation as done
    where done.by_basis = ${seat.appointment} and done.standing = one.fact_id
      and (done.valid_until is null or done.valid_until > ${now}))`
}

/** Everything on the list, offices before users: as one relation. `place` and `since` and `reference` are its order. */
function openList(scope: Scope): RawBuilder<Row> {
  const { now } = scope
  return sql<Row>`
    select 'office' as kind, one.fact_id as reference, one.person_id as person, one.by_person, one.valid_from as since,
      one.valid_until as until, one.office, one.scope, one.state,
      case one.office when 'co-chief-access-manager' then '1' when 'access-manager' then '2' else '3' end || one.scope as place
    from current_appointment as one
    where ${isBelow(scope, 'current_appointment')} and ${isOffice} and ${isUnconfirmed(scope)}
      and one.valid_from <= ${now} and (one.valid_until is null or one.valid_until > ${now})
    union all
    select 'user', one.fact_id, one.person_id, one.by_person, one.valid_from, one.valid_until, '', one.capacity, '',
      '4' || one.capacity
    from current_membership as one
    where ${isBelow(scope, 'current_membership')} and ${isUnconfirmed(scope)}
      and (one.valid_until is null or one.valid_until > ${now})`
}

const inOrder = (reader: Reader, scope: Scope) =>
  reader
    .selectFrom(sql<Row>`(${openList(scope)})`.as('list'))
    .selectAll()
    .orderBy(sql`place collate "C"`)
    .orderBy('since')
    .orderBy('reference')

/** The condition that a row stands after the one of the cursor; a cursor of something else starts the list again. */
function afterCursor(cursor: string | null): RawBuilder<SqlBool> {
  const read = cursor === null ? null : decodeCursor(cursor)
  const [place, since, reference] = read?.ok ? read.value : []
  const isOurs = typeof place === 'string' && !place.includes('\0') && Number.isSafeInteger(since) && isUuid(reference)
  if (!isOurs) return sql<SqlBool>`true`
  return sql<SqlBool>`(place collate "C", since, reference) > (${place}, ${since}::bigint, ${reference}::uuid)`
}

/** One page of what is neither confirmed nor withdrawn: O4. */
export async function takeOverPage(
  reader: Reader,
  scope: Scope,
  page: { readonly after: string | null; readonly limit: number },
): Promise<Page<Below>> {
  const found = await inOrder(reader, scope)
    .where(afterCursor(page.after))
    .limit(page.limit + 1)
    .execute()
  const rows = found.slice(0, page.limit)
  const last = found.length > page.limit ? rows.at(-1) : undefined
  const next = last ? encodeCursor([last.place, last.since, last.reference]) : null
  const memberships = rows.flatMap(({ kind, reference }) => (kind === 'user' ? [reference] : []))
  const given =
    memberships.length === 0
      ? []
      : await factsOf(reader).find(
          'authorisation',
          { enterprise_id: scope.enterprise, membership_id: memberships },
          { since: scope.now },
        )
  const items = rows.map(({ place: _place, by_person: by, ...row }): Below => {
    const services = given.filter(({ membership_id }) => membership_id === row.reference).map(({ service }) => service)
    return { ...row, by, services }
  })
  return { items, next }
}

/** Every one of these that is still on the list. */
export async function stillOpen(reader: Reader, scope: Scope, references: readonly string[]): Promise<Below[]> {
  if (references.length === 0) return []
  const rows = await inOrder(reader, scope)
    .where(sql<SqlBool>`reference = any(${references}::uuid[])`)
    .execute()
  return rows.map(({ place: _place, by_person: by, ...row }) => ({ ...row, by, services: [] }))
}

/** How many things are left of how many: O4. What was on the list and has ended since, for whatever reason, is done. */
export async function takeOverProgress(reader: Reader, scope: Scope): Promise<{ open: number; all: number }> {
  const { seat } = scope
  const count = async (list: RawBuilder<{ reference: string }>): Promise<number> => {
    const row = await reader
      .selectFrom(sql<{ reference: string }>`(${list})`.as('list'))
      .select((eb) => eb.fn.count<number | string>('reference').distinct().as('count'))
      .executeTakeFirstOrThrow()
    return Number(row.count)
  }
  const open = await count(openList(scope))
  if (open === 0) return { open, all: 0 }
  const was = sql<SqlBool>`(one.valid_until is null or one.valid_until > ${seat.since})`
  const all = await count(sql<{ reference: string }>`
    select one.fact_id as reference from current_appointment as one
    where ${isBelow(scope, 'current_appointment')} and ${isOffice} and ${was}
    union all
    select one.fact_id from current_membership as one
    where ${isBelow(scope, 'current_membership')} and ${was}`)
  return { open, all }
}

/** What the chief confirmed and withdrew from one moment to another, by its event. */
export async function doneBetween(
  reader: Reader,
  scope: Pick<Scope, 'enterprise'>,
  by: { readonly person: PersonId; readonly from: Instant; readonly until: Instant },
): Promise<ReadonlyMap<string, number>> {
  const rows = await reader
    .selectFrom('audit_entry')
    .select((eb) => ['event', eb.fn.countAll<number | string>().as('count')])
    .where('enterprise_id', '=', scope.enterprise)
    .where('actor_id', '=', by.person)
    .where('recorded_at', '>=', by.from)
    .where('recorded_at', '<=', by.until)
    .groupBy('event')
    .execute()
  return new Map(rows.map(({ event, count }) => [event, Number(count)]))
}
