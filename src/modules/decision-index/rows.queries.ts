import { sql, type Kysely } from 'kysely'
import type { Reader } from '#database'
import { indexedKinds, readOf, type IndexedKind, type IndexedRow } from './rows.ts'

interface AnyRow {
  fact: { row_id: string; superseded_at: number | null }
}

/** The tables of facts as one, of which only the ids matter here. */
function table(reader: Reader, kind: IndexedKind) {
  const any = reader as unknown as Pick<Kysely<AnyRow>, 'selectFrom'>
  return any.selectFrom(sql<AnyRow['fact']>`${sql.table(kind)}`.as('fact'))
}

/** Columns of many rows, as `array_send` writes them; all have the same rows in the same order. */
export interface RowColumns {
  readonly kind: IndexedKind
  readonly count: number
  readonly enterprise: Uint8Array
  readonly person: Uint8Array | null
  readonly from: Uint8Array
  /** Null where there is no end. */
  readonly until: Uint8Array
  /** Only where it was given before it begins: most are given as they begin, and null takes a third of the place. */
  readonly given: Uint8Array
  readonly tag: Uint8Array | null
  readonly endsAt: Uint8Array | null
  readonly texts: readonly Uint8Array[]
}

/** A span of the ids of enterprises: after the one, up to and with the other; null: from the first, or to the last. */
interface Span {
  readonly after: string | null
  readonly upTo: string | null
}

/** So many enterprises at once: their rows are some megabytes. Beside an embedded store pages are answered by the same thread. */
export const enterprisesAtOnce = { postgres: 2000, pglite: 200 }

/** Spans of about so many enterprises, in which every id lies in one. */
export async function spansOf(reader: Reader, enterprises: number): Promise<Span[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT enterprise_id AS id FROM (
      SELECT enterprise_id, row_number() OVER (ORDER BY enterprise_id) AS place
      FROM enterprise_record WHERE superseded_at IS NULL AND valid_until IS NULL) AS record
    WHERE place % ${enterprises} = 0 ORDER BY id`.execute(reader as unknown as Kysely<unknown>)
  const bounds = [null, ...rows.map(({ id }) => id), null]
  return bounds.slice(1).map((upTo, index) => ({ after: bounds[index] ?? null, upTo }))
}

/** Kinds whose rows may go on what was given before them (`givenAt` of the facts). */
const goesOn: ReadonlySet<IndexedKind> = new Set<IndexedKind>([
  'appointment',
  'membership',
  'authorisation',
  'role_assignment',
])

/** In base64: bytes come as text, and as hexadecimal they would take half as much again. */
const arrayOf = (expression: string, type: string) =>
  sql.raw(`encode(array_send(array_agg((${expression})::${type})), 'base64')`)

type Sent = Readonly<Record<string, string | null>> & { readonly count: number }

/** The rows of one kind that are believed in a span; null: none. */
async function columnsOf(reader: Reader, kind: IndexedKind, { after, upTo }: Span): Promise<RowColumns | null> {
  const { isOfPerson, texts, tag, endsAt } = readOf[kind]
  const given = goesOn.has(kind) ? 'coalesce(given_at, recorded_at)' : 'recorded_at'
  const list = [
    sql`count(*)::integer AS count`,
    sql`${arrayOf('enterprise_id', 'uuid')} AS enterprise`,
    sql`${arrayOf('valid_from', 'bigint')} AS "from"`,
    sql`${arrayOf('valid_until', 'bigint')} AS until`,
    sql`${arrayOf(`CASE WHEN ${given} < valid_from THEN ${given} END`, 'bigint')} AS given`,
    ...(isOfPerson ? [sql`${arrayOf('person_id', 'uuid')} AS person`] : []),
    ...(tag === null ? [] : [sql`${arrayOf(tag, 'uuid')} AS tag`]),
    ...(endsAt === null ? [] : [sql`${arrayOf(endsAt, 'bigint')} AS "endsAt"`]),
    ...texts.map((column, index) => sql`${arrayOf(column, 'text')} AS ${sql.ref(`text${index}`)}`),
  ]
  const believed = sql`superseded_at IS NULL
    ${isOfPerson ? sql`AND person_id IS NOT NULL` : sql``}
    ${after === null ? sql`` : sql`AND enterprise_id > ${after}`}
    ${upTo === null ? sql`` : sql`AND enterprise_id <= ${upTo}`}`
  const query = sql<Sent>`SELECT ${sql.join(list)} FROM ${sql.table(kind)} WHERE ${believed}`
  const { rows } = await query.execute(reader as unknown as Kysely<unknown>)
  const sent = rows[0]
  if (!sent || sent.count === 0) return null
  const column = (name: string): Uint8Array => Buffer.from(sent[name] ?? '', 'base64')
  return {
    kind,
    count: sent.count,
    enterprise: column('enterprise'),
    person: isOfPerson ? column('person') : null,
    from: column('from'),
    until: column('until'),
    given: column('given'),
    tag: tag === null ? null : column('tag'),
    endsAt: endsAt === null ? null : column('endsAt'),
    texts: texts.map((_column, index) => column(`text${index}`)),
  }
}

/**
 * Everything that is believed in the view of `reader`, span by span of enterprises: all of an enterprise comes in one. While
 * one is worked on the next is asked for.
 */
export async function* believedColumns(reader: Reader, spans: readonly Span[]): AsyncGenerator<RowColumns[]> {
  const read = async (span: Span): Promise<RowColumns[]> => {
    const found: RowColumns[] = []
    for (const kind of indexedKinds) {
      const columns = await columnsOf(reader, kind, span)
      if (columns !== null) found.push(columns)
    }
    return found
  }
  for (let next = read(spans[0] ?? { after: null, upTo: null }), place = 1; ; place++) {
    const columns = await next
    const span = spans[place]
    if (span === undefined) {
      yield columns
      return
    }
    next = read(span)
    // Whoever waits for it is told what went wrong; nobody waits while these are worked on.
    next.catch(() => undefined)
    yield columns
  }
}

const rowsAtOnce = 10_000

/** Rows by their ids, believed or not: a row never changes but in being believed no longer. */
export async function rowsById(
  reader: Reader,
  kind: IndexedKind,
  ids: readonly string[],
): Promise<ReadonlyMap<string, IndexedRow>> {
  const found = new Map<string, IndexedRow>()
  for (let start = 0; start < ids.length; start += rowsAtOnce) {
    const some = ids.slice(start, start + rowsAtOnce)
    for (const fact of await table(reader, kind).selectAll('fact').where('row_id', 'in', some).execute())
      found.set(fact.row_id, { kind, fact } as unknown as IndexedRow)
  }
  return found
}
