// The readable reference: what product.md says, said again as plainly as possible. It imports nothing of the product,
// is never fast, and keeps its whole world in arrays.

/** Milliseconds since 1970 UTC. */
export type Moment = number

/** Holds from its first moment to the one before its last; without a last one for ever. */
export interface Period {
  from: Moment
  until: Moment | null
}

export type Office = 'chief-access-manager' | 'co-chief-access-manager' | 'access-manager' | 'group-manager'
export type Rank = 'legal-representative' | Office

/** From the highest to the lowest. */
export const ranks: readonly Rank[] = [
  'legal-representative',
  'chief-access-manager',
  'co-chief-access-manager',
  'access-manager',
  'group-manager',
]

/** What the rules take from a catalogue. */
export interface Book {
  zone: string
  /** The two strengths of sign-in, and the operations that ask the stronger one. */
  code: number
  strong: number
  strongOperations: string[]
  /** The role of the desk's agents; null: there are none. */
  deskRole: string | null
  domains: { code: string; opensByDefault: boolean }[]
  capacities: { code: string; domain: string; needs: 'none' | 'rsz-number' | 'recognition'; services: string[] }[]
  services: {
    code: string
    domain: string
    level: number
    openedBy: 'authorisation' | 'role' | 'either'
    mustBeGiven: boolean
    afterCessation: boolean
    forRepresentatives: boolean
    automaticFor: (Office | 'user')[]
    grantedHere: boolean
  }[]
  roles: {
    code: string
    service: string
    contexts: { context: string; level: number }[]
    opensService: boolean
    heldByRepresentatives: boolean
  }[]
  functions: { code: string; empowers: boolean; legalForms: 'all' | string[] }[]
  /** Situations of the register in which only services that live on are open. */
  situationsAfterCessation: string[]
  offices: { office: Office; appointedBy: Rank[]; withdrawnBy: Rank[]; activationLevel: number }[]
}

type OfEnterprise = Period & { enterprise: string }
type OfPerson = OfEnterprise & { person: string }

/** One stretch of an appointment's life in one state. */
export type Appointment = OfPerson & {
  id: string
  office: Office
  /** '' for the enterprise, a domain, or a capacity. */
  scope: string
  state: 'waiting' | 'accepted' | 'active' | 'suspended'
  /** When the office ends by its own term. */
  term: Moment | null
  /** Its first moment, where somebody chose a later day. */
  begins?: Moment
  ground?: 'employee' | 'legal-representative'
  /** Accepted under another name than the typed one, which nobody has confirmed yet. */
  named?: boolean
}
/** What somebody proposed who represents an enterprise only jointly, as they asked it. */
export type Proposal = OfEnterprise & {
  id: string
  what: 'register' | 'lift-stop' | 'appoint-chief'
  by: string
  body: object
}
/** What an agent of the desk proposed: a recognition, or with capacity '' the lifting of the stop. */
export type DeskProposal = OfEnterprise & { capacity: string; by: string }
export type Membership = OfPerson & { capacity: string }

/** Everything that is so, was so or will be so. A chief's seat that nobody is in is vacant. */
export interface World {
  records: (OfEnterprise & { ceased: boolean; situation: string; legalForm: string | null; rszNumber: boolean })[]
  representations: (OfPerson & { function: string; jointly: boolean })[]
  accounts: { enterprise: string; active: boolean }[]
  stops: OfEnterprise[]
  /** `by`: the first chief, whose first day opens it. */
  domains: (OfEnterprise & { domain: string; by?: string })[]
  capacities: (OfEnterprise & { capacity: string })[]
  appointments: Appointment[]
  proposals: Proposal[]
  deskProposals: DeskProposal[]
  /** What the desk recognised: for ever, so far. */
  recognitions: { enterprise: string; capacity: string }[]
  memberships: Membership[]
  authorisations: (OfPerson & { capacity: string; service: string; membership: Membership })[]
  /** capacity '' blocks in all groups. */
  blocks: (OfPerson & { capacity: string; by: Rank })[]
  roles: (OfPerson & { role: string; context: string; stopped: boolean })[]
  /** Whom an enterprise knows by a name that is not theirs, as it was typed last. */
  misspelt: { enterprise: string; person: string }[]
}

export function emptyWorld(): World {
  return {
    records: [],
    representations: [],
    accounts: [],
    stops: [],
    domains: [],
    capacities: [],
    appointments: [],
    proposals: [],
    deskProposals: [],
    recognitions: [],
    memberships: [],
    authorisations: [],
    blocks: [],
    roles: [],
    misspelt: [],
  }
}

export const holds = (one: Period, at: Moment): boolean => one.from <= at && (one.until === null || at < one.until)

/** Holds now or is planned. */
export const holdsOrWill = (one: Period, at: Moment): boolean => one.until === null || at < one.until

/** Over from now on; what had not begun is gone. */
export function end<P extends Period>(all: P[], one: P, now: Moment): void {
  if (one.from >= now) all.splice(all.indexOf(one), 1)
  else if (holdsOrWill(one, now)) one.until = now
}

/** The function that somebody holds makes them represent an enterprise of this legal form. */
export function representationsOf(book: Book, world: World, enterprise: string, person: string, at: Moment) {
  const record = world.records.find((one) => one.enterprise === enterprise && holds(one, at))
  if (!record) return []
  return world.representations.filter((one) => {
    if (one.enterprise !== enterprise || one.person !== person || !holds(one, at)) return false
    const held = book.functions.find(({ code }) => code === one.function)
    if (!held?.empowers) return false
    return held.legalForms === 'all' || held.legalForms.includes(record.legalForm ?? 'natural-person')
  })
}

/** Closed domains and capacities carry nothing; the domain is named first. */
export function whatIsClosed(book: Book, world: World, enterprise: string, capacity: string, at: Moment) {
  const domain = book.capacities.find(({ code }) => code === capacity)?.domain ?? ''
  if (!domainIsOpen(world, enterprise, domain, at)) return 'domain-closed'
  return capacityIsActive(world, enterprise, capacity, at) ? null : 'capacity-closed'
}

export const domainIsOpen = (world: World, enterprise: string, domain: string, at: Moment): boolean =>
  world.domains.some((one) => one.enterprise === enterprise && one.domain === domain && holds(one, at))

export const capacityIsActive = (world: World, enterprise: string, capacity: string, at: Moment): boolean =>
  world.capacities.some((one) => one.enterprise === enterprise && one.capacity === capacity && holds(one, at))

/** The enterprise knows the person by the name that was typed last: their own, or another. */
export function knowAs(world: World, enterprise: string, person: string, misspelt: boolean): void {
  world.misspelt = world.misspelt.filter((one) => one.enterprise !== enterprise || one.person !== person)
  if (misspelt) world.misspelt.push({ enterprise, person })
}
