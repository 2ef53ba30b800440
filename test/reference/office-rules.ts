import { managerOf, no, soonest, tooLow, type Case, type Rule, type Verdict } from './case.ts'
import { dayOf, daysLater, endOf } from './days.ts'
import { capacityIsActive, domainIsOpen, end, holds, representationsOf } from './words.ts'
import type { Appointment, Book, Moment, Office, World } from './words.ts'

export const appointChief: Rule = (it) => {
  if (it.representations.length === 0) return no('not-legal-representative')
  if (it.representations.every(({ jointly }) => jointly)) return no('second-representative-needed')
  return appoint(it, 'chief-access-manager', '')
}

export const appointCoChief: Rule = (it) =>
  it.powers.some(({ rank }) => rank === 'chief-access-manager')
    ? appoint(it, 'co-chief-access-manager', '')
    : no('outside-your-scope')

export const appointAccessManager: Rule = (it) => {
  const { domain = '', enterprise, now } = it.asked
  if (managerOf(it, {}) === null) return no('outside-your-scope')
  if (!it.book.domains.some(({ code }) => code === domain)) return no('domain-unknown')
  if (!domainIsOpen(it.world, enterprise, domain, now)) return no('domain-not-open')
  return appoint(it, 'access-manager', domain)
}

export const appointGroupManager: Rule = (it) => {
  const { capacity = '', enterprise, now } = it.asked
  const found = it.book.capacities.find(({ code }) => code === capacity)
  if (managerOf(it, { domain: found?.domain }) === null) return no('outside-your-scope')
  if (!found) return no('capacity-unknown')
  if (!domainIsOpen(it.world, enterprise, found.domain, now)) return no('capacity-not-active')
  if (!capacityIsActive(it.world, enterprise, capacity, now)) return no('capacity-not-active')
  return appoint(it, 'group-manager', capacity)
}

/** What all appointing has in common; a representative who takes the chief's seat sits in it at once. */
function appoint({ book, world, asked }: Case, office: Office, scope: string): Verdict {
  const { enterprise, actor, person = '', now } = asked
  const term = asked.until === undefined ? null : endOf(asked.until, book.zone)
  if (term !== null && term <= now) return no('period-in-the-past')
  if (actor === person && office !== 'chief-access-manager') return no('self-appointment')
  const represents = representationsOf(book, world, enterprise, person, now).length > 0
  if (asked.ground === 'legal-representative' && !represents) return no('ground-not-in-register')
  const there = world.appointments.filter(
    (one) => one.enterprise === enterprise && one.office === office && one.scope === scope && holds(one, now),
  )
  if (there.some((one) => one.person === person)) return no('already-in-office')
  if (office !== 'co-chief-access-manager' && there.some(({ state }) => state === 'waiting'))
    return no('candidate-waiting')
  const made = { id: asked.name ?? '', enterprise, office, scope, person, term, from: now }
  if (actor === person) return () => seat(book, world, { ...made, state: 'active', until: term }, now)
  const lapses = endOf(daysLater(dayOf(now, book.zone), 30), book.zone)
  return () => void world.appointments.push({ ...made, state: 'waiting', until: soonest(lapses, term) })
}

/** Whoever sat in a seat of one goes; the first chief activates the account and the domains that open by default. */
function seat(book: Book, world: World, newcomer: Appointment, now: Moment): void {
  const { enterprise, office, scope } = newcomer
  const sitting = world.appointments.filter(
    (one) => one.enterprise === enterprise && one.office === office && one.scope === scope && one.state !== 'waiting',
  )
  if (office !== 'co-chief-access-manager') for (const one of sitting) end(world.appointments, one, now)
  world.appointments.push(newcomer)
  const account = world.accounts.find((one) => one.enterprise === enterprise)
  if (office !== 'chief-access-manager' || !account || account.active) return
  account.active = true
  for (const { code, opensByDefault } of book.domains)
    if (opensByDefault) world.domains.push({ enterprise, domain: code, from: now, until: null })
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
    if (waiting.state !== 'waiting') return no('appointment-not-waiting')
    if (!accepts) return () => end(world.appointments, waiting, asked.now)
    const level = book.offices.find(({ office }) => office === waiting.office)?.activationLevel ?? Infinity
    if (asked.level < level) return tooLow(level)
    return () => {
      end(world.appointments, waiting, asked.now)
      seat(book, world, { ...waiting, state: 'active', from: asked.now, until: waiting.term }, asked.now)
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
  return may ? () => end(it.world.appointments, found, it.asked.now) : no('outside-your-scope')
}

export const resign: Rule = (it) => {
  const found = find(it)
  if (!found || found.person !== it.asked.actor || found.state === 'waiting') return no('appointment-unknown')
  return () => end(it.world.appointments, found, it.asked.now)
}
