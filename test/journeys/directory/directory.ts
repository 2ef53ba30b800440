import assert from 'node:assert/strict'
import { signInAs, type Visitor } from '../support/browser.ts'
import type { TrialServer } from '../support/server.ts'
import { numberIn, type ToldWorld } from '../support/world.ts'

const korenaar = 'Bakkerij De Korenaar BV'

const search = async (visiting: Visitor, text: string): Promise<void> => {
  await visiting.hand.fill('q', text)
  await visiting.hand.go(visiting.page.locator('main [role=search] button[type=submit]'))
}

/** The lines of a file that the page offers. */
async function fileLines({ page, context }: Visitor, link: string): Promise<string[]> {
  const href = await page.locator(link).getAttribute('href')
  const answer = await context.request.get(new URL(href ?? '', page.url()).href)
  assert.equal(answer.status(), 200)
  assert.match(answer.headers()['content-disposition'] ?? '', /^attachment/)
  return (await answer.text()).trim().split('\r\n')
}

/** D1: from the front page to what a service is for and where it is granted, by somebody who never signs in. */
export async function readTheDirectory(visiting: Visitor): Promise<void> {
  const { page, hand, language } = visiting
  await visiting.open('')
  await hand.go(page.locator(`main a[href="/${language}/directory"]`))
  await visiting.see('directory-all')
  const services = page.locator('main tbody tr')
  const all = await services.count()
  assert.equal((await fileLines(visiting, `main a[href="/${language}/directory.csv"]`)).length, all + 1)

  await search(visiting, 'DIMONA')
  assert.equal(await services.count(), 1)
  await visiting.see('directory-found')
  assert.equal((await fileLines(visiting, 'main a[href*="directory.csv?q="]')).length, 2)
  await hand.go(services.locator('a').first())
  await visiting.see('directory-service')

  await visiting.open('/directory')
  await search(visiting, 'zzzz')
  assert.equal(await services.count(), 0)
  await visiting.see('directory-empty')
  await hand.go(page.locator('.claviger-empty a'))
  assert.equal(await services.count(), all, 'the way out of an empty list leads to all of it')

  await hand.go(page.locator(`main a[href="/${language}/directory/systems"]`))
  await visiting.see('directory-systems')
  const elsewhere = page.locator('main a[rel=external]')
  assert.ok((await elsewhere.count()) > 0, 'another system is named with its address')
  assert.match((await elsewhere.first().getAttribute('href')) ?? '', /^https:/)
  await hand.go(page.locator('main li a').first())
  await visiting.see('directory-service-elsewhere')

  assert.equal(await visiting.open('/directory/services/no-such-service'), 404)
  assert.equal(await visiting.open('/directory/domains/no-such-domain'), 404)
}

/** E8, E9: a representative finds the own enterprise and reads what the register says of it. */
export async function readTheRegister(visiting: Visitor, world: ToldWorld): Promise<void> {
  const { page, hand, language } = visiting
  const number = numberIn(world, korenaar)
  await signInAs(visiting, 'Els Claes')
  await visiting.open('')
  await visiting.see('home-representative')
  await hand.go(page.locator(`main a[href="/${language}/find-enterprise"]`))
  await visiting.see('find-enterprise-asked')
  await search(visiting, 'koren')
  const found = page.locator(`main tbody a[href="/${language}/enterprises/${number}/register-data"]`)
  assert.equal(await found.count(), 1, 'by the beginning of a word of its name')
  await search(visiting, `BE ${number.slice(0, 4)}.${number.slice(4, 7)}.${number.slice(7)}`)
  await visiting.see('find-enterprise-found')
  await hand.go(found)
  await visiting.see('register-data')
  assert.match(await page.locator('main').innerText(), /Bakkerij De Korenaar BV/)

  await visiting.open(`/enterprises/${number}`)
  await visiting.see('overview-register')
  await hand.go(page.locator(`main a[href="/${language}/enterprises/${number}/register-data"]`))
  assert.match(new URL(page.url()).pathname, /register-data$/)

  await visiting.open('/find-enterprise')
  await search(visiting, 'zzzz')
  await visiting.see('find-enterprise-empty')
}

/** E8 to E10: an agent of the desk finds an enterprise of others, once signed in at the level of the role. */
export async function lookAsTheDesk(visiting: Visitor, weak: Visitor, world: ToldWorld): Promise<void> {
  const { page, hand, language } = visiting
  const number = numberIn(world, korenaar)
  await signInAs(weak, 'Nadia Benali')
  await weak.open('')
  await weak.hand.go(weak.page.locator(`main a[href="/${language}/find-enterprise"]`))
  await weak.see('find-enterprise-too-weak')
  assert.equal(await weak.page.locator('main a[href*="level=500"]').count(), 1, 'the way to a stronger sign-in')
  assert.equal(await weak.open(`/enterprises/${number}/register-data`), 404)

  await signInAs(visiting, 'Nadia Benali', 'eid')
  await visiting.open('')
  await visiting.see('home-desk')
  await hand.go(page.locator(`main a[href="/${language}/find-enterprise"]`))
  await search(visiting, 'koren')
  await visiting.see('find-enterprise-desk')
  await hand.go(page.locator(`main tbody a[href="/${language}/enterprises/${number}/register-data"]`))
  // H2: why, before anything is shown.
  await visiting.see('desk-reason')
  await hand.fill('reason', 'An Peeters asked what the register says')
  await hand.go(page.locator('main form:has(textarea[name=reason]) button[type=submit]'))
  await visiting.see('desk-enterprise')
  await hand.go(page.locator(`main a[href="/${language}/enterprises/${number}/register-data"]`))
  await visiting.see('register-data-desk')
  assert.equal(await visiting.open(`/enterprises/${number}`), 404, 'none of the enterprise’s other pages')
}

/** E10: the enterprise sees in its history that the desk looked. */
export async function seeTheLook(visiting: Visitor, world: ToldWorld): Promise<void> {
  await signInAs(visiting, 'An Peeters')
  await visiting.open(`/enterprises/${numberIn(world, korenaar)}/history`)
  assert.match(await visiting.page.locator('main').innerText(), /Nadia Benali/)
  await visiting.see('history-desk')
}

/** E8, E9, I12: whoever represents nobody gets one page, whatever they look for. */
export async function readNothing(visiting: Visitor, world: ToldWorld, server: TrialServer): Promise<void> {
  const number = numberIn(world, korenaar)
  await signInAs(visiting, 'James Ward')
  // Twice the same request: what differs between two loads is no answer to what was searched for.
  const bodyOf = async (path: string): Promise<string> => {
    await visiting.open(path)
    const { status, body } = await visiting.sent()
    return `${status} ${body.replaceAll(/name="_csrf" value="[^"]*"/g, '')}`
  }
  const exists = await bodyOf(`/find-enterprise?q=${number}`)
  assert.equal(await bodyOf('/find-enterprise?q=0999999922'), exists)
  assert.equal(await bodyOf('/find-enterprise?q=zzzz'), exists)
  await visiting.see('find-enterprise-not-for-you')
  assert.equal(await visiting.open(`/enterprises/${number}/register-data`), 404)
  assert.equal(await visiting.open('/enterprises/0999999922/register-data'), 404)
  assert.doesNotMatch(server.log(), /TypeError|ERR_/)
}
