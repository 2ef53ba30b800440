import { decide as decideInProduct } from '#rights'
import { decide, emptyWorld, judge, type Book, type Question, type World } from '../reference/index.ts'
import { chanceFrom, type Chance } from './chance.ts'
import { happen, type History } from './history.ts'
import { enterpriseId, personId, questionOf, type Doors, type OpenProduct, type Product } from './product.ts'

/** What was counted over many histories. */
export interface Totals {
  operations: number
  accepted: number
  decisions: number
  refusals: Map<string, number>
  permits: Map<string, number>
  denials: Map<string, number>
}

export const noTotals = (): Totals => ({
  operations: 0,
  accepted: 0,
  decisions: 0,
  refusals: new Map(),
  permits: new Map(),
  denials: new Map(),
})

const count = (counts: Map<string, number>, key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1)

/** Where product and reference part. */
export interface Difference {
  /** The step after which they part; null: at the end. */
  step: number | null
  about: string
  reference: string
  product: string
}

export interface RunOptions {
  books: Record<History['catalogue'], Book>
  open: OpenProduct
  /** Share of the questions asked at the end: 1 asks every one. */
  questions: number
}

/** Lives a history in the reference and in the product; the first difference, or null. */
export async function live(history: History, options: RunOptions, totals: Totals): Promise<Difference | null> {
  const product = await options.open(history)
  try {
    return await compare(history, product, options, totals)
  } finally {
    await product.close()
  }
}

async function compare(
  history: History,
  product: Product,
  options: RunOptions,
  totals: Totals,
): Promise<Difference | null> {
  const book = options.books[history.catalogue]
  const world = emptyWorld()
  const roleRows = new Map<string, World['roles'][number]>()
  const chance = chanceFrom(history.seed ^ 0x5f3759df)
  for (const [index, step] of history.steps.entries()) {
    if ('given' in step) {
      if (happen(world, roleRows, step.given)) await product.given(step.given)
      continue
    }
    const { asked } = step
    const verdict = judge(book, world, asked)
    const expected = typeof verdict === 'function' ? 'done' : told(verdict)
    const got = await outcome(product, asked)
    totals.operations++
    if (typeof verdict === 'function') {
      totals.accepted++
      verdict()
    } else count(totals.refusals, verdict.reason)
    if (got !== expected) return { step: index, about: 'the ruling', reference: expected, product: got }
    if (typeof verdict !== 'function') continue
    const fault =
      asked.code.includes('appoint') || asked.code.startsWith('re') ? await product.seatFault(asked.enterprise) : null
    if (fault !== null) return { step: index, about: 'the chief’s seat', reference: 'held or vacant', product: fault }
    const person = chance.is(0.5) ? asked.actor : (asked.person ?? chance.pick(history.persons))
    const about = { enterprise: asked.enterprise, person, at: asked.now }
    const questions = Array.from({ length: 6 }, () => sample(chance, book, world, about))
    const difference = await ask(product, book, world, questions, totals)
    if (difference) return { step: index, ...difference }
  }
  return askAtTheEnd(history, product, { book, world, share: options.questions, chance }, totals)
}

async function outcome(product: Product, asked: Parameters<Product['operation']>[0]): Promise<string> {
  try {
    const verdict = await product.operation(asked)
    return verdict === null ? 'done' : told(verdict)
  } catch (error) {
    return `a fault: ${error instanceof Error ? error.message : String(error)}`
  }
}

const told = (refusal: { reason: string; levelNeeded?: number }): string =>
  refusal.levelNeeded === undefined ? refusal.reason : `${refusal.reason} (${refusal.levelNeeded})`

type Ask = { enterprise: string; person: string; at: number }
const levels = [null, 100, 200, 300, 400, 450, 500]

const actionsKnown = new WeakMap<Book, Pick<Question, 'service' | 'role'>[]>()

function actionsOf(book: Book): Pick<Question, 'service' | 'role'>[] {
  const known = actionsKnown.get(book) ?? [
    ...book.services.map(({ code }) => ({ service: code })),
    ...book.roles.map(({ code }) => ({ role: code })),
    { service: 'nothing' },
  ]
  actionsKnown.set(book, known)
  return known
}

/** One question; mostly about something that the person has or had. */
function sample(chance: Chance, book: Book, world: World, about: Ask): Question {
  const has = [...world.authorisations, ...world.roles].filter(
    (one) => one.enterprise === about.enterprise && one.person === about.person,
  )
  const held = has.length > 0 && chance.is(0.4) ? chance.pick(has) : null
  const action =
    held === null
      ? chance.pick(actionsOf(book))
      : 'service' in held
        ? { service: held.service }
        : chance.is(0.5)
          ? { role: held.role }
          : { service: book.roles.find(({ code }) => code === held.role)?.service ?? '' }
  const group =
    held !== null && 'capacity' in held && chance.is(0.5) ? held.capacity : chance.pick(book.capacities).code
  const capacity = chance.is(0.5) ? {} : { capacity: chance.is(0.03) ? 'nowhere' : group }
  return { ...about, ...action, ...capacity, level: chance.is(0.6) ? 500 : chance.pick(levels) }
}

/** Every person × enterprise × action × capacity × level on several days, or a share of them. */
async function askAtTheEnd(
  history: History,
  product: Product,
  { book, world, share, chance }: { book: Book; world: World; share: number; chance: Chance },
  totals: Totals,
): Promise<Difference | null> {
  const moments = history.steps.flatMap((step) => ('asked' in step ? [step.asked.now] : []))
  const start = moments[0] ?? history.end
  const days = [
    history.end,
    moments.length > 0 ? chance.pick(moments) : start,
    history.end + chance.between(1, 90) * 86_400_000,
    ...(chance.is(0.1) ? [start - chance.between(1, 500) * 86_400_000] : []),
  ]
  for (const enterprise of history.enterprises) {
    const everybody = await product.everybody(enterprise)
    for (const person of history.persons) {
      const about = { enterprise, person }
      const every = days.length * actionsOf(book).length * (book.capacities.length + 2) * levels.length
      const some = Math.ceil(every * (isPartOf(world, about) ? share : share / 10))
      const questions =
        share === 1
          ? everyQuestion(book, about, days)
          : Array.from({ length: some }, () => sample(chance, book, world, { ...about, at: chance.pick(days) }))
      const difference =
        (await ask(product, book, world, questions, totals)) ??
        listed(product, everybody.get(personId(person)), book, world, questions)
      if (difference) return { step: null, ...difference }
    }
  }
  return product.doors ? askAtTheDoors(history, product.doors, { book, world, chance }, days) : null
}

const isPartOf = (world: World, { enterprise, person }: Omit<Ask, 'at'>): boolean =>
  [...world.representations, ...world.appointments, ...world.memberships, ...world.roles].some(
    (one) => one.enterprise === enterprise && one.person === person,
  )

function everyQuestion(book: Book, about: Omit<Ask, 'at'>, days: readonly number[]): Question[] {
  const capacities = [{}, ...[...book.capacities.map(({ code }) => code), 'nowhere'].map((capacity) => ({ capacity }))]
  return days.flatMap((at) =>
    actionsOf(book).flatMap((action) =>
      capacities.flatMap((capacity) => levels.map((level) => ({ ...about, at, ...action, ...capacity, level }))),
    ),
  )
}

/** The decision, the three lists and the person's own page as services and people ask them; lists hold whoever is permitted at the highest level. */
async function askAtTheDoors(
  history: History,
  doors: Doors,
  { book, world, chance }: { book: Book; world: World; chance: Chance },
  days: readonly number[],
): Promise<Difference | null> {
  for (let time = 0; time < 6; time++) {
    const about = {
      enterprise: chance.pick(history.enterprises),
      person: chance.pick(history.persons),
      at: chance.pick(days),
    }
    const question = { ...sample(chance, book, world, about), level: 500 }
    const permits = (other: Partial<Question>) => decide(book, world, { ...question, ...other }).permit
    const { service: _service, role: _role, ...bare } = question
    const allowed = actionsOf(book).filter((action) => decide(book, world, { ...bare, ...action }).permit)
    const { bases: _bases, ...decided } = await doors.decision(question)
    const compared: [string, unknown, unknown][] = [
      ['decision', sorted(decide(book, world, question)), sorted(decided)],
      [
        'list of persons',
        history.persons.filter((person) => permits({ person })).map(personId),
        await doors.who(question),
      ],
      [
        'list of enterprises',
        history.enterprises.filter((enterprise) => permits({ enterprise })).map(enterpriseId),
        await doors.where(question),
      ],
      [
        'list of actions',
        allowed.map((one) => (one.role === undefined ? `service ${one.service}` : `role ${one.role}`)),
        await doors.what(question),
      ],
    ]
    const page = await doors.page(about)
    if (page.services !== null) {
      const now = { enterprise: about.enterprise, person: about.person, at: page.at, level: 500 }
      const shown = book.services.filter(({ code }) => decide(book, world, { ...now, service: code }).permit)
      compared.push(['page of rights', shown.map(({ code }) => code), page.services])
    }
    for (const [what, expected, got] of compared) {
      const [one, other] = [expected, got].map((value) =>
        Array.isArray(value) ? (value as string[]).toSorted(byText).join(', ') : String(value),
      )
      if (one !== other)
        return {
          step: null,
          about: `the ${what} ${JSON.stringify(question)}`,
          reference: one ?? '',
          product: other ?? '',
        }
    }
  }
  return null
}

/** The list finds whoever has anything, with the same facts: a person it leaves out is permitted nothing. */
function listed(
  product: Product,
  facts: Awaited<ReturnType<Product['pair']>> | undefined,
  book: Book,
  world: World,
  questions: readonly Question[],
): Omit<Difference, 'step'> | null {
  for (const question of questions.slice(0, 20)) {
    const expected = decide(book, world, question)
    const permit = facts !== undefined && decideInProduct(product.catalogue, facts, questionOf(question)).permit
    if (permit !== expected.permit)
      return {
        about: `the list of the enterprise: ${JSON.stringify(question)}`,
        reference: String(expected.permit),
        product: String(permit),
      }
  }
  return null
}

/** Asks questions about one pair on both sides. */
async function ask(
  product: Product,
  book: Book,
  world: World,
  questions: readonly Question[],
  totals: Totals,
): Promise<Omit<Difference, 'step'> | null> {
  const [first] = questions
  if (!first) return null
  const facts = await product.pair(first.enterprise, first.person)
  for (const question of questions) {
    const expected = decide(book, world, question)
    const { bases: _bases, ...got } = decideInProduct(product.catalogue, facts, questionOf(question))
    totals.decisions++
    count(expected.permit ? totals.permits : totals.denials, expected.reason)
    const [one, other] = [sorted(expected), sorted(got)]
    if (one !== other) return { about: `the decision ${JSON.stringify(question)}`, reference: one, product: other }
  }
  // A sample: the index is asked twice, and compared with more than the answer.
  const some = questions.filter((_, index) => index % Math.ceil(questions.length / 12) === 0)
  const parted = await product.indexed?.(some.map(questionOf), facts)
  return parted === undefined || parted === null
    ? null
    : { about: `the index ${JSON.stringify(first)}`, reference: 'the same', product: parted }
}

const byText = (a: string, b: string): number => (a < b ? -1 : 1)

const sorted = (answer: object): string =>
  JSON.stringify(Object.entries(answer).toSorted(([a], [b]) => (a < b ? -1 : 1)))
