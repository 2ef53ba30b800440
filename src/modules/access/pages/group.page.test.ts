import assert from 'node:assert/strict'
import { before, after, describe, test } from 'node:test'
import type { Store } from '#database'
import { freshStore } from '../../../../test/support/stores.ts'
import { worldOn, type World } from '../../../../test/support/world.ts'
import {
  browserOn,
  linksOf,
  validInEveryLanguage,
  wordsOf,
  type Browser,
} from '../../../../test/support/access-pages.ts'

type Enterprise = ReturnType<World['enterprise']>

describe('The groups and their users', () => {
  let there: World
  let bakery: Enterprise
  let twin: Enterprise
  let empty: Enterprise
  let browser: Browser
  const ends: (() => Promise<void> | void)[] = []

  before(async () => {
    const store: Store = await freshStore({ after: (end) => void ends.push(end as () => Promise<void>) }, 'postgres')
    there = worldOn(store)
    bakery = there
      .enterprise({ name: 'Bakery' })
      .withRepresentative('els')
      .withChief('an')
      .withCoChief('bart')
      .withAccessManager('noor', 'social-security')
      .withAccessManager('greta', 'finance')
      .withGroupManager('lucas', 'employer')
      .withCapacity('employer')
      .withCapacity('taxpayer')
      .withUser('tom', 'employer', ['dimona', 'dmfa'])
      .withUser('mehdi', 'employer', ['limosa'])
      .withBlock('mehdi', 'employer', 'access-manager')
      .withUser('petra', 'employer', [], { from: 5 })
      .withUser('quinten', 'employer', ['dimona'], { from: -20, until: 10 })
      .withUser('rik', 'employer', [], { from: -200, until: -1 })
      .withUser('tom', 'taxpayer', ['intervat'])
      .withUser('zoe', 'employer')
      .withBlock('zoe', '', 'chief-access-manager')
    twin = there.enterprise({ name: 'Twin' }).withChief('sam').withCapacity('employer').withUser('vera', 'employer')
    empty = there
      .enterprise({ name: 'Empty' })
      .withRepresentative('els')
      .withChief('ben')
      .withGroupManager('gil', 'employer')
    there.person('stranger')
    await there.settle()
    browser = browserOn(there.deps)
  })
  after(async () => {
    for (const end of ends) await end()
  })

  const groupsOf = async (who: string, where = bakery) => {
    const page = await browser.get(there.person(who), where.number, '/groups')
    return linksOf(page).flatMap((href) => /\/groups\/([a-z-]+)$/.exec(href)?.[1] ?? [])
  }

  test('each sees the groups that they manage or oversee, and nobody else any', async () => {
    for (const who of ['els', 'an', 'bart']) assert.deepEqual(await groupsOf(who), ['employer', 'taxpayer'])
    assert.deepEqual(await groupsOf('noor'), ['employer'])
    assert.deepEqual(await groupsOf('greta'), ['taxpayer'])
    assert.deepEqual(await groupsOf('lucas'), ['employer'])
    for (const who of ['tom', 'stranger', 'sam']) {
      assert.deepEqual(await browser.get(there.person(who), bakery.number, '/groups'), {
        kind: 'not-found',
        status: 404,
        text: '',
        to: '',
      })
    }
  })

  test('a group is told with what it is for, how many users it has and who manages it', async () => {
    const words = wordsOf(await browser.get(there.person('noor'), bakery.number, '/groups'))
    assert.match(words, /1 group/)
    assert.match(words, /Employer Your enterprise has staff and an NSSO number\. 5 users Lucas Janssens/)
    const all = wordsOf(await browser.get(there.person('an'), bakery.number, '/groups'))
    assert.match(all, /Taxpayer Your enterprise files its own tax returns\. 1 user nobody/)
  })

  test('without a group the page says what to do next, to whom can do it as a button', async () => {
    const chief = await browser.get(there.person('ben'), empty.number, '/groups')
    assert.match(wordsOf(chief), /A group begins when you activate a capacity/)
    assert.deepEqual(linksOf(chief), [`/en/enterprises/${empty.number}/domains`])
    const manager = await browser.get(there.person('els'), empty.number, '/groups')
    assert.match(wordsOf(manager), /ask the chief access manager to activate one/)
    assert.deepEqual(linksOf(manager), [])
  })

  test('the pages of groups and users are valid in four languages', async () => {
    const an = there.person('an')
    const paths = ['/groups', '/groups/employer', '/groups/taxpayer', '/users']
    for (const path of paths) {
      await validInEveryLanguage((language) => browser.get(an, bakery.number, path, { language }))
    }
    const query = { name: 'nobody', state: 'planned' }
    await validInEveryLanguage((language) => browser.get(an, bakery.number, '/groups/employer', { language, query }))
    await validInEveryLanguage((language) => browser.get(there.person('ben'), empty.number, '/groups', { language }))
    await validInEveryLanguage((language) =>
      browser.get(there.person('ben'), empty.number, '/groups/employer', { language }),
    )
  })

  test('a list of users shows its count first, and each with services, dates and state', async () => {
    const words = wordsOf(await browser.get(there.person('noor'), bakery.number, '/groups/employer'))
    assert.match(words, /Add a user.*5 users/)
    assert.match(words, /Tom Janssens Dimona, DmfA 21 November 2025 no end active View what Tom Janssens may do Change/)
    assert.match(words, /Mehdi Janssens Limosa 21 November 2025 no end blocked View/)
    assert.match(words, /Petra Janssens none given 26 November 2026 no end planned/)
    assert.match(words, /Quinten Janssens Dimona 1 November 2026 1 December 2026 active ends soon/)
    assert.match(words, /Zoe Janssens none given 21 November 2025 no end blocked for all groups/)
    assert.doesNotMatch(words, /Rik|Vera/)
  })

  const namesIn = async (query: Record<string, string>, who = 'an') => {
    const words = wordsOf(await browser.get(there.person(who), bakery.number, '/groups/employer', { query }))
    return ['Tom', 'Mehdi', 'Petra', 'Quinten', 'Zoe'].filter((name) => words.includes(`${name} Janssens`))
  }

  test('the filters keep those whom their words say', async () => {
    assert.deepEqual(await namesIn({ state: 'active' }), ['Tom', 'Quinten'])
    assert.deepEqual(await namesIn({ state: 'blocked' }), ['Mehdi', 'Zoe'])
    assert.deepEqual(await namesIn({ state: 'planned' }), ['Petra'])
    assert.deepEqual(await namesIn({ state: 'ending' }), ['Quinten'])
    assert.deepEqual(await namesIn({ service: 'dimona' }), ['Tom', 'Quinten'])
    assert.deepEqual(await namesIn({ name: 'JANS tom' }), ['Tom'])
    assert.deepEqual(await namesIn({ name: '%' }), [])
    assert.deepEqual(await namesIn({ service: "'; drop", state: 'no such', sort: 'x' }), [
      'Tom',
      'Mehdi',
      'Petra',
      'Quinten',
      'Zoe',
    ])
  })

  test('a group outside one’s scope is not found, like one that does not exist', async () => {
    const unknown = await browser.get(there.person('an'), bakery.number, '/groups/no-such-group')
    assert.equal(unknown.kind, 'not-found')
    const pairs = [
      ['noor', 'taxpayer'],
      ['greta', 'employer'],
      ['lucas', 'taxpayer'],
      ['tom', 'employer'],
      ['stranger', 'employer'],
      ['sam', 'employer'],
    ] as const
    for (const [who, group] of pairs) {
      for (const path of [`/groups/${group}`, `/groups/${group}/users.csv`]) {
        assert.deepEqual(await browser.get(there.person(who), bakery.number, path), unknown, `${who} at ${path}`)
      }
    }
  })

  test('adding and changing users is offered only to whoever manages the group', async () => {
    for (const who of ['an', 'bart', 'noor', 'lucas']) {
      const links = linksOf(await browser.get(there.person(who), bakery.number, '/groups/employer'))
      assert.ok(
        links.some((href) => href.endsWith('/users/new')),
        who,
      )
      assert.equal(links.filter((href) => /\/groups\/employer\/users\/[0-9a-f-]{36}$/.test(href)).length, 5)
    }
    const overseen = linksOf(await browser.get(there.person('els'), bakery.number, '/groups/employer'))
    assert.equal(overseen.filter((href) => /\/persons\//.test(href)).length, 5)
    assert.deepEqual(
      overseen.filter((href) => /\/users\/(?!csv)/.test(href)),
      [],
    )
  })

  test('all users of the enterprise are for those above groups, an access manager’s for the domain', async () => {
    const chief = wordsOf(await browser.get(there.person('an'), bakery.number, '/users'))
    assert.match(chief, /5 users in 6 places in groups/)
    assert.match(chief, /Tom Janssens Taxpayer Intervat/)
    const noor = wordsOf(await browser.get(there.person('noor'), bakery.number, '/users'))
    assert.match(noor, /5 users/)
    assert.doesNotMatch(noor, /Taxpayer|Intervat/)
    const greta = wordsOf(await browser.get(there.person('greta'), bakery.number, '/users'))
    assert.doesNotMatch(greta, /Mehdi|Dimona/)
    for (const who of ['lucas', 'tom', 'stranger', 'sam']) {
      assert.equal((await browser.get(there.person(who), bakery.number, '/users')).kind, 'not-found')
      assert.equal((await browser.get(there.person(who), bakery.number, '/users.csv')).kind, 'not-found')
    }
  })

  test('another enterprise’s users are never among them', async () => {
    assert.deepEqual(await groupsOf('sam', twin), ['employer'])
    const words = wordsOf(await browser.get(there.person('sam'), twin.number, '/users'))
    assert.match(words, /1 user .*Vera Janssens/)
    assert.doesNotMatch(words, /Tom|Mehdi/)
  })

  test('the file holds what the list shows, with its filters and without numbers', async () => {
    const file = await browser.get(there.person('noor'), bakery.number, '/groups/employer/users.csv', {
      query: { state: 'ending' },
    })
    assert.equal(
      file.text,
      '\uFEFFFamily name;Given name;Group;Online services;Since;Until;State\r\n' +
        'Janssens;Quinten;Employer;Dimona;2026-11-01;2026-12-01;active, ends soon\r\n',
    )
    const all = await browser.get(there.person('an'), bakery.number, '/users.csv')
    assert.equal(all.text.split('\r\n').length, 1 + 6 + 1)
    assert.doesNotMatch(all.text, /\d{6}/)
  })

  test('a closed group keeps its users on view and offers nothing to give', async () => {
    const shop = there
      .enterprise()
      .withChief('cas')
      .withDomain('social-security')
      .withUser('ute', 'employer', ['dimona'])
    await there.settle()
    const page = await browser.get(there.person('cas'), shop.number, '/groups')
    assert.match(wordsOf(page), /Employer closed/)
    const group = await browser.get(there.person('cas'), shop.number, '/groups/employer')
    assert.match(wordsOf(group), /This group is closed.*Ute Janssens/)
    assert.ok(!linksOf(group).some((href) => href.endsWith('/users/new')))
  })
})
