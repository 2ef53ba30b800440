import type { Tour } from './tour.ts'

const korenaar = 'Bakkerij De Korenaar BV'

/** The offices on another day, asked by the form and by an address. */
export async function onAnotherDay(tour: Tour): Promise<void> {
  const an = await tour.as('An Peeters')
  const base = tour.at(korenaar)
  for (const [path, route] of [
    [base, 'overview'],
    [`${base}/managers`, 'managers'],
  ] as const) {
    await tour.visit(an, `${path}?day=2020-02-30`, route, 'no day')
    await an.hand.fill('day-day', '1')
    await an.hand.fill('day-month', '1')
    await an.hand.fill('day-year', '2040')
    await an.hand.go(an.page.locator('main form[method=get] button'))
    await tour.see(an, route, 'another day')
  }
}

/** A representative takes over at once, from the overview, and confirms everything that there was. */
export async function takingOver(tour: Tour): Promise<void> {
  const els = await tour.as('Els Claes')
  const base = tour.at(korenaar)
  await els.open(base)
  await els.hand.go(els.page.locator('main a[href*="/chief/new?who=myself"]'))
  await tour.send(els, 'preview')
  await tour.send(els, 'confirm')
  // At home it waits as it does on the overview.
  await els.open('')
  await els.hand.go(els.page.locator(`main a[href$="${base}/take-over"]`))
  await tour.see(els, 'take-over', 'list')
  await tour.picture(els, 'take-over', 'page')
  await tour.send(els, 'preview')
  await tour.see(els, 'take-over', 'errors')
  await els.hand.go(els.page.locator('main button[name=all][value=confirm]'))
  await tour.send(els, 'preview')
  await tour.see(els, 'take-over', 'preview')
  await tour.send(els, 'confirm')
  await tour.see(els, 'take-over-done', 'done')
  await tour.visit(els, `${base}/take-over`, 'take-over', 'empty')
}
