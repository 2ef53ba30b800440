import { AxeBuilder } from '@axe-core/playwright'
import { HtmlValidate } from 'html-validate'
import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import type { Language } from '../../../src/kernel/index.ts'

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

const artifacts = fileURLToPath(new URL('../../.artifacts/screens/', import.meta.url))

export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: chromiumFlags })
}

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    // Prettier lays our templates out: white space within them means nothing.
    'no-trailing-whitespace': 'off',
    'attribute-boolean-style': 'off',
    // The markup of GOV.UK Frontend, which its own fixtures hold us to, writes void elements and long titles its way.
    'void-style': 'off',
    'long-title': 'off',
  },
})

/** Which page in which state was looked at, over all journeys of a run: 'create-user/preview'. */
export const seen = new Set<string>()

export interface Visitor {
  readonly page: Page
  readonly context: BrowserContext
  readonly language: Language
  /** Opens a path under the language: '/enterprises/…'. */
  open(path: string): Promise<void>
  /** Looks at the page as it stands: axe, html-validate, a screenshot at both widths, and the count of states. */
  see(route: string, state: string): Promise<void>
  close(): Promise<void>
}

async function validHtml(page: Page, name: string): Promise<void> {
  // As the server sent it: the browser's own tree would hide what it mended.
  const response = await page.context().request.get(page.url(), { failOnStatusCode: false })
  const sent = response.headers()['content-type']?.includes('html') ? await response.text() : ''
  const report = await validator.validateString(sent === '' ? await page.content() : sent)
  const messages = report.results.flatMap(({ messages: all }) => all.map(({ ruleId, message, line }) => `${line}: ${ruleId}: ${message}`))
  assert.deepEqual(messages, [], `html-validate at ${name}`)
}

/** WCAG 2.0 to 2.2 at A and AA, and the best practices: every rule that axe has for them, none switched off. */
async function accessible(page: Page, name: string): Promise<void> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze()
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ').slice(0, 400)}`)
  assert.deepEqual(found, [], `axe at ${name}`)
}

async function screens(page: Page, name: string): Promise<void> {
  mkdirSync(artifacts, { recursive: true })
  for (const [width, height] of [
    [390, 844],
    [1280, 900],
  ] as const) {
    await page.setViewportSize({ width, height })
    const overflow = Number(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'))
    assert.ok(overflow <= 0, `${name} is ${overflow}px wider than a screen of ${width}px`)
    await page.screenshot({ path: `${artifacts}${name.replaceAll('/', '-')}-${width}.png`, fullPage: true })
  }
}

/**
 * A visitor with a browser of their own. `scripts: false` switches JavaScript off for the pages; axe needs it, so such a visitor
 * only walks: the same states are looked at by one with it.
 */
export async function visitor(
  browser: Browser,
  url: string,
  options: { language: Language; scripts?: boolean; look?: boolean },
): Promise<Visitor> {
  const { language, scripts = true, look = true } = options
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, javaScriptEnabled: scripts, locale: language })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of (404|422|403)/.test(message.text())) faults.push(message.text())
  })
  return {
    page,
    context,
    language,
    async open(path) {
      await page.goto(`${url}/${language}${path}`)
    },
    async see(route, state) {
      const name = `${route}/${state}`
      assert.deepEqual(faults, [], `the browser complains at ${name}`)
      assert.equal(await page.locator('html').getAttribute('lang'), language, `${name} is in another language`)
      assert.equal(await page.locator('h1').count(), 1, `${name} has one heading of the first level`)
      if (!scripts || !look) return
      await screens(page, `${route}/${state}/${language}`)
      await accessible(page, `${name} in ${language}`)
      await validHtml(page, `${name} in ${language}`)
      seen.add(name)
    },
    close: () => context.close(),
  }
}

/** Signs in through the real key ring: the sign-in page, the person, the key, and back. */
export async function signInAs(visiting: Visitor, person: string, key = 'itsme'): Promise<void> {
  const { page } = visiting
  if (!page.url().includes('/sign-in')) await visiting.open('/sign-in')
  await page.locator('main form button[type=submit]').first().click()
  await page.getByLabel(person, { exact: true }).check()
  await page.getByLabel(key, { exact: true }).check()
  await page.locator('main form').first().locator('button[type=submit]').click()
  await page.waitForURL((url) => !url.pathname.includes('key-ring'))
}
