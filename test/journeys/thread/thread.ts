import assert from 'node:assert/strict'
import type { Browser } from 'playwright-core'
import type { Language } from '#kernel'
import type { Cast } from './cast.ts'
import { signInAs, throughKeyRing, visitor, type Visitor } from '../support/browser.ts'
import type { HandKind } from '../support/hand.ts'
import type { Thoroughness } from '../support/look.ts'
import type { TrialServer } from '../support/server.ts'
import { ask, numberIn, personIn, typePerson, worldOf, type ToldWorld } from '../support/world.ts'

export interface ThreadOptions {
  /** Whose world it is, and what in it stands for each thing that the thread needs. */
  readonly cast: Cast
  readonly language: Language
  readonly scripts: boolean
  readonly hand: HandKind
  readonly look: Thoroughness
  /** Whether the representative takes the chief's office, or appoints somebody else who must accept. */
  readonly chief: 'somebody' | 'themselves'
}

interface Scene {
  readonly browser: Browser
  readonly server: TrialServer
  readonly options: ThreadOptions
  readonly world: ToldWorld
  readonly enterprise: string
  readonly representative: string
  readonly open: Visitor[]
}

const link = (visiting: Visitor, end: string) => visiting.page.locator(`main a[href$="${end}"]`).first()
const formAt = (visiting: Visitor, step: string) =>
  visiting.page.locator(`main form:has(input[name=step][value=${step}]) button[type=submit]`)

/** Whatever is looked at says no name that only another catalogue gives. */
function withoutForeignNames(scene: Scene, visiting: Visitor): Visitor {
  return {
    ...visiting,
    async see(name) {
      await visiting.see(name)
      assert.doesNotMatch(await visiting.page.locator('body').innerText(), scene.options.cast.foreign, name)
    },
  }
}

/** Somebody at a machine of their own signs in, from the front page. */
async function arrives(scene: Scene, person: string, key = scene.options.cast.keys.strong): Promise<Visitor> {
  const { language, scripts, hand, look } = scene.options
  const visiting = withoutForeignNames(
    scene,
    await visitor(scene.browser, scene.server.url, { language, scripts, hand, look }),
  )
  scene.open.push(visiting)
  await visiting.open('')
  await visiting.hand.go(link(visiting, '/sign-in'))
  await signInAs(visiting, person, key)
  assert.equal(new URL(visiting.page.url()).pathname, `/${language}`, `${person} comes back home`)
  return visiting
}

/** The preview, the confirmation, the done page with its reference, and back to the enterprise. */
async function confirms(visiting: Visitor, name: string): Promise<void> {
  const { page, hand } = visiting
  await visiting.see(`thread-${name}-preview`)
  await hand.go(formAt(visiting, 'confirm'))
  assert.match(new URL(page.url()).pathname, /\/done\/[0-9a-f-]{36}$/, `${name} is done`)
  assert.equal(await page.locator('.govuk-panel--confirmation h1').count(), 1)
  await visiting.see(`thread-${name}-done`)
}

async function backToEnterprise(visiting: Visitor, scene: Scene): Promise<void> {
  await visiting.hand.go(link(visiting, `/enterprises/${scene.enterprise}`))
}

async function registers(scene: Scene): Promise<Visitor> {
  const visiting = await arrives(scene, scene.representative)
  await visiting.see('thread-home-register')
  await visiting.hand.go(link(visiting, `/enterprises/${scene.enterprise}/register`))
  await confirms(visiting, 'register')
  await backToEnterprise(visiting, scene)
  await visiting.see('thread-registered')
  return visiting
}

async function appointsChief(scene: Scene, representative: Visitor): Promise<Visitor> {
  const { hand } = representative
  await hand.go(link(representative, '/chief/new'))
  await representative.see('thread-chief-form')
  if (scene.options.chief === 'themselves') {
    await hand.choose('who', 'myself')
  } else {
    await hand.choose('who', 'other')
    await typePerson(hand, personIn(scene.world, scene.options.cast.chief))
    await hand.choose('ground', 'employee')
  }
  await hand.go(formAt(representative, 'preview'))
  await confirms(representative, 'chief')
  await backToEnterprise(representative, scene)
  await representative.see('thread-chief-appointed')
  if (scene.options.chief === 'themselves') return representative
  const chief = await arrives(scene, scene.options.cast.chief)
  await chief.see('thread-home-accept')
  await chief.hand.go(chief.page.locator('main a[href$="/accept"]'))
  await confirms(chief, 'accept-chief')
  await backToEnterprise(chief, scene)
  await chief.see('thread-account-active')
  return chief
}

async function activates(scene: Scene, chief: Visitor): Promise<void> {
  const { cast } = scene.options
  for (const what of [`/domains/${cast.closedDomain}/open`, `/capacities/${cast.capacity}/activate`]) {
    await chief.hand.go(chief.page.locator(`nav a[href$="/enterprises/${scene.enterprise}/domains"]`))
    await chief.see('thread-domains')
    await chief.hand.go(link(chief, what))
    await confirms(chief, what.includes('domain') ? 'open-domain' : 'activate-capacity')
    await backToEnterprise(chief, scene)
  }
}

async function appointsAccessManager(scene: Scene, chief: Visitor): Promise<Visitor> {
  await chief.hand.go(chief.page.locator(`nav a[href$="/enterprises/${scene.enterprise}/managers"]`))
  await chief.see('thread-managers')
  await chief.hand.go(link(chief, `/domains/${scene.options.cast.domain}/manager/new`))
  await typePerson(chief.hand, personIn(scene.world, scene.options.cast.accessManager))
  await chief.hand.choose('ground', 'employee')
  await chief.hand.go(formAt(chief, 'preview'))
  await confirms(chief, 'access-manager')
  const accessManager = await arrives(scene, scene.options.cast.accessManager)
  await accessManager.hand.go(accessManager.page.locator(`main a[href*="${scene.enterprise}"][href$="/accept"]`))
  await confirms(accessManager, 'accept-access-manager')
  await backToEnterprise(accessManager, scene)
  return accessManager
}

async function createsUser(scene: Scene, accessManager: Visitor): Promise<void> {
  const { cast } = scene.options
  const { hand, page } = accessManager
  await hand.go(page.locator(`nav a[href$="/enterprises/${scene.enterprise}/groups"]`))
  await accessManager.see('thread-groups')
  await hand.go(link(accessManager, `/groups/${cast.capacity}`))
  await accessManager.see('thread-group-empty')
  await hand.go(link(accessManager, '/users/new'))
  // A mistake first: nothing typed is lost by it.
  const user = personIn(scene.world, scene.options.cast.user)
  await typePerson(hand, { ...user, national_number: '123' })
  for (const { code } of cast.services) await hand.choose('services', code)
  await hand.go(formAt(accessManager, 'preview'))
  assert.equal((await accessManager.sent()).status, 422)
  await accessManager.see('thread-user-errors')
  await hand.fill('nationalNumber', user.national_number)
  await hand.go(formAt(accessManager, 'preview'))
  await confirms(accessManager, 'user')
}

/** What the online service is told; the answer holds at once. */
async function isAnswered(scene: Scene, service: string, decision: boolean, reason: string): Promise<void> {
  const { subject } = personIn(scene.world, scene.options.cast.user)
  const { enterprise, server, world } = scene
  const told = await ask(server, world.client_token, { subject, enterprise, service, level: 450 })
  assert.deepEqual([told.decision, told.context.reason], [decision, reason], `${service} asks`)
  if (decision) assert.deepEqual(told.context.capacities, [scene.options.cast.capacity])
}

async function userSeesRights(scene: Scene): Promise<void> {
  // The password of an e-mail code is enough to look; what asks more says so.
  const { cast } = scene.options
  const user = await arrives(scene, cast.user, cast.keys.weak)
  await user.see('thread-home-user')
  await user.hand.go(link(user, `/enterprises/${scene.enterprise}`))
  await user.see('thread-user-overview')
  await user.hand.go(user.page.locator(`nav a[href$="/enterprises/${scene.enterprise}/my-rights"]`))
  await user.see('thread-rights-low')
  const rows = user.page.locator('main table').first().locator('tbody tr')
  assert.ok((await rows.count()) > 0, 'something is there for an e-mail code')
  await user.hand.go(user.page.locator('main a[href*="/sign-in?"]').first())
  await user.see('thread-step-up')
  await user.hand.go(user.page.locator('main form button[type=submit]'))
  await throughKeyRing(user, cast.user, cast.keys.strong)
  assert.match(user.page.url(), /\/my-rights$/, 'back to where the stronger key was asked')
  await user.see('thread-rights')
  const may = await user.page.locator('main table').first().innerText()
  for (const { name } of cast.services) assert.ok(may.includes(name[scene.options.language]), may)
  assert.ok(may.includes(cast.accessManager), 'who gave it is said')
}

async function takesAway(scene: Scene, accessManager: Visitor): Promise<void> {
  const { hand } = accessManager
  const { cast } = scene.options
  const [kept, withdrawn] = cast.services.map(({ code }) => code) as [string, string]
  const inGroup = `/groups/${cast.capacity}/users/${personIn(scene.world, cast.user).id}`
  const toUser = async () => {
    await backToEnterprise(accessManager, scene)
    await hand.go(accessManager.page.locator(`nav a[href$="/enterprises/${scene.enterprise}/groups"]`))
    await hand.go(link(accessManager, `/groups/${cast.capacity}`))
    await accessManager.see('thread-group')
    await hand.go(link(accessManager, inGroup))
    await accessManager.see('thread-user')
  }
  const does = async (what: string) => {
    await toUser()
    await hand.go(link(accessManager, `${inGroup}/${what}`))
    await confirms(accessManager, what.replaceAll('/', '-'))
  }
  await isAnswered(scene, kept, true, 'authorisation')
  await does('block')
  await isAnswered(scene, kept, false, 'blocked-in-group')
  await does('unblock')
  await isAnswered(scene, kept, true, 'authorisation')
  await does(`services/${withdrawn}/withdraw`)
  await isAnswered(scene, withdrawn, false, 'expired')
  await isAnswered(scene, kept, true, 'authorisation')
  await does('delete')
  await isAnswered(scene, kept, false, 'expired')
}

/** The chief withdraws the access manager, and the representative the chief; where they are one, they resign. */
async function withdraws(scene: Scene, chief: Visitor, representative: Visitor): Promise<void> {
  const toManagers = (who: Visitor) =>
    who.open(`/enterprises/${scene.enterprise}/managers`).then((status) => assert.equal(status, 200))
  await toManagers(chief)
  await chief.hand.go(chief.page.locator('main a[href$="/withdraw"]').first())
  await confirms(chief, 'withdraw-access-manager')
  await toManagers(representative)
  const last = scene.options.chief === 'themselves' ? 'resign' : 'withdraw'
  await representative.hand.go(representative.page.locator(`main a[href$="/${last}"]`).first())
  await confirms(representative, `${last}-chief`)
  await backToEnterprise(representative, scene)
  await representative.see('thread-vacant')
  assert.ok((await link(representative, '/chief/new').count()) > 0, 'the representative can appoint somebody anew')
  await representative.hand.go(representative.page.locator(`nav a[href$="/enterprises/${scene.enterprise}/history"]`))
  await representative.see('thread-history')
  const entries = await representative.page.locator('main table tbody tr').count()
  assert.equal(entries, scene.options.chief === 'themselves' ? 13 : 14, 'each change has its line')
}

/** From an unregistered enterprise to a user who may use a service, and back to nothing. */
export async function thread(browser: Browser, server: TrialServer, options: ThreadOptions): Promise<void> {
  const world = await worldOf(server)
  const { enterprise: name, representative } = options.cast.unregistered(options.language)
  const enterprise = numberIn(world, name)
  const scene: Scene = { browser, server, options, world, enterprise, representative, open: [] }
  try {
    const registering = await registers(scene)
    const chief = await appointsChief(scene, registering)
    await activates(scene, chief)
    const accessManager = await appointsAccessManager(scene, chief)
    await createsUser(scene, accessManager)
    await userSeesRights(scene)
    await takesAway(scene, accessManager)
    await withdraws(scene, chief, registering)
  } finally {
    for (const visiting of scene.open) await visiting.close()
  }
}
