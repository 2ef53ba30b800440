import { instant } from '#kernel'
import { decide as decideInProduct } from '#rights'
import type { Catalogue } from '#catalogue'
import { bookOf } from '../histories/catalogue.ts'
import { inMemory, type InMemory } from '../histories/in-memory.ts'
import { enterpriseId, lookAtSeat, personId, questionOf, type Asked } from '../histories/product.ts'
import { decide, emptyWorld, end, holds, judge, type Book, type World } from '../reference/index.ts'
import { standing, stateOf } from './state.ts'

/** What may happen to a world: somebody asks, the register speaks, or time passes. */
export type Move =
  | { readonly asks: Omit<Asked, 'enterprise' | 'level' | 'now'> & { enterprise?: string } }
  | { readonly register: 'names' | 'drops'; readonly person: string }
  | { readonly register: 'ceases' }
  | { readonly passes: number }

export interface Game {
  readonly catalogue: Catalogue
  readonly book: Book
  /** The codes of what people try. */
  readonly operations: readonly string[]
  readonly persons: readonly string[]
  /** How the register names representatives. */
  readonly power: 'alone' | 'jointly'
  /** After how many days appointments that nobody accepts are over, so that one move takes time past it. */
  readonly days: number
}

export const gameOf = (
  catalogue: Catalogue,
  operations: readonly string[],
  persons: number,
  power: Game['power'] = 'alone',
): Game => ({
  catalogue,
  book: bookOf(catalogue),
  operations,
  persons: Array.from({ length: persons }, (_, index) => `p${index + 1}`),
  power,
  days: 31,
})

/** The enterprise in which everything happens, the one beside it, and its chief, who is nobody here. */
const here = 'e1'
const beside = 'e2'
export const neighbour = 'p9'

const start = Date.UTC(2026, 2, 2, 11)
const minuteMs = 60_000
const dayMs = 86_400_000

/** One world that is lived, in the product and in the reference. */
export class Life {
  readonly #game: Game
  readonly #product: InMemory
  readonly #world: World
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
    const told: Move[] = [
      { asks: { enterprise: beside, code: 'register-enterprise', actor: neighbour } },
      {
        asks: {
          enterprise: beside,
          code: 'appoint-chief',
          actor: neighbour,
          person: neighbour,
          ground: 'legal-representative',
        },
      },
    ]
    for (const move of told) {
      const fault = await life.make(move)
      if (fault !== null) throw new Error(`the world does not begin: ${fault}`)
    }
    return life
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
    return { ...asked, name: `a${this.#made + 1}`, enterprise, level: 500, now: this.#now }
  }

  /** Makes the move on both sides; null when both did, else what differs. */
  async make(move: Move): Promise<string | null> {
    this.#now += minuteMs
    if ('asks' in move) {
      const asked = this.#asked(move)
      const verdict = judge(this.#game.book, this.#world, asked)
      const got = await outcome(() => this.#product.operation(asked))
      const expected = typeof verdict === 'function' ? 'done' : verdict.reason
      if (typeof verdict === 'function') verdict()
      this.#made++
      return got === expected ? null : `${expected} in the reference, ${got} in the product`
    }
    await this.#happens(move)
    return null
  }

  async #happens(move: Exclude<Move, { asks: unknown }>): Promise<void> {
    const { facts } = this.#product
    if ('passes' in move) {
      this.#now += move.passes * dayMs
      return
    }
    const now = instant(this.#now)
    if (move.register === 'names') {
      await this.#names(here, move.person, this.#game.power)
    } else if (move.register === 'drops') {
      const [held] = await facts.find(
        'representation',
        { enterprise_id: enterpriseId(here), person_id: personId(move.person) },
        { at: now },
      )
      if (held) await facts.end('representation', held, now)
      for (const one of this.#world.representations.filter((other) => this.#isHere(other, move.person)))
        end(this.#world.representations, one, this.#now)
    } else {
      const [record] = await facts.find('enterprise_record', { enterprise_id: enterpriseId(here) }, { at: now })
      if (record) await facts.change('enterprise_record', record, { status: 'ceased' }, now)
      const standing_ = this.#world.records.find((one) => one.enterprise === here && holds(one, this.#now))
      if (!standing_) return
      const ceased = { ...standing_, ceased: true, from: this.#now }
      end(this.#world.records, standing_, this.#now)
      this.#world.records.push(ceased)
    }
  }

  #isHere = (one: { enterprise: string; person: string; from: number; until: number | null }, person?: string) =>
    one.enterprise === here && (person === undefined || one.person === person) && holds(one, this.#now)

  /** What the move would answer, and the state behind it; nothing stays of it. */
  async attempt(move: Move): Promise<{ answer: string; expected: string; state: string | null; isTold: boolean }> {
    const { facts } = this.#product
    const asked = this.#asked(move as Extract<Move, { asks: unknown }>)
    const now = this.#now + minuteMs
    const verdict = judge(this.#game.book, this.#world, { ...asked, now })
    const mark = facts.snapshot()
    const besideBefore = await this.#besideNow()
    const answer = await outcome(() => this.#product.operation({ ...asked, now }))
    const state = answer === 'done' ? await stateOf(facts, here, now) : null
    const isTold = (await this.#besideNow()) === besideBefore
    facts.restore(mark)
    return { answer, expected: typeof verdict === 'function' ? 'done' : verdict.reason, state, isTold }
  }

  async #besideNow(): Promise<string> {
    return JSON.stringify(await standing(this.#product.facts, beside, this.#now))
  }

  state(): Promise<string> {
    return stateOf(this.#product.facts, here, this.#now)
  }

  /** Everything that somebody may try here. */
  tries(): Move[] {
    const { operations, persons } = this.#game
    const waiting = this.#world.appointments.filter((one) => this.#isHere(one)).map(({ id }) => id)
    const proposals = this.#world.proposals
      .filter((one) => this.#isHere({ ...one, person: '' }, ''))
      .map(({ id }) => id)
    const actors = [...persons, neighbour]
    const each = <T>(all: readonly T[], of: (one: T) => object): object[] => all.map(of)
    const inputs: Record<string, object[]> = {
      'register-enterprise': [{}],
      'press-emergency-stop': [{}],
      'lift-emergency-stop': [{}],
      'appoint-chief': persons.flatMap((person) => [
        { person, ground: 'employee' },
        { person, ground: 'legal-representative' },
      ]),
      'appoint-co-chief': each(persons, (person) => ({ person, ground: 'employee' })),
      'appoint-access-manager': each(persons, (person) => ({ person, ground: 'employee', domain: 'alpha' })),
      'appoint-group-manager': each(persons, (person) => ({ person, ground: 'employee', capacity: 'plain' })),
      'accept-appointment': each(waiting, (appointment) => ({ appointment })),
      'decline-appointment': each(waiting, (appointment) => ({ appointment })),
      'withdraw-appointment': each(waiting, (appointment) => ({ appointment })),
      resign: each(waiting, (appointment) => ({ appointment })),
      'suspend-appointment': each(waiting, (appointment) => ({ appointment })),
      'resume-appointment': each(waiting, (appointment) => ({ appointment })),
      'confirm-proposal': each(proposals, (proposal) => ({ proposal })),
      'confirm-chief-proposal': each(proposals, (proposal) => ({ proposal })),
      'withdraw-proposal': each(proposals, (proposal) => ({ proposal })),
      'activate-domain': [{ domain: 'alpha' }],
      'close-domain': [{ domain: 'alpha' }],
      'activate-capacity': [{ capacity: 'plain' }],
      'create-user': each(persons, (person) => ({ person, capacity: 'plain', services: [] })),
      'delete-user': each(persons, (person) => ({ person, capacity: 'plain' })),
      'block-user': each(persons, (person) => ({ person, capacity: 'plain' })),
      'unblock-user': each(persons, (person) => ({ person, capacity: 'plain' })),
      'block-person': each(persons, (person) => ({ person })),
      'unblock-person': each(persons, (person) => ({ person })),
      'give-service': each(persons, (person) => ({ person, capacity: 'plain', service: 'files' })),
      'withdraw-service': each(persons, (person) => ({ person, capacity: 'plain', service: 'files' })),
    }
    return operations.flatMap((code) =>
      (inputs[code] ?? []).flatMap((input) => actors.map((actor): Move => ({ asks: { code, actor, ...input } }))),
    )
  }

  /** What may happen without anybody asking. */
  happenings(): Move[] {
    const { persons, days } = this.#game
    const named = new Set(this.#world.representations.filter((one) => this.#isHere(one)).map(({ person }) => person))
    const ceased = this.#world.records.some((one) => this.#isHere({ ...one, person: '' }, '') && one.ceased)
    return [
      ...persons.map((person): Move => ({ register: named.has(person) ? 'drops' : 'names', person })),
      ...(ceased ? [] : [{ register: 'ceases' } as const]),
      { passes: days },
    ]
  }

  /** What is wrong with the world as it stands; null when nothing is. */
  async fault(): Promise<string | null> {
    const seat = await lookAtSeat(this.#product.facts, here)
    if (seat !== null) return `I3: ${seat}`
    const own = this.#world.appointments.filter((one) => this.#isHere(one))
    for (const person of [...this.#game.persons, neighbour]) {
      const facts = await this.#product.pair(here, person)
      for (const { code } of this.#game.book.services) {
        const question = { enterprise: here, person, at: this.#now, service: code, level: 500 }
        const expected = decide(this.#game.book, this.#world, question)
        const got = decideInProduct(this.#product.catalogue, facts, questionOf(question))
        if (expected.permit !== got.permit || expected.reason !== got.reason)
          return `I1: ${person} and ${code}: ${expected.reason} in the reference, ${got.reason} in the product`
      }
    }
    return this.#freedomToLeave(own)
  }

  /** I2: taking away is never refused to whoever is entitled. */
  async #freedomToLeave(own: World['appointments']): Promise<string | null> {
    for (const { id, person, state } of own) {
      const leave = state === 'waiting' ? 'decline-appointment' : 'resign'
      const left = await this.attempt({ asks: { code: leave, actor: person, appointment: id } })
      if (left.answer !== 'done') return `I2: ${person} cannot ${leave}: ${left.answer}`
      for (const { person: representative } of this.#world.representations.filter((one) => this.#isHere(one))) {
        const taken = await this.attempt({
          asks: { code: 'withdraw-appointment', actor: representative, appointment: id },
        })
        if (taken.answer !== 'done') return `I2: ${representative} cannot withdraw ${id}: ${taken.answer}`
      }
    }
    return null
  }

  /** What matters for the question whether there is a way to a chief. */
  about(): { hasChief: boolean; mayHaveOne: boolean } {
    const seat = this.#world.appointments.filter(
      (one) => this.#isHere(one) && one.office === 'chief-access-manager' && one.state !== 'suspended',
    )
    const represents = (person: string) => this.#world.representations.some((one) => this.#isHere(one, person))
    const lives = this.#world.records.some((one) => this.#isHere({ ...one, person: '' }, '') && !one.ceased)
    const represented = this.#game.persons.filter(represents).length >= (this.#game.power === 'jointly' ? 2 : 1)
    // Whoever was appointed as a representative accepts as one (A4).
    const candidate = seat.some(({ ground, person }) => ground !== 'legal-representative' || represents(person))
    return {
      hasChief: seat.some(({ state }) => state === 'active'),
      mayHaveOne: lives && (represented || (candidate && !this.#isStopped())),
    }
  }

  #isStopped(): boolean {
    return this.#world.stops.some((one) => this.#isHere({ ...one, person: '' }, ''))
  }
}

async function outcome(work: () => Promise<{ reason: string } | null>): Promise<string> {
  try {
    return (await work())?.reason ?? 'done'
  } catch (error) {
    return `a fault: ${error instanceof Error ? error.message : String(error)}`
  }
}
