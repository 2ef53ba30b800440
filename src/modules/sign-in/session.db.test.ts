import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { describeOnBothStores } from '../../../test/support/stores.ts'
import { inTransaction } from '#database'
import type { Store } from '#database'
import { findSession } from './queries.ts'
import { hashOf } from './secrets.ts'
import { createAccessToken, loadAccessToken } from './use-cases/access-tokens.ts'
import { completeSignIn } from './use-cases/complete-sign-in.ts'
import { loadSession, removeEnded } from './use-cases/load-session.ts'
import { startSession } from './use-cases/new-session.ts'
import { endSessions } from './store.ts'
import { signOut } from './use-cases/sign-out.ts'
import { startKeyRing } from './test-support/key-ring.ts'
import type { RunningRing } from './test-support/key-ring.ts'
import { begin, minute, refusalOf, signedIn, signInAs, worldOf } from './test-support/world.ts'

let ring: RunningRing
before(async () => {
  ring = await startKeyRing()
})
after(() => ring.stop())

describeOnBothStores('a session', (open) => {
  let store: Store
  before(async () => {
    store = await open()
  })

  test('S7: the store holds neither a cookie nor a token, only their hash', async () => {
    const world = worldOf(ring, store)
    const cookie = await signedIn(world)
    const rows = await store.reader.selectFrom('session').selectAll().execute()
    assert.ok(rows.length > 0)
    assert.ok(!JSON.stringify(rows).includes(cookie))
    assert.ok(rows.every((row) => row.id_hash.length === 32))
  })

  test('two tabs that sign in meanwhile both end where they began', async () => {
    const world = worldOf(ring, store)
    const one = await begin(world, { to: '/nl/one' })
    const two = await begin(world, { cookie: one.cookie, to: '/nl/two' })
    assert.equal(two.cookie, one.cookie)
    const first = await completeSignIn(world.deps, {
      cookie: one.cookie,
      parameters: await ring.signIn(one.address, { person: 'an', key: 'eid' }),
    })
    assert.ok(first.ok && first.to === '/nl/one')
    const second = await completeSignIn(world.deps, {
      cookie: first.cookie,
      parameters: await ring.signIn(two.address, { person: 'an', key: 'eid' }),
    })
    assert.ok(second.ok && second.to === '/nl/two')
  })

  test('S9: the id of the session changes at sign-in and at step-up, and the old ones are dead (I14)', async () => {
    const world = worldOf(ring, store)
    const planted = await begin(world)
    const completed = await completeSignIn(world.deps, {
      cookie: planted.cookie,
      parameters: await ring.signIn(planted.address, { person: 'an', key: 'mobile-code' }),
    })
    assert.ok(completed.ok)
    assert.notEqual(completed.cookie, planted.cookie)
    assert.equal(await loadSession(world.deps, planted.cookie), null)
    const earlier = await loadSession(world.deps, completed.cookie)
    const steppedUp = await signedIn(world, 'eid', { cookie: completed.cookie, level: 500 })
    assert.notEqual(steppedUp, completed.cookie)
    assert.equal(await loadSession(world.deps, completed.cookie), null)
    const now = await loadSession(world.deps, steppedUp)
    assert.equal(now?.signedIn?.level, 500)
    assert.equal(now?.csrf, earlier?.csrf, 'the same person’s open forms stay good')
  })

  test('S9: whoever signs in after another person in the same browser gets a new form token', async () => {
    const world = worldOf(ring, store)
    const first = await signedIn(world)
    const earlier = await loadSession(world.deps, first)
    const tab = await begin(world, { cookie: first, level: 200 })
    const second = await completeSignIn(world.deps, {
      cookie: first,
      parameters: await ring.signIn(tab.address, { person: 'tom', key: 'email-code' }),
    })
    assert.ok(second.ok)
    const now = await loadSession(world.deps, second.cookie)
    assert.equal(now?.signedIn?.person.givenName, 'Tom')
    assert.notEqual(now?.csrf, earlier?.csrf)
  })

  test('S10: signing out kills the session and the sign-ins under way in it', async () => {
    const world = worldOf(ring, store)
    const cookie = await signedIn(world)
    const { address } = await begin(world, { cookie })
    const parameters = await ring.signIn(address, { person: 'an', key: 'eid' })
    await signOut(world.deps, { cookie })
    assert.equal(await loadSession(world.deps, cookie), null)
    assert.equal(refusalOf(await completeSignIn(world.deps, { cookie, parameters })), 'sign-in-unknown')
    await signOut(world.deps, { cookie })
    await signOut(world.deps, { cookie: null })
  })

  test('S1: a session ends 30 minutes after its last use, and a clock that jumps back revives nothing (I23)', async () => {
    const world = worldOf(ring, store)
    const cookie = await signedIn(world)
    for (let use = 0; use < 3; use++) {
      world.later(29 * minute)
      assert.ok((await loadSession(world.deps, cookie))?.signedIn, 'used meanwhile')
    }
    world.later(30 * minute)
    assert.equal(await loadSession(world.deps, cookie), null)
    world.later(-60 * minute)
    assert.equal(await loadSession(world.deps, cookie), null)
  })

  test('S1: a session ends 8 hours after the sign-in, however much it is used', async () => {
    const world = worldOf(ring, store)
    const cookie = await signedIn(world)
    for (let use = 0; use < 19; use++) {
      world.later(25 * minute)
      assert.ok(await loadSession(world.deps, cookie))
    }
    world.later(5 * minute)
    assert.equal(await loadSession(world.deps, cookie), null)
  })

  test('S2: a sign-in is fresh for 5 minutes', async () => {
    const world = worldOf(ring, store)
    const cookie = await signedIn(world)
    world.later(4 * minute)
    assert.equal((await loadSession(world.deps, cookie))?.signedIn?.fresh, true)
    world.later(2 * minute)
    assert.equal((await loadSession(world.deps, cookie))?.signedIn?.fresh, false)
    world.later(-3 * minute)
    assert.equal((await loadSession(world.deps, cookie))?.signedIn?.fresh, false, 'the clock jumped back')
  })

  test('what has ended is removed, what stands is not', async () => {
    const world = worldOf(ring, store)
    const old = await signedIn(world)
    world.later(31 * minute)
    const young = await signedIn(world)
    await removeEnded(world.deps)
    assert.equal(await findSession(store.reader, hashOf(old) as Uint8Array), null)
    assert.ok(await loadSession(world.deps, young))
  })

  test('an access token speaks for its person until it expires', async () => {
    const world = worldOf(ring, store)
    const completed = await signInAs(world, 'eid')
    assert.ok(completed.ok)
    const { personId } = completed
    const token = await createAccessToken(world.deps, {
      personId,
      level: 400,
      keyCode: 'mobile-code',
      validityMs: minute,
    })
    const speaks = await loadAccessToken(world.deps, token)
    assert.equal(speaks?.person.id, personId)
    assert.equal(speaks?.level, 400)
    assert.equal(await loadAccessToken(world.deps, 'x'.repeat(43)), null)
    assert.equal(await loadAccessToken(world.deps, ''), null)
    world.later(minute)
    assert.equal(await loadAccessToken(world.deps, token), null)
  })

  test('S11 who proved it otherwise gets a session like others in place of the old one, and all of a person’s end at once', async () => {
    const world = worldOf(ring, store)
    const old = await signedIn(world)
    const personId = (await loadSession(world.deps, old))?.signedIn?.person.id
    assert.ok(personId)
    const now = world.deps.clock.now()
    const who = { personId, keyCode: 'mobile-code', level: 400 } as const
    const start = async (cookie: string | null) => {
      const { value } = await inTransaction(store, (trx) => startSession(world.deps, trx, cookie, who, now))
      return value
    }
    const fresh = await start(old)
    assert.equal(await loadSession(world.deps, old), null, 'S9')
    assert.equal((await loadSession(world.deps, fresh))?.signedIn?.level, 400)
    const other = await start(null)
    const hostile = await start('x'.repeat(100_000))
    const token = await createAccessToken(world.deps, { ...who, validityMs: minute })
    await inTransaction(store, (trx) => endSessions(trx, personId))
    for (const cookie of [fresh, other, hostile]) assert.equal(await loadSession(world.deps, cookie), null)
    assert.equal(await loadAccessToken(world.deps, token), null)
  })
})
