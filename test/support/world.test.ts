import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accessOperations } from '#access'
import { appointmentOperations } from '#appointments'
import { eachStore } from './stores.ts'
import { world, worldOn, type World } from './world.ts'

async function story(there: World): Promise<void> {
  const bakery = there
    .enterprise()
    .withRepresentative('els')
    .withChief('an')
    .withCoChief('bart')
    .withAccessManager('noor', 'social-security')
    .withCapacity('employer')
    .withGroupManager('lucas', 'employer')
    .withUser('tom', 'employer', ['dimona'], { from: -10, until: 30 })
  const other = there.enterprise().withRepresentative('els').registered()

  assert.equal(await there.reason('tom', bakery, 'dimona'), 'permit: authorisation')
  assert.equal(await there.reason('tom', bakery, 'dimona', { at: there.days(30) }), 'deny: expired')
  assert.equal(await there.reason('an', bakery, 'dimona'), 'permit: office')
  assert.equal(await there.reason('els', bakery, 'role:cbe-legal-representative'), 'permit: representation')
  const { createUser, deleteUser } = accessOperations
  const created = await there.does('lucas', bakery, createUser, {
    ...there.typed('ines'),
    capacity: 'employer',
    services: ['limosa'],
  })
  assert.equal(created.result.person, there.person('ines'))
  assert.equal(await there.reason('ines', bakery, 'limosa'), 'permit: authorisation')
  assert.equal(
    await there.tries('tom', bakery, deleteUser, { capacity: 'employer', person: there.person('ines') }),
    'outside-your-scope',
  )
  const raw = { ...there.typed('an'), ground: 'employee' }
  assert.equal(await there.tries('tom', other, appointmentOperations.appointChief, raw), 'not-yours')
  assert.equal(await there.tries('els', other, appointmentOperations.appointChief, raw), 'done')
}

test('A world in memory answers as its story was told', async () => {
  const there = world()
  there.person('ines')
  await story(there)
})

eachStore('A world on a store answers as its story was told', async (_t, store) => {
  const there = worldOn(store)
  there.person('ines')
  await story(there)
})
