import assert from 'node:assert/strict'
import { test } from 'node:test'
import { otherSystems } from '#catalogue'
import { describePages, linksOf } from '../../../../test/support/page-visits.ts'
import type { World } from '../../../../test/support/world.ts'
import { enterprisePages } from './index.ts'

/** One of each kind of person, and a domain and a capacity of each state. */
const bakery = (world: World) =>
  world
    .enterprise({ name: 'Bakery' })
    .withRepresentative('els')
    .withChief('an')
    .withCoChief('bart')
    .withAccessManager('noor', 'social-security')
    .withGroupManager('lucas', 'employer')
    .withOffice('access-manager', 'greta', { scope: 'finance', state: 'awaiting-activation' })
    .withOffice('co-chief-access-manager', 'sus', { state: 'suspended' })
    .withCapacity('employer')
    .withUser('tom', 'employer', ['dimona'])

const actions = (markup: string): string[] => linksOf(markup).filter((link) => /\/(open|close|activate)$/.test(link))

describePages('the domains and capacities of an enterprise', enterprisePages, (ground) => {
  test('every domain of the catalogue stands there, with its state and what each capacity asks', async () => {
    const { world, pages } = ground()
    const page = await pages.inEveryLanguage('an', `/enterprises/${bakery(world).number}/domains`)
    for (const domain of world.catalogue.domains.values()) assert.ok(page.text.includes(domain.name.en), domain.code)
    for (const capacity of world.catalogue.capacities.values()) {
      assert.ok(page.text.includes(capacity.description.en), capacity.code)
    }
    assert.match(page.text, /NSSO number in the register Active since 21 November 2025/)
    assert.match(page.text, /A recognition Not active We know of no recognition for this enterprise/)
  })

  test('E18 each domain names the systems that grant in it', async () => {
    const { world, pages } = ground()
    const page = await pages.inEveryLanguage('an', `/enterprises/${bakery(world).number}/domains`)
    for (const domain of world.catalogue.domains.values()) {
      const systems = otherSystems(world.catalogue, 'en', domain.code)
      const at = page.text.indexOf(`${domain.name.en} ${domain.description.en}`)
      const part = page.text.slice(at, page.text.indexOf('Capacities in', at))
      assert.match(part, /Where access is given:/, domain.code)
      for (const { name } of systems) assert.ok(part.includes(name.en), `${domain.code}: ${name.en}`)
    }
    assert.ok(otherSystems(world.catalogue, 'en').length > 0)
  })

  test('E19 the preview of closing says for how many users and services it stops, and who is told', async () => {
    const { world, pages } = ground()
    const base = `/enterprises/${bakery(world).number}`
    const domain = await pages.inEveryLanguage('an', `${base}/domains/social-security/close`)
    assert.match(domain.text, /Users for whom this stops: 1\. Online services given to them: 1\./)
    assert.match(domain.text, /Who will be told Els Janssens Lucas Janssens Noor Janssens/)
    const capacity = await pages.inEveryLanguage('bart', `${base}/capacities/employer/close`)
    assert.match(capacity.text, /Users for whom this stops: 1\. Online services given to them: 1\./)
    assert.match(capacity.text, /Who will be told An Janssens Lucas Janssens Noor Janssens/)
  })

  test('only chief and co-chief are offered to change anything; users, appointees and suspended managers do not see the page', async () => {
    const { world, pages } = ground()
    const address = `/enterprises/${bakery(world).number}/domains`
    world.person('stranger')
    for (const name of ['tom', 'greta', 'sus', 'stranger']) {
      assert.equal((await pages.visit(name, address)).kind, 'not-found', name)
    }
    for (const name of ['els', 'noor', 'lucas']) {
      assert.deepEqual(actions((await pages.visit(name, address)).markup), [], name)
    }
    for (const name of ['an', 'bart']) {
      const offered = actions((await pages.visit(name, address)).markup)
      assert.ok(
        offered.some((link) => link.endsWith('/domains/finance/close')),
        name,
      )
      assert.ok(
        offered.some((link) => link.endsWith('/domains/mobility/open')),
        name,
      )
      assert.ok(
        offered.some((link) => link.endsWith('/capacities/employer/close')),
        name,
      )
    }
  })

  test('what is offered is never refused, and what is not offered always is', async () => {
    const { world, pages } = ground()
    const calm = bakery(world)
    const stopped = bakery(world).stopped()
    const bare = world.enterprise({ rsz_number: null }).withChief('an').withCapacity('taxpayer')
    const ceased = world.enterprise({ status: 'ceased' }).withChief('an').withCapacity('taxpayer')
    let accepted = 0
    for (const where of [calm, stopped, bare, ceased]) {
      const base = `/en/enterprises/${where.number}`
      const { markup } = await pages.visit('an', `${base}/domains`)
      const offered = new Set(actions(markup))
      const all = [
        ...[...world.catalogue.domains.keys()].flatMap((code) => [
          `${base}/domains/${code}/open`,
          `${base}/domains/${code}/close`,
        ]),
        ...[...world.catalogue.capacities.keys()].flatMap((code) => [
          `${base}/capacities/${code}/activate`,
          `${base}/capacities/${code}/close`,
        ]),
      ]
      for (const address of all) {
        const { status } = await pages.visit('an', address)
        assert.equal(status === 200, offered.has(address), address)
        if (status === 200) accepted++
      }
    }
    assert.ok(accepted > 10, `only ${accepted} were offered`)
  })

  test('under an emergency stop nothing can be given, but everything taken', async () => {
    const { world, pages } = ground()
    const page = await pages.inEveryLanguage('an', `/enterprises/${bakery(world).stopped().number}/domains`)
    const offered = actions(page.markup)
    assert.ok(offered.length > 0 && offered.every((link) => link.endsWith('/close')))
    assert.match(page.text, /The emergency stop is on/)
  })

  test('opening a domain and activating a capacity say what starts, and closing what ends and what stays', async () => {
    const { world, pages } = ground()
    const base = `/enterprises/${bakery(world).number}`
    const open = await pages.inEveryLanguage('an', `${base}/domains/mobility/open`)
    assert.match(open.text, /Activate the domain Mobility .*What starts The domain Mobility is active/)
    const activate = await pages.inEveryLanguage('an', `${base}/capacities/taxpayer/activate`)
    assert.match(activate.text, /It becomes a group.*Online services of the group/)
    const close = await pages.inEveryLanguage('an', `${base}/domains/social-security/close`)
    assert.match(
      close.text,
      /What ends Nobody uses the online services of Social security.*groups of this domain stop with it: Employer/,
    )
    assert.match(close.text, /What stays Everything that was given in the domain stays written/)
    const group = await pages.inEveryLanguage('bart', `${base}/capacities/employer/close`)
    assert.match(group.text, /The users of the group Employer can no longer use its online services/)
  })

  test('a confirmed step is done once, and then refused with the reason', async () => {
    const { world, pages } = ground()
    const where = bakery(world)
    const address = `/enterprises/${where.number}/domains/mobility/open`
    assert.equal((await pages.visit('an', address, { form: { step: 'confirm' } })).kind, 'redirect')
    const open = await (await world.facts()).find('domain_activation', { enterprise_id: where.id, domain: 'mobility' })
    assert.equal(open.length, 1)
    const again = await pages.visit('an', address, { form: { step: 'confirm' } })
    assert.equal(again.status, 422)
    assert.match(again.text, /already active/)
  })

  test('a code that does not exist is a page not found, and nobody else learns which ones do', async () => {
    const { world, pages } = ground()
    const base = `/enterprises/${bakery(world).number}`
    for (const address of [
      `${base}/domains/nothing/open`,
      `${base}/capacities/nothing/activate`,
      `${base}/domains/__proto__/close`,
    ]) {
      assert.equal((await pages.visit('an', address)).kind, 'not-found', address)
    }
    for (const step of ['domains/mobility/open', 'domains/finance/close', 'capacities/employer/close']) {
      assert.equal((await pages.visit('tom', `${base}/${step}`)).kind, 'not-found', step)
      assert.equal((await pages.visit('lucas', `${base}/${step}`)).status, 422, step)
    }
  })

  test('where nothing is registered yet, the page says so and offers nothing', async () => {
    const { world, pages } = ground()
    const where = world.enterprise().withRepresentative('els')
    const page = await pages.inEveryLanguage('els', `/enterprises/${where.number}/domains`)
    assert.match(page.text, /not registered yet/)
    assert.deepEqual(actions(page.markup), [])
  })
})
