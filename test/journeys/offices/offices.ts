import assert from 'node:assert/strict'
import { signInAs } from '../support/browser.ts'
import type { Scene } from './scene.ts'

/** Who plays whom. */
export interface Cast {
  /** Not registered yet; this representative may act alone. */
  readonly enterprise: string
  readonly representative: string
  readonly chief: string
  readonly coChief: string
  readonly accessManager: string
  readonly agent: string
  /** Registered, and nothing to the representative. */
  readonly foreign: string
}

/** Item by item of what an enterprise does with its offices, from registering on. */
export async function registering(scene: Scene, cast: Cast): Promise<void> {
  const representative = await scene.as(cast.representative)
  await representative.open('/register-enterprise')
  await representative.hand.fill('number', '12')
  await scene.sends(representative, 'preview')
  await representative.see('offices-register-mistyped')
  const foreign = scene.at(cast.foreign).split('/').at(-1) ?? ''
  await representative.hand.fill('number', foreign)
  await scene.sends(representative, 'preview')
  await representative.see('offices-register-not-found')
  assert.match(await scene.words(representative), /\+32|@/, 'the way out names the desk')
  const own = scene.at(cast.enterprise)
  await representative.open('/register-enterprise')
  await representative.hand.fill('number', own.split('/').at(-1) ?? '')
  await scene.sends(representative, 'preview')
  await scene.confirms(representative, 'register')
}

/** The chief is appointed under a mistyped name, accepts, and the representative confirms who it is. */
export async function chiefUnderAnotherName(scene: Scene, cast: Cast): Promise<void> {
  const [representative, chief] = [await scene.as(cast.representative), await scene.as(cast.chief)]
  const at = scene.at(cast.enterprise)
  await representative.open(at)
  await scene.follows(representative, '/chief/new')
  await representative.hand.choose('who', 'other')
  await scene.types(representative, cast.chief, `${cast.chief.split(' ')[0]} Mistyped`)
  await scene.sends(representative, 'preview')
  await scene.confirms(representative, 'chief')
  await scene.accepts(chief, cast.enterprise, 'accept-chief')
  await representative.open(`${at}/managers`)
  await scene.follows(representative, '/name')
  assert.ok((await scene.words(representative)).includes(cast.chief), 'the real name stands there')
  await scene.confirms(representative, 'name')
  await chief.open(at)
  await chief.see('offices-chief-active')
}

/** A form asks a stronger key than the representative came with: they sign in with one, and nothing typed is lost. */
export async function steppingUp(scene: Scene, cast: Cast): Promise<void> {
  const representative = await scene.as(cast.representative, 'mobile-code')
  await representative.open(`${scene.at(cast.enterprise)}/managers/new`)
  await scene.row(representative, 2, 'chief-access-manager:', cast.coChief)
  await scene.sends(representative, 'preview')
  await representative.see('offices-typed-refused')
  await scene.follows(representative, '&typed=kept')
  await representative.see('offices-typed-sign-in')
  await signInAs(representative, cast.representative, 'itsme')
  const name = representative.page.locator('main [name="familyName-2"]')
  assert.equal(await name.inputValue(), cast.coChief.split(' ').slice(1).join(' '), 'what was typed is there again')
  await representative.see('offices-typed-again')
  await scene.sends(representative, 'preview')
  await representative.see('offices-typed-preview')
}

/** Two in one go; one accepts, the other declines. */
export async function several(scene: Scene, cast: Cast): Promise<void> {
  const chief = await scene.as(cast.chief)
  const at = scene.at(cast.enterprise)
  await chief.open(`${at}/managers`)
  await scene.follows(chief, '/managers/new')
  const seats = ['co-chief-access-manager:', 'access-manager:social-security']
  for (const [index, name] of [cast.coChief, cast.accessManager].entries())
    await scene.row(chief, index + 1, seats[index] ?? '', name)
  await scene.sends(chief, 'preview')
  await scene.confirms(chief, 'several')
  await scene.accepts(await scene.as(cast.accessManager), cast.enterprise, 'accept-access-manager')
  const coChief = await scene.as(cast.coChief)
  await scene.asked(coChief, cast.enterprise)
  await scene.follows(coChief, '/decline')
  await scene.confirms(coChief, 'decline')
}

/** The representative, chief for a while, is replaced by whoever was before; the seat changes hands on accepting. */
export async function replacing(scene: Scene, cast: Cast): Promise<void> {
  const [representative, chief] = [await scene.as(cast.representative), await scene.as(cast.chief)]
  await representative.open(`${scene.at(cast.enterprise)}/managers`)
  await scene.follows(representative, '/chief/new')
  await representative.hand.choose('who', 'other')
  await scene.types(representative, cast.chief)
  await scene.sends(representative, 'preview')
  await scene.confirms(representative, 'replace')
  await scene.accepts(chief, cast.enterprise, 'accept-replacing')
}

/** How the access manager is reached; suspended and back; and they resign. */
export async function lifeOfAnOffice(scene: Scene, cast: Cast): Promise<void> {
  const [chief, accessManager] = [await scene.as(cast.chief), await scene.as(cast.accessManager)]
  const managers = `${scene.at(cast.enterprise)}/managers`
  await chief.open(managers)
  const appointment = await scene.addressOf(chief, '/suspend')
  await chief.open(`${appointment}/contact`)
  await chief.hand.fill('email', 'somebody.else@example.org')
  await scene.sends(chief, 'preview')
  await scene.confirms(chief, 'contact')
  await chief.open(managers)
  await scene.follows(chief, `${appointment}/suspend`)
  await scene.confirms(chief, 'suspend')
  await accessManager.open(scene.at(cast.enterprise))
  await accessManager.see('offices-suspended-sees')
  await chief.open(managers)
  await scene.follows(chief, `${appointment}/resume`)
  await scene.confirms(chief, 'resume')
  await accessManager.open(managers)
  await scene.follows(accessManager, '/resign')
  await scene.confirms(accessManager, 'resign')
}

/** A representative stops everything at once, and lets it go on. */
export async function stopping(scene: Scene, cast: Cast): Promise<void> {
  const representative = await scene.as(cast.representative)
  await representative.open(scene.at(cast.enterprise))
  await scene.follows(representative, '/emergency-stop')
  await scene.confirms(representative, 'stop')
  await representative.open(scene.at(cast.enterprise))
  await representative.see('offices-stopped')
  await scene.follows(representative, '/emergency-stop/lift')
  await scene.confirms(representative, 'lift')
}

/** The desk looks with a reason, and sends an invitation again. */
export async function atTheDesk(scene: Scene, cast: Cast): Promise<void> {
  const [chief, agent] = [await scene.as(cast.chief), await scene.as(cast.agent, 'eid')]
  const at = scene.at(cast.enterprise)
  await chief.open(`${at}/co-chiefs/new`)
  await scene.types(chief, cast.coChief)
  await scene.sends(chief, 'preview')
  await scene.confirms(chief, 'co-chief')
  await agent.open('/desk')
  await agent.hand.fill('number', at.split('/').at(-1) ?? '')
  await agent.hand.go(agent.page.locator('main form:has(input[name=number]) button[type=submit]'))
  await agent.see('offices-desk-reason')
  await agent.hand.fill('reason', 'The chief asked by phone where the invitation is')
  await agent.hand.go(agent.page.locator('main form:has(textarea[name=reason]) button[type=submit]'))
  await agent.see('offices-desk-shown')
  await scene.follows(agent, '/resend')
  await scene.confirms(agent, 'resend')
  await chief.open(`${at}/history`)
  await chief.see('offices-history')
}
