import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import type { FactWriter } from '#database'
import type { EnterpriseId } from '#kernel'
import { eachStore } from '../../../test/support/stores.ts'
import { worldOn } from '../../../test/support/world.ts'
import { enterpriseOperations, vacancy } from './index.ts'

eachStore('One account, one stop, one activation of a domain and of a capacity at a time', async (_t, store) => {
  const there = worldOn(store)
  const bakery = there.enterprise().withChief('an').withCapacity('employer').stopped()
  await there.settle()
  const by = { by_person: there.person('an'), by_basis: randomUUID() }
  const where = { enterprise_id: bakery.id, ...by }
  const period = { from: there.days(10), until: null }
  const tries = (write: (facts: FactWriter) => Promise<unknown>) => there.pastRules(write)
  assert.equal(
    await tries((facts) => facts.record('account', { ...where, state: 'active', ebox: true }, period)),
    'one_account_per_enterprise',
  )
  assert.equal(await tries((facts) => facts.record('emergency_stop', where, period)), 'one_stop_per_enterprise')
  assert.equal(
    await tries((facts) => facts.record('domain_activation', { ...where, domain: 'finance' }, period)),
    'one_activation_per_domain',
  )
  assert.equal(
    await tries((facts) =>
      facts.record('capacity_activation', { ...where, domain: 'finance', capacity: 'employer' }, period),
    ),
    'one_activation_per_capacity',
  )
  const other = { ...where, domain: 'mobility' }
  assert.equal(await tries((facts) => facts.record('domain_activation', other, period)), null)
})

eachStore('I3 E1 from the account’s first moment the chief’s seat is held or vacant', async (_t, store) => {
  const there = worldOn(store)
  const bakery = there.enterprise()
  const account = (id: EnterpriseId) => {
    const by = { by_person: there.person('els'), by_basis: randomUUID() }
    return { enterprise_id: id, state: 'registered' as const, ebox: false, ...by }
  }
  account(bakery.id)
  await there.settle()
  const tries = (write: (facts: FactWriter) => Promise<unknown>) => there.pastRules(write)
  const open = { from: there.now, until: null }
  const gap = 'chief_or_vacancy'
  assert.equal(await tries((facts) => facts.record('account', account(bakery.id), open)), gap, 'no seat at all')
  const late = await tries(async (facts) => {
    await facts.record('account', account(bakery.id), open)
    await facts.record('appointment', vacancy(bakery.id), { from: there.days(1), until: null })
  })
  assert.equal(late, gap, 'a seat that begins later')
  const short = await tries(async (facts) => {
    await facts.record('account', account(bakery.id), open)
    await facts.record('appointment', vacancy(bakery.id), { from: there.now, until: there.days(1) })
  })
  assert.equal(short, gap, 'a seat that ends')
  const whole = await tries(async (facts) => {
    await facts.record('account', account(bakery.id), open)
    await facts.record('appointment', vacancy(bakery.id), open)
  })
  assert.equal(whole, null)
})

eachStore('Registering, opening, closing and stopping write what they say, on both stores', async (_t, store) => {
  const there = worldOn(store)
  const bakery = there.enterprise().withRepresentative('els')
  const { registerEnterprise, pressEmergencyStop, liftEmergencyStop, activateDomain, closeDomain } =
    enterpriseOperations
  assert.equal(await there.tries('els', bakery, registerEnterprise), 'done')
  assert.equal(await there.tries('els', bakery, registerEnterprise), 'already-registered')
  assert.equal(await there.tries('els', bakery, activateDomain, { domain: 'finance' }), 'outside-your-scope')
  const kept = there.enterprise().withRepresentative('els').withChief('an')
  assert.equal(await there.tries('an', kept, closeDomain, { domain: 'finance' }), 'done')
  assert.equal(await there.tries('an', kept, activateDomain, { domain: 'finance' }), 'done', 'in the same millisecond')
  assert.equal(await there.tries('els', kept, pressEmergencyStop), 'done')
  assert.equal(await there.reason('an', kept, 'contact-data'), 'deny: emergency-stop')
  assert.equal(await there.tries('els', kept, liftEmergencyStop), 'done')
  assert.equal(await there.reason('an', kept, 'contact-data'), 'permit: automatic')
  assert.equal(await there.tries('els', kept, pressEmergencyStop), 'done')
})
