import type { PageRoute } from '#http'
import type { PageDeps } from '#operations'
import { acceptPage, declinePage } from './answer-appointment.page.ts'
import { appointPages } from './appoint.page.ts'
import { resignPage, withdrawPage } from './end-appointment.page.ts'
import { managersPage } from './managers.page.ts'
import { overviewPage } from './overview.page.ts'

/** Every page of this module. */
export function appointmentPages(deps: PageDeps): PageRoute[] {
  return [
    ...overviewPage(deps),
    ...managersPage(deps),
    ...appointPages(deps),
    ...acceptPage(deps),
    ...declinePage(deps),
    ...withdrawPage(deps),
    ...resignPage(deps),
  ]
}
