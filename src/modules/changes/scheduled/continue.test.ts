import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accessOperations } from '#access'
import { appointmentOperations } from '#appointments'
import { dayOf } from '#kernel'
import { world, type World } from '../../../../test/support/world.ts'
import type { WorldEnterprise } from '../../../../test/support/world-enterprise.ts'
import { changeOperations } from '../index.ts'

const { createUser, continueUser, giveService } = accessOperations
const { appointAccessManager, acceptAppointment, appointChief, continueOffice } = appointmentOperations

const dayIn = (there: World, days: number) => dayOf(there.days(days), there.catalogue.meta.zone)

const bakeryOf = (there: World): WorldEnterprise =>
  there
    .enterprise()
    .withRepresentative('els')
    .withChief('an')
    .withCoChief('bart')
    .withAccessManager('noor', 'social-security')
    .withCapacity('employer')

/** Greta is access manager of finance until the hundredth day. */
async function withTerm(there: World, bakery: WorldEnterprise): Promise<string> {
  bakery.withDomain('finance')
  const input = { ...there.typed('greta'), ground: 'employee', domain: 'finance', until: dayIn(there, 100) }
  const { result } = await there.does('an', bakery, appointAccessManager, input)
  const { appointment } = result as { appointment: string }
  await there.does('greta', bakery, acceptAppointment, { appointment })
  there.passes({ minutes: 1 })
  return appointment
}

test('U25 an office goes on beyond its term by whoever may appoint to it, and by nobody for themselves', async () => {
  const there = world()
  const bakery = bakeryOf(there)
  const appointment = await withTerm(there, bakery)
  for (const [who, expected] of [
    ['noor', 'outside-your-scope'],
    ['els', 'outside-your-scope'],
    ['bart', 'done'],
    ['an', 'end-unknown'],
  ] as const)
    assert.equal(await there.tries(who, bakery, continueOffice, { appointment }), expected, who)
  there.passes({ days: 200 })
  const [held] = await (await there.facts()).find('appointment', { fact_id: appointment }, { at: there.now })
  assert.deepEqual([held?.state, held?.term_until, held?.valid_until], ['active', null, null])
})

test('U25 where a successor comes, their beginning is cancelled instead', async () => {
  const there = world()
  const bakery = bakeryOf(there)
  const appointment = await withTerm(there, bakery)
  const next = { ...there.typed('ines'), ground: 'employee', domain: 'finance', from: dayIn(there, 101) }
  const { result } = await there.does('an', bakery, appointAccessManager, next)
  await there.does('ines', bakery, acceptAppointment, { appointment: (result as { appointment: string }).appointment })
  assert.equal(await there.tries('an', bakery, continueOffice, { appointment }), 'candidate-waiting')
})

test('U25 a chief who goes on leaves no vacancy behind them', async () => {
  const there = world()
  const bakery = bakeryOf(there)
  const input = { ...there.typed('els'), ground: 'legal-representative', until: dayIn(there, 30) }
  const { result } = await there.does('els', bakery, appointChief, input, { level: 500 })
  const { appointment } = result as { appointment: string }
  assert.equal(await there.tries('els', bakery, continueOffice, { appointment }), 'done')
  const seat = { enterprise_id: bakery.id, office: 'chief-access-manager' } as const
  const held = await (await there.facts()).find('appointment', seat, { since: there.now })
  assert.deepEqual(
    held.map(({ state, valid_until }) => [state, valid_until]),
    [['active', null]],
  )
})

test('U25 a membership goes on with its services, one service to the end of its membership; undone, they end again', async () => {
  const there = world()
  const bakery = bakeryOf(there)
  const user = { ...there.typed('tom'), capacity: 'employer', services: ['dimona'], until: dayIn(there, 50) }
  await there.does('noor', bakery, createUser, user)
  const inGroup = { capacity: 'employer', person: there.person('tom') }
  await there.does('noor', bakery, giveService, { ...inGroup, service: 'limosa', until: dayIn(there, 20) })
  const later = there.days(80)
  const reason = (service: string, at = later) => there.reason('tom', bakery, service, { at })
  assert.equal(await there.tries('noor', bakery, continueUser, { ...inGroup, service: 'dimona' }), 'end-unknown')
  there.passes({ minutes: 1 })
  const { reference } = await there.does('noor', bakery, continueUser, inGroup)
  assert.deepEqual([await reason('dimona'), await reason('limosa')], ['permit: authorisation', 'deny: expired'])
  there.passes({ minutes: 1 })
  await there.does('noor', bakery, continueUser, { ...inGroup, service: 'limosa' })
  assert.equal(await reason('limosa'), 'permit: authorisation')
  assert.equal(await there.tries('an', bakery, continueUser, { ...inGroup, service: 'ecaro' }), 'not-given')
  assert.equal(await there.tries('noor', bakery, changeOperations.undo, { entry: reference ?? '' }), 'acted-on-since')
  for (const who of ['els', 'greta'])
    assert.notEqual(await there.tries(who, bakery, continueUser, inGroup), 'done', who)
})

test('U25 U18 undoing it puts the end back', async () => {
  const there = world()
  const bakery = bakeryOf(there)
  const user = { ...there.typed('tom'), capacity: 'employer', services: ['dimona'], until: dayIn(there, 50) }
  await there.does('noor', bakery, createUser, user)
  there.passes({ minutes: 1 })
  const inGroup = { capacity: 'employer', person: there.person('tom') }
  const { reference } = await there.does('noor', bakery, continueUser, inGroup)
  there.passes({ minutes: 1 })
  await there.does('noor', bakery, changeOperations.undo, { entry: reference ?? '' })
  assert.equal(await there.reason('tom', bakery, 'dimona', { at: there.days(20) }), 'permit: authorisation')
  assert.equal(await there.reason('tom', bakery, 'dimona', { at: there.days(80) }), 'deny: expired')
})
