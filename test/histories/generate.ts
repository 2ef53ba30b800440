import {
  emptyWorld,
  holds,
  judge,
  operationCodes,
  ranks,
  type Asked,
  type Book,
  type World,
} from '../reference/index.ts'
import { chanceFrom, dayNear, type Chance } from './chance.ts'
import { seldom, seldomStep } from './thoughts/seldom.ts'
import { asStandIn, inPlaceOf } from './thoughts/stand-ins.ts'
import { takesOver } from './thoughts/taking-over.ts'
import { type Given, goesOn, happen, type History, saidByRegister, type Step, thinksBetter } from './history.ts'

const minute = 60_000
const day = 24 * 60 * minute

/** How often an operation is thought of, against the others. */
const weights: Record<string, number> = {
  'register-enterprise': 2,
  'appoint-chief': 5,
  'appoint-co-chief': 4,
  'appoint-access-manager': 6,
  'appoint-group-manager': 8,
  'accept-appointment': 14,
  'decline-appointment': 2,
  'confirm-name': 4,
  'suspend-appointment': 2,
  'resume-appointment': 2.5,
  'confirm-chief': 2.5,
  'confirm-earlier-rights': 2,
  'withdraw-appointment': 2,
  resign: 2,
  'propose-stand-in': 6,
  'accept-stand-in': 7,
  'decline-stand-in': 1.5,
  'end-stand-in': 3,
  'keep-grants-of-stand-in': 4,
  'change-contact': 1.5,
  'activate-domain': 3,
  'close-domain': 1.2,
  'activate-capacity': 14,
  'close-capacity': 1.5,
  'create-user': 22,
  'give-service': 16,
  'withdraw-service': 6,
  'block-user': 8,
  'unblock-user': 9,
  'block-person': 4,
  'unblock-person': 4,
  'delete-user': 5,
  'press-emergency-stop': 1.2,
  'lift-emergency-stop': 2,
  'confirm-proposal': 3,
  'confirm-chief-proposal': 4,
  'withdraw-proposal': 1.2,
  'propose-recognition': 4,
  'confirm-recognition': 3,
  'propose-lift': 2,
  'confirm-lift': 2,
  'withdraw-desk-proposal': 1.2,
  'resend-activation': 2.5,
  undo: 5,
  'continue-office': 3,
  'continue-user': 4,
  'confirm-office': 6,
  'confirm-user': 6,
}

export interface Draft {
  chance: Chance
  book: Book
  world: World
  persons: string[]
  /** Agents of the desk, who are nothing else anywhere. */
  agents: string[]
  enterprises: string[]
  now: number
  thinksSeldom: boolean
}

/** How many histories, by their seeds, can live in one store one after the other. */
const placesOfAStore = 20

export const placeOf = ({ seed }: { seed: number }): number => seed % placesOfAStore

/** A random world and a long random life of it; the same seed gives the same one. */
export function historyOf(seed: number, books: Record<History['catalogue'], Book>): History {
  const chance = chanceFrom(seed)
  const catalogue = chance.is(0.8) ? 'small' : 'belgium'
  // Histories that share a store come after each other in time, with people and enterprises of their own.
  const place = placeOf({ seed })
  const year = 2026 + 4 * place + chance.between(0, 1)
  // Now and then about a night in which the clocks change.
  const start = chance.is(0.3)
    ? Date.UTC(year, chance.pick([2, 9]), chance.between(20, 30))
    : Date.UTC(year, chance.between(0, 11), chance.between(1, 28))
  const names = (letter: string, count: number) =>
    Array.from({ length: count }, (_, index) => `${letter}${100 * place + index}`)
  const draft: Draft = {
    chance,
    book: books[catalogue],
    world: emptyWorld(),
    persons: names('p', chance.between(5, 8)),
    agents: [`p${100 * place + 90}`, `p${100 * place + 91}`],
    enterprises: names('e', chance.between(2, 3)),
    now: start + chance.between(0, day),
    thinksSeldom: seed % 8 === 5,
  }
  const roleRows = new Map<string, World['roles'][number]>()
  const steps: Step[] = []
  const give = (given: Given) => {
    if (happen(draft.world, roleRows, given)) steps.push({ given })
  }
  const [ordinary, bankrupt] = catalogue === 'small' ? (['normal', 'bankrupt'] as const) : (['000', '050'] as const)
  for (const given of saidByRegister(draft, { ordinary, bankrupt })) give(given)
  const count = chance.between(25, 70)
  for (let index = 0; index < count; index++) {
    draft.now += pause(chance)
    if (chance.is(0.07)) {
      // Nothing else happens at the moment at which something happens by itself.
      draft.now++
      const given = surprise(draft, [...roleRows.keys()])
      if (given) give(given)
      draft.now++
      continue
    }
    const { asked, effect } = propose(draft, `a${1000 * place + steps.length}`)
    asked.act = `d${1000 * place + steps.length}`
    effect?.()
    steps.push({ asked })
  }
  return {
    seed,
    catalogue,
    persons: [...draft.persons, ...draft.agents],
    enterprises: draft.enterprises,
    steps,
    end: draft.now + pause(chance),
  }
}

/** Minutes to weeks; sometimes no time at all. */
function pause(chance: Chance): number {
  if (chance.is(0.05)) return 0
  // Soon enough for what was done to be undone, or just not.
  if (chance.is(0.3)) return chance.between(1, 6 * minute)
  if (chance.is(0.5)) return chance.between(1, 120 * minute)
  return chance.is(0.75) ? chance.between(minute, 3 * day) : chance.between(3 * day, 36 * day)
}

/** What happens without anybody's operation. */
function surprise({ chance, world, persons, enterprises, book, now }: Draft, roles: string[]): Given | null {
  const offices = world.appointments.filter((one) => one.state !== 'waiting' && holds(one, now))
  switch (chance.pick(['office', 'office', 'role', 'block'])) {
    case 'office': {
      if (offices.length === 0) return null
      const { id, state } = chance.pick(offices)
      return { what: state === 'active' ? 'office-suspended' : 'office-resumed', appointment: id, at: now }
    }
    case 'role':
      if (roles.length === 0) return null
      return { what: chance.is(0.7) ? 'role-stopped' : 'role-resumed', name: chance.pick(roles), at: now }
    default:
      return {
        what: 'block',
        enterprise: chance.pick(enterprises),
        person: chance.pick(persons),
        capacity: chance.is(0.3) ? '' : chance.pick(book.capacities).code,
        by: chance.pick(ranks),
        from: now,
      }
  }
}

/** Thinks of operations until one is allowed, so that histories get somewhere; or asks the first that comes to mind. */
function propose(draft: Draft, name: string): { asked: Asked; effect: (() => void) | null } {
  const tries = draft.chance.is(0.4) ? 12 : 1
  let first: Asked | null = null
  for (let index = 0; index < tries; index++) {
    const asked = think(draft, name)
    const verdict = judge(draft.book, draft.world, asked)
    if (typeof verdict === 'function') return { asked, effect: verdict }
    first ??= asked
  }
  return { asked: first ?? think(draft, name), effect: null }
}

const totalWeight = operationCodes.reduce((sum, code) => sum + (weights[code] ?? 1), 0)

function thinkOfCode(chance: Chance): string {
  let left = chance.next() * totalWeight
  for (const code of operationCodes) {
    left -= weights[code] ?? 1
    if (left < 0) return code
  }
  return 'resign'
}

/** Which appointments an operation on one is about. */
const appointmentsFor: Record<string, (one: World['appointments'][number]) => boolean> = {
  'accept-appointment': ({ state }) => state === 'waiting',
  'decline-appointment': ({ state }) => state === 'waiting' || state === 'accepted',
  'confirm-name': ({ named }) => named === true,
  'suspend-appointment': ({ state }) => state === 'active' || state === 'suspended',
  'resume-appointment': ({ state }) => state === 'suspended',
  'confirm-chief': ({ office, state }) =>
    office === 'chief-access-manager' && (state === 'active' || state === 'suspended'),
  'withdraw-appointment': () => true,
  'change-contact': () => true,
  'continue-office': ({ term }) => term !== null,
  'confirm-office': ({ office }) => office !== 'chief-access-manager',
  resign: () => true,
}

function think(draft: Draft, name: string): Asked {
  const { chance, book, world, now } = draft
  const enterprise = chance.is(0.8) ? (draft.enterprises[0] ?? '') : chance.pick(draft.enterprises)
  const rare = draft.thinksSeldom ? seldomStep(draft, enterprise) : null
  const code = nextStep(draft, enterprise) ?? rare ?? thinkOfCode(chance)
  const mine = world.appointments.filter((one) => one.enterprise === enterprise)
  const asked: Asked = { code, enterprise, actor: actorOf(draft, enterprise, code), level: levelOf(chance), now }
  const capacity = () => (chance.is(0.03) ? 'nowhere' : chance.pick(book.capacities).code)
  const service = (of: string | undefined) => {
    const offered = book.capacities.find((one) => one.code === of)?.services ?? []
    if (chance.is(0.02)) return 'nothing'
    return offered.length > 0 && chance.is(0.85) ? chance.pick(offered) : chance.pick(book.services).code
  }

  if (code.startsWith('appoint-')) {
    asked.name = name
    asked.person = chance.pick(draft.persons)
    asked.ground = chance.is(0.7) ? 'employee' : 'legal-representative'
    // Directors are often their own chief.
    if (code === 'appoint-chief' && chance.is(0.4))
      Object.assign(asked, { person: asked.actor, ground: 'legal-representative' })
    if (chance.is(0.15)) asked.misspelt = true
    if (chance.is(0.04)) asked.unreached = true
    if (chance.is(0.3)) asked.until = dayNear(chance, now, -2, 120)
    if (chance.is(0.2)) asked.from = dayNear(chance, now, -1, 40)
    if (code !== 'appoint-co-chief' && chance.is(0.15)) asked.immediately = true
  }
  const fits = appointmentsFor[code]
  if (fits) {
    const fitting = mine.filter((one) => holds(one, now) && fits(one))
    const one = fitting.length > 0 && chance.is(0.85) ? chance.pick(fitting) : anyAppointment(draft)
    asked.appointment = one?.id ?? 'a999999'
    if (one && (code === 'resign' || /^(accept|decline)-appointment$/.test(code)) && chance.is(0.85))
      asked.actor = one.person
  }
  if (code === 'continue-user') goesOn(draft, asked)
  if (code === 'undo') thinksBetter(draft, asked)
  if (code.endsWith('-stand-in')) inPlaceOf(draft, asked, name)
  if (['register-enterprise', 'lift-emergency-stop'].includes(code)) asked.name = name
  if (code.endsWith('-proposal') && !deskCodes.has(code)) {
    const waiting = world.proposals.filter((one) => one.enterprise === enterprise && holds(one, now))
    const fitting = waiting.filter(
      ({ what }) => code === 'withdraw-proposal' || (what === 'appoint-chief') === (code === 'confirm-chief-proposal'),
    )
    const of = chance.is(0.85) && fitting.length > 0 ? fitting : waiting
    asked.proposal = of.length > 0 && chance.is(0.95) ? chance.pick(of).id : 'a999999'
    if (code === 'confirm-chief-proposal') asked.name = name
  }
  if (deskCodes.has(code)) atTheDesk(draft, asked)
  if (code.endsWith('-domain') || code === 'appoint-access-manager')
    asked.domain = chance.is(0.03) ? 'nowhere' : chance.pick(book.domains).code
  if (code.endsWith('-capacity') || code === 'appoint-group-manager') asked.capacity = capacity()
  if (ofAUser.has(code)) {
    const active = world.capacities.filter((one) => one.enterprise === enterprise && holds(one, now))
    asked.capacity = active.length > 0 && chance.is(0.75) ? chance.pick(active).capacity : capacity()
    asked.person = chance.pick(draft.persons)
    const rows =
      code === 'unblock-user' ? world.blocks : code === 'withdraw-service' ? world.authorisations : world.memberships
    const there = rows.filter(
      (one) => one.enterprise === enterprise && one.capacity !== '' && (one.until === null || one.until > now),
    )
    if (code !== 'create-user' && there.length > 0 && chance.is(0.85)) {
      const one = chance.pick(there)
      Object.assign(asked, { capacity: one.capacity, person: one.person })
      if (code === 'withdraw-service') asked.service = (one as World['authorisations'][number]).service
    }
  }
  if (code === 'give-service' || code === 'withdraw-service') asked.service ??= service(asked.capacity)
  if (code === 'create-user' && chance.is(0.04)) asked.unreached = true
  if (code === 'create-user')
    asked.services = Array.from({ length: chance.between(0, 3) }, () => service(asked.capacity))
  if (code === 'create-user' || code === 'give-service') {
    if (chance.is(0.3)) asked.from = dayNear(chance, now, -2, 40)
    if (chance.is(0.4)) asked.until = dayNear(chance, now, -1, 90)
    if (code === 'give-service' && chance.is(0.12)) asked.until = dayNear(chance, now, 90, 200)
  }
  if (code === 'create-user' || code === 'give-service') asStandIn(draft, asked)
  if (code === 'confirm-office' || code === 'confirm-user') takesOver(draft, asked)
  if (code === 'block-person' || code === 'unblock-person') {
    const rows = code === 'block-person' ? world.memberships : world.blocks.filter((one) => one.capacity === '')
    const there = rows.filter((one) => one.enterprise === enterprise && (one.until === null || one.until > now))
    asked.person = there.length > 0 && chance.is(0.8) ? chance.pick(there).person : chance.pick(draft.persons)
  }
  if (draft.thinksSeldom) seldom(draft, asked)
  return asked
}

const ofAUser = new Set([
  'create-user',
  'give-service',
  'withdraw-service',
  'block-user',
  'unblock-user',
  'delete-user',
  'confirm-user',
])

const deskCodes = new Set([
  'propose-recognition',
  'confirm-recognition',
  'propose-lift',
  'confirm-lift',
  'withdraw-desk-proposal',
  'resend-activation',
])

/** What an agent of the desk would do; now and then somebody else tries. */
function atTheDesk({ chance, book, world, agents, now }: Draft, asked: Asked): void {
  if (chance.is(0.88)) asked.actor = chance.pick(agents)
  if (chance.is(0.6)) asked.level = 500
  const { code, enterprise } = asked
  const waiting = world.deskProposals.filter((one) => one.enterprise === enterprise && holds(one, now))
  const proposal = waiting.length > 0 && chance.is(0.8) ? chance.pick(waiting) : null
  const asking = book.capacities.filter(({ needs }) => needs === 'recognition')
  const likely = asking.length > 0 && chance.is(0.85) ? chance.pick(asking) : chance.pick(book.capacities)
  const capacity = chance.is(0.03) ? 'nowhere' : likely.code
  if (code === 'propose-recognition') asked.capacity = capacity
  if (code === 'confirm-recognition')
    asked.capacity = proposal !== null && proposal.capacity !== '' ? proposal.capacity : capacity
  if (code === 'withdraw-desk-proposal' && proposal?.capacity !== '') asked.capacity = proposal?.capacity ?? capacity
  if (code === 'resend-activation') {
    const open = world.appointments.filter(
      (one) => one.enterprise === enterprise && one.state === 'waiting' && holds(one, now),
    )
    const any = world.appointments.length > 0 ? chance.pick(world.appointments).id : 'a999999'
    asked.appointment = open.length > 0 && chance.is(0.7) ? chance.pick(open).id : any
  }
}

/** What an enterprise needs before much else can happen, most of the time. */
function nextStep({ chance, world, now }: Draft, enterprise: string): string | null {
  const soon = world.acts.some((one) => one.asked.enterprise === enterprise && one.asked.now >= now - 12 * minute)
  if (soon && chance.is(0.1)) return 'undo'
  if (chance.is(0.35)) return null
  const of = <T extends { enterprise: string }>(all: T[]): T[] => all.filter((one) => one.enterprise === enterprise)
  const waits = of(world.proposals).find((one) => holds(one, now))
  if (waits && chance.is(0.7)) return waits.what === 'appoint-chief' ? 'confirm-chief-proposal' : 'confirm-proposal'
  if (of(world.accounts).length === 0) return 'register-enterprise'
  const standIn = of(world.standIns).find((one) => holds(one, now))
  if (standIn?.state === 'proposed' && chance.is(0.5)) return 'accept-stand-in'
  if (standIn?.state === 'active' && chance.is(0.1)) return 'keep-grants-of-stand-in'
  const desk = of(world.deskProposals).find((one) => holds(one, now))
  if (desk && chance.is(0.4)) return desk.capacity === '' ? 'confirm-lift' : 'confirm-recognition'
  if (of(world.stops).some((one) => holds(one, now)) && chance.is(0.25)) return 'propose-lift'
  if (of(world.stops).some((one) => holds(one, now)))
    return chance.is(0.85) ? 'lift-emergency-stop' : 'press-emergency-stop'
  const seats = of(world.appointments).filter((one) => holds(one, now))
  const chief = seats.find((one) => one.office === 'chief-access-manager' && one.state !== 'waiting')
  const represents = of(world.representations).some((one) => one.person === chief?.person && holds(one, now))
  if (chief?.ground === 'legal-representative' && !represents && chance.is(0.5))
    return chance.pick(['appoint-co-chief', 'appoint-co-chief', 'confirm-chief'])
  if (chief) return null
  return seats.some(({ state }) => state === 'waiting') ? 'accept-appointment' : 'appoint-chief'
}

/** Mostly one of those who may something in the enterprise. */
function actorOf({ chance, world, persons, now }: Draft, enterprise: string, code: string): string {
  const inOffice = world.appointments.filter((one) => one.enterprise === enterprise && holds(one, now))
  const standIns = world.standIns.filter((one) => one.enterprise === enterprise && holds(one, now))
  const officers = [...inOffice, ...standIns]
  const representing = world.representations.filter((one) => one.enterprise === enterprise && holds(one, now))
  const byRegister = [
    'register-enterprise',
    'appoint-chief',
    'resume-appointment',
    'confirm-chief',
    'confirm-earlier-rights',
    'press-emergency-stop',
    'lift-emergency-stop',
  ]
  const likely: { person: string }[] = byRegister.includes(code) || code.endsWith('-proposal') ? representing : officers
  if (likely.length > 0 && chance.is(0.85)) return chance.pick(likely).person
  const others = [...officers, ...representing]
  return others.length > 0 && chance.is(0.7) ? chance.pick(others).person : chance.pick(persons)
}

const anyAppointment = ({ chance, world }: Draft) =>
  world.appointments.length > 0 && chance.is(0.9) ? chance.pick(world.appointments) : null

const levelOf = (chance: Chance): number =>
  chance.is(0.75) ? chance.pick([450, 500]) : chance.pick([100, 200, 300, 400])
