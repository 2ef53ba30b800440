import assert from 'node:assert/strict'
import type { Browser } from 'playwright-core'
import type { Language } from '#kernel'
import { signInAs, visitor, type Visitor } from '../support/browser.ts'
import type { GuidePictures, Moment, PicturePart } from '../support/guide-pictures.ts'
import type { Thoroughness } from '../support/look.ts'
import { startTrial, type TrialServer } from '../support/server.ts'
import { numberIn, personIn, type ToldPerson, type ToldWorld } from '../support/world.ts'
import type { DeclaredPage } from './declared.ts'

/** What a state of that name must show, wherever it is declared. */
const marks: Readonly<Record<string, string>> = {
  form: 'main form:has(input[name=step][value=preview])',
  errors: '.govuk-error-summary',
  preview: 'main form:has(input[name=step][value=confirm])',
  refused: '.claviger-refusal, .govuk-error-summary',
}

interface Stage {
  readonly browser: Browser
  readonly look: Thoroughness
  readonly server: TrialServer
  readonly world: ToldWorld
  readonly language: Language
  readonly pictures: GuidePictures
}

/** One visit to everything, in one language, on one server; each person keeps the browser they signed in with. */
export class Tour {
  readonly language: Language
  readonly world: ToldWorld
  readonly server: TrialServer
  readonly seen: Set<string>
  readonly #stage: Stage
  readonly #browser: Browser
  readonly #look: Thoroughness
  readonly #declared: ReadonlyMap<string, DeclaredPage>
  readonly #pictures: GuidePictures
  readonly #visitors = new Map<string, { visiting: Visitor; name: string; key: string }>()

  constructor(stage: Stage, declared: ReadonlyMap<string, DeclaredPage>, seen = new Set<string>()) {
    this.#stage = stage
    this.seen = seen
    this.language = stage.language
    this.world = stage.world
    this.server = stage.server
    this.#browser = stage.browser
    this.#look = stage.look
    this.#declared = declared
    this.#pictures = stage.pictures
  }

  /** Whether everything is looked at that somebody could look at. */
  get looksAtAll(): boolean {
    return this.#look === 'full'
  }

  person(name: string): ToldPerson {
    return personIn(this.world, name)
  }

  /** The path of an enterprise's pages. */
  at(enterprise: string): string {
    return `/enterprises/${numberIn(this.world, enterprise)}`
  }

  /** An appointment of the fictional world, by its holder. */
  appointment(name: string, enterprise: string): string {
    const number = numberIn(this.world, enterprise)
    const found = this.person(name).offices.find((office) => office.enterprise === number)
    assert.ok(found, `${name} has an office in ${enterprise}`)
    return `${this.at(enterprise)}/appointments/${found.appointment}`
  }

  async nobody(): Promise<Visitor> {
    return visitor(this.#browser, this.server.url, { language: this.language, look: this.#look })
  }

  /** Somebody signed in, with their browser. */
  async as(name: string, key = 'itsme'): Promise<Visitor> {
    const known = this.#visitors.get(`${name} ${key}`)
    if (known) return known.visiting
    const visiting = await this.nobody()
    await signInAs(visiting, name, key)
    this.#visitors.set(`${name} ${key}`, { visiting, name, key })
    return visiting
  }

  /** Looks at the page as a state of a route: it must be that route's address, and show what the state is about. */
  async see(visiting: Visitor, route: string, state: string): Promise<void> {
    const page = this.#declared.get(route)
    const name = `${route}/${state}`
    assert.ok(page, `${route} is a page of the route table`)
    assert.ok(page.states.includes(state), `${route} declares no state ${state}`)
    const { status } = await visiting.sent()
    assert.match(new URL(visiting.page.url()).pathname, page.pattern, `${name} is at its address`)
    assert.ok([200, 422, 503].includes(status), `${name} answers ${status}`)
    const mark = marks[state]
    if (mark !== undefined) assert.ok((await visiting.page.locator(mark).count()) > 0, `${name} shows what it is`)
    await visiting.see(`states-${route}-${state}`)
    this.seen.add(name)
  }

  /** The page as it stands is how the guide shows a step. */
  async picture(visiting: Visitor, step: string, moment: Moment, part: PicturePart = {}): Promise<void> {
    await this.#pictures.take(visiting.page, step, moment, part)
  }

  /** Opens an address; what is grave may ask a fresh sign-in first. */
  async #opens(visiting: Visitor, path: string): Promise<void> {
    await visiting.open(path)
    if (!path.startsWith('/sign-in')) await this.#signsInAfresh(visiting)
  }

  /** Signs in once more where the page asks it; answers whether it did. */
  async #signsInAfresh(visiting: Visitor): Promise<boolean> {
    const who = [...this.#visitors.values()].find((one) => one.visiting === visiting)
    const { pathname, searchParams } = new URL(visiting.page.url())
    if (!who || !pathname.endsWith('/sign-in') || searchParams.get('fresh') !== '1') return false
    await signInAs(visiting, who.name, who.key)
    return true
  }

  /** Opens an address and looks. */
  async visit(visiting: Visitor, path: string, route: string, state: string): Promise<void> {
    await this.#opens(visiting, path)
    await this.see(visiting, route, state)
  }

  /** Sends the form on the page on its way to a step; on a slow machine the sign-in may have grown too old meanwhile. */
  async send(visiting: Visitor, step: 'preview' | 'confirm'): Promise<void> {
    const button = visiting.page.locator(`main form:has(input[name=step][value=${step}]) button[type=submit]`)
    await visiting.hand.go(button)
    if (await this.#signsInAfresh(visiting)) await visiting.hand.go(button)
  }

  /** An operation with nothing to fill in, carried out. */
  async carryOut(visiting: Visitor, path: string): Promise<void> {
    await this.#opens(visiting, path)
    await this.send(visiting, 'confirm')
    assert.match(visiting.page.url(), /\/done\//, `${path} is carried out`)
  }

  /** The same world on a server with other settings, for a while. */
  async elsewhere(settings: NodeJS.ProcessEnv, visit: (there: Tour) => Promise<void>): Promise<void> {
    const server = await startTrial(settings)
    const there = new Tour({ ...this.#stage, server }, this.#declared, this.seen)
    try {
      await visit(there)
      await there.close()
    } finally {
      await server.stop()
    }
  }

  async close(): Promise<void> {
    for (const { visiting } of this.#visitors.values()) await visiting.close()
  }
}
