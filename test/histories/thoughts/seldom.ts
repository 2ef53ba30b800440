import { holds, type Asked } from '../../reference/index.ts'
import type { Draft } from '../generate.ts'

const usersOf = ['create-user', 'give-service', 'withdraw-service', 'block-user', 'delete-user']

/** A group manager reaches for a group that is another's. */
function beyondTheirGroup({ chance, world, now }: Draft, asked: Asked): void {
  const here = <T extends { enterprise: string }>(all: readonly T[]) =>
    all.filter((one) => one.enterprise === asked.enterprise)
  const managers = here(world.appointments).filter(
    (one) => one.office === 'group-manager' && one.state === 'active' && holds(one, now),
  )
  if (managers.length === 0) return
  const { person, scope } = chance.pick(managers)
  const others = here(world.capacities).filter((one) => one.capacity !== scope && holds(one, now))
  if (others.length === 0) return
  const { capacity } = chance.pick(others)
  Object.assign(asked, { actor: person, capacity, level: 500 })
  const members = here(world.memberships).filter((one) => one.capacity === capacity && holds(one, now))
  if (asked.code !== 'create-user' && members.length > 0) asked.person = chance.pick(members).person
}

/** A block of one group that stands: its user is deleted, made anew, or unblocked. */
function besideABlock({ chance, world, now }: Draft, asked: Asked): void {
  const blocks = world.blocks.filter(
    (one) => one.enterprise === asked.enterprise && one.capacity !== '' && holds(one, now),
  )
  const isMember = ({ person, capacity }: { person: string; capacity: string }) =>
    world.memberships.some(
      (one) =>
        one.enterprise === asked.enterprise && one.person === person && one.capacity === capacity && holds(one, now),
    )
  const fitting = blocks.filter((one) => isMember(one) === (asked.code !== 'create-user'))
  if (fitting.length === 0) return
  const { person, capacity } = chance.pick(fitting)
  Object.assign(asked, { person, capacity })
}

/** A domain closes while somebody is asked to be its access manager, who then accepts. */
function closedMeanwhile({ chance, world, now }: Draft, asked: Asked): void {
  const open = (domain: string) =>
    world.domains.some((one) => one.enterprise === asked.enterprise && one.domain === domain && holds(one, now))
  const waiting = world.appointments.filter(
    (one) =>
      one.enterprise === asked.enterprise &&
      one.office === 'access-manager' &&
      one.state === 'waiting' &&
      holds(one, now) &&
      open(one.scope) === (asked.code === 'close-domain'),
  )
  if (waiting.length === 0) return
  const { id, person, scope } = chance.pick(waiting)
  const chief = world.appointments.find(
    (one) =>
      one.enterprise === asked.enterprise &&
      one.office === 'chief-access-manager' &&
      one.state === 'active' &&
      holds(one, now),
  )
  if (asked.code === 'close-domain')
    Object.assign(asked, { domain: scope, actor: chief?.person ?? asked.actor, level: 500 })
  else Object.assign(asked, { appointment: id, actor: person, level: 500 })
}

/** The chief does what they may, whole and at once. */
function byTheChief({ chance, book, world, persons, now }: Draft, asked: Asked): void {
  const seats = world.appointments.filter((one) => one.enterprise === asked.enterprise && holds(one, now))
  const chief = seats.find(({ office, state }) => office === 'chief-access-manager' && state === 'active')
  if (!chief) return
  const active = world.capacities.filter((one) => one.enterprise === asked.enterprise && holds(one, now))
  const isActive = (code: string) => active.some(({ capacity }) => capacity === code)
  const wanted = book.capacities.filter(({ code }) => isActive(code) === (asked.code !== 'activate-capacity'))
  if (wanted.length === 0) return
  Object.assign(asked, { actor: chief.person, level: 500 })
  if (asked.code !== 'appoint-access-manager') asked.capacity = chance.pick(wanted).code
  if (!asked.code.startsWith('appoint-')) return
  const others = persons.filter((person) => seats.every((one) => one.person !== person))
  asked.person = chance.pick(others.length > 0 ? others : persons)
  asked.ground = 'employee'
  for (const name of ['from', 'until', 'immediately', 'misspelt', 'unreached'] as const) delete asked[name]
}

/** Somebody who was asked accepts. */
function accepts({ chance, world, now }: Draft, asked: Asked): void {
  const waiting = world.appointments.filter(
    (one) => one.enterprise === asked.enterprise && one.state === 'waiting' && holds(one, now),
  )
  if (waiting.length === 0) return
  const { id, person } = chance.pick(waiting)
  Object.assign(asked, { appointment: id, actor: person, level: 500 })
}

/** What leads there: two groups, a manager of one, a candidate for a domain; null leaves it to chance. */
export function seldomStep({ chance, world, now }: Draft, enterprise: string): string | null {
  const seats = world.appointments.filter((one) => one.enterprise === enterprise && holds(one, now))
  if (!seats.some(({ office, state }) => office === 'chief-access-manager' && state === 'active')) return null
  if (chance.is(0.3)) return null
  const groups = world.capacities.filter((one) => one.enterprise === enterprise && holds(one, now))
  if (groups.length < 2) return 'activate-capacity'
  const managers = seats.filter(({ office }) => office === 'group-manager')
  if (managers.length === 0) return 'appoint-group-manager'
  if (managers.every(({ state }) => state === 'waiting')) return 'accept-appointment'
  const candidate = seats.some(({ office, state }) => office === 'access-manager' && state === 'waiting')
  if (candidate && chance.is(0.5)) return chance.pick(['close-domain', 'accept-appointment'])
  return chance.pick([...usersOf, 'create-user', 'unblock-user', 'appoint-access-manager'])
}

/** What comes up too seldom by itself to be tested: thought of in some histories, so that all others stay as they are. */
export function seldom(draft: Draft, asked: Asked): void {
  const { chance } = draft
  const { code } = asked
  if (['activate-capacity', 'appoint-group-manager', 'appoint-access-manager'].includes(code) && chance.is(0.8))
    byTheChief(draft, asked)
  if (code === 'accept-appointment' && chance.is(0.8)) accepts(draft, asked)
  if (['close-domain', 'accept-appointment'].includes(code) && chance.is(0.6)) closedMeanwhile(draft, asked)
  if (['delete-user', 'create-user', 'unblock-user'].includes(code) && chance.is(0.4)) besideABlock(draft, asked)
  else if (usersOf.includes(code) && chance.is(0.3)) beyondTheirGroup(draft, asked)
}
