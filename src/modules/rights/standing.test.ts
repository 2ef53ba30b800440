import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { FactWriter } from '#database'
import { endOfDay, instant, instantFromIso, parseCivilDay, type Instant } from '#kernel'
import { world, type World } from '../../../test/support/world.ts'
import type { WorldEnterprise } from '../../../test/support/world-enterprise.ts'
import { authorityAt, pairFacts, standing } from './index.ts'

const zone = 'Europe/Brussels'

/** What somebody is to the enterprise: the ranks with which they act, '(limited)' after those that do not appoint; and what they lack. */
async function powersOf(there: World, where: WorldEnterprise, name: string, at: Instant = there.now) {
  const facts = await pairFacts(await there.facts(), where.id, there.person(name))
  const { powers, lacking } = authorityAt(there.catalogue, facts, at)
  return [...powers.map(({ rank, limited }) => rank + (limited ? ' (limited)' : '')), ...(lacking ? [lacking] : [])]
}

const founded = (there: World, until?: number): WorldEnterprise =>
  there
    .enterprise()
    .withRepresentative('els', until === undefined ? {} : { until })
    .withChief('els', { ground: 'legal-representative' })
    .withCapacity('employer')

describe('A chief whose ground has ended', () => {
  test('R12 keeps the office for thirty days, without appointing or giving to themselves, and is then suspended', async () => {
    const there = world()
    const bakery = founded(there, 0)
    assert.deepEqual(await powersOf(there, bakery, 'els', there.days(-1)), [
      'legal-representative',
      'chief-access-manager',
    ])
    assert.deepEqual(await powersOf(there, bakery, 'els'), ['chief-access-manager (limited)', 'ground-lost'])
    assert.equal(await there.reason('els', bakery, 'dimona'), 'permit: office', 'the office itself goes on')
    assert.deepEqual(await powersOf(there, bakery, 'els', there.days(30)), [
      'chief-access-manager (limited)',
      'ground-lost',
    ])
    assert.deepEqual(await powersOf(there, bakery, 'els', there.days(31)), ['ground-lost'])
    const late = { at: there.days(31) }
    assert.equal(await there.reason('els', bakery, 'dimona', late), 'deny: office-suspended')
  })

  test('R12 counts thirty whole days of the calendar, also over a night in which the clocks change', () => {
    const { catalogue } = world()
    const [last, then] = ['2026-10-10', '2026-11-09'].map((day) => {
      const parsed = parseCivilDay(day)
      assert.ok(parsed.ok)
      return endOfDay(parsed.value, zone)
    }) as [Instant, Instant]
    assert.equal(standing.suspendedFrom(catalogue, last), then)
    const midday = instantFromIso('2026-10-10T12:00:00Z')
    assert.ok(midday.ok)
    assert.equal(standing.suspendedFrom(catalogue, midday.value), then)
  })

  test('R12 is nobody who still represents, by another function, or who was appointed as an employee', async () => {
    const there = world()
    const renewed = founded(there, -1).withRepresentative('els', { from: -1, functionCode: '10005' })
    assert.deepEqual(await powersOf(there, renewed, 'els'), ['legal-representative', 'chief-access-manager'])
    const employee = there.enterprise().withRepresentative('els', { until: -40 }).withChief('els')
    assert.deepEqual(await powersOf(there, employee, 'els'), ['chief-access-manager'])
    const coChief = there.enterprise().registered().withCoChief('els', { ground: 'legal-representative' })
    assert.deepEqual(await powersOf(there, coChief, 'els'), ['co-chief-access-manager'])
  })

  test('R12 is whoever represents nobody any more because the legal form has changed, from that day on', async () => {
    const there = world()
    const bakery = founded(there)
    there.given(async (facts) => {
      const at = there.days(-5)
      const [record] = await facts.find('enterprise_record', { enterprise_id: bakery.id }, { at })
      if (record) await facts.change('enterprise_record', record, { legal_form: '999' }, at)
    })
    assert.deepEqual(await powersOf(there, bakery, 'els'), ['chief-access-manager (limited)', 'ground-lost'])
    const facts = await pairFacts(await there.facts(), bakery.id, there.person('els'))
    const [chief] = facts.appointments
    assert.ok(chief)
    assert.equal(standing.groundLostSince(there.catalogue, facts, chief, there.now), there.days(-5))
    assert.deepEqual(await powersOf(there, bakery, 'els', there.days(27)), ['ground-lost'])
  })

  test('R12 whoever represents again has their ground back', async () => {
    const there = world()
    const bakery = founded(there, -60).withRepresentative('els', { from: -2 })
    assert.deepEqual(await powersOf(there, bakery, 'els', there.days(-3)), ['ground-lost'])
    assert.deepEqual(await powersOf(there, bakery, 'els'), ['legal-representative', 'chief-access-manager'])
  })
})

describe('What was given before a bankruptcy or a liquidation', () => {
  const bankrupt = (there: World): WorldEnterprise =>
    there
      .enterprise()
      .withRepresentative('trudy', { from: -5, functionCode: '10006' })
      .withChief('an')
      .withCapacity('employer')
      .withUser('tom', 'employer', ['dimona'])
      .withRole('rik', 'fps-fin-own-enterprise')
      .inSituation('050', -5)

  test('R13 waits until somebody who represents the enterprise confirms it: offices, users, services, roles', async () => {
    const there = world()
    const mill = bankrupt(there)
    assert.equal(await there.reason('an', mill, 'dimona', { at: there.days(-6) }), 'permit: office')
    assert.equal(await there.reason('an', mill, 'dimona'), 'deny: awaits-confirmation')
    assert.equal(await there.reason('tom', mill, 'dimona'), 'deny: awaits-confirmation')
    assert.equal(await there.reason('rik', mill, 'role:fps-fin-own-enterprise'), 'deny: awaits-confirmation')
    assert.deepEqual(await powersOf(there, mill, 'an'), ['awaits-confirmation'])
    assert.deepEqual(await powersOf(there, mill, 'trudy'), ['legal-representative'])
    const by = { by_person: there.person('trudy'), by_basis: mill.id }
    mill.fact('situation_confirmation', { enterprise_id: mill.id, ...by }, { from: 0 })
    assert.equal(await there.reason('tom', mill, 'dimona'), 'permit: authorisation')
    assert.equal(await there.reason('tom', mill, 'dimona', { at: there.days(-1) }), 'deny: awaits-confirmation')
    assert.deepEqual(await powersOf(there, mill, 'an'), ['chief-access-manager'])
  })

  test('R13 what is given in the situation counts at once, and what was planned before it does not', async () => {
    const there = world()
    const mill = there.enterprise().withChief('an').withCapacity('employer')
    mill.withUser('planned', 'employer', ['dimona'], { from: 3 })
    await there.settle()
    mill.inSituation('050', 2)
    there.passes({ days: 4 })
    mill.withUser('new', 'employer', ['dimona'], { from: 0 })
    assert.equal(await there.reason('new', mill, 'dimona'), 'permit: authorisation')
    assert.equal(await there.reason('planned', mill, 'dimona'), 'deny: awaits-confirmation')
  })

  test('R13 what was given before stays so: neither cutting it short nor giving it back makes it new', async () => {
    const there = world()
    const mill = there.enterprise().withChief('an').withCapacity('employer')
    mill.withUser('planned', 'employer', ['dimona'], { from: 3 })
    await there.settle()
    mill.inSituation('050', 2)
    there.passes({ days: 5 })
    const facts = (await there.facts()) as FactWriter
    const where = { enterprise_id: mill.id, person_id: there.person('planned') }
    const asked = () => there.reason('planned', mill, 'dimona', { at: there.days(-1) })
    const [cut] = await facts.find('authorisation', where)
    assert.ok(cut)
    await facts.end('authorisation', cut, there.now)
    assert.equal(await asked(), 'deny: awaits-confirmation', 'what is left of it was given before')
    const back = await facts.bringBack('authorisation', cut, { from: there.now, until: null })
    assert.equal(await there.reason('planned', mill, 'dimona'), 'deny: awaits-confirmation')
    await facts.change('authorisation', back, {}, there.now)
    assert.equal(await there.reason('planned', mill, 'dimona'), 'permit: authorisation', 'given anew')
  })

  test('R13 a situation that follows another of the same effect holds nothing back anew; one after a pause does', async () => {
    const there = world()
    const mill = bankrupt(there)
    const by = { by_person: there.person('trudy'), by_basis: mill.id }
    mill.fact('situation_confirmation', { enterprise_id: mill.id, ...by }, { from: -3 })
    mill.inSituation('012', -2)
    assert.equal(await there.reason('tom', mill, 'dimona'), 'permit: authorisation')
    mill.inSituation('000', -1).inSituation('050', 0)
    assert.equal(await there.reason('tom', mill, 'dimona', { at: instant(there.now - 1) }), 'permit: authorisation')
    assert.equal(await there.reason('tom', mill, 'dimona'), 'deny: awaits-confirmation')
  })
})
