import type { Asked, World } from '../reference/index.ts'
import { holds } from '../reference/index.ts'
import type { Game } from './life.ts'

/** What may happen to a world: somebody asks, the register speaks, or time passes. */
export type Move =
  | { readonly asks: Omit<Asked, 'enterprise' | 'level' | 'now'> & { enterprise?: string } }
  | { readonly register: 'names' | 'drops'; readonly person: string }
  | { readonly register: 'ceases' | 'goes bankrupt' }
  | { readonly passes: number }

/** Somebody of another enterprise, who is nobody here. */
export const neighbour = 'p9'

type Input = Partial<Asked>

interface There {
  readonly game: Game
  readonly world: World
  readonly enterprise: string
  readonly now: number
}

const ofEnterprise = <T extends { enterprise: string; from: number; until: number | null }>(
  all: readonly T[],
  { enterprise, now }: There,
): T[] => all.filter((one) => one.enterprise === enterprise && holds(one, now))

const dayAfter = (now: number, days: number): string => new Date(now + days * 86_400_000).toISOString().slice(0, 10)

/** What can be said with each operation, by its code, or by the code and how. */
function inputsOf(there: There): Record<string, Input[]> {
  const { persons } = there.game
  const appointments = ofEnterprise(there.world.appointments, there).map(({ id }) => ({ appointment: id }))
  const proposals = ofEnterprise(there.world.proposals, there).map(({ id }) => ({ proposal: id }))
  const standIns = ofEnterprise(there.world.standIns, there).map(({ id }) => ({ standIn: id }))
  const someone = (more: Input): Input[] => persons.map((person) => ({ person, ...more }))
  const employed = (more: Input = {}): Input[] => someone({ ground: 'employee', ...more })
  const group = { capacity: 'plain' }
  const users = (more: Input): Input[] => someone(more).slice(there.game.usersFrom)
  const domain = { domain: 'alpha' }
  const onAppointments = [
    'accept-appointment',
    'decline-appointment',
    'withdraw-appointment',
    'resign',
    'suspend-appointment',
    'resume-appointment',
    'confirm-chief',
    'confirm-office',
  ]
  return {
    ...Object.fromEntries(onAppointments.map((code) => [code, appointments])),
    'register-enterprise': [{}],
    'press-emergency-stop': [{}],
    'lift-emergency-stop': [{}],
    'confirm-earlier-rights': [{}],
    'appoint-chief': [...employed(), ...someone({ ground: 'legal-representative' })],
    'appoint-chief as employee': employed({ code: 'appoint-chief' }),
    'appoint-chief of the first': employed({ code: 'appoint-chief' }).slice(0, 1),
    'appoint-chief at once': employed({ code: 'appoint-chief', immediately: true }),
    'appoint-co-chief': employed(),
    'appoint-access-manager': employed(domain),
    'appoint-group-manager': employed(group),
    'confirm-proposal': proposals,
    'confirm-chief-proposal': proposals,
    'withdraw-proposal': proposals,
    'propose-stand-in': appointments.flatMap((one) => someone({ ...one, until: dayAfter(there.now, 20) })),
    'accept-stand-in': standIns,
    'decline-stand-in': standIns,
    'end-stand-in': standIns,
    'keep-grants-of-stand-in': standIns,
    'activate-domain': [domain],
    'close-domain': [domain],
    'activate-capacity': [group],
    'close-capacity': [group],
    'create-user': users({ ...group, services: [] }),
    'delete-user': users(group),
    'block-user': users(group),
    'unblock-user': users(group),
    'block-person': users({}),
    'unblock-person': users({}),
    'give-service': users({ ...group, service: 'files' }),
    'withdraw-service': users({ ...group, service: 'files' }),
    'confirm-user': users(group),
  }
}

/** Whom a move names, in an order that does not depend on who they are. */
function namedBy(move: Move, { world }: There): string[] {
  if ('passes' in move) return []
  if ('register' in move) return 'person' in move ? [move.person] : []
  const { appointment, proposal, standIn, actor, person } = move.asks
  const standsIn = world.standIns.find(({ id }) => id === standIn)
  return [
    world.appointments.find(({ id }) => id === appointment)?.person,
    world.proposals.find(({ id }) => id === proposal)?.by,
    standsIn?.person,
    standsIn?.holder,
    actor,
    person,
  ].filter((one) => one !== undefined)
}

/** Of persons who are alike, the first is named first: every other move is the same with others in their places. */
function isFirst(named: readonly string[], alike: readonly (readonly string[])[]): boolean {
  return alike.every((group) => {
    const order = [...new Set(named.filter((person) => group.includes(person)))]
    return order.every((person, index) => group[index] === person)
  })
}

/** Everything that somebody may try, and everything that happens without anybody asking; once for persons who are alike. */
export function movesOf(there: There, alike: readonly (readonly string[])[]): Move[] {
  const { operations, persons } = there.game
  const inputs = inputsOf(there)
  const actors = [...persons, neighbour]
  const tries = operations.flatMap((code) =>
    (inputs[code] ?? []).flatMap((input) => actors.map((actor): Move => ({ asks: { code, actor, ...input } }))),
  )
  return [...tries, ...happenings(there)].filter((move) => isFirst(namedBy(move, there), alike))
}

function happenings(there: There): Move[] {
  const { game, world } = there
  const named = new Set(ofEnterprise(world.representations, there).map(({ person }) => person))
  const record = ofEnterprise(world.records, there)[0]
  return [
    ...(game.register === 'names and drops'
      ? game.persons.map((person): Move => ({ register: named.has(person) ? 'drops' : 'names', person }))
      : []),
    ...(record?.ceased ? [] : [{ register: 'ceases' } as const]),
    ...(game.goesBankrupt && record?.situation === 'normal' && !record.ceased
      ? [{ register: 'goes bankrupt' } as const]
      : []),
    { passes: game.days },
  ]
}
