import { inTransaction, type Store, type Tables, type Transaction } from '#database'

/** What is written out: parents before children, so that foreign keys hold at every line. */
export const exported = [
  'person',
  'person_national_number',
  'enterprise',
  'known_as',
  'audit_entry',
  'audit_personal',
  'enterprise_record',
  'representation',
  'account',
  'emergency_stop',
  'domain_activation',
  'capacity_activation',
  'appointment',
  'membership',
  'block',
  'authorisation',
  'role_assignment',
  'recognition',
  'confirmation',
  'situation_confirmation',
  'proposal',
  'stand_in',
  'told_by_itself',
  'last_use',
  'person_account',
  'verified_address',
  'catalogue_entry',
  'register_entry',
  'register_entry_past',
  'register_code',
  'register_import',
  'register_import_problem',
  'notice',
  'letter',
  'client',
] as const satisfies readonly (keyof Tables)[]

/** What stays behind: what a new store makes for itself, and what only lasts as long as a sign-in, a link or the message with it. */
export const leftBehind = [
  'store_epoch',
  'schema_migration',
  'change_log',
  'audit_due',
  'session',
  'sign_in_try',
  'access_token',
  'account_token',
  'account_message',
]

/** Columns that only mean something in the store that wrote them. */
const leftOut = new Set(['xid'])
const jsonColumns = new Set(['details', 'parameters', 'body_json', 'description', 'names', 'counts'])
const rowsPerPage = 500

function literal(table: string, column: string, value: unknown): string {
  if (value === null || value === undefined) return 'NULL'
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (value instanceof Uint8Array) return `'\\x${Buffer.from(value).toString('hex')}'`
  if (typeof value === 'string' && !isJson(table, column)) return quoted(value)
  if (Array.isArray(value) && !isJson(table, column))
    return `ARRAY[${value.map((one) => quoted(String(one))).join(',')}]::text[]`
  return `${quoted(JSON.stringify(value))}::jsonb`
}

const isJson = (table: string, column: string): boolean =>
  jsonColumns.has(column) || (table === 'catalogue_entry' && column === 'body')

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`

async function rowsOf(trx: Transaction, table: (typeof exported)[number]): Promise<Record<string, unknown>[]> {
  const rows: Record<string, unknown>[] = []
  for (let offset = 0; ; offset += rowsPerPage) {
    const page = await trx
      .selectFrom(table as 'person')
      .selectAll()
      .orderBy((keyColumns[table] ?? ['row_id']) as 'id'[])
      .limit(rowsPerPage)
      .offset(offset)
      .execute()
    rows.push(...page)
    if (page.length < rowsPerPage) return rows
  }
}

/** What makes a row one of its kind, so that pages neither skip nor repeat. */
const keyColumns: Readonly<Partial<Record<(typeof exported)[number], readonly string[]>>> = {
  person: ['id'],
  person_national_number: ['person_id'],
  enterprise: ['id'],
  known_as: ['enterprise_id', 'person_id'],
  audit_entry: ['id'],
  audit_personal: ['entry_id'],
  register_entry: ['number'],
  register_entry_past: ['number', 'superseded_at'],
  register_code: ['category', 'code'],
  register_import: ['id'],
  register_import_problem: ['import_id', 'file', 'line', 'message'],
  notice: ['id'],
  letter: ['notice_id'],
  client: ['id'],
  told_by_itself: ['fact_id', 'what'],
  last_use: ['enterprise_id', 'person_id', 'kind', 'code', 'scope'],
  person_account: ['person_id'],
  verified_address: ['person_id', 'email'],
}

function insertOf(table: string, row: Readonly<Record<string, unknown>>): string {
  const columns = Object.keys(row).filter((column) => !leftOut.has(column))
  const values = columns.map((column) => literal(table, column, row[column]))
  return `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${values.join(', ')});`
}

/**
 * The whole store as SQL for a migrated, empty PostgreSQL: one transaction, with the triggers that write feed and audit put aside
 * while it runs. Sessions and tokens stay behind, so everybody signs in again; the new store has an epoch of its own.
 */
export async function exportScript(store: Store): Promise<string> {
  const lines = [
    '-- Claviger: a store as SQL. Load it into a migrated, empty database: psql -v ON_ERROR_STOP=1 -f <file>',
    'BEGIN;',
    'SET standard_conforming_strings = on;',
  ]
  for (const table of exported) lines.push(`ALTER TABLE ${table} DISABLE TRIGGER USER;`)
  // In one transaction the embedded store answers nobody else: what is written out is one moment's whole.
  await inTransaction(store, async (trx) => {
    for (const table of exported) {
      for (const row of await rowsOf(trx, table)) lines.push(insertOf(table, row))
    }
  })
  for (const table of exported) lines.push(`ALTER TABLE ${table} ENABLE TRIGGER USER;`)
  lines.push('COMMIT;', '')
  return lines.join('\n')
}
