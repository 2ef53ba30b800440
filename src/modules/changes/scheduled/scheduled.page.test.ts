import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accessOperations } from '#access'
import { appointmentOperations } from '#appointments'
import { dayOf } from '#kernel'
import { describePages, linksOf } from '../../../../test/support/page-visits.ts'
import type { World } from '../../../../test/support/world.ts'
import { changePages } from '../index.ts'

const bakeryOf = (world: World) =>
  world
    .enterprise({ name: 'Bakery' })
    .withRepresentative('els')
    .withChief('an')
    .withAccessManager('noor', 'social-security')
    .withAccessManager('greta', 'finance')
    .withCapacity('employer')
    .withUser('tom', 'employer', ['dimona'])

const dayIn = (world: World, days: number) => dayOf(world.days(days), world.catalogue.meta.zone)

describePages('what is planned', changePages, (ground) => {
  test('U23 an empty list says what will stand there; users and strangers find no list', async () => {
    const { world, pages } = ground()
    const bakery = bakeryOf(world)
    const address = `/enterprises/${bakery.number}/scheduled`
    assert.match((await pages.inEveryLanguage('an', address)).text, /Nothing is planned/)
    for (const who of ['tom', 'stranger']) assert.equal((await pages.visit(who, address)).kind, 'not-found')
  })

  test('U23 U24 everything planned stands there once, by day, with who decided it and where it is cancelled', async () => {
    const { world, pages } = ground()
    const bakery = bakeryOf(world)
    const base = `/en/enterprises/${bakery.number}`
    const user = {
      ...world.typed('ines'),
      capacity: 'employer',
      services: ['dimona'],
      from: dayIn(world, 10),
      until: dayIn(world, 50),
    }
    await world.does('noor', bakery, accessOperations.createUser, user)
    const inGroup = { capacity: 'employer', person: world.person('tom') }
    await world.does('an', bakery, accessOperations.giveService, {
      ...inGroup,
      service: 'limosa',
      from: dayIn(world, 5),
    })
    const asked = { ...world.typed('lucas'), ground: 'employee', domain: 'finance', until: dayIn(world, 100) }
    await world.does('an', bakery, appointmentOperations.appointAccessManager, asked)
    const page = await pages.inEveryLanguage('an', base.slice(3) + '/scheduled')
    assert.match(page.text, /4 changes/)
    const order = ['limosa', 'Ines', 'lapses after this day', 'ends after this day'].map((word) =>
      page.text.toLowerCase().indexOf(word.toLowerCase()),
    )
    assert.deepEqual(
      order,
      order.toSorted((a, b) => a - b),
    )
    assert.match(page.text, /Noor Janssens, \d+ \w+ \d+/)
    const links = linksOf(page.markup)
    assert.ok(links.includes(`${base}/groups/employer/users/${world.person('ines')}/delete`))
    assert.ok(links.includes(`${base}/groups/employer/users/${world.person('tom')}/services/limosa/withdraw`))
    assert.ok(links.some((one) => /\/appointments\/[^/]+\/withdraw$/.test(one)))
    const greta = await pages.visit('greta', `${base}/scheduled`)
    assert.match(greta.text, /1 change/)
    assert.doesNotMatch(greta.text, /Ines|Limosa/)
    assert.ok(!linksOf(greta.markup).some((one) => /withdraw|delete/.test(one)))
    const els = await pages.visit('els', `${base}/scheduled`)
    assert.match(els.text, /4 changes/)
    assert.ok(!linksOf(els.markup).some((one) => /delete/.test(one)))
    const file = await pages.visit('an', `${base}/scheduled.csv`)
    assert.equal(file.body.trim().split('\n').length, 5)
  })

  test('U25 an end is cancelled from the list, with a preview, by whoever may, and refused to whoever only sees it', async () => {
    const { world, pages } = ground()
    const bakery = bakeryOf(world)
    const base = `/en/enterprises/${bakery.number}`
    const user = { ...world.typed('ines'), capacity: 'employer', services: ['dimona'], until: dayIn(world, 50) }
    await world.does('noor', bakery, accessOperations.createUser, user)
    world.passes({ minutes: 1 })
    const list = await pages.visit('noor', `${base}/scheduled`)
    const address = linksOf(list.markup).find((one) => one.includes('/scheduled/users/')) ?? ''
    const preview = await pages.inEveryLanguage('noor', address.slice(3))
    assert.match(preview.text, /Cancel the end: Ines \w+, user \(Employer\)/)
    assert.match(preview.text, /goes on after \d+ \w+ \d+/)
    assert.equal((await pages.visit('els', address)).status, 422)
    assert.equal((await pages.visit('greta', address)).kind, 'not-found')
    assert.equal((await pages.visit('noor', address, { form: { step: 'confirm' } })).kind, 'redirect')
    assert.match((await pages.visit('noor', `${base}/scheduled`)).text, /Nothing is planned/)

    bakery.withDomain('mobility')
    const asked = { ...world.typed('lucas'), ground: 'employee', domain: 'mobility', until: dayIn(world, 100) }
    const { result } = await world.does('an', bakery, appointmentOperations.appointAccessManager, asked)
    const { appointment } = result as { appointment: string }
    await world.does('lucas', bakery, appointmentOperations.acceptAppointment, { appointment })
    await world.does('an', bakery, appointmentOperations.confirmName, { appointment })
    const office = `${base}/scheduled/offices/${appointment}`
    assert.ok(linksOf((await pages.visit('an', `${base}/scheduled`)).markup).includes(office))
    assert.ok(!linksOf((await pages.visit('noor', `${base}/scheduled`)).markup).includes(office))
    assert.match((await pages.inEveryLanguage('an', office.slice(3))).text, /Lucas \w+, access manager \(Mobility/)
    assert.equal((await pages.visit('noor', office)).status, 422)
  })
})
