import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inTransaction } from '#database'
import { makeEnterpriseNumber } from '#kernel'
import { knowAs, type KnownAs } from '#people'
import { describePages, linksOf } from '../../../../test/support/page-visits.ts'
import type { World } from '../../../../test/support/world.ts'
import type { WorldEnterprise } from '../../../../test/support/world-enterprise.ts'
import { appointmentPages } from './index.ts'

const bakery = (world: World): WorldEnterprise =>
  world
    .enterprise({ name: 'Bakery', address: 'Mill Street 12' })
    .withRepresentative('els')
    .withChief('an')
    .withCoChief('bart')
    .withAccessManager('noor', 'social-security')
    .withAccessManager('ines', 'finance')
    .withGroupManager('lucas', 'employer')
    .withGroupManager('pia', 'taxpayer')
    .withOffice('access-manager', 'greta', { scope: 'mobility', state: 'awaiting-activation', until: 20, by: 'an' })
    .withDomain('mobility')
    .withCapacity('employer')
    .withCapacity('taxpayer')
    .withUser('tom', 'employer', ['dimona'])
    .withUser('mia', 'employer')

const address = (where: WorldEnterprise): string => `/enterprises/${where.number}`

describePages('the overview of an enterprise', appointmentPages, (ground) => {
  test('office holders and representatives see who appointed whom, users only as a number a group', async () => {
    const { world, pages } = ground()
    const where = bakery(world)
    for (const name of ['els', 'an', 'bart', 'noor', 'lucas']) {
      const page = await pages.visit(name, address(where))
      for (const shown of ['Els', 'An', 'Bart', 'Noor', 'Ines', 'Lucas', 'Greta']) {
        assert.match(page.markup, new RegExp(`<title>${shown} Janssens,`), `${shown} for ${name}`)
      }
      assert.match(page.text, /Employer, 2 users, group/)
      assert.doesNotMatch(page.text, /Tom|Mia/)
    }
    const page = await pages.inEveryLanguage('an', address(where))
    assert.match(page.text, /Chief access manager An Janssens, since 21 November 2025/)
    assert.match(page.text, /The same as a table/)
    assert.match(page.text, /Mill Street 12/)
  })

  test('a group in the diagram leads to its users for whoever manages it', async () => {
    const { world, pages } = ground()
    const where = bakery(world)
    const groups = async (name: string): Promise<string[]> => {
      const links = linksOf((await pages.visit(name, address(where))).markup)
      return [...new Set(links.filter((link) => link.includes('/groups/')))]
    }
    const base = `/en${address(where)}/groups`
    assert.deepEqual((await groups('an')).toSorted(), [`${base}/employer`, `${base}/taxpayer`])
    assert.deepEqual(await groups('noor'), [`${base}/employer`])
    assert.deepEqual(await groups('lucas'), [`${base}/employer`])
    assert.deepEqual(await groups('els'), [])
  })

  test('A34 a user sees whom to ask, nobody else, and the desk where none of them can be reached', async () => {
    const { world, pages } = ground()
    const where = bakery(world)
    const page = await pages.inEveryLanguage('tom', address(where))
    assert.match(
      page.text,
      /Lucas Janssens Group manager \(Employer\) .* Noor Janssens Access manager \(Social security\) .* Bart Janssens Co-chief access manager .* An Janssens Chief access manager/,
    )
    for (const name of ['Els', 'Ines', 'Greta', 'Mia', 'Pia'])
      assert.doesNotMatch(page.text, new RegExp(`${name} Janssens`), name)
    assert.match(page.text, /No contact details are known/)
    assert.match(page.text, /gave no e-mail address and no phone number for them\. The service desk helps you/)
    assert.doesNotMatch(page.markup, /claviger-diagram/)
    const links = linksOf(page.markup)
    assert.deepEqual(links, [`/en${address(where)}/my-rights`])
  })

  test('A34 the address is the one that the enterprise gave; then the desk is not needed', async () => {
    const { world, pages } = ground()
    const where = bakery(world)
    await world.settle()
    const typed = { givenName: 'Lucas', familyName: 'Janssens', email: "l'o@bakery.example", phone: '+32 2 511 51 51' }
    await inTransaction(world.deps.store, (trx) => knowAs(trx, where.id, world.person('lucas'), typed as KnownAs))
    const page = await pages.visit('tom', address(where))
    assert.match(page.text, /l'o@bakery\.example \+32 2 511 51 51/)
    assert.ok(linksOf(page.markup).includes('mailto:l%27o@bakery.example'))
    assert.doesNotMatch(page.text, /service desk/)
  })

  test('A34 each sees those above: managers the office above, the chief the representatives, and they the desk', async () => {
    const { world, pages } = ground()
    const where = bakery(world)
    const asks = async (name: string): Promise<string> =>
      (await pages.visit(name, address(where))).text.split('How to reach them')[1] ?? ''
    assert.match(await asks('lucas'), /^ Noor Janssens .* Bart Janssens .* An Janssens/)
    assert.doesNotMatch(await asks('noor'), /Noor|Lucas|Ines/)
    assert.match(await asks('bart'), /^ An Janssens Chief access manager/)
    assert.match(await asks('an'), /^ Els Janssens Legal representative/)
    const els = await pages.visit('els', address(where))
    assert.match(
      els.text,
      /nobody in this enterprise now whom you can ask\. The service desk helps you: .*from 8 a\.m\./,
    )
  })

  test('A34 a refusal that somebody above can help with names them, and one that nobody can does not', async () => {
    const { world, pages } = ground()
    const where = bakery(world)
    const form = { ...world.typed('ines'), ground: 'employee', step: 'preview' }
    const inactive = `${address(where)}/groups/social-secretariat/manager/new`
    const refused = await pages.inEveryLanguage('noor', inactive, { form })
    assert.equal(refused.status, 422)
    assert.match(refused.text, /Who can help you .* Bart Janssens Co-chief access manager .* An Janssens/)
    const twice = { ...world.typed('lucas'), ground: 'employee', step: 'preview' }
    const already = await pages.visit('noor', `${address(where)}/groups/employer/manager/new`, { form: twice })
    assert.equal(already.status, 422)
    assert.doesNotMatch(already.text, /Who can help you/)
  })

  test('whoever was asked for an office sees that it waits for them, and no office of others', async () => {
    const { world, pages } = ground()
    const where = bakery(world)
    const page = await pages.inEveryLanguage('greta', address(where))
    assert.match(page.text, /Waiting for you You have been appointed as access manager for Mobility, by An Janssens\./)
    assert.match(page.text, /You can answer until 11 December 2026/)
    assert.doesNotMatch(page.text, /Bart|Noor|Ines|Lucas|Els/)
    assert.equal(linksOf(page.markup).filter((link) => /\/(accept|decline)$/.test(link)).length, 2)
  })

  test('a stranger gets the same answer as for a number that does not exist', async () => {
    const { world, pages } = ground()
    const where = bakery(world)
    world.person('stranger')
    const known = await pages.visit('stranger', address(where))
    assert.equal(known.kind, 'not-found')
    assert.deepEqual(known, await pages.visit('stranger', `/enterprises/${makeEnterpriseNumber(9_999_321)}`))
  })

  test('where nobody has begun, a representative is shown how to register', async () => {
    const { world, pages } = ground()
    const page = await pages.inEveryLanguage('els', address(world.enterprise().withRepresentative('els')))
    assert.match(page.text, /This enterprise is not registered yet/)
    assert.ok(linksOf(page.markup).some((link) => link.endsWith('/register')))
    assert.doesNotMatch(page.markup, /claviger-diagram/)
  })

  test('an empty seat of the chief is said, and only representatives are offered to fill it', async () => {
    const { world, pages } = ground()
    const where = world
      .enterprise()
      .registered()
      .withRepresentative('els')
      .withRepresentative('joint', { power: 'jointly' })
      .withCoChief('bart')
    const offers = async (name: string): Promise<boolean> => {
      const page = await pages.inEveryLanguage(name, address(where))
      assert.match(page.text, /Nobody holds the office of chief access manager/)
      return linksOf(page.markup).some((link) => link.endsWith('/chief/new'))
    }
    assert.equal(await offers('els'), true)
    assert.equal(await offers('bart'), false)
    // A2: what they do waits for the other one.
    assert.equal(await offers('joint'), true)
  })

  test('the emergency stop is told to everybody, who pressed it to office holders, and the way out to representatives', async () => {
    const { world, pages } = ground()
    const where = bakery(world).stopped()
    for (const name of ['els', 'an', 'tom']) {
      const page = await pages.inEveryLanguage(name, address(where))
      assert.match(page.text, /All access in the name of this enterprise is closed/)
      assert.equal(/Pressed by/.test(page.text), name !== 'tom', name)
      const lifts = linksOf(page.markup).some((link) => link.endsWith('/emergency-stop/lift'))
      assert.equal(lifts, name === 'els', name)
      assert.ok(!linksOf(page.markup).some((link) => link.endsWith('/emergency-stop')), name)
    }
    const calm = await pages.visit('els', address(bakery(world)))
    assert.ok(linksOf(calm.markup).some((link) => link.endsWith('/emergency-stop')))
  })

  test('an enterprise that has ceased says so, and what can still be done', async () => {
    const { world, pages } = ground()
    const where = world.enterprise({ status: 'ceased' }).withRepresentative('els').withChief('an')
    const page = await pages.inEveryLanguage('els', address(where))
    assert.match(page.text, /The register says that this enterprise has ceased\. Access can still be taken away/)
    assert.ok(!linksOf(page.markup).some((link) => link.endsWith('/chief/new')))
  })

  test('what hangs below an appointer who is gone hangs below the office, and names the appointer', async () => {
    const { world, pages } = ground()
    const where = world.enterprise().withChief('an').withCoChief('bart', { by: 'formerchief' })
    const page = await pages.visit('an', address(where))
    assert.match(
      page.markup,
      /<title>Bart Janssens, Co-chief access manager, appointed by Formerchief Janssens, active<\/title>/,
    )
    assert.match(
      page.text,
      /Bart Janssens Co-chief access manager, appointed by Formerchief Janssens An Janssens active/,
    )
  })
})
