import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { instant } from '#kernel'
import { generateKeyFile, parseKeyFile, peopleKeys } from '#keys'
import type { AssuranceLevel } from '#kernel'
import type { Store } from '#database'
import type { KeyRing } from '#keys'
import { authenticationService } from '../authentication.ts'
import type { AuthenticationSettings } from '../authentication.ts'
import type { SignInDeps } from '../deps.ts'
import { beginSignIn } from '../use-cases/begin-sign-in.ts'
import { completeSignIn } from '../use-cases/complete-sign-in.ts'
import type { Completed } from '../use-cases/complete-sign-in.ts'
import { clientSecret, redirectUri } from './key-ring.ts'
import type { RunningRing } from './key-ring.ts'

export const minute = 60_000

const random = (size: number): Uint8Array => new Uint8Array(randomBytes(size))

function newRing(): KeyRing {
  const parsed = parseKeyFile(generateKeyFile(random))
  assert.ok(parsed.ok)
  return parsed.value
}

/** The same for every test of a store, as in an installation: rows of one test are read by the next. */
const keysOfPeople = peopleKeys(newRing(), newRing())

/** Sign-in on a store with a running key ring, and a clock that can be moved. */
export type World = { ring: RunningRing; deps: SignInDeps; later(ms: number): void }

export function worldOf(ring: RunningRing, store: Store, change: Partial<AuthenticationSettings> = {}): World {
  let offset = 0
  const service = authenticationService({
    issuer: ring.issuer,
    clientId: 'claviger',
    clientSecret,
    redirectUri,
    ...change,
  })
  const deps: SignInDeps = {
    store,
    peopleKeys: keysOfPeople,
    clock: { now: () => instant(Math.floor(performance.timeOrigin + performance.now()) + offset) },
    newId: () =>
      randomBytes(16)
        .toString('hex')
        .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'),
    random,
    service,
    keys: [
      { code: 'eid', level: 500, amr: 'eid' },
      { code: 'itsme', level: 450, amr: 'bmid' },
      { code: 'mobile-code', level: 400, amr: 'mobile-code' },
      { code: 'email-code', level: 200, amr: 'email-code' },
    ],
  }
  return { ring, deps, later: (ms) => (offset += ms) }
}

export type Tab = { cookie: string; address: URL }
export type BeginOptions = { cookie?: string | null; level?: AssuranceLevel; to?: string }

export async function begin({ deps }: World, options: BeginOptions = {}): Promise<Tab> {
  const { cookie = null, level = 400, to = '/nl/mine' } = options
  const begun = await beginSignIn(deps, { cookie, level, to, language: 'nl' })
  assert.ok(begun.ok)
  const kept = begun.cookie ?? cookie
  assert.ok(kept)
  return { cookie: kept, address: begun.address }
}

/** An signs in with this key. */
export async function signInAs(world: World, key: string, options: BeginOptions = {}): Promise<Completed> {
  const { cookie, address } = await begin(world, options)
  const parameters = await world.ring.signIn(address, { person: 'an', key })
  return completeSignIn(world.deps, { cookie, parameters })
}

/** The cookie of An's new session. */
export async function signedIn(world: World, key = 'mobile-code', options: BeginOptions = {}): Promise<string> {
  const completed = await signInAs(world, key, options)
  assert.ok(completed.ok, JSON.stringify(completed))
  return completed.cookie
}

export const refusalOf = (completed: Completed): string | null => (completed.ok ? null : completed.error)
