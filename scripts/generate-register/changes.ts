import { Dice } from './chance.ts'
import * as compose from './compose.ts'
import { tables, throwActivities, truthOf, type Enterprise, type Entity, type Truth, type Unit } from './entry.ts'
import { happenedWithin, UpdateRows } from './files.ts'
import {
  alterEnterprise,
  beginAgain,
  changeKinds,
  changeRepresentation,
  endAll,
  Holdings,
  mayChange,
  often,
  representationKinds,
  type ChangeKind,
  type Holding,
  type RepresentationKind,
} from './holdings.ts'
import {
  branchesAfter,
  branchNumber,
  dayNumber,
  enterpriseNumber,
  establishmentNumber,
  establishmentsAfter,
  foundedAfter,
  goneBefore,
  snapshotOf,
  type Day,
} from './numbers.ts'
import { addressIn, placeFor } from './places.ts'
import { belgium, foreignEnterprise, legalPerson, naturalPerson, unit, type Register } from './register.ts'
import type { NumberRow, Representations } from './supplement.ts'

/** A real update of one week (about extract 140): rows deleted and inserted. */
const week = { deletes: 461, inserts: 630 }

export type ChangeSet = {
  rows: UpdateRows
  truths: Truth[]
  numbers: NumberRow[]
  /** Enterprises whose functions or employer changed: the supplement gives all their rows anew. */
  represented: Holding[]
  kinds: Map<ChangeKind | RepresentationKind, number>
}

type Touched = { entity: Entity; active: boolean; change: ChangeKind; becomes: string | null }

/** Makes one update after the other; each builds on the one before. */
export class Changes {
  readonly #register: Register
  readonly #representations: Representations | null
  readonly #holdings: Holdings
  readonly #gone: Holding[] = []
  #made = { founded: 0, establishments: 0, branches: 0, returned: 0, persons: 0 }
  #rows = new UpdateRows()
  #touched = new Map<string, Touched>()
  #numbers: NumberRow[] = []
  #represented = new Set<Holding>()
  #dice = new Dice(0)
  #today: Day = 0

  constructor(register: Register, representations: Representations | null) {
    this.#register = register
    this.#representations = representations
    this.#holdings = new Holdings(register, representations)
  }

  next(extract: number): ChangeSet {
    this.#rows = new UpdateRows()
    this.#touched = new Map()
    this.#numbers = []
    this.#represented = new Set()
    this.#dice = this.#register.dice(1, extract)
    this.#today = snapshotOf(extract)
    this.#holdings.beginSet()
    const kinds = new Map<ChangeKind | RepresentationKind, number>()
    const count = (kind: ChangeKind | RepresentationKind, happened: boolean): void => {
      if (happened) kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
    }
    for (const kind of changeKinds) count(kind, this.#change(kind))
    const share = this.#register.enterprises / belgium.enterprises
    const weighted = changeKinds.map((kind) => [kind, often[kind]] as const)
    while (this.#rows.deletes < week.deletes * share || this.#rows.inserts < week.inserts * share) {
      const kind = this.#dice.weighted(weighted)
      count(kind, this.#change(kind))
    }
    if (this.#representations !== null) {
      for (const kind of representationKinds) count(kind, this.#represent(kind, this.#representations))
    }
    return {
      rows: this.#rows,
      truths: this.#truths(),
      numbers: this.#numbers,
      represented: [...this.#represented],
      kinds,
    }
  }

  #truths(): Truth[] {
    const touched = [...this.#touched.values()].toSorted((a, b) => (a.entity.number < b.entity.number ? -1 : 1))
    return touched.map(({ entity, active, change, becomes }) => ({
      ...truthOf(entity, active ? 'active' : 'ceased'),
      change,
      ...(becomes === null ? {} : { becomes }),
    }))
  }

  #touch(change: ChangeKind, entity: Entity, active = true, becomes: string | null = null): void {
    this.#touched.set(entity.number, { entity, active, change, becomes })
  }

  #happened(): Day {
    return this.#dice.between(this.#today - happenedWithin + 1, this.#today)
  }

  /** False when no enterprise is left to which this can happen. */
  #change(kind: ChangeKind): boolean {
    switch (kind) {
      case 'founded':
        return this.#found()
      case 'ceased':
      case 'cancelled':
      case 'duplicate-closed':
        return this.#end(kind)
      case 'returned':
        return this.#return()
      case 'renumbered':
        return this.#renumber()
      case 'establishment-moved':
        return this.#moveEstablishment()
      case 'establishment-opened':
        return this.#alter(
          () => true,
          (holding) => this.#openEstablishment(kind, holding),
        )
      case 'establishment-closed':
      case 'establishment-changed':
        return this.#alter(
          ({ establishments }) => establishments.length > 0,
          (holding) => this.#alterUnit(kind, holding),
        )
      case 'reinserted':
        return this.#alter(
          () => true,
          (holding) => this.#reinsert(holding),
        )
      case 'branch-closed':
      case 'branch-opened':
        return this.#alterBranch(kind)
      default:
        return this.#alterEnterprise(kind)
    }
  }

  #alter(fits: (holding: Holding) => boolean, act: (holding: Holding) => void): boolean {
    const holding = this.#holdings.take(this.#dice, (each) => each.active && !each.foreign && fits(each))
    if (holding !== null) act(holding)
    return holding !== null
  }

  #alterEnterprise(kind: ChangeKind): boolean {
    const legalOnly = [
      'moved',
      'address-struck-off',
      'legal-form-changed',
      'situation-changed',
      'several-at-once',
    ].includes(kind)
    const fits = ({ enterprise }: Holding): boolean =>
      (!legalOnly || !enterprise.natural) &&
      (kind !== 'address-struck-off' || enterprise.addresses.every((each) => each.struckOff === null))
    return this.#alter(fits, ({ enterprise }) => {
      const before = JSON.stringify(enterprise)
      // What is thrown anew may fall as it was: then it is thrown again.
      while (JSON.stringify(enterprise) === before) {
        const changed = alterEnterprise(kind, enterprise, this.#dice, this.#happened())
        for (const table of changed) this.#rows.replace(table, enterprise)
      }
      this.#touch(kind, enterprise)
    })
  }

  /** Everything deleted and inserted as it was: nothing has changed. */
  #reinsert({ enterprise, establishments }: Holding): void {
    for (const entity of [enterprise, ...establishments]) {
      for (const table of tables) {
        this.#rows.delete(table, entity)
        this.#rows.insert(table, entity)
      }
      this.#touch('reinserted', entity)
    }
  }

  #insertAll(change: ChangeKind, entity: Entity): void {
    for (const table of tables) this.#rows.insert(table, entity)
    this.#touch(change, entity)
  }

  #deleteAll(change: ChangeKind, entity: Entity, becomes: string | null = null): void {
    for (const table of tables) this.#rows.delete(table, entity)
    this.#touch(change, entity, false, becomes)
  }

  #counts(): { names: number; contacts: number } {
    return { names: this.#dice.below(3), contacts: this.#dice.between(1, 2) }
  }

  #given(number: string, started: Day) {
    const dice = this.#dice
    const activities = this.#register.withActivities ? throwActivities(3, dice) : []
    return { number, started, place: placeFor(dice), counts: this.#counts(), dice, activities, today: this.#today }
  }

  #found(): boolean {
    const ordinal = this.#made.founded++
    const given = this.#given(enterpriseNumber(foundedAfter + ordinal * 7), this.#happened())
    const kind = (['legal', 'legal', 'natural', 'foreign'] as const)[ordinal % 4]
    const person = compose.personName(given.place.tongue, this.#dice)
    let enterprise: Enterprise
    if (kind === 'natural') enterprise = naturalPerson(given, person)
    else enterprise = kind === 'foreign' ? foreignEnterprise(given) : legalPerson(given, false)
    enterprise.situation = '000'
    const holding = this.#hold(enterprise, kind === 'foreign')
    this.#insertAll('founded', enterprise)
    if (kind === 'foreign') this.#openBranch('founded', holding)
    else this.#openEstablishment('founded', holding)
    return true
  }

  #hold(enterprise: Enterprise, foreign: boolean): Holding {
    const parts = { establishments: [], branches: [], active: true, foreign, functions: [], employer: null }
    const holding: Holding = { enterprise, ...parts, place: this.#holdings.nextPlace }
    this.#holdings.add(holding)
    this.#beginFunctions(holding)
    return holding
  }

  #beginFunctions(holding: Holding): void {
    const from = this.#representations
    if (from === null) return
    const { enterprise } = holding
    const functions = enterprise.natural
      ? from.selfOf(enterprise, from.newcomers + this.#made.persons++)
      : from.thrown(
          { ...enterprise, started: Math.min(this.#today, enterprise.started) },
          this.#dice.between(1, 2),
          this.#dice,
          this.#today,
        )
    holding.functions = [...holding.functions, ...functions]
    this.#represented.add(holding)
  }

  #openEstablishment(change: ChangeKind, holding: Holding): void {
    const number = establishmentNumber(establishmentsAfter + this.#made.establishments++ * 3)
    const opened = unit('establishment', this.#given(number, this.#happened()), holding.enterprise.number)
    holding.establishments.push(opened)
    this.#insertAll(change, opened)
  }

  #openBranch(change: ChangeKind, holding: Holding): void {
    const number = branchNumber(branchesAfter + this.#made.branches++ * 3)
    const opened = unit('branch', this.#given(number, this.#happened()), holding.enterprise.number)
    holding.branches.push(opened)
    this.#insertAll(change, opened)
  }

  #alterBranch(kind: 'branch-closed' | 'branch-opened'): boolean {
    const holding = this.#holdings.takeForeign(
      this.#dice,
      ({ active, branches }) => active && (kind === 'branch-opened' || branches.length > 0),
    )
    if (holding === null) return false
    const closed = kind === 'branch-closed' ? holding.branches.shift() : undefined
    if (closed === undefined) this.#openBranch(kind, holding)
    else this.#deleteAll(kind, closed)
    return true
  }

  #alterUnit(kind: ChangeKind, holding: Holding): void {
    const dice = this.#dice
    if (kind === 'establishment-closed') {
      const closed = holding.establishments.shift()
      if (closed !== undefined) this.#deleteAll(kind, closed)
      return
    }
    const changed = dice.pick(holding.establishments)
    const place = placeFor(dice)
    changed.names = [compose.commercial(place, dice)]
    changed.addresses = [addressIn(place, 'BAET', dice)]
    for (const table of ['denomination', 'address'] as const) this.#rows.replace(table, changed)
    this.#touch(kind, changed)
  }

  #moveEstablishment(): boolean {
    const kind = 'establishment-moved'
    const giver = this.#holdings.take(
      this.#dice,
      (each) => each.active && !each.foreign && each.establishments.length > 0,
    )
    const taker = giver && this.#holdings.take(this.#dice, (each) => each.active && !each.foreign)
    const moved = taker && giver.establishments.shift()
    if (!moved) return false
    moved.enterprise = taker.enterprise.number
    taker.establishments.push(moved)
    this.#rows.replace('establishment', moved)
    this.#touch(kind, moved)
    return true
  }

  /** A cessation, a closed duplicate or a retroactive cancellation: rows are only deleted; the supplement says which it is. */
  #end(kind: 'ceased' | 'duplicate-closed' | 'cancelled'): boolean {
    const survivor =
      kind === 'duplicate-closed'
        ? this.#holdings.take(this.#dice, (each) => each.active && !each.foreign && !each.enterprise.natural)
        : null
    const fits = (each: Holding): boolean =>
      each.active && !each.foreign && (survivor === null || !each.enterprise.natural)
    const holding = this.#holdings.take(this.#dice, fits)
    if (holding === null) return false
    const { enterprise } = holding
    const becomes = survivor?.enterprise.number ?? null
    this.#deleteAll(kind, enterprise, becomes)
    for (const each of holding.establishments) this.#deleteAll(kind, each)
    if (kind !== 'ceased') {
      const reason = kind === 'cancelled' ? 'cancelled' : 'duplicate'
      this.#numbers.push({ old: enterprise.number, new: becomes, day: this.#happened(), reason })
    } else this.#gone.push(holding)
    holding.establishments = []
    holding.active = false
    this.#endFunctions(holding)
    return true
  }

  #endFunctions(holding: Holding): void {
    if (this.#representations === null) return
    endAll(holding, this.#today)
    this.#represented.add(holding)
  }

  /** Of an earlier set, or, where nothing ceased before, of the years before the full set. */
  #return(): boolean {
    const earlier = this.#gone.findIndex(({ enterprise }) => !this.#touched.has(enterprise.number))
    if (earlier === -1) {
      const number = enterpriseNumber(goneBefore + this.#made.returned++ * 11)
      const enterprise = legalPerson(this.#given(number, dayNumber(1990, 1, 1) + this.#dice.below(5_000)), false)
      this.#hold(enterprise, false)
      this.#insertAll('returned', enterprise)
      return true
    }
    const [holding] = this.#gone.splice(earlier, 1)
    if (holding === undefined) return false
    holding.active = true
    this.#holdings.keep(holding)
    // A natural person's beginning is that of the latest period (Cookbook R018, 2.3).
    if (holding.enterprise.natural) holding.enterprise.started = this.#happened()
    this.#insertAll('returned', holding.enterprise)
    beginAgain(holding, this.#happened())
    if (this.#representations !== null) this.#represented.add(holding)
    return true
  }

  #renumber(): boolean {
    const holding = this.#holdings.take(this.#dice, (each) => each.active && !each.foreign)
    if (holding === null) return false
    const before = holding.enterprise
    const after: Enterprise = { ...before, number: enterpriseNumber(foundedAfter + this.#made.founded++ * 7) }
    this.#deleteAll('renumbered', before, after.number)
    this.#insertAll('renumbered', after)
    this.#numbers.push({ old: before.number, new: after.number, day: this.#happened(), reason: 'renumbered' })
    holding.enterprise = after
    for (const each of holding.establishments) this.#rebind(each, after.number)
    this.#represented.add(holding)
    return true
  }

  #rebind(establishment: Unit, enterprise: string): void {
    establishment.enterprise = enterprise
    this.#rows.replace('establishment', establishment)
    this.#touch('renumbered', establishment)
  }

  #represent(kind: RepresentationKind, from: Representations): boolean {
    const holding = this.#holdings.take(this.#dice, (each) => mayChange(kind, each))
    if (holding === null) return false
    changeRepresentation(kind, holding, from, this.#dice, this.#happened(), this.#today)
    this.#represented.add(holding)
    return true
  }
}
