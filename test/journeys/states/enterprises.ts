import type { Tour } from './tour.ts'

const korenaar = 'Bakkerij De Korenaar BV'
const lambert = 'Garage Lambert SRL'
const harbour = 'Harbour Logistics NV'

/** Registering, domains, capacities and the history; before the emergency stop. */
export async function enterprisePages(tour: Tour): Promise<void> {
  const [sarah, els, an, claire] = [
    await tour.as('Sarah Cooper'),
    await tour.as('Els Claes'),
    await tour.as('An Peeters'),
    await tour.as('Claire Lambert'),
  ]
  await tour.visit(sarah, `${tour.at(harbour)}/register`, 'register-enterprise', 'preview')
  await tour.visit(els, `${tour.at(korenaar)}/register`, 'register-enterprise', 'refused')
  await tour.visit(sarah, `${tour.at(harbour)}/history`, 'history', 'empty')

  await tour.visit(claire, `${tour.at(lambert)}/domains`, 'domains', 'nothing active')
  await tour.visit(an, `${tour.at(korenaar)}/domains`, 'domains', 'some active')
  const domains = `${tour.at(korenaar)}/domains`
  await tour.visit(an, `${domains}/economy/open`, 'open-domain', 'preview')
  await tour.visit(an, `${domains}/mobility/open`, 'open-domain', 'refused')
  await tour.visit(an, `${domains}/social-security/close`, 'close-domain', 'preview')
  await tour.visit(an, `${domains}/economy/close`, 'close-domain', 'refused')
  const capacities = `${tour.at(korenaar)}/capacities`
  await tour.visit(an, `${capacities}/without-staff/activate`, 'activate-capacity', 'preview')
  await tour.visit(an, `${capacities}/employer/activate`, 'activate-capacity', 'refused')
  await tour.visit(an, `${capacities}/employer/close`, 'close-capacity', 'preview')
  await tour.visit(an, `${capacities}/without-staff/close`, 'close-capacity', 'refused')

  const history = `${tour.at(korenaar)}/history`
  await tour.visit(an, history, 'history', 'filled')
  await tour.visit(an, `${history}?event=user-created`, 'history', 'filtered')
  await tour.visit(an, `${history}?from-day=31&from-month=2&from-year=2026`, 'history', 'errors')
}

/** The emergency stop is pressed, seen from everywhere, and lifted. */
export async function underTheStop(tour: Tour): Promise<void> {
  const els = await tour.as('Els Claes')
  const stop = `${tour.at(korenaar)}/emergency-stop`
  await tour.visit(els, `${stop}/lift`, 'lift-emergency-stop', 'refused')
  await tour.visit(els, stop, 'press-emergency-stop', 'preview')
  await tour.send(els, 'confirm')
  await tour.see(els, 'done', 'done')
  await tour.visit(els, stop, 'press-emergency-stop', 'refused')
  await tour.visit(els, tour.at(korenaar), 'overview', 'stopped')
  await tour.visit(els, `${tour.at(korenaar)}/domains`, 'domains', 'stopped')
  await tour.visit(els, `${stop}/lift`, 'lift-emergency-stop', 'preview')
  await tour.send(els, 'confirm')
}
