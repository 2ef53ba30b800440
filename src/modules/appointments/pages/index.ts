import type { PageRoute } from '#http'
import type { PageDeps } from '#operations'
import { acceptPage, declinePage } from './answer-appointment.page.ts'
import { appointPages } from './appoint/appoint.page.ts'
import { contactPage } from './contact.page.ts'
import { confirmChiefPage } from './confirm-chief.page.ts'
import { resignPage, withdrawPage } from './end-appointment.page.ts'
import { confirmNamePage } from './life/confirm-name.page.ts'
import { suspensionPages } from './life/suspend.page.ts'
import { groundPages } from './ground/confirm.page.ts'
import { managersPage } from './managers/managers.page.ts'
import { overviewPage } from './overview.page.ts'
import { acceptStandInPage, declineStandInPage } from './stand-in/answer.page.ts'
import { endStandInPage } from './stand-in/end.page.ts'
import { proposeStandInPage } from './stand-in/propose.page.ts'
import { severalPage } from './several/several.page.ts'

/** Every page of this module. */
export function appointmentPages(deps: PageDeps): PageRoute[] {
  return [
    ...overviewPage(deps),
    ...managersPage(deps),
    ...appointPages(deps),
    ...severalPage(deps),
    ...acceptPage(deps),
    ...declinePage(deps),
    ...confirmNamePage(deps),
    ...withdrawPage(deps),
    ...suspensionPages(deps),
    ...resignPage(deps),
    ...contactPage(deps),
    ...confirmChiefPage(deps),
    ...groundPages(deps),
    ...proposeStandInPage(deps),
    ...acceptStandInPage(deps),
    ...declineStandInPage(deps),
    ...endStandInPage(deps),
  ]
}
