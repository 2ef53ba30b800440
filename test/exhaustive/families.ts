import type { Catalogue } from '#catalogue'
import { smallCatalogue } from '../histories/catalogue.ts'
import type { Move } from './moves.ts'
import type { Looks } from './state.ts'

/** What people try in one search; the rest of the product stands still. */
export interface FamilyOf {
  /** Codes of what people try, some with how. */
  readonly operations: readonly string[]
  /** How the register names representatives. */
  readonly power: 'alone' | 'jointly'
  /** Whether the register names and drops whom it likes, or the first person only, at the beginning. */
  readonly register: 'names and drops' | 'stands still'
  readonly goesBankrupt: boolean
  /** Each act is thought better of at once. */
  readonly undoes: boolean
  readonly looks: Looks
  /** So many persons, from the first on, are not like the others: what people try names them apart. */
  readonly apart: number
  /** From which person on somebody is made a user. */
  readonly usersFrom: number
  /** What was done before the search begins. */
  readonly before: readonly Move[]
}

const usual: Omit<FamilyOf, 'operations'> = {
  power: 'alone',
  register: 'names and drops',
  goesBankrupt: false,
  undoes: false,
  looks: { atGivers: false },
  apart: 0,
  usersFrom: 0,
  before: [],
}

const [first, second] = ['p1', 'p2']
const isNamed: Move = { register: 'names', person: first }
const registers: Move = { asks: { code: 'register-enterprise', actor: first } }
/** The only representative is the chief too. */
const sits: readonly Move[] = [
  isNamed,
  registers,
  { asks: { code: 'appoint-chief', actor: first, person: first, ground: 'employee' } },
]

export const families = {
  chief: {
    ...usual,
    undoes: true,
    operations: [
      'register-enterprise',
      'appoint-chief',
      'appoint-chief at once',
      'accept-appointment',
      'decline-appointment',
      'withdraw-appointment',
      'resign',
      'suspend-appointment',
      'resume-appointment',
      'confirm-chief',
      'press-emergency-stop',
      'lift-emergency-stop',
    ],
  },
  joint: {
    ...usual,
    power: 'jointly',
    apart: 1,
    operations: [
      'register-enterprise',
      'appoint-chief of the first',
      'accept-appointment',
      'withdraw-appointment',
      'confirm-proposal',
      'confirm-chief-proposal',
      'withdraw-proposal',
      'press-emergency-stop',
      'lift-emergency-stop',
    ],
  },
  'co-chiefs': {
    ...usual,
    undoes: true,
    operations: [
      'register-enterprise',
      'appoint-chief as employee',
      'appoint-co-chief',
      'accept-appointment',
      'decline-appointment',
      'withdraw-appointment',
      'resign',
    ],
  },
  offices: {
    ...usual,
    apart: 1,
    register: 'stands still',
    before: sits,
    operations: [
      'appoint-chief of the first',
      'appoint-access-manager',
      'appoint-group-manager',
      'accept-appointment',
      'withdraw-appointment',
      'resign',
      'activate-domain',
      'close-domain',
      'activate-capacity',
      'close-capacity',
    ],
  },
  users: {
    ...usual,
    register: 'stands still',
    before: sits,
    operations: [
      'activate-capacity',
      'create-user',
      'delete-user',
      'block-user',
      'unblock-user',
      'block-person',
      'unblock-person',
      'give-service',
      'withdraw-service',
    ],
  },
  blocks: {
    ...usual,
    register: 'stands still',
    apart: 2,
    usersFrom: 2,
    before: [
      ...sits,
      { asks: { code: 'activate-capacity', actor: first, capacity: 'plain' } },
      { asks: { code: 'appoint-co-chief', actor: first, person: second, ground: 'employee', name: 'a0' } },
      { asks: { code: 'accept-appointment', actor: second, appointment: 'a0' } },
    ],
    operations: [
      'resign',
      'create-user',
      'delete-user',
      'block-user',
      'unblock-user',
      'block-person',
      'unblock-person',
      'appoint-chief of the first',
    ],
  },
  bankruptcy: {
    ...usual,
    goesBankrupt: true,
    operations: [
      'register-enterprise',
      'appoint-chief as employee',
      'accept-appointment',
      'withdraw-appointment',
      'resign',
      'confirm-earlier-rights',
    ],
  },
  'stand-ins': {
    ...usual,
    register: 'stands still',
    before: sits,
    operations: [
      'appoint-chief as employee',
      'accept-appointment',
      'resign',
      'suspend-appointment',
      'resume-appointment',
      'propose-stand-in',
      'accept-stand-in',
      'decline-stand-in',
      'end-stand-in',
      'keep-grants-of-stand-in',
      'activate-capacity',
      'create-user',
    ],
  },
  'take-over': {
    ...usual,
    register: 'stands still',
    looks: { atGivers: true },
    before: sits,
    operations: [
      'appoint-chief as employee',
      'appoint-access-manager',
      'accept-appointment',
      'withdraw-appointment',
      'resign',
      'confirm-office',
    ],
  },
} as const satisfies Record<string, FamilyOf>

/** One domain that opens with the account, one group in it, one service to be given and one that opens by itself. */
export function tinyCatalogue(like: Catalogue): Catalogue {
  const small = smallCatalogue(like)
  const only = <T>(all: ReadonlyMap<string, T>, ...codes: string[]): ReadonlyMap<string, T> =>
    new Map([...all].filter(([code]) => codes.includes(code)))
  return {
    ...small,
    domains: only(small.domains, 'alpha'),
    capacities: only(small.capacities, 'plain'),
    services: only(small.services, 'files', 'contact', 'box'),
    roles: new Map(),
  }
}
