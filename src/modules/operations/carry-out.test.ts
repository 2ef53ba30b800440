import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { endOfDay, isoOf, startOfDay, type CivilDay, type Instant } from '#kernel'
import { z } from 'zod'
import { belgium, world } from '../../../test/support/world.ts'
import { operation, periodOf, refuse, type Effect, type Operation, type Unit } from './index.ts'

/** Does nothing but tell with which powers it was let in. */
const probe = (effect: Effect, code: Operation['code'] = 'activate-domain') =>
  operation({
    code,
    effect,
    actors: ['chief-access-manager'],
    scope: 'enterprise',
    event: 'probed',
    input: z.strictObject({}),
    run: (_unit, { authority }) =>
      Promise.resolve({
        allowed: true as const,
        basis: '',
        details: {},
        notices: [],
        result: authority.powers.map(({ rank }) => rank),
      }),
  })

const gives = probe('gives')
const takes = probe('takes')
const registers = { ...probe('gives', 'register-enterprise'), beforeRegistration: true } as const
const letsGo = { ...probe('takes', 'withdraw-proposal'), beforeRegistration: true } as const

describe('What every operation has in common', () => {
  test('U4 whoever is nothing to the enterprise gets one answer, whatever the enterprise is', async () => {
    const there = world()
    const known = there.enterprise().withRepresentative('els').withChief('an').withCapacity('employer')
    known.withUser('tom', 'employer')
    const states = [
      known,
      there.enterprise({ status: 'ceased' }).registered(),
      there.enterprise().registered().stopped(),
      there.enterprise(),
    ]
    for (const where of states)
      for (const one of [gives, takes, registers])
        for (const level of [100, 500] as const)
          assert.deepEqual(await there.acts('stranger', where, one, {}, { level }), refuse('not-yours'))
    assert.equal(await there.tries('tom', known, gives), 'done', 'a user is known; the operation itself says who may')
  })

  test('U4 an enterprise that the register does not know at this moment is nobody’s', async () => {
    const there = world()
    const bakery = there.enterprise().withRepresentative('els', { from: -800 })
    assert.equal(await there.tries('els', bakery, registers, {}), 'done')
    there.passes({ days: -735 })
    assert.equal(await there.tries('els', bakery, registers, {}), 'not-yours')
  })

  test('U5 the sign-in reaches the level of the operation, and the level that is needed is told', async () => {
    const there = world()
    const bakery = there.enterprise().withRepresentative('els').registered()
    const { code, strong } = there.catalogue.strength
    assert.deepEqual(await there.acts('els', bakery, gives, {}, { level: 100 }), refuse('level-too-low', code))
    assert.equal(await there.tries('els', bakery, gives, {}, { level: code }), 'done')
    assert.deepEqual(await there.acts('els', bakery, registers, {}, { level: 400 }), refuse('level-too-low', strong))
    assert.equal(await there.tries('els', bakery, registers, {}, { level: strong }), 'done')
  })

  test('U5 the level is asked before the state of the enterprise is told', async () => {
    const there = world()
    const where = there.enterprise({ status: 'ceased' }).withRepresentative('els').stopped()
    assert.equal(await there.tries('els', where, gives, {}, { level: 100 }), 'level-too-low')
    assert.equal(await there.tries('els', where, takes, {}, { level: 100 }), 'level-too-low')
  })

  test('U6 giving is refused when the enterprise has ceased; taking away is not', async () => {
    const there = world()
    const mill = there.enterprise({ status: 'ceased' }).withRepresentative('els').withChief('an').stopped()
    for (const who of ['els', 'an']) {
      assert.equal(await there.tries(who, mill, gives), 'enterprise-ceased')
      assert.equal(await there.tries(who, mill, takes), 'done')
    }
  })

  test('U7 under an emergency stop only a legal representative gives, and only as such', async () => {
    const there = world()
    const bakery = there.enterprise().withRepresentative('els').withChief('els').withCoChief('bart').stopped()
    assert.equal(await there.tries('bart', bakery, gives), 'emergency-stop')
    assert.deepEqual((await there.does('els', bakery, gives)).result, ['legal-representative'])
    assert.deepEqual((await there.does('els', bakery, takes)).result, ['legal-representative', 'chief-access-manager'])
    assert.deepEqual((await there.does('bart', bakery, takes)).result, ['co-chief-access-manager'])
  })

  test('U7 before and after the stop the powers are whole', async () => {
    const there = world()
    const bakery = there.enterprise().withRepresentative('els').withChief('els').stopped({ from: 1, until: 2 })
    const both = ['legal-representative', 'chief-access-manager']
    assert.deepEqual((await there.does('els', bakery, gives)).result, both)
    assert.deepEqual((await there.passes({ days: 1 }).does('els', bakery, gives)).result, ['legal-representative'])
    assert.deepEqual((await there.passes({ days: 1 }).does('els', bakery, gives)).result, both)
  })

  test('U8 all but registering, and what is proposed of it, asks that the enterprise is registered', async () => {
    const there = world()
    const bakery = there.enterprise().withRepresentative('els')
    assert.equal(await there.tries('els', bakery, gives), 'not-registered')
    assert.equal(await there.tries('els', bakery, takes), 'not-registered')
    assert.equal(await there.tries('els', bakery, registers), 'done')
    assert.equal(await there.tries('els', bakery, letsGo), 'done')
    const stopped = there.enterprise().withRepresentative('els').stopped()
    assert.equal(await there.tries('els', stopped, registers), 'done')
  })
})

describe('Two optional days', () => {
  const zone = belgium.meta.zone
  const unitAt = (now: Instant): Unit => ({ now, catalogue: belgium }) as Unit
  const day = (text: string): CivilDay => text as CivilDay
  const today = day('2026-11-21')
  const now = (startOfDay(today, zone) + 9 * 60 * 60 * 1000) as Instant

  test('U9 name a period that starts now, or on a later day, and includes its last day', () => {
    const unit = unitAt(now)
    assert.deepEqual(periodOf(unit, {}), { from: now, until: null })
    assert.deepEqual(periodOf(unit, { from: today }), { from: now, until: null }, 'today has begun')
    assert.deepEqual(periodOf(unit, { from: day('2020-01-01') }), { from: now, until: null }, 'nothing is backdated')
    assert.deepEqual(periodOf(unit, { from: day('2026-12-01'), until: day('2026-12-01') }), {
      from: startOfDay(day('2026-12-01'), zone),
      until: endOfDay(day('2026-12-01'), zone),
    })
    assert.deepEqual(periodOf(unit, { until: today }), { from: now, until: endOfDay(today, zone) })
  })

  test('U9 are refused when the period would have ended, or ends before it starts', () => {
    const unit = unitAt(now)
    assert.deepEqual(periodOf(unit, { until: day('2026-11-20') }), refuse('period-in-the-past'))
    assert.deepEqual(
      periodOf(unit, { from: day('2026-12-02'), until: day('2026-11-20') }),
      refuse('period-in-the-past'),
      'the past is told first',
    )
    assert.deepEqual(periodOf(unit, { from: day('2026-12-02'), until: day('2026-12-01') }), refuse('period-reversed'))
    const midnight = endOfDay(today, zone)
    assert.deepEqual(periodOf(unitAt(midnight), { until: today }), refuse('period-in-the-past'))
    assert.deepEqual(periodOf(unitAt((midnight - 1) as Instant), { until: today }), {
      from: midnight - 1,
      until: midnight,
    })
  })

  test('U9 are civil days where the catalogue is, also in the two nights of the clock change', () => {
    const spring = periodOf(unitAt(now), { from: day('2027-03-28'), until: day('2027-03-28') })
    const autumn = periodOf(unitAt(now), { from: day('2027-10-31'), until: day('2027-10-31') })
    assert.ok(!('allowed' in spring) && !('allowed' in autumn))
    assert.equal(isoOf(spring.from), '2027-03-27T23:00:00.000Z')
    assert.equal((spring.until ?? 0) - spring.from, 23 * 60 * 60 * 1000)
    assert.equal((autumn.until ?? 0) - autumn.from, 25 * 60 * 60 * 1000)
  })
})
