import type { Catalogue, OfficeCode } from '#catalogue'
import type { Answer, PageRequest } from '#http'
import type { Language } from '#kernel'
import { operationTexts, viewOf, type PageDeps, type Section, type View } from '#operations'
import type { Rank } from '#rights'
import type { Html } from '#ui'
import { accessTexts, type AccessTexts } from '../texts/index.ts'
import { sightOf, type Sight } from './sight.ts'

/** One look at a page: who looks, at which enterprise, in which language, and what they see of its users. */
export interface Turn {
  readonly deps: PageDeps
  readonly request: PageRequest
  readonly view: View
  readonly sight: Sight | null
  readonly language: Language
  readonly texts: AccessTexts
  /** The path of the enterprise's pages, with the language. */
  readonly base: string
}

export async function turnOf(deps: PageDeps, request: PageRequest): Promise<Turn | null> {
  const view = await viewOf(deps, request)
  if (!view) return null
  const { language } = request
  const base = `/${language}/enterprises/${view.number}`
  return { deps, request, view, sight: sightOf(view), language, texts: accessTexts[language], base }
}

export function framed(turn: Turn, page: { title: string; main: Html; section: Section; backPath?: string }): Answer {
  return turn.deps.frame({ request: turn.request, view: turn.view, ...page })
}

/** What the pages call a thing of the catalogue; a code that has left the catalogue is shown as it stands. */
export interface Names {
  capacity(code: string): string
  service(code: string): string
  domain(code: string): string
  role(code: string): string
  /** With what it is the office of: 'Access manager (Social security)'. */
  office(code: OfficeCode, scope: string): string
  /** As it stands within a sentence. */
  rank(code: Rank): string
}

export function namesIn(catalogue: Catalogue, language: Language): Names {
  const capacity = (code: string) => catalogue.capacities.get(code)?.name[language] ?? code
  const domain = (code: string) => catalogue.domains.get(code)?.name[language] ?? code
  return {
    capacity,
    domain,
    service: (code) => catalogue.services.get(code)?.name[language] ?? code,
    role: (code) => catalogue.roles.get(code)?.name[language] ?? code,
    office(code, scope) {
      const name = catalogue.offices[code].name[language]
      if (scope === '') return name
      return `${name} (${code === 'group-manager' ? capacity(scope) : domain(scope)})`
    },
    rank: (code) =>
      code === 'legal-representative'
        ? accessTexts[language].ranks[code]
        : operationTexts[language].officeInSentence(catalogue.offices[code].name[language]),
  }
}
