import type { IndexSide } from '#decision-point'
import { snapshotsOf } from '#decisions'
import type { RawHandler, Route } from '#http'
import type { PerformDeps } from '#operations'
import { administrationRoutes } from './administration/index.ts'
import { authzenHandlers as handlersOf, Traffic, type AuthzenDeps } from './authzen/index.ts'

/** What the interfaces for programs need of the house; joined in compose.ts. */
export interface ApiDeps extends PerformDeps {
  /** At least 32 bytes; from it each client's own key to the names of persons. */
  readonly masterKey: Uint8Array
  /** Our origin. */
  readonly publicUrl: string
  readonly log: AuthzenDeps['log']
}

const originOf = ({ publicUrl }: ApiDeps): string => new URL(publicUrl).origin

/** The administration interface, as routes of the web edge. */
export function apiRoutes(deps: ApiDeps): readonly Route[] {
  return administrationRoutes({ ...deps, publicUrl: originOf(deps), inSnapshot: snapshotsOf(deps.store) })
}

/** The decision interface, for the server's raw handlers; `side` answers from the index while it is fresh, and `traffic` counts. */
export function authzenHandlers(deps: ApiDeps, side: IndexSide, traffic: Traffic): readonly RawHandler[] {
  const inSnapshot = snapshotsOf(deps.store)
  return handlersOf({ ...deps, publicUrl: originOf(deps), subjectKey: deps.masterKey, inSnapshot, side, traffic })
}

export { Traffic }
