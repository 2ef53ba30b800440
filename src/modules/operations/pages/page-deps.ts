import type { Answer, PageRequest } from '#http'
import type { Html } from '#ui'
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
}
