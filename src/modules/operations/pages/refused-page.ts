import { wayOut } from '#catalogue'
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

/** The refusal as a page of its own: what was wanted, why not, what to do, and the desk's way out where there is one. */
export function refusedMain(at: RefusedAt, refused: Refused): Html {
  const { words } = operationTexts[at.language]
  const { levelNeeded } = refused
  const action =
    levelNeeded === undefined
      ? link(words.goBack, at.back)
      : button({
          text: words.signInStronger,
          href: `/${at.language}/sign-in?${new URLSearchParams({ to: at.path, level: String(levelNeeded) }).toString()}`,
        })
  const main = refusal({ wanted: at.title, why: refusalText(at, refused), action })
  return html`${main} ${wayOut.part(at.view.catalogue, at.language, refused.reason)}`
}
