import type { AssuranceLevel, CivilDay, EnterpriseNumberDescription, Language, Translated } from '#kernel'

/** The four offices that the product's rules know; a catalogue names them and says who appoints whom. */
export const officeCodes = [
  'chief-access-manager',
  'co-chief-access-manager',
  'access-manager',
  'group-manager',
] as const
export type OfficeCode = (typeof officeCodes)[number]

/** Who may appoint, withdraw or assign: an office, or a representative by the register. */
export type Authority = 'legal-representative' | OfficeCode

/** Who holds a right without anybody giving it: an office, or every user of a group. */
export type AutomaticHolder = OfficeCode | 'user'

/** Every operation whose level a catalogue sets. */
export const operationCodes = [
  'register-enterprise',
  'appoint-chief',
  'appoint-co-chief',
  'appoint-access-manager',
  'appoint-group-manager',
  'accept-appointment',
  'decline-appointment',
  'confirm-name',
  'withdraw-appointment',
  'suspend-appointment',
  'resume-appointment',
  'confirm-chief',
  'confirm-earlier-rights',
  'resign',
  'change-contact',
  'activate-domain',
  'close-domain',
  'activate-capacity',
  'close-capacity',
  'create-user',
  'give-service',
  'withdraw-service',
  'block-user',
  'unblock-user',
  'block-person',
  'unblock-person',
  'delete-user',
  'press-emergency-stop',
  'lift-emergency-stop',
  'confirm-proposal',
  'confirm-chief-proposal',
  'withdraw-proposal',
  'propose-stand-in',
  'accept-stand-in',
  'decline-stand-in',
  'end-stand-in',
  'keep-grants-of-stand-in',
  'propose-recognition',
  'propose-lift',
  'confirm-recognition',
  'confirm-lift',
  'withdraw-desk-proposal',
  'resend-activation',
  'confirm-office',
  'confirm-user',
  'undo',
  'continue-office',
  'continue-user',
] as const
export type OperationCode = (typeof operationCodes)[number]

/** The two levels of the role administration; `Catalogue.strength` gives the number behind each. */
export type Strength = 'code' | 'strong'

/** The three contexts in which a role is assigned and used (bosa-role-administration.fr). */
export type RoleContextCode = 'enterprise' | 'civil-servant' | 'self-employed'

export type Meta = {
  readonly name: Translated
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  /** IANA time zone in which people enter and read civil days. */
  readonly zone: string
  /** The official languages, in the order in which pages offer them. */
  readonly languages: readonly Language[]
  /** How the register numbers enterprises; `enterpriseNumberFormat` of the kernel reads and writes by it. */
  readonly enterpriseNumberFormat: EnterpriseNumberDescription
  /** What people call the number that an employer has; null: no capacity asks for one. */
  readonly employerNumberName: Translated | null
  readonly desk: Desk
}

/** Where people get help: shown on error and refusal pages. */
export type Desk = {
  readonly name: Translated
  readonly phone: string
  readonly email: string
  readonly hours: Translated
  /** Code of the role whose holders are staff of the desk; null: nobody is. */
  readonly agentRole: string | null
}

/** Every entry of an open set may have an end; levels, offices and operations always stand. */
export type Ending = {
  /** The last day on which the entry stands, in the zone of the meta. */
  readonly until?: CivilDay
}

export type Domain = Ending & {
  readonly code: string
  readonly name: Translated
  readonly description: Translated
  /** Opened by the chief's activation, without anybody asking. */
  readonly opensByDefault: boolean
}

export type Capacity = Ending & {
  readonly code: string
  readonly domain: string
  readonly name: Translated
  readonly description: Translated
  /** What must be true of the enterprise before the capacity can be activated. */
  readonly precondition: 'none' | 'rsz-number' | 'recognition'
  /** Codes of the services that the group of this capacity offers; all of the capacity's own domain. */
  readonly services: readonly string[]
}

export type Service = Ending & {
  readonly code: string
  readonly domain: string
  readonly name: Translated
  readonly description: Translated
  /** The public body that answers for the service. */
  readonly owner: Translated
  /** The lowest level at which the service is used. */
  readonly level: AssuranceLevel
  readonly openedBy: 'authorisation' | 'role' | 'either'
  /** True: holding an office does not open it; somebody must give it. */
  readonly mustBeGiven: boolean
  /** Still used when the enterprise has ceased. */
  readonly afterCessation: boolean
  /** Legal representatives have it by themselves. */
  readonly forRepresentatives: boolean
  readonly automaticFor: readonly AutomaticHolder[]
  /** 'here', or the other system where access is given; such a service is only signposted. */
  readonly grantedIn: 'here' | { readonly system: Translated; readonly url: string }
  /** An https address, or a path of this site. */
  readonly url: string
}

export type RoleContext = {
  readonly context: RoleContextCode
  readonly assignableBy: readonly Authority[]
  /** The lowest level at which the role is used in this context. */
  readonly level: AssuranceLevel
  readonly staffOnly: boolean
  /** Assigned by national number and name. */
  readonly direct: boolean
  readonly byInvitation: boolean
  /** Longest life of one assignment, in days; null: no limit. */
  readonly longestValidityDays: number | null
}

type ParameterBase = {
  readonly code: string
  readonly name: Translated
  readonly description: Translated
  readonly required: boolean
}
export type ParameterOption = { readonly code: string; readonly name: Translated }
export type RoleParameter =
  | (ParameterBase & { readonly type: 'choice' | 'choices'; readonly options: readonly ParameterOption[] })
  | (ParameterBase & { readonly type: 'boolean' | 'date' | 'establishment' })
  | (ParameterBase & { readonly type: 'number'; readonly min: number; readonly max: number })
  /** `pattern` is a regular expression (flag u) that the whole value must match. */
  | (ParameterBase & { readonly type: 'text'; readonly pattern: string; readonly lengthMax: number })

export type Role = Ending & {
  readonly code: string
  readonly service: string
  readonly name: Translated
  readonly description: Translated
  /** At most one entry per context; a context not listed does not know the role. */
  readonly contexts: readonly RoleContext[]
  readonly parameters: readonly RoleParameter[]
  /** An assignment of the role also opens its service. */
  readonly opensService: boolean
  /** Roles that the same person may not hold for the same enterprise; always mutual. */
  readonly excludes: readonly string[]
  /** How many persons of one enterprise may hold it; null: no limit. */
  readonly holdersMax: number | null
  /** Legal representatives hold it by themselves. */
  readonly automaticForRepresentatives: boolean
}

export type Level = { readonly level: AssuranceLevel; readonly name: Translated }

export type DigitalKey = Ending & {
  readonly code: string
  /** The level that a sign-in with this key reaches. */
  readonly level: AssuranceLevel
  readonly name: Translated
  readonly description: Translated
  /** The value by which the authentication service names the key (`amr`); unique. */
  readonly amr: string
  /** By this key persons without a national number sign in with an account of our own: password and app code. At most one. */
  readonly account?: boolean | undefined
}

export type Office = {
  readonly code: OfficeCode
  /** Texts put it into sentences with the articles of the Belgian names: see the README. */
  readonly name: Translated
  readonly plural: Translated
  /** The abbreviation that people know (HTB, GAP, …); null where none is in use. */
  readonly short: Translated | null
  readonly description: Translated
  readonly scope: 'enterprise' | 'domain' | 'group'
  /** How many may hold the office in one scope. */
  readonly seats: 'one' | 'any'
  readonly appointedBy: readonly Authority[]
  /** Beside the holder, who may always resign. */
  readonly withdrawnBy: readonly Authority[]
  /** The level of the sign-in by which the appointee accepts. */
  readonly activationLevel: AssuranceLevel
  /** What the appointer must declare about the appointee, one of these; empty: nothing. */
  readonly grounds: readonly ('employee' | 'legal-representative')[]
}

export type Operation = { readonly code: OperationCode; readonly level: Strength }

/**
 * The legal form of a natural person's enterprise, which has none in the register: functions name it so that whoever holds
 * them represents such an enterprise.
 */
export const naturalPersonForm = 'natural-person'

/** A legal function of the enterprise register. */
export type LegalFunction = Ending & {
  readonly code: string
  readonly name: Translated
  /** The legal forms in which `empowers` holds; `naturalPersonForm` among them for a natural person's enterprise. */
  readonly legalForms: 'all' | readonly string[]
  /** Whoever exercises it represents the enterprise. */
  readonly empowers: boolean
  /** Holders act jointly where the register says nothing else. */
  readonly jointly: boolean
}

export type LegalForm = Ending & { readonly code: string; readonly name: Translated }

export type JuridicalSituation = Ending & {
  readonly code: string
  readonly name: Translated
  /** What the situation does to access given before it. */
  readonly effect: 'continue' | 'suspend-until-confirmed' | 'after-cessation-only'
}

/** What a procedure of the desk brings about. */
export const procedureResults = [
  'register-enterprise',
  'appoint-chief',
  'record-representation',
  'open-account',
] as const
export type ProcedureResult = (typeof procedureResults)[number]

/** Why the normal way is closed to somebody: what a procedure of the desk can help with. */
export const closedWays = [
  'not-in-register',
  'function-not-named',
  'function-does-not-empower',
  'enterprise-ceased',
  'in-other-hands',
  'already-registered',
  'register-unavailable',
  'not-legal-representative',
  'second-representative-needed',
  'level-too-low',
] as const
export type ClosedWay = (typeof closedWays)[number]

/** A step to take, or a document to hand in. */
export type ChecklistItem = {
  readonly code: string
  readonly kind: 'step' | 'document'
  readonly text: Translated
}

/** An exception procedure: what the desk does where the normal way is closed. */
export type Procedure = Ending & {
  readonly code: string
  readonly name: Translated
  readonly description: Translated
  /** When somebody takes this procedure. */
  readonly appliesWhen: Translated
  /** In the order in which they are shown; at least one document. */
  readonly checklist: readonly ChecklistItem[]
  readonly leadsTo: readonly ProcedureResult[]
  /** The refusals on whose pages it is shown as the way out. */
  readonly whenRefused: readonly ClosedWay[]
  /** Hours between the decision and its effect where somebody is replaced by it; 0: none. */
  readonly waitingHours: number
}

/**
 * Everything about a country that the code must not know. Open sets are maps by code, sorted by code; closed sets
 * (levels, offices, operations) are total records. Every entry is frozen.
 */
export type Catalogue = {
  readonly meta: Meta
  readonly domains: ReadonlyMap<string, Domain>
  readonly capacities: ReadonlyMap<string, Capacity>
  readonly services: ReadonlyMap<string, Service>
  readonly roles: ReadonlyMap<string, Role>
  readonly levels: Readonly<Record<AssuranceLevel, Level>>
  /** The lowest numeric level that counts as 'code' and as 'strong'. */
  readonly strength: Readonly<Record<Strength, AssuranceLevel>>
  readonly keys: ReadonlyMap<string, DigitalKey>
  readonly offices: Readonly<Record<OfficeCode, Office>>
  readonly operations: Readonly<Record<OperationCode, Operation>>
  readonly functions: ReadonlyMap<string, LegalFunction>
  readonly legalForms: ReadonlyMap<string, LegalForm>
  readonly juridicalSituations: ReadonlyMap<string, JuridicalSituation>
  readonly procedures: ReadonlyMap<string, Procedure>
}

/** The numeric level that an operation asks, by the catalogue. */
export function levelOfOperation(catalogue: Catalogue, operation: OperationCode): AssuranceLevel {
  return catalogue.strength[catalogue.operations[operation].level]
}

/** The capacities whose group offers the service; empty for a service opened by roles only. */
export function capacitiesOffering(catalogue: Catalogue, service: string): readonly Capacity[] {
  return [...catalogue.capacities.values()].filter((capacity) => capacity.services.includes(service))
}

/** Whether a function of the register makes its holder a representative; null is the form of a natural person's enterprise. */
export function empowers(catalogue: Catalogue, functionCode: string, legalForm: string | null): boolean {
  const found = catalogue.functions.get(functionCode)
  if (!found?.empowers) return false
  return found.legalForms === 'all' || found.legalForms.includes(legalForm ?? naturalPersonForm)
}

/** Another system in which access is given, and the services that it grants. */
export interface OtherSystem {
  readonly name: Translated
  readonly url: string
  readonly services: readonly Service[]
}

/** Every other system that the catalogue names, once, by name; of one domain where that is asked. */
export function otherSystems(
  catalogue: Pick<Catalogue, 'services'>,
  language: Language,
  domain?: string,
): OtherSystem[] {
  const byName = <T extends { readonly name: Translated }>(one: T, other: T): number =>
    one.name[language].localeCompare(other.name[language], language)
  const elsewhere = [...catalogue.services.values()].flatMap((service) =>
    service.grantedIn === 'here' || (domain !== undefined && service.domain !== domain)
      ? []
      : [{ service, ...service.grantedIn }],
  )
  return [...Map.groupBy(elsewhere, ({ system, url }) => `${system.en} ${url}`).values()]
    .flatMap((group): OtherSystem[] => {
      const [first] = group
      if (!first) return []
      const services = group.map(({ service }) => service).toSorted(byName)
      return [{ name: first.system, url: first.url, services }]
    })
    .toSorted(byName)
}
