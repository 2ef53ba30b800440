import type { Visitor } from '../support/browser.ts'
import { typePerson } from '../support/world.ts'
import { standIns } from './stand-ins.ts'
import type { Tour } from './tour.ts'

const korenaar = 'Bakkerij De Korenaar BV'
const lambert = 'Garage Lambert SRL'
const zilverhof = 'Meubelmakerij Zilverhof BV'

/** The steps of the guide that show the form filled in, and what it says before one confirms. */
interface AppointSteps {
  readonly form?: string
  readonly preview?: string
}

/** The four states of a page where somebody is appointed; nothing is confirmed. */
async function appoints(
  tour: Tour,
  visiting: Visitor,
  page: { route: string; path: string; refusedAt?: string; wanted: string; refused: string; steps: AppointSteps },
): Promise<void> {
  const { route, path, refusedAt = path, steps } = page
  await tour.visit(visiting, path, route, 'form')
  await tour.send(visiting, 'preview')
  await tour.see(visiting, route, 'errors')
  await visiting.open(path)
  await typePerson(visiting.hand, tour.person(page.wanted))
  await visiting.hand.choose('ground', 'employee')
  if (steps.form !== undefined) await tour.picture(visiting, steps.form, 'form')
  await tour.send(visiting, 'preview')
  await tour.see(visiting, route, 'preview')
  if (steps.preview !== undefined) await tour.picture(visiting, steps.preview, 'preview')
  await visiting.open(refusedAt)
  await typePerson(visiting.hand, tour.person(page.refused))
  await visiting.hand.choose('ground', 'employee')
  await tour.send(visiting, 'preview')
  await tour.see(visiting, route, 'refused')
}

/** Overview, managers, and everything that happens to an office. */
export async function appointmentPages(tour: Tour): Promise<void> {
  const [els, an, claire, hugo, noor, bart] = [
    await tour.as('Els Claes'),
    await tour.as('An Peeters'),
    await tour.as('Claire Lambert'),
    await tour.as('Hugo Dubois'),
    await tour.as('Noor Willems'),
    await tour.as('Bart Jacobs'),
  ]
  const base = tour.at(korenaar)
  await tour.visit(await tour.as('Sarah Cooper'), tour.at('Harbour Logistics NV'), 'overview', 'not registered')
  await tour.visit(claire, tour.at(lambert), 'overview', 'vacant')
  await tour.visit(an, base, 'overview', 'every office')
  await tour.picture(an, 'overview', 'page', { from: '.claviger-diagram', width: 1100 })
  await tour.visit(bart, tour.at('De Oude Molen VZW'), 'overview', 'ceased')
  await tour.visit(await tour.as('Tom Maes'), base, 'overview', 'user')
  await tour.visit(hugo, tour.at(lambert), 'overview', 'waiting')
  await tour.visit(an, `${base}/managers`, 'managers', 'every office')
  await tour.picture(an, 'appointments', 'page')
  await tour.visit(claire, `${tour.at(lambert)}/managers`, 'managers', 'vacant')

  const wanted = 'James Ward'
  await appoints(tour, els, {
    route: 'appoint-chief',
    path: `${base}/chief/new`,
    wanted,
    refused: 'An Peeters',
    steps: { form: 'appoint-chief', preview: 'change-chief' },
  })
  await appoints(tour, an, {
    route: 'appoint-co-chief',
    path: `${base}/co-chiefs/new`,
    wanted,
    refused: 'Bart Jacobs',
    steps: { preview: 'co-chief' },
  })
  await appoints(tour, an, {
    route: 'appoint-access-manager',
    path: `${base}/domains/mobility/manager/new`,
    refusedAt: `${base}/domains/finance/manager/new`,
    wanted,
    refused: wanted,
    steps: { form: 'access-manager' },
  })
  await appoints(tour, noor, {
    route: 'appoint-group-manager',
    path: `${base}/groups/employer/manager/new`,
    wanted,
    refused: 'Lucas De Smet',
    steps: { preview: 'group-manager' },
  })

  const [waiting, held] = [tour.appointment('Hugo Dubois', lambert), tour.appointment('Bart Jacobs', korenaar)]
  await tour.visit(hugo, `${waiting}/accept`, 'accept-appointment', 'preview')
  await tour.picture(hugo, 'accept', 'preview')
  await tour.visit(bart, `${held}/accept`, 'accept-appointment', 'refused')
  await tour.visit(hugo, `${waiting}/decline`, 'decline-appointment', 'preview')
  await tour.visit(bart, `${held}/decline`, 'decline-appointment', 'refused')
  await tour.visit(bart, `${held}/resign`, 'resign', 'preview')
  await tour.picture(bart, 'leave', 'preview')
  await tour.visit(hugo, `${waiting}/resign`, 'resign', 'refused')
  await tour.visit(an, `${held}/withdraw`, 'withdraw-appointment', 'preview')
  await tour.visit(noor, `${held}/withdraw`, 'withdraw-appointment', 'refused')
  await contact(tour, held)
  await several(tour)
  await suspended(tour, held)
  await underAnotherName(tour)
  await lostGround(tour)
  await standIns(tour)
}

/** How a co-chief is reached; nothing is confirmed. */
async function contact(tour: Tour, held: string): Promise<void> {
  const an = await tour.as('An Peeters')
  const route = 'change-contact'
  await tour.visit(an, `${held}/contact`, route, 'form')
  await an.hand.fill('email', 'nothing')
  await tour.send(an, 'preview')
  await tour.see(an, route, 'errors')
  await an.hand.fill('email', 'bart@example.org')
  await tour.send(an, 'preview')
  await tour.see(an, route, 'preview')
  await tour.picture(an, 'contact', 'preview')
}

/** Several appointments in one go; nothing is confirmed. */
async function several(tour: Tour): Promise<void> {
  const [an, lucas] = [await tour.as('An Peeters'), await tour.as('Lucas De Smet')]
  const path = `${tour.at(korenaar)}/managers/new`
  const route = 'appoint-several'
  await tour.visit(lucas, path, route, 'nothing to appoint')
  await tour.visit(an, path, route, 'form')
  await tour.send(an, 'preview')
  await tour.see(an, route, 'errors')
  const { name, national_number } = tour.person('James Ward')
  const [givenName = '', ...family] = name.split(' ')
  await an.page.locator('main select[name="seat-1"]').selectOption('co-chief-access-manager:')
  await an.hand.fill('nationalNumber-1', national_number)
  await an.hand.fill('givenName-1', givenName)
  await an.hand.fill('familyName-1', family.join(' '))
  await an.hand.choose('ground-1', 'employee')
  await tour.send(an, 'preview')
  await tour.see(an, route, 'preview')
}

/** A co-chief is suspended, and returns. */
async function suspended(tour: Tour, held: string): Promise<void> {
  const [an, noor] = [await tour.as('An Peeters'), await tour.as('Noor Willems')]
  await tour.visit(noor, `${held}/suspend`, 'suspend-appointment', 'refused')
  await tour.visit(an, `${held}/suspend`, 'suspend-appointment', 'preview')
  await tour.picture(an, 'suspend', 'preview')
  await tour.carryOut(an, `${held}/suspend`)
  await tour.visit(noor, `${held}/resume`, 'resume-appointment', 'refused')
  await tour.visit(an, `${held}/resume`, 'resume-appointment', 'preview')
  await tour.carryOut(an, `${held}/resume`)
}

/** Somebody accepts who was typed under another name; the name is looked at, and the appointment withdrawn. */
async function underAnotherName(tour: Tour): Promise<void> {
  const [an, noor, james] = [await tour.as('An Peeters'), await tour.as('Noor Willems'), await tour.as('James Ward')]
  await an.open(`${tour.at(korenaar)}/domains/mobility/manager/new`)
  await typePerson(an.hand, { ...tour.person('James Ward'), name: 'Jamie Warden' })
  await an.hand.choose('ground', 'employee')
  for (const [part, value] of [
    ['day', '1'],
    ['month', '6'],
    ['year', String(new Date().getFullYear() + 1)],
  ] as const)
    await an.hand.fill(`until-${part}`, value)
  await tour.send(an, 'preview')
  await tour.send(an, 'confirm')
  await james.open('')
  const answer = await james.page.locator('main a[href$="/accept"]').first().getAttribute('href')
  const appointment = (answer ?? '').replace(/^\/[a-z]{2}(?=\/)|\/accept$/g, '')
  await tour.carryOut(james, `${appointment}/accept`)
  await tour.visit(an, `${appointment}/name`, 'confirm-name', 'preview')
  await tour.picture(an, 'name', 'preview')
  await tour.visit(noor, `${appointment}/name`, 'confirm-name', 'refused')
  await tour.carryOut(an, `${appointment}/name`)
  const ending = `${tour.at(korenaar)}/scheduled/offices/${appointment.split('/').at(-1)}`
  await tour.visit(an, ending, 'continue-office', 'preview')
  await tour.visit(noor, ending, 'continue-office', 'refused')
  await tour.carryOut(an, `${appointment}/withdraw`)
}

/** A director who was chief is a director no longer, for the enterprise was dissolved: the liquidator confirms both. */
async function lostGround(tour: Tour): Promise<void> {
  const [lena, pieter] = [await tour.as('Lena Mertens'), await tour.as('Pieter Vos')]
  const [base, seat] = [tour.at(zilverhof), tour.appointment('Pieter Vos', zilverhof)]
  await tour.visit(pieter, base, 'overview', 'to be confirmed')
  await tour.visit(lena, `${base}/earlier-rights`, 'confirm-earlier-rights', 'preview')
  await tour.picture(lena, 'earlier-rights', 'preview')
  await tour.carryOut(lena, `${base}/earlier-rights`)
  await tour.visit(lena, `${base}/earlier-rights`, 'confirm-earlier-rights', 'refused')
  await tour.visit(lena, `${seat}/confirm`, 'confirm-chief', 'preview')
  await tour.picture(lena, 'confirm-chief', 'preview')
  await tour.carryOut(lena, `${seat}/confirm`)
  await tour.visit(lena, `${seat}/confirm`, 'confirm-chief', 'refused')
}

/** Where nothing but the chief's seat is filled. */
export async function chiefOnly(tour: Tour): Promise<void> {
  const hugo = await tour.as('Hugo Dubois')
  await tour.carryOut(hugo, `${tour.appointment('Hugo Dubois', lambert)}/accept`)
  await tour.visit(hugo, `${tour.at(lambert)}/managers`, 'managers', 'chief only')
  await tour.visit(hugo, `${tour.at(lambert)}/scheduled`, 'scheduled', 'empty')
}
