import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { externalAddress } from '../address.ts'
import { raw } from '../html.ts'
import { normaliseHtml } from '../test-support/normalise-html.ts'
import * as components from './index.ts'
import type { Html } from '../html.ts'

type Fixture = { name: string; options: Record<string, unknown>; html: string }

const rendered: Readonly<Record<string, (options: never) => Html>> = {
  'back-link': components.backLink,
  breadcrumbs: components.breadcrumbs,
  button: components.button,
  checkboxes: components.checkboxes,
  'date-input': components.dateInput,
  details: components.details,
  'error-message': components.errorMessage,
  'error-summary': components.errorSummary,
  fieldset: components.fieldset,
  'file-upload': components.fileUpload,
  hint: components.hint,
  input: components.input,
  'inset-text': components.insetText,
  label: components.label,
  'notification-banner': components.notificationBanner,
  pagination: components.pagination,
  panel: components.panel,
  'phase-banner': components.phaseBanner,
  radios: components.radios,
  select: components.select,
  'service-navigation': components.serviceNavigation,
  'skip-link': components.skipLink,
  'summary-list': components.summaryList,
  table: components.table,
  tag: components.tag,
  'task-list': components.taskList,
  textarea: components.textarea,
  'warning-text': components.warningText,
}

type NamesByComponent = Readonly<Record<string, readonly string[]>>

/** Left out: they set any attribute on any element. Ours are named one by one, so that none can carry script. */
const withFreeAttributes: NamesByComponent = {
  'back-link': ['attributes'],
  breadcrumbs: ['attributes', 'item attributes'],
  button: ['attributes', 'link attributes'],
  checkboxes: ['attributes', 'items with attributes', 'label with attributes', 'fieldset params'],
  'date-input': ['attributes', 'with input attributes'],
  details: ['attributes'],
  'error-message': ['attributes'],
  'error-summary': ['attributes', 'error list with attributes'],
  fieldset: ['attributes'],
  'file-upload': ['attributes'],
  hint: ['attributes'],
  input: ['attributes', 'with prefix with attributes', 'with suffix with attributes', 'with customised input wrapper'],
  'inset-text': ['attributes'],
  label: ['attributes'],
  'notification-banner': ['attributes', 'custom tabindex'],
  pagination: ['with custom attributes'],
  panel: [
    'interruption-with-content-with-long-line-length',
    'attributes',
    'interruption, with actions classes and attributes',
    'interruption, submit action',
    'interruption, button link',
  ],
  'phase-banner': ['attributes'],
  radios: ['attributes', 'items with attributes', 'label with attributes', 'fieldset params'],
  select: ['attributes', 'attributes on items'],
  'service-navigation': ['attributes'],
  'skip-link': ['attributes'],
  'summary-list': ['attributes', 'actions with attributes', 'summary card with custom attributes'],
  table: ['attributes', 'head with attributes', 'firstCellIsHeader with attributes', 'rows with attributes'],
  tag: ['attributes'],
  'task-list': ['custom attributes'],
  textarea: ['attributes'],
  'warning-text': ['attributes'],
}

/** Left out: the variant that only works with the script of the package. We ship no script. */
const withScript: NamesByComponent = {
  'file-upload': [
    'enhanced',
    'enhanced, with error message and hint',
    'enhanced, multiple files',
    'enhanced, custom wrapper classes and attributes',
    'translated',
  ],
}

/** Left out: the boolean false as the value of an option, where ours takes text or a number. */
const withBooleanValue: NamesByComponent = { select: ['with falsy values'] }

const htmlNames: Readonly<Record<string, string>> = {
  html: 'text',
  titleHtml: 'titleText',
  summaryHtml: 'summaryText',
  descriptionHtml: 'descriptionText',
}

/** The package takes markup under a second name (html beside text); here the type of the value says it. */
function adapt(component: string, value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => adapt(component, item))
  if (key === 'href' && typeof value === 'string' && value.startsWith('http')) return externalAddress(value)
  if (typeof value !== 'object' || value === null) return value
  const source = value as Record<string, unknown>
  if (key === 'conditional') return { content: source['html'] ? raw(String(source['html'])) : null }
  const result: Record<string, unknown> = {}
  for (const [name, inner] of Object.entries(source)) {
    const textName = htmlNames[name]
    if (textName === undefined) {
      if (!(name in result)) result[name] = adapt(component, inner, name)
    } else if (inner) {
      const target = component === 'fieldset' && key === '' && name === 'html' ? 'content' : textName
      result[target] = raw(String(inner))
    }
  }
  return key === 'slots' ? adaptSlots(source) : result
}

function adaptSlots(slots: Record<string, unknown>): unknown {
  return Object.fromEntries(
    Object.entries(slots).map(([name, slot]) => {
      if (typeof slot === 'string') return [name, raw(slot)]
      const { html, ...rest } = slot as { html: string }
      return [name, { ...rest, html: raw(html) }]
    }),
  )
}

function fixturesOf(component: string): Fixture[] {
  const address = import.meta.resolve(`govuk-frontend/dist/govuk/components/${component}/fixtures.json`)
  const file = new URL(address)
  return (JSON.parse(readFileSync(file, 'utf8')) as { fixtures: Fixture[] }).fixtures
}

/** The option of a fixture that we do not offer, if it uses one. */
function optionNotOffered(value: unknown): 'attributes' | 'javascript' | 'boolean value' | null {
  if (typeof value !== 'object' || value === null) return null
  for (const [key, inner] of Object.entries(value)) {
    if (/attributes$/i.test(key) && inner) return 'attributes'
    if (key === 'value' && inner === false) return 'boolean value'
    if (key === 'javascript' && inner) return 'javascript'
    const deeper = optionNotOffered(inner)
    if (deeper) return deeper
  }
  return null
}

const names = (list: NamesByComponent): string[] =>
  Object.entries(list).flatMap(([component, fixtures]) => fixtures.map((fixture) => `${component}: ${fixture}`))

describe('components write the markup of GOV.UK Frontend', () => {
  const leftOut = new Set([...names(withFreeAttributes), ...names(withScript), ...names(withBooleanValue)])
  const notOffered: string[] = []
  let compared = 0
  for (const [component, render] of Object.entries(rendered)) {
    for (const fixture of fixturesOf(component)) {
      const name = `${component}: ${fixture.name}`
      if (optionNotOffered(fixture.options)) notOffered.push(name)
      if (leftOut.has(name)) continue
      compared += 1
      test(`${name} is as in the package`, () => {
        const ours = render(adapt(component, fixture.options) as never).toString()
        assert.deepEqual(normaliseHtml(ours), normaliseHtml(fixture.html))
      })
    }
  }

  test('the fixtures that are left out are exactly those of options that we do not offer', () => {
    assert.deepEqual([...leftOut].toSorted(), notOffered.toSorted())
  })

  test('at least 500 fixtures of 28 components are compared', () => {
    assert.equal(Object.keys(rendered).length, 28)
    assert.ok(compared >= 500, `only ${compared} fixtures were compared`)
  })

  test('the comparison sees a changed word, class, attribute and nesting', () => {
    const good = normaliseHtml('<p class="a">One <b>two</b></p>')
    for (const other of ['<p class="a">One <b>too</b></p>', '<p class="b">One <b>two</b></p>']) {
      assert.notDeepEqual(normaliseHtml(other), good)
    }
    assert.notDeepEqual(normaliseHtml('<p class="a" hidden>One <b>two</b></p>'), good)
    assert.notDeepEqual(normaliseHtml('<p class="a">One</p> <b>two</b>'), good)
    assert.deepEqual(normaliseHtml("<p  class='a'>One<b>two</b>\n</p>"), good)
  })
})
