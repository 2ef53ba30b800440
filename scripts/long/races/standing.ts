import type { FactKind, FactReader } from '#database'
import { instant } from '#kernel'
import { holdsOrWill, type World } from '../../../test/reference/index.ts'
import { enterpriseId, lookAtSeat, personId } from '../../../test/histories/product.ts'
import { enterpriseName } from './template.ts'

const kinds = ['appointment', 'stand_in', 'membership', 'authorisation', 'block', 'emergency_stop'] as const
const more = ['domain_activation', 'capacity_activation', 'account', 'proposal'] as const
const every: readonly FactKind[] = [...kinds, ...more]

type Row = { readonly [column: string]: unknown }

const states: Readonly<Record<string, string>> = { 'awaiting-activation': 'waiting' }

/** What a row says, in words that the reference has too; null: nothing that it tells apart. */
function said(kind: FactKind, row: Row): string | null {
  const { person_id: person, state, office, scope, capacity, service, domain, what, confirmed_by: confirmed } = row
  switch (kind) {
    case 'appointment':
      return state === 'vacant' ? null : [office, scope, person, states[String(state)] ?? state].join(' ')
    case 'stand_in':
      return `stand-in ${String(person)} ${String(state)}`
    case 'membership':
      return `user ${String(person)} ${String(capacity)}`
    case 'authorisation':
      return `service ${String(person)} ${String(service)}`
    case 'block':
      return `block ${String(person)} ${String(capacity)}`
    case 'emergency_stop':
      return 'stop'
    case 'domain_activation':
      return `domain ${String(domain)}`
    case 'capacity_activation':
      return `group ${String(capacity)}`
    case 'proposal':
      return confirmed === null ? `proposal ${String(what)}` : null
    default:
      return null
  }
}

/** What stands in an enterprise then or later, and what is wrong with its chief's seat. */
export interface Standing {
  readonly stands: string
  readonly seat: string | null
}

/** Looks at many enterprises by one statement. */
export async function standingOf(
  facts: FactReader,
  numbers: readonly number[],
  at: number,
): Promise<Map<number, Standing>> {
  const enterprises = numbers.map((number) => enterpriseId(enterpriseName(number)))
  const rows = await Promise.all(
    every.map(async (kind) => (await facts.find(kind, { enterprise_id: enterprises } as never)) as unknown as Row[]),
  )
  const byKind = new Map(
    every.map((kind, index) => [kind, Map.groupBy(rows[index] ?? [], (row) => row['enterprise_id'])]),
  )
  const found = new Map<number, Standing>()
  for (const [index, number] of numbers.entries()) {
    const own = (kind: FactKind) => byKind.get(kind)?.get(enterprises[index]) ?? []
    const stands = every.flatMap((kind) =>
      own(kind)
        .filter(({ valid_until: until }) => until === null || Number(until) > at)
        .map((row) => said(kind, row))
        .filter((text) => text !== null),
    )
    const find = async (kind: FactKind, where: { office?: unknown; state?: unknown }) =>
      own(kind).filter(
        (row) =>
          where.office === undefined ||
          (row['office'] === where.office && row['state'] !== 'awaiting-activation' && row['state'] !== 'accepted'),
      )
    const seat = await lookAtSeat({ find } as never, enterpriseName(number))
    found.set(number, { stands: stands.toSorted().join(', '), seat })
  }
  return found
}

/** The same of the reference's world. */
export function standingIn(world: World, now: number): string {
  const at = instant(now)
  const still = <T extends { from: number; until: number | null }>(all: readonly T[]): T[] =>
    all.filter((one) => holdsOrWill(one, at))
  return [
    ...still(world.appointments).map(({ office, scope, person, state }) =>
      [office, scope, personId(person), state].join(' '),
    ),
    ...still(world.standIns).map(({ person, state }) => `stand-in ${personId(person)} ${state}`),
    ...still(world.memberships).map(({ person, capacity }) => `user ${personId(person)} ${capacity}`),
    ...still(world.authorisations).map(({ person, service }) => `service ${personId(person)} ${service}`),
    ...still(world.blocks).map(({ person, capacity }) => `block ${personId(person)} ${capacity}`),
    ...still(world.stops).map(() => 'stop'),
    ...still(world.domains).map(({ domain }) => `domain ${domain}`),
    ...still(world.capacities).map(({ capacity }) => `group ${capacity}`),
    ...still(world.proposals).map(({ what }) => `proposal ${what}`),
  ]
    .toSorted()
    .join(', ')
}
