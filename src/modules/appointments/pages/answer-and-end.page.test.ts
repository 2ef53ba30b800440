import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkRoutes } from '#http'
import { describePages } from '../../../../test/support/page-visits.ts'
import type { World } from '../../../../test/support/world.ts'
import type { WorldEnterprise } from '../../../../test/support/world-enterprise.ts'
import { appointmentPages } from './index.ts'

const bakery = (world: World): WorldEnterprise =>
  world
    .enterprise({ name: 'Bakery' })
    .withRepresentative('els')
    .withChief('an')
    .withAccessManager('noor', 'social-security')
    .withOffice('access-manager', 'greta', {
      scope: 'social-security',
      state: 'awaiting-activation',
      until: 20,
      by: 'an',
    })
    .withGroupManager('lucas', 'employer')
    .withCapacity('employer')
    .withUser('tom', 'employer')

/** The address of a step with somebody's appointment. */
async function addressOf(world: World, where: WorldEnterprise, name: string, step: string): Promise<string> {
  const facts = await world.facts()
  const [found] = await facts.find(
    'appointment',
    { enterprise_id: where.id, person_id: world.person(name) },
    { at: world.now },
  )
  return `/enterprises/${where.number}/appointments/${found?.fact_id}/${step}`
}

const confirm = { form: { step: 'confirm' } }

describePages('answering and ending an appointment', appointmentPages, (ground) => {
  test('the appointee reads what the office is, who asks it and what ends, and accepts', async () => {
    const { world, pages } = ground()
    const where = bakery(world)
    const address = await addressOf(world, where, 'greta', 'accept')
    const page = await pages.inEveryLanguage('greta', address)
    assert.match(page.text, /Accept: access manager for Social security of Bakery/)
    assert.match(page.text, /An Janssens appointed you on 21 November 2025, as employee\./)
    assert.match(page.text, /What it means You manage the users and access of one domain/)
    assert.match(page.text, /What ends The term of Noor Janssens as access manager for Social security/)
    assert.match(page.text, /Who will be told .*Noor Janssens/)
    assert.equal((await pages.visit('greta', address, confirm)).kind, 'redirect')
    const held = await (
      await world.facts()
    ).find(
      'appointment',
      { enterprise_id: where.id, office: 'access-manager', scope: 'social-security' },
      { at: world.now },
    )
    assert.deepEqual(
      held.map(({ person_id }) => person_id),
      [world.person('greta')],
    )
    const again = await pages.inEveryLanguage('greta', address)
    assert.equal(again.status, 422)
    assert.match(again.text, /no longer waits for an answer/)
  })

  test('a sign-in below the level of the office is sent to a stronger one', async () => {
    const { world, pages } = ground()
    const address = await addressOf(world, bakery(world), 'greta', 'accept')
    const page = await pages.visit('greta', address, { level: 200 })
    assert.equal(page.status, 422)
    assert.match(page.markup, /\/en\/sign-in\?to=[^"]*accept&amp;level=400/)
  })

  test('declining leaves the seat as it is', async () => {
    const { world, pages } = ground()
    const address = await addressOf(world, bakery(world), 'greta', 'decline')
    const page = await pages.inEveryLanguage('greta', address)
    assert.match(page.text, /What ends Your appointment as access manager for Social security/)
    assert.equal((await pages.visit('greta', address, confirm)).kind, 'redirect')
    assert.equal((await pages.visit('greta', address)).kind, 'not-found')
  })

  test('the first chief reads that the account and its domains become active', async () => {
    const { world, pages } = ground()
    const where = world
      .enterprise()
      .registered()
      .withOffice('chief-access-manager', 'hugo', { state: 'awaiting-activation', until: 20 })
    const page = await pages.inEveryLanguage('hugo', await addressOf(world, where, 'hugo', 'accept'))
    assert.match(page.text, /account of the enterprise becomes active, and these domains open: .*Social security/)
  })

  test('withdrawing names who loses what and what follows; the chief’s seat is then vacant', async () => {
    const { world, pages } = ground()
    const where = bakery(world)
    const noor = await pages.inEveryLanguage('an', await addressOf(world, where, 'noor', 'withdraw'))
    assert.match(noor.text, /What ends The term of Noor Janssens as access manager for Social security, and all power/)
    assert.match(noor.text, /What stays Everything they appointed and gave to others stands/)
    assert.match(noor.text, /Who will be told Noor Janssens/)
    const waiting = await pages.inEveryLanguage('an', await addressOf(world, where, 'greta', 'withdraw'))
    assert.match(waiting.text, /which has not been accepted yet/)
    const address = await addressOf(world, where, 'an', 'withdraw')
    const chief = await pages.inEveryLanguage('els', address)
    assert.match(chief.text, /is then vacant until a legal representative appoints somebody/)
    assert.match(chief.markup, /govuk-button--warning/)
    assert.equal((await pages.visit('els', address, confirm)).kind, 'redirect')
    assert.equal((await pages.visit('els', address)).kind, 'not-found')
  })

  test('the holder resigns; nobody else does it for them', async () => {
    const { world, pages } = ground()
    const where = bakery(world)
    const address = await addressOf(world, where, 'lucas', 'resign')
    for (const name of ['els', 'an', 'noor', 'tom'])
      assert.equal((await pages.visit(name, address)).kind, 'not-found', name)
    const page = await pages.inEveryLanguage('lucas', address)
    assert.match(page.text, /Resign as group manager for Employer of Bakery/)
    assert.match(page.text, /The seat is then empty/)
    assert.equal((await pages.visit('lucas', address, confirm)).kind, 'redirect')
  })

  test('an appointment of another person, of another enterprise, or of nobody, is a page not found', async () => {
    const { world, pages } = ground()
    const [where, other] = [bakery(world), bakery(world)]
    const theirs = await addressOf(world, other, 'greta', 'accept')
    const reference = theirs.split('/').at(-2)
    const base = `/enterprises/${where.number}/appointments`
    for (const id of [reference, 'x', '00000000-0000-4000-8000-000000000000', '%00']) {
      for (const [step, name] of [
        ['accept', 'greta'],
        ['decline', 'greta'],
        ['withdraw', 'an'],
        ['resign', 'noor'],
      ] as const) {
        assert.equal((await pages.visit(name, `${base}/${id}/${step}`)).kind, 'not-found', `${step} ${id}`)
        assert.equal((await pages.visit(name, `${base}/${id}/${step}`, confirm)).kind, 'not-found', `${step} ${id}`)
      }
    }
    const own = await addressOf(world, where, 'greta', 'accept')
    for (const name of ['an', 'noor', 'tom']) assert.equal((await pages.visit(name, own)).kind, 'not-found', name)
    assert.equal((await pages.visit('tom', await addressOf(world, where, 'noor', 'withdraw'))).kind, 'not-found')
  })

  test('every route declares what it must', () => {
    checkRoutes(ground().pages.routes)
  })
})
