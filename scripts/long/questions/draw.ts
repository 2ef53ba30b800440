import type { Chance } from '../../../test/histories/chance.ts'
import type { Book, Question, World } from '../../../test/reference/index.ts'
import type { Lived } from './life.ts'

export type Pair = Pick<Question, 'enterprise' | 'person'>
type Action = Pick<Question, 'service' | 'role'>

const dayMs = 86_400_000
export const levels = [null, 100, 200, 300, 400, 450, 500]

export const actionsOf = (book: Book): Action[] => [
  ...book.services.map(({ code }) => ({ service: code })),
  ...book.roles.map(({ code }) => ({ role: code })),
]

/** Every moment at which something in the world begins or ends, with the milliseconds on either side. */
function turnsOf(world: World, enterprise: string): number[] {
  const all = [
    ...world.records,
    ...world.representations,
    ...world.stops,
    ...world.domains,
    ...world.capacities,
    ...world.appointments,
    ...world.standIns,
    ...world.memberships,
    ...world.authorisations,
    ...world.blocks,
    ...world.roles,
  ].filter((one) => one.enterprise === enterprise)
  const confirmed = world.situationsConfirmed.filter((one) => one.enterprise === enterprise).map(({ at }) => at)
  const turns = all.flatMap(({ from, until }) => (until === null ? [from] : [from, until]))
  return [...new Set([...turns, ...confirmed])].flatMap((turn) => [turn - 1, turn, turn + 1])
}

/** Which moments of an enterprise are asked about: each turn, the end, days between and days to come. */
export function momentsOf({ history, world }: Lived, enterprise: string, chance: Chance): readonly number[] {
  const { end } = history
  const days = Array.from({ length: 6 }, () => end + chance.between(-400, 400) * dayMs + chance.between(0, dayMs))
  const turns = turnsOf(world, enterprise)
  // What is so at the end is what is asked most.
  return [...turns, ...days, ...Array.from({ length: Math.ceil(turns.length / 2) }, () => end)]
}

export const isPartOf = (world: World, { enterprise, person }: Pair): boolean =>
  [...world.representations, ...world.appointments, ...world.memberships, ...world.roles, ...world.standIns].some(
    (one) => one.enterprise === enterprise && one.person === person,
  )

/** A question about two; mostly about what the person has or had. */
export function draw(chance: Chance, { book, world }: Lived, pair: Pair, moments: readonly number[]): Question {
  const held = [...world.authorisations, ...world.roles].filter(
    (one) => one.enterprise === pair.enterprise && one.person === pair.person,
  )
  const one = held.length > 0 && chance.is(0.6) ? chance.pick(held) : null
  const action = (): Action => {
    if (one === null) return chance.is(0.02) ? { service: 'nothing' } : chance.pick(actionsOf(book))
    if ('service' in one) return { service: one.service }
    return chance.is(0.5)
      ? { role: one.role }
      : { service: book.roles.find(({ code }) => code === one.role)?.service ?? '' }
  }
  const group = one !== null && 'capacity' in one && chance.is(0.5) ? one.capacity : chance.pick(book.capacities).code
  const capacity = chance.is(0.4) ? { capacity: chance.is(0.03) ? 'nowhere' : group } : {}
  return {
    ...pair,
    ...action(),
    ...capacity,
    level: chance.is(0.75) ? 500 : chance.pick(levels),
    at: chance.pick(moments),
  }
}
