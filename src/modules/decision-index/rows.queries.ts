import { sql, type Kysely } from 'kysely'
import type { Reader } from '#database'
import { indexedKinds, type IndexedKind, type IndexedRow } from './rows.ts'

interface AnyRow {
  fact: { row_id: string; superseded_at: number | null }
}

/** The tables of facts as one, of which only the ids matter here. */
function table(reader: Reader, kind: IndexedKind) {
  const any = reader as unknown as Pick<Kysely<AnyRow>, 'selectFrom'>
  return any.selectFrom(sql<AnyRow['fact']>`${sql.table(kind)}`.as('fact'))
}

const rowsAtOnce = 10_000

/** Every row that is believed in the view of `reader`, some thousands at a time. */
export async function* believedRows(reader: Reader): AsyncGenerator<IndexedRow[]> {
  for (const kind of indexedKinds) {
    for (let after: string | null = null; ;) {
      const query = table(reader, kind).selectAll('fact').where('superseded_at', 'is', null)
      const from: typeof query = after === null ? query : query.where('row_id', '>', after)
      const rows: AnyRow['fact'][] = await from.orderBy('row_id').limit(rowsAtOnce).execute()
      yield rows.map((fact) => ({ kind, fact }) as unknown as IndexedRow)
      if (rows.length < rowsAtOnce) break
      after = rows.at(-1)?.row_id ?? null
    }
  }
}

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
