import { Life, type Attempted, type Game } from './life.ts'
import { neighbour, type Move } from './moves.ts'

export interface Searched {
  readonly states: number
  /** Moves from one state to another or the same one, and attempts that were refused; once for persons who are alike. */
  readonly transitions: number
  readonly refused: number
  /** States from which people alone reach a chief, and living ones where only the register or the desk can help. */
  readonly withWay: number
  readonly needRegister: number
  readonly deepest: number
  readonly fault: { readonly what: string; readonly way: readonly Move[] } | null
}

interface Node {
  readonly key: string
  readonly from: number
  readonly move: Move | null
  readonly depth: number
  hasChief: boolean
  mayHaveOne: boolean
}

const described = (what: string, way: readonly Move[]) => ({ what, way })

/** A life led to one state, and how to come back to those on its way. */
interface Stop {
  readonly index: number
  readonly back: () => void
}

class Search {
  readonly #game: Game
  readonly #life: Life
  readonly #nodes: Node[] = []
  readonly #byState = new Map<string, number>()
  /** Who leads where, by people's own moves: from each state those before it. */
  readonly #before: number[][] = []
  #stops: Stop[] = []
  transitions = 0
  refused = 0

  constructor(game: Game, life: Life) {
    this.#game = game
    this.#life = life
  }

  get size(): number {
    return this.#nodes.length
  }

  wayTo(index: number): Move[] {
    return this.#stopsTo(index).flatMap((at) => this.#nodes[at]?.move ?? [])
  }

  /** The states on the way to one, the first one first. */
  #stopsTo(index: number): number[] {
    const stops = [index]
    for (let at = this.#nodes[index]; at?.move; at = this.#nodes[at.from]) stops.unshift(at.from)
    return stops
  }

  async begin(): Promise<void> {
    const index = this.#nodeOf((await this.#life.state()).key, { from: 0, move: null })
    this.#stops = [{ index, back: this.#life.moment() }]
  }

  #nodeOf(key: string, { from, move }: { from: number; move: Move | null }): number {
    const known = this.#byState.get(key)
    if (known !== undefined) return known
    const index = this.#nodes.length
    const depth = move === null ? 0 : (this.#nodes[from]?.depth ?? 0) + 1
    this.#nodes.push({ key, from, move, depth, hasChief: false, mayHaveOne: false })
    this.#before.push([])
    this.#byState.set(key, index)
    return index
  }

  /** Leads the life to a state: back to where its way leaves the present one, and on from there. */
  async #goTo(index: number): Promise<string | null> {
    const way = this.#stopsTo(index)
    const common = this.#stops.findLastIndex((stop, place) => stop.index === way[place])
    this.#stops.length = common + 1
    this.#stops[common]?.back()
    for (const next of way.slice(common + 1)) {
      const move = this.#nodes[next]?.move
      const fault = move ? await this.#life.make(move) : null
      if (fault !== null) return fault
      this.#stops.push({ index: next, back: this.#life.moment() })
    }
    return null
  }

  /** Looks at one state and at every move out of it; what is wrong, or null. */
  async expand(index: number): Promise<Searched['fault']> {
    const way = this.wayTo(index)
    const fault = await this.#goTo(index)
    const node = this.#nodes[index]
    if (fault !== null || !node) return described(fault ?? 'nowhere', way)
    const state = await this.#life.state()
    if (state.key !== node.key) return described('the same way leads elsewhere', way)
    const before = this.#nodes[node.from]?.key ?? ''
    const undone = this.#game.undoes && node.move ? await this.#life.undoes(node.move, before) : null
    const wrong = undone ?? (await this.#life.fault(state))
    if (wrong !== null) return described(wrong, way)
    Object.assign(node, this.#life.about())
    for (const move of this.#life.moves(state)) {
      const here = [...way, move]
      if (!('asks' in move)) {
        this.transitions++
        const after = this.#nodeOf((await this.#life.foresee(move)).key, { from: index, move })
        if ('passes' in move) this.#before[after]?.push(index)
        continue
      }
      const attempted = await this.#life.attempt(move)
      const amiss = amissIn(move.asks.actor, attempted)
      if (amiss !== null) return described(amiss, here)
      if (attempted.state === null) {
        this.refused++
        continue
      }
      this.transitions++
      this.#before[this.#nodeOf(attempted.state.key, { from: index, move })]?.push(index)
    }
    return null
  }

  /** States from which people alone come to a chief in office, walked backwards. */
  ways(): { withWay: number; needRegister: number; lost: number | null } {
    const reached = new Set<number>()
    const open = this.#nodes.flatMap(({ hasChief }, index) => (hasChief ? [index] : []))
    for (const index of open) reached.add(index)
    for (let at = open.pop(); at !== undefined; at = open.pop())
      for (const before of this.#before[at] ?? [])
        if (!reached.has(before)) {
          reached.add(before)
          open.push(before)
        }
    const others = [...this.#nodes.keys()].filter((index) => !reached.has(index))
    const lost = others.find((index) => this.#nodes[index]?.mayHaveOne)
    return { withWay: reached.size, needRegister: others.length, lost: lost ?? null }
  }

  get deepest(): number {
    return this.#nodes.reduce((most, { depth }) => Math.max(most, depth), 0)
  }
}

function amissIn(actor: string, { answer, expected, isApart }: Attempted): string | null {
  if (answer !== expected) return `I1: ${expected} in the reference, ${answer} in the product`
  if (!isApart) return 'I4: the enterprise beside it has changed'
  return actor === neighbour && answer !== 'not-yours' ? `I4: a stranger is answered ${answer}` : null
}

/** Looks at every state that the game can reach, up to `statesMax`; `onState` is told how many are known and seen. */
export async function search(
  game: Game,
  { statesMax = Infinity, onState }: { statesMax?: number; onState?: (seen: number, known: number) => void } = {},
): Promise<Searched> {
  const found = new Search(game, await Life.begin(game))
  await found.begin()
  let fault: Searched['fault'] = null
  let seen = 0
  for (; seen < found.size && fault === null; seen++) {
    if (seen >= statesMax) {
      fault = described(`more than ${statesMax} states`, [])
      break
    }
    fault = await found.expand(seen)
    onState?.(seen + 1, found.size)
  }
  const { withWay, needRegister, lost } = found.ways()
  if (fault === null && lost !== null) fault = described('no way to a chief', found.wayTo(lost))
  const { transitions, refused, deepest } = found
  return { states: found.size, transitions, refused, withWay, needRegister, deepest, fault }
}
