import type { PageRoute } from '#http'
import type { PageDeps } from '#operations'
import { askRegisterPage, type AskRegister } from './ask-register.page.ts'
import { findEnterprisePage } from './find-enterprise.page.ts'
import { registerDataPage } from './register-data.page.ts'

export type { AskRegister } from './ask-register.page.ts'
export { mayFindEnterprises } from './reach.ts'

/** Finding an enterprise, asking the register about one, and what the register says of it. */
export function registerDataPages(deps: PageDeps, askRegister: AskRegister | null = null): PageRoute[] {
  return [...findEnterprisePage(deps, askRegister), ...askRegisterPage(deps, askRegister), ...registerDataPage(deps)]
}
