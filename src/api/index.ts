import type { IndexSide } from '#decision-point'
import { snapshotsOf } from '#decisions'
import { securityHeaders, type RawHandler, type Route } from '#http'
import { clientKeyOf, ClientNames } from '#keys'
import type { PerformDeps } from '#operations'
import { administrationRoutes } from './administration/index.ts'
import {
  authzenHandlers as handlersOf,
  newTrafficCells,
  Traffic,
  trafficCounts,
  trafficMeasures,
  type AuthzenDeps,
  type TrafficCounts,
} from './authzen/index.ts'

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

/** How each client names people; a client's key is worked out once. */
function namesUnder(masterKey: Uint8Array): (client: { readonly id: string }) => ClientNames {
  const known = new Map<string, ClientNames>()
  return ({ id }) => {
    const names = known.get(id) ?? new ClientNames(clientKeyOf(masterKey, id))
    known.set(id, names)
    return names
  }
}

/** The decision interface, for the server's raw handlers; `side` answers from the index while it is fresh, and `traffic` counts. */
export function authzenHandlers(deps: ApiDeps, side: IndexSide, traffic: Traffic): readonly RawHandler[] {
  const publicUrl = originOf(deps)
  return handlersOf({
    ...deps,
    publicUrl,
    usualHeaders: Object.entries(securityHeaders({ https: publicUrl.startsWith('https:') })).flat(),
    namesOf: namesUnder(deps.masterKey),
    inSnapshot: snapshotsOf(deps.store),
    side,
    traffic,
  })
}

export { newTrafficCells, Traffic, trafficCounts, trafficMeasures, type TrafficCounts }
