import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatNationalNumber } from '#kernel'
import { referenceOf } from '../../../../../test/support/appointed.ts'
import { describePages, linksOf } from '../../../../../test/support/page-visits.ts'
import type { World } from '../../../../../test/support/world.ts'
import type { WorldEnterprise } from '../../../../../test/support/world-enterprise.ts'
import { appointmentOperations } from '../../index.ts'
import { appointmentPages } from '../index.ts'

const { proposeStandIn, acceptStandIn } = appointmentOperations

function bakery(world: World): WorldEnterprise {
  world.person('greta')
  return world
    .enterprise({ name: 'Bakery' })
    .withRepresentative('els')
    .withChief('an')
    .withAccessManager('noor', 'social-security')
    .withCapacity('employer')
    .withGroupManager('lucas', 'employer')
}

/** Noor has asked Greta. */
async function asked(world: World, where: WorldEnterprise): Promise<{ standIn: string; path: string }> {
  const typed = { ...world.typed('greta'), familyName: 'Janssens' }
  const raw = { ...typed, appointment: await referenceOf(world, where, 'noor'), until: '2026-12-20' }
  const { result } = await world.does('noor', where, proposeStandIn, raw)
  return { standIn: result.standIn, path: `/enterprises/${where.number}/stand-ins/${result.standIn}` }
}

const confirm = { form: { step: 'confirm' } }

describePages('stand-ins', appointmentPages, (ground) => {
  test('the holder of an office is led to asking somebody, and reads what it means before it is done', async () => {
    const { world, pages } = ground()
    const where = bakery(world)
    const managers = await pages.visit('noor', `/enterprises/${where.number}/managers`)
    const address = linksOf(managers.markup).find((link) => link.endsWith('/stand-in')) ?? ''
    const path = address.replace('/en', '')
    const form = await pages.inEveryLanguage('noor', path)
    assert.match(form.text, /Ask for a stand-in as access manager for Social security/)
    assert.match(form.text, /at most 90 days/)
    const typed = {
      nationalNumber: formatNationalNumber(world.numberOf('greta')),
      givenName: 'Greta',
      familyName: 'Janssens',
      'until-day': '20',
      'until-month': '12',
      'until-year': '2026',
    }
    const preview = await pages.inEveryLanguage('noor', path, { form: { ...typed, step: 'preview' } })
    assert.match(preview.text, /Greta Janssens is asked to stand in as access manager for Social security/)
    assert.match(preview.text, /Until 20 December 2026/)
    assert.match(preview.text, /Who will be told .*An Janssens/)
    const wrong = { ...typed, 'until-year': '2027', step: 'preview' }
    const refused = await pages.inEveryLanguage('noor', path, { form: wrong })
    assert.equal(refused.status, 422)
    assert.match(refused.text, /at most 90 days/)
    assert.equal((await pages.visit('noor', path, { form: { ...typed, step: 'confirm' } })).kind, 'redirect')
    const after = await pages.inEveryLanguage('an', `/enterprises/${where.number}/managers`)
    assert.match(after.text, /Greta Janssens was asked to stand in and can answer until 20 December 2026/)
    assert.equal((await pages.visit('an', path)).kind, 'not-found')
  })

  test('whoever is asked finds it on the enterprise’s page, and accepts or declines', async () => {
    const { world, pages } = ground()
    const where = bakery(world)
    const { path } = await asked(world, where)
    const overview = await pages.inEveryLanguage('greta', `/enterprises/${where.number}`)
    assert.match(
      overview.text,
      /Asked to stand in Noor Janssens asks you to stand in as access manager for Social security/,
    )
    assert.ok(linksOf(overview.markup).includes(`/en${path}/accept`))
    const page = await pages.inEveryLanguage('greta', `${path}/accept`)
    assert.match(page.text, /You stand in for Noor Janssens as access manager for Social security/)
    assert.equal((await pages.visit('noor', `${path}/accept`)).kind, 'not-found')
    const declining = await pages.inEveryLanguage('greta', `${path}/decline`)
    assert.match(declining.text, /What ends The request of Noor Janssens/)
    assert.equal((await pages.visit('greta', `${path}/accept`, confirm)).kind, 'redirect')
    const managers = await pages.inEveryLanguage('greta', `/enterprises/${where.number}/managers`)
    assert.match(managers.text, /Stand-in until 20 December 2026: Greta Janssens/)
    assert.match(
      (await pages.visit('greta', `/enterprises/${where.number}`)).text,
      /You stand in for Noor Janssens as access manager/,
    )
  })

  test('whoever was typed under another name reads what to do instead', async () => {
    const { world, pages } = ground()
    const where = bakery(world)
    const typed = { ...world.typed('greta'), familyName: 'Peeters' }
    const raw = { ...typed, appointment: await referenceOf(world, where, 'noor'), until: '2026-12-20' }
    const { result } = await world.does('noor', where, proposeStandIn, raw)
    const page = await pages.inEveryLanguage('greta', `/enterprises/${where.number}/stand-ins/${result.standIn}/accept`)
    assert.equal(page.status, 422)
    assert.match(page.text, /under another name/)
  })

  test('holder, stand-in and office above are led to ending it; others are not', async () => {
    const { world, pages } = ground()
    const where = bakery(world)
    const { standIn, path } = await asked(world, where)
    await world.does('greta', where, acceptStandIn, { standIn })
    const managers = `/enterprises/${where.number}/managers`
    const ends = async (name: string) => linksOf((await pages.visit(name, managers)).markup).includes(`/en${path}/end`)
    for (const who of ['noor', 'greta', 'an', 'els']) assert.ok(await ends(who), who)
    assert.ok(!(await ends('lucas')))
    assert.equal((await pages.visit('lucas', `${path}/end`)).kind, 'not-found')
    const page = await pages.inEveryLanguage('an', `${path}/end`)
    assert.match(page.text, /Greta Janssens stands in as access manager for Social security/)
    assert.match(page.text, /Nothing: the stand-in gave nothing that still runs/)
    assert.equal((await pages.visit('an', `${path}/end`, confirm)).kind, 'redirect')
    assert.equal((await pages.visit('an', `${path}/end`)).kind, 'not-found')
  })

  test('I1 the file of managers holds stand-ins under the office: asked, planned and in office', async () => {
    const { world, pages } = ground()
    const where = bakery(world)
    const lines = async () => {
      const { body } = await pages.visit('an', `/enterprises/${where.number}/managers.csv`)
      return body.split('\r\n').filter((line) => line.includes('Greta'))
    }
    const begins = { from: '2026-11-25', until: '2026-12-20' }
    const raw = {
      ...world.typed('greta'),
      familyName: 'Janssens',
      appointment: await referenceOf(world, where, 'noor'),
    }
    const { result } = await world.does('noor', where, proposeStandIn, { ...raw, ...begins })
    const office = 'access manager for Social security;Greta Janssens'
    assert.deepEqual(await lines(), [
      `${office};waiting to be accepted;2026-11-21;2026-11-25;2026-12-20;Noor Janssens;Noor Janssens`,
    ])
    await world.does('greta', where, acceptStandIn, { standIn: result.standIn })
    assert.deepEqual(await lines(), [
      `${office};"accepted, not yet started";2026-11-21;2026-11-25;2026-12-20;Noor Janssens;Noor Janssens`,
    ])
    const day = await pages.visit('an', `/enterprises/${where.number}/managers.csv?day=2026-11-26`)
    assert.match(day.body, /Greta Janssens;active;2026-11-25;;2026-12-20;Noor Janssens;Noor Janssens\r\n/)
  })
})
