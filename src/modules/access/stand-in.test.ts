import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { appointmentOperations } from '#appointments'
import { endOfDay, startOfDay, type CivilDay, type Instant } from '#kernel'
import { belgium, world, type World } from '../../../test/support/world.ts'
import type { WorldEnterprise } from '../../../test/support/world-enterprise.ts'
import { accessOperations } from './index.ts'

const { createUser, giveService, blockUser, unblockUser, deleteUser, withdrawService, keepGrants } = accessOperations
const { proposeStandIn, acceptStandIn, endStandIn, resign, withdrawAppointment } = appointmentOperations

const first = (day: string): Instant => startOfDay(day as CivilDay, belgium.meta.zone)
const last = (day: string): Instant => endOfDay(day as CivilDay, belgium.meta.zone)
const end = '2026-12-20'

async function officeOf(there: World, where: WorldEnterprise, name: string): Promise<string> {
  const own = { enterprise_id: where.id, person_id: there.person(name) }
  const [found] = await (await there.facts()).find('appointment', own, { at: there.now })
  return found?.fact_id ?? ''
}

/** Greta stands in for Noor, access manager of a domain, until 20 December; Tom is a user by somebody else's hand. */
async function stoodIn(more: (bakery: WorldEnterprise) => unknown = () => null) {
  const there = world()
  const bakery = there.enterprise().withRepresentative('els').withChief('an').withCapacity('employer')
  bakery.withAccessManager('noor', 'social-security').withUser('tom', 'employer', ['dimona'])
  more(bakery)
  const asked = { ...there.typed('greta'), appointment: await officeOf(there, bakery, 'noor'), until: end }
  const { result } = await there.does('noor', bakery, proposeStandIn, asked)
  await there.does('greta', bakery, acceptStandIn, result)
  return { there, bakery, standIn: result.standIn }
}

const newcomer = (there: World, services: string[] = [], days: { from?: string; until?: string } = {}) => ({
  ...there.typed('ines'),
  capacity: 'employer',
  services,
  ...days,
})

const service = (there: World, name: string, code: string) => ({
  capacity: 'employer',
  person: there.person(name),
  service: code,
})

/** When each right of a person ends, now or planned; null: it does not. */
async function ends(there: World, where: WorldEnterprise, name: string): Promise<(Instant | null)[]> {
  const own = { enterprise_id: where.id, person_id: there.person(name) }
  const facts = await there.facts()
  const rights = [
    ...(await facts.find('membership', own, { since: there.now })),
    ...(await facts.find('authorisation', own, { since: there.now })),
  ]
  return rights.map(({ valid_until }) => valid_until)
}

describe('What a stand-in gives', () => {
  test('X15 ends with the stand-in, to the second, whatever runs or does not', async () => {
    const { there, bakery } = await stoodIn()
    await there.does('greta', bakery, createUser, newcomer(there, ['dimona']))
    await there.does('greta', bakery, giveService, service(there, 'tom', 'limosa'))
    assert.deepEqual(await ends(there, bakery, 'ines'), [last(end), last(end)])
    assert.deepEqual(await ends(there, bakery, 'tom'), [null, null, last(end)])
    there.now = (last(end) - 1) as Instant
    assert.equal(await there.reason('ines', bakery, 'dimona'), 'permit: authorisation')
    assert.equal(await there.reason('tom', bakery, 'limosa'), 'permit: authorisation')
    there.now = last(end)
    assert.equal(await there.reason('ines', bakery, 'dimona'), 'deny: expired')
    assert.equal(await there.reason('tom', bakery, 'limosa'), 'deny: expired')
    assert.equal(await there.reason('tom', bakery, 'dimona'), 'permit: authorisation')
  })

  test('X15 begins before that and lasts no longer', async () => {
    const { there, bakery } = await stoodIn()
    const tries = (days: { from?: string; until?: string }) =>
      there.tries('greta', bakery, createUser, newcomer(there, [], days))
    assert.equal(await tries({ until: '2026-12-21' }), 'outlasts-stand-in')
    assert.equal(await tries({ from: '2026-12-21' }), 'outlasts-stand-in')
    const given = { ...service(there, 'tom', 'limosa'), until: '2026-12-21' }
    assert.equal(await there.tries('greta', bakery, giveService, given), 'outlasts-stand-in')
    assert.equal(await tries({ from: '2026-12-20', until: '2026-12-20' }), 'done')
  })

  test('X15 in a membership that ends earlier, a service ends with that', async () => {
    const { there, bakery } = await stoodIn((one) => one.withUser('sofie', 'employer', [], { until: 3 }))
    await there.does('greta', bakery, giveService, service(there, 'sofie', 'limosa'))
    const [membership, given] = await ends(there, bakery, 'sofie')
    assert.ok(given !== null && given === membership)
  })

  test('X15 what an own office is enough for is given by that office', async () => {
    const { there, bakery } = await stoodIn((one) => one.withGroupManager('greta', 'employer'))
    await there.does('greta', bakery, giveService, service(there, 'tom', 'limosa'))
    assert.deepEqual(await ends(there, bakery, 'tom'), [null, null, null])
  })

  test('X15 what was taken away, or blocked, stays so when the stand-in goes', async () => {
    const { there, bakery, standIn } = await stoodIn()
    const inGroup = { capacity: 'employer', person: there.person('tom') }
    await there.does('greta', bakery, blockUser, inGroup)
    await there.does('greta', bakery, withdrawService, service(there, 'tom', 'dimona'))
    await there.does('noor', bakery, endStandIn, { standIn })
    assert.equal(await there.reason('tom', bakery, 'limosa'), 'deny: no-right')
    assert.equal(await there.tries('noor', bakery, unblockUser, inGroup), 'done')
  })

  test('A32 ended early, what they granted ends at that moment, and what others gave within it', async () => {
    const { there, bakery, standIn } = await stoodIn()
    await there.does('greta', bakery, createUser, newcomer(there, ['dimona']))
    await there.does('an', bakery, giveService, service(there, 'ines', 'limosa'))
    await there.does('greta', bakery, giveService, { ...service(there, 'tom', 'limosa'), from: '2026-12-01' })
    there.passes({ minutes: 5 })
    await there.does('an', bakery, endStandIn, { standIn })
    for (const code of ['dimona', 'limosa']) assert.equal(await there.reason('ines', bakery, code), 'deny: expired')
    assert.deepEqual(await ends(there, bakery, 'ines'), [])
    assert.deepEqual(await ends(there, bakery, 'tom'), [null, null])
  })

  test('A32 when the office ends, what its stand-in granted ends with it', async () => {
    for (const leaves of ['resign', 'withdraw'] as const) {
      const { there, bakery } = await stoodIn()
      await there.does('greta', bakery, createUser, newcomer(there, ['dimona']))
      there.passes({ minutes: 5 })
      const appointment = await officeOf(there, bakery, 'noor')
      if (leaves === 'resign') await there.does('noor', bakery, resign, { appointment })
      else await there.does('an', bakery, withdrawAppointment, { appointment })
      assert.equal(await there.reason('ines', bakery, 'dimona'), 'deny: expired', leaves)
    }
  })
})

describe('Keeping what a stand-in gave', () => {
  test('X16 the holder keeps it: it goes on after the stand-in, as given by the holder', async () => {
    const { there, bakery, standIn } = await stoodIn()
    await there.does('greta', bakery, createUser, newcomer(there, ['dimona']))
    there.passes({ minutes: 5 })
    const done = await there.does('noor', bakery, keepGrants, { standIn })
    assert.deepEqual(
      done.notices.map(({ receiver, kind }) => [receiver, kind]),
      [[there.person('greta'), 'grants-kept']],
    )
    assert.deepEqual(await ends(there, bakery, 'ines'), [null, null])
    const own = { enterprise_id: bakery.id, person_id: there.person('ines') }
    const [kept] = await (await there.facts()).find('membership', own, { at: there.now })
    assert.deepEqual([kept?.by_person, kept?.by_basis], [there.person('noor'), await officeOf(there, bakery, 'noor')])
    await there.does('noor', bakery, endStandIn, { standIn })
    assert.equal(await there.reason('ines', bakery, 'dimona'), 'permit: authorisation')
    there.now = last('2027-06-30')
    assert.equal(await there.reason('ines', bakery, 'dimona'), 'permit: authorisation')
  })

  test('X16 to a day, and no longer than a right has a day of its own or rests on something', async () => {
    const { there, bakery, standIn } = await stoodIn((one) => one.withUser('sofie', 'employer', [], { until: 40 }))
    await there.does('greta', bakery, createUser, newcomer(there, ['dimona']))
    await there.does('greta', bakery, giveService, { ...service(there, 'tom', 'limosa'), until: '2026-12-05' })
    await there.does('greta', bakery, giveService, service(there, 'sofie', 'limosa'))
    assert.equal(await there.tries('noor', bakery, keepGrants, { standIn, until: '2026-11-01' }), 'period-in-the-past')
    await there.does('noor', bakery, keepGrants, { standIn, until: '2027-03-31' })
    assert.deepEqual(await ends(there, bakery, 'ines'), [last('2027-03-31'), last('2027-03-31')])
    assert.deepEqual((await ends(there, bakery, 'tom')).at(-1), last('2026-12-05'))
    const [membership, given] = await ends(there, bakery, 'sofie')
    assert.ok(given !== null && given !== undefined && given === membership && given > last(end))
  })

  test('X16 a right that begins later is kept from its first day, and none runs into the next of its kind', async () => {
    const { there, bakery, standIn } = await stoodIn()
    const limosa = service(there, 'tom', 'limosa')
    await there.does('greta', bakery, giveService, { ...limosa, from: '2026-12-10' })
    await there.does('an', bakery, giveService, { ...limosa, from: '2027-02-01' })
    await there.does('noor', bakery, keepGrants, { standIn })
    const own = { enterprise_id: bakery.id, person_id: there.person('tom'), service: 'limosa' }
    const given = await (await there.facts()).find('authorisation', own, { since: there.now })
    assert.deepEqual(
      given.map(({ valid_from, valid_until }) => [valid_from, valid_until]),
      [
        [first('2026-12-10'), first('2027-02-01')],
        [first('2027-02-01'), null],
      ],
    )
  })

  test('X16 the holder alone, with the sign-in that giving it asks, while there is something to keep', async () => {
    const { there, bakery, standIn } = await stoodIn()
    assert.equal(await there.tries('noor', bakery, keepGrants, { standIn }), 'nothing-to-keep')
    await there.does('greta', bakery, createUser, newcomer(there, ['chaman']), { level: 500 })
    for (const who of ['an', 'greta', 'els'])
      assert.equal(await there.tries(who, bakery, keepGrants, { standIn }), 'stand-in-unknown')
    assert.equal(await there.tries('noor', bakery, keepGrants, { standIn }, { level: 400 }), 'level-too-low')
    assert.equal(await there.tries('noor', bakery, keepGrants, { standIn }, { level: 500 }), 'done')
    assert.equal(await there.tries('noor', bakery, keepGrants, { standIn }, { level: 500 }), 'nothing-to-keep')
    there.now = last(end)
    assert.equal(await there.tries('noor', bakery, keepGrants, { standIn }, { level: 500 }), 'stand-in-unknown')
  })

  test('X16 a user whom the stand-in deleted again is not kept', async () => {
    const { there, bakery, standIn } = await stoodIn()
    await there.does('greta', bakery, createUser, newcomer(there))
    await there.does('greta', bakery, deleteUser, { capacity: 'employer', person: there.person('ines') })
    assert.equal(await there.tries('noor', bakery, keepGrants, { standIn }), 'nothing-to-keep')
  })
})
