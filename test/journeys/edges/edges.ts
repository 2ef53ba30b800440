import assert from 'node:assert/strict'
import { languages, makeEnterpriseNumber } from '#kernel'
import { signInAs, throughKeyRing, visitor, type Visitor } from '../support/browser.ts'
import type { Traveller } from '../support/journey.ts'
import type { TrialServer } from '../support/server.ts'
import { numberIn, personIn, type ToldWorld } from '../support/world.ts'

export interface Edge {
  readonly traveller: Traveller
  readonly server: TrialServer
  readonly world: ToldWorld
}

const korenaar = 'Bakkerij De Korenaar BV'
const someDay = { 'until-day': '31', 'until-month': '2', 'until-year': '2031' }

const at = ({ world }: Edge, enterprise: string): string => `/enterprises/${numberIn(world, enterprise)}`

const arrives = ({ traveller, server }: Edge, language: (typeof languages)[number] = 'en'): Promise<Visitor> =>
  visitor(traveller.browser, server.url, { language, look: traveller.look })

async function signedIn(edge: Edge, name: string, key?: string): Promise<Visitor> {
  const visiting = await arrives(edge)
  await signInAs(visiting, name, key)
  return visiting
}

const send = (visiting: Visitor, step: string) =>
  visiting.hand.go(visiting.page.locator(`main form:has(input[name=step][value=${step}]) button[type=submit]`))

/** The address without its origin. */
const here = ({ page }: Visitor): string => page.url().slice(new URL(page.url()).origin.length)

/** I15: a form that our page did not send changes nothing, and is answered by a page that says what to do. */
export async function forgedForm(edge: Edge): Promise<void> {
  const els = await signedIn(edge, 'Els Claes')
  const stop = `${at(edge, korenaar)}/emergency-stop`
  await els.open(stop)
  const token = await els.page.locator('main input[name=_csrf]').first().getAttribute('value')
  const url = `${edge.server.url}/en${stop}`
  for (const origin of ['https://elsewhere.example', 'null']) {
    const form = { _csrf: token ?? '', step: 'confirm' }
    const answer = await els.context.request.post(url, { form, headers: { origin }, maxRedirects: 0 })
    assert.equal(answer.status(), 403, `a form from ${origin}`)
  }
  await els.page
    .locator('main input[name=_csrf]')
    .first()
    .evaluate((input) => input.setAttribute('value', 'forged'))
  await send(els, 'confirm')
  assert.equal((await els.sent()).status, 403)
  await els.see('edges-forged')
  await els.open(`${stop}/lift`)
  assert.ok((await els.page.locator('.claviger-refusal').count()) > 0, 'no stop was pressed')
  await els.close()
}

export async function unknownPath(edge: Edge): Promise<void> {
  for (const language of languages) {
    const nobody = await arrives(edge, language)
    assert.equal(await nobody.open('/no-such-page'), 404)
    await nobody.see('edges-not-found')
    await nobody.hand.go(nobody.page.locator('main a'))
    assert.equal(here(nobody), `/${language}`, 'the way home keeps the language')
    await nobody.close()
  }
}

export async function anotherLanguage(edge: Edge): Promise<void> {
  const an = await signedIn(edge, 'An Peeters')
  const list = `${at(edge, korenaar)}/groups/employer?state=blocked`
  await an.open(list)
  for (const language of ['de', 'fr', 'nl'] as const) {
    await an.hand.go(an.page.locator(`header a[hreflang=${language}]`))
    assert.equal(here(an), `/${language}${list}`)
    assert.equal(await an.page.locator('html').getAttribute('lang'), language)
    assert.equal(await an.page.locator('main table tbody tr').count(), 1, 'the filter stays')
  }
  await an.close()
}

/** Who is not signed in comes back to the page that they asked for, in the language in which they asked. */
export async function backToThePageAsked(edge: Edge): Promise<void> {
  const an = await arrives(edge, 'fr')
  const list = `${at(edge, korenaar)}/groups/employer?state=blocked`
  await an.open(list)
  assert.equal(new URL(an.page.url()).pathname, '/fr/sign-in')
  await signInAs(an, 'An Peeters')
  assert.equal(here(an), `/fr${list}`)
  await an.close()
}

export async function strongerSignIn(edge: Edge): Promise<void> {
  const els = await signedIn(edge, 'Els Claes', 'email-code')
  const form = `${at(edge, korenaar)}/chief/new`
  await els.open(form)
  const asked = new URL(els.page.url())
  assert.deepEqual([asked.pathname, asked.searchParams.get('level')], ['/en/sign-in', '450'])
  await els.hand.go(els.page.locator('main form button[type=submit]'))
  assert.ok(await els.page.locator('input[name=key][value=email-code]').isDisabled(), 'a weak key cannot be chosen')
  await throughKeyRing(els, 'Els Claes', 'itsme')
  assert.equal(here(els), `/en${form}`)
  await els.close()
}

/** I14: the enterprise is in the address, so what one tab does never lands in the enterprise of the other. */
export async function twoTabs(edge: Edge): Promise<void> {
  const els = await signedIn(edge, 'Els Claes')
  const torens = at(edge, 'De Twee Torens NV')
  await els.open(`${at(edge, korenaar)}/emergency-stop`)
  const other = await els.context.newPage()
  await other.goto(`${edge.server.url}/en${torens}/register`)
  await send(els, 'confirm')
  assert.match(here(els), /\/done\//)
  assert.ok(await els.page.locator('main').getByText(korenaar).count(), 'the first tab stopped the first enterprise')
  await other.locator('main form button[type=submit]').click()
  await other.waitForURL(/\/done\//)
  assert.ok(await other.locator('main').getByText('De Twee Torens NV').count(), 'the second registered the second')
  await els.open(`${torens}/emergency-stop/lift`)
  assert.ok((await els.page.locator('.claviger-refusal').count()) > 0, 'the second is not stopped')
  await els.open(`${at(edge, korenaar)}/emergency-stop/lift`)
  await send(els, 'confirm')
  await els.close()
}

/** Going back after something was done and doing it again is refused, and done once. */
export async function backAfterDone(edge: Edge): Promise<void> {
  const an = await signedIn(edge, 'An Peeters')
  await an.open(`${at(edge, korenaar)}/domains/economy/open`)
  await send(an, 'confirm')
  const done = here(an)
  assert.match(done, /\/done\//)
  await an.page.goBack()
  assert.ok((await an.page.locator('.claviger-refusal').count()) > 0, 'the page before says that it is done')
  await an.page.goForward()
  assert.equal(here(an), done)
  await an.see('edges-done-again')
  const another = await signedIn(edge, 'Bart Jacobs')
  assert.equal(await another.open(done.slice('/en'.length)), 404, 'the done page is for whoever did it')
  await another.close()
  await an.close()
}

export async function sessionEnded(edge: Edge): Promise<void> {
  const noor = await signedIn(edge, 'Noor Willems')
  const form = `${at(edge, korenaar)}/groups/employer/users/new`
  await noor.open(form)
  const cookies = (await noor.context.cookies()).filter(({ name }) => name !== 'claviger')
  await noor.context.clearCookies()
  await noor.context.addCookies(cookies)
  await noor.hand.fill('givenName', 'James')
  await send(noor, 'preview')
  assert.equal(new URL(noor.page.url()).pathname, '/en/sign-in', 'the form leads to the sign-in')
  await signInAs(noor, 'Noor Willems')
  assert.equal(here(noor), `/en${form}`)
  await noor.close()
}

export async function typedValuesStay(edge: Edge): Promise<void> {
  const els = await signedIn(edge, 'Els Claes')
  await els.open(`${at(edge, korenaar)}/chief/new`)
  const typed = { nationalNumber: '85.07.30', givenName: 'Jean-Paul', familyName: "O'Neill", email: 'jp@', ...someDay }
  for (const [name, value] of Object.entries(typed)) await els.hand.fill(name, value)
  await els.hand.choose('ground', 'employee')
  await send(els, 'preview')
  assert.equal((await els.sent()).status, 422)
  for (const [name, value] of Object.entries(typed)) {
    assert.equal(await els.page.locator(`main [name="${name}"]`).inputValue(), value, `${name} stays`)
  }
  assert.ok(await els.page.locator('main input[name=ground][value=employee]').isChecked())
  const errors = els.page.locator('.govuk-error-summary a')
  assert.equal(await errors.count(), 3, 'the number, the address and the day')
  await errors.first().click()
  assert.ok(
    await els.page
      .locator('main [name=nationalNumber]')
      .evaluate((input) => input === input.ownerDocument.activeElement),
    'an error leads to its field',
  )
  assert.match(await els.page.title(), /^Error: /)
  await els.see('edges-typed-stays')
  await els.close()
}

/** U4: whoever is nothing to an enterprise cannot tell an unknown one from one that is, or is not, registered here. */
export async function strangers(edge: Edge): Promise<void> {
  const james = await signedIn(edge, 'James Ward')
  const numbers = [
    makeEnterpriseNumber(8_123_456),
    numberIn(edge.world, 'Harbour Logistics NV'),
    numberIn(edge.world, korenaar),
    numberIn(edge.world, 'De Oude Molen VZW'),
  ]
  const anyone = personIn(edge.world, 'Tom Maes').id
  for (const path of [
    '',
    '/managers',
    '/groups/employer',
    `/groups/employer/users/${anyone}`,
    '/register',
    '/chief/new',
  ]) {
    const answers: string[] = []
    for (const number of numbers) {
      const answer = await james.context.request.get(`${edge.server.url}/en/enterprises/${number}${path}`)
      const headers = answer.headers()
      const body = (await answer.text()).replaceAll(headers['x-request-id'] ?? '', '')
      const told = Object.entries(headers).filter(([name]) => name !== 'x-request-id' && name !== 'date')
      answers.push(JSON.stringify([answer.status(), told, body]))
    }
    assert.match(answers[0] ?? '', /^\[404,/, `a stranger at ${path}`)
    assert.equal(new Set(answers).size, 1, `the same answer for every enterprise at ${path}`)
  }
  await james.close()
}
