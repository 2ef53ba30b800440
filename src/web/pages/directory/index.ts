import type { PageRoute } from '#http'
import type { PageDeps } from '#operations'
import { directoryPage } from './directory.page.ts'
import { domainPage } from './domain.page.ts'
import { servicePage } from './service.page.ts'
import { systemsPage } from './systems.page.ts'

/** The public directory: what may be read by anybody, search engines too. */
export function directoryPages(deps: PageDeps): PageRoute[] {
  return [...directoryPage(deps), ...systemsPage(deps), ...domainPage(deps), ...servicePage(deps)]
}
