import type { Asked } from '../../../test/reference/index.ts'

/** Who is who in every enterprise of the races. */
export const cast = {
  rep: 'p1',
  otherRep: 'p2',
  thirdRep: 'p3',
  chief: 'p4',
  coChief: 'p5',
  otherCoChief: 'p6',
  accessManager: 'p7',
  groupManager: 'p8',
  candidate: 'p9',
  stranger: 'p10',
  user: 'p11',
  standIn: 'p12',
} as const
export const persons: readonly string[] = Object.values(cast)

/** The offices that stand in every enterprise, by the names of their appointments. */
export const offices = {
  chief: { office: 'chief-access-manager', scope: '', person: cast.chief },
  coChief: { office: 'co-chief-access-manager', scope: '', person: cast.coChief },
  otherCoChief: { office: 'co-chief-access-manager', scope: '', person: cast.otherCoChief },
  accessManager: { office: 'access-manager', scope: 'alpha', person: cast.accessManager },
  groupManager: { office: 'group-manager', scope: 'plain', person: cast.groupManager },
} as const
export type OfficeName = keyof typeof offices

/** The seat that a family of races is about, and how it is appointed to. */
export interface Seat {
  readonly holder: OfficeName
  readonly above: string
  readonly appoints: { code: string; domain?: string; capacity?: string }
}

export const seats = {
  chief: { holder: 'chief', above: cast.rep, appoints: { code: 'appoint-chief' } },
  coChief: { holder: 'coChief', above: cast.chief, appoints: { code: 'appoint-co-chief' } },
  accessManager: {
    holder: 'accessManager',
    above: cast.chief,
    appoints: { code: 'appoint-access-manager', domain: 'alpha' },
  },
  groupManager: {
    holder: 'groupManager',
    above: cast.accessManager,
    appoints: { code: 'appoint-group-manager', capacity: 'plain' },
  },
} as const satisfies Record<string, Seat>

export type Step = Omit<Asked, 'enterprise' | 'level' | 'now'>
type Steps = (seat: Seat, day: (days: number) => string) => Step[]

const appointing = ({ above, appoints }: Seat, more: Partial<Step> = {}): Step => ({
  ...appoints,
  actor: above,
  person: cast.candidate,
  ground: 'employee',
  name: 'candidate',
  act: 'appointing',
  ...more,
})
const accepting: Step = { code: 'accept-appointment', actor: cast.candidate, appointment: 'candidate' }
const aboutHolder =
  (code: string, act: string): Steps =>
  ({ above, holder }) => [{ code, actor: above, appointment: holder, act }]
const ofUser = (code: string, act: string, more: Partial<Step> = {}): Step => ({
  code,
  actor: cast.groupManager,
  person: cast.user,
  ...(code.endsWith('-person') ? {} : { capacity: 'plain' }),
  act,
  ...more,
})
const creating = ofUser('create-user', 'creating', { services: [] })
const givingService = ofUser('give-service', 'giving', { service: 'files' })
const proposingStandIn: Steps = ({ holder }, day) => [
  {
    code: 'propose-stand-in',
    actor: offices[holder].person,
    appointment: holder,
    person: cast.standIn,
    until: day(20),
    name: 'standIn',
  },
]
const standingIn: Steps = (seat, day) => [
  ...proposingStandIn(seat, day),
  { code: 'accept-stand-in', actor: cast.standIn, standIn: 'standIn' },
]

/** How an enterprise comes to be as a deed needs it; what is missing here is written down with the offices. */
const situations = {
  holder: {
    suspended: aboutHolder('suspend-appointment', 'suspending'),
    returned: (seat, day) => [
      ...aboutHolder('suspend-appointment', 'suspending')(seat, day),
      ...aboutHolder('resume-appointment', 'resuming')(seat, day),
    ],
    withdrawn: aboutHolder('withdraw-appointment', 'withdrawing'),
    ends: () => [],
    continued: aboutHolder('continue-office', 'continuing'),
    expires: () => [],
    'without ground': () => [],
    none: () => [],
  },
  candidate: {
    waits: (seat) => [appointing(seat)],
    'named otherwise': (seat) => [appointing(seat, { misspelt: true }), accepting],
    'of a later day': (seat, day) => [appointing(seat, { from: day(5) })],
    planned: (seat, day) => [appointing(seat, { from: day(5) }), accepting],
    lapses: () => [],
    proposed: (seat) => [appointing(seat, { name: 'chiefProposal' })],
  },
  standIn: {
    proposed: proposingStandIn,
    active: standingIn,
    granted: (seat, day) => [
      ...standingIn(seat, day),
      { ...creating, actor: cast.standIn, services: ['files'], act: 'granting' },
    ],
    lapses: () => [],
    expires: () => [],
  },
  user: {
    there: () => [creating],
    served: () => [creating, givingService],
    unserved: () => [creating, givingService, ofUser('withdraw-service', 'withdrawing-service', { service: 'files' })],
    ends: (_seat, day) => [{ ...creating, until: day(20) }],
    blocked: () => [creating, ofUser('block-user', 'blocking')],
    'blocked everywhere': () => [creating, ofUser('block-person', 'blocking', { actor: cast.coChief })],
    deleted: () => [creating, ofUser('delete-user', 'deleting')],
  },
  group: {
    closed: () => [{ code: 'close-capacity', actor: cast.chief, capacity: 'plain', act: 'closing-group' }],
  },
  domain: {
    closed: () => [{ code: 'close-domain', actor: cast.chief, domain: 'alpha', act: 'closing-domain' }],
  },
  stop: {
    pressed: () => [{ code: 'press-emergency-stop', actor: cast.rep }],
    'to be lifted': () => [
      { code: 'press-emergency-stop', actor: cast.rep },
      { code: 'lift-emergency-stop', actor: cast.rep, name: 'liftProposal' },
    ],
  },
  register: { bankrupt: () => [] },
  /** The register names representatives who act jointly only. */
  power: { jointly: () => [] },
  account: {
    none: () => [],
    proposed: () => [{ code: 'register-enterprise', actor: cast.rep, name: 'registerProposal' }],
  },
} as const satisfies Record<string, Record<string, Steps>>

type Situations = typeof situations
/** What a deed needs to find; what is not said is as it always is: everybody in office, nobody waiting. */
export type Needs = { readonly [S in keyof Situations]?: keyof Situations[S] }
export type Slot = keyof Situations

/** Both at once; null where they contradict each other. */
export function together(one: Needs, other: Needs): Needs | null {
  for (const slot of Object.keys(one) as Slot[]) if (other[slot] !== undefined && other[slot] !== one[slot]) return null
  return { ...one, ...other }
}

/** The steps to what is needed, what is to be undone last: undoing looks at what came after. */
export function stepsTo(needs: Needs, seat: Seat, day: (days: number) => string, last: readonly Slot[]): Step[] {
  const slots = (Object.keys(situations) as Slot[]).filter((slot) => needs[slot] !== undefined)
  const ordered = [...slots.filter((slot) => !last.includes(slot)), ...slots.filter((slot) => last.includes(slot))]
  return ordered.flatMap((slot) => {
    const of: Readonly<Record<string, Steps>> = situations[slot]
    return of[needs[slot] ?? '']?.(seat, day) ?? []
  })
}

export const describe = (needs: Needs): string =>
  Object.entries(needs)
    .map(([slot, what]) => `${slot} ${what}`)
    .join(', ') || 'everybody in office'
