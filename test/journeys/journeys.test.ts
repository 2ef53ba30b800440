import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser } from 'playwright-core'
import { journeys } from './journeys.ts'
import { launch } from './support/browser.ts'
import { figures, nothingFound } from './support/look.ts'

// The brief run: the thread in one language with axe and in another without JavaScript, every state in one language, the edges.
// Everything else, with pictures of every page: npm run journeys.
describe('journeys in Chromium', () => {
  let browser: Browser
  before(async () => {
    browser = await launch()
  })
  after(() => browser.close())

  for (const journey of journeys.filter(({ brief }) => brief)) {
    it(`${journey.name} is walked to its end, and axe and html-validate find nothing`, async (t) => {
      await journey.run({ browser, look: 'brief', tell: (line) => t.diagnostic(line) })
      nothingFound()
    })
  }

  it('something was looked at', () => {
    assert.ok(figures.axe > 100 && figures.html > 100, 'axe and html-validate looked at every state')
  })
})
