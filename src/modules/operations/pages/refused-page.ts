import { wayOut } from '#catalogue'
import { canKeepTyped, type Fields } from '#http'
import type { Language } from '#kernel'
import { button, html, link, refusal, type Html } from '#ui'
import type { Refusal, Refused } from '../operation.ts'
import { officeWords, operationTexts } from '../texts/index.ts'
import type { PageDeps } from './page-deps.ts'
import type { View } from './view.ts'

interface RefusedAt {
  readonly view: View
  readonly language: Language
  /** What was wanted: the page's heading. */
  readonly title: string
  /** The page's own path, to come back to after a stronger sign-in, and where *Go back* leads. */
  readonly path: string
  readonly back: string
  /** What was typed, which waits for that sign-in. */
  readonly typed?: Fields
}

/** Why, said to whoever was refused. */
export function refusalText({ view, language }: Pick<RefusedAt, 'view' | 'language'>, refused: Refused): string {
  const offices = officeWords(view.catalogue, language)
  return operationTexts[language].refusal(refused.reason, offices, refused.levelNeeded)
}

/** What somebody else in the enterprise can do something about: nobody above helps with what is already so, or with what was mistyped. */
const helpedByAsking: ReadonlySet<Refusal> = new Set([
  'emergency-stop',
  'not-legal-representative',
  'outside-your-scope',
  'domain-not-open',
  'capacity-not-active',
  'recognition-missing',
  'self-appointment',
  'blocked-by-higher-office',
])

/** A34: whom to ask, under what they can help with. */
export async function whoHelps(
  deps: PageDeps,
  { view, language }: Pick<RefusedAt, 'view' | 'language'>,
  refused: Refused,
) {
  return helpedByAsking.has(refused.reason) ? deps.whoHelps(view, language) : null
}

/** The way to a stronger sign-in and back to this page, and what becomes of what was typed in it. */
export function strongerSignIn(
  { language, path, level }: { language: Language; path: string; level: number },
  typed?: Fields,
): { readonly action: Html; readonly help?: string } {
  const { words } = operationTexts[language]
  const kept = typed && (canKeepTyped(typed) ? 'kept' : 'lost')
  const query = new URLSearchParams({ to: path, level: String(level), ...(kept ? { typed: kept } : {}) })
  const action = button({ text: words.signInStronger, href: `/${language}/sign-in?${query.toString()}` })
  return kept ? { action, help: kept === 'kept' ? words.typedKept : words.typedLost } : { action }
}

/** The refusal as a page of its own: what was wanted, why not, what to do, and the desk's way out where there is one. */
export function refusedMain(at: RefusedAt, refused: Refused): Html {
  const { language, path, typed } = at
  const level = refused.levelNeeded
  const next =
    level === undefined
      ? { action: link(operationTexts[language].words.goBack, at.back) }
      : strongerSignIn({ language, path, level }, typed)
  const main = refusal({ wanted: at.title, why: refusalText(at, refused), ...next })
  return html`${main} ${wayOut.part(at.view.catalogue, language, refused.reason)}`
}
