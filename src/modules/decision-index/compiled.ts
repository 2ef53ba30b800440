import { capacitiesOffering, empowers, type Catalogue, type Role, type Service } from '#catalogue'
import type { AssuranceLevel } from '#kernel'
import type { Dictionary } from './words/dictionary.ts'
import { places } from './words/layout.ts'

/** A role as a decision reads it: levels by the place of the context, 0 where the context does not know it. */
export interface CompiledRole {
  readonly code: number
  readonly levels: readonly number[]
  readonly forRepresentatives: boolean
  /** The level at which a representative holds it. */
  readonly representativeLevel: AssuranceLevel
  /** The domain of its service. */
  readonly domain: number
}

/** What may be asked for: a service with the roles that open it, or a role by itself. */
export interface Target {
  readonly kind: 'service' | 'role'
  readonly afterCessation: boolean
  /** Everything but roles: null where a role is asked for. */
  readonly service: CompiledService | null
  readonly roles: readonly CompiledRole[]
  /** The level below which no role opens it; 0 for a role by itself. */
  readonly floor: number
}

export interface CompiledService {
  readonly code: number
  readonly level: AssuranceLevel
  readonly domain: number
  readonly byAuthorisation: boolean
  readonly byOffice: boolean
  readonly forRepresentatives: boolean
  /** By the place of the office; then for users. */
  readonly automatic: readonly boolean[]
  readonly automaticForUsers: boolean
  /** 1 for each capacity, by its place, that offers it; and those places. */
  readonly offers: Uint8Array
  readonly offered: readonly number[]
}

const unknown = -1

/**
 * The catalogue in numbers of the dictionary, as one reader uses it. A code that no fact has named has no number (−1), so
 * that it is compiled again when the dictionary has grown.
 */
export class CompiledCatalogue {
  readonly catalogue: Catalogue
  /** How large the dictionary was. */
  readonly size: number
  /** Codes of capacities by place, sorted. */
  readonly capacities: readonly string[]
  readonly capacityNumbers: Int32Array
  /** By place, the list of one capacity: most permits hold in one, and need no list of their own. */
  readonly alone: readonly (readonly string[])[]
  readonly capacityDomains: Int32Array
  /** By number of the dictionary: 1 continue, 2 suspend until confirmed, 3 only after cessation; 0: not in the catalogue. */
  readonly effects: Uint8Array
  /** By number of the dictionary: the place of the capacity, or −1. */
  readonly capacityPlaces: Int16Array
  readonly #codes: Dictionary
  readonly #services = new Map<string, Target>()
  readonly #roles = new Map<string, Target>()
  readonly #places: ReadonlyMap<string, number>
  readonly #empowering = new Map<number, boolean>()

  constructor(catalogue: Catalogue, codes: Dictionary) {
    codes.catchUp()
    this.catalogue = catalogue
    this.#codes = codes
    this.size = codes.size
    this.capacities = [...catalogue.capacities.keys()].toSorted()
    this.alone = this.capacities.map((code) => Object.freeze([code]))
    this.#places = new Map(this.capacities.map((code, place) => [code, place]))
    this.capacityNumbers = Int32Array.from(this.capacities, (code) => codes.numberOf(code))
    this.capacityDomains = Int32Array.from(this.capacities, (code) =>
      codes.numberOf(catalogue.capacities.get(code)?.domain ?? ''),
    )
    this.capacityPlaces = new Int16Array(this.size).fill(-1)
    for (const [place, number] of this.capacityNumbers.entries())
      if (number !== unknown) this.capacityPlaces[number] = place
    this.effects = new Uint8Array(this.size)
    const effects = ['continue', 'suspend-until-confirmed', 'after-cessation-only'] as const
    for (const { code, effect } of catalogue.juridicalSituations.values()) {
      const number = codes.numberOf(code)
      if (number !== unknown) this.effects[number] = effects.indexOf(effect) + 1
    }
    for (const service of catalogue.services.values()) this.#services.set(service.code, this.#ofService(service))
    for (const role of catalogue.roles.values()) {
      const target = this.#ofRole(role)
      if (target) this.#roles.set(role.code, target)
    }
  }

  /** What an action means; undefined for one that the catalogue does not have. */
  target(kind: 'service' | 'role', code: string): Target | undefined {
    return (kind === 'service' ? this.#services : this.#roles).get(code)
  }

  /** The place of a capacity among those of the catalogue, sorted; −1: it has none of that code. */
  placeOf(capacity: string): number {
    return this.#places.get(capacity) ?? -1
  }

  /** Whether a function makes its holder a representative in a legal form, by their numbers; 0 is no form. */
  empowers(functionNumber: number, formNumber: number): boolean {
    const key = functionNumber * 0x10000 + formNumber
    const known = this.#empowering.get(key)
    if (known !== undefined) return known
    const form = formNumber === 0 ? null : this.#codes.textOf(formNumber)
    const found = empowers(this.catalogue, this.#codes.textOf(functionNumber), form)
    this.#empowering.set(key, found)
    return found
  }

  #ofService(service: Service): Target {
    const { catalogue } = this
    const codes = this.#codes
    const offers = new Uint8Array(this.capacities.length)
    for (const { code } of capacitiesOffering(catalogue, service.code)) offers[this.capacities.indexOf(code)] = 1
    const opening = [...catalogue.roles.values()].filter(
      (role) => role.service === service.code && role.opensService && service.openedBy !== 'authorisation',
    )
    return {
      kind: 'service',
      afterCessation: service.afterCessation,
      service: {
        code: codes.numberOf(service.code),
        level: service.level,
        domain: codes.numberOf(service.domain),
        byAuthorisation: service.openedBy !== 'role',
        byOffice: service.openedBy !== 'role' && !service.mustBeGiven,
        forRepresentatives: service.forRepresentatives,
        automatic: places.offices.map((office) => service.automaticFor.includes(office)),
        automaticForUsers: service.automaticFor.includes('user'),
        offers,
        offered: [...offers.keys()].filter((place) => offers[place] === 1),
      },
      roles: opening.map((role) => this.#compiledRole(role)),
      floor: service.level,
    }
  }

  /** A role whose service is gone from the catalogue can be asked for no longer. */
  #ofRole(role: Role): Target | null {
    const service = this.catalogue.services.get(role.service)
    if (!service) return null
    const { afterCessation } = service
    return { kind: 'role', afterCessation, service: null, roles: [this.#compiledRole(role)], floor: 0 }
  }

  #compiledRole(role: Role): CompiledRole {
    const levelIn = (context: string) => role.contexts.find((one) => one.context === context)?.level
    return {
      code: this.#codes.numberOf(role.code),
      levels: places.contexts.map((context) => levelIn(context) ?? 0),
      forRepresentatives: role.automaticForRepresentatives,
      representativeLevel: levelIn('enterprise') ?? this.catalogue.strength.strong,
      domain: this.#codes.numberOf(this.catalogue.services.get(role.service)?.domain ?? ''),
    }
  }
}
