import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { test } from 'node:test'
import { promisify } from 'node:util'
import { sql } from 'kysely'
import { freshDatabase, freshStore, storeKinds } from '../../test/support/stores.ts'
import { commonColumnsOf, factColumns, factKinds } from './fact-columns.ts'
import { inTransaction } from './transaction.ts'
import type { Store } from './store.ts'

const run = promisify(execFile)
const dumpFile = new URL('../../migrations/schema.sql', import.meta.url)

/** pg_dump writes its own version, and since 2025 a random word in \restrict. */
function withoutVersions(dump: string): string {
  return `${dump
    .split('\n')
    .filter((line) => !/^\\(un)?restrict|^-- Dumped (from|by)/.test(line))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`
}

test('migrations/schema.sql is what the migrations make of an empty database (UPDATE_DUMP=1 writes it)', async (t) => {
  const beside = '/usr/lib/postgresql/15/bin/pg_dump'
  const program = existsSync(beside) ? beside : 'pg_dump'
  const { stdout: version } = await run(program, ['--version'])
  assert.ok(version.includes(' 15.'), `the dump is that of PostgreSQL 15, here is ${version.trim()}`)
  const url = await freshDatabase(t, 'migrated')
  const { stdout } = await run(
    program,
    ['--schema-only', '--no-owner', '--no-privileges', '--exclude-schema=pgboss', `--dbname=${url}`],
    { maxBuffer: 64 * 1024 * 1024 },
  )
  const dump = withoutVersions(stdout)
  if (process.env['UPDATE_DUMP'] === '1') writeFileSync(dumpFile, dump)
  assert.equal(dump, readFileSync(dumpFile, 'utf8'))
})

const inSchema = sql`relnamespace = 'public'::regnamespace`

/** Everything that the migrations made, as sorted lines of text. What extensions brought along is theirs. */
async function catalogueOf(store: Store): Promise<string[]> {
  const { value } = await inTransaction(store, async (trx) => {
    const found = await sql<{ line: string }>`
      SELECT 'column ' || relname || '.' || attname || ' ' || format_type(atttypid, atttypmod)
        || CASE WHEN attnotnull THEN ' not null' ELSE '' END || ' ' || attidentity::text
        || coalesce(' default ' || pg_get_expr(adbin, adrelid), '') AS line
        FROM pg_attribute JOIN pg_class c ON c.oid = attrelid LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
        WHERE ${inSchema} AND relkind IN ('r', 'v') AND attnum > 0 AND NOT attisdropped
      UNION ALL SELECT 'constraint ' || coalesce(relname, typname) || ' ' || conname || ' ' || pg_get_constraintdef(k.oid)
        FROM pg_constraint k LEFT JOIN pg_class c ON c.oid = conrelid LEFT JOIN pg_type y ON y.oid = contypid
        WHERE connamespace = 'public'::regnamespace AND contype <> 'n'
      UNION ALL SELECT 'index ' || pg_get_indexdef(indexrelid) FROM pg_index JOIN pg_class c ON c.oid = indrelid WHERE ${inSchema}
      UNION ALL SELECT 'trigger ' || relname || ' ' || pg_get_triggerdef(g.oid)
        FROM pg_trigger g JOIN pg_class c ON c.oid = tgrelid WHERE ${inSchema} AND NOT tgisinternal
      UNION ALL SELECT 'view ' || relname || ' ' || pg_get_viewdef(c.oid) FROM pg_class c WHERE ${inSchema} AND relkind = 'v'
      UNION ALL SELECT 'function ' || pg_get_functiondef(p.oid) FROM pg_proc p
        WHERE pronamespace = 'public'::regnamespace AND prokind IN ('f', 'p')
          AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
      UNION ALL SELECT 'type ' || typname || ' ' || format_type(typbasetype, typtypmod) FROM pg_type
        WHERE typnamespace = 'public'::regnamespace AND typtype = 'd'`.execute(trx)
    // Newer versions name the table of a view's columns only where there are several.
    const plain = (line: string) => (line.startsWith('view ') ? line.replaceAll(/\b\w+\.(?=\w)/g, '') : line)
    return found.rows.map((row) => plain(row.line)).toSorted()
  })
  return value
}

test('Both stores have the same columns, constraints, indexes, triggers, views and functions', async (t) => {
  const [embedded, server] = [await freshStore(t, 'pglite'), await freshStore(t, 'postgres')]
  const catalogue = await catalogueOf(embedded)
  assert.deepEqual(catalogue, await catalogueOf(server))
  for (const kind of ['column', 'constraint', 'index', 'trigger', 'view', 'function', 'type'])
    assert.ok(
      catalogue.some((line) => line.startsWith(`${kind} `)),
      `no ${kind} compared`,
    )
})

type Column = { table: string; column: string; nullable: boolean; defaulted: boolean }

async function columnsOf(store: Store): Promise<Column[]> {
  const { value } = await inTransaction(store, async (trx) => {
    const found = await sql<Column>`
      SELECT relname AS table, attname AS column, NOT attnotnull AS nullable, (atthasdef OR attidentity <> '') AS defaulted
        FROM pg_attribute JOIN pg_class c ON c.oid = attrelid
        WHERE ${inSchema} AND relkind = 'r' AND attnum > 0 AND NOT attisdropped AND relname NOT IN ('schema_migration', 'audit_due')
        ORDER BY 1, 2`.execute(trx)
    return found.rows
  })
  return value
}

/** What tables.ts says of one table: its lines `name: type`, wherever they are written. */
function declaredIn(body: string, table: string): Column[] {
  return [...body.matchAll(/(\w+): ([^\n;]+)/g)].map(([, column = '', type = '']) => ({
    table,
    column,
    nullable: / \| null\b/.test(type),
    defaulted: type.startsWith('Generated<'),
  }))
}

function declared(): Column[] {
  const source = readFileSync(new URL('./tables.ts', import.meta.url), 'utf8').replaceAll(/\/\*\*.*?\*\//gs, '')
  const block = (start: string): string => {
    const from = source.indexOf(start)
    assert.ok(from >= 0, `${start} is not in tables.ts`)
    return source.slice(from + start.length, source.indexOf('\n}', from))
  }
  const common = declaredIn(block('export interface FactColumns {'), '')
  const tables = [
    ...block('export interface Tables extends FactTables, CurrentFactViews {').matchAll(/^ {2}(\w+): \{(.*?)\}$/gms),
  ]
  return [
    ...tables.flatMap(([, table = '', body = '']) => declaredIn(body, table)),
    ...declaredIn(block('export interface PersonRow {'), 'person'),
    ...factKinds.flatMap((table) => [
      ...common.map((one) => ({ ...one, table })),
      ...commonColumnsOf(table)
        .filter((column) => column === 'given_at')
        .map((column) => ({ table, column, nullable: true, defaulted: false })),
      ...Object.entries(factColumns[table]).map(([column, nature]) => ({
        table,
        column,
        nullable: nature === 'nullable',
        defaulted: false,
      })),
    ]),
  ]
}

for (const kind of storeKinds)
  test(`tables.ts and facts.ts name the columns of the database, and which may be null or left out (${kind})`, async (t) => {
    const said = declared()
    const found = await columnsOf(await freshStore(t, kind))
    const text = (one: Column): string => `${one.table}.${one.column}${one.nullable ? ' | null' : ''}`
    assert.deepEqual(said.map(text).toSorted(), found.map(text).toSorted())
    // The other way round is no mistake: a type may ask for what the database would fill in.
    const defaulted = new Set(found.filter((one) => one.defaulted).map(text))
    assert.deepEqual(
      said.filter((one) => one.defaulted && !defaulted.has(text(one))),
      [],
    )
  })
