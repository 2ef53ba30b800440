import assert from 'node:assert/strict'
import { test } from 'node:test'
import { describePages, linksOf } from '../../../../../test/support/page-visits.ts'
import type { World } from '../../../../../test/support/world.ts'
import type { WorldEnterprise } from '../../../../../test/support/world-enterprise.ts'
import { appointmentPages } from '../../index.ts'

/** Els founded the bakery and is chief as its director; since `days` days only Eva represents it. */
const bakery = (world: World, days: number): WorldEnterprise =>
  world
    .enterprise({ name: 'Bakery' })
    .withRepresentative('els', { until: -days })
    .withRepresentative('eva')
    .withChief('els', { ground: 'legal-representative' })
    .withCoChief('bart')
    .withDomain('mobility')

const mill = (world: World): WorldEnterprise =>
  world
    .enterprise({ name: 'Mill' })
    .withRepresentative('trudy', { from: -1, functionCode: '10006' })
    .withChief('an')
    .withCapacity('employer')
    .withUser('tom', 'employer', ['dimona'])
    .inSituation('050', -1)

async function chiefOf(world: World, where: WorldEnterprise): Promise<string> {
  const seat = { enterprise_id: where.id, office: 'chief-access-manager', state: 'active' } as const
  const [fact] = await (await world.facts()).find('appointment', seat, { at: world.now })
  return fact?.fact_id ?? ''
}

describePages('lost ground', appointmentPages, (visits) => {
  test('A27 a chief to be confirmed is shown with what to do: to representatives, to the chief, and on the list', async () => {
    const { world, pages } = visits()
    const where = bakery(world, 2)
    const base = `/enterprises/${where.number}`
    const confirm = `/en${base}/appointments/${await chiefOf(world, where)}/confirm`
    const eva = await pages.inEveryLanguage('eva', base)
    assert.match(eva.text, /Els Janssens has to be confirmed as chief access manager/)
    assert.match(eva.text, /From 20 December 2026 the office is suspended/)
    assert.ok(linksOf(eva.markup).includes(confirm) && linksOf(eva.markup).includes(`/en${base}/chief/new`))
    const els = await pages.visit('els', `/en${base}`)
    assert.match(els.text, /You have to be confirmed as chief access manager/)
    assert.match(els.text, /Ask a legal representative to confirm you/)
    assert.ok(!linksOf(els.markup).includes(confirm))
    assert.doesNotMatch((await pages.visit('bart', `/en${base}`)).text, /Confirm this person/)
    const managers = await pages.visit('eva', `/en${base}/managers`)
    assert.match(managers.text, /Els Janssens active to be confirmed/)
    assert.ok(linksOf(managers.markup).includes(confirm))
  })

  test('R12 what a chief whose ground has ended may not do is not offered to them', async () => {
    const { world, pages } = visits()
    const where = bakery(world, 2)
    where.withOffice('access-manager', 'noor', { scope: 'mobility', state: 'suspended' })
    const page = await pages.visit('els', `/en/enterprises/${where.number}/managers`)
    const offered = linksOf(page.markup).filter((link) => /\/(new|resume|name|confirm)$/.test(link))
    assert.deepEqual(offered, [])
    assert.ok(linksOf(page.markup).some((link) => link.endsWith('/withdraw')))
  })

  test('A27 a representative confirms by a page, in four languages; for a chief whose ground stands there is nothing to do', async () => {
    const { world, pages } = visits()
    const where = bakery(world, 40)
    const base = `/enterprises/${where.number}`
    const path = `${base}/appointments/${await chiefOf(world, where)}/confirm`
    const own = await pages.visit('els', `/en${base}`)
    assert.match(own.text, /Nobody confirmed you in time: from 12 November 2026 your office is suspended/)
    const before = await pages.inEveryLanguage('eva', path)
    assert.match(before.text, /Els Janssens has all the power of chief access manager again/)
    assert.match(before.text, /Els Janssens works for the enterprise/)
    assert.match(
      before.text,
      /cannot be undone\. If you think better of it, suspend Els Janssens or withdraw the appointment/,
    )
    assert.equal((await pages.visit('bart', `/en${path}`)).status, 422)
    assert.equal((await pages.visit('stranger', `/en${path}`)).kind, 'not-found')
    assert.equal((await pages.visit('eva', `/en${path}`, { form: { step: 'confirm' } })).kind, 'redirect')
    assert.doesNotMatch((await pages.visit('eva', `/en${base}`)).text, /has to be confirmed/)
    assert.equal((await pages.visit('eva', `/en${path}`)).status, 422)
  })

  test('R13 what waits because of the situation is said to everybody, and confirmed by whoever represents the enterprise', async () => {
    const { world, pages } = visits()
    const where = mill(world)
    const base = `/enterprises/${where.number}`
    const path = `${base}/earlier-rights`
    const trudy = await pages.inEveryLanguage('trudy', base)
    assert.match(trudy.text, /The register says: .*since 20 November 2026/)
    assert.ok(linksOf(trudy.markup).includes(`/en${path}`))
    for (const who of ['an', 'tom']) {
      const page = await pages.visit(who, `/en${base}`)
      assert.match(page.text, /Ask whoever represents the enterprise now to confirm what was given before/, who)
      assert.ok(!linksOf(page.markup).includes(`/en${path}`), who)
      assert.equal((await pages.visit(who, `/en${path}`)).kind, 'not-found', who)
    }
    assert.match((await pages.visit('trudy', `/en${base}/managers`)).text, /An Janssens active awaits confirmation/)
    const before = await pages.inEveryLanguage('trudy', path)
    assert.match(before.text, /Offices: 1\. Users: 1\./)
    assert.match(before.text, /cannot be undone\. What should not stay after all you then withdraw one by one/)
    assert.match(before.text, /Who will be told An Janssens/)
    await pages.visit('trudy', `/en${path}`, { form: { step: 'confirm' } })
    assert.doesNotMatch((await pages.visit('trudy', `/en${base}`)).text, /The register says/)
    assert.match((await pages.visit('an', `/en${base}/managers`)).text, /An Janssens \(you\) active/)
  })

  test('A28 a chief who stays away is shown to representatives, with the way to another chief', async () => {
    const { world, pages } = visits()
    const where = world.enterprise({ name: 'Dairy' }).withRepresentative('rita').withChief('ann', { from: -300 })
    where.withCoChief('bob')
    await world.settle()
    world.passes({ days: 401 })
    try {
      const base = `/enterprises/${where.number}`
      const page = await pages.inEveryLanguage('rita', base)
      assert.match(page.text, /Ann Janssens, chief access manager, does not sign in any more/)
      assert.match(page.text, /The last sign-in was on 21 November 2026/)
      assert.ok(linksOf(page.markup).includes(`/en${base}/chief/new`))
      assert.doesNotMatch((await pages.visit('bob', `/en${base}`)).text, /does not sign in/)
    } finally {
      world.passes({ days: -401 })
    }
  })
})
