import { recordEntry } from '#audit'
import { factWriter, inTransaction, type AppointmentState, type OfficeCode, type Store } from '#database'
import { instant } from '#kernel'
import { emptyWorld, type Asked, type World } from '../../../test/reference/index.ts'
import { enterpriseId, personId, uuid, writeGiven } from '../../../test/histories/product.ts'

/** Everything was so since yesterday; the races are run now. */
const yesterday = Date.UTC(2026, 10, 20)

/** Who is who in every enterprise of the races. */
const cast = {
  rep: 'p0',
  otherRep: 'p1',
  chief: 'p2',
  coChief: 'p3',
  otherCoChief: 'p4',
  waitingChief: 'p5',
  stranger: 'p6',
  accessManager: 'p7',
  waitingAccessManager: 'p8',
  groupManager: 'p9',
  waitingGroupManager: 'p10',
} as const
export const persons: readonly string[] = Object.values(cast)

type Seat = { office: OfficeCode; scope: string; state: 'active' | 'waiting' }

const seats = {
  chief: { office: 'chief-access-manager', scope: '', state: 'active' },
  coChief: { office: 'co-chief-access-manager', scope: '', state: 'active' },
  otherCoChief: { office: 'co-chief-access-manager', scope: '', state: 'active' },
  waitingChief: { office: 'chief-access-manager', scope: '', state: 'waiting' },
  accessManager: { office: 'access-manager', scope: 'alpha', state: 'active' },
  waitingAccessManager: { office: 'access-manager', scope: 'alpha', state: 'waiting' },
  groupManager: { office: 'group-manager', scope: 'plain', state: 'active' },
  waitingGroupManager: { office: 'group-manager', scope: 'plain', state: 'waiting' },
} as const satisfies Record<string, Seat>
export type SeatName = keyof typeof seats
const seatNames = Object.keys(seats) as SeatName[]

/** The reference's name of an appointment, which is the product's id too. */
const appointmentOf = (number: number, seat: SeatName): string => `a${number * 10 + seatNames.indexOf(seat)}`

/** What stands in an enterprise before its race: everybody in office, and one candidate for each seat or none. */
export interface Start {
  readonly number: number
  readonly candidates: boolean
}

const standingSeats = ({ candidates }: Start) =>
  seatNames.filter((name) => candidates || seats[name].state === 'active').map((name) => ({ name, ...seats[name] }))

/** The same world in the reference. */
export function referenceWorld(start: Start): World {
  const enterprise = `e${start.number}`
  const since = { enterprise, from: yesterday, until: null }
  return {
    ...emptyWorld(),
    records: [{ ...since, ceased: false, situation: 'normal', legalForm: 'company', rszNumber: true }],
    representations: [cast.rep, cast.otherRep].map((person) => ({
      ...since,
      person,
      function: 'director',
      jointly: false,
    })),
    accounts: [{ enterprise, active: true }],
    domains: [{ ...since, domain: 'alpha' }],
    capacities: [{ ...since, capacity: 'plain' }],
    appointments: standingSeats(start).map(({ name, office, scope, state }) => ({
      ...since,
      id: appointmentOf(start.number, name),
      office,
      scope,
      state,
      person: cast[name],
      term: null,
      by: cast.rep,
      made: yesterday,
    })),
  }
}

/** Registered enterprises with everybody in office, in one transaction. */
export async function prepare(
  store: Store,
  starts: readonly Start[],
  { newId, random }: { newId: () => string; random: (size: number) => Uint8Array },
): Promise<void> {
  const now = instant(yesterday)
  await inTransaction(store, async (trx) => {
    const facts = factWriter(trx, { now, newId })
    const open = { from: now, until: null }
    const ids = starts.map(({ number }) => ({ id: enterpriseId(`e${number}`), created_at: now }))
    await trx.insertInto('enterprise').values(ids).execute()
    for (const start of starts) {
      const { records, representations } = referenceWorld(start)
      for (const record of records) await writeGiven(facts, { what: 'record', ...record }, new Map())
      for (const { jointly: _jointly, ...held } of representations)
        await writeGiven(facts, { what: 'representation', ...held, power: 'alone' }, new Map())
      const of = { enterprise_id: enterpriseId(`e${start.number}`) }
      const by = { by_person: personId(cast.rep), by_basis: uuid('x0') }
      await facts.record('account', { ...of, state: 'active', ebox: true, ...by }, open)
      await facts.record('domain_activation', { ...of, domain: 'alpha', ...by }, open)
      await facts.record('capacity_activation', { ...of, domain: 'alpha', capacity: 'plain', ...by }, open)
      for (const { name, office, scope, state } of standingSeats(start)) {
        const given: AppointmentState = state === 'waiting' ? 'awaiting-activation' : state
        const told = { office, scope, person_id: personId(cast[name]), state: given, ground: 'employee' as const }
        const body = { ...of, ...told, term_until: null, waits_for: null, begins_at: null, ...by }
        await facts.record('appointment', body, open, uuid(appointmentOf(start.number, name)))
      }
    }
    await recordEntry(trx, { event: 'facts-set', via: 'cli', facts: [], details: {} }, { now, newId, random })
  })
}

/** One side of a race: what somebody asks. `needs`: only where candidates wait. */
export interface Deed {
  readonly name: string
  readonly needs?: 'candidates'
  asks(number: number): Pick<Asked, 'code' | 'actor'> & Partial<Asked>
}

const on = (name: string, code: string, actor: string, seat: SeatName): Deed => ({
  name,
  ...(seats[seat].state === 'waiting' ? { needs: 'candidates' } : {}),
  asks: (number) => ({ code, actor, appointment: appointmentOf(number, seat) }),
})
const appoints = (name: string, actor: string, person: string, more: Partial<Asked> = {}): Deed => ({
  name,
  asks: (number) => ({
    code: 'appoint-chief',
    actor,
    person,
    ground: 'employee',
    name: `a${number}-${actor}`,
    ...more,
  }),
})

const ofSeat = (seat: SeatName, waiting: SeatName, by: string): Deed[] => [
  on('the holder resigns', 'resign', cast[seat], seat),
  on('the holder is withdrawn', 'withdraw-appointment', by, seat),
  on('the candidate accepts', 'accept-appointment', cast[waiting], waiting),
  on('the candidate declines', 'decline-appointment', cast[waiting], waiting),
  on('the candidate is withdrawn', 'withdraw-appointment', by, waiting),
]

/** Everything that may happen to one seat at once, by the office. */
export const deeds: Readonly<Record<string, readonly Deed[]>> = {
  'the chief’s seat': [
    ...ofSeat('chief', 'waitingChief', cast.rep),
    appoints('a representative appoints', cast.rep, cast.stranger),
    appoints('another representative appoints somebody else', cast.otherRep, cast.coChief),
    appoints('a representative appoints themselves', cast.rep, cast.rep),
    appoints('another representative appoints themselves', cast.otherRep, cast.otherRep),
    { name: 'a representative stops everything', asks: () => ({ code: 'press-emergency-stop', actor: cast.rep }) },
    on('a co-chief resigns', 'resign', cast.coChief, 'coChief'),
    on('the chief withdraws a co-chief', 'withdraw-appointment', cast.chief, 'otherCoChief'),
    appoints('the chief appoints a co-chief', cast.chief, cast.stranger, { code: 'appoint-co-chief' }),
  ],
  'an access manager’s seat': [
    ...ofSeat('accessManager', 'waitingAccessManager', cast.coChief),
    ...[cast.chief, cast.coChief].map((actor) =>
      appoints(`${actor === cast.chief ? 'the chief' : 'a co-chief'} appoints`, actor, cast.stranger, {
        code: 'appoint-access-manager',
        domain: 'alpha',
      }),
    ),
    { name: 'the domain closes', asks: () => ({ code: 'close-domain', actor: cast.chief, domain: 'alpha' }) },
    on('the chief who appoints resigns', 'resign', cast.chief, 'chief'),
  ],
  'a group manager’s seat': [
    ...ofSeat('groupManager', 'waitingGroupManager', cast.accessManager),
    ...[cast.accessManager, cast.coChief].map((actor) =>
      appoints(`${actor === cast.coChief ? 'a co-chief' : 'the access manager'} appoints`, actor, cast.stranger, {
        code: 'appoint-group-manager',
        capacity: 'plain',
      }),
    ),
    { name: 'the group closes', asks: () => ({ code: 'close-capacity', actor: cast.chief, capacity: 'plain' }) },
    on('the access manager resigns', 'resign', cast.accessManager, 'accessManager'),
  ],
}
