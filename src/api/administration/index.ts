import type { Route } from '#http'
import { routeOf, type AdministrationDeps, type Endpoint } from './endpoint.ts'
import { enterpriseReads } from './enterprise-reads.ts'
import { descriptionRoute } from './openapi.ts'
import { ownReads } from './own-reads.ts'
import { standInReads } from './stand-ins.ts'
import { userReads } from './user-reads.ts'
import { severalAppointments } from './several-appointments.ts'
import { endpointOf, writes } from './writes.ts'

/** Every address of the administration interface. */
export const endpoints: readonly Endpoint[] = [
  ...ownReads,
  ...enterpriseReads,
  ...userReads,
  ...standInReads,
  ...writes.map(endpointOf),
  severalAppointments,
]

/** The administration interface as routes of the web edge, its description included. */
export function administrationRoutes(deps: AdministrationDeps): readonly Route[] {
  return [descriptionRoute(endpoints, deps.publicUrl), ...endpoints.map((endpoint) => routeOf(endpoint, deps))]
}
export type { AdministrationDeps } from './endpoint.ts'
