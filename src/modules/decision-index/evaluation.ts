import { instant } from '#kernel'
import type { Words } from './words/arena.ts'
import type { CompiledCatalogue, CompiledRole, CompiledService, Target } from './compiled.ts'
import { EnterpriseSide, outside } from './enterprise-side.ts'
import { entryKind, momentOf, pairHead, places, smallOf, what, wordsOf } from './words/layout.ts'
import { deny, none, noReason, permit, type Conclusion } from './answers.ts'
import type { Seldom } from './whole.ts'

const chief = 0
const accessManager = 2
const groupManager = 3
const active = places.states.indexOf('active')
const suspended = places.states.indexOf('suspended')
const asRepresentative = places.grounds.indexOf('legal-representative')
const standsIn = places.standInStates.indexOf('active')
const suspendUntilConfirmed = 2
const afterCessationOnly = 3

/** Any capacity at all, and one that no fact and no capacity of the catalogue has. */
export const anyCapacity = -1
const asAWhole = -1
/** The place of a capacity that the catalogue has no longer: no question names it. */
const unlisted = -2

/** Whoever has, or had, one of these is something to the enterprise; a membership that is gone is none. */
const anything = (1 << entryKind.appointment) | (1 << entryKind.authorisation) | (1 << entryKind.role)

const noRoles: readonly CompiledRole[] = []

/** A question in numbers: the moment as unit and rest (layout.ts), the level, and the place of a capacity or −1. */
export interface Asked {
  unit: number
  rest: number
  level: number
  wanted: number
  isCapacityUnknown: boolean
}

/**
 * `decide` of rights over the words of an index: one pass over what the enterprise has and one over what the person has, nothing
 * allocated. What is rare it leaves alone (`isRare`): whoever stands in is decided by `decide` itself over the same entries. Since
 * when a situation holds back what was given before, and whether a chief who lost their ground is suspended, it asks of the rules
 * themselves (README, J4).
 */
export class Evaluation implements Conclusion {
  readonly #words: Words
  readonly #compiled: CompiledCatalogue
  readonly #enterprise: EnterpriseSide
  #unit = 0
  #rest = 0
  /** The record that holds of the enterprise that was looked at. */
  #record = 0
  #level = 0
  #wanted = anyCapacity
  // What the last question was answered.
  /** The place of the permit's reason, or −1. */
  permit = none
  /** The place of the refusal's reason. */
  deny = 0
  /** The lowest level among the bases that stand, or among those that count where it is permitted. */
  lowest = 0
  /** It has to be decided over the facts themselves. */
  isRare = false
  /** The person is, or was, something to the enterprise. */
  isConcerned = false
  /** In how many capacities the permit holds; the place of one of them; and by place the look that met each. */
  holdsCount = 0
  holdsAt = 0
  readonly #holdsIn: Int32Array
  /** The addresses of the entries that permit it, each once; so many of them count. */
  restsOn = new Int32Array(16)
  restsOnCount = 0
  #nearest = 0
  #standing = false
  #best = 0
  #lowestCounting = 0
  /** What the pass over a person met: numbered looks, as those of an enterprise. */
  #look = 0
  readonly #blockedIn: Int32Array
  readonly #memberships = new Int32Array(0x10000)
  #isBlocked = false
  #represents = false
  /** The block of the pair at which it looks. */
  #pair = 0

  constructor(words: Words, compiled: CompiledCatalogue, seldom: Seldom) {
    this.#words = words
    this.#compiled = compiled
    this.#enterprise = new EnterpriseSide(words, compiled, seldom)
    this.#holdsIn = new Int32Array(compiled.capacities.length)
    this.#blockedIn = new Int32Array(compiled.size)
  }

  /** The capacities in which the permit holds, sorted. */
  capacities(): string[] {
    const found: string[] = []
    for (let place = 0; place < this.#holdsIn.length; place++)
      if (this.#holdsIn[place] === this.#look) found.push(this.#compiled.capacities[place] ?? '')
    return found
  }

  /** Looks at the block of an enterprise, 0: none, about which it is asked next: the address of the record that holds, or 0. */
  lookAt(enterprise: number, { unit, rest }: Asked): number {
    this.#unit = unit
    this.#rest = rest
    return (this.#record = this.#enterprise.lookAt(enterprise, unit, rest))
  }

  /** Answers about that enterprise: `pair` is the address of a block, 0 for none. `target` undefined: an unknown action. */
  ask(target: Target | undefined, pair: number, asked: Asked): void {
    this.#level = asked.level
    this.#wanted = asked.wanted
    this.#begin()
    const record = this.#record
    const codes = record === 0 ? 0 : (this.#words[record] ?? 0)
    const effect = this.#compiled.effects[codes & 0xffff] ?? 0
    const refusal = this.#refusal(record, effect, target, asked.isCapacityUnknown)
    if (refusal !== none || target === undefined) {
      // Whether it would have been rare changes nothing about it; whether the person is concerned has to be known.
      if (pair !== 0) this.#lookAtPerson(pair, codes >>> 16, null, noRoles)
      this.isRare = false
      this.deny = refusal
      return
    }
    if (pair !== 0) {
      if (effect === suspendUntilConfirmed) this.#enterprise.lookWhatIsHeldBack()
      this.#lookAtPerson(pair, codes >>> 16, target.service, target.roles, target.floor)
    }
    if (!this.isRare) this.#conclude()
  }

  #begin(): void {
    this.isRare = false
    this.isConcerned = false
    this.permit = none
    this.#nearest = deny.noRight
    this.#standing = false
    this.#best = noReason
    this.lowest = 500
    this.#lowestCounting = 500
    this.holdsCount = 0
    this.restsOnCount = 0
    this.#look = (this.#look + 1) | 0
    if (this.#look > 0) return
    this.#look = 1
    this.#holdsIn.fill(0)
    this.#blockedIn.fill(0)
    this.#memberships.fill(0)
  }

  /** Why it is refused whatever the person has, or `none`. */
  #refusal(record: number, effect: number, target: Target | undefined, isCapacityUnknown: boolean): number {
    if (record === 0) return deny.enterpriseUnknown
    if (!target) return deny.actionUnknown
    if (isCapacityUnknown) return deny.capacityUnknown
    const ceased = what.small(this.#words[record + 4] ?? 0) === 1 || effect === afterCessationOnly
    if (ceased && !target.afterCessation) return deny.ceased
    return this.#enterprise.isStopped ? deny.stopped : none
  }

  #conclude(): void {
    if (!this.#standing) this.deny = this.#nearest
    else if (this.#best === noReason) this.deny = deny.levelTooLow
    else {
      this.permit = this.#best
      this.lowest = this.#lowestCounting
    }
  }

  /** One basis, of the entry at an address: what it would open, or what keeps it from it. */
  #basis(at: number, reason: number, capacity: number, hindrance: number, level: number): void {
    if (this.#wanted !== anyCapacity && capacity !== this.#wanted) return
    if (hindrance !== none) {
      if (hindrance < this.#nearest) this.#nearest = hindrance
      return
    }
    this.#standing = true
    if (level < this.lowest) this.lowest = level
    if (level > this.#level) return
    if (reason < this.#best) this.#best = reason
    if (level < this.#lowestCounting) this.#lowestCounting = level
    // The bases of one entry come one after the other.
    if (this.restsOnCount === 0 || this.restsOn[this.restsOnCount - 1] !== at) this.#restOn(at)
    if (capacity < 0 || this.#holdsIn[capacity] === this.#look) return
    this.#holdsIn[capacity] = this.#look
    this.holdsCount++
    this.holdsAt = capacity
  }

  #restOn(at: number): void {
    if (this.restsOnCount === this.restsOn.length) {
      const wider = new Int32Array(this.restsOn.length * 2)
      wider.set(this.restsOn)
      this.restsOn = wider
    }
    this.restsOn[this.restsOnCount++] = at
  }

  /** The pass over what a person has: blocks stand first, then memberships, then what rests on them. */
  #lookAtPerson(
    block: number,
    form: number,
    service: CompiledService | null,
    roles: readonly CompiledRole[],
    floor = 0,
  ): void {
    const words = this.#words
    const head = words[block] ?? 0
    this.isConcerned = ((head >>> 16) & anything) !== 0
    this.#isBlocked = false
    this.#represents = false
    this.#pair = block
    let at = block + pairHead.words
    for (let left = head & 0xffff; left > 0; left--) {
      const detail = words[at + 4] ?? 0
      switch (what.kind(detail)) {
        case entryKind.authorisation:
          if (service !== null) this.#byAuthorisation(service, at, detail)
          break
        case entryKind.membership:
          this.#byMembership(service, at, detail)
          break
        case entryKind.role:
          for (let index = 0; index < roles.length; index++) this.#byRole(roles[index], floor, at, detail)
          break
        case entryKind.appointment:
          this.#byAppointment(service, at, detail)
          break
        case entryKind.representation:
          if (outside(words, at, this.#unit, this.#rest) !== none) break
          if (this.#compiled.empowers((words[at] ?? 0) & 0xffff, form))
            this.#byRepresentation(at, service, roles, floor)
          break
        case entryKind.block:
          this.#meetBlock(at)
          break
        default:
          this.#meetStandIn(at, detail)
      }
      at += wordsOf(detail)
    }
  }

  #byRepresentation(at: number, service: CompiledService | null, roles: readonly CompiledRole[], floor: number): void {
    this.#represents = true
    this.isConcerned = true
    if (service?.forRepresentatives === true) this.#basis(at, permit.representation, asAWhole, none, service.level)
    for (const { forRepresentatives, representativeLevel } of roles)
      if (forRepresentatives)
        this.#basis(at, permit.representation, asAWhole, none, Math.max(representativeLevel, floor))
  }

  /** A31: only one who has begun exercises the office. */
  #meetStandIn(at: number, detail: number): void {
    if (what.small(detail) === standsIn) this.isRare = true
    if (outside(this.#words, at, this.#unit, this.#rest) === none) this.isConcerned = true
  }

  /** R3. */
  #meetBlock(at: number): void {
    if (outside(this.#words, at, this.#unit, this.#rest) !== none) return
    const code = (this.#words[at] ?? 0) & 0xffff
    if (code === 0) this.#isBlocked = true
    else this.#blockedIn[code] = this.#look
  }

  /** `capacity`: a number of the dictionary, or −1 for what no block of one group covers. */
  #blocked(capacity: number): number {
    if (this.#isBlocked) return deny.blocked
    return this.#blockedIn[capacity] === this.#look ? deny.blockedInGroup : none
  }

  #placeOf(number: number): number {
    return this.#compiled.capacityPlaces[number] ?? -1
  }

  #byAuthorisation(service: CompiledService, at: number, detail: number): void {
    const codes = this.#words[at] ?? 0
    if (!service.byAuthorisation || (codes & 0xffff) !== service.code) return
    const capacity = codes >>> 16
    const place = this.#placeOf(capacity)
    if (place < 0 || service.offers[place] !== 1) return
    let hindrance = outside(this.#words, at, this.#unit, this.#rest)
    if (hindrance === none && this.#memberships[what.tie(detail)] !== this.#look) hindrance = deny.expired
    if (hindrance === none && this.#enterprise.isHeldBack(at, detail)) hindrance = deny.awaitsConfirmation
    if (hindrance === none) hindrance = this.#blocked(capacity)
    if (hindrance === none) hindrance = this.#enterprise.closedCapacity(place)
    this.#basis(at, permit.authorisation, place, hindrance, service.level)
  }

  #byMembership(service: CompiledService | null, at: number, detail: number): void {
    const words = this.#words
    const rests = words[at + 3] ?? 0
    // One that is gone begins when it ends; it is kept because something rests on it, and is nothing by itself.
    if (words[at + 1] === words[at + 2] && (rests & 0xffff) === rests >>> 16) return
    this.isConcerned = true
    let hindrance = outside(words, at, this.#unit, this.#rest)
    // Several rows may be one membership, with one place.
    if (hindrance === none) this.#memberships[what.tie(detail)] = this.#look
    if (service === null || !service.automaticForUsers) return
    const capacity = (words[at] ?? 0) & 0xffff
    const place = this.#placeOf(capacity)
    if (hindrance === none && this.#enterprise.isHeldBack(at, detail)) hindrance = deny.awaitsConfirmation
    if (hindrance === none) hindrance = this.#blocked(capacity)
    if (hindrance === none) hindrance = this.#enterprise.closedCapacity(place)
    // A capacity that the catalogue has no longer is none that can be asked for; the basis is hindered anyway.
    this.#basis(at, permit.automatic, place < 0 ? unlisted : place, hindrance, service.level)
  }

  #byAppointment(service: CompiledService | null, at: number, detail: number): void {
    const small = what.small(detail)
    const office = smallOf.office(small)
    const state = smallOf.state(small)
    if (service === null || (state !== active && state !== suspended)) return
    const scope = (this.#words[at] ?? 0) & 0xffff
    const reaches =
      service.byOffice && office !== groupManager && (office !== accessManager || scope === service.domain)
    const automatic = service.automatic[office] === true
    if (!reaches && !automatic) return
    const hindrance = this.#officeHindrance(at, detail)
    if (reaches) this.#byOffice(service, at, hindrance)
    if (automatic) this.#byAutomaticOffice(service, at, office, hindrance)
  }

  #byOffice(service: CompiledService, at: number, hindrance: number): void {
    const { offered } = service
    for (let index = 0; index < offered.length; index++) {
      const place = offered[index] ?? -1
      if (this.#wanted !== anyCapacity && place !== this.#wanted) continue
      const closed = hindrance === none ? this.#enterprise.closedCapacity(place) : hindrance
      this.#basis(at, permit.office, place, closed, service.level)
    }
  }

  #officeHindrance(at: number, detail: number): number {
    const time = outside(this.#words, at, this.#unit, this.#rest)
    if (time !== none) return time
    if (this.#enterprise.isHeldBack(at, detail)) return deny.awaitsConfirmation
    const small = what.small(detail)
    const office = smallOf.office(small)
    const scope = (this.#words[at] ?? 0) & 0xffff
    if (smallOf.state(small) === suspended) return deny.officeSuspended
    // Representations stand before offices: whether the person represents the enterprise is known by now.
    const needsGround = office === chief && smallOf.ground(small) === asRepresentative && !this.#represents
    if (needsGround && this.#isSuspendedForGround(at)) return deny.officeSuspended
    if (office === accessManager) return this.#enterprise.closedDomain(scope)
    return office === groupManager ? this.#enterprise.closedCapacity(this.#placeOf(scope)) : none
  }

  #isSuspendedForGround(at: number): boolean {
    const from = momentOf(this.#words[at + 1] ?? 0, (this.#words[at + 3] ?? 0) & 0xffff)
    return this.#enterprise.isSuspendedForGround(this.#pair, instant(from))
  }

  #byAutomaticOffice(service: CompiledService, at: number, office: number, hindrance: number): void {
    const scope = (this.#words[at] ?? 0) & 0xffff
    if (office === groupManager) {
      const place = this.#placeOf(scope)
      this.#basis(at, permit.automatic, place < 0 ? unlisted : place, hindrance, service.level)
      return
    }
    this.#basis(at, permit.automatic, asAWhole, hindrance, service.level)
    const { capacityDomains } = this.#compiled
    for (let place = 0; place < capacityDomains.length; place++) {
      if (office === accessManager && capacityDomains[place] !== scope) continue
      if (this.#enterprise.closedCapacity(place) === none)
        this.#basis(at, permit.automatic, place, hindrance, service.level)
    }
  }

  /** R9 and R10 for a role, at its own level and never below `floor`. */
  #byRole(role: CompiledRole | undefined, floor: number, at: number, detail: number): void {
    if (role === undefined || ((this.#words[at] ?? 0) & 0xffff) !== role.code) return
    const small = what.small(detail)
    const context = smallOf.context(small)
    const level = role.levels[context] ?? 0
    if (level === 0) return
    let hindrance = outside(this.#words, at, this.#unit, this.#rest)
    if (hindrance === none && this.#enterprise.isHeldBack(at, detail)) hindrance = deny.awaitsConfirmation
    if (hindrance === none) hindrance = this.#blocked(-1)
    if (hindrance === none && smallOf.isStopped(small)) hindrance = deny.roleStopped
    if (hindrance === none && context === 0) hindrance = this.#enterprise.closedDomain(role.domain)
    this.#basis(at, permit.role, asAWhole, hindrance, level < floor ? floor : level)
  }
}
