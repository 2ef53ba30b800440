import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeEnterpriseNumber } from '#kernel'
import { describePages } from '../../../../test/support/page-visits.ts'
import { enterprisePages } from './index.ts'

describePages('registering an enterprise', enterprisePages, (ground) => {
  test('a representative reads what it means, confirms, and is done', async () => {
    const { world, pages } = ground()
    const shop = world.enterprise({ name: 'Shop', address: 'Dorp 1' }).withRepresentative('els')
    const address = `/enterprises/${shop.number}/register`
    const page = await pages.inEveryLanguage('els', address)
    assert.match(page.text, /Shop is registered\. The seat of the chief access manager is vacant\./)
    assert.match(page.text, /Who will be told Nobody/)
    assert.match(page.text, /Address Dorp 1 /)
    const done = await pages.visit('els', address, { form: { step: 'confirm' } })
    assert.equal(done.kind, 'redirect')
    assert.match(done.to, /^\/en\/done\/[0-9a-f-]{36}$/)
    const [account] = await (await world.facts()).find('account', { enterprise_id: shop.id })
    assert.equal(account?.state, 'registered')
    const again = await pages.inEveryLanguage('els', address)
    assert.equal(again.status, 422)
    assert.match(again.text, /This enterprise is already registered/)
  })

  test('looking registers nothing', async () => {
    const { world, pages } = ground()
    const shop = world.enterprise().withRepresentative('els')
    await pages.visit('els', `/enterprises/${shop.number}/register`)
    await pages.visit('els', `/enterprises/${shop.number}/register`, { form: { step: 'preview' } })
    assert.deepEqual(await (await world.facts()).find('account', { enterprise_id: shop.id }), [])
  })

  test('a stranger gets the same answer as for a number that does not exist', async () => {
    const { world, pages } = ground()
    const shop = world.enterprise().withRepresentative('els')
    world.person('stranger')
    const known = await pages.visit('stranger', `/enterprises/${shop.number}/register`)
    const unknown = await pages.visit('stranger', `/enterprises/${makeEnterpriseNumber(9_999_123)}/register`)
    assert.equal(known.kind, 'not-found')
    assert.deepEqual(known, unknown)
    const posted = await pages.visit('stranger', `/enterprises/${shop.number}/register`, { form: { step: 'confirm' } })
    assert.equal(posted.kind, 'not-found')
  })

  test('an enterprise that has ceased is not registered, and a weak sign-in is told which one it needs', async () => {
    const { world, pages } = ground()
    const old = world.enterprise({ status: 'ceased' }).withRepresentative('els')
    const ceased = await pages.visit('els', `/enterprises/${old.number}/register`)
    assert.equal(ceased.status, 422)
    assert.match(ceased.text, /has ceased/)
    assert.match(ceased.text, /What you can do .*The service desk helps you: /)
    const shop = world.enterprise().withRepresentative('els')
    const weak = await pages.visit('els', `/enterprises/${shop.number}/register`, { level: 200 })
    assert.equal(weak.status, 422)
    assert.match(weak.text, /What you can do No eID or electronic foreigner's card/)
    assert.match(weak.markup, /\/en\/sign-in\?to=[^"]*register&amp;level=\d+/)
  })
})
