import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { appointmentOperations } from '#appointments'
import { formatNationalNumber, maskNationalNumber } from '#kernel'
import { freshStore } from '../../../../../test/support/stores.ts'
import { worldOn, type World } from '../../../../../test/support/world.ts'
import {
  browserOn,
  linksOf,
  validInEveryLanguage,
  wordsOf,
  type Browser,
} from '../../../../../test/support/access-pages.ts'

type Enterprise = ReturnType<World['enterprise']>

describe('One user in a group', () => {
  let there: World
  let bakery: Enterprise
  let twin: Enterprise
  let browser: Browser
  const ends: (() => unknown)[] = []

  before(async () => {
    there = worldOn(await freshStore({ after: (end) => void ends.push(end as () => unknown) }, 'postgres'))
    bakery = there
      .enterprise({ name: 'Bakery' })
      .withRepresentative('els')
      .withChief('an')
      .withAccessManager('noor', 'social-security')
      .withAccessManager('greta', 'finance')
      .withGroupManager('lucas', 'employer')
      .withCapacity('employer')
      .withCapacity('taxpayer')
      .withUser('tom', 'employer', ['dimona', 'dmfa'])
      .withUser('tom', 'taxpayer', ['intervat'])
      .withUser('mehdi', 'employer', ['limosa'])
      .withBlock('mehdi', 'employer', 'access-manager')
    twin = there.enterprise({ name: 'Twin' }).withChief('sam').withCapacity('employer').withUser('vera', 'employer')
    there.person('stranger')
    await there.settle()
    browser = browserOn(there.deps)
  })
  after(async () => {
    for (const end of ends) await end()
  })

  const place = (who: string, group = 'employer') => `/groups/${group}/users/${there.person(who)}`
  const words = async (who: string, path: string) => wordsOf(await browser.get(there.person(who), bakery.number, path))

  test('the page of a user tells services, dates and by whom, and offers what the manager may change', async () => {
    const page = await browser.get(there.person('lucas'), bakery.number, place('tom'))
    assert.match(
      wordsOf(page),
      /Tom Janssens in the group Employer State active User since 21 November 2025 Until no end/,
    )
    assert.match(wordsOf(page), /Dimona 21 November 2025 no end .* Withdraw Dimona DmfA/)
    assert.match(wordsOf(page), /Every user of the group also has, by itself: ContactData and e-Box Enterprise\./)
    const own = linksOf(page).filter((href) => href.includes(place('tom')))
    const base = `/en/enterprises/${bakery.number}${place('tom')}`
    const offered = ['services/dimona/withdraw', 'services/dmfa/withdraw', 'services/new', 'block', 'delete']
    assert.deepEqual(
      own,
      offered.map((end) => `${base}/${end}`),
    )
  })

  test('a representative sees the user and is offered no change', async () => {
    const page = await browser.get(there.person('els'), bakery.number, place('tom'))
    assert.match(wordsOf(page), /Tom Janssens in the group Employer/)
    const services = ['dimona', 'dmfa'].map((code) => `/en/directory/services/${code}`)
    const eye = `/en/enterprises/${bakery.number}/persons/${there.person('tom')}`
    assert.deepEqual(linksOf(page).toSorted(), [...services, eye].toSorted())
  })

  test('a block that a higher office set is named, and lifting it is not offered below', async () => {
    const manager = await browser.get(there.person('lucas'), bakery.number, place('mehdi'))
    assert.match(wordsOf(manager), /Blocked in this group by .*only the same or a higher office can lift it/)
    assert.ok(!linksOf(manager).some((href) => href.endsWith('/unblock')))
    const noor = await browser.get(there.person('noor'), bakery.number, place('mehdi'))
    assert.ok(linksOf(noor).some((href) => href.endsWith('/unblock')))
    assert.ok(!linksOf(noor).some((href) => href.endsWith('/block')))
  })

  test('whoever does not manage the group finds no page of its users, whatever the page', async () => {
    const unknown = { kind: 'not-found', status: 404, text: '', to: '' }
    const paths = [
      place('tom'),
      '/groups/employer/users/new',
      `${place('tom')}/services/new`,
      `${place('tom')}/services/dimona/withdraw`,
      `${place('tom')}/block`,
      `${place('mehdi')}/unblock`,
      `${place('tom')}/delete`,
    ]
    for (const path of paths) {
      for (const who of ['tom', 'greta', 'stranger', 'sam']) {
        assert.deepEqual(await browser.get(there.person(who), bakery.number, path), unknown, `${who} at ${path}`)
        if (path === place('tom')) continue
        const form = { step: 'confirm', service: 'dimona' }
        assert.deepEqual(
          await browser.post(there.person(who), bakery.number, path, form),
          unknown,
          `${who} posts ${path}`,
        )
      }
    }
    for (const path of paths.slice(1)) {
      assert.deepEqual(await browser.get(there.person('els'), bakery.number, path), unknown, `els at ${path}`)
    }
  })

  test('a person of another enterprise, or of none, is not found in this one', async () => {
    for (const path of [
      place('vera'),
      `${place('vera')}/block`,
      `${place('stranger')}/delete`,
      '/groups/employer/users/x',
    ]) {
      assert.equal((await browser.get(there.person('an'), bakery.number, path)).kind, 'not-found', path)
    }
    assert.equal((await browser.get(there.person('sam'), twin.number, place('tom'))).kind, 'not-found')
  })

  const typed = () => ({
    nationalNumber: there.numberOf('ines'),
    givenName: 'Inès',
    familyName: 'Renard',
    email: '',
    services: ['dimona', 'limosa'],
    'from-day': '',
    'from-month': '',
    'from-year': '',
    'until-day': '31',
    'until-month': '12',
    'until-year': '2027',
  })
  const newUser = '/groups/employer/users/new'

  test('creating a user shows each service in plain words, with the sign-in that it asks', async () => {
    const form = await words('lucas', newUser)
    assert.match(form, /Create a user in the group Employer/)
    assert.match(
      form,
      /Dimona Report who starts or stops working for you\. Asks a sign-in with: Security code by mobile app\./,
    )
    assert.doesNotMatch(form, /ContactData/)
  })

  test('what is wrong is said at its field, and what was typed stays', async () => {
    const wrong = { ...typed(), nationalNumber: '123', 'until-day': '31', 'until-month': '2', step: 'preview' }
    const page = await browser.post(there.person('lucas'), bakery.number, newUser, wrong)
    assert.equal(page.status, 422)
    for (const field of ['nationalNumber', 'until']) {
      assert.ok(linksOf(page).includes(`#${field}`), field)
      assert.match(page.text, new RegExp(`id="${field}"`))
    }
    assert.match(wordsOf(page), /Enter a day that is in the calendar/)
    assert.match(page.text, /value="Inès"/)
    assert.match(page.text, /value="limosa"[^>]* checked/)
    const halfADay = { ...typed(), 'until-year': '', step: 'preview' }
    assert.ok(linksOf(await browser.post(there.person('lucas'), bakery.number, newUser, halfADay)).includes('#until'))
    await validInEveryLanguage((language) =>
      browser.post(there.person('lucas'), bakery.number, newUser, wrong, { language }),
    )
  })

  test('the preview says in sentences what starts, for whom and until when; nothing has happened yet', async () => {
    const page = await browser.post(there.person('lucas'), bakery.number, newUser, { ...typed(), step: 'preview' })
    const said = wordsOf(page)
    assert.match(
      said,
      /Inès Renard becomes a user of the group Employer\. May use in the enterprise’s name: Dimona and Limosa\./,
    )
    assert.match(said, /It begins as soon as you confirm\. 31 December 2027 is the last day\./)
    assert.ok(said.includes(`Inès Renard, ${maskNationalNumber(there.numberOf('ines'))}`))
    assert.ok(!said.includes(formatNationalNumber(there.numberOf('ines'))))
    assert.doesNotMatch(await words('lucas', '/groups/employer'), /Renard/)
    await validInEveryLanguage((language) =>
      browser.post(there.person('lucas'), bakery.number, newUser, { ...typed(), step: 'preview' }, { language }),
    )
  })

  test('once confirmed the user stands in the list, and a second time is refused on the page', async () => {
    const form = { ...typed(), step: 'confirm' }
    const done = await browser.post(there.person('lucas'), bakery.number, newUser, form)
    assert.match(done.to, /^\/en\/done\/[0-9a-f-]{36}$/)
    assert.match(
      await words('lucas', '/groups/employer'),
      /Inès Renard Dimona, Limosa 21 November 2026 31 December 2027 active/,
    )
    const again = await browser.post(there.person('lucas'), bakery.number, newUser, form)
    assert.equal(again.status, 422)
    assert.match(wordsOf(again), /This person is already a user of this group/)
  })

  test('a service that asks a stronger sign-in leads to it, and what was typed is in the form afterwards', async () => {
    const newTaxpayer = '/groups/taxpayer/users/new'
    const greta = there.person('greta')
    const sent = { ...typed(), services: ['intervat'], step: 'preview' }
    await validInEveryLanguage((language) =>
      browser.post(greta, bakery.number, newTaxpayer, sent, { level: 400, language }),
    )
    const page = await browser.post(greta, bakery.number, newTaxpayer, sent, { level: 400 })
    assert.equal(page.status, 422)
    assert.match(wordsOf(page), /What you filled in is kept for ten minutes/)
    const way = linksOf(page).find((href) => href.includes('/sign-in?')) ?? ''
    assert.match(way, /to=%2Fen%2Fenterprises%2F[0-9]+%2Fgroups%2Ftaxpayer%2Fusers%2Fnew&level=450&typed=kept$/)
    assert.deepEqual(page.typed, sent)
    const again = await browser.get(greta, bakery.number, newTaxpayer, { typed: page.typed ?? {} })
    assert.match(again.text, /value="Inès"/)
    assert.match(again.text, /value="intervat"[^>]* checked/)
    const much = { ...sent, message: 'x'.repeat(4_000) }
    const lost = await browser.post(greta, bakery.number, newTaxpayer, much, { level: 400 })
    assert.match(wordsOf(lost), /What you filled in could not be kept/)
  })

  test('a service is given from the ones that are left, within its days', async () => {
    const path = `${place('tom')}/services/new`
    const form = await words('lucas', path)
    assert.match(form, /Give Tom Janssens an online service in the group Employer/)
    assert.match(form, /Limosa/)
    assert.doesNotMatch(form, /Dimona/)
    await validInEveryLanguage((language) => browser.get(there.person('lucas'), bakery.number, path, { language }))
    const none = await browser.post(there.person('lucas'), bakery.number, path, { step: 'preview' })
    assert.ok(linksOf(none).includes('#service'))
    const days = { 'until-day': '1', 'until-month': '2', 'until-year': '2027' }
    const choice = { service: 'limosa', ...days }
    const preview = await browser.post(there.person('lucas'), bakery.number, path, { ...choice, step: 'preview' })
    assert.match(
      wordsOf(preview),
      /Tom Janssens may use Limosa in the enterprise’s name, as a user of the group Employer\./,
    )
    assert.match(wordsOf(preview), /1 February 2027 is the last day/)
    const done = await browser.post(there.person('lucas'), bakery.number, path, { ...choice, step: 'confirm' })
    assert.equal(done.kind, 'redirect')
    assert.match(
      await words('lucas', place('tom')),
      /Limosa 21 November 2026 1 February 2027 Lucas Janssens Withdraw Limosa/,
    )
  })

  test('withdrawing says what may no longer be used and how it comes back', async () => {
    const path = `${place('tom')}/services/limosa/withdraw`
    const preview = await words('noor', path)
    assert.match(preview, /Tom Janssens may no longer use Limosa as a user of the group Employer\./)
    assert.match(preview, /Whoever manages the group can give the online service again\./)
    await validInEveryLanguage((language) => browser.get(there.person('noor'), bakery.number, path, { language }))
    assert.equal((await browser.post(there.person('noor'), bakery.number, path, { step: 'confirm' })).kind, 'redirect')
    assert.doesNotMatch(await words('noor', place('tom')), /Limosa/)
    assert.match(
      await words('noor', path),
      /does not have this online service in this group\. There is nothing to withdraw/,
    )
    const foreign = `${place('tom')}/services/intervat/withdraw`
    assert.equal((await browser.get(there.person('noor'), bakery.number, foreign)).kind, 'not-found')
  })

  test('blocking in a group names what stops there, that nothing is deleted, and who can undo it', async () => {
    const path = `${place('tom')}/block`
    const preview = await words('noor', path)
    assert.match(preview, /In the group Employer, Tom Janssens may no longer use: ContactData, Dimona, DmfA and e-Box/)
    assert.match(preview, /Nothing is deleted\./)
    assert.match(preview, /You block as access manager: somebody in the same or a higher office can unblock\./)
    assert.doesNotMatch(preview, /Intervat/)
    await validInEveryLanguage((language) => browser.get(there.person('noor'), bakery.number, path, { language }))
    assert.equal((await browser.post(there.person('noor'), bakery.number, path, { step: 'confirm' })).kind, 'redirect')
    await validInEveryLanguage((language) =>
      browser.get(there.person('noor'), bakery.number, place('tom'), { language }),
    )
    assert.equal(await there.reason('tom', bakery, 'dimona'), 'deny: blocked-in-group')
    const back = `${place('tom')}/unblock`
    assert.match(await words('noor', back), /In the group Employer, Tom Janssens may use again: .*Dimona/)
    const refused = await browser.post(there.person('lucas'), bakery.number, back, { step: 'confirm' })
    assert.match(wordsOf(refused), /Somebody in a higher office blocked this person/)
    assert.equal((await browser.post(there.person('noor'), bakery.number, back, { step: 'confirm' })).kind, 'redirect')
    assert.equal(await there.reason('tom', bakery, 'dimona'), 'permit: authorisation')
  })

  test('deleting names every service that ends, and that it cannot be undone', async () => {
    const path = `${place('mehdi')}/delete`
    const preview = await browser.get(there.person('lucas'), bakery.number, path)
    assert.match(
      wordsOf(preview),
      /Mehdi Janssens is no longer a user of the group Employer\. These online services, given in the group, end: Limosa\./,
    )
    assert.match(wordsOf(preview), /No\. To come back, the person must be created as a user again/)
    assert.match(preview.text, /govuk-button--warning/)
    await validInEveryLanguage((language) => browser.get(there.person('lucas'), bakery.number, path, { language }))
    assert.equal((await browser.post(there.person('lucas'), bakery.number, path, { step: 'confirm' })).kind, 'redirect')
    assert.equal((await browser.get(there.person('lucas'), bakery.number, place('mehdi'))).kind, 'not-found')
  })

  test('X15 X16 a stand-in’s gift names for whom and until when, and the holder keeps it', async () => {
    there.person('dirk')
    const shop = there.enterprise({ name: 'Shop' }).withChief('an').withAccessManager('noor', 'social-security')
    shop.withCapacity('employer').withUser('tom', 'employer')
    const own = { enterprise_id: shop.id, person_id: there.person('noor') }
    const [office] = await (await there.facts()).find('appointment', own, { at: there.now })
    const dirk = { ...there.typed('dirk'), familyName: 'Janssens' }
    const raw = { ...dirk, appointment: office?.fact_id ?? '', until: '2026-12-20' }
    const { result } = await there.does('noor', shop, appointmentOperations.proposeStandIn, raw)
    await there.does('dirk', shop, appointmentOperations.acceptStandIn, result)
    there.passes({ minutes: 1 })
    const tom = `/groups/employer/users/${there.person('tom')}`
    const form = { service: 'limosa', step: 'preview' }
    const preview = await browser.post(there.person('dirk'), shop.number, `${tom}/services/new`, form)
    assert.match(wordsOf(preview), /20 December 2026/)
    const done = await browser.post(there.person('dirk'), shop.number, `${tom}/services/new`, {
      ...form,
      step: 'confirm',
    })
    assert.equal(done.kind, 'redirect')
    assert.match(
      wordsOf(await browser.get(there.person('tom'), shop.number, '/my-rights')),
      /Limosa given by Dirk Janssens, in place of Noor Janssens, [^.]* Employer 20 December 2026/,
    )
    assert.match(
      wordsOf(await browser.get(there.person('dirk'), shop.number, '/my-rights')),
      /by the office Access manager \(Social security\), in place of Noor Janssens/,
    )
    const keep = `/stand-ins/${result.standIn}/keep`
    assert.equal((await browser.get(there.person('an'), shop.number, keep)).kind, 'not-found')
    await validInEveryLanguage((language) => browser.get(there.person('noor'), shop.number, keep, { language }))
    const page = await browser.get(there.person('noor'), shop.number, keep)
    assert.match(wordsOf(page), /It ends with the standing in, after 20 December 2026.* Tom Janssens Employer Limosa/)
    const kept = await browser.post(there.person('noor'), shop.number, keep, { step: 'confirm' })
    assert.equal(kept.kind, 'redirect')
    assert.match(
      wordsOf(await browser.get(there.person('tom'), shop.number, '/my-rights')),
      /Limosa given by Noor Janssens, [^.]* Employer –/,
    )
  })
})
