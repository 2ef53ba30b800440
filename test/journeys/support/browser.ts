import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { chromium, type Browser, type BrowserContext, type Page, type Response } from 'playwright-core'
import type { Language } from '#kernel'
import { handOf, type Hand, type HandKind } from './hand.ts'
import {
  accessible,
  anchorsLead,
  enlarged,
  figures,
  fits,
  picture,
  screens,
  usualScreen,
  validHtml,
  type Thoroughness,
} from './look.ts'

/** Debian's Chromium as root: without these it does not start, or looks for hosts that are not there. */
const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The browser without its windows, which costs a third less; else the whole one. */
const programs = ['/usr/lib/chromium/chromium-headless-shell', '/usr/bin/chromium']

export function launch(): Promise<Browser> {
  const found = programs.find((path) => existsSync(path)) ?? '/usr/bin/chromium'
  return chromium.launch({ executablePath: process.env['CHROMIUM'] ?? found, args: chromiumFlags })
}

export interface VisitorOptions {
  readonly language: Language
  /** false: the pages run no JavaScript. */
  readonly scripts?: boolean
  readonly hand?: HandKind
  readonly look?: Thoroughness
}

export interface Visitor {
  readonly page: Page
  readonly context: BrowserContext
  readonly language: Language
  readonly hand: Hand
  /** Opens a path under the language: '/enterprises/…'. Gives the status of the page that came. */
  open(path: string): Promise<number>
  /** The newest page as the server sent it, and its status. */
  sent(): Promise<{ status: number; body: string }>
  /** Looks at the page as it stands, under this name. */
  see(name: string): Promise<void>
  close(): Promise<void>
}

// A page that refuses is a page all the same: the browser mentions its status, which is no fault of the page.
const statusLine = /status of (403|404|422|503)/

/** A visitor with a browser of their own, as somebody at a machine of their own. */
export async function visitor(browser: Browser, url: string, options: VisitorOptions): Promise<Visitor> {
  const { language, scripts = true, hand = 'pointer', look = 'walk' } = options
  const context = await browser.newContext({
    viewport: usualScreen,
    javaScriptEnabled: scripts,
    locale: language,
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(15_000)
  const page = await context.newPage()
  const faults: string[] = []
  let newest: Response | null = null
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !statusLine.test(message.text())) faults.push(message.text())
  })
  page.on('response', (response) => {
    const isPage = response.request().isNavigationRequest() && response.frame() === page.mainFrame()
    if (isPage && response.status() !== 303) newest = response
    if (isPage) figures.navigations++
  })
  const sent = async () => {
    if (newest === null) throw new Error('no page has come yet')
    return { status: newest.status(), body: await newest.text() }
  }
  return {
    page,
    context,
    language,
    sent,
    hand: handOf(hand, page),
    async open(path) {
      const response = await page.goto(`${url}/${language}${path}`)
      return response?.status() ?? 0
    },
    async see(name) {
      const called = `${name} in ${language}`
      assert.deepEqual(faults, [], `the browser complains at ${called}`)
      assert.equal(await page.locator('html').getAttribute('lang'), language, `${called} is in another language`)
      assert.equal(await page.locator('h1').count(), 1, `${called} has one heading of the first level`)
      await anchorsLead(page, called)
      figures.pages++
      if (look === 'walk') return
      await validHtml((await sent()).body, called)
      for (const screen of screens) {
        await fits(page, screen, called)
        if (look === 'full') await picture(page, screen, `${language}-${name}`)
        if (look === 'full' || screen.width === 1280) await accessible(page, `${called} at ${screen.width}`)
      }
      await fits(page, enlarged, called)
      await page.setViewportSize(usualScreen)
    },
    close: () => context.close(),
  }
}

/** Signs in through the real key ring: the sign-in page, the person, the key, and back. */
export async function signInAs(visiting: Visitor, person: string, key = 'itsme'): Promise<void> {
  const { page, hand } = visiting
  if (!new URL(page.url() === 'about:blank' ? 'http://x/' : page.url()).pathname.endsWith('/sign-in')) {
    await visiting.open('/sign-in')
  }
  await hand.go(page.locator('main form button[type=submit]'))
  await throughKeyRing(visiting, person, key)
}

/** The key ring's own page: who, and with which key. */
export async function throughKeyRing({ page, hand }: Visitor, person: string, key: string): Promise<void> {
  const whose = page.getByLabel(person, { exact: true })
  await hand.choose('person', (await whose.getAttribute('value')) ?? '')
  await hand.choose('key', key)
  await hand.go(page.locator('main form:has(input[name=person]) button[type=submit]'))
  assert.doesNotMatch(page.url(), /key-ring/, `${person} has signed in`)
}
