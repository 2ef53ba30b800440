import { setTimeout as wait } from 'node:timers/promises'
import { appointmentDeeds } from '#appointments'
import { constraintOf, factsOf, type Store } from '#database'
import type { Instant } from '#kernel'
import { perform, performing, type PerformDeps } from '#operations'
import type pg from 'pg'
import type { Chance } from '../../../test/histories/chance.ts'
import { actorOf, enterpriseId, inputOf, operationOf, type Asked } from '../../../test/histories/product.ts'
import { judge, type Book, type World } from '../../../test/reference/index.ts'
import { enterpriseNumber, idInCopy, writeCopies, type Copy } from './copies.ts'
import type { Deed, Family } from './deeds.ts'
import type { Variant } from './pairs.ts'
import { standingIn, standingOf } from './standing.ts'
import { describe, type Needs, type Seat, type Slot } from './start.ts'
import type { SteadyClock } from './steady-clock.ts'
import { enterpriseName, makeTemplate, type Template } from './template.ts'

/** Two sessions' worth of the product on one database, and a plain client beside them. */
export interface Ground {
  readonly stores: readonly [Store, Store]
  readonly client: pg.Client
  readonly book: Book
  readonly clock: SteadyClock
  readonly depsOn: (store: Store) => PerformDeps
  /** A number that no enterprise has. */
  readonly nextNumber: () => number
  /** Enterprises made here a while ago, by what they were made for. */
  readonly templates: Map<string, Template>
}

type Racing = Ground & { readonly chance: Chance }

/** What both may be answered, how often time tells of what it did itself, and what stands afterwards. */
interface Order {
  readonly answers: readonly [string, string]
  readonly tells: number
  readonly stands: string
}

export interface Result {
  readonly key: string
  readonly wrong: string | null
}

const dayMs = 86_400_000
const day = (now: number, days: number): string => new Date(now + days * dayMs).toISOString().slice(0, 10)

const tells = 'time'

function askedBy({ asks }: Deed, side: number, now: number): Asked {
  const { from, until, ...rest } = asks
  const days = {
    ...(from === undefined ? {} : { from: day(now, from) }),
    ...(until === undefined ? {} : { until: day(now, until) }),
  }
  return { name: `new-${side}`, act: `act-${side}`, ...rest, ...days, level: 500, now, enterprise: 'e0' }
}

/** What the reference answers when one goes first. What time does by itself changes nothing but who knows of it. */
function inOrder(
  { book }: Ground,
  template: Template,
  deeds: readonly [Deed, Deed],
  moments: readonly [number, number],
): Order {
  const world = template.world()
  const [first, second] = deeds.map((deed, index) => {
    if (deed.byItself !== undefined) return tells
    const verdict = judge(book, world, askedBy(deed, index, moments[index] ?? 0))
    if (typeof verdict !== 'function') return verdict.reason
    verdict()
    return 'done'
  })
  const about = new Set(deeds.map(({ byItself }) => byItself).filter((name) => name !== undefined))
  const at = Math.max(...moments, about.size > 0 ? template.turn : 0) + 1
  const ended = [...about].filter((name) => endsByItself(world, name, template.turn)).length
  return { answers: [first ?? '', second ?? ''], tells: ended, stands: standingIn(world, at) }
}

const endsByItself = (world: World, id: string, turn: number): boolean =>
  [...world.appointments, ...world.standIns].some((one) => one.id === id && one.until === turn)

function ordersOf(ground: Ground, template: Template, { one, other }: Variant, now: number): Order[] {
  const turned = ({ answers, ...order }: Order): Order => ({ ...order, answers: [answers[1], answers[0]] })
  if (one.byItself === undefined && other.byItself === undefined)
    return [
      inOrder(ground, template, [one, other], [now, now + 1]),
      turned(inOrder(ground, template, [other, one], [now, now + 1])),
    ]
  const { turn } = template
  return [turn - 1, turn + 1].map((moment) => inOrder(ground, template, [one, other], [moment, moment]))
}

/** Somebody asks it of the product, or time does it; what is thrown is told by its constraint. */
async function act(ground: Ground, side: 0 | 1, deed: Deed, template: Template, copy: Copy): Promise<string> {
  const deps = ground.depsOn(ground.stores[side])
  const ids = new Map([...template.ids].map(([name, id]) => [name, idInCopy(id, template.number, copy.number)]))
  try {
    if (deed.byItself !== undefined) return await pass(deps, deed, ids.get(deed.byItself) ?? '', copy)
    const asked = askedBy(deed, side, deps.clock.now())
    const operation = operationOf(asked)
    const unknown = Object.fromEntries(
      (['appointment', 'proposal', 'standIn', 'undoes'] as const)
        .filter((part) => asked[part] !== undefined && !ids.has(asked[part]))
        .map((part) => [part, 'x999999999999']),
    )
    const input = inputOf({ ...asked, ...unknown }, operation, ids)
    const done = await perform(deps, operation, enterpriseNumber(copy.number), actorOf(asked), input)
    return done.allowed ? 'done' : done.reason
  } catch (error) {
    return `a fault: ${constraintOf(error) ?? String(error)}`
  }
}

const byCode = new Map(appointmentDeeds.map((deed) => [deed.code, deed]))

/** A pass of time over this one enterprise. */
async function pass(deps: PerformDeps, { code }: Deed, factId: string, copy: Copy): Promise<string> {
  const deed = byCode.get(code)
  if (!deed) throw new Error(`time does not do ${code}`)
  const due = { enterprise: enterpriseId(enterpriseName(copy.number)), factId, at: copy.turn }
  const here: typeof deed = {
    ...deed,
    due: async (_reader, { until }, after) => (after === null && copy.turn <= until ? [due] : []),
  }
  const { done, faults } = await performing.timeKeeper(deps, [here])()
  if (faults[0]) throw faults[0].fault
  return done > 0 ? 'done' : 'nothing'
}

const sizeMax = 500
const lanes = 4
/** Between one turn and the next, where something ends by itself. */
const paceMs = 6

/** Makes so many enterprises, races in each, and looks at all of them; null where there is no such enterprise. */
export async function raceVariant(
  ground: Racing,
  family: Family,
  variant: Variant,
  runs: number,
): Promise<Result[] | null> {
  const results: Result[] = []
  while (results.length < runs) {
    const some = await undisturbed(ground, () =>
      batch(ground, family, variant, Math.min(sizeMax, runs - results.length)),
    )
    if (some === null) return null
    results.push(...some)
  }
  return results
}

/** The same once more when the process was stopped meanwhile: PostgreSQL ends sessions that begin something and do not go on. */
async function undisturbed<T>({ clock }: Ground, work: () => Promise<T>): Promise<T> {
  for (;;) {
    const before = clock.stops()
    try {
      const done = await work()
      if (clock.stops() === before) return done
    } catch (fault) {
      if (clock.stops() === before) throw fault
    }
  }
}

/** What was done in it must be young enough to be undone. */
const templateAgeMaxMs = 240_000

interface Wanted {
  readonly needs: Needs
  readonly seat: Seat
  readonly last: readonly Slot[]
}

/** An enterprise as it is wanted: one made a while ago, or a new one; null where there is no such enterprise. */
async function templateFor(ground: Ground, wanted: Wanted): Promise<Template | null> {
  const { templates, stores, clock, nextNumber, book } = ground
  const key = JSON.stringify([wanted.seat.holder, wanted.needs, wanted.last])
  const known = templates.get(key)
  if (known && clock.now() - known.at < templateAgeMaxMs) return known
  const of = { store: stores[0], deps: ground.depsOn(stores[0]), book }
  const made = await makeTemplate(of, { number: nextNumber(), ...wanted })
  if (made !== null) templates.set(key, made)
  return made
}

async function batch(ground: Racing, { seat }: Family, variant: Variant, size: number): Promise<Result[] | null> {
  const { one, other, needs } = variant
  const deps = ground.depsOn(ground.stores[0])
  const last = [one.last, other.last].filter((slot) => slot !== undefined)
  // What is to be undone comes last where it can.
  const template =
    (await templateFor(ground, { needs, seat, last })) ?? (await templateFor(ground, { needs, seat, last: [] }))
  if (template === null) return null
  const byTime = one.byItself !== undefined || other.byItself !== undefined
  const orders = ordersOf(ground, template, variant, deps.clock.now() + 1)
  // Writing some hundred enterprises takes less than the first turn is away.
  const first = deps.clock.now() + (byTime ? 300 + size * 2 : 3_600_000)
  const copies = Array.from({ length: size }, (_, index): Copy => {
    return { number: ground.nextNumber(), turn: (first + index * paceMs) as Instant }
  })
  await writeCopies(ground.client, template, copies)
  const answers = new Map<number, [string, string]>()
  const left = [...copies]
  const lane = async () => {
    for (let copy = left.shift(); copy; copy = left.shift()) {
      if (byTime) await wait(Math.max(0, copy.turn - 3 - deps.clock.now()))
      answers.set(copy.number, await race(ground, variant, template, copy))
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  // Held up for a while, both may have been before the turn.
  const over = copies.at(-1)?.turn ?? 0
  if (byTime) while (deps.clock.now() <= over) await wait(paceMs)
  const told = byTime ? await toldLater(ground, variant, template, copies) : new Map<number, number>()
  const standing = await standingOf(
    factsOf(ground.stores[0].reader),
    copies.map(({ number }) => number),
    deps.clock.now(),
  )
  return copies.map(({ number }) => {
    const got = answers.get(number) ?? ['', '']
    const stood = standing.get(number) ?? { stands: '', seat: 'nobody looked' }
    return judged(variant, orders, { got, told: told.get(number) ?? 0, ...stood })
  })
}

async function race(
  ground: Racing,
  { one, other }: Variant,
  template: Template,
  copy: Copy,
): Promise<[string, string]> {
  const { chance } = ground
  // Sometimes one is a little behind, so that every order of the statements comes up.
  const [early, late] = chance.is(0.5) ? [0, chance.between(0, 6)] : [chance.between(0, 6), 0]
  const after = (ms: number) => (ms === 0 ? Promise.resolve() : wait(ms))
  return Promise.all([
    after(early).then(() => act(ground, 0, one, template, copy)),
    after(late).then(() => act(ground, 1, other, template, copy)),
  ])
}

const endsOfStandIns: ReadonlySet<string> = new Set(['stand-in-lapsed', 'stand-in-over'])
const standInEnds = (deed: Deed): Deed[] => [...endsOfStandIns].map((code) => ({ ...deed, code }))

/** Time passes once more over each enterprise: whatever it has not told yet. */
async function toldLater(ground: Ground, { one, other }: Variant, template: Template, copies: readonly Copy[]) {
  const told = new Map<number, number>()
  const timed = [one, other].filter(({ byItself }) => byItself !== undefined)
  // A proposal that was accepted at the last moment is over by its time instead of lapsing.
  const deeds = timed.flatMap((deed) => (endsOfStandIns.has(deed.code) ? standInEnds(deed) : [deed]))
  // Two deeds may be about one fact: what the one has nothing to say of is the other's to tell.
  const about = [...new Map(deeds.map((deed) => [`${deed.code} ${deed.byItself}`, deed])).values()]
  for (const copy of copies)
    for (const deed of about)
      if ((await act(ground, 0, deed, template, copy)) === 'done')
        told.set(copy.number, (told.get(copy.number) ?? 0) + 1)
  return told
}

/** Right is what the reference answers in one order or the other, with what then stands; time tells of everything once. */
function judged(
  { one, other, needs }: Variant,
  orders: readonly Order[],
  { got, told, stands, seat }: { got: [string, string]; told: number; stands: string; seat: string | null },
): Result {
  const byTime = [one.byItself !== undefined, other.byItself !== undefined]
  const toldNow = got.filter((answer, index) => byTime[index] && answer === 'done').length
  const isAnswer = (order: Order, index: 0 | 1) =>
    byTime[index] ? ['done', 'nothing'].includes(got[index]) : order.answers[index] === got[index]
  const fitting = orders.filter(
    (order) =>
      isAnswer(order, 0) && isAnswer(order, 1) && (byTime.includes(true) ? order.tells === told + toldNow : true),
  )
  const key = `${one.name}: ${got[0]} / ${other.name}: ${got[1]}`
  const right = orders.map(
    ({ answers, tells: count }) => `${answers.join(' / ')}${byTime.includes(true) ? ` told ${count}` : ''}`,
  )
  const where = describe(needs)
  if (fitting.length === 0)
    return { key, wrong: `${key} (${where}), told ${told + toldNow}; right is ${right.join(' or ')}` }
  if (seat !== null) return { key, wrong: `${key} (${where}); ${seat}` }
  if (fitting.some((order) => order.stands === stands)) return { key, wrong: null }
  return {
    key,
    wrong: `${key} (${where}); there stands ${stands}; right is ${fitting.map((order) => order.stands).join(' or ')}`,
  }
}
