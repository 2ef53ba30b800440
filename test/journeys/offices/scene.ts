import assert from 'node:assert/strict'
import type { Browser } from 'playwright-core'
import type { Language } from '#kernel'
import { signInAs, visitor, type Visitor } from '../support/browser.ts'
import type { HandKind } from '../support/hand.ts'
import type { Thoroughness } from '../support/look.ts'
import type { TrialServer } from '../support/server.ts'
import { numberIn, personIn, typePerson, type ToldWorld } from '../support/world.ts'

export interface SceneOptions {
  readonly language: Language
  readonly scripts: boolean
  readonly hand: HandKind
  readonly look: Thoroughness
}

/** People at machines of their own, all working the same way, and what each does there: step by step, as the guide says. */
export class Scene {
  readonly world: ToldWorld
  readonly #browser: Browser
  readonly #server: TrialServer
  readonly #options: SceneOptions
  readonly #there = new Map<string, Visitor>()
  readonly #keyOf = new Map<Visitor, readonly [name: string, key: string]>()

  constructor(browser: Browser, server: TrialServer, world: ToldWorld, options: SceneOptions) {
    this.#browser = browser
    this.#server = server
    this.world = world
    this.#options = options
  }

  get language(): Language {
    return this.#options.language
  }

  /** The path of an enterprise's pages. */
  at(enterprise: string): string {
    return `/enterprises/${numberIn(this.world, enterprise)}`
  }

  /** Somebody, signed in at their own machine. */
  async as(name: string, key = 'itsme'): Promise<Visitor> {
    const known = this.#there.get(`${name} ${key}`)
    if (known) return known
    const arrived = await visitor(this.#browser, this.#server.url, this.#options)
    this.#there.set(`${name} ${key}`, arrived)
    this.#keyOf.set(arrived, [name, key])
    await signInAs(arrived, name, key)
    return arrived
  }

  /** Follows the first link of the page whose address ends so. */
  async follows(who: Visitor, end: string): Promise<void> {
    const wanted = who.page.locator(`main a[href$="${end}"]`)
    if ((await wanted.count()) === 0)
      throw new Error(`no link to ${end} at ${who.page.url()}:\n${await this.words(who)}`)
    await who.hand.go(wanted.first())
  }

  /** Follows a link of the enterprise's own navigation. */
  async navigates(who: Visitor, end: string): Promise<void> {
    await who.hand.go(who.page.locator(`nav a[href$="${end}"]`).first())
  }

  /** Sends the form of the page to its next step. */
  async sends(who: Visitor, step: 'preview' | 'confirm'): Promise<void> {
    await who.hand.go(who.page.locator(`main form:has(input[name=step][value=${step}]) button[type=submit]`).first())
  }

  /** Looks at what will happen, confirms, and looks at what was done. */
  async confirms(who: Visitor, name: string): Promise<void> {
    await this.#signsInOnceMore(who)
    await who.see(`offices-${name}-preview`)
    await this.sends(who, 'confirm')
    assert.match(new URL(who.page.url()).pathname, /\/done\/[0-9a-f-]{36}$/, `${name} is done`)
    await who.see(`offices-${name}-done`)
  }

  /** What is grave asks a sign-in of the last minutes: on a slow machine theirs is older by now. */
  async #signsInOnceMore(who: Visitor): Promise<void> {
    const { pathname, searchParams } = new URL(who.page.url())
    if (!pathname.endsWith('/sign-in') || searchParams.get('fresh') !== '1') return
    const [name = '', key] = this.#keyOf.get(who) ?? []
    await signInAs(who, name, key)
  }

  /** Types somebody of the world, perhaps under another name than their own. */
  async types(who: Visitor, name: string, typedAs = name): Promise<void> {
    await typePerson(who.hand, { ...personIn(this.world, name), name: typedAs })
    await who.hand.choose('ground', 'employee')
  }

  /** Fills a row of several appointments: the seat, and somebody of the world. */
  async row(who: Visitor, row: number, seat: string, name: string): Promise<void> {
    const { national_number } = personIn(this.world, name)
    const [givenName = '', ...family] = name.split(' ')
    await who.hand.pick(`seat-${row}`, seat)
    await who.hand.fill(`nationalNumber-${row}`, national_number)
    await who.hand.fill(`givenName-${row}`, givenName)
    await who.hand.fill(`familyName-${row}`, family.join(' '))
    await who.hand.choose(`ground-${row}`, 'employee')
  }

  /** Opens, from the front page, what an enterprise asks them to accept. */
  async asked(who: Visitor, enterprise: string): Promise<void> {
    await who.open('')
    await who.hand.go(who.page.locator(`main a[href*="${this.at(enterprise)}/"][href$="/accept"]`))
  }

  async accepts(who: Visitor, enterprise: string, name: string): Promise<void> {
    await this.asked(who, enterprise)
    await this.confirms(who, name)
  }

  /** Where the link with this end leads on the page: an appointment, a proposal. */
  async addressOf(who: Visitor, end: string, among = 'main'): Promise<string> {
    const href = await who.page.locator(`${among} a[href$="${end}"]`).first().getAttribute('href')
    assert.ok(href !== null, `${who.page.url()} has a link that ends in ${end}`)
    return href.replace(/^\/[a-z]{2}(?=\/)/, '').slice(0, -end.length)
  }

  /** The words of the page's main part. */
  words(who: Visitor): Promise<string> {
    return who.page.locator('main').innerText()
  }

  async close(): Promise<void> {
    for (const who of this.#there.values()) await who.close()
  }
}
