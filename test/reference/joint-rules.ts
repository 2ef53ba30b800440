import { no, type Case, type Effect, type Refusal, type Verdict } from './case.ts'
import { dayOf, daysLater, endOf } from './days.ts'
import { end, holds, representationsOf } from './words.ts'
import type { Proposal } from './words.ts'

/** Every function that the register gives them is held with somebody else. */
export const actsOnlyJointly = ({ representations }: Case): boolean => representations.every(({ jointly }) => jointly)

const isAble = ({ book, world, asked }: Case, person: string): boolean =>
  representationsOf(book, world, asked.enterprise, person, asked.now).length > 0

/** What waits in this enterprise, of people who represent it still. */
const waiting = (it: Case): Proposal[] =>
  it.world.proposals.filter(
    (one) => one.enterprise === it.asked.enterprise && holds(one, it.asked.now) && isAble(it, one.by),
  )

export const waitingProposal = (it: Case, id: string | undefined): Proposal | undefined =>
  waiting(it).find((one) => one.id === id)

/** What could be done alone is only proposed: to others there are, once at a time, for thirty days. */
export function propose(it: Case, what: Proposal['what'], body: object = {}): Verdict {
  const { book, world, asked } = it
  const { enterprise, actor, now } = asked
  const others = world.representations.some(
    (one) => one.enterprise === enterprise && one.person !== actor && isAble(it, one.person),
  )
  if (!others) return no('second-representative-needed')
  if (waiting(it).some((one) => one.what === what)) return no('proposal-waiting')
  const until = endOf(daysLater(dayOf(now, book.zone), 30), book.zone)
  return () => {
    // One of somebody who represents the enterprise no longer makes room.
    settle(it, what)
    world.proposals.push({ id: asked.name ?? '', enterprise, what, by: actor, body, from: now, until })
  }
}

/** The proposal that the actor may confirm, or why not. */
export function confirmable(it: Case, whats: Proposal['what'][]): Proposal | Refusal {
  if (it.representations.length === 0) return no('not-legal-representative')
  const proposal = waitingProposal(it, it.asked.proposal)
  if (!proposal || !whats.includes(proposal.what)) return no('proposal-unknown')
  return proposal.by === it.asked.actor ? no('own-proposal') : proposal
}

/** What is done without the proposal leaves nothing to wait for. */
export function settle(it: Case, what: Proposal['what']): void {
  const { world, asked } = it
  const there = world.proposals.filter((one) => one.enterprise === asked.enterprise && one.what === what)
  for (const one of there) if (holds(one, asked.now)) end(world.proposals, one, asked.now)
}

export const both =
  (first: Effect, then: Effect): Effect =>
  () => {
    first()
    then()
  }
