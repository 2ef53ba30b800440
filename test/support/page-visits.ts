import assert from 'node:assert/strict'
import { after, before, describe } from 'node:test'
import { HtmlValidate } from 'html-validate'
import type { Answer, Fields, PageRoute } from '#http'
import type { AssuranceLevel, Language } from '#kernel'
import type { PageDeps } from '#operations'
import { takeOverCard } from '#oversight'
import { pageDepsOf, requestOf, routeAt, wordsOf } from './page-requests.ts'
import { freshStore } from './stores.ts'
import { worldOn, type World } from './world.ts'

export { linksOf } from './page-requests.ts'

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    'no-trailing-whitespace': 'off',
    'attribute-boolean-style': 'off',
    'void-style': 'off',
    'long-title': 'off',
    // GOV.UK Frontend writes role="group" on the fieldset of a date, and a scrolling region is a div.
    'no-redundant-role': 'off',
    'prefer-native-element': 'off',
  },
})

/** Fails on markup that is not valid HTML. */
export async function assertValidHtml(markup: string, name: string): Promise<void> {
  const report = await validator.validateString(markup)
  const found = report.results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line }) => `${line}: ${ruleId}: ${message}`),
  )
  assert.deepEqual(found, [], name)
}

export interface Visit {
  language?: Language
  level?: AssuranceLevel
  query?: Fields
  /** A POST with this form; a GET when absent. */
  form?: Fields
  /** What a stronger sign-in interrupted. */
  typed?: Fields
}

/** What a page answered: the markup of a whole page, an address to go to, a file, or 'not-found'. */
export interface Answered {
  readonly kind: Answer['kind']
  readonly status: number
  readonly markup: string
  /** The words of the page's own part, without markup and with single spaces. */
  readonly text: string
  readonly to: string
  readonly body: string
  /** What the page asks to be kept through a stronger sign-in. */
  readonly typed: Fields | null
}

function answered(answer: Answer): Answered {
  const nothing = { markup: '', text: '', to: '', body: '', typed: null, status: 200 }
  if (answer.kind === 'html') {
    const markup = answer.html.toString()
    const { status = 200, typed = null } = answer
    return { ...nothing, kind: 'html', markup, text: wordsOf(markup), status, typed }
  }
  if (answer.kind === 'redirect') return { ...nothing, kind: 'redirect', to: answer.to, status: 303 }
  if (answer.kind === 'file') return { ...nothing, kind: 'file', body: String(answer.body) }
  return { ...nothing, kind: answer.kind, status: 404 }
}

/** Visits pages of a world as its persons, in the frame of the house: the routes' handlers, without a server between. */
export class PageVisits {
  readonly #world: World
  readonly #routes: readonly PageRoute[]

  constructor(world: World, routesOf: (deps: PageDeps) => PageRoute[]) {
    this.#world = world
    const waits: PageDeps['waits'] = (view, language) => takeOverCard(world.deps.store.reader, view, language)
    this.#routes = routesOf(pageDepsOf(world.deps, { waits }))
  }

  get routes(): readonly PageRoute[] {
    return this.#routes
  }

  /** A path without its language: '/enterprises/0123456749/managers'; a query may stand behind it. */
  async visit(name: string, address: string, how: Visit = {}): Promise<Answered> {
    await this.#world.settle()
    const { language = 'en', level = 450, form } = how
    const [path = '', search = ''] = address.replace(/^\/(nl|fr|de|en)(?=\/)/, '').split('?')
    const method = form === undefined ? 'GET' : 'POST'
    const found = routeAt(this.#routes, method, path)
    if (!found) throw new Error(`no page at ${method} ${path}`)
    const request = requestOf(found.route, {
      person: this.#world.person(name),
      names: { givenName: name, familyName: 'Janssens' },
      level,
      now: this.#world.now,
      path,
      params: found.params,
      language,
      query: how.query ?? Object.fromEntries(new URLSearchParams(search)),
      ...(form === undefined ? {} : { form }),
      ...(how.typed === undefined ? {} : { typed: how.typed }),
    })
    return answered(await found.route.handler(request))
  }

  /** The page in the four languages, each valid HTML; gives back the English one. */
  async inEveryLanguage(name: string, address: string, how: Visit = {}): Promise<Answered> {
    const pages = new Map<Language, Answered>()
    for (const language of ['nl', 'fr', 'de', 'en'] as const) {
      const page = await this.visit(name, address, { ...how, language })
      assert.equal(page.kind, 'html', `${address} for ${name} in ${language}`)
      await assertValidHtml(page.markup, `${address} for ${name} in ${language}`)
      assert.doesNotMatch(page.text, /undefined|\[object|NaN/, `${address} in ${language}`)
      pages.set(language, page)
    }
    assert.equal(
      new Set([...pages.values()].map(({ text }) => text)).size,
      4,
      `${address} says the same in two languages`,
    )
    const english = pages.get('en')
    assert.ok(english)
    return english
  }
}

/** A suite about pages, on one store of its own; `ground` gives its world and its pages to each test. */
export function describePages(
  title: string,
  routesOf: (deps: PageDeps) => PageRoute[],
  define: (ground: () => { world: World; pages: PageVisits }) => void,
): void {
  describe(title, () => {
    const ends: (() => Promise<void>)[] = []
    let made: { world: World; pages: PageVisits } | undefined
    before(async () => {
      const store = await freshStore({ after: (end) => void ends.push(end as () => Promise<void>) }, 'postgres')
      const world = worldOn(store)
      made = { world, pages: new PageVisits(world, routesOf) }
    })
    after(async () => {
      for (const end of ends) await end()
    })
    define(() => {
      assert.ok(made)
      return made
    })
  })
}
