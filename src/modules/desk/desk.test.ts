import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { appointmentOperations } from '#appointments'
import { enterpriseOperations } from '#enterprises'
import { world, type World } from '../../../test/support/world.ts'
import type { WorldEnterprise } from '../../../test/support/world-enterprise.ts'
import { deskOperations } from './index.ts'
import { mayInviteAgain, mayLift, mayRecognise } from './rules.ts'

const { proposeRecognition, confirmRecognition, proposeLift, confirmLift } = deskOperations
const { withdrawDeskProposal, resendActivation } = deskOperations
const { activateCapacity, pressEmergencyStop, liftEmergencyStop } = enterpriseOperations
const { appointCoChief, acceptAppointment } = appointmentOperations

const agentRole = 'helpdesk-agent'
const strongest = { level: 500 } as const
const secretariat = { capacity: 'social-secretariat' }

/** The desk with three agents, and a bakery that they have nothing to do with. */
function ground(): { there: World; bakery: WorldEnterprise; desk: WorldEnterprise } {
  const there = world()
  const desk = there.enterprise({ name: 'Desk' }).withChief('dirk')
  for (const name of ['dora', 'dina', 'diego']) desk.withRole(name, agentRole, { context: 'civil-servant' })
  const bakery = there
    .enterprise({ name: 'Bakery' })
    .withRepresentative('els')
    .withRepresentative('jo', { power: 'jointly' })
    .withChief('an')
    .withCoChief('bart')
    .withCapacity('employer')
    .withUser('tom', 'employer')
  return { there, bakery, desk }
}

describe('Agents', () => {
  test('H1 whoever is no agent gets the one answer for everything that the desk does, whatever is so', async () => {
    const { there, bakery } = ground()
    const nowhere = there.enterprise()
    for (const name of ['els', 'an', 'tom', 'dirk', 'stranger'])
      for (const where of [bakery, nowhere])
        for (const operation of [proposeLift, confirmLift]) {
          assert.equal(await there.tries(name, where, operation, {}, strongest), 'not-yours', name)
        }
    assert.equal(await there.tries('els', bakery, withdrawDeskProposal, {}, strongest), 'not-yours')
    assert.equal(await there.tries('an', bakery, proposeRecognition, secretariat, strongest), 'not-yours')
  })

  test('H1 an agent signed in below the level of the role is told the level', async () => {
    const { there, bakery } = ground()
    const refused = await there.acts('dora', bakery, proposeRecognition, secretariat, { level: 450 })
    assert.deepEqual(refused, { allowed: false, reason: 'level-too-low', levelNeeded: 500 })
  })

  test('H3 I9 no agent acts where they have a part: represent, hold or are offered an office, use, hold a role, now or later', async () => {
    const parts: ((bakery: WorldEnterprise) => WorldEnterprise)[] = [
      (bakery) => bakery.withRepresentative('dora'),
      (bakery) => bakery.withRepresentative('dora', { from: 10 }),
      (bakery) => bakery.withCoChief('dora'),
      (bakery) => bakery.withOffice('access-manager', 'dora', { scope: 'finance', state: 'awaiting-activation' }),
      (bakery) => bakery.withUser('dora', 'employer'),
      (bakery) => bakery.withRole('dora', 'fps-fin-own-enterprise'),
    ]
    for (const part of parts) {
      const { there, bakery } = ground()
      part(bakery)
      assert.equal(await there.tries('dora', bakery, proposeRecognition, secretariat, strongest), 'own-enterprise')
      assert.equal(await there.tries('dina', bakery, proposeRecognition, secretariat, strongest), 'done')
      assert.equal(await there.tries('dora', bakery, confirmRecognition, secretariat, strongest), 'own-enterprise')
    }
    const { there, bakery, desk } = ground()
    assert.equal(await there.tries('dora', desk, proposeRecognition, secretariat, strongest), 'own-enterprise')
    bakery.withUser('dora', 'employer', [], { from: -30, until: -1 })
    assert.equal(await there.tries('dora', bakery, proposeRecognition, secretariat, strongest), 'done', 'it is over')
  })

  test('U6 U8 the desk gives nothing to an enterprise that has ceased or is not registered, but withdraws', async () => {
    const { there } = ground()
    const [ceased, unknown] = [there.enterprise({ status: 'ceased' }).registered(), there.enterprise()]
    assert.equal(await there.tries('dora', ceased, proposeRecognition, secretariat, strongest), 'enterprise-ceased')
    assert.equal(await there.tries('dora', ceased, withdrawDeskProposal, {}, strongest), 'proposal-unknown')
    assert.equal(await there.tries('dora', unknown, proposeRecognition, secretariat, strongest), 'not-registered')
  })
})

describe('Recognitions', () => {
  test('H4 H6 two agents recognise an enterprise for a capacity, and its chief then activates it', async () => {
    const { there, bakery } = ground()
    assert.equal(await there.tries('an', bakery, activateCapacity, secretariat), 'recognition-missing')
    const proposed = await there.does('dora', bakery, proposeRecognition, secretariat, strongest)
    assert.equal(await there.tries('an', bakery, activateCapacity, secretariat), 'recognition-missing')
    const done = await there.does('dina', bakery, confirmRecognition, secretariat, strongest)
    const facts = await there.facts()
    const [recognition, ...more] = await facts.find('recognition', { enterprise_id: bakery.id })
    assert.deepEqual(more, [])
    assert.partialDeepStrictEqual(recognition, {
      capacity: 'social-secretariat',
      by_person: there.person('dora'),
      confirmed_by: there.person('dina'),
      valid_from: there.now,
      valid_until: null,
    })
    assert.equal(await there.tries('an', bakery, activateCapacity, secretariat), 'done')
    // H7: chief, co-chief and both representatives are told of both.
    const told = ['els', 'jo', 'an', 'bart'].map((name) => there.person(name)).toSorted()
    for (const { notices } of [proposed, done]) {
      assert.deepEqual(notices.map(({ receiver }) => receiver).toSorted(), told)
      assert.ok(notices.every(({ weight }) => weight === 'office'))
    }
  })

  test('H4 the ruling: its refusals come in the order written', () => {
    const { catalogue } = world()
    const no = (reason: string) => ({ allowed: false, reason })
    const employer = catalogue.capacities.get('employer')
    const capacity = catalogue.capacities.get('social-secretariat')
    assert.deepEqual(mayRecognise({ capacity: undefined, recognised: true }), no('capacity-unknown'))
    assert.deepEqual(mayRecognise({ capacity: employer, recognised: true }), no('recognition-not-asked'))
    assert.deepEqual(mayRecognise({ capacity, recognised: true }), no('already-recognised'))
    assert.deepEqual(mayRecognise({ capacity, recognised: false }), { allowed: true })
  })

  test('H6 U13 whoever proposed does not confirm; U14 one waits at a time, for 72 hours', async () => {
    const { there, bakery } = ground()
    assert.equal(await there.tries('dina', bakery, confirmRecognition, secretariat, strongest), 'proposal-unknown')
    await there.does('dora', bakery, proposeRecognition, secretariat, strongest)
    assert.equal(await there.tries('dora', bakery, confirmRecognition, secretariat, strongest), 'own-proposal')
    assert.equal(await there.tries('dina', bakery, proposeRecognition, secretariat, strongest), 'proposal-waiting')
    there.passes({ minutes: 72 * 60 - 1 })
    assert.equal(await there.tries('dina', bakery, proposeRecognition, secretariat, strongest), 'proposal-waiting')
    there.passes({ minutes: 1 })
    assert.equal(await there.tries('dina', bakery, confirmRecognition, secretariat, strongest), 'proposal-unknown')
    assert.equal(await there.tries('dina', bakery, proposeRecognition, secretariat, strongest), 'done')
    assert.equal(await there.tries('dora', bakery, confirmRecognition, secretariat, strongest), 'done')
    assert.equal(await there.tries('dora', bakery, proposeRecognition, secretariat, strongest), 'already-recognised')
  })

  test('H6 I6 the confirming agent is judged at the moment of confirming', async () => {
    const { there, bakery } = ground()
    await there.does('dora', bakery, proposeRecognition, secretariat, strongest)
    const dina = { person: there.person('dina'), where: bakery.id }
    await there.settle()
    there.given((facts) => {
      const by = { by_person: there.person('an'), by_basis: bakery.id }
      const body = { enterprise_id: dina.where, capacity: 'employer', person_id: dina.person, ...by }
      return facts.record('membership', body, { from: there.now, until: null })
    })
    assert.equal(await there.tries('dina', bakery, confirmRecognition, secretariat, strongest), 'own-enterprise')
    assert.equal(await there.tries('diego', bakery, confirmRecognition, secretariat, strongest), 'done')
  })

  test('H6 any agent withdraws what waits, and then it cannot be confirmed', async () => {
    const { there, bakery } = ground()
    await there.does('dora', bakery, proposeRecognition, secretariat, strongest)
    await there.does('diego', bakery, withdrawDeskProposal, secretariat, strongest)
    assert.equal(await there.tries('dina', bakery, confirmRecognition, secretariat, strongest), 'proposal-unknown')
    assert.equal(await there.tries('dina', bakery, withdrawDeskProposal, secretariat, strongest), 'proposal-unknown')
  })
})

describe('Lifting a stop', () => {
  test('H5 H6 two agents lift an emergency stop', async () => {
    const { there, bakery } = ground()
    assert.equal(await there.tries('dora', bakery, proposeLift, {}, strongest), 'not-stopped')
    await there.does('els', bakery, pressEmergencyStop)
    await there.does('dora', bakery, proposeLift, {}, strongest)
    assert.equal(await there.tries('dina', bakery, proposeLift, {}, strongest), 'proposal-waiting')
    assert.equal(await there.tries('dora', bakery, confirmLift, {}, strongest), 'own-proposal')
    await there.passes({ minutes: 1 }).does('dina', bakery, confirmLift, {}, strongest)
    const stops = await (await there.facts()).find('emergency_stop', { enterprise_id: bakery.id }, { at: there.now })
    assert.deepEqual(stops, [])
  })

  test('H5 a confirmation lifts the stop that was proposed, and no later one', async () => {
    const { there, bakery } = ground()
    await there.does('els', bakery, pressEmergencyStop)
    await there.does('dora', bakery, proposeLift, {}, strongest)
    await there.passes({ minutes: 1 }).does('els', bakery, liftEmergencyStop)
    assert.equal(await there.tries('dina', bakery, confirmLift, {}, strongest), 'proposal-unknown')
    await there.passes({ minutes: 1 }).does('els', bakery, pressEmergencyStop)
    assert.equal(await there.tries('dina', bakery, confirmLift, {}, strongest), 'proposal-unknown')
    await there.does('dina', bakery, proposeLift, {}, strongest)
    assert.equal(await there.tries('dora', bakery, confirmLift, {}, strongest), 'done')
  })

  test('H5 the ruling: its refusals come in the order written', () => {
    const stop = { fact_id: 'one' }
    assert.deepEqual(mayLift({ stop: undefined, proposed: 'one' }), { allowed: false, reason: 'not-stopped' })
    assert.deepEqual(mayLift({ stop, proposed: 'two' }), { allowed: false, reason: 'proposal-unknown' })
    assert.deepEqual(mayLift({ stop, proposed: 'one' }), { allowed: true })
  })
})

describe('Sending an invitation again', () => {
  test('H8 goes to who has yet to answer, and changes nothing', async () => {
    const { there, bakery } = ground()
    const { result } = await there.does('an', bakery, appointCoChief, { ...there.typed('cleo'), ground: 'employee' })
    const { appointment } = result
    const before = await (await there.facts()).find('appointment', { enterprise_id: bakery.id })
    const done = await there.does('dora', bakery, resendActivation, { appointment }, strongest)
    assert.deepEqual(
      done.notices.map(({ receiver, kind }) => [receiver, kind]),
      [[there.person('cleo'), 'activation-resent']],
    )
    assert.deepEqual(await (await there.facts()).find('appointment', { enterprise_id: bakery.id }), before)
    await there.does('cleo', bakery, acceptAppointment, { appointment })
    const again = () => there.tries('dora', bakery, resendActivation, { appointment }, strongest)
    assert.equal(await again(), 'appointment-not-waiting')
    const other = there.enterprise().withRepresentative('paul').withChief('pia')
    assert.equal(await there.tries('dora', other, resendActivation, { appointment }, strongest), 'appointment-unknown')
  })

  test('H8 the ruling: a vacancy is nobody’s appointment, and one that lapsed waits no longer', async () => {
    const { there, bakery } = ground()
    await there.does('an', bakery, appointCoChief, { ...there.typed('cleo'), ground: 'employee' })
    const facts = await there.facts()
    const [appointment] = await facts.find('appointment', { state: 'awaiting-activation' })
    assert.ok(appointment)
    const no = (reason: string) => ({ allowed: false, reason })
    assert.deepEqual(mayInviteAgain({ appointment: undefined, at: there.now }), no('appointment-unknown'))
    const vacant = { ...appointment, person_id: null, state: 'vacant' as const }
    assert.deepEqual(mayInviteAgain({ appointment: vacant, at: there.now }), no('appointment-unknown'))
    assert.deepEqual(mayInviteAgain({ appointment, at: there.days(40) }), no('appointment-not-waiting'))
    assert.deepEqual(mayInviteAgain({ appointment, at: there.now }), { allowed: true })
  })
})
