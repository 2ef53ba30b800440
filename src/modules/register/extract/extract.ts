import type { CivilDay, Parsed } from '#kernel'
import { defaultLimits, openFiles, type SetFiles } from './files.ts'
import { EnterpriseSet } from './numbers.ts'
import { ProblemTeller, UnusableSet } from './problems.ts'
import type { SetFile } from './rows.ts'
import { readCodes, readMeta, scanTable } from './scan.ts'
import { headerTables, partTables, registerColumns, type RegisterTable, type Table } from './tables.ts'
import type { Extract, ExtractMeta, OpenOptions, Problem, RegisterCode } from './types.ts'
import { Days } from './values.ts'
import { SetReader, type ScannedTable } from './walk.ts'

const kinds = {
  enterprise: 'an enterprise',
  establishment: 'an establishment unit',
  branch: 'a branch',
  denomination: null,
  address: null,
  contact: null,
  activity: null,
} as const satisfies Record<RegisterTable, Table['kind']>

/**
 * Opens a set of the register, a folder or a ZIP, and scans its files once. What makes the whole set unusable comes back, all of it
 * together; a bad row stops nothing and is told to `onProblem` when it is met.
 */
export async function openExtract(
  path: string,
  options: OpenOptions & { readonly activities: boolean },
): Promise<Parsed<Extract, readonly Problem[]>> {
  const limits = { ...defaultLimits, ...options.limits }
  const teller = new ProblemTeller(options.onProblem, limits.problemsMax)
  const opened = await openFiles(path, limits, ({ file, line, message }) => teller.tell(file, line, message))
  if (!opened.ok) return opened
  const set = opened.value
  const found = await gathered(async () => scanSet(set, { ...options, limits, teller }))
  if (!found.ok) {
    await set.close()
    return found
  }
  const { meta, tables, codes, enterprises, days } = found.value
  const context = { tempDir: options.tempDir, runBytes: limits.sortBytes, teller, days }
  const reader = new SetReader(meta.type === 'full', tables, context)
  return { ok: true, value: extractOf(set, reader, { meta, tables, codes, enterprises }) }
}

function extractOf(
  set: SetFiles,
  reader: SetReader,
  { meta, tables, codes, enterprises }: Omit<Scanned, 'days'>,
): Extract {
  const owners = tables.filter(({ table }) => (headerTables as readonly string[]).includes(table))
  return {
    meta,
    rowCounts: Object.fromEntries(tables.map(({ scanned }) => [scanned.name, scanned.rows])),
    bytesTotal: tables.reduce((sum, { scanned }) => sum + scanned.size, 0),
    numbersComplete: owners.every(({ scanned }) => scanned.isComplete),
    holds: (number) => enterprises.has(number),
    codes: () => Promise.resolve(codes),
    entities: (asked) => reader.entities(asked),
    progress: reader.progress,
    async close() {
      await reader.close()
      await set.close()
    },
  }
}

interface Scanned {
  readonly meta: ExtractMeta
  readonly tables: readonly ScannedTable[]
  readonly codes: readonly RegisterCode[]
  readonly enterprises: EnterpriseSet
  readonly days: Days
}

type ScanContext = OpenOptions & {
  readonly activities: boolean
  readonly limits: typeof defaultLimits
  readonly teller: ProblemTeller
}

async function scanSet(set: SetFiles, context: ScanContext): Promise<Parsed<Scanned, readonly Problem[]>> {
  const { teller } = context
  const read = await readMeta(fileOf(set, 'meta.csv'), 'register', context.today ?? null)
  if ('problems' in read) return { ok: false, error: read.problems }
  const { meta } = read
  const wanted = wantedFiles(meta.type, context.activities)
  const missing = checkFiles(set, meta, wanted, teller)
  if (missing.length > 0) return { ok: false, error: missing }
  const days = new Days(dayMade(meta))
  const problems: Problem[] = []
  const tables: ScannedTable[] = []
  const enterprises = new EnterpriseSet()
  const held = { teller, days, bytesMax: context.limits.heldBytesMax }
  const codes = await gathered(async () => ({ ok: true, value: await readCodes(fileOf(set, 'code.csv'), held) }))
  if (!codes.ok) problems.push(...codes.error)
  for (const { table, role, spec } of wanted) {
    const file = fileOf(set, spec.name)
    const onKey = table === 'enterprise' && role === 'rows' ? (key: number) => enterprises.add(key) : () => undefined
    const scanned = await gathered(async () => ({ ok: true, value: await scanTable(file, spec, teller, onKey) }))
    if (scanned.ok) tables.push({ table, role, scanned: scanned.value, file })
    else problems.push(...scanned.error)
  }
  if (problems.length > 0 || !codes.ok) return { ok: false, error: problems }
  return { ok: true, value: { meta, tables, codes: codes.value, enterprises, days } }
}

/** What makes a set unusable, as a value; anything else is a fault. */
export async function gathered<T>(
  work: () => Promise<Parsed<T, readonly Problem[]>>,
): Promise<Parsed<T, readonly Problem[]>> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof UnusableSet) return { ok: false, error: [error.problem] }
    throw error
  }
}

export function fileOf(set: SetFiles, name: string): SetFile {
  const file = set.files.get(name)
  if (!file) throw new UnusableSet(name, 0, 'is missing: a set has all of its files, fetch it again')
  return file
}

/** The day on which a set was made: no day in it can lie after that. */
export const dayMade = ({ madeAt }: ExtractMeta): CivilDay =>
  madeAt.slice(0, 10).split('-').toReversed().join('-') as CivilDay

interface Wanted {
  readonly table: RegisterTable
  readonly role: ScannedTable['role']
  readonly spec: Pick<Table, 'name' | 'columns' | 'kind'>
}

const allTables: readonly RegisterTable[] = [...headerTables, ...partTables]

function wantedFiles(type: ExtractMeta['type'], activities: boolean): Wanted[] {
  return allTables
    .filter((table) => activities || table !== 'activity')
    .flatMap((table): Wanted[] => {
      const columns = registerColumns[table]
      const common = { kind: kinds[table] }
      const rows = { table, role: 'rows' } as const
      if (type === 'full') return [{ ...rows, spec: { name: `${table}.csv`, columns, ...common } }]
      return [
        { table, role: 'deletes', spec: { name: `${table}_delete.csv`, columns: columns.slice(0, 1), ...common } },
        { ...rows, spec: { name: `${table}_insert.csv`, columns, ...common } },
      ]
    })
}

/** What is missing, and what belongs to a set of the other kind; unknown CSV files are told and passed over. */
function checkFiles(set: SetFiles, meta: ExtractMeta, wanted: readonly Wanted[], teller: ProblemTeller): Problem[] {
  const names = new Set(['meta.csv', 'code.csv', ...wanted.map(({ spec }) => spec.name)])
  const problems = [...names]
    .filter((name) => !set.files.has(name))
    .map((file) => ({
      file,
      line: 0,
      message: `is missing: ${meta.type === 'full' ? 'a full' : 'an update'} set has all of its files, fetch it again`,
    }))
  const ofOther = new Set(
    allTables.flatMap((table) =>
      meta.type === 'full' ? [`${table}_delete.csv`, `${table}_insert.csv`] : [`${table}.csv`],
    ),
  )
  for (const name of set.files.keys()) {
    if (ofOther.has(name)) {
      const message = `belongs to a set that is not ${meta.type === 'full' ? 'full' : 'an update'}, as meta.csv says: keep the files of one set together`
      problems.push({ file: name, line: 0, message })
    } else if (name.endsWith('.csv') && !names.has(name) && !/^activity(?:_delete|_insert)?\.csv$/.test(name)) {
      teller.tell(name, 0, 'is no file of a set of the register: it is not read')
    }
  }
  return problems
}
