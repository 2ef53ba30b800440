import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { appointmentOf, withoutGround } from '../../../test/support/appointed.ts'
import { world, type World } from '../../../test/support/world.ts'
import type { WorldEnterprise } from '../../../test/support/world-enterprise.ts'
import { appointmentOperations } from './index.ts'
import { awayMs, isDormant } from './rules.ts'

const { appointCoChief, appointAccessManager, acceptAppointment, confirmName, resumeAppointment } =
  appointmentOperations
const { confirmChief, confirmEarlierRights, suspendAppointment, withdrawAppointment, resign } = appointmentOperations

const employee = (there: World, name: string) => ({ ...there.typed(name), ground: 'employee' })

async function chiefOf(there: World, where: WorldEnterprise) {
  const seat = { enterprise_id: where.id, office: 'chief-access-manager', state: ['active', 'suspended'] } as const
  const [fact] = await (await there.facts()).find('appointment', seat, { at: there.now })
  return { appointment: fact?.fact_id ?? '' }
}

describe('A chief whose ground has ended', () => {
  test('R12 appoints nobody, confirms no name, lets nobody return, and is told what to do', async () => {
    const there = world()
    const where = withoutGround(there)
      .withDomain('mobility')
      .withOffice('access-manager', 'noor', { scope: 'mobility', state: 'suspended' })
    where.withOffice('co-chief-access-manager', 'bart', { state: 'accepted' })
    assert.equal(await there.tries('els', where, appointCoChief, employee(there, 'tom')), 'ground-lost')
    const manager = { ...employee(there, 'tom'), domain: 'finance' }
    assert.equal(await there.tries('els', where, appointAccessManager, manager), 'ground-lost')
    const noor = await appointmentOf(there, where, 'noor')
    assert.equal(await there.tries('els', where, resumeAppointment, noor), 'ground-lost')
    const bart = await appointmentOf(there, where, 'bart')
    assert.equal(await there.tries('els', where, confirmName, bart), 'ground-lost')
  })

  test('A27 is confirmed by a representative, holds the office as an employee, and everybody concerned is told', async () => {
    const there = world()
    const where = withoutGround(there).withDomain('mobility').withRepresentative('rob', { power: 'jointly' })
    const chief = await chiefOf(there, where)
    const outside = await there.tries('els', where, confirmChief, chief)
    assert.equal(outside, 'not-legal-representative')
    // One who acts only jointly is enough: the seat does not change hands.
    const done = await there.does('rob', where, confirmChief, chief)
    assert.deepEqual(
      done.notices.map(({ receiver, kind }) => [receiver, kind]),
      [
        [there.person('els'), 'chief-confirmed'],
        [there.person('eva'), 'chief-confirmed-below'],
      ],
    )
    const [fact] = await (await there.facts()).find('appointment', { fact_id: chief.appointment }, { at: there.now })
    assert.equal(fact?.ground, 'employee')
    assert.equal(fact.by_person, there.person('rob'))
    assert.equal(await there.tries('els', where, appointCoChief, employee(there, 'tom')), 'done')
    there.passes({ days: 60 })
    assert.equal(await there.reason('els', where, 'dimona'), 'permit: office')
  })

  test('A27 is confirmed also after the thirty days, and an office that somebody suspended stays suspended', async () => {
    const there = world()
    const where = withoutGround(there).withDomain('mobility')
    const chief = await chiefOf(there, where)
    there.passes({ days: 40 })
    assert.equal(await there.tries('els', where, appointCoChief, employee(there, 'tom')), 'ground-lost')
    assert.equal(await there.reason('els', where, 'dimona'), 'deny: office-suspended')
    await there.does('eva', where, suspendAppointment, chief)
    await there.passes({ days: 1 }).does('eva', where, confirmChief, chief)
    assert.equal(await there.reason('els', where, 'dimona'), 'deny: office-suspended')
    await there.passes({ days: 1 }).does('eva', where, resumeAppointment, chief)
    assert.equal(await there.reason('els', where, 'dimona'), 'permit: office')
  })

  test('A27 there is nothing to confirm where the ground stands, and nobody but a sitting chief', async () => {
    const there = world()
    const where = there.enterprise().withRepresentative('els').withChief('els', { ground: 'legal-representative' })
    where.withCoChief('bart')
    assert.equal(await there.tries('els', where, confirmChief, await chiefOf(there, where)), 'nothing-to-confirm')
    const bart = await appointmentOf(there, where, 'bart')
    assert.equal(await there.tries('els', where, confirmChief, bart), 'appointment-unknown')
  })
})

describe('What was given before a bankruptcy or a liquidation', () => {
  /** Trudy is its trustee since yesterday, when the situation began; An was chief before. */
  const mill = (there: World): WorldEnterprise =>
    there
      .enterprise()
      .withRepresentative('trudy', { from: -1, functionCode: '10006' })
      .withChief('an')
      .withCapacity('employer')
      .withUser('tom', 'employer', ['dimona'])
      .inSituation('050', -1)

  test('R13 gives no power, and whoever holds it is told why; resigning stays possible', async () => {
    const there = world()
    const where = mill(there).withOffice('co-chief-access-manager', 'bart', { state: 'awaiting-activation' })
    assert.equal(await there.tries('an', where, appointCoChief, employee(there, 'rik')), 'awaits-confirmation')
    const bart = await appointmentOf(there, where, 'bart')
    assert.equal(await there.tries('an', where, withdrawAppointment, bart), 'awaits-confirmation')
    assert.equal(await there.tries('bart', where, acceptAppointment, bart), 'awaits-confirmation')
    assert.equal(await there.tries('an', where, resign, await chiefOf(there, where)), 'done')
  })

  test('R13 a representative confirms it once; chief, office holders and the other representatives are told', async () => {
    const there = world()
    const where = mill(there).withCoChief('bart').withRepresentative('rob', { from: -1, functionCode: '10006' })
    assert.equal(await there.tries('an', where, confirmEarlierRights), 'not-legal-representative')
    const done = await there.does('trudy', where, confirmEarlierRights)
    const told = done.notices.map(({ receiver, kind }) => `${kind} ${receiver}`)
    assert.deepEqual(
      told.toSorted(),
      [
        `rights-confirmed ${there.person('an')}`,
        `rights-confirmed ${there.person('bart')}`,
        `rights-confirmed-below ${there.person('rob')}`,
      ].toSorted(),
    )
    assert.equal(await there.reason('tom', where, 'dimona'), 'permit: authorisation')
    assert.equal(await there.tries('an', where, appointCoChief, employee(there, 'rik')), 'done')
    assert.equal(await there.tries('trudy', where, confirmEarlierRights), 'nothing-to-confirm')
  })

  test('R13 a later situation asks a confirmation of its own', async () => {
    const there = world()
    const where = mill(there)
    await there.does('trudy', where, confirmEarlierRights)
    there.passes({ days: 10 })
    where.inSituation('000', -5).inSituation('010', -1)
    assert.equal(await there.reason('tom', where, 'dimona'), 'deny: awaits-confirmation')
    await there.does('trudy', where, confirmEarlierRights)
    assert.equal(await there.reason('tom', where, 'dimona'), 'permit: authorisation')
  })
})

test('A28 a chief is dormant 400 days after the last sign-in, or after taking the seat where that is later', () => {
  const day = 24 * 60 * 60_000
  const at = (days: number) => (days * day) as Parameters<typeof isDormant>[0]['now']
  assert.equal(awayMs, 400 * day)
  assert.equal(isDormant({ seated: at(0), seen: at(10), now: at(409) }), false)
  assert.equal(isDormant({ seated: at(0), seen: at(10), now: at(410) }), true)
  assert.equal(isDormant({ seated: at(100), seen: at(10), now: at(499) }), false)
  assert.equal(isDormant({ seated: at(100), seen: null, now: at(500) }), true)
})
