import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accessOperations } from '#access'
import { appointmentOperations } from '#appointments'
import { instant } from '#kernel'
import { world, type World } from '../../../test/support/world.ts'
import type { WorldEnterprise } from '../../../test/support/world-enterprise.ts'
import { oversightOperations } from './index.ts'
import { seatAt, standsBelow, type Seat } from './rules.ts'

const { confirmOffice, confirmUser } = oversightOperations
const { appointAccessManager, appointChief, resign, withdrawAppointment } = appointmentOperations
const { createUser, deleteUser } = accessOperations

/** An has been chief for ten days; everything else is of a year ago, and of somebody else. */
const bakery = (there: World): WorldEnterprise =>
  there
    .enterprise()
    .withRepresentative('els')
    .withChief('an', { from: -10 })
    .withCoChief('bart')
    .withCoChief('cleo', { state: 'suspended' })
    .withOffice('access-manager', 'greta', { scope: 'mobility', state: 'awaiting-activation', until: 20 })
    .withAccessManager('noor', 'social-security')
    .withDomain('mobility')
    .withCapacity('employer')
    .withUser('tom', 'employer')
    .withUser('mia', 'employer', [], { from: 5 })
    .withUser('zoe', 'employer', [], { from: -3 })

const office = async (there: World, where: WorldEnterprise, name: string) => {
  const facts = await there.facts()
  const mine = { enterprise_id: where.id, person_id: there.person(name) }
  const [found] = await facts.find('appointment', mine, { at: there.now })
  return { appointment: found?.fact_id ?? '' }
}
const user = (there: World, name: string) => ({ capacity: 'employer', person: there.person(name) })

test('O1 below stands what others had or were asked from others before the chief was first in office', () => {
  const [an, els, tom] = ['an', 'els', 'tom'] as unknown as [Seat['person'], Seat['person'], Seat['person']]
  const at = (valid: number, recorded: number) => ({ valid_from: instant(valid), recorded_at: instant(recorded) })
  const seat: Seat = { appointment: 'a', person: an, since: instant(100) }
  const below = (rows: ReturnType<typeof at>[], person: Seat['person'] | null = tom, by = els) =>
    standsBelow(seat, { person, by, rows })
  assert.equal(below([at(99, 99)]), true)
  assert.equal(below([at(100, 100)]), false, 'given in the moment in which the seat was taken')
  assert.equal(below([at(300, 99)]), true, 'planned before')
  assert.equal(below([at(50, 200), at(200, 200)]), true, 'changed since, given before')
  assert.equal(below([at(101, 101)]), false)
  assert.equal(below([at(99, 99)], an), false, 'their own')
  assert.equal(below([at(99, 99)], tom, an), false, 'given by themselves')
  assert.equal(below([at(99, 99)], null), false)
})

test('O1 a chief sits in the seat since the first moment of the appointment in office, suspended or not', async () => {
  const there = world()
  const where = bakery(there)
  const { appointment } = await office(there, where, 'an')
  const since = there.days(-10)
  await there.does('els', where, appointmentOperations.suspendAppointment, { appointment })
  await there.passes({ minutes: 1 }).does('els', where, appointmentOperations.resumeAppointment, { appointment })
  const rows = await (await there.facts()).find('appointment', { enterprise_id: where.id })
  assert.equal(seatAt(rows, there.now)?.since, since)
  assert.equal(seatAt(rows, there.days(-20)), null)
})

test('O2 the chief confirms each office and each user below, once, and nobody is told', async () => {
  const there = world()
  const where = bakery(there)
  for (const name of ['bart', 'cleo', 'greta', 'noor']) {
    const named = await office(there, where, name)
    const done = await there.does('an', where, confirmOffice, named)
    assert.deepEqual(done.notices, [], name)
    assert.equal(await there.tries('an', where, confirmOffice, named), 'not-on-your-list', name)
  }
  assert.deepEqual((await there.does('an', where, confirmUser, user(there, 'tom'))).notices, [])
  assert.equal(await there.tries('an', where, confirmUser, user(there, 'tom')), 'not-on-your-list')
})

test('O2 what is not below, or is nothing, is refused', async () => {
  const there = world()
  const where = bakery(there).withUser('an', 'employer')
  assert.equal(await there.tries('an', where, confirmUser, user(there, 'zoe')), 'not-on-your-list', 'given since')
  assert.equal(await there.tries('an', where, confirmUser, user(there, 'an')), 'not-on-your-list', 'their own')
  assert.equal(await there.tries('an', where, confirmUser, user(there, 'nina')), 'user-unknown')
  assert.equal(await there.tries('an', where, confirmOffice, await office(there, where, 'an')), 'not-on-your-list')
  assert.equal(
    await there.tries('an', where, confirmOffice, { appointment: crypto.randomUUID() }),
    'appointment-unknown',
  )
  const ida = { ...there.typed('ida'), domain: 'mobility', ground: 'employee', immediately: true }
  await there.does('an', where, withdrawAppointment, await office(there, where, 'greta'))
  await there.does('an', where, appointAccessManager, ida)
  const own = await office(there, where, 'ida')
  assert.equal(await there.tries('an', where, confirmOffice, own), 'not-on-your-list', 'given by themselves')
})

test('O2 nobody but the chief in office confirms: not a co-chief, a representative, or a suspended chief', async () => {
  const there = world()
  const where = bakery(there)
  const tom = user(there, 'tom')
  for (const name of ['bart', 'noor', 'els', 'tom'])
    assert.equal(await there.tries(name, where, confirmUser, tom), 'outside-your-scope', name)
  assert.equal(await there.tries('nina', where, confirmUser, tom), 'not-yours')
  const { appointment } = await office(there, where, 'an')
  await there.does('els', where, appointmentOperations.suspendAppointment, { appointment })
  assert.equal(await there.tries('an', where, confirmUser, tom), 'outside-your-scope')
})

test('O2 O8 the next chief looks at everything anew, whoever takes over at once too', async () => {
  const there = world()
  const where = bakery(there)
  await there.does('an', where, confirmUser, user(there, 'tom'))
  const self = { ...there.typed('els'), ground: 'legal-representative', immediately: true }
  await there.passes({ minutes: 1 }).does('els', where, appointChief, self)
  assert.equal(await there.tries('an', where, confirmUser, user(there, 'tom')), 'not-yours')
  assert.equal(await there.tries('els', where, confirmUser, user(there, 'tom')), 'done')
  assert.equal(await there.tries('els', where, confirmUser, user(there, 'zoe')), 'done', 'given before this chief')
  assert.equal(await there.tries('els', where, resign, await office(there, where, 'els')), 'done')
})

test('O3 what is withdrawn is not there to confirm, and what is created anew is no longer below', async () => {
  const there = world()
  const where = bakery(there)
  const tom = user(there, 'tom')
  await there.does('an', where, deleteUser, tom)
  assert.equal(await there.tries('an', where, confirmUser, tom), 'user-unknown')
  await there
    .passes({ minutes: 1 })
    .does('noor', where, createUser, { ...there.typed('tom'), capacity: 'employer', services: [] })
  assert.equal(await there.tries('an', where, confirmUser, tom), 'not-on-your-list')
})
