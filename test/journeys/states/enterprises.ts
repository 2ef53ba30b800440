import type { Visitor } from '../support/browser.ts'
import { numberIn } from '../support/world.ts'
import type { Tour } from './tour.ts'

const korenaar = 'Bakkerij De Korenaar BV'
const lambert = 'Garage Lambert SRL'
const harbour = 'Harbour Logistics NV'
const towers = 'De Twee Torens NV'
const molen = 'De Oude Molen VZW'
const anker = 'Drukkerij Het Anker BV'

/** Where registering starts: with a number of one's own or somebody else's. */
async function registerStart(tour: Tour, sarah: Visitor): Promise<void> {
  const path = '/register-enterprise'
  const [els, bart, lena] = [await tour.as('Els Claes'), await tour.as('Bart Jacobs'), await tour.as('Lena Mertens')]
  const asks = async (visiting: Visitor, enterprise: string | null, state: string, where = tour) => {
    await where.visit(visiting, path, 'register-start', 'form')
    const number = enterprise === null ? '123' : numberIn(tour.world, enterprise)
    await visiting.hand.fill('number', number)
    await where.send(visiting, 'preview')
    await where.see(visiting, 'register-start', state)
  }
  await asks(sarah, null, 'errors')
  await asks(sarah, korenaar, 'nothing for you')
  await asks(els, korenaar, 'already registered')
  await asks(bart, molen, 'ceased')
  await asks(lena, anker, 'in other hands')
  await tour.elsewhere({ REGISTER_URL: 'http://127.0.0.1:9' }, async (cutOff) =>
    asks(await cutOff.as('Sarah Cooper'), korenaar, 'register unavailable', cutOff),
  )
}

/** Two who act only together: what one proposes, the other confirms or withdraws. */
async function jointProposals(tour: Tour): Promise<void> {
  const [els, bart] = [await tour.as('Els Claes'), await tour.as('Bart Jacobs')]
  const base = tour.at(towers)
  /** Where Bart is asked at home to confirm. */
  const asked = async (): Promise<string> => {
    await bart.open('')
    const link = bart.page.locator(`main a[href*="${base}/proposals/"][href*="/confirm"]`)
    return ((await link.getAttribute('href')) ?? '').replace(/^\/[a-z]{2}(?=\/)/, '')
  }
  await tour.carryOut(els, `${base}/register`)
  const confirm = await asked()
  await tour.visit(els, confirm, 'confirm-proposal', 'refused')
  await tour.visit(bart, confirm.replace(/confirm$/, 'withdraw'), 'withdraw-proposal', 'preview')
  await tour.visit(bart, confirm, 'confirm-proposal', 'preview')
  await tour.picture(bart, 'together', 'preview')
  await tour.send(bart, 'confirm')

  await els.open(`${base}/chief/new`)
  await els.hand.choose('who', 'myself')
  await tour.send(els, 'preview')
  await tour.send(els, 'confirm')
  const chief = await asked()
  await tour.visit(els, chief, 'confirm-chief-proposal', 'refused')
  await tour.visit(bart, chief, 'confirm-chief-proposal', 'preview')
}

/**
 * Until yesterday, as the story of the trial left it: today time itself reminds somebody, and writes it down. What may be chosen
 * beside the list has what happened today, too.
 */
async function historyOfTheStory(tour: Tour, an: Visitor): Promise<void> {
  const [year, month, day] = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10).split('-')
  const until = `until-day=${day}&until-month=${month}&until-year=${year}`
  await tour.visit(an, `${tour.at(korenaar)}/history?${until}`, 'history', 'filtered')
  await tour.picture(an, 'history', 'page', { from: '.claviger-filtered__list', alone: true })
}

/** Registering, domains, capacities and the history; before the emergency stop. */
export async function enterprisePages(tour: Tour): Promise<void> {
  const [sarah, els, an, claire] = [
    await tour.as('Sarah Cooper'),
    await tour.as('Els Claes'),
    await tour.as('An Peeters'),
    await tour.as('Claire Lambert'),
  ]
  await registerStart(tour, sarah)
  await jointProposals(tour)
  await tour.visit(sarah, `${tour.at(harbour)}/register`, 'register-enterprise', 'preview')
  await tour.picture(sarah, 'register', 'preview')
  await tour.visit(els, `${tour.at(korenaar)}/register`, 'register-enterprise', 'refused')
  await tour.visit(sarah, `${tour.at(harbour)}/history`, 'history', 'empty')

  await tour.visit(claire, `${tour.at(lambert)}/domains`, 'domains', 'nothing active')
  await tour.visit(an, `${tour.at(korenaar)}/domains`, 'domains', 'some active')
  await tour.picture(an, 'domains', 'page')
  const domains = `${tour.at(korenaar)}/domains`
  await tour.visit(an, `${domains}/economy/open`, 'open-domain', 'preview')
  await tour.visit(an, `${domains}/mobility/open`, 'open-domain', 'refused')
  await tour.visit(an, `${domains}/social-security/close`, 'close-domain', 'preview')
  await tour.visit(an, `${domains}/economy/close`, 'close-domain', 'refused')
  const capacities = `${tour.at(korenaar)}/capacities`
  await tour.visit(an, `${capacities}/without-staff/activate`, 'activate-capacity', 'preview')
  await tour.picture(an, 'capacities', 'preview')
  await tour.visit(an, `${capacities}/employer/activate`, 'activate-capacity', 'refused')
  await tour.visit(an, `${capacities}/employer/close`, 'close-capacity', 'preview')
  await tour.visit(an, `${capacities}/without-staff/close`, 'close-capacity', 'refused')

  const history = `${tour.at(korenaar)}/history`
  await tour.visit(an, history, 'history', 'filled')
  await historyOfTheStory(tour, an)
  await tour.visit(an, `${history}?from-day=31&from-month=2&from-year=2026`, 'history', 'errors')
}

/** The emergency stop is pressed, seen from everywhere, and lifted. */
export async function underTheStop(tour: Tour): Promise<void> {
  const els = await tour.as('Els Claes')
  const stop = `${tour.at(korenaar)}/emergency-stop`
  await tour.visit(els, `${stop}/lift`, 'lift-emergency-stop', 'refused')
  await tour.visit(els, stop, 'press-emergency-stop', 'preview')
  await tour.picture(els, 'stop', 'preview')
  await tour.send(els, 'confirm')
  await tour.see(els, 'done', 'done')
  await tour.visit(els, stop, 'press-emergency-stop', 'refused')
  await tour.visit(els, tour.at(korenaar), 'overview', 'stopped')
  await tour.visit(els, `${tour.at(korenaar)}/domains`, 'domains', 'stopped')
  await tour.visit(els, `${stop}/lift`, 'lift-emergency-stop', 'preview')
  await tour.picture(els, 'lift', 'preview')
  await tour.send(els, 'confirm')
}
