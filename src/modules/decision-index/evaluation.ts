import type { Words } from './words/arena.ts'
import type { CompiledCatalogue, CompiledRole, CompiledService, Target } from './compiled.ts'
import { EnterpriseSide, outside, type Moment } from './enterprise-side.ts'
import { entryKind, pairHead, places, smallOf, what, wordsOf } from './words/layout.ts'
import { deny, none, noReason, permit } from './reason-places.ts'

const chief = 0
const accessManager = 2
const groupManager = 3
const active = places.states.indexOf('active')
const suspended = places.states.indexOf('suspended')
const asRepresentative = places.grounds.indexOf('legal-representative')
const suspendUntilConfirmed = 2
const afterCessationOnly = 3

/** Any capacity at all, and one that no fact and no capacity of the catalogue has. */
export const anyCapacity = -1
const asAWhole = -1

/**
 * `decide` of rights over the words of an index: one pass over what the enterprise has and one over what the person has, nothing
 * allocated. What is rare it leaves alone (`isRare`): stand-ins, situations that hold earlier rights back, a chief who lost
 * their ground; those are decided by `decide` itself over the same entries (README, J4).
 */
export class Evaluation {
  readonly #words: Words
  readonly #compiled: CompiledCatalogue
  #moment: Moment = { unit: 0, rest: 0 }
  #level = 0
  #wanted = anyCapacity
  readonly #enterprise: EnterpriseSide
  #pair = 0
  #pairEnd = 0
  #form = 0
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
  /** 1 for each capacity, by its place, in which the permit holds. */
  readonly #holdsIn: Uint8Array
  #nearest = 0
  #standing = false
  #best = 0
  #lowestCounting = 0

  constructor(words: Words, compiled: CompiledCatalogue) {
    this.#words = words
    this.#compiled = compiled
    this.#enterprise = new EnterpriseSide(words, compiled)
    this.#holdsIn = new Uint8Array(compiled.capacities.length)
  }

  /** The capacities in which the permit holds, sorted. */
  capacities(): string[] {
    const found: string[] = []
    for (let place = 0; place < this.#holdsIn.length; place++)
      if (this.#holdsIn[place] === 1) found.push(this.#compiled.capacities[place] ?? '')
    return found
  }

  /**
   * Answers: `enterprise` and `pair` are addresses of blocks, 0 for none; `unit` and `rest` the moment; `wanted` the place of
   * a capacity, or −1. `target` undefined: an unknown action.
   */
  ask(
    target: Target | undefined,
    blocks: { readonly enterprise: number; readonly pair: number },
    asked: Moment & {
      readonly level: number
      readonly wanted: number
      readonly isCapacityUnknown: boolean
    },
  ): void {
    this.#moment = asked
    this.#level = asked.level
    this.#wanted = asked.wanted
    this.isRare = false
    this.isConcerned = false
    this.permit = none
    const record = this.#enterprise.open(blocks.enterprise, asked)
    this.#form = record === 0 ? 0 : (this.#words[record] ?? 0) >>> 16
    this.#openPair(blocks.pair)
    const represents = this.#lookAtPerson(blocks.pair)
    if (record === 0) return this.#refuse(deny.enterpriseUnknown)
    if (!target) return this.#refuse(deny.actionUnknown)
    if (asked.isCapacityUnknown) return this.#refuse(deny.capacityUnknown)
    const effect = this.#compiled.effects[(this.#words[record] ?? 0) & 0xffff] ?? 0
    const ceased = what.small(this.#words[record + 4] ?? 0) === 1 || effect === afterCessationOnly
    if (ceased && !target.afterCessation) return this.#refuse(deny.ceased)
    if (this.#enterprise.isStopped) return this.#refuse(deny.stopped)
    if (effect === suspendUntilConfirmed && blocks.pair !== 0) {
      this.isRare = true
      return
    }
    if (this.isRare) return
    this.#gather(target, represents)
  }

  #refuse(reason: number): void {
    this.deny = reason
    // Refused before any basis was looked at: what is rare changes nothing about it.
    this.isRare = false
  }

  #gather(target: Target, represents: boolean): void {
    this.#nearest = deny.noRight
    this.#standing = false
    this.#best = noReason
    this.lowest = 500
    this.#lowestCounting = 500
    this.#holdsIn.fill(0)
    const { service } = target
    if (service !== null) {
      if (service.forRepresentatives && represents) this.#basis(permit.representation, asAWhole, none, service.level)
      this.#byFacts(service)
    }
    for (const role of target.roles) this.#byRole(role, target.floor, represents)
    if (!this.#standing) this.deny = this.#nearest
    else if (this.#best === noReason) this.deny = deny.levelTooLow
    else {
      this.permit = this.#best
      this.lowest = this.#lowestCounting
    }
  }

  /** One basis: what it would open, or what keeps it from it. */
  #basis(reason: number, capacity: number, hindrance: number, level: number): void {
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
    if (capacity >= 0) this.#holdsIn[capacity] = 1
  }

  #openPair(block: number): void {
    const words = this.#words
    this.#pair = block + pairHead.words
    this.#pairEnd = this.#pair
    if (block === 0) return
    const count = (words[block] ?? 0) & 0xffff
    let at = this.#pair
    for (let index = 0; index < count; index++) at += wordsOf(words[at + 4] ?? 0)
    this.#pairEnd = at
  }

  /** Whether they represent the enterprise; says too whether they are anything to it, and whether the case is rare. */
  #lookAtPerson(block: number): boolean {
    if (block === 0) return false
    const words = this.#words
    const kinds = (words[block] ?? 0) >>> 16
    let represents = false
    let chiefByGround = false
    for (let at = this.#pair; at < this.#pairEnd; at += wordsOf(words[at + 4] ?? 0)) {
      const detail = words[at + 4] ?? 0
      const kind = what.kind(detail)
      if (kind === entryKind.representation) {
        if (!represents && outside(this.#words, at, this.#moment) === none)
          represents = this.#compiled.empowers((words[at] ?? 0) & 0xffff, this.#form)
      } else if (kind === entryKind.standIn) {
        this.isRare = true
        if (outside(this.#words, at, this.#moment) === none) this.isConcerned = true
      } else if (kind === entryKind.appointment) {
        const small = what.small(detail)
        chiefByGround ||= smallOf.office(small) === chief && smallOf.ground(small) === asRepresentative
      }
    }
    const anything =
      (1 << entryKind.appointment) |
      (1 << entryKind.authorisation) |
      (1 << entryKind.role) |
      (1 << entryKind.membership)
    this.isConcerned ||= represents || ((kinds & anything) !== 0 && this.#hasMoreThanGone(kinds, anything))
    if (chiefByGround && !represents) this.isRare = true
    return represents
  }

  /** A membership that is gone counts for nothing by itself. */
  #hasMoreThanGone(kinds: number, anything: number): boolean {
    if ((kinds & anything & ~(1 << entryKind.membership)) !== 0) return true
    const words = this.#words
    for (let at = this.#pair; at < this.#pairEnd; at += wordsOf(words[at + 4] ?? 0))
      if (what.kind(words[at + 4] ?? 0) === entryKind.membership && !this.#isGone(at)) return true
    return false
  }

  #isGone(at: number): boolean {
    const words = this.#words
    const rest = words[at + 3] ?? 0
    return words[at + 1] === words[at + 2] && (rest & 0xffff) === rest >>> 16
  }

  /** R3; `capacity`: a number of the dictionary, or −1 for what no block of one group covers. */
  #blocked(capacity: number): number {
    const words = this.#words
    let found = none
    for (let at = this.#pair; at < this.#pairEnd; at += wordsOf(words[at + 4] ?? 0)) {
      // Blocks stand first.
      if (what.kind(words[at + 4] ?? 0) !== entryKind.block) break
      if (outside(this.#words, at, this.#moment) !== none) continue
      const code = (words[at] ?? 0) & 0xffff
      if (code === 0) return deny.blocked
      if (code === capacity) found = deny.blockedInGroup
    }
    return found
  }

  #placeOf(number: number): number {
    return this.#compiled.capacityPlaces[number] ?? -1
  }

  /** R6, R7 and R8: what each of the person's facts is worth for the service. */
  #byFacts(service: CompiledService): void {
    const words = this.#words
    for (let at = this.#pair; at < this.#pairEnd; at += wordsOf(words[at + 4] ?? 0)) {
      const detail = words[at + 4] ?? 0
      const kind = what.kind(detail)
      if (kind === entryKind.authorisation) this.#byAuthorisation(service, at)
      else if (kind === entryKind.membership) this.#byMembership(service, at)
      else if (kind === entryKind.appointment) this.#byOffice(service, at, what.small(detail))
    }
  }

  #byAuthorisation(service: CompiledService, at: number): void {
    const codes = this.#words[at] ?? 0
    if (!service.byAuthorisation || (codes & 0xffff) !== service.code) return
    const capacity = codes >>> 16
    const place = this.#placeOf(capacity)
    if (place < 0 || service.offers[place] !== 1) return
    let hindrance = outside(this.#words, at, this.#moment)
    if (hindrance === none && !this.#holdsMembership(what.tie(this.#words[at + 4] ?? 0))) hindrance = deny.expired
    if (hindrance === none) hindrance = this.#blocked(capacity)
    if (hindrance === none) hindrance = this.#enterprise.closedCapacity(place)
    this.#basis(permit.authorisation, place, hindrance, service.level)
  }

  /** Whether the membership holds whose place it is among the memberships, by their tags; several rows may be one membership. */
  #holdsMembership(place: number): boolean {
    const words = this.#words
    for (let at = this.#pair; at < this.#pairEnd; at += wordsOf(words[at + 4] ?? 0)) {
      const kind = what.kind(words[at + 4] ?? 0)
      if (kind > entryKind.membership) return false
      if (kind !== entryKind.membership) continue
      if (what.tie(words[at + 4] ?? 0) === place && outside(this.#words, at, this.#moment) === none) return true
    }
    return false
  }

  #byMembership(service: CompiledService, at: number): void {
    if (!service.automaticForUsers || this.#isGone(at)) return
    const capacity = (this.#words[at] ?? 0) & 0xffff
    const place = this.#placeOf(capacity)
    let hindrance = outside(this.#words, at, this.#moment)
    if (hindrance === none) hindrance = this.#blocked(capacity)
    if (hindrance === none) hindrance = this.#enterprise.closedCapacity(place)
    // A capacity that the catalogue has no longer is none that can be asked for; the basis is hindered anyway.
    this.#basis(permit.automatic, place < 0 ? unlisted : place, hindrance, service.level)
  }

  #byOffice(service: CompiledService, at: number, small: number): void {
    const state = smallOf.state(small)
    if (state !== active && state !== suspended) return
    const office = smallOf.office(small)
    const scope = (this.#words[at] ?? 0) & 0xffff
    const reaches =
      service.byOffice && office !== groupManager && (office !== accessManager || scope === service.domain)
    const automatic = service.automatic[office] === true
    if (!reaches && !automatic) return
    const hindrance = this.#officeHindrance(at, office, state, scope)
    if (reaches)
      for (let place = 0; place < service.offers.length; place++)
        if (service.offers[place] === 1)
          this.#basis(
            permit.office,
            place,
            hindrance === none ? this.#enterprise.closedCapacity(place) : hindrance,
            service.level,
          )
    if (automatic) this.#byAutomaticOffice(service, office, scope, hindrance)
  }

  #officeHindrance(at: number, office: number, state: number, scope: number): number {
    const time = outside(this.#words, at, this.#moment)
    if (time !== none) return time
    if (state === suspended) return deny.officeSuspended
    if (office === accessManager) return this.#enterprise.closedDomain(scope)
    return office === groupManager ? this.#enterprise.closedCapacity(this.#placeOf(scope)) : none
  }

  #byAutomaticOffice(service: CompiledService, office: number, scope: number, hindrance: number): void {
    if (office === groupManager) {
      const place = this.#placeOf(scope)
      this.#basis(permit.automatic, place < 0 ? unlisted : place, hindrance, service.level)
      return
    }
    this.#basis(permit.automatic, asAWhole, hindrance, service.level)
    const { capacityDomains, capacityNumbers } = this.#compiled
    for (let place = 0; place < capacityNumbers.length; place++) {
      if ((capacityNumbers[place] ?? -1) < 0) continue
      if (office === accessManager && capacityDomains[place] !== scope) continue
      if (this.#enterprise.closedCapacity(place) === none)
        this.#basis(permit.automatic, place, hindrance, service.level)
    }
  }

  /** R9 and R10 for a role, at its own level and never below `floor`. */
  #byRole(role: CompiledRole, floor: number, represents: boolean): void {
    const atLeast = (level: number): number => (level < floor ? floor : level)
    if (role.forRepresentatives && represents)
      this.#basis(permit.representation, asAWhole, none, atLeast(role.representativeLevel))
    const words = this.#words
    for (let at = this.#pair; at < this.#pairEnd; at += wordsOf(words[at + 4] ?? 0)) {
      const detail = words[at + 4] ?? 0
      if (what.kind(detail) !== entryKind.role || ((words[at] ?? 0) & 0xffff) !== role.code) continue
      const small = what.small(detail)
      const context = smallOf.context(small)
      const level = role.levels[context] ?? 0
      if (level === 0) continue
      let hindrance = outside(this.#words, at, this.#moment)
      if (hindrance === none) hindrance = this.#blocked(-1)
      if (hindrance === none && smallOf.isStopped(small)) hindrance = deny.roleStopped
      if (hindrance === none && context === 0) hindrance = this.#enterprise.closedDomain(role.domain)
      this.#basis(permit.role, asAWhole, hindrance, atLeast(level))
    }
  }
}

/** The place of a capacity that the catalogue has no longer: no question names it. */
const unlisted = -2
