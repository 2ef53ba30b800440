import type { Visitor } from '../support/browser.ts'
import { fillDay, typePerson } from '../support/world.ts'
import type { Tour } from './tour.ts'

const korenaar = 'Bakkerij De Korenaar BV'

/** Asks somebody to stand in for twenty days; gives back the path of what was asked. */
async function asks(
  tour: Tour,
  holder: Visitor,
  seat: string,
  person: Parameters<typeof typePerson>[1],
): Promise<string> {
  await holder.open(`${seat}/stand-in`)
  await typePerson(holder.hand, person)
  await fillDay(holder.hand, 'until', 20)
  await tour.send(holder, 'preview')
  await tour.see(holder, 'propose-stand-in', 'preview')
  await tour.send(holder, 'confirm')
  await holder.open(`${tour.at(korenaar)}/managers`)
  const end = await holder.page.locator('main a[href*="/stand-ins/"][href$="/end"]').first().getAttribute('href')
  return (end ?? '').replace(/^\/[a-z]{2}(?=\/)|\/end$/g, '')
}

/** An access manager asks somebody to stand in, keeps nothing of what they gave, and ends it. */
export async function standIns(tour: Tour): Promise<void> {
  const [noor, james] = [await tour.as('Noor Willems'), await tour.as('James Ward')]
  const seat = tour.appointment('Noor Willems', korenaar)
  const route = 'propose-stand-in'
  await tour.visit(noor, `${seat}/stand-in`, route, 'form')
  await tour.send(noor, 'preview')
  await tour.see(noor, route, 'errors')
  await noor.open(`${seat}/stand-in`)
  await typePerson(noor.hand, tour.person('James Ward'))
  await fillDay(noor.hand, 'until', 20)
  await tour.picture(noor, 'stand-in', 'form')
  await fillDay(noor.hand, 'until', 200)
  await tour.send(noor, 'preview')
  await tour.see(noor, route, 'refused')

  const other = await asks(tour, noor, seat, { ...tour.person('James Ward'), name: 'Jamie Warden' })
  await tour.visit(james, `${other}/accept`, 'accept-stand-in', 'refused')
  await tour.visit(noor, `${other}/end`, 'end-stand-in', 'preview')
  await tour.carryOut(noor, `${other}/end`)

  const standIn = await asks(tour, noor, seat, tour.person('James Ward'))
  await tour.visit(james, `${standIn}/decline`, 'decline-stand-in', 'preview')
  await tour.visit(james, `${standIn}/accept`, 'accept-stand-in', 'preview')
  await tour.carryOut(james, `${standIn}/accept`)
  await kept(tour, noor, james, standIn)
  await tour.carryOut(noor, `${standIn}/end`)
}

/** What the stand-in gave, as its holder may keep it; nothing is confirmed. */
async function kept(tour: Tour, noor: Visitor, james: Visitor, standIn: string): Promise<void> {
  const route = 'keep-grants-of-stand-in'
  await tour.visit(noor, `${standIn}/keep`, route, 'refused')
  await james.open(`${tour.at(korenaar)}/groups/employer/users/new`)
  await typePerson(james.hand, tour.person('Hugo Dubois'))
  await tour.send(james, 'preview')
  await tour.send(james, 'confirm')
  await tour.visit(noor, `${standIn}/keep`, route, 'form')
  await noor.hand.fill('until-day', '99')
  await tour.send(noor, 'preview')
  await tour.see(noor, route, 'errors')
  await noor.open(`${standIn}/keep`)
  await tour.send(noor, 'preview')
  await tour.see(noor, route, 'preview')
}
