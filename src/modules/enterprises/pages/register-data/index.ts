import type { PageRoute } from '#http'
import type { PageDeps } from '#operations'
import { findEnterprisePage } from './find-enterprise.page.ts'
import { registerDataPage } from './register-data.page.ts'

/** Finding an enterprise, and what the register says of it. */
export function registerDataPages(deps: PageDeps): PageRoute[] {
  return [...findEnterprisePage(deps), ...registerDataPage(deps)]
}
