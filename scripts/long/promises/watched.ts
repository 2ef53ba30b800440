import { setTimeout as pause } from 'node:timers/promises'
import { chanceFrom, type Chance } from '../../../test/histories/chance.ts'
import type { Asking, Told } from './ask.ts'
import { Right } from './deeds.ts'
import type { Ground, User } from './ground.ts'
import type { DecisionNode } from './node.ts'
import type { Tally } from './tally.ts'
import { Timeline } from './timeline.ts'

/** The promise: an answer is at most a second old. */
const freshMs = 1000
/**
 * The clock that decides counts whole milliseconds. Nothing else is given away: the node looks whether it is fresh at or after the
 * moment at which the question was sent, so what it answers was so at most a second before that.
 */
const roundingMs = 1

/** Somebody whose right is written about, with what is known of it. */
export interface Watched {
  readonly right: Right
  readonly line: Timeline
  /** Nobody else writes about them meanwhile. */
  isHeld: boolean
  changedAt: number
}

export interface WatchOptions {
  readonly seed: number
  readonly count: number
  readonly askers: number
  readonly writers: number
  /** Between two writes of one writer. */
  readonly writePauseMs: number
  /** Between two questions of one asker. */
  readonly askPauseMs: number
  readonly asking: Asking
  readonly nodes: readonly DecisionNode[]
  readonly tally: Tally
  /** Told of every answer, before it is judged. */
  readonly onTold?: (node: DecisionNode, told: Told) => void
  /** Users that nobody writes about, with what is known of them. */
  readonly others?: readonly { readonly user: User; readonly line: Timeline; readonly name: string }[]
}

/** Whether anything in the last second before the question, or until its answer, explains it; null: it says nothing. */
export function isExplained(line: Timeline, { permit, sentAt, cameAt }: Told): boolean | null {
  return permit === null ? null : line.couldBe(permit, sentAt - freshMs - roundingMs, cameAt)
}

export class Watch {
  readonly #ground: Ground
  readonly #options: WatchOptions
  readonly #all: Watched[]
  #isOver = false

  constructor(ground: Ground, options: WatchOptions) {
    this.#ground = ground
    this.#options = options
    this.#all = ground.users.map((user) => ({
      right: new Right(user),
      line: new Timeline(true),
      isHeld: false,
      changedAt: Number.NEGATIVE_INFINITY,
    }))
  }

  get isOver(): boolean {
    return this.#isOver
  }

  /** Writes and asks until so many answers were judged, while `disturb` does what it does. */
  async run(disturb: (watch: Watch) => Promise<void>): Promise<void> {
    const { askers, writers, seed } = this.#options
    const chance = (stream: number) => chanceFrom(seed * 1000 + stream)
    const disturbing = disturb(this).catch((fault: unknown) => {
      this.#isOver = true
      throw fault
    })
    const asking = Array.from({ length: askers }, (_, one) => this.#askOn(chance(one)))
    const writing = Array.from({ length: writers }, (_, one) => this.#writeOn(chance(100 + one)))
    await Promise.all([...asking, ...writing, disturbing])
  }

  async #writeOn(chance: Chance): Promise<void> {
    const { tally, writePauseMs } = this.#options
    while (!this.#isOver) {
      const one = chance.pick(this.#all)
      if (one.isHeld) continue
      one.isHeld = true
      const deed = one.right.next(chance)
      one.line.sent(deed.permitted, performance.now())
      const outcome = await one.right.insist(deed, this.#ground.deps, { isOver: () => this.#isOver })
      if (outcome === 'done') {
        one.changedAt = performance.now()
        one.line.answered(one.changedAt)
        one.isHeld = false
        tally.count('writes')
      }
      await pause(writePauseMs * (0.5 + chance.next()))
    }
  }

  /** Mostly about whom something was written just now. */
  #whom(chance: Chance): { user: User; line: Timeline; name: string } {
    const { others = [] } = this.#options
    if (others.length > 0 && chance.is(0.3)) return chance.pick(others)
    const some = Array.from({ length: 12 }, () => chance.pick(this.#all))
    const one = chance.is(0.8)
      ? some.reduce((newest, other) => (other.changedAt > newest.changedAt ? other : newest))
      : some[0]
    if (one === undefined) throw new Error('there is nobody')
    return { user: one.right.user, line: one.line, name: one.right.user.person }
  }

  async #askOn(chance: Chance): Promise<void> {
    const { asking, nodes, tally, count, onTold, askPauseMs, seed } = this.#options
    while (!this.#isOver) {
      const { user, line, name } = this.#whom(chance)
      const node = chance.pick(nodes)
      const told = await asking.ask(node.port, user)
      onTold?.(node, told)
      const explained = isExplained(line, told)
      if (explained === null) {
        tally.count(told.status === null ? `no answer: ${told.reason}` : `${told.status} ${told.reason}`)
        await pause(20)
      } else {
        tally.tried++
        tally.count(told.permit ? 'permits' : 'refusals')
        if (!explained) {
          const how = `${told.permit ? 'permit' : 'refusal'} (${told.reason}) of ${name}, answered after ${Math.round(told.cameAt - told.sentAt)} ms`
          tally.isWrong(`${how}, when: ${line.told(told.sentAt)}; seed ${seed}`)
        }
      }
      if (tally.tried >= count) this.#isOver = true
      if (askPauseMs > 0) await pause(askPauseMs * 2 * chance.next())
    }
  }
}
