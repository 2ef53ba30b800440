import type { Answer, PageRequest } from '#http'
import type { Language } from '#kernel'
import type { Html } from '#ui'
import type { PastAct } from '../operation.ts'
import type { PerformDeps } from '../perform.ts'
import type { View } from './view.ts'

/** A page's own part, before the house frames it: header, navigation, language choice, footer. */
export interface PageContent {
  readonly request: PageRequest
  readonly title: string
  readonly main: Html
  /** The enterprise whose page it is; its navigation shows only what this person may do. */
  readonly view?: View
  /** Which entry of the enterprise's navigation the page belongs to. */
  readonly section?: Section
  /** Where *Back* leads; a path with its language. */
  readonly backPath?: string
  readonly error?: boolean
  readonly status?: number
}

export type Section = 'overview' | 'managers' | 'domains' | 'groups' | 'rights' | 'history'

/** What pages need of the house, beside what operations need; joined in compose.ts. */
export interface PageDeps extends PerformDeps {
  readonly frame: (content: PageContent) => Answer
  /** A34: whom the viewer asks, under a refusal that somebody else can help with; null where nobody is. */
  readonly whoHelps: (view: View, language: Language) => Promise<Html | null>
  /** U17: what the viewer may undo of these acts: a link for each, or a sentence that says until when. */
  readonly undoOffers: (
    view: View,
    language: Language,
    acts: readonly PastAct[],
    manner: 'short' | 'whole',
  ) => Promise<ReadonlyMap<string, Html>>
  /** What waits for the viewer in modules that come after the overview of an enterprise; null: nothing. */
  readonly waits: (view: View, language: Language) => Promise<Html | null>
}
