import { parseNationalNumber, parseRszNumber, type CivilDay, type EnterpriseNumber, type Parsed } from '#kernel'
import type { FunctionTold } from '../live/source.ts'
import { Cursors, type Cursor } from './cursor.ts'
import { dayMade, fileOf, gathered } from './extract.ts'
import { defaultLimits, openFiles, type SetFiles } from './files.ts'
import { endKey, keyOfNumber, numberOf, type Key } from './numbers.ts'
import { ProblemTeller, UnusableSet } from './problems.ts'
import type { SetFile } from './rows.ts'
import { readHeld, readMeta, scanTable } from './scan.ts'
import { supplementColumns, type Table } from './tables.ts'
import type {
  EmployerTold,
  ExtractMeta,
  NumberChangeTold,
  OpenOptions,
  Problem,
  ReadOptions,
  Supplement,
  SupplementEnterprise,
} from './types.ts'
import { Days, type RowValues } from './values.ts'

const specs = {
  function: {
    name: 'function.csv',
    columns: supplementColumns.function,
    kind: 'an enterprise',
  },
  employer: { name: 'employer.csv', columns: supplementColumns.employer, kind: 'an enterprise' },
} as const satisfies Record<string, Pick<Table, 'name' | 'columns' | 'kind'>>
const numberSpec = { name: 'number.csv', columns: supplementColumns.number }

interface Scanned {
  readonly meta: ExtractMeta
  readonly tables: readonly { readonly part: keyof typeof specs; readonly scanned: Table; readonly file: SetFile }[]
  readonly numbers: readonly NumberChangeTold[]
  readonly numberRows: number | null
}

type Context = OpenOptions & { readonly limits: typeof defaultLimits; readonly teller: ProblemTeller }

/** Opens a supplement, a folder or a ZIP of the files that docs/operating/register.md describes, as `openExtract` opens a set. */
export async function openSupplement(
  path: string,
  options: OpenOptions,
): Promise<Parsed<Supplement, readonly Problem[]>> {
  const limits = { ...defaultLimits, ...options.limits }
  const teller = new ProblemTeller(options.onProblem, limits.problemsMax)
  const opened = await openFiles(path, limits, ({ file, line, message }) => teller.tell(file, line, message))
  if (!opened.ok) return opened
  const set = opened.value
  const found = await gathered(async () => scanSupplement(set, { ...options, limits, teller }))
  if (!found.ok) {
    await set.close()
    return found
  }
  const days = new Days(mandatesUntil(found.value.meta))
  const cursors = new Cursors({ tempDir: options.tempDir, runBytes: limits.sortBytes, teller, days })
  return { ok: true, value: supplementOf(set, found.value, cursors) }
}

/** A term of office may end after the set was made, though not centuries later. */
function mandatesUntil(meta: ExtractMeta): CivilDay {
  const made = dayMade(meta)
  return `${Number(made.slice(0, 4)) + 100}-12-31` as CivilDay
}

function supplementOf(set: SetFiles, { meta, tables, numbers, numberRows }: Scanned, cursors: Cursors): Supplement {
  const counted = tables.map(({ scanned }): [string, number] => [scanned.name, scanned.rows])
  return {
    meta,
    rowCounts: Object.fromEntries(numberRows === null ? counted : [...counted, ['number.csv', numberRows]]),
    bytesTotal: tables.reduce((sum, { scanned }) => sum + scanned.size, 0),
    progress: cursors.progress,
    numbers: () => Promise.resolve(numbers),
    enterprises: (asked) => enterprises(tables, cursors, asked),
    async close() {
      await cursors.close()
      await set.close()
    },
  }
}

async function scanSupplement(set: SetFiles, context: Context): Promise<Parsed<Scanned, readonly Problem[]>> {
  const { teller } = context
  const read = await readMeta(fileOf(set, 'meta.csv'), 'supplement', context.today ?? null)
  if ('problems' in read) return { ok: false, error: read.problems }
  const known = ['function.csv', 'number.csv', 'employer.csv']
  if (!known.some((name) => set.files.has(name))) {
    throw new UnusableSet('meta.csv', 0, `stands alone: a supplement has at least one of ${known.join(', ')}`)
  }
  for (const name of set.files.keys()) {
    if (!name.endsWith('.csv') || name === 'meta.csv' || known.includes(name)) continue
    teller.tell(name, 0, 'is no file of a supplement: it is not read')
  }
  const problems: Problem[] = []
  const tables: Scanned['tables'][number][] = []
  for (const part of ['function', 'employer'] as const) {
    const file = set.files.get(specs[part].name)
    if (!file) continue
    const scanned = await gathered(async () => ({
      ok: true,
      value: await scanTable(file, specs[part], teller, () => undefined),
    }))
    if (scanned.ok) tables.push({ part, scanned: scanned.value, file })
    else problems.push(...scanned.error)
  }
  const numbers = await gathered(async () => ({ ok: true, value: await readNumbers(set, read.meta, context) }))
  if (!numbers.ok) problems.push(...numbers.error)
  if (problems.length > 0 || !numbers.ok) return { ok: false, error: problems }
  return { ok: true, value: { meta: read.meta, tables, ...numbers.value } }
}

async function readNumbers(
  set: SetFiles,
  meta: ExtractMeta,
  { teller, limits }: Context,
): Promise<Pick<Scanned, 'numbers' | 'numberRows'>> {
  const file = set.files.get(numberSpec.name)
  if (!file) return { numbers: [], numberRows: null }
  const numbers: NumberChangeTold[] = []
  const context = { teller, days: new Days(dayMade(meta)), bytesMax: limits.heldBytesMax }
  const numberRows = await readHeld(file, numberSpec, context, (values, line) => {
    const change = readNumberChange(values, line)
    if (change) numbers.push(change)
  })
  return { numbers: numbers.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.line - b.line)), numberRows }
}

function readNumberChange(values: RowValues, line: number): NumberChangeTold | null {
  const old = values.number(0, 'an enterprise') as EnterpriseNumber
  const next = values.isEmpty(1) ? null : (values.number(1, 'an enterprise') as EnterpriseNumber)
  const day = values.day(2)
  if (day === null) values.refuse(2, 'is empty: write the day of the change as dd-mm-yyyy')
  const reason = values.code(
    3,
    /^(?:renumbered|duplicate|cancelled)$/,
    'a reason: write renumbered, duplicate or cancelled',
  )
  if (reason === 'cancelled' && next !== null)
    values.refuse(1, 'is given for a number that was cancelled: leave it empty')
  if (reason !== 'cancelled' && next === null) values.refuse(1, 'is empty: write the number that took its place')
  if (next === old) values.refuse(1, 'is the old number: write the one that took its place')
  if (values.fault !== null || day === null) return null
  return { line, old, new: next, day, reason: reason as NumberChangeTold['reason'] }
}

/** 'none': a row with the enterprise's number alone, which says that there is nothing. */
type Read<T> = (values: RowValues) => T | 'none' | null

const readFunction: Read<FunctionTold> = (values) => {
  if (isAlone(values, supplementColumns.function.length)) return 'none'
  const functionCode = values.code(1, /^\d{5}$/, 'a function: write its five digits')
  const holder = parseNationalNumber(values.raw(2))
  if (!holder.ok) values.refuse(2, 'is not a national number: write its 11 digits, and check them')
  const holderEnterprise = values.isEmpty(3) ? null : (values.number(3, 'an enterprise') as EnterpriseNumber)
  const familyName = values.optional(4, 100) ?? ''
  const givenName = values.optional(5, 100) ?? ''
  const { started, ended } = readPeriod(values, 6)
  const endReason = values.optional(8, 60)
  const power = values.code(9, /^(?:alone|jointly|unknown)$/, 'a power: write alone, jointly or unknown')
  if (values.fault !== null || !holder.ok) return null
  const holderName = { givenName, familyName }
  return {
    functionCode,
    holder: holder.value,
    holderName,
    holderEnterprise,
    started,
    ended,
    endReason,
    power: power as FunctionTold['power'],
  }
}

const readEmployer: Read<EmployerTold> = (values) => {
  if (isAlone(values, supplementColumns.employer.length)) return 'none'
  const number = parseRszNumber(values.raw(1))
  if (!number.ok) values.refuse(1, 'is not a number of an employer: write its 9 or 10 digits, and check them')
  const { started, ended } = readPeriod(values, 2)
  return values.fault === null && number.ok ? { rszNumber: number.value, started, ended } : null
}

function isAlone(values: RowValues, columns: number): boolean {
  for (let column = 1; column < columns; column++) if (!values.isEmpty(column)) return false
  return true
}

function readPeriod(values: RowValues, column: number): { started: CivilDay | null; ended: CivilDay | null } {
  const started = values.day(column)
  const ended = values.day(column + 1)
  if (started !== null && ended !== null && ended < started)
    values.refuse(column + 1, 'lies before StartDate: correct one of them')
  return { started, ended }
}

async function* enterprises(
  tables: Scanned['tables'],
  cursors: Cursors,
  { after, batchSize }: ReadOptions,
): AsyncGenerator<readonly SupplementEnterprise[]> {
  const open = await cursors.open(tables, after === null ? 0 : keyOfNumber(after))
  const cursorOf = (part: keyof typeof specs) => open[tables.findIndex((one) => one.part === part)] ?? null
  const [functions, employers] = [cursorOf('function'), cursorOf('employer')]
  try {
    let batch: SupplementEnterprise[] = []
    for (;;) {
      const key = Math.min(functions?.key ?? endKey, employers?.key ?? endKey)
      if (key === endKey) break
      batch.push({
        number: numberOf(key),
        functions: await rowsOf(functions, key, readFunction),
        employers: await rowsOf(employers, key, readEmployer),
      })
      if (batch.length < batchSize) continue
      yield batch
      batch = []
    }
    if (batch.length > 0) yield batch
  } finally {
    await cursors.release(open)
  }
}

/** All rows of an enterprise; null: there is none, or one is bad: a list with a gap would end what the missing row says. */
async function rowsOf<T>(cursor: Cursor | null, key: Key, read: Read<T>): Promise<readonly T[] | null> {
  if (cursor === null || cursor.key !== key) return null
  const rows: T[] = []
  let hasBad = false
  while (cursor.key === key) {
    const row = cursor.values.begin() ? read(cursor.values) : null
    if (row === null) {
      hasBad = true
      cursor.tell(`${cursor.values.fault}. What is known of ${numberOf(key)} is left as it is`)
    } else if (row !== 'none') rows.push(row)
    if (!cursor.advance()) await cursor.more()
  }
  return hasBad ? null : rows
}
