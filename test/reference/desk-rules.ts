import { no, tooLow, type Asked, type Rule, type Verdict } from './case.ts'
import { decide } from './decisions.ts'
import { settle } from './joint-rules.ts'
import { end, holds, holdsOrWill } from './words.ts'
import type { Book, DeskProposal, World } from './words.ts'

const hour = 60 * 60 * 1000

/** Whoever has the desk's role somewhere, as it is used there: true; the level that they lack; or no agent at all. */
function isAgent(book: Book, world: World, { actor, level, now }: Asked): boolean | number {
  const role = book.roles.find(({ code }) => code === book.deskRole)
  if (!role) return false
  let lacks: number | false = false
  for (const held of world.roles) {
    if (held.person !== actor || held.role !== role.code || held.stopped || !holds(held, now)) continue
    if (!role.contexts.some(({ context }) => context === held.context)) continue
    const answer = decide(book, world, { enterprise: held.enterprise, person: actor, role: role.code, level, at: now })
    if (answer.permit) return true
    if (answer.levelNeeded !== undefined) lacks = answer.levelNeeded
  }
  return lacks
}

/** Nobody acts for the desk on an enterprise in which they are, or will be, anything. */
const isOwn = (world: World, { enterprise, actor, now }: Asked): boolean =>
  [world.representations, world.appointments, world.standIns, world.memberships, world.roles].some((all) =>
    all.some((one) => one.enterprise === enterprise && one.person === actor && holdsOrWill(one, now)),
  )

const waiting = (world: World, { enterprise, now }: Asked, capacity: string): DeskProposal | undefined =>
  world.deskProposals.find((one) => one.enterprise === enterprise && one.capacity === capacity && holds(one, now))

const stopNow = (world: World, { enterprise, now }: Asked) =>
  world.stops.find((one) => one.enterprise === enterprise && holds(one, now))

/** Why the enterprise is not to be recognised; null when it may be. */
function whyNotRecognised({ book, world, asked }: Parameters<Rule>[0]) {
  const capacity = book.capacities.find(({ code }) => code === asked.capacity)
  if (!capacity) return no('capacity-unknown')
  if (capacity.needs !== 'recognition') return no('recognition-not-asked')
  const there = world.recognitions.some((one) => one.enterprise === asked.enterprise && one.capacity === capacity.code)
  return there ? no('already-recognised') : null
}

const waits = ({ enterprise, actor, now }: Asked) => ({ enterprise, by: actor, from: now, until: now + 72 * hour })

const proposeRecognition: Rule = (it) => {
  const { world, asked } = it
  const capacity = asked.capacity ?? ''
  const wrong = whyNotRecognised(it)
  if (wrong) return wrong
  if (waiting(world, asked, capacity)) return no('proposal-waiting')
  return () => void world.deskProposals.push({ capacity, ...waits(asked) })
}

const confirmRecognition: Rule = (it) => {
  const { world, asked } = it
  const proposal = waiting(world, asked, asked.capacity ?? '')
  if (!proposal) return no('proposal-unknown')
  if (proposal.by === asked.actor) return no('own-proposal')
  const wrong = whyNotRecognised(it)
  if (wrong) return wrong
  return () => {
    end(world.deskProposals, proposal, asked.now)
    world.recognitions.push({ enterprise: asked.enterprise, capacity: proposal.capacity })
  }
}

const proposeLift: Rule = ({ world, asked }) => {
  const stop = stopNow(world, asked)
  if (!stop) return no('not-stopped')
  if (waiting(world, asked, '')) return no('proposal-waiting')
  return () => void world.deskProposals.push({ capacity: '', ...waits(asked) })
}

const confirmLift: Rule = (it) => {
  const { world, asked } = it
  const proposal = waiting(world, asked, '')
  if (!proposal) return no('proposal-unknown')
  if (proposal.by === asked.actor) return no('own-proposal')
  const stop = stopNow(world, asked)
  if (!stop) return no('not-stopped')
  return () => {
    end(world.deskProposals, proposal, asked.now)
    end(world.stops, stop, asked.now)
    settle(it, 'lift-stop')
  }
}

const withdraw: Rule = ({ world, asked }) => {
  const proposal = waiting(world, asked, asked.capacity ?? '')
  return proposal ? () => end(world.deskProposals, proposal, asked.now) : no('proposal-unknown')
}

const resend: Rule = ({ world, asked }) => {
  const life = world.appointments.filter((one) => one.id === asked.appointment && one.enterprise === asked.enterprise)
  if (life.length === 0) return no('appointment-unknown')
  const waitsStill = life.some((one) => one.state === 'waiting' && holds(one, asked.now))
  return waitsStill ? () => {} : no('appointment-not-waiting')
}

const rules: Record<string, Rule> = {
  'propose-recognition': proposeRecognition,
  'confirm-recognition': confirmRecognition,
  'propose-lift': proposeLift,
  'confirm-lift': confirmLift,
  'withdraw-desk-proposal': withdraw,
  'resend-activation': resend,
}

export const deskCodes: readonly string[] = Object.keys(rules)

/** What agents of the desk do; to everybody else it does not exist. */
export function judgeAtTheDesk(book: Book, world: World, asked: Asked): Verdict {
  const agent = isAgent(book, world, asked)
  const { enterprise, now } = asked
  const record = world.records.find((one) => one.enterprise === enterprise && holds(one, now))
  if (agent === false || !record) return no('not-yours')
  const level = book.strongOperations.includes(asked.code) ? book.strong : book.code
  if (agent !== true) return tooLow(Math.max(agent, level))
  if (asked.level < level) return tooLow(level)
  if (isOwn(world, asked)) return no('own-enterprise')
  if (!world.accounts.some((one) => one.enterprise === enterprise)) return no('not-registered')
  const ceased = record.ceased || book.situationsAfterCessation.includes(record.situation)
  if (ceased && asked.code !== 'withdraw-desk-proposal') return no('enterprise-ceased')
  const rule = rules[asked.code]
  if (!rule) throw new Error(`${asked.code} is no operation of the desk`)
  return rule({ book, world, asked, powers: [], representations: [] })
}

/** Whoever lifts the stop leaves the desk nothing to lift. */
export function settleAtTheDesk(world: World, asked: Asked): void {
  const proposal = waiting(world, asked, '')
  if (proposal) end(world.deskProposals, proposal, asked.now)
}
