import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Fact } from '#database'
import { endOfDay, startOfDay, type CivilDay, type Instant } from '#kernel'
import { belgium, world, type World } from '../../../test/support/world.ts'
import type { WorldEnterprise } from '../../../test/support/world-enterprise.ts'
import { appointmentOperations } from './index.ts'

const { proposeStandIn, acceptStandIn, declineStandIn, endStandIn } = appointmentOperations
const { appointCoChief, appointGroupManager, appointAccessManager, withdrawAppointment, resign } = appointmentOperations
const { suspendAppointment, resumeAppointment, acceptAppointment, appointChief, changeContact } = appointmentOperations

const zone = belgium.meta.zone
const first = (day: string): Instant => startOfDay(day as CivilDay, zone)
const last = (day: string): Instant => endOfDay(day as CivilDay, zone)

function bakeryOf(there: World): WorldEnterprise {
  const bakery = there.enterprise().withRepresentative('els').withChief('an').withCoChief('bart')
  bakery.withCapacity('employer').withAccessManager('noor', 'social-security')
  return bakery.withGroupManager('lucas', 'employer')
}

async function officeOf(there: World, where: WorldEnterprise, name: string): Promise<string> {
  const own = { enterprise_id: where.id, person_id: there.person(name) }
  const [found] = await (await there.facts()).find('appointment', own, { at: there.now })
  return found?.fact_id ?? ''
}

const standIns = async (there: World, where: WorldEnterprise): Promise<Fact<'stand_in'>[]> =>
  (await there.facts()).find('stand_in', { enterprise_id: where.id }, { since: there.now })

const asking = async (there: World, where: WorldEnterprise, holder: string, name: string, until = '2026-12-20') => ({
  ...there.typed(name),
  appointment: await officeOf(there, where, holder),
  until,
})

/** Greta stands in for a holder until 20 December. */
async function stoodIn(holder: string, more: { from?: string; accepted?: boolean } = {}) {
  const { accepted = true, ...days } = more
  const there = world()
  const bakery = bakeryOf(there)
  const asked = { ...(await asking(there, bakery, holder, 'greta')), ...days }
  const { result } = await there.does(holder, bakery, proposeStandIn, asked)
  if (accepted) await there.does('greta', bakery, acceptStandIn, result)
  return { there, bakery, standIn: result.standIn }
}

const told = (notices: readonly { receiver: string; kind: string }[], there: World, names: readonly string[]) =>
  notices.map(({ receiver, kind }) => `${names.find((name) => there.person(name) === receiver) ?? '?'} ${kind}`)

describe('Asking somebody to stand in', () => {
  test('A29 the holder of any office asks, with its power, and both the asked and the office above are told', async () => {
    for (const [holder, above] of [
      ['an', 'els'],
      ['bart', 'an'],
      ['noor', 'an'],
      ['lucas', 'noor'],
    ] as const) {
      const there = world()
      const bakery = bakeryOf(there)
      const done = await there.does(holder, bakery, proposeStandIn, await asking(there, bakery, holder, 'greta'))
      assert.deepEqual(told(done.notices, there, ['greta', above]), [
        'greta stand-in-asked',
        `${above} stand-in-asked-below`,
      ])
      const [fact] = await standIns(there, bakery)
      assert.deepEqual(
        [fact?.state, fact?.begins_at, fact?.ends_at, fact?.by_person],
        ['proposed', there.now, last('2026-12-20'), there.person(holder)],
      )
    }
  })

  test('A29 nobody asks for an office that they do not hold now, with its power', async () => {
    const there = world()
    const bakery = bakeryOf(there).withCoChief('sus', { state: 'suspended' })
    bakery.withCoChief('ines', { state: 'awaiting-activation', until: 20 })
    const of = async (who: string, holder: string) =>
      there.tries(who, bakery, proposeStandIn, await asking(there, bakery, holder, 'greta'))
    assert.equal(await of('an', 'bart'), 'appointment-unknown')
    assert.equal(await of('els', 'an'), 'appointment-unknown')
    assert.equal(await of('ines', 'ines'), 'appointment-unknown')
    assert.equal(await of('sus', 'sus'), 'outside-your-scope')
  })

  test('A29 for ninety days at most, counted with the first and the last', async () => {
    const there = world()
    const bakery = bakeryOf(there)
    const until = async (day: string, from?: string) =>
      there.tries('an', bakery, proposeStandIn, {
        ...(await asking(there, bakery, 'an', 'greta', day)),
        ...(from === undefined ? {} : { from }),
      })
    assert.equal(await until('2027-02-19'), 'stand-in-too-long')
    assert.equal(await until('2027-03-31', '2027-01-01'), 'done')
    const again = world()
    const other = bakeryOf(again)
    assert.equal(
      await again.tries('an', other, proposeStandIn, await asking(again, other, 'an', 'greta', '2027-02-18')),
      'done',
    )
    assert.equal(await until('2027-04-01', '2027-01-01'), 'stand-in-too-long')
    assert.equal(await until('2026-11-01'), 'period-in-the-past')
    assert.equal(await until('2026-12-01', '2026-12-05'), 'period-reversed')
  })

  test('A29 no longer than the office itself lasts', async () => {
    const there = world()
    const bakery = there.enterprise().withChief('an').withCoChief('bart', { until: 10, term: 10 })
    const until = async (day: string) =>
      there.tries('bart', bakery, proposeStandIn, await asking(there, bakery, 'bart', 'greta', day))
    assert.equal(await until('2026-12-02'), 'outlasts-office')
    assert.equal(await until('2026-11-30'), 'done')
  })

  test('A29 not oneself, and one at a time, asked and planned ones too', async () => {
    const { there, bakery } = await stoodIn('an', { from: '2026-12-01', accepted: false })
    const asks = async (name: string) =>
      there.tries('an', bakery, proposeStandIn, await asking(there, bakery, 'an', name))
    assert.equal(await asks('ines'), 'already-stood-in')
    const self = world()
    const other = bakeryOf(self)
    const own = await asking(self, other, 'an', 'an')
    assert.equal(await self.tries('an', other, proposeStandIn, own), 'self-appointment')
  })
})

describe('Answering', () => {
  test('A30 whoever was asked accepts, and stands in from then to the last day', async () => {
    const { there, bakery, standIn } = await stoodIn('noor', { accepted: false })
    assert.equal(await there.reason('greta', bakery, 'dimona'), 'deny: no-right')
    for (const who of ['an', 'noor'])
      assert.equal(await there.tries(who, bakery, acceptStandIn, { standIn }), 'stand-in-unknown')
    const done = await there.does('greta', bakery, acceptStandIn, { standIn })
    assert.deepEqual(told(done.notices, there, ['noor', 'an']), [
      'noor stand-in-accepted',
      'an stand-in-accepted-below',
    ])
    const [fact] = await standIns(there, bakery)
    assert.deepEqual([fact?.state, fact?.valid_from, fact?.valid_until], ['active', there.now, last('2026-12-20')])
    assert.equal(await there.tries('greta', bakery, acceptStandIn, { standIn }), 'stand-in-unknown')
    assert.equal(await there.tries('greta', bakery, declineStandIn, { standIn }), 'stand-in-unknown')
  })

  test('A30 at the level that the office asks, and under one’s own name', async () => {
    const { there, bakery, standIn } = await stoodIn('noor', { accepted: false })
    const level = belgium.offices['access-manager'].activationLevel
    assert.equal(await there.tries('greta', bakery, acceptStandIn, { standIn }, { level: 200 }), 'level-too-low')
    assert.ok(level > 200)
    there.namedOtherwise('greta')
    assert.equal(await there.tries('greta', bakery, acceptStandIn, { standIn }), 'named-otherwise')
    assert.equal((await standIns(there, bakery))[0]?.state, 'proposed')
  })

  test('A30 accepted before its first day it waits, and begins by itself', async () => {
    const { there, bakery } = await stoodIn('noor', { from: '2026-12-01' })
    assert.deepEqual(
      (await standIns(there, bakery)).map(({ state, valid_from }) => [state, valid_from]),
      [
        ['accepted', there.now],
        ['active', first('2026-12-01')],
      ],
    )
    assert.equal(await there.reason('greta', bakery, 'dimona'), 'deny: not-yet')
    there.now = first('2026-12-01')
    assert.equal(await there.reason('greta', bakery, 'dimona'), 'permit: office')
  })

  test('A30 declining ends the request, and holder and office above are told', async () => {
    const { there, bakery, standIn } = await stoodIn('noor', { accepted: false })
    const done = await there.does('greta', bakery, declineStandIn, { standIn })
    assert.deepEqual(told(done.notices, there, ['noor', 'an']), ['noor stand-in-declined', 'an stand-in-declined'])
    assert.deepEqual(await standIns(there, bakery), [])
    assert.equal(await there.tries('greta', bakery, acceptStandIn, { standIn }), 'not-yours')
  })

  test('A30 a request that nobody answers lapses at the end of the thirtieth day', async () => {
    const there = world()
    const bakery = bakeryOf(there)
    const asked = await asking(there, bakery, 'an', 'greta', '2027-02-01')
    await there.does('an', bakery, proposeStandIn, asked)
    assert.equal((await standIns(there, bakery))[0]?.valid_until, last('2026-12-21'))
  })
})

describe('Standing in', () => {
  test('A31 a stand-in exercises the office while it and the standing in last, to the second', async () => {
    const { there, bakery } = await stoodIn('an')
    assert.equal(await there.reason('greta', bakery, 'dimona'), 'permit: office')
    const code = { appointment: await officeOf(there, bakery, 'lucas') }
    assert.equal(await there.tries('greta', bakery, suspendAppointment, code), 'done')
    there.now = (last('2026-12-20') - 1) as Instant
    assert.equal(await there.reason('greta', bakery, 'dimona'), 'permit: office')
    there.now = last('2026-12-20')
    assert.equal(await there.reason('greta', bakery, 'dimona'), 'deny: expired')
    assert.equal(await there.tries('greta', bakery, suspendAppointment, code), 'not-yours')
  })

  test('A31 a stand-in takes no seat, appoints nobody, gives no office back and asks for no stand-in', async () => {
    const { there, bakery } = await stoodIn('an')
    const typed = { ...there.typed('ines'), ground: 'employee' }
    assert.equal(await there.tries('greta', bakery, appointCoChief, typed), 'outside-your-scope')
    assert.equal(
      await there.tries('greta', bakery, appointGroupManager, { ...typed, capacity: 'employer' }),
      'outside-your-scope',
    )
    assert.equal(
      await there.tries('greta', bakery, appointAccessManager, { ...typed, domain: 'social-security' }),
      'outside-your-scope',
    )
    const appointment = await officeOf(there, bakery, 'noor')
    assert.equal(
      await there.tries('greta', bakery, changeContact, { appointment, email: 'x@example.org' }),
      'outside-your-scope',
    )
    await there.does('an', bakery, suspendAppointment, { appointment })
    assert.equal(await there.tries('greta', bakery, resumeAppointment, { appointment }), 'outside-your-scope')
    const asked = await asking(there, bakery, 'an', 'ines')
    assert.equal(await there.tries('greta', bakery, proposeStandIn, asked), 'appointment-unknown')
    const seat = await (
      await there.facts()
    ).find('appointment', { enterprise_id: bakery.id, office: 'chief-access-manager' }, { at: there.now })
    assert.deepEqual(
      seat.map(({ person_id }) => person_id),
      [there.person('an')],
    )
  })

  test('A31 while the holder is suspended nobody exercises the office', async () => {
    const { there, bakery } = await stoodIn('noor')
    const appointment = await officeOf(there, bakery, 'noor')
    await there.does('an', bakery, suspendAppointment, { appointment })
    assert.equal(await there.reason('greta', bakery, 'dimona'), 'deny: office-suspended')
    const group = { appointment: await officeOf(there, bakery, 'lucas') }
    assert.equal(await there.tries('greta', bakery, withdrawAppointment, group), 'outside-your-scope')
    await there.does('an', bakery, resumeAppointment, { appointment })
    assert.equal(await there.tries('greta', bakery, withdrawAppointment, group), 'done')
  })
})

describe('Ending', () => {
  test('A32 the holder, the stand-in and whoever may withdraw the office end it; nobody else', async () => {
    for (const [who, answer] of [
      ['noor', 'done'],
      ['greta', 'done'],
      ['an', 'done'],
      ['bart', 'done'],
      ['els', 'done'],
      ['lucas', 'outside-your-scope'],
    ] as const) {
      const { there, bakery, standIn } = await stoodIn('noor')
      assert.equal(await there.tries(who, bakery, endStandIn, { standIn }), answer, who)
    }
    const { there, bakery } = await stoodIn('noor')
    assert.equal(
      await there.tries('an', bakery, endStandIn, { standIn: await officeOf(there, bakery, 'an') }),
      'stand-in-unknown',
    )
  })

  test('A32 ended by the office above, both are told, and it is over at that moment', async () => {
    const { there, bakery, standIn } = await stoodIn('noor')
    there.passes({ minutes: 5 })
    const done = await there.does('els', bakery, endStandIn, { standIn })
    assert.deepEqual(told(done.notices, there, ['greta', 'noor', 'an']), [
      'greta stand-in-ended',
      'noor stand-in-ended',
      'an stand-in-ended-below',
    ])
    assert.equal(await there.reason('greta', bakery, 'dimona'), 'deny: expired')
    assert.deepEqual(await standIns(there, bakery), [])
  })

  test('A32 it ends with the office: withdrawn, resigned, or taken by somebody else', async () => {
    for (const ends of ['withdraw', 'resign', 'replace'] as const) {
      const { there, bakery } = await stoodIn('noor')
      there.passes({ minutes: 5 })
      const appointment = await officeOf(there, bakery, 'noor')
      if (ends === 'withdraw') await there.does('an', bakery, withdrawAppointment, { appointment })
      else if (ends === 'resign') await there.does('noor', bakery, resign, { appointment })
      else {
        const typed = { ...there.typed('ines'), ground: 'employee', domain: 'social-security' }
        await there.does('an', bakery, appointAccessManager, typed)
        await there.does('ines', bakery, acceptAppointment, { appointment: await officeOf(there, bakery, 'ines') })
      }
      assert.deepEqual(await standIns(there, bakery), [], ends)
      assert.equal(await there.reason('greta', bakery, 'dimona'), 'deny: expired', ends)
    }
  })

  test('A32 where a successor begins on a later day, the stand-in ends on that day', async () => {
    const { there, bakery } = await stoodIn('an')
    const typed = { ...there.typed('ines'), ground: 'employee', from: '2026-12-10' }
    await there.does('els', bakery, appointChief, typed)
    await there.does('ines', bakery, acceptAppointment, { appointment: await officeOf(there, bakery, 'ines') })
    const [fact] = await standIns(there, bakery)
    assert.equal(fact?.valid_until, first('2026-12-10'))
    there.now = (first('2026-12-10') - 1) as Instant
    assert.equal(await there.reason('greta', bakery, 'dimona'), 'permit: office')
    there.now = first('2026-12-10')
    assert.equal(await there.reason('greta', bakery, 'dimona'), 'deny: expired')
  })
})
