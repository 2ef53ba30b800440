import assert from 'node:assert/strict'
import { test } from 'node:test'
import { referenceOf } from '../../../../../test/support/appointed.ts'
import { describePages, linksOf } from '../../../../../test/support/page-visits.ts'
import type { World } from '../../../../../test/support/world.ts'
import type { WorldEnterprise } from '../../../../../test/support/world-enterprise.ts'
import { appointmentOperations, appointmentPages } from '../../index.ts'

const bakery = (world: World): WorldEnterprise =>
  world
    .enterprise({ name: 'Bakery' })
    .withRepresentative('els')
    .withChief('an')
    .withCoChief('bart')
    .withAccessManager('noor', 'social-security')
    .withDomain('mobility')

/** Greta was asked as 'Greta Peeters' and accepted as Greta Janssens. */
async function held(world: World) {
  const where = bakery(world)
  await world.does('an', where, appointmentOperations.appointAccessManager, {
    ...world.typed('greta'),
    ground: 'employee',
    domain: 'mobility',
  })
  const appointment = await referenceOf(world, where, 'greta')
  await world.does('greta', where, appointmentOperations.acceptAppointment, { appointment })
  return { where, base: `/en/enterprises/${where.number}`, appointment }
}

describePages('names, suspension and return', appointmentPages, (ground) => {
  test('I12 the real name is shown to whoever may confirm it, once it was accepted, and to nobody before', async () => {
    const { world, pages } = ground()
    const where = bakery(world)
    await world.does('an', where, appointmentOperations.appointAccessManager, {
      ...world.typed('greta'),
      ground: 'employee',
      domain: 'mobility',
    })
    const appointment = await referenceOf(world, where, 'greta')
    const address = `/en/enterprises/${where.number}/appointments/${appointment}`
    assert.equal((await pages.visit('an', `${address}/name`)).kind, 'not-found')
    const before = await pages.visit('an', `/en/enterprises/${where.number}/managers`)
    assert.doesNotMatch(before.text, /Greta Janssens/)
    const answer = await pages.inEveryLanguage('greta', address.replace('/en', '') + '/accept')
    assert.match(answer.text, /Your name differs from the one that was typed\. You are in office only when/)
    await world.does('greta', where, appointmentOperations.acceptAppointment, { appointment })
    const page = await pages.inEveryLanguage('an', address.replace('/en', '') + '/name')
    assert.match(page.text, /Name that was typed Greta Peeters/)
    assert.match(page.text, /Name that the digital key tells Greta Janssens/)
    assert.ok(linksOf(page.markup).includes(`${address}/withdraw`))
    for (const who of ['noor', 'els']) {
      const other = await pages.visit(who, `${address}/name`)
      assert.equal(other.status, 422, who)
      assert.doesNotMatch(other.text, /Janssens is|Greta Janssens/, who)
    }
    assert.equal((await pages.visit('greta', `${address}/name`)).kind, 'not-found')
  })

  test('A23 managers see that a name is waited for, the appointee why, and confirming seats them', async () => {
    const { world, pages } = ground()
    const { base, appointment } = await held(world)
    const managers = await pages.visit('an', `${base}/managers`)
    assert.match(managers.text, /Greta Peeters accepted, not yet started waits until the name is confirmed, until/)
    assert.ok(linksOf(managers.markup).includes(`${base}/appointments/${appointment}/name`))
    const own = await pages.visit('greta', base)
    assert.match(own.text, /Your name differs from the one that was typed/)
    assert.ok(!linksOf(own.markup).includes(`${base}/appointments/${appointment}/accept`))
    const done = await pages.visit('an', `${base}/appointments/${appointment}/name`, { form: { step: 'confirm' } })
    assert.equal(done.kind, 'redirect')
    assert.match((await pages.visit('an', `${base}/managers`)).text, /Greta Janssens active/)
  })

  test('A26 an office is suspended and returns by pages in four languages', async () => {
    const { world, pages } = ground()
    const where = bakery(world)
    await world.settle()
    const base = `/enterprises/${where.number}`
    const address = `${base}/appointments/${await referenceOf(world, where, 'bart')}`
    const before = await pages.inEveryLanguage('an', `${address}/suspend`)
    assert.match(before.text, /The power of Bart Janssens as co-chief access manager, until the suspension is lifted/)
    assert.match(before.text, /Who will be told Bart Janssens/)
    await pages.visit('an', `/en${address}/suspend`, { form: { step: 'confirm' } })
    const managers = await pages.visit('an', `/en${base}/managers`)
    assert.match(managers.text, /Bart Janssens suspended/)
    assert.ok(linksOf(managers.markup).includes(`/en${address}/resume`))
    const back = await pages.inEveryLanguage('an', `${address}/resume`)
    assert.match(back.text, /Bart Janssens has all the power of co-chief access manager again/)
    await pages.visit('an', `/en${address}/resume`, { form: { step: 'confirm' } })
    assert.match((await pages.visit('an', `/en${base}/managers`)).text, /Bart Janssens active/)
    assert.equal((await pages.visit('noor', `/en${address}/suspend`)).status, 422)
    assert.equal((await pages.visit('stranger', `/en${address}/suspend`)).kind, 'not-found')
  })

  test('U6 where a situation says that the enterprise has ceased, nothing is offered that gives', async () => {
    const { world, pages } = ground()
    const ended = [...world.catalogue.juridicalSituations.values()].find(
      ({ effect }) => effect === 'after-cessation-only',
    )
    assert.ok(ended)
    const where = world.enterprise({ situation: ended.code }).withRepresentative('els').withChief('an')
    where.withOffice('co-chief-access-manager', 'bart', { state: 'suspended' })
    const page = await pages.visit('an', `/en/enterprises/${where.number}/managers`)
    assert.deepEqual(
      linksOf(page.markup).filter((link) => /\/(new|resume)$/.test(link)),
      [],
    )
    const overview = await pages.visit('els', `/en/enterprises/${where.number}`)
    assert.match(overview.text, /Ceased/)
  })
})
