import assert from 'node:assert/strict'
import { mock, test } from 'node:test'
import { DefaultQueryExecutor } from 'kysely'
import { accessOperations } from '#access'
import { appointmentOperations } from '#appointments'
import { enterpriseOperations } from '#enterprises'
import { referenceOf } from '../../../test/support/appointed.ts'
import { freshStore } from '../../../test/support/stores.ts'
import { worldOn, type World } from '../../../test/support/world.ts'
import type { WorldEnterprise } from '../../../test/support/world-enterprise.ts'
import { performing, type Actor, type Operation } from '#operations'

/** What the preview of an operation says of its effects. */
async function effectsOf(there: World, where: WorldEnterprise, who: string, operation: unknown, input: object) {
  const actor: Actor = { person: there.person(who), level: 500, key: 'eid', via: 'page' }
  await there.settle()
  const rehearsed = await performing.rehearse(there.deps, operation as Operation, where.number, actor, input)
  assert.ok(rehearsed.allowed, rehearsed.allowed ? '' : rehearsed.reason)
  return rehearsed.effects
}

const { deleteUser, withdrawService } = accessOperations
const { withdrawAppointment, resign, suspendAppointment } = appointmentOperations
const { closeDomain, closeCapacity } = enterpriseOperations

test('U16 a preview says for how many something ends, and what nobody could do any more', async (t) => {
  const there = worldOn(await freshStore(t, 'postgres'))
  // A group whose services must be given one by one, and one manager of everything.
  const bakery = there
    .enterprise()
    .withRepresentative('els')
    .withChief('an')
    .withAccessManager('noor', 'social-security')
    .withCapacity('employer')
    .withUser('tom', 'employer', ['dimona'])
    .withUser('ines', 'employer', ['dimona'])
  const inGroup = (name: string) => ({ capacity: 'employer', person: there.person(name) })

  const one = await effectsOf(there, bakery, 'an', deleteUser, inGroup('tom'))
  assert.equal(one.ends, 1)
  assert.deepEqual([one.services, one.domains, one.whole], [[], [], false])

  const withdrawn = await effectsOf(there, bakery, 'an', withdrawService, { ...inGroup('tom'), service: 'dimona' })
  assert.deepEqual([withdrawn.ends, withdrawn.starts, withdrawn.services], [1, 0, []])

  // Noor goes: An still manages the domain. An goes too: nobody manages the whole, and Noor her domain.
  const noor = await referenceOf(there, bakery, 'noor')
  const an = await referenceOf(there, bakery, 'an')
  const below = await effectsOf(there, bakery, 'an', withdrawAppointment, { appointment: noor })
  assert.deepEqual([below.ends, below.domains, below.whole], [1, [], false])
  const chief = await effectsOf(there, bakery, 'els', withdrawAppointment, { appointment: an })
  assert.deepEqual([chief.ends, chief.whole], [1, true])
  assert.ok(!chief.domains.includes('social-security'))
  const resigned = await effectsOf(there, bakery, 'an', resign, { appointment: an })
  assert.deepEqual(resigned, chief)
  assert.deepEqual(await effectsOf(there, bakery, 'els', suspendAppointment, { appointment: an }), chief)

  const closed = await effectsOf(there, bakery, 'an', closeDomain, { domain: 'social-security' })
  assert.ok(closed.services.includes('dimona'))
  const group = await effectsOf(there, bakery, 'an', closeCapacity, { capacity: 'employer' })
  assert.ok(group.services.includes('dimona'))
  assert.deepEqual(group.domains, [])

  // Nothing was done: the second look says the same.
  assert.deepEqual(await effectsOf(there, bakery, 'an', deleteUser, inGroup('tom')), one)
})

test('U16 names the last one who can do a thing, with as many statements where there are many people', async (t) => {
  const there = worldOn(await freshStore(t, 'postgres'))
  const shop = there.enterprise().withChief('an').withCapacity('employer').withGroupManager('lucas', 'employer')
  shop.withUser('tom', 'employer', ['dimona'])
  const inGroup = { capacity: 'employer', person: there.person('tom') }
  const an = await referenceOf(there, shop, 'an')
  await there.does('an', shop, resign, { appointment: an })
  const executed = mock.method(DefaultQueryExecutor.prototype, 'executeQuery')
  t.after(() => executed.mock.restore())
  const last = await effectsOf(there, shop, 'lucas', withdrawService, { ...inGroup, service: 'dimona' })
  assert.deepEqual([last.ends, last.services], [1, ['dimona']])
  const statements = executed.mock.callCount()
  for (let index = 0; index < 120; index++) shop.withUser(`user${index}`, 'employer', ['dimona'])
  await there.settle()
  executed.mock.resetCalls()
  const one = await effectsOf(there, shop, 'lucas', withdrawService, { ...inGroup, service: 'dimona' })
  assert.deepEqual([one.ends, one.services], [1, []])
  assert.ok(executed.mock.callCount() <= statements + 2, `${executed.mock.callCount()} statements for ${statements}`)
})

test('U16 what is rehearsed in parts is looked at together: two who are the last ones, and one in two parts', async (t) => {
  const there = worldOn(await freshStore(t, 'postgres'))
  const shop = there.enterprise().withChief('an').withCapacity('employer').withGroupManager('lucas', 'employer')
  shop.withUser('tom', 'employer', ['dimona', 'dmfa']).withUser('ines', 'employer', ['dimona'])
  await there.does('an', shop, resign, { appointment: await referenceOf(there, shop, 'an') })
  const actor: Actor = { person: there.person('lucas'), level: 500, key: 'eid', via: 'page' }
  const { several } = performing
  const part = async (...asked: [string, string][]) => {
    const calls = asked.map(([name, service]) => ({
      operation: withdrawService as Operation,
      input: { capacity: 'employer', person: there.person(name), service },
    }))
    const rehearsed = await several.rehearse(there.deps, { number: shop.number, actor, calls })
    assert.ok(rehearsed.allowed && rehearsed.looked)
    return rehearsed.looked
  }
  await there.settle()
  const effects = async (...looked: Awaited<ReturnType<typeof part>>[]) => {
    const { ends, starts, services, whole } = await several.effects(there.deps, looked)
    return [ends, starts, services, whole]
  }
  const [tom, ines, tomToo] = [
    await part(['tom', 'dimona']),
    await part(['ines', 'dimona']),
    await part(['tom', 'dmfa']),
  ]
  assert.deepEqual(await effects(tom), [1, 0, [], false])
  assert.deepEqual(await effects(ines), [1, 0, [], false])
  assert.deepEqual(await effects(tom, ines), [2, 0, ['dimona'], false])
  assert.deepEqual(await effects(tom, ines, tomToo), [2, 0, ['dimona', 'dmfa'], false])
  assert.deepEqual(await effects(await part(['tom', 'dimona'], ['ines', 'dimona'])), [2, 0, ['dimona'], false])
  assert.deepEqual(await effects(), [0, 0, [], false])
})
