import type { Dice } from './chance.ts'
import type { Address, Contact, Name } from './entry.ts'
import type { Day } from './numbers.ts'
import type { Place } from './places.ts'
import {
  aims,
  beginnings,
  bodies,
  emblems,
  endings,
  familyNames,
  givenNames,
  people,
  sectors,
  trades,
  type Tongue,
} from './words.ts'

const column: Readonly<Record<Tongue, number>> = { nl: 0, fr: 1, de: 2 }
export const languageOf: Readonly<Record<Tongue, '1' | '2' | '3'>> = { fr: '1', nl: '2', de: '3' }

type Rows = readonly (readonly string[])[]
/** The same thing said in any of the three languages. */
type Said = (tongue: Tongue) => string
const said =
  (row: readonly string[]): Said =>
  (tongue) =>
    row[column[tongue]] ?? ''
const oneOf = (rows: Rows, dice: Dice): Said => said(dice.pick(rows))

const invented = (dice: Dice): string => `${dice.pick(beginnings)}${dice.pick(endings)}`

function companyName(place: Place, dice: Dice): Said {
  const family = dice.pick(familyNames[place.tongue])
  const trade = oneOf(trades, dice)
  const throwing = dice.next()
  if (throwing < 0.25) return (tongue) => `${trade(tongue)} ${family}`
  if (throwing < 0.4) {
    const kin = oneOf(people, dice)
    return (tongue) => (kin(tongue).startsWith('&') ? `${family} ${kin(tongue)}` : `${kin(tongue)} ${family}`)
  }
  if (throwing < 0.65) {
    const [brand, sector] = [invented(dice), oneOf(sectors, dice)]
    return (tongue) => `${brand} ${sector(tongue)}`
  }
  if (throwing < 0.75) {
    const partner = dice.pick(familyNames[place.tongue])
    return (tongue) => `${family} - ${partner}, ${trade(tongue)}`
  }
  const brand = invented(dice)
  const end = dice.chance(0.2) ? 'Group' : 'Belgium'
  if (throwing < 0.9) return () => `${brand} ${end}`
  const emblem = oneOf(emblems, dice)
  // Some real names hold quotation marks: whoever reads the file must cope.
  return throwing > 0.993
    ? (tongue) => `${trade(tongue)} "${emblem(tongue)}"`
    : (tongue) => `${trade(tongue)} ${emblem(tongue)}`
}

function named(rows: Rows, place: Place, dice: Dice): Said {
  const what = oneOf(rows, dice)
  return (tongue) => `${what(tongue)} ${tongue === 'nl' ? place.nl : place.fr}`
}

const publicForms = new Set(['110', '124', '301', '411', '412', '413', '414', '416', '417', '422'])
const associations = new Set(['017', '125', '704', '026'])

/** How a legal person is called, in any of the languages. */
function legalName(form: string, place: Place, dice: Dice): Said {
  if (publicForms.has(form)) return named(bodies, place, dice)
  if (associations.has(form) && dice.chance(0.7)) return named(aims, place, dice)
  if (form === '070') {
    const emblem = oneOf(emblems, dice)
    const name = {
      nl: 'Vereniging van mede-eigenaars residentie',
      fr: 'Association des copropriétaires résidence',
      de: 'Miteigentümer Residenz',
    }
    return (tongue) => `${name[tongue]} ${emblem(tongue)}`
  }
  return companyName(place, dice)
}

export function commercialName(place: Place, dice: Dice): string {
  const throwing = dice.next()
  if (throwing < 0.4) return oneOf(emblems, dice)(place.tongue)
  if (throwing < 0.8) return `${oneOf(trades, dice)(place.tongue)} ${invented(dice)}`
  return invented(dice).toUpperCase()
}

const abbreviation = (name: string): string =>
  name
    .split(/[^\p{L}\d]+/u)
    .filter(Boolean)
    .map((word) => word.charAt(0).toUpperCase())
    .join('.')
    .concat('.')

/** The names of a legal person: its own, and `extra` more: the other language in Brussels, an abbreviation, commercial names. */
export function legalNames(form: string, place: Place, extra: number, dice: Dice): Name[] {
  const say = legalName(form, place, dice)
  const own = say(place.tongue)
  const names: Name[] = [{ type: '001', language: dice.chance(0.03) ? '0' : languageOf[place.tongue], name: own }]
  for (let i = 0; i < extra; i += 1) {
    if (i === 0 && place.region === 'B') {
      const other = place.tongue === 'nl' ? 'fr' : 'nl'
      names.push({ type: '001', language: languageOf[other], name: say(other) })
    } else if (dice.chance(0.45) && !names.some((name) => name.type === '002')) {
      names.push({ type: '002', language: languageOf[place.tongue], name: abbreviation(own) })
    } else names.push(commercial(place, dice))
  }
  return names
}

export function commercial(place: Place, dice: Dice): Name {
  const english = dice.chance(0.06)
  const name = english ? `The ${invented(dice)} Company` : commercialName(place, dice)
  return { type: '003', language: english ? '4' : languageOf[place.tongue], name }
}

export const foreignName = (dice: Dice): string =>
  `${invented(dice)} ${dice.pick(['GmbH', 'B.V.', 'S.A.R.L.', 'Ltd', 'S.p.A.', 'Inc.'])}`

export type PersonName = { last: string; first: string }
export function personName(tongue: Tongue, dice: Dice): PersonName {
  return { last: dice.pick(familyNames[tongue]), first: dice.pick(givenNames[tongue]) }
}

const slug = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[^A-Za-z0-9]/g, '')
    .toLowerCase()
    .slice(0, 24)

function contact(of: Contact['of'], name: string, dice: Dice): Contact {
  const type = dice.weighted([
    ['EMAIL', 5],
    ['TEL', 4],
    ['WEB', 2],
    ['FAX', 0.4],
  ] as const)
  if (type === 'EMAIL') return { of, type, value: `${dice.pick(['info', 'contact', 'office'])}@${slug(name)}.example` }
  if (type === 'WEB') return { of, type, value: `${dice.chance(0.3) ? 'https://' : ''}www.${slug(name)}.example` }
  // Nobody's number: zones are two or three digits, 555 begins none that is given out.
  const last = String(dice.below(10_000)).padStart(4, '0')
  const zone = dice.pick(['02', '03', '04', '09', '011', '050', '081', '087'])
  const value = dice.pick([
    `${zone} 555 ${last.slice(0, 2)} ${last.slice(2)}`,
    `${zone}/555.${last}`,
    `${zone}555${last}`,
  ])
  return { of, type, value }
}

export function contacts(of: Contact['of'], name: string, count: number, dice: Dice): Contact[] {
  const list: Contact[] = []
  // Twice the same says nothing more: another number is thrown until it differs.
  while (list.length < count) {
    const next = contact(of, name, dice)
    if (!list.some(({ type, value }) => type === next.type && value === next.value)) list.push(next)
  }
  return list
}

/** Few addresses are struck off: the enterprise was not found there. */
export function maybeStruck(address: Address, started: Day, today: Day, dice: Dice): Address {
  if (!dice.chance(0.015) || started >= today) return address
  return { ...address, struckOff: dice.between(started, today) }
}
