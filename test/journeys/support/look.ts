import axe from 'axe-core'
import { HtmlValidate } from 'html-validate'
import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'

/**
 * How closely a page is looked at. walk: only that it is whole. brief: axe and html-validate at one width, and that nothing
 * is wider than a small screen. full: axe at both widths, and a picture of each.
 */
export type Thoroughness = 'walk' | 'brief' | 'full'

export const screens = [
  { width: 390, height: 844 },
  { width: 1280, height: 900 },
] as const

/** What somebody sits at who does not say otherwise. */
export const usualScreen = screens[1]

/** 1280 px at 400 %: what WCAG 1.4.10 asks to be read without scrolling sideways. */
export const enlarged = { width: 320, height: 640 }

/** Where the pictures go: out of version control. */
export const pictures = fileURLToPath(new URL('../../.artifacts/screens/', import.meta.url))

/** What is wrong with the pages looked at: kept while a journey goes on, so that one walk finds all of it. */
const findings = new Set<string>()

/** Keeps something that is wrong, until `nothingFound` is asked. */
export function find(wrong: string): void {
  findings.add(wrong)
}

/** Fails with everything that was found since it was asked last. */
export function nothingFound(): void {
  const found = [...findings]
  findings.clear()
  assert.equal(found.length, 0, found.join('\n'))
}

/** What was looked at in this process, for the figures at the end. */
export const figures = { pages: 0, axe: 0, html: 0, pictures: 0, navigations: 0 }

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
    'no-redundant-role': 'off',
    // A link that looks like a button, and a banner: the roles are part of that markup too.
    'prefer-native-element': ['error', { exclude: ['button', 'region'] }],
  },
})

/** html-validate finds nothing in what the server sent: the browser's own tree would hide what it mended. */
export async function validHtml(sent: string, name: string): Promise<void> {
  assert.match(sent, /^<!doctype html>/i, `${name} is a whole page`)
  const report = await validator.validateString(sent)
  const messages = report.results.flatMap(({ messages: all }) =>
    all.map(({ ruleId, message, line }) => `${line}: ${ruleId}: ${message}`),
  )
  for (const message of messages) findings.add(`html-validate at ${name}: ${message}`)
  figures.html++
}

// WCAG 2.0 to 2.2 at A and AA, and the best practices: every rule that axe has for them, none switched off.
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']

interface Looked {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[]
  readonly passes: number
}

/** Runs in the page: axe over all of it. No page of ours has frames, so one run says everything; what passes is only counted. */
const looking = `axe.run(document, ${JSON.stringify({ runOnly: { type: 'tag', values: rules }, resultTypes: ['violations'] })})
  .then(({ violations, passes }) => ({
    violations: violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => ({ html })) })),
    passes: passes.length,
  }))`

export async function accessible(page: Page, name: string): Promise<void> {
  await page.evaluate(axe.source)
  const { violations, passes } = await page.evaluate<Looked>(looking)
  for (const { id, nodes } of violations) {
    const where = nodes.map(({ html }) => html).join(' | ')
    findings.add(`axe at ${name}: ${id}: ${where.slice(0, 400)}`)
  }
  assert.ok(passes > 5, `axe looked at ${name}`)
  figures.axe++
}

/** Nothing sticks out of a screen of this width: the page is never scrolled sideways. */
export async function fits(page: Page, screen: { width: number; height: number }, name: string): Promise<void> {
  await page.setViewportSize(screen)
  const width = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'
  const overflow = Number(await page.evaluate(width))
  if (overflow > 0) findings.add(`${name} is ${overflow}px wider than a screen of ${screen.width}px`)
}

export async function picture(page: Page, screen: (typeof screens)[number], name: string): Promise<void> {
  mkdirSync(pictures, { recursive: true })
  const file = name.replaceAll(/[^A-Za-z0-9]+/g, '-')
  await page.screenshot({ path: `${pictures}${file}-${screen.width}.png`, fullPage: true })
  figures.pictures++
}

/** Every link to a place on the page finds it: those of an error summary lead to a field. */
export async function anchorsLead(page: Page, name: string): Promise<void> {
  const lost = await page
    .locator('a[href^="#"]')
    .evaluateAll((links) =>
      links
        .map((link) => decodeURIComponent(link.getAttribute('href')?.slice(1) ?? ''))
        .filter((id) => links[0]?.ownerDocument.getElementById(id) === null),
    )
  for (const id of lost) findings.add(`${name} links to #${id}, which is not there`)
}
