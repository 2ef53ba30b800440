import type { PageRoute } from '#http'
import type { PageDeps } from '#operations'
import { activateCapacityPage, closeCapacityPage } from './capacity-operations.page.ts'
import { closeDomainPage, openDomainPage } from './domain-operations.page.ts'
import { domainsPage } from './domains.page.ts'
import { liftEmergencyStopPage, pressEmergencyStopPage } from './emergency-stop.page.ts'
import { historyPage } from './history/history.page.ts'
import { proposalPages } from './proposals/proposals.page.ts'
import { registerStartPage } from './register/start.page.ts'
import { registerPage } from './register.page.ts'
import { registerDataPages, type AskRegister } from './register-data/index.ts'

/** Every page of this module; with `askRegister` null, the register is read from its files only. */
export function enterprisePages(deps: PageDeps, askRegister: AskRegister | null = null): PageRoute[] {
  return [
    ...registerStartPage(deps, askRegister),
    ...registerPage(deps),
    ...domainsPage(deps),
    ...openDomainPage(deps),
    ...closeDomainPage(deps),
    ...activateCapacityPage(deps),
    ...closeCapacityPage(deps),
    ...pressEmergencyStopPage(deps),
    ...liftEmergencyStopPage(deps),
    ...proposalPages(deps),
    ...historyPage(deps),
    ...registerDataPages(deps, askRegister),
  ]
}
