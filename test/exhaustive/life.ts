import { instant } from '#kernel'
import { decide as decideInProduct } from '#rights'
import type { Catalogue } from '#catalogue'
import { bookOf } from '../histories/catalogue.ts'
import { inMemory, type InMemory } from '../histories/in-memory.ts'
import { enterpriseId, lookAtSeat, personId, questionOf, type Asked } from '../histories/product.ts'
import { decide, emptyWorld, end, holds, judge, type Book, type World } from '../reference/index.ts'
import type { FamilyOf } from './families.ts'
import { movesOf, neighbour, type Move } from './moves.ts'
import { standing, stateOf, type State } from './state.ts'

export interface Game extends FamilyOf {
  readonly catalogue: Catalogue
  readonly book: Book
  readonly persons: readonly string[]
  /** After how many days appointments that nobody accepts are over, so that one move takes time past it. */
  readonly days: number
}

export const gameOf = (catalogue: Catalogue, family: FamilyOf, persons: number): Game => ({
  ...family,
  catalogue,
  book: bookOf(catalogue),
  persons: Array.from({ length: persons }, (_, index) => `p${index + 1}`),
  days: 31,
})

/** The enterprise in which everything happens, and the one beside it, whose chief is nobody here. */
const here = 'e1'
const beside = 'e2'

const start = Date.UTC(2026, 2, 2, 11)
const minuteMs = 60_000
const dayMs = 86_400_000

export interface Attempted {
  readonly answer: string
  readonly expected: string
  /** null where it was refused. */
  readonly state: State | null
  /** Nothing has changed in the enterprise beside it. */
  readonly isApart: boolean
}

/** One world that is lived, in the product and in the reference. */
export class Life {
  readonly #game: Game
  readonly #product: InMemory
  #world: World
  #now = start
  #made = 0

  private constructor(game: Game, product: InMemory, world: World) {
    this.#game = game
    this.#product = product
    this.#world = world
  }

  /** A world at its beginning: two enterprises in the register, of which one has a chief. */
  static async begin(game: Game): Promise<Life> {
    const history = { seed: 0, persons: [...game.persons, neighbour], enterprises: [here, beside], steps: [], end: 0 }
    const open = inMemory({ small: game.catalogue, belgium: game.catalogue })
    const life = new Life(game, await open({ ...history, catalogue: 'small' }), emptyWorld())
    for (const enterprise of [here, beside]) await life.#enter(enterprise)
    await life.#names(beside, neighbour, 'alone')
    const itself = { actor: neighbour, enterprise: beside }
    const told: Move[] = [
      { asks: { ...itself, code: 'register-enterprise' } },
      { asks: { ...itself, code: 'appoint-chief', person: neighbour, ground: 'legal-representative' } },
      ...game.before,
    ]
    for (const move of told) {
      const fault = await life.make(move)
      if (fault !== null) throw new Error(`the world does not begin: ${fault}`)
    }
    return life
  }

  /** This moment of the life; the answer leads back to it, and makes moments taken since void. */
  moment(): () => void {
    const back = this.#product.place()
    const [world, now, made] = [structuredClone(this.#world), this.#now, this.#made]
    return () => {
      back()
      this.#world = structuredClone(world)
      this.#now = now
      this.#made = made
    }
  }

  async #enter(enterprise: string): Promise<void> {
    const period = { from: start - 1000 * dayMs, until: null }
    const record = { enterprise, ceased: false, situation: 'normal', legalForm: 'company', rszNumber: true, ...period }
    await this.#product.given({ what: 'record', ...record })
    this.#world.records.push(record)
  }

  async #names(enterprise: string, person: string, power: Game['power']): Promise<void> {
    const named = { enterprise, person, function: 'director', from: this.#now, until: null }
    await this.#product.given({ what: 'representation', ...named, power })
    this.#world.representations.push({ ...named, jointly: power === 'jointly' })
  }

  #asked(move: Extract<Move, { asks: unknown }>): Asked {
    const { enterprise = here, ...asked } = move.asks
    const next = this.#made + 1
    return { name: `a${next}`, act: `d${next}`, ...asked, enterprise, level: 500, now: this.#now }
  }

  /** Makes the move on both sides; null when both did, else what differs. */
  async make(move: Move): Promise<string | null> {
    this.#now += minuteMs
    if (!('asks' in move)) {
      await this.#happens(move)
      return null
    }
    const asked = this.#asked(move)
    // Only the last act is ever undone here.
    this.#world.acts = []
    const verdict = judge(this.#game.book, this.#world, asked)
    const got = await outcome(() => this.#product.operation(asked))
    const expected = typeof verdict === 'function' ? 'done' : verdict.reason
    if (typeof verdict === 'function') verdict()
    this.#made++
    return got === expected ? null : `${expected} in the reference, ${got} in the product`
  }

  async #happens(move: Exclude<Move, { asks: unknown }>): Promise<void> {
    const { facts } = this.#product
    if ('passes' in move) {
      this.#now += move.passes * dayMs
      return
    }
    const now = instant(this.#now)
    if (move.register === 'names') await this.#names(here, move.person, this.#game.power)
    else if (move.register === 'drops') {
      const who = { enterprise_id: enterpriseId(here), person_id: personId(move.person) }
      const [held] = await facts.find('representation', who, { at: now })
      if (held) await facts.end('representation', held, now)
      for (const one of this.#world.representations.filter((other) => this.#isHere(other, move.person)))
        end(this.#world.representations, one, this.#now)
    } else {
      const ceases = move.register === 'ceases'
      const [record] = await facts.find('enterprise_record', { enterprise_id: enterpriseId(here) }, { at: now })
      const change = ceases ? { status: 'ceased' as const } : { situation: 'bankrupt' }
      if (record) await facts.change('enterprise_record', record, change, now)
      const stands = this.#world.records.find((one) => one.enterprise === here && holds(one, this.#now))
      if (!stands) return
      const changed = { ...stands, ...(ceases ? { ceased: true } : { situation: 'bankrupt' }), from: this.#now }
      end(this.#world.records, stands, this.#now)
      this.#world.records.push(changed)
    }
  }

  #isHere = (one: { enterprise: string; person?: string; from: number; until: number | null }, person?: string) =>
    one.enterprise === here && (person === undefined || one.person === person) && holds(one, this.#now)

  /** What somebody would be answered, and the state behind it; nothing stays of it. */
  async attempt(move: Extract<Move, { asks: unknown }>): Promise<Attempted> {
    const now = this.#now + minuteMs
    const asked = { ...this.#asked(move), now }
    const verdict = judge(this.#game.book, this.#world, asked)
    const expected = typeof verdict === 'function' ? 'done' : verdict.reason
    const back = this.#product.place()
    const answer = await outcome(() => this.#product.operation(asked))
    if (answer !== 'done') {
      back()
      return { answer, expected, state: null, isApart: true }
    }
    const state = await this.#stateAt(now)
    const after = await this.#besideNow()
    back()
    return { answer, expected, state, isApart: after === (await this.#besideNow()) }
  }

  /** The state behind what happens by itself; nothing stays of it. */
  async foresee(move: Exclude<Move, { asks: unknown }>): Promise<State> {
    const back = this.moment()
    await this.make(move)
    const state = await this.state()
    back()
    return state
  }

  /** Whoever made the last move thinks better of it: they are told the same on both sides, and all is as it was. */
  async undoes(move: Move, before: string): Promise<string | null> {
    if (!('asks' in move)) return null
    const undo = { code: 'undo', actor: move.asks.actor, undoes: `d${this.#made}` }
    const { answer, expected, state } = await this.attempt({ asks: undo })
    if (answer !== expected) return `I1: undoing is ${expected} in the reference, ${answer} in the product`
    return state === null || state.key === before ? null : 'undone, it is not as it was'
  }

  #besideNow(): Promise<string> {
    return standing(this.#product.facts, beside, this.#now)
  }

  async #stateAt(now: number): Promise<State> {
    const { looks, persons, apart } = this.#game
    const ids = persons.map(personId)
    const about = { now, persons: ids, apart: ids.slice(0, apart), looks }
    const { key, alike } = await stateOf(this.#product.facts, here, about)
    const nameOf = (id: string) => persons.find((name) => personId(name) === id) ?? ''
    return { key, alike: alike.map((group) => group.map(nameOf).toSorted()) }
  }

  state(): Promise<State> {
    return this.#stateAt(this.#now)
  }

  /** Everything that may happen next, once for persons who are alike. */
  moves({ alike }: State): Move[] {
    return movesOf({ game: this.#game, world: this.#world, enterprise: here, now: this.#now }, alike)
  }

  /** What is wrong with the world as it stands; null when nothing is. */
  async fault({ alike }: State): Promise<string | null> {
    const seat = await lookAtSeat(this.#product.facts, here)
    if (seat !== null) return `I3: ${seat}`
    for (const person of [...alike.flatMap(([first]) => first ?? []), neighbour]) {
      const facts = await this.#product.pair(here, person)
      for (const { code } of this.#game.book.services) {
        const question = { enterprise: here, person, at: this.#now, service: code, level: 500 }
        const expected = decide(this.#game.book, this.#world, question)
        const got = decideInProduct(this.#product.catalogue, facts, questionOf(question))
        if (expected.permit !== got.permit || expected.reason !== got.reason)
          return `I1: ${person} and ${code}: ${expected.reason} in the reference, ${got.reason} in the product`
      }
    }
    return this.#freedomToLeave()
  }

  /** I2: taking away is never refused to whoever is entitled. */
  async #freedomToLeave(): Promise<string | null> {
    const representatives = this.#world.representations.filter((one) => this.#isHere(one))
    for (const { id, person, state } of this.#world.appointments.filter((one) => this.#isHere(one))) {
      const leave = state === 'waiting' || state === 'accepted' ? 'decline-appointment' : 'resign'
      const left = await this.#answer({ code: leave, actor: person, appointment: id })
      if (left !== 'done') return `I2: ${person} cannot ${leave}: ${left}`
      for (const { person: actor } of representatives) {
        const taken = await this.#answer({ code: 'withdraw-appointment', actor, appointment: id })
        if (taken !== 'done') return `I2: ${actor} cannot withdraw ${id}: ${taken}`
      }
    }
    return null
  }

  async #answer(asks: Extract<Move, { asks: unknown }>['asks']): Promise<string> {
    const back = this.#product.place()
    const answer = await outcome(() => this.#product.operation({ ...this.#asked({ asks }), now: this.#now + minuteMs }))
    back()
    return answer
  }

  /** What matters for the question whether there is a way to a chief. */
  about(): { hasChief: boolean; mayHaveOne: boolean } {
    const seat = this.#world.appointments.filter(
      (one) => this.#isHere(one) && one.office === 'chief-access-manager' && one.state !== 'suspended',
    )
    const represents = (person: string) => this.#world.representations.some((one) => this.#isHere(one, person))
    const lives = this.#world.records.some((one) => this.#isHere(one) && !one.ceased)
    const represented = this.#game.persons.filter(represents).length >= (this.#game.power === 'jointly' ? 2 : 1)
    // Whoever was appointed as a representative accepts as one (A4); what was given before a bankruptcy waits (R13).
    const held = this.#world.records.some((one) => this.#isHere(one) && one.situation === 'bankrupt')
    const candidate = seat.some(
      ({ ground, person }) => !held && (ground !== 'legal-representative' || represents(person)),
    )
    const isStopped = this.#world.stops.some((one) => this.#isHere(one))
    return {
      hasChief: seat.some(({ state }) => state === 'active'),
      mayHaveOne: lives && (represented || (candidate && !isStopped)),
    }
  }
}

async function outcome(work: () => Promise<{ reason: string } | null>): Promise<string> {
  try {
    return (await work())?.reason ?? 'done'
  } catch (error) {
    return `a fault: ${error instanceof Error ? error.message : String(error)}`
  }
}
