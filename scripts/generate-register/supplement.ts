import { loadCatalogue } from '#catalogue'
import { makeNationalNumber, makeRszNumber } from '#kernel'
import { Dice, mix, type Share } from './chance.ts'
import { personName, type PersonName } from './compose.ts'
import { quoted, type Enterprise } from './entry.ts'
import type { Folder, LineFile } from './files.ts'
import { dayNumber, dotted, fullSnapshot, isoDay, registerDay, type Day } from './numbers.ts'
import { placeFor } from './places.ts'
import type { Register } from './register.ts'

/** A function that the register may name; `legalForms` as in the catalogue. */
export type FunctionKind = { code: string; legalForms: 'all' | readonly string[]; empowers: boolean }

/** The functions of a catalogue; throws with the catalogue's own words when it cannot be read. */
export async function functionsOfCatalogue(folder: string): Promise<readonly FunctionKind[]> {
  const loaded = await loadCatalogue(folder)
  if (loaded.ok) return [...loaded.value.functions.values()]
  const first = loaded.problems[0]
  throw new Error(`the catalogue names no functions: ${folder}/${first?.file}:${first?.line}: ${first?.message}`)
}

export type FunctionRow = {
  code: string
  person: number
  /** The number of the enterprise that holds the function, through the person. */
  through: string | null
  started: Day
  ended: Day | null
  endReason: string
  power: 'alone' | 'jointly' | 'unknown'
}
export type Employer = { rsz: string; started: Day; ended: Day | null }
export type NumberRow = { old: string; new: string | null; day: Day; reason: 'renumbered' | 'duplicate' | 'cancelled' }

const columnsOf = (names: string): readonly string[] => names.split(' ')

/** The columns of the supplement's files. */
const supplementColumns = {
  function: columnsOf(
    'EnterpriseNumber Function HolderNationalNumber HolderEnterpriseNumber LastName FirstName StartDate EndDate EndReason Power',
  ),
  number: ['OldNumber', 'NewNumber', 'Date', 'Reason'],
  employer: ['EnterpriseNumber', 'RszNumber', 'StartDate', 'EndDate'],
} as const

const endReasons = ['resignation', 'dismissal', 'end-of-term', 'death'] as const
const firstBirth = dayNumber(1941, 1, 1)
const births = dayNumber(2005, 1, 1) - firstBirth

/** What stands beside the register: who exercises which function, and who employs. */
export class Representations {
  readonly #register: Register
  readonly #functions: readonly FunctionKind[]
  readonly #self: FunctionKind | null
  readonly #extra: Share
  /** Persons who hold functions; those behind natural persons' enterprises come after them. */
  readonly #holders: number

  constructor(register: Register, functions: readonly FunctionKind[]) {
    this.#register = register
    this.#functions = functions
    this.#self =
      functions.find(({ legalForms }) => legalForms !== 'all' && legalForms.includes('natural-person')) ?? null
    this.#extra = register.functionsBeyondFirst
    this.#holders = Math.ceil(register.legalPersons * 1.05)
  }

  /** The functions of an enterprise in the full set. */
  functionsOf(i: number, enterprise: Enterprise): FunctionRow[] {
    const rank = this.#register.naturalRank(i)
    if (rank !== null) return this.selfOf(enterprise, this.#holders + rank)
    const legal = this.#register.legalRank(i) ?? 0
    return this.thrown(enterprise, 1 + this.#extra.count(legal), this.#dice(1, i), fullSnapshot)
  }

  /** A natural person acts for their own enterprise, where the catalogue has a function for that. */
  selfOf(enterprise: Enterprise, person: number): FunctionRow[] {
    if (this.#self === null) return []
    const base = { code: this.#self.code, person, through: null, started: enterprise.started }
    return [{ ...base, ended: null, endReason: '', power: 'alone' }]
  }

  /** `count` functions of a legal person, the first of them held today. */
  thrown(enterprise: Enterprise, count: number, dice: Dice, today: Day): FunctionRow[] {
    const jointly = count > 1 && dice.chance(0.2)
    const rows: FunctionRow[] = []
    for (let k = 0; k < count; k += 1) {
      const row = this.#throwOne(enterprise, k === 0, dice, today)
      const twice = rows.some((other) => other.person === row.person && other.code === row.code)
      if (!twice) rows.push({ ...row, power: jointly ? 'jointly' : row.power })
      else k -= 1
    }
    return rows
  }

  #throwOne(enterprise: Enterprise, first: boolean, dice: Dice, today: Day): FunctionRow {
    const started = dice.between(Math.min(enterprise.started, today), today)
    const over = !first && started < today && dice.chance(0.25)
    return {
      code: this.#codeFor(enterprise, first, dice),
      person: this.#throwHolder(dice),
      through: dice.chance(0.04) ? this.#anotherThan(enterprise.number, dice) : null,
      started,
      ended: over ? dice.between(started, today) : null,
      endReason: over ? dice.pick(endReasons) : '',
      power: dice.weighted([
        ['alone', 8],
        ['unknown', 2],
      ] as const),
    }
  }

  #codeFor({ legalForm, situation }: Enterprise, first: boolean, dice: Dice): string {
    const known = (code: string): boolean => this.#functions.some((each) => each.code === code)
    // Liquidator and bankruptcy trustee, by the codes that the catalogue of Belgium gives them.
    if (first && ['012', '013'].includes(situation) && known('10005')) return '10005'
    if (first && situation === '050' && known('10006')) return '10006'
    const watching = this.#functions.filter(({ empowers, legalForms }) => !empowers && legalForms === 'all')
    if (!first && watching.length > 0 && dice.chance(0.05)) return dice.pick(watching).code
    const own = this.#functions.filter(
      ({ empowers, legalForms }) => empowers && legalForms !== 'all' && legalForms.includes(legalForm),
    )
    return own.length > 0 ? dice.pick(own).code : (this.#functions[0]?.code ?? '10002')
  }

  /** Some persons hold many functions; some have an enterprise of their own besides. */
  #throwHolder(dice: Dice): number {
    const naturals = this.#register.enterprises - this.#register.legalPersons
    if (dice.chance(0.1)) return this.#holders + dice.below(naturals)
    return dice.below(dice.chance(0.1) ? Math.ceil(this.#holders / 20) : this.#holders)
  }

  #anotherThan(number: string, dice: Dice): string | null {
    const other = this.#register.numberOf(this.#register.indexOfLegal(dice.below(this.#register.legalPersons)))
    return other === number ? null : other
  }

  nameOf(person: number): PersonName {
    if (person >= this.#holders && person < this.#holders + this.#naturals) {
      return this.#register.personOfNatural(person - this.#holders)
    }
    const dice = this.#dice(2, person)
    return personName(placeFor(dice).tongue, dice)
  }

  get #naturals(): number {
    return this.#register.enterprises - this.#register.legalPersons
  }

  /** The first person that nothing in the full set knows. */
  get newcomers(): number {
    return this.#holders + this.#naturals
  }

  /** Never the same for two persons: the day of birth by the remainder, the counter by the rest. */
  nationalNumber(person: number): string {
    const order = Math.floor(person / births)
    const [year = 0, month = 0, day = 0] = isoDay(firstBirth + ((person * 7919 + this.#register.seed) % births))
      .split('-')
      .map(Number)
    const dice = this.#dice(3, person)
    const bis = dice.chance(0.04) ? ({ bis: 'sex-known' } as const) : {}
    return makeNationalNumber({ year, month, day, counter: 1 + order * 2 + dice.below(2), ...bis })
  }

  /** Employers in the full set: about one legal person in four, one natural person in twenty-five. */
  employerOf(i: number, enterprise: Enterprise): Employer | null {
    const dice = this.#dice(4, i)
    if (!dice.chance(enterprise.natural ? 0.04 : 0.25)) return null
    const started = dice.between(Math.min(enterprise.started, fullSnapshot), fullSnapshot)
    const ended = dice.chance(0.1) ? dice.between(started, fullSnapshot) : null
    return { rsz: this.rsz(i), started, ended }
  }

  /** The number that an enterprise bears as an employer, or would: 1,000 to 1,999,999, then provisional ones. */
  rsz(i: number): string {
    const ordinary = 1_000 + i
    return makeRszNumber(ordinary <= 1_999_999 ? ordinary : 50_000_001 + i)
  }

  functionRow(number: string, row: FunctionRow): string {
    const { last, first } = this.nameOf(row.person)
    const through = row.through === null ? '' : `"${dotted(row.through)}"`
    const holder = `"${this.nationalNumber(row.person)}",${through},${quoted(last)},${quoted(first)}`
    const end = row.ended === null ? ',' : `${registerDay(row.ended)},"${row.endReason}"`
    return `"${dotted(number)}","${row.code}",${holder},${registerDay(row.started)},${end},"${row.power}"\n`
  }

  #dice(part: number, i: number): Dice {
    return new Dice(mix(mix(this.#register.seed, 500 + part), i))
  }
}

export const employerRow = (number: string, { rsz, started, ended }: Employer): string =>
  `"${dotted(number)}","${rsz}",${registerDay(started)},${ended === null ? '' : registerDay(ended)}\n`

const numberRow = (row: NumberRow): string =>
  `"${dotted(row.old)}",${row.new === null ? '' : `"${dotted(row.new)}"`},${registerDay(row.day)},"${row.reason}"\n`

export type SupplementFiles = { functions: LineFile; employers: LineFile }

/** Opens the supplement's files and writes the changes of numbers, by rising old number. */
export async function createSupplement(folder: Folder, numbers: readonly NumberRow[]): Promise<SupplementFiles> {
  const functions = await folder.create('function.csv', supplementColumns.function)
  const changed = await folder.create('number.csv', supplementColumns.number)
  for (const row of numbers.toSorted((a, b) => (a.old < b.old ? -1 : 1))) changed.add(numberRow(row))
  return { functions, employers: await folder.create('employer.csv', supplementColumns.employer) }
}
