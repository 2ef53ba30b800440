import {
  formatEnterpriseNumber,
  formatEstablishmentNumber,
  makeEnterpriseNumber,
  makeEstablishmentNumber,
  makeRszNumber,
} from '#kernel'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { registerColumns, supplementColumns } from '../tables.ts'
import { openExtract } from '../extract.ts'
import type { EntityChange, Extract, Limits, Problem } from '../types.ts'
import { zipOf } from './zip-writer.ts'

/** The files of a set: name and contents. */
export type Files = Readonly<Record<string, string | Buffer>>

export const enterprise = (sequence: number): string => formatEnterpriseNumber(makeEnterpriseNumber(sequence))
export const unit = (sequence: number): string => formatEstablishmentNumber(makeEstablishmentNumber(sequence))
export const plain = (number: string): string => number.replaceAll('.', '')

export const row = (...fields: string[]): string =>
  fields.map((field) => (/^\d\d-\d\d-\d{4}$|^$/.test(field) ? field : `"${field.replaceAll('"', '""')}"`)).join(',')

export const linesOf = (columns: readonly string[], ...rows: string[]): string =>
  [columns.join(','), ...rows, ''].join('\n')

export function metaOf(values: Readonly<Record<string, string>> = {}): string {
  const all = {
    SnapshotDate: '03-10-2026',
    ExtractTimestamp: '04-10-2026 07:07:49',
    ExtractType: 'full',
    ExtractNumber: '140',
    Version: '1.0.0',
    ...values,
  }
  return linesOf(['Variable', 'Value'], ...Object.entries(all).map(([name, value]) => row(name, value)))
}

const codeFile = linesOf(
  ['Category', 'Code', 'Language', 'Description'],
  row('JuridicalSituation', '000', 'NL', 'Normale toestand'),
  row('JuridicalSituation', '000', 'FR', 'Situation normale'),
)

export const molen = enterprise(4_000_001)
export const bakker = enterprise(7_000_002)
export const zee = enterprise(10_000_003)
export const winkel = unit(20_000_004)
export const kantoor = '9.000.006.626'
/** In no good set. */
export const stranger = enterprise(8_000_009)

const address = (number: string, ...rest: string[]): string =>
  row(number, 'REGO', '', '', '9000', 'Gent', 'Gand', 'Molenstraat', 'Rue du Moulin', '12', ...rest)

/** A small right full set: a legal person with names in two languages, a natural person, another legal person, a unit and a branch. */
export const fullSet: Readonly<Record<string, string>> = {
  'meta.csv': metaOf(),
  'code.csv': codeFile,
  'enterprise.csv': linesOf(
    registerColumns.enterprise,
    row(molen, 'AC', '000', '2', '014', '610', '09-08-1960'),
    row(bakker, 'AC', '000', '1', '', '', '01-02-2018'),
    row(zee, 'AC', '012', '2', '017', '', '16-02-2023'),
  ),
  'establishment.csv': linesOf(registerColumns.establishment, row(winkel, '01-03-2001', molen)),
  'branch.csv': linesOf(registerColumns.branch, row(kantoor, '01-09-1995', zee)),
  'denomination.csv': linesOf(
    registerColumns.denomination,
    row(molen, '2', '001', 'De "Oude" Molen, Gent'),
    row(molen, '1', '001', 'Le Vieux Moulin'),
    row(bakker, '0', '001', 'Jan Bakker'),
    row(zee, '3', '001', 'Küste é Zee'),
    row(winkel, '2', '003', 'Winkel'),
  ),
  'address.csv': linesOf(
    registerColumns.address,
    address(molen, '3', 'Poort 2', ''),
    row(zee, 'REGO', 'Nederland', 'Pays-Bas', '4521 AB', 'Biervliet', '', 'Zeeweg', '', '1', '', '', '05-05-2025'),
  ),
  'contact.csv': linesOf(
    registerColumns.contact,
    row(molen, 'ENT', 'WEB', 'www.molen.example'),
    row(winkel, 'EST', 'TEL', '09 123'),
  ),
  'activity.csv': linesOf(registerColumns.activity, row(molen, '001', '2025', '10610', 'MAIN')),
}

const header = (table: keyof typeof registerColumns): string => linesOf(registerColumns[table])
const deletes = (table: keyof typeof registerColumns, ...numbers: string[]): string =>
  linesOf(registerColumns[table].slice(0, 1), ...numbers.map((number) => row(number)))

/** A small right update: one changed, one ceased, one new, one with other names only. */
export const updateSet: Readonly<Record<string, string>> = {
  'meta.csv': metaOf({ ExtractType: 'update', ExtractNumber: '141' }),
  'code.csv': codeFile,
  'enterprise_delete.csv': deletes('enterprise', molen, bakker),
  'enterprise_insert.csv': linesOf(
    registerColumns.enterprise,
    row(molen, 'AC', '050', '2', '610', '', '09-08-1960'),
    row(stranger, 'AC', '000', '2', '610', '', '01-10-2026'),
  ),
  'establishment_delete.csv': deletes('establishment', winkel),
  'establishment_insert.csv': header('establishment'),
  'branch_delete.csv': deletes('branch'),
  'branch_insert.csv': header('branch'),
  'denomination_delete.csv': deletes('denomination', bakker, zee),
  'denomination_insert.csv': linesOf(
    registerColumns.denomination,
    row(stranger, '2', '001', 'Nieuw'),
    row(zee, '2', '001', 'Zee'),
    row(zee, '2', '002', 'Z'),
  ),
  'address_delete.csv': deletes('address'),
  'address_insert.csv': header('address'),
  'contact_delete.csv': deletes('contact', molen),
  'contact_insert.csv': header('contact'),
  'activity_delete.csv': deletes('activity'),
  'activity_insert.csv': header('activity'),
}

export const employer = makeRszNumber(1001)

/** A small right supplement; `holders` are two national numbers. */
export const supplementSet = (holders: readonly [string, string]): Readonly<Record<string, string>> => ({
  'meta.csv': metaOf({ Content: 'supplement' }),
  'function.csv': linesOf(
    supplementColumns.function,
    row(molen, '10002', holders[0], '', 'Peeters', 'An', '01-02-2020', '', '', 'alone'),
    row(molen, '10002', holders[1], zee, 'Maes', 'Bo', '01-02-2020', '31-12-2030', 'end-of-term', 'jointly'),
    row(bakker, '10002', holders[1], '', 'Bakker', 'Jan', '', '', '', 'unknown'),
    row(zee, '', '', '', '', '', '', '', '', ''),
  ),
  'number.csv': linesOf(
    supplementColumns.number,
    row(stranger, '', '05-06-2026', 'cancelled'),
    row(enterprise(9_000_001), molen, '04-06-2026', 'renumbered'),
  ),
  'employer.csv': linesOf(supplementColumns.employer, row(molen, employer, '01-01-1990', '')),
})

/** The set with a line put in before line `at` (the header is line 1). */
export function withLine(files: Files, file: string, at: number, line: string | Buffer): Files {
  const lines = Buffer.from(files[file] ?? '')
    .toString('latin1')
    .split('\n')
  lines.splice(at - 1, 0, Buffer.from(line).toString('latin1'))
  return { ...files, [file]: Buffer.from(lines.join('\n'), 'latin1') }
}

/** A folder of its own for a test, removed behind it. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'claviger-extract-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

export async function writeFolder(folder: string, files: Files): Promise<string> {
  const path = join(folder, 'set')
  await mkdir(path, { recursive: true })
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(path, name)), { recursive: true })
    await writeFile(join(path, name), content)
  }
  return path
}

export async function writeZip(folder: string, files: Files): Promise<string> {
  const path = join(folder, 'set.zip')
  await writeFile(path, zipOf(Object.entries(files).map(([name, content]) => ({ name, content }))))
  return path
}

export interface ReadSet {
  readonly extract: Pick<Extract, 'meta' | 'rowCounts' | 'bytesTotal' | 'numbersComplete' | 'holds'> | null
  readonly entities: readonly EntityChange[]
  /** What made the set unusable. */
  readonly refused: readonly Problem[]
  readonly problems: readonly Problem[]
}

/** Opens a set, reads all of it, and closes it. */
export async function readSet(
  path: string,
  options: { activities?: boolean; limits?: Partial<Limits>; after?: string | null; today?: never } = {},
): Promise<ReadSet> {
  const problems: Problem[] = []
  return inFolder(async (tempDir) => {
    const opened = await openExtract(path, {
      activities: options.activities ?? false,
      onProblem: (problem) => problems.push(problem),
      tempDir,
      ...(options.limits ? { limits: options.limits } : {}),
    })
    if (!opened.ok) return { extract: null, entities: [], refused: opened.error, problems }
    const entities: EntityChange[] = []
    try {
      const asked = { after: options.after ?? null, batchSize: 2 }
      for await (const batch of opened.value.entities(asked)) entities.push(...batch)
      return { extract: opened.value, entities, refused: [], problems }
    } finally {
      await opened.value.close()
    }
  })
}

export const readFiles = (files: Files, options: Parameters<typeof readSet>[1] = {}): Promise<ReadSet> =>
  inFolder(async (folder) => readSet(await writeFolder(folder, files), options))
