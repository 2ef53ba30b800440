import { managerOf, no, period, soonest, tooLow, type Case, type Rule, type Verdict } from './case.ts'
import { dayOf, daysLater, endOf } from './days.ts'
import { waits, waitsSince, whole } from './ground-rules.ts'
import { actsOnlyJointly, both, confirmable, propose, settle } from './joint-rules.ts'
import {
  capacityIsActive,
  domainIsOpen,
  end,
  endStandInsOf,
  holds,
  holdsOrWill,
  knowAs,
  representationsOf,
  whatIsClosed,
} from './words.ts'
import type { Appointment, Book, Moment, Office, Rank, World } from './words.ts'

export const appointChief: Rule = (it) => {
  if (it.representations.length === 0) return no('not-legal-representative')
  const verdict = appoint(it, 'chief-access-manager', '')
  if (typeof verdict !== 'function') return verdict
  const { person, ground, from, until, immediately } = it.asked
  if (actsOnlyJointly(it)) return typed(it, propose(it, 'appoint-chief', { person, ground, from, until, immediately }))
  return typed(
    it,
    both(verdict, () => settle(it, 'appoint-chief')),
  )
}

/** Another representative confirms the chief, whom they then appoint as things stand now. */
export const confirmChief: Rule = (it) => {
  const proposal = confirmable(it, ['appoint-chief'])
  if ('reason' in proposal) return proposal
  const verdict = appoint({ ...it, asked: { ...it.asked, ...proposal.body } }, 'chief-access-manager', '')
  return typeof verdict === 'function' ? both(() => end(it.world.proposals, proposal, it.asked.now), verdict) : verdict
}

/** The powers of somebody's own offices: a stand-in appoints nobody. */
const own = (it: Case): Case => ({ ...it, powers: it.powers.filter(({ standIn }) => standIn === undefined) })

export const appointCoChief: Rule = (it) =>
  whole(own(it)).powers.some(({ rank }) => rank === 'chief-access-manager')
    ? typed(it, appoint(it, 'co-chief-access-manager', ''))
    : no('outside-your-scope')

export const appointAccessManager: Rule = (it) => {
  const { domain = '', enterprise, now } = it.asked
  if (managerOf(whole(it), {}) === null) return no('outside-your-scope')
  if (!it.book.domains.some(({ code }) => code === domain)) return no('domain-unknown')
  if (managerOf(whole(own(it)), {}) === null) return no('outside-your-scope')
  if (!domainIsOpen(it.world, enterprise, domain, now)) return no('domain-not-open')
  return typed(it, appoint(it, 'access-manager', domain))
}

export const appointGroupManager: Rule = (it) => {
  const { capacity = '', enterprise, now } = it.asked
  const found = it.book.capacities.find(({ code }) => code === capacity)
  if (managerOf(whole(own(it)), { domain: found?.domain }) === null) return no('outside-your-scope')
  if (!found) return no('capacity-unknown')
  if (!domainIsOpen(it.world, enterprise, found.domain, now)) return no('capacity-not-active')
  if (!capacityIsActive(it.world, enterprise, capacity, now)) return no('capacity-not-active')
  return typed(it, appoint(it, 'group-manager', capacity))
}

/** Whoever is named by number and name is known by that name from then on. */
function typed({ world, asked }: Case, verdict: Verdict): Verdict {
  if (typeof verdict !== 'function') return verdict
  return both(() => knowAs(world, asked.enterprise, asked.person ?? '', asked.misspelt ?? false), verdict)
}

/** What all appointing has in common; a representative who takes the chief's seat sits in it at once. */
function appoint(it: Case, office: Office, scope: string): Verdict {
  const { book, world, asked } = it
  const { enterprise, actor, person = '', now } = asked
  const span = period(it)
  if ('reason' in span) return span
  if (asked.unreached) return no('number-or-contact-needed')
  if (actor === person && office !== 'chief-access-manager') return no('self-appointment')
  const represents = representationsOf(book, world, enterprise, person, now).length > 0
  if (asked.ground === 'legal-representative' && !represents) return no('ground-not-in-register')
  const there = world.appointments.filter(
    (one) => one.enterprise === enterprise && one.office === office && one.scope === scope && holds(one, now),
  )
  if (there.some((one) => one.person === person)) return no('already-in-office')
  if (office !== 'co-chief-access-manager' && there.some(isWaiting)) return no('candidate-waiting')
  const made = {
    id: asked.name ?? '',
    enterprise,
    office,
    scope,
    person,
    term: span.until,
    begins: span.from,
    ground: asked.ground ?? 'employee',
    by: actor,
    made: now,
  }
  const emptied = asked.immediately ? there.filter((one) => !isWaiting(one)) : []
  const lapses = endOf(daysLater(dayOf(now, book.zone), 30), book.zone)
  return () => {
    for (const one of emptied) leave(world, one, now)
    if (actor === person) seat(book, world, made, now)
    else world.appointments.push({ ...made, state: 'waiting', from: now, until: soonest(lapses, span.until) })
  }
}

const isWaiting = ({ state }: Appointment): boolean => state === 'waiting' || state === 'accepted'

const sameSeat = (one: Omit<Appointment, 'state'>, other: Pick<Appointment, 'enterprise' | 'office' | 'scope'>) =>
  one.enterprise === other.enterprise && one.office === other.office && one.scope === other.scope

/**
 * Whoever sat in a seat of one goes, on the newcomer's first day; the first chief activates the account and the domains that
 * open by default.
 */
function seat(book: Book, world: World, newcomer: Omit<Appointment, 'state' | 'from' | 'until'>, now: Moment): void {
  const { enterprise, office, term: until } = newcomer
  const from = Math.max(now, newcomer.begins ?? now)
  const sitting = world.appointments.filter((one) => sameSeat(one, newcomer) && !isWaiting(one))
  if (office !== 'co-chief-access-manager')
    for (const one of sitting) {
      if (holdsOrWill(one, from)) endStandInsOf(world, one.id, from)
      end(world.appointments, one, from)
    }
  if (from > now) world.appointments.push({ ...newcomer, state: 'accepted', from: now, until: from })
  world.appointments.push({ ...newcomer, state: 'active', from, until, ...(from > now ? { written: now } : {}) })
  const account = world.accounts.find((one) => one.enterprise === enterprise)
  if (office !== 'chief-access-manager' || !account || account.active) return
  account.active = true
  for (const { code, opensByDefault } of book.domains)
    if (opensByDefault && !domainIsOpen(world, enterprise, code, from))
      world.domains.push({ enterprise, domain: code, from, until: null, by: newcomer.id })
}

/** Over from now on. Had it not begun, it is as if nobody had been to come: whoever was to go that day stays. */
function leave(world: World, left: Appointment, now: Moment): void {
  const stretches = world.appointments.filter(({ id }) => id === left.id)
  const planned = stretches.find((one) => !isWaiting(one) && one.from > now)
  for (const one of stretches) end(world.appointments, one, now)
  endStandInsOf(world, left.id, now)
  if (!planned || planned.office === 'co-chief-access-manager') return
  const kept = world.appointments.find((one) => sameSeat(one, planned) && !isWaiting(one) && one.until === planned.from)
  if (kept) kept.until = kept.term
  const opened = world.domains.filter(({ by, from }) => by === planned.id && from > now)
  for (const one of opened) end(world.domains, one, now)
  const account = world.accounts.find(({ enterprise }) => enterprise === planned.enterprise)
  if (account && opened.length > 0) account.active = false
}

const find = ({ world, asked }: Case): Appointment | undefined =>
  world.appointments.find(
    (one) => one.id === asked.appointment && one.enterprise === asked.enterprise && holds(one, asked.now),
  )

export const answer =
  (accepts: boolean): Rule =>
  (it) => {
    const { book, world, asked } = it
    const waiting = find(it)
    if (!waiting) return no('appointment-unknown')
    if (waiting.person !== asked.actor) return no('not-the-appointee')
    if (!isWaiting(waiting)) return no('appointment-not-waiting')
    if (!accepts) return () => leave(world, waiting, asked.now)
    if (waiting.state === 'accepted') return no('appointment-not-waiting')
    const level = book.offices.find(({ office }) => office === waiting.office)?.activationLevel ?? Infinity
    if (asked.level < level) return tooLow(level)
    if (waits(waitsSince(book, world, asked.enterprise, asked.now), waiting)) return no('awaits-confirmation')
    const fallen = fallenSince(it, waiting, asked.now)
    if (fallen) return fallen
    const held = world.misspelt.some((one) => one.enterprise === asked.enterprise && one.person === waiting.person)
    const lapses = endOf(daysLater(dayOf(asked.now, book.zone), 30), book.zone)
    return () => {
      end(world.appointments, waiting, asked.now)
      if (!held) seat(book, world, waiting, asked.now)
      else
        world.appointments.push({
          ...waiting,
          state: 'accepted',
          named: true,
          from: asked.now,
          until: soonest(lapses, waiting.term),
        })
    }
  }

/** What was right when the appointment was made, and is not any more. */
export function fallenSince({ book, world }: Case, waiting: Appointment, now: Moment): Verdict | null {
  const { enterprise, office, scope, person } = waiting
  if (waiting.ground === 'legal-representative' && representationsOf(book, world, enterprise, person, now).length === 0)
    return no('ground-not-in-register')
  if (office === 'access-manager' && !domainIsOpen(world, enterprise, scope, now)) return no('domain-not-open')
  if (office !== 'group-manager') return null
  return whatIsClosed(book, world, enterprise, scope, now) === null ? null : no('capacity-not-active')
}

/** Whether one of these ranks is the actor's, of the enterprise or of the domain that the office belongs to. */
export function isAbove(
  { book, powers }: Case,
  { office, scope: of }: Appointment,
  by: readonly Rank[],
  standIns = false,
): boolean {
  const domain = office === 'group-manager' ? book.capacities.find(({ code }) => code === of)?.domain : of
  return powers.some(
    ({ rank, scope, standIn }) =>
      (standIns || standIn === undefined) &&
      by.includes(rank) &&
      rank !== 'group-manager' &&
      (rank !== 'access-manager' || scope === domain),
  )
}

/** Whoever may appoint to the office says that the person with that other name was meant. */
export const confirmName: Rule = (it) => {
  const { book, world, asked } = it
  const found = find(it)
  if (it.powers.length === 0) return no('outside-your-scope')
  if (!found) return no('appointment-unknown')
  const by = book.offices.find(({ office }) => office === found.office)?.appointedBy ?? []
  if (!isAbove(whole(it), found, by)) return no('outside-your-scope')
  if (found.person === asked.actor) return no('self-appointment')
  if (!found.named) return no('appointment-not-waiting')
  const fallen = fallenSince(it, found, asked.now)
  if (fallen) return fallen
  return () => {
    knowAs(world, asked.enterprise, found.person, false)
    end(world.appointments, found, asked.now)
    seat(book, world, { ...found, named: false }, asked.now)
  }
}

/** Whoever may withdraw an office that is held may take its powers away for a time, and give them back. */
export const turnTo =
  (state: 'suspended' | 'active'): Rule =>
  (asWhole) => {
    const it = state === 'active' ? whole(asWhole) : asWhole
    const { book, world, asked } = it
    const found = find(it)
    if (it.powers.length === 0) return no('outside-your-scope')
    if (!found) return no('appointment-unknown')
    const by = book.offices.find(({ office }) => office === found.office)?.withdrawnBy ?? []
    if (!isAbove(it, found, ['legal-representative', ...by], state === 'suspended')) return no('outside-your-scope')
    if (isWaiting(found)) return no('appointment-unknown')
    if (found.state === state) return no(state === 'suspended' ? 'already-suspended' : 'not-suspended')
    const fallen = state === 'active' ? fallenSince(it, found, asked.now) : null
    if (fallen) return fallen
    const next: Appointment = { ...found, state, from: asked.now }
    delete next.written
    return () => {
      end(world.appointments, found, asked.now)
      world.appointments.push(next)
    }
  }

export const withdraw: Rule = (it) => {
  const found = find(it)
  if (it.powers.length === 0) return no('outside-your-scope')
  if (!found) return no('appointment-unknown')
  const domain =
    found.office === 'group-manager' ? it.book.capacities.find(({ code }) => code === found.scope)?.domain : found.scope
  const by = it.book.offices.find(({ office }) => office === found.office)?.withdrawnBy ?? []
  const may = it.powers.some(
    ({ rank, scope }) =>
      rank === 'legal-representative' || (by.includes(rank) && (rank !== 'access-manager' || scope === domain)),
  )
  return may ? () => leave(it.world, found, it.asked.now) : no('outside-your-scope')
}

/** Whoever may appoint to the office of an appointment, waiting or held, may change how its person is reached. */
export const changeContact: Rule = (it) => {
  const found = find(it)
  if (it.powers.length === 0) return no('outside-your-scope')
  if (!found) return no('appointment-unknown')
  const domain = it.book.capacities.find(({ code }) => code === found.scope)?.domain
  const by = it.book.offices.find(({ office }) => office === found.office)?.appointedBy ?? []
  const may = own(it).powers.some(
    ({ rank, scope }) => by.includes(rank) && (rank !== 'access-manager' || scope === domain),
  )
  return may ? () => {} : no('outside-your-scope')
}

export const resign: Rule = (it) => {
  const found = find(it)
  if (!found || found.person !== it.asked.actor || isWaiting(found)) return no('appointment-unknown')
  return () => leave(it.world, found, it.asked.now)
}

/** Whoever may appoint to the office lets it go on beyond its term, when nobody comes then. */
export const continueOffice: Rule = (it) => {
  const { book, world, asked } = it
  const found = find(it)
  if (it.powers.length === 0) return no('outside-your-scope')
  if (!found || isWaiting(found)) return no('appointment-unknown')
  const by = book.offices.find(({ office }) => office === found.office)?.appointedBy ?? []
  if (!isAbove(whole(it), found, by)) return no('outside-your-scope')
  const isChief = found.office === 'chief-access-manager'
  if (isChief && actsOnlyJointly(it)) return no('second-representative-needed')
  if (found.person === asked.actor && !isChief) return no('self-appointment')
  const { term } = found
  if (term === null || found.until !== term) return no('end-unknown')
  const next = world.appointments.some(
    (one) => sameSeat(one, found) && one.id !== found.id && !isWaiting(one) && one.from >= term,
  )
  if (found.office !== 'co-chief-access-manager' && next) return no('candidate-waiting')
  const fallen = fallenSince(it, found, asked.now)
  if (fallen) return fallen
  const { written: _written, ...rest } = found
  const endless = { ...rest, term: null, until: null }
  return () => void world.appointments.splice(world.appointments.indexOf(found), 1, endless)
}
