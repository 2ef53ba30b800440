import assert from 'node:assert/strict'
import { asking } from '#appointments'
import type { Answer, Fields, PageRequest, PageRoute } from '#http'
import { languages, type AssuranceLevel, type EnterpriseNumber, type Language, type PersonId } from '#kernel'
import type { PageDeps, PerformDeps } from '#operations'
import { layout } from '#ui'
import { HtmlValidate } from 'html-validate'
import { accessPages } from '../index.ts'

/** What a page answered, as its reader gets it. */
export interface Seen {
  readonly kind: Answer['kind']
  readonly status: number
  /** The whole page, or what is downloaded. */
  readonly text: string
  /** Where it leads, of a redirect. */
  readonly to: string
}

export interface Look {
  readonly language?: Language
  readonly level?: AssuranceLevel
  readonly query?: Fields
}

/** Goes through this module's pages as somebody, without a server: the routes, their handlers, a frame of the house's parts. */
export interface Browser {
  readonly routes: readonly PageRoute[]
  get(who: PersonId, where: EnterpriseNumber, path: string, look?: Look): Promise<Seen>
  post(who: PersonId, where: EnterpriseNumber, path: string, form: Fields, look?: Look): Promise<Seen>
}

const frame: PageDeps['frame'] = ({ request, title, main, view, backPath, error, status }) => ({
  kind: 'html',
  status: status ?? 200,
  html: layout({
    language: request.language,
    title,
    main,
    languages: languages.map((language) => ({ language, path: `/${language}` })),
    trial: true,
    stylesheetPath: '/assets/claviger.css',
    error: error ?? false,
    ...(backPath === undefined ? {} : { backPath }),
    ...(view ? { enterprise: { name: view.record.name, number: view.writtenNumber, navigation: [] } } : {}),
  }),
})

/** The parameters of a path, or null when the route is another one's. */
function paramsOf(route: PageRoute, path: string): Record<string, string> | null {
  const pattern = route.path.split('/')
  const parts = path.split('/')
  if (pattern.length !== parts.length) return null
  const params: Record<string, string> = {}
  for (const [at, segment] of pattern.entries()) {
    const part = parts[at] ?? ''
    if (segment.startsWith(':')) params[segment.slice(1)] = decodeURIComponent(part)
    else if (segment !== part) return null
  }
  return params
}

function seen(answer: Answer): Seen {
  const nothing = { kind: answer.kind, text: '', to: '' }
  if (answer.kind === 'html') return { ...nothing, status: answer.status ?? 200, text: answer.html.toString() }
  if (answer.kind === 'file') return { ...nothing, status: 200, text: String(answer.body) }
  if (answer.kind === 'redirect') return { ...nothing, status: 303, to: answer.to }
  return { ...nothing, status: answer.kind === 'not-found' ? 404 : 500 }
}

export function browserOn(deps: PerformDeps): Browser {
  const routes = accessPages({
    ...deps,
    frame,
    whoHelps: (view, language) => asking.afterRefusal(deps.store.reader, view, language),
    undoOffers: () => Promise.resolve(new Map()),
    waits: () => Promise.resolve(null),
  })
  async function ask(
    method: 'GET' | 'POST',
    who: PersonId,
    address: string,
    { language = 'en', level = 450, query = {}, form = {} }: Look & { form?: Fields },
  ): Promise<Seen> {
    // A segment that is written out goes before one that is a parameter, as the server's router has it.
    const found = routes
      .filter((route) => route.method === method)
      .flatMap((route) => {
        const params = paramsOf(route, address)
        return params ? [{ route, params }] : []
      })
      .toSorted((one, other) => Object.keys(one.params).length - Object.keys(other.params).length)[0]
    assert.ok(found, `a page is at ${address}`)
    const now = deps.clock.now()
    const request: PageRequest = {
      requestId: 'r',
      page: found.route.id,
      now,
      ip: '127.0.0.1',
      path: `/${language}${address}`,
      params: found.params,
      query,
      language,
      session: {
        person: { id: who, givenName: null, familyName: null },
        level,
        key: 'itsme',
        signedInAt: now,
        fresh: true,
      },
      csrf: 'token',
      sessionCookie: 'cookie',
      form,
    }
    return seen(await found.route.handler(request))
  }
  return {
    routes,
    get: (who, where, path, look = {}) => ask('GET', who, `/enterprises/${where}${path}`, look),
    post: (who, where, path, form, look = {}) => ask('POST', who, `/enterprises/${where}${path}`, { ...look, form }),
  }
}

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    'no-trailing-whitespace': 'off',
    'attribute-boolean-style': 'off',
    'void-style': 'off',
    'long-title': 'off',
    'require-sri': 'off',
    // Roles that the shared parts write as GOV.UK Frontend does; its fixtures hold them to it.
    'prefer-native-element': ['error', { exclude: ['button', 'region'] }],
    'no-redundant-role': 'off',
  },
})

/** The page is whole and valid in every language, and no text of it is missing. */
export async function validInEveryLanguage(ask: (language: Language) => Promise<Seen>): Promise<void> {
  for (const language of languages) {
    const { kind, text } = await ask(language)
    assert.equal(kind, 'html', `a page in ${language}`)
    assert.match(text, new RegExp(`<html lang="${language}"`))
    assert.doesNotMatch(text, /undefined|\[object|NaN/, `every text is written in ${language}`)
    const report = await validator.validateString(text)
    const faults = report.results.flatMap(({ messages }) => messages.map((m) => `${m.line}: ${m.ruleId}: ${m.message}`))
    assert.deepEqual(faults, [], `valid markup in ${language}`)
  }
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
}

/** What people read of a page's own part, without its markup. */
export function wordsOf({ text }: Seen): string {
  const main = /<main[^>]*>([\s\S]*)<\/main>/.exec(text)?.[1] ?? ''
  return main
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ([.,;:)])/g, '$1')
    .trim()
}

/** The links of a page's own part. */
export function linksOf({ text }: Seen): string[] {
  const main = /<main[^>]*>([\s\S]*)<\/main>/.exec(text)?.[1] ?? ''
  return [...main.matchAll(/href="([^"]*)"/g)].map((match) => (match[1] ?? '').replaceAll('&amp;', '&'))
}
