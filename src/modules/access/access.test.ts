import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { endOfDay, startOfDay, type CivilDay } from '#kernel'
import { belgium, belgiumWith, world, type World } from '../../../test/support/world.ts'
import type { WorldEnterprise } from '../../../test/support/world-enterprise.ts'
import { accessOperations } from './index.ts'

const { createUser, giveService, withdrawService, blockUser, unblockUser, blockPerson, unblockPerson, deleteUser } =
  accessOperations

const zone = belgium.meta.zone
const first = (day: string) => startOfDay(day as CivilDay, zone)
const last = (day: string) => endOfDay(day as CivilDay, zone)

/** Every office of one enterprise, with a user in the group of employers. */
function bakeryOf(there: World): WorldEnterprise {
  const bakery = there.enterprise().withRepresentative('els').withChief('an').withCoChief('bart')
  bakery.withAccessManager('noor', 'social-security').withAccessManager('greta', 'finance')
  bakery.withCapacity('employer').withCapacity('without-staff').withCapacity('taxpayer')
  bakery.withGroupManager('lucas', 'employer').withGroupManager('sofie', 'without-staff')
  return bakery.withUser('tom', 'employer', ['dimona'])
}

const managers = ['an', 'bart', 'noor', 'lucas']
const others = ['els', 'greta', 'sofie', 'tom']

const memberships = async (there: World, where: WorldEnterprise, name: string) =>
  (await there.facts()).find('membership', { enterprise_id: where.id, person_id: there.person(name) })
const authorisations = async (there: World, where: WorldEnterprise, name: string) =>
  (await there.facts()).find('authorisation', { enterprise_id: where.id, person_id: there.person(name) })
const blocks = async (there: World, where: WorldEnterprise, name: string) =>
  (await there.facts()).find('block', { enterprise_id: where.id, person_id: there.person(name) }, { since: there.now })

const newcomer = (there: World, services: string[] = [], capacity = 'employer') => ({
  ...there.typed('ines'),
  capacity,
  services,
})

describe('Who manages a group', () => {
  test('X4 chief, co-chiefs, the access manager of its domain and its group manager; nobody else', async () => {
    for (const who of [...managers, ...others]) {
      const there = world()
      const bakery = bakeryOf(there)
      const inGroup = { capacity: 'employer', person: there.person('tom') }
      const service = { ...inGroup, service: 'limosa' }
      const answers = [
        await there.tries(who, bakery, createUser, newcomer(there)),
        await there.tries(who, bakery, giveService, service),
        await there.tries(who, bakery, withdrawService, service),
        await there.tries(who, bakery, blockUser, inGroup),
        await there.tries(who, bakery, unblockUser, inGroup),
        await there.tries(who, bakery, deleteUser, inGroup),
      ]
      const expected = managers.includes(who) ? 'done' : 'outside-your-scope'
      assert.deepEqual(answers, Array(6).fill(expected), who)
    }
  })

  test('X4 that a capacity does not exist is told to whoever has a power over the whole enterprise', async () => {
    const there = world()
    const bakery = bakeryOf(there)
    const raw = { capacity: 'nonsense', person: there.person('tom') }
    for (const [operation, more] of [
      [blockUser, {}],
      [unblockUser, {}],
      [deleteUser, {}],
      [giveService, { service: 'dimona' }],
      [withdrawService, { service: 'dimona' }],
    ] as const)
      for (const who of ['els', 'an', 'bart', 'noor', 'lucas', 'tom']) {
        const expected = ['els', 'an', 'bart'].includes(who) ? 'capacity-unknown' : 'outside-your-scope'
        assert.equal(await there.tries(who, bakery, operation as typeof blockUser, { ...raw, ...more }), expected)
      }
  })

  test('X4 the power with which somebody acts is the highest that lets them', async () => {
    const there = world()
    const bakery = there.enterprise().withChief('an').withGroupManager('an', 'employer').withCapacity('employer')
    bakery.withUser('tom', 'employer')
    await there.does('an', bakery, blockUser, { capacity: 'employer', person: there.person('tom') })
    assert.partialDeepStrictEqual((await blocks(there, bakery, 'tom'))[0], { by_office: 'chief-access-manager' })
  })

  test('X5 rights are given in an active group only, and taken away in a closed one too', async () => {
    const there = world()
    const bakery = there.enterprise().withDomain('finance', { until: -1 }).withChief('an')
    bakery.withCapacity('employer', { until: -1 }).withCapacity('taxpayer')
    bakery.withUser('tom', 'employer', ['dimona']).withUser('tom', 'taxpayer', ['biztax'])
    const person = there.person('tom')
    for (const capacity of ['employer', 'taxpayer', 'without-staff']) {
      assert.equal(await there.tries('an', bakery, createUser, newcomer(there, [], capacity)), 'capacity-not-active')
      const raw = { capacity, person, service: 'nonsense' }
      assert.equal(await there.tries('an', bakery, giveService, raw), 'capacity-not-active')
    }
    const raw = { capacity: 'employer', person, service: 'dimona' }
    assert.equal(await there.tries('an', bakery, withdrawService, raw), 'done')
    assert.equal(await there.tries('an', bakery, blockUser, { capacity: 'employer', person }), 'done')
    assert.equal(await there.tries('an', bakery, deleteUser, { capacity: 'taxpayer', person }), 'done')
  })
})

describe('Creating a user', () => {
  test('X6 makes the person a user of the group, with the services for the period of the membership', async () => {
    const there = world()
    const bakery = bakeryOf(there)
    const raw = { ...newcomer(there, ['dimona', 'limosa', 'dimona']), from: '2026-12-01', until: '2027-01-31' }
    const done = await there.does('lucas', bakery, createUser, raw)
    assert.equal(done.result.person, there.person('ines'))
    assert.deepEqual(done.notices, [
      {
        receiver: there.person('ines'),
        kind: 'user-created',
        details: { capacity: 'employer', services: 'dimona limosa' },
      },
    ])
    const period = { valid_from: first('2026-12-01'), valid_until: last('2027-01-31') }
    const [membership, ...more] = await memberships(there, bakery, 'ines')
    assert.partialDeepStrictEqual(membership, { capacity: 'employer', by_person: there.person('lucas'), ...period })
    assert.deepEqual(more, [])
    const given = await authorisations(there, bakery, 'ines')
    assert.deepEqual(given.map(({ service }) => service).toSorted(), ['dimona', 'limosa'])
    for (const one of given)
      assert.partialDeepStrictEqual(one, { membership_id: membership?.fact_id, capacity: 'employer', ...period })
    assert.equal(await there.reason('ines', bakery, 'dimona'), 'deny: not-yet')
    there.now = last('2027-01-31')
    assert.equal(await there.reason('ines', bakery, 'dimona'), 'deny: expired')
  })

  test('X6 its refusals come in the order written', async () => {
    const there = world()
    const bakery = bakeryOf(there)
    bakery.withCapacity('service-provider', { until: -1 })
    const past = { until: '2026-11-01' }
    const asks = (raw: object, level: 200 | 450 = 450) => there.tries('an', bakery, createUser, raw, { level })
    const strong = ['chaman']
    assert.equal(await asks({ ...newcomer(there, ['nonsense'], 'nonsense'), ...past }), 'capacity-unknown')
    assert.equal(await asks({ ...newcomer(there, ['nonsense'], 'service-provider'), ...past }), 'capacity-not-active')
    assert.equal(await asks({ ...newcomer(there, [...strong, 'nonsense']), ...past }, 200), 'service-unknown')
    assert.equal(await asks({ ...newcomer(there, ['biztax', 'nonsense']), ...past }, 200), 'service-not-offered')
    assert.equal(await asks({ ...newcomer(there, strong), ...past }, 200), 'level-too-low')
    assert.equal(await asks({ ...newcomer(there, strong), ...past }), 'period-in-the-past')
    const reversed = { from: '2026-12-02', until: '2026-12-01' }
    assert.equal(await asks({ ...newcomer(there, strong), ...reversed }), 'period-reversed')
    assert.equal(await asks(newcomer(there, strong)), 'done')
    assert.equal(await asks({ ...newcomer(there, strong), ...past }), 'period-in-the-past')
    assert.equal(await asks(newcomer(there, strong)), 'already-user')
  })

  test('X6 a person is a user of one group once, now or planned, and may be in several groups', async () => {
    const there = world()
    const bakery = bakeryOf(there)
    const planned = { ...newcomer(there), from: '2027-01-01' }
    assert.equal(await there.tries('an', bakery, createUser, planned), 'done')
    assert.equal(
      await there.tries('an', bakery, createUser, { ...newcomer(there), until: '2026-12-01' }),
      'already-user',
    )
    assert.equal(await there.tries('an', bakery, createUser, newcomer(there, [], 'taxpayer')), 'done')
    const mill = bakeryOf(there)
    assert.equal(await there.tries('an', mill, createUser, newcomer(there)), 'done')
    const past = bakery.withUser('hugo', 'employer', [], { until: -1 })
    const again = { ...there.typed('hugo'), capacity: 'employer', services: [] }
    assert.equal(await there.tries('an', past, createUser, again), 'done', 'who was a user becomes one again')
  })

  test('X6 managers may create themselves as users', async () => {
    const there = world()
    const bakery = bakeryOf(there)
    const raw = { ...there.typed('lucas'), capacity: 'employer', services: ['dimona'] }
    assert.equal(await there.tries('lucas', bakery, createUser, raw), 'done')
    assert.equal(await there.reason('lucas', bakery, 'dimona'), 'permit: authorisation')
  })

  test('X1 what only roles open, and what is granted elsewhere, is not given', async () => {
    const elsewhere = { system: belgium.meta.name, url: 'https://elsewhere.example' }
    const there = world(belgiumWith({ services: { dimona: { openedBy: 'role' }, limosa: { grantedIn: elsewhere } } }))
    const bakery = bakeryOf(there)
    const person = there.person('tom')
    for (const [service, reason] of [
      ['dimona', 'service-opened-by-role'],
      ['limosa', 'service-granted-elsewhere'],
      ['biztax', 'service-not-offered'],
      ['nonsense', 'service-unknown'],
    ] as const) {
      assert.equal(await there.tries('an', bakery, createUser, newcomer(there, [service])), reason)
      assert.equal(await there.tries('an', bakery, giveService, { capacity: 'employer', person, service }), reason)
    }
  })

  test('X2 what is used at strong is given at strong', async () => {
    const there = world()
    const bakery = bakeryOf(there)
    const raw = { capacity: 'employer', person: there.person('tom'), service: 'chaman' }
    const needs = { allowed: false, reason: 'level-too-low', levelNeeded: 450 }
    assert.deepEqual(await there.acts('an', bakery, giveService, raw, { level: 400 }), needs)
    assert.deepEqual(await there.acts('an', bakery, createUser, newcomer(there, ['chaman']), { level: 400 }), needs)
    assert.equal(await there.tries('an', bakery, giveService, { ...raw, service: 'limosa' }, { level: 200 }), 'done')
    assert.equal(await there.tries('an', bakery, giveService, raw, { level: 450 }), 'done')
    assert.equal(await there.tries('an', bakery, withdrawService, raw, { level: 200 }), 'done', 'taking asks no more')
  })
})

describe('Giving and withdrawing a service', () => {
  const raw = (there: World, more: object = {}, who = 'tom') => ({
    capacity: 'employer',
    person: there.person(who),
    service: 'limosa',
    ...more,
  })

  test('X7 gives one more service, from now and for as long as the membership', async () => {
    const there = world()
    const bakery = bakeryOf(there).withUser('ines', 'employer', [], { from: 5, until: 50 })
    await there.does('lucas', bakery, giveService, raw(there))
    assert.equal(await there.reason('tom', bakery, 'limosa'), 'permit: authorisation')
    await there.does('lucas', bakery, giveService, raw(there, {}, 'ines'))
    const [given] = await authorisations(there, bakery, 'ines')
    assert.partialDeepStrictEqual(given, { valid_from: there.days(5), valid_until: there.days(50) })
  })

  test('X7 a day that is given lies within the membership', async () => {
    const there = world()
    const bakery = bakeryOf(there).withUser('ines', 'employer', [], { from: 10, until: 40 })
    const tries = (more: object) => there.tries('an', bakery, giveService, raw(there, more, 'ines'))
    assert.equal(await tries({ from: '2026-11-30' }), 'period-outside-membership', 'before it starts')
    assert.equal(await tries({ until: '2027-01-15' }), 'period-outside-membership', 'after it ends')
    assert.equal(await tries({ from: '2027-01-05' }), 'period-outside-membership', 'begins after it ends')
    assert.equal(await tries({ until: '2026-11-25' }), 'period-outside-membership', 'ends before it starts')
    assert.equal(await tries({ until: '2026-11-01' }), 'period-in-the-past')
    assert.equal(await tries({ from: '2026-12-10', until: '2026-12-09' }), 'period-reversed')
    assert.equal(await tries({ from: '2026-12-10', until: '2026-12-20' }), 'done')
    const [given] = await authorisations(there, bakery, 'ines')
    assert.partialDeepStrictEqual(given, { valid_from: first('2026-12-10'), valid_until: last('2026-12-20') })
  })

  test('X7 is refused when it would overlap, and not when it follows', async () => {
    const there = world()
    const bakery = bakeryOf(there)
    const tries = (more: object) => there.tries('an', bakery, giveService, raw(there, more))
    assert.equal(await tries({ from: '2026-12-10', until: '2026-12-20' }), 'done')
    assert.equal(await tries({}), 'already-given')
    assert.equal(await tries({ from: '2026-12-20' }), 'already-given')
    assert.equal(await tries({ until: '2026-12-10' }), 'already-given')
    assert.equal(await tries({ from: '2026-12-12', until: '2026-12-13' }), 'already-given')
    assert.equal(await tries({ from: '2026-12-21' }), 'done')
    assert.equal(await tries({ until: '2026-12-09' }), 'done')
    assert.equal((await authorisations(there, bakery, 'tom')).filter(({ service }) => service === 'limosa').length, 3)
  })

  test('X7 to a user only, planned ones too, also to oneself', async () => {
    const there = world()
    const bakery = bakeryOf(there).withUser('past', 'employer', [], { until: 0 }).withUser('lucas', 'employer')
    bakery.withUser('hugo', 'taxpayer')
    for (const who of ['past', 'hugo', 'nobody'])
      assert.equal(await there.tries('an', bakery, giveService, raw(there, {}, who)), 'user-unknown')
    const toSelf = await there.does('lucas', bakery, giveService, raw(there, {}, 'lucas'))
    assert.deepEqual(toSelf.notices, [], 'who gives to themselves needs no message')
    const toTom = await there.does('lucas', bakery, giveService, raw(there))
    assert.deepEqual(
      toTom.notices.map(({ receiver, kind }) => [receiver, kind]),
      [[there.person('tom'), 'service-given']],
    )
  })

  test('X8 withdrawing ends it now, planned periods too', async () => {
    const there = world()
    const bakery = bakeryOf(there)
    await there.does('an', bakery, giveService, raw(there, { until: '2026-12-09' }))
    await there.does('an', bakery, giveService, raw(there, { from: '2026-12-21' }))
    await there.passes({ days: 1 }).does('lucas', bakery, withdrawService, raw(there))
    assert.equal(await there.reason('tom', bakery, 'limosa'), 'deny: expired')
    assert.equal(await there.reason('tom', bakery, 'limosa', { at: there.days(60) }), 'deny: expired')
    assert.equal(await there.reason('tom', bakery, 'dimona'), 'permit: authorisation', 'the others stay')
    assert.equal(await there.tries('lucas', bakery, withdrawService, raw(there)), 'not-given')
    assert.equal(await there.tries('lucas', bakery, withdrawService, raw(there, {}, 'nobody')), 'not-given')
    assert.equal(await there.tries('an', bakery, giveService, raw(there)), 'done', 'it can be given again')
  })
})

describe('Blocking', () => {
  const inGroup = (there: World, who = 'tom') => ({ capacity: 'employer', person: there.person(who) })
  const everywhere = (there: World, who = 'tom') => ({ person: there.person(who) })

  test('X9 blocks a user in a group, once', async () => {
    const there = world()
    const bakery = bakeryOf(there).withUser('past', 'employer', [], { until: 0 }).withUser('planned', 'employer', [], {
      from: 3,
    })
    assert.equal(await there.tries('lucas', bakery, blockUser, inGroup(there, 'past')), 'user-unknown')
    assert.equal(await there.tries('lucas', bakery, blockUser, inGroup(there, 'nobody')), 'user-unknown')
    assert.equal(await there.tries('lucas', bakery, blockUser, inGroup(there, 'planned')), 'done')
    const done = await there.does('lucas', bakery, blockUser, inGroup(there))
    assert.deepEqual(
      done.notices.map(({ receiver, kind }) => [receiver, kind]),
      [[there.person('tom'), 'blocked']],
    )
    assert.equal(await there.tries('an', bakery, blockUser, inGroup(there)), 'already-blocked')
    assert.equal(await there.reason('tom', bakery, 'dimona'), 'deny: blocked-in-group')
    assert.equal((await authorisations(there, bakery, 'tom')).length, 1, 'nothing is deleted')
  })

  test('X10 X3 unblocks in a group, by the same or a higher office than the one that blocked', async () => {
    const offices = ['an', 'bart', 'noor', 'lucas']
    for (const [high, blocker] of offices.entries())
      for (const [low, lifter] of offices.entries()) {
        const there = world()
        const bakery = bakeryOf(there)
        assert.equal(await there.tries(lifter, bakery, unblockUser, inGroup(there)), 'not-blocked')
        await there.does(blocker, bakery, blockUser, inGroup(there))
        const answer = await there.tries(lifter, bakery, unblockUser, inGroup(there))
        assert.equal(answer, low <= high ? 'done' : 'blocked-by-higher-office', `${lifter} lifts what ${blocker} put`)
        const reason = low <= high ? 'permit: authorisation' : 'deny: blocked-in-group'
        assert.equal(await there.reason('tom', bakery, 'dimona'), reason)
      }
  })

  test('X11 chief and co-chief block somebody with a membership or a role in all groups, once', async () => {
    const there = world()
    const bakery = bakeryOf(there).withRole('mehdi', 'fps-fin-own-enterprise').withRole('hugo', 'onegate-admin', {
      until: 0,
    })
    bakery.withUser('planned', 'employer', [], { from: 3 })
    for (const who of ['els', 'noor', 'greta', 'lucas', 'tom'])
      assert.equal(await there.tries(who, bakery, blockPerson, everywhere(there)), 'outside-your-scope')
    for (const who of ['hugo', 'nobody', 'noor', 'els'])
      assert.equal(await there.tries('an', bakery, blockPerson, everywhere(there, who)), 'user-unknown')
    for (const who of ['tom', 'mehdi', 'planned'])
      assert.equal(await there.tries('bart', bakery, blockPerson, everywhere(there, who)), 'done')
    assert.equal(await there.tries('an', bakery, blockPerson, everywhere(there)), 'already-blocked')
    assert.equal(await there.reason('tom', bakery, 'dimona'), 'deny: blocked')
    assert.equal(await there.reason('mehdi', bakery, 'intervat'), 'deny: blocked')
  })

  test('X11 a block covers no office and no representation', async () => {
    const there = world()
    const bakery = bakeryOf(there)
      .withUser('els', 'employer')
      .withUser('lucas', 'employer')
      .withUser('noor', 'employer')
    for (const who of ['els', 'lucas', 'noor']) await there.does('an', bakery, blockPerson, everywhere(there, who))
    assert.equal(await there.reason('els', bakery, 'e-box'), 'permit: representation')
    assert.equal(await there.reason('noor', bakery, 'dimona'), 'permit: office')
    assert.equal(await there.tries('lucas', bakery, blockUser, inGroup(there)), 'done', 'the office keeps its powers')
  })

  test('X12 X3 chief and co-chief unblock a person, as the one who blocked or higher', async () => {
    const there = world()
    const bakery = bakeryOf(there)
    for (const who of ['els', 'noor', 'lucas'])
      assert.equal(await there.tries(who, bakery, unblockPerson, everywhere(there)), 'outside-your-scope')
    assert.equal(await there.tries('bart', bakery, unblockPerson, everywhere(there)), 'not-blocked')
    await there.does('bart', bakery, blockPerson, everywhere(there))
    await there.does('an', bakery, unblockPerson, everywhere(there))
    await there.does('an', bakery, blockPerson, everywhere(there))
    assert.equal(await there.tries('bart', bakery, unblockPerson, everywhere(there)), 'blocked-by-higher-office')
    assert.equal(await there.tries('an', bakery, unblockPerson, everywhere(there)), 'done')
    assert.equal(await there.reason('tom', bakery, 'dimona'), 'permit: authorisation')
  })

  test('X12 the two kinds of block are lifted each by itself', async () => {
    const there = world()
    const bakery = bakeryOf(there)
    await there.does('lucas', bakery, blockUser, inGroup(there))
    await there.does('an', bakery, blockPerson, everywhere(there))
    await there.does('an', bakery, unblockPerson, everywhere(there))
    assert.equal(await there.reason('tom', bakery, 'dimona'), 'deny: blocked-in-group')
    await there.does('an', bakery, unblockUser, inGroup(there))
    assert.equal(await there.reason('tom', bakery, 'dimona'), 'permit: authorisation')
  })

  test('U7 under an emergency stop a block is put, and not lifted', async () => {
    const there = world()
    const bakery = bakeryOf(there).stopped()
    assert.equal(await there.tries('an', bakery, blockPerson, everywhere(there)), 'done')
    assert.equal(await there.tries('an', bakery, unblockPerson, everywhere(there)), 'emergency-stop')
  })
})

describe('Deleting a user', () => {
  const raw = (there: World, who = 'tom') => ({ capacity: 'employer', person: there.person(who) })

  test('X13 ends the membership and its services together, in that group only', async () => {
    const there = world()
    const bakery = bakeryOf(there)
      .withUser('tom', 'taxpayer', ['biztax'])
      .withUser('past', 'employer', [], { until: 0 })
    await there.does('an', bakery, giveService, { ...raw(there), service: 'limosa', from: '2026-12-21' })
    assert.equal(await there.tries('lucas', bakery, deleteUser, raw(there, 'past')), 'user-unknown')
    const done = await there.does('lucas', bakery, deleteUser, raw(there))
    assert.deepEqual(
      done.notices.map(({ receiver, kind }) => [receiver, kind]),
      [[there.person('tom'), 'user-deleted']],
    )
    assert.equal(await there.reason('tom', bakery, 'dimona'), 'deny: expired')
    assert.equal(await there.reason('tom', bakery, 'contact-data', { capacity: 'employer' }), 'deny: expired')
    assert.equal(await there.reason('tom', bakery, 'limosa', { at: there.days(60) }), 'deny: no-right')
    assert.equal(await there.reason('tom', bakery, 'biztax'), 'permit: authorisation')
    assert.equal(await there.tries('lucas', bakery, deleteUser, raw(there)), 'user-unknown')
  })

  test('X13 a planned membership goes whole', async () => {
    const there = world()
    const bakery = bakeryOf(there).withUser('ines', 'employer', ['dimona'], { from: 5 })
    await there.does('lucas', bakery, deleteUser, raw(there, 'ines'))
    assert.deepEqual(await memberships(there, bakery, 'ines'), [])
    assert.deepEqual(await authorisations(there, bakery, 'ines'), [])
    assert.equal(await there.tries('lucas', bakery, createUser, newcomer(there)), 'done')
  })

  test('X13 X3 a block goes with it, unless a higher office put it', async () => {
    for (const [blocker, deleter, stays] of [
      ['lucas', 'lucas', false],
      ['lucas', 'an', false],
      ['noor', 'lucas', true],
      ['an', 'noor', true],
    ] as const) {
      const there = world()
      const bakery = bakeryOf(there)
      await there.does(blocker, bakery, blockUser, raw(there))
      await there.does(deleter, bakery, deleteUser, raw(there))
      assert.equal((await blocks(there, bakery, 'tom')).length, stays ? 1 : 0, `${blocker}, ${deleter}`)
      const again = { ...there.typed('tom'), capacity: 'employer', services: ['dimona'] }
      await there.does(deleter, bakery, createUser, again)
      const reason = stays ? 'deny: blocked-in-group' : 'permit: authorisation'
      assert.equal(await there.reason('tom', bakery, 'dimona'), reason, 'nobody lifts a block by a detour')
    }
  })

  test('X13 a block of all groups stays', async () => {
    const there = world()
    const bakery = bakeryOf(there)
    await there.does('an', bakery, blockPerson, { person: there.person('tom') })
    await there.does('an', bakery, deleteUser, raw(there))
    assert.equal((await blocks(there, bakery, 'tom')).length, 1)
  })

  test('X13 a user may leave by being deleted by themselves as manager, without a message', async () => {
    const there = world()
    const bakery = bakeryOf(there).withUser('lucas', 'employer')
    const { notices } = await there.does('lucas', bakery, deleteUser, raw(there, 'lucas'))
    assert.deepEqual(notices, [])
  })
})
