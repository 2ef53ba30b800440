import type { RoleContextCode, Service } from '#catalogue'

interface Counted {
  readonly zero: string
  readonly one: string
  readonly other: string
}

/** What the public directory says. Names and descriptions of services, domains, roles and offices come from the catalogue. */
export interface DirectoryTexts {
  readonly title: string
  readonly lead: string
  /** On the front page: a sentence, and the link in it. */
  readonly fromFront: string
  /** The term in one sentence, with the catalogue's name of the office. */
  readonly domainExplained: (accessManager: string) => string
  /** Official terms, each in one sentence. */
  readonly explained: Readonly<
    Record<
      'capacity' | 'owner' | 'level' | 'key' | 'authorisation' | 'role' | 'context' | 'group' | 'representative',
      string
    >
  >
  readonly list: {
    readonly search: string
    readonly searchHint: string
    readonly domain: string
    readonly anyDomain: string
    readonly capacity: string
    readonly anyCapacity: string
    readonly granted: string
    readonly grantedAnywhere: string
    readonly grantedHere: string
    readonly grantedElsewhere: string
    readonly services: Counted
    readonly empty: string
    readonly seeAll: string
    readonly nothingYet: string
    readonly jump: string
    readonly servicesIn: (domain: string) => string
    readonly service: string
    readonly owner: string
    readonly level: string
    readonly where: string
    readonly here: string
    readonly print: string
    readonly download: string
    readonly fileName: string
  }
  readonly columns: {
    readonly code: string
    readonly name: string
    readonly description: string
    readonly domain: string
    readonly owner: string
    readonly level: string
    readonly openedBy: string
    readonly capacities: string
    readonly roles: string
    readonly system: string
    readonly systemAddress: string
    readonly address: string
  }
  readonly openedBy: Readonly<Record<Service['openedBy'], string>>
  readonly domain: {
    readonly opensByDefault: (chief: string) => string
    readonly openedByOffices: (offices: string) => string
    readonly capacities: string
    readonly capacityName: string
    readonly condition: string
    readonly noCondition: string
    readonly employerNumber: (name: string) => string
    readonly recognition: string
    readonly capacityServices: string
    readonly noCapacities: string
    readonly services: Counted
    readonly noServices: string
  }
  readonly service: {
    readonly atAGlance: string
    readonly domain: string
    readonly owner: string
    readonly level: string
    readonly levelValue: (name: string, number: number) => string
    readonly keys: string
    readonly where: string
    readonly address: string
    readonly toService: string
    readonly lastDay: string
    readonly afterCessation: string
    readonly stays: string
    readonly ends: string
    readonly who: string
    readonly elsewhere: (system: string) => string
    readonly toSystem: (system: string) => string
    readonly byAuthorisation: string
    readonly byRole: string
    readonly byEither: string
    readonly mustBeGiven: string
    readonly automatic: string
    readonly everyUser: string
    readonly representatives: string
    readonly capacities: string
    readonly capacitiesIntro: string
    readonly roles: string
    readonly rolesIntro: string
    readonly role: string
    readonly context: string
    readonly contexts: Readonly<Record<RoleContextCode, string>>
    readonly assignedBy: string
    readonly representative: string
    readonly how: string
    readonly direct: string
    readonly byInvitation: string
    readonly staffOnly: string
    readonly longestDays: (days: string) => string
    readonly opens: string
    readonly opensNot: string
    readonly representativesHold: string
    readonly parameters: (names: string) => string
    readonly excludes: (names: string) => string
    readonly holdersMax: (count: number) => string
    readonly howToStart: string
    readonly howToStartTitle: string
  }
  readonly systems: {
    readonly title: string
    readonly intro: string
    readonly available: string
    readonly own: string
    readonly ownIntro: string
    readonly services: Counted
    readonly linkTo: (system: string) => string
    readonly servicesOf: string
    readonly fromList: string
  }
}
