import { endOf, midnight } from './days.ts'
import { ranks } from './words.ts'
import type { Book, Moment, Period, Rank, World } from './words.ts'

/** An operation as somebody asks it; what does not belong to its code is left out. */
export interface Asked {
  code: string
  enterprise: string
  actor: string
  level: number
  now: Moment
  /** The name that an appointment made by this operation is to bear. */
  name?: string
  person?: string
  ground?: 'employee' | 'legal-representative'
  /** The person is typed under another name than their own. */
  misspelt?: boolean
  /** The person is typed without a national number, and without an address and a phone to reach them. */
  unreached?: boolean
  /** Whoever sits in the seat goes at once. */
  immediately?: boolean
  appointment?: string
  proposal?: string
  standIn?: string
  /** The name of what is done by this, and of the act that is to be undone. */
  act?: string
  undoes?: string
  domain?: string
  capacity?: string
  service?: string
  services?: string[]
  /** First and last day, as people write them. */
  from?: string
  until?: string
}

export interface Refusal {
  reason: string
  levelNeeded?: number
}

/** What the operation does to the world, when it is allowed. */
export type Effect = () => void
export type Verdict = Refusal | Effect

/** What lets somebody administer: their own, or as a stand-in until that ends. `limited`: it neither appoints nor gives to its holder. */
export type Power = { rank: Rank; scope: string; limited?: boolean } & (
  { standIn?: undefined } | { standIn: string; until: Moment }
)

/** Everything that a rule looks at. */
export interface Case {
  book: Book
  world: World
  asked: Asked
  /** What lets the actor administer: ranks with their domain or capacity. */
  powers: Power[]
  representations: { jointly: boolean }[]
}
export type Rule = (it: Case) => Verdict

export const no = (reason: string): Refusal => ({ reason })
export const tooLow = (levelNeeded: number): Refusal => ({ reason: 'level-too-low', levelNeeded })

/** The highest rank with which the actor manages the enterprise, a domain of it, or a group of it; null: they do not. */
export function managerOf(it: Case, what: { domain?: string | undefined; capacity?: string }): Rank | null {
  const domain = what.domain ?? it.book.capacities.find(({ code }) => code === what.capacity)?.domain
  if (what.capacity !== undefined && domain === undefined) return null
  const fitting = it.powers.filter(({ rank, scope }) => {
    if (rank === 'chief-access-manager' || rank === 'co-chief-access-manager') return true
    if (rank === 'access-manager') return domain !== undefined && scope === domain
    return rank === 'group-manager' && what.capacity !== undefined && scope === what.capacity
  })
  return ranks.find((rank) => fitting.some((power) => power.rank === rank)) ?? null
}

/** The group's manager's rank, or why the actor may not: an unknown capacity is told to whoever has the whole enterprise. */
export function group(it: Case): { rank: Rank } | Refusal {
  const capacity = it.asked.capacity ?? ''
  if (!it.book.capacities.some(({ code }) => code === capacity))
    return no(it.powers.some(({ scope }) => scope === '') ? 'capacity-unknown' : 'outside-your-scope')
  const rank = managerOf(it, { capacity })
  return rank === null ? no('outside-your-scope') : { rank }
}

export function period({ book, asked }: Case): Period | Refusal {
  const from = asked.from === undefined ? asked.now : Math.max(asked.now, midnight(asked.from, book.zone))
  const until = asked.until === undefined ? null : endOf(asked.until, book.zone)
  if (until !== null && until <= asked.now) return no('period-in-the-past')
  return until !== null && until <= from ? no('period-reversed') : { from, until }
}

export const endsBy = (one: Moment | null, other: Moment | null): boolean =>
  other === null || (one !== null && one <= other)
export const soonest = (one: Moment | null, other: Moment | null): Moment | null => (endsBy(one, other) ? one : other)
