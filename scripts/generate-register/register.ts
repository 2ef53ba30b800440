import { Dice, hashOf, mix, Share, Shuffle, type Weights } from './chance.ts'
import { situationCodes } from './codes.ts'
import * as compose from './compose.ts'
import { throwActivities, type Address, type Contact, type Enterprise, type Name, type Unit } from './entry.ts'
import { branchNumber, EnterpriseNumbers, establishmentNumber, fullSnapshot, spread, type Day } from './numbers.ts'
import { addressAbroad, addressIn, placeFor, type Place } from './places.ts'

/** Belgium on 4 October 2025 (extract 140 of the open data); natural persons are the enterprises without an address of a seat. */
export const belgium = {
  enterprises: 1_938_238,
  establishments: 1_672_491,
  denominations: 3_309_908,
  contacts: 691_158,
  branches: 7_326,
  natural: 776_299,
  activities: 36_306_369,
} as const

/** Of the things that both enterprises and establishments have, what part stands with establishments. */
const withEstablishments = { commercialNames: 0.52, contacts: 0.19, activities: 0.5 }
const functionsPerLegalPerson = 1.4

const weights = {
  one: [[1, 1]],
  establishments: [
    [330, 0],
    [560, 1],
    [60, 2],
    [25, 3],
    [15, 5],
    [8, 8],
    [2, 25],
  ],
  enterpriseNames: [
    [800, 0],
    [160, 1],
    [30, 2],
    [10, 3],
  ],
  establishmentNames: [
    [540, 0],
    [420, 1],
    [35, 2],
    [5, 3],
  ],
  contacts: [
    [720, 0],
    [190, 1],
    [70, 2],
    [20, 3],
  ],
  branches: [
    [17, 1],
    [2, 2],
    [1, 4],
  ],
  activities: [
    [500, 9],
    [300, 6],
    [150, 12],
    [50, 24],
  ],
  functions: [
    [70, 0],
    [22, 1],
    [6, 2],
    [2, 3],
  ],
} as const satisfies Record<string, Weights>

type LegalForm = { form: string; read: string }
const legalForms: readonly (readonly [LegalForm, number])[] = [
  [{ form: '610', read: '' }, 45],
  [{ form: '014', read: '' }, 14],
  [{ form: '017', read: '' }, 14],
  [{ form: '070', read: '' }, 6],
  [{ form: '612', read: '' }, 4],
  [{ form: '011', read: '' }, 3.5],
  [{ form: '015', read: '610' }, 3],
  [{ form: '702', read: '' }, 3],
  [{ form: '706', read: '' }, 2],
  [{ form: '008', read: '706' }, 1.5],
  [{ form: '012', read: '612' }, 1],
  [{ form: '026', read: '' }, 0.5],
  [{ form: '704', read: '' }, 0.5],
  [{ form: '125', read: '' }, 0.2],
  [{ form: '025', read: '610' }, 0.3],
  [{ form: '027', read: '' }, 0.05],
]
const publicForms: readonly (readonly [string, number])[] = [
  ['124', 5],
  ['411', 2],
  ['412', 2],
  ['416', 1],
  ['417', 1],
  ['413', 1],
  ['422', 0.5],
  ['110', 0.3],
  ['301', 0.2],
]

/** What is thrown for one kind of entity must not follow what is thrown for another. */
const salt = { number: 1, enterprise: 2, establishment: 3, branch: 4, fresh: 5, shares: 10 }

export type Wanted = { enterprises: number; seed: string; activities: boolean }

/** A register of any size, of which every entity can be calculated by itself: nothing is kept in memory. */
export class Register {
  readonly seed: number
  readonly enterprises: number
  readonly establishments: number
  readonly branches: number
  readonly legalPersons: number
  readonly functionsBeyondFirst: Share
  readonly withActivities: boolean
  readonly #numbers: EnterpriseNumbers
  readonly #naturals: Share
  readonly #foreigners: Share
  readonly #branchesOf: Share
  readonly #establishmentsOf: Share
  readonly #numbering: Shuffle
  readonly #names: Share
  readonly #unitNames: Share
  readonly #contacts: Share
  readonly #unitContacts: Share
  readonly #branchContacts: Share
  readonly #activities: Share
  readonly #unitActivities: Share

  constructor({ enterprises, seed, activities }: Wanted) {
    this.seed = hashOf(seed)
    const scaled = (count: number): number => Math.round((count * enterprises) / belgium.enterprises)
    const shares = (part: number, n: number, total: number, by: Weights): Share =>
      new Share(n, total, by, mix(this.seed, salt.shares + part))
    this.enterprises = enterprises
    this.establishments = scaled(belgium.establishments)
    // Updates open and close branches: a few must exist however small the register is.
    this.branches = Math.max(4, scaled(belgium.branches))
    const natural = scaled(belgium.natural)
    this.legalPersons = enterprises - natural
    this.#numbers = new EnterpriseNumbers(enterprises, mix(this.seed, salt.number))
    this.#naturals = shares(0, enterprises - this.#numbers.publicBodies, natural, weights.one)
    const foreign = Math.min(this.branches, Math.max(3, Math.round(this.branches * 0.85)))
    this.#foreigners = shares(1, this.legalPersons, foreign, weights.one)
    this.#branchesOf = shares(2, foreign, this.branches, weights.branches)
    this.#establishmentsOf = shares(3, enterprises, this.establishments, weights.establishments)
    this.#numbering = new Shuffle(this.establishments, mix(this.seed, 77))
    const extraNames = scaled(belgium.denominations) - enterprises - this.branches
    const unitNames = Math.round(this.establishments * withEstablishments.commercialNames)
    this.#names = shares(4, enterprises, extraNames - unitNames, weights.enterpriseNames)
    this.#unitNames = shares(5, this.establishments, unitNames, weights.establishmentNames)
    const contacts = scaled(belgium.contacts)
    const unitContacts = Math.round(contacts * withEstablishments.contacts)
    const branchContacts = Math.round(this.branches / 5)
    this.#contacts = shares(6, enterprises, contacts - unitContacts - branchContacts, weights.contacts)
    this.#unitContacts = shares(7, this.establishments, unitContacts, weights.contacts)
    this.#branchContacts = shares(11, this.branches, branchContacts, weights.one)
    const unitActivities = Math.round(scaled(belgium.activities) * withEstablishments.activities)
    this.withActivities = activities
    this.#activities = shares(8, enterprises, scaled(belgium.activities) - unitActivities, weights.activities)
    this.#unitActivities = shares(9, this.establishments, unitActivities, weights.activities)
    const more = Math.round(this.legalPersons * (functionsPerLegalPerson - 1))
    this.functionsBeyondFirst = shares(10, this.legalPersons, more, weights.functions)
  }

  /** The place of a natural person among the natural persons; null for a legal person. */
  naturalRank(i: number): number | null {
    const later = i - this.#numbers.publicBodies
    return later >= 0 && this.#naturals.count(later) > 0 ? this.#naturals.first(later) : null
  }

  /** The place of a legal person among the legal persons: public bodies first; null for a natural person. */
  legalRank(i: number): number | null {
    const bodies = this.#numbers.publicBodies
    if (i < bodies) return i
    if (this.#naturals.count(i - bodies) > 0) return null
    return bodies + this.#naturals.gapOf(i - bodies)
  }

  /** The place of a foreign enterprise among those; null for a Belgian one. Public bodies are Belgian. */
  #foreignRank(i: number): number | null {
    const rank = this.legalRank(i)
    return rank !== null && this.#foreigners.count(rank) > 0 ? this.#foreigners.first(rank) : null
  }

  isForeign(i: number): boolean {
    return this.#foreignRank(i) !== null
  }

  numberOf(i: number): string {
    return this.#numbers.at(i).number
  }

  enterprise(i: number): Enterprise {
    const { number, started } = this.#numbers.at(i)
    const dice = new Dice(mix(mix(this.seed, salt.enterprise), i))
    const place = placeFor(dice)
    const counts = { names: this.#names.count(i), contacts: this.#contacts.count(i) }
    const activities = this.withActivities ? throwActivities(this.#activities.count(i), dice) : []
    const given = { number, started, place, counts, dice, activities, today: fullSnapshot }
    const rank = this.naturalRank(i)
    if (rank !== null) return naturalPerson(given, this.personOfNatural(rank))
    if (this.isForeign(i)) return foreignEnterprise(given)
    return legalPerson(given, i < this.#numbers.publicBodies)
  }

  /** The natural person behind an enterprise: named in a language of the country. */
  personOfNatural(rank: number): compose.PersonName {
    const dice = new Dice(mix(mix(this.seed, 41), rank))
    return compose.personName(placeFor(dice).tongue, dice)
  }

  /** The establishments of an enterprise, as places in the rising order of their numbers. */
  establishmentsOf(i: number): number[] {
    const first = this.#establishmentsOf.first(i)
    return Array.from({ length: this.#establishmentsOf.count(i) }, (_, k) => this.#numbering.to(first + k))
  }

  establishment(j: number): Unit {
    const owner = this.#establishmentsOf.ownerOf(this.#numbering.from(j))
    const dice = new Dice(mix(mix(this.seed, salt.establishment), j))
    const { number: enterprise, started: since } = this.#numbers.at(owner)
    const number = establishmentNumber(spread(20_000_001, 23_800_000, j, this.establishments, dice))
    const started = since + Math.floor((fullSnapshot - since) * dice.next() ** 2)
    const activities = this.withActivities ? throwActivities(this.#unitActivities.count(j), dice) : []
    const counts = { names: this.#unitNames.count(j), contacts: this.#unitContacts.count(j) }
    return unit(
      'establishment',
      { number, started, place: placeFor(dice), counts, dice, activities, today: fullSnapshot },
      enterprise,
    )
  }

  ownerOfBranch(k: number): number {
    return this.indexOfLegal(this.#foreigners.ownerOf(this.#branchesOf.ownerOf(k)))
  }

  branch(k: number): Unit {
    return this.#branch(k, this.ownerOfBranch(k))
  }

  /** The branches of a foreign enterprise. */
  branchesOf(i: number): Unit[] {
    const rank = this.#foreignRank(i)
    if (rank === null) return []
    const first = this.#branchesOf.first(rank)
    return Array.from({ length: this.#branchesOf.count(rank) }, (_, k) => this.#branch(first + k, i))
  }

  #branch(k: number, owner: number): Unit {
    const dice = new Dice(mix(mix(this.seed, salt.branch), k))
    const { number: enterprise, started: since } = this.#numbers.at(owner)
    const number = branchNumber(spread(90_000_001, 90_800_000, k, this.branches, dice))
    const started = dice.between(since, Math.max(since, fullSnapshot))
    const counts = { names: 0, contacts: this.#branchContacts.count(k) }
    return unit(
      'branch',
      { number, started, place: placeFor(dice), counts, dice, activities: [], today: fullSnapshot },
      enterprise,
    )
  }

  /** Which enterprise the legal person of a rank is. */
  indexOfLegal(rank: number): number {
    const bodies = this.#numbers.publicBodies
    if (rank < bodies) return rank
    return bodies + this.#naturals.ownerOfGap(rank - bodies)
  }

  /** Chance of its own for whatever is made beyond the full set. */
  dice(part: number, i: number): Dice {
    return new Dice(mix(mix(this.seed, salt.fresh + part * 1000), i))
  }
}

/** All that an entity is made of. `counts`: names beyond the first, and contacts. */
export type Given = {
  number: string
  started: Day
  place: Place
  counts: { names: number; contacts: number }
  dice: Dice
  activities: Enterprise['activities']
  today: Day
}

function described(
  given: Given,
  names: Name[],
  addresses: Address[],
  of: Contact['of'],
  called: string,
): Omit<Unit, 'kind' | 'enterprise'> {
  const { number, started, dice, activities, today, counts } = given
  const kept = addresses.map((address) => compose.maybeStruck(address, started, today, dice))
  return {
    number,
    started,
    names,
    addresses: kept,
    contacts: compose.contacts(of, called, counts.contacts, dice),
    activities,
  }
}

export function naturalPerson(given: Given, person: compose.PersonName): Enterprise {
  const { place, dice, counts } = given
  const language = dice.chance(0.25) ? '0' : compose.languageOf[place.tongue]
  const names: Name[] = [{ type: '001', language, name: `${person.last}, ${person.first}` }]
  for (let i = 0; i < counts.names; i += 1) names.push(compose.commercial(place, dice))
  const situation = dice.chance(0.012) ? '050' : '000'
  // The register publishes no seat of a natural person.
  return {
    kind: 'enterprise',
    natural: true,
    legalForm: '',
    formRead: '',
    situation,
    ...described(given, names, [], 'ENT', person.last),
  }
}

export function throwSituation(dice: Dice): string {
  return dice.weighted([
    ['000', 93],
    ['012', 2.5],
    ['050', 2.5],
    ['091', 0.5],
    ['013', 0.5],
    [dice.pick(situationCodes), 1],
  ] as const)
}

/** The companies code of 2019 made some forms and ended others. */
const newCode: Day = Math.floor(Date.UTC(2019, 4, 1) / 86_400_000)

export function throwForm(started: Day, dice: Dice): LegalForm {
  const thrown = dice.weighted(legalForms)
  return started >= newCode && thrown.read !== '' ? { form: thrown.read, read: '' } : thrown
}

export function legalPerson(given: Given, publicBody: boolean): Enterprise {
  const { place, dice, counts, started } = given
  const { form, read } = publicBody ? { form: dice.weighted(publicForms), read: '' } : throwForm(started, dice)
  const names = compose.legalNames(form, place, counts.names, dice)
  const situation = publicBody ? '000' : throwSituation(dice)
  const rest = described(given, names, [addressIn(place, 'REGO', dice)], 'ENT', names[0]?.name ?? '')
  return { kind: 'enterprise', natural: false, legalForm: form, formRead: read, situation, ...rest }
}

export function foreignEnterprise(given: Given): Enterprise {
  const { place, dice, counts } = given
  const name = compose.foreignName(dice)
  const names: Name[] = [{ type: '001', language: '0', name }]
  for (let i = 0; i < counts.names; i += 1) names.push(compose.commercial(place, dice))
  const rest = described(given, names, [addressAbroad(dice)], 'ENT', name)
  return { kind: 'enterprise', natural: false, legalForm: '030', formRead: '', situation: '000', ...rest }
}

export function unit(kind: 'establishment' | 'branch', given: Given, enterprise: string): Unit {
  const { place, dice, counts } = given
  const branch = kind === 'branch'
  const names: Name[] = branch
    ? [{ type: '004', language: compose.languageOf[place.tongue], name: `${compose.foreignName(dice)} Belgium` }]
    : []
  for (let i = 0; i < counts.names; i += 1) names.push(compose.commercial(place, dice))
  const called = names[0]?.name ?? compose.commercialName(place, dice)
  const address = addressIn(place, branch ? 'ABBR' : 'BAET', dice)
  return { kind, enterprise, ...described(given, names, [address], branch ? 'BRA' : 'EST', called) }
}
