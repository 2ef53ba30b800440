import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { HtmlValidate } from 'html-validate'
import { html } from './html.ts'
import { layout } from './layout.ts'
import { uiTexts } from './texts/index.ts'
import type { Language } from '#kernel'
import type { LayoutOptions } from './layout.ts'

const codes: readonly Language[] = ['nl', 'fr', 'de', 'en']

function page(overrides: Partial<LayoutOptions> = {}): string {
  return layout({
    language: 'en',
    title: 'Overview',
    person: { name: 'An <Peeters>', accountPath: '/account', signOutPath: '/sign-out', csrfToken: 't"k' },
    enterprise: {
      name: 'De "Korenaar" $& BV',
      number: '0123.456.749',
      navigation: [
        { text: 'Overview', path: '/e', current: true },
        { text: 'Tasks', path: '/e/tasks', current: false, count: 3 },
        { text: 'History', path: '/e/history', current: false, count: 0 },
      ],
    },
    languages: codes.map((language) => ({ language, path: `/x?language=${language}` })),
    main: html`<h1>Overview</h1>`,
    backPath: '/',
    trial: true,
    stylesheetPath: '/assets/claviger.css',
    ...overrides,
  }).toString()
}

const titleOf = (markup: string): string | undefined => markup.match(/<title>([^<]*)<\/title>/)?.[1]

describe('layout', () => {
  for (const language of codes) {
    test(`the page in ${language} is valid markup in that language, with labelled landmarks`, async () => {
      const markup = page({ language })
      assert.match(markup, new RegExp(`<html lang="${language}"`))
      const validate = new HtmlValidate({
        extends: ['html-validate:standard', 'html-validate:a11y'],
        rules: { 'no-inline-style': 'error', 'require-sri': 'off', 'no-implicit-button-type': 'error' },
      })
      const report = await validate.validateString(markup)
      assert.deepEqual(
        report.results.flatMap((result) => result.messages.map((m) => `${m.ruleId}: ${m.message} (${m.selector})`)),
        [],
      )
      const labels = [...markup.matchAll(/<nav[^>]*aria-label="([^"]*)"/g)].map((match) => match[1])
      assert.equal(labels.length, 5)
      assert.equal(new Set(labels).size, labels.length)
    })
  }

  test('the title names the page, the product, and first of all an error', () => {
    assert.equal(titleOf(page()), 'Overview – Claviger')
    assert.equal(titleOf(page({ error: true, language: 'fr', title: 'Aperçu' })), 'Erreur\u00a0: Aperçu – Claviger')
    assert.equal(titleOf(page({ title: '</title><b>' })), '&lt;/title&gt;&lt;b&gt; – Claviger')
  })

  test('the other languages are links that say their language; the current one is no link', () => {
    const markup = page({ language: 'de' })
    for (const language of ['nl', 'fr', 'en']) {
      assert.match(markup, new RegExp(`href="/x\\?language=${language}" hreflang="${language}" lang="${language}"`))
    }
    assert.doesNotMatch(markup, /hreflang="de"/)
    assert.match(markup, /aria-current="true">DE</)
  })

  test('signing out is a form that posts with the token', () => {
    const markup = page()
    assert.match(markup, /<form[^>]*method="post"[^>]*action="\/sign-out"/)
    assert.match(markup, /name="_csrf" value="t&quot;k"/)
    assert.ok(markup.includes('An &lt;Peeters&gt;'))
  })

  test('without a person or an enterprise neither is named', () => {
    const markup = page({ person: undefined, enterprise: undefined })
    assert.doesNotMatch(markup, /claviger-person|claviger-enterprise|<form/)
  })

  test('the current page of the enterprise is marked and only waiting things are counted', () => {
    const markup = page()
    assert.equal(markup.match(/aria-current="page"/g)?.length, 1)
    assert.match(markup, /<span class="claviger-count">3<\/span>/)
    assert.equal(markup.match(/claviger-count/g)?.length, 1)
  })

  test('the number of the enterprise is read digit by digit', () => {
    assert.match(
      page(),
      /aria-hidden="true">0123\.456\.749<\/span>\s*<span class="govuk-visually-hidden">0 1 2 3 4 5 6 7 4 9</,
    )
  })

  test('the name of the enterprise stands in the label of its pages as it is', () => {
    assert.ok(page().includes('aria-label="Pages of De &quot;Korenaar&quot; $&amp; BV"'))
  })

  test('a trial says so in every language, and only a trial', () => {
    for (const language of codes) assert.ok(page({ language }).includes(uiTexts[language].trial))
    assert.doesNotMatch(page({ trial: false }), /govuk-phase-banner/)
  })

  test('the page carries no script and no inline style', () => {
    assert.doesNotMatch(page(), /<script|<style|\sstyle=|\son[a-z]+=/i)
  })
})

describe('texts', () => {
  const keys = Object.keys(uiTexts.en).toSorted()
  for (const language of codes) {
    test(`${language} has every text, none is empty, and holes are kept`, () => {
      assert.deepEqual(Object.keys(uiTexts[language]).toSorted(), keys)
      for (const [key, text] of Object.entries(uiTexts[language])) assert.ok(text.trim().length > 0, key)
      assert.ok(uiTexts[language].enterpriseLandmark.includes('{name}'))
    })
    test(`the words on buttons in ${language} fit a button`, () => {
      const { confirm, cancel, applyFilters, clearFilters, signOut, myAccount } = uiTexts[language]
      for (const text of [confirm, cancel, applyFilters, clearFilters, signOut, myAccount]) {
        assert.ok(text.length <= 24, text)
      }
    })
  }
})
