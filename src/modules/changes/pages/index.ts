import type { PageRoute } from '#http'
import type { PageDeps } from '#operations'
import { continuePages } from '../scheduled/continue.page.ts'
import { scheduledPages } from '../scheduled/scheduled.page.ts'
import { undoPage } from './undo.page.ts'

/** Every page of this module. */
export function changePages(deps: PageDeps): PageRoute[] {
  return [...undoPage(deps), ...scheduledPages(deps), ...continuePages(deps)]
}
