import { setTimeout as pause } from 'node:timers/promises'
import { isUnreachable } from '#database'
import { chanceFrom, type Chance } from '../../../test/histories/chance.ts'
import { Asking } from './ask.ts'
import { Right } from './deeds.ts'
import { makeGround, type Ground } from './ground.ts'
import { DecisionNode } from './node.ts'
import { Pauses } from './pauses.ts'
import type { Order } from './order.ts'
import type { Tally } from './tally.ts'

const writers = 24
/** One taking away of so many is waited for on every node, without the revision. */
const waitedForOf = 20
const patienceMs = 10_000

/** From the write's answer until a node refuses for the first time, without being told of the revision; null: it never did. */
async function untilRefused(asking: Asking, node: DecisionNode, right: Right, from: number): Promise<number | null> {
  while (performance.now() - from < patienceMs) {
    const { permit, cameAt } = await asking.ask(node.port, right.user)
    if (permit === false) return cameAt - from
    await pause(1)
  }
  return null
}

interface Lane {
  readonly ground: Ground
  readonly nodes: readonly DecisionNode[]
  readonly asking: Asking
  readonly tally: Tally
  readonly order: Order
  readonly pauses: Pauses
  readonly chance: Chance
  readonly rights: readonly Right[]
}

/** One write, and whatever is asked about it. */
async function pair(
  { ground, nodes, asking, tally, order, pauses, chance, rights }: Lane,
  quiet: boolean,
): Promise<void> {
  const right = chance.pick(rights)
  const deed = right.next(chance)
  const revision = await deed.carryOut(ground.deps).catch(async (fault: unknown) => {
    // Whoever is held up for long loses their session: whether it was done shows when it is tried again.
    if (!isUnreachable(fault)) throw fault
    await right.insist(deed, ground.deps, { isOver: () => false, wasTried: true })
    tally.count('writes whose session was lost')
    return null
  })
  if (revision === null) return
  const answeredAt = performance.now()
  if (!deed.permitted && (quiet || chance.is(1 / waitedForOf))) {
    const found = await Promise.all(nodes.map((node) => untilRefused(asking, node, right, answeredAt)))
    for (const ms of found) {
      if (pauses.since(answeredAt)) tally.count('not measured: this process was held up')
      else if (ms === null) tally.isWrong(`still permitted after ${patienceMs} ms without the revision: ${revision}`)
      else tally.took(quiet ? 'write to refusal, one writer' : `write to refusal, ${writers} writers`, ms)
    }
    return
  }
  if (quiet) return
  const by = tally.tried % 2 === 0 ? 'header' : 'context'
  const told = await asking.ask(chance.pick(nodes).port, right.user, order.plant ? {} : { revision, by })
  tally.tried++
  if (told.permit === null) tally.count(`no decision: ${told.status} ${told.reason}`)
  else {
    tally.count(`${deed.name}: ${told.permit ? 'permit' : 'refusal'} by the ${by}`)
    if (told.permit !== deed.permitted)
      tally.isWrong(
        `${told.permit ? 'permit' : 'refusal'} at ${revision} (${deed.name}), by the ${by}; seed ${order.seed}`,
      )
  }
}

/**
 * Every write is followed at once by a question with its revision to either of two nodes: the answer is what the revision says. In
 * between, without the revision: how long until both nodes refuse. Planted: the revision is left out of the question.
 */
export async function revisionPairs(order: Order, tally: Tally): Promise<void> {
  const ground = await makeGround({ enterprises: 48, usersEach: 10, durable: false, sessions: writers * 2 })
  const asking = new Asking(ground.token)
  const pauses = new Pauses()
  try {
    const nodes = await Promise.all([DecisionNode.start(ground), DecisionNode.start(ground)])
    await Promise.all(nodes.map((node) => node.isReady()))
    const laneOf = (lane: number): Lane => ({
      ground,
      nodes,
      asking,
      tally,
      order,
      pauses,
      chance: chanceFrom(order.seed * 100 + lane),
      rights: ground.users.filter((_, place) => place % writers === lane).map((user) => new Right(user)),
    })
    const lanes = Array.from({ length: writers }, (_, lane) => laneOf(lane))
    const began = performance.now()
    await Promise.all(
      lanes.map(async (lane) => {
        while (tally.tried < order.count) await pair(lane, false)
      }),
    )
    order.tell(`${Math.round((tally.tried / (performance.now() - began)) * 1000)} pairs a second`)
    const quietly = lanes
      .slice(0, 1)
      .flatMap((lane) => Array.from({ length: Math.min(1000, order.count / 10) }, () => lane))
    for (const lane of quietly) await pair(lane, true)
    for (const node of nodes) {
      await node.stop()
      tally.count('questions that an index answered', node.answered.byIndex)
      tally.count('questions that the store answered', node.answered.byStore)
    }
  } finally {
    pauses.end()
    asking.end()
    await ground.end()
  }
}
