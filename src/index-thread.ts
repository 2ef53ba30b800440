// The thread that keeps the index: it follows the store, and tells whoever began it how far the index is. It answers nothing.
import { parentPort, workerData } from 'node:worker_threads'
import { readCatalogue } from '#catalogue'
import { openPostgres } from '#database'
import { Following, newsOfStandings } from '#decision-point'
import type { FromIndexThread, IndexThreadData } from './index-follower.ts'
import { systemClock, systemMonotonicMs } from './system.ts'

const port = parentPort
if (port === null) throw new Error('The thread of the index is started by a server or a decision node')
const tell = (message: FromIndexThread): void => port.postMessage(message)

const { databaseUrl, keptIn, writes } = workerData as IndexThreadData
const cataloguePauseMs = 10_000
/** One looks; another one reads the catalogue, or the next part of what is read at the start. */
const sessionsMax = 2

const warn = (entry: Record<string, unknown>, text: string): void => tell({ kind: 'warning', entry, text })
const store = await openPostgres({
  url: databaseUrl,
  applicationName: 'claviger-index',
  sessionsMax,
  onFault: (fault) => warn({ store: fault.message }, 'a session was lost'),
})
let catalogue = await readCatalogue(store.reader, systemClock.now())
tell({ kind: 'catalogue', catalogue })
const shelf = setInterval(() => {
  readCatalogue(store.reader, systemClock.now()).then(
    (read) => tell({ kind: 'catalogue', catalogue: (catalogue = read) }),
    (fault: unknown) => warn({ fault: String(fault) }, 'the catalogue was not read again'),
  )
}, cataloguePauseMs)

const newsOf = newsOfStandings()
const following = new Following({
  store,
  writes,
  catalogue: () => catalogue,
  clock: systemClock,
  monotonicMs: systemMonotonicMs,
  log: { warn },
  keptIn,
  onStanding: (standing, report) => tell({ kind: 'standing', news: newsOf(standing), report }),
})

port.once('message', () => {
  clearInterval(shelf)
  void following
    .stop()
    .then(() => store.close())
    .then(() => port.close())
})
