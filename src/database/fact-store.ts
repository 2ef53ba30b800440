import { instant, type Instant, type NewId } from '#kernel'
import { sql, type ExpressionBuilder, type Insertable, type SelectQueryBuilder, type Updateable } from 'kysely'
import { columnsOf, commonColumnsOf, conditionsOf, type Condition } from './fact-columns.ts'
import { givenAt, type Fact, type FactBodies, type FactFilter, type FactKind } from './facts.ts'
import type { FactReader, FactWriter, Period } from './facts.ts'
import type { Reader, Transaction } from './store.ts'

/** The row that was to be superseded is believed no longer: it was read before somebody else changed it. */
export class StaleFact extends Error {
  override name = 'StaleFact'
  constructor(kind: FactKind, rowId: string) {
    super(`The row ${rowId} of ${kind} is believed no longer`)
  }
}

type When = { at?: Instant; since?: Instant; asKnownAt?: Instant }

/**
 * The twelve fact tables as one: they share these columns, and the own ones of the kind are checked by `columnsOf`.
 * kysely cannot type a table that is only known while running.
 */
interface AnyFact {
  fact: { [own: string]: unknown } & {
    row_id: string
    fact_id: string
    valid_from: number
    valid_until: number | null
    recorded_at: number
    superseded_at: number | null
  }
}

/**
 * Reads facts. Finds that are asked together (in one Promise.all) are one statement, so they cost one way to the store
 * and see one state of it; a find by itself is one statement too.
 */
export function factsOf(handle: Reader | Transaction): FactReader {
  let together: Asked[] = []
  return {
    async find<K extends FactKind>(kind: K, where: FactFilter<K>, when: When = {}): Promise<Fact<K>[]> {
      const query = queryOf(handle, kind, where, when)
      if (query === null) return []
      const { promise, resolve, reject } = Promise.withResolvers<unknown[]>()
      together.push({ query, resolve, reject })
      if (together.length === 1)
        queueMicrotask(() => {
          const asked = together
          together = []
          void answer(handle, asked)
        })
      return promise as Promise<Fact<K>[]>
    },
  }
}

type FactQuery = SelectQueryBuilder<AnyFact, 'fact', object>

interface Asked {
  readonly query: FactQuery
  readonly resolve: (facts: unknown[]) => void
  readonly reject: (fault: unknown) => void
}

async function answer(handle: Reader, asked: readonly Asked[]): Promise<void> {
  try {
    const found = await foundBy(handle, asked)
    for (const [index, { resolve }] of asked.entries()) resolve(found[index] ?? [])
  } catch (fault) {
    for (const { reject } of asked) reject(fault)
  }
}

async function foundBy(handle: Reader, asked: readonly Asked[]): Promise<unknown[][]> {
  const [first, ...others] = asked
  if (first && others.length === 0) return [await first.query.execute()]
  // As JSON a moment is a number, an id a text and null null: the same as the rows by themselves.
  const columns = asked.map(({ query }, index) =>
    sql<unknown[]>`(SELECT coalesce(json_agg(one), '[]') FROM (${query}) AS one)`.as(String(index)),
  )
  const row = (await handle.selectNoFrom(columns).executeTakeFirstOrThrow()) as Record<string, unknown[]>
  return asked.map((_one, index) => row[index] ?? [])
}

/** null when nothing can be found. */
function queryOf<K extends FactKind>(handle: Reader, kind: K, where: FactFilter<K>, when: When): FactQuery | null {
  const conditions = conditionsOf(kind, where)
  if (conditions.some((one) => one.values.length === 0 && !one.orNull)) return null
  let query = (handle.selectFrom(`${kind} as fact` as never) as unknown as SelectQueryBuilder<AnyFact, 'fact', object>)
    .select([...columnsOf(kind).map((one) => one.name), ...commonColumnsOf(kind)])
    .orderBy('valid_from')
    .orderBy('row_id')
  for (const condition of conditions) query = query.where((eb) => matches(eb, condition))
  const { at, since, asKnownAt } = when
  if (at !== undefined)
    query = query
      .where('valid_from', '<=', at)
      .where((eb) => eb.or([eb('valid_until', 'is', null), eb('valid_until', '>', at)]))
  if (since !== undefined)
    query = query.where((eb) => eb.or([eb('valid_until', 'is', null), eb('valid_until', '>', since)]))
  if (asKnownAt === undefined) query = query.where('superseded_at', 'is', null)
  else
    query = query
      .where('recorded_at', '<=', asKnownAt)
      .where((eb) => eb.or([eb('superseded_at', 'is', null), eb('superseded_at', '>', asKnownAt)]))
  return query
}

function matches(eb: ExpressionBuilder<AnyFact, 'fact'>, { column, values, orNull }: Condition) {
  const isNull = eb(column, 'is', null)
  if (values.length === 0) return isNull
  const isOne = values.length === 1 ? eb(column, '=', values[0]) : eb(column, 'in', values)
  return orNull ? eb.or([isNull, isOne]) : isOne
}

/** A row to be written, before it has its row id. */
interface State {
  factId: string
  body: Record<string, unknown>
  period: Period
  recordedAt: Instant
  /** Where it was given before it is recorded. */
  givenAt?: Instant
}

/**
 * Writes facts in the transaction; everything is recorded at `now`. Where the clock has jumped back, what supersedes a
 * row is recorded at the row's own moment: belief never runs backwards, and taking away is never refused.
 * Throws StaleFact, and the database's own faults (`constraintOf` names the constraint).
 */
export function factWriter(trx: Transaction, { now, newId }: { now: Instant; newId: NewId }): FactWriter {
  return {
    ...factsOf(trx),
    async record(kind, body, period, factId) {
      const [fact] = await insert(trx, kind, newId, [
        { factId: factId ?? newId(), body: { ...body }, period, recordedAt: now },
      ])
      return fact
    },
    async bringBack(kind, fact, period) {
      const state: State = {
        factId: fact.fact_id,
        body: { ...fact },
        period,
        recordedAt: later(now, fact.recorded_at),
        givenAt: givenAt(fact),
      }
      const [back] = await insert(trx, kind, newId, [state])
      return back
    },
    async end(kind, fact, at) {
      if (fact.valid_until !== null && fact.valid_until <= at) return
      const recordedAt = later(now, fact.recorded_at)
      await supersede(trx, kind, fact, recordedAt)
      const before = stateBefore(fact, at, recordedAt)
      if (before) await insert(trx, kind, newId, [before])
    },
    async change(kind, fact, body, at, until) {
      const period = { from: at, until: until === undefined ? fact.valid_until : until }
      const recordedAt = later(now, fact.recorded_at)
      const next: State = { factId: fact.fact_id, body: { ...fact, ...body }, period, recordedAt }
      if (fact.valid_until !== null && fact.valid_until <= at) return (await insert(trx, kind, newId, [next]))[0]
      await supersede(trx, kind, fact, recordedAt)
      const before = stateBefore(fact, at, recordedAt)
      return (await insert(trx, kind, newId, before ? [next, before] : [next]))[0]
    },
  }
}

const later = (a: Instant, b: Instant): Instant => instant(Math.max(a, b))

/** What is left of a fact that holds no longer from `at`; null when it had not begun. */
function stateBefore<K extends FactKind>(fact: Fact<K>, at: Instant, recordedAt: Instant): State | null {
  if (fact.valid_from >= at) return null
  const period = { from: fact.valid_from, until: at }
  return { factId: fact.fact_id, body: { ...fact }, period, recordedAt, givenAt: givenAt(fact) }
}

async function supersede<K extends FactKind>(trx: Transaction, kind: K, fact: Fact<K>, at: Instant): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable(kind as 'block')
    .set({ superseded_at: at } satisfies Updateable<FactBodies['block'] & { superseded_at: Instant | null }>)
    .where('row_id', '=', fact.row_id)
    .where('superseded_at', 'is', null)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows !== 1n) throw new StaleFact(kind, fact.row_id)
}

async function insert<K extends FactKind>(
  trx: Transaction,
  kind: K,
  newId: NewId,
  states: [State, ...State[]],
): Promise<[Fact<K>, ...Fact<K>[]]> {
  const own = columnsOf(kind)
  const common = commonColumnsOf(kind)
  const rows = states.map(({ factId, body, period, recordedAt, givenAt: given }) => ({
    ...Object.fromEntries(
      own.map(({ name, nature }) => [name, nature === 'json' ? json(body[name]) : (body[name] ?? null)]),
    ),
    row_id: newId(),
    fact_id: factId,
    valid_from: period.from,
    valid_until: period.until,
    recorded_at: recordedAt,
    ...(common.includes('given_at') ? { given_at: given ?? null } : {}),
  }))
  const written = (await trx
    .insertInto(kind as 'block')
    .values(
      rows as unknown as Insertable<
        FactBodies['block'] & {
          row_id: string
          fact_id: string
          valid_from: Instant
          valid_until: Instant | null
          recorded_at: Instant
          superseded_at: Instant | null
        }
      >[],
    )
    .returning([...own.map((one) => one.name as 'capacity'), ...common.map((name) => name as 'row_id')])
    .execute()) as unknown as Fact<K>[]
  const byRow = new Map(written.map((row) => [row.row_id, row]))
  return rows.map((row) => byRow.get(row.row_id)) as [Fact<K>, ...Fact<K>[]]
}

/** Text, because a driver would send an array as PostgreSQL's own kind of array. */
const json = (value: unknown) => (value === undefined ? null : sql`${JSON.stringify(value)}::jsonb`)
