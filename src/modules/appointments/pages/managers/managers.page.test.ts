import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { OfficeCode } from '#database'
import { formatNationalNumber } from '#kernel'
import { describePages, linksOf } from '../../../../../test/support/page-visits.ts'
import type { World } from '../../../../../test/support/world.ts'
import type { WorldEnterprise } from '../../../../../test/support/world-enterprise.ts'
import { appointPath } from '../offers.ts'
import { appointmentPages } from '../index.ts'

/** Every office in every state, and one of each kind of person. */
const bakery = (world: World): WorldEnterprise =>
  world
    .enterprise({ name: 'Bakery' })
    .withRepresentative('els')
    .withChief('an')
    .withCoChief('bart')
    .withRepresentative('both')
    .withCoChief('both')
    .withAccessManager('noor', 'social-security')
    .withAccessManager('ines', 'finance')
    .withGroupManager('lucas', 'employer')
    .withOffice('access-manager', 'greta', { scope: 'mobility', state: 'awaiting-activation', until: 20 })
    .withOffice('co-chief-access-manager', 'sus', { state: 'suspended' })
    .withOffice('chief-access-manager', 'newcomer', { state: 'awaiting-activation', until: 20 })
    .withDomain('mobility')
    .withCapacity('employer')
    .withCapacity('taxpayer')
    .withCapacity('service-provider')
    .withUser('tom', 'employer', ['dimona'])

const everybody = ['els', 'an', 'both', 'noor', 'ines', 'lucas', 'greta', 'sus', 'newcomer', 'tom', 'stranger']
/** Where little is offered, one of each kind is enough. */
const everybodyElsewhere = ['els', 'an', 'noor', 'greta', 'newcomer', 'tom']
const seats: [OfficeCode, string][] = [
  ['chief-access-manager', ''],
  ['co-chief-access-manager', ''],
  ['access-manager', 'social-security'],
  ['access-manager', 'mobility'],
  ['access-manager', 'economy'],
  ['group-manager', 'employer'],
  ['group-manager', 'taxpayer'],
  ['group-manager', 'without-staff'],
]

const offered = (markup: string): Set<string> =>
  new Set(
    linksOf(markup).filter((link) => /\/(new|accept|decline|name|withdraw|suspend|resume|resign|contact)$/.test(link)),
  )

describePages('the managers of an enterprise', appointmentPages, (ground) => {
  test('every seat stands there with its holder, state, term and appointer; an empty one says so', async () => {
    const { world, pages } = ground()
    const where = bakery(world)
    const page = await pages.inEveryLanguage('an', `/enterprises/${where.number}/managers`)
    assert.match(
      page.text,
      /Chief access manager Holder Term Actions An Janssens \(you\) active since 21 November 2025/,
    )
    assert.match(page.text, /Sus Janssens suspended/)
    assert.match(page.text, /Greta Janssens waiting to be accepted can accept until 11 December 2026/)
    assert.match(page.text, /Taxpayer Nobody Whoever manages the domain manages this group\. Appoint/)
    assert.match(page.text, /Els Janssens Director acts alone/)
    assert.doesNotMatch(page.text, /Tom Janssens/)
  })

  test('who neither represents the enterprise nor holds an office does not see the page', async () => {
    const { world, pages } = ground()
    const where = bakery(world)
    for (const name of ['tom', 'greta', 'sus', 'newcomer', 'stranger']) {
      const page = await pages.visit(name, `/enterprises/${where.number}/managers`)
      assert.equal(page.kind, 'not-found', name)
    }
  })

  for (const state of ['calm', 'stopped', 'ceased'] as const) {
    test(`what is offered is never refused, and what is not offered always is: ${state}`, async () => {
      const { world, pages } = ground()
      const where = state === 'ceased' ? ceasedBakery(world) : bakery(world)
      if (state === 'stopped') where.stopped()
      const base = `/en/enterprises/${where.number}`
      await world.settle()
      const held = (
        await (await world.facts()).find('appointment', { enterprise_id: where.id }, { at: world.now })
      ).filter(({ person_id }) => person_id !== null)
      const form = { step: 'preview', ...world.typed('fresh'), ground: 'employee' }
      let [accepted, refused] = [0, 0]
      for (const name of state === 'calm' ? everybody : everybodyElsewhere) {
        const managers = offered((await pages.visit(name, `${base}/managers`)).markup)
        const overview = offered((await pages.visit(name, base)).markup)
        const all = new Set([...managers, ...overview])
        for (const [office, scope] of seats) {
          const address = `${base}${appointPath({ office, scope })}`
          const { status } = await pages.visit(name, address, { form })
          assert.equal(status === 200, all.has(address), `${name} ${address}: ${status}`)
          if (status === 200) accepted++
          else refused++
        }
        for (const { fact_id, person_id, office } of held) {
          for (const step of ['accept', 'decline', 'name', 'withdraw', 'suspend', 'resume', 'resign']) {
            // One's own waiting appointment is declined, and one's own seat resigned: withdrawing it is the same, and not offered twice.
            if (step === 'withdraw' && person_id === world.person(name)) continue
            const address = `${base}/appointments/${fact_id}/${step}`
            const { status } = await pages.visit(name, address)
            assert.equal(status === 200, all.has(address), `${name} ${step} ${office}: ${status}`)
            if (status === 200) accepted++
            else refused++
          }
          const address = `${base}/appointments/${fact_id}/contact`
          const contact = { step: 'preview', phone: '+32 2 511 51 51' }
          const { status } = await pages.visit(name, address, { form: contact })
          assert.equal(status === 200, all.has(address), `${name} contact ${office}: ${status}`)
        }
      }
      assert.ok(accepted > 15 && refused > 50, `${accepted} offered, ${refused} not`)
    })
  }

  test('a domain that was closed with its manager in it is shown as giving no power', async () => {
    const { world, pages } = ground()
    const where = world.enterprise().withChief('an').withAccessManager('noor', 'mobility')
    const page = await pages.inEveryLanguage('an', `/enterprises/${where.number}/managers`)
    assert.match(page.text, /Mobility Noor Janssens active closed now: gives no power/)
  })

  test('no national number stands on any page, whole or masked', async () => {
    const { world, pages } = ground()
    const where = bakery(world)
    for (const address of ['', '/managers']) {
      const { markup } = await pages.visit('els', `/enterprises/${where.number}${address}`)
      for (const name of everybody) {
        const number = world.numberOf(name)
        assert.ok(!markup.includes(number) && !markup.includes(formatNationalNumber(number)), name)
      }
      assert.doesNotMatch(markup, /•/)
    }
  })
})

const ceasedBakery = (world: World): WorldEnterprise =>
  world
    .enterprise({ name: 'Old bakery', status: 'ceased' })
    .withRepresentative('els')
    .withChief('an')
    .withCoChief('bart')
    .withAccessManager('noor', 'social-security')
    .withGroupManager('lucas', 'employer')
    .withOffice('access-manager', 'greta', { scope: 'mobility', state: 'awaiting-activation', until: 20 })
    .withOffice('co-chief-access-manager', 'sus', { state: 'suspended' })
    .withDomain('mobility')
    .withCapacity('employer')
    .withUser('tom', 'employer')
