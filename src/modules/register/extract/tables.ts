import type { NumberedKind } from './numbers.ts'
import { shown, UnusableSet } from './problems.ts'
import type { RowReader } from './rows.ts'

/** The tables of the register and their columns, as published (KBO Open Data Cookbook R018); the first names the entity. */
export const registerColumns = {
  enterprise: [
    'EnterpriseNumber',
    'Status',
    'JuridicalSituation',
    'TypeOfEnterprise',
    'JuridicalForm',
    'JuridicalFormCAC',
    'StartDate',
  ],
  establishment: ['EstablishmentNumber', 'StartDate', 'EnterpriseNumber'],
  branch: ['Id', 'StartDate', 'EnterpriseNumber'],
  denomination: ['EntityNumber', 'Language', 'TypeOfDenomination', 'Denomination'],
  address: [
    'EntityNumber',
    'TypeOfAddress',
    'CountryNL',
    'CountryFR',
    'Zipcode',
    'MunicipalityNL',
    'MunicipalityFR',
    'StreetNL',
    'StreetFR',
    'HouseNumber',
    'Box',
    'ExtraAddressInfo',
    'DateStrikingOff',
  ],
  contact: ['EntityNumber', 'EntityContact', 'ContactType', 'Value'],
  activity: ['EntityNumber', 'ActivityGroup', 'NaceVersion', 'NaceCode', 'Classification'],
} as const satisfies Record<string, readonly [string, ...string[]]>

export type RegisterTable = keyof typeof registerColumns

export const headerTables = ['enterprise', 'establishment', 'branch'] as const
export const partTables = ['denomination', 'address', 'contact', 'activity'] as const

export const metaColumns = ['Variable', 'Value'] as const
export const codeColumns = ['Category', 'Code', 'Language', 'Description'] as const

/** The supplement's own tables; docs/operating/register.md describes them. */
export const supplementColumns = {
  function: [
    'EnterpriseNumber',
    'Function',
    'HolderNationalNumber',
    'HolderEnterpriseNumber',
    'LastName',
    'FirstName',
    'StartDate',
    'EndDate',
    'EndReason',
    'Power',
  ],
  number: ['OldNumber', 'NewNumber', 'Date', 'Reason'],
  employer: ['EnterpriseNumber', 'RszNumber', 'StartDate', 'EndDate'],
} as const

/** Where the columns stand in a file: one place for each column asked, and how many columns a row has. */
export interface Layout {
  readonly places: readonly number[]
  readonly width: number
}

/** A file whose rows are told of by number, as the first scan found it. */
export interface Table {
  /** As it is told: 'denomination_insert.csv'. */
  readonly name: string
  readonly columns: readonly string[]
  readonly layout: Layout
  /** Only numbers of that kind; null: any. */
  readonly kind: NumberedKind | null
  readonly size: number
  readonly rows: number
  /** Every number stands after those before it, or beside its like. */
  readonly isOrdered: boolean
  /** Every row has a readable number of its kind. */
  readonly isComplete: boolean
}

/**
 * Reads the first row as the header; columns may stand in any order, and further ones are told and passed over. Throws UnusableSet
 * when one is missing.
 */
export function readHeader(
  row: RowReader,
  file: string,
  columns: readonly string[],
  extra: (message: string) => void,
): Layout {
  if (row.fault !== null) throw new UnusableSet(file, row.line, `the header ${row.fault}`)
  const found = Array.from({ length: row.count }, (_, index) => row.field(index))
  const missing = columns.filter((column) => !found.includes(column))
  if (missing.length === columns.length) {
    throw new UnusableSet(
      file,
      row.line,
      `begins with ${shown(found[0] ?? '')} and not with the header: the first line is ${columns.join(',')}`,
    )
  }
  if (missing.length > 0) {
    throw new UnusableSet(
      file,
      row.line,
      `lacks the column ${missing.join(', ')}: the first line is ${columns.join(',')}`,
    )
  }
  const twice = found.find((column, index) => found.indexOf(column) !== index)
  if (twice !== undefined) throw new UnusableSet(file, row.line, `has the column ${shown(twice)} twice: leave one`)
  const unknown = found.filter((column) => !columns.includes(column))
  if (unknown.length > 0) extra(`has columns that are not known, which are not read: ${unknown.map(shown).join(', ')}`)
  return { places: columns.map((column) => found.indexOf(column)), width: found.length }
}

/** What is wrong with the number of a row's fields; null: nothing. */
export function faultOfWidth(row: RowReader, { width }: Layout): string | null {
  if (row.count === width) return null
  return `has ${row.count} ${row.count === 1 ? 'field' : 'fields'} where the header has ${width}: put every text that holds a comma in quotes`
}
