import type { PageRoute } from '#http'
import type { PageDeps } from '#operations'
import { appointAccessManager, appointChief, appointCoChief, appointGroupManager } from '../../use-cases/appoint.ts'
import { appointmentPage } from './appointing.ts'

/** Where the four offices are given, one page each: chief (A1), co-chief (A12), access manager (A13), group manager (A14). */
export function appointPages(deps: PageDeps): PageRoute[] {
  return [
    ...appointmentPage(deps, {
      id: 'appoint-chief',
      office: 'chief-access-manager',
      operation: appointChief,
      parameter: null,
    }),
    ...appointmentPage(deps, {
      id: 'appoint-co-chief',
      office: 'co-chief-access-manager',
      operation: appointCoChief,
      parameter: null,
    }),
    ...appointmentPage(deps, {
      id: 'appoint-access-manager',
      office: 'access-manager',
      operation: appointAccessManager,
      parameter: 'domain',
    }),
    ...appointmentPage(deps, {
      id: 'appoint-group-manager',
      office: 'group-manager',
      operation: appointGroupManager,
      parameter: 'capacity',
    }),
  ]
}
