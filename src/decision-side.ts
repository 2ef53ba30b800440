import type { Catalogue } from '#catalogue'
import { writesOf, type Store } from '#database'
import { Following, IndexMeasures, IndexSide, type OnStanding } from '#decision-point'
import type { Clock } from '#kernel'
import { busyThreads, type Measure } from '#metrics'
import type { Logger } from 'pino'
import type { Settings } from '#settings'
import { Keeping } from '#uses'
import { newTrafficCells, Traffic, trafficMeasures } from './api/index.ts'
import { IndexFollower } from './index-follower.ts'
import { systemMonotonicMs } from './system.ts'

interface SideOfServerDeps {
  readonly settings: Pick<Settings, 'databaseUrl'>
  readonly store: Store
  readonly catalogue: () => Catalogue
  readonly clock: Clock
  readonly log: Logger
}

export interface SideOfServer {
  readonly side: IndexSide
  readonly traffic: Traffic
  readonly measures: readonly Measure[]
  stop(): Promise<void>
}

/**
 * What the server answers questions from. The index of a PostgreSQL store is kept by a thread of its own: pages and questions do not
 * wait while it is built. The embedded store has one session, and that is here: its index is followed here too.
 */
export function sideOfServer(house: SideOfServerDeps): SideOfServer {
  const { settings, store, catalogue, clock, log } = house
  const monotonicMs = systemMonotonicMs
  const writes = writesOf(store)
  const side = new IndexSide({ reader: 0, catalogue, clock, monotonicMs, writes })
  const index = new IndexMeasures({ clock, monotonicMs })
  const onStanding: OnStanding = (standing, report) => {
    side.tell(standing)
    index.tell(standing, report)
  }
  const { databaseUrl } = settings
  const follower =
    databaseUrl === null ? null : new IndexFollower({ databaseUrl, keptIn: null, writes, log, onStanding })
  const following = follower ?? new Following({ store, writes, catalogue, clock, monotonicMs, log, onStanding })
  const keeping = new Keeping({
    store,
    take: (limit) => side.takeUses(limit),
    uses: side.uses,
    onFault: (fault) => log.warn({ fault: String(fault) }, 'last uses could not be written'),
  })
  const cells = newTrafficCells()
  const busy = follower === null ? [] : [busyThreads(() => [['index', follower.thread]])]
  return {
    side,
    traffic: new Traffic(cells, monotonicMs),
    measures: [...trafficMeasures(() => [cells]), ...index.measures, ...busy],
    async stop() {
      await following.stop()
      await keeping.stop()
    },
  }
}
