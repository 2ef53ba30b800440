import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatNationalNumber } from '#kernel'
import { describePages, linksOf } from '../../../../../test/support/page-visits.ts'
import type { World } from '../../../../../test/support/world.ts'
import type { WorldEnterprise } from '../../../../../test/support/world-enterprise.ts'
import { appointmentPages } from '../index.ts'

const bakery = (world: World): WorldEnterprise =>
  world
    .enterprise({ name: 'Bakery' })
    .withRepresentative('els')
    .withChief('an')
    .withCoChief('bart')
    .withAccessManager('noor', 'social-security')
    .withCapacity('employer')
    .withUser('tom', 'employer')

const filled = (world: World, name: string) => ({
  ...world.typed(name),
  email: 'new@example.org',
  phone: '',
  ground: 'employee',
  'until-day': '',
  'until-month': '',
  'until-year': '',
})

/** The fields of the confirmation, as the preview carries them. */
function carriedBy(markup: string): Record<string, string> {
  const form = /<form[^>]*>(?:(?!<\/form>)[\s\S])*name="step" value="confirm"[\s\S]*?<\/form>/.exec(markup)?.[0] ?? ''
  return Object.fromEntries(
    [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map((match) => [
      match[1] ?? '',
      match[2] ?? '',
    ]),
  )
}

describePages('appointing somebody to an office', appointmentPages, (ground) => {
  test('whoever would be refused whatever they type is told so before the form', async () => {
    const { world, pages } = ground()
    const told = async (where: WorldEnterprise, name: string, path: string, how = {}) => {
      const page = await pages.visit(name, `/enterprises/${where.number}${path}`, how)
      assert.doesNotMatch(page.markup, /name="familyName"/)
      return [page.status, page.text] as const
    }
    const [status, text] = await told(bakery(world).stopped(), 'an', '/co-chiefs/new')
    assert.equal(status, 422)
    assert.match(text, /emergency stop/)
    const unregistered = world.enterprise().withRepresentative('els')
    assert.match((await told(unregistered, 'els', '/chief/new'))[1], /not registered|register/i)
    const [weak, stronger] = await told(bakery(world), 'an', '/co-chiefs/new', { level: 100 })
    assert.equal(weak, 422)
    assert.match(stronger, /sign in/i)
  })

  test('each office has its form, which explains the office', async () => {
    const { world, pages } = ground()
    const base = `/enterprises/${bakery(world).number}`
    const chief = await pages.inEveryLanguage('els', `${base}/chief/new`)
    assert.match(chief.text, /Whom do you appoint\? .*Myself Somebody else/)
    const coChief = await pages.inEveryLanguage('an', `${base}/co-chiefs/new`)
    assert.doesNotMatch(coChief.text, /Myself/)
    const manager = await pages.inEveryLanguage('an', `${base}/domains/finance/manager/new`)
    assert.match(manager.text, /Appoint the access manager for Finance/)
    const group = await pages.inEveryLanguage('noor', `${base}/groups/employer/manager/new`)
    assert.match(group.text, /Appoint the group manager for Employer/)
  })

  test('who has no power for an office finds no form for it', async () => {
    const { world, pages } = ground()
    const base = `/enterprises/${bakery(world).number}`
    world.person('stranger')
    const allowed = {
      '/chief/new': ['els'],
      '/co-chiefs/new': ['an'],
      '/domains/finance/manager/new': ['an', 'bart'],
      '/groups/employer/manager/new': ['an', 'bart', 'noor'],
      '/groups/taxpayer/manager/new': ['an', 'bart'],
      '/domains/nothing/manager/new': [],
      '/groups/nothing/manager/new': [],
    }
    for (const [path, names] of Object.entries(allowed)) {
      for (const name of ['els', 'an', 'bart', 'noor', 'tom', 'stranger']) {
        const { kind } = await pages.visit(name, `${base}${path}`)
        assert.equal(kind, (names as string[]).includes(name) ? 'html' : 'not-found', `${name} ${path}`)
      }
    }
  })

  test('errors stand above the form and at the fields, and what was typed stays', async () => {
    const { world, pages } = ground()
    const form = {
      ...filled(world, 'fresh'),
      nationalNumber: '85.07.30-033.29',
      givenName: '',
      email: 'no address',
      ground: '',
      'until-day': '31',
      'until-month': '2',
      'until-year': '2027',
    }
    const address = `/enterprises/${bakery(world).number}/co-chiefs/new`
    const page = await pages.inEveryLanguage('an', address, { form: { ...form, step: 'preview' } })
    assert.equal(page.status, 422)
    for (const field of ['nationalNumber', 'givenName', 'email', 'ground', 'until']) {
      assert.match(page.markup, new RegExp(`href="#${field}"`), field)
      assert.match(page.markup, new RegExp(`id="${field}"`), field)
    }
    for (const typed of ['85.07.30-033.29', 'no address', '2027'])
      assert.ok(page.markup.includes(`value="${typed}"`), typed)
    assert.match(page.markup, /<title>Error: /)
  })

  test('the preview says what starts, what ends, for whom and from when, and the confirmation does it', async () => {
    const { world, pages } = ground()
    const where = bakery(world)
    const address = `/enterprises/${where.number}/domains/social-security/manager/new`
    const form = {
      ...filled(world, 'fresh'),
      'until-day': '31',
      'until-month': '12',
      'until-year': '2027',
      step: 'preview',
    }
    const page = await pages.inEveryLanguage('an', address, { form })
    assert.match(
      page.text,
      /What starts Fresh Peeters is appointed as access manager for Social security, as employee\./,
    )
    assert.match(page.text, /What ends Nothing yet\. Noor Janssens stays in office until the appointment is accepted/)
    assert.match(page.text, /For whom Fresh Peeters \(\d\d\.\d\d\.\d\d-•••\.••\), for Bakery/)
    assert.match(page.text, /Without an answer the appointment lapses after 21 December 2026/)
    assert.match(page.text, /Until when 31 December 2027, this day included/)
    assert.match(page.text, /Who will be told Fresh Peeters/)
    const done = await pages.visit('an', address, { form: carriedBy(page.markup) })
    assert.equal(done.kind, 'redirect')
    const found = await (
      await world.facts()
    ).find(
      'appointment',
      { enterprise_id: where.id, office: 'access-manager', scope: 'social-security' },
      { at: world.now },
    )
    assert.deepEqual(found.map(({ state }) => state).toSorted(), ['active', 'awaiting-activation'])
    const again = await pages.visit('an', address, { form: { ...filled(world, 'other'), step: 'preview' } })
    assert.equal(again.status, 422)
    assert.match(again.text, /still has to accept/)
    assert.match(again.markup, /value="Other"/)
  })

  test('a number of somebody known elsewhere and of nobody give the same page: the typed name, never the real one', async () => {
    const { world, pages } = ground()
    const where = bakery(world)
    world.person('secret')
    const address = `/enterprises/${where.number}/co-chiefs/new`
    const shown = async (name: string): Promise<string> => {
      const form = { ...filled(world, name), givenName: 'Typed', familyName: 'Name', step: 'preview' }
      const page = await pages.visit('an', address, { form })
      assert.equal(page.status, 200, name)
      return page.text.replace(/\d\d\.\d\d\.\d\d-•••\.••/, 'number')
    }
    const known = await shown('secret')
    assert.equal(known, await shown('nobody-at-all'))
    assert.match(known, /Who will be told Typed Name/)
    assert.doesNotMatch(known, /Secret|Janssens/)
  })

  test('a representative takes the office in one step, without typing the own number and without seeing it', async () => {
    const { world, pages } = ground()
    const where = world.enterprise({ name: 'Shop' }).registered().withRepresentative('els')
    const address = `/enterprises/${where.number}/chief/new`
    const page = await pages.inEveryLanguage('els', address, { form: { who: 'myself', step: 'preview' } })
    assert.match(page.text, /You become chief access manager at once/)
    assert.match(page.text, /these domains open: .*Social security/)
    const number = world.numberOf('els')
    assert.ok(!page.markup.includes(number) && !page.markup.includes(formatNationalNumber(number)))
    assert.equal((await pages.visit('els', address, { form: carriedBy(page.markup) })).kind, 'redirect')
    const [chief] = await (
      await world.facts()
    ).find('appointment', { enterprise_id: where.id, office: 'chief-access-manager' }, { at: world.now })
    assert.equal(chief?.person_id, world.person('els'))
    assert.equal(chief?.ground, 'legal-representative')
  })

  test('nobody but a representative appoints themselves', async () => {
    const { world, pages } = ground()
    const address = `/enterprises/${bakery(world).number}/domains/finance/manager/new`
    const page = await pages.visit('an', address, { form: { ...filled(world, 'an'), who: 'myself', step: 'preview' } })
    assert.equal(page.status, 422)
    assert.match(page.text, /cannot appoint yourself/)
  })

  test('the way back to the answers has all of them', async () => {
    const { world, pages } = ground()
    const address = `/enterprises/${bakery(world).number}/co-chiefs/new`
    const page = await pages.visit('an', address, { form: { ...filled(world, 'fresh'), step: 'edit' } })
    assert.equal(page.status, 200)
    assert.match(page.markup, /value="Fresh"/)
    assert.match(page.markup, /value="new@example\.org"/)
    assert.match(page.markup, /value="employee" checked/)
    assert.ok(linksOf(page.markup).some((link) => link.endsWith('/managers')))
  })
})
