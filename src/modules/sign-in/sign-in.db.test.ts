import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { personById } from '#people'
import { describeOnBothStores } from '../../../test/support/stores.ts'
import type { Store } from '#database'
import { authenticationService } from './authentication.ts'
import type { AuthenticationSettings } from './authentication.ts'
import { beginSignIn } from './use-cases/begin-sign-in.ts'
import { completeSignIn } from './use-cases/complete-sign-in.ts'
import { loadSession } from './use-cases/load-session.ts'
import { signOut } from './use-cases/sign-out.ts'
import { redirectUri, startKeyRing } from './test-support/key-ring.ts'
import type { RunningRing } from './test-support/key-ring.ts'
import { begin, minute, refusalOf, signInAs, worldOf } from './test-support/world.ts'

let ring: RunningRing
before(async () => {
  ring = await startKeyRing()
})
after(() => ring.stop())

describeOnBothStores('signing in', (open) => {
  let store: Store
  before(async () => {
    store = await open()
  })

  test('a first sign-in makes the person with the name of the key, and goes on where it was asked', async () => {
    const world = worldOf(ring, store)
    const completed = await signInAs(world, 'itsme', { to: '/nl/enterprises/0123456749?x=1' })
    assert.ok(completed.ok)
    assert.equal(completed.to, '/nl/enterprises/0123456749?x=1')
    assert.equal(completed.language, 'nl')
    assert.equal(completed.level, 450)
    const session = await loadSession(world.deps, completed.cookie)
    assert.equal(session?.signedIn?.person.givenName, 'An')
    assert.equal(session?.signedIn?.key, 'itsme')
    assert.equal(session?.signedIn?.level, 450)
    assert.equal(session?.signedIn?.fresh, true)
    const person = await personById(store.reader, completed.personId)
    assert.equal(person?.familyName, 'Peeters')
    assert.ok(person?.lastSignInAt)
    const again = await signInAs(world, 'eid')
    assert.ok(again.ok)
    assert.equal(again.personId, completed.personId, 'the same number is the same person')
  })

  test('each sign-in and sign-out has its audit entry, without the national number', async () => {
    const world = worldOf(ring, store)
    const completed = await signInAs(world, 'eid')
    assert.ok(completed.ok)
    await signOut(world.deps, { cookie: completed.cookie })
    const entries = await store.reader
      .selectFrom('audit_entry')
      .select(['event', 'body'])
      .where('actor_id', '=', completed.personId)
      .orderBy('recorded_at', 'desc')
      .limit(2)
      .execute()
    assert.deepEqual(entries.map(({ event }) => event).toSorted(), ['signed-in', 'signed-out'])
    for (const { body } of entries) assert.doesNotMatch(Buffer.from(body).toString('utf8'), /85.?07.?30.?033/)
  })

  test('S8: an answer that comes a second time is refused, and the first session stands', async () => {
    const world = worldOf(ring, store)
    const { cookie, address } = await begin(world)
    const parameters = await ring.signIn(address, { person: 'an', key: 'eid' })
    const first = await completeSignIn(world.deps, { cookie, parameters })
    assert.ok(first.ok)
    assert.equal(refusalOf(await completeSignIn(world.deps, { cookie, parameters })), 'sign-in-unknown')
    assert.equal(refusalOf(await completeSignIn(world.deps, { cookie: first.cookie, parameters })), 'sign-in-unknown')
    assert.ok(await loadSession(world.deps, first.cookie))
  })

  test('S8: of the same answer twenty times at once, one is taken', async () => {
    const world = worldOf(ring, store)
    const { cookie, address } = await begin(world)
    const parameters = await ring.signIn(address, { person: 'an', key: 'eid' })
    const all = await Promise.all(Array.from({ length: 20 }, () => completeSignIn(world.deps, { cookie, parameters })))
    assert.equal(all.filter((one) => one.ok).length, 1)
  })

  test('a state that is not of this session is refused: wrong, missing, twice, of another browser', async () => {
    const world = worldOf(ring, store)
    const { cookie, address } = await begin(world)
    const parameters = await ring.signIn(address, { person: 'an', key: 'eid' })
    const changed = (change: (copy: URLSearchParams) => void): URLSearchParams => {
      const copy = new URLSearchParams(parameters)
      change(copy)
      return copy
    }
    const attacks = [
      changed((copy) => copy.set('state', 'x'.repeat(43))),
      changed((copy) => copy.delete('state')),
      changed((copy) => copy.append('state', copy.get('state') ?? '')),
      changed((copy) => copy.set('state', '__proto__')),
    ]
    for (const attack of attacks) {
      assert.equal(refusalOf(await completeSignIn(world.deps, { cookie, parameters: attack })), 'sign-in-unknown')
    }
    const other = await begin(world)
    const elsewhere = [other.cookie, null, 'nonsense']
    for (const one of elsewhere) {
      assert.equal(refusalOf(await completeSignIn(world.deps, { cookie: one, parameters })), 'sign-in-unknown')
    }
    assert.ok((await completeSignIn(world.deps, { cookie, parameters })).ok, 'the right one still counts')
  })

  test('I17: a code of another session is refused, by its verifier', async () => {
    const world = worldOf(ring, store)
    const victim = await begin(world)
    const attacker = await begin(world)
    const stolen = await ring.signIn(victim.address, { person: 'an', key: 'eid' })
    const mixed = new URLSearchParams(stolen)
    mixed.set('state', attacker.address.searchParams.get('state') ?? '')
    assert.equal(
      refusalOf(await completeSignIn(world.deps, { cookie: attacker.cookie, parameters: mixed })),
      'answer-refused',
    )
  })

  test('I17: an answer of another issuer, or of none, is refused', async () => {
    const world = worldOf(ring, store)
    for (const change of [
      (copy: URLSearchParams) => copy.set('iss', 'https://evil.example'),
      (copy: URLSearchParams) => copy.delete('iss'),
    ]) {
      const { cookie, address } = await begin(world)
      const parameters = await ring.signIn(address, { person: 'an', key: 'eid' })
      change(parameters)
      assert.equal(refusalOf(await completeSignIn(world.deps, { cookie, parameters })), 'answer-refused')
    }
  })

  test('I17: an answer with another nonce than ours is refused', async () => {
    const world = worldOf(ring, store)
    const { cookie, address } = await begin(world)
    address.searchParams.set('nonce', 'another')
    const parameters = await ring.signIn(address, { person: 'an', key: 'eid' })
    assert.equal(refusalOf(await completeSignIn(world.deps, { cookie, parameters })), 'answer-refused')
  })

  test('S3: a level lower than asked is refused, although the key ring let it pass', async () => {
    const world = worldOf(ring, store)
    const { cookie, address } = await begin(world, { level: 450 })
    address.searchParams.set('acr_values', 'urn:claviger:level:200')
    const parameters = await ring.signIn(address, { person: 'an', key: 'mobile-code' })
    const completed = await completeSignIn(world.deps, { cookie, parameters })
    assert.equal(refusalOf(completed), 'level-too-low')
    assert.ok(!completed.ok && completed.begun?.level === 450)
    assert.equal((await loadSession(world.deps, cookie))?.signedIn, null)
  })

  test('S4: a level above what the key is worth is refused', async () => {
    const world = worldOf(ring, store)
    const lowered = { ...world, deps: { ...world.deps, keys: [{ code: 'eid', level: 400, amr: 'eid' } as const] } }
    assert.equal(refusalOf(await signInAs(lowered, 'eid')), 'claims-incomplete')
    assert.equal(refusalOf(await signInAs(lowered, 'itsme')), 'claims-incomplete', 'a key that we do not know')
  })

  test('cancelling at the key ring is told as that, with the way back', async () => {
    const world = worldOf(ring, store)
    const { cookie, address } = await begin(world, { to: '/nl/mine' })
    const parameters = await ring.signIn(address, { cancel: '1' })
    const completed = await completeSignIn(world.deps, { cookie, parameters })
    assert.equal(refusalOf(completed), 'cancelled')
    assert.ok(!completed.ok && completed.begun?.to === '/nl/mine')
  })

  test('S6: a sign-in is under way for 10 minutes', async () => {
    const world = worldOf(ring, store)
    const { cookie, address } = await begin(world)
    const parameters = await ring.signIn(address, { person: 'an', key: 'eid' })
    world.later(10 * minute)
    assert.equal(refusalOf(await completeSignIn(world.deps, { cookie, parameters })), 'sign-in-unknown')
  })

  test('S6: the ninth sign-in under way pushes out the first, not the second', async () => {
    const world = worldOf(ring, store)
    const first = await begin(world)
    const tabs = [first]
    for (let tab = 2; tab <= 9; tab++) {
      world.later(1)
      tabs.push(await begin(world, { cookie: first.cookie }))
    }
    const [one, two] = tabs
    assert.ok(one && two)
    const early = await ring.signIn(one.address, { person: 'an', key: 'eid' })
    assert.equal(
      refusalOf(await completeSignIn(world.deps, { cookie: first.cookie, parameters: early })),
      'sign-in-unknown',
    )
    const late = await ring.signIn(two.address, { person: 'an', key: 'eid' })
    assert.ok((await completeSignIn(world.deps, { cookie: first.cookie, parameters: late })).ok)
  })

  test('S5: what is no path of this site leads home', async () => {
    const world = worldOf(ring, store)
    const completed = await signInAs(world, 'eid', { to: 'https://evil.example/' })
    assert.ok(completed.ok)
    assert.equal(completed.to, '/nl')
  })

  test('a key ring that is not there is a refusal, and the next sign-in asks again', async () => {
    let broken = true
    const world = worldOf(ring, store, {
      fetch: async (url, options) => {
        if (broken) throw new TypeError('fetch failed')
        return fetch(url, options)
      },
    })
    const asked = { cookie: null, level: 400, to: null, language: 'nl' } as const
    assert.deepEqual(await beginSignIn(world.deps, asked), { ok: false, error: 'service-unreachable' })
    broken = false
    const { cookie, address } = await begin(world)
    const parameters = await ring.signIn(address, { person: 'an', key: 'eid' })
    broken = true
    assert.equal(refusalOf(await completeSignIn(world.deps, { cookie, parameters })), 'service-unreachable')
  })

  test('I17: an id_token whose signature is not the key ring’s is refused', async () => {
    const world = worldOf(ring, store, { fetch: tampering((claims) => ({ ...claims, given_name: 'Eva' })) })
    assert.equal(refusalOf(await signInAs(world, 'eid')), 'answer-refused')
  })
})

/** Changes the claims of every id_token on the way. */
function tampering(change: (claims: object) => object): AuthenticationSettings['fetch'] {
  return async (url, options) => {
    const response = await fetch(url, options)
    if (!url.endsWith('/token')) return response
    const body = (await response.json()) as { id_token?: string }
    const [header, payload, signature] = (body.id_token ?? '').split('.')
    const claims = change(JSON.parse(Buffer.from(payload ?? '', 'base64url').toString('utf8')))
    const changed = Buffer.from(JSON.stringify(claims)).toString('base64url')
    return Response.json({ ...body, id_token: `${header}.${changed}.${signature}` })
  }
}

describe('the address of the authentication service', () => {
  test('is https, or http on the loopback', () => {
    const settings = { clientId: 'x', clientSecret: 'y', redirectUri }
    assert.throws(() => authenticationService({ ...settings, issuer: 'http://keys.example' }), /https/)
    assert.doesNotThrow(() => authenticationService({ ...settings, issuer: 'https://keys.example' }))
    assert.doesNotThrow(() => authenticationService({ ...settings, issuer: 'http://localhost:1/x' }))
  })
})
