import { inTransaction, type Reader, type Tables, type Transaction } from '#database'
import type { Instant } from '#kernel'
import { sql, type Selectable } from 'kysely'
import type { Problem } from '../extract/index.ts'
import { noCounts, type Counts } from './counts.ts'
import type { ImportDeps } from './deps.ts'
import type { PastImport, SetName } from './rules.ts'

export type Content = 'register' | 'supplement'

export interface ImportRow extends PastImport {
  readonly id: string
  /** Whose turn it is: each process that goes on with an import gives it a name of its own. */
  readonly run: string
  readonly appliedThrough: string | null
  readonly counts: Counts
  readonly cessations: number
  readonly cessationsAccepted: boolean
  readonly problems: number
}

const problemsKept = 10_000

async function importsOf(
  handle: Reader | Transaction,
  content: Content,
  states: readonly PastImport['state'][],
): Promise<ImportRow[]> {
  const rows = await handle
    .selectFrom('register_import')
    .selectAll()
    .where('content', '=', content)
    .where('state', 'in', [...states])
    .orderBy('extract_number', 'desc')
    .orderBy('started_at', 'desc')
    .limit(1)
    .execute()
  return rows.map(importOf)
}

const importOf = (row: Selectable<Tables['register_import']>): ImportRow => ({
  id: row.id,
  run: row.run,
  type: row.type,
  number: row.extract_number,
  snapshot: row.snapshot,
  madeAt: row.made_at,
  state: row.state as PastImport['state'],
  appliedThrough: row.applied_through,
  counts: { ...noCounts, ...row.counts },
  cessations: row.cessations,
  cessationsAccepted: row.cessations_accepted,
  problems: row.problems,
})

/** The newest set that was applied whole, and the one that is not yet. */
export async function pastImports(
  handle: Reader | Transaction,
  content: Content,
): Promise<{ last: ImportRow | null; open: ImportRow | null }> {
  const [last] = await importsOf(handle, content, ['done'])
  const [open] = await importsOf(handle, content, ['waiting', 'under-way'])
  return { last: last ?? null, open: open ?? null }
}

/** A new import, under way; one that was left open is abandoned by it. */
export async function beginImport(
  trx: Transaction,
  {
    id,
    run,
    content,
    set,
    rows,
    cessations,
    accepted,
    now,
  }: {
    id: string
    run: string
    content: Content
    set: SetName
    rows: number
    cessations: number
    accepted: boolean
    now: Instant
  },
): Promise<void> {
  const { open } = await pastImports(trx, content)
  if (open) await stepsDone(trx, open.id)
  await trx
    .updateTable('register_import')
    .set({ state: 'abandoned', ended_at: now, moved_at: now })
    .where('content', '=', content)
    .where('state', 'in', ['waiting', 'under-way'])
    .execute()
  await trx
    .insertInto('register_import')
    .values({
      id,
      run,
      content,
      extract_number: set.number,
      type: set.type,
      snapshot: set.snapshot,
      made_at: set.madeAt,
      state: accepted ? 'under-way' : 'waiting',
      started_at: now,
      moved_at: now,
      ended_at: null,
      applied_through: null,
      rows_total: rows,
      counts: JSON.stringify({}),
      cessations,
      cessations_accepted: accepted,
    })
    .execute()
}

/** The operator agrees to the cessations: the import that waited goes on. */
export async function acceptCessations(trx: Transaction, id: string, now: Instant): Promise<void> {
  await trx
    .updateTable('register_import')
    .set({ state: 'under-way', cessations_accepted: true, moved_at: now })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .execute()
}

/** Another process has taken the import on, or given it up. */
class ImportTakenOver extends Error {
  override name = 'ImportTakenOver'
}

/** Waits for the steps that a process is applying: each holds its import. Later ones find that it is no longer theirs. */
async function stepsDone(trx: Transaction, id: string): Promise<void> {
  await trx.selectFrom('register_import').select('id').where('id', '=', id).forUpdate().execute()
}

/** The import is now this process's: the mark stands still, and another one that is still at it applies no further step. */
export async function goOn(deps: Pick<ImportDeps, 'store' | 'newId'>, { id }: ImportRow): Promise<ImportRow> {
  const { value } = await inTransaction(deps.store, async (trx) => {
    await stepsDone(trx, id)
    const row = await trx
      .updateTable('register_import')
      .set({ run: deps.newId() })
      .where('id', '=', id)
      .where('state', 'in', ['waiting', 'under-way'])
      .returningAll()
      .executeTakeFirst()
    if (!row) throw new ImportTakenOver('Another process has ended this import')
    return importOf(row)
  })
  return value
}

/**
 * Keeps the import ours until the transaction ends. Throws ImportTakenOver when it is not any more. The transaction does not wait for
 * the disk: one lost in a crash of the server is applied again, and the mark, which waits, comes after it.
 */
export async function holdImport(trx: Transaction, { id, run }: Pick<ImportRow, 'id' | 'run'>): Promise<void> {
  await sql`SET LOCAL synchronous_commit = off`.execute(trx)
  const held = await trx
    .selectFrom('register_import')
    .select('id')
    .where('id', '=', id)
    .where('run', '=', run)
    .where('state', '=', 'under-way')
    // The mark may move meanwhile, the run may not.
    .forKeyShare()
    .executeTakeFirst()
  if (!held) throw new ImportTakenOver('Another process goes on with this import')
}

/** Moves the mark behind what has been applied, in the same transaction or an earlier one. Throws ImportTakenOver when the mark is not where we left it. */
export async function moveImport(
  trx: Transaction,
  { id, run }: Pick<ImportRow, 'id' | 'run'>,
  step: {
    from: string | null
    through: string | null
    counts: Counts
    problems: readonly Problem[]
    done: boolean
    now: Instant
  },
): Promise<number> {
  const added = await keepProblems(trx, id, step.problems)
  const { numUpdatedRows } = await trx
    .updateTable('register_import')
    .set((eb) => ({
      applied_through: step.through,
      counts: JSON.stringify(step.counts),
      moved_at: step.now,
      problems: eb('problems', '+', added),
      ...(step.done ? { state: 'done' as const, ended_at: step.now } : {}),
    }))
    .where('id', '=', id)
    .where('run', '=', run)
    .where('state', '=', 'under-way')
    .where(sql<boolean>`applied_through IS NOT DISTINCT FROM ${step.from}`)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows !== 1n) throw new ImportTakenOver('Another process goes on with this import')
  return added
}

/** How many of them are new: a resumed import meets again what was met as the set was opened. */
async function keepProblems(trx: Transaction, id: string, problems: readonly Problem[]): Promise<number> {
  const kept = problems.slice(0, problemsKept)
  if (kept.length === 0) return 0
  const { numAffectedRows } = await sql`
    INSERT INTO register_import_problem (import_id, file, line, message)
    SELECT ${id}::uuid, file, line::integer, message FROM unnest(
      ${kept.map((one) => one.file)}::text[], ${kept.map((one) => String(one.line))}::text[], ${kept.map((one) => one.message)}::text[]
    ) AS problem (file, line, message)
    ON CONFLICT DO NOTHING`.execute(trx)
  return problems.length - kept.length + Number(numAffectedRows ?? 0)
}

/** The register's own names of its codes, as the set gives them. */
export async function writeCodes(
  trx: Transaction,
  codes: readonly { category: string; code: string; names: Readonly<Record<string, string>> }[],
): Promise<void> {
  if (codes.length === 0) return
  await sql`
    INSERT INTO register_code (category, code, names)
    SELECT category, code, names::jsonb FROM unnest(
      ${codes.map((one) => one.category)}::text[], ${codes.map((one) => one.code)}::text[],
      ${codes.map((one) => JSON.stringify(one.names))}::text[]
    ) AS entry (category, code, names)
    ON CONFLICT (category, code) DO UPDATE SET names = excluded.names
    WHERE register_code.names <> excluded.names`.execute(trx)
}
