import type { Catalogue } from '#catalogue'
import { smallCatalogue } from '../histories/catalogue.ts'

/** Which operations people try; the rest of the product stands still. More at once would be more states than a night has seconds. */
export const families = {
  chief: [
    'register-enterprise',
    'appoint-chief',
    'accept-appointment',
    'decline-appointment',
    'withdraw-appointment',
    'resign',
    'suspend-appointment',
    'resume-appointment',
    'press-emergency-stop',
    'lift-emergency-stop',
  ],
  joint: [
    'register-enterprise',
    'appoint-chief',
    'accept-appointment',
    'withdraw-appointment',
    'confirm-proposal',
    'confirm-chief-proposal',
    'withdraw-proposal',
    'press-emergency-stop',
    'lift-emergency-stop',
  ],
  offices: [
    'register-enterprise',
    'appoint-chief',
    'appoint-access-manager',
    'appoint-group-manager',
    'accept-appointment',
    'withdraw-appointment',
    'resign',
    'close-domain',
    'activate-domain',
  ],
  'co-chiefs': [
    'register-enterprise',
    'appoint-chief',
    'appoint-co-chief',
    'accept-appointment',
    'decline-appointment',
    'withdraw-appointment',
    'resign',
  ],
  users: [
    'register-enterprise',
    'appoint-chief',
    'accept-appointment',
    'resign',
    'activate-capacity',
    'create-user',
    'delete-user',
    'block-user',
    'unblock-user',
    'block-person',
    'unblock-person',
    'give-service',
    'withdraw-service',
    'press-emergency-stop',
    'lift-emergency-stop',
  ],
} as const

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
