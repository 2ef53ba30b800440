import type { PageRoute } from '#http'
import type { PageDeps } from '#operations'
import { deskPage } from './desk.page.ts'
import { deskEnterprisePage } from './enterprise.page.ts'
import { deskOperationPages } from './operations.page.ts'
import { waitingPage } from './waiting.page.ts'

/** Every page of the desk. */
export function deskPages(deps: PageDeps): PageRoute[] {
  return [...deskPage(deps), ...waitingPage(deps), ...deskEnterprisePage(deps), ...deskOperationPages(deps)]
}
