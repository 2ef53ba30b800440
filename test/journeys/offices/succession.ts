import assert from 'node:assert/strict'
import { fillDay, personIn, typePerson } from '../support/world.ts'
import type { Cast } from './offices.ts'
import type { Scene } from './scene.ts'

/** The access manager asks somebody to stand in for some weeks, who accepts; then it is ended. */
export async function standingIn(scene: Scene, cast: Cast): Promise<void> {
  const [accessManager, standIn] = [await scene.as(cast.accessManager), await scene.as(cast.coChief)]
  const managers = `${scene.at(cast.enterprise)}/managers`
  await accessManager.open(managers)
  await scene.follows(accessManager, '/stand-in')
  await typePerson(accessManager.hand, personIn(scene.world, cast.coChief))
  await fillDay(accessManager.hand, 'until', 30)
  await scene.sends(accessManager, 'preview')
  await scene.confirms(accessManager, 'stand-in')
  await scene.accepts(standIn, cast.enterprise, 'accept-stand-in')
  await standIn.open(scene.at(cast.enterprise))
  await standIn.see('offices-stands-in')
  await accessManager.open(managers)
  await scene.follows(accessManager, '/end')
  await scene.confirms(accessManager, 'end-stand-in')
}

/** Something is done by mistake and undone from the page that said it was done. */
export async function undoing(scene: Scene, cast: Cast): Promise<void> {
  const chief = await scene.as(cast.chief)
  const at = scene.at(cast.enterprise)
  await chief.open(`${at}/managers`)
  const appointment = await scene.addressOf(chief, '/suspend')
  await chief.open(`${appointment}/withdraw`)
  await scene.confirms(chief, 'withdraw')
  await scene.follows(chief, '/undo')
  await scene.confirms(chief, 'undo')
  await chief.open(`${at}/managers`)
  assert.equal(await scene.addressOf(chief, '/suspend'), appointment, 'the office stands as it did')
}

/** What is planned is listed, and cancelled before its day. */
export async function planning(scene: Scene, cast: Cast): Promise<void> {
  const chief = await scene.as(cast.chief)
  const at = scene.at(cast.enterprise)
  await chief.open(`${at}/domains/finance/manager/new`)
  await scene.types(chief, cast.coChief)
  await fillDay(chief.hand, 'from', 10)
  await scene.sends(chief, 'preview')
  await scene.confirms(chief, 'later')
  await scene.accepts(await scene.as(cast.coChief), cast.enterprise, 'accept-later')
  await chief.open(`${at}/scheduled`)
  await chief.see('offices-scheduled')
  await scene.follows(chief, '/withdraw')
  await scene.confirms(chief, 'cancel-planned')
}

/** A representative takes over at once, and confirms everything that there was. */
export async function takingOver(scene: Scene, cast: Cast): Promise<void> {
  const representative = await scene.as(cast.representative)
  const at = scene.at(cast.enterprise)
  await representative.open(at)
  await representative.hand.go(representative.page.locator('main a[href*="/chief/new?who=myself"]').first())
  await representative.see('offices-take-over-form')
  await scene.sends(representative, 'preview')
  await scene.confirms(representative, 'take-over')
  await representative.open('')
  await scene.follows(representative, `${at}/take-over`)
  await representative.see('offices-take-over-list')
  await representative.hand.go(representative.page.locator('main button[name=all][value=confirm]'))
  await scene.sends(representative, 'preview')
  await representative.see('offices-take-over-preview')
  await scene.sends(representative, 'confirm')
  await representative.see('offices-take-over-done')
}
