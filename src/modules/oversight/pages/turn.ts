import { dayText } from '#enterprises'
import type { Answer, PageRequest } from '#http'
import type { Language } from '#kernel'
import { viewOf, type PageDeps, type View } from '#operations'
import { hasCeased } from '#rights'
import type { Html } from '#ui'
import type { Scope } from '../queries.ts'
import { seatAt } from '../rules.ts'
import { oversightTexts } from '../texts/index.ts'
import type { OversightTexts } from '../texts/keys.ts'

/** One look of a chief at what they take over. */
export interface Turn {
  readonly deps: PageDeps
  readonly request: PageRequest
  readonly view: View
  readonly language: Language
  readonly texts: OversightTexts
  /** The path of the list, with the language. */
  readonly path: string
  readonly scope: Scope
  /** O2: what gives is refused under a stop and after cessation (U6, U7), and then not offered. */
  readonly confirms: boolean
}

/** O4: the list of whoever sits in the chief's seat and is active; null for everybody else. */
export function scopeOf({ enterprise, facts, authority, now }: View): Scope | null {
  const seat = seatAt(facts.appointments, now)
  if (!seat || !authority.powers.some(({ factId }) => factId === seat.appointment)) return null
  return { enterprise, seat, now }
}

export const listPath = (view: View, language: Language): string => `/${language}/enterprises/${view.number}/take-over`

export async function turnOf(deps: PageDeps, request: PageRequest): Promise<Turn | null> {
  const view = await viewOf(deps, request)
  const scope = view && scopeOf(view)
  if (!view || !scope || view.account === undefined) return null
  const { language } = request
  const confirms = view.stop === undefined && !hasCeased(view.catalogue, view.record)
  return {
    deps,
    request,
    view,
    language,
    texts: oversightTexts[language],
    path: listPath(view, language),
    scope,
    confirms,
  }
}

export function framed(
  turn: Turn,
  main: Html,
  options: { error?: boolean; status?: number; title?: string } = {},
): Answer {
  const { deps, request, view, texts } = turn
  const { title = texts.title, ...shown } = options
  const backPath = `/${turn.language}/enterprises/${view.number}`
  return deps.frame({ request, title, main, view, section: 'overview', backPath, ...shown })
}

export const sinceText = ({ view, language, scope }: Turn): string => dayText(view, language, scope.seat.since)
