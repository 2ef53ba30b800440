import { Life, neighbour, type Game, type Move } from './life.ts'

export interface Searched {
  readonly states: number
  /** Moves from one state to another or the same one, and attempts that were refused. */
  readonly transitions: number
  readonly refused: number
  /** States from which people alone reach a chief, and living ones where only the register or the desk can help. */
  readonly withWay: number
  readonly needRegister: number
  readonly deepest: number
  readonly fault: { readonly what: string; readonly way: readonly Move[] } | null
}

interface Node {
  readonly from: number
  readonly move: Move | null
  readonly depth: number
  hasChief: boolean
  mayHaveOne: boolean
}

const described = (what: string, way: readonly Move[]) => ({ what, way })

class Search {
  readonly #game: Game
  readonly #nodes: Node[] = []
  readonly #byState = new Map<string, number>()
  /** Who leads where, by people's own moves: from each state those before it. */
  readonly #before: number[][] = []
  transitions = 0
  refused = 0

  constructor(game: Game) {
    this.#game = game
  }

  get size(): number {
    return this.#nodes.length
  }

  wayTo(index: number): Move[] {
    const way: Move[] = []
    for (let at = this.#nodes[index]; at?.move; at = this.#nodes[at.from]) way.unshift(at.move)
    return way
  }

  async begin(): Promise<void> {
    const life = await Life.begin(this.#game)
    this.#nodeOf(await life.state(), { from: 0, move: null })
  }

  #nodeOf(state: string, { from, move }: { from: number; move: Move | null }): number {
    const known = this.#byState.get(state)
    if (known !== undefined) return known
    const index = this.#nodes.length
    const depth = move === null ? 0 : (this.#nodes[from]?.depth ?? 0) + 1
    this.#nodes.push({ from, move, depth, hasChief: false, mayHaveOne: false })
    this.#before.push([])
    this.#byState.set(state, index)
    return index
  }

  async #lived(way: readonly Move[]): Promise<{ life: Life; fault: string | null }> {
    const life = await Life.begin(this.#game)
    for (const move of way) {
      const fault = await life.make(move)
      if (fault !== null) return { life, fault }
    }
    return { life, fault: null }
  }

  /** Looks at one state and at every move out of it; what is wrong, or null. */
  async expand(index: number): Promise<Searched['fault']> {
    const way = this.wayTo(index)
    const { life, fault } = await this.#lived(way)
    const wrong = fault ?? (await life.fault())
    if (wrong !== null) return described(wrong, way)
    const node = this.#nodes[index]
    if (node) Object.assign(node, life.about())
    for (const move of life.tries()) {
      const { answer, expected, state, isTold } = await life.attempt(move)
      const here = [...way, move]
      if (answer !== expected) return described(`I1: ${expected} in the reference, ${answer} in the product`, here)
      if (!isTold) return described('I4: the enterprise beside it has changed', here)
      if ('asks' in move && move.asks.actor === neighbour && answer !== 'not-yours')
        return described(`I4: a stranger is answered ${answer}`, here)
      if (state === null) {
        this.refused++
        continue
      }
      this.transitions++
      this.#before[this.#nodeOf(state, { from: index, move })]?.push(index)
    }
    for (const move of life.happenings()) {
      const { life: other } = await this.#lived([...way, move])
      this.transitions++
      const after = this.#nodeOf(await other.state(), { from: index, move })
      if ('passes' in move) this.#before[after]?.push(index)
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

/** Looks at every state that the game can reach, up to `statesMax`; `onState` is told how many are known and seen. */
export async function search(
  game: Game,
  { statesMax = Infinity, onState }: { statesMax?: number; onState?: (seen: number, known: number) => void } = {},
): Promise<Searched> {
  const found = new Search(game)
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
