// The readable reference: what product.md says, said again as plainly as possible. It imports nothing of the product,
// is never fast, and keeps its whole world in arrays.

import type { Act } from './undo-rules.ts'

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
  /** Situations in which what was given before waits for a representative's word. */
  situationsThatHoldBack: string[]
  offices: { office: Office; appointedBy: Rank[]; withdrawnBy: Rank[]; activationLevel: number }[]
}

type OfEnterprise = Period & { enterprise: string }
type OfPerson = OfEnterprise & { person: string }

/** Who gave it, and when. */
interface Given {
  by: string
  made: Moment
}

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
  /** When it was written down, where that was before it begins. */
  written?: Moment
} & Given
/** What somebody proposed who represents an enterprise only jointly, as they asked it. */
export type Proposal = OfEnterprise & {
  id: string
  what: 'register' | 'lift-stop' | 'appoint-chief'
  by: string
  body: object
}
/** What an agent of the desk proposed: a recognition, or with capacity '' the lifting of the stop. */
export type DeskProposal = OfEnterprise & { capacity: string; by: string }
/** One stretch of somebody standing in for the holder of an office. */
export type StandIn = OfPerson & {
  id: string
  /** The appointment. */
  of: string
  holder: string
  state: 'proposed' | 'accepted' | 'active'
  begins: Moment
  ends: Moment
}
/** `standIn`: as whose stand-in somebody gave it, with whom it ends. */
interface ByStandIn {
  standIn?: string
}
export type Membership = OfPerson &
  Given & { /** When it was written down last, where that was after it was given. */ written?: Moment } & ByStandIn & {
    capacity: string
  }

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
  standIns: StandIn[]
  proposals: Proposal[]
  deskProposals: DeskProposal[]
  /** What the desk recognised: for ever, so far. */
  recognitions: { enterprise: string; capacity: string }[]
  memberships: Membership[]
  authorisations: (OfPerson &
    ByStandIn & { capacity: string; service: string; membership: Membership; written?: Moment })[]
  /** capacity '' blocks in all groups. */
  blocks: (OfPerson & { capacity: string; by: Rank })[]
  roles: (OfPerson & { role: string; context: string; stopped: boolean; written?: Moment })[]
  /** Whoever represents an enterprise said then that what was given before its situation stands. */
  situationsConfirmed: { enterprise: string; at: Moment }[]
  /** What a chief let stand of what was given before: an appointment by its id, or a membership. */
  confirmations: { chief: string; of: string | Membership }[]
  /** Whom an enterprise knows by a name that is not theirs, as it was typed last. */
  misspelt: { enterprise: string; person: string }[]
  /** What was done, in its order. */
  acts: Act[]
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
    standIns: [],
    proposals: [],
    deskProposals: [],
    recognitions: [],
    memberships: [],
    authorisations: [],
    blocks: [],
    roles: [],
    situationsConfirmed: [],
    confirmations: [],
    misspelt: [],
    acts: [],
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

/** A stand-in goes, and with them what they granted and nobody kept; what others gave within that, too. */
export function endStandIn(world: World, id: string, at: Moment): void {
  for (const one of world.standIns.filter((stretch) => stretch.id === id)) end(world.standIns, one, at)
  const users = world.memberships.filter(({ standIn }) => standIn === id)
  const services = world.authorisations.filter(
    ({ standIn, membership }) => standIn === id || users.includes(membership),
  )
  for (const one of services) end(world.authorisations, one, at)
  for (const one of users) end(world.memberships, one, at)
}

/** Nobody stands in for whoever is gone. */
export function endStandInsOf(world: World, appointment: string, at: Moment): void {
  const all = world.standIns.filter((one) => one.of === appointment && holdsOrWill(one, at))
  for (const id of new Set(all.map((one) => one.id))) endStandIn(world, id, at)
}

/** The offices as somebody exercises them for their holders: while both the standing in and the office last. */
export function stoodInBy(world: World, enterprise: string, person: string): (Appointment & { standIn: string })[] {
  return world.standIns
    .filter((one) => one.enterprise === enterprise && one.person === person && one.state === 'active')
    .flatMap((one) =>
      world.appointments
        .filter(({ id }) => id === one.of)
        .map((office) => {
          const ends = [one.until, office.until].filter((until) => until !== null)
          const span = { from: Math.max(one.from, office.from), until: ends.length === 0 ? null : Math.min(...ends) }
          return { ...office, ...span, person, standIn: one.id, written: office.written ?? office.from }
        })
        .filter(({ from, until }) => until === null || from < until),
    )
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
