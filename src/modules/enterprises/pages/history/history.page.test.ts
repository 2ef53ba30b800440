import assert from 'node:assert/strict'
import { test } from 'node:test'
import { csvCell, instantFromIso, isoWithOffset } from '#kernel'
import { describePages, linksOf } from '../../../../../test/support/page-visits.ts'
import type { World } from '../../../../../test/support/world.ts'
import type { WorldEnterprise } from '../../../../../test/support/world-enterprise.ts'
import { activateDomain, closeDomain } from '../../use-cases/domains.ts'
import { registerEnterprise } from '../../use-cases/register-enterprise.ts'
import { enterprisePages } from '../index.ts'

const bakery = (world: World): WorldEnterprise =>
  world
    .enterprise({ name: 'Bakery' })
    .withRepresentative('els')
    .withChief('an')
    .withCoChief('bart')
    .withAccessManager('noor', 'social-security')
    .withGroupManager('lucas', 'employer')
    .withCapacity('employer')
    .withUser('tom', 'employer')

/** The chief opens and closes a domain so many times: two entries each. */
async function busy(world: World, where: WorldEnterprise, name: string, times: number): Promise<void> {
  for (let i = 0; i < times; i++) {
    await world.passes({ minutes: 1 }).does(name, where, activateDomain, { domain: 'mobility' })
    await world.passes({ minutes: 1 }).does(name, where, closeDomain, { domain: 'mobility' })
  }
}

const entriesIn = (markup: string): number => [...markup.matchAll(/<tr\b/g)].length - 1

describePages('the history of an enterprise', enterprisePages, (ground) => {
  test('every change is a line: when, who did what, and how they were signed in', async () => {
    const { world, pages } = ground()
    const where = bakery(world)
    await world.does('an', where, activateDomain, { domain: 'mobility' })
    const page = await pages.inEveryLanguage('els', `/enterprises/${where.number}/history`)
    assert.match(page.text, /1 entry/)
    assert.match(page.text, /21 November 2026, 11:00 An Janssens activated a domain \(Mobility\) itsme, level 450/)
  })

  test('without any entry it says what will stand there', async () => {
    const { world, pages } = ground()
    const page = await pages.inEveryLanguage('els', `/enterprises/${bakery(world).number}/history`)
    assert.match(page.text, /No entries/)
    assert.match(page.text, /There is none yet/)
    assert.doesNotMatch(page.markup, /history\.csv/)
  })

  test('representatives, chief and co-chiefs see all of it; everybody else only what concerns them', async () => {
    const { world, pages } = ground()
    const where = bakery(world)
    await busy(world, where, 'an', 1)
    await world.does('bart', where, activateDomain, { domain: 'mobility' })
    world.person('stranger')
    const address = `/enterprises/${where.number}/history`
    for (const name of ['els', 'an', 'bart']) {
      assert.equal(entriesIn((await pages.visit(name, address)).markup), 3, name)
    }
    for (const name of ['noor', 'lucas', 'tom']) {
      const page = await pages.visit(name, address)
      assert.match(page.text, /No entries/, name)
      assert.doesNotMatch(page.text, /An Janssens|Bart Janssens/, name)
      assert.doesNotMatch((await pages.visit(name, `${address}.csv`)).body, /Janssens/, name)
    }
    assert.equal((await pages.visit('stranger', address)).kind, 'not-found')
    assert.equal((await pages.visit('stranger', `${address}.csv`)).kind, 'not-found')
    const chosen = await pages.visit('tom', `${address}?person=${world.person('an')}`)
    assert.match(chosen.text, /No entries/)
  })

  test('another enterprise has its own', async () => {
    const { world, pages } = ground()
    const [one, other] = [bakery(world), bakery(world)]
    await busy(world, one, 'an', 2)
    assert.match((await pages.visit('an', `/enterprises/${other.number}/history`)).text, /No entries/)
  })

  test('a long history comes page by page, each entry once, and whole as a file', async () => {
    const { world, pages } = ground()
    const where = bakery(world)
    await busy(world, where, 'an', 60)
    const address = `/enterprises/${where.number}/history`
    const first = await pages.visit('els', address)
    assert.match(first.text, /120 entries/)
    const counts = [entriesIn(first.markup)]
    let next = linksOf(first.markup).find((link) => link.includes('cursor='))
    while (next !== undefined) {
      const page = await pages.visit('els', next)
      counts.push(entriesIn(page.markup))
      next = linksOf(page.markup).find((link) => link.includes('cursor='))
    }
    assert.deepEqual(counts, [50, 50, 20])
    const { body } = await pages.visit('els', `${address}.csv`)
    const lines = body.trimEnd().split('\r\n')
    assert.equal(lines.length, 121)
    assert.ok(body.startsWith('\ufeffMoment;Code;'))
    assert.match(
      lines[1] ?? '',
      /^2026-11-\d\dT\d\d:\d\d:\d\d\+01:00;domain-closed;An Janssens closed a domain \(Mobility\);Mobility;An Janssens;;itsme;450;/,
    )
  })

  test('filters keep what they say, stay filled in, and go along to the next page and the file', async () => {
    const { world, pages } = ground()
    const where = world.enterprise().withRepresentative('els').withCoChief('bart')
    await world.does('els', where, registerEnterprise)
    await busy(world, where, 'bart', 30)
    const address = `/enterprises/${where.number}/history`
    const opened = await pages.visit('els', `${address}?event=domain-activated`)
    assert.match(opened.text, /30 entries/)
    assert.match(opened.markup, /<option value="domain-activated" selected>Domain activated<\/option>/)
    assert.ok(linksOf(opened.markup).some((link) => link.endsWith('history.csv?event=domain-activated')))
    const hers = await pages.visit('els', `${address}?person=${world.person('els')}`)
    assert.match(hers.text, /1 entry .*Els Janssens registered the enterprise/)
    const all = await pages.visit('els', `${address}?person=${world.person('bart')}`)
    const next = linksOf(all.markup).find((link) => link.includes('cursor='))
    assert.ok(next?.includes(`person=${world.person('bart')}`))
    const later = await pages.visit('els', `${address}?from-day=1&from-month=1&from-year=2030`)
    assert.match(later.text, /No entry fits these filters/)
    assert.match(later.markup, /value="2030"/)
  })

  test('a day that is none is an error at its field, keeps what was typed, and gives no file', async () => {
    const { world, pages } = ground()
    const where = bakery(world)
    const query = { 'from-day': '31', 'from-month': '2', 'from-year': '2026' }
    const page = await pages.inEveryLanguage('els', `/enterprises/${where.number}/history`, { query })
    assert.equal(page.status, 422)
    assert.match(page.markup, /href="#from"/)
    assert.match(page.markup, /value="31"/)
    assert.equal((await pages.visit('els', `/enterprises/${where.number}/history.csv`, { query })).kind, 'not-found')
    const reversed = {
      'from-day': '2',
      'from-month': '2',
      'from-year': '2026',
      'until-day': '1',
      'until-month': '2',
      'until-year': '2026',
    }
    const turned = await pages.visit('els', `/enterprises/${where.number}/history`, { query: reversed })
    assert.match(turned.text, /The last day comes before the first/)
  })

  test('a cursor that is not ours is a page not found', async () => {
    const { world, pages } = ground()
    const where = bakery(world)
    for (const cursor of ['x', '%00', 'WzEsMl0']) {
      const address = `/enterprises/${where.number}/history?cursor=${cursor}`
      assert.equal((await pages.visit('els', address)).kind, 'not-found', cursor)
    }
  })
})

test('a cell that a spreadsheet would calculate is text', () => {
  assert.equal(csvCell('=1+1'), "'=1+1")
  assert.equal(csvCell('-2'), "'-2")
  assert.equal(csvCell(' @SUM(A1)'), "' @SUM(A1)")
  assert.equal(csvCell('one; "two"\nthree'), '"one; ""two""\nthree"')
  assert.equal(csvCell('An Peeters'), 'An Peeters')
})

test('a moment in a file carries the offset of its own day', () => {
  const at = (iso: string) => {
    const moment = instantFromIso(iso)
    assert.ok(moment.ok)
    return isoWithOffset(moment.value, 'Europe/Brussels')
  }
  assert.equal(at('2026-01-15T12:00:00Z'), '2026-01-15T13:00:00+01:00')
  assert.equal(at('2026-07-15T12:00:00Z'), '2026-07-15T14:00:00+02:00')
  assert.equal(at('2026-10-25T00:30:00Z'), '2026-10-25T02:30:00+02:00')
  assert.equal(at('2026-10-25T01:30:00Z'), '2026-10-25T02:30:00+01:00')
})
