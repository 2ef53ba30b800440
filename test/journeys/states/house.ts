import { encodeCursor, instant } from '#kernel'
import { onPaper } from '../support/paper.ts'
import type { Tour } from './tour.ts'

const noId = '00000000-0000-0000-0000-000000000000'

/** The pages of the house itself: for nobody in particular, and for oneself. */
export async function housePages(tour: Tour): Promise<void> {
  const nobody = await tour.nobody()
  await tour.visit(nobody, '', 'home', 'signed-out')
  await tour.visit(nobody, '/cookies', 'cookies', 'shown')
  await tour.visit(nobody, '/about', 'about', 'shown')
  await tour.visit(nobody, '/guide', 'guide', 'shown')
  for (const reader of ['representative', 'chief', 'access-manager', 'desk']) {
    await tour.visit(nobody, `/guide/${reader}`, 'guide-of', 'shown')
    if (tour.looksAtAll || reader === 'chief') await onPaper(nobody.page, `${tour.language}-${reader}`)
  }
  await tour.visit(nobody, '/sign-in', 'sign-in', 'first')
  await tour.visit(nobody, '/sign-in/failed?why=no-national-number&to=%2Fnl', 'sign-in-failed', 'failed')
  await tour.visit(nobody, '/trial/outbox', 'trial-outbox', 'filled')
  const beforeAll = encodeCursor([instant(0), noId])
  await tour.visit(nobody, `/trial/outbox?after=${beforeAll}`, 'trial-outbox', 'empty')
  await nobody.open('/sign-in')
  await nobody.hand.go(nobody.page.locator('main form button[type=submit]'))
  await nobody.see('key-ring-asked')
  await nobody.hand.go(nobody.page.locator('main form:has(input[name=person]) button[type=submit]'))
  await nobody.see('key-ring-errors')
  await nobody.close()

  await tour.visit(await tour.as('James Ward'), '', 'home', 'nothing')
  await tour.visit(await tour.as('Hugo Dubois'), '', 'home', 'waiting')
  await tour.visit(await tour.as('Tom Maes'), '', 'home', 'enterprises')

  const weak = await tour.as('Tom Maes', 'email-code')
  await tour.visit(weak, '/sign-in?level=450&to=%2Fen%2Faccount', 'sign-in', 'step-up')
  await tour.picture(weak, 'sign-in', 'page', { without: '.govuk-inset-text' })
  await tour.visit(weak, '/sign-in?fresh=1', 'sign-in', 'fresh')
  await tour.visit(weak, '/account', 'account', 'filled')
  await weak.hand.fill('email', 'tom@')
  await weak.hand.fill('phone', 'twelve')
  const save = weak.page.locator('main form[action$="/account"] button[type=submit]')
  await weak.hand.go(save)
  await tour.see(weak, 'account', 'errors')
  await weak.hand.fill('email', 'tom.maes@trial.example')
  await weak.hand.fill('phone', '+32 2 511 51 51')
  await weak.hand.go(save)
  await tour.see(weak, 'account', 'saved')
  await weak.hand.go(weak.page.locator('header form button'))
  await tour.see(weak, 'signed-out', 'out')
}
