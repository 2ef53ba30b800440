import assert from 'node:assert/strict'
import { test } from 'node:test'
import { appointmentOperations, appointmentPages } from '#appointments'
import { endOfDay, instant, parseCivilDay, type Instant } from '#kernel'
import { describePages, linksOf } from '../../../test/support/page-visits.ts'
import type { World } from '../../../test/support/world.ts'
import type { WorldEnterprise } from '../../../test/support/world-enterprise.ts'

const at = (where: WorldEnterprise, more = ''): string => `/enterprises/${where.number}${more}`

function endOf(day: string): Instant {
  const parsed = parseCivilDay(day)
  assert.ok(parsed.ok)
  return endOfDay(parsed.value, 'Europe/Brussels')
}

/** It is 21 November 2026. Registered a year ago, two years in the register; vacant from March 1 on, An is chief since ten days. */
const bakery = (world: World): WorldEnterprise =>
  world
    .enterprise({ name: 'Bakery' })
    .withRepresentative('els')
    .withChief('an', { from: -10 })
    .withCoChief('bart', { from: -100, until: -50 })
    .withAccessManager('noor', 'social-security', { until: 30, term: 30 })
    .withCapacity('employer')
    .withUser('tom', 'employer')

describePages('an enterprise on another day', appointmentPages, (ground) => {
  test('O5 O7 a past day shows who held what then, and says which day it is, with the way back', async () => {
    const { world, pages } = ground()
    const where = bakery(world)
    const page = await pages.inEveryLanguage('an', at(where, '?day=2026-09-01'))
    assert.match(page.text, /This is how it stood at the end of 1 September 2026/)
    assert.ok(linksOf(page.markup).includes(`/en${at(where)}`))
    assert.match(page.markup, /<title>Bart Janssens, Co-chief access manager/)
    assert.match(page.text, /Nobody holds the office of chief access manager/, 'the seat was vacant')
    const today = await pages.visit('an', at(where))
    assert.doesNotMatch(today.markup, /<title>Bart Janssens/)
    assert.doesNotMatch(today.text, /This is how it/)
    assert.match(today.text, /See another day/)
  })

  test('O7 nothing is offered on another day, on the overview or among the managers', async () => {
    const { world, pages } = ground()
    const where = bakery(world)
    for (const day of ['2026-09-01', '2026-12-01'])
      for (const name of ['els', 'an'])
        for (const path of ['', '/managers']) {
          const page = await pages.visit(name, at(where, `${path}?day=${day}`))
          const own = new Set([at(where), at(where, '/managers'), at(where, '/managers.csv')].map((one) => `/en${one}`))
          const other = linksOf(page.markup).filter(
            (href) => !href.startsWith('#') && !own.has(href.split('?')[0] ?? ''),
          )
          assert.deepEqual(other, [], `${path} on ${day} for ${name}`)
        }
  })

  test('O5 a future day shows what is planned: a replacement, and a term that ends', async () => {
    const { world, pages } = ground()
    const where = bakery(world)
    const { appointAccessManager, acceptAppointment } = appointmentOperations
    const name = { givenName: 'Ines', familyName: 'Janssens' }
    const ines = { ...world.typed('ines'), ...name, ground: 'employee', domain: 'social-security', from: '2026-12-05' }
    const done = await world.does('an', where, appointAccessManager, ines)
    const { appointment } = done.result as { appointment: string }
    await world.does('ines', where, acceptAppointment, { appointment })
    const managers = async (day: string) => (await pages.visit('an', at(where, `/managers?day=${day}`))).text
    assert.match(await managers('2026-12-04'), /Social security Noor Janssens active/)
    assert.match(await managers('2026-12-05'), /Social security Ines Janssens active/)
    assert.doesNotMatch(await managers('2026-12-05'), /Noor Janssens/)
    const page = await pages.inEveryLanguage('an', at(where, '/managers?day=2026-12-05'))
    assert.match(page.text, /This is how it will stand at the end of 5 December 2026/)
    assert.match(page.text, /Who has yet to accept|Whoever has yet to accept/)
  })

  test('O5 a day counts until its last moment, the days on which the clocks change too', async () => {
    const { world, pages } = ground()
    const where = bakery(world)
    for (const [day, next, name] of [
      ['2026-03-29', '2026-03-30', 'spring'],
      ['2026-10-25', '2026-10-26', 'autumn'],
    ] as const) {
      const body = {
        enterprise_id: where.id,
        office: 'co-chief-access-manager',
        scope: '',
        person_id: world.person(name),
        state: 'active',
        ground: 'employee',
        term_until: endOf(day),
        waits_for: null,
        begins_at: null,
        by_person: world.person('els'),
        by_basis: '0197b3a2-5c1e-7d43-9a1f-3f5f0c6f2a12',
      } as const
      const period = { from: instant(endOf(day) - 60_000), until: endOf(day) }
      await world.settle()
      assert.equal(await world.pastRules((facts) => facts.record('appointment', body, period)), null)
      const shown = new RegExp(`${name} Janssens`, 'i')
      assert.match((await pages.visit('an', at(where, `/managers?day=${day}`))).text, shown, day)
      assert.doesNotMatch((await pages.visit('an', at(where, `/managers?day=${next}`))).text, shown, next)
    }
  })

  test('O5 before it was registered, and before the register knew it, the page says so', async () => {
    const { world, pages } = ground()
    const where = bakery(world)
    const before = await pages.inEveryLanguage('an', at(where, '/managers?day=2025-06-01'))
    assert.match(before.text, /was not registered here: it had no managers/)
    assert.match((await pages.visit('an', at(where, '?day=2025-06-01'))).text, /Not registered|not registered/)
    for (const path of ['', '/managers']) {
      const unknown = await pages.inEveryLanguage('an', at(where, `${path}?day=2020-02-29`))
      assert.match(unknown.text, /the enterprise register did not know this enterprise/)
    }
    assert.equal((await pages.visit('an', at(where, '/managers.csv?day=2020-02-29'))).kind, 'not-found')
  })

  test('O5 the form asks by three boxes and keeps them; today is today; the file is of that day', async () => {
    const { world, pages } = ground()
    const where = bakery(world)
    const boxes = { 'day-day': '1', 'day-month': '9', 'day-year': '2026' }
    const page = await pages.visit('an', at(where, '/managers'), { query: boxes })
    assert.match(page.text, /at the end of 1 September 2026/)
    assert.match(page.markup, /name="day-month"[^>]*value="9"|value="9"[^>]*name="day-month"/)
    assert.ok(linksOf(page.markup).includes(`/en${at(where, '/managers.csv?day=2026-09-01')}`))
    const { body } = await pages.visit('an', at(where, '/managers.csv?day=2026-09-01'))
    assert.match(body, /co-chief access manager;Bart Janssens;active/)
    assert.doesNotMatch((await pages.visit('an', at(where, '/managers.csv'))).body, /Bart/)
    const today = await pages.visit('an', at(where, '?day=2026-11-21'))
    assert.doesNotMatch(today.text, /This is how it/)
  })

  test('O7 what is no day is an error at the field, and today is shown', async () => {
    const { world, pages } = ground()
    const where = bakery(world)
    for (const path of ['', '/managers'])
      for (const query of ['?day=2026-02-30', '?day-day=30&day-month=2&day-year=2026', '?day=%00']) {
        const page = await pages.visit('an', at(where, path + query))
        assert.equal(page.status, 422, path + query)
        assert.match(page.text, /Enter a day that exists/)
        assert.match(page.text, /An Janssens/)
      }
    assert.equal((await pages.visit('an', at(where, '/managers.csv?day=x'))).kind, 'not-found')
  })

  test('O6 only whoever sees the offices now sees them on another day, and by what they are now', async () => {
    const { world, pages } = ground()
    const where = bakery(world)
    assert.equal((await pages.visit('tom', at(where, '/managers?day=2026-09-01'))).kind, 'not-found')
    const tom = await pages.visit('tom', at(where, '?day=2026-09-01'))
    assert.doesNotMatch(tom.text, /This is how it|See another day/)
    assert.doesNotMatch(tom.markup, /Bart/)
    assert.equal((await pages.visit('bart', at(where, '?day=2026-09-01'))).kind, 'not-found', 'who held an office then')
    assert.match((await pages.visit('els', at(where, '/managers?day=2026-09-01'))).text, /Bart Janssens/)
  })
})
