import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser } from 'playwright-core'
import { journeys } from './journeys.ts'
import { stateJourneys } from './states/journeys.ts'
import { launch } from './support/browser.ts'
import { accessible, figures, fits, nothingFound, validHtml } from './support/look.ts'

// The brief run: the offices without JavaScript, and the edges, each page whole. Every state of
// every page is looked at with axe and html-validate in a file of its own, so that both run at once.
// Everything else, with pictures of every page: npm run journeys.
describe('journeys in Chromium', () => {
  let browser: Browser
  before(async () => {
    browser = await launch()
  })
  after(() => browser.close())

  it('the looking still bites: what is wrong with a page is found', async () => {
    const wrong = `<!doctype html><html lang="en"><head><title>A page</title></head><body><main>
      <h1>A page</h1><img src="x.png"><p style="width: 2000px">wide</p></p></main></body></html>`
    const page = await browser.newPage()
    await page.setContent(wrong)
    await accessible(page, 'a page')
    assert.throws(nothingFound, /axe at a page: image-alt/)
    await fits(page, { width: 390, height: 800 }, 'a page')
    assert.throws(nothingFound, /wider than a screen of 390px/)
    await validHtml(wrong, 'a page')
    assert.throws(nothingFound, /html-validate at a page: .*close-order/)
    nothingFound()
    await page.close()
  })

  for (const journey of journeys.filter((one) => one.brief && !stateJourneys.includes(one))) {
    it(`${journey.name} is walked to its end, and every page is whole`, async (t) => {
      await journey.run({ browser, look: 'walk', tell: (line) => t.diagnostic(line) })
      nothingFound()
    })
  }

  it('something was looked at', () => {
    assert.ok(figures.pages > 60, `${figures.pages} pages`)
  })
})
