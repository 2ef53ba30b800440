import { group, managerOf, no, type Asked, type Case, type Refusal, type Verdict } from './case.ts'
import { givesToThemselves, mayLift, obstacle } from './access-rules.ts'
import * as enterpriseRules from './enterprise-rules.ts'
import { fallenSince, isAbove } from './office-rules.ts'
import { end, holds, holdsOrWill } from './words.ts'
import type { Appointment, Book, Moment, Period, StandIn, World } from './words.ts'

// Whoever did something may put it back within ten minutes, when nothing else has happened to it or rests on it.

const tenMinutes = 10 * 60_000

const lists = ['domains', 'capacities', 'appointments', 'standIns', 'memberships', 'authorisations', 'blocks'] as const
type List = (typeof lists)[number]
type Row = Period & {
  enterprise: string
  person?: string
  capacity?: string
  domain?: string
  service?: string
  standIn?: string
}

/** What became of one row: until when it held before ('nothing': it was not there) and after ('gone': it is not there). */
interface Change {
  list: List
  row: Row
  key: string
  was: Moment | null | 'nothing'
  is: Moment | null | 'gone'
}

/** Something that was done. */
export interface Act {
  name: string
  asked: Asked
  changes: Change[]
  /** It made some difference, here or elsewhere. */
  changed: boolean
  activated: boolean
  /** It registered the enterprise, which made the chief's seat vacant. */
  registered: boolean
  undone: boolean
}

const keys = new WeakMap<object, string>()
let lastKey = 0

/** What a row is a stretch of. */
function keyOf(list: List, row: Row): string {
  if (list === 'appointments') return `appointment ${(row as Appointment).id}`
  if (list === 'standIns') return `stand-in ${(row as StandIn).id}`
  const key = keys.get(row) ?? `${list} ${++lastKey}`
  keys.set(row, key)
  return key
}

const rowsOf = (world: World, list: List): Row[] => world[list]
const ofEnterprise = (world: World, enterprise: string, list: List): Row[] =>
  rowsOf(world, list).filter((one) => one.enterprise === enterprise)

const isActivated = (world: World, enterprise: string): boolean =>
  world.accounts.some((one) => one.enterprise === enterprise && one.active)

/** Everything else that an act may change. */
const elsewhere = ({ stops, proposals, accounts }: World): string =>
  JSON.stringify([stops, proposals, accounts.map(({ active }) => active)])

/** Does it, and remembers what it did. */
export function remembered(world: World, asked: Asked, doIt: () => void): () => void {
  return () => {
    const { enterprise } = asked
    const before = new Map(
      lists.map((list) => [list, new Map(ofEnterprise(world, enterprise, list).map((row) => [row, row.until]))]),
    )
    const asStandIn = new Map(lists.flatMap((list) => rowsOf(world, list)).map((row) => [row, row.standIn]))
    const other = elsewhere(world)
    const active = isActivated(world, enterprise)
    const accounts = world.accounts.length
    doIt()
    const changes = lists.flatMap((list): Change[] => {
      const had = before.get(list) ?? new Map<Row, Moment | null>()
      const has = ofEnterprise(world, enterprise, list)
      return [
        ...has
          .filter((row) => !had.has(row) || had.get(row) !== row.until || asStandIn.get(row) !== row.standIn)
          .map((row): Change => {
            const was = had.get(row)
            return { list, row, key: keyOf(list, row), was: was === undefined ? 'nothing' : was, is: row.until }
          }),
        ...[...had]
          .filter(([row]) => !has.includes(row))
          .map(([row, was]): Change => ({ list, row, key: keyOf(list, row), was, is: 'gone' })),
      ]
    })
    world.acts.push({
      name: asked.act ?? '',
      asked,
      changes,
      changed: changes.length > 0 || other !== elsewhere(world),
      registered: world.accounts.length > accounts,
      activated: !active && isActivated(world, enterprise),
      undone: false,
    })
  }
}

const ofOffice = [
  'appoint-chief',
  'confirm-chief-proposal',
  'appoint-co-chief',
  'appoint-access-manager',
  'appoint-group-manager',
  'withdraw-appointment',
  'suspend-appointment',
  'resume-appointment',
  'continue-office',
]
const ofGroups = ['activate-domain', 'close-domain', 'activate-capacity', 'close-capacity']
const ofUsers = [
  'create-user',
  'give-service',
  'withdraw-service',
  'delete-user',
  'block-user',
  'unblock-user',
  'block-person',
  'unblock-person',
  'continue-user',
]

/** The act that somebody wants to undo, when it is theirs and of a kind that is undone. */
export function actToUndo({ acts }: World, asked: Asked): Act | Refusal {
  const act = acts.find(
    (one) => one.name === asked.undoes && one.asked.enterprise === asked.enterprise && one.asked.actor === asked.actor,
  )
  if (!act) return no('act-unknown')
  const { code } = act.asked
  // What was only proposed has its own withdrawing.
  const proposed = code === 'appoint-chief' && act.changes.length === 0
  return [...ofOffice, ...ofGroups, ...ofUsers].includes(code) && !proposed ? act : no('not-undoable')
}

const goesOn = (until: Moment | null | 'nothing' | 'gone', now: Moment): boolean =>
  until === null || (typeof until === 'number' && until > now)

const returning = (act: Act, now: Moment): Change[] => act.changes.filter(({ was }) => goesOn(was, now))
const ending = (act: Act, now: Moment): Change[] => act.changes.filter(({ is }) => goesOn(is, now))

/** Putting it back gives somebody something. */
export const givesBack = (act: Act, now: Moment): boolean =>
  returning(act, now).some(({ list }) => list !== 'blocks') || ending(act, now).some(({ list }) => list === 'blocks')

/** Where a row is: a domain, a group in it, a user of it, a service of theirs; or a seat. */
function placeOf(book: Book, { list, row }: Change): string[] {
  const domainOf = (capacity = '') => book.capacities.find(({ code }) => code === capacity)?.domain ?? ''
  if (list === 'appointments') {
    const { office, scope, person } = row as Appointment
    if (office === 'access-manager') return [scope, office]
    if (office === 'group-manager') return [domainOf(scope), scope, office]
    return office === 'co-chief-access-manager' ? ['', office, person] : ['', office]
  }
  if (list === 'domains') return [row.domain ?? '']
  const inGroup = [domainOf(row.capacity), row.capacity ?? '']
  if (list === 'capacities') return inGroup
  return [...inGroup, row.person ?? '', ...(list === 'authorisations' ? [row.service ?? ''] : [])]
}

const within = (inner: string[], outer: string[]): boolean => outer.every((part, index) => inner[index] === part)

/** The widest places that an act changed. */
function placesOf(book: Book, { asked, changes }: Act): string[][] {
  // What goes or is kept with a stand-in has no place of its own.
  if (asked.code.endsWith('-stand-in')) return []
  const seats = changes.filter(({ list }) => list === 'appointments' || list === 'domains')
  const all = (seats.length > 0 ? seats : changes).map((change) => placeOf(book, change))
  return all.filter((one) => !all.some((other) => other.length < one.length && within(one, other)))
}

const fillsChiefSeat = ({ changes }: Act): boolean =>
  changes.some(({ row, was }) => {
    const { office, state } = row as Appointment
    return office === 'chief-access-manager' && state === 'active' && was === 'nothing'
  })

/** What it did is not as it was left, or somebody did something to it, in it, or by it. */
function isActedOn({ book, world, asked }: Case, act: Act): boolean {
  const touched = new Map(act.changes.map(({ key, list }) => [key, list]))
  for (const [key, list] of touched) {
    const now = rowsOf(world, list).filter((row) => keyOf(list, row) === key)
    const left = act.changes.filter((one) => one.key === key)
    if (left.some(({ row, is }) => (is === 'gone' ? now.includes(row) : !now.includes(row) || row.until !== is)))
      return true
    const known = new Set(act.changes.map(({ row }) => row))
    if (now.some((row) => !known.has(row) && row.from > act.asked.now)) return true
  }
  const isInOffice = ({ list, row }: Act['changes'][number]) =>
    list === 'appointments' && (row as Appointment).state === 'active' && holds(row, asked.now)
  const inOffice = new Set(act.changes.filter(isInOffice).map(({ row }) => row.person))
  const places = placesOf(book, act)
  return world.acts.some((later) => {
    if (later === act || later.asked.enterprise !== asked.enterprise || later.asked.now < act.asked.now) return false
    if (!later.changed) return false
    // Of the same millisecond: what stood in the seat before cannot be told.
    if (later.registered && fillsChiefSeat(act)) return true
    if (later.changes.some(({ key }) => touched.has(key)) || inOffice.has(later.asked.actor)) return true
    return placesOf(book, later).some((inner) => places.some((outer) => within(inner, outer)))
  })
}

/** Undoing, once it is known whose act it is and whether it gives. */
export function undo(it: Case, act: Act): Verdict {
  const { now } = it.asked
  if (act.undone) return no('already-undone')
  if (now > act.asked.now + tenMinutes) return no('undo-too-late')
  if (isActedOn(it, act)) return no('acted-on-since')
  const { code } = act.asked
  const against = ofOffice.includes(code)
    ? againstOffice(it, act)
    : ofGroups.includes(code)
      ? againstGroups(it, act)
      : againstUsers(it, act)
  return against ?? (() => putBack(it.world, act, now))
}

function againstOffice(it: Case, act: Act): Refusal | null {
  const { book, asked, representations } = it
  const seat = act.changes.find(({ list }) => list === 'appointments')?.row as Appointment
  const by = book.offices.find(({ office }) => office === seat.office)?.withdrawnBy ?? []
  if (!isAbove(it, seat, ['legal-representative', ...by])) return no('outside-your-scope')
  for (const { list, row } of returning(act, asked.now)) {
    if (list !== 'appointments') continue
    const one = row as Appointment
    const asRepresentative = one.office === 'chief-access-manager' && representations.length > 0
    if (one.person === asked.actor && !asRepresentative) return no('self-appointment')
    const fallen = fallenSince(it, one, asked.now)
    if (fallen && 'reason' in fallen) return fallen
  }
  return null
}

function againstGroups(it: Case, act: Act): Refusal | null {
  if (managerOf(it, {}) === null) return no('outside-your-scope')
  for (const { list, row } of returning(act, it.asked.now)) {
    const { domain = '', capacity = '' } = row
    const verdict =
      list === 'domains'
        ? enterpriseRules.openDomain({ ...it, asked: { ...it.asked, domain } })
        : enterpriseRules.activateCapacity({ ...it, asked: { ...it.asked, capacity } })
    if (typeof verdict !== 'function') return verdict
  }
  return null
}

function againstUsers(it: Case, act: Act): Refusal | null {
  const { world, asked } = it
  const { capacity = '', person = '' } = act.asked
  const about = { ...it, asked: { ...asked, capacity, person } }
  const manages = capacity === '' ? { rank: managerOf(it, {}) } : group(about)
  if ('reason' in manages) return manages
  const { rank } = manages
  if (rank === null) return no('outside-your-scope')
  const back = returning(act, asked.now)
  const given = back
    .filter(({ list }) => list === 'authorisations')
    .map(({ row }) => row as World['authorisations'][number])
  const members = back.filter(({ list }) => list === 'memberships').map(({ row }) => row)
  if (given.length + members.length > 0) {
    const against = obstacle(
      about,
      given.map(({ service }) => service),
    )
    if (against) return against
    if (givesToThemselves(about)) return no('ground-lost')
    for (const { membership } of given) {
      if (members.includes(membership)) continue
      if (!stretch(world, membership, asked.now)) return no('user-unknown')
    }
    const outlasts = back.some(({ row: { standIn }, was }) => {
      const own = standIn === undefined ? [] : world.standIns.filter(({ id }) => id === standIn)
      return standIn !== undefined && !own.some(({ until }) => typeof was === 'number' && was <= (until ?? Infinity))
    })
    if (outlasts) return no('stand-in-unknown')
  }
  for (const { row } of ending(act, asked.now).filter(({ list }) => list === 'blocks'))
    if (!mayLift(rank, (row as World['blocks'][number]).by)) return no('blocked-by-higher-office')
  if (members.length > 0 || !back.some(({ list }) => list === 'blocks')) return null
  const ofThem = (one: Row) =>
    one.enterprise === asked.enterprise && one.person === person && holdsOrWill(one, asked.now)
  const users =
    capacity === ''
      ? [...world.memberships, ...world.roles]
      : world.memberships.filter((one) => one.capacity === capacity)
  if (!users.some(ofThem)) return no('user-unknown')
  return world.blocks.some((one) => one.capacity === capacity && ofThem(one)) ? no('already-blocked') : null
}

/** The stretch of the same membership that holds now or later. */
const stretch = (world: World, membership: World['memberships'][number], now: Moment) =>
  world.memberships.find(
    (one) => keyOf('memberships', one) === keyOf('memberships', membership) && holdsOrWill(one, now),
  )

/** When it was given: giving it back does not make it new. */
const writtenOf = (row: { from: Moment; written?: Moment; made?: Moment; id?: string }): Moment =>
  row.written ?? (row.id === undefined ? row.made : undefined) ?? row.from

/** From now on all is as it was before; what was so in between stays so. */
function putBack(world: World, act: Act, now: Moment): void {
  const back = returning(act, now)
  for (const { list, row } of ending(act, now)) end(rowsOf(world, list), row, now)
  const order = (one: Change) => (one.list === 'authorisations' ? 1 : 0)
  for (const { list, row, key, was } of back.toSorted((a, b) => order(a) - order(b))) {
    const again = { ...row, from: Math.max(row.from, now), until: was as Moment | null, written: writtenOf(row) }
    keys.set(again, key)
    if (list === 'authorisations') {
      const given = again as World['authorisations'][number]
      given.membership = stretch(world, given.membership, now) ?? given.membership
    }
    for (const one of world.confirmations) if (one.of === row) world.confirmations.push({ ...one, of: again as never })
    rowsOf(world, list).push(again)
  }
  const account = world.accounts.find(({ enterprise }) => enterprise === act.asked.enterprise)
  if (act.activated && account) account.active = false
  act.undone = true
}
