import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { instant } from '#kernel'
import { appointmentOf } from '../../../test/support/appointed.ts'
import { world, type World } from '../../../test/support/world.ts'
import type { WorldEnterprise } from '../../../test/support/world-enterprise.ts'
import { appointmentOperations } from './index.ts'
import { endedByTerm, lapsed } from './rules.ts'

const {
  appointCoChief,
  appointAccessManager,
  acceptAppointment,
  declineAppointment,
  confirmName,
  withdrawAppointment,
  suspendAppointment,
  resumeAppointment,
} = appointmentOperations

const employee = (there: World, name: string) => ({ ...there.typed(name), ground: 'employee' })

const factOf = async (there: World, where: WorldEnterprise, name: string) => {
  const own = { enterprise_id: where.id, person_id: there.person(name) }
  const [fact] = await (await there.facts()).find('appointment', own, { at: there.now })
  return fact
}

const told = (there: World, notices: readonly { receiver: string; kind: string }[], names: readonly string[]) =>
  notices
    .map(({ receiver, kind }) => `${names.find((name) => there.person(name) === receiver) ?? '?'}: ${kind}`)
    .toSorted()

describe('A name that differs', () => {
  /** Bart was asked under another name than his own, and has accepted. */
  async function held() {
    const there = world()
    const bakery = there.enterprise().withRepresentative('els').withChief('an').withCoChief('co')
    bakery.withAccessManager('noor', 'finance', { by: 'an' }).withUser('tom', 'employer')
    await there.does('an', bakery, appointAccessManager, { ...employee(there, 'bart'), domain: 'finance' })
    there.namedOtherwise('bart')
    const raw = await appointmentOf(there, bakery, 'bart')
    const accepted = await there.passes({ days: 2 }).does('bart', bakery, acceptAppointment, raw)
    return { there, bakery, raw, accepted }
  }

  test('A23 holds the acceptance: accepted, waiting for the name, and nobody loses anything yet', async () => {
    const { there, bakery, raw, accepted } = await held()
    const fact = await factOf(there, bakery, 'bart')
    assert.partialDeepStrictEqual(fact, { state: 'accepted', waits_for: 'name', fact_id: raw.appointment })
    assert.equal((await factOf(there, bakery, 'noor'))?.state, 'active')
    assert.equal(await there.tries('bart', bakery, acceptAppointment, raw), 'appointment-not-waiting')
    assert.deepEqual(told(there, accepted.notices, ['an', 'els']), ['an: name-differs'])
    assert.equal(await there.reason('bart', bakery, 'role:none'), 'deny: action-unknown')
    const days = Math.round(((fact?.valid_until ?? there.now) - there.now) / 86_400_000)
    assert.equal(days, 31, 'it lapses at the end of the thirtieth day')
  })

  test('A23 is confirmed by whoever may appoint to the office, and by nobody else', async () => {
    const { there, bakery, raw } = await held()
    for (const [who, reason] of [
      ['tom', 'outside-your-scope'],
      ['bart', 'outside-your-scope'],
      ['noor', 'outside-your-scope'],
      ['els', 'outside-your-scope'],
    ] as const)
      assert.equal(await there.tries(who, bakery, confirmName, raw), reason, who)
    const other = { appointment: (await appointmentOf(there, bakery, 'noor')).appointment }
    assert.equal(await there.tries('an', bakery, confirmName, other), 'appointment-not-waiting')
    const done = await there.does('co', bakery, confirmName, raw)
    assert.equal((await factOf(there, bakery, 'bart'))?.state, 'active')
    assert.equal(await factOf(there, bakery, 'noor'), undefined)
    assert.deepEqual(told(there, done.notices, ['an', 'bart', 'noor']), [
      'an: name-confirmed-below',
      'bart: name-confirmed',
      'noor: replaced-by',
    ])
  })

  test('A23 nobody confirms their own name', async () => {
    const there = world()
    const bakery = there.enterprise().withRepresentative('els').withRepresentative('eva').withChief('an')
    await there.does('els', bakery, appointmentOperations.appointChief, { ...employee(there, 'eva') }, { level: 500 })
    there.namedOtherwise('eva')
    const raw = await appointmentOf(there, bakery, 'eva')
    await there.does('eva', bakery, acceptAppointment, raw)
    assert.equal(await there.tries('eva', bakery, confirmName, raw), 'self-appointment')
    assert.equal(await there.tries('els', bakery, confirmName, raw), 'done')
  })

  test('A23 is declined by withdrawing, and the appointee may still decline', async () => {
    const { there, bakery, raw } = await held()
    await there.does('an', bakery, withdrawAppointment, raw)
    assert.equal(await factOf(there, bakery, 'bart'), undefined)
    const again = await held()
    await again.there.does('bart', again.bakery, declineAppointment, again.raw)
    assert.equal(await factOf(again.there, again.bakery, 'bart'), undefined)
  })

  test('A7 what was asked when it was made is asked again when it is accepted and when the name is confirmed', async () => {
    const there = world()
    const bakery = there.enterprise().withRepresentative('els').withChief('an').withDomain('mobility')
    bakery.withRepresentative('eva', { until: 5 }).withCapacity('employer')
    const asked = { ...there.typed('eva'), ground: 'legal-representative' }
    await there.does('an', bakery, appointCoChief, asked)
    await there.does('an', bakery, appointAccessManager, { ...employee(there, 'bart'), domain: 'mobility' })
    await there.does('an', bakery, appointmentOperations.appointGroupManager, {
      ...employee(there, 'tom'),
      capacity: 'employer',
    })
    const [eva, bart, tom] = await Promise.all(['eva', 'bart', 'tom'].map((who) => appointmentOf(there, bakery, who)))
    there.namedOtherwise('tom')
    await there.does('tom', bakery, acceptAppointment, tom)
    there.passes({ days: 6 })
    assert.equal(await there.tries('eva', bakery, acceptAppointment, eva), 'ground-not-in-register')
    there.given(async (facts) => {
      for (const kind of ['domain_activation', 'capacity_activation'] as const)
        for (const fact of await facts.find(kind, { enterprise_id: bakery.id }, { at: there.now }))
          await facts.end(kind, fact, there.now)
    })
    assert.equal(await there.tries('bart', bakery, acceptAppointment, bart), 'domain-not-open')
    assert.equal(await there.tries('an', bakery, confirmName, tom), 'capacity-not-active')
  })
})

describe('Suspension and return', () => {
  test('A26 whoever may withdraw an office suspends it: its holder keeps the seat without powers, and is told', async () => {
    const there = world()
    const bakery = there.enterprise().withRepresentative('els').withChief('an').withCoChief('bart')
    const raw = await appointmentOf(there, bakery, 'an')
    assert.equal(await there.tries('bart', bakery, suspendAppointment, raw), 'outside-your-scope')
    const done = await there.does('els', bakery, suspendAppointment, raw)
    assert.deepEqual(told(there, done.notices, ['an', 'els']), ['an: suspended'])
    assert.equal((await factOf(there, bakery, 'an'))?.state, 'suspended')
    assert.equal(await there.tries('an', bakery, appointCoChief, employee(there, 'tom')), 'outside-your-scope')
    assert.equal(await there.tries('els', bakery, suspendAppointment, raw), 'already-suspended')
    assert.equal(await there.tries('an', bakery, resumeAppointment, raw), 'outside-your-scope')
    const back = await there.passes({ days: 1 }).does('els', bakery, resumeAppointment, raw)
    assert.deepEqual(told(there, back.notices, ['an', 'els']), ['an: resumed'])
    assert.equal(await there.tries('an', bakery, appointCoChief, employee(there, 'tom')), 'done')
    assert.equal(await there.tries('els', bakery, resumeAppointment, raw), 'not-suspended')
  })

  test('A26 only what is held is suspended, and the chief hears of it when somebody else suspends below', async () => {
    const there = world()
    const bakery = there.enterprise().withRepresentative('els').withChief('an').withDomain('mobility')
    bakery.withAccessManager('noor', 'finance')
    await there.does('an', bakery, appointAccessManager, { ...employee(there, 'bart'), domain: 'mobility' })
    const waiting = await appointmentOf(there, bakery, 'bart')
    assert.equal(await there.tries('an', bakery, suspendAppointment, waiting), 'appointment-unknown')
    const noor = await appointmentOf(there, bakery, 'noor')
    const done = await there.does('els', bakery, suspendAppointment, noor)
    assert.deepEqual(told(there, done.notices, ['an', 'noor']), ['an: suspended-below', 'noor: suspended'])
  })

  test('A26 an office whose ground has ended does not return', async () => {
    const there = world()
    const bakery = there.enterprise().withRepresentative('els').withChief('an').withDomain('mobility')
    bakery.withOffice('access-manager', 'noor', { scope: 'mobility', state: 'suspended' })
    const raw = await appointmentOf(there, bakery, 'noor')
    there.given(async (facts) => {
      for (const fact of await facts.find('domain_activation', { enterprise_id: bakery.id }, { at: there.now }))
        if (fact.domain === 'mobility') await facts.end('domain_activation', fact, there.now)
    })
    assert.equal(await there.tries('an', bakery, resumeAppointment, raw), 'domain-not-open')
  })
})

describe('The office above', () => {
  test('A18 is whoever holds it now, not whoever held it once; nobody there: the next one up', async () => {
    const there = world()
    const bakery = there.enterprise().withRepresentative('els').withChief('an').withCapacity('employer')
    bakery.withOffice('group-manager', 'lucas', { scope: 'employer', by: 'gone', state: 'awaiting-activation' })
    const raw = await appointmentOf(there, bakery, 'lucas')
    const done = await there.does('lucas', bakery, acceptAppointment, raw)
    assert.deepEqual(told(there, done.notices, ['an', 'gone', 'els']), ['an: accepted'])

    const empty = there.enterprise().withRepresentative('els').registered().withCapacity('employer')
    empty.withOffice('group-manager', 'lucas', { scope: 'employer', by: 'gone', state: 'awaiting-activation' })
    const declined = await there.does('lucas', empty, declineAppointment, await appointmentOf(there, empty, 'lucas'))
    assert.deepEqual(told(there, declined.notices, ['gone', 'els']), ['els: declined'])
  })

  test('A18 the access manager of the domain stands above its group managers; the appointer hears while in office', async () => {
    const there = world()
    const bakery = there.enterprise().withRepresentative('els').withChief('an').withCoChief('co')
    bakery.withCapacity('employer').withAccessManager('noor', 'social-security')
    bakery.withOffice('group-manager', 'lucas', { scope: 'employer', by: 'co', state: 'awaiting-activation' })
    const done = await there.does('lucas', bakery, declineAppointment, await appointmentOf(there, bakery, 'lucas'))
    assert.deepEqual(told(there, done.notices, ['an', 'co', 'noor']), ['co: declined', 'noor: declined'])
  })
})

describe('What time ends', () => {
  const at = instant
  const row = { waits_for: null, term_until: null, recorded_at: at(1), valid_until: at(100) } as const

  test('A25 an appointment lapsed when its last stretch waited and nobody ended it', () => {
    const waiting = { ...row, state: 'awaiting-activation' } as const
    assert.equal(lapsed([waiting], at(100)), waiting)
    assert.equal(lapsed([waiting], at(99)), null, 'not before')
    assert.equal(lapsed([{ ...waiting, recorded_at: at(100) }], at(200)), null, 'declined at that moment')
    const held = { ...row, state: 'accepted', waits_for: 'name' } as const
    assert.equal(lapsed([{ ...waiting, valid_until: at(50) }, held], at(100)), held)
    assert.equal(lapsed([{ ...held, waits_for: 'day' }], at(100)), null)
    assert.equal(lapsed([waiting, { ...row, state: 'active', valid_until: null }], at(100)), null)
  })

  test('A25 an office expired when its last stretch ended with its own term', () => {
    const active = { ...row, state: 'active', term_until: at(100) } as const
    assert.equal(endedByTerm([active], at(100)), active)
    assert.equal(endedByTerm([{ ...active, state: 'suspended' }], at(100))?.state, 'suspended')
    assert.equal(endedByTerm([active], at(99)), null)
    assert.equal(endedByTerm([{ ...active, term_until: at(300) }], at(200)), null, 'a successor’s day came first')
    assert.equal(endedByTerm([{ ...active, recorded_at: at(100) }], at(200)), null, 'withdrawn')
  })
})
