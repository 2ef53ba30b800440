import assert from 'node:assert/strict'
import { accessPages } from '#access'
import type { Answer, Fields, PageRoute } from '#http'
import { languages, type AssuranceLevel, type EnterpriseNumber, type Language, type PersonId } from '#kernel'
import type { PerformDeps } from '#operations'
import * as requests from './page-requests.ts'
import { assertValidHtml } from './page-visits.ts'

/** What a page answered, as its reader gets it. */
export interface Seen {
  readonly kind: Answer['kind']
  readonly status: number
  /** The whole page, or what is downloaded. */
  readonly text: string
  /** Where it leads, of a redirect. */
  readonly to: string
  /** What the page asks to be kept through a stronger sign-in. */
  readonly typed?: Fields
}

export interface Look {
  readonly language?: Language
  readonly level?: AssuranceLevel
  readonly query?: Fields
  readonly typed?: Fields
}

/** Goes through this module's pages as somebody, without a server: the routes, their handlers, a frame of the house's parts. */
export interface Browser {
  readonly routes: readonly PageRoute[]
  get(who: PersonId, where: EnterpriseNumber, path: string, look?: Look): Promise<Seen>
  post(who: PersonId, where: EnterpriseNumber, path: string, form: Fields, look?: Look): Promise<Seen>
}

function seen(answer: Answer): Seen {
  const nothing = { kind: answer.kind, text: '', to: '' }
  if (answer.kind === 'html') {
    const typed = answer.typed ? { typed: answer.typed } : {}
    return { ...nothing, status: answer.status ?? 200, text: answer.html.toString(), ...typed }
  }
  if (answer.kind === 'file') return { ...nothing, status: 200, text: String(answer.body) }
  if (answer.kind === 'redirect') return { ...nothing, status: 303, to: answer.to }
  return { ...nothing, status: answer.kind === 'not-found' ? 404 : 500 }
}

export function browserOn(deps: PerformDeps): Browser {
  const routes = accessPages(requests.pageDepsOf(deps))
  async function ask(
    method: 'GET' | 'POST',
    who: PersonId,
    address: string,
    { language = 'en', level = 450, query = {}, form = {}, typed }: Look & { form?: Fields },
  ): Promise<Seen> {
    const found = requests.routeAt(routes, method, address)
    assert.ok(found, `a page is at ${address}`)
    const { route, params } = found
    const asked = { person: who, level, now: deps.clock.now(), path: address, params, language, query, form }
    return seen(await route.handler(requests.requestOf(route, typed ? { ...asked, typed } : asked)))
  }
  return {
    routes,
    get: (who, where, path, look = {}) => ask('GET', who, `/enterprises/${where}${path}`, look),
    post: (who, where, path, form, look = {}) => ask('POST', who, `/enterprises/${where}${path}`, { ...look, form }),
  }
}

/** The page is whole and valid in every language, and no text of it is missing. */
export async function validInEveryLanguage(ask: (language: Language) => Promise<Seen>): Promise<void> {
  for (const language of languages) {
    const { kind, text } = await ask(language)
    assert.equal(kind, 'html', `a page in ${language}`)
    assert.match(text, new RegExp(`<html lang="${language}"`))
    assert.doesNotMatch(text, /undefined|\[object|NaN/, `every text is written in ${language}`)
    await assertValidHtml(text, `valid markup in ${language}`)
  }
}

/** What people read of a page's own part, without its markup. */
export const wordsOf = ({ text }: Seen): string => requests.wordsOf(text)

/** The links of a page's own part. */
export const linksOf = ({ text }: Seen): string[] => requests.linksOf(text)
