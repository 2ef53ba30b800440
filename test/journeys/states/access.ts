import assert from 'node:assert/strict'
import type { Visitor } from '../support/browser.ts'
import { typePerson } from '../support/world.ts'
import type { Tour } from './tour.ts'

const korenaar = 'Bakkerij De Korenaar BV'
const lambert = 'Garage Lambert SRL'

async function lists(tour: Tour, an: Visitor): Promise<void> {
  const base = tour.at(korenaar)
  const claire = await tour.as('Claire Lambert')
  await tour.visit(claire, `${tour.at(lambert)}/groups`, 'groups', 'empty')
  await tour.visit(claire, `${tour.at(lambert)}/users`, 'users', 'empty')
  await tour.visit(claire, `${tour.at(lambert)}/persons/${tour.person('Hugo Dubois').id}`, 'person', 'nothing')
  await tour.visit(await tour.as('Hugo Dubois'), `${tour.at(lambert)}/my-rights`, 'my-rights', 'nothing')
  await tour.visit(await tour.as('Tom Maes'), `${base}/my-rights`, 'my-rights', 'filled')
  await tour.picture(await tour.as('Tom Maes'), 'own-rights', 'page')
  await tour.visit(an, `${base}/groups`, 'groups', 'filled')
  await tour.visit(an, `${base}/groups/employer`, 'group', 'filled')
  await tour.visit(an, `${base}/groups/employer?state=blocked&name=am`, 'group', 'filtered')
  await tour.visit(an, `${base}/groups/taxpayer`, 'group', 'empty')
  await tour.visit(an, `${base}/users`, 'users', 'filled')
  await tour.visit(an, `${base}/users?name=zzz`, 'users', 'filtered')
}

async function creates(tour: Tour, noor: Visitor): Promise<void> {
  const path = `${tour.at(korenaar)}/groups/employer/users/new`
  await tour.visit(noor, path, 'create-user', 'form')
  await noor.hand.fill('givenName', 'James')
  await noor.hand.fill('from-day', '31')
  await noor.hand.fill('from-month', '2')
  await noor.hand.fill('from-year', '2027')
  await tour.send(noor, 'preview')
  await tour.see(noor, 'create-user', 'errors')
  await noor.open(path)
  await typePerson(noor.hand, tour.person('Tom Maes'))
  await tour.send(noor, 'preview')
  await tour.see(noor, 'create-user', 'refused')
  await noor.open(path)
  const ward = tour.person('James Ward')
  await typePerson(noor.hand, ward)
  await noor.hand.choose('services', 'dimona')
  await noor.hand.fill('from-day', '1')
  await noor.hand.fill('from-month', '3')
  await noor.hand.fill('from-year', String(new Date().getFullYear() + 1))
  await noor.hand.fill('until-day', '1')
  await noor.hand.fill('until-month', '6')
  await noor.hand.fill('until-year', String(new Date().getFullYear() + 1))
  await tour.picture(noor, 'create-user', 'form')
  await tour.send(noor, 'preview')
  await tour.see(noor, 'create-user', 'preview')
  await tour.picture(noor, 'create-user', 'preview')
  await tour.send(noor, 'confirm')
  await tour.visit(noor, `${tour.at(korenaar)}/groups/employer/users/${ward.id}`, 'user-in-group', 'planned')
  await plans(tour, noor)
}

/** What is planned, and the end of a membership cancelled; nothing is confirmed. */
async function plans(tour: Tour, noor: Visitor): Promise<void> {
  await tour.visit(noor, `${tour.at(korenaar)}/scheduled`, 'scheduled', 'filled')
  const link = await noor.page.locator('main a[href*="/scheduled/users/"]').first().getAttribute('href')
  const ending = (link ?? '').replace(/^\/[a-z]{2}(?=\/)/, '')
  await tour.visit(noor, ending, 'continue-user', 'preview')
  await tour.visit(await tour.as('Els Claes'), ending, 'continue-user', 'refused')
}

/** Does something and undoes it, from the page after it; all is then as it was. */
async function undoes(tour: Tour, noor: Visitor, path: string): Promise<void> {
  await tour.carryOut(noor, path)
  await tour.see(noor, 'done', 'done')
  assert.equal(await noor.page.locator('main a[href$="/undo"]').count(), 1)
  const [reference] = new URL(noor.page.url()).pathname.split('/').slice(-1)
  const undo = `${tour.at(korenaar)}/history/${reference}/undo`
  await tour.visit(noor, undo, 'undo', 'preview')
  await tour.send(noor, 'confirm')
  await tour.visit(noor, undo, 'undo', 'refused')
}

async function changes(tour: Tour, noor: Visitor): Promise<void> {
  const inGroup = (name: string) => `${tour.at(korenaar)}/groups/employer/users/${tour.person(name).id}`
  const [tom, mehdi] = [inGroup('Tom Maes'), inGroup('Mehdi Amrani')]
  await tour.visit(noor, tom, 'user-in-group', 'filled')
  await tour.picture(noor, 'give-service', 'page')
  await tour.visit(noor, mehdi, 'user-in-group', 'blocked')
  await tour.visit(noor, `${tom}/services/new`, 'give-service', 'form')
  await tour.send(noor, 'preview')
  await tour.see(noor, 'give-service', 'errors')
  await noor.hand.choose('service', 'limosa')
  await tour.send(noor, 'preview')
  await tour.see(noor, 'give-service', 'preview')
  await tour.picture(noor, 'give-service', 'preview')
  await noor.open(`${tom}/services/new`)
  await noor.hand.choose('service', 'limosa')
  await noor.hand.fill('until-day', '1')
  await noor.hand.fill('until-month', '1')
  await noor.hand.fill('until-year', '2020')
  await tour.send(noor, 'preview')
  await tour.see(noor, 'give-service', 'refused')
  await tour.visit(noor, `${tom}/services/dimona/withdraw`, 'withdraw-service', 'preview')
  await tour.visit(noor, `${tom}/block`, 'block-user', 'preview')
  await tour.picture(noor, 'block', 'preview')
  await tour.visit(noor, `${mehdi}/block`, 'block-user', 'refused')
  await tour.visit(noor, `${mehdi}/unblock`, 'unblock-user', 'preview')
  await tour.visit(noor, `${tom}/unblock`, 'unblock-user', 'refused')
  await tour.visit(noor, `${tom}/delete`, 'delete-user', 'preview')
  await tour.picture(noor, 'delete-user', 'preview')
  await undoes(tour, noor, `${tom}/block`)
}

async function persons(tour: Tour, an: Visitor): Promise<void> {
  const person = `${tour.at(korenaar)}/persons/${tour.person('Tom Maes').id}`
  await tour.visit(an, person, 'person', 'filled')
  await tour.visit(an, `${person}/unblock`, 'unblock-person', 'refused')
  await tour.visit(an, `${person}/block`, 'block-person', 'preview')
  await tour.send(an, 'confirm')
  await tour.visit(an, person, 'person', 'blocked')
  await tour.visit(an, `${person}/block`, 'block-person', 'refused')
  await tour.visit(an, `${person}/unblock`, 'unblock-person', 'preview')
  await tour.send(an, 'confirm')
}

/** Groups, users, rights and blocks. */
export async function accessPages(tour: Tour): Promise<void> {
  const [an, noor] = [await tour.as('An Peeters'), await tour.as('Noor Willems')]
  await lists(tour, an)
  await creates(tour, noor)
  await changes(tour, noor)
  await persons(tour, an)
}

/** A capacity is closed: its group is still there, and says so. */
export async function closedGroup(tour: Tour): Promise<void> {
  const an = await tour.as('An Peeters')
  const base = tour.at(korenaar)
  await tour.carryOut(an, `${base}/capacities/employer/close`)
  await tour.visit(an, `${base}/groups/employer`, 'group', 'closed')
  await tour.visit(an, `${base}/groups/employer/users/${tour.person('Tom Maes').id}`, 'user-in-group', 'closed')
}
