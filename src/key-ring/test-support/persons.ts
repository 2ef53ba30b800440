import { instant, makeNationalNumber } from '#kernel'
import type { DigitalKey, KeyRingOptions, RingPerson } from '../key-ring.ts'

const same = (name: string): DigitalKey['name'] => ({ nl: name, fr: name, de: name, en: name })

const keys: DigitalKey[] = [
  { code: 'eid', level: 500, name: same('eID'), amr: 'eid' },
  { code: 'itsme', level: 450, name: same('itsme'), amr: 'bmid' },
  { code: 'mobile-code', level: 400, name: same('Mobile code'), amr: 'mobile-code' },
  { code: 'email-code', level: 200, name: same('E-mail code'), amr: 'email-code' },
]

export const an: RingPerson = {
  id: 'an',
  nationalNumber: makeNationalNumber({ year: 1985, month: 7, day: 30, counter: 33 }),
  givenName: 'An',
  familyName: 'Peeters',
  email: 'an@korenaar.example',
  keys: ['eid', 'itsme', 'mobile-code', 'email-code'],
}

export const tom: RingPerson = {
  id: 'tom',
  nationalNumber: makeNationalNumber({ year: 1990, month: 1, day: 2, counter: 35 }),
  givenName: 'Tom',
  familyName: 'Maes',
  keys: ['email-code'],
}

/** A key ring for tests on this port, whose client comes back to `redirectUri`. */
export function ringOptions(port: number, redirectUri: string): KeyRingOptions {
  return {
    issuer: `http://127.0.0.1:${port}/key-ring`,
    client: { id: 'claviger', secret: 'a secret of the tests, longer than thirty-two', redirectUris: [redirectUri] },
    persons: async () => [an, tom],
    keys,
    language: 'nl',
    clock: { now: () => instant(Math.floor(performance.timeOrigin + performance.now())) },
    cookieKeys: ['cookie key of the tests'],
    stylesheetPath: '/assets/claviger.css',
    accountPath: '/sign-in/account',
  }
}
