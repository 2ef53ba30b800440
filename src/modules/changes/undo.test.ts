import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { accessOperations } from '#access'
import { appointmentOperations } from '#appointments'
import { enterpriseOperations } from '#enterprises'
import type { Operation } from '#operations'
import { world, type World } from '../../../test/support/world.ts'
import type { WorldEnterprise } from '../../../test/support/world-enterprise.ts'
import { changeOperations } from './index.ts'

const { undo } = changeOperations
const { createUser, deleteUser, giveService, withdrawService, blockUser, unblockUser, blockPerson } = accessOperations
const { appointAccessManager, appointChief, withdrawAppointment, suspendAppointment, resumeAppointment } =
  appointmentOperations
const { activateDomain, closeDomain, closeCapacity, pressEmergencyStop } = enterpriseOperations

async function bakeryOf(there: World): Promise<WorldEnterprise> {
  const bakery = there
    .enterprise()
    .withRepresentative('els')
    .withChief('an')
    .withCoChief('bart')
    .withAccessManager('noor', 'social-security')
    .withCapacity('employer')
    .withGroupManager('lucas', 'employer')
    .withUser('tom', 'employer', ['dimona'])
  await there.settle()
  there.passes({ minutes: 1 })
  return bakery
}

/** Somebody does something, and gets the reference of it. */
async function does<Input, Result>(
  there: World,
  who: string,
  where: WorldEnterprise,
  operation: Operation<Input, Result>,
  input: object,
): Promise<{ entry: string }> {
  const { reference } = await there.does(who, where, operation, input, { level: 500 })
  assert.ok(reference !== null)
  return { entry: reference }
}

const tries = (there: World, who: string, where: WorldEnterprise, input: object, level: 450 | 300 = 450) =>
  there.tries(who, where, undo, input, { level })

const inGroup = (there: World, name = 'tom') => ({ capacity: 'employer', person: there.person(name) })
const officeOf = async (there: World, where: WorldEnterprise, name: string): Promise<string> => {
  const own = { enterprise_id: where.id, person_id: there.person(name) }
  const [fact] = await (await there.facts()).find('appointment', own, { at: there.now })
  return fact?.fact_id ?? ''
}

test('U17 every operation says whether it is undone', () => {
  const all = [enterpriseOperations, appointmentOperations, accessOperations, changeOperations].flatMap(
    (of) => Object.values(of) as unknown as Operation[],
  )
  const undoable = all.filter((one) => one.undo !== undefined).map(({ code }) => code)
  assert.deepEqual(undoable.toSorted(), [
    'activate-capacity',
    'activate-domain',
    'appoint-access-manager',
    'appoint-chief',
    'appoint-co-chief',
    'appoint-group-manager',
    'block-person',
    'block-user',
    'close-capacity',
    'close-domain',
    'confirm-chief-proposal',
    'continue-office',
    'continue-user',
    'create-user',
    'delete-user',
    'give-service',
    'resume-appointment',
    'suspend-appointment',
    'unblock-person',
    'unblock-user',
    'withdraw-appointment',
    'withdraw-service',
  ])
})

describe('What may be undone', () => {
  test('U17 by whoever did it, for ten minutes, once; nobody else learns that it was done', async () => {
    const there = world()
    const bakery = await bakeryOf(there)
    const done = await does(there, 'an', bakery, blockUser, inGroup(there))
    assert.equal(await tries(there, 'bart', bakery, done), 'act-unknown')
    assert.equal(await tries(there, 'an', bakery, { entry: '00000000-0000-4000-8000-000000000000' }), 'act-unknown')
    there.passes({ minutes: 10 })
    assert.equal(await tries(there, 'an', bakery, done), 'done')
    assert.equal(await tries(there, 'an', bakery, done), 'already-undone')
    const again = await does(there, 'an', bakery, blockUser, inGroup(there))
    there.passes({ minutes: 11 })
    assert.equal(await tries(there, 'an', bakery, again), 'undo-too-late')
    const stop = await does(there, 'els', bakery, pressEmergencyStop, {})
    assert.equal(await tries(there, 'els', bakery, stop), 'not-undoable')
  })

  test('U17 at the level of what is undone', async () => {
    const there = world()
    const bakery = await bakeryOf(there)
    const input = { ...there.typed('greta'), ground: 'employee' }
    const chief = await does(there, 'els', bakery, appointChief, input)
    assert.equal(await tries(there, 'els', bakery, chief, 300), 'level-too-low')
    const user = await does(there, 'an', bakery, createUser, {
      ...there.typed('ines'),
      capacity: 'employer',
      services: [],
    })
    assert.equal(await tries(there, 'an', bakery, user, 300), 'done')
  })

  test('U17 giving back is refused under a stop to whoever gives nothing then; taking away is not', async () => {
    const there = world()
    const bakery = await bakeryOf(there)
    const taken = await does(there, 'an', bakery, withdrawService, { ...inGroup(there), service: 'dimona' })
    const given = await does(there, 'an', bakery, giveService, { ...inGroup(there), service: 'limosa' })
    await there.does('els', bakery, pressEmergencyStop)
    assert.equal(await tries(there, 'an', bakery, taken), 'emergency-stop')
    assert.equal(await tries(there, 'an', bakery, given), 'done')
  })

  const actedOn: Record<string, (there: World, bakery: WorldEnterprise) => Promise<[string, { entry: string }]>> = {
    'the same user was blocked after the creation': async (there, bakery) => {
      const created = await does(there, 'an', bakery, createUser, {
        ...there.typed('ines'),
        capacity: 'employer',
        services: [],
      })
      await there.does('lucas', bakery, blockUser, inGroup(there, 'ines'))
      return ['an', created]
    },
    'somebody was appointed in the domain that was opened': async (there, bakery) => {
      const opened = await does(there, 'an', bakery, activateDomain, { domain: 'mobility' })
      await there.does('bart', bakery, appointAccessManager, {
        ...there.typed('ines'),
        ground: 'employee',
        domain: 'mobility',
      })
      return ['an', opened]
    },
    'somebody else was appointed to the office that was withdrawn': async (there, bakery) => {
      const appointment = await officeOf(there, bakery, 'noor')
      const withdrawn = await does(there, 'an', bakery, withdrawAppointment, { appointment })
      const next = { ...there.typed('ines'), ground: 'employee', domain: 'social-security' }
      await there.does('bart', bakery, appointAccessManager, next)
      return ['an', withdrawn]
    },
    'whoever returned to the office did something': async (there, bakery) => {
      const appointment = await officeOf(there, bakery, 'noor')
      await there.does('an', bakery, suspendAppointment, { appointment })
      there.passes({ minutes: 1 })
      const resumed = await does(there, 'an', bakery, resumeAppointment, { appointment })
      there.passes({ minutes: 1 })
      await there.does('noor', bakery, blockUser, inGroup(there))
      return ['an', resumed]
    },
  }
  for (const [name, arrange] of Object.entries(actedOn))
    test(`U17 not where something has acted on it: ${name}`, async () => {
      const there = world()
      const bakery = await bakeryOf(there)
      const [who, done] = await arrange(there, bakery)
      there.passes({ minutes: 1 })
      assert.equal(await tries(there, who, bakery, done), 'acted-on-since')
    })

  test('U17 what others do elsewhere is no hindrance', async () => {
    const there = world()
    const bakery = await bakeryOf(there)
    const given = await does(there, 'an', bakery, giveService, { ...inGroup(there), service: 'limosa' })
    await there.does('lucas', bakery, blockUser, inGroup(there))
    await there.does('an', bakery, activateDomain, { domain: 'mobility' })
    assert.equal(await tries(there, 'an', bakery, given), 'done')
  })
})

describe('What is given back is judged as giving is', () => {
  test('U22 services only in an open group, by whoever still manages it', async () => {
    const there = world()
    const bakery = await bakeryOf(there)
    const byLucas = await does(there, 'lucas', bakery, deleteUser, inGroup(there))
    await there.does('an', bakery, closeCapacity, { capacity: 'employer' })
    assert.equal(await tries(there, 'lucas', bakery, byLucas), 'capacity-not-active')
  })

  test('U22 a service that asks a strong key is given back by one only', async () => {
    const there = world()
    const bakery = (await bakeryOf(there)).withUser('wei', 'employer', ['chaman'])
    await there.settle()
    there.passes({ minutes: 1 })
    const taken = await does(there, 'an', bakery, withdrawService, { ...inGroup(there, 'wei'), service: 'chaman' })
    assert.equal(await tries(there, 'an', bakery, taken, 300), 'level-too-low')
    assert.equal(await tries(there, 'an', bakery, taken), 'done')
  })

  test('U22 a block that was lifted comes back only on a user', async () => {
    const there = world()
    const bakery = (await bakeryOf(there)).withBlock('tom', 'employer', 'chief-access-manager')
    await there.settle()
    there.passes({ minutes: 1 })
    const lifted = await does(there, 'an', bakery, unblockUser, inGroup(there))
    assert.equal(await tries(there, 'an', bakery, lifted), 'done')
    assert.equal(await there.tries('an', bakery, blockUser, inGroup(there)), 'already-blocked')
  })

  test('U20 an office only where its domain is still open, and never one’s own', async () => {
    const there = world()
    const bakery = (await bakeryOf(there)).withAccessManager('bart', 'finance')
    await there.settle()
    there.passes({ minutes: 1 })
    const office = (await (await there.facts()).find('appointment', { enterprise_id: bakery.id, scope: 'finance' }))[0]
    const own = await does(there, 'bart', bakery, withdrawAppointment, { appointment: office?.fact_id ?? '' })
    assert.equal(await tries(there, 'bart', bakery, own), 'self-appointment')
    const appointment = await officeOf(there, bakery, 'noor')
    const withdrawn = await does(there, 'an', bakery, withdrawAppointment, { appointment })
    await there.does('bart', bakery, closeDomain, { domain: 'social-security' })
    assert.equal(await tries(there, 'an', bakery, withdrawn), 'domain-not-open')
  })
})

test('U21 what was closed is opened again as opening asks, by the chief or a co-chief only', async () => {
  const there = world()
  const bakery = await bakeryOf(there)
  const group = await does(there, 'bart', bakery, closeCapacity, { capacity: 'employer' })
  assert.match(await there.reason('tom', bakery, 'dimona'), /^deny/)
  there.passes({ minutes: 1 })
  const domain = await does(there, 'an', bakery, closeDomain, { domain: 'social-security' })
  assert.equal(await tries(there, 'bart', bakery, group), 'domain-not-open')
  assert.equal(await tries(there, 'an', bakery, domain), 'done')
  assert.equal(await tries(there, 'bart', bakery, group), 'done')
  assert.equal(await there.reason('tom', bakery, 'dimona'), 'permit: authorisation')
})

describe('Everything is as it was', () => {
  test('U18 a deleted user has the same services for what was left of them, and had none in between', async () => {
    const there = world()
    const bakery = await bakeryOf(there)
    const before = await there.reason('tom', bakery, 'dimona')
    const { entry } = await does(there, 'an', bakery, deleteUser, inGroup(there))
    there.passes({ minutes: 2 })
    const between = there.now
    there.passes({ minutes: 2 })
    assert.match(await there.reason('tom', bakery, 'dimona'), /^deny/)
    assert.equal(await tries(there, 'an', bakery, { entry }), 'done')
    assert.equal(await there.reason('tom', bakery, 'dimona'), before)
    assert.match(await there.reason('tom', bakery, 'dimona', { at: between }), /^deny/)
    const own = { enterprise_id: bakery.id, person_id: there.person('tom') }
    const memberships = await (await there.facts()).find('membership', own)
    assert.deepEqual(new Set(memberships.map(({ fact_id }) => fact_id)).size, 1)
    assert.equal(memberships.at(-1)?.valid_until, null)
  })

  test('U18 whoever went with immediate effect is back, and the seat is held by one', async () => {
    const there = world()
    const bakery = await bakeryOf(there)
    const input = { ...there.typed('greta'), ground: 'employee', immediately: true }
    const appointed = await does(there, 'els', bakery, appointChief, input)
    assert.equal(await there.tries('an', bakery, activateDomain, { domain: 'mobility' }), 'not-yours')
    there.passes({ minutes: 3 })
    assert.equal(await tries(there, 'els', bakery, appointed), 'done')
    assert.equal(await there.tries('an', bakery, activateDomain, { domain: 'mobility' }), 'done')
    const seat = { enterprise_id: bakery.id, office: 'chief-access-manager' } as const
    const held = await (await there.facts()).find('appointment', seat, { at: there.now })
    assert.deepEqual(
      held.map(({ state, person_id }) => [state, person_id]),
      [['active', there.person('an')]],
    )
  })

  test('U18 the undoing names what it undid, is told to whoever had been told, and is not undone', async () => {
    const there = world()
    const bakery = await bakeryOf(there)
    const { entry } = await does(there, 'an', bakery, blockPerson, { person: there.person('tom') })
    const undone = await there.does('an', bakery, undo, { entry })
    assert.deepEqual(
      undone.notices.map(({ receiver, kind, details }) => [receiver, kind, details?.['undone']]),
      [[there.person('tom'), 'undone', 'person-blocked']],
    )
    assert.equal(await tries(there, 'an', bakery, { entry: undone.reference ?? '' }), 'not-undoable')
  })
})
