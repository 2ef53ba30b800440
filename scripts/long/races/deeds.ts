import type { Asked } from '../../../test/reference/index.ts'
import { cast, offices, seats, type Needs, type Seat, type Slot } from './start.ts'

/** One side of a race: what somebody asks, or what time does by itself. */
export interface Deed {
  readonly name: string
  /** The operation, or the deed of time, by which pairs are counted. */
  readonly code: string
  readonly needs: Needs
  /** What it undoes comes last. */
  readonly last?: Slot
  readonly asks: Omit<Asked, 'enterprise' | 'level' | 'now' | 'from' | 'until'> & Days
  /** The deed of time, by what it is about; it asks nothing. */
  readonly byItself?: string
}

/** In how many days something begins or ends. */
interface Days {
  readonly from?: number
  readonly until?: number
}

type Asks = Partial<Deed['asks']>

const does = (name: string, code: string, actor: string, asks: Asks, needs: Needs = {}): Deed => ({
  name,
  code,
  needs,
  asks: { code, actor, ...asks },
})
const undoes = (what: string, actor: string, act: string, slot: Slot, needs: Needs): Deed => ({
  ...does(`${what} is undone`, 'undo', actor, { undoes: act }, needs),
  last: slot,
})
const byItself = (name: string, code: string, about: string, needs: Needs): Deed => ({
  ...does(name, code, '', {}, needs),
  byItself: about,
})

const waits: Needs = { candidate: 'waits' }

/** What happens to every seat: by its holder, its candidate, those above, and time. */
function ofSeat(seat: Seat): Deed[] {
  const { holder, above } = seat
  const sits = offices[holder].person
  const appoints = (name: string, more: Asks = {}, actor = above) =>
    does(name, seat.appoints.code, actor, { ...seat.appoints, person: cast.stranger, ground: 'employee', ...more })
  return [
    does('the holder resigns', 'resign', sits, { appointment: holder }),
    does('the holder is withdrawn', 'withdraw-appointment', above, { appointment: holder }),
    does('the candidate is withdrawn', 'withdraw-appointment', above, { appointment: 'candidate' }, waits),
    does('the candidate accepts', 'accept-appointment', cast.candidate, { appointment: 'candidate' }, waits),
    does(
      'the candidate accepts for a later day',
      'accept-appointment',
      cast.candidate,
      { appointment: 'candidate' },
      {
        candidate: 'of a later day',
      },
    ),
    does('the candidate declines', 'decline-appointment', cast.candidate, { appointment: 'candidate' }, waits),
    does(
      'whoever is to come declines',
      'decline-appointment',
      cast.candidate,
      { appointment: 'candidate' },
      {
        candidate: 'planned',
      },
    ),
    appoints('somebody is appointed'),
    // Co-chiefs need no seat to be emptied.
    ...(holder === 'coChief' ? [] : [appoints('somebody is appointed at once', { immediately: true })]),
    appoints('somebody is appointed from a later day', { from: 5 }),
    does(
      'the name is confirmed',
      'confirm-name',
      above,
      { appointment: 'candidate' },
      { candidate: 'named otherwise' },
    ),
    does('the holder is suspended', 'suspend-appointment', above, { appointment: holder }),
    does('the holder returns', 'resume-appointment', above, { appointment: holder }, { holder: 'suspended' }),
    does('the office goes on', 'continue-office', above, { appointment: holder }, { holder: 'ends' }),
    undoes('appointing', above, 'appointing', 'candidate', waits),
    undoes('withdrawing', above, 'withdrawing', 'holder', { holder: 'withdrawn' }),
    undoes('suspending', above, 'suspending', 'holder', { holder: 'suspended' }),
    undoes('returning', above, 'resuming', 'holder', { holder: 'returned' }),
    undoes('going on', above, 'continuing', 'holder', { holder: 'continued' }),
    byItself('the appointment lapses', 'lapsed', 'candidate', { candidate: 'lapses' }),
    byItself('the term ends', 'expired', holder, { holder: 'expires' }),
    does('the holder proposes a stand-in', 'propose-stand-in', sits, {
      appointment: holder,
      person: cast.standIn,
      until: 20,
    }),
  ]
}

const presses = does('a representative stops everything', 'press-emergency-stop', cast.rep, {})
const lifts = does('the stop is lifted', 'lift-emergency-stop', cast.otherRep, {}, { stop: 'pressed' })

const chief: Deed[] = [
  ...ofSeat(seats.chief),
  ...[cast.rep, cast.otherRep].map((person) =>
    does(`representative ${person} appoints themselves`, 'appoint-chief', person, { person, ground: 'employee' }),
  ),
  does('another representative appoints a co-chief', 'appoint-chief', cast.otherRep, {
    person: cast.coChief,
    ground: 'employee',
  }),
  does(
    'a representative confirms the chief',
    'confirm-chief',
    cast.otherRep,
    { appointment: 'chief' },
    {
      holder: 'without ground',
    },
  ),
  does('a representative confirms what was before', 'confirm-earlier-rights', cast.rep, {}, { register: 'bankrupt' }),
  does('the chief’s address is changed', 'change-contact', cast.rep, { appointment: 'chief' }),
  does('the chief appoints a co-chief', 'appoint-co-chief', cast.chief, { person: cast.stranger, ground: 'employee' }),
  presses,
  lifts,
]

const ofChief = { proposal: 'chiefProposal' }
const ofLifting = { proposal: 'liftProposal' }
const ofRegistration = { proposal: 'registerProposal' }
const jointly: Needs = { power: 'jointly', candidate: 'proposed' }
const lifting: Needs = { power: 'jointly', stop: 'to be lifted' }
const registering: Needs = { power: 'jointly', account: 'proposed' }

const proposals: Deed[] = [
  ...[cast.otherRep, cast.thirdRep].map((actor) =>
    does(`representative ${actor} confirms the chief`, 'confirm-chief-proposal', actor, ofChief, jointly),
  ),
  ...[cast.otherRep, cast.thirdRep].map((actor) =>
    does(`representative ${actor} confirms the lifting`, 'confirm-proposal', actor, ofLifting, lifting),
  ),
  ...[cast.rep, cast.thirdRep].map((actor) =>
    does(`representative ${actor} withdraws the proposal`, 'withdraw-proposal', actor, ofChief, jointly),
  ),
  does('the proposed lifting is withdrawn', 'withdraw-proposal', cast.rep, ofLifting, lifting),
  does(
    'another one proposes a chief',
    'appoint-chief',
    cast.otherRep,
    { person: cast.stranger, ground: 'employee' },
    {
      power: 'jointly',
    },
  ),
  does(
    'another one proposes the lifting',
    'lift-emergency-stop',
    cast.otherRep,
    {},
    {
      power: 'jointly',
      stop: 'pressed',
    },
  ),
  does('a representative stops everything', 'press-emergency-stop', cast.thirdRep, {}, { power: 'jointly' }),
  does('the chief resigns', 'resign', cast.chief, { appointment: 'chief' }),
  does('the chief is withdrawn', 'withdraw-appointment', cast.thirdRep, { appointment: 'chief' }),
]

const registration: Deed[] = [
  ...[cast.rep, cast.otherRep].map((actor) =>
    does(`representative ${actor} registers`, 'register-enterprise', actor, {}, { account: 'none' }),
  ),
  does(
    'a representative proposes to register',
    'register-enterprise',
    cast.otherRep,
    {},
    {
      account: 'none',
      power: 'jointly',
    },
  ),
  ...[cast.otherRep, cast.thirdRep].map((actor) =>
    does(`representative ${actor} confirms the registration`, 'confirm-proposal', actor, ofRegistration, registering),
  ),
  does('the proposed registration is withdrawn', 'withdraw-proposal', cast.rep, ofRegistration, registering),
  does(
    'a representative appoints themselves',
    'appoint-chief',
    cast.rep,
    { person: cast.rep, ground: 'employee' },
    {
      account: 'none',
    },
  ),
  does('a representative stops everything', 'press-emergency-stop', cast.rep, {}, { account: 'none' }),
]

const byTheChief = does('the chief looks at the office', 'confirm-office', cast.chief, { appointment: 'accessManager' })
const domainCloses = does('the domain closes', 'close-domain', cast.chief, { domain: 'alpha' })

const accessManager: Deed[] = [
  ...ofSeat(seats.accessManager),
  does('a co-chief appoints', 'appoint-access-manager', cast.coChief, {
    person: cast.otherCoChief,
    ground: 'employee',
    domain: 'alpha',
  }),
  byTheChief,
  domainCloses,
  does('the domain opens', 'activate-domain', cast.coChief, { domain: 'alpha' }, { domain: 'closed' }),
  undoes('closing the domain', cast.chief, 'closing-domain', 'domain', { domain: 'closed' }),
  does('the chief resigns', 'resign', cast.chief, { appointment: 'chief' }),
  presses,
]

/** What a seat below shares with the ones above is raced there. */
const common = new Set([
  'resign',
  'withdraw-appointment',
  'accept-appointment',
  'decline-appointment',
  'suspend-appointment',
  'resume-appointment',
  'undo',
])
const commonOf = (seat: Seat): Deed[] =>
  ofSeat(seat).filter(({ code }) => common.has(code) || code === seat.appoints.code)

const coChief: Deed[] = [
  ...commonOf(seats.coChief),
  does('the chief resigns', 'resign', cast.chief, { appointment: 'chief' }),
  does('a representative withdraws the chief', 'withdraw-appointment', cast.rep, { appointment: 'chief' }),
]

const groupManager: Deed[] = [
  ...commonOf(seats.groupManager),
  does('a co-chief appoints', 'appoint-group-manager', cast.coChief, {
    person: cast.otherCoChief,
    ground: 'employee',
    capacity: 'plain',
  }),
  does('the group closes', 'close-capacity', cast.chief, { capacity: 'plain' }),
  does('the group opens', 'activate-capacity', cast.coChief, { capacity: 'plain' }, { group: 'closed' }),
  does('the access manager resigns', 'resign', cast.accessManager, { appointment: 'accessManager' }),
]

const standIn: Deed[] = [
  does('the holder proposes a stand-in', 'propose-stand-in', cast.chief, {
    appointment: 'chief',
    person: cast.standIn,
    until: 20,
  }),
  does('the stand-in accepts', 'accept-stand-in', cast.standIn, { standIn: 'standIn' }, { standIn: 'proposed' }),
  does('the stand-in declines', 'decline-stand-in', cast.standIn, { standIn: 'standIn' }, { standIn: 'proposed' }),
  ...[cast.chief, cast.standIn, cast.rep].map((actor) =>
    does(`${actor} ends it`, 'end-stand-in', actor, { standIn: 'standIn' }, { standIn: 'active' }),
  ),
  does(
    'the holder keeps what was granted',
    'keep-grants-of-stand-in',
    cast.chief,
    { standIn: 'standIn' },
    {
      standIn: 'granted',
    },
  ),
  does(
    'the stand-in creates a user',
    'create-user',
    cast.standIn,
    {
      person: cast.user,
      capacity: 'plain',
      services: ['files'],
    },
    { standIn: 'active' },
  ),
  undoes('granting', cast.standIn, 'granting', 'standIn', { standIn: 'granted' }),
  does('the chief resigns', 'resign', cast.chief, { appointment: 'chief' }),
  does('the chief is withdrawn', 'withdraw-appointment', cast.rep, { appointment: 'chief' }),
  does('the chief is suspended', 'suspend-appointment', cast.rep, { appointment: 'chief' }),
  does('the next chief accepts', 'accept-appointment', cast.candidate, { appointment: 'candidate' }, waits),
  does('a representative takes the seat', 'appoint-chief', cast.otherRep, {
    person: cast.otherRep,
    ground: 'employee',
  }),
  byItself('the stand-in’s time is over', 'stand-in-over', 'standIn', { standIn: 'expires' }),
  byItself('nobody answered the proposal', 'stand-in-lapsed', 'standIn', { standIn: 'lapses' }),
]

const ofUser = (name: string, code: string, more: Asks, needs: Needs = {}, actor: string = cast.groupManager): Deed =>
  does(
    name,
    code,
    actor,
    { person: cast.user, ...(code.endsWith('-person') ? {} : { capacity: 'plain' }), ...more },
    needs,
  )

const users: Deed[] = [
  ...[cast.groupManager, cast.coChief].map((actor) =>
    ofUser(`${actor} creates the user`, 'create-user', { services: ['files'] }, {}, actor),
  ),
  ...[cast.groupManager, cast.accessManager].map((actor) =>
    ofUser(`${actor} deletes the user`, 'delete-user', {}, { user: 'there' }, actor),
  ),
  ofUser('the user is blocked', 'block-user', {}, { user: 'there' }),
  ofUser('the block is lifted', 'unblock-user', {}, { user: 'blocked' }),
  ofUser('the person is blocked', 'block-person', {}, { user: 'there' }, cast.coChief),
  ofUser('the person’s block is lifted', 'unblock-person', {}, { user: 'blocked everywhere' }, cast.chief),
  ofUser('a service is given', 'give-service', { service: 'files' }, { user: 'there' }),
  ofUser('the service is withdrawn', 'withdraw-service', { service: 'files' }, { user: 'served' }),
  ofUser('the membership goes on', 'continue-user', {}, { user: 'ends' }),
  ofUser('the chief looks at the user', 'confirm-user', {}, { user: 'there' }, cast.chief),
  undoes('creating', cast.groupManager, 'creating', 'user', { user: 'there' }),
  undoes('deleting', cast.groupManager, 'deleting', 'user', { user: 'deleted' }),
  undoes('giving', cast.groupManager, 'giving', 'user', { user: 'served' }),
  undoes('withdrawing a service', cast.groupManager, 'withdrawing-service', 'user', { user: 'unserved' }),
  undoes('blocking', cast.groupManager, 'blocking', 'user', { user: 'blocked' }),
  does('the group closes', 'close-capacity', cast.chief, { capacity: 'plain' }),
  does('the group opens', 'activate-capacity', cast.coChief, { capacity: 'plain' }, { group: 'closed' }),
  domainCloses,
  does('the group manager resigns', 'resign', cast.groupManager, { appointment: 'groupManager' }),
  does('the group manager is withdrawn', 'withdraw-appointment', cast.chief, { appointment: 'groupManager' }),
  presses,
]

export interface Family {
  readonly seat: Seat
  readonly deeds: readonly Deed[]
}

/** Everything that may happen to one seat, or to a user’s place, at once. */
export const families: Readonly<Record<string, Family>> = {
  'the chief’s seat': { seat: seats.chief, deeds: chief },
  'a co-chief’s seat': { seat: seats.coChief, deeds: coChief },
  'an access manager’s seat': { seat: seats.accessManager, deeds: accessManager },
  'a group manager’s seat': { seat: seats.groupManager, deeds: groupManager },
  'a stand-in': { seat: seats.chief, deeds: standIn },
  'a joint proposal': { seat: seats.chief, deeds: proposals },
  'the registration': { seat: seats.chief, deeds: registration },
  'a user’s place': { seat: seats.groupManager, deeds: users },
}
