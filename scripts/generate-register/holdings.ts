import type { Dice } from './chance.ts'
import * as compose from './compose.ts'
import type { Enterprise, Table, Unit } from './entry.ts'
import type { Day } from './numbers.ts'
import { addressIn, placeFor } from './places.ts'
import { throwForm, throwSituation, type Register } from './register.ts'
import type { Employer, FunctionRow, Representations } from './supplement.ts'

/** What can happen between two sets, and how often beside the others once each has happened. */
export const often = {
  founded: 8,
  ceased: 7,
  renamed: 5,
  moved: 9,
  'address-struck-off': 2,
  'contact-changed': 8,
  'legal-form-changed': 2,
  'situation-changed': 5,
  'start-corrected': 1,
  'several-at-once': 3,
  'establishment-moved': 2,
  'establishment-closed': 4,
  'establishment-opened': 6,
  'establishment-changed': 4,
  'branch-closed': 1,
  'branch-opened': 1,
  returned: 1,
  renumbered: 0.5,
  'duplicate-closed': 0.5,
  cancelled: 0.5,
  reinserted: 1,
} as const
export type ChangeKind = keyof typeof often
export const changeKinds = Object.keys(often) as readonly ChangeKind[]

/** An enterprise with everything that hangs on it, as the updates have left it. */
export type Holding = {
  enterprise: Enterprise
  establishments: Unit[]
  branches: Unit[]
  active: boolean
  foreign: boolean
  functions: FunctionRow[]
  employer: Employer | null
  /** The number that it bears, or would, as an employer: its place in the full set, or one behind it. */
  place: number
}

const triesMax = 3_000

/** The enterprises that updates have touched, and the rest of the register behind them. */
export class Holdings {
  readonly #register: Register
  readonly #representations: Representations | null
  readonly #known = new Map<number, Holding>()
  /** Founded, or come back, after the full set. */
  readonly #later: Holding[] = []
  #busy = new Set<Holding>()

  constructor(register: Register, representations: Representations | null) {
    this.#register = register
    this.#representations = representations
  }

  /** A new set begins: every enterprise may be touched once more. */
  beginSet(): void {
    this.#busy = new Set()
  }

  add(holding: Holding): void {
    this.#later.push(holding)
    this.#busy.add(holding)
  }

  /** Nothing else touches it in this set. */
  keep(holding: Holding): void {
    this.#busy.add(holding)
  }

  get nextPlace(): number {
    return this.#register.enterprises + this.#later.length
  }

  /** An enterprise that nothing has touched in this set; null when none fits. */
  take(dice: Dice, fits: (holding: Holding) => boolean): Holding | null {
    return this.#take(dice, fits, () => dice.below(this.#register.enterprises))
  }

  /** The same among those that have or had branches at first. */
  takeForeign(dice: Dice, fits: (holding: Holding) => boolean): Holding | null {
    return this.#take(
      dice,
      (holding) => holding.foreign && fits(holding),
      () => this.#register.ownerOfBranch(dice.below(this.#register.branches)),
    )
  }

  #take(dice: Dice, fits: (holding: Holding) => boolean, throwIndex: () => number): Holding | null {
    const touched = [...this.#known.values(), ...this.#later]
    for (let tries = 0; tries < triesMax; tries += 1) {
      // Some are touched in several sets, as in life.
      const again = touched.length > 0 && dice.chance(0.2)
      const holding = again ? dice.pick(touched) : this.#at(throwIndex())
      if (this.#busy.has(holding) || !fits(holding)) continue
      this.#busy.add(holding)
      return holding
    }
    return null
  }

  #at(i: number): Holding {
    const known = this.#known.get(i)
    if (known !== undefined) return known
    const enterprise = this.#register.enterprise(i)
    const holding: Holding = {
      enterprise,
      establishments: this.#register.establishmentsOf(i).map((j) => this.#register.establishment(j)),
      branches: this.#register.branchesOf(i),
      active: true,
      foreign: this.#register.isForeign(i),
      functions: this.#representations?.functionsOf(i, enterprise) ?? [],
      employer: this.#representations?.employerOf(i, enterprise) ?? null,
      place: i,
    }
    this.#known.set(i, holding)
    return holding
  }
}

/** Lets something happen to an enterprise alone; gives the files whose rows changed. Throws for what is not of this kind. */
export function alterEnterprise(kind: ChangeKind, enterprise: Enterprise, dice: Dice, happened: Day): Table[] {
  const place = placeFor(dice)
  switch (kind) {
    case 'renamed': {
      const [first, ...others] = enterprise.names
      if (enterprise.natural && first !== undefined) enterprise.names = [first, compose.commercial(place, dice)]
      else enterprise.names = compose.legalNames(enterprise.legalForm, place, others.length, dice)
      return ['denomination']
    }
    case 'moved':
      enterprise.addresses = [addressIn(place, 'REGO', dice)]
      return ['address']
    case 'address-struck-off':
      enterprise.addresses = enterprise.addresses.map((address) => ({ ...address, struckOff: happened }))
      return ['address']
    case 'contact-changed':
      enterprise.contacts = compose.contacts('ENT', enterprise.names[0]?.name ?? '', dice.below(3), dice)
      return ['contact']
    case 'legal-form-changed': {
      const { form, read } = throwForm(enterprise.started, dice)
      enterprise.legalForm = form
      enterprise.formRead = read
      return ['enterprise']
    }
    case 'situation-changed':
      enterprise.situation = enterprise.situation === '000' ? dice.pick(['012', '050', '091', '013']) : '000'
      return ['enterprise']
    case 'start-corrected':
      enterprise.started -= dice.between(1, 400)
      return ['enterprise']
    case 'several-at-once': {
      enterprise.situation = throwSituation(dice)
      const others = ['renamed', 'moved', 'contact-changed'] as const
      return ['enterprise', ...others.flatMap((each) => alterEnterprise(each, enterprise, dice, happened))]
    }
    default:
      throw new Error(`${kind} does not happen to an enterprise alone`)
  }
}

/** What only the supplement tells. */
export const representationKinds = [
  'function-begun',
  'function-ended',
  'power-changed',
  'employer-begun',
  'employer-ended',
] as const
export type RepresentationKind = (typeof representationKinds)[number]

export function mayChange(kind: RepresentationKind, { active, enterprise, employer, functions }: Holding): boolean {
  if (!active || enterprise.natural) return false
  if (kind === 'employer-begun') return employer === null
  if (kind === 'employer-ended') return employer?.ended === null
  return kind === 'function-begun' || functions.some((row) => row.ended === null)
}

export function changeRepresentation(
  kind: RepresentationKind,
  holding: Holding,
  from: Representations,
  dice: Dice,
  day: Day,
  today: Day,
): void {
  const { functions, employer, enterprise } = holding
  if (kind === 'function-begun') {
    const begun = from.thrown({ ...enterprise, started: day }, 1, dice, today)
    holding.functions = [...functions, ...begun.map((each) => ({ ...each, started: day }))]
    return
  }
  if (kind === 'employer-begun') holding.employer = { rsz: from.rsz(holding.place), started: day, ended: null }
  if (kind === 'employer-ended' && employer !== null) {
    holding.employer = { ...employer, ended: Math.max(day, employer.started) }
  }
  const at = functions.findIndex((row) => row.ended === null)
  const row = functions[at]
  if (row === undefined) return
  if (kind === 'power-changed') {
    holding.functions = functions.with(at, { ...row, power: row.power === 'alone' ? 'jointly' : 'alone' })
  }
  if (kind === 'function-ended') {
    holding.functions = functions.with(at, { ...row, ended: Math.max(day, row.started), endReason: 'resignation' })
  }
}

/** With the enterprise everything ends that the supplement tells of it. */
export function endAll(holding: Holding, day: Day): void {
  holding.functions = holding.functions.map((row) =>
    row.ended === null ? { ...row, ended: Math.max(row.started, day), endReason: 'cessation' } : row,
  )
  const { employer } = holding
  if (employer?.ended === null) holding.employer = { ...employer, ended: Math.max(day, employer.started) }
}

/** Whoever held a function when the enterprise ceased holds it again. */
export function beginAgain(holding: Holding, day: Day): void {
  const again = holding.functions.filter((row) => row.endReason === 'cessation')
  holding.functions = [
    ...holding.functions,
    ...again.map((row) => ({ ...row, started: day, ended: null, endReason: '' })),
  ]
}
