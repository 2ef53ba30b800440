import { asking } from '#appointments'
import type { Fields, PageRequest, PageRoute } from '#http'
import { instant, type AssuranceLevel, type Language, type PersonId } from '#kernel'
import type { PageDeps, PerformDeps } from '#operations'
import { frameOf } from '../../src/web/index.ts'

// What asks pages by their routes' handlers, without a server: in tests, and in runs that are none.

const none = () => Promise.resolve(null)

/** What pages need of the house, in its own frame, where nothing is undone and nothing waits unless it is said. */
export const pageDepsOf = <Deps extends PerformDeps>(deps: Deps, others: Partial<PageDeps> = {}): Deps & PageDeps => ({
  ...deps,
  frame: frameOf({ trial: false, stylesheetPath: '/styles.css' }),
  whoHelps: (view, language) => asking.afterRefusal(deps.store.reader, view, language),
  undoOffers: () => Promise.resolve(new Map()),
  waits: none,
  ...others,
})

/** Who asks for what, on which page. */
export interface Asking {
  readonly person: PersonId
  readonly level: AssuranceLevel
  readonly now: number
  /** Without its language. */
  readonly path: string
  readonly params: Readonly<Record<string, string>>
  readonly language: Language
  readonly query?: Fields
  readonly form?: Fields
  /** What a stronger sign-in interrupted. */
  readonly typed?: Fields
  readonly names?: { readonly givenName: string | null; readonly familyName: string | null }
}

/** A request of somebody who has just signed in. */
export function requestOf(route: Pick<PageRoute, 'id'>, asked: Asking): PageRequest {
  const { person, level, language, params, path } = asked
  const now = instant(asked.now)
  return {
    requestId: 'test',
    page: route.id,
    now,
    ip: '127.0.0.1',
    path: `/${language}${path}`,
    params,
    query: asked.query ?? {},
    language,
    session: {
      person: { id: person, ...(asked.names ?? { givenName: null, familyName: null }) },
      level,
      key: 'itsme',
      signedInAt: now,
      fresh: true,
    },
    csrf: 'token',
    sessionCookie: null,
    form: asked.form ?? {},
    ...(asked.typed ? { typed: asked.typed } : {}),
  }
}

function parametersOf(pattern: string, path: string): Record<string, string> | null {
  const [wanted, given] = [pattern.split('/'), path.split('/')]
  if (wanted.length !== given.length) return null
  const params: Record<string, string> = {}
  for (const [index, part] of wanted.entries()) {
    const text = given[index] ?? ''
    if (part.startsWith(':')) params[part.slice(1)] = decodeURIComponent(text)
    else if (part !== text) return null
  }
  return params
}

/** The route at a path, with its parameters. What is written out goes before a parameter, as the server's router has it. */
export function routeAt(
  routes: readonly PageRoute[],
  method: PageRoute['method'],
  path: string,
): { route: PageRoute; params: Record<string, string> } | undefined {
  return routes
    .flatMap((route) => {
      const params = route.method === method ? parametersOf(route.path, path) : null
      return params ? [{ route, params }] : []
    })
    .toSorted((one, other) => Object.keys(one.params).length - Object.keys(other.params).length)[0]
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

const mainOf = (markup: string): string | undefined => /<main[^>]*>([\s\S]*)<\/main>/.exec(markup)?.[1]

/** The words of a page's own part as they stand in it, with single spaces. */
export const wordsIn = (markup: string): string =>
  (mainOf(markup) ?? markup)
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/&([a-z]+|#39);/g, (all, name: string) => entities[name] ?? all)
    .replaceAll(/\s+/g, ' ')
    .trim()

/** The same as they are read: no space where only markup stood before a full stop. */
export const wordsOf = (markup: string): string => wordsIn(markup).replaceAll(/ ([.,:;)])/g, '$1')

/** Every address that a page's own part links to. */
export const linksOf = (markup: string): string[] =>
  [...(mainOf(markup) ?? '').matchAll(/href="([^"]*)"/g)].map((match) => (match[1] ?? '').replaceAll('&amp;', '&'))
