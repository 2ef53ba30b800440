import type pg from 'pg'

/** What a table checks by constraints that others of its rows, or other tables, decide: made anew by reading everything. */
export type Checks = 'all' | 'none'

/** What stands around a table and costs time for each row: its constraints, indexes and triggers, as the statements that make them. */
interface Around {
  readonly drop: readonly string[]
  readonly make: readonly { readonly table: string; readonly statement: string }[]
  /** Foreign keys and triggers: after everything that they look up. */
  readonly last: readonly string[]
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** Constraints other than those of single values, indexes that belong to no constraint, and triggers, of the tables named. */
async function aroundOf(client: pg.Client, tables: readonly string[], checks: Checks): Promise<Around> {
  const { rows: constraints } = await client.query<{ table: string; name: string; kind: string; said: string }>(
    `SELECT relname AS table, conname AS name, contype AS kind, pg_get_constraintdef(k.oid) AS said
       FROM pg_constraint k JOIN pg_class c ON c.oid = conrelid
      WHERE connamespace = 'public'::regnamespace AND contype IN ('p', 'u', 'x', 'f')
        AND (relname = ANY ($1) OR (contype = 'f' AND confrelid = ANY (SELECT oid FROM pg_class WHERE relname = ANY ($1))))
      ORDER BY array_position(ARRAY['f', 'p', 'u', 'x'], contype::text), conname`,
    [tables],
  )
  const { rows: indexes } = await client.query<{ table: string; name: string; said: string }>(
    `SELECT t.relname AS table, c.relname AS name, pg_get_indexdef(indexrelid) AS said
       FROM pg_index JOIN pg_class c ON c.oid = indexrelid JOIN pg_class t ON t.oid = indrelid
      WHERE t.relnamespace = 'public'::regnamespace AND t.relname = ANY ($1)
        AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)
      ORDER BY 1`,
    [tables],
  )
  const { rows: triggers } = await client.query<{ table: string; name: string; said: string }>(
    `SELECT relname AS table, tgname AS name, pg_get_triggerdef(g.oid) AS said FROM pg_trigger g JOIN pg_class c ON c.oid = tgrelid
      WHERE relnamespace = 'public'::regnamespace AND relname = ANY ($1) AND NOT tgisinternal ORDER BY 1, 2`,
    [tables],
  )
  const added = (one: { table: string; name: string; said: string }) =>
    `ALTER TABLE ${quoted(one.table)} ADD CONSTRAINT ${quoted(one.name)} ${one.said}`
  const foreign = constraints.filter(({ kind }) => kind === 'f')
  const others = constraints.filter(({ kind }) => kind !== 'f' && kind !== 'x')
  const exclusions = checks === 'all' ? constraints.filter(({ kind }) => kind === 'x') : []
  return {
    drop: [
      ...triggers.map(({ table, name }) => `DROP TRIGGER ${quoted(name)} ON ${quoted(table)}`),
      ...constraints.map(({ table, name }) => `ALTER TABLE ${quoted(table)} DROP CONSTRAINT ${quoted(name)}`),
      ...indexes.map(({ name }) => `DROP INDEX ${quoted(name)}`),
    ],
    make: [
      ...others.map((one) => ({ table: one.table, statement: added(one) })),
      ...indexes.map(({ table, said }) => ({ table, statement: said })),
      ...exclusions.map((one) => ({ table: one.table, statement: added(one) })),
    ],
    last: [...(checks === 'all' ? foreign.map(added) : []), ...triggers.map(({ said }) => said)],
  }
}

/**
 * Lets `fill` write into tables without indexes, constraints and triggers, and puts these back: every row is then checked by the
 * constraints as they are made. Without checks, exclusion constraints and foreign keys stay away. `connect` opens a session of its
 * own.
 */
export async function intoBareTables(
  connect: () => Promise<pg.Client>,
  { tables, checks }: { tables: readonly string[]; checks: Checks },
  fill: () => Promise<void>,
  tell: (step: string) => void,
): Promise<void> {
  const first = await connect()
  const around = await aroundOf(first, tables, checks)
  for (const statement of around.drop) await first.query(statement)
  await fill()
  const waiting = [...around.make]
  const second = await connect()
  for (const client of [first, second]) await client.query(`SET maintenance_work_mem = '1GB'`)
  const busy = new Set<string>()
  // Two sessions, never both at one table: they would wait for each other.
  const makeSome = async (client: pg.Client): Promise<void> => {
    while (waiting.length > 0) {
      const free = waiting.findIndex(({ table }) => !busy.has(table))
      if (free === -1) return
      const [one] = waiting.splice(free, 1)
      if (!one) return
      busy.add(one.table)
      const began = performance.now()
      await client.query(one.statement)
      busy.delete(one.table)
      const seconds = (performance.now() - began) / 1000
      if (seconds > 20) tell(`${one.statement.slice(0, 90)}… took ${Math.round(seconds)} s`)
    }
  }
  await Promise.all([makeSome(first), makeSome(second)])
  for (const statement of around.last) await first.query(statement)
  await Promise.all([first.end(), second.end()])
}
