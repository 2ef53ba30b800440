import { personNames } from '#enterprises'
import { factsOf, type Fact, type OfficeCode, type Reader } from '#database'
import { decodeCursor, encodeCursor, isUuid, type EnterpriseId, type Instant, type Page, type PersonId } from '#kernel'
import { sql, type Expression, type SqlBool } from 'kysely'

export const userStates = ['active', 'blocked', 'planned', 'ending'] as const
export type UserState = (typeof userStates)[number]
export const userSorts = ['name', 'newest'] as const
export type UserSort = (typeof userSorts)[number]

/** Which memberships, as their reader may see them (I1): always of one enterprise (I4). */
export interface UserScope {
  readonly enterprise: EnterpriseId
  /** null: every group of the enterprise. */
  readonly capacities: readonly string[] | null
  readonly now: Instant
  /** A membership that ends before this moment is one that ends soon. */
  readonly soon: Instant
}

export interface UserFilters {
  /** Part of the name, as typed. */
  readonly name: string
  readonly service: string | null
  readonly state: UserState | null
}

export interface GivenService {
  readonly service: string
  readonly from: Instant
  readonly until: Instant | null
}

/** A membership that holds now or is planned, as a line of a list. */
export interface UserLine {
  readonly person: PersonId
  readonly capacity: string
  /** null where nobody has named the person yet. */
  readonly givenName: string | null
  readonly familyName: string | null
  readonly since: Instant
  readonly until: Instant | null
  /** The capacities of the blocks that hold: '' for all groups. */
  readonly blocks: readonly string[]
  readonly services: readonly GivenService[]
}

/** Latin letters with marks and their bare letter, so that 'Ines' finds 'Inès' on every store alike. */
const folds = foldTable()

function foldTable(): { from: string; to: string; letters: ReadonlyMap<string, string> } {
  // Letters of their own in Unicode, which people also type without the stroke or as the dotted one.
  const letters = new Map(Object.entries({ ø: 'o', Ø: 'o', ł: 'l', Ł: 'l', đ: 'd', Đ: 'd', ı: 'i' }))
  for (let code = 0xc0; code < 0x250; code += 1) {
    const letter = String.fromCodePoint(code)
    const bare = letter.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
    if (/^[a-z]$/.test(bare)) letters.set(letter, bare)
  }
  return { from: [...letters.keys()].join(''), to: [...letters.values()].join(''), letters }
}

const folded = (text: string): string =>
  [...text]
    .map((letter) => folds.letters.get(letter) ?? letter)
    .join('')
    .toLowerCase()

const given = sql<string>`coalesce(known.given_name, person.given_name, '')`
const family = sql<string>`coalesce(known.family_name, person.family_name, '')`
const foldedSql = (text: Expression<string>) =>
  sql<string>`lower(translate(${text}, ${folds.from}, ${folds.to})) collate "C"`
const familyKey = foldedSql(family)
const givenKey = foldedSql(given)

/** Every word must occur in the name, wherever; what a pattern reads as a sign is a letter here. */
function nameConditions(name: string): Expression<SqlBool>[] {
  const words = folded(name.normalize('NFC')).split(/\s+/).filter(Boolean)
  const whole = foldedSql(sql<string>`${given} || ' ' || ${family}`)
  return words.map((word) => sql<SqlBool>`${whole} like ${`%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`}`)
}

function blockedNow({ enterprise, now }: UserScope) {
  return sql<SqlBool>`exists (
    select 1 from current_block as block
    where block.enterprise_id = ${enterprise} and block.person_id = member.person_id
      and block.capacity in ('', member.capacity) and block.valid_from <= ${now}
      and (block.valid_until is null or block.valid_until > ${now}))`
}

/** What each state means in a query; a user may be in several: active and ending soon, planned and blocked. */
function stateCondition(scope: UserScope, state: UserState): Expression<SqlBool> {
  const begun = sql<SqlBool>`member.valid_from <= ${scope.now}`
  if (state === 'blocked') return blockedNow(scope)
  if (state === 'planned') return sql<SqlBool>`member.valid_from > ${scope.now}`
  if (state === 'ending') return sql<SqlBool>`(${begun} and member.valid_until <= ${scope.soon})`
  return sql<SqlBool>`(${begun} and not ${blockedNow(scope)})`
}

function members(reader: Reader, scope: UserScope, filters: UserFilters) {
  const { enterprise, capacities, now } = scope
  let query = reader
    .selectFrom('current_membership as member')
    .innerJoin('person', 'person.id', 'member.person_id')
    .leftJoin('known_as as known', (join) =>
      join.onRef('known.person_id', '=', 'member.person_id').on('known.enterprise_id', '=', enterprise),
    )
    .where('member.enterprise_id', '=', enterprise)
    .where((eb) => eb.or([eb('member.valid_until', 'is', null), eb('member.valid_until', '>', now)]))
  if (capacities !== null)
    query = query.where((eb) => eb('member.capacity', '=', eb.fn.any(sql<string[]>`${capacities}::text[]`)))
  for (const condition of nameConditions(filters.name)) query = query.where(condition)
  if (filters.state !== null) query = query.where(stateCondition(scope, filters.state))
  if (filters.service !== null) {
    query = query.where(sql<SqlBool>`exists (
      select 1 from current_authorisation as given
      where given.enterprise_id = ${enterprise} and given.membership_id = member.fact_id
        and given.service = ${filters.service} and (given.valid_until is null or given.valid_until > ${now}))`)
  }
  return query
}

/** How many memberships the filters keep, and of how many persons. */
export async function countUsers(
  reader: Reader,
  scope: UserScope,
  filters: UserFilters,
): Promise<{ memberships: number; persons: number }> {
  const row = await members(reader, scope, filters)
    .select([
      sql<number | string>`count(*)`.as('memberships'),
      sql<number | string>`count(distinct member.person_id)`.as('persons'),
    ])
    .executeTakeFirstOrThrow()
  return { memberships: Number(row.memberships), persons: Number(row.persons) }
}

/** The condition that a row stands after the one of the cursor; a cursor of something else starts the list again. */
function afterCursor(sort: UserSort, cursor: string | null): Expression<SqlBool> | null {
  const read = cursor === null ? null : decodeCursor(cursor)
  if (!read?.ok) return null
  const [first, second, row] = read.value
  if (typeof row !== 'string' || !isUuid(row) || typeof second !== 'string') return null
  if (sort === 'name') {
    if (typeof first !== 'string' || /\0/.test(first + second)) return null
    return sql<SqlBool>`(${familyKey}, ${givenKey}, member.row_id) > (${first}, ${second}, ${row}::uuid)`
  }
  if (typeof first !== 'number' || !Number.isSafeInteger(first)) return null
  return sql<SqlBool>`(member.valid_from, member.row_id) < (${first}::bigint, ${row}::uuid)`
}

/** One page of users by name or by the newest first; complete, however many there are. */
export async function usersPage(
  reader: Reader,
  scope: UserScope,
  filters: UserFilters,
  page: { sort: UserSort; after: string | null; limit: number },
): Promise<Page<UserLine>> {
  const { sort, limit } = page
  const after = afterCursor(sort, page.after)
  let query = members(reader, scope, filters).select([
    'member.row_id',
    'member.fact_id',
    'member.person_id',
    'member.capacity',
    'member.valid_from',
    'member.valid_until',
    given.as('given_name'),
    family.as('family_name'),
    givenKey.as('given_key'),
    familyKey.as('family_key'),
  ])
  if (after) query = query.where(after)
  query =
    sort === 'name'
      ? query.orderBy(familyKey).orderBy(givenKey).orderBy('member.row_id')
      : query.orderBy('member.valid_from', 'desc').orderBy('member.row_id', 'desc')
  const found = await query.limit(limit + 1).execute()
  const rows = found.slice(0, limit)
  const last = found.length > limit ? rows.at(-1) : undefined
  const key = last && (sort === 'name' ? [last.family_key, last.given_key] : [last.valid_from, ''])
  const next = last && key ? encodeCursor([...key, last.row_id]) : null
  const facts = factsOf(reader)
  const { enterprise, now } = scope
  const persons = [...new Set(rows.map(({ person_id }) => person_id))]
  const [services, blocks] =
    rows.length === 0
      ? [[], []]
      : await Promise.all([
          facts.find(
            'authorisation',
            { enterprise_id: enterprise, membership_id: rows.map((row) => row.fact_id) },
            { since: now },
          ),
          facts.find('block', { enterprise_id: enterprise, person_id: persons }, { at: now }),
        ])
  const items = rows.map((row): UserLine => ({
    person: row.person_id,
    capacity: row.capacity,
    givenName: row.given_name || null,
    familyName: row.family_name || null,
    since: row.valid_from,
    until: row.valid_until,
    blocks: blocks
      .filter(
        ({ person_id, capacity }) => person_id === row.person_id && (capacity === '' || capacity === row.capacity),
      )
      .map(({ capacity }) => capacity),
    services: services
      .filter(({ membership_id }) => membership_id === row.fact_id)
      .map((fact) => ({ service: fact.service, from: fact.valid_from, until: fact.valid_until })),
  }))
  return { items, next }
}

/** How many users each of these groups has, now or planned. */
export async function groupSizes(reader: Reader, scope: UserScope): Promise<ReadonlyMap<string, number>> {
  const rows = await members(reader, scope, { name: '', service: null, state: null })
    .select(['member.capacity', sql<number | string>`count(*)`.as('users')])
    .groupBy('member.capacity')
    .execute()
  return new Map(rows.map(({ capacity, users }) => [capacity, Number(users)]))
}

/** A holder of an office, as the enterprise knows them. */
export interface Holder {
  readonly person: PersonId
  readonly office: OfficeCode
  readonly scope: string
  readonly name: string | null
}

/** Everybody in an active office of the enterprise. Who is shown of them is the page's to say. */
export async function officeHolders(reader: Reader, enterprise: EnterpriseId, at: Instant): Promise<Holder[]> {
  const facts = await factsOf(reader).find('appointment', { enterprise_id: enterprise, state: 'active' }, { at })
  const ids = facts.flatMap(({ person_id }) => (person_id === null ? [] : [person_id]))
  const nameOf = await personNames(reader, enterprise, ids)
  return facts.flatMap(({ person_id: person, office, scope }): Holder[] =>
    person === null ? [] : [{ person, office, scope, name: nameOf(person) }],
  )
}

/** The membership that holds now or is planned, the services in it, and the blocks that bear on it. */
export interface UserOfGroup {
  readonly membership: Fact<'membership'>
  readonly services: readonly Fact<'authorisation'>[]
  readonly blocks: readonly Fact<'block'>[]
  readonly name: string | null
}

/** A user in one group; null when the person is none (I4: a person of another enterprise is none). */
export async function userOfGroup(
  reader: Reader,
  enterprise: EnterpriseId,
  user: { capacity: string; person: PersonId },
  now: Instant,
): Promise<UserOfGroup | null> {
  const facts = factsOf(reader)
  const where = { enterprise_id: enterprise, capacity: user.capacity, person_id: user.person }
  const [membership] = await facts.find('membership', where, { since: now })
  if (!membership) return null
  const services = await facts.find('authorisation', where, { since: now })
  const blocks = await facts.find('block', { ...where, capacity: ['', user.capacity] }, { at: now })
  const names = await personNames(reader, enterprise, [user.person])
  return { membership, services, blocks, name: names(user.person) ?? null }
}
