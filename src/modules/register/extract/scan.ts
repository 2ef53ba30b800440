import type { CivilDay } from '#kernel'
import { endKey, faultOfNumber, keyIn, type Key } from './numbers.ts'
import { shown, UnusableSet, type ProblemTeller } from './problems.ts'
import { RowReader, type SetFile } from './rows.ts'
import { codeColumns, faultOfWidth, metaColumns, readHeader, type Layout, type Table } from './tables.ts'
import type { ExtractMeta, Problem, RegisterCode } from './types.ts'
import { type Days, readDay, RowValues } from './values.ts'

/** Calls `each` for every row after the header; throws UnusableSet when the file has no right header. */
async function readRows(
  file: SetFile,
  name: string,
  columns: readonly string[],
  teller: ProblemTeller,
  each: (row: RowReader, layout: Layout) => void,
): Promise<Layout> {
  const row = new RowReader(await file.open())
  let layout: Layout | null = null
  try {
    do {
      while (row.next()) {
        if (layout) each(row, layout)
        else layout = readHeader(row, name, columns, (message) => teller.tell(name, row.line, message))
      }
    } while (await row.refill())
  } finally {
    await row.close()
  }
  if (!layout) throw new UnusableSet(name, 0, `is empty: its first line is ${columns.join(',')}`)
  return layout
}

/** Reads a whole file once: how many rows it has, whether their numbers rise, and whether all of them are readable. */
export async function scanTable(
  file: SetFile,
  spec: Pick<Table, 'name' | 'columns' | 'kind'>,
  teller: ProblemTeller,
  onKey: (key: Key) => void,
): Promise<Table> {
  let rows = 0
  let last: Key = 0
  let isOrdered = true
  let isComplete = true
  const layout = await readRows(file, spec.name, spec.columns, teller, (row, { places }) => {
    rows++
    const key = keyIn(row, places[0] ?? endKey)
    if (faultOfNumber(key, spec.kind) !== null) {
      isComplete = false
      return
    }
    if (key < last) isOrdered = false
    last = key
    onKey(key)
  })
  return { ...spec, layout, size: file.size, rows, isOrdered, isComplete }
}

/** Reads a file that is held in memory, and answers with how many rows it has; throws UnusableSet when it is too large. */
export async function readHeld(
  file: SetFile,
  spec: Pick<Table, 'name' | 'columns'>,
  context: { readonly teller: ProblemTeller; readonly days: Days; readonly bytesMax: number },
  each: (values: RowValues, line: number) => void,
): Promise<number> {
  const { name, columns } = spec
  if (file.size > context.bytesMax) {
    throw new UnusableSet(
      name,
      0,
      `has ${file.size} bytes, more than the ${context.bytesMax} allowed: this is not the right file`,
    )
  }
  let rows = 0
  let values: RowValues | null = null
  await readRows(file, name, columns, context.teller, (row, layout) => {
    rows++
    values ??= new RowValues(row, layout, columns, context.days)
    if (values.begin()) each(values, row.line)
    if (values.fault !== null) context.teller.tell(name, row.line, `${values.fault}. The row is left out`)
  })
  return rows
}

/** What the register says that its codes mean. */
export async function readCodes(
  file: SetFile,
  context: { readonly teller: ProblemTeller; readonly days: Days; readonly bytesMax: number },
): Promise<RegisterCode[]> {
  const codes: RegisterCode[] = []
  await readHeld(file, { name: 'code.csv', columns: codeColumns }, context, (values) => {
    const category = values.required(0, 60)
    const code = values.required(1, 60)
    const language = values.code(2, /^(?:NL|FR|DE|EN)$/, 'a language: write NL, FR, DE or EN')
    const description = values.required(3, 1000)
    if (values.fault === null) codes.push({ category, code, language, description })
  })
  return codes
}

const metaBytesMax = 64 * 1024

/** Reads meta.csv; what is missing or wrong in it makes the set unusable. */
export async function readMeta(
  file: SetFile,
  content: 'register' | 'supplement',
  today: CivilDay | null,
): Promise<{ meta: ExtractMeta } | { problems: readonly Problem[] }> {
  const name = 'meta.csv'
  if (file.size > metaBytesMax) throw new UnusableSet(name, 0, `has ${file.size} bytes: this is not the right file`)
  const found = new Map<string, { value: string; line: number }>()
  const problems: Problem[] = []
  const tell = (line: number, message: string) => void problems.push({ file: name, line, message })
  const silent = { tell: () => undefined } as unknown as ProblemTeller
  await readRows(file, name, metaColumns, silent, (row, layout) => {
    const fault = row.fault ?? faultOfWidth(row, layout)
    if (fault !== null) return tell(row.line, fault)
    const [variable, value] = layout.places.map((place) => row.field(place).trim())
    if (found.has(variable ?? '')) return tell(row.line, `gives ${shown(variable ?? '')} twice: leave the right one`)
    found.set(variable ?? '', { value: value ?? '', line: row.line })
  })
  const meta = metaFrom(found, content, today, tell)
  return meta && problems.length === 0 ? { meta } : { problems }
}

function metaFrom(
  found: ReadonlyMap<string, { value: string; line: number }>,
  content: 'register' | 'supplement',
  today: CivilDay | null,
  tell: (line: number, message: string) => void,
): ExtractMeta | null {
  const read = <T>(variable: string, parse: (text: string) => T | string, cure: string): T | null => {
    const given = found.get(variable)
    if (!given) {
      tell(0, `lacks the variable ${variable}: ${cure}`)
      return null
    }
    const parsed = parse(given.value)
    if (typeof parsed !== 'string') return parsed
    tell(given.line, `${variable} ${shown(given.value)} ${parsed === '' ? 'is wrong' : parsed}: ${cure}`)
    return null
  }
  const matched = (pattern: RegExp) => (text: string) => (pattern.test(text) ? { text } : '')
  checkContent(found.get('Content'), content, tell)
  const day = read('SnapshotDate', (text) => dayOrFault(text), 'write the day of the snapshot as dd-mm-yyyy')
  const made = read('ExtractTimestamp', timestamp, 'write when the set was made as dd-mm-yyyy hh:mm:ss')
  const type = read('ExtractType', matched(/^(?:full|update)$/i), 'write full or update')
  const number = read('ExtractNumber', matched(/^\d{1,9}$/), 'write the number of the set')
  const version = read('Version', matched(/^[\w.-]{1,20}$/), 'write the version of the format')
  if (!day || !made || !type || !number || !version) return null
  const line = found.get('SnapshotDate')?.line ?? 0
  if (day.day > made.day) tell(line, 'SnapshotDate lies after ExtractTimestamp: correct one of them')
  if (today !== null && day.day > today)
    tell(line, `SnapshotDate lies after today (${today}): correct it, or this machine's clock`)
  return {
    type: type.text.toLowerCase() as ExtractMeta['type'],
    number: Number(number.text),
    snapshot: day.day,
    madeAt: made.text,
    version: version.text,
  }
}

function checkContent(
  given: { value: string; line: number } | undefined,
  content: 'register' | 'supplement',
  tell: (line: number, message: string) => void,
): void {
  if (content === 'register' && given) {
    tell(given.line, `is of a set with the content ${shown(given.value)}: import it as what it is, not as the register`)
  } else if (content === 'supplement' && given?.value !== 'supplement') {
    tell(
      given?.line ?? 0,
      'is not of a supplement: add the variable Content with the value supplement, or import it as the register',
    )
  }
}

function dayOrFault(text: string): { readonly day: CivilDay } | string {
  const read = readDay(text)
  return typeof read === 'string' ? 'is not a day' : read
}

function timestamp(text: string): { readonly text: string; readonly day: CivilDay } | string {
  const parts = /^(\d{2}-\d{2}-\d{4})[ T]([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?$/.exec(text)
  const read = readDay(parts?.[1] ?? '')
  return typeof read === 'string' ? 'is not a moment' : { text, day: read.day }
}
