// One of the threads of a decision node: it answers from the index that the node's own thread keeps, and reads nothing but that.
import { parentPort, workerData } from 'node:worker_threads'
import type { Catalogue } from '#catalogue'
import { openPostgres } from '#database'
import { IndexSide, standingsOfNews } from '#decision-point'
import { drainingServer, placeOf, probes } from '#http'
import { readKeys } from '#settings'
import { Keeping } from '#uses'
import { authzenHandlers, Traffic } from './api/index.ts'
import type { FromThread, ThreadData, ToThread } from './decision-node.ts'
import { systemClock, systemMonotonicMs, systemNewId, systemRandom } from './system.ts'

const port = parentPort
if (port === null) throw new Error('A decision thread is started by a decision node')
const tell = (message: FromThread): void => port.postMessage(message)

const {
  reader,
  databaseUrl,
  keysDir,
  publicUrl,
  host,
  port: portAsked,
  catalogue: first,
  traffic,
} = workerData as ThreadData
const sessionsOfAThread = 4
const drainLimitMs = 10_000

const secrets = await readKeys(keysDir)
const store = await openPostgres({
  url: databaseUrl,
  applicationName: 'claviger-decisions',
  sessionsMax: sessionsOfAThread,
  onFault: (fault) => tell({ kind: 'fault', entry: { store: fault.message } }),
})
let catalogue: Catalogue = first
const standingOf = standingsOfNews()
const side = new IndexSide({
  reader,
  catalogue: () => catalogue,
  clock: systemClock,
  monotonicMs: systemMonotonicMs,
  writes: null,
})

const keeping = new Keeping({
  store,
  take: (limit) => side.takeUses(limit),
  uses: side.uses,
  onFault: (fault) => tell({ kind: 'fault', entry: { uses: String(fault) } }),
})

const handlers = authzenHandlers(
  {
    store,
    catalogue: () => catalogue,
    keys: secrets.people,
    clock: systemClock,
    newId: systemNewId,
    random: systemRandom,
    masterKey: secrets.subject,
    publicUrl,
    log: { error: (entry) => tell({ kind: 'fault', entry }) },
  },
  side,
  new Traffic(traffic, systemMonotonicMs),
)
const [decide] = handlers
if (decide === undefined) throw new Error('There is nothing to answer with')
let isStopping = false
// Q9: whoever deals requests out sends none here while the store would have to answer them.
const watched = probes({ ready: () => !isStopping && side.fresh() !== null, https: publicUrl.startsWith('https:') })
const served = drainingServer([...watched, ...handlers], (req, res) => decide.handle(req, res))

const closed = () => new Promise<void>((resolve) => served.server.close(() => resolve()))

port.on('message', (message: ToThread) => {
  if (message.kind === 'catalogue') catalogue = message.catalogue
  else if (message.kind === 'standing') side.tell(standingOf(message.news))
  else {
    isStopping = true
    void served
      .drain(closed, drainLimitMs)
      .then(() => keeping.stop())
      .then(() => store.close())
      .then(() => port.close())
  }
})

// Every thread listens on the same port, and the system deals the connections out.
served.server.listen({ host, port: portAsked, reusePort: true }, () =>
  tell({ kind: 'listens', port: placeOf(served.server).port }),
)
