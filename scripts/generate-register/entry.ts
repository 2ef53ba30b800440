import { naceCodes, naceVersions } from './codes.ts'
import type { Dice } from './chance.ts'
import { dotted, isoDay, registerDay, type Day } from './numbers.ts'

export type EntityKind = 'enterprise' | 'establishment' | 'branch'
export type Translation = { nl: string; fr: string }
/** `language` is the register's code: 0 unknown, 1 French, 2 Dutch, 3 German, 4 English. */
export type Name = { type: string; language: '0' | '1' | '2' | '3' | '4'; name: string }
export type Address = {
  type: string
  /** Empty in Belgium. */
  country: Translation
  zip: string
  municipality: Translation
  street: Translation
  houseNumber: string
  box: string
  extra: string
  struckOff: Day | null
}
export type Contact = { of: 'ENT' | 'EST' | 'BRA'; type: 'TEL' | 'FAX' | 'EMAIL' | 'WEB'; value: string }
export type Activity = { group: string; version: string; nace: string; classification: string }

type Described = {
  number: string
  started: Day
  names: Name[]
  addresses: Address[]
  contacts: Contact[]
  activities: Activity[]
}

export type Enterprise = Described & {
  kind: 'enterprise'
  natural: boolean
  /** Empty for a natural person. */
  legalForm: string
  /** The form as the new companies code reads it, where the statutes still name an old one; else empty. */
  formRead: string
  situation: string
}
export type Unit = Described & { kind: 'establishment' | 'branch'; enterprise: string }
export type Entity = Enterprise | Unit

/** A file of the register and its columns, in the order in which the register names them. */
export const columns = {
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
  branch: ['Id', 'StartDate', 'EnterpriseNumber'],
  activity: ['EntityNumber', 'ActivityGroup', 'NaceVersion', 'NaceCode', 'Classification'],
} as const
export type Table = keyof typeof columns
export const tables = Object.keys(columns) as readonly Table[]

/** A text in double quotes; those inside it doubled. */
export const quoted = (text: string): string => (text.includes('"') ? `"${text.replaceAll('"', '""')}"` : `"${text}"`)
/** Nothing at all where the register has no value. */
const optional = (text: string): string => (text === '' ? '' : quoted(text))

export const headerLine = (names: readonly string[]): string => `${names.map(quoted).join(',')}\n`

function addressRow(number: string, address: Address): string {
  const { country, municipality, street } = address
  const places = `${quoted(municipality.nl)},${quoted(municipality.fr)},${quoted(street.nl)},${quoted(street.fr)}`
  const door = `${quoted(address.houseNumber)},${quoted(address.box)},${quoted(address.extra)}`
  const struck = address.struckOff === null ? '' : registerDay(address.struckOff)
  return `"${number}","${address.type}",${optional(country.nl)},${optional(country.fr)},"${address.zip}",${places},${door},${struck}\n`
}

/** The entity's rows in a file, each ended by a line feed; dates stand without quotes, as published. */
export function rowsIn(table: Table, entity: Entity): string[] {
  const number = dotted(entity.number)
  switch (table) {
    case 'enterprise':
      return entity.kind === 'enterprise' ? [enterpriseRow(number, entity)] : []
    case 'establishment':
    case 'branch':
      return entity.kind === table
        ? [`"${number}",${registerDay(entity.started)},"${dotted(entity.enterprise)}"\n`]
        : []
    case 'denomination':
      return entity.names.map((name) => `"${number}","${name.language}","${name.type}",${quoted(name.name)}\n`)
    case 'address':
      return entity.addresses.map((address) => addressRow(number, address))
    case 'contact':
      return entity.contacts.map(({ of, type, value }) => `"${number}","${of}","${type}",${quoted(value)}\n`)
    case 'activity':
      return entity.activities.map(
        ({ group, version, nace, classification }) =>
          `"${number}","${group}","${version}","${nace}","${classification}"\n`,
      )
  }
}

function enterpriseRow(number: string, entity: Enterprise): string {
  const type = entity.natural ? '1' : '2'
  const forms = `${optional(entity.legalForm)},${optional(entity.formRead)}`
  return `"${number}","AC","${entity.situation}","${type}",${forms},${registerDay(entity.started)}\n`
}

/** `count` activities, every coding of one after the other, as the register repeats them. */
export function throwActivities(count: number, dice: Dice): Activity[] {
  return Array.from({ length: count }, (_, i) => ({
    group: dice.chance(0.8) ? '001' : '006',
    version: naceVersions[i % naceVersions.length] ?? '2025',
    nace: dice.pick(naceCodes),
    classification: i < naceVersions.length ? 'MAIN' : 'SECO',
  }))
}

/** What a register that applied everything must say of an entity; empty texts are null, numbers are ten digits. */
export type Truth = {
  number: string
  kind: EntityKind
  status: 'active' | 'ceased'
  header: object
  names: object[]
  addresses: object[]
  contacts: object[]
  /** What happened to it in this set; absent in the full set. */
  change?: string
  /** The number that took its place, after a renumbering or for a closed duplicate. */
  becomes?: string
}

const languages = { '0': null, '1': 'fr', '2': 'nl', '3': 'de', '4': 'en' } as const
const orNull = (text: string): string | null => (text === '' ? null : text)
const bothOrNull = ({ nl, fr }: Translation): object => ({ nl: orNull(nl), fr: orNull(fr) })

export function truthOf(entity: Entity, status: 'active' | 'ceased'): Truth {
  const started = isoDay(entity.started)
  const header =
    entity.kind === 'enterprise'
      ? {
          kind: 'enterprise',
          type: entity.natural ? 'natural-person' : 'legal-person',
          legalForm: orNull(entity.legalForm),
          situation: entity.situation,
          started,
        }
      : { kind: entity.kind, enterprise: entity.enterprise, started }
  return {
    number: entity.number,
    kind: entity.kind,
    status,
    header,
    names: entity.names.map(({ type, language, name }) => ({ type, language: languages[language], name })),
    addresses: entity.addresses.map((address) => ({
      type: address.type,
      country: bothOrNull(address.country),
      zip: orNull(address.zip),
      municipality: bothOrNull(address.municipality),
      street: bothOrNull(address.street),
      houseNumber: orNull(address.houseNumber),
      box: orNull(address.box),
      extra: orNull(address.extra),
      struckOff: address.struckOff === null ? null : isoDay(address.struckOff),
    })),
    contacts: entity.contacts.map(({ of, type, value }) => ({ of, type, value })),
  }
}
