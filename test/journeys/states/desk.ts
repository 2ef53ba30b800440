import type { Language } from '#kernel'
import type { Visitor } from '../support/browser.ts'
import type { Tour } from './tour.ts'

const korenaar = 'Bakkerij De Korenaar BV'
const lambert = 'Garage Lambert SRL'
const harbour = 'Harbour Logistics NV'
const deskItself = 'Openbare Instelling voor Toegangsbeheer'
const recognition = 'social-secretariat'

async function says(visiting: Visitor, reason: string): Promise<void> {
  await visiting.hand.fill('reason', reason)
  await visiting.hand.go(visiting.page.locator('main form:has(textarea[name=reason]) button[type=submit]'))
}

/** What was told about an enterprise. */
export async function noticePages(tour: Tour): Promise<void> {
  await tour.visit(await tour.as('Els Claes'), `${tour.at(korenaar)}/notices`, 'notices', 'filled')
  await tour.visit(await tour.as('Sarah Cooper'), `${tour.at(harbour)}/notices`, 'notices', 'empty')
}

/** Why an agent looks, as it stands in the picture of the guide. */
const reason: Readonly<Record<Language, string>> = {
  nl: 'Els Claes vroeg telefonisch om hulp',
  fr: 'Els Claes a demandé de l’aide par téléphone',
  de: 'Els Claes bat telefonisch um Hilfe',
  en: 'Els Claes asked for help by phone',
}

/** The desk: a look with its reason, a recognition and a lifting by two agents, an invitation sent again. */
export async function deskPages(tour: Tour): Promise<void> {
  const [nadia, jonas] = [await tour.as('Nadia Benali', 'eid'), await tour.as('Jonas Wouters', 'eid')]
  await tour.visit(await tour.as('Nadia Benali'), '/desk', 'desk', 'too weak')
  await tour.visit(nadia, '/desk', 'desk', 'shown')
  await tour.visit(nadia, '/desk?number=12', 'desk', 'errors')
  await tour.visit(nadia, '/desk/waiting', 'desk-waiting', 'empty')
  const at = `/desk${tour.at(korenaar)}`
  for (const agent of [nadia, jonas]) {
    await tour.visit(agent, at, 'desk-enterprise', 'reason')
    await agent.hand.fill('reason', reason[tour.language])
    if (agent === nadia) await tour.picture(agent, 'look', 'form')
    await says(agent, 'why')
    await tour.see(agent, 'desk-enterprise', 'errors')
    await says(agent, reason[tour.language])
    await tour.see(agent, 'desk-enterprise', 'shown')
  }
  await nadia.open(`/desk${tour.at(deskItself)}`)
  await says(nadia, 'A look at my own enterprise')
  await tour.see(nadia, 'desk-enterprise', 'own')
  await recognising(tour, at, nadia, jonas)
  await lifting(tour, at, nadia, jonas)

  await nadia.open(`/desk${tour.at(lambert)}`)
  await says(nadia, 'Hugo Dubois has lost his message')
  await tour.visit(nadia, `/desk${tour.appointment('Hugo Dubois', lambert)}/resend`, 'desk-resend', 'preview')
  await tour.picture(nadia, 'resend', 'preview')
  await tour.visit(nadia, `/desk${tour.appointment('An Peeters', korenaar)}/resend`, 'desk-resend', 'refused')
}

async function recognising(tour: Tour, at: string, nadia: Visitor, jonas: Visitor): Promise<void> {
  await tour.visit(nadia, `${at}/recognise`, 'desk-recognise', 'form')
  await tour.send(nadia, 'preview')
  await tour.see(nadia, 'desk-recognise', 'errors')
  await nadia.hand.choose('capacity', recognition)
  await tour.send(nadia, 'preview')
  await tour.see(nadia, 'desk-recognise', 'preview')
  await tour.picture(nadia, 'recognise', 'preview')
  await tour.send(nadia, 'confirm')
  await nadia.open(`${at}/recognise`)
  await nadia.hand.choose('capacity', recognition)
  await tour.send(nadia, 'preview')
  await tour.see(nadia, 'desk-recognise', 'refused')
  await tour.visit(jonas, '/desk/waiting', 'desk-waiting', 'filled')
  const one = `${at}/recognitions/${recognition}`
  await tour.visit(nadia, `${one}/confirm`, 'desk-confirm-recognition', 'refused')
  await tour.visit(nadia, `${one}/withdraw`, 'desk-withdraw-recognition', 'preview')
  await tour.visit(jonas, `${one}/confirm`, 'desk-confirm-recognition', 'preview')
  await tour.picture(jonas, 'second-agent', 'preview')
  await tour.carryOut(jonas, `${one}/confirm`)
  await tour.visit(nadia, `${one}/withdraw`, 'desk-withdraw-recognition', 'refused')
}

async function lifting(tour: Tour, at: string, nadia: Visitor, jonas: Visitor): Promise<void> {
  await tour.visit(nadia, `${at}/lift`, 'desk-lift', 'refused')
  await tour.carryOut(await tour.as('Els Claes'), `${tour.at(korenaar)}/emergency-stop`)
  await tour.visit(nadia, `${at}/lift`, 'desk-lift', 'preview')
  await tour.picture(nadia, 'lift-as-desk', 'preview')
  await tour.carryOut(nadia, `${at}/lift`)
  await tour.visit(nadia, `${at}/lift/confirm`, 'desk-confirm-lift', 'refused')
  await tour.visit(nadia, `${at}/lift/withdraw`, 'desk-withdraw-lift', 'preview')
  await tour.visit(jonas, `${at}/lift/confirm`, 'desk-confirm-lift', 'preview')
  await tour.carryOut(jonas, `${at}/lift/confirm`)
  await tour.visit(nadia, `${at}/lift/withdraw`, 'desk-withdraw-lift', 'refused')
}
