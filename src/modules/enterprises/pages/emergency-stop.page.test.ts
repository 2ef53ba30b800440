import assert from 'node:assert/strict'
import { test } from 'node:test'
import { describePages } from '../../../../test/support/page-visits.ts'
import { enterprisePages } from './index.ts'

describePages('the emergency stop', enterprisePages, (ground) => {
  test('one representative presses it, reading what ends and who is told', async () => {
    const { world, pages } = ground()
    const where = world.enterprise({ name: 'Bakery' }).withRepresentative('els').withChief('an').withCoChief('bart')
    const address = `/enterprises/${where.number}/emergency-stop`
    const page = await pages.inEveryLanguage('els', address)
    assert.match(page.text, /What ends All access in the name of Bakery: nobody can use an online service/)
    assert.match(page.text, /Who will be told .*An Janssens.*Bart Janssens.*Els Janssens/)
    assert.match(page.markup, /govuk-button--warning/)
    assert.equal((await pages.visit('els', address, { form: { step: 'confirm' } })).kind, 'redirect')
    const again = await pages.inEveryLanguage('els', address)
    assert.equal(again.status, 422)
  })

  test('it is lifted by whoever represents the enterprise alone, at a strong sign-in', async () => {
    const { world, pages } = ground()
    const where = world.enterprise({ name: 'Bakery' }).withRepresentative('els').withChief('an').stopped()
    const address = `/enterprises/${where.number}/emergency-stop/lift`
    const weak = await pages.visit('els', address, { level: 200 })
    assert.equal(weak.status, 422)
    assert.match(weak.markup, /\/sign-in\?/)
    const page = await pages.inEveryLanguage('els', address)
    assert.match(page.text, /All access in the name of Bakery works again as it did before the stop/)
    assert.equal((await pages.visit('els', address, { form: { step: 'confirm' } })).kind, 'redirect')
  })

  test('who represents only jointly presses it, and is told that another one confirms its lifting', async () => {
    const { world, pages } = ground()
    const joint = { power: 'jointly' } as const
    const where = world.enterprise().withRepresentative('els', joint).withRepresentative('bart', joint).withChief('an')
    const base = `/enterprises/${where.number}/emergency-stop`
    assert.equal((await pages.visit('els', base, { form: { step: 'confirm' } })).kind, 'redirect')
    const lift = await pages.visit('bart', `${base}/lift`)
    assert.equal(lift.status, 200)
    assert.match(lift.text, /only together with somebody else\. Who can confirm: Els Janssens/)
  })

  test('managers and users are refused, strangers find no page', async () => {
    const { world, pages } = ground()
    const where = world.enterprise().withChief('an').withCapacity('employer').withUser('tom', 'employer')
    world.person('stranger')
    const address = `/enterprises/${where.number}/emergency-stop`
    for (const name of ['an', 'tom']) {
      const page = await pages.visit(name, address)
      assert.equal(page.status, 422, name)
      assert.match(page.text, /Only a legal representative/)
    }
    assert.equal((await pages.visit('stranger', address)).kind, 'not-found')
  })
})
