import type { Route } from '#http'
import type { WebDeps } from '../web-deps.ts'
import { accountPage } from './account.page.ts'
import { accountPages } from './accounts/index.ts'
import { directoryPages } from './directory/index.ts'
import { donePage } from './done.page.ts'
import { guidePages } from './guide/index.ts'
import { homePage } from './home.page.ts'
import { noticesPage } from './notices/notices.page.ts'
import { outboxPage } from './outbox.page.ts'
import { plainPages } from './plain.page.ts'
import { signInPages } from './sign-in.page.ts'

/** The pages of the house itself. */
export function webPages(deps: WebDeps): Route[] {
  return [
    ...homePage(deps),
    ...signInPages(deps),
    ...accountPages(deps),
    ...accountPage(deps),
    ...donePage(deps),
    ...plainPages(deps),
    ...directoryPages(deps),
    ...guidePages(deps),
    ...noticesPage(deps),
    ...outboxPage(deps),
  ]
}
