import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { appointmentOperations } from '#appointments'
import { appointmentOf, withoutGround } from '../../../test/support/appointed.ts'
import { world, type World } from '../../../test/support/world.ts'
import type { WorldEnterprise } from '../../../test/support/world-enterprise.ts'
import { accessOperations } from './index.ts'

const { appointChief, acceptAppointment, withdrawAppointment, resign } = appointmentOperations

const employee = (there: World, name: string) => ({ ...there.typed(name), ground: 'employee' })

/** Trudy is its trustee since yesterday, when the situation began; An was chief before. */
const mill = (there: World): WorldEnterprise =>
  there
    .enterprise()
    .withRepresentative('trudy', { from: -1, functionCode: '10006' })
    .withChief('an')
    .withCapacity('employer')
    .withUser('tom', 'employer', ['dimona'])
    .inSituation('050', -1)

describe('What is given without ground, or before a bankruptcy', () => {
  test('R12 gives to others, not to themselves, and takes away as before', async () => {
    const there = world()
    const where = withoutGround(there).withUser('els', 'employer').withUser('tom', 'employer').withCoChief('bart')
    const give = { capacity: 'employer', service: 'dimona' }
    const { giveService, createUser } = accessOperations
    assert.equal(await there.tries('els', where, giveService, { ...give, person: there.person('tom') }), 'done')
    assert.equal(await there.tries('els', where, giveService, { ...give, person: there.person('els') }), 'ground-lost')
    const own = { ...there.typed('els'), capacity: 'employer', services: [] }
    assert.equal(await there.tries('els', where, createUser, own), 'ground-lost')
    const bart = await appointmentOf(there, where, 'bart')
    assert.equal(await there.tries('els', where, withdrawAppointment, bart), 'done')
    assert.equal(await there.tries('els', where, resign, await appointmentOf(there, where, 'els')), 'done')
  })

  test('R12 gives to themselves by another office that is whole', async () => {
    const there = world()
    const where = withoutGround(there).withUser('els', 'employer').withGroupManager('els', 'employer')
    const own = { capacity: 'employer', service: 'dimona', person: there.person('els') }
    assert.equal(await there.tries('els', where, accessOperations.giveService, own), 'done')
  })

  test('R13 what whoever represents it then appoints and gives works at once', async () => {
    const there = world()
    const where = mill(there)
    await there.does('trudy', where, appointChief, employee(there, 'carl'))
    await there.does('carl', where, acceptAppointment, await appointmentOf(there, where, 'carl'))
    there.passes({ minutes: 1 })
    const user = { ...there.typed('rik'), capacity: 'employer', services: ['dimona'] }
    await there.does('carl', where, accessOperations.createUser, user)
    assert.equal(await there.reason('rik', where, 'dimona'), 'permit: authorisation')
    assert.equal(await there.reason('tom', where, 'dimona'), 'deny: awaits-confirmation')
  })
})
