import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Language } from '#kernel'
import { pageDepsOf } from '../../../../../test/support/page-requests.ts'
import { describePages } from '../../../../../test/support/page-visits.ts'
import type { World } from '../../../../../test/support/world.ts'
import type { WorldEnterprise } from '../../../../../test/support/world-enterprise.ts'
import { joint } from '../../joint.ts'
import { enterprisePages } from '../index.ts'

const jointly = { power: 'jointly' } as const
const towersOf = (world: World): WorldEnterprise =>
  world.enterprise({ name: 'Towers' }).withRepresentative('els', jointly).withRepresentative('karl', jointly)

async function waiting(world: World, where: WorldEnterprise): Promise<string> {
  const [one] = await (
    await world.facts()
  ).find('proposal', { enterprise_id: where.id, confirmed_by: null }, { at: world.now })
  return one?.fact_id ?? ''
}

describePages('what joint representatives propose', enterprisePages, (ground) => {
  test('the preview of registering says that it waits for a second representative, who that may be, and until when', async () => {
    const { world, pages } = ground()
    const towers = towersOf(world)
    const address = `/enterprises/${towers.number}/register`
    const page = await pages.inEveryLanguage('els', address)
    assert.match(page.text, /What starts You propose: register the enterprise\./)
    assert.match(page.text, /From when Once another representative confirms\./)
    assert.match(
      page.text,
      /Waits for A second representative, .* Who can confirm: Karl Janssens, until 21 December 2026/,
    )
    assert.match(page.text, /Who will be told Karl Janssens/)
    const done = await pages.visit('els', address, { form: { step: 'confirm' } })
    assert.match(done.to, /^\/en\/done\//)
    const again = await pages.inEveryLanguage('els', address)
    assert.equal(again.status, 422)
    assert.match(again.text, /has already been proposed/)
  })

  test('the other one reads who proposed what, and confirms; the proposer is told why they cannot', async () => {
    const { world, pages } = ground()
    const towers = towersOf(world)
    await pages.visit('els', `/enterprises/${towers.number}/register`, { form: { step: 'confirm' } })
    const address = `/enterprises/${towers.number}/proposals/${await waiting(world, towers)}/confirm`
    const own = await pages.inEveryLanguage('els', address)
    assert.equal(own.status, 422)
    assert.match(own.text, /You made this proposal yourself/)
    const page = await pages.inEveryLanguage('karl', address)
    assert.match(page.text, /Towers is registered\. The seat of the chief access manager is vacant\./)
    assert.match(page.text, /Proposed by Els Janssens, on 21 November 2026/)
    assert.match(page.text, /Can be confirmed until 21 December 2026/)
    assert.equal((await pages.visit('karl', address, { form: { step: 'confirm' } })).kind, 'redirect')
    const [account] = await (await world.facts()).find('account', { enterprise_id: towers.id })
    assert.equal(account?.state, 'registered')
    assert.equal((await pages.visit('karl', address)).kind, 'not-found', 'nothing waits any more')
    const history = await pages.inEveryLanguage('karl', `/enterprises/${towers.number}/history`)
    assert.match(history.text, /Els Janssens proposed: register the enterprise/)
    assert.match(history.text, /Karl Janssens confirmed what Els Janssens had proposed: register the enterprise/)
  })

  test('whoever represents the enterprise withdraws what waits; for everybody else no proposal exists', async () => {
    const { world, pages } = ground()
    const towers = towersOf(world).withUser('tom', 'employer')
    world.person('stranger')
    await pages.visit('els', `/enterprises/${towers.number}/register`, { form: { step: 'confirm' } })
    const address = `/enterprises/${towers.number}/proposals/${await waiting(world, towers)}`
    for (const who of ['tom', 'stranger'])
      for (const step of ['confirm', 'withdraw'])
        assert.equal((await pages.visit(who, `${address}/${step}`)).kind, 'not-found', `${who} ${step}`)
    const page = await pages.inEveryLanguage('karl', `${address}/withdraw`)
    assert.match(page.text, /What ends The proposal: register the enterprise\. Nothing else changes\./)
    assert.equal((await pages.visit('karl', `${address}/withdraw`, { form: { step: 'confirm' } })).kind, 'redirect')
    assert.equal(await waiting(world, towers), '')
  })

  test('lifting a stop jointly is proposed and confirmed on the same pages', async () => {
    const { world, pages } = ground()
    const towers = towersOf(world).withChief('an').stopped({ from: -1 })
    const lift = `/enterprises/${towers.number}/emergency-stop/lift`
    const page = await pages.inEveryLanguage('els', lift)
    assert.match(page.text, /You propose: lift the emergency stop\./)
    await pages.visit('els', lift, { form: { step: 'confirm' } })
    const address = `/enterprises/${towers.number}/proposals/${await waiting(world, towers)}/confirm`
    const confirm = await pages.inEveryLanguage('karl', address)
    assert.match(confirm.text, /All access in the name of Towers/i)
    assert.equal((await pages.visit('karl', address, { form: { step: 'confirm' } })).kind, 'redirect')
  })

  test('at home the others are asked to confirm, and the proposer sees what waits', async () => {
    const { world, pages } = ground()
    const towers = towersOf(world)
    await pages.visit('els', `/enterprises/${towers.number}/register`, { form: { step: 'confirm' } })
    const reference = await waiting(world, towers)
    const [record] = await (await world.facts()).find('enterprise_record', { enterprise_id: towers.id })
    assert.ok(record)
    const cards = async (name: string, language: Language) => {
      const reader = { language, person: world.person(name), now: world.now }
      const deps = pageDepsOf(world.deps)
      const found = await joint.cards(deps, reader, record)
      assert.deepEqual(found.whats, ['register'])
      assert.deepEqual([found.cards.length, found.own.length], name === 'karl' ? [1, 0] : [0, 1])
      return [...found.cards, ...found.own].map(String).join('')
    }
    for (const language of ['nl', 'fr', 'de', 'en'] as const) {
      const asked = await cards('karl', language)
      assert.match(asked, new RegExp(`/${language}/enterprises/${towers.number}/proposals/${reference}/confirm"`))
      const own = await cards('els', language)
      assert.doesNotMatch(own, /\/confirm"/)
      assert.match(own, new RegExp(`/proposals/${reference}/withdraw"`))
    }
    assert.match(await cards('karl', 'en'), /Els Janssens proposes for Towers: register the enterprise/)
    assert.match(await cards('els', 'en'), /Who can confirm: Karl Janssens, until 21 December 2026/)
  })
})
