import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser } from 'playwright-core'
import { launch } from '../support/browser.ts'
import { figures, nothingFound } from '../support/look.ts'
import { stateJourneys } from './journeys.ts'

describe('every state of every page in Chromium', () => {
  let browser: Browser
  before(async () => {
    browser = await launch()
  })
  after(() => browser.close())

  for (const journey of stateJourneys.filter(({ brief }) => brief)) {
    it(`${journey.name}: each is seen, and axe and html-validate find nothing`, async (t) => {
      await journey.run({ browser, look: 'brief', tell: (line) => t.diagnostic(line) })
      nothingFound()
    })
  }

  it('something was looked at', () => {
    assert.ok(figures.axe > 60 && figures.html > 60, 'axe and html-validate looked at every state')
  })
})
